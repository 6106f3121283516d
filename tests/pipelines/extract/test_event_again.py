"""Days without a name: sittings, answers, deeds, lines that begin with their day; in words of our own."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from pipelines.extract.reading import read
from store.records import Document, Event

PUBLISHED = datetime(2024, 5, 7, 9, 0, tzinfo=ZoneInfo("Asia/Seoul"))  # a Tuesday


def events(text: str, title: str = "새길협동조합 소식", channel: str = "news") -> list[Event]:
    return [e for e in read(Document("x", channel, title, text, PUBLISHED)).events if e.role == "main"]


def seen(found: list[Event]) -> list[tuple[str, str]]:
    return [(e.title, str(e.start)[:16]) for e in found]


SITTINGS = {
    "announced by their number, with the hours of both": (
        "새길협동조합은 ‘빈방 둘러보기’도 이틀 잡았다. 15일에는 위뜸과 가운뎃말을, 16일에는 아랫말을 돈다. "
        "두 날 다 오전 10시 새길회관 앞에서 떠난다.",
        [("빈방 둘러보기", "2024-05-15 10:00"), ("빈방 둘러보기", "2024-05-16 10:00")],
    ),
    "a hearing in two places": (
        "새길군이 여는 공청회는 두 차례다. 윗말은 20일 오후 2시 새길회관, 아랫말은 27일 오후 3시 솔밭회관이다.",
        [("공청회", "2024-05-20 14:00"), ("공청회", "2024-05-27 15:00")],
    ),
    "once more with the same contents": (
        "새길협동조합은 5월 15일 오전 10시 새길회관에서 새내기 교육을 한다. 못 오는 사람을 위해 5월 22일 저녁 7시 "
        "같은 내용으로 한 번 더 한다.",
        [("새내기 교육", "2024-05-15 10:00"), ("새내기 교육", "2024-05-22 19:00")],
    ),
    "the subject of the sentence before": (
        "새길협동조합이 강좌를 차렸다. ‘은퇴하고 조합’은 이틀짜리다. 5월 24일과 25일 오전 10시부터 오후 4시까지 "
        "새길회관에서 열린다.",
        [("은퇴하고 조합", "2024-05-24 10:00")],
    ),
    "what is quoted and held": (
        "새길협동조합에 손님이 옵니다. 16일 목요일 저녁 7시 반 사무실에서 ‘배 한 알 이야기 저녁’을 해요.",
        [("배 한 알 이야기 저녁", "2024-05-16 19:30")],
    ),
    "a noun that is all the predicate": (
        "새길협동조합 알림입니다.\n둘, 5월 18일 저녁 6시 터전에서 임시총회요. 꼭 오셔야 해요.",
        [("임시총회", "2024-05-18 18:00")],
    ),
}


@pytest.mark.parametrize("case", SITTINGS.values(), ids=SITTINGS)
def test_days_without_a_name(case: tuple[str, list[tuple[str, str]]]) -> None:
    text, wanted = case
    found = seen(events(text))
    assert [start for _, start in found] == [start for _, start in wanted]
    assert all(title.endswith(name) for (title, _), (name, _) in zip(found, wanted, strict=True)), found


def test_word_sent_on_the_eve_is_no_sitting() -> None:
    text = (
        "새길협동조합은 설명회를 두 차례 마련했다. 먼저 16일 오후 3시에는 화면으로 얼굴을 본다. "
        "주소는 전날 문자로 보낸다. 21일 저녁 7시에는 새길회관 마당에서 듣는다."
    )
    assert [start for _, start in seen(events(text))] == ["2024-05-16 15:00", "2024-05-21 19:00"]


ANSWERS = {
    "the question names it": (
        "새길협동조합에 자주 묻는 것들입니다.\n\nQ. 총회라는 거 꼭 가야 해요?\n"
        "5월 15일 수요일 4시 30분, 시청각실이에요. 이사 다섯 명을 뽑습니다.",
        ("총회", "2024-05-15 16:30"),
    ),
    "the question asks when the text's own is": (
        "새길협동조합이 ‘새길 저녁학교’를 마련했다. 물음을 모아 옮긴다.\n\n- 누가 듣나.\n“누구나 된다.”\n\n"
        "- 날짜가 어떻게 되나.\n“5월 14일에 시작해 6월 6일에 끝난다. "
        "화요일과 목요일, 저녁 7시부터 9시까지 새길회관에서 만난다.”",
        ("새길 저녁학교", "2024-05-14 19:00"),
    ),
    "people chat": (
        "새길협동조합 단톡방입니다.\n\n[솔잎] 근데 어르신 반찬 나르기 언제 시작이랬죠\n"
        "[도토리] 5월 18일부터요. 토요일마다 오전 10시에 사랑방에서 출발해요\n[솔잎] 네\n[도토리] 고마워요",
        ("어르신 반찬 나르기", "2024-05-18 10:00"),
    ),
}


@pytest.mark.parametrize("case", ANSWERS.values(), ids=ANSWERS)
def test_days_told_in_answers(case: tuple[str, tuple[str, str]]) -> None:
    text, wanted = case
    assert wanted in [(e.title.removeprefix("새길협동조합 "), str(e.start)[:16]) for e in events(text, channel="board")]


DEEDS = {
    "a caption": (
        "news",
        "▲ 4일 솔밭마을 비탈밭에서 새길협동조합 조합원들이 햇차를 따고 있다.",
        ("햇차 따기", "2024-05-04"),
    ),
    "a post of those who were there": (
        "board",
        "4일에 조합 텃밭에서 감자 캤습니다. 볕이 좋았어요.",
        ("감자 캐기", "2024-05-04"),
    ),
    "the sign of a ceremony": (
        "board",
        "5월 3일에는 경사가 있었습니다. 새길협동조합이 새 작업장에서 현판을 걸었습니다.",
        ("현판식", "2024-05-03"),
    ),
    "a line that begins with its day": (
        "board",
        "[다녀왔어요]\n5월 4일(토) 솔밭면 배밭 일손 돕기. 조합원 열여덟 명이 함께했습니다.",
        ("솔밭면 배밭 일손 돕기", "2024-05-04"),
    ),
    "an item of minutes": (
        "board",
        "의결사항\n  가. 여름 책학교 개설의 건: 원안 가결. 7월 22일(월)~26일(금) 10:00~12:00, 열다섯 명.",
        ("여름 책학교", "2024-07-22"),
    ),
}


@pytest.mark.parametrize("case", DEEDS.values(), ids=DEEDS)
def test_what_was_done_or_stands_in_front(case: tuple[str, str, tuple[str, str]]) -> None:
    channel, text, wanted = case
    found = events(text, "[포토] 새길협동조합 소식", channel)
    assert wanted in [(e.title.split("협동조합 ")[-1], str(e.start)[:10]) for e in found]


@pytest.mark.parametrize(
    ("channel", "text"),
    [
        ("news", "새길협동조합은 4일 조합원이 딴 햇차를 팔고 있다."),
        ("news", "새길협동조합 조합원들이 지난 4일 감자를 캤다는 소식이다."),
        ("board", "4일 현재 감자가 다 팔렸습니다."),
    ],
)
def test_what_is_no_deed(channel: str, text: str) -> None:
    assert events(text, channel=channel) == []


def test_a_name_in_brackets_before_its_day_is_no_label() -> None:
    text = (
        "새길협동조합이 ‘새길 생각 대회’를 연다.\n\n[특강] 11일(토) 오후 2시 줌. 대회에 나오지 않아도 들을 수 있다.\n"
        "[본선] 6월 8일(토) 오후 1시 새길회관. 관객 없이 치른다."
    )
    assert [start for _, start in seen(events(text))] == ["2024-05-11 14:00", "2024-06-08 13:00"]
