"""Recordings, ours and foreign: WARC 1.0/1.1 and ARC, gzipped per record or plain, a file or a folder."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import AbstractContextManager, redirect_stderr
from dataclasses import dataclass, replace
from datetime import datetime
from heapq import merge
from io import StringIO
from pathlib import Path
from typing import Any, BinaryIO

from store.archive.index import warc_fields
from store.archive.values import ArchiveError, Capture, moment
from store.counted import counted

NAMES = (".warc.gz", ".warc", ".arc.gz", ".arc")
OPEN_AT_ONCE = 100
LARGEST_BODY = 10 * 2**20 + 1
"""Bytes of a body that are read: one more than the crawler takes, enough to refuse it."""


def is_recording(path: Path) -> bool:
    """By its name: a WARC or ARC file."""
    return path.name.endswith(NAMES)


def replay(path: Path) -> Iterator[Capture]:
    """All answers recorded in a file, or in the files of a folder merged by time; revisits with their body.

    Raises ArchiveError (file, record, what is wrong) where a file cannot be read on, after everything
    that can be read, of the other files too, has been given.
    """
    files = sorted(f for f in path.iterdir() if is_recording(f)) if path.is_dir() else [path]
    if not files:
        raise ArchiveError(f"The folder {path} holds no WARC file ({', '.join('*' + n for n in NAMES)}).")
    bodies: dict[tuple[str, str], _Place] = {}
    complaints: list[str] = []
    for some in (files[at : at + OPEN_AT_ONCE] for at in range(0, len(files), OPEN_AT_ONCE)):
        yield from merge(*(_readable(file, bodies, complaints) for file in some), key=lambda capture: capture.at)
    if complaints:
        more = f" (and {counted(len(complaints) - 1, 'more file')})" if len(complaints) > 1 else ""
        raise ArchiveError(complaints[0] + more)


def _readable(file: Path, bodies: dict[tuple[str, str], _Place], complaints: list[str]) -> Iterator[Capture]:
    """What can be read of one file; what is wrong with it goes into the complaints."""
    try:
        with file.open("rb") as stream:
            yield from _answers(stream, file, bodies)
    except ArchiveError as error:
        complaints.append(str(error))
    except OSError as error:
        complaints.append(f"{file} cannot be read ({error.strerror or error}).")


class _BadRecord(Exception):
    """What is wrong with one record; where it lies is added by whoever counts them."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a body lies, for later revisits."""

    file: Path
    offset: int


def _answers(stream: BinaryIO, file: Path, bodies: dict[tuple[str, str], _Place]) -> Iterator[Capture]:
    waiting: _Waiting | None = None
    try:
        for number, record, offset in _records(stream, file):
            if waiting:
                waiting.whole = True
            kind = record.rec_type
            if kind == "metadata" and waiting and record.rec_headers.get_header("WARC-Concurrent-To") == waiting.id:
                waiting.capture = _described(waiting.capture, record.raw_stream.read())
            elif kind in ("response", "revisit", "resource") and _target(record).startswith(("http:", "https:")):
                if waiting:
                    yield waiting.capture
                    waiting = None
                capture = _located(record, number, _Place(file, offset), bodies)
                waiting = _Waiting(record.rec_headers.get_header("WARC-Record-ID") or "", capture)
    except ArchiveError:
        if waiting and waiting.whole:
            yield waiting.capture
        raise
    if waiting:
        yield waiting.capture


@dataclass(slots=True)
class _Waiting:
    """An answer whose metadata may follow. `whole` once the record after it was reached."""

    id: str
    capture: Capture
    whole: bool = False


def _located(record: Any, number: int, place: _Place, bodies: dict[tuple[str, str], _Place]) -> Capture:
    try:
        with _quiet():
            return _capture(record, place, bodies)
    except _BadRecord as bad:
        raise ArchiveError(f"{place.file}: record {number} {bad}") from bad


