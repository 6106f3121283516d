"""From what the words say (`Reading`) to what they mean (`When`). Conventions: guideline §10."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from itertools import pairwise

from pipelines.extract.times import clocks as clock_rules
from pipelines.extract.times.days import Covered, resolve_day
from pipelines.extract.times.nearest import Ledger, bare_days
from pipelines.extract.times.parts import Clock, Cycle, Day, Duration, Moment, Reading
from pipelines.extract.times.recurrence import last_day_until, next_day, occurs, rrule
from pipelines.korean.calendar import add_months, valid_day
from store.records import Moment as Instant
from store.records import When

KST = timezone(timedelta(hours=9))
MAX_CANDIDATES = 2
OWN_YEAR = ("year", "year_shift", "month_shift", "day_shift", "shift", "week_shift", "anchor_shift")
"""With one of these the right side of a range takes nothing from the left."""


def at(day: date, minute: int) -> datetime:
    """An aware Korean minute; 24시 and later hours belong to the next day."""
    if 0 <= minute < clock_rules.MIDNIGHT:
        return datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=KST)
    return datetime(day.year, day.month, day.day, tzinfo=KST) + timedelta(minutes=minute)


def plus(day: date, lasts: Duration) -> date:
    """The last day of a stretch that begins on `day` and counts it: 27일부터 2주간 → fourteen days."""
    number, unit = lasts[0]
    if unit == "month":
        return add_months(day, number) - timedelta(days=1)
    if unit == "year":
        return add_months(day, 12 * number) - timedelta(days=1)
    return day + timedelta(days=number * (7 if unit == "week" else 1) - 1)


def _minutes(lasts: Duration) -> int:
    return sum(n * {"hour": 60, "minute": 1}.get(unit, 0) for n, unit in lasts)


def _inherit(last: Day, first: Day, begin: date | None) -> Day:
    """The right side of a range takes year and month from the left; an earlier day lies in the next month or year."""
    if begin is None or last.says(*OWN_YEAR):
        return last
    if last.day is not None and last.month is None:
        for ahead in (0, 1, 2):
            month = add_months(begin.replace(day=1), ahead)
            day = valid_day(month.year, month.month, last.day)
            if day is not None and day >= begin:
                return last.but(year=day.year, month=day.month, day=day.day)
    if last.month is not None:
        year = begin.year + (last.month < begin.month and not (first.month is None and first.part))
        return last.but(year=year)
    if last.part is not None and first.says("month", "month_shift") and first.part is not None:
        return last.but(year=begin.year, month=begin.month)
    if last.part is not None or last.season is not None:
        return last.but(year=begin.year)
    if last.weekdays and not last.names_day():
        day = begin + timedelta(days=(last.weekdays[0] - begin.weekday()) % 7)
        return Day(year=day.year, month=day.month, day=day.day)
    return last


def _covered(moment: Moment | None, ledger: Ledger) -> list[Covered]:
    """The days of a moment; one without a date takes the day spoken of last, or the day of publication."""
    if moment is None:
        return []
    if moment.day is not None:
        return resolve_day(moment.day, ledger)
    if ledger.day is not None:
        ledger.flags.append("anchor")
        return [(ledger.day, ledger.day, "day")]
    if ledger.ref is not None:
        ledger.flags.append("day_assumed")
        return [(ledger.ref, ledger.ref, "day")]
    return []


Bounds = tuple[Instant | None, Instant | None]


def _when(
    reading: Reading,
    ledger: Ledger,
    start: Instant | None,
    end: Instant | None,
    grain: str,
    kind: str,
    others: tuple[Bounds, ...] = (),
) -> When:
    flags = tuple(dict.fromkeys(ledger.flags)) if ledger.flags else ()
    if start is None and end is None:
        flags = (*flags, "unresolved")
    return When((reading.start, reading.end), start, end, grain, kind, None, flags, others, reading.rule)


def _single(reading: Reading, ledger: Ledger) -> When:
    """A moment, a deadline, or the start of something open."""
    assert reading.first is not None
    clock, day = reading.first.clock, reading.first.day
    if reading.deadline and day is not None and day.shift is not None and day.shift[1] < 0:
        day.from_text = True
    days = _covered(reading.first, ledger)
    soon = _in_hours(day, ledger) if day is not None and day.shift is not None else None
    if soon is not None:
        start, end = (None, soon) if reading.deadline else (soon, None)
        return _when(reading, ledger, start, end, "time", "deadline" if reading.deadline else "instant")
    kind = "deadline" if reading.deadline else "range" if reading.opened else "instant"
    if not days:
        return _when(reading, ledger, None, None, "day" if clock is None else "time", kind)
    minute = _minute(clock, reading, ledger) if clock is not None else None
    pairs = [_bounds(cover, minute, reading) for cover in days[: MAX_CANDIDATES + 1]]
    grain = days[0][2]
    if clock is not None and days[0][0] == days[0][1]:
        grain = "time" if isinstance(pairs[0][0] or pairs[0][1], datetime) else "part_of_day"
    if reading.deadline and grain != "time":
        grain = "day"
    elif kind == "instant" and grain == "day" and days[0][0] != days[0][1]:
        kind = "range"
    if "assumed_afternoon" in ledger.flags:
        pairs.append(_before_noon(pairs[0]))
    return _when(reading, ledger, *pairs[0], grain, kind, tuple(pairs[1:]))


def _in_hours(day: Day, ledger: Ledger) -> datetime | None:
    """«두 시간 뒤», «30분 전»: from the hour the text spoke of last, or from the minute of publication."""
    if day.shift is None or day.shift[0][0][1] not in ("hour", "minute"):
        return None
    length, side = day.shift
    if ledger.day is not None and ledger.clock is not None:
        return at(ledger.day, ledger.clock + side * _minutes(length))
    if ledger.ref is None or ledger.now is None:
        return None
    return at(ledger.ref, ledger.now + side * _minutes(length))


def _before_noon(pair: Bounds) -> Bounds:
    """The other reading of an hour that was taken for the afternoon without a word saying so."""
    start, end = (m - timedelta(hours=12) if isinstance(m, datetime) else m for m in pair)
    return start, end


def _minute(clock: Clock, reading: Reading, ledger: Ledger) -> int | None:
    minute = clock_rules.minutes(clock, ledger)
    if minute is None and clock.same:
        ledger.flags.append("same_clock")
    if reading.opened and clock.fixed == "midnight":
        ledger.flags.append("ambiguous_midnight")
        return 0
    return minute


def _bounds(cover: Covered, minute: int | None, reading: Reading) -> Bounds:
    first, last, _ = cover
    if minute is None:
        return (None, last) if reading.deadline else (first, None if reading.opened else last)
    moment = at(last if reading.deadline else first, minute)
    return (None, moment) if reading.deadline else (moment, None)


def _range(reading: Reading, ledger: Ledger) -> When:
    """Two moments; the hours of every day of the range make it first opening to last closing."""
    first, last = reading.first, reading.last
    assert first is not None and last is not None
    days = _running(first.day, last.day, ledger) or _covered(first, ledger)
    begin = days[0][0] if days else None
    if last.day is None:
        closing = days
    else:
        day = _inherit(last.day, first.day, begin) if first.day is not None else last.day
        flags, ledger.flags = ledger.flags, []
        if day.anchor_shift is not None:
            ledger.day = begin  # «20일 밤 10시~다음 날 새벽 2시»
        closing = resolve_day(day, ledger)
        ledger.flags = flags + ledger.flags
    if not days or not closing:
        return _when(reading, ledger, None, None, "day", "range")
    opening_clock, closing_clock = reading.clocks if reading.clocks else (first.clock, last.clock)
    start_minute = clock_rules.minutes(opening_clock, ledger) if opening_clock else None
    end_minute = clock_rules.minutes(closing_clock, ledger) if closing_clock else None
    same_day = last.day is None or closing[0][1] == begin
    if opening_clock and closing_clock and (same_day or reading.clocks):
        start_minute, end_minute = clock_rules.interval(opening_clock, closing_clock, ledger)
    start: Instant = days[0][0] if start_minute is None else at(days[0][0], start_minute)
    end: Instant | None = closing[0][1] if end_minute is None else at(closing[0][1], end_minute)
    if last.day is None and end_minute is None:
        end = None
    timed = isinstance(start, datetime) or isinstance(end, datetime)
    ends_first = isinstance(end, date) and _as_day(end) < _as_day(start)
    if ends_first:
        ledger.flags.append("ends_before_start")
    return _when(reading, ledger, start, end, "time" if timed else closing[0][2], "range")


def _running(first: Day | None, last: Day | None, ledger: Ledger) -> list[Covered]:
    """«1일부터 8일까지 거저 돌린다» on the 2nd goes on, whatever the verb says."""
    ref, bare = ledger.ref, {"day", "weekdays"}
    if (
        ledger.tense != "future"
        or ref is None
        or first is None
        or last is None
        or first.day is None
        or last.day is None
    ):
        return []
    if not (first.__dict__.keys() <= bare and last.__dict__.keys() <= bare and first.day < ref.day <= last.day):
        return []
    day = valid_day(ref.year, ref.month, first.day)
    fits = day is not None and (not first.weekdays or day.weekday() in first.weekdays)
    return [(day, day, "day")] if day is not None and fits else []


def _as_day(moment: Instant) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _lasting(reading: Reading, ledger: Ledger) -> When:
    """«27일부터 2주간», «오후 2시부터 2시간», «닷새 동안» (from the day spoken of, or today)."""
    lasts = reading.lasts
    assert lasts is not None
    moment = reading.first or Moment()
    days = _covered(moment, ledger)
    if not days:
        return _when(reading, ledger, None, None, "day", "range")
    minute = clock_rules.minutes(moment.clock, ledger) if moment.clock else None
    length = _minutes(lasts)
    if length:
        if minute is None:
            minute = ledger.clock
        if minute is None:
            return _when(reading, ledger, None, None, "none", "none")
        return _when(reading, ledger, at(days[0][0], minute), at(days[0][0], minute + length), "time", "range")
    last = plus(days[0][0], lasts)
    if reading.clocks:
        return _with_hours(reading, ledger, days[0][0], last)
    start: Instant = days[0][0] if minute is None else at(days[0][0], minute)
    return _when(reading, ledger, start, last, "day" if minute is None else "time", "range")


def _with_hours(reading: Reading, ledger: Ledger, first: date, last: date) -> When:
    """First opening and last closing."""
    assert reading.clocks is not None
    opening, closing = reading.clocks
    if closing is None:
        minute = clock_rules.minutes(opening, ledger)
        start: Instant = first if minute is None else at(first, minute)
        end: Instant | None = None if first == last else last if minute is None or reading.lasts else at(last, minute)
        return _when(reading, ledger, start, end, "time", "range" if end else "instant")
    begin, stop = clock_rules.interval(opening, closing, ledger)
    return _when(reading, ledger, at(first, begin or 0), at(last, stop or 0), "time", "range")


def _list(reading: Reading, ledger: Ledger) -> When:
    """«1일과 2일, 6일» is a set; «8일과 9일» without a gap a range."""
    assert reading.first is not None
    _lend_weekday(reading)
    days = _covered(reading.first, ledger)
    if not days:
        return _when(reading, ledger, None, None, "day", "set")
    members = [days[0][0]]
    for moment in reading.members:
        assert moment.day is not None
        covered = resolve_day(_inherit(moment.day, reading.first.day or moment.day, members[-1]), ledger)
        if covered:
            members.append(covered[0][0])
    clock = reading.members[-1].clock
    if clock is not None and reading.clocks is None and (clock.hour is not None or clock.fixed):
        reading.clocks = (clock, None)
    consecutive = all(b - a == timedelta(days=1) for a, b in pairwise(members))
    kind = "range" if consecutive else "set"
    if not consecutive:
        ledger.flags.append("members=" + "+".join(d.isoformat() for d in members))
    first, last = min(members), max(members)
    if reading.clocks:
        return replace(_with_hours(reading, ledger, first, last), kind=kind)
    return _when(reading, ledger, first, last, "day", kind)


def _lend_weekday(reading: Reading) -> None:
    """«20일, 27일(화)»: what the last one is called says what the first one is, and so their month."""
    first, last = reading.first.day if reading.first else None, reading.members[-1].day
    if first is None or last is None or first.day is None or last.day is None or len(last.weekdays) != 1:
        return
    if not first.weekdays and not first.says("month", "month_shift", "direction", "year") and first.day < last.day:
        first.weekdays = ((last.weekdays[0] - (last.day - first.day)) % 7,)


def _cycle(reading: Reading, ledger: Ledger) -> When:
    """The next occurrence on or after the publication, or the first inside the bounds, and the rule."""
    cycle = reading.cycle
    assert cycle is not None
    since, until = _cycle_bounds(reading, cycle, ledger)
    if reading.otherwise is not None and not _falls_weekly(cycle, since, until):
        return resolve(reading.otherwise, ledger)
    start_day = next_day(cycle, since) if since is not None else None
    opening, closing = reading.clocks or (None, None)
    begin = clock_rules.minutes(opening, ledger) if opening else None
    stop: int | None = None
    if opening and closing:
        begin, stop = clock_rules.interval(opening, closing, ledger)
    elif begin is not None and reading.lasts and _minutes(reading.lasts):
        stop = begin + _minutes(reading.lasts)
    if until is not None and reading.lasts and not _minutes(reading.lasts):
        until = last_day_until(cycle, until)  # «8주 동안 화·목요일» ends with its last session
    closes = begin if stop is None else stop
    gone = closes is not None and ledger.now is not None and closes < ledger.now
    if gone and since == ledger.ref == start_day and since is not None and reading.first is None:
        start_day = next_day(cycle, since + timedelta(days=1))  # this day's hour has passed
    rule = rrule(cycle, until)
    if start_day is None:
        found = _when(reading, ledger, None, None, "time" if begin is not None else "day", "recurrence")
        return replace(found, rrule=rule)
    last_day = until or start_day
    start: Instant = start_day if begin is None else at(start_day, begin)
    end: Instant | None = last_day if begin is None else (until if stop is None else at(last_day, stop))
    found = _when(reading, ledger, start, end, "day" if begin is None else "time", "recurrence")
    return replace(found, rrule=rule)


def _falls_weekly(cycle: Cycle, since: date | None, until: date | None) -> bool:
    """Whether a run goes from one such weekday to a later one: «5. 7. ~ 5. 28. 화요일», not «5. 9. ~ 5. 12. 일요일»."""
    return since is not None and until is not None and since < until and occurs(cycle, since) and occurs(cycle, until)


def _cycle_bounds(reading: Reading, cycle: Cycle, ledger: Ledger) -> tuple[date | None, date | None]:
    """Where a cycle begins and ends. Months only («3~11월 매월 …») choose months of every year."""
    first, last = reading.first, reading.last
    if first is None or first.day is None:
        return ledger.ref, None
    whole_months = first.day.month is not None and not first.day.names_day() and first.day.year is None
    if whole_months and first.day.part is None and (last is None or (last.day is not None and last.day.day is None)):
        begin, end = first.day.month or 1, (last.day.month if last and last.day else first.day.month) or 12
        if last is not None:
            cycle.months = tuple(range(begin, end + 1)) or (*range(begin, 13), *range(1, end + 1))
            return ledger.ref, None
    bounds = replace(reading, cycle=None, clocks=None)
    when = resolve(bounds, ledger)
    since = _as_day(when.start) if when.start is not None else ledger.ref
    until = _as_day(when.end) if when.end is not None else None
    if reading.last is None and not reading.lasts and not whole_months and reading.opened:
        until = None
    return _on_its_weekday(first.day, cycle, since, until, ledger), until


def _on_its_weekday(day: Day, cycle: Cycle, since: date | None, until: date | None, ledger: Ledger) -> date | None:
    """«10일부터 6월 26일까지 화요일마다» on 27 March: the 10th that is a Tuesday is ahead, the one behind is none."""
    if since is None or ledger.ref is None or day.day is None or day.says("month", "month_shift", "year", "direction"):
        return since
    if not cycle.weekdays or since >= ledger.ref or since.weekday() in cycle.weekdays:
        return since
    ahead = next((d for d in bare_days(day.day, ledger.ref) if d > ledger.ref), since)
    return ahead if ahead.weekday() in cycle.weekdays and (until is None or ahead < until) else since


def resolve(reading: Reading, ledger: Ledger) -> When:
    """One reading, resolved against the publication day and what the text has said before."""
    if reading.cycle is not None:
        return _cycle(reading, ledger)
    if reading.lasts is not None:
        return _lasting(reading, ledger)
    if reading.members:
        return _list(reading, ledger)
    if reading.last is not None:
        return _range(reading, ledger)
    if reading.clocks is not None:
        days = _covered(reading.first, ledger)
        return _with_hours(reading, ledger, days[0][0], days[0][1]) if days else _single(reading, ledger)
    return _single(reading, ledger)
