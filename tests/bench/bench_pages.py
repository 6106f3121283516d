"""Recorded pages: our reading, metadata included, beside trafilatura with metadata on the same pages. CPU time.

Bars (issue 3): a family read ≤ 1.0 ms per 60 KB, and at least 25 times as fast as the peer. Needs the shared pages.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve()
sys.path[:0] = [str(HERE.parents[2]), str(HERE.parents[1] / "sources")]

from recorded_pages import page_of, rows  # noqa: E402

from sources.page import Page  # noqa: E402
from sources.reading import read  # noqa: E402

PAGES = HERE.parents[3] / "shared" / "pages"
ROUNDS = 5
PEER_EVERY = 8
"""The peer takes some ten milliseconds a page: it is given every so many of them, and we the same ones."""


def best_of(works: dict[str, tuple[Callable[[Page], object], list[Page]]]) -> dict[str, float]:
    """CPU seconds of each work over its pages: for each page the best of interleaved rounds, for other work on the
    machine only ever adds."""
    best: dict[tuple[str, int], float] = defaultdict(lambda: float("inf"))
    for _ in range(ROUNDS):
        for name, (work, pages) in works.items():
            for at, page in enumerate(pages):
                start = time.process_time()
                work(page)
                best[name, at] = min(best[name, at], time.process_time() - start)
    return {name: sum(best[name, at] for at in range(len(pages))) for name, (_, pages) in works.items()}


def weight(pages: list[Page]) -> float:
    """Pages of 60 KB that these would make."""
    return sum(len(page.text.encode("utf-8", "replace")) for page in pages) / (60 * 1024)


def told(seconds: float, pages: list[Page]) -> str:
    return f"{seconds / len(pages) * 1000:6.2f} ms a page, {seconds / weight(pages) * 1000:6.2f} per 60 KB"


def main() -> int:
    if not (PAGES / "index.jsonl").is_file():
        print(f"bench pages: needs the recorded pages at {PAGES}; they are not there, so nothing was measured.")
        return 0
    from trafilatura import bare_extraction

    named = [(row["file"].split("/")[0], row["kind"], page_of(PAGES, row)) for row in rows(PAGES)]
    every = [page for _, _, page in named]
    views = [page for _, kind, page in named if kind == "view"]
    some = views[::PEER_EVERY]
    folders: dict[str, list[Page]] = defaultdict(list)
    for folder, _, page in named:
        folders[folder].append(page)

    works: dict[str, tuple[Callable[[Page], object], list[Page]]] = {
        name: (read, pages) for name, pages in folders.items()
    }
    works["ours"] = (read, some)
    works["peer"] = (lambda page: bare_extraction(page.text, with_metadata=True), some)
    best = best_of(works)
    for name, pages in sorted(folders.items()):
        print(f"{name:22} {told(best[name], pages)}")
    print(f"all {len(every)} pages: {told(sum(best[name] for name in folders), every)}")
    print(
        f"{len(some)} articles: ours {best['ours'] / len(some) * 1000:.2f} ms, trafilatura "
        f"{best['peer'] / len(some) * 1000:.2f} ms: {best['peer'] / best['ours']:.0f} times as long (bar 25)"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
