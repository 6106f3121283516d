"""Events that are called off, put off or brought forward: told in sentences, lists and tables."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from pipelines.extract.events.days.changes import change_in
from pipelines.extract.reading import read
from store.records import Document, Event

PUBLISHED = datetime(2024, 5, 7, 9, 0, tzinfo=ZoneInfo("Asia/Seoul"))  # a Tuesday
LETTER = "한들협동조합 조합원님, 오월 소식입니다.\n\n25일 오전 10시 한들공원에서 ‘한들 나눔장터’를 엽니다.\n\n"


def events(text: str, title: str = "한들협동조합 오월 소식", kind: str = "board") -> list[Event]:
    return [e for e in read(Document("x", kind, title, text, PUBLISHED)).events if e.role == "main"]


def told(text: str, title: str = "한들협동조합 오월 소식") -> dict[str, tuple[str | None, str]]:
    return {e.title: (str(e.start)[:10] if e.start else None, e.status) for e in events(text, title)}


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("집들이는 하지 않습니다", "cancelled"),
        ("잔치를 열지 않기로 했다", "cancelled"),
        ("산행은 없던 일로 합니다", "cancelled"),
        ("견학은 취소되었습니다", "cancelled"),
        ("→ 취소", "cancelled"),
        ("장터 / 열지 않음", "cancelled"),
        ("모임을 접습니다", "cancelled"),
        ("강좌는 미룸", "postponed"),
        ("총회를 늦춥니다", "postponed"),
        ("장터가 밀렸다", "postponed"),
        ("견학은 미루었고", "postponed"),
        ("개강을 앞당긴다", "earlier"),
    ],
)
def test_verbs_of_change(words: str, state: str) -> None:
    change = change_in(words, 0, len(words))
    assert change is not None and change.state == state


@pytest.mark.parametrize(
    "words",
    [
        "총회는 미루지 않는다",
        "취소하자는 말도 나왔지만",
        "하루 미뤘다는 소문은",
        "종이접기 교실을 엽니다",
        "일을 서두르지 마세요",
    ],
)
def test_what_is_no_change(words: str) -> None:
    assert change_in(words, 0, len(words)) is None


@pytest.mark.parametrize(
    ("clause", "name", "outcome"),
    [
        ("18일에 가려던 감자밭 나들이는 비 소식이 있어 하지 않습니다.", "감자밭 나들이", ("2024-05-18", "cancelled")),
        ("18일 오후 3시에 열려던 ‘흙 묻은 손’을 접습니다.", "흙 묻은 손", ("2024-05-18", "cancelled")),
        ("18일 떠나려던 갯벌 기행은 가지 않기로 함.", "갯벌 기행", ("2024-05-18", "cancelled")),
        ("18일로 잡혔던 ‘달빛 배움터’는 미뤄졌습니다.", "달빛 배움터", (None, "postponed")),
        ("선진지 견학은 농번기라 미루기로 했습니다.", "선진지 견학", (None, "postponed")),
        ("18일(토) 새내기 한마당은 일단 미룹니다.", "새내기 한마당", (None, "postponed")),
    ],
)
def test_each_clause_says_what_becomes_of_its_event(clause: str, name: str, outcome: tuple[str | None, str]) -> None:
    found = told(LETTER + clause)
    assert [what for title, what in found.items() if title.endswith(name)] == [outcome]
    assert found["한들 나눔장터"] == ("2024-05-25", "scheduled")


def test_a_table_of_changes() -> None:
    text = (
        "한들협동조합은 비 소식에 모이는 일정을 이렇게 바꿉니다.\n\n"
        "① 한들협동조합 정기총회 / 5월 16일(목) 19시 / 미룸 (날짜는 다시 알림)\n"
        "② 한들 골목장 / 5월 18일(토) / 열지 않음\n"
        "③ 한들 집담회 / 5월 21일(화) 19시 / 그대로\n"
    )
    outcomes = {title.split()[-1]: outcome for title, outcome in told(text).items()}
    assert outcomes["정기총회"] == (None, "postponed")
    assert outcomes["골목장"] == ("2024-05-18", "cancelled")
    assert outcomes["집담회"] == ("2024-05-21", "scheduled")


def test_a_heading_names_what_its_line_calls_off() -> None:
    text = (
        "한들협동조합이 비 소식에 강좌를 손봤습니다.\n\n1. 귤껍질 새활용 공방\n"
        "5월 18일(토) 하루 강좌였는데 취소합니다. 돈은 돌려드립니다.\n\n"
        "2. 동네 돌봄 집담회\n5월 25일(토) 오후 2시 그대로 합니다.\n"
    )
    found = told(text, "오월 강좌가 이렇게 바뀝니다")
    assert found["귤껍질 새활용 공방"] == ("2024-05-18", "cancelled")
    assert found["동네 돌봄 집담회"][1] == "scheduled"


@pytest.mark.parametrize(
    "aside",
    [
        "점심은 드리지 않습니다.",
        "시식은 하지 않습니다.",
        "비가 오면 장터는 취소합니다.",
        "장터를 미루자는 말도 있었습니다.",
    ],
)
def test_what_is_said_of_something_else_changes_nothing(aside: str) -> None:
    assert told(LETTER.rstrip() + " " + aside) == {"한들 나눔장터": ("2024-05-25", "scheduled")}


def test_the_same_event_in_other_words_is_no_other() -> None:
    text = (
        "18일 한들공원에서 열릴 예정이던 마을기업 장터가 한 주 밀렸다. "
        "한들협동조합은 ‘한들 나눔장터’를 18일에서 25일로 늦춘다고 7일 알렸다."
    )
    assert told(text, "한들 나눔장터 한 주 미뤄") == {"한들 나눔장터": ("2024-05-25", "postponed")}


@pytest.mark.parametrize(
    ("sentence", "day", "status"),
    [
        ("15일(수)에 있던 ‘해설사 나들이’는 인솔자 사정으로 22일로 옮겼습니다.", "2024-05-22", "postponed"),
        ("‘해설사 나들이’는 5월 15일에서 22일 수요일 4시로 미뤘습니다.", "2024-05-22", "postponed"),
        ("해설사 나들이는 15일 수요일 2시로 잡혔다가 방금 22일로 밀렸답니다.", "2024-05-22", "postponed"),
        ("‘해설사 나들이’는 5월 15일 저녁 7시로 잡았으나 감기가 돌아 무기한 미룹니다.", None, "postponed"),
        ("‘해설사 나들이’가 5월 15일이라고 나갔는데 22일이 맞아요.", "2024-05-22", "scheduled"),
    ],
)
def test_the_day_that_was_is_no_event(sentence: str, day: str | None, status: str) -> None:
    walks = [e for e in events(f"{LETTER}{sentence}\n") if "나들이" in e.title]
    assert [(str(e.start)[:10] if e.start else None, e.status) for e in walks] == [(day, status)]
