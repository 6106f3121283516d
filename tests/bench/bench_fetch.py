"""The fetch layer: robots, pace bookkeeping and archive, beside stock httpx, over a loopback site. CPU time.

Bars (issue 3): ≥ 2× stock httpx at 16 connections on 5,000 pages; cost at 64 connections ≤ 1.5× that at 4.
Each measurement is a process of its own, so that only its own CPU time counts; the server is one more.

python tests/bench/bench_fetch.py [--pages 5000]
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve()
sys.path.insert(0, str(HERE.parents[2]))

SIZE = 60_000
AGENT = "Dure/bench (+a@example.com)"
ROUNDS = 3


# --- the site ---------------------------------------------------------------------------------


_LINE = '<li class="item{n}"><a href="/news/{link}">마을 소식 {words}</a></li>\n'
_ROWS = "".join(_LINE.format(n=n % 7, link=n * 37 % 9973, words=n * 7919 % 99991) for n in range(900)).encode()


def body(number: int) -> bytes:
    """A page of 60 KB in our words, as compressible as a newspaper's; each one different."""
    head = f"<html><head><title>소식 {number}</title></head><body><h1>{number}</h1>".encode()
    return head + _ROWS[: SIZE - 300] + b"</body></html>"


async def serve(packed: bool) -> None:
    """Answers every address with a page; on 64 ports, which it says on standard output: 64 hosts."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while asked := await reader.readuntil(b"\r\n\r\n"):
                path = asked.split(b" ", 2)[1]
                page = b"User-agent: *\nDisallow: /private/" if path == b"/robots.txt" else body(int(path[3:]))
                kind = b"text/plain" if path == b"/robots.txt" else b"text/html; charset=utf-8"
                coding = b""
                if packed:
                    page, coding = gzip.compress(page, 1), b"Content-Encoding: gzip\r\n"
                head = b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\n%sContent-Length: %d\r\n\r\n"
                writer.write(head % (kind, coding, len(page)) + page)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    servers = [await asyncio.start_server(answer, "127.0.0.1", 0) for _ in range(64)]
    print(",".join(str(server.sockets[0].getsockname()[1]) for server in servers), flush=True)
    await asyncio.Event().wait()


# --- the two clients --------------------------------------------------------------------------


def urls(ports: str, pages: int, connections: int) -> list[list[str]]:
    """The addresses in as many hosts as there are connections: one at a time per host is the rule."""
    hosts = [f"http://127.0.0.1:{port}" for port in ports.split(",")[:connections]]
    return [[f"{host}/p/{n}" for n in range(number, pages, connections)] for number, host in enumerate(hosts)]


def ours(ports: str, pages: int, connections: int) -> None:
    """A thread per host, as in a run: robots, pace (of 0 s), fetch, archive."""
    from pipelines.crawl.fetch import Fetcher
    from pipelines.crawl.intake import keep_answer
    from pipelines.crawl.polite import Polite, Terms
    from sources.catalogue import Source
    from store.archive import Archive

    source = Source("bench", "bench", "forum", "서울", "unknown", "news")
    with (
        tempfile.TemporaryDirectory() as folder,
        Archive(Path(folder) / "archive") as archive,
        Fetcher(AGENT, allow_private=True) as fetcher,
    ):
        polite = Polite(fetcher.exchange, least_pace=0.0)

        def crawl(chosen: list[str]) -> None:
            for url in chosen:
                answer = polite.get(url, Terms(0.0))
                assert len(answer.body) > 1000, answer.detail
                if not WITHOUT_ARCHIVE:
                    keep_answer(archive, answer, source, "bench@1")

        each_host(crawl, urls(ports, pages, connections))


def stock(ports: str, pages: int, connections: int) -> None:
    """httpx as it comes: one client, as many tasks as connections."""
    import httpx

    async def run() -> None:
        limits = httpx.Limits(max_connections=connections, max_keepalive_connections=connections)
        async with httpx.AsyncClient(limits=limits, headers={"User-Agent": AGENT}) as client:

            async def crawl(chosen: list[str]) -> None:
                for url in chosen:
                    assert len((await client.get(url)).content) > 1000

            await asyncio.gather(*(crawl(chosen) for chosen in urls(ports, pages, connections)))

    asyncio.run(run())


def each_host(work: Callable[[list[str]], None], chosen: list[list[str]]) -> None:
    with ThreadPoolExecutor(len(chosen)) as pool:
        list(pool.map(work, chosen))


WITHOUT_ARCHIVE = bool(os.environ.get("BENCH_WITHOUT_ARCHIVE"))
CLIENTS: dict[str, Callable[[str, int, int], None]] = {"ours": ours, "stock": stock}


def one(client: str, ports: str, pages: int, connections: int) -> None:
    """One measurement: CPU seconds of the crawl, without the imports."""
    CLIENTS[client](ports, connections * 2, connections)  # warm: imports, connections' first cost
    start = time.process_time()
    CLIENTS[client](ports, pages, connections)
    print(time.process_time() - start)


def measured(client: str, ports: str, pages: int, connections: int, **environment: str) -> float:
    """Pages per CPU second in a process of its own."""
    command = [sys.executable, str(HERE), "--one", client, "--ports", ports, "--pages", str(pages)]
    command += ["--connections", str(connections)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, **environment})
    return pages / float(done.stdout.split()[-1])


def compare(pages: int, packed: bool) -> bool:
    """Print the figures; whether both bars are met."""
    server = subprocess.Popen(
        [sys.executable, str(HERE), "--serve", *(["--packed"] if packed else [])], stdout=subprocess.PIPE, text=True
    )
    try:
        assert server.stdout is not None
        ports = server.stdout.readline().strip()
        found: dict[str, list[float]] = defaultdict(list)
        for _round in range(ROUNDS):
            for name, client, connections, more in (
                ("ours 16", "ours", 16, {}),
                ("stock 16", "stock", 16, {}),
                ("ours 4", "ours", 4, {}),
                ("ours 64", "ours", 64, {}),
                ("ours 16, no archive", "ours", 16, {"BENCH_WITHOUT_ARCHIVE": "1"}),
            ):
                found[name].append(measured(client, ports, pages, connections, **more))
    finally:
        server.terminate()
        server.wait()
    ratio, cost = _beside(found["ours 16"], found["stock 16"]), _beside(found["ours 4"], found["ours 64"])
    best = ", ".join(f"{name} {max(rates):.0f}" for name, rates in found.items())
    print(f"bodies {'gzipped' if packed else 'as they are'}, best of {ROUNDS} rounds: {best}")
    print(f"  against stock httpx at 16: {ratio:.2f}× (bar 2); cost of 64 against 4 connections: {cost:.2f} (bar 1.5)")
    return ratio >= 2 and cost <= 1.5


def _beside(rates: list[float], others: list[float]) -> float:
    """The middle one of the rounds: other work on the machine weighs on a round, hardly on one half of it."""
    return median(rate / other for rate, other in zip(rates, others, strict=True))


def main() -> int:
    parser = argparse.ArgumentParser(description="The fetch layer beside stock httpx, pages per CPU second.")
    parser.add_argument("--pages", type=int, default=5000)
    parser.add_argument("--connections", type=int, default=16)
    parser.add_argument("--one", choices=sorted(CLIENTS))
    parser.add_argument("--ports", default="")
    parser.add_argument("--serve", action="store_true")
    parser.add_argument("--packed", action="store_true")
    given = parser.parse_args()
    if given.serve:
        asyncio.run(serve(given.packed))
    elif given.one:
        one(given.one, given.ports, given.pages, given.connections)
    else:
        print(f"{given.pages} pages of {SIZE // 1000} KB on a loopback site; pages per CPU second:")
        met = [compare(given.pages, packed) for packed in (False, True)]
        return 0 if all(met) else 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
