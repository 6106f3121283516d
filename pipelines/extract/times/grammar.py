"""The productions above `date`: clock, moment, period, cycle, expression.

::

    expression = cycle | period [cycle]
    period     = «~» moment | moment (range | list | «부터» duration | «까지» | «기준» …)
    moment     = date [clock] | clock
    clock      = [오전…] (hour [minute | 반] | 14:00 | 정오 | 같은 시각)
    cycle      = 매주 weekdays | 매월 (nth weekday | days) | 매년 … [clock range] [총 n회]

Each takes tokens and an index and gives what it read and the next index, or None. Nothing is resolved here.
"""

from __future__ import annotations

from pipelines.extract.times.cycles import cycle, each_behind
from pipelines.extract.times.dates import DATE_PARTS, NEEDS_COMPANY
from pipelines.extract.times.moments import Tokens, clock, clocks, kind, length, moment
from pipelines.extract.times.parts import Moment, Reading

MAX_MEMBERS = 31


STARTERS = frozenset(DATE_PARTS) - NEEDS_COMPANY | {
    "DAYPART", "HOUR", "CLOCK", "FIXED_CLOCK", "SAME_CLOCK", "DURATION", "EVERY", "MARKET", "TILDE", "LETTERS"
}  # fmt: skip
"""Kinds an expression may begin with."""


def _finish(tokens: Tokens, reading: Reading, i: int) -> int:
    """What may close a period: 까지, a repeated length, the hours of its days, 기준."""
    if i == len(tokens):
        return i
    whole = reading.last is not None or bool(reading.members)
    if not whole and _is_before(tokens, reading, i):
        reading.deadline, reading.rule = True, "deadline"
        i += 1
    if kind(tokens, i) == "UNTIL":
        i += 1
        if not whole and not reading.lasts and not reading.opened:
            reading.deadline, reading.rule = True, "deadline"
    if whole:
        i = length(tokens, i)
    if (whole or reading.lasts) and reading.clocks is None:
        i = _daily_hours(tokens, reading, i)
    if kind(tokens, i) == "AS_OF" and reading.first and reading.first.day:
        reading.first.day.as_of = True
        i += 1
    return i


def _is_before(tokens: Tokens, reading: Reading, i: int) -> bool:
    """«오후 5시 이전 도착분», «19일 이전»: up to then."""
    if kind(tokens, i) != "AFTER" or tokens[i].value > 0 or reading.first is None or reading.lasts or reading.opened:
        return False
    first = reading.first
    return first.clock.hour is not None if first.clock else first.day is not None and first.day.names_day()


def _daily_hours(tokens: Tokens, reading: Reading, i: int) -> int:
    """«8~10일 오전 10시~오후 6시»: hours behind a run of days belong to every day of it."""
    if reading.first is None or reading.first.clock or (reading.last is not None and reading.last.day is None):
        return i
    final = reading.last or (reading.members[-1] if reading.members else None)
    if final is None or final.clock is None:
        hours = clocks(tokens, i)
        if hours is not None:
            reading.clocks, i = hours
        return i
    closing = clock(tokens, i + 1) if kind(tokens, i) in ("TILDE", "DASH", "FROM") else None
    if closing is not None and (closing[0].hour is not None or closing[0].fixed):
        reading.clocks, final.clock = (final.clock, closing[0]), None
        return closing[1] + (kind(tokens, closing[1]) == "UNTIL")
    return i


def _same_level(first: Moment, other: Moment) -> bool:
    """Members of a list are days and days, or months and months."""
    if first.day is None or other.day is None:
        return False
    return first.day.names_day() == other.day.names_day() and bool(first.day.month) >= bool(other.day.month) - 1


def _listed(tokens: Tokens, reading: Reading, i: int) -> int:
    """«1일과 2일, 6일», «4월 3일·10일»."""
    assert reading.first is not None and reading.first.day is not None
    while kind(tokens, i) in ("AND", "COMMA") and len(reading.members) < MAX_MEMBERS:
        following = moment(tokens, i + 1)
        if following is None or not _same_level(reading.first, following[0]):
            break
        assert following[0].day is not None
        other = following[0].day
        own = other.says("year", "year_shift", "direction", "lunar") or (other.weak and not reading.first.day.weak)
        if not other.names_day() or (tokens[i].kind == "COMMA" and own):
            break
        reading.members.append(following[0])
        reading.rule = "list"
        i = following[1]
    return i


