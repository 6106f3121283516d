"""Days that are no last day to apply, and last days that lie a day before the day that is named."""

from __future__ import annotations

from datetime import date

import pytest

from tests.pipelines.extract.test_event_deadlines import HELD, day, events


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("참가를 바라는 이웃은 21일 전에 조합에 전화로 신청해야 한다.", date(2024, 5, 20)),
        ("참가를 바라는 이웃은 5월 20일(월) 전에 조합에 전화로 신청해야 한다.", date(2024, 5, 19)),
        ("참가를 바라는 이웃은 사흘 전까지 조합에 전화로 신청해야 한다.", date(2024, 5, 22)),
    ],
)
def test_before_a_day_is_not_on_that_day(words: str, last: date) -> None:
    assert [day(e.application_deadline) for e in events(f"{HELD} {words}")] == [last]


@pytest.mark.parametrize(
    "words",
    [
        "지난 3일까지 들어온 신청서는 일곱 장에 그쳤다.",
        "단체는 한 달 전까지 전화로 신청해야 한다.",
        "작년까지 참가 신청을 받아 모두 64만 원을 아꼈다.",
    ],
)
def test_nobody_can_apply_till_a_day_that_is_over(words: str) -> None:
    assert [e.application_deadline for e in events(f"{HELD} {words}")] == [None]


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("접수 기간\n (당초) 5. 8.(수) ~ 5. 17.(금)\n (변경) 5. 8.(수) ~ 5. 24.(금) 18:00까지", date(2024, 5, 24)),
        ("□ 접수기한\n  ▷ 당초 : 2024. 5. 17.(금)까지\n  ▷ 변경 : 2024. 5. 24.(금)까지", date(2024, 5, 24)),
        ("접수 마감   5월 17일까지        →   5월 20일(월) 낮 12시까지", date(2024, 5, 20)),
        ("○ 접수 기간 : 5. 8.(수) ~ 5. 17.(금)\n※ 접수 기간 중 오실 분은 점심(12~13시)은 빼고", date(2024, 5, 17)),
        ("○ 받는 날 : 5월 27일(월)", None),
    ],
)  # fmt: skip
def test_which_day_of_a_field_holds(words: str, last: date | None) -> None:
    found = events(f"새솔협동조합 마을 활동가를 찾습니다.\n\n{words}\n\n전화 02-000-0000", "새솔 활동가 모집", "board")
    assert {day(e.application_deadline) for e in found} == ({last} if last else set())


def test_the_day_that_one_applies_for_is_no_last_day() -> None:
    text = f"{HELD}\n\n◆ 김장 신청\n26일 김장은 20일까지 매장이나 전화로 이름을 올려 주세요. 배추는 우리가 절입니다."
    assert [day(e.application_deadline) for e in events(text, "새솔 소식", "board")] == [None, date(2024, 5, 20)]


def test_days_of_training_are_no_window_of_the_call_beside_them() -> None:
    text = (
        "새솔시 마을기업 공모\n\n□ 접수 기간 : 2024. 5. 8.(수) ~ 5. 24.(금)\n□ 필수교육 : 다섯 명이 들어야 함\n"
        "  - 일 자 : 5. 20.(월) ~ 5. 21.(화)\n  - 장 소 : 은빛회관 배움방"
    )
    found = events(text, "2024년 새솔시 마을기업 모집 공고", "board")
    assert {day(e.application_deadline) for e in found} - {None} == {date(2024, 5, 24)}


@pytest.mark.parametrize(
    "words",
    [
        "날짜가 맞지 않아 참가하지 못하는 팀은 20일까지 조합에 전화로 알려야 한다.",
        "신청을 물리고 싶은 사람은 20일까지 문자로 답하면 된다.",
        "취소하실 분은 20일까지 꼭 전화 주세요.",
        "사정이 생기면 하루 전까지 꼭 알려 주세요.",
        "20일까지 안 들어왔으면 02-000-0000으로 전화 주세요.",
        "은빛역에서 오는 버스는 20일까지 신청받아요.",
        "올해 안에 새솔시에 둘 예정인 팀이면 누구나 신청할 수 있다.",
        "20일까지 들어온 신청이 네 건뿐이었다.",
    ],
)
def test_who_does_not_come_does_not_apply(words: str) -> None:
    assert [e.application_deadline for e in events(f"{HELD} {words}")] == [None]


def test_till_when_it_was_before() -> None:
    text = f"{HELD}\n\n새솔협동조합은 이사도 새로 뽑는다. 17일에 닫으려던 이사 후보 등록은 20일 오후 6시까지로 늘렸다."
    assert date(2024, 5, 17) not in [day(e.application_deadline) for e in events(text)]
    assert date(2024, 5, 20) in [day(e.application_deadline) for e in events(text)]
