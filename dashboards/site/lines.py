"""The lines that pages show, as values: one per event, story and organisation.

A line holds what our own words are made of. Templates put no sentences of the press on a page,
because no line carries any.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from dashboards import words
from dashboards.safe import file_name
from dashboards.site.digest import Digest, Moment, day, moment
from dashboards.site.folded import fold
from dashboards.site.occurrence import is_endless, last_moment, next_time, times_between, when_words

DAY: Final = timedelta(days=1)
NEVER: Final = date.max
COUNTED_ON: Final = timedelta(days=183)
"""How long something that repeats without an end is counted on after it was last told of."""


class EventLine(NamedTuple):  # made in a third of the time of a frozen dataclass; a release makes millions
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
    whole: str | None  # the title of the event it is a part of
    adrift: str | None  # that one was cancelled or postponed to other days, and of this one nothing new was said

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
        return _day_of(self.start)

    @property
    def last(self) -> date | None:
        """Its last day; the first where no end is stated."""
        return _day_of(self.end) or self.day

    def over(self, today: date) -> bool:
        """Whether its last day, and the last day to apply, have gone by."""
        days = [day for day in (self.last, self.deadline_on) if day]
        return bool(days) and max(days) < today

    def turns(self, today: date) -> date:
        """The first later day on which it is said otherwise: days are counted down to a deadline, «내일» becomes
        «오늘», and after its last day nothing is going on, nor is there a next time."""
        if self.deadline_on and self.deadline_on >= today:
            return today + DAY
        day, last = self.day, self.last
        points = (day - DAY, day, day + DAY, last + DAY) if day and last else ()
        return min((point for point in points if point > today), default=NEVER)

    @property
    def region(self) -> str:
        return "온라인" if self.online and not self.sido else words.short_region(self.sido)

    @property
    def place(self) -> str:
        return " ".join(filter(None, (self.region if self.region != "전국" else "", self.sigungu)))


class Telling(NamedTuple):
    """One outlet's article of a story."""

    title: str
    url: str
    outlet: str
    published: Moment | None
    board: bool
    reprint: bool
    on: date | None = None  # the day it stands under: published, else first seen


class StoryLine(NamedTuple):
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

    def turns(self, today: date) -> date:
        """The first later day on which it is said otherwise: «오늘» becomes «어제», and «어제» a day."""
        points = (self.day, self.day + DAY, self.day + 2 * DAY)
        return min((point for point in points if point > today), default=NEVER)

    @property
    def region(self) -> str:
        return words.short_region(self.sido)

    @property
    def place(self) -> str:
        return " ".join(filter(None, (self.region if self.sido else "", self.sigungu)))


EVENT_COLUMNS = """e.*,
  (SELECT group_concat(name, ', ') FROM event_party p WHERE p.event_id = e.event_id AND role = 'host') AS hosts,
  (SELECT group_concat(sector) FROM event_sector x WHERE x.event_id = e.event_id) AS sectors,
  (SELECT count(DISTINCT outlet_id) FROM event_article t JOIN article a USING (article_id)
    WHERE t.event_id = e.event_id) AS outlets,
  (SELECT count(DISTINCT outlet_id) FROM event_article t JOIN article a USING (article_id)
    WHERE t.event_id = e.event_id AND a.channel = 'board') AS boards,
  (SELECT title FROM event w WHERE w.event_id = e.parent_id) AS whole,
  (SELECT w.status FROM event w WHERE w.event_id = e.parent_id AND e.status IN ('scheduled', 'recurring')
    AND (w.status = 'cancelled' OR w.status = 'postponed' AND e.start_on IS NOT NULL
      AND (w.start_on IS NULL OR e.start_on NOT BETWEEN w.start_on AND w.end_on))) AS adrift,
  CASE WHEN e.status = 'recurring' THEN (SELECT max(coalesce(a.published_on, a.first_seen_on), e.changed_on)
    FROM event_article t JOIN article a USING (article_id) WHERE t.event_id = e.event_id
    ORDER BY 1 DESC LIMIT 1) END AS told_on
"""
EVENT_LINES = f"SELECT {EVENT_COLUMNS} FROM event e\n"
STORY_COLUMNS = "s.*, (SELECT group_concat(sector) FROM story_sector x WHERE x.story_id = s.story_id) AS sectors"
STORY_LINES = f"SELECT {STORY_COLUMNS} FROM story s\n"
BRIEF_COLUMNS = f"""{STORY_COLUMNS}, l.title AS lead, l.url, l.channel, l.reprint, o.name,
  coalesce(l.published_at, l.published_on) AS at,
  (SELECT count(DISTINCT outlet_id) FROM article a WHERE a.story_id = s.story_id AND a.channel = 'board') AS boards,
  NOT EXISTS (SELECT 1 FROM article a JOIN outlet t USING (outlet_id)
    WHERE a.story_id = s.story_id AND t.tier <> 'link') AS quiet
"""
"""Of a story `s`, its lead `l` and the outlet `o` of that: all that a line with one telling needs."""
TELLINGS = """
SELECT a.story_id, a.title, a.url, a.outlet_id, o.name, coalesce(a.published_at, a.published_on) AS at, a.channel,
  a.reprint, o.tier
FROM article a JOIN outlet o USING (outlet_id) JOIN story s USING (story_id) WHERE a.story_id IN ()
ORDER BY a.story_id, a.article_id <> s.lead_article_id, a.reprint, a.published_at, a.article_id
"""


def deadline_or_when(line: EventLine, today: date) -> tuple[str, ...]:
    """When it is and how it repeats; of a call that names no day of its own, until when one applies."""
    if line.start is None and line.deadline is not None:
        return (words.until(line.deadline, today),)
    return when_words(line.start, line.end, line.recurrence, today)


