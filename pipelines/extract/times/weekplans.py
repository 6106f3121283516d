"""A week's plan, line by line under its weekdays: «화 — 10~12시 …», «수 23  오후 2시 …», read as if the day stood
there.

Seen in letters of centres and the booking lists of shared kitchens. What is open every week is written alike («월
10:00~18:00»), so words of one week must stand above («이번 주 예약표»), and most lines must go on in words.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

from pipelines.extract.times.calendars import Calendar
from pipelines.extract.times.nearest import bare_days
from pipelines.korean.calendar import WEEKDAYS

_ROW = re.compile(
    r"\n[ \t]{0,4}(?P<weekday>[월화수목금토일])(?:요일)?"
    r"(?:[ ]{0,2}(?P<sign>[—–\-:|│┃])[ ]{0,2}|[ ]{1,3}(?=[0-9]{1,2}(?:[:시]|[~-][0-9]))"
    r"|[ ](?P<day>[0-9]{1,2})(?=[ ]{1,3}[^ 0-9:~시]))"
)
_LEAST = 3
"""Lines of different weekdays."""
ABOVE = 400
"""Characters above the first line in which its week must be told."""
_WEEK = re.compile(
    r"(?P<next>다음[ ]?주|담[ ]?주|내주|차주)|(?P<last>지난[ ]?주|저번[ ]?주)"
    r"|이번[ ]?주|금주|한[ ]주|주간[ ](?:소식|일정|계획)|[1-5]주차"
)
_EVERY_WEEK = re.compile(r"매주|상시|(?:운영|이용|진료|영업|상담|개방)[ ]?시간|시간표")
_WORDS = re.compile(r"[^\n]{0,30}?[가-힣]{2}(?<!까지)(?<!부터)")


def week_plan_in(text: str, ref: date | None) -> Calendar | None:
    """The text with the days of its week put in; None where it has no such plan."""
    if ref is None or _ROW.search(text) is None:
        return None
    rows = list(_ROW.finditer(text))
    numbers = [WEEKDAYS[row["weekday"]] for row in rows]
    if len(set(numbers)) < _LEAST or numbers != sorted(numbers) or not _goes_on(text, rows):
        return None
    monday = _monday(text, rows, ref)
    return _with_days(text, rows, monday) if monday is not None else None


def _goes_on(text: str, rows: list[re.Match[str]]) -> bool:
    """Most lines have words behind the hours, and are of one list."""
    worded = sum(1 for row in rows if _WORDS.match(text, row.end()))
    near = all(b.start() - a.end() < ABOVE for a, b in pairwise(rows))
    return near and 2 * worded > len(rows)


def _monday(text: str, rows: list[re.Match[str]], ref: date) -> date | None:
    """Of the week that is planned: by the numbers beside the weekdays, or by the words above."""
    told = [(WEEKDAYS[row["weekday"]], int(row["day"])) for row in rows if row["day"]]
    if told:
        mondays = {_numbered(weekday, day, ref) for weekday, day in told}
        return mondays.pop() if len(mondays) == 1 else None
    above = text[max(0, rows[0].start() - ABOVE) : rows[0].start()]
    weeks = list(_WEEK.finditer(above))
    plans = [week for week in weeks if week.lastgroup != "last"]
    if not plans or _EVERY_WEEK.search(above[-60:]):
        return None
    here = ref - timedelta(days=ref.weekday())
    if plans[-1].lastgroup == "next":
        return here + timedelta(weeks=1)
    return here + timedelta(weeks=ref.weekday() > 4)  # at its end «이번 주» is the week to come


def _numbered(weekday: int, day: int, ref: date) -> date | None:
    """«수 23»: Monday of the nearest week that has such a day."""
    fits = [d for d in bare_days(day, ref) if d.weekday() == weekday]
    nearest = min(fits, key=lambda d: abs(d - ref), default=None)
    return nearest - timedelta(days=weekday) if nearest is not None else None


def _with_days(text: str, rows: list[re.Match[str]], monday: date) -> Calendar:
    """«화 — 10시» → «6월 23일(화)   10시», «수 23  …» → «수 9월 23일(수)  …»; `put`: where a character was put in."""
    parts: list[str] = []
    put: list[int] = []
    done = length = 0
    for row in rows:
        day = monday + timedelta(days=WEEKDAYS[row["weekday"]])
        for piece, added in _pieces(text, row, done, day):
            length += len(piece)
            put += range(length, length + len(added))
            length += len(added)
            parts += [piece, added]
        done = row.end()
    return Calendar("".join((*parts, text[done:])), tuple(put))


def _pieces(text: str, row: re.Match[str], done: int, day: date) -> tuple[tuple[str, str], ...]:
    """What stands there up to the end of the row's head, each piece with what is put in behind it."""
    if row["day"]:
        at = row.start("day")
        return (text[done:at], f"{day.month}월 "), (text[at : row.end()], f"일({row['weekday']})")
    at = row.start("weekday")
    signs = re.sub(r"\S", " ", text[at + 1 : row.end()])
    return (text[done:at], f"{day.month}월 {day.day}일("), (row["weekday"], ")"), (signs, "")
