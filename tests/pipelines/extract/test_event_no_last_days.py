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
