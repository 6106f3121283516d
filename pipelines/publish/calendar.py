"""Calendars (RFC 5545): events and deadlines, whole and per region and sector.

The UID of an event is the store's and stays; SEQUENCE counts its changes, so that a subscriber's
calendar moves the entry. DTSTAMP is the day of the last change: a release has no clock.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from dashboards.channels import CHANNELS, Channel
from dashboards.site.digest import Digest, Moment, moment
from dashboards.site.lines import EVENT_LINES, EventLine, event_line
from dashboards.site.occurrence import is_rule
from pipelines.publish.lines import belongs, event_words

ZONE: Final = ZoneInfo("Asia/Seoul")
PAST_DAYS: Final = 90
MOST: Final = 5_000
"""Entries of one calendar; of more, those that are still ahead come first."""
STATUS: Final = {"cancelled": "CANCELLED", "scheduled": "CONFIRMED", "held": "CONFIRMED", "recurring": "CONFIRMED"}
DAY_BEFORE: Final = timedelta(days=-1)
MORNING_BEFORE: Final = timedelta(hours=-15)
"""A deadline without a time rings at nine in the morning of the day before."""

Entry = tuple[sqlite3.Row, EventLine]


def write(digest: Digest, folder: Path, site: str) -> None:
    """All calendars below `folder`, and a file for each event one can still go to."""
    (folder / "events").mkdir(parents=True, exist_ok=True)
    entries = _entries(digest)
    found = [_written(row, line, digest, site) for row, line in entries[:MOST]]
    made = {entry.line.id: entry for entry in found}
    for row, line in entries:
        if event_line(row, digest.today).ahead(digest.today):
            one = made.get(line.id) or _written(row, line, digest, site)
            _save(folder.parent / line.calendar, line.title, [one.event, one.deadline])
    _save(folder / "events.ics", "두레 · 행사", [entry.event for entry in found])
    _save(folder / "calls.ics", "두레 · 마감", [entry.deadline for entry in found])
    for channel in CHANNELS:
        _save(folder / f"{channel.stem}.ics", f"두레 · {channel.name}", _channel(found, channel))


@dataclass(frozen=True, slots=True)
class _Written:
    """An entry as the bytes of its components (empty: it has none), which stand in several calendars."""

    line: EventLine
    event: bytes
    deadline: bytes


def _written(row: sqlite3.Row, line: EventLine, digest: Digest, site: str) -> _Written:
    event = _event(row, line, digest, site).to_ical() if line.start else b""
    deadline = _deadline(row, line, digest, site).to_ical() if line.deadline_on else b""
    return _Written(line, event, deadline)


def _channel(found: Iterable[_Written], channel: Channel) -> Iterator[bytes]:
    for entry in found:
        if belongs(channel, entry.line.region, entry.line.sectors):
            yield b"" if entry.line.kind == "call" else entry.event
            yield entry.deadline


def _entries(digest: Digest) -> list[Entry]:
    rows = digest.rows(
        EVENT_LINES + """WHERE coalesce(end_on, deadline_on) >= ? OR deadline_on >= ? OR status = 'recurring'
        ORDER BY max(coalesce(end_on, ''), coalesce(deadline_on, '')) < ? AND status <> 'recurring',
          coalesce(start_on, deadline_on), event_id""",
        *[(digest.today - timedelta(days=PAST_DAYS)).isoformat()] * 2, digest.today.isoformat(),
    )  # fmt: skip
    # the stated start, not the next one: a repeating entry begins where its rule begins
    return [(row, event_line(row, date.min)) for row in rows]


def _save(path: Path, name: str, parts: Iterable[bytes]) -> None:
    head, zone = _around("두레")
    path.write_bytes(b"".join((head, _named(name), zone, *parts, b"END:VCALENDAR\r\n")))


@cache
def _around(name: str) -> tuple[bytes, bytes]:
    """What stands before the name of any calendar, and between it and the entries."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Dure//Digest 1//KO")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", "Asia/Seoul")
    calendar.add_component(_zone())
    head, _, rest = calendar.to_ical().partition(_named(name))
    return head, rest.rpartition(b"END:VCALENDAR")[0]


def _named(name: str) -> bytes:
    """The lines that say what a calendar is called."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("x-wr-calname", name)
    lines: bytes = calendar.to_ical()
    return lines.removeprefix(b"BEGIN:VCALENDAR\r\n").rpartition(b"END:VCALENDAR")[0]


def _zone() -> Any:
    """Korea has one offset and no summer time since 1988."""
    from icalendar import Timezone, TimezoneStandard

    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1988, 10, 9, 2, 0))
    standard.add("tzoffsetfrom", timedelta(hours=10))
    standard.add("tzoffsetto", timedelta(hours=9))
    standard.add("tzname", "KST")
    zone = Timezone()
    zone.add("tzid", "Asia/Seoul")
    zone.add_component(standard)
    return zone


def _common(row: sqlite3.Row, line: EventLine, digest: Digest, site: str, tail: str = "") -> Any:
    from icalendar import Event

    stamp = datetime.combine(date.fromisoformat(row["changed_on"]), time(), UTC)
    event = Event()
    event.add("uid", row["uid"] + tail)
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", row["sequence"])
    event.add("status", STATUS.get(line.status, "CONFIRMED" if line.start else "TENTATIVE"))
    event.add("description", f"{event_words(line, digest.today)}\n{site}{line.href}")
    event.add("url", site + line.href)
    if line.venue:
        event.add("location", line.venue)
    return event


def _local(value: Moment) -> Moment:
    return value.astimezone(ZONE) if isinstance(value, datetime) else value


def _event(row: sqlite3.Row, line: EventLine, digest: Digest, site: str) -> Any:
    event = _common(row, line, digest, site)
    event.add("summary", line.title)
    start, end = line.start, line.end
    assert start is not None
    event.add("dtstart", _local(start))
    if isinstance(start, datetime) and isinstance(end, datetime) and end > start:
        event.add("dtend", _local(end))
    elif not isinstance(start, datetime):
        last = end.date() if isinstance(end, datetime) else end or start
        event.add("dtend", max(last, start) + timedelta(days=1))  # DTEND of whole days is the day after
    if is_rule(line.recurrence):
        _repeat(event, str(line.recurrence))
    return event


def _repeat(event: Any, rule: str) -> None:
    from icalendar import vRecur

    try:
        event.add("rrule", vRecur.from_ical(rule))
    except ValueError:  # looks like a rule and is none: the entry stands alone
        event.add("comment", rule)


def _deadline(row: sqlite3.Row, line: EventLine, digest: Digest, site: str) -> Any:
    from icalendar import Alarm

    event = _common(row, line, digest, site, "-deadline")
    event.add("summary", f"마감: {line.title}")
    deadline = moment(row["application_deadline"])
    assert deadline is not None
    event.add("dtstart", _local(deadline))
    if not isinstance(deadline, datetime):
        event.add("dtend", deadline + timedelta(days=1))
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"마감: {line.title}")
    alarm.add("trigger", DAY_BEFORE if isinstance(deadline, datetime) else MORNING_BEFORE)
    event.add_component(alarm)
    return event
