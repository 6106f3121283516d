"""Days on which Korean papers and centres work: no weekend, no public holiday (substitute days included)."""

from __future__ import annotations

from datetime import date
from functools import cache

from holidays import country_holidays
from holidays.holiday_base import HolidayBase


@cache
def _holidays() -> HolidayBase:
    return country_holidays("KR", language="ko")


def holiday(day: date) -> str:
    """The name of a public holiday, «주말» on a weekend, empty on a working day."""
    name = _holidays().get(day)
    return str(name) if name else "주말" if day.weekday() >= 5 else ""


def is_public_holiday(day: date) -> bool:
    """A day off that is no mere weekend."""
    return day in _holidays()


def is_working_day(day: date) -> bool:
    return not holiday(day)
