"""The lines that pages show, as values: one per event, story and organisation.

A line holds what our own words are made of. Templates put no sentences of the press on a page,
because no line carries any.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date, timedelta

from dashboards import words
from dashboards.safe import file_name
from dashboards.site.digest import Digest, Moment, day, moment
from dashboards.site.folded import fold
from dashboards.site.occurrence import last_moment, next_time, times_between


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event in a list. `start` is the next occurrence where it repeats."""

    id: str
    title: str
    kind: str
    status: str
    start: Moment | None
    end: Moment | None
    venue: str | None
    sido: str | None
    sigungu: str | None
    online: bool
    audience: str | None
    fee: str | None
    deadline: Moment | None
    deadline_on: date | None
    recurrence: str | None
    original: Moment | None
    hosts: str | None
    sectors: tuple[str, ...]
    outlets: int
    boards: int

    @property
    def href(self) -> str:
        return f"events/{file_name(self.id)}.html"

    @property
    def calendar(self) -> str:
        """Its own calendar file, which is there as long as it is `ahead`."""
        return f"calendar/events/{file_name(self.id)}.ics"

    def ahead(self, today: date) -> bool:
        """Whether one can still go there or apply."""
        return self.status != "cancelled" and any(on and on >= today for on in (self.last, self.deadline_on))

    @property
    def day(self) -> date | None:
        return day(self.start.isoformat()) if self.start else None

    @property
    def last(self) -> date | None:
        """Its last day; the first where no end is stated."""
        return day(self.end.isoformat()) if self.end else self.day

    @property
    def region(self) -> str:
        return "온라인" if self.online and not self.sido else words.short_region(self.sido)

    @property
    def place(self) -> str:
        return " ".join(filter(None, (self.region if self.region != "전국" else "", self.sigungu)))


@dataclass(frozen=True, slots=True)
class Telling:
    """One outlet's article of a story."""

    title: str
    url: str
    outlet: str
    published: Moment | None
    board: bool
    reprint: bool
    on: date | None = None  # the day it stands under: published, else first seen


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story in a list; `tellings` begin with the lead."""

    id: str
    title: str
    day: date
    sido: str | None
    sigungu: str | None
    item_kind: str | None
    sectors: tuple[str, ...]
    outlets: int
    boards: int
    tellings: tuple[Telling, ...]
    quiet: bool  # of an outlet that lets us show title and link only

    def told(self, most: int = 0) -> list[tuple[str, list[Telling]]]:
        """The first `most` tellings (all where 0), those with the same title together."""
        return fold(self.tellings[:most] if most else self.tellings, lambda told: told.title)

    @property
    def region(self) -> str:
        return words.short_region(self.sido)

    @property
    def place(self) -> str:
        return " ".join(filter(None, (self.region if self.sido else "", self.sigungu)))


EVENT_LINES = """
SELECT e.*,
  (SELECT group_concat(name, ', ') FROM event_party p WHERE p.event_id = e.event_id AND role = 'host') AS hosts,
  (SELECT group_concat(sector) FROM event_sector x WHERE x.event_id = e.event_id) AS sectors,
  (SELECT count(DISTINCT outlet_id) FROM event_article t JOIN article a USING (article_id)
    WHERE t.event_id = e.event_id) AS outlets,
  (SELECT count(DISTINCT outlet_id) FROM event_article t JOIN article a USING (article_id)
    WHERE t.event_id = e.event_id AND a.channel = 'board') AS boards
FROM event e
"""
STORY_LINES = """
SELECT s.*, (SELECT group_concat(sector) FROM story_sector x WHERE x.story_id = s.story_id) AS sectors,
  (SELECT count(DISTINCT outlet_id) FROM article a WHERE a.story_id = s.story_id AND a.channel = 'board') AS boards
