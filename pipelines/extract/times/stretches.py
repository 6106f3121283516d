"""Forms longer than a day: weeks of a month, months and their parts, parts of a year, whole years."""

from __future__ import annotations

from datetime import date, timedelta

from pipelines.extract.times.nearest import Ledger, choose
from pipelines.extract.times.parts import Day
from pipelines.korean import calendar
from pipelines.korean.calendar import add_months, last_day, month_days

Covered = tuple[date, date, str]
"""First and last day, and the granularity."""


def one_day(day: date) -> Covered:
    return day, day, "day"


def year_of(day: Day, ledger: Ledger) -> int | None:
    """The year the words give, the one the sentence set («작년엔 …»), or None."""
    if day.year is not None:
        return day.year
    if day.year_shift is not None:
        return ledger.ref.year + day.year_shift if ledger.ref else None
    if day.anchor_year is not None:
        return ledger.dated.year + day.anchor_year if ledger.dated else None
    return (
        ledger.year
        if not (ledger.year and ledger.ref and ledger.tense == "future" and ledger.year < ledger.ref.year)
        else None
    )


def months_of(day: Day, ledger: Ledger) -> list[tuple[int, int]]:
    """Year and month, best first."""
    year = year_of(day, ledger)
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


def nth_week(day: Day, ledger: Ledger) -> list[Covered] | None:
    """7월 첫째 주 토요일, 5월 첫 주, 다음 달 둘째 주."""
    if not day.nth:
        return None
    months = months_of(day, ledger) or ([ledger.month] if ledger.month else [])
    if not months and ledger.ref:
        months = [(ledger.ref.year, ledger.ref.month)]
    found: list[Covered] = []
    for year, month in months:
        if day.weekdays and len(day.nth) > 1:
            found += _each_nth(year, month, day, ledger)
        elif day.weekdays:
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


def _each_nth(year: int, month: int, day: Day, ledger: Ledger) -> list[Covered]:
    """«3월 둘째·넷째 토요일»: from the first of them to the last, the members in a flag."""
    days = sorted(d for n in day.nth if (d := calendar.nth_weekday(year, month, n, day.weekdays[0])))
    ledger.flags.append("members=" + "+".join(d.isoformat() for d in days))
    return [(days[0], days[-1], "day")] if days else []


def whole_month(day: Day, ledger: Ledger) -> list[Covered] | None:
    """8월 말, 지난달, 2016년 6월."""
    if day.month is None and day.month_shift is None:
        if day.part not in ("early", "middle", "late", "last") or year_of(day, ledger) or not ledger.ref:
            return None
        months = [(ledger.ref.year, ledger.ref.month)]
    else:
        months = months_of(day, ledger)
    return [_part(y, m, day) for y, m in months]


def _part(year: int, month: int, day: Day) -> Covered:
    if day.part == "last" or (day.part == "late" and day.as_of):
        return one_day(last_day(year, month))
    if day.part in ("early", "middle", "late"):
        return (*calendar.part_of_month(year, month, day.part), "part_of_month")
    return (*month_days(year, month), "month")


def part_of_year(day: Day, ledger: Ledger) -> list[Covered] | None:
    """올 하반기, 내년 봄, 3분기, 연말, 올해 초; without a year the nearest."""
    if day.quarter_shift is not None:
        return [_quarter_near(ledger.ref, day)] if ledger.ref else []
    if day.part is None and day.season is None:
        return None
    year = year_of(day, ledger)
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
        return [one_day(s[1]) for s in spans]
    return spans


def _quarter_near(ref: date, day: Day) -> Covered:
    """이번 분기, 다음 분기 말: quarters counted from the one of the publication."""
    moved = add_months(ref.replace(day=1), 3 * (day.quarter_shift or 0))
    return _edge((*_quarter(moved.year, (moved.month - 1) // 3), "quarter"), day.edge)


def _quarter(year: int, number: int) -> tuple[date, date]:
    first = date(year, number * 3 + 1, 1)
    return first, add_months(first, 3) - timedelta(days=1)


def _edge(stretch: Covered, edge: str | None) -> Covered:
    """«2분기 말» is its last month, as «연말» is December (guideline §10)."""
    if edge == "late":
        return (*month_days(stretch[1].year, stretch[1].month), "month")
    if edge == "early":
        return (*month_days(stretch[0].year, stretch[0].month), "month")
    return stretch


def _stretch(year: int, day: Day) -> Covered:
    if day.season is not None:
        return (*calendar.season(year, day.season), "season")
    part = day.part or "whole"
    if part == "school":
        return date(year, 3, 1), last_day(year + 1, 2), "year"
    if part[0] in "HQ" and part[1:].isdigit():
        length = 6 if part[0] == "H" else 3
        first = date(year, (int(part[1]) - 1) * length + 1, 1)
        last = add_months(first, length) - timedelta(days=1)
        return _edge((first, last, "half_year" if length == 6 else "quarter"), day.edge)
    months = {"december": (12, 12), "late": (12, 12), "start": (1, 1), "early": (1, 1), "middle": (6, 6)}.get(
        part, (1, 12)
    )
    return date(year, months[0], 1), last_day(year, months[1]), "month" if months != (1, 12) else "year"


def whole_year(day: Day, ledger: Ledger) -> list[Covered] | None:
    year = year_of(day, ledger)
    if day.year is None and day.year_shift is None:
        return None
    return [(date(year, 1, 1), date(year, 12, 31), "year")] if year else []
