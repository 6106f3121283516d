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

from pipelines.extract.times.dates import DATE_PARTS, NEEDS_COMPANY, date
from pipelines.extract.times.parts import Clock, Cycle, Day, Moment, Reading
from pipelines.extract.times.tokens import Token

Tokens = list[Token]
UNIT_KINDS = frozenset(["DAY", "HOUR", "MONTH", "YEAR"])
LINKS = frozenset(["TILDE", "DASH", "COMMA", "AND"])
MAX_MEMBERS = 31


def kind(tokens: Tokens, i: int) -> str:
    return tokens[i].kind if 0 <= i < len(tokens) else ""


STARTERS = frozenset(DATE_PARTS) - NEEDS_COMPANY | {
    "DAYPART", "HOUR", "CLOCK", "FIXED_CLOCK", "SAME_CLOCK", "DURATION", "EVERY", "MARKET", "TILDE"
}  # fmt: skip
"""Kinds an expression may begin with."""


def share_units(tokens: Tokens) -> Tokens:
    """«8~9일», «15, 16일», «10-5시»: a bare number takes the unit of the number it is linked to on its right."""
    shared = list(tokens)
    for i in range(len(shared) - 3, -1, -1):
        if shared[i].kind == "NUMBER" and shared[i + 1].kind in LINKS:
            unit = kind(shared, i + 2)
            following = shared[i + 2]
            if unit == "DAYPART" and kind(shared, i + 3) == "HOUR" and kind(shared, i - 1) == "DAYPART":
                unit = "HOUR"
            fits = {"DAY": 31, "HOUR": 24, "MONTH": 12, "YEAR": 2100}.get(unit, 0)
            if unit in UNIT_KINDS and 0 < shared[i].value <= fits and following.start - shared[i].end <= 4:
                shared[i] = shared[i]._replace(kind=unit)
    for i, token in enumerate(shared):
        if token.kind == "NUMBER" and _is_day(shared, i):
            shared[i] = token._replace(kind="DAY")
        elif token.kind == "NUMBER" and not token.gap and kind(shared, i - 1) == "HOUR" and token.value < 60:
            shared[i] = token._replace(kind="MINUTE")
    return shared


def _is_day(tokens: Tokens, i: int) -> bool:
    """«6.8(토)~9(일)», «2024.6.8~9», «6월8 (토)»: a bare number that a date or its weekday makes a day."""
    if not 0 < tokens[i].value <= 31:
        return False
    bracket = kind(tokens, i + 1) == "BRACKETED"
    if kind(tokens, i - 1) == "MONTH" and bracket:
        return True
    back = i - 2 - (kind(tokens, i - 2) == "BRACKETED")
    linked = kind(tokens, i - 1) in ("TILDE", "DASH") and kind(tokens, back) in ("YMD", "MD", "DAY")
    return linked and (bracket or back != i - 2 or kind(tokens, back) == "YMD" or i + 1 == len(tokens))


def clock(tokens: Tokens, i: int) -> tuple[Clock, int] | None:
    """A time of day, or a part of the day."""
    found = Clock()
    if kind(tokens, i) == "DAYPART":
        found.half = tokens[i].value
        i += 1
    at = kind(tokens, i)
    if at == "HOUR" or (at == "NUMBER" and found.half and 0 < tokens[i].value <= 12):
        found.hour = tokens[i].value
        i += 1
        if at == "HOUR" and kind(tokens, i) in ("MINUTE", "HALF"):
            found.minute = {"반": 30, "정각": 0}.get(tokens[i].value, tokens[i].value)
            i += 1
    elif at == "CLOCK":
        found.hour, found.minute, nought = tokens[i].value
        if found.hour > 24:
            return None
        found.colon, found.literal = True, bool(nought) or found.hour > 12
        i += 1
    elif at == "FIXED_CLOCK":
        found.fixed = tokens[i].value
        i += 1
    elif at == "SAME_CLOCK":
        found.same = True
        i += 1
    elif not found.half:
        return None
    if not found.half and found.hour is not None and kind(tokens, i) == "DAYPART" and tokens[i].value in ("am", "pm"):
        if tokens[i].end - tokens[i].start in (2, 4) and kind(tokens, i + 1) not in ("HOUR", "NUMBER", "CLOCK"):
            found.half = tokens[i].value
            i += 1
    if kind(tokens, i) == "APPROXIMATE":
        i += 1
    return found, i


