"""A fourth set of boards: 48 pages in `boards_fourth`, by an author who had seen no code; one case a page and field.

Markup follows what engines and public skins print; texts, people and sites are invented. `index.jsonl` has the form of
the shared pages, with the values a careful person reads. First read untouched: 189 of 255 fields right (by the scorer
of the shared pages 233 of 273), 20 of 48 pages in all; gnuboard 5 56 of 68, gnuboard 4 16 of 19, XE 1 16 of 18, Rhymix
9 of 13, WordPress 17 of 21, KBoard 15 of 15, Mangboard 9 of 9, public institutions 23 of 32, Tistory 8 of 15, engines
nobody knows 20 of 45.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from recorded_pages import Row, page_of, readings, rows

from sources.blocks import Tree
from sources.page import Article, Listing, Reading
from sources.scriptlinks import write_addresses

PAGES = Path(__file__).parent / "boards_fourth"
NOT_READ = {
    *(("zeroboard4-view", name) for name in ("title", "published_at", "body_text", "attachments", "views")),
    ("g4-webzine-list", "title"),  # cut with «…»; the page shows the rest of it nowhere
    ("g5-faq-list", "published_at"),
    ("inhouse-card-list", "comments"),
    ("wp-astra-list", "comments"),
    ("tistory-category-list", "comments"),
}
MARKS = ("notice", "reply", "secret", "views", "comments")
Field = tuple[str, object, object]


def flat(text: object) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", str(text or ""))).strip()


def fields(row: Row, reading: Reading) -> Iterator[Field]:
    """(name, as read, as a careful person reads it)"""
    if row["kind"] == "error":
        yield "kind", reading.kind, "refusal"
    elif row["kind"] == "view":
        yield from _of_article(row["gold"], reading.article)
    else:
        yield from _of_listing(row["gold"], reading.listing)


def _of_article(gold: dict[str, Any], article: Article | None) -> Iterator[Field]:
    at = article.published_at.isoformat() if article is not None and article.published_at else ""
    size = 10 if gold.get("date_only") else 16
    yield "title", flat(getattr(article, "title", "")), flat(gold["title"])
    yield "published_at", at[:size], gold["published_at"][:size]
    yield "body_text", flat(getattr(article, "body_text", "")), flat(gold["body_text"])
    yield "attachments", list(map(flat, getattr(article, "attachments", ()))), list(map(flat, gold["attachments"]))
    for name in ("comments", "views"):
        if gold.get(name) not in (None, ""):
            yield name, getattr(article, name, None), gold[name]


def _of_listing(gold: dict[str, Any], listing: Listing | None) -> Iterator[Field]:
    items = listing.items if listing is not None else ()
    yield "title", [flat(item.title) for item in items], [flat(item["title"]) for item in gold["items"]]
    days = [item.published_at.isoformat()[:10] if item.published_at else "" for item in items]
    yield "published_at", days, [(item["published_at"] or "")[:10] for item in gold["items"]]
    for name in MARKS:
        if any(item[name] for item in gold["items"]):
            yield name, [getattr(item, name) or 0 for item in items], [item[name] or 0 for item in gold["items"]]
    if "next_page" in gold:
        yield "next_page", listing.next_page if listing is not None else None, gold["next_page"]


@pytest.mark.parametrize("name", [row["file"].removesuffix(".html") for row in rows(PAGES)])
def test_every_field_is_read(name: str) -> None:
    row, reading = next(found for found in readings(PAGES, (f"{name}.html",)))
    wrong = [field for field in fields(row, reading) if field[1] != field[2] and (name, field[0]) not in NOT_READ]
    assert wrong == [], (reading.family, reading.refusal, reading.detail)


@pytest.mark.parametrize(
    ("script", "href", "address"),
    [
        ("function go(n){ location.href = 'v.asp?no=' + n; }", "javascript:go('7');", "v.asp?no=7"),
        ('function go(b, n) { document.location="/"+b+"?no="+n }', "javascript:go('free', 7)", "/free?no=7"),
        ("function go(n){ location.href = base + n; }", "javascript:go('7')", "javascript:go('7')"),
        ("function go(n){ location.href = 'v.asp?no=' + n; }", "javascript:go(id)", "javascript:go(id)"),
        ("function go(n){ location.href = 'v.asp?no=' + n; }", "javascript:go()", "javascript:go()"),
        ("function go(n){ document.f.submit(); }", "javascript:go('7')", "javascript:go('7')"),
    ],
)
def test_a_link_that_calls_a_script_is_written_out_where_nothing_has_to_be_guessed(
    script: str, href: str, address: str
) -> None:
    html = f'<html><head><script>{script}</script></head><body><a href="{href}">글</a></body></html>'
    page = replace(page_of(PAGES, rows(PAGES)[0]), text=html)
    write_addresses(page, tree := Tree(html))
    link = tree.css_first("a")
    assert link is not None and link.attributes["href"] == address
