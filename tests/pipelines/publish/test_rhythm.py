"""What two days should bring: papers rest on weekends and holidays, and a source that broke is still seen."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from pipelines.korean.working_days import is_working_day
from pipelines.publish.check import FEW, PLENTY, SCARCE
from pipelines.publish.rhythm import expected_new

BEGAN = date(2026, 7, 6)
DAYS = [BEGAN + timedelta(days=n) for n in range(140)]  # 광복절, 추석, 개천절 and 한글날 fall into them
MIDWEEK = [day for day in DAYS[28:] if day.weekday() in (2, 3, 4) and is_working_day(day)]


def resting(day: date) -> int:
    """Seen in the morning of a day is what the day before brought: 22 on a working day, 2 on a day of rest."""
    return 22 if is_working_day(day - timedelta(days=1)) else 2


SEEN = {day: resting(day) for day in DAYS} | {BEGAN: 5_000}


def brought(day: date, seen: dict[date, int]) -> int:
    return seen.get(day, 0) + seen.get(day - timedelta(days=1), 0)


@pytest.mark.parametrize("day", DAYS[21:], ids=str)
def test_days_of_rest_hold_no_digest_back(day: date) -> None:
    expected = expected_new(SEEN, BEGAN, day)
    assert expected is not None
    assert brought(day, SEEN) >= SCARCE * expected


def test_an_ordinary_week_is_not_even_remarked_on() -> None:
    week = DAYS[49:56]
    assert all(is_working_day(day) or day.weekday() >= 5 for day in week), "no holiday in it"
    for day in week:
        expected = expected_new(SEEN, BEGAN, day)
        assert expected is not None and FEW * expected <= brought(day, SEEN) <= PLENTY * expected


@pytest.mark.parametrize("day", MIDWEEK, ids=str)
def test_a_crawl_that_brings_nothing_is_seen_on_every_working_day(day: date) -> None:
    dead = {seen: count for seen, count in SEEN.items() if seen < day - timedelta(days=1)}
    expected = expected_new(dead, BEGAN, day)
    assert expected is not None and expected > 0 and brought(day, dead) < SCARCE * expected


def test_the_first_days_promise_nothing() -> None:
    assert [expected_new(SEEN, BEGAN, day) for day in DAYS[:8]] == [None] * 8
    assert expected_new({}, BEGAN, BEGAN) is None


def test_what_had_piled_up_before_the_first_day_is_nobodys_rhythm() -> None:
    assert expected_new(SEEN, BEGAN, BEGAN + timedelta(days=9)) == brought(BEGAN + timedelta(days=2), SEEN)
