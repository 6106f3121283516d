"""When to come back, how long to wait: pure decisions."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from pipelines.crawl import manners
from pipelines.crawl.response import Failure, Response
from sources.catalogue import Source

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def source(**oddities: str) -> Source:
    return Source("s", "신문", "local_newspaper", "서울", "unknown", "news", oddities=oddities)


def answer(**headers: str) -> Response:
    return Response("u", "u", NOW, 503, tuple((k.replace("_", "-"), v) for k, v in headers.items()))


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("120", 120),
        ("0", 0),
        ("Mon, 23 Nov 2026 06:05:00 GMT", 300),
        ("Mon, 23 Nov 2026 05:00:00 GMT", 0),
        ("99999999", 7 * 86400),
        ("Fri, 31 Dec 2027 23:59:59 GMT", 7 * 86400),
    ],
)
def test_retry_after(said: str, seconds: int) -> None:
    assert manners.retry_after(answer(Retry_After=said), NOW) == NOW + timedelta(seconds=seconds)


@pytest.mark.parametrize("said", ["", "soon", "-5", "1.5", "²", "9" * 400, "Mon, 99 Foo 2026"])
def test_a_retry_after_nobody_can_read(said: str) -> None:
    assert manners.retry_after(answer(Retry_After=said), NOW) is None


def test_a_busy_outlet_is_asked_often_and_a_quiet_one_seldom() -> None:
    busy = [NOW - timedelta(minutes=20 * n) for n in range(20)]
    twice_a_week = [NOW - timedelta(days=3.5 * n) for n in range(6)]
    assert manners.next_due(busy, NOW, None, 5) == NOW + manners.SOONEST
    assert manners.next_due(twice_a_week, NOW, None, 1) == NOW + manners.LATEST


def test_a_copied_post_with_an_old_date_hardly_slows_the_rhythm() -> None:
    daily = [NOW - timedelta(days=n) for n in range(20)]
    assert manners.next_due([*daily, NOW - timedelta(days=4000)], NOW, None, 1) == manners.next_due(daily, NOW, None, 1)


def test_without_dates_the_wait_doubles_in_silence_and_halves_with_news() -> None:
    assert manners.next_due([], NOW, None, 0) == NOW + manners.FIRST_GUESS
    assert manners.next_due([], NOW, 4 * HOUR, 0) == NOW + 8 * HOUR
    assert manners.next_due([], NOW, 4 * HOUR, 3) == NOW + 2 * HOUR
    assert manners.next_due([], NOW, 20 * HOUR, 0) == NOW + manners.LATEST
    assert manners.next_due([], NOW, timedelta(), 3) == NOW + manners.SOONEST


def test_dates_in_the_future_are_no_rhythm() -> None:
    assert manners.rhythm([NOW + HOUR, NOW + 2 * HOUR], NOW) is None


def test_failures_back_off_up_to_a_week() -> None:
    waits = [manners.due_after_failure(n, NOW, None) - NOW for n in (0, 1, 2, 5, 50)]
    assert waits == sorted(waits)
    assert waits[0] == manners.SOONEST
    assert waits[-1] == manners.LONGEST_PENALTY
    assert manners.due_after_failure(0, NOW, NOW + 9 * HOUR) == NOW + 9 * HOUR


def test_failures_weigh_by_how_hopeless_they_are() -> None:
    weights = [
        manners.weight(Response("u", "u", NOW, 200)),
        manners.weight(Response("u", "u", NOW, failure=Failure.TIMEOUT)),
        manners.weight(Response("u", "u", NOW, 500)),
        manners.weight(Response("u", "u", NOW, 404)),
    ]
    assert weights == [0, 0.25, 0.5, 1]


def test_the_pace_never_falls_under_a_second() -> None:
    assert manners.pace(0.2, None) == 1
    assert manners.pace(5, 2) == 5
    assert manners.pace(5, 30) == 30
    assert manners.pace(0, None, least=0) == 0


@pytest.mark.parametrize(
    ("said", "hour", "open_"),
    [
        ("01:00-06:00", 3, True),
        ("01:00-06:00", 7, False),
        ("22:00-05:00", 23, True),
        ("22:00-05:00", 4, True),
        ("22:00~05:00", 12, False),
        ("", 12, True),
        ("at night", 12, True),
        ("01:00-06:99", 12, True),
    ],
)
def test_night_hours(said: str, hour: int, open_: bool) -> None:
    now = datetime(2026, 11, 23, hour, 30, tzinfo=manners.SEOUL)
    hours = manners.hours_of(source(hours=said))
    assert (hours is None or hours.open_at(now)) is open_
    if hours is not None:
        assert hours.open_at(hours.next_opening(now))
        assert timedelta() < hours.next_opening(now) - now <= timedelta(days=1)


def test_tls_is_strict_unless_the_entry_says_otherwise() -> None:
    assert manners.tls_of(source()) == "strict"
    assert manners.tls_of(source(tls="old")) == "old"
    assert manners.tls_of(source(tls="whatever")) == "strict"