def moment(tokens: Tokens, i: int) -> tuple[Moment, int] | None:
    """A date with or without a clock, or a clock alone."""
    day = date(tokens, i)
    if day is None:
        alone = clock(tokens, i)
        return (Moment(clock=alone[0]), alone[1]) if alone else None
    found, i = day
    bracket = kind(tokens, i - 1) == "BRACKET_OPEN"
    at = i
    while kind(tokens, at) in ("DOT", "COMMA", "TOPIC", "CLOSE") and at < i + 2:
        at += 1
    timed = clock(tokens, at)
    if timed is not None and (at == i or timed[0].hour is not None or timed[0].fixed):
        i = timed[1]
        if bracket and kind(tokens, i) == "CLOSE":
            i += 1
        return Moment(found, timed[0]), i
    return Moment(found), i


def _clocks(tokens: Tokens, i: int) -> tuple[tuple[Clock, Clock | None], int] | None:
    """Hours: «오전 10시~오후 1시», «14:00», also in brackets."""
    bracket = kind(tokens, i) == "OPEN"
    i += bracket or kind(tokens, i) in ("COMMA", "DOT", "AND", "TOPIC")
    first = clock(tokens, i)
    if first is None or (first[0].hour is None and not first[0].fixed):
        return None
    found, i = first
    last: Clock | None = None
    if kind(tokens, i) in ("TILDE", "DASH", "FROM"):
        second = clock(tokens, i + 1)
        if second is not None and (second[0].hour is not None or second[0].fixed):
            last, i = second
        elif kind(tokens, i) == "FROM":
            i += 1
    if kind(tokens, i) == "UNTIL":
        i += 1
    if bracket and kind(tokens, i) == "CLOSE":
        i += 1
    return (found, last), i


def _length(tokens: Tokens, i: int) -> int:
    """Index after a length of time that only repeats what the range says: «이틀», «사흘간», «(3일간)», «1박2일»."""
    bracket = kind(tokens, i) == "OPEN"
    at = i + (bracket or kind(tokens, i) == "COMMA")
    if kind(tokens, at) != "DURATION" or kind(tokens, at + 1) == "AFTER" or tokens[at].value is None:
        return i
    if tokens[at].value[0][1] not in ("day", "week", "month"):
        return i
    if bracket:
        return at + 2 if kind(tokens, at + 1) == "CLOSE" else i
    return at + 1


def _finish(tokens: Tokens, reading: Reading, i: int) -> int:
    """What may close a period: 까지, a repeated length, the hours of its days, 기준."""
    whole = reading.last is not None or bool(reading.members)
    if kind(tokens, i) == "UNTIL":
        i += 1
        if not whole and not reading.lasts and not reading.opened:
            reading.deadline, reading.rule = True, "deadline"
    if whole:
        i = _length(tokens, i)
    if (whole or reading.lasts) and reading.clocks is None:
        i = _daily_hours(tokens, reading, i)
    if kind(tokens, i) == "AS_OF" and reading.first and reading.first.day:
        reading.first.day.as_of = True
        i += 1
    return i


