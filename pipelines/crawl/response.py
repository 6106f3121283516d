"""What came back from asking for one address: the value every later step works on.

A failure is a value too: one broken outlet is a line in the tally, never a traceback.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Failure(StrEnum):
    """Why there is no body to read. The value is what the log and the tally show."""

    BAD_ADDRESS = "bad_address"  # no http(s) address, credentials in it, a number instead of a host
    PRIVATE_ADDRESS = "private_address"  # leads outside the public ranges
    ASKED_TO_WAIT = "asked_to_wait"  # Retry-After of the host has not passed
    ROBOTS = "robots"  # closed by the site's rules
    NO_ROBOTS = "robots_unreachable"  # the rules could not be had, so all counts as closed
    DNS = "dns"  # the name does not resolve
    CONNECT = "connect"  # refused, reset, unreachable
    TLS = "tls"  # certificate or protocol of the encryption
    TIMEOUT = "timeout"  # the whole request took too long
    PROTOCOL = "protocol"  # no HTTP that we understand
    INCOMPLETE = "incomplete"  # fewer bytes than announced
    TOO_LARGE = "too_large"  # more bytes than we read
    BAD_ENCODING = "bad_encoding"  # compressed in a way we did not ask for, or broken
    CONTENT_TYPE = "content_type"  # a picture, a film, a document: nothing to read
    REDIRECTS = "redirects"  # too many, in a circle, or to nowhere
    NOT_RECORDED = "not_recorded"  # a recording stands in the network's place and does not hold it


@dataclass(frozen=True, slots=True)
class Hop:
    """A redirect that was followed on the way."""

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    fetched_at: datetime


@dataclass(frozen=True, slots=True)
class Response:
    """`url` was asked for, `final_url` answered. Either `failure` is set or a server spoke.

    `wire` holds the bytes as served (still compressed, for the archive), `body` the same without
    the compression, in whatever character encoding. `fetched_at` is aware. `headers` keeps the
    server's order and spelling.
    """

    url: str
    final_url: str
    fetched_at: datetime
    status: int = 0
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    wire: bytes = b""
    reason: str = ""
    request_headers: tuple[tuple[str, str], ...] = ()
    hops: tuple[Hop, ...] = ()
    failure: Failure | None = None
    detail: str = ""
    seconds: float = 0.0  # from asking to the last byte
    _by_name: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def header(self, name: str) -> str:
        """The first header of that name, any case; "" where there is none."""
        return self.named().get(name.lower(), "")

    def named(self) -> Mapping[str, str]:
        """Headers by lower-case name; of several the first."""
        if not self._by_name:
            for key, value in self.headers:
                self._by_name.setdefault(key.lower(), value)
        return self._by_name

    @property
    def content_type(self) -> str:
        return self.header("content-type")

    @property
    def not_modified(self) -> bool:
        return self.status == 304
