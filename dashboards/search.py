"""Korean search over a published `digest.db`: asked by `dure search` and by the site.

Every word of the query must be found (as a substring, spaces aside; see `pairs.py`). The newest
matches are read, then ranked: whole names and titles first, then words at a beginning, then recency.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dashboards.pairs import phrase, squeeze
from dashboards.safe import file_name

READ = 400
"""Matches that are read per column before ranking: a common word has tens of thousands."""
MOST_WORDS = 8

_NAMES = {"story": "소식", "event": "행사", "organisation": "조직"}
_PAGES = {"event": "events", "organisation": "organisations"}


@dataclass(frozen=True, slots=True)
class Hit:
    """One line found. `page` lies in the published folder; `url` is the source of a story."""

    kind: str
    id: str
    title: str
    line: str
    day: date | None
    page: str
    url: str

    @property
    def kind_words(self) -> str:
        return _NAMES.get(self.kind, self.kind)

    @property
    def href(self) -> str:
        return self.url or self.page


def search(db: Path | sqlite3.Connection, words: str, limit: int = 20) -> list[Hit]:
    """The best lines for some words; empty where nothing is left to ask. Raises FileNotFoundError without a digest."""
    asked = [found for word in words.split()[:MOST_WORDS] if (found := phrase(word[:60]))]
    if not asked:
        return []
    if isinstance(db, sqlite3.Connection):
        return _search(db, words, asked, limit)
    if not db.is_file():
        raise FileNotFoundError(f"no digest at {db}: run `dure publish` first")
    connection = sqlite3.connect(f"{db.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        return _search(connection, words, asked, limit)
    finally:
        connection.close()


def _search(db: sqlite3.Connection, words: str, asked: list[str], limit: int) -> list[Hit]:
    found: dict[int, tuple[str, str, str, str, str | None]] = {}
    for query in (" ".join(f"title : {p}" for p in asked), " ".join(asked)):
        for row in db.execute(
            """SELECT i.item_id, i.subject, i.subject_id, i.title, i.line, i.day FROM search
            JOIN search_item i ON i.item_id = search.rowid WHERE search MATCH ? ORDER BY search.rowid DESC LIMIT ?""",
            (query, READ),
        ):
            found.setdefault(row[0], row[1:])
    newest = max((row[4] for row in found.values() if row[4]), default=None)
    ranked = sorted(found.items(), key=lambda item: (-_fit(item[1], words, newest), -item[0]))[:limit]
    return [_hit(db, row) for _, row in ranked]


def _fit(row: tuple[str, str, str, str, str | None], words: str, newest: str | None) -> float:
    """0 to about 10: how well a line answers, a little more for what is recent."""
    title, whole = squeeze(row[2]), squeeze(words)
    score = 6.0 if title == whole else 3.0 if title.startswith(whole) else 2.0 if whole in title else 0.0
    spaced = row[2].split()
    score += sum(1.0 for word in words.split() if any(part.startswith(word) for part in spaced)) / max(
        len(words.split()), 1
    )
    if row[4] and newest:
        age = (date.fromisoformat(newest) - date.fromisoformat(row[4])).days
        score += 2.0 / (1 + age / 30)
    return score


def _hit(db: sqlite3.Connection, row: tuple[str, str, str, str, str | None]) -> Hit:
    kind, identity, title, line, day = row
    url, page = "", f"{_PAGES.get(kind, '')}/{file_name(identity)}.html"
    if kind == "story":
        page = f"days/{day}.html"
        found = db.execute(
            "SELECT a.url FROM story s JOIN article a ON a.article_id = s.lead_article_id WHERE s.story_id = ?",
            (identity,),
        ).fetchone()
        url = found[0] if found else ""
    return Hit(kind, identity, title, line, date.fromisoformat(day) if day else None, page, url)
