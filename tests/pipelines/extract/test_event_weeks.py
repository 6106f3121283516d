"""Days told by other days, runs told in two fields or sentences, days on which nobody is to come: text → "
"title, start."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from pipelines.extract.reading import read
from store.records import Document, Event

PUBLISHED = datetime(2024, 5, 7, 9, 0, tzinfo=ZoneInfo("Asia/Seoul"))  # a Tuesday


def events(text: str, title: str = "협동조합 소식", channel: str = "board") -> list[Event]:
    kind = "board" if channel == "board" else "news"
    return [e for e in read(Document("x", kind, title, text, PUBLISHED)).events if e.role == "main"]


def seen(found: list[Event]) -> list[tuple[str, str]]:
    return [(e.title, e.start.isoformat()[:16] if e.start else "") for e in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "한들협동조합은 다음 주 화요일 오후 2시 요리교실을 열고, 그 주 토요일 오전 10시에는 한들장터를 엽니다.",
            [("요리교실", "2024-05-14T14:00"), ("한들장터", "2024-05-18T10:00")],
        ),
        (
            "다음 주 한들협동조합 일정입니다. 수요일 오후 3시에 대의원회가 열립니다. 금요일 저녁 7시에는 "
            "마을포럼이 열립니다.",
            [("한들협동조합 대의원회", "2024-05-15T15:00"), ("마을포럼", "2024-05-17T19:00")],
        ),
        ("한들협동조합은 스무이튿날 오전 11시 마당에서 한들장터를 연다.", [("한들장터", "2024-05-22T11:00")]),
        (
            "한들협동조합 정기총회는 6월 8일(토)입니다. 총회 날 오후 2시까지 매장 2층으로 와 주세요.",
            [("한들협동조합 정기총회", "2024-06-08T14:00")],
        ),
        (
            "한들협동조합은 6월 5일 저녁 7시 이사회를 연다. 다음 날인 6일 오전 9시에는 풍물축제를 연다.",
            [("한들협동조합 이사회", "2024-06-05T19:00"), ("풍물축제", "2024-06-06T09:00")],
        ),
    ],
)
def test_days_told_by_other_days(text: str, wanted: list[tuple[str, str]]) -> None:
    assert seen(events(text, channel="news")) == wanted


def test_a_run_and_its_rhythm_in_two_fields_are_one_event() -> None:
    text = "▶ 운영 기간 : 2024년 5월 16일 ~ 6월 27일\n▶ 운영 일시 : 매주 목요일 13:30 - 16:30\n▶ 장소 : 한들마을회관"
    (event,) = events(text, "찾아가는 협동조합 상담소 운영")
    assert event.recurrence is not None
    assert event.start is not None and event.start.isoformat()[:16] == "2024-05-16T13:30"
    assert event.venue == "한들마을회관"


def test_a_table_that_came_as_one_cell_a_line() -> None:
    rows = (
        "1강\n5월 14일(화) 19:00\n협동조합의 이해\n한들도서관 2층\n2강\n5월 21일(화) 19:00\n정관 쓰기\n한들도서관 2층"
    )
    found = events(f"회차\n일시\n주제\n장소\n{rows}", "2024 협동조합 아카데미 안내")
    assert [(t.rpartition("아카데미 ")[2], s) for t, s in seen(found)] == [
        ("1강 협동조합의 이해", "2024-05-14T19:00"),
        ("2강 정관 쓰기", "2024-05-21T19:00"),
    ]
    assert {e.venue for e in found} == {"한들도서관 2층"}


def test_the_day_that_no_longer_holds_lends_no_hours() -> None:
    text = (
        "한들협동조합은 ‘한들 축제’를 6월 15일 오후 1시부터 7시까지 연다. 당초 이달 11일 열 계획이었다. "
        "축제에서는 오후 3시 어린이 벼룩시장이 이어진다."
    )
    assert [s for _, s in seen(events(text, channel="news"))] == ["2024-06-15T13:00", "2024-06-15T15:00"]


@pytest.mark.parametrize(
    "idle",
    [
        "매주 월요일을 빼고 오전 10시부터 오후 6시까지 매장을 운영한다.",
        "합격자는 6월 3일부터 출근한다.",
        "5월 2일에 올린 안내문은 지웠다.",
        "행사 전날 접속 주소를 문자로 보낸다.",
        "지난달 30일 모집은 끝났다. 근무는 주 5일, 09:00~18:00이다.",
    ],
)
def test_days_on_which_nobody_is_to_come(idle: str) -> None:
    text = f"한들협동조합은 18일 오후 3시 시민회관에서 ‘한들 포럼’을 연다. {idle}"
    assert seen(events(text, channel="news")) == [("한들 포럼", "2024-05-18T15:00")]


def test_a_round_up_gives_nobody_the_host_of_another_town() -> None:
    text = (
        "강원 곳곳에서 협동조합 장터가 선다. 원주에서는 18일 ‘치악 장터’가 열린다. "
        "속초시는 20일 시청 광장에서 ‘설악 장터’를 연다."
    )
    first, second = events(text, channel="news")
    assert (first.title, first.hosts) == ("치악 장터", ())
    assert (second.title, second.hosts) == ("설악 장터", ("속초시",))
