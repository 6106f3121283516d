"""The productions `clock`, `moment` and `hours`, and the units that linked numbers share."""

from __future__ import annotations

from pipelines.extract.times.dates import date
from pipelines.extract.times.parts import Clock, Moment
from pipelines.extract.times.tokens import Token

Tokens = list[Token]
UNIT_KINDS = frozenset(["DAY", "HOUR", "MONTH", "YEAR"])
LINKS = frozenset(["TILDE", "DASH", "COMMA", "AND"])


def kind(tokens: Tokens, i: int) -> str:
    return tokens[i][0] if 0 <= i < len(tokens) else ""


def share_units(tokens: Tokens) -> Tokens:
    """«8~9일», «15, 16일», «10-5시»: a bare number takes the unit of the number it is linked to on its right."""
    kinds = [token[0] for token in tokens]
    if "NUMBER" not in kinds:
        return tokens
    shared = _counted_out(list(tokens)) if "DURATION" in kinds else list(tokens)
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


def _counted_out(tokens: Tokens) -> Tokens:
    """«27·28 이틀», «24~26 사흘간»: so many numbers, and behind them how many days they are."""
    for i, token in enumerate(tokens):
        if token.kind != "NUMBER" or kind(tokens, i - 1) in LINKS or kind(tokens, i - 1) == "DOT":
            continue
        chain = [i]
        while kind(tokens, chain[-1] + 1) in LINKS and kind(tokens, chain[-1] + 2) == "NUMBER":
            chain.append(chain[-1] + 2)
        values = [tokens[k].value for k in chain]
        run = len(chain) == 2 and tokens[i + 1].kind in ("TILDE", "DASH")
        days = ((values[-1] - values[0] + 1 if run else len(chain)), "day")
        told = kind(tokens, chain[-1] + 1) == "DURATION" and tokens[chain[-1] + 1].value == (days,)
        if told and len(chain) > 1 and values == sorted(set(values)) and values[0] > 0 and values[-1] <= 31:
            for k in chain:
                tokens[k] = tokens[k]._replace(kind="DAY")
    return tokens


def _is_day(tokens: Tokens, i: int) -> bool:
    """«6.8(토)~9(일)», «2024.6.8~9», «6월8 (토)»: a bare number that a date or its weekday makes a day."""
    if not 0 < tokens[i].value <= 31:
        return False
    bracket = kind(tokens, i + 1) == "BRACKETED"
    if kind(tokens, i - 1) == "MONTH" and bracket:
        return True
    back = i - 2 - (kind(tokens, i - 2) == "BRACKETED")
    if kind(tokens, i - 1) in ("AND", "COMMA") and kind(tokens, back) in ("YMD", "MD", "DAY"):
        return bracket if back != i - 2 else _ends_in_weekdays(tokens, i)
    linked = kind(tokens, i - 1) in ("TILDE", "DASH") and kind(tokens, back) in ("YMD", "MD", "DAY")
    counted = kind(tokens, i + 1) == "DURATION" and bool(tokens[i + 1].value) and tokens[i + 1].value[0][1] == "day"
    return linked and (bracket or counted or back != i - 2 or kind(tokens, back) == "YMD" or i + 1 == len(tokens))


def _ends_in_weekdays(tokens: Tokens, i: int) -> bool:
    """«2/14·16·21·23 (화·목)», «2.14·21 14:00»: rising numbers, and behind the last what makes days of them."""
    while kind(tokens, i) == "NUMBER" and kind(tokens, i + 1) in ("AND", "COMMA") and kind(tokens, i + 2) == "NUMBER":
        if tokens[i].value >= tokens[i + 2].value:
            return False
        i += 2
    return kind(tokens, i) == "NUMBER" and kind(tokens, i + 1) in ("BRACKETED", "WEEKDAY", "CLOCK")


OPENS_CLOCK = frozenset(["DAYPART", "HOUR", "CLOCK", "FIXED_CLOCK", "SAME_CLOCK"])


def clock(tokens: Tokens, i: int) -> tuple[Clock, int] | None:
    """A time of day, or a part of the day."""
    if i >= len(tokens) or tokens[i].kind not in OPENS_CLOCK:
        return None
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
    if found.hour is not None and not found.half and _is_half_behind(tokens, i):
        found.half = tokens[i].value
        i += 1
    if kind(tokens, i) == "APPROXIMATE":
        i += 1
    return found, i


def _is_half_behind(tokens: Tokens, i: int) -> bool:
    """«2pm»: behind its hour; «10시 오후 2시» begins another clock."""
    if kind(tokens, i) != "DAYPART" or tokens[i].value not in ("am", "pm"):
        return False
    return kind(tokens, i + 1) not in ("HOUR", "NUMBER", "CLOCK")


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


def clocks(tokens: Tokens, i: int) -> tuple[tuple[Clock, Clock | None], int] | None:
    """Hours: «오전 10시~오후 1시», «14:00», also in brackets."""
    bracket = kind(tokens, i) == "OPEN"
    i += bracket or kind(tokens, i) in ("COMMA", "DOT", "AND", "TOPIC")
    first = clock(tokens, i)
    if first is None or (first[0].hour is None and not first[0].fixed):
        return None
    found, i = first
    last: Clock | None = None
    if kind(tokens, i) in ("TILDE", "DASH", "FROM"):
        second = clock(tokens, i + 1 + (kind(tokens, i + 1) == "ANCHOR_DAY"))  # «22:00 ~ 익일 02:00»
        if second is not None and (second[0].hour is not None or second[0].fixed):
            last, i = second
        elif kind(tokens, i) == "FROM":
            i += 1
    if kind(tokens, i) == "UNTIL":
        i += 1
    if bracket and kind(tokens, i) == "CLOSE":
        i += 1
    return (found, last), i


def length(tokens: Tokens, i: int) -> int:
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
