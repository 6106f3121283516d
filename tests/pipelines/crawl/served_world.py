"""The made outlets on real sockets of the loopback interface, each under an address of its own (127.0.1.N).

Their posts tell of village enterprises and name days and places, so that a digest has something to show. What day it
is, the caller says; nothing here looks at a clock.
"""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from fault_words import PLACES
from fault_world import Answer, Outlet, Written

HOSTS_AT_MOST = 250


@dataclass
class Served(Outlet):
    """An outlet with a real address, whose posts announce things."""

    address: str = ""

    @property
    def host(self) -> str:
        return self.address.partition(":")[0]

    @property
    def base(self) -> str:
        return f"http://{self.address}"

    def write(self, at: datetime) -> None:
        super().write(at)
        post = self.posts[-1]
        day = (at + timedelta(hours=9, days=self.chance.randrange(3, 25))).date()
        place = self.chance.choice(PLACES)
        post.title = f"{place} 마을기업, {day.month}월 {day.day}일 주민 설명회 연다 ({self.name} {post.number})"
        told = f"{place} 마을기업은 {day.month}월 {day.day}일 오후 {self.chance.randrange(1, 6)}시 {place} 마을회관에서"
        post.body = f"{told} 사회적경제 주민 설명회를 연다고 밝혔다.\n{post.body}"


class ServedWorld:
    """The outlets of a month, served until closed."""

    def __init__(self, count: int, start: datetime, seed: int = 1, posts: int = 15) -> None:
        self.asked: list[tuple[str, str]] = []  # (outlet, address)
        self._start, self._lived = start, 0  # the posts of the first day are there
        self._posts = posts
        self._guard = threading.Lock()
        self._servers: list[ThreadingHTTPServer] = []
        self.outlets = [self._outlet(n, seed) for n in range(count)]
        self.now: Callable[[], datetime] = lambda: start

    def _outlet(self, n: int, seed: int) -> Served:
        server = ThreadingHTTPServer((f"127.0.1.{n % HOSTS_AT_MOST + 1}", 0), BaseHTTPRequestHandler)
        server.daemon_threads = True
        self._servers.append(server)
        address = "{}:{}".format(*server.server_address[:2])
        outlet = Served(f"outlet{n:02}", ("board", "paper", "feed")[n % 3], 1.5, random.Random(seed * 1000 + n))
        outlet.address = address
        while len(outlet.posts) < self._posts:
            outlet.write(self._start - timedelta(days=1 + len(outlet.posts)))
        outlet.posts.sort(key=lambda post: post.at)
        server.RequestHandlerClass = _handler(self, outlet)
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        return outlet

    def close(self) -> None:
        for server in self._servers:
            server.shutdown()
            server.server_close()

    def answer(self, outlet: Served, path: str) -> Answer:
        """A page as it stands now; days that have passed since the last question bring their posts first."""
        with self._guard:
            now = self.now()
            while self._lived < (now - self._start).days:
                self._lived += 1
                for one in self.outlets:
                    one.live(self._start + timedelta(days=self._lived))
            self.asked.append((outlet.name, path))
            return outlet.answer(f"{outlet.base}{path}", now)

    def written(self) -> list[tuple[str, Written]]:
        return [(outlet.name, post) for outlet in self.outlets for post in outlet.posts]

    def catalogue(self, folder: Path) -> Path:
        """The outlets as a catalogue folder."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "world.toml").write_text("\n".join(map(_entry, self.outlets)), encoding="utf-8")
        return folder


@contextmanager
def served(count: int, start: datetime, seed: int = 1, posts: int = 15) -> Iterator[ServedWorld]:
    world = ServedWorld(count, start, seed, posts)
    try:
        yield world
    finally:
        world.close()


def _entry(outlet: Served) -> str:
    source = outlet.source()
    named = {f: getattr(source, f) for f in ("id", "name", "kind", "region", "family", "channel", "home")}
    lines = ["[[source]]", *(f'{field} = "{value}"' for field, value in named.items()), "pace_seconds = 1"]
    for field in ("lists", "feeds"):
        if addresses := getattr(source, field):
            lines.append(f'{field} = [{{ url = "{addresses[0].url}", mark = "seen" }}]')
    return "\n".join(lines) + "\n"


def _handler(world: ServedWorld, outlet: Served) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            said = replace(world.answer(outlet, self.path), seconds=0.0)
            body = said.body.encode() if isinstance(said.body, str) else said.body
            self.send_response(said.status)
            self.send_header("Content-Type", said.kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    return Handler
