"""Hours told in a sentence of their own behind the day of an event, and hours that are of something else."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from pipelines.extract.reading import read
from store.records import Document, Event

PUBLISHED = datetime(2024, 5, 7, 9, 0, tzinfo=ZoneInfo("Asia/Seoul"))  # a Tuesday
FAIR = "새솔협동조합은 18일과 19일 은빛공원에서 ‘새솔 장터’를 연다."
DAY = "새솔협동조합은 18일 은빛공원에서 ‘새솔 장터’를 연다."


def events(text: str, channel: str = "news") -> list[Event]:
    found = read(Document("x", channel, "새솔협동조합 소식", text, PUBLISHED)).events
    return [e for e in found if e.role == "main"]


def hours(event: Event) -> tuple[str, str | None]:
    return str(event.start)[:16], str(event.end)[:16] if event.end else None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"{DAY} 오전 10시에 펴는데 더위 탓에 오후 2시면 접는다.", ("2024-05-18 10:00", "2024-05-18 14:00")),
        (f"{DAY} 떡과 나물, 손수 짠 바구니를 판다. 장터는 오전 11시에 문을 연다.", ("2024-05-18 11:00", None)),
        (f"{DAY} 해가 드는 아침 일곱 시에 시작해 열한 시면 걷는다.", ("2024-05-18 07:00", "2024-05-18 11:00")),
        (f"{FAIR} 장터는 이틀 모두 오전 10시에 시작해 오후 5시에 닫는다.", ("2024-05-18 10:00", "2024-05-19 17:00")),
        (f"{FAIR} 첫날은 오전 10시에 열어 오후 5시에 닫는다.", ("2024-05-18 10:00", "2024-05-19 17:00")),
        (f"{DAY} 아침 열 시에 문 열고 오후 네 시에 접는다.", ("2024-05-18 10:00", "2024-05-18 16:00")),
        (
            f"{DAY} 오전 11시 풍물패가 길을 열고 오후 5시 대동놀이로 막을 내린다.",
            ("2024-05-18 11:00", "2024-05-18 17:00"),
        ),
        (f"{DAY} 장터는 오전 11시에 문을 연다. 꾸러미는 오후 4시에 나눈다.", ("2024-05-18 11:00", None)),
        # hours of something else
        (f"{DAY} 접수는 오전 9시에 시작한다.", ("2024-05-18", None)),
        (f"{DAY} 버스는 오전 9시에 떠난다.", ("2024-05-18", None)),
        (f"{FAIR} 첫날 오후 2시에는 노래자랑을 한다.", ("2024-05-18", "2024-05-19")),
        (f"{FAIR} 조합은 지난 4일 모임을 열었다. 오전 10시에 시작해 두 시간 걸렸다.", ("2024-05-18", "2024-05-19")),
    ],
)
def test_hours_behind_a_day(text: str, wanted: tuple[str, str | None]) -> None:
    assert hours(next(e for e in events(text) if "장터" in e.title)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # the one hour told of a day is the event's, whatever is done at it
        (f"{DAY} 낮 12시에 솥을 걸어 나물밥을 나눈다.", [("새솔 장터", "2024-05-18 12:00")]),
        (f"{FAIR} 이틀 모두 오전 9시에 앞치마를 나눠 주며 시작한다.", [("새솔 장터", "2024-05-18 09:00")]),
        ("새솔협동조합이 새로 지은 ‘새솔 두부체험관’이 18일 손님을 맞는다. 오후 2시 개관식을 연다.",
         [("새솔 두부체험관 개관식", "2024-05-18 14:00")]),
        # a named part of the day stays beside it
        (f"{DAY} 오후 2시 개막식을 연다.", [("새솔 장터", "2024-05-18"), ("새솔 장터 개막식", "2024-05-18 14:00")]),
        (f"{DAY} 오후 2시 ‘꼬마 사장’을 연다.",
         [("새솔 장터", "2024-05-18"), ("새솔 장터 꼬마 사장", "2024-05-18 14:00")]),
    ],
)  # fmt: skip
def test_the_one_hour_of_a_day(text: str, wanted: list[tuple[str, str]]) -> None:
    assert sorted((e.title, hours(e)[0]) for e in events(text)) == sorted(wanted)


def test_hours_of_all_sittings() -> None:
    text = (
        "새솔협동조합이 교실을 엽니다.\n\n"
        "하나. 5/14(화) 장부 쓰기 교실\n둘. 5/16(목) 세금 교실\n셋. 5/22(수) 총회 준비 교실\n\n"
        "세 번 모두 저녁 7시~9시에 모입니다."
    )
    assert [hours(e) for e in events(text, "board")] == [
        ("2024-05-14 19:00", "2024-05-14 21:00"),
        ("2024-05-16 19:00", "2024-05-16 21:00"),
        ("2024-05-22 19:00", "2024-05-22 21:00"),
    ]


def test_what_they_were_read_from() -> None:
    text = f"{DAY} 오전 10시에 펴서 오후 2시에 접는다."
    (event,) = events(text)
    assert [text[a:b] for a, b in event.evidence["start"]] == ["18일", "오전 10시"]


COURSE = "새솔협동조합의 ‘새솔 살림교실’이 오는 14일 문을 엽니다."


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            f"{COURSE} 6월 4일까지 화요일마다 저녁 7시부터 9시, 은빛도서관 2층에서요.",
            ("2024-05-14 19:00", "2024-06-04 21:00", "FREQ=WEEKLY;BYDAY=TU"),
        ),
        (f"{COURSE} 매주 화요일 저녁 7시에 모입니다.", ("2024-05-14 19:00", None, "FREQ=WEEKLY;BYDAY=TU")),
        # another weekday is another thing; a ceremony does not recur
        (f"{COURSE} 조합 사무실은 매주 월요일 쉽니다.", ("2024-05-14", None, None)),
        (f"{COURSE} 조합은 매주 목요일 저녁 7시에 이사회를 엽니다.", ("2024-05-14", None, None)),
    ],
)
def test_the_rhythm_behind_a_first_day(text: str, wanted: tuple[str, str | None, str | None]) -> None:
    event = next(e for e in events(text, "board") if "살림교실" in e.title)
    assert (*hours(event), event.recurrence) == wanted


def test_opening_hours_of_a_run_are_no_rhythm() -> None:
    (event,) = events(
        "‘새솔 사진전’이 14일부터 31일까지 은빛도서관에서 열린다. 평일 오전 9시부터 오후 6시까지 볼 수 있다."
    )
    assert event.recurrence is None


MINUTES = """새솔협동조합 5월 이사회 회의록
때 : 2024. 5. 2.(목) 19:30~21:10
곳 : 은빛동 사무실

