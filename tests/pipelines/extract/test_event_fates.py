"""Whose a last day is: of a call of its own, of an event told beside it, of neither; and days that are nobody's."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from weight_choices import CLASSES, _fates_of, _use_of

from pipelines.extract.boilerplate import split_lines
from pipelines.extract.events.assemble import set_out
from pipelines.extract.events.calls import deadlines
from pipelines.extract.events.calls.deadlines import Fate
from pipelines.extract.events.names.candidates import candidates
from pipelines.extract.events.scene import Scene
from pipelines.extract.reading import read
from pipelines.extract.times import find_times
from pipelines.korean.loglinear import weights
from store.records import Document, Event, When

PUBLISHED = datetime(2024, 5, 7, 9, 0, tzinfo=ZoneInfo("Asia/Seoul"))  # a Tuesday
MARKET = "한들협동조합은 25일 오전 10시 한들공원에서 ‘한들 나눔장터’를 연다."


def events(text: str, title: str = "한들 나눔장터 25일 열려", kind: str = "news") -> list[Event]:
    return [e for e in read(Document("x", kind, title, text, PUBLISHED)).events if e.role == "main"]


def last_days(found: list[Event]) -> dict[str, str]:
    return {e.title: str(e.application_deadline)[:10] for e in found if e.application_deadline is not None}


def test_a_call_beside_an_event_is_an_event_of_its_own() -> None:
    found = events(f"{MARKET}\n\n협동조합은 매장에서 일할 ‘청년 일경험’ 참여자 모집도 17일 오후 6시에 마감한다.")
    assert last_days(found) == {"청년 일경험 참여자 모집": "2024-05-17"}


def test_who_helps_at_an_event_applies_for_that() -> None:
    found = events(f"{MARKET}\n\n장터를 거들 자원활동가도 17일까지 받는다.")
    assert [(day, "자원활동가" in title) for title, day in last_days(found).items()] == [("2024-05-17", True)]


@pytest.mark.parametrize(
    ("seeks", "called"),
    [
        ("협동조합은 또 매장에서 일할 주민 네 명을 17일까지 모집한다.", "매장에서 일할 주민 모집"),
        (
            "가을 강좌를 함께 꾸릴 기획단을 찾습니다. 관심 있는 분은 17일까지 이름을 남겨 주세요.",
            "가을 강좌를 함께 꾸릴 기획단 모집",
        ),
    ],
)
def test_who_is_sought_for_a_task(seeks: str, called: str) -> None:
    assert last_days(events(f"{MARKET}\n\n{seeks}")) == {called: "2024-05-17"}


def test_who_is_to_come_is_sought_for_the_event() -> None:
    found = last_days(events(f"{MARKET} 함께할 가게 열 곳을 17일까지 모집한다."))
    assert list(found.values()) == ["2024-05-17"]


def test_who_cannot_come_applies_for_nothing() -> None:
    text = f"{MARKET} 물건을 팔기로 하고 못 나오게 된 가족은 17일까지 전화하면 자릿값을 돌려준다."
    assert last_days(events(text)) == {}


@pytest.mark.parametrize(
    "asks", ["신청은 17일까지 받는다.", "관심 있는 이웃은 17일까지 전화하면 된다.", "17일까지 예약해야 한다."]
)
def test_what_asks_in_so_many_words_is_never_left(asks: str) -> None:
    found = events(f"{MARKET} {asks}")
    assert [day for title, day in last_days(found).items() if "나눔장터" in title] == ["2024-05-17"]


@pytest.mark.parametrize(
    ("use", "fate", "asked", "left"),
    [
        ("deadline", Fate(0.1, 0.1, 0.8), True, False),
        ("deadline", Fate(0.1, 0.1, 0.8), False, True),
        ("deadline", Fate(0.3, 0.3, 0.4), False, False),
        ("limit", Fate(0.3, 0.3, 0.4), True, True),
        ("limit", Fate(0.1, 0.8, 0.1), False, False),
    ],
)
def test_when_a_last_day_is_left_alone(use: str, fate: Fate, asked: bool, left: bool) -> None:
    assert fate.is_neither(use, asked=asked) is left


def test_the_table_has_the_classes_of_its_room() -> None:
    assert CLASSES["deadlines"] == deadlines.CLASSES
    assert weights("extract", "deadlines").classes == len(deadlines.CLASSES)


WINDOW = {"role": "main", "start": "2024-05-10", "end": "2024-05-24", "application_deadline": "2024-05-24"}
ATTENDED = {"role": "main", "start": "2024-06-01", "end": None, "application_deadline": "2024-05-24"}


@pytest.mark.parametrize(
    ("told", "fates"),
    [
        ([WINDOW], {"own"}),
        ([{**WINDOW, "start": None, "end": None}], {"own"}),
        ([ATTENDED], {"join"}),
        ([WINDOW, ATTENDED], {"own", "join"}),
        ([{**ATTENDED, "application_deadline": None}], {"none"}),
    ],
)
def test_what_a_last_day_is_annotated_as(told: list[dict[str, object]], fates: set[str]) -> None:
    assert _fates_of(told, "2024-05-24") == fates


def test_the_window_of_a_call_is_no_day_of_an_event() -> None:
    """The keys of the guideline: a call has no `application_start`, its window stands in `start` and `end`."""
    (when,) = find_times("5월 10일~24일", PUBLISHED)
    window = {**WINDOW, "evidence": {"start": [list(when.span)]}}
    attended = {**ATTENDED, "start": "2024-05-10", "evidence": {"start": [list(when.span)]}}
    assert _use_of([window], when) == "apply"
    assert _use_of([attended], when) == "event"


@pytest.mark.parametrize(
    ("title", "called"),
    [
        ("새 반찬가게 이름을 지어 주세요", "새 반찬가게 이름 공모"),
        ("우리 조합 그림을 그려 주세요!", "우리 조합 그림 공모"),
    ],
)
def test_what_is_asked_to_be_made_is_a_contest(title: str, called: str) -> None:
    text = "한들협동조합이 묻습니다.\n\n받는 기간 : 5월 8일 ~ 5월 24일\n내는 곳 : 한들매장 계산대"
    assert [e.title for e in events(text, title, "board")] == [called]


def test_a_clause_that_says_who_must_come_is_no_name() -> None:
    text = (
        "2024년 한들 마을기업 육성사업 참여단체 모집\n\n신청기간 : 2024. 5. 13.(월) ~ 5. 24.(금)\n"
        "먼저 들어야 하는 교육 : 2024. 5. 17.(금) 14:00 한들시청 3층 회의실\n"
    )
    told = events(text, "2024년 한들 마을기업 육성사업 참여단체 모집", "board")
    found = [e.title for e in told if str(e.start).startswith("2024-05-17")]
    assert len(found) == 1 and "먼저" not in found[0] and found[0].endswith("교육")


def test_a_day_that_was_only_spoken_of_is_nobodys() -> None:
    text = f"{MARKET} 한들협동조합 이사장은 지난 3월 2일 총회에서 뽑혔다고 7일 전했다."
    assert {str(e.start)[:10] for e in events(text)} == {"2024-05-25"}


def test_what_is_not_put_off_keeps_its_day() -> None:
    text = (
        "한들협동조합은 12일 ‘한들 나눔장터’를 19일로 미룬다고 7일 알렸다. "
        "반면 20일로 잡혔던 ‘한들 밥상모임’은 실내여서 미루지 않는다."
    )
    found = {e.title: (str(e.start)[:10], e.status) for e in events(text, "한들 나눔장터 한 주 미뤄")}
    assert found["한들 나눔장터"] == ("2024-05-19", "postponed")
    assert found["한들 밥상모임"] == ("2024-05-20", "scheduled")


def test_a_caption_that_says_who_was_designated_is_about_them() -> None:
    text = (
        "▲ 5일 한들면 옛 분교에서 열린 마을학교 개교 잔치. 잔치를 연 한들영농조합법인은 2018년 마을기업으로 지정됐다."
    )
    assert read(Document("x", "news", "[포토] 박 터졌네", text, PUBLISHED)).relevant


def test_a_council_introduced_with_its_short_name_is_no_meeting() -> None:
    text = "한들시사회적경제연대회의(이하 연대회의)는 20일 한들시청에서 ‘협동의 날’ 기념식을 연다고 7일 밝혔다."
    found = [e.title for e in events(text, "한들시 사회적경제 연대회의 20일 기념식")]
    assert len(found) == 1 and "연대회" not in found[0]


@pytest.mark.parametrize("name", ["별빛 마을", "책 읽는 가을", "골목 노을"])
def test_a_name_may_end_like_an_object(name: str) -> None:
    scene, when = laid_out(f"한들협동조합 이야기\n\n5월 20일 오전 10시 ‘{name}’에 들르세요.")
    assert name in [c.title for c in candidates(scene, scene.sentences[-1], when)]


@pytest.mark.parametrize("words", ["이웃이면 아무나 가도 되나.", "빵은 누가 굽나요?", "더위에 쉬었던 장을"])
def test_a_sentence_is_no_name(words: str) -> None:
    text = f"한들협동조합 이야기\n\n{words} 5월 20일 오전 10시 ‘빵 굽는 날’에 들르세요."
    scene, when = laid_out(text)
    titles = [c.title for c in candidates(scene, scene.sentences[-1], when)]
    assert "빵 굽는 날" in titles and words.rstrip(".?") not in [t.rstrip(".?") for t in titles]


def laid_out(text: str) -> tuple[Scene, When]:
    document = Document("x", "board", "한들 소식", text, PUBLISHED)
    lines = split_lines(text, "")
    times = find_times(text, PUBLISHED)
    return set_out(document, lines, times, (), None)[0], times[0]


@pytest.mark.parametrize(
    "words",
    [
        "[한들] [오전 9:12] 이번 잔치 몇 시까지 가면 돼요?",
        "5월 20일부터 22일까지는 잔치 준비로 가게를 닫아요.",
        "20(월) 부처님오신날 지나고 매장 쉽니다",
    ],
    ids=["when a chat was written", "a shop shuts", "a shop rests"],
)
def test_when_nobody_comes_is_no_event(words: str) -> None:
    assert {str(e.start)[:10] for e in events(f"{MARKET}\n\n{words}\n")} == {"2024-05-25"}


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("매월 둘째·넷째 토요일 오전 10시 한들텃밭에서 ‘흙손 모임’을 합니다. 첫 모임은 6월 8일입니다.", "2024-06-08"),
        ("수요일마다 오전 10시 ‘흙손 모임’을 합니다. 한 달 쉬었고 5월 22일부터 다시 시작합니다.", "2024-05-22"),
    ],
    ids=["the first one", "begins again"],
)
def test_what_repeats_begins_with_its_first_day(words: str, day: str) -> None:
    found = [e for e in events(f"{MARKET}\n\n{words}\n") if "흙손" in e.title]
    assert [(str(e.start)[:10], e.status) for e in found] == [(day, "recurring")]


def test_hours_of_every_day_are_no_event_of_today() -> None:
    text = f"{MARKET}\n\n문은 날마다 오전 10시에 열어 오후 6시에 닫으며 입장료는 없다.\n"
    assert {str(e.start)[:10] for e in events(text)} == {"2024-05-25"}
