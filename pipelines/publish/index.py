"""What the search finds: one line of ours per story, event and organisation.

Rows come oldest first, so that a larger rowid is newer and the newest matches are read first.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import Any

from dashboards.pairs import field_pairs
from dashboards.words import label, outlets_words, short_region

Indexed = tuple[tuple[Any, ...], str, str]
"""(row of search_item, pairs of the title, pairs of everything else)"""

_STORIES = """
SELECT s.story_id, s.title, s.day, s.sido, s.sigungu, s.outlet_count,
       (SELECT group_concat(a.title, char(10)) FROM article a WHERE a.story_id = s.story_id) AS titles,
       (SELECT group_concat(o.name, char(10)) FROM article a JOIN outlet o USING (outlet_id)
         WHERE a.story_id = s.story_id) AS outlets,
       (SELECT group_concat(sector) FROM story_sector x WHERE x.story_id = s.story_id) AS sectors
FROM story s ORDER BY s.day, s.story_id
"""
_EVENTS = """
SELECT e.event_id, e.title, coalesce(e.start_on, e.deadline_on, e.first_seen_on) AS day, e.sido, e.sigungu, e.venue,
       e.start_on, e.deadline_on, e.kind, e.status, e.online, e.audience,
       (SELECT group_concat(name, ', ') FROM event_party p WHERE p.event_id = e.event_id) AS parties,
       (SELECT group_concat(sector) FROM event_sector x WHERE x.event_id = e.event_id) AS sectors
FROM event e ORDER BY day, e.event_id
"""
_ORGANISATIONS = """
SELECT o.organisation_id, o.name, o.type, o.sido, o.sigungu, o.last_on AS day, o.article_count,
       (SELECT group_concat(name, char(10)) FROM organisation_name n
         WHERE n.organisation_id = o.organisation_id) AS names
FROM organisation o ORDER BY o.article_count, o.organisation_id
"""


def search_rows(db: sqlite3.Connection) -> Iterator[Indexed]:
    """All search lines of a filled digest; organisations first, then events and stories by day."""
    cursor = db.cursor()
    cursor.row_factory = sqlite3.Row
    number = 0
    for query, line in ((_ORGANISATIONS, _organisation), (_EVENTS, _event), (_STORIES, _story)):
        for row in cursor.execute(query):
            number += 1
            yield line(number, row)


def _organisation(number: int, row: sqlite3.Row) -> Indexed:
    kind = label("organisation_type", row["type"])
    place = _place(row)
    line = " · ".join(filter(None, (kind, place, f"글 {row['article_count']}건")))
    item = (number, "organisation", row["organisation_id"], row["name"], line, row["day"])
    return item, field_pairs((row["name"],)), field_pairs([*(row["names"] or "").split("\n"), kind, place])


def _event(number: int, row: sqlite3.Row) -> Indexed:
    place = _place(row)
    closes = f"마감 {_day_words(row['deadline_on'])}" if row["deadline_on"] else ""
    when = _day_words(row["start_on"]) or closes or "날짜 미정"
    facts = (when, row["venue"], place, row["parties"], "온라인" if row["online"] else "")
    line = " · ".join(filter(None, facts))
    item = (number, "event", row["event_id"], row["title"], line, row["day"])
    more = (label("event_kind", row["kind"]), row["audience"], row["start_on"], row["deadline_on"], closes)
    return item, field_pairs((row["title"],)), field_pairs([*(f or "" for f in (*facts, *more)), *_sectors(row)])


def _story(number: int, row: sqlite3.Row) -> Indexed:
    place, day = _place(row), _day_words(row["day"])
    line = " · ".join(filter(None, (day, place, outlets_words(row["outlet_count"]))))
    item = (number, "story", row["story_id"], row["title"], line, row["day"])
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
