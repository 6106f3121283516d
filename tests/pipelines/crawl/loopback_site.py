"""A web site on the loopback interface whose every byte a test decides."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Asked:
    """One request as it came in; header names in lower case."""

    path: str
    headers: Mapping[str, str]


Answer = bytes | Iterable[bytes]
Route = Answer | Callable[[Asked], Answer]


def http(body: str | bytes = b"", status: int = 200, kind: str = "text/html; charset=utf-8", **headers: str) -> bytes:
    """A whole HTTP answer with a right Content-Length."""
    data = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status} Whatever", f"Content-Length: {len(data)}"]
    if kind:
        lines.append(f"Content-Type: {kind}")
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + data


def slowly(parts: Iterable[bytes], pause: float) -> Iterator[bytes]:
    """The parts, with a pause before each but the first."""
    for number, part in enumerate(parts):
        if number:
            time.sleep(pause)
        yield part


@dataclass
class Site:
    """Routes by path; what is not there is a 404. `asked` holds the requests in the order they came."""

    routes: dict[str, Route] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    most_at_once: int = 0
    port: int = 0
    tls: ssl.SSLContext | None = None
    _open: int = 0
    _stop: bool = False

    def __enter__(self) -> Site:
        self._server = socket.create_server(("127.0.0.1", 0), backlog=128)
        self._server.settimeout(0.1)
        self.port = self._server.getsockname()[1]
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop = True
        self._thread.join()
        self._server.close()

    def url(self, path: str = "/") -> str:
        return f"{'https' if self.tls else 'http'}://127.0.0.1:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        return [one.path for one in self.asked]

    def _accept(self) -> None:
        while not self._stop:
            try:
                connection, _ = self._server.accept()
            except TimeoutError:
                continue
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:  # the client hangs up, as it should on bombs and drips
            if self.tls is None:
                self._answer(connection)
                return
            with self.tls.wrap_socket(connection, server_side=True) as safe:
                self._answer(safe)

    def _answer(self, connection: socket.socket) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            part = connection.recv(65536)
            if not part:
                return
            head += part
        first, *lines = head.decode("latin-1").split("\r\n")
        pairs = (line.partition(":") for line in lines if line)
        asked = Asked(first.split(" ")[1], {name.lower(): value.strip() for name, _, value in pairs})
        self.asked.append(asked)
        route = self.routes.get(asked.path, http("없음", 404))
        answer = route(asked) if callable(route) else route
        parts = iter([answer] if isinstance(answer, bytes) else answer)
        self._count(+1)
        part = next(parts, b"")
        for following in parts:
            connection.sendall(part)
            part = following
        self._count(-1)  # before the last bytes: what comes after them is no longer at the same time
        connection.sendall(part)
        connection.shutdown(socket.SHUT_WR)

    def _count(self, change: int) -> None:
        with self._lock:
            self._open += change
            self.most_at_once = max(self.most_at_once, self._open)
