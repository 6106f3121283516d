"""Connections to hosts: the name resolved, every address checked, connected, encrypted, kept for the next request.

They are plain sockets, used in the thread of the caller; what comes over them is for `answers`. The address that
was checked is the address that is connected to: the name is resolved once, here, so a name that answers
differently a moment later does not get through. Every operation ends with the request it belongs to, however
slowly the bytes drip.
"""

from __future__ import annotations

import select
import socket
import ssl
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from pipelines.crawl.addresses import why_not_public
from pipelines.crawl.answers import PART, Answer, read_answer

KEPT_SECONDS = 20.0
"""How long a connection without a request is kept: four paces of a source. Most servers hang up after 5 to 60."""
SLACK = 0.5
"""Seconds by which a request may overrun its time at most."""

Resolve = Callable[[str, int], list[str]]


class PrivateAddress(OSError):
    """A name resolved to an address outside the public ranges."""


class Origin(NamedTuple):
    """What a connection leads to; `host` is ASCII (RFC 5890) or an IP address."""

    scheme: str
    host: str
    port: int
    tls: str


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a name, in the order the system would try them. Raises socket.gaierror."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


class Connection:
    """One open connection, on which everything ends `until` (of time.monotonic())."""

    def __init__(self, connected: socket.socket) -> None:
        self.socket = connected
        self.idle_since = 0.0
        self._until = 0.0
        self._again = 0.0  # when the limit on the socket is next brought down to what is left

    def ask(self, request: bytes, until: float) -> Answer:
        """Send a request, and the head of its answer. Raises HTTPException, OSError; the connection is closed then."""
        self._until = until
        try:
            self._bound()
            self.socket.sendall(request)
            return read_answer(self._receive)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        self.socket.close()

    def _receive(self) -> bytes:
        if time.monotonic() >= min(self._again, self._until):  # not for every part of a page: it is a system call
            self._bound()
        return self.socket.recv(PART)

    def _bound(self) -> None:
        """Give the socket what is left of the time. Raises TimeoutError where nothing is."""
        now = time.monotonic()
        if now >= self._until:
            raise TimeoutError
        self.socket.settimeout(self._until - now)
        self._again = now + SLACK


class Connections:
    """Opens connections and keeps those that may be used again. Safe to use from many threads."""

    def __init__(self, tls: Callable[[str], ssl.SSLContext], allow_private: bool, most: int, names: Resolve) -> None:
        self._tls = tls
        self._contexts: dict[str, ssl.SSLContext] = {}
        self._allow_private = allow_private
        self._most = most
        self._resolve = names
        self._resolvers = ThreadPoolExecutor(8, "names")  # getaddrinfo knows no time limit
        self._kept: dict[Origin, list[Connection]] = {}
        self._guard = threading.Lock()

    def kept(self, origin: Origin) -> Connection | None:
        """A connection that is still open; None where there is none."""
        while True:
            with self._guard:
                streams = self._kept.get(origin)
                stream = streams.pop() if streams else None
            if stream is None or _usable(stream):
                return stream
            stream.close()

    def fresh(self, origin: Origin, until: float) -> Connection:
        """A new connection, made before `until` (of time.monotonic()). Raises OSError of all kinds."""
        addresses = self._addresses(origin, until)
        for number, address in enumerate(addresses):
            left = (until - time.monotonic()) / (len(addresses) - number)  # one that is silent leaves time for the next
            try:
                plain = socket.create_connection((address, origin.port), max(left, 0.001))
            except OSError:
                if number + 1 == len(addresses):
                    raise
                continue
            return Connection(self._secured(plain, origin, until))
        raise OSError(f"{origin.host} has no address")

    def keep(self, origin: Origin, stream: Connection) -> None:
        """Take back a connection whose last answer was read to its end."""
        now = time.monotonic()
        stream.idle_since = now
        with self._guard:
            self._kept.setdefault(origin, []).append(stream)
            surplus = self._outdated(now) if sum(map(len, self._kept.values())) > self._most else []
        for one in surplus:
            one.close()

    def close(self) -> None:
        """Close what is kept."""
        with self._guard:
            streams = [stream for kept in self._kept.values() for stream in kept]
            self._kept.clear()
        for stream in streams:
            stream.close()
        self._resolvers.shutdown(wait=False, cancel_futures=True)

    def _outdated(self, now: float) -> list[Connection]:
        """What nobody will ask again in time, and the older half of the rest."""
        streams = sorted((stream.idle_since, origin) for origin, kept in self._kept.items() for stream in kept)
        middle = streams[len(streams) // 2][0]
        out: list[Connection] = []
        for origin, kept in list(self._kept.items()):
            stay = [s for s in kept if s.idle_since > max(middle, now - KEPT_SECONDS)]
            out += [s for s in kept if s not in stay]
            self._kept[origin] = stay
            if not stay:
                del self._kept[origin]
        return out

    def _addresses(self, origin: Origin, until: float) -> list[str]:
        asked = self._resolvers.submit(self._resolve, origin.host, origin.port)
        found = asked.result(max(until - time.monotonic(), 0.0))
        if not self._allow_private:
            for address in found:
                if why := why_not_public(address):
                    raise PrivateAddress(f"{origin.host} leads to {why}")
        return found

    def _secured(self, plain: socket.socket, origin: Origin, until: float) -> socket.socket:
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if origin.scheme != "https":
            return plain
        try:
            plain.settimeout(max(until - time.monotonic(), 0.001))
            return self._context(origin.tls).wrap_socket(plain, server_hostname=origin.host)
        except BaseException:
            plain.close()
            raise

    def _context(self, level: str) -> ssl.SSLContext:
        with self._guard:  # made once: it costs 28 ms
            if level not in self._contexts:
                self._contexts[level] = self._tls(level)
            return self._contexts[level]


def _usable(stream: Connection) -> bool:
    """Young enough, and silent: a server that hung up, or says more than it was asked, makes its socket readable."""
    if time.monotonic() - stream.idle_since > KEPT_SECONDS:
        return False
    poll = select.poll()
    poll.register(stream.socket, select.POLLIN)
    return not poll.poll(0)
