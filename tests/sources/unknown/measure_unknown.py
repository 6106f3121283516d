"""Figures of the fallback on pages of unknown layouts, beside those of trafilatura alone.

python tests/sources/unknown/measure_unknown.py [--worst]
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

HERE = Path(__file__).resolve()
sys.path[:0] = [str(HERE.parent), str(HERE.parents[3])]

import unknown_layouts  # noqa: E402
import unknown_layouts_b  # noqa: E402
from unknown_layouts import UnknownPage  # noqa: E402

from sources.page import Page  # noqa: E402
from sources.reading import read  # noqa: E402

NOW = datetime.fromisoformat("2026-11-22T12:00:00+09:00")


def pages() -> list[UnknownPage]:
    return [*unknown_layouts.pages(), *unknown_layouts_b.pages_b()]


@dataclass(frozen=True)
class Said:
    title: str
    date: str  # ISO, minute or day
    body: str


def ours(page: UnknownPage) -> Said:
    reading = read(Page(page.url, page.url, 200, "text/html", page.html, NOW))
    article = reading.article
    if article is None:
        return Said("", f"{reading.family} {reading.kind} {reading.refusal} {reading.detail}", "")
    at = article.published_at
    return Said(article.title, at.isoformat()[: 10 if article.date_only else 16] if at else "", article.body_text)


def theirs(page: UnknownPage) -> Said:
    from trafilatura import bare_extraction

    found = bare_extraction(page.html, url=page.url, with_metadata=True, include_comments=False)
    if found is None:
        return Said("", "", "")
    return Said(found.title or "", (found.date or "")[:16], found.text or "")


def f1(gold: str, said: str) -> float:
    a, b = Counter(gold.split()), Counter(said.split())
    both = sum((a & b).values())
    return 2 * both / (sum(a.values()) + sum(b.values())) if both else 0.0


def figures(
    reader: Callable[[UnknownPage], Said], worst: list[str] | None = None, by_day: bool = False
) -> dict[str, float]:
    """Shares of right titles and dates (to the minute where one is shown), mean body F1, share of exact bodies."""
    made = pages()
    titles = dates = bodies = exact = 0.0
    for page in made:
        said = reader(page)
        want = page.text.day if page.date_only or by_day else page.text.at.replace(" ", "T")
        score = f1(" ".join(page.text.body), said.body)
        good = (" ".join(said.title.split()) == page.text.title, said.date[: len(want)] == want, score > 0.999)
        titles, dates, exact, bodies = titles + good[0], dates + good[1], exact + good[2], bodies + score
        if worst is not None and not all(good):
            extra = [line for line in said.body.split("\n") if line not in page.text.body]
            worst.append(
                f"{page.name}: title {said.title!r} date {said.date!r} for {want!r} F1 {score:.3f} extra {extra[:4]}"
            )
    count = len(made)
    return {
        "pages": count,
        "title": titles / count,
        "date": dates / count,
        "body_f1": bodies / count,
        "body_exact": exact / count,
    }


def main() -> None:
    worst: list[str] = []
    for name, row in (
        ("ours", figures(ours, worst)),
        ("trafilatura", figures(theirs)),
        ("  its day alone", figures(theirs, by_day=True)),
    ):
        print(f"{name:16s}", "  ".join(f"{k} {v:.3f}" if k != "pages" else f"{k} {v:.0f}" for k, v in row.items()))
    if "--worst" in sys.argv:
        print(*worst, sep="\n")


if __name__ == "__main__":
    main()
