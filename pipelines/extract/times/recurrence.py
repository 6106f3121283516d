"""Cycles as RFC 5545 rules, and their next occurrence."""

from __future__ import annotations

from datetime import date, timedelta

from pipelines.extract.times.parts import Cycle
from pipelines.korean.calendar import RRULE_DAYS, last_day, nth_weekday

SEARCH_DAYS = 800
"""Two years and a bit: a yearly day, or the 31st of a chosen month, comes within it."""


def rrule(cycle: Cycle, until: date | None = None) -> str:
    """FREQ=MONTHLY;BYDAY=3SA;BYMONTH=3,4,5 and so on; parts in a fixed order."""
    parts = [f"FREQ={cycle.every}"]
    if cycle.interval > 1:
        parts.append(f"INTERVAL={cycle.interval}")
    if cycle.weekdays and cycle.nth:
        parts.append("BYDAY=" + ",".join(f"{n}{RRULE_DAYS[d]}" for n in cycle.nth for d in cycle.weekdays))
    elif cycle.weekdays:
        parts.append("BYDAY=" + ",".join(RRULE_DAYS[d] for d in dict.fromkeys(cycle.weekdays)))
    elif cycle.nth:
        parts.append("BYSETPOS=" + ",".join(str(n) for n in cycle.nth))
    if cycle.monthdays:
        parts.append("BYMONTHDAY=" + ",".join(str(d) for d in cycle.monthdays))
    if cycle.months:
        parts.append("BYMONTH=" + ",".join(str(m) for m in cycle.months))
    if cycle.count:
        parts.append(f"COUNT={cycle.count}")
    elif until is not None:
        parts.append(f"UNTIL={until:%Y%m%d}")
    return ";".join(parts)


def occurs(cycle: Cycle, day: date) -> bool:
    """Does the cycle fall on this day? Intervals are not looked at: the text seldom says where they count from."""
    if cycle.months and day.month not in cycle.months:
        return False
    if cycle.nth and cycle.weekdays:
        return any(nth_weekday(day.year, day.month, n, w) == day for n in cycle.nth for w in cycle.weekdays)
    if cycle.weekdays:
        return day.weekday() in cycle.weekdays
    if cycle.monthdays:
        return day.day in cycle.monthdays or (-1 in cycle.monthdays and day == last_day(day.year, day.month))
    if cycle.nth:
        return any((day.day - 1) // 7 + 1 == n for n in cycle.nth) and day.weekday() == 0
    if cycle.months:
        return day.day == 1
    return cycle.every == "DAILY"


def last_day_until(cycle: Cycle, until: date) -> date:
    """The last occurrence on or before `until`; `until` itself when none lies in the month before it."""
    for back in range(32):
        if occurs(cycle, until - timedelta(days=back)):
            return until - timedelta(days=back)
    return until


def next_day(cycle: Cycle, since: date) -> date | None:
    """The first occurrence on or after `since`; None when the rule names no day («매월»)."""
    if not (cycle.weekdays or cycle.monthdays or cycle.months or cycle.nth or cycle.every == "DAILY"):
        return None
    for ahead in range(SEARCH_DAYS):
        day = since + timedelta(days=ahead)
        if occurs(cycle, day):
            return day
    return None
