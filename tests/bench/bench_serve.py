"""`dure serve` under load from this machine: static pages, table pages of /data, search.

    python tests/bench/bench_serve.py                   a release of 5,000 articles
    python tests/bench/bench_serve.py --articles 20000

Bars: static pages 1,000 requests a second with p99 20 ms; table pages p95 150 ms. Client and server
share the cores, so requests per CPU second of the server are printed beside the wall figures: on an
otherwise idle second core that is what one process can answer.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CONNECTIONS = 8
STATIC = (
    "/", "/events.html", "/calls.html", "/organisations.html", "/static/dure.css", "/feeds/stories.xml", "/about.html",
)  # fmt: skip
TABLES = (
    "/data/digest/article", "/data/digest/event", "/data/digest/organisation", "/data/digest/event.json",
    "/data/digest/article?_sort_desc=published_on", "/data/digest/event?sido=%EA%B2%BD%EA%B8%B0%EB%8F%84",
    "/data/digest/upcoming_events", "/data/digest/open_calls", "/data/digest/mention?_next=2000",
)  # fmt: skip
SEARCHES = ("/search.html?q=%EB%A7%88%EC%9D%84%EA%B8%B0%EC%97%85", "/search.html?q=%EB%8F%8C%EB%B4%84")
SERVER = """
import sys
from pathlib import Path
from dashboards.serve import serve
serve(Path(sys.argv[1]), port=int(sys.argv[2]))
"""


@dataclass
class Load:
    """What a number of requests took: wall ms of each, s in all, CPU s of the server."""

    each: list[float]
    wall: float
    cpu: float

    def at(self, share: float) -> float:
        return sorted(self.each)[min(len(self.each) - 1, int(len(self.each) * share))]

    def show(self, name: str) -> None:
        n = len(self.each)
        print(
            f"{name:10} {n:6} requests  {n / self.wall:7.0f}/s wall  {n / max(self.cpu, 0.01):7.0f} per server CPU s   "
            f"p50 {self.at(0.5):6.1f}  p95 {self.at(0.95):6.1f}  p99 {self.at(0.99):6.1f} ms",
            flush=True,
        )


async def _ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, path: str) -> None:
    writer.write(f"GET {path} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept-encoding: gzip\r\n\r\n".encode())
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    assert head.startswith("http/1.1 200"), (path, head[:200])
    if "content-length:" in head:
        await reader.readexactly(int(head.split("content-length:")[1].split("\r\n")[0]))
        return
    while size := int((await reader.readline()).strip(), 16):  # chunked
        await reader.readexactly(size + 2)
    await reader.readline()


async def _worker(port: int, paths: list[str], each: list[float]) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**22)
    for path in paths:
        began = time.perf_counter()
        await _ask(reader, writer, path)
        each.append((time.perf_counter() - began) * 1000)
    writer.close()


async def _all(port: int, paths: list[str], connections: int) -> list[float]:
    each: list[float] = []
    await asyncio.gather(*(_worker(port, paths[n::connections], each) for n in range(connections)))
    return each


def load(server: subprocess.Popen[bytes], port: int, paths: list[str], connections: int) -> Load:
    cpu, wall = _cpu(server.pid), time.perf_counter()
    each = asyncio.run(_all(port, paths, connections))
    return Load(each, time.perf_counter() - wall, _cpu(server.pid) - cpu)


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(port: int) -> None:
    import socket

    until = time.monotonic() + 60
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise SystemExit("the server did not start")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--articles", type=int, default=5_000)
    options.add_argument("--requests", type=int, default=5_000)
    given = options.parse_args()
    from made_edition import TODAY, made

    from pipelines.publish.stage import publish_edition

    with tempfile.TemporaryDirectory() as folder:
        assert publish_edition(made(given.articles, TODAY), Path(folder)).released
        port = _port()
        server = subprocess.Popen([sys.executable, "-c", SERVER, folder, str(port)], cwd=ROOT)
        try:
            _wait(port)
            for paths in (STATIC, TABLES, SEARCHES):
                load(server, port, list(paths), 1)  # read and compressed once, Datasette started
            static = load(server, port, list(STATIC) * (given.requests // len(STATIC)), CONNECTIONS)
            tables = load(server, port, list(TABLES) * 12, 1)
            searches = load(server, port, list(SEARCHES) * 25, 1)
        finally:
            server.terminate()
            server.wait(20)
    for name, found in (("static", static), ("/data", tables), ("search", searches)):
        found.show(name)
    met = len(static.each) / static.wall >= 1_000 and static.at(0.99) <= 20 and tables.at(0.95) <= 150
    return 0 if met else 1


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    raise SystemExit(main())
