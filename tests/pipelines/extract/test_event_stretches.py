"""A first day and a last one told by two verbs are one stretch; days that are nobody's: in words of our own."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from pipelines.extract.reading import read
from store.records import Document, Event

PUBLISHED = datetime(2024, 5, 7, 9, 0, tzinfo=ZoneInfo("Asia/Seoul"))  # a Tuesday


def events(text: str, title: str = "새길협동조합 소식", channel: str = "news") -> list[Event]:
    return [e for e in read(Document("x", channel, title, text, PUBLISHED)).events if e.role == "main"]


def stretch(event: Event) -> tuple[str, str, str]:
    last = event.application_deadline or event.end
    return event.title, str(event.start)[:10], last.isoformat()[:16] if last else ""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "새길협동조합은 이사 후보를 찾는다.\n\n■ 이사 후보 등록\n등록은 5월 20일 월요일에 시작해 27일 월요일 "
            "오후 6시에 마칩니다. 추천서를 사무국에 내시면 됩니다.",
            ("이사 후보 등록", "2024-05-20", "2024-05-27T18:00"),
        ),
        (
            "새길협동조합은 마을극장에서 ‘새길 그림전’을 연다. 전시회는 오는 20일 막을 올려 6월 2일에 막을 내린다.",
            ("새길 그림전", "2024-05-20", "2024-06-02"),
        ),
    ],
)
def test_a_stretch_told_by_two_verbs(text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in [stretch(event) for event in events(text)]


def test_another_verb_is_no_end() -> None:
    text = "새길협동조합은 14일 새길장터를 열고 18일 정기총회를 치른다."
    assert [stretch(e)[:2] for e in events(text)] == [
        ("새길장터", "2024-05-14"),
        ("새길협동조합 정기총회", "2024-05-18"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "문의 031-000-8843 (점심시간 12~13시 제외)",
        "첫날은 빵을 굽고, 마지막 날은 모의 총회를 해 봅니다.",
        "첫날 교재비를 냅니다.",
    ],
)
def test_what_a_course_does_and_lunch_are_no_events(words: str) -> None:
    text = f"‘새길 제빵교실’을 5월 14일부터 6월 4일까지 화요일마다 저녁 7시에 마을회관에서 엽니다. {words}"
    assert [(e.title, str(e.start)[:16]) for e in events(text, channel="board")] == [
        ("새길 제빵교실", "2024-05-14 19:00")
    ]


def test_the_day_a_letter_is_dated_is_no_event() -> None:
    text = "◎ 새길 소식지 41호 ◎ 2024년 5월 7일\n\n새길협동조합은 5월 18일(토) 오후 2시 마을회관에서 새길장터를 엽니다."
    assert [e.title for e in events(text, "[새길 소식지 41호] 오월에 만나요", "board")] == ["새길장터"]


def test_a_talk_that_was_prepared_lies_ahead() -> None:
    (talk,) = events("새길협동조합은 새 사람을 찾는다. 궁금한 사람을 위한 설명회는 3일 오후 4시 화상회의로 마련됐다.")
    assert str(talk.start)[:16] == "2024-06-03 16:00"


def test_a_day_told_before_as_past_stays() -> None:
    text = (
        "‘새길 한마당’이 지난 3일과 4일 광장에서 펼쳐졌다. 새길협동조합이 이끌었다.\n\n"
        "막을 올리기에 앞서 3일 오후 3시 소극장에서는 ‘섬에서 일하기’ 토론회가 마련됐다."
    )
    assert {str(e.start)[:10] for e in events(text)} == {"2024-05-03"}


def test_what_comes_again_keeps_the_hours_told_behind_its_place() -> None:
    text = "새길협동조합 소식\n· 반짝장터 ― 6월 한 달은 목요일마다 새길매장 앞에서 오후 3시~5시."
    (market,) = events(text, channel="board")
    assert (str(market.start)[:16], market.recurrence) == ("2024-06-06 15:00", "FREQ=WEEKLY;BYDAY=TH;UNTIL=20240630")


def test_a_question_when_is_no_name() -> None:
    text = (
        "새길협동조합이 ‘여름 누에캠프’를 연다.\n\nQ. 언제 모여 언제 헤어지나.\nA. 6월 7일 금요일 오후 2시에 짐을 푼다."
    )
    assert all("언제" not in e.title for e in events(text))


def test_what_falls_on_another_weekday_is_no_part_of_what_is_weekly() -> None:
    text = (
        "새길협동조합 소식\n\n"
        "① 어깨 체조교실 | 5월 14일부터 6월 25일까지 화요일마다 오전 10시 | 2층\n"
        "② 이웃 이야기방 | 5월 23일(목) 저녁 7시 | 마을회관"
    )
    assert [(e.title, e.parent) for e in events(text, channel="board")] == [
        ("어깨 체조교실", None),
        ("이웃 이야기방", None),
    ]
