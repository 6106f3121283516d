"""Which family each recorded page is taken for, against the engine that made it; and on what evidence each rests.

python tests/sources/confusion.py [--pages FOLDER]
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import Any

from recorded_pages import page_of, rows

from sources.families import FALLBACK, FAMILIES
from sources.reading import read

FAMILIES_OF = {
    # the index says engines in the words of the survey; one engine may be read by several families
    "gnuboard4": ("gnuboard4",),
    "gnuboard5": ("gnuboard5", "eyoom"),
    "rhymix": ("rhymix", "xe1"),
    "xe1": ("xe1", "rhymix"),
    "wordpress": ("wordpress",),
    "dadamedia_news21": ("dadamedia",),
    "news21cms": ("dadamedia",),
    "viewidx_caption": ("viewidx",),
    "viewphp_key": ("viewphp_key",),
    "custom_article": ("inhouse",),
    "naver_blog": ("naverblog",),
}
ANY_ENGINE = ("feed", "sitemap")
"""Feeds are read by one family, whichever engine made them."""


def expected(row: dict[str, Any]) -> tuple[str, ...]:
    """The families that would be right for a recorded page."""
    engine = row.get("engine") or "unknown"
    right = FAMILIES_OF.get(engine, (engine,))
    return (*right, *ANY_ENGINE) if row["kind"] in ("rss", "api", "index") else right


def confusion(pages: Path) -> Counter[tuple[str, str, bool]]:
    """(engine, family, whether that is right) → pages."""
    table: Counter[tuple[str, str, bool]] = Counter()
    for row in rows(pages):
        family = read(page_of(pages, row)).family
        table[row.get("engine") or "unknown", family, family in expected(row)] += 1
    return table


def provenance(pages: Path) -> dict[str, str]:
    """The best evidence the recorded pages are for each family: rendered, saved or reconstructed."""
    order = ("saved", "rendered", "reconstructed")
    best: dict[str, str] = {}
    for row in rows(pages):
        said = (row.get("provenance") or "").lower()
        kind = "saved" if "saved" in said else "rendered" if said.startswith("rendered") else "reconstructed"
        for family in expected(row)[:1]:
            best[family] = min(best.get(family, kind), kind, key=order.index)
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description="Recognition on the recorded pages.")
    parser.add_argument("--pages", type=Path, default=Path(__file__).resolve().parents[3] / "shared" / "pages")
    given = parser.parse_args()
    table = confusion(given.pages)
    for (engine, family, right), count in sorted(table.items()):
        print(f"{count:5}  {engine:20} {family:14} {'' if right else 'WRONG'}")
    total, good = sum(table.values()), sum(n for (_, _, right), n in table.items() if right)
    print(f"{good} of {total} pages right: {good / total:.4f} (bar .995)")
    seen = provenance(given.pages)
    for family in (*FAMILIES, FALLBACK):
        if family.evidence != seen.get(family.name, "none"):
            print(f"{family.name}: says {family.evidence}, recorded pages here: {seen.get(family.name, 'none')}")


if __name__ == "__main__":
    main()
