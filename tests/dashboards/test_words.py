"""Korean wording: particles, days, places."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from dashboards import words
from dashboards.site.occurrence import last_moment, repeats

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("word", "pair", "said"),
    [
        ("가온시", "을/를", "가온시를"),
        ("마을기업", "이/가", "마을기업이"),
        ("서울", "으로/로", "서울로"),
        ("부산", "으로/로", "부산으로"),
        ("경기", "으로/로", "경기로"),
        ("제7", "은/는", "제7은"),
        ("2", "이/가", "2가"),
        ("GSEF", "은/는", "GSEF는"),
        ("LH", "은/는", "LH는"),
        ("KDI", "을/를", "KDI를"),
        ("«자활»", "이/가", "«자활»이"),
        ("", "이/가", "가"),
    ],
)
def test_particles_follow_the_last_sound(word: str, pair: str, said: str) -> None:
    assert words.josa(word, pair) == said


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (None, None, "날짜 미정"),
        (date(2026, 11, 24), None, "11월 24일 화요일"),
        (datetime(2026, 11, 24, 15), datetime(2026, 11, 24, 18), "11월 24일 화요일 15:00–18:00"),
        (datetime(2026, 11, 24, 15), None, "11월 24일 화요일 15:00"),
        (date(2026, 12, 3), date(2026, 12, 5), "12월 3일 목요일 – 5일 토요일"),
        (date(2026, 11, 30), date(2026, 12, 2), "11월 30일 월요일 – 12월 2일 수요일"),
        (date(2025, 11, 24), None, "2025년 11월 24일 월요일"),
    ],
)
def test_when_is_said_in_full(start: date | None, end: date | None, said: str) -> None:
    assert words.full_when(start, end, TODAY) == said


def test_midnight_is_the_end_of_the_day_before() -> None:
    assert words.until(datetime(2026, 11, 23, 0, 0), TODAY) == "11월 22일 24:00까지"
    assert words.until(datetime(2026, 11, 22, 18, 0), TODAY) == "11월 22일 18:00까지"
    assert words.closing_day(datetime(2026, 11, 23, 0, 0)) == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("sido", "short"),
    [
        ("강원특별자치도", "강원"),
        ("강원도", "강원"),
        ("충청남도", "충남"),
        ("경상북도", "경북"),
        ("전라남도", "전남"),
        ("전북특별자치도", "전북"),
        ("전라북도", "전북"),
        ("서울특별시", "서울"),
        ("경기도", "경기"),
        ("경기", "경기"),
        ("충남", "충남"),
        ("제주특별자치도", "제주"),
        (None, "전국"),
    ],
)
def test_regions_in_short(sido: str | None, short: str) -> None:
    assert words.short_region(sido) == short


def test_countdown_and_ago() -> None:
    said = [words.countdown(date(2026, 11, day), TODAY) for day in (19, 20, 22)]
    assert said == ["지남", "오늘", "D-2"]
    assert [words.ago(date(2026, 11, day), TODAY) for day in (20, 19, 18)] == ["오늘", "어제", "11월 18일"]


def test_outlets_and_boards() -> None:
    assert words.outlets_words(7, 1) == "매체 6곳 · 게시판 1곳"
    assert words.outlets_words(2, 2) == "게시판 2곳"


def test_every_kind_of_the_catalogue_has_words() -> None:
    from sources.catalogue import KINDS

    assert set(KINDS) <= set(words.LABELS["outlet_kind"])


def test_every_reason_to_turn_a_page_away_has_words() -> None:
    from sources.page import Reason

    unsaid = {str(reason) for reason in Reason} - set(words.LABELS["trouble"]) - {"search", "front", "form"}
    assert not unsaid


def test_a_deadline_beside_its_day_box_does_not_say_the_month_again() -> None:
    assert words.until_beside(datetime(2026, 11, 22, 18, 0)) == "22일 18:00까지"
    assert words.until_beside(datetime(2026, 11, 23, 0, 0)) == "22일 24:00까지"
    assert words.until_beside(date(2026, 11, 23)) == "23일까지"


def test_a_cut_text_says_that_it_was_cut() -> None:
    assert words.cut("가" * 110) == "가" * 110
    assert words.cut("가" * 111) == "가" * 109 + "…"
    assert words.cut("가나 다라마", 4) == "가나…"


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("FREQ=WEEKLY;BYDAY=TH;UNTIL=20261210", "매주 목요일, 12월 10일까지"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=4", "2주마다 화·목, 4회"),
        ("FREQ=MONTHLY;BYDAY=2SA", "매월 둘째 토요일"),
        ("FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270129T150000", "매월 마지막 금요일, 2027년 1월 29일까지"),
        ("FREQ=MONTHLY;BYMONTHDAY=15", "매월 15일"),
        ("FREQ=DAILY", "매일"),
        ("FREQ=YEARLY;BYMONTH=3", "반복"),
        ("FREQ=WEEKLY;UNTIL=99999999", "매주"),
        ("셋째 주마다", "셋째 주마다"),
        (None, "반복"),
    ],
)
def test_a_rule_is_said_as_people_say_it(rule: str | None, said: str) -> None:
    assert repeats(rule, TODAY) == said


def test_the_last_day_of_a_series_does_not_move_with_its_next_time() -> None:
    first, last = datetime(2026, 11, 5, 19), datetime(2026, 12, 10, 21)
    assert last_moment(first, last, datetime(2026, 11, 26, 19)) == last
    assert last_moment(first, datetime(2026, 11, 5, 21), datetime(2026, 11, 26, 19)) == datetime(2026, 11, 26, 21)
    assert last_moment(first, last, datetime(2026, 12, 17, 19)) is None
    assert last_moment(first, date(2026, 12, 10), datetime(2026, 11, 26, 19)) == date(2026, 12, 10)


def test_hours_beside_a_day_box() -> None:
    assert words.hours(datetime(2026, 12, 2, 19), date(2026, 12, 23), TODAY) == "19:00, 23일까지"
    assert words.hours(date(2026, 12, 2), date(2027, 1, 3), TODAY) == "2027년 1월 3일까지"
    assert words.hours(date(2026, 12, 2), None, TODAY) == ""
