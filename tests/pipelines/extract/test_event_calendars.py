"""Calendars of a month, programmes by the clock, windows told in two sentences, and nouns made at will."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from pipelines.extract.events.words.titles import head_of
from pipelines.extract.reading import read
from store.records import Document, Event

SEOUL = timezone(timedelta(hours=9))
WRITTEN = datetime(2026, 5, 2, 10, 0, tzinfo=SEOUL)
ROOT = Path(__file__).resolve().parents[3] / "pipelines" / "extract"


def events(text: str, title: str = "너른들 사회적경제지원센터 소식", channel: str = "board") -> list[Event]:
    found = read(Document("x", channel, title, text, WRITTEN))  # type: ignore[arg-type]
    return [event for event in found.events if event.role == "main"]


def at(event: Event) -> str:
    assert isinstance(event.start, datetime)
    return f"{event.start:%m-%d %H:%M}"


def test_lines_that_begin_with_a_day_are_a_calendar_whatever_their_items_are_called() -> None:
    text = (
        "너른들사회적경제지원센터 5월 일정입니다.\n\n"
        "5/7(목) 14:00 새내기 조합 장부 정리\n"
        "5/12(화) 10:00 두부 만들어 나누기 ★재료비 있음\n"
        "5/14(목) 휴무\n"
        "5/20(수) 19:00 달밤 이웃 이야기\n"
    )
    assert [(e.title, at(e)) for e in events(text)] == [
        ("새내기 조합 장부 정리", "05-07 14:00"),
        ("두부 만들어 나누기", "05-12 10:00"),
        ("달밤 이웃 이야기", "05-20 19:00"),
    ]


def test_sittings_of_a_course_keep_their_course() -> None:
    text = (
        "살림학교를 엽니다.\n1강 5/7(목) 14:00 장부 적기\n2강 5/14(목) 14:00 세금 이야기\n"
        "3강 5/21(목) 14:00 물려주기\n곳: 너른들회관"
    )
    assert all("살림학교" in e.title for e in events(text, "사회적협동조합 살림학교 모집합니다"))


def test_a_programme_by_the_clock_is_told_part_by_part() -> None:
    text = (
        "너른들사회적경제지원센터는 8일 공유공간 ‘마루’에서 개소식을 한다.\n\n13:30~14:00 풍물패 길놀이\n"
        "14:00~14:40 현판 달기와 축하 떡 자르기\n15:00 휴식\n16:30~ 공방 둘러보기\n"
    )
    told = {at(e): e.title for e in events(text, channel="news")}
    assert {"05-08 14:00", "05-08 16:30"} <= told.keys()
    assert "현판 달기" in told["05-08 14:00"] and "둘러보기" in told["05-08 16:30"]
    assert "05-08 15:00" not in told


@pytest.mark.parametrize(
    "text",
    [
        "너른들시가 ‘마을살림 경연대회’ 참가팀을 4일부터 모집한다. 마감은 5월 20일 오후 6시다.",
        "너른들시가 ‘마을살림 지원사업’에 참여할 협동조합을 찾는다. 접수는 4일 오전 9시에 시작해 20일 오후 6시 닫힌다.",
    ],
)
def test_both_ends_of_a_window_are_found_apart(text: str) -> None:
    called = [e for e in events(text, "너른들시, 협동조합 지원", "news") if e.application_deadline]
    assert [(str(e.application_start)[:10], str(e.application_deadline)[:16]) for e in called] == [
        ("2026-05-04", "2026-05-20 18:00")
    ]
    assert "마을살림" in called[0].title


def test_days_that_date_a_report_or_a_list_of_names_are_no_events() -> None:
    text = (
        "너른들시는 협동조합 지원사업 대상을 고른다. 30일 각 마을에 따르면 신청한 곳은 열둘이다. "
        "시는 오는 28일 누리집에 최종 명단을 올릴 예정이다."
    )
    assert events(text, "너른들시 협동조합 지원", "news") == []


def test_a_clock_without_a_day_is_of_the_event_not_of_the_report() -> None:
    text = (
        "너른들돌봄사회적협동조합은 9일 오후 3시 구민회관에서 창립총회를 연다. 1일 현재 조합원은 612명이다. "
        "이어 오후 5시부터는 축하 잔치를 벌인다."
    )
    assert [at(e) for e in events(text, "너른들돌봄사회적협동조합 창립총회", "news")] == ["05-09 15:00", "05-09 17:00"]


def test_an_event_called_off_keeps_its_day() -> None:
    text = (
        "가뭄으로 사회적경제 행사가 잇따라 멈췄다. "
        "너른들시가 9일 강변에서 열려던 ‘2026 너른들 사회적경제 한마당’은 취소됐다. "
        "바람골협동조합은 12일 정기총회를 예정대로 연다."
    )
    off = next(e for e in events(text, "사회적경제 행사 잇단 취소·연기", "news") if "한마당" in e.title)
    assert (str(off.start)[:10], off.status) == ("2026-05-09", "cancelled")


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("자활기업 반짝 창업식", "창업식"),
        ("기자회견", "기자회견"),
        ("점심 음식", None),
        ("새로운 방식", None),
        ("한국식", None),
    ],
)
def test_ceremonies_are_named_at_will(words: str, head: str | None) -> None:
    assert head_of(words) == head


def test_no_pattern_with_an_anchor_is_asked_at_an_offset() -> None:
    """«^» means the beginning of the text even for `match(text, at)`: such a pattern never matches (seen twice)."""
    anchored: set[str] = set()
    sources = {path: path.read_text() for path in ROOT.rglob("*.py")}
    for text in sources.values():
        anchored |= {m[1] for m in re.finditer(r"^(\w+) = re\.compile\(\s*r?f?r?\"\^", text, re.M)}
    asked = re.compile(r"\b([A-Z_]{3,})\.(?:match|search)\([^(),]+,\s")
    wrong = [
        f"{path.name}: {m[1]}"
        for path, text in sources.items()
        for m in asked.finditer(text)
        if m[1] in anchored and re.search(rf"^{m[1]} = re\.compile\(\s*r?f?r?\"\^", text, re.M)
    ]
    assert wrong == []


def test_the_second_day_of_a_run_is_the_day_after_its_first_and_no_repeat_of_what_was_held() -> None:
    text = (
        "너른들사회적경제연대회의는 다음 달 3일부터 4일까지 이틀간 구민회관에서 "
        "‘제8회 너른들 사회적경제 포럼’을 개최한다. "
        "첫날 오후 2시에는 정책 토론회가 열리고, 이튿날에는 마을기업 세 곳을 찾아간다."
    )
    told = [(e.title, str(e.start)[:10]) for e in events(text, "너른들 사회적경제 포럼 6월 3~4일", "news")]
    assert [day for _, day in told] == ["2026-06-03", "2026-06-03"], told
    times = read(Document("x", "news", "포럼", text, WRITTEN)).times
    assert [str(t.start) for t in times if text[slice(*t.span)] == "이튿날"] == ["2026-06-04"]