def _until_moment(tokens: Tokens, reading: Reading, i: int) -> int | None:
    """The right side of a range, or a length counted from its left side."""
    if kind(tokens, i) == "DURATION" and kind(tokens, i + 1) != "AFTER" and tokens[i].value is not None:
        reading.lasts, reading.rule = tokens[i].value, "from_for"
        return i + 1
    following = moment(tokens, i)
    if following is None:
        return None
    last = following[0]
    if last.day is not None and last.day.weekdays and not last.day.names_day() and len(last.day.weekdays) > 1:
        return None
    if last.clock is not None and last.day is None and last.clock.hour is None and not last.clock.fixed:
        return None
    reading.last, reading.rule = last, "range"
    return following[1]


def period(tokens: Tokens, i: int) -> tuple[Reading, int] | None:
    """A moment, and whatever makes it a range, a list, a deadline or the start of something."""
    if kind(tokens, i) == "TILDE":
        return _until(tokens, i + 1)
    found = moment(tokens, i)
    if found is None:
        if kind(tokens, i) == "DURATION" and tokens[i].value is not None:
            return Reading("duration", lasts=tokens[i].value), i + 1
        return None
    first, i = found
    reading = Reading("moment", first=first)
    if kind(tokens, i) == "OPEN" and first.clock is None:
        hours = clocks(tokens, i)
        if hours is not None and kind(tokens, hours[1] - 1) == "CLOSE":
            reading.clocks, reading.rule, i = hours[0], "day_hours", hours[1]
    if kind(tokens, i) in ("AND", "COMMA") and first.clock is None:
        i = _listed(tokens, reading, i)
    if kind(tokens, i) in ("FROM", "TILDE", "DASH") and not reading.members:
        i = _linked(tokens, reading, i)
    elif not reading.members:
        i = _for_a_time(tokens, reading, i)
    return reading, _finish(tokens, reading, i)


def _until(tokens: Tokens, i: int) -> tuple[Reading, int] | None:
    """«~6월 7일»: a deadline. A bare «~ 4.5» is no date."""
    bound = moment(tokens, i)
    if bound is None:
        return None
    day, timed = bound[0].day, bound[0].clock
    if day is None and (timed is None or timed.hour is None or tokens[i].gap):
        return None
    if day is not None and day.weak and tokens[i].gap and not day.weekdays and not bound[0].clock:
        return None
    return Reading("deadline", first=bound[0], deadline=True), bound[1] + (kind(tokens, bound[1]) == "UNTIL")


def _linked(tokens: Tokens, reading: Reading, i: int) -> int:
    """부터, ~ or - behind the first moment: a range, a length counted from it, or an open beginning."""
    link, day = kind(tokens, i), reading.first.day if reading.first else None
    at = i + 1 + (link == "FROM" and kind(tokens, i + 1) in ("TILDE", "COMMA"))
    often = link == "FROM" and kind(tokens, at) in ("WEEKDAY", "WEEKDAY_SET") and each_behind(tokens, at + 1)
    stop = _until_moment(tokens, reading, at) if not often else None  # «10일부터 화요일마다»
    if stop is not None:
        reading.moved_from = i if tokens[i].value == "where" else 0
        return stop
    timed = reading.first.clock if reading.first else None
    firm = not day.weak if day is not None else timed is not None and timed.hour is not None
    if link == "FROM" or (link == "TILDE" and firm):
        reading.opened, reading.rule = True, "from"
        return i + 1
    return i


def _for_a_time(tokens: Tokens, reading: Reading, i: int) -> int:
    """«6월 8일 1박2일», «오후 3시 2시간»: a length right behind the moment."""
    first = reading.first
    if first is None:
        return i
    if first.clock is None:
        stop = length(tokens, i) if first.day is not None and first.day.names_day() else i
        if stop > i and kind(tokens, stop) != "AFTER":
            reading.lasts = next(t.value for t in tokens[i:stop] if t.kind == "DURATION")
            reading.rule = "from_for"
            return stop
    elif kind(tokens, i) == "DURATION" and tokens[i].value and tokens[i].value[0][1] == "hour":
        reading.lasts, reading.rule = tokens[i].value, "from_for"
        return i + 1
    return i


