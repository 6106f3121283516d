"""Several days told together: «10월 1일과 2일, 6일» are three events; «3/17, 3/24, 3/31 화요일», a course, is one.

A reader signs up for a course, not for its sittings (guideline §4: a course on fixed weekdays is recurring). A market,
a film or a concert on three Saturdays is three: one goes to any of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import NamedTuple

from pipelines.extract.events.scene import at_clock
from pipelines.extract.events.words.titles import head_of
from store.records import Moment, When

LEAST, LEAST_OF_TWO = 3, 4
"""Sittings that show a rhythm: on one weekday; on several, where each comes back at least once."""
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_EACH_FOR_ITSELF = re.compile(
    r"(?:장|장터|장날|마켓|시장|축제|공연|음악회|콘서트|연주회|상영|상영회|영화|전시|전시회|방송|투어|견학|탐방|포럼|토론회)$"
)


class Told(NamedTuple):
    """An event of several days: its title, first and last moment, and its RFC 5545 rule if it recurs."""

    title: str
    start: Moment | None
    end: Moment | None
    recurrence: str | None


def days_told(times: Sequence[When]) -> tuple[date, ...]:
    """The days of the first expression that tells several apart."""
    for when in times:
        told = next((f for f in when.flags if f.startswith("members=")), None) if when.kind == "set" else None
        if told is not None:
            days = re.split(r"[+,]", told.removeprefix("members="))
            return tuple(date.fromisoformat(day[:10]) for day in days if day)
    return ()


def told_apart(title: str, days: Sequence[date], start: Moment | None, end: Moment | None) -> list[Told]:
    """One event for each day, or one for all: with the hours of `start` and, where it has another, of `end`."""
    rule = rhythm(days) if _EACH_FOR_ITSELF.search(head_of(title) or title) is None else None
    closes = end if isinstance(end, datetime) and isinstance(start, datetime) and end.time() != start.time() else None
    if rule is not None:
        return [Told(title, at_clock(days[0], start), at_clock(days[-1], closes), rule)]
    return [
        Told(f"{title} {number}회", at_clock(day, start), at_clock(day, closes) if closes else None, None)
        for number, day in enumerate(days, 1)
    ]


def rhythm(days: Sequence[date]) -> str | None:
    """The rule of days that come every week on the same weekdays; None for days without such a rhythm."""
    weekdays = Counter(day.weekday() for day in days)
    weeks = sorted({day.toordinal() - day.weekday() for day in days})
    least = LEAST if len(weekdays) == 1 else LEAST_OF_TWO
    whole = len(days) == len(weekdays) * len(weeks) and set(weekdays.values()) == {len(weeks)}
    if len(days) < least or not whole or any(later - week != 7 for week, later in pairwise(weeks)):
        return None
    return f"FREQ=WEEKLY;BYDAY={','.join(WEEKDAYS[d] for d in sorted(weekdays))};COUNT={len(days)}"
