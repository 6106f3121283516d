"""Calendars (RFC 5545): events and deadlines, whole and per region and sector.

The UID of an event is the store's and stays; SEQUENCE counts its changes, so that a subscriber's
calendar moves the entry. DTSTAMP is the day of the last change: a release has no clock.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

from dashboards.channels import CHANNELS, Channel
from dashboards.site.digest import Digest, moment
from dashboards.site.lines import EVENT_LINES, EventLine, event_line, lapses
from dashboards.site.occurrence import is_rule
from pipelines.publish import ical
from pipelines.publish.lines import belongs, event_words

PAST_DAYS: Final = 90
MOST: Final = 5_000
"""Entries of one calendar; of more, those that are still ahead come first."""
STATUS: Final = {"cancelled": "CANCELLED", "scheduled": "CONFIRMED", "held": "CONFIRMED", "recurring": "CONFIRMED"}
DAY: Final = timedelta(days=1)
DAY_BEFORE: Final = "-P1D"
MORNING_BEFORE: Final = "-PT15H"
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
    event = _event(row, line, digest, site) if line.start else b""
    deadline = _deadline(row, line, digest, site) if line.deadline_on else b""
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
    counted_on = (row for row in rows if (lapses(row) or digest.today) >= digest.today)
    # the stated start, not the next one: a repeating entry begins where its rule begins
    return [(row, event_line(row, date.min)) for row in counted_on]


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
    """The line that says what a calendar is called."""
    return ical.said("X-WR-CALNAME", name)


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


def _entry(
    row: sqlite3.Row, line: EventLine, digest: Digest, site: str, title: str, when: Iterable[bytes], tail: str = "",
    rule: bytes = b"", comment: bytes = b"", alarm: bytes = b"",
) -> bytes:  # fmt: skip
    """What every entry says, in the order in which the icalendar library writes it."""
    changed = date.fromisoformat(row["changed_on"])
    status = STATUS.get(line.status, "CONFIRMED" if line.start else "TENTATIVE")
    told = (
        ical.said("SUMMARY", title), *when, ical.stamp("DTSTAMP", changed), ical.said("UID", row["uid"] + tail),
        ical.line("SEQUENCE", str(row["sequence"])), rule, comment,
        ical.said("DESCRIPTION", f"{event_words(line, digest.today)}\n{site}{line.href}"),
        ical.stamp("LAST-MODIFIED", changed), ical.said("LOCATION", line.venue) if line.venue else b"",
        ical.line("STATUS", status), ical.line("URL", site + line.href), alarm,
    )  # fmt: skip
    return ical.component("VEVENT", told)


def _event(row: sqlite3.Row, line: EventLine, digest: Digest, site: str) -> bytes:
    start, end = line.start, line.end
    assert start is not None
    when = [ical.at("DTSTART", start)]
    if isinstance(start, datetime) and isinstance(end, datetime) and end > start:
        when.append(ical.at("DTEND", end))
    elif not isinstance(start, datetime):
        last = end.date() if isinstance(end, datetime) else end or start
        when.append(ical.at("DTEND", max(last, start) + DAY))  # DTEND of whole days is the day after
    rule, comment = _repeat(str(line.recurrence)) if is_rule(line.recurrence) else (b"", b"")
    return _entry(row, line, digest, site, line.title, when, rule=rule, comment=comment)


@cache
def _repeat(rule: str) -> tuple[bytes, bytes]:
    """A rule; or a comment, where it looks like one and is none: the entry stands alone."""
    from icalendar import vRecur

    try:
        return ical.line("RRULE", vRecur.from_ical(rule).to_ical().decode()), b""
    except ValueError:
        return b"", ical.said("COMMENT", rule)


def _deadline(row: sqlite3.Row, line: EventLine, digest: Digest, site: str) -> bytes:
    deadline, title = moment(row["application_deadline"]), f"마감: {line.title}"
    assert deadline is not None
    exact = isinstance(deadline, datetime)
    when = [ical.at("DTSTART", deadline), *(() if exact else (ical.at("DTEND", deadline + DAY),))]
    rings = DAY_BEFORE if exact else MORNING_BEFORE
    alarm = (ical.line("ACTION", "DISPLAY"), ical.said("DESCRIPTION", title), ical.line("TRIGGER", rings))
    return _entry(row, line, digest, site, title, when, "-deadline", alarm=ical.component("VALARM", alarm))