def _daily_hours(tokens: Tokens, reading: Reading, i: int) -> int:
    """«8~10일 오전 10시~오후 6시»: hours behind a run of days belong to every day of it."""
    if reading.first is None or reading.first.clock or (reading.last is not None and reading.last.day is None):
        return i
    final = reading.last or (reading.members[-1] if reading.members else None)
    if final is None or final.clock is None:
        hours = _clocks(tokens, i)
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
    assert reading.first is not None
    while kind(tokens, i) in ("AND", "COMMA") and len(reading.members) < MAX_MEMBERS:
        following = moment(tokens, i + 1)
        if following is None or not _same_level(reading.first, following[0]):
            break
        assert following[0].day is not None
        other = following[0].day
        own = other.says("year", "year_shift", "direction") or (other.month is not None and other.weak)
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
        bound = moment(tokens, i + 1)
        if (
            bound is None
            or bound[0].day is None
            or (tokens[i + 1].gap and bound[0].day.weak and not (bound[0].day.weekdays or bound[0].clock))
        ):
            return None
        reading = Reading("deadline", first=bound[0], deadline=True)
        return reading, bound[1] + (kind(tokens, bound[1]) == "UNTIL")
    found = moment(tokens, i)
    if found is None:
        if kind(tokens, i) == "DURATION" and tokens[i].value is not None:
            return Reading("duration", lasts=tokens[i].value), i + 1
        return None
    first, i = found
    reading = Reading("moment", first=first)
    bracket = kind(tokens, i) == "OPEN" and first.clock is None
    if bracket and (hours := _clocks(tokens, i)) is not None and kind(tokens, hours[1] - 1) == "CLOSE":
        reading.first, reading.clocks, reading.rule = first, hours[0], "day_hours"
        i = hours[1]
    link = kind(tokens, i)
    if link in ("AND", "COMMA") and first.clock is None:
        i = _listed(tokens, reading, i)
        link = kind(tokens, i)
    if link in ("FROM", "TILDE", "DASH") and not reading.members:
        at = i + 1
        if link == "FROM" and kind(tokens, at) in ("TILDE", "COMMA"):
            at += 1
        stop = _until_moment(tokens, reading, at)
        if stop is not None:
            i = stop
        elif link == "FROM" or (link == "TILDE" and first.day is not None and not first.day.weak):
            reading.opened, reading.rule = True, "from"
            i += 1
    elif first.clock is None and first.day is not None and first.day.names_day() and not reading.members:
        stop = _length(tokens, i)
        if stop > i and kind(tokens, stop) != "AFTER":
            reading.lasts, reading.rule, i = (
                next(t for t in tokens[i:stop] if t.kind == "DURATION").value,
                "from_for",
                stop,
            )
    elif (
        first.clock is not None
        and kind(tokens, i) == "DURATION"
        and tokens[i].value
        and tokens[i].value[0][1] == "hour"
    ):
        reading.lasts, reading.rule, i = tokens[i].value, "from_for", i + 1
    return reading, _finish(tokens, reading, i)


# --- what comes again ---------------------------------------------------------------------


def _cycle_days(tokens: Tokens, cycle: Cycle, i: int) -> int:
    """The days a cycle picks: weekdays, nth weekdays, days of the month, months of the year."""
    if kind(tokens, i) == "MONTH" and cycle.every == "YEARLY":
        cycle.months = (tokens[i].value,)
        i += 1
    if kind(tokens, i) == "NTH":
        cycle.nth = tokens[i].value
        i += 1
    if kind(tokens, i) in ("MONTH_PART",) and tokens[i].value == "last":
        cycle.monthdays = (-1,)
        return i + 1
    while kind(tokens, i) in ("WEEKDAY", "LETTERS", "WEEKDAY_SET", "BRACKETED"):
        cycle.weekdays += weekday_numbers(tokens[i])
        i += 1
        if kind(tokens, i) in ("AND", "COMMA") and kind(tokens, i + 1) in ("WEEKDAY", "LETTERS"):
            i += 1
    while not cycle.weekdays and cycle.every != "WEEKLY" and kind(tokens, i) == "DAY":
        cycle.monthdays += (tokens[i].value,)
        i += 1
        if kind(tokens, i) in ("AND", "COMMA") and kind(tokens, i + 1) == "DAY":
            i += 1
    return i


def weekday_numbers(token: Token) -> tuple[int, ...]:
    return tuple(token.value)