def first_turn(lines: Iterable[EventLine | StoryLine], today: date) -> date:
    """The first later day on which one of these lines is said otherwise."""
    return min((line.turns(today) for line in lines), default=NEVER)


def _day_of(at: Moment | None) -> date | None:
    return at.date() if isinstance(at, datetime) else at


def event_line(row: sqlite3.Row, today: date) -> EventLine:
    """The line of a row of EVENT_LINES on a day; what repeats shows its next time."""
    start, end = moment(row["start_at"]), moment(row["end_at"])
    if row["status"] == "recurring" and start is not None:
        following = next_time(start, row["recurrence"], today)
        if following is not None and following != start and (_day_of(following) or today) <= (lapses(row) or NEVER):
            start, end = following, last_moment(start, end, following)
    return EventLine(
        row["event_id"], row["title"], row["kind"], row["status"], start, end, row["venue"], row["sido"],
        row["sigungu"], bool(row["online"]), row["audience"], row["fee"],
        moment(row["application_deadline"]), day(row["deadline_on"]), row["recurrence"],
        moment(row["original_start"]), row["hosts"], _codes(row["sectors"]), row["outlets"], row["boards"],
        row["whole"], row["adrift"],
    )  # fmt: skip


def lapses(row: sqlite3.Row) -> date | None:
    """The last day on which a series that names no end is counted on; None for what has an end.

    An article of 2021 that says «매주 목요일» had the series stand among the events of each week since.
    """
    if row["status"] != "recurring" or not is_endless(row["recurrence"]) or row["end_on"] != row["start_on"]:
        return None
    return date.fromisoformat(row["told_on"]) + COUNTED_ON if row["told_on"] else None


def story_lines(digest: Digest, rows: Sequence[sqlite3.Row]) -> list[StoryLine]:
    """The lines of some rows of STORY_LINES; who told them is asked for all at once."""
    told = digest.grouped(TELLINGS, (row["story_id"] for row in rows))
    return [_story_line(row, told[row["story_id"]]) for row in rows]


def _story_line(row: sqlite3.Row, told: Sequence[sqlite3.Row]) -> StoryLine:
    boards = len({t["outlet_id"] for t in told if t["channel"] == "board"})
    tellings = tuple(_telling(t, t["title"]) for t in told)
    return _of_row(row, boards, tellings, all(t["tier"] == "link" for t in told))


def brief_line(row: sqlite3.Row) -> StoryLine:
    """A line of BRIEF_COLUMNS: of its tellings the lead alone."""
    return _of_row(row, row["boards"], (_telling(row, row["lead"]),), bool(row["quiet"]))


def _of_row(row: sqlite3.Row, boards: int, tellings: tuple[Telling, ...], quiet: bool) -> StoryLine:
    return StoryLine(
        row["story_id"], row["title"], date.fromisoformat(row["day"]), row["sido"], row["sigungu"], row["item_kind"],
        _codes(row["sectors"]), row["outlet_count"], boards, tellings, quiet,
    )  # fmt: skip


def _telling(row: sqlite3.Row, title: str) -> Telling:
    return Telling(title, row["url"], row["name"], moment(row["at"]), row["channel"] == "board", bool(row["reprint"]))


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
        start, until = moment(row["start_at"]), min(last, lapses(row) or last)
        for at in times_between(start, row["recurrence"], first, until) if start else ():
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
    """Events whose day or fate changed since that day, and those to come whose place or last day to apply did; latest
    change first."""
    rows = digest.rows(
        EVENT_LINES + """WHERE event_id IN (SELECT event_id FROM event_change WHERE on_day BETWEEN ?1 AND ?2
          AND kind IN ('moved', 'postponed', 'cancelled', 'corrected', 'detail'))
        AND (status <> 'held' AND max(coalesce(end_on, ''), coalesce(deadline_on, '')) >= ?2
          OR event_id IN (SELECT event_id FROM event_change WHERE on_day BETWEEN ?1 AND ?2
            AND kind IN ('moved', 'postponed', 'cancelled', 'corrected')))
        ORDER BY changed_on DESC, event_id""",
        since.isoformat(), digest.today.isoformat(),
    )  # fmt: skip
    return [event_line(row, digest.today) for row in rows]


class Altered(NamedTuple):
    """What was told otherwise of an event, but for its day: the words of the field, before and now."""

    name: str
    before: str
    after: str


def altered(digest: Digest, since: date) -> dict[str, list[Altered]]:
    """By event, what changed since that day beside the day, in the order of its path."""
    found: dict[str, list[Altered]] = {}
    for row in digest.rows(
        """SELECT event_id, field, "before", "after" FROM event_change WHERE kind = 'detail' AND on_day BETWEEN ? AND ?
        AND "before" IS NOT NULL AND "after" IS NOT NULL ORDER BY event_id, step""",
        since.isoformat(), digest.today.isoformat(),
    ):  # fmt: skip
        told = Altered(words.label("field", row["field"]), row["before"], row["after"])
        found.setdefault(row["event_id"], []).append(told)
    return found


def news(digest: Digest, since: date) -> list[StoryLine]:
    """Stories first seen since that day, most widely told first, then newest."""
    rows = digest.rows(
        STORY_LINES + """WHERE first_seen_on BETWEEN ? AND ? AND day >= ?
        ORDER BY outlet_count DESC, day DESC, story_id""",
        since.isoformat(), digest.today.isoformat(), (since - NEWS_AGE).isoformat(),
    )  # fmt: skip
    return story_lines(digest, rows)
