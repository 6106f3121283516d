"""Several days told together: a course that recurs, or an event for each day."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from pipelines.extract.events.days.several import rhythm, told_apart
from pipelines.extract.reading import read
from store.records import Document, Event

PUBLISHED = datetime(2024, 5, 7, 9, 0, tzinfo=ZoneInfo("Asia/Seoul"))  # a Tuesday


def events(text: str, title: str = "새솔협동조합 소식", channel: str = "board") -> list[Event]:
    return [e for e in read(Document("x", channel, title, text, PUBLISHED)).events if e.role == "main"]


def shown(event: Event) -> tuple[str, str, str | None, str | None]:
    return event.title, str(event.start)[:16], str(event.end)[:16] if event.end else None, event.recurrence


@pytest.mark.parametrize(
    ("days", "rule"),
    [
        ("2024-05-14 2024-05-21 2024-05-28", "FREQ=WEEKLY;BYDAY=TU;COUNT=3"),
        ("2024-05-14 2024-05-16 2024-05-21 2024-05-23", "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4"),
        ("2024-05-14 2024-05-21", None),  # two may be any two
        ("2024-05-14 2024-05-16 2024-05-21", None),  # no week is like the other
        ("2024-05-14 2024-05-21 2024-06-04", None),  # a week is left out
        ("2024-05-14 2024-05-28 2024-06-11", None),  # every other week: no rhythm that a count alone tells
        ("2024-05-13 2024-05-14 2024-05-15", None),  # days on end
    ],
)
def test_a_rhythm_is_the_same_weekdays_week_after_week(days: str, rule: str | None) -> None:
    assert rhythm([date.fromisoformat(day) for day in days.split()]) == rule


@given(
    st.dates(date(2017, 1, 1), date(2026, 12, 31)),
    st.sets(st.integers(0, 6), min_size=1, max_size=3),
    st.integers(2, 10),
)
def test_a_rule_tells_the_days_it_was_made_of(first: date, weekdays: set[int], weeks: int) -> None:
    monday = first - timedelta(days=first.weekday())
    days = [monday + timedelta(days=7 * week + day) for week in range(weeks) for day in sorted(weekdays)]
    rule = rhythm(days)
    if rule is None:
        assert len(days) < 3
        return
    noon = datetime(days[0].year, days[0].month, days[0].day, 12)
    assert [moment.date() for moment in rrulestr(rule, dtstart=noon)] == days


@pytest.mark.parametrize("title", ["새솔 토요장터", "마당 음악회", "골목 영화 상영회"])
def test_what_one_goes_to_once_is_one_for_each_day(title: str) -> None:
    days = [date(2024, 5, 18), date(2024, 5, 25), date(2024, 6, 1)]
    assert [told.title for told in told_apart(title, days, days[0], None)] == [f"{title} {n}회" for n in (1, 2, 3)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "새솔 살림 교실\n일시: 5월 14일, 21일, 28일 (화) 오후 2시~4시\n장소: 은빛도서관 2층\n신청: 5월 10일까지",
            ("새솔 살림 교실", "2024-05-14 14:00", "2024-05-28 16:00", "FREQ=WEEKLY;BYDAY=TU;COUNT=3"),
        ),
        (
            "새솔협동조합은 14일, 21일, 28일 화요일 저녁 7시부터 두 시간씩 ‘새솔 살림 교실’을 연다.",
            ("새솔 살림 교실", "2024-05-14 19:00", "2024-05-28 21:00", "FREQ=WEEKLY;BYDAY=TU;COUNT=3"),
        ),
        (
            "📣 새솔 살림 교실\n🗓 5/14·16·21·23 (화·목) 저녁 7시~9시\n📍 은빛도서관 2층",
            ("새솔 살림 교실", "2024-05-14 19:00", "2024-05-23 21:00", "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4"),
        ),
    ],
    ids=["a field", "prose with a length", "two weekdays"],
)
def test_a_course_is_one_event_to_its_last_hour(text: str, wanted: tuple[str, str, str, str]) -> None:
    assert [shown(e) for e in events(text)] == [wanted]


def test_days_without_a_rhythm_are_an_event_each() -> None:
    found = events("새솔협동조합은 14일과 16일, 22일 오후 2시 은빛도서관에서 ‘새솔 설명회’를 연다.", channel="news")
    assert [str(e.start)[:10] for e in found] == ["2024-05-14", "2024-05-16", "2024-05-22"]
    assert all(e.recurrence is None for e in found)
