"""Newspaper pages of about 60 KB: our reading, metadata included, beside trafilatura with metadata. CPU time.

Bars (issue 3): ≤ 1.0 ms a page on the machine of the baselines, and at least 25 times faster than the peer.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

HERE = Path(__file__).resolve()
sys.path[:0] = [str(HERE.parents[2]), str(HERE.parents[1] / "sources")]

import newsskins  # noqa: E402

from sources.blocks import Tree  # noqa: E402
from sources.page import Page  # noqa: E402
from sources.reading import read  # noqa: E402

NOW = datetime.fromisoformat("2026-11-22T12:00:00+09:00")
ROUNDS = 9


def heavy(html: str) -> str:
    """The page with what a real site carries: styles, scripts, a menu and a column of 120 links."""
    row = (
        '<li class="menu-item"><a href="/go?z={n}" class="auto-titles">너른들 소식 {n} 상수도 요금 동결 산책로 정비</a>'
        "<span>11-2{d}</span></li>"
    )
    column = "".join(row.format(n=90_000 + n, d=n % 9) for n in range(120))
    script = "<script>var a={};" + "function f(x){return x+1;}" * 500 + "</script>"
    style = "<style>" + ".a1{margin:0;padding:0;color:#fff}" * 200 + "</style>"
    return html.replace("</head>", f"{style}{script}</head>").replace("<footer>", f"<ul>{column}</ul>{script}<footer>")


def pages() -> list[Page]:
    made = []
    for skin in newsskins.SKINS:
        for item in newsskins.ITEMS[:2]:
            url = newsskins.address(skin, item)
            made.append(Page(url, url, 200, "text/html", heavy(skin.make(item)), NOW))
    return made


def per_page(work: Callable[[Page], object], made: list[Page]) -> float:
    """The mean over the pages of the best of the rounds, in ms: other work on the machine only ever adds."""
    best = [float("inf")] * len(made)
    for _ in range(ROUNDS):
        for at, page in enumerate(made):
            start = time.process_time()
            work(page)
            best[at] = min(best[at], time.process_time() - start)
    return sum(best) / len(made) * 1000


def main() -> None:
    from trafilatura import bare_extraction

    made = pages()
    size = sum(len(p.text.encode()) for p in made) / len(made) / 1024
    parse = per_page(lambda p: Tree(p.text), made)
    ours = per_page(read, made)
    peer = per_page(lambda p: bare_extraction(p.text, with_metadata=True), made[::5])
    print(f"{len(made)} pages of {size:.0f} KB: read {ours:.2f} ms (parsing alone {parse:.2f})")
    print(f"trafilatura with metadata {peer:.1f} ms: {peer / ours:.0f} times as long")


if __name__ == "__main__":
    main()
