"""A long crawl must not grow: whole rounds (robots, pace, fetch, archive, reading, store) over a loopback board.

Bar (issue 3): from the 5,000th page to the 50,000th, and from the start, the process grows by less than 100 MB.

    python tests/bench/bench_memory.py --pages 50000       the bar; some 16 minutes of CPU
    python tests/bench/bench_memory.py                     10,000 pages, what `make bench` runs

The site is a process of its own. Each round reads one board never seen before: five list pages of forty posts,
and every post, of about 30 KB. Printed: resident MB on the way; at the end the growth, and exit 1 where it is too much.
"""

from __future__ import annotations

import argparse
import asyncio
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

HERE = Path(__file__).resolve()
sys.path[:0] = [str(HERE.parents[2]), str(HERE.parents[1] / "pipelines" / "crawl")]

BAR = 100.0
HOSTS = 8
THREADS = 4
WORDS = [
    "마을",
    "이웃과",
    "함께",
    "걷는",
    "길",
    "돌봄",
    "장터",
    "모임",
    "소식을",
    "나누는",
    "하루",
    "골목",
    "도서관",
    "텃밭",
    "잔치",
]
FILLER = "<script>" + "var menu = [];\n" * 1500 + "</script>"
LIST_PAGES, ROWS = 5, 40
PER_ROUND = LIST_PAGES * (ROWS + 1)


# --- the site ---------------------------------------------------------------------------------


def page(path: str) -> bytes:
    """A list page or a post of any board that is asked for."""
    from board_pages import Post, listing, view

    asked = {name: values[0] for name, values in parse_qs(urlsplit(path).query).items()}
    board, number, at = asked["bo_table"], int(asked.get("wr_id", 0)), int(asked.get("page", 1))
    if number:
        words = " ".join(WORDS[number * n % 9973 % len(WORDS)] for n in range(250)) + f" {board} {number}"
        html = view(Post(number, f"{board} 마을 모임 {number}", words))
    else:
        newest = (LIST_PAGES - at + 1) * ROWS
        posts = [Post(n, f"{board} 마을 모임 {n}", "") for n in range(newest, newest - ROWS, -1)]
        html = listing(posts, pages=LIST_PAGES, page=at)
    return (
        html.replace("</body>", FILLER + "</body>")
        .replace("bo_table=free", f"bo_table={board}")
        .replace('"free"', f'"{board}"')
        .encode()
    )


async def serve() -> None:
    """Answers on some ports, which it says on standard output: as many hosts."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while asked := await reader.readuntil(b"\r\n\r\n"):
                path = asked.split(b" ", 2)[1].decode()
                body = b"User-agent: *\nDisallow: /adm/" if path == "/robots.txt" else page(path)
                head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n"
                writer.write(head % len(body) + body)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    servers = [await asyncio.start_server(answer, "127.0.0.1", 0) for _ in range(HOSTS)]
    print(",".join(str(server.sockets[0].getsockname()[1]) for server in servers), flush=True)
    await asyncio.Event().wait()


# --- the crawl --------------------------------------------------------------------------------


def resident() -> float:
    """MB of this process in memory now (Linux)."""
    status = Path("/proc/self/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


def crawl(ports: list[str], pages: int, first: int) -> tuple[float, float, float]:
    """(resident MB at the start, after `first` pages, at the end)."""
    from pipelines.crawl.fetch import Fetcher
    from pipelines.crawl.polite import Polite
    from pipelines.crawl.rounds import Desk, crawl_source
    from sources.catalogue import Address, Source
    from store.archive import Archive
    from store.session import open_store, sqlite_address

    def one(number: int) -> int:
        home = f"http://127.0.0.1:{ports[number % HOSTS]}"
        lists = (Address(f"{home}/bbs/board.php?bo_table=b{number}", "seen"),)
        source = Source(
            f"s{number % HOSTS}", "두레마을", "forum", "서울", "gnuboard5", "board",
            home=home, lists=lists, pace_seconds=0.0,
        )  # fmt: skip
        tally = crawl_source(source, desk, force=True)
        assert tally.round is not None and tally.round.outcome == "good", tally
        return tally.round.pages

    with (
        tempfile.TemporaryDirectory() as folder,
        Archive(Path(folder) / "archive") as archive,
        Fetcher("Dure/bench (+a@example.com)", allow_private=True) as fetcher,
        ThreadPoolExecutor(THREADS) as pool,
    ):
        store = open_store(sqlite_address(Path(folder)))
        held = store.engine.connect()  # the last connection to close would write the whole log back, each time
        held.exec_driver_sql("SELECT 1")
        desk = Desk(store, archive, Polite(fetcher.exchange, least_pace=0.0))
        done, started, at_first = 0, resident(), 0.0
        print(f"{'pages':>7} {'MB':>7} {'CPU s':>7}")
        while done < pages:
            some = range(done // PER_ROUND, done // PER_ROUND + HOSTS)
            done += sum(pool.map(one, some))
            print(f"{done:7} {resident():7.0f} {time.process_time():7.0f}", flush=True)
            at_first = at_first or (resident() if done >= first else 0.0)
        held.close()
        store.close()
        return started, at_first, resident()


def main() -> int:
    parser = argparse.ArgumentParser(description="How much a long crawl grows.")
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--serve", action="store_true")
    given = parser.parse_args()
    if given.serve:
        asyncio.run(serve())
        return 0
    server = subprocess.Popen([sys.executable, str(HERE), "--serve"], stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        ports = server.stdout.readline().strip().split(",")
        started, first, last = crawl(ports, given.pages, given.pages // 10)
    finally:
        server.terminate()
        server.wait()
    grown, whole = last - first, last - started
    print(f"{given.pages} pages: {started:.0f} MB at the start, {first:.0f} after a tenth, {last:.0f} at the end; "
          f"grown by {grown:.0f} since the tenth, {whole:.0f} in all (bar {BAR:.0f})")  # fmt: skip
    return 0 if whole < BAR else 1


if __name__ == "__main__":
    raise SystemExit(main())
