"""What the words of a date amount to: `resolve_day` turns a `Day` into the days it covers, best reading first.

One function for each form, in the order they are asked; a form says None when the words are not its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from pipelines.extract.times.nearest import THIS_MONTH, Ledger, bare_days, choose, weekday_near, yearless_days
from pipelines.extract.times.parts import Day
from pipelines.korean import calendar
from pipelines.korean.calendar import Days, add_months, last_day, month_days, valid_day

Covered = tuple[date, date, str]
"""First and last day, and the granularity."""
_DIGITS = re.compile(r"[0-9]+")


def _one(day: date) -> Covered:
    return day, day, "day"


def _year(day: Day, ledger: Ledger) -> int | None:
    """The year the words give, the one the sentence set («작년엔 …»), or None."""
    if day.year is not None:
        return day.year
    if day.year_shift is not None:
        return ledger.ref.year + day.year_shift if ledger.ref else None
    return (
        ledger.year
        if not (ledger.year and ledger.ref and ledger.tense == "future" and ledger.year < ledger.ref.year)
        else None
    )


def _from_publication(day: Day, ledger: Ledger) -> list[Covered] | None:
    """오늘, 모레, 어제."""
    if day.day_shift is None:
        return None
    return [_one(ledger.ref + timedelta(days=day.day_shift))] if ledger.ref else []


def _from_text(day: Day, ledger: Ledger) -> list[Covered] | None:
    """이튿날, 전날, 첫날, 마지막 날: counted from what the text spoke of last."""
    if day.anchor_shift is not None:
        anchor = (ledger.run[1] if ledger.run and day.anchor_shift > 0 else None) or ledger.day
        return [_one(anchor + timedelta(days=day.anchor_shift))] if anchor else []
    if day.run_day is None:
        return None
    months = _months(day, ledger) if day.says("month", "month_shift") else []
    run = month_days(*months[0]) if months else ledger.run
    if run is None:
        return []
    first, last = run
    wanted = last if day.run_day < 0 else first + timedelta(days=day.run_day - 1)
    return [_one(wanted)] if first <= wanted <= last else []


def _after(day: Day, ledger: Ledger) -> list[Covered] | None:
    """사흘 뒤, 2주 전, 2년 전."""
    if day.shift is None:
        return None
    if ledger.ref is None:
        return []
    (number, unit), sign = day.shift[0][0], day.shift[1]
    if unit == "year":
        year = ledger.ref.year + sign * number
        return [(date(year, 1, 1), date(year, 12, 31), "year")] if 1 < year < 9999 else []
    if unit == "month":
        return [_one(add_months(ledger.ref, sign * number))]
    if unit in ("hour", "minute"):
        return []
    return [_one(ledger.ref + timedelta(days=sign * number * (7 if unit == "week" else 1)))]


def splits(written: str) -> list[tuple[int | None, int, int]]:
    """Readings of a date that lost separators, the rest kept: 20155.27 → (2015, 5, 27); 315일 → (3, 15)."""
    groups = _DIGITS.findall(written)
    year: int | None = None
    if len(groups[0]) >= 4 and not written.endswith("일"):
        year, groups = int(groups[0][:4]), [g for g in (groups[0][4:], *groups[1:]) if g]
    if len(groups) == 2:
        cuts = [(groups[0], groups[1])]
    elif len(groups) == 1:
        cuts = [(groups[0][:n], groups[0][n:]) for n in (1, 2) if len(groups[0]) > n]
    else:
        return []
    found = [(int(m), int(d)) for m, d in cuts if len(m) < 3 and len(d) < 3]
    return [(year, m, d) for m, d in found if valid_day(year or 2000, m, d)]


def _broken(day: Day, ledger: Ledger) -> list[Covered] | None:
    """Lost separators; validity, weekday, direction and tense decide between the cuts."""
    if day.written is None:
        return None
    possible: list[date] = []
    for year, month, number in splits(day.written):
        if year or day.year or day.year_shift is not None:
            possible.append(date(year or _year(day, ledger) or 1, month, number))
        elif ledger.ref:
            possible += yearless_days(month, number, ledger)
    ledger.flags.append("broken_date")
    return [_one(d) for d in choose(possible, ledger, day.direction, day.weekdays)]


def _holiday(day: Day, ledger: Ledger) -> list[Covered] | None:
    """추석, 설 연휴, 어린이날."""
    if day.holiday is None:
        return None
    name, _, rest = day.holiday.partition(" ") if day.holiday not in _NAMES else (day.holiday, "", "")
    for ending in ("연휴", "당일", "전날", "다음 날", "다음날", "이튿날"):
        if day.holiday.endswith(ending):
            name, rest = day.holiday.removesuffix(ending).strip(), ending
    year = _year(day, ledger)
    if year is None and ledger.ref is None:
        return []
    years = [year] if year else [ledger.ref.year + n for n in (-1, 0, 1)] if ledger.ref else []
    by_day = {d: y for y in years if (d := calendar.holiday(name, y)) is not None}
    found: list[Covered] = []
    for feast in choose(by_day, ledger, day.direction, day.weekdays):
        run = calendar.holiday_run(name, by_day[feast]) if rest == "연휴" else None
        found.append((*run, "day") if run else _one(feast + timedelta(days=_FROM_FEAST.get(rest, 0))))
    return found


_FROM_FEAST = {"전날": -1, "다음 날": 1, "다음날": 1, "이튿날": 1}
_NAMES = frozenset([*calendar.SOLAR_HOLIDAYS, *calendar.LUNAR_HOLIDAYS])


def _week(day: Day, ledger: Ledger) -> list[Covered] | None:
    """다음 주 화요일, 이번 주말, 지난주."""
    if day.week_shift is None:
        return None
    if ledger.ref is None:
        return []
    monday = ledger.ref - timedelta(days=ledger.ref.weekday()) + timedelta(weeks=day.week_shift)
    if day.weekdays:
        first, last = monday + timedelta(days=day.weekdays[0]), monday + timedelta(days=day.weekdays[-1])
        return [(first, last, "day")]
    if day.day is not None:
        inside = [d for n in range(7) if (d := monday + timedelta(days=n)).day == day.day]
        return [_one(d) for d in inside] or [_one(d) for d in choose(bare_days(day.day, ledger), ledger, None, ())]
    return [(monday, monday + timedelta(days=6), "week")]


def _months(day: Day, ledger: Ledger) -> list[tuple[int, int]]:
    """Year and month, best first."""
    year = _year(day, ledger)
    if day.month is not None:
        if year is not None:
            return [(year, day.month)]
        if ledger.ref is None:
            return []
        middle = [date(ledger.ref.year + n, day.month, 15) for n in (-1, 0, 1)]
        if any((d.year, d.month) == (ledger.ref.year, ledger.ref.month) for d in middle) and not day.direction:
            return [(ledger.ref.year, day.month)]
        return [(d.year, d.month) for d in choose(middle, ledger, day.direction, ())]
    if day.month_shift is not None and ledger.ref is not None:
        moved = add_months(ledger.ref.replace(day=1), day.month_shift)
        return [(moved.year, moved.month)]
    return []


def _lunar(day: Day, ledger: Ledger) -> list[Covered] | None:
    """음력 1월 15일."""
    if not day.lunar or day.month is None or day.day is None:
        return None
    year = _year(day, ledger)
    years = [year] if year else [ledger.ref.year + n for n in (-1, 0, 1)] if ledger.ref else []
    month, number = day.month, day.day
    return [_one(d) for d in choose((calendar.lunar_day(y, month, number) for y in years), ledger, day.direction, ())]


def _day_of_month(day: Day, ledger: Ledger) -> list[Covered] | None:
    """2018년 12월 3일, 이달 7일, 12월 3일, 3일."""
    if day.day is None:
        return None
    number = day.day
    if day.month is None and day.month_shift is None:
        return [_one(d) for d in _bare(day, ledger)]
    if day.month_shift is not None or _year(day, ledger) is not None:
        return [_one(d) for y, m in _months(day, ledger) if (d := valid_day(y, m, number)) is not None]
    if ledger.ref is None or day.month is None:
        return []
    return [_one(d) for d in choose(yearless_days(day.month, number, ledger), ledger, day.direction, day.weekdays)]


def _bare(day: Day, ledger: Ledger) -> list[date]:
    assert day.day is not None
    if ledger.month is not None and not day.direction and (inside := valid_day(*ledger.month, day.day)) is not None:
        return [inside]
    if ledger.ref is None:
        return []
    if ledger.listed is not None and not day.direction and ledger.tense != "past" and day.day >= ledger.listed.day:
        inside = valid_day(ledger.listed.year, ledger.listed.month, day.day)
        if inside is not None:
            return [inside]
    if ledger.run is not None and not day.direction and ledger.tense != "past":
        first, last = ledger.run
        for shift in range(min(62, (last - first).days) + 1):
            if (first + timedelta(days=shift)).day == day.day:
                return [first + timedelta(days=shift)]
    return choose(bare_days(day.day, ledger), ledger, day.direction, day.weekdays, THIS_MONTH)


def _nth(day: Day, ledger: Ledger) -> list[Covered] | None:
    """7월 첫째 주 토요일, 5월 첫 주, 다음 달 둘째 주."""
    if not day.nth:
        return None
    months = _months(day, ledger) or ([ledger.month] if ledger.month else [])
    if not months and ledger.ref:
        months = [(ledger.ref.year, ledger.ref.month)]
    found: list[Covered] = []
    for year, month in months:
        if day.weekdays:
            chosen = calendar.nth_weekday(year, month, day.nth[0], day.weekdays[0])
            length = timedelta(days=day.weekdays[-1] - day.weekdays[0])  # the first weekend
            found += [(chosen, chosen + length, "day")] if chosen else []
        else:
            weeks = calendar.weeks_of_month(year, month, day.nth[0])
            ledger.flags.append("week_numbering")
            if len(weeks) > 1:
                ledger.flags.append("ambiguous_week")
                found.append((weeks[0][0], weeks[1][1], "week"))
            found += [(*week, "week") for week in weeks]
    return found


def _month(day: Day, ledger: Ledger) -> list[Covered] | None:
    """8월 말, 지난달, 2016년 6월."""
    if day.month is None and day.month_shift is None:
        if day.part not in ("early", "middle", "late", "last") or _year(day, ledger) or not ledger.ref:
            return None
        months = [(ledger.ref.year, ledger.ref.month)]
    else:
        months = _months(day, ledger)
    return [_part(y, m, day) for y, m in months]


def _part(year: int, month: int, day: Day) -> Covered:
    if day.part == "last" or (day.part == "late" and day.as_of):
        return _one(last_day(year, month))
    if day.part in ("early", "middle", "late"):
        return (*calendar.part_of_month(year, month, day.part), "part_of_month")
    return (*month_days(year, month), "month")


def _part_of_year(day: Day, ledger: Ledger) -> list[Covered] | None:
    """올 하반기, 내년 봄, 3분기, 연말, 올해 초; without a year the nearest."""
    if day.part is None and day.season is None:
        return None
    year = _year(day, ledger)
    if year is None and ledger.ref is None:
        return []
    ref = ledger.ref or date(year or 1, 1, 1)
    years = [year] if year is not None else [ref.year - 1, ref.year, ref.year + 1]
    spans = [_stretch(y, day) for y in years]
    if day.season == "겨울" and ref.month < 3 and (day.year_shift == 0 or day.direction == 0):
        spans = [_stretch(ref.year - 1, day)]
    if year is None and not day.direction:
        now = [s for s in spans if s[0] <= ref <= s[1]]
        same = [s for s in spans if s[0].year == ref.year]
        spans = now + [s for s in same if s not in now] + [s for s in spans if s not in now and s not in same]
    elif day.direction and year is None:
        ahead = [s for s in spans if (s[0] > ref if day.direction > 0 else s[1] < ref)]
        spans = sorted(ahead, key=lambda s: abs((s[0] - ref).days))
    if day.as_of:
        return [_one(s[1]) for s in spans]
    return spans


def _stretch(year: int, day: Day) -> Covered:
    if day.season is not None:
        return (*calendar.season(year, day.season), "season")
    part = day.part or "whole"
    if part[0] in "HQ" and part[1:].isdigit():
        length = 6 if part[0] == "H" else 3
        first = date(year, (int(part[1]) - 1) * length + 1, 1)
        last = add_months(first, length) - timedelta(days=1)
        return first, last, "half_year" if length == 6 else "quarter"
    months = {"december": (12, 12), "late": (12, 12), "start": (1, 1), "early": (1, 1), "middle": (6, 6)}.get(
        part, (1, 12)
    )
    return date(year, months[0], 1), last_day(year, months[1]), "month" if months != (1, 12) else "year"


def _whole_year(day: Day, ledger: Ledger) -> list[Covered] | None:
    year = _year(day, ledger)
    if day.year is None and day.year_shift is None:
        return None
    return [(date(year, 1, 1), date(year, 12, 31), "year")] if year else []


def _weekday(day: Day, ledger: Ledger) -> list[Covered] | None:
    """오는 토요일, 지난 주말, 수요일."""
    if not day.weekdays:
        return None
    if ledger.ref is None:
        return []
    if len(day.weekdays) > 1 and day.direction == 0:
        monday = ledger.ref - timedelta(days=ledger.ref.weekday())
        return [(monday + timedelta(days=day.weekdays[0]), monday + timedelta(days=day.weekdays[-1]), "day")]
    if not day.direction and ledger.day is not None and [ledger.day.weekday()] == [*day.weekdays]:
        return [_one(ledger.day)]  # «11일이에요. 또 월요일!»
    length = timedelta(days=day.weekdays[-1] - day.weekdays[0])
    if day.direction == 0:
        monday = ledger.ref - timedelta(days=ledger.ref.weekday())
        return [_one(monday + timedelta(days=day.weekdays[0]))]
    return [(d, d + length, "day") for d in weekday_near(day.weekdays[0], ledger, day.direction)]


FORMS: tuple[Callable[[Day, Ledger], list[Covered] | None], ...] = (
    _from_publication, _from_text, _after, _broken, _holiday, _lunar, _week, _day_of_month, _nth, _month,
    _part_of_year, _whole_year, _weekday,
)  # fmt: skip


def resolve_day(day: Day, ledger: Ledger) -> list[Covered]:
    """The days the words cover, best reading first; empty when they stay open."""
    for form in FORMS:
        found = form(day, ledger)
        if found is not None:
            break
    else:
        found = []
    single = found and found[0][0] == found[0][1]
    if single and len(day.weekdays) == 1 and not day.nth and found[0][0].weekday() != day.weekdays[0]:
        ledger.flags.append("wrong_weekday")
    return found


__all__ = ["Covered", "Days", "resolve_day", "splits"]
