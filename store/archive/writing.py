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
import struct
import time
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

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


def new_id() -> str:
    """A UUID that begins with the time (RFC 9562, version 7): the index then grows at its end, for a third of the
    cost. The system seeds the generator: asking it each time would let go of the interpreter, three times a capture."""
    at, chance = time.time_ns() // 1_000_000, _numbers.getrandbits(74)
    number = at << 80 | 7 << 76 | (chance >> 62) << 64 | 0b10 << 62 | chance & (1 << 62) - 1
    h = f"{number:032x}"
    return f"<urn:uuid:{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:]}>"


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
    record_id, at = new_id(), stamp(capture.at)
    first = _revisit(capture, record_id, at, earlier) if earlier else _response(capture, record_id, at, digest)
    rest = _request(capture, record_id, at) + _metadata(capture, record_id, at)
    return Group(
        "revisit" if earlier else "response",
        record_id,
        earlier.digest if earlier else digest,
        earlier.record_id if earlier else record_id,
        len(first),
        first + rest,
    )


def _response(capture: Capture, record_id: str, at: str, digest: str) -> bytes:
    """Status line, headers, body as served."""
    head, url = _http_head(capture), capture.url
    packed = capture.header("content-encoding").strip().lower() not in ("", "identity")
    pack = _stored if packed else _packed
    return _member("response", record_id, at, head, _HTTP_RESPONSE, url, digest, (), capture.body, pack)


def _revisit(capture: Capture, record_id: str, at: str, earlier: Referred) -> bytes:
    """The same body was served before, or the server said «not modified»."""
    profile = NOT_MODIFIED if capture.status == 304 else SAME_PAYLOAD
    extra = [
        ("WARC-Profile", profile),
        ("WARC-Refers-To", earlier.record_id),
        ("WARC-Refers-To-Target-URI", earlier.url),
        ("WARC-Refers-To-Date", earlier.date),
    ]
    block = _http_head(capture)
    return _member("revisit", record_id, at, block, _HTTP_RESPONSE, capture.url, earlier.digest, extra)


def _request(capture: Capture, of: str, at: str) -> bytes:
    """What was asked to get record `of`."""
    parts = urlsplit(capture.url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    asked = f"GET {target} HTTP/1.1\r\nHost: {_one_line(parts.netloc)}"
    head = _head(asked, capture.request_headers)
    return _member("request", new_id(), at, head, _HTTP_REQUEST, capture.url, None, [("WARC-Concurrent-To", of)])


def _metadata(capture: Capture, of: str, at: str) -> bytes:
    """Whose round fetched record `of`, and the address that was asked for."""
    block = _fields([("source", capture.source_id), ("round", capture.round_id), ("asked", capture.asked)])
    return _member("metadata", new_id(), at, block, _WARC_FIELDS, capture.url, None, [("WARC-Concurrent-To", of)])


def warcinfo(filename: str, date: str) -> bytes:
    """The first record of a file."""
    fields = [
        ("software", "Dure"),
        ("format", "WARC File Format 1.1"),
        ("conformsTo", "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"),
        ("robots", "obey"),
    ]
    return _member("warcinfo", new_id(), date, _fields(fields), _WARC_FIELDS, "", None, [("WARC-Filename", filename)])


_HTTP_RESPONSE = "application/http; msgtype=response"
_HTTP_REQUEST = "application/http; msgtype=request"
_WARC_FIELDS = "application/warc-fields"


def _member(
    kind: str,
    record_id: str,
    date: str,
    block: bytes,
    content_type: str,
    url: str,
    payload_digest: str | None,
    extra: Iterable[tuple[str, str]] = (),
    body: bytes = b"",
    pack: Callable[[bytes], bytes] | None = None,
) -> bytes:
    """One record: its header, `block`, `body`. With gzip's CRC around it a block digest is needless."""
    target = f"WARC-Target-URI: {_one_line(url)}\r\n" if url else ""
    digest = f"WARC-Payload-Digest: {payload_digest}\r\n" if payload_digest else ""
    more = "".join(f"{name}: {_one_line(value)}\r\n" for name, value in extra)
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: {record_id}\r\nWARC-Date: {date}\r\n"
        f"{target}{digest}{more}Content-Type: {content_type}\r\n"
        f"Content-Length: {len(block) + len(body)}\r\n\r\n"
    )
    return (pack or _stored)(b"".join((head.encode(), block, body, b"\r\n\r\n")))


def _packed(record: bytes) -> bytes:
    packed: bytes = isal_zlib.compress(record, LEVEL, GZIP)
    return packed


def _stored(record: bytes) -> bytes:
    """A gzip member without compression (RFC 1952, RFC 1951 §3.2.4), for bodies that were served compressed and
    for records of a few lines: packing them costs time and saves next to nothing."""
    parts = [_GZIP_HEAD]
    for at in range(0, len(record), 65535):
        block = record[at : at + 65535]
        parts += (struct.pack("<BHH", at + 65535 >= len(record), len(block), len(block) ^ 0xFFFF), block)
    parts.append(struct.pack("<LL", zlib.crc32(record), len(record) & 0xFFFFFFFF))
    return b"".join(parts)


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
