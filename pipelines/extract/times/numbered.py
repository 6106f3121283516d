"""The lines of a course's table, «3 10.10 걷기» under «차수 날짜 무엇을», read as if a dot stood behind the day.

A month and a day with one dot and no weekday are a figure elsewhere («정원 9.19», «판본 10.10»); here the head of the
column says what they are, and the lines are numbered.
"""

from __future__ import annotations

import re

from pipelines.extract.times.calendars import Calendar
from pipelines.korean.calendar import valid_day

_HEAD = re.compile(
    r"(?m)^\W{0,3}(?:차시|회차|강|주차|차수|회|순서|번호|순)[ ]?[|\t ][ ]?"
    r"(?:일정|일자|날짜|일시|교육일|날|언제)(?=[\s|])"
)
_LINE = re.compile(
    r"(?m)^\W{0,3}(?P<number>[0-9]{1,2})(?:차시|회차|강|주차|차|회)?[ ]?[|\t ][ ]?"
    r"(?P<month>[0-9]{1,2})[.](?P<day>[0-9]{1,2})(?=[ |\t])"
)
_LEAST, _MOST = 2, 40
"""Lines of a table."""
_REACH = 2_000
"""Characters below the head."""
_LEAP = 2024
"""A year that has every day."""


def numbered_table_in(text: str) -> Calendar | None:
    """The text with the dots put in; None where it has no such table."""
    head = _HEAD.search(text)
    if head is None:
        return None
    rows = [m for m, _ in zip(_LINE.finditer(text, head.end(), head.end() + _REACH), range(_MOST), strict=False)]
    numbers = [int(m["number"]) for m in rows]
    days = [valid_day(_LEAP, int(m["month"]), int(m["day"])) for m in rows]
    if len(rows) < _LEAST or None in days or numbers != sorted(set(numbers)) or numbers[0] != 1:
        return None
    ends = [m.end("day") for m in rows]
    parts = [text[a:b] for a, b in zip([0, *ends], [*ends, len(text)], strict=True)]
    return Calendar(".".join(parts), tuple(at + number for number, at in enumerate(ends)))
