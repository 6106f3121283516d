"""HTTP: one address in, one `Response` out. The only module that knows httpx.

httpx's requests, answers and transport interface are used without its client: no cookies, no environment, no
redirects of its own. The transport is llhttp over `connections`, in the thread of the caller: httpx's own costs
several times the CPU, and handing pages from a loop to threads as much again.
"""

from __future__ import annotations

import re
import socket
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from http.client import HTTPException, IncompleteRead, RemoteDisconnected

import httpx

from pipelines.crawl.addresses import BadAddress, clean, literal, why_not_public
from pipelines.crawl.answers import Answer
from pipelines.crawl.bodies import MAX_BODY, BodyRefused, Inflater
from pipelines.crawl.connections import Connection, Connections, Origin, PrivateAddress, Resolve, resolve
from pipelines.crawl.response import Failure, Response
from sources.catalogue_fields import TLS_LEVELS

READABLE = ("text/", "html", "xml", "json", "rss", "atom", "octet-stream", "x-httpd-php")
"""Parts of content types worth a body. Old servers send pages as octet-stream; a missing type is read."""

_WHOLE = re.compile(rb"</(?:html|rss|feed|rdf:rdf|urlset|sitemapindex)\s*>|[]}]\s*$", re.IGNORECASE)
"""How a document ends. Browsers drop what comes after the announced length, and so does this; but a page cut off
in the middle by a wrong length is not to pass for a whole article."""

Headers = tuple[tuple[str, str], ...]
_NO_BODY = httpx.ByteStream(b"")


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
        self._connections = Connections(_tls_context, allow_private, self.limits.connections, resolver)
        self._transports = {tls: _Transport(self._connections, tls) for tls in TLS_LEVELS}
        self._always = self._request_headers({})
        self._as_sent = httpx.Headers(self._always)  # httpx copies them for a tenth of what making them costs

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

        `head` keeps only the first so many bytes, of any content type (robots.txt of careless servers), and reads no
        more of what is not packed.
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
        except (httpx.InvalidURL, UnicodeError, HTTPException, OSError) as error:
            failed = _named(error), _words(error)
        return Response(url, url, now, request_headers=asked, failure=failed[0], detail=failed[1])

    def _exchange(self, url: str, asked: Headers, tls: str, now: datetime, until: float, head: int | None) -> Response:
        # with a stream given, httpx spares the half of its work that prepares a body
        headers = self._as_sent if asked == self._always else httpx.Headers(asked)
        site, target = site_and_target(url)
        more = {"until": until, "target": target}
        request = httpx.Request("GET", site, headers=headers, stream=_NO_BODY, extensions=more)
        answer = self._transport(tls).handle_request(request)
        try:
            given = tuple((name.decode("latin-1"), _header_text(value)) for name, value in answer.headers.raw)
            wire, body = self._body(answer, head)
        finally:
            answer.close()
        reason = _header_text(answer.extensions["reason_phrase"])
        seconds = (self._now() - now).total_seconds()
        return Response(url, url, now, answer.status_code, given, body, wire, reason, asked, seconds=seconds)

    def _transport(self, tls: str) -> _Transport:
        if tls not in self._transports:
            raise ValueError(f"TLS level {tls!r} is not one of {', '.join(TLS_LEVELS)}")
        return self._transports[tls]

    def _body(self, answer: httpx.Response, head: int | None) -> tuple[bytes, bytes]:
        """(as served, decompressed); raises BodyRefused before reading what we would not read."""
        if answer.status_code in (204, 304) or 300 <= answer.status_code < 400:
            return b"", b""  # a redirect's body is never read, and may be endless
        kind = answer.headers.get("content-type", "").lower()
        if kind and head is None and not any(part in kind for part in READABLE):
            raise BodyRefused(Failure.CONTENT_TYPE, kind.partition(";")[0].strip()[:80])
        inflate = Inflater(answer.headers.get("content-encoding", ""), self.limits.bytes)
        wire: list[bytes] = []
        body: list[bytes] = []
        got = 0
        stream: _Body = answer.stream  # type: ignore[assignment]
        for part in stream:
            wire.append(part)
            body.append(out := inflate.feed(part))
            got += len(out)
            if head is not None and got >= head and not inflate.packed:
                return b"".join(wire), b"".join(body)[:head]
        body.append(inflate.end())
        served = b"".join(wire)
        if inflate.packed:
            # has an end of its own, which was reached; cut before it, a bomb or not would be a matter of how many
            # bytes came first
            return served, b"".join(body)[:head]
        if stream.answer.surplus and not _WHOLE.search(served[-1000:]):
            raise BodyRefused(Failure.INCOMPLETE, f"cut off after the announced {len(served)} bytes, though more came")
        return served, served

    def _request_headers(self, extra: Mapping[str, str]) -> Headers:
        return (
            ("User-Agent", self.user_agent),
            ("Accept", "text/html,application/xhtml+xml,application/xml,application/json;q=0.9,*/*;q=0.5"),
            ("Accept-Language", "ko-KR,ko;q=0.9,en;q=0.3"),
            ("Accept-Encoding", "gzip, deflate"),
            *extra.items(),
        )


