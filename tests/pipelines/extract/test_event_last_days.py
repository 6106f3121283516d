"""Last days told in the words of the door that closes, and days that are none; in words of our own, both directions."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tests.pipelines.extract.test_event_deadlines import HELD, day, events, the


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("스무 명이 차면 일찍 닫고, 늦어도 20일에는 접수를 마칩니다.", date(2024, 5, 20)),
        ("20일 월요일 밤 10시에 신청 글을 닫을 거예요.", date(2024, 5, 20)),
        ("자리가 쉰 개뿐이라 전화로 이름을 올려야 한다. 마감은 모임 전날 저녁 여섯 시.", date(2024, 5, 24)),
        ("접수는 전화로, 20일 해 지기 전까지 해 달라고 했다.", date(2024, 5, 20)),
        ("신청은 20일(월) 하루만 사무실에서 받는다.", date(2024, 5, 20)),
        ("말하고 싶은 사람은 의견을 적어 20일까지 사무국에 이름을 올려야 한다.", date(2024, 5, 20)),
        ("조합은 7일 참가 신청을 마친 서른 곳에 문자를 보냈다.", None),
        ("혹시 못 오시게 됐다면 20일까지 말씀만 해 주세요.", None),
        ("안내문은 20일까지 보내 드려요.", None),
    ],
)
def test_a_door_that_closes(words: str, last: date | None) -> None:
    assert [day(e.application_deadline) for e in events(f"{HELD} {words}")] == [last]


@pytest.mark.parametrize(
    ("words", "hour"),
    [
        ("마지막 날은 밤 아홉 시에 우편함을 비웁니다.", 21),
        ("누리집에서만 받고 마감일 오후 5시가 지나면 창이 닫힌다.", 17),
        ("우편은 20일 18시 도착분까지 봅니다.", 18),
    ],
)
def test_the_hour_of_a_last_day_told_before(words: str, hour: int) -> None:
    text = f"새솔협동조합이 마을 가게 운영팀을 찾는다. 신청은 13일부터 20일까지다. {words}"
    (call,) = events(text, "새솔협동조합, 마을 가게 운영팀 찾는다")
    assert isinstance(call.application_deadline, datetime)
    assert (call.application_deadline.day, call.application_deadline.hour) == (20, hour)


def test_the_last_day_of_a_week_is_no_last_day_to_apply() -> None:
    text = (
        "새솔협동조합은 21일부터 25일까지 은빛광장에서 ‘새솔 주간’을 연다. 참가 신청은 18일까지 받는다.\n\n"
        "마지막 날 오전 10시 30분에는 강가 줍깅이 있다."
    )
    found = events(text)
    assert date(2024, 5, 18) in [e.application_deadline for e in found]


def test_who_wants_a_part_wants_the_one_told_last() -> None:
    text = (
        "새솔협동조합은 21일부터 25일까지 은빛광장에서 ‘새솔 주간’을 연다. "
        "24일 오후 2시에는 은빛회관에서 구매상담회가 열린다. "
        "기업 서른 곳이 마주 앉는다. 참가를 바라는 기업은 17일까지 조합에 신청서를 내야 한다."
    )
    found = events(text)
    assert day(the(found, "구매상담회").application_deadline) == date(2024, 5, 17)
    assert [e.application_deadline for e in found if "구매상담회" not in e.title] == [None]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("우리도 들어갈 수 있나요? 출자금 오천 원 들고 20일까지 새솔 사무실로 오세요.", "조합원 모집"),
        ("셋째. 새 이사 뽑기\n맡고 싶은 사람은 20일 오후 5시까지 사무실에 말하기로 함.", "이사 후보 등록"),
        ("그리고 열 돌 문집 원고는 20일까지 받는대요. 분량은 자유.", "문집 원고 모집"),
    ],
)
def test_what_no_word_of_applying_asks_for(words: str, title: str) -> None:
    text = f"새솔협동조합 장터를 25일 오후 2시 은빛공원에서 엽니다.\n\n{words}"
    found = events(text, "새솔 소식", "board")
    assert day(the(found, title).application_deadline) == date(2024, 5, 20)
    assert the(found, "장터").application_deadline is None


def test_the_window_of_a_heading_for_an_office_is_not_of_the_assembly() -> None:
    text = (
        "새솔협동조합 총회 소집 공고\n\n일시 | 2024년 5월 25일(토) 오후 2시\n장소 | 은빛회관\n\n"
        "▷ 임원 후보 등록\n   뽑을 사람 : 이사 2명, 감사 1명\n   등록 기간 : 5월 13일(월) ~ 5월 20일(월) 오후 6시\n"
    )
    found = events(text, "새솔협동조합 총회 소집 공고", "board")
    call = the(found, "임원 후보 등록")
    assert (day(call.start), day(call.application_deadline)) == (date(2024, 5, 13), date(2024, 5, 20))
    assert [e.application_deadline for e in found if e is not call] == [None]


def test_days_on_which_letters_of_application_are_taken_are_a_call() -> None:
    text = (
        "새솔협동조합 이사회 회의록\n일시 : 2024. 5. 3.(금) 19:30\n\n제2호 안건 / 활동가 공개모집\n"
        " - 매장 활동가 2명. 지원서는 5월 13일부터 20일까지 받음"
    )
    found = events(text, "새솔협동조합 이사회 회의록", "board")
    assert date(2024, 5, 20) in [day(e.application_deadline) for e in found]


def test_one_last_day_closes_each_day_of_one_name() -> None:
    text = (
        "새솔협동조합은 ‘골목 셈법 교실’을 15일 오후 2시 새솔회관에서 연다. 신청은 13일까지 사무국이 받는다.\n"
        "낮에 못 오는 이들을 위해 ‘골목 셈법 교실’은 22일 오후 7시에 한 번 더 열린다."
    )
    found = events(text)
    assert [day(e.application_deadline) for e in found] == [date(2024, 5, 13), date(2024, 5, 13)], found
    assert all(e.evidence.get("application_deadline") for e in found)