def _records(stream: BinaryIO, file: Path) -> Iterator[tuple[int, Any, int]]:
    """(number, record of warcio, offset); everything it raises becomes one sentence."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.statusandheaders import StatusAndHeadersParserException

    number = last = length = 0
    records = ArchiveIterator(stream)
    while True:
        number += 1
        try:
            with _quiet():
                record = next(records, None)
            if record is None:
                _check_end(stream, last, length)
                break
            last = records.offset
            yield number, record, last
            with _quiet():
                _check_whole(record)
                length = records.get_record_length()
        except _BadRecord as bad:
            raise ArchiveError(f"{file}: record {number} {bad}") from bad
        except (
            ArchiveLoadFailed,
            StatusAndHeadersParserException,
            EOFError,
            zlib.error,
            ValueError,
            KeyError,
            AttributeError,  # a damaged head without the fields that warcio takes for granted
            TypeError,
        ) as error:
            said = str(error).strip().splitlines()
            why = said[0] if said else type(error).__name__
            raise ArchiveError(f"{file}: record {number} cannot be read as WARC ({why}).") from error
    if number == 1:
        raise ArchiveError(f"{file} is empty: no WARC record in it.")


def _quiet() -> AbstractContextManager[Any]:
    """warcio prints warnings of several lines; what is wrong is said in one sentence, by us."""
    return redirect_stderr(StringIO())


_CUT_SHORT = "breaks off in the middle; the recording is cut short."


def _check_whole(record: Any) -> None:
    """A recording cut in the middle ends with a record shorter than it says."""
    while record.raw_stream.read(1 << 16):
        pass
    unmeasured = record.format == "warc" and not record.rec_headers.get_header("Content-Length")  # cut in its head
    if unmeasured or getattr(record.raw_stream, "limit", 0) > 0:
        raise _BadRecord(_CUT_SHORT)


def _check_end(stream: BinaryIO, last: int, length: int) -> None:
    """A cut in the head of a record, or in the checksum of its compression, is for warcio the end of the file.

    `last`, `length`: where the last record begins that it gave, and how many bytes it takes.
    """
    stream.seek(last)
    if stream.read(1) == b"\x1f":
        stream.seek(last)
        whole = _ends_with_a_member(stream)
    else:
        stream.seek(last + length)
        whole = not stream.read(1 << 16).strip(b"\r\n\0")
    if not whole:
        raise _BadRecord(_CUT_SHORT)


def _ends_with_a_member(stream: BinaryIO) -> bool:
    """Whether what follows is nothing but whole gzip members, and zeros, which gzip lets follow."""
    unzip = zlib.decompressobj(zlib.MAX_WBITS | 16)
    begun = False
    while data := stream.read(1 << 16):
        while data:
            begun = True
            unzip.decompress(data)
            data = unzip.unused_data.lstrip(b"\0")
            if unzip.eof:
                unzip, begun = zlib.decompressobj(zlib.MAX_WBITS | 16), False
    return not begun


def _capture(record: Any, place: _Place, bodies: dict[tuple[str, str], _Place]) -> Capture:
    url, head = _target(record), record.http_headers
    digest = record.rec_headers.get_header("WARC-Payload-Digest") or ""
    headers = tuple((str(k), str(v)) for k, v in head.headers) if head else ()
    if record.rec_type == "revisit":
        body = _earlier_body(record, digest, bodies)
    else:
        body = _payload(record, headers)
        if digest:
            bodies.setdefault((url, digest), place)
    status, _, reason = (head.statusline if head else "200 OK").partition(" ")
    if not status.isdecimal():
        raise _BadRecord(f"has no HTTP status («{status[:40]}»).")
    if not headers and record.content_type:
        headers = (("Content-Type", record.content_type),)
    return Capture(url, _date(record), int(status), headers, body, reason)


def _payload(record: Any, headers: tuple[tuple[str, str], ...]) -> bytes:
    from warcio.bufferedreaders import ChunkedDataReader

    stream = record.raw_stream
    if any(k.lower() == "transfer-encoding" and "chunked" in v.lower() for k, v in headers):
        stream = ChunkedDataReader(stream, decomp_type=None)
    parts: list[bytes] = []
    left = LARGEST_BODY
    while left > 0 and (part := stream.read(min(left, 1 << 16))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _earlier_body(record: Any, digest: str, bodies: dict[tuple[str, str], _Place]) -> bytes:
    """The body a revisit repeats; empty where the recording does not hold it."""
    from warcio.archiveiterator import ArchiveIterator

    uri = (record.rec_headers.get_header("WARC-Refers-To-Target-URI") or _target(record)).strip("<>")
    place = bodies.get((uri, digest))
    if place is None:
        return b""
    with place.file.open("rb") as stream:
        stream.seek(place.offset)
        earlier = next(iter(ArchiveIterator(stream)))
        return _payload(earlier, tuple(earlier.http_headers.headers) if earlier.http_headers else ())


def _described(capture: Capture, block: bytes) -> Capture:
    fields = warc_fields(block)
    return replace(
        capture,
        source_id=fields.get("source", ""),
        round_id=fields.get("round", ""),
        asked=fields.get("asked", ""),
    )


def _target(record: Any) -> str:
    return str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")


def _date(record: Any) -> datetime:
    said = record.rec_headers.get_header("WARC-Date") or ""
    try:
        return moment(said)
    except ValueError:
        raise _BadRecord(f"has no date that can be read («{said[:40]}»).") from None
