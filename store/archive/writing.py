"""A capture as WARC 1.1 records, each in a gzip member of its own (ISO 28500:2017, annex D).

Written here and not by warcio, whose writer always compresses at level 9: a page then costs more than
fetching it. warcio reads what is written here; a test asks its checker. The members are packed by ISA-L
(`isal`), which writes ordinary gzip four times as fast as zlib at its lowest level, and smaller.
"""

from __future__ import annotations

import base64
import hashlib
import os
import random
import re
import struct
import time
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from isal import isal_zlib

from store.archive.values import Capture, Headers, Kind, stamp

LEVEL = 1
"""Of ISA-L: 0.08–0.12 ms for 60 KB of HTML. zlib takes 0.3–0.6 at its level 1 for 1–18 % more bytes, and 0.9–1.3
at level 6 for a tenth less."""

GZIP = 16 + zlib.MAX_WBITS

SAME_PAYLOAD = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"


@dataclass(frozen=True, slots=True)
class Referred:
    """The earlier capture whose body a revisit repeats."""

    url: str
    date: str
    record_id: str
    digest: str


def digest_of(payload: bytes) -> str:
    """The payload's digest in the form WARC tools expect."""
    return "sha1:" + base64.b32encode(hashlib.sha1(payload, usedforsecurity=False).digest()).decode()


_numbers = random.Random()
os.register_at_fork(after_in_child=_numbers.seed)


def new_ids() -> tuple[str, str, str]:
    """Three UUIDs that begin with the time (RFC 9562, version 7): the index then grows at its end, for a third of the
    cost. The system seeds the generator: asking it each time would let go of the interpreter. The second and the
    third count on from the first (§6.2, method 2)."""
    at, chance, last = time.time_ns() // 1_000_000, _numbers.getrandbits(26), _numbers.getrandbits(48) & ~3
    h = f"{at << 32 | 7 << 28 | (chance >> 14) << 16 | 0b10 << 14 | chance & 0x3FFF:020x}"
    common = f"<urn:uuid:{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:]}-"
    return f"{common}{last:012x}>", f"{common}{last + 1:012x}>", f"{common}{last + 2:012x}>"


@dataclass(frozen=True, slots=True)
class Group:
    """The members of one capture as they are appended; the first, of `length` bytes, is the answer itself."""

    kind: Kind
    record_id: str
    digest: str
    body_in: str  # the record that holds the body
    length: int
    data: bytes


def group(capture: Capture, digest: str, earlier: Referred | None) -> Group:
    """The records of a capture: `response` or `revisit`, then `request`, then `metadata`."""
    record_id, asked_id, about_id = new_ids()
    same = f"WARC-Date: {stamp(capture.at)}\r\nWARC-Target-URI: {(url := _one_line(capture.url))}\r\n"
    of = f"{same}WARC-Concurrent-To: {record_id}\r\n"
    first = _revisit(capture, record_id, same, earlier) if earlier else _response(capture, record_id, same, digest)
    asked = _member("request", asked_id, of, _HTTP_REQUEST, _asked(url, capture.request_headers))
    about = _member("metadata", about_id, of, _WARC_FIELDS, _about(capture.source_id, capture.round_id, capture.asked))
    return Group(
        "revisit" if earlier else "response",
        record_id,
        earlier.digest if earlier else digest,
        earlier.record_id if earlier else record_id,
        len(first),
        b"".join((first, asked, about)),
    )


def _response(capture: Capture, record_id: str, same: str, digest: str) -> bytes:
    """Status line, headers, body as served."""
    packed = capture.header("content-encoding").strip().lower() not in ("", "identity")
    fields = f"{same}WARC-Payload-Digest: {digest}\r\n"
    pack = _stored if packed else _packed
    return _member("response", record_id, fields, _HTTP_RESPONSE, _http_head(capture), capture.body, pack)


def _revisit(capture: Capture, record_id: str, same: str, earlier: Referred) -> bytes:
    """The same body was served before, or the server said «not modified»."""
    profile = NOT_MODIFIED if capture.status == 304 else SAME_PAYLOAD
    fields = (
        f"{same}WARC-Payload-Digest: {earlier.digest}\r\nWARC-Profile: {profile}\r\n"
        f"WARC-Refers-To: {_one_line(earlier.record_id)}\r\n"
        f"WARC-Refers-To-Target-URI: {_one_line(earlier.url)}\r\nWARC-Refers-To-Date: {earlier.date}\r\n"
    )
    return _member("revisit", record_id, fields, _HTTP_RESPONSE, _http_head(capture))


