"""HTTP/1.1 from the client's side, over one connected socket: RFC 9112, as forgiving as browsers are, and no more.

::

    ask ─► head of the answer ─► its body by parts (chunks, a length, or until the server hangs up)

Forgiven: lines that end in a bare LF, header lines without a colon, values in any encoding, bytes past the
Content-Length (browsers drop them and the connection; so does this). Refused: two lengths that differ, a length
beside chunks, null bytes: with those nobody knows where an answer ends.
"""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

MOST_HEAD = 1 << 16
"""Bytes of status line and headers together; also of the trailers after the last chunk."""
PART = 1 << 16
"""Bytes of one read: a page of 60 KB comes in one or two."""
MOST_INTERIM = 20
"""Answers of 1xx before the real one."""

RawHeaders = tuple[tuple[bytes, bytes], ...]

_STATUS = re.compile(rb"HTTP/1\.([01]) +([1-5]\d\d)(?: +([^\r\n]*))?[ \t]*")
_END = re.compile(rb"\r?\n\r?\n")
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,15})[ \t]*(?:;[^\n]*)?")


class NotUnderstood(Exception):
    """The bytes are no HTTP that we understand; the message says what is wrong."""


class BrokenOff(Exception):
    """The server hung up before the end of its answer."""


class HungUp(ConnectionError):
    """The server hung up without a byte of an answer: a kept connection that it had closed in the meantime."""


class Stream:
    """A connected socket. Every operation ends with the request it belongs to, however slowly the bytes drip."""

    def __init__(self, connected: socket.socket) -> None:
        self.socket = connected
        self.until = 0.0  # of time.monotonic(), set for each request
        self.idle_since = 0.0
        self._held = b""  # read from the socket, not yet taken

    def send(self, data: bytes) -> None:
        self._hurry()
        self.socket.sendall(data)

    def head(self) -> bytes:
        """The bytes up to an empty line, without it. Raises HungUp, BrokenOff, NotUnderstood."""
        while (end := _END.search(self._held)) is None:
            if self._held and not b"HTTP/1".startswith(self._held[:6]):
                raise NotUnderstood(f"no HTTP answer but {self._held[:20]!r}")
            if len(self._held) > MOST_HEAD:
                raise NotUnderstood(f"headers of more than {MOST_HEAD >> 10} KB")
            self._more()
        head, self._held = self._held[: end.start()], self._held[end.end() :]
        return head

    def line(self) -> bytes:
        """One line without its end, of a chunk's size or a trailer."""
        while (at := self._held.find(b"\n")) < 0:
            if len(self._held) > MOST_HEAD:
                raise NotUnderstood("a chunk without a size")
            self._more()
        line, self._held = self._held[:at], self._held[at + 1 :]
        return line.rstrip(b"\r")

    def some(self, most: int) -> bytes:
        """At most so many bytes, as they come; none at the end."""
        held = self._held or self._receive(PART)
        part, self._held = held[:most], held[most:]
        return part

    @property
    def surplus(self) -> bytes:
        """What was read past the end of an answer."""
        return self._held

    def close(self) -> None:
        self.socket.close()

    def _more(self) -> None:
        part = self._receive(PART)
        if not part and not self._held:
            raise HungUp("the server hung up without an answer")
        if not part:
            raise BrokenOff("the answer breaks off")
        self._held += part

    def _receive(self, most: int) -> bytes:
        self._hurry()
        return self.socket.recv(most)

    def _hurry(self) -> None:
        left = self.until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self.socket.settimeout(left)


