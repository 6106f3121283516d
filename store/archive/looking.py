"""Looking at an archive file, and changing nothing: which captures it holds whole, and everything that is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from store.archive import writing
from store.archive.index import indexed
from store.archive.members import BrokenMember, Member, scan_past_flaws
from store.archive.values import Entry, Flaw


@dataclass(frozen=True, slots=True)
class Examined:
    """What is in one file. `end`: where its last whole record ends."""

    entries: list[Entry]
    flaws: list[Flaw]
    end: int


def examined(stream: BinaryIO, name: str) -> Examined:
    """Read every record of a file, and compare its digests."""
    found: list[Flaw] = []
    end = 0

    def whole() -> Iterator[Member]:
        nonlocal end
        for number, member in enumerate(scan_past_flaws(stream), 1):
            if isinstance(member, BrokenMember):
                found.append(Flaw(name, member.offset, number, member.what))
                continue
            end = member.offset + member.length
            found.extend(Flaw(name, member.offset, number, what) for what in _wrong_digests(member))
            yield member

    entries = [entry for entry, _ in indexed(whole(), name)]
    return Examined(entries, found, end)


def _wrong_digests(member: Member) -> Iterator[str]:
    said = member.header("WARC-Block-Digest")
    if said.startswith("sha1:") and writing.digest_of(member.block) != said:
        yield "the block is not what its digest says"
    if member.header("WARC-Type") == "response" and member.header("WARC-Payload-Digest").startswith("sha1:"):
        body = member.block.partition(b"\r\n\r\n")[2]
        if writing.digest_of(body) != member.header("WARC-Payload-Digest"):
            yield "the payload is not what its digest says"
