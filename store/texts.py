"""Search over whole texts in the private store, spaces aside, on SQLite and PostgreSQL alike.

A plain scan: no index to keep, to grow or to clean after `dure forget`; the newest articles are read
first, and it stops when enough are found.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, func, select
from sqlmodel import Session

from store.bulk import core
from store.tables import ArticleRow

AROUND: Final = 30
"""Characters shown on either side of the words that were found."""
_SPACES: Final = (" ", "\n", "\t", "\u00a0")
_LEGAL_MARKS: Final = re.compile(r"㈜|㈔|[(](?:주|사|유|재)[)]")


@dataclass(frozen=True, slots=True)
class Found:
    """An article that holds all the words, and the words around the first of them."""

    article_id: str
    source_id: str
    published_at: datetime | None
    title: str
    url: str
    words: str


def search(session: Session, words: str, limit: int = 20) -> list[Found]:
    """Live articles whose title or text holds every word, newest first."""
    wanted = [bare(word) for word in words.split() if bare(word)]
    if not wanted:
        return []
    t = core(ArticleRow)
    query = select(t.c.id, t.c.source_id, t.c.published_at, t.c.title, t.c.url, t.c.text).where(t.c.state == "live")
    squeezed = _squeezed(t.c.title + "\n" + t.c.text)
    for word in wanted:
        query = query.where(squeezed.contains(word, autoescape=True))
    ordered = query.order_by(t.c.published_at.desc().nulls_last(), t.c.id).limit(limit)
    return list(_found(session.execute(ordered), wanted[0]))


def bare(words: str) -> str:
    """What is compared: canonical composition, small letters, no spaces, no ㈜ and its kin."""
    return "".join(_LEGAL_MARKS.sub("", unicodedata.normalize("NFC", words)).split()).lower()


def _squeezed(column: ColumnElement[Any]) -> ColumnElement[Any]:
    for space in _SPACES:
        column = func.replace(column, space, "")
    return func.lower(column)


def _found(rows: Any, first: str) -> Iterator[Found]:
    spaced = re.compile(r"\s*".join(map(re.escape, first)), re.IGNORECASE)
    for row in rows:
        yield Found(row.id, row.source_id, row.published_at, row.title, row.url, _around(row.text, spaced))


def _around(text: str, wanted: re.Pattern[str]) -> str:
    at = wanted.search(text)
    if at is None:  # it stands in the title
        return ""
    cut = text[max(0, at.start() - AROUND) : at.end() + AROUND]
    return " ".join(cut.split())
