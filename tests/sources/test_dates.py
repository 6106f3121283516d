"""Dates in the shapes boards and papers print them."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.dates import KOREA, as_korean_clock, read_date

NOW = datetime(2026, 11, 22, 10, 25, tzinfo=KOREA)


@pytest.mark.parametrize(
    ("shown", "want"),
    [
        ("2026.11.20 14:30:05", "2026-11-20T14:30:05"),
        ("2026.11.20 14:30", "2026-11-20T14:30:00"),
        ("2026. 11. 20. 14:30", "2026-11-20T14:30:00"),
        ("26-11-20 09:10", "2026-11-20T09:10:00"),
        ("작성일 : 98-03-01 23:59", "1998-03-01T23:59:00"),
        ("2013년 07월 18일 (목) 09:12:44", "2013-07-18T09:12:44"),
        ("2026년 11월 20일 오후 3시 5분", "2026-11-20T15:05:00"),
        ("2026/11/20 [14:30]", "2026-11-20T14:30:00"),
        ("2026-11-20 오후 3:05:11", "2026-11-20T15:05:11"),
        ("2026-11-20 오전 12:05", "2026-11-20T00:05:00"),
        ("2026-11-20T14:30:05+09:00", "2026-11-20T14:30:05"),
        ("2026-11-20T05:30:05Z", "2026-11-20T14:30:05"),
        ("2026-11-20T05:30:05.123+0000", "2026-11-20T14:30:05"),
        ("Sun, 22 Nov 2026 08:48:00 +0900", "2026-11-22T08:48:00"),
        ("Sun, 22 Nov 2026 01:05:00 GMT", "2026-11-22T10:05:00"),
        ("Sun, 22 Nov 2026 08:48:00", "2026-11-22T08:48:00"),
        ("Sun, 22 Nov 2026 08:48:00 KST", "2026-11-22T08:48:00"),
        ("20261120143005", "2026-11-20T14:30:05"),
        ("등록 2018-11-29 02:30:01 | 수정 2018-11-30 11:00:00", "2018-11-29T02:30:01"),
    ],
)
def test_whole_dates(shown: str, want: str) -> None:
    when = read_date(shown)
    assert when is not None
    assert when.at.isoformat() == want + "+09:00"
    assert not when.date_only


@pytest.mark.parametrize(
    "shown",
    [
        "2026-11-20",
        "2026.11.20.",
        "2026. 11. 20",
        "2026년 11월 20일",
        "11월 20, 2026",
        "November 20, 2026",
        "20261120",
        "2026.11.20 (금)",
        "2026/11/20",
    ],
)
def test_days_without_a_time_say_so(shown: str) -> None:
    when = read_date(shown)
    assert when is not None
    assert (when.at.isoformat(), when.date_only) == ("2026-11-20T00:00:00+09:00", True)


@pytest.mark.parametrize(
    ("shown", "want", "date_only"),
    [
        ("11-20", "2026-11-20T00:00:00", True),
        ("12-31", "2025-12-31T00:00:00", True),
        ("01.02 13:22", "2026-01-02T13:22:00", False),
        ("09:40", "2026-11-22T09:40:00", False),
        ("13:05", "2026-11-21T13:05:00", False),
        ("오후 3:05", "2026-11-21T15:05:00", False),
        ("어제 13:05", "2026-11-21T13:05:00", False),
        ("오늘", "2026-11-22T00:00:00", True),
        ("45초전", "2026-11-22T10:24:15", False),
        ("2시간 3분전", "2026-11-22T08:22:00", False),
        ("3 시간 전", "2026-11-22T07:25:00", False),
        ("3일 전", "2026-11-19T00:00:00", True),
        ("2주 전", "2026-11-08T00:00:00", True),
        ("방금 전", "2026-11-22T10:25:00", False),
    ],
)
def test_short_dates_count_from_the_fetch(shown: str, want: str, date_only: bool) -> None:
    when = read_date(shown, NOW)
    assert when is not None
    assert (when.at.isoformat(), when.date_only) == (want + "+09:00", date_only)
    assert read_date(shown) is None, "without the moment of the fetch they say nothing"


def test_around_midnight_yesterdays_clock_is_yesterday() -> None:
    just_after = datetime(2026, 11, 22, 0, 5, tzinfo=KOREA)
    when = read_date("23:58", just_after)
    assert when is not None
    assert when.at.isoformat() == "2026-11-21T23:58:00+09:00"


def test_a_year_is_not_guessed_on_the_page_of_a_post() -> None:
    assert read_date("11-20", NOW, guess_year=False) is None
    assert read_date("13:05", NOW, guess_year=False) is not None


@pytest.mark.parametrize(
    "shown", ["", None, "버전 1.2.3", "2026-13-40", "조회 1,254", "010-0000-1234", "25:61", "제12-3호관"]
)
def test_what_is_no_date(shown: str | None) -> None:
    assert read_date(shown) is None


def test_a_mislabelled_clock_keeps_its_numbers() -> None:
    utc = datetime.fromisoformat("2026-11-22T09:20:00+00:00")
    assert as_korean_clock(utc).isoformat() == "2026-11-22T09:20:00+09:00"


SHAPES = [
    "%Y-%m-%d %H:%M:%S",
    "%Y.%m.%d %H:%M:%S",
    "%Y/%m/%d %H:%M:%S",
    "%y-%m-%d %H:%M:%S",
    "%Y년 %m월 %d일 %H:%M:%S",
    "%Y-%m-%dT%H:%M:%S+09:00",
    "%Y%m%d%H%M%S",
]


@given(
    st.datetimes(datetime(1990, 1, 1), datetime(2060, 1, 1)).map(lambda d: d.replace(microsecond=0)),
    st.sampled_from(SHAPES),
    st.sampled_from(["{}", "작성일 {}", "등록 : {} ", "| {} |", "({})"]),
)
def test_planted_dates_are_found(moment: datetime, shape: str, around: str) -> None:
    when = read_date(around.format(moment.strftime(shape)))
    assert when is not None
    assert when.at == moment.replace(tzinfo=KOREA)


@given(st.text(max_size=300))
def test_any_text_is_read_or_passed_over(text: str) -> None:
    when = read_date(text, NOW)
    assert when is None or when.at.utcoffset() == timedelta(hours=9)


@pytest.mark.parametrize(
    ("shown", "want"),
    [
        ("2024년 03월 05일(화) 14시 20분", "2024-03-05T14:20"),
        ("2024-03-05 화요일 오후 02:20:11", "2024-03-05T14:20"),
        ("2024.03.05. 화 14:20", "2024-03-05T14:20"),
        ("2024-03-05(Tue) 14:20", "2024-03-05T14:20"),
        ("2024.03.05-14:20", "2024-03-05T14:20"),
        ("2024.03.05  |  14:20", "2024-03-05T14:20"),
        ("2024.3.5 PM 2:20", "2024-03-05T14:20"),
        ("2024-03-05 02:20 PM", "2024-03-05T14:20"),
        ("2024.03.0514:20", "2024-03-05T14:20"),  # two elements without a space between them
        ("2024-03-05 14:20 210", "2024-03-05T14:20"),  # the views after the time are no seconds
        ("24.03.05. 오후 2:20", "2024-03-05T14:20"),
        ("화, 03/05/2024 - 14:20", "2024-03-05T14:20"),
        ("25/03/2024 14:20", "2024-03-25T14:20"),
        ("’24. 3. 5.", "2024-03-05"),
        ("2024年 3月 5日", "2024-03-05"),
        ("2024·03·05", "2024-03-05"),
        ("5 March 2024", "2024-03-05"),
        ("05 Mar 2024", "2024-03-05"),
        ("2024년 3월 5일 (화) 오전 9시", "2024-03-05T09:00"),
        ("2 hours ago", "2026-11-22T08:25"),
        ("3 days ago", "2026-11-19"),
        ("1주일 전", "2026-11-15"),
        ("0000-00-00 00:00:00", None),
        ("2024.13.40 10:00", None),
        ("전화 055-2024-0305", None),
    ],
)
def test_unusual_shapes(shown: str, want: str | None) -> None:
    when = read_date(shown, NOW)
    assert (None if when is None else when.at.isoformat()[: 10 if when.date_only else 16]) == want
