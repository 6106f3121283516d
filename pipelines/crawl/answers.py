"""Answers to a request, parsed by kept libraries: well-formed ones by llhttp (`httptools`), which costs next to
nothing; heads that it refuses by the standard library's `http.client`, which takes what browsers take.

::

    bytes ─► WellFormed ─► Answer
                 └─ refused before its head ended: the same bytes ─► Careless ─► Answer
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from http.client import HTTPException, HTTPResponse, IncompleteRead
from typing import Any, Protocol

from httptools import HttpParserError, HttpParserUpgrade, HttpResponseParser

PART = 1 << 16
"""Bytes of one read: a page of 60 KB comes in one or two."""
MOST_OVERHEAD = 1 << 16
"""Bytes of a head, or between two parts of a body, at most."""

Receive = Callable[[], bytes]
"""The next bytes of the connection; none where it has ended. Raises TimeoutError, OSError."""
RawHeaders = list[tuple[bytes, bytes]]
_REFUSED = (HttpParserError, HttpParserUpgrade)


class Answer(Protocol):
    """The head of an answer, and its body by parts."""

    status: int
    reason: bytes
    headers: RawHeaders

    @property
    def surplus(self) -> bool:
        """Once the body was read: whether anything but blank lines came after its announced end, or that end is in
        doubt."""

    def parts(self) -> Iterator[bytes]:
        """The body, without its transfer coding. Raises IncompleteRead, HTTPException, TimeoutError, OSError."""

    def release(self) -> bool:
        """No more is read. Whether the next request may go over the connection: the answer came to its end, and
        nothing after it."""


def read_answer(receive: Receive) -> Answer:
    """The answer whose head comes next. Raises HTTPException, TimeoutError, OSError."""
    answer = WellFormed(receive)
    taken = answer.read_head()
    return answer if taken is None else Careless(receive, taken)


class WellFormed:
    """An answer as llhttp reads it. The methods called `on_…` are for the parser."""

    def __init__(self, receive: Receive) -> None:
        self.status = 0
        self.reason = b""
        self.headers: RawHeaders = []
        self.surplus = False
        self._receive = receive
        self._parts: list[bytes] = []
        self._headed = self._ended = self._stays_open = self._chunk_begun = False
        self._parser = HttpResponseParser(self)
        # old servers pad the sizes of chunks and end lines with LF; browsers take both
        self._parser.set_dangerous_leniencies(lenient_optional_cr_before_lf=True, lenient_spaces_after_chunk_size=True)

    def read_head(self) -> bytes | None:
        """None once the head is there, else the bytes that were taken and refused."""
        taken = b""
        while not self._headed:
            part = self._receive()
            taken += part
            if not part or len(taken) > MOST_OVERHEAD + PART:
                return taken
            try:
                self._parser.feed_data(part)
            except _REFUSED:
                if not self._headed:
                    return taken
                self._refused()
        return None

    def parts(self) -> Iterator[bytes]:
        got = idle = 0
        while True:
            parts, self._parts = self._parts, []
            for part in parts:
                got += len(part)
                yield part
            if self._ended:
                return
            received = self._receive()
            idle = 0 if parts else idle + len(received)
            if not received:
                return self._at_end(got)
            if idle > MOST_OVERHEAD:
                raise IncompleteRead(b"")
            try:
                self._parser.feed_data(received)
            except _REFUSED:
                self._refused()

    def release(self) -> bool:
        del self._parser  # it knows our methods: a circle, with the page in it
        return self._ended and self._stays_open and not self.surplus

    def _refused(self) -> None:
        if not self._ended:
            raise IncompleteRead(b"")
        self.surplus = True

    def _at_end(self, got: int) -> None:
        """Fine where the end of the connection is the end of the body (RFC 9112 §6.3)."""
        said = {name.lower(): value for name, value in self.headers}
        if b"content-length" in said:
            raise IncompleteRead(b"", int(said[b"content-length"]) - got)
        if b"chunked" in said.get(b"transfer-encoding", b"").lower():
            if not self._chunk_begun:
                raise IncompleteRead(b"")
            self.surplus = True  # the last chunk, mostly, without the blank line after it; the body has to look whole

    def on_message_begin(self) -> None:
        if self._ended:
            raise HTTPException("an answer to no request")

    def on_status(self, reason: bytes) -> None:
        self.reason += reason

    def on_header(self, name: bytes, value: bytes) -> None:
        if not self._headed:  # what comes later are trailers
            self.headers.append((name, value))

    def on_headers_complete(self) -> None:
        self.status = self._parser.get_status_code()
        self._headed = self.status >= 200
        self._stays_open = self._parser.should_keep_alive()

    def on_chunk_header(self) -> None:
        self._chunk_begun = True

    def on_body(self, part: bytes) -> None:
        self._chunk_begun = False
        self._parts.append(part)

    def on_message_complete(self) -> None:
        self._ended = self._headed
        if not self._headed:  # 1xx: the answer is still to come
            self.reason = b""
            self.headers.clear()


class Careless:
    """An answer as `http.client` reads it: PHP's warnings among the headers, lengths in words, two lengths."""

    def __init__(self, receive: Receive, taken: bytes) -> None:
        self._reader = _Reader(_Rest(receive, taken), PART)
        self._response = response = HTTPResponse(self)  # type: ignore[arg-type]
        response.begin()
        self.status = response.status
        self.reason = response.reason.encode("latin-1")
        self.headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in response.getheaders()]
        if any(b"\0" in value for _, value in self.headers):
            raise HTTPException("a null byte in a header")

    def makefile(self, _mode: str) -> _Reader:
        """What `http.client` asks of a socket."""
        return self._reader

    def parts(self) -> Iterator[bytes]:
        while part := self._response.read(PART):
            yield part
        if self._response.length:
            raise IncompleteRead(b"", self._response.length)

    def release(self) -> bool:
        return False

    @property
    def surplus(self) -> bool:
        return bool(self._reader.surplus.strip())


class _Rest(io.RawIOBase):
    """What was taken already, then what comes."""

    def __init__(self, receive: Receive, taken: bytes) -> None:
        self._receive = receive
        self._taken = taken
        self.ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if self.ended:
            return 0
        part = self._taken or self._receive()
        size = min(len(part), len(buffer))
        buffer[:size] = part[:size]
        self._taken = part[size:]
        return size


class _Reader(io.BufferedReader):
    """Tells, once `http.client` has closed it, what had come after the end of the answer."""

    raw: _Rest
    surplus = b""

    def close(self) -> None:
        if not self.closed:
            self.raw.ended = True
            self.surplus = bytes(self.peek(1))
        super().close()
