"""Response bodies: decompressed by small steps, so that a bomb is stopped at the limit and not after it.

gzip, which nearly every server sends, is undone by ISA-L (`isal`) at a third of zlib's cost; zlib is
stricter about the beginning of a stream, by which raw deflate is told from proper one.
"""

from __future__ import annotations

import zlib
from typing import Any

from isal import isal_zlib

from pipelines.crawl.response import Failure

MAX_BODY = 10 * 2**20
"""Bytes of a body, unpacked. Larger ones are no articles."""

GZIP_MAGIC = b"\x1f\x8b"
_BROKEN: Any = (zlib.error, isal_zlib.error)


class BodyRefused(Exception):
    """A body that is not read, or not to its end."""

    def __init__(self, failure: Failure, detail: str) -> None:
        super().__init__(detail)
        self.failure = failure
        self.detail = detail


class Inflater:
    """Takes a body chunk by chunk and gives it back without its Content-Encoding.

    Raises BodyRefused past `limit` bytes, on an encoding we did not ask for, on a broken stream.
    """

    def __init__(self, encoding: str, limit: int) -> None:
        self._left = limit
        self._limit = limit
        self._name = encoding.strip().lower()
        self._started = False
        self._z: Any = None
        if self._name in ("gzip", "x-gzip"):
            self._z = isal_zlib.decompressobj(zlib.MAX_WBITS | 16)
        elif self._name == "deflate":
            self._z = zlib.decompressobj()
        elif self._name not in ("", "identity"):
            raise BodyRefused(Failure.BAD_ENCODING, f"compressed as {encoding[:40]!r}, which was not asked for")

    @property
    def packed(self) -> bool:
        """Whether there is an encoding to undo."""
        return self._z is not None

    def feed(self, chunk: bytes) -> bytes:
        """The chunk, unpacked."""
        out = chunk if self._z is None else self._unpack(chunk)
        self._left -= len(out)
        if self._left < 0:
            raise BodyRefused(Failure.TOO_LARGE, f"more than {self._limit / 2**20:g} MB")
        return out

    def end(self) -> bytes:
        """What was still buffered."""
        if self._z is None or not self._started:
            return b""
        rest: bytes = self._z.flush()
        if not self._z.eof:
            raise BodyRefused(Failure.INCOMPLETE, f"the {self._name} stream breaks off")
        return rest

    def _unpack(self, chunk: bytes) -> bytes:
        if not self._started and self._name != "deflate" and not chunk.startswith(GZIP_MAGIC[: len(chunk)]):
            raise BodyRefused(Failure.BAD_ENCODING, f"called {self._name}, which it is not")
        try:
            # one byte more than allowed is enough to know
            out: bytes = self._z.decompress(chunk, self._left + 1)
        except _BROKEN as error:
            if self._started or self._name != "deflate":
                raise BodyRefused(Failure.BAD_ENCODING, f"broken {self._name} ({error})") from error
            self._z = zlib.decompressobj(-zlib.MAX_WBITS)  # raw deflate, as old IIS servers send
            self._started = True
            return self._unpack(chunk)
        self._started = True
        if self._z.eof and self._z.unused_data.startswith(GZIP_MAGIC) and len(out) <= self._left:
            return out + self._next_member(self._z.unused_data, len(out))
        return out

    def _next_member(self, data: bytes, already: int) -> bytes:
        """gzip bodies may be several members one after the other."""
        out = b""
        while data.startswith(GZIP_MAGIC) and already + len(out) <= self._left:
            self._z = isal_zlib.decompressobj(zlib.MAX_WBITS | 16)
            try:
                out += self._z.decompress(data, self._left - already - len(out) + 1)
            except _BROKEN as error:
                raise BodyRefused(Failure.BAD_ENCODING, f"broken {self._name} ({error})") from error
            data = self._z.unused_data
        return out