@dataclass
class Answer:
    """The head of an answer, and where its body ends.

    `length` is None where the server hanging up is the end; `reusable` turns true once the body was read
    to an end after which the connection may carry the next request.
    """

    stream: Stream
    status: int
    reason: bytes
    headers: RawHeaders
    chunked: bool
    length: int | None
    keeps_open: bool
    reusable: bool = False

    def parts(self) -> Iterator[bytes]:
        """The body, without its transfer coding. Raises BrokenOff, NotUnderstood, TimeoutError."""
        try:
            yield from self._chunks() if self.chunked else self._plain()
        except OSError as error:
            if isinstance(error, TimeoutError):
                raise
            raise BrokenOff(f"the body breaks off ({error})") from error
        self.reusable = self.keeps_open and not self.stream.surplus

    def _plain(self) -> Iterator[bytes]:
        left = self.length
        while left is None or left > 0:
            part = self.stream.some(PART if left is None else left)
            if not part:
                if left is None:
                    return
                raise BrokenOff(f"{left} of {self.length} bytes are missing")
            left = None if left is None else left - len(part)
            yield part

    def _chunks(self) -> Iterator[bytes]:
        while left := self._chunk_size():
            while left:
                part = self.stream.some(left)
                if not part:
                    raise BrokenOff("breaks off within a chunk")
                left -= len(part)
                yield part
            if self.stream.line():
                raise NotUnderstood("a chunk longer than its size")
        size = 0
        while trailer := self.stream.line():
            size += len(trailer)
            if size > MOST_HEAD:
                raise NotUnderstood("trailers without end")

    def _chunk_size(self) -> int:
        try:
            line = self.stream.line()
        except HungUp as error:
            raise BrokenOff("breaks off between two chunks") from error
        match = _CHUNK.fullmatch(line)
        if match is None:
            raise NotUnderstood(f"a chunk of size {line[:20]!r}")
        return int(match[1], 16)


def read_answer(stream: Stream) -> Answer:
    """The head of the answer to a GET. Raises HungUp, BrokenOff, NotUnderstood, TimeoutError."""
    for _interim in range(MOST_INTERIM):
        first, *lines = stream.head().split(b"\n")
        match = _STATUS.fullmatch(first.rstrip(b"\r"))
        if match is None:
            raise NotUnderstood(f"no HTTP answer but {first[:40]!r}")
        status = int(match[2])
        if status >= 200:
            return _framed(stream, match[1] == b"1", status, match[3] or b"", _headers(lines))
    raise NotUnderstood(f"more than {MOST_INTERIM} interim answers")


def _headers(lines: list[bytes]) -> RawHeaders:
    found: list[tuple[bytes, bytes]] = []
    for line in lines:
        if b"\0" in line:
            raise NotUnderstood("a null byte in a header")
        if line[:1] in (b" ", b"\t") and found:  # folded, as RFC 822 had it
            found[-1] = found[-1][0], found[-1][1] + b" " + line.strip()
            continue
        name, colon, value = line.partition(b":")
        if colon and not name.strip():
            raise NotUnderstood("a header without a name")
        if colon:
            found.append((name.strip(), value.strip()))
    return tuple(found)


def _framed(stream: Stream, modern: bool, status: int, reason: bytes, headers: RawHeaders) -> Answer:
    """RFC 9112 §6.3: how long the body is."""
    said = {name.lower(): value.lower() for name, value in headers}
    claims = [value.split(b",") for name, value in headers if name.lower() == b"content-length"]
    lengths = {claim.strip() for claim in chain(*claims)}
    chunked = b"transfer-encoding" in said
    if chunked and said[b"transfer-encoding"] != b"chunked":
        raise NotUnderstood(f"a transfer coding nobody asked for: {said[b'transfer-encoding'][:40]!r}")
    if chunked and lengths:
        raise NotUnderstood("a length and chunks")
    if len(lengths) > 1 or any(not length.isdigit() for length in lengths):
        raise NotUnderstood(f"a length of {b', '.join(sorted(lengths))[:40]!r}")
    length = int(lengths.pop()) if lengths else None
    if status in (204, 304):
        chunked, length = False, 0
    wishes = said.get(b"connection", b"")
    open_ = b"close" not in wishes if modern else b"keep-alive" in wishes
    return Answer(stream, status, reason, headers, chunked, length, open_ and (chunked or length is not None))
