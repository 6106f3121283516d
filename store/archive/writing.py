"""A capture as WARC 1.1 records, each in a gzip member of its own (ISO 28500:2017, annex D).

Written here and not by warcio, whose writer always compresses at level 9: a page then costs more than
fetching it. warcio reads what is written here; a test asks its checker.
"""

from __future__ import annotations

import base64
import hashlib
import uuid
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from store.archive.values import Capture, Headers, stamp

LEVEL = 2
"""0.15 ms for 60 KB of HTML; level 6 takes 0.85 and saves a fifth of the space, 9 twice that for nothing more."""

STORED = 0
"""For bodies that were served compressed: packing them again costs time and saves nothing."""

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


def new_id() -> str:
    return f"<urn:uuid:{uuid.uuid4()}>"


def response(capture: Capture, record_id: str, digest: str) -> bytes:
    """The `response` record: status line, headers, body as served."""
    block, packed = _http_head(capture), capture.header("content-encoding").strip().lower() not in ("", "identity")
    at, level = stamp(capture.at), STORED if packed else LEVEL
    return _member("response", record_id, at, block, _HTTP_RESPONSE, capture.url, digest, (), capture.body, level)


def revisit(capture: Capture, record_id: str, earlier: Referred) -> bytes:
    """A `revisit`: the same body was served before, or the server said «not modified»."""
    profile = NOT_MODIFIED if capture.status == 304 else SAME_PAYLOAD
    extra = [
        ("WARC-Profile", profile),
        ("WARC-Refers-To", earlier.record_id),
        ("WARC-Refers-To-Target-URI", earlier.url),
        ("WARC-Refers-To-Date", earlier.date),
    ]
    block = _http_head(capture)
    return _member("revisit", record_id, stamp(capture.at), block, _HTTP_RESPONSE, capture.url, earlier.digest, extra)


def request(capture: Capture, of: str) -> bytes:
    """The `request` record that belongs to record `of`."""
    parts = urlsplit(capture.url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    head = _head(f"GET {target} HTTP/1.1", (("Host", parts.netloc), *capture.request_headers))
    extra = [("WARC-Concurrent-To", of)]
    return _member("request", new_id(), stamp(capture.at), head, _HTTP_REQUEST, capture.url, None, extra)


def metadata(capture: Capture, of: str) -> bytes:
    """Whose round fetched record `of`, and the address that was asked for."""
    fields = [("source", capture.source_id), ("round", capture.round_id), ("asked", capture.asked)]
    block = _fields(fields)
    extra = [("WARC-Concurrent-To", of)]
    return _member("metadata", new_id(), stamp(capture.at), block, _WARC_FIELDS, capture.url, None, extra)


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
    level: int = LEVEL,
) -> bytes:
    """One record: its header, `block`, `body`. With a payload digest and gzip's CRC a block digest is needless."""
    fields = [("WARC-Type", kind), ("WARC-Record-ID", record_id), ("WARC-Date", date)]
    if url:
        fields.append(("WARC-Target-URI", url))
    if payload_digest:
        fields.append(("WARC-Payload-Digest", payload_digest))
    else:
        fields.append(("WARC-Block-Digest", digest_of(block)))
    fields += [*extra, ("Content-Type", content_type), ("Content-Length", str(len(block) + len(body)))]
    head = "WARC/1.1\r\n" + "".join(f"{name}: {_one_line(value)}\r\n" for name, value in fields) + "\r\n"
    packer = zlib.compressobj(level, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    parts = (head.encode() + block, body, b"\r\n\r\n")
    return b"".join([*map(packer.compress, parts), packer.flush()])


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
    lines = [first, *(f"{_one_line(name)}: {_one_line(value)}" for name, value in headers)]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8", "replace")


def _fields(pairs: Iterable[tuple[str, str]]) -> bytes:
    return "".join(f"{name}: {_one_line(value)}\r\n" for name, value in pairs if value).encode("utf-8", "replace")


def _one_line(value: str) -> str:
    if value.isprintable():
        return value
    return "".join(c if c.isprintable() else " " for c in value).strip()
