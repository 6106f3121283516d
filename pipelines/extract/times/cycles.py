"""The production `cycle`: what comes again (매주 화·목, 매월 셋째 토요일, 4·9일장)."""

from __future__ import annotations

from pipelines.extract.times.moments import Tokens, kind
from pipelines.extract.times.moments import clocks as read_clocks
from pipelines.extract.times.parts import Cycle, Reading
from pipelines.extract.times.tokens import Token

OPENS_CYCLE = frozenset(["EVERY", "MARKET", "WEEKDAY", "WEEKDAY_SET", "NTH", "LETTERS"])


def weekday_numbers(token: Token) -> tuple[int, ...]:
    return tuple(token.value)


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
    if at == "WEEKDAY_SET" and (each_behind(tokens, i + 1) or tokens[i].value != (5, 6) or bounded):
        return Cycle()
    if at == "LETTERS" and not bounded:
        timed = kind(tokens, i + 1) in ("DAYPART", "HOUR", "CLOCK")
        return Cycle() if timed and len(tokens[i].value) > 1 else None  # «화~금 09:00~18:00»
    several = at == "WEEKDAY" and len(tokens[i].value) > 1
    joined = (
        at == "WEEKDAY"
        and kind(tokens, i + 1) in ("AND", "EACH")
        and kind(tokens, i + 2)
        in ("WEEKDAY",) + (("DAYPART", "HOUR", "CLOCK") if kind(tokens, i + 1) == "EACH" else ())
    )
    each = at in ("WEEKDAY", "WEEKDAY_SET") and each_behind(tokens, i + 1)
    if several or joined or each or (bounded and at in ("WEEKDAY", "LETTERS")):
        return Cycle()
    if at == "NTH" and len(tokens[i].value) > 1 and kind(tokens, i + 1) == "WEEKDAY":
        return Cycle("MONTHLY")
    if bounded and at == "NTH" and kind(tokens, i + 1) == "WEEKDAY":
        return Cycle("MONTHLY")
    return None


def each_behind(tokens: Tokens, i: int) -> bool:
    """«토요일마다», «토요일 저녁 7시마다»."""
    while kind(tokens, i) in ("DAYPART", "HOUR", "MINUTE", "HALF", "CLOCK"):
        i += 1
    return kind(tokens, i) == "EACH"


def _is_run(token: Token) -> bool:
    """«매주 화요일 8주간»: for how long it goes on."""
    return bool(token.value) and token.value[0][1] in ("week", "month")


def cycle(tokens: Tokens, i: int, bounded: bool = False) -> tuple[Reading, int] | None:
    """매주 화·목 오전 10시~오후 1시 (총 4회)."""
    if not bounded and tokens[i].kind not in OPENS_CYCLE:
        return None
    begin = i
    while bounded and kind(tokens, i) in ("OPEN", "COMMA", "TOPIC", "AND", "DASH") and i < begin + 2:
        i += 1
    bracket = bounded and kind(tokens, begin) == "OPEN"
    rule = _repeats(tokens, i, bounded)
    if rule is None:
        return None
    i += kind(tokens, i) in ("EVERY", "MARKET")
    i += kind(tokens, i) == "COMMA" and kind(tokens, i + 1) in ("WEEKDAY", "NTH")  # «두 주에 한 번, 목요일»
    i = _cycle_days(tokens, rule, i)
    if rule.nth and rule.every == "WEEKLY":
        rule.every = "MONTHLY"  # «매주 첫째 주 토요일»
    i += kind(tokens, i) == "EACH"
    reading = Reading("cycle", cycle=rule)
    hours = read_clocks(tokens, i)
    if hours is not None:
        reading.clocks, i = hours
        i += kind(tokens, i) == "EACH"
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
    if reading.lasts is None and kind(tokens, i) == "DURATION" and _is_run(tokens[i]):
        reading.lasts, i = tokens[i].value, i + 1
    if bracket and kind(tokens, i) == "CLOSE":
        i += 1
    empty = not (rule.weekdays or rule.monthdays or rule.nth or rule.months)
    if empty and hours is None and rule.every != "DAILY" and not (bounded and kind(tokens, begin) == "EVERY"):
        return None if bounded else (reading, i)
    return reading, i
