"""What the words of a date amount to: `resolve_day` turns a `Day` into the days it covers, best reading first.

One function for each form, in the order they are asked; a form says None when the words are not its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from itertools import islice

from pipelines.extract.times.bare import against_tense, bare
from pipelines.extract.times.nearest import Ledger, bare_days, choose, weekday_near, yearless_days
from pipelines.extract.times.parts import Day
from pipelines.extract.times.stretches import (
    Covered,
    months_of,
    nth_week,
    one_day,
    part_of_year,
    whole_month,
    whole_year,
    year_of,
)
from pipelines.korean import calendar
from pipelines.korean.calendar import add_months, month_days, valid_day

_DIGITS = re.compile(r"[0-9]+")
FIGURE_REACH = 200
"""Days from the publication within which a weekday makes «411(목)» a date; farther off it fits by chance."""
BESIDE_FEAST = timedelta(days=10)
"""«협동조합의 날인 6일»: a feast on another day than the calendar has it, within so many."""


def _from_publication(day: Day, ledger: Ledger) -> list[Covered] | None:
    """오늘, 모레, 어제."""
    if day.day_shift is None:
        return None
    return [one_day(ledger.ref + timedelta(days=day.day_shift))] if ledger.ref else []


def _from_text(day: Day, ledger: Ledger) -> list[Covered] | None:
    """이튿날, 전날, 첫날, 마지막 날: counted from what the text spoke of last."""
    if day.anchor_shift is not None:
        anchor = ledger.day and ledger.day + timedelta(days=day.anchor_shift)
        if anchor and ledger.ref and day.anchor_shift < 0 and ledger.here is None and against_tense(anchor, ledger):
            anchor = ledger.ref + timedelta(days=day.anchor_shift)  # «21일 밝혔다. 두 곳은 전날 긴급회의를 열어»
        if anchor and len(day.weekdays) == 1 and anchor.weekday() != day.weekdays[0]:
            told = (d + timedelta(days=day.anchor_shift) for d in ledger.days.values())
            anchor = next((d for d in sorted(told, reverse=True) if d.weekday() == day.weekdays[0]), anchor)
        return [one_day(anchor)] if anchor else []
    if day.run_day is None:
        return None
    months = months_of(day, ledger) if day.says("month", "month_shift") else []
    run = month_days(*months[0]) if months else ledger.run
    if run is None:
        return []
    wanted = _nth_of_run(day.run_day, run, () if months else ledger.rhythm)
    return [one_day(wanted)] if wanted is not None else []


def _nth_of_run(number: int, run: tuple[date, date], rhythm: tuple[int, ...]) -> date | None:
    """«둘째 날»: of a course on Thursdays the second Thursday."""
    first, last = run
    if number < 0:
        return last
    length = (last - first).days if rhythm else min((last - first).days, number - 1)
    days = (first + timedelta(days=n) for n in range(length + 1))
    return next(islice((d for d in days if not rhythm or d.weekday() in rhythm), number - 1, None), None)


def _after(day: Day, ledger: Ledger) -> list[Covered] | None:
    """사흘 뒤, 2주 전, 2년 전."""
    if day.shift is None:
        return None
    ref = ledger.day if day.from_text or _behind_a_day(day, ledger) else ledger.ref
    if ref is None:
        return []
    (number, unit), sign = day.shift[0][0], day.shift[1]
    if unit == "year":
        year = ref.year + sign * number
        return [(date(year, 1, 1), date(year, 12, 31), "year")] if 1 < year < 9999 else []
    if unit == "month":
        return [one_day(add_months(ref, sign * number))]
    if unit in ("hour", "minute"):
        return []  # `resolve` knows the clock
    return [one_day(ref + timedelta(days=sign * number * (7 if unit == "week" else 1)))]


def _behind_a_day(day: Day, ledger: Ledger) -> bool:
    """«9일 오후 2시에는 고현동에서, 이틀 뒤 오전 10시에는 장승포동에서»: counted from the day told just before."""
    assert day.shift is not None
    ahead = ledger.ref is not None and ledger.day is not None and ledger.day >= ledger.ref
    return ahead and ledger.here is not None and day.shift[0][0][1] in ("day", "week") and day.shift[1] > 0


def splits(written: str) -> list[tuple[int | None, int, int]]:
    """Readings of a date that lost separators, the rest kept: 20155.27 → (2015, 5, 27); 315일 → (3, 15)."""
    groups = _DIGITS.findall(written)
    year: int | None = None
    if len(groups[0]) >= 4 and written[:2] in ("19", "20") and not written.endswith("일"):
        year, groups = int(groups[0][:4]), [g for g in (groups[0][4:], *groups[1:]) if g]
    if len(groups) == 2:
        cuts = [(groups[0], groups[1])]
    elif len(groups) == 1:
        cuts = [(groups[0][:n], groups[0][n:]) for n in (1, 2) if len(groups[0]) > n]
    else:
        return []
    found = [(int(m), int(d)) for m, d in cuts if len(m) < 3 and len(d) < 3]
    return [(year, m, d) for m, d in found if valid_day(year or 2000, m, d)]


def is_bare_figure(day: Day) -> bool:
    """«411(목)», «1203(화)»: nothing but a weekday that fits says that this is a date."""
    return day.written is not None and len(day.written) <= 4 and day.written.isdigit()


def _broken(day: Day, ledger: Ledger) -> list[Covered] | None:
    """Lost separators; validity, weekday, direction and tense decide between the cuts."""
    if day.written is None:
        return None
    possible: list[date] = []
    for year, month, number in splits(day.written):
        if year or day.year or day.year_shift is not None:
            possible.append(date(year or year_of(day, ledger) or 1, month, number))
        elif ledger.ref:
            possible += yearless_days(month, number, ledger.ref.year)
    if is_bare_figure(day) and ledger.ref:
        near = timedelta(days=FIGURE_REACH)
        possible = [d for d in possible if d.weekday() in day.weekdays and abs(d - ledger.ref) <= near]
    ledger.flags.append("broken_date")
    return [one_day(d) for d in choose(possible, ledger, day.direction, day.weekdays)]


def _holiday(day: Day, ledger: Ledger) -> list[Covered] | None:
    """추석, 설 연휴, 어린이날."""
    if day.holiday is None:
        return None
    name, _, rest = day.holiday.partition(" ") if day.holiday not in _NAMES else (day.holiday, "", "")
    for ending in ("연휴", "당일", "전날", "다음 날", "다음날", "이튿날"):
        if day.holiday.endswith(ending):
            name, rest = day.holiday.removesuffix(ending).strip(), ending
    name = _SPACED.get(name.replace(" ", ""), name)
    year = year_of(day, ledger)
    if year is None and ledger.ref is None:
        return []
    years = [year] if year else [ledger.ref.year + n for n in (-1, 0, 1)] if ledger.ref else []
    by_day = {d: y for y in years if (d := calendar.holiday(name, y)) is not None}
    found: list[Covered] = []
    for feast in choose(by_day, ledger, day.direction, day.weekdays):
        if day.day is not None and feast.day != day.day and not rest:  # the number wins, near the feast
            near = min(bare_days(day.day, feast), key=lambda d: abs(d - feast))
            feast = near if abs(near - feast) <= BESIDE_FEAST else feast
        run = calendar.holiday_run(name, by_day[feast]) if rest == "연휴" else None
        found.append((*run, "day") if run else one_day(feast + timedelta(days=_FROM_FEAST.get(rest, 0))))
    return found


_FROM_FEAST = {"전날": -1, "다음 날": 1, "다음날": 1, "이튿날": 1}
_NAMES = frozenset(
    [*calendar.SOLAR_HOLIDAYS, *calendar.LUNAR_HOLIDAYS, *calendar.SOLAR_TERMS, *calendar.WEEKDAY_HOLIDAYS]
)
_SPACED = {name.replace(" ", ""): name for name in _NAMES}
"""부처님오신날 → 부처님 오신 날."""


def _week(day: Day, ledger: Ledger) -> list[Covered] | None:
    """다음 주 화요일, 이번 주말, 지난주."""
    if day.week_shift is None and day.anchor_week is None:
        return None
    if ledger.ref is None:
        return []
    from_text = day.anchor_week is not None and ledger.day is not None  # «다음 주 화요일 …, 그 주 토요일»
    since = ledger.day if from_text and ledger.day is not None else ledger.ref
    monday = since - timedelta(days=since.weekday()) + timedelta(weeks=day.week_shift or day.anchor_week or 0)
    if day.weekdays:
        first, last = monday + timedelta(days=day.weekdays[0]), monday + timedelta(days=day.weekdays[-1])
        if day.day in (None, first.day):
            return [(first, last, "day")]  # else «개관 다음 주 월요일인 19일»: the week is counted from another day
    if day.day is not None:
        inside = [d for n in range(7) if (d := monday + timedelta(days=n)).day == day.day]
        return [one_day(d) for d in inside] or [
            one_day(d) for d in choose(bare_days(day.day, ledger.ref), ledger, None, ())
        ]
    return [(monday, monday + timedelta(days=6), "week")]


def _lunar(day: Day, ledger: Ledger) -> list[Covered] | None:
    """음력 1월 15일."""
    if not day.lunar or day.month is None or day.day is None:
        return None
    year = year_of(day, ledger)
    years = [year] if year else [ledger.ref.year + n for n in (-1, 0, 1)] if ledger.ref else []
    month, number = day.month, day.day
    return [
        one_day(d) for d in choose((calendar.lunar_day(y, month, number) for y in years), ledger, day.direction, ())
    ]


def _day_of_month(day: Day, ledger: Ledger) -> list[Covered] | None:
    """2018년 12월 3일, 이달 7일, 12월 3일, 3일."""
    if day.day is None:
        return None
    number = day.day
    if day.month is None and day.month_shift is None:
        return [one_day(d) for d in bare(day, ledger)]
    if day.month_shift is not None or year_of(day, ledger) is not None:
        return [one_day(d) for y, m in months_of(day, ledger) if (d := valid_day(y, m, number)) is not None]
    if ledger.ref is None or day.month is None:
        return []
    possible = yearless_days(day.month, number, ledger.ref.year)
    return [one_day(d) for d in choose(possible, ledger, day.direction, day.weekdays)]


def _weekday_of_run(day: Day, ledger: Ledger) -> date | None:
    """«10월 11일(금)부터 13일(일)까지 … 닫는 날인 일요일 오후 2시»: the one day of the run that is a Sunday."""
    if ledger.run is None or day.direction is not None or len(day.weekdays) != 1 or ledger.tense == "past":
        return None
    first, last = ledger.run
    found = first + timedelta(days=(day.weekdays[0] - first.weekday()) % 7)
    return found if found <= last < first + timedelta(days=7) else None


def _weekday(day: Day, ledger: Ledger) -> list[Covered] | None:
    """오는 토요일, 지난 주말, 수요일."""
    if not day.weekdays:
        return None
    if ledger.ref is None:
        return []
    if len(day.weekdays) > 1 and day.direction == 0:
        monday = ledger.ref - timedelta(days=ledger.ref.weekday())
        return [(monday + timedelta(days=day.weekdays[0]), monday + timedelta(days=day.weekdays[-1]), "day")]
    if day.direction is None and ledger.day is not None and [ledger.day.weekday()] == [*day.weekdays]:
        return [one_day(ledger.day)]  # «11일이에요. 또 월요일!»
    if (inside := _weekday_of_run(day, ledger)) is not None:
        return [one_day(inside)]
    length = timedelta(days=day.weekdays[-1] - day.weekdays[0])
    if day.direction is None and ledger.week is not None:
        first = ledger.week + timedelta(days=day.weekdays[0])
        if first >= ledger.ref or ledger.tense != "future":
            return [(first, first + length, "day")]
    if day.direction == 0:
        monday = ledger.ref - timedelta(days=ledger.ref.weekday())
        return [one_day(monday + timedelta(days=day.weekdays[0]))]
    return [(d, d + length, "day") for d in weekday_near(day.weekdays[0], ledger, day.direction)]


FORMS: tuple[Callable[[Day, Ledger], list[Covered] | None], ...] = (
    _from_publication, _from_text, _after, _broken, _holiday, _lunar, _week, _day_of_month, nth_week, whole_month,
    part_of_year, whole_year, _weekday,
)  # fmt: skip


_SAID_OTHERWISE = (
    "lunar",
    "week_shift",
    "anchor_week",
    "holiday",
    "shift",
    "day_shift",
    "anchor_shift",
    "run_day",
    "written",
)
"""With one of these a day of the month is not asked for first; most dates are, and need no other form."""


def resolve_day(day: Day, ledger: Ledger) -> list[Covered]:
    """The days the words cover, best reading first; empty when they stay open."""
    for form in (_day_of_month,) if day.day is not None and not day.says(*_SAID_OTHERWISE) else FORMS:
        found = form(day, ledger)
        if found is not None:
            break
    else:
        found = []
    single = found and found[0][0] == found[0][1]
    if single and len(day.weekdays) == 1 and not day.nth and found[0][0].weekday() != day.weekdays[0]:
        ledger.flags.append("wrong_weekday")
    return found


__all__ = ["Covered", "is_bare_figure", "resolve_day", "splits"]
