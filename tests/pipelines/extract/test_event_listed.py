"""What an item of a list calls for is its own, beside the events that the other items tell."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from pipelines.extract.reading import read
from store.records import Document, Event

PUBLISHED = datetime(2024, 5, 7, 9, 0, tzinfo=ZoneInfo("Asia/Seoul"))  # a Tuesday


def events(text: str, title: str = "새솔사경 편지 12호") -> list[Event]:
    return [e for e in read(Document("x", "board", title, text, PUBLISHED)).events if e.role == "main"]


LETTER = """사회적협동조합 새솔이 오월 소식을 전합니다.

{first} 새솔 되살림장
5월 18일 토요일 10시부터 새솔공원에서 장을 엽니다. 스물두 팀이 나옵니다.
{second} {heading}
{body}"""
FORMS = [("①", "②"), ("◆", "◆"), ("1.", "2."), ("하나,", "둘,")]


@pytest.mark.parametrize(("first", "second"), FORMS)
def test_a_deadline_in_an_item_of_its_own_is_a_call(first: str, second: str) -> None:
    found = events(
        LETTER.format(
            first=first,
            second=second,
            heading="마을기자 6기 모집",
            body="5월 24일까지 누리집에서 신청을 받습니다. 여섯 분을 모십니다.",
        )
    )
    market = next(e for e in found if "되살림장" in e.title)
    call = next(e for e in found if "마을기자" in e.title)
    assert market.application_deadline is None
    assert str(call.application_deadline)[:10] == "2024-05-24"


def test_a_bullet_about_applying_belongs_to_what_is_told_above() -> None:
    text = LETTER.format(
        first="◆", second="◆", heading="신청은 5월 15일까지", body="새솔 되살림장에 나올 팀은 전화로 신청해 주세요."
    )
    found = events(text)
    assert [str(e.application_deadline)[:10] for e in found if "되살림장" in e.title] == ["2024-05-15"]


def test_the_fields_of_a_notice_are_no_items() -> None:
    text = "□ 일시 : 5월 18일(토) 10시\n□ 장소 : 새솔공원\n□ 5월 15일까지 사무국으로 신청해 주세요"
    found = events(text, "사회적협동조합 새솔 되살림장")
    assert len(found) == 1 and str(found[0].application_deadline)[:10] == "2024-05-15"


@pytest.mark.parametrize("heading", ["어떻게 하나", "누가 되나", "언제까지 내나"])
def test_a_heading_that_asks_names_no_call(heading: str) -> None:
    text = (
        "사회적협동조합 새솔이 ‘새솔 첫걸음’ 2기 참여기업을 찾는다.\n\n■ 무엇을 주나\n  한 곳에 이백만 원을 준다.\n"
        f"■ {heading}\n  접수 5월 13일(월)~5월 24일(금) 17시, 누리집\n  발표 6월 3일"
    )
    found = events(text, "사회적협동조합 새솔 ‘새솔 첫걸음’ 참여기업 공모")
    assert all(heading not in e.title for e in found)
    assert any("첫걸음" in e.title and str(e.application_deadline)[:10] == "2024-05-24" for e in found)
