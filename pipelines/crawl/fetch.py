"""HTTP: one address in, one `Response` out. The only module that knows httpx.

httpx says how an address is written on the wire and how TLS is set up; of its client (cookies, environment,
redirects of its own) nothing is used. The wire is `http1` over `connections`, in the thread of the caller:
httpx's own costs four times the CPU, and handing pages from a loop to threads as much again.
"""

from __future__ import annotations

import re
import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import httpx

from pipelines.crawl.addresses import BadAddress, clean, literal, why_not_public
from pipelines.crawl.bodies import MAX_BODY, BodyRefused, Inflater
from pipelines.crawl.connections import Connections, Origin, PrivateAddress, Resolve, resolve
from pipelines.crawl.http1 import Answer, BrokenOff, HungUp, NotUnderstood, Stream, read_answer
from pipelines.crawl.response import TLS_LEVELS, Failure, Response

READABLE = ("text/", "html", "xml", "json", "rss", "atom", "octet-stream", "x-httpd-php")
"""Parts of content types worth a body. Old servers send pages as octet-stream; a missing type is read."""

_WHOLE = re.compile(rb"</(?:html|rss|feed|rdf:rdf|urlset|sitemapindex)\s*>|[]}]\s*$", re.IGNORECASE)
"""How a document ends. Browsers drop what comes after the announced length, and so does this; but a page cut off
in the middle by a wrong length is not to pass for a whole article."""

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may cost, and how many connections are kept open without one."""

    seconds: float = 30.0
    bytes: int = MAX_BODY
    connections: int = 100


class Fetcher:
    """A long-lived client. Safe to call from many threads; close it, or use it in a `with`."""

    def __init__(
        self,
        user_agent: str,
        *,
        allow_private: bool = False,
        limits: Limits | None = None,
        resolver: Resolve = resolve,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.user_agent = user_agent
        self._now = now
        self.limits = limits or Limits()
        self._allow_private = allow_private
        self._contexts: dict[str, ssl.SSLContext] = {}
        self._guard = threading.Lock()
        self._connections = Connections(self._context, allow_private, self.limits.connections, resolver)

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._connections.close()

    def exchange(
        self,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        tls: str = "strict",
        seconds: float | None = None,
        head: int | None = None,
    ) -> Response:
        """One request and its answer; redirects are answers. Never raises for what a server does.

        `head` reads only the first so many bytes, of any content type (robots.txt of careless servers).
        """
        asked = self._request_headers(headers or {})
        now = self._now()
        try:
            url = clean(url)
        except BadAddress as error:
            return Response(url, url, now, failure=Failure.BAD_ADDRESS, detail=str(error))
        if not self._allow_private and (own := literal(url)) and (why := why_not_public(own)):
            return Response(url, url, now, failure=Failure.PRIVATE_ADDRESS, detail=why)
        limit = self.limits.seconds if seconds is None else seconds
        try:
            return self._exchange(url, asked, tls, now, time.monotonic() + limit, head)
        except TimeoutError:
            failed = Failure.TIMEOUT, f"no whole answer within {limit:g} s"
        except BodyRefused as refused:
            failed = refused.failure, refused.detail
        except (httpx.InvalidURL, UnicodeError, NotUnderstood, BrokenOff, OSError) as error:
            failed = _named(error), str(error)[:200] or type(error).__name__
        return Response(url, url, now, request_headers=asked, failure=failed[0], detail=failed[1])

    def _exchange(self, url: str, asked: Headers, tls: str, now: datetime, until: float, head: int | None) -> Response:
        address = httpx.URL(url)
        port = address.port or (443 if address.scheme == "https" else 80)
        origin = Origin(address.scheme, address.raw_host.decode("ascii"), port, tls)
        answer = self._ask(origin, _request(address, asked), until)
        try:
            headers = tuple((name.decode("latin-1"), _header_text(value)) for name, value in answer.headers)
            wire, body = self._body(answer, head)
        finally:
            if answer.reusable:
                self._connections.keep(origin, answer.stream)
            else:
                answer.stream.close()
        return Response(url, url, now, answer.status, headers, body, wire, _header_text(answer.reason), asked)

    def _ask(self, origin: Origin, request: bytes, until: float) -> Answer:
        """The head of the answer; a kept connection that turns out to be closed is followed by a new one."""
        stream = self._connections.kept(origin)
        if stream is not None:
            try:
                return _answered(stream, request, until)
            except (HungUp, ConnectionError):
                pass
        return _answered(self._connections.fresh(origin, until), request, until)

    def _body(self, answer: Answer, head: int | None) -> tuple[bytes, bytes]:
        """(as served, decompressed); raises BodyRefused before reading what we would not read."""
        said = {name.lower(): value for name, value in reversed(answer.headers)}
        if 300 <= answer.status < 400 and answer.length != 0:
            return b"", b""  # a redirect's body is never read, and may be endless
        kind = said.get(b"content-type", b"").decode("latin-1").lower()
        if kind and head is None and answer.length != 0 and not any(part in kind for part in READABLE):
            raise BodyRefused(Failure.CONTENT_TYPE, kind.partition(";")[0].strip()[:80])
        inflate = Inflater(said.get(b"content-encoding", b"").decode("latin-1"), self.limits.bytes)
        wire: list[bytes] = []
        body: list[bytes] = []
        got = 0
        for part in answer.parts():
            wire.append(part)
            body.append(out := inflate.feed(part))
            got += len(out)
            if head is not None and got >= head:
                return b"".join(wire), b"".join(body)[:head]
        body.append(inflate.end())
        served = b"".join(wire)
        if inflate.packed:  # has an end of its own, which was reached
            return served, b"".join(body)
        if answer.stream.surplus.strip() and not _WHOLE.search(served[-1000:]):
            raise BodyRefused(Failure.INCOMPLETE, f"cut off after the announced {len(served)} bytes, though more came")
        return served, served

    def _context(self, tls: str) -> ssl.SSLContext:
        with self._guard:
            if tls not in self._contexts:
                self._contexts[tls] = _tls_context(tls)
            return self._contexts[tls]

    def _request_headers(self, extra: Mapping[str, str]) -> Headers:
        return (
            ("User-Agent", self.user_agent),
            ("Accept", "text/html,application/xhtml+xml,application/xml,application/json;q=0.9,*/*;q=0.5"),
            ("Accept-Language", "ko-KR,ko;q=0.9,en;q=0.3"),
            ("Accept-Encoding", "gzip, deflate"),
            *extra.items(),
        )


def _answered(stream: Stream, request: bytes, until: float) -> Answer:
    try:
        stream.until = until
        stream.send(request)
        return read_answer(stream)
    except BaseException:
        stream.close()
        raise


# --- requests and headers ----------------------------------------------------------------------

_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")


def _request(address: httpx.URL, headers: Headers) -> bytes:
    """A GET as it is sent. What a server once said (a validator) cannot end a line here."""
    lines = "".join(f"{name}: {_CONTROLS.sub(' ', value)}\r\n" for name, value in headers)
    return b"GET %s HTTP/1.1\r\nHost: %s\r\n%s\r\n" % (address.raw_path, address.netloc, lines.encode())


def _header_text(raw: bytes) -> str:
    """Header values are UTF-8 or CP949 on Korean servers (file names, Location), else Latin-1."""
    for encoding in ("ascii", "utf-8", "cp949"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")


# --- encryption and failures --------------------------------------------------------------------


def _tls_context(level: str) -> ssl.SSLContext:
    if level not in TLS_LEVELS:
        raise ValueError(f"TLS level {level!r} is not one of {', '.join(TLS_LEVELS)}")
    context = httpx.create_ssl_context(trust_env=False)
    if level != "strict":
        context.minimum_version = ssl.TLSVersion.TLSv1
        context.set_ciphers("DEFAULT:@SECLEVEL=0")
        context.options |= 0x4  # OP_LEGACY_SERVER_CONNECT: renegotiation as before RFC 5746
    if level == "unverified":
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


_BY_TYPE: tuple[tuple[type[BaseException], Failure], ...] = (
    (PrivateAddress, Failure.PRIVATE_ADDRESS),
    (ssl.SSLError, Failure.TLS),  # also what certificates raise
    (socket.gaierror, Failure.DNS),
    (BrokenOff, Failure.INCOMPLETE),
    (NotUnderstood, Failure.PROTOCOL),
    (OSError, Failure.CONNECT),
    (httpx.InvalidURL, Failure.BAD_ADDRESS),
    (UnicodeError, Failure.BAD_ADDRESS),
)


def _named(error: BaseException) -> Failure:
    """What went wrong, by the first kind that fits."""
    return next(failure for kind, failure in _BY_TYPE if isinstance(error, kind))