def expression(tokens: Tokens, i: int) -> tuple[Reading, int] | None:
    """The longest expression that begins at token i."""
    found = cycle(tokens, i) or period(tokens, i)
    if found is None:
        return None
    reading, stop = found
    reading.start, reading.end = tokens[i].start, tokens[stop - 1].end
    if reading.cycle is None and (monthly := _weekday_of_month(tokens, i, stop, reading)) is not None:
        reading, stop = monthly
    elif reading.cycle is None and _can_bound(reading):
        again = _every_weekday(tokens, i, stop, reading) or cycle(tokens, _whole(tokens, stop, reading), bounded=True)
        if again is not None:
            reading, stop = _bounded(again[0], reading), again[1]
    reading.start, reading.end = tokens[i].start, tokens[stop - 1].end
    return reading, stop


def _every_weekday(tokens: Tokens, begin: int, stop: int, run: Reading) -> tuple[Reading, int] | None:
    """«5. 7. ~ 5. 28. 화요일마다»: the weekday behind a run says how often, not what its last day is called.

    «5. 7. ~ 5. 28. 화요일 14시» may be either: the days will decide. What «평일» says are the hours of a run.
    """
    first, last = run.first.day if run.first else None, run.last.day if run.last else None
    if first is None or last is None or first.weekdays or not last.weekdays or not last.names_day():
        return None
    at = next((k for k in range(stop - 1, begin, -1) if tokens[k].kind == "WEEKDAY"), None)
    found = cycle(tokens, at, bounded=True) if at is not None else None
    if at is None or found is None:
        return None
    if kind(tokens, at + 1) == "EACH" or len(last.weekdays) > 1:
        last.weekdays = ()
    else:
        found[0].otherwise = run
    return found


def _weekday_of_month(tokens: Tokens, begin: int, stop: int, named: Reading) -> tuple[Reading, int] | None:
    """«3월에는 화요일마다», «7월 금요일 밤마다»: the weekday behind a month says how often, not which day."""
    day = named.first.day if named.rule == "moment" and named.first else None
    if day is None or not day.weekdays or day.nth or not day.says("month", "month_shift") or day.names_day():
        return None
    at = next((k for k in range(stop - 1, begin, -1) if tokens[k].kind == "WEEKDAY"), None)
    found = cycle(tokens, at, bounded=True) if at is not None and kind(tokens, stop) == "EACH" else None
    if found is None:
        return None
    bounds = Reading("moment", first=Moment(day.but(weekdays=())))
    return _bounded(found[0], bounds), max(found[1], stop + 1)


def _whole(tokens: Tokens, i: int, month: Reading) -> int:
    """Index after «한 달» behind a month, which it only repeats: «4월 한 달 목요일마다»."""
    named = month.first is not None and month.first.day is not None and month.first.day.says("month", "month_shift")
    repeats = kind(tokens, i) == "DURATION" and tokens[i].value == ((1, "month"),)
    return i + 1 if named and month.rule == "moment" and repeats else i


def _bounded(repeated: Reading, bounds: Reading) -> Reading:
    """«10월 7일부터 11월 25일까지 매주 화요일»: the cycle with the period it runs in."""
    repeated.first, repeated.last, repeated.members = bounds.first, bounds.last, bounds.members
    repeated.opened, repeated.lasts = bounds.opened, bounds.lasts or repeated.lasts
    return repeated


def _can_bound(bounds: Reading) -> bool:
    """A single day is no period to repeat in; a month, a range or «부터» is."""
    day = bounds.first.day if bounds.first else None
    if day is None or bounds.rule not in ("range", "from", "from_for", "moment"):
        return False
    if bounds.rule != "moment":
        return True
    return not day.names_day() and not day.weekdays and bounds.first is not None and bounds.first.clock is None


def is_weak(reading: Reading) -> bool:
    """True when the words alone are no time: «오후», «2시간» standing alone is a length, «3.5» a number."""
    if reading.cycle is not None:
        return False
    if reading.rule == "duration":
        return True
    first = reading.first
    assert first is not None
    if first.day is None:
        return first.clock is not None and first.clock.hour is None and not first.clock.fixed and not first.clock.same
    return False
