"""What the search finds: one line of ours per story, event and organisation.

Rows come oldest first, so that a larger rowid is newer and the newest matches are read first.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from dashboards.pairs import field_pairs
from dashboards.words import label, outlets_words, short_region
from pipelines.publish.changes import Edit, values
from store.bulk import batches

Indexed = tuple[tuple[Any, ...], str, str]
"""(row of search_item, pairs of the title, pairs of everything else)"""

_STORIES = """
SELECT s.story_id AS id, s.title, s.day, s.sido, s.sigungu, s.outlet_count,
       (SELECT group_concat(a.title, char(10)) FROM article a WHERE a.story_id = s.story_id) AS titles,
       (SELECT group_concat(o.name, char(10)) FROM article a JOIN outlet o USING (outlet_id)
         WHERE a.story_id = s.story_id) AS outlets,
       (SELECT group_concat(sector) FROM story_sector x WHERE x.story_id = s.story_id) AS sectors
FROM story s
"""
_EVENTS = """
SELECT e.event_id AS id, e.title, coalesce(e.start_on, e.deadline_on, e.first_seen_on) AS day, e.sido, e.sigungu,
       e.venue, e.start_on, e.deadline_on, e.kind, e.status, e.online, e.audience,
       (SELECT group_concat(name, char(10)) FROM event_party p WHERE p.event_id = e.event_id) AS parties,
       (SELECT group_concat(sector) FROM event_sector x WHERE x.event_id = e.event_id) AS sectors
FROM event e
"""
_ORGANISATIONS = """
SELECT o.organisation_id AS id, o.name, o.type, o.sido, o.sigungu, o.last_on AS day, o.article_count,
       (SELECT group_concat(name, char(10)) FROM organisation_name n
         WHERE n.organisation_id = o.organisation_id) AS names
FROM organisation o
"""
_OF = {  # the tables a search line is made of
    "organisation": ("organisation", "organisation_name"),
    "event": ("event", "event_party", "event_sector"),
    "story": ("story", "article", "story_sector"),
}
BATCH = 500


def search_rows(db: sqlite3.Connection) -> Iterator[Indexed]:
    """All search lines of a filled digest; organisations first, then events and stories by day."""
    cursor = _named(db)
    number = 0
    for query, line, order in (
        (_ORGANISATIONS, _organisation, "article_count"),
        (_EVENTS, _event, "day"),
        (_STORIES, _story, "day"),
    ):
        for row in cursor.execute(f"{query} ORDER BY {order}, id"):
            number += 1
            yield line(number, row)


def concerned(edits: Mapping[str, list[Edit]]) -> dict[str, list[str]]:
    """Per subject the ids whose search line some edits are about."""
    found = {
        subject: {row[f"{subject}_id"] for table in tables for row in values(table, edits.get(table, ()))}
        for subject, tables in _OF.items()
    }
    return {subject: sorted(ids) for subject, ids in found.items()}


def lines_of(db: sqlite3.Connection, things: Mapping[str, list[str]]) -> Iterator[Indexed]:
    """The search lines of some things as the digest holds them, numbered as they are in it (0: not there)."""
    cursor = _named(db)
    for subject, query, line in (
        ("organisation", _ORGANISATIONS, _organisation), ("event", _EVENTS, _event), ("story", _STORIES, _story),
    ):  # fmt: skip
        numbers = "SELECT subject_id, item_id FROM search_item WHERE subject = ? AND subject_id IN "
        for some in batches(things[subject], BATCH):
            marks = f"({', '.join('?' * len(some))})"
            known = dict(db.execute(numbers + marks, (subject, *some)).fetchall())
            rows = cursor.execute(f"{query} WHERE id IN {marks} ORDER BY day, id", some).fetchall()
            yield from (line(known.get(row["id"], 0), row) for row in rows)


def _named(db: sqlite3.Connection) -> sqlite3.Cursor:
    cursor = db.cursor()
    cursor.row_factory = sqlite3.Row
    return cursor


def _organisation(number: int, row: sqlite3.Row) -> Indexed:
    kind = label("organisation_type", row["type"])
    place = _place(row)
    line = " · ".join(filter(None, (kind, place, f"글 {row['article_count']}건")))
    item = (number, "organisation", row["id"], row["name"], line, row["day"])
    return item, field_pairs((row["name"],)), field_pairs([*(row["names"] or "").split("\n"), kind, place])


def _event(number: int, row: sqlite3.Row) -> Indexed:
    place = _place(row)
    closes = f"마감 {_day_words(row['deadline_on'])}" if row["deadline_on"] else ""
    when = _day_words(row["start_on"]) or closes or "날짜 미정"
    parties = ", ".join(dict.fromkeys((row["parties"] or "").split("\n")))  # one body often holds and runs it
    facts = (when, row["venue"], place, parties, "온라인" if row["online"] else "")
    line = " · ".join(filter(None, facts))
    item = (number, "event", row["id"], row["title"], line, row["day"])
    more = (label("event_kind", row["kind"]), row["audience"], row["start_on"], row["deadline_on"], closes)
    return item, field_pairs((row["title"],)), field_pairs([*(f or "" for f in (*facts, *more)), *_sectors(row)])


def _story(number: int, row: sqlite3.Row) -> Indexed:
    place, day = _place(row), _day_words(row["day"])
    line = " · ".join(filter(None, (day, place, outlets_words(row["outlet_count"]))))
    item = (number, "story", row["id"], row["title"], line, row["day"])
    told = dict.fromkeys([*(row["titles"] or "").split("\n"), *(row["outlets"] or "").split("\n")])
    return item, field_pairs((row["title"],)), field_pairs([*told, place, day, row["day"], *_sectors(row)])


def _place(row: sqlite3.Row) -> str:
    region = short_region(row["sido"]) if row["sido"] else ""
    return " ".join(filter(None, (region, row["sigungu"])))


def _sectors(row: sqlite3.Row) -> list[str]:
    return [label("sector", code) for code in (row["sectors"] or "").split(",") if code]


def _day_words(day: str | None) -> str:
    if not day:
        return ""
    parsed = date.fromisoformat(day)
    return f"{parsed.year}년 {parsed.month}월 {parsed.day}일"