_PARTS = re.compile(r"(?:[^:/?#]+:)?(?://([^/?#]*))?([^?#]*)(\?[^#]*)?")
"""RFC 3986, appendix B: authority, path, query."""


def _asked(url: str, headers: Headers) -> bytes:
    """What was asked to get an answer."""
    parts = _PARTS.match(url)
    assert parts is not None, "every part may be missing, so it fits everything"
    authority, path, query = parts.groups("")
    return _head(f"GET {path or '/'}{query} HTTP/1.1\r\nHost: {authority}", headers)


@lru_cache(maxsize=256)
def _about(source_id: str, round_id: str, asked: str) -> bytes:
    """Whose round fetched a record, and the address that was asked for."""
    return _fields([("source", source_id), ("round", round_id), ("asked", asked)])


def warcinfo(filename: str, date: str) -> bytes:
    """The first record of a file."""
    fields = [
        ("software", "Dure"),
        ("format", "WARC File Format 1.1"),
        ("conformsTo", "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"),
        ("robots", "obey"),
    ]
    own = f"WARC-Date: {date}\r\nWARC-Filename: {_one_line(filename)}\r\n"
    return _member("warcinfo", new_ids()[0], own, _WARC_FIELDS, _fields(fields))


_HTTP_RESPONSE = "application/http; msgtype=response"
_HTTP_REQUEST = "application/http; msgtype=request"
_WARC_FIELDS = "application/warc-fields"


def _member(
    kind: str,
    record_id: str,
    fields: str,
    content_type: str,
    block: bytes,
    body: bytes = b"",
    pack: Callable[[bytes], bytes] | None = None,
) -> bytes:
    """One record: its header with `fields`, `block`, `body`. With gzip's CRC around it a block digest is needless."""
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: {record_id}\r\n{fields}"
        f"Content-Type: {content_type}\r\nContent-Length: {len(block) + len(body)}\r\n\r\n"
    )
    return (pack or _stored)(b"".join((head.encode(), block, body, b"\r\n\r\n")))


def _packed(record: bytes) -> bytes:
    packed: bytes = isal_zlib.compress(record, LEVEL, GZIP)
    return packed


def _stored(record: bytes) -> bytes:
    """A gzip member without compression (RFC 1952, RFC 1951 §3.2.4), for bodies that were served compressed and
    for records of a few lines: packing them costs time and saves next to nothing."""
    blocks = [record[at : at + _MOST] for at in range(0, len(record) - _MOST, _MOST)]
    parts = [part for block in blocks for part in (b"\0\xff\xff\0\0", block)]
    last = record[len(blocks) * _MOST :] if blocks else record
    ends = _LAST(1, len(last), len(last) ^ 0xFFFF), _TRAILER(isal_zlib.crc32(record), len(record) & 0xFFFFFFFF)
    return b"".join((_GZIP_HEAD, *parts, ends[0], last, ends[1]))


_MOST = 0xFFFF
_LAST, _TRAILER = struct.Struct("<BHH").pack, struct.Struct("<LL").pack
_GZIP_HEAD = b"\x1f\x8b\x08\0\0\0\0\0\0\xff"


def _http_head(capture: Capture) -> bytes:
    """The head as served, except that the body has no transfer coding any more and has this length."""
    headers: list[tuple[str, str]] = []
    for name, value in capture.headers:
        if name.lower() == "transfer-encoding":
            name = "X-Archive-Orig-Transfer-Encoding"
        elif name.lower() == "content-length" and capture.status != 304 and value.strip() != str(len(capture.body)):
            name = "X-Archive-Orig-Content-Length"
        headers.append((name, value))
    return _head(f"HTTP/1.1 {capture.status} {_one_line(capture.reason)}".rstrip(), headers)


def _head(first: str, headers: Iterable[tuple[str, str]] | Headers) -> bytes:
    return first.encode("utf-8", "replace") + b"\r\n" + _lines(tuple(headers)) + b"\r\n"


@lru_cache(maxsize=256)
def _lines(headers: Headers) -> bytes:
    """Cached: what is sent is the same for all pages, and much of what comes back for those of a host."""
    return "".join(f"{_one_line(name)}: {_one_line(value)}\r\n" for name, value in headers).encode("utf-8", "replace")


def _fields(pairs: Iterable[tuple[str, str]]) -> bytes:
    return "".join(f"{name}: {_one_line(value)}\r\n" for name, value in pairs if value).encode("utf-8", "replace")


def _one_line(value: str) -> str:
    if value.isprintable():
        return value
    return "".join(c if c.isprintable() else " " for c in value).strip()