def _repeats(tokens: Tokens, i: int, bounded: bool) -> Cycle | None:
    """Does a cycle begin here? 매주, several weekdays, 평일, «토요일마다», or any weekday inside a period."""
    at = kind(tokens, i)
    if at == "EVERY":
        every: str = tokens[i].value
        return Cycle(every.rstrip("23"), int(every[-1]) if every[-1].isdigit() else 1)
    if at == "MARKET":
        first, second = (n % 10 or 10 for n in tokens[i].value[:2])
        days = [base + n for base in (0, 10, 20) for n in (first, second)]
        return Cycle("MONTHLY", monthdays=tuple(days))
    if at == "WEEKDAY_SET" and (tokens[i].value != (5, 6) or kind(tokens, i + 1) == "EACH" or bounded):
        return Cycle()
    several = at == "WEEKDAY" and len(tokens[i].value) > 1
    joined = (
        at == "WEEKDAY"
        and kind(tokens, i + 1) in ("AND", "EACH")
        and kind(tokens, i + 2)
        in ("WEEKDAY",) + (("DAYPART", "HOUR", "CLOCK") if kind(tokens, i + 1) == "EACH" else ())
    )
    each = at == "WEEKDAY" and kind(tokens, i + 1) == "EACH"
    if several or joined or each or (bounded and at in ("WEEKDAY", "LETTERS")):
        return Cycle()
    if at == "NTH" and len(tokens[i].value) > 1 and kind(tokens, i + 1) == "WEEKDAY":
        return Cycle("MONTHLY")
    if bounded and at == "NTH" and kind(tokens, i + 1) == "WEEKDAY":
        return Cycle("MONTHLY")
    return None


def cycle(tokens: Tokens, i: int, bounded: bool = False) -> tuple[Reading, int] | None:
    """매주 화·목 오전 10시~오후 1시 (총 4회)."""
    begin = i
    while bounded and kind(tokens, i) in ("OPEN", "COMMA", "TOPIC", "AND", "DASH") and i < begin + 2:
        i += 1
    bracket = bounded and kind(tokens, begin) == "OPEN"
    rule = _repeats(tokens, i, bounded)
    if rule is None:
        return None
    i += kind(tokens, i) in ("EVERY", "MARKET")
    i = _cycle_days(tokens, rule, i)
    i += kind(tokens, i) == "EACH"
    reading = Reading("cycle", cycle=rule)
    hours = _clocks(tokens, i)
    if hours is not None:
        reading.clocks, i = hours
        if (
            reading.clocks[1] is None
            and kind(tokens, i) == "DURATION"
            and tokens[i].value
            and tokens[i].value[0][1] in ("hour", "minute")
        ):
            reading.lasts, i = tokens[i].value, i + 1
    at = i + (kind(tokens, i) in ("COMMA", "OPEN"))
    if kind(tokens, at) == "COUNT":
        rule.count = tokens[at].value
        i = at + 1 + (kind(tokens, i) == "OPEN" and kind(tokens, at + 1) == "CLOSE")
    if bracket and kind(tokens, i) == "CLOSE":
        i += 1
    empty = not (rule.weekdays or rule.monthdays or rule.nth or rule.months)
    if empty and hours is None and rule.every != "DAILY" and not (bounded and kind(tokens, begin) == "EVERY"):
        return None if bounded else (reading, i)
    return reading, i


def expression(tokens: Tokens, i: int) -> tuple[Reading, int] | None:
    """The longest expression that begins at token i."""
    if tokens[i].kind not in STARTERS:
        return None
    found = cycle(tokens, i)
    if found is None:
        found = period(tokens, i)
        if found is None:
            return None
        bounds, stop = found
        again = (
            cycle(tokens, stop, bounded=True)
            if bounds.rule in ("range", "from", "from_for", "moment") and _can_bound(bounds)
            else None
        )
        if again is not None:
            reading, stop = again
            reading.first, reading.last, reading.members = bounds.first, bounds.last, bounds.members
            reading.opened = bounds.opened
            if bounds.lasts:
                reading.lasts = bounds.lasts
            found = reading, stop
    reading, stop = found
    reading.start, reading.end = tokens[i].start, tokens[stop - 1].end
    return reading, stop


def _can_bound(bounds: Reading) -> bool:
    """A single day is no period to repeat in; a month, a range or «부터» is."""
    assert bounds.first is not None
    if bounds.rule != "moment":
        return bounds.first.day is not None
    return (
        bounds.first.day is not None
        and not bounds.first.day.names_day()
        and not bounds.first.day.weekdays
        and bounds.first.clock is None
    )


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


__all__ = ["Day", "Tokens", "expression", "is_weak", "share_units"]