FROM story s
"""


def event_line(row: sqlite3.Row, today: date) -> EventLine:
    start, end = moment(row["start_at"]), moment(row["end_at"])
    if row["status"] == "recurring" and start is not None:
        following = next_time(start, row["recurrence"], today)
        if following is not None and following != start:
            start, end = following, last_moment(start, end, following)
    return EventLine(
        row["event_id"], row["title"], row["kind"], row["status"], start, end, row["venue"], row["sido"],
        row["sigungu"], bool(row["online"]), row["audience"], row["fee"],
        moment(row["application_deadline"]), day(row["deadline_on"]), row["recurrence"],
        moment(row["original_start"]), row["hosts"], _codes(row["sectors"]), row["outlets"], row["boards"],
    )  # fmt: skip


def story_line(digest: Digest, row: sqlite3.Row) -> StoryLine:
    told = digest.rows(
        """SELECT a.title, a.url, o.name, coalesce(a.published_at, a.published_on) AS at, a.channel, a.reprint, o.tier
        FROM article a JOIN outlet o USING (outlet_id) WHERE a.story_id = ?
        ORDER BY a.article_id <> ?, a.reprint, a.published_at, a.article_id""",
        row["story_id"], row["lead_article_id"],
    )  # fmt: skip
    tellings = tuple(
        Telling(t["title"], t["url"], t["name"], moment(t["at"]), t["channel"] == "board", bool(t["reprint"]))
        for t in told
    )
    return StoryLine(
        row["story_id"], row["title"], date.fromisoformat(row["day"]), row["sido"], row["sigungu"], row["item_kind"],
        _codes(row["sectors"]), row["outlet_count"], row["boards"], tellings, all(t["tier"] == "link" for t in told),
    )  # fmt: skip


def _codes(text: str | None) -> tuple[str, ...]:
    return tuple(text.split(",")) if text else ()


# --- the lists that pages are made of -----------------------------------------------------

NEWS_AGE = timedelta(days=7)
"""A story seen today for the first time is news unless it was published longer ago than this."""


NO_CALLS = " AND NOT (kind = 'call' AND deadline_on IS NOT NULL)"
"""A call with a deadline stands among the deadlines, not among the events one goes to."""


def coming(digest: Digest, last: date | None = None) -> list[EventLine]:
    """Events from today on, in order; things that repeat stand at their next time."""
    today = digest.today.isoformat()
    rows = digest.rows(
        EVENT_LINES + "WHERE status <> 'cancelled' AND (end_on >= ? OR status = 'recurring')" + NO_CALLS, today
    )
    lines = [line for line in (event_line(row, digest.today) for row in rows) if _still_ahead(line, digest.today)]
    kept = [line for line in lines if last is None or (line.day or digest.today) <= last]
    return sorted(kept, key=lambda line: (line.day or digest.today, str(line.start), line.id))


def _still_ahead(line: EventLine, today: date) -> bool:
    return line.last is not None and line.last >= today


def again(digest: Digest, first: date, last: date) -> list[tuple[date, EventLine]]:
    """What repeats, once for each of its days in a span that are not its first: (day, the event at that day)."""
    rows = digest.rows(
        EVENT_LINES + "WHERE status = 'recurring' AND recurrence LIKE 'FREQ=%' AND start_on <= ? ORDER BY event_id",
        last.isoformat(),
    )
    found = []
    for row in rows:
        start = moment(row["start_at"])
        for at in times_between(start, row["recurrence"], first, last) if start else ():
            found.append((at, event_line(row, at)))
    return found


def undated(digest: Digest) -> list[EventLine]:
    """Events whose day nobody has said yet, newest first, of the last half year."""
    rows = digest.rows(
        EVENT_LINES + """WHERE start_on IS NULL AND deadline_on IS NULL AND status NOT IN ('held', 'cancelled')
        AND changed_on >= ? ORDER BY changed_on DESC, event_id""",
        (digest.today - timedelta(days=183)).isoformat(),
    )  # fmt: skip
    return [event_line(row, digest.today) for row in rows]


def calls(digest: Digest, last: date | None = None) -> list[EventLine]:
    """What can still be applied for, by deadline."""
    rows = digest.rows(
        EVENT_LINES + "WHERE deadline_on BETWEEN ? AND ? AND status <> 'cancelled' ORDER BY deadline_on, event_id",
        digest.today.isoformat(), (last or date.max).isoformat(),
    )  # fmt: skip
    return [event_line(row, digest.today) for row in rows]


def moved(digest: Digest, since: date) -> list[EventLine]:
    """Events whose day or fate changed since that day, latest change first."""
    rows = digest.rows(
        EVENT_LINES + """WHERE event_id IN (SELECT event_id FROM event_change WHERE on_day BETWEEN ? AND ?
          AND kind IN ('moved', 'postponed', 'cancelled', 'corrected')) ORDER BY changed_on DESC, event_id""",
        since.isoformat(), digest.today.isoformat(),
    )  # fmt: skip
    return [event_line(row, digest.today) for row in rows]


def news(digest: Digest, since: date) -> list[StoryLine]:
    """Stories first seen since that day, most widely told first, then newest."""
    rows = digest.rows(
        STORY_LINES + """WHERE first_seen_on BETWEEN ? AND ? AND day >= ?
        ORDER BY outlet_count DESC, day DESC, story_id""",
        since.isoformat(), digest.today.isoformat(), (since - NEWS_AGE).isoformat(),
    )  # fmt: skip
    return [story_line(digest, row) for row in rows]


def stories_of(digest: Digest, on: date) -> list[StoryLine]:
    rows = digest.rows(STORY_LINES + "WHERE day = ? ORDER BY outlet_count DESC, story_id", on.isoformat())
    return [story_line(digest, row) for row in rows]
