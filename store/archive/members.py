"""gzip members of an archive file: where each begins, what its record says of itself.

A killed writer can leave half a member at the end. `scan` stops there and says so; whoever opens the
file cuts it off.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

CHUNK = 1 << 16
MAGIC = b"\x1f\x8b\x08"
LARGEST = 1 << 26
"""Bytes of one unpacked record. Ours stay under 11 MB; a bomb in a foreign file stops here."""


class BrokenMember(Exception):
    """The file cannot be read from `offset` on."""

    def __init__(self, offset: int, what: str) -> None:
        super().__init__(what)
        self.offset = offset
        self.what = what


@dataclass(frozen=True, slots=True)
class Member:
    """One record as it lies in the file; `headers` are the WARC headers by lower-case name."""

    offset: int
    length: int
    headers: Mapping[str, str]
    block: bytes

    def header(self, name: str) -> str:
        return self.headers.get(name.lower(), "")


def scan(stream: BinaryIO, start: int = 0) -> Iterator[Member]:
    """All members from `start` on. Raises BrokenMember where the next one is not whole."""
    offset = start
    while True:
        stream.seek(offset)
        first = stream.read(CHUNK)
        if not first:
            return
        data, length = _unpack(stream, first, offset)
        headers, block = _record(data, offset)
        yield Member(offset, length, headers, block)
        offset += length


def scan_past_flaws(stream: BinaryIO, start: int = 0) -> Iterator[Member | BrokenMember]:
    """All members that can be read, and in between what cannot: damage in the middle costs one record."""
    while True:
        try:
            yield from scan(stream, start)
            return
        except BrokenMember as broken:
            yield broken
            start = _next_member(stream, broken.offset + 1)
            if start < 0:
                return


def _next_member(stream: BinaryIO, offset: int) -> int:
    """Where the next whole record begins; -1 where there is none."""
    while True:
        stream.seek(offset)
        chunk = stream.read(CHUNK)
        if len(chunk) < len(MAGIC):
            return -1
        at = chunk.find(MAGIC)
        if at < 0:
            offset += len(chunk) - len(MAGIC) + 1
            continue
        offset += at
        try:
            member_at(stream, offset)
            return offset
        except BrokenMember:
            offset += 1


def member_at(stream: BinaryIO, offset: int) -> Member:
    """The member that begins at `offset`. Raises BrokenMember."""
    for member in scan(stream, offset):
        return member
    raise BrokenMember(offset, "the file ends before it")


def _unpack(stream: BinaryIO, chunk: bytes, offset: int) -> tuple[bytes, int]:
    unzip = zlib.decompressobj(zlib.MAX_WBITS | 16)
    out: list[bytes] = []
    size = taken = 0
    while True:
        try:
            part = unzip.decompress(chunk, LARGEST - size + 1)
        except zlib.error as error:
            raise BrokenMember(offset, f"not a gzip member ({error})") from error
        out.append(part)
        size += len(part)
        if size > LARGEST:
            raise BrokenMember(offset, f"unpacks to more than {LARGEST >> 20} MB")
        taken += len(chunk) - len(unzip.unused_data)
        if unzip.eof:
            return b"".join(out), taken
        chunk = stream.read(CHUNK)
        if not chunk:
            raise BrokenMember(offset, "breaks off in the middle")


def _record(data: bytes, offset: int) -> tuple[dict[str, str], bytes]:
    head, separator, rest = data.partition(b"\r\n\r\n")
    lines = head.decode("utf-8", "replace").split("\r\n")
    if not separator or not lines[0].startswith("WARC/1."):
        raise BrokenMember(offset, "not a WARC record")
    headers = {}
    for line in lines[1:]:
        name, _, value = line.partition(":")
        headers[name.strip().lower()] = value.strip()
    length = headers.get("content-length", "")
    if not length.isdecimal() or int(length) > len(rest):
        raise BrokenMember(offset, "shorter than its Content-Length")
    return headers, rest[: int(length)]


def http(member: Member) -> tuple[tuple[int, str, tuple[tuple[str, str], ...]], bytes]:
    """((status, reason, headers), body) of a response or revisit record."""
    head, _, body = member.block.partition(b"\r\n\r\n")
    first, *lines = head.decode("utf-8", "replace").split("\r\n")
    _version, _, rest = first.partition(" ")
    status, _, reason = rest.partition(" ")
    pairs = (line.partition(":") for line in lines)
    headers = tuple((name.strip(), value.strip()) for name, _, value in pairs)
    return (int(status) if status.isdecimal() else 0, reason, headers), body
