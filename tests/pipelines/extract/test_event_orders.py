"""Windows that open and shut by verbs, with an hour at both ends, and those of what is ordered; in words of our own."""

from __future__ import annotations

from datetime import date

import pytest

from tests.pipelines.extract.test_event_deadlines import day, events, the


@pytest.mark.parametrize(
    "words",
    [
        "새솔협동조합은 새 인턴을 뽑습니다. 공고는 5월 13일 오전 10시에 뜨고 24일 18시에 내려갑니다.",
        "새솔협동조합은 새 인턴을 모집합니다. 접수는 5월 13일 09:00에 열고 5월 24일 17:00에 닫습니다.",
        "새솔협동조합은 새 인턴을 모집합니다.\n\n접수\n5월 13일 낮 1시에 열립니다 → 5월 24일 밤 10시에 닫혀요.",
    ],
)
def test_what_opens_and_is_shut_is_a_window(words: str) -> None:
    (call,) = events(words, "새솔협동조합 새 인턴 모집", "board")
    assert (day(call.application_start), day(call.application_deadline)) == (date(2024, 5, 13), date(2024, 5, 24))


def test_hours_of_a_day_are_no_window() -> None:
    text = "새솔협동조합은 5월 18일과 19일 은빛회관에서 새솔장터를 연다. 날마다 오전 10시에 문을 열고 밤 8시에 닫는다."
    assert all(e.application_deadline is None for e in events(text, "새솔장터 18일부터"))


def test_a_heading_lets_one_stand() -> None:
    text = (
        "새솔협동조합입니다. 새 대의원을 뽑습니다.\n\n― 후보 등록 ―\n"
        "5월 13일(월)부터 24일(금) 오후 6시까지 접수대에서 받습니다."
    )
    assert [day(e.application_deadline) for e in events(text, "대의원 선거를 알립니다", "board")] == [date(2024, 5, 24)]


def test_orders_are_of_no_event_not_even_of_the_day_one_fetches_them() -> None:
    text = (
        "새솔생협입니다. 고추 모종 받습니다.\n\n✔ 주문 : 오늘부터 24일 금요일까지 댓글로\n"
        "✔ 찾는 날 : 6월 1일 토요일 오전 10시\n✔ 찾는 곳 : 새솔생협 앞마당\n✔ 보내는 날 : 6월 3일부터 5일"
    )
    found = events(text, "고추 모종 미리 주문받아요", "board")
    assert day(the(found, "모종 주문").application_deadline) == date(2024, 5, 24)
    assert [e.title for e in found if e.application_deadline is not None] == ["고추 모종 주문"]


def test_orders_told_in_a_report() -> None:
    text = (
        "새솔협동조합은 18일 열려던 장터를 접는다. 대신 ‘새솔 꾸러미’ 200상자를 꾸린다. "
        "주문은 10일 아침 8시부터 20일까지 누리집에서 받는다."
    )
    assert date(2024, 5, 20) in [day(e.application_deadline) for e in events(text, "새솔장터 접는다")]


@pytest.mark.parametrize(
    ("title", "name"),
    [("5호기 시민 출자 받습니다", "5호기 시민 출자 모집"), ("★햇마늘 공동구매★ 받아요", "햇마늘 공동구매")],
)
def test_a_headline_says_what_is_taken(title: str, name: str) -> None:
    text = "새솔협동조합입니다.\n\n■ 받는 기간 : 5. 13. ~ 5. 24.\n■ 문의 : 사무국 02-000-0000"
    assert [e.title for e in events(text, title, "board")] == [name]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("무대에 설 주민 동아리는 16일까지 조합에 연락하면 된다.", "주민 동아리"),
        ("겨루기에 나설 참가팀(5~8명)은 16일까지 이름을 올려야 하고, 응원은 그냥 오면 된다.", "참가팀"),
        ("조합은 청중평가단 30명도 따로 모은다. 누구나 16일까지 누리집에서 이름을 올릴 수 있다.", "청중평가단"),
    ],
)
def test_who_plays_or_judges_is_sought_beside_who_comes(words: str, who: str) -> None:
    text = f"새솔협동조합은 18일 오후 2시 은빛회관에서 ‘새솔 노래마당’을 연다. {words}"
    found = events(text, "새솔 노래마당 18일")
    assert day(the(found, f"{who} 모집").application_deadline) == date(2024, 5, 16)
    assert [e.application_deadline for e in found if not e.title.endswith("모집")] == [None]
