"""Numerals as words, digits with 만 and 억, and the calendar's rules."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.korean import calendar
from pipelines.korean.numerals import NATIVE_TENS, SMALL_UNITS, amount, native, sino

ONES = ["", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉"]
SINO_ONES = "일이삼사오육칠팔구"


@given(st.integers(1, 99))
def test_native_numbers_read_back(number: int) -> None:
    tens, ones = divmod(number, 10)
    ten = {v: k for k, v in NATIVE_TENS.items() if k != "스무"}.get(tens * 10, "")
    assert native(ten + ONES[ones]) == number


@given(st.integers(1, 9999))
def test_sino_numbers_read_back(number: int) -> None:
    words, left = "", number
    for unit in ("천", "백", "십"):
        digit, left = divmod(left, SMALL_UNITS[unit])
        words += (SINO_ONES[digit - 1] if digit > 1 else "") + unit if digit else ""
    words += SINO_ONES[left - 1] if left else ""
    assert sino(words) == number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4만3400", 43400),
        ("2억4천만", 240_000_000),
        ("73조244억", 73_024_400_000_000),
        ("1,700", 1700),
        ("2만 5천", 25000),
        ("7.6", 7.6),
    ],
)
def test_amounts_are_read_from_digits_and_words(text: str, value: float) -> None:
    assert amount(text) == value


@pytest.mark.parametrize("text", ["", "협동", "만", "명", "1.2.3", "원 3"])
def test_no_amounts(text: str) -> None:
    assert amount(text) is None
    assert native("협동조합") is None and sino("") is None


def test_weeks_and_weekdays_of_a_month() -> None:
    assert calendar.nth_weekday(2024, 6, 2, 5) == date(2024, 6, 8)
    assert calendar.nth_weekday(2024, 6, -1, 5) == date(2024, 6, 29)
    assert calendar.nth_weekday(2024, 6, 5, 0) is None
    assert calendar.weeks_of_month(2024, 5, 1) == ((date(2024, 4, 29), date(2024, 5, 5)),)
    assert len(calendar.weeks_of_month(2021, 1, 2)) == 2


def test_lunar_days_and_holidays() -> None:
    assert calendar.holiday("추석", 2025) == date(2025, 10, 6)
    assert calendar.holiday_run("설", 2024) == (date(2024, 2, 9), date(2024, 2, 11))
    assert calendar.lunar_day(2025, 1, 15) == date(2025, 2, 12)
    assert calendar.holiday("생일", 2024) is None


def test_fuzzy_parts() -> None:
    assert calendar.part_of_month(2024, 2, "late") == (date(2024, 2, 21), date(2024, 2, 29))
    assert calendar.season(2024, "겨울") == (date(2024, 12, 1), date(2025, 2, 28))
    assert calendar.add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