1. 살림 보고
 - 5월 25일(토) 오후 2시 총회. 은빛도서관 강당
2. """


@pytest.mark.parametrize(
    ("text", "day", "wanted"),
    [
        # the hour of the meeting, not of what its agenda speaks of
        (f"{MINUTES}다음 이사회 : 6월 6일(목) 같은 시각, 같은 곳", "2024-06-06", "19:30"),
        (f"{MINUTES}다음 이사회는 6월 6일 목요일, 시간과 자리는 이번과 같음", "2024-06-06", "19:30"),
        # the hour of the day it was put off from
        (
            "새솔협동조합은 11일 오후 3시 은빛공원에서 열려던 ‘새솔 장터’를 25일로 늦춘다. 시각과 자리는 그대로다.",
            "2024-05-25",
            "15:00",
        ),
        # told again
        (
            "새솔협동조합은 ‘새솔 장터’를 11일에서 25일로 늦춘다고 알렸다. 모이는 시각은 그대로 오전 8시다.",
            "2024-05-25",
            "08:00",
        ),
        # only if it rains
        (f"{DAY} 오전 10시에 문을 연다. 비가 오면 25일 같은 시각으로 넘긴다.", "2024-05-18", "10:00"),
    ],
)
def test_the_same_hour(text: str, day: str, wanted: str) -> None:
    assert [str(e.start)[11:16] for e in events(text, "board") if str(e.start).startswith(day)] == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "새솔협동조합은 설명회를 두 번 연다. 22일에는 은빛동 회관, 24일에는 솔내동 회관이고 둘 다 저녁 7시다.",
            ["2024-05-22 19:00", "2024-05-24 19:00"],
        ),
        (
            "새솔협동조합은 건강 강좌를 연다. 22일 ‘무릎 이야기’, 29일 ‘잠 이야기’를 다룬다. 때는 저녁 7시 30분이다.",
            ["2024-05-22 19:30", "2024-05-29 19:30"],
        ),
        # a list below; only of its weekday
        (
            "■ 새솔 살림학교\n네 번 다 목요일 저녁 7시 30분, 은빛동 사랑방에서 합니다.\n차수 날짜 무엇을\n"
            "1 5.16 장부 쓰기\n2 5.23 장보기\n3 6.13 걷기\n4 6.20 쉬는 법",
            ["2024-05-16 19:30", "2024-05-23 19:30", "2024-06-13 19:30", "2024-06-20 19:30"],
        ),
        # hours of an office
        ("22일 은빛동, 24일 솔내동에서 설명회를 연다. 전화는 모두 오전 9시부터 받는다.", ["2024-05-22", "2024-05-24"]),
    ],
)
def test_hours_told_once_for_several_days(text: str, wanted: list[str]) -> None:
    found = [e for e in events(text, "board") if e.rules["title"] != "course"]
    assert [str(e.start)[:16] for e in found] == wanted


def test_hours_of_two_days_are_not_of_a_week() -> None:
    text = (
        "은빛동은 15일부터 17일까지 ‘새솔 이웃 주간’을 연다. 18일과 19일에는 은빛공원에 ‘달빛 장터’가 선다. "
        "이틀 다 오전 11시에 펴서 오후 6시에 걷는다."
    )
    assert {e.title: hours(e) for e in events(text)} == {
        "새솔 이웃 주간": ("2024-05-15", "2024-05-17"),
        "새솔 이웃 주간 달빛 장터": ("2024-05-18 11:00", "2024-05-19 18:00"),
    }


def test_sittings_of_a_weekly_course_have_its_hour() -> None:
    text = (
        "늘품두레협동조합은 5월 8일부터 29일까지 수요일마다 저녁 7시에 ‘두레 살림 학교’를 연다.\n\n"
        "▶1강(8일) 협동조합, 처음 만나기 ▶2강(15일) 정관 쓰기 ▶3강(22일) 장부 보기"
    )
    told = events(text)
    days = {hours(e)[0] for e in told}
    assert {"2024-05-15 19:00", "2024-05-22 19:00"} <= days
    sitting = next(e for e in told if str(e.start).startswith("2024-05-15"))
    words = [text[a:b] for a, b in sitting.evidence["start"]]
    assert words[0] == "15일" and "저녁 7시" in " ".join(words), "its day and, from the sentence above, its hour"


def test_what_else_falls_on_the_day_of_a_market_has_no_hour_of_it() -> None:
    told = events(
        "마을기업 ‘두빛장터’는 매주 토요일 오전 10시 느티나무 밑에서 장을 연다. 오는 18일에는 ‘햇콩 밥상’ 잔치를 연다."
    )
    assert [str(e.start) for e in told if "밥상" in (e.title or "")] == ["2024-05-18"]