# --- httpx's door to the connections -----------------------------------------------------------


class _Transport(httpx.BaseTransport):
    """`connections` behind httpx's transport interface; `extensions["until"]` of a request ends it."""

    def __init__(self, connections: Connections, tls: str) -> None:
        self._connections = connections
        self._tls = tls

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        port = url.port or (443 if url.scheme == "https" else 80)
        origin = Origin(url.scheme, url.raw_host.decode("ascii"), port, self._tls)
        connection, answer = self._ask(origin, _as_sent(request), request.extensions["until"])
        body = _Body(answer, connection, self._connections, origin)
        return httpx.Response(
            answer.status, headers=answer.headers, stream=body, extensions={"reason_phrase": answer.reason}
        )

    def _ask(self, origin: Origin, request: bytes, until: float) -> tuple[Connection, Answer]:
        """The head of the answer; a kept connection that turns out to be closed is followed by a new one."""
        kept = self._connections.kept(origin)
        if kept is not None:
            try:
                return kept, kept.ask(request, until)
            except (RemoteDisconnected, ConnectionError):
                pass
        fresh = self._connections.fresh(origin, until)
        return fresh, fresh.ask(request, until)


_PLAIN = re.compile(
    r"(https?://[a-z0-9.-]+(?::\d{1,5})?)(/(?:[A-Za-z0-9_?=&:@!$+,;~/-]|(?<!/)\.|%[0-9A-F]{2})*)", re.ASCII
)
"""An address in which nothing has to be quoted or mended: (its site, what is asked of it)."""


def site_and_target(url: str) -> tuple[httpx.URL, bytes]:
    """The two parts of an address as httpx would send them; `target` is an extension of its requests.

    httpx takes each address apart and puts it together again, for a tenth of the whole request. It is left to do so
    where something in it needs it.
    """
    if plain := _PLAIN.fullmatch(url):
        return _site(plain[1]), plain[2].encode("ascii")
    whole = httpx.URL(url)
    return whole, whole.raw_path


@lru_cache(maxsize=1024)
def _site(root: str) -> httpx.URL:
    return httpx.URL(root)


def _as_sent(request: httpx.Request) -> bytes:
    """The bytes of a GET. Raises HTTPException on what would be more than its lines."""
    lines = [b"GET %s HTTP/1.1" % request.extensions["target"], *(b"%s: %s" % pair for pair in request.headers.raw)]
    if any(b"\n" in line or b"\r" in line for line in lines):
        raise HTTPException("a line break in what was to be asked")
    return b"\r\n".join((*lines, b"\r\n"))


class _Body(httpx.SyncByteStream):
    """The body of an answer; closing it gives the connection back, where the next request may use it."""

    def __init__(self, answer: Answer, connection: Connection, connections: Connections, origin: Origin) -> None:
        self.answer = answer
        self._connection = connection
        self._connections = connections
        self._origin = origin

    def __iter__(self) -> Iterator[bytes]:
        return self.answer.parts()

    def close(self) -> None:
        if self.answer.release():
            self._connections.keep(self._origin, self._connection)
        else:
            self._connection.close()


# --- headers -----------------------------------------------------------------------------------


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
    (IncompleteRead, Failure.INCOMPLETE),
    (RemoteDisconnected, Failure.CONNECT),
    (HTTPException, Failure.PROTOCOL),
    (OSError, Failure.CONNECT),
    (httpx.InvalidURL, Failure.BAD_ADDRESS),
    (UnicodeError, Failure.BAD_ADDRESS),
)


def _words(error: BaseException) -> str:
    if isinstance(error, IncompleteRead):
        return f"breaks off, {error.expected} bytes are missing" if error.expected else "breaks off"
    return str(error)[:200] or type(error).__name__


def _named(error: BaseException) -> Failure:
    """What went wrong, by the first kind that fits."""
    return next(failure for kind, failure in _BY_TYPE if isinstance(error, kind))
