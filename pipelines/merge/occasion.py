"""When an event is: day, minute and end as one value, never put together from before and after a move.

The day is what the newest statement says that says one. The minute and the end come from tellings of
that very day. Where a move gives only the new day and its text says that the hours stay («시간은
그대로», or the same clock again), the old hours are set on the new day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import TypeVar

from pipelines.merge.statements import Statements, is_move
from pipelines.merge.told import Told, moment_day
from store.records import Moment

T = TypeVar("T")
KOREA = timezone(timedelta(hours=9))


@dataclass(frozen=True, slots=True)
class Occasion:
    """`end` is never before `start`, and never without one."""

    start: Moment | None
    end: Moment | None


def occasion(said: Statements) -> Occasion:
    """When the event is, as far as these statements know."""
    day = None if _put_off(said) else _day(said)
    if day is None:
        return Occasion(None, None)
    start = _newest(said, lambda t: t.event.start if t.day == day and isinstance(t.event.start, datetime) else None)
    end = _newest(said, lambda t: t.event.end if t.day == day and _follows(t.event.end, t.event.start) else None)
    if start is None:
        start, kept_end = _hours_kept(said, day)
        end = end if isinstance(end, datetime) or (end and end != day) else kept_end or end
    return Occasion(start, end if _follows(end, start) else None)


def _put_off(said: Statements) -> bool:
    """Whether the newest statement puts it off and nobody says until when."""
    newest = said.fresh(said.stories[-1])
    return bool(newest) and all(is_move(t) and not t.day for t in newest) and not said.knows_new_day


def _day(said: Statements) -> date | None:
    for fresh_only in (True, False):
        for story in reversed(said.stories):
            told = said.fresh(story) if fresh_only else story
            days = [t.day for t in told if t.day and not said.is_afterword(t)]
            if days:
                return _most(days)
    return None


def _newest(said: Statements, value: Callable[[Told], Moment | None]) -> Moment | None:
    """What the newest statement says that says anything: most of its outlets, in its most exact form."""
    for story in reversed(said.stories):
        values = [v for t in story if (v := value(t)) is not None]
        if values:
            day = _most([moment_day(v) for v in values])
            of_day = [v for v in values if moment_day(v) == day]
            return _most([v for v in of_day if isinstance(v, datetime)] or of_day)
    return None


def _most(values: Sequence[T]) -> T:
    """The most frequent; of equals the first said."""
    return Counter(values).most_common(1)[0][0]


def _hours_kept(said: Statements, day: date) -> tuple[Moment, Moment | None]:
    """The new day with the hours of the day that was left, where those who tell the new day keep them."""
    movers = [t for t in said.tellings if t.day == day]
    old = [t for t in said.tellings if t.day != day and said.is_stale(t) and isinstance(t.event.start, datetime)]
    if not old or not movers:
        return day, None
    clock = _most([_clock(t.event.start) for t in old])
    if not _keep(movers, clock):
        return day, None
    hour, minute = map(int, clock.split(":"))
    start = datetime(day.year, day.month, day.day, hour, minute, tzinfo=KOREA)
    ends = [t.event.end - t.event.start for t in old if _clock(t.event.start) == clock and _is_run(t)]  # type: ignore[operator]
    end = start + _most(ends) if ends else None
    return start, end if end and _keep(movers, _clock(end)) else None


def _keep(movers: Iterable[Told], clock: str) -> bool:
    return any(t.keeps_hours or clock in t.clocks for t in movers)


def _clock(moment: Moment | None) -> str:
    return moment.astimezone(KOREA).strftime("%H:%M") if isinstance(moment, datetime) else ""


def _is_run(told: Told) -> bool:
    return isinstance(told.event.end, datetime) and _follows(told.event.end, told.event.start)


def _follows(end: Moment | None, start: Moment | None) -> bool:
    """Whether an end can belong to a start: not before it, in minutes where both have them."""
    if end is None or start is None:
        return False
    if isinstance(end, datetime) and isinstance(start, datetime):
        return end >= start
    return str(moment_day(end)) >= str(moment_day(start))
