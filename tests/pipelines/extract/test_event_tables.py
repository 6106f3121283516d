"""Tables and lists of days: numbered sittings, columns, days that go round places; hours of a house are no event."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from pipelines.extract.reading import read
from store.records import Document, Event

PUBLISHED = datetime(2024, 5, 7, 9, 0, tzinfo=ZoneInfo("Asia/Seoul"))  # a Tuesday
Told = list[tuple[str, str]]


def events(text: str, title: str) -> list[Event]:
    found = read(Document("x", "board", title, text, PUBLISHED)).events
    return [event for event in found if event.role == "main"]


def told(text: str, title: str = "들마루협동조합 5월 소식") -> Told:
    return [(e.title, e.start.isoformat()[:16]) for e in events(text, title) if e.start]


TABLE = (
    "■ 관절학교 3기\n다섯 번째 마련하는 자리입니다.\n차수 날짜 무엇을\n"
    "1 5.23 무릎 펴기\n2 5.30 물에서 걷기\n3 6.13 약 먹는 법\n"
)


def test_numbers_in_front_of_the_days_of_a_table_are_no_months() -> None:
    found = told(TABLE + "6월 6일은 현충일이라 건너뜁니다.", "들마루의료사협 소식 12호 (2024년 5월)")
    assert ("관절학교 3기", "2024-05-23") in found
    assert [day for title, day in found if "차" in title] == ["2024-05-23", "2024-05-30", "2024-06-13"]
    assert not [day for _, day in found if day == "2024-06-06"]


def test_a_figure_outside_such_a_table_is_no_day() -> None:
    assert told("작년 값은 5.23 올해 값은 5.30 입니다. 관절학교는 다음에 알립니다.") == []


@pytest.mark.parametrize(
    "hours",
    [
        "■ 진료 시간이 바뀝니다\n요일\n월·수·금\n오전 9시~오후 6시\n요일\n화·목\n오후 1시~저녁 8시",
        "일하는 때\n월~금 9시부터 18시",
    ],
)
def test_opening_hours_are_nobodys_event(hours: str) -> None:
    text = f"{hours}\n\n■ 알림\n5월 18일 토요일 오전 10시 들마루 한마당을 마을회관에서 엽니다."
    assert [day for _, day in told(text)] == ["2024-05-18T10:00"]
