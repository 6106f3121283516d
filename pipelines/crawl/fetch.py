"""HTTP: one address in, one `Response` out. The only module that knows httpx.

httpx's request and transport are used without its client: no cookies, no environment, no redirects of
its own. The transport is aiohttp's, on a loop in a thread of its own: stock httpx costs 2–6 times the
CPU once some dozens of connections are open. Callers are plain functions in plain threads.

The address that was checked is the address that is connected to: the check sits in the resolver of the
connector, so a name that answers differently a moment later does not get through.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
from collections.abc import Callable, Coroutine, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from queue import SimpleQueue
from typing import Any, TypeVar

import aiohttp
import httpx
from aiohttp.abc import AbstractResolver, ResolveResult
from httpx_aiohttp import AiohttpTransport

from pipelines.crawl.addresses import BadAddress, clean, literal, why_not_public
from pipelines.crawl.bodies import MAX_BODY, BodyRefused, Inflater
from pipelines.crawl.response import TLS_LEVELS, Failure, Response

T = TypeVar("T")

READABLE = ("text/", "html", "xml", "json", "rss", "atom", "octet-stream", "x-httpd-php")
"""Parts of content types worth a body. Old servers send pages as octet-stream; a missing type is read."""

_NO_BODY = httpx.ByteStream(b"")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may cost."""

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
        resolver: AbstractResolver | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.user_agent = user_agent
        self._now = now
        self.limits = limits or Limits()
        self._allow_private = allow_private
        self._resolver = resolver
        self._transports: dict[str, AiohttpTransport] = {}
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="fetch", daemon=True)
        self._thread.start()

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections and stop the loop."""
        if self._loop.is_closed():
            return
        self._wait(self._close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

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
        return self._wait(self._ask(url, asked, tls, limit, now, head))

    # --- on the loop ----------------------------------------------------------------------

    async def _ask(
        self, url: str, asked: tuple[tuple[str, str], ...], tls: str, seconds: float, now: datetime, head: int | None
    ) -> Response:
        failed: tuple[Failure, str]
        try:
            async with asyncio.timeout(seconds):
                return await self._exchange(url, asked, tls, now, head)
        except TimeoutError:
            failed = Failure.TIMEOUT, f"no whole answer within {seconds:g} s"
        except BodyRefused as refused:
            failed = refused.failure, refused.detail
        except (httpx.HTTPError, httpx.InvalidURL, aiohttp.ClientError, OSError, UnicodeError) as error:
            failed = _named(error)
        return Response(url, url, now, request_headers=asked, failure=failed[0], detail=failed[1])

    async def _exchange(
        self, url: str, asked: tuple[tuple[str, str], ...], tls: str, now: datetime, head: int | None
    ) -> Response:
        # with a stream given, httpx spares the half of its work that prepares a body; aiohttp adds the Host
        request = httpx.Request("GET", url, headers=list(asked), stream=_NO_BODY)
        request.read()
        answer = await self._transport(tls).handle_async_request(request)
        try:
            headers = tuple((k.decode("latin-1"), _header_text(v)) for k, v in answer.headers.raw)
            wire, body = await self._body(answer, head)
        finally:
            await answer.aclose()
        reason = answer.extensions.get("reason_phrase", b"").decode("latin-1")
        return Response(url, url, now, answer.status_code, headers, body, wire, reason, asked)

    async def _body(self, answer: httpx.Response, head: int | None) -> tuple[bytes, bytes]:
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
        async for chunk in answer.stream:  # type: ignore[union-attr]
            wire.append(chunk)
            body.append(out := inflate.feed(chunk))
            got += len(out)
            if head is not None and got >= head:
                return b"".join(wire), b"".join(body)[:head]
        body.append(inflate.end())
        served = b"".join(wire)
        return served, b"".join(body) if inflate.packed else served

    def _transport(self, tls: str) -> AiohttpTransport:
        if tls not in self._transports:
            context = _tls_context(tls)
            guard = _GuardedResolver(self._resolver, self._allow_private)
            connector = aiohttp.TCPConnector(
                resolver=guard, ssl=context, limit=self.limits.connections, ttl_dns_cache=60, keepalive_timeout=20
            )
            session = aiohttp.ClientSession(
                connector=connector, cookie_jar=aiohttp.DummyCookieJar(), trust_env=False, auto_decompress=False
            )
            self._transports[tls] = AiohttpTransport(verify=context, trust_env=False, client=session)
        return self._transports[tls]

    async def _close(self) -> None:
        for transport in self._transports.values():
            await transport.aclose()
        await asyncio.sleep(0)  # lets the transports' sockets go before the loop does

    def _wait(self, work: Coroutine[Any, Any, T]) -> T:
        """The result of work done on the loop; half the cost of asyncio's own `run_coroutine_threadsafe`."""
        done: SimpleQueue[asyncio.Task[T]] = SimpleQueue()
        self._loop.call_soon_threadsafe(self._start, work, done)
        return done.get().result()

    def _start(self, work: Coroutine[Any, Any, T], done: SimpleQueue[asyncio.Task[T]]) -> None:
        self._loop.create_task(work).add_done_callback(done.put)

    def _request_headers(self, extra: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
        return (
            ("User-Agent", self.user_agent),
            ("Accept", "text/html,application/xhtml+xml,application/xml,application/json;q=0.9,*/*;q=0.5"),
            ("Accept-Language", "ko-KR,ko;q=0.9,en;q=0.3"),
            ("Accept-Encoding", "gzip, deflate"),
            *extra.items(),
        )


# --- headers -----------------------------------------------------------------------------------


def _header_text(raw: bytes) -> str:
    """Header values are UTF-8 or CP949 on Korean servers (file names, Location), else Latin-1."""
    for encoding in ("ascii", "utf-8", "cp949"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")


# --- connections ------------------------------------------------------------------------------


class _PrivateAddress(OSError):
    """A name resolved to an address outside the public ranges."""


class _GuardedResolver(AbstractResolver):
    """Resolves, and refuses a name of which any address is not public."""

    def __init__(self, inner: AbstractResolver | None, allow_private: bool) -> None:
        self._inner = inner or aiohttp.ThreadedResolver()
        self._allow_private = allow_private

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        found = await self._inner.resolve(host, port, family)
        if not self._allow_private:
            for one in found:
                if why := why_not_public(one["host"]):
                    raise _PrivateAddress(f"{host} leads to {why}")
        return found

    async def close(self) -> None:
        await self._inner.close()


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
    (_PrivateAddress, Failure.PRIVATE_ADDRESS),
    (ssl.SSLError, Failure.TLS),
    (ssl.CertificateError, Failure.TLS),
    (socket.gaierror, Failure.DNS),
    (TimeoutError, Failure.TIMEOUT),
    (aiohttp.ClientPayloadError, Failure.INCOMPLETE),
    (aiohttp.ServerDisconnectedError, Failure.CONNECT),
    (aiohttp.ClientResponseError, Failure.PROTOCOL),
    (aiohttp.InvalidURL, Failure.BAD_ADDRESS),
    (httpx.InvalidURL, Failure.BAD_ADDRESS),
    (UnicodeError, Failure.BAD_ADDRESS),
    (OSError, Failure.CONNECT),
)


def _named(error: BaseException) -> tuple[Failure, str]:
    """What went wrong, by the deepest cause that has a name of ours."""
    chain = list(_causes(error))
    for kind, failure in _BY_TYPE:
        for one in chain:
            if isinstance(one, kind):
                return failure, str(one)[:200] or type(one).__name__
    return Failure.PROTOCOL, str(error)[:200] or type(error).__name__


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__
