"""The production `date`: a Korean date goes from the large to the small.

DATE_PARTS gives every kind of token its rank (year 10 … weekday 60) and says what it puts into a Day.
A date is a run of parts with rising ranks; brackets, «인» and topic particles may stand between them.
A new form of date is a new row here, and a row in `figures.FIGURES` or `lexicon.TABLES` for its surface.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pipelines.extract.times.parts import Day
from pipelines.extract.times.tokens import Token

Parsed = tuple[Day, int]
"""What was read, and the index of the next token."""


def _sets(name: str) -> Callable[[Day, Any], None]:
    return lambda day, value: setattr(day, name, value)


def _year_month_day(day: Day, value: tuple[int, ...]) -> None:
    day.year, day.month, day.day = value


def _year_month(day: Day, value: tuple[int, ...]) -> None:
    day.year, day.month = value[:2]


def _lunar_month(day: Day, value: int) -> None:
    day.month, day.lunar = value, True


def _month_day(day: Day, value: tuple[int, int, str]) -> None:
    day.month, day.day, day.style = value
    day.weak = day.style in ("dot", "slash")


def _school_year(day: Day, value: int) -> None:
    day.year, day.part = value, "school"


def _short_part(day: Day, value: str) -> None:
    """«8월 말» is a part of the month; «2분기 말» an edge of what is a part already."""
    if day.part is None and day.quarter_shift is None:
        day.part = value
    else:
        day.edge = value


def _quarter(day: Day, value: int) -> None:
    day.part = f"Q{value}"


DATE_PARTS: dict[str, tuple[int, Callable[[Day, Any], None]]] = {
    "DIRECTION": (0, _sets("direction")),
    "LUNAR": (5, _sets("lunar")),
    "YEAR": (10, _sets("year")),
    "REL_YEAR": (10, _sets("year_shift")),
    "THIS_YEAR": (10, _sets("year_shift")),
    "ANCHOR_YEAR": (10, _sets("anchor_year")),
    "SCHOOL_YEAR": (20, _school_year),
    "YEAR_PART": (20, _sets("part")),
    "QUARTER": (20, _quarter),
    "REL_QUARTER": (20, _sets("quarter_shift")),
    "SEASON": (20, _sets("season")),
    "YM": (20, _year_month),
    "MONTH": (20, _sets("month")),
    "LUNAR_MONTH": (20, _lunar_month),
    "REL_MONTH": (20, _sets("month_shift")),
    "ANCHOR_MONTH": (20, _sets("anchor_month")),
    "REL_WEEK": (30, _sets("week_shift")),
    "ANCHOR_WEEK": (30, _sets("anchor_week")),
    "NTH": (30, _sets("nth")),
    "WEEK_NUMBER": (30, _sets("nth")),
    "MONTH_PART": (35, _sets("part")),
    "SHORT_PART": (35, _short_part),
    "YMD": (40, _year_month_day),
    "MD": (40, _month_day),
    "BROKEN": (40, _sets("written")),
    "LOST_DAY": (40, _sets("written")),
    "DAY": (40, _sets("day")),
    "REL_DAY": (40, _sets("day_shift")),
    "ANCHOR_DAY": (40, _sets("anchor_shift")),
    "RUN_DAY": (40, _sets("run_day")),
    "HOLIDAY": (40, _sets("holiday")),
    "WEEKDAY": (50, _sets("weekdays")),
    "WEEKDAY_SET": (50, _sets("weekdays")),
    "LETTERS": (55, _sets("weekdays")),
    "BRACKETED": (60, _sets("weekdays")),
    "BRACKET_OPEN": (60, _sets("weekdays")),
}

NEEDS_COMPANY = frozenset(["SHORT_PART", "LETTERS", "BRACKETED", "BRACKET_OPEN", "SEASON", "WEEK_NUMBER"])
"""Parts that cannot begin a date: 말, (수), 봄."""
SAME_DAY_AGAIN = ("인", "이자", "앞선", "앞당긴", "늦춘", "미룬", "날인")


def _kind(tokens: list[Token], i: int) -> str:
    return tokens[i].kind if i < len(tokens) else ""


def _after(tokens: list[Token], i: int) -> Parsed | None:
    """«사흘 뒤», «2주 전»: a length of time and a side."""
    if _kind(tokens, i) != "DURATION" or tokens[i].value is None:
        return None
    if _kind(tokens, i + 1) == "AFTER":
        day, side = Day(shift=(tokens[i].value, tokens[i + 1].value)), tokens[i + 1].value
        return _of_that_year(tokens, i + 2, day, side) if tokens[i].value[0][1] == "year" else (day, i + 2)
    if _kind(tokens, i + 1) == "TOPIC" and tokens[i + 1].value in SAME_DAY_AGAIN[2:]:
        side = -1 if tokens[i + 1].value in ("앞선", "앞당긴") else 1
        # counted from another day of the text, so it says nothing about before or after the publication
        return Day(shift=(tokens[i].value, side), direction=0), i + 1
    return None


def _of_that_year(tokens: list[Token], i: int, shifted: Day, side: int) -> Parsed:
    """«두 해 전 3월 17일», «3년 전 5월»: what follows is of that year."""
    found = _parts(tokens, i) if DATE_PARTS.get(_kind(tokens, i), (0,))[0] in (20, 40) else None
    if found is None or found[0].says("year", "year_shift", "day_shift", "anchor_shift", "run_day"):
        return shifted, i
    assert shifted.shift is not None
    found[0].year_shift = side * shifted.shift[0][0][0]
    return found[0], found[1]


def _is_statement(tokens: list[Token], i: int) -> bool:
    """«24일은 수요일이다» names the weekday of the day; «8일은 토요일 오후 2시» would go on."""
    return len(tokens[i].value) == 1 and i + 1 == len(tokens)


def _again(tokens: list[Token], i: int, nested: bool) -> Parsed | None:
    """The same day in other words: «인 21일», «(18일 금요일)»."""
    kind = _kind(tokens, i)
    if (
        kind == "TOPIC"
        and tokens[i].value in ("은", "는")
        and _kind(tokens, i + 1) == "WEEKDAY"
        and _is_statement(tokens, i + 1)
    ):
        return Day(weekdays=tokens[i + 1].value), i + 2
    if kind == "TOPIC" and tokens[i].value in SAME_DAY_AGAIN:
        return date(tokens, i + 1, nested=True)
    if kind == "OPEN" and not nested:
        inner = date(tokens, i + 1, nested=True)
        if inner is not None and _kind(tokens, inner[1]) == "CLOSE":
            return inner[0], inner[1] + 1
    return None


def _has_edges(day: Day, rank: int) -> bool:
    """A quarter or half has a beginning and an end (2분기 말); «연말 말» and «올해 상순 말» are nothing."""
    return rank != 20 or day.part is None or day.part[0] in "HQ"


def _parts(tokens: list[Token], i: int) -> tuple[Day, int, int] | None:
    """A run of parts with rising ranks: the day, the next token, the rank reached."""
    day, rank, begin = Day(), -1, i
    while True:
        row = DATE_PARTS.get(_kind(tokens, i))
        if row is None and rank in (10, 20, 30) and _kind(tokens, i) == "TOPIC":
            row = DATE_PARTS.get(_kind(tokens, i + 1))
            i += row is not None and row[0] > rank and tokens[i + 1].kind not in NEEDS_COMPANY
        if row is None or row[0] <= rank or i >= len(tokens) or tokens[i].kind == "TOPIC":
            break
        if i == begin and tokens[i].kind in NEEDS_COMPANY:
            return None
        if tokens[i].kind == "SHORT_PART" and (rank not in (10, 20, 30) or day.season or not _has_edges(day, rank)):
            break
        rank = row[0]
        row[1](day, tokens[i].value)
        i += 1
    return (day, i, rank) if rank > 0 else None


def date(tokens: list[Token], i: int, nested: bool = False) -> Parsed | None:
    """A day, week, month, part of a year … beginning at token i; None when there is none."""
    opening = _kind(tokens, i)
    if opening not in DATE_PARTS and opening != "DURATION":
        return None
    shifted = _after(tokens, i) if opening == "DURATION" else None
    if shifted is not None:
        day, i = shifted
        rank = 40
    else:
        found = _parts(tokens, i)
        if found is None:
            return None
        day, i, rank = found
    again = _again(tokens, i, nested) if _kind(tokens, i) in ("TOPIC", "OPEN") else None
    if again is not None:
        day.absorb(again[0])
        i = again[1]
        if DATE_PARTS.get(_kind(tokens, i), (0,))[0] > 50 and not day.weekdays:
            day.weekdays = tokens[i].value
            i += 1
    del rank
    if _kind(tokens, i) == "APPROXIMATE":
        day.approximate = True
        i += 1
    return day, i
