"""Which family each recorded page is taken for, against the engine that made it; and on what evidence each rests.

python tests/sources/confusion.py [--pages FOLDER]
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from recorded_pages import page_of, readings

from sources.catalogue import Source
from sources.families import FALLBACK, FAMILIES
from sources.reading import read

FAMILY_OF = {
    # the index names engines in its own words; a guest on its host is «host+guest»
    "egovframe": "egov",
    "ins-sub_read": "insnews",
    "naver-blog": "naverblog",
    "gnuboard5+eyoom": "eyoom",
    "wordpress+kboard": "kboard",
    "wordpress+mangboard": "mangboard",
    "viewidx_caption": "viewidx",
    "custom_article": "inhouse",
}
ANY_ENGINE = ("feed", "sitemap")
"""Feeds and sitemaps are read by one family each, whichever engine made them."""


def expected(row: dict[str, Any]) -> tuple[str, ...]:
    """The families that would be right for a recorded page."""
    engine = row.get("engine") or "unknown"
    right: tuple[str, ...] = (FAMILY_OF.get(engine, engine),)
    if row["file"].endswith("robots.txt"):  # a page of none, unless the engine answers it with a page of its own
        right += ("unknown",)
    if "xml" in (row.get("content_type") or "") or row["kind"] == "rss":
        right += ANY_ENGINE
    return right


def confusion(pages: Path) -> Iterator[tuple[dict[str, Any], str, bool]]:
    """(row, family it was taken for, whether that is right) of every recorded page."""
    for row, reading in readings(pages):
        yield row, reading.family, reading.family in expected(row)


def by_entry(pages: Path, row: dict[str, Any]) -> bool:
    """Whether a page is its engine's once the catalogue names that: «없는 기사입니다» is signed by nobody."""
    entry = Source("x", "가람신문", "local_newspaper", "경기", expected(row)[0], "news")
    return read(page_of(pages, row), entry).family in expected(row)


def share(found: list[tuple[dict[str, Any], str, bool]], *, errors: bool = False) -> float:
    """Pages that were recognised. Error pages apart: many are one sentence in a script, which no engine signed."""
    rights = [right for row, _, right in found if (row["kind"] == "error") == errors]
    return sum(rights) / len(rights)


def provenance(pages: Path) -> dict[str, str]:
    """The best evidence the recorded pages are for each family: rendered, saved or reconstructed."""
    order = ("saved", "rendered", "reconstructed")
    best: dict[str, str] = {}
    for row, reading in readings(pages):
        said = (row.get("provenance") or "").lower()
        kind = "saved" if "saved" in said else "rendered" if said.startswith("rendered") else "reconstructed"
        for family in {expected(row)[0]} | ({reading.family} & set(ANY_ENGINE)):
            best[family] = min(best.get(family, kind), kind, key=order.index)
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description="Recognition on the recorded pages.")
    parser.add_argument("--pages", type=Path, default=Path(__file__).resolve().parents[3] / "shared" / "pages")
    given = parser.parse_args()
    found = list(confusion(given.pages))
    table = Counter((row.get("engine") or "unknown", family, right) for row, family, right in found)
    for (engine, family, right), count in sorted(table.items()):
        print(f"{count:5}  {engine:20} {family:14} {'' if right else 'WRONG'}")
    for row, family, right in found:
        if not right:
            print(f"{row['file']} ({row['kind']}, {row['status']}) was taken for {family}")
    every = sum(right for _, _, right in found) / len(found)
    print(f"recognition {share(found):.4f} (bar .995), error pages {share(found, errors=True):.4f}, all {every:.4f}")
    told = [right or by_entry(given.pages, row) for row, _, right in found]
    print(f"with the engine named in the outlet's entry, as in a round: {sum(told) / len(told):.4f}")
    seen = provenance(given.pages)
    for family in (*FAMILIES, FALLBACK):
        if family.evidence != seen.get(family.name, "none"):
            print(f"{family.name}: says {family.evidence}, recorded pages here: {seen.get(family.name, 'none')}")


if __name__ == "__main__":
    main()
