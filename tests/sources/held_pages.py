"""Sets of pages by authors who saw no code: what is read from them beside what a careful person reads, field by field.

A set is a folder of pages as served and `index.jsonl` in the form of the shared pages. As a script, the figures:

python tests/sources/held_pages.py [FOLDER ...] [--wrong] [--renamed]

With `--renamed` every class and id of the pages is another word: what is then still read, the next unknown skin will
have read too.
"""

from __future__ import annotations

import hashlib
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from recorded_pages import Row, page_of, readings, rows

from sources.page import Article, Listing, Page, Reading
from sources.reading import read as read_page

HERE = Path(__file__).parent
SETS = (
    "boards_fourth",
    "boards_fifth",
    "newspages_fifth",
    "boards_sixth",
    "boards_seventh",
    "boards_eighth",
    "boards_ninth",
    "boards_tenth",
    "boards_eleventh",
    "boards_twelfth",
    "boards_thirteenth",
    "boards_fourteenth",
    "boards_fifteenth",
    "boards_sixteenth",
    "newspages_seventeenth",
    "newspages_eighteenth",
    "pages_nineteenth",
    "pages_twentieth",
    "pages_twenty_first",
)
MARKS = ("notice", "reply", "secret", "views", "comments")
NAMES = re.compile(r"""(?<![\w-])(class|id)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")
LETTERS = str.maketrans("0123456789", "ghijklmnop")
Field = tuple[str, object, object]
"""(name, as read, as a careful person reads it)"""


def flat(text: object) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", str(text or ""))).strip()


def fields(row: Row, reading: Reading) -> Iterator[Field]:
    """What a page is kept for."""
    if row["kind"] == "error":
        yield "kind", reading.kind, "refusal"
    elif row["kind"] == "search":
        yield "kept as an article", reading.article is not None, False
    elif row["kind"] == "view":
        yield from _of_article(row["gold"], reading.article)
    else:
        yield from _of_listing(row["gold"], reading.listing)


def _of_article(gold: dict[str, Any], article: Article | None) -> Iterator[Field]:
    at = article.published_at.isoformat() if article is not None and article.published_at else ""
    size = 10 if gold.get("date_only") else 16
    yield "title", flat(getattr(article, "title", "")), flat(gold["title"])
    yield "published_at", at[:size], (gold["published_at"] or "")[:size]
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
        if any(item.get(name) for item in gold["items"]):
            yield name, [getattr(item, name) or 0 for item in items], [item[name] or 0 for item in gold["items"]]
    if "next_page" in gold:
        yield "next_page", _same(listing.next_page if listing is not None else None), _same(gold["next_page"])


def _same(url: str | None) -> object:
    """An address whatever the order of its parameters."""
    path, _, query = (url or "").partition("?")
    return path, sorted(filter(None, query.split("&")))


def more_fields(row: Row, reading: Reading) -> Iterator[Field]:
    """What stands around: who, under which heading, pictures' captions, a second time. A value the page shows not is
    not asked for, but has to be empty where the author's name is concerned."""
    gold, article, listing = row.get("gold") or {}, reading.article, reading.listing
    if row["kind"] == "view":
        unseen = gold.get("not_shown") or ()
        for name in ("author", "category", "board"):
            if (gold.get(name) or name == "author") and name not in unseen:
                yield name, flat(getattr(article, name, "")), flat(gold.get(name))
        for name in ("subtitles", "image_captions"):
            if gold.get(name) is not None:
                yield name, list(map(flat, getattr(article, name, ()))), list(map(flat, gold[name]))
        if gold.get("modified_at"):
            at = article.modified_at.isoformat() if article is not None and article.modified_at else ""
            yield "modified_at", at[:16], gold["modified_at"][:16]
    elif row["kind"] == "list":
        items = listing.items if listing is not None else ()
        for name in ("author", "category"):
            if any(item.get(name) for item in gold["items"]):
                read = [flat(getattr(item, name)) for item in items]
                yield f"list {name}", read, [flat(item.get(name)) for item in gold["items"]]


def faults(pages: Path, row: Row, reading: Reading) -> list[Field]:
    """The fields of a page that are not as they should be."""
    return [field for field in fields(row, reading) if field[1] != field[2]]


def renamed(page: Page) -> Page:
    """The page of a skin that calls everything something else; the same name is the same word everywhere."""

    def other(found: re.Match[str]) -> str:
        names = found[2].strip("\"'").split()
        words = ("x" + hashlib.md5(name.encode()).hexdigest()[:5].translate(LETTERS) for name in names)
        return f'{found[1]}="{" ".join(words)}"'

    return replace(page, text=NAMES.sub(other, page.text))


def readings_renamed(pages: Path) -> Iterator[tuple[Row, Reading]]:
    for row in rows(pages):
        yield row, read_page(renamed(page_of(pages, row)))


def figures(pages: Path, readings: Callable[[Path], Iterator[tuple[Row, Reading]]] = readings) -> str:
    """Fields right, pages without a fault, and each field by its name."""
    right, of, clean = Counter[str](), Counter[str](), 0
    more_right, more_of = Counter[str](), Counter[str]()
    for row, reading in readings(pages):
        for counted, total, found in ((right, of, fields), (more_right, more_of, more_fields)):
            for name, read, said in found(row, reading):
                total[name] += 1
                counted[name] += read == said
        clean += not faults(pages, row, reading)
    lines = [f"{pages.name}: {right.total()} of {of.total()} fields, {clean} of {len(list(readings(pages)))} pages"]
    for one, whole in ((right, of), (more_right, more_of)):
        lines.append("  " + ", ".join(f"{name} {one[name]}/{whole[name]}" for name in whole))
    return "\n".join(lines)


def main() -> None:
    names = [name for name in sys.argv[1:] if not name.startswith("-")]
    for pages in [HERE / name for name in names or SETS]:
        how = readings_renamed if "--renamed" in sys.argv else readings
        print(figures(pages, how))
        if "--wrong" in sys.argv:
            for row, reading in how(pages):
                wrong = [f for found in (fields, more_fields) for f in found(row, reading) if f[1] != f[2]]
                if wrong:
                    print(
                        f"\n## {row['file']} {row['family']}/{reading.family} {reading.refusal or ''} {reading.detail}"
                    )
                for name, read, said in wrong:
                    print(f"  {name}:\n     read {read!r}\n     gold {said!r}")


if __name__ == "__main__":
    main()
