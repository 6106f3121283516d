"""Calendars that set each day on a line of its own and its events below it: newsletters, plans of a week, tables."""

from __future__ import annotations

from datetime import datetime

import pytest

from store.records import Event
from tests.pipelines.extract.test_event_calendars import WRITTEN, events

Told = list[tuple[str, str]]
LETTER = """너른들센터 편지 | 5월의 날들

5/8 금 14:00
장부 읽는 아침
센터 2층 상담실 / 한 팀 30분

5/16 토 – 5/17 일
들꽃살림장
느티나무 광장 / 이틀 다 10시에 엽니다

5/21 목 10:00–12:00
이사장들의 국수
다온마을 부엌 / 신청 5/19까지

~5/29 금
나눔작업실 입주기업 모집
두 곳 뽑습니다
"""
PLAN = """[너른시] 주간행사계획

일시
행사명
장소
5. 11.(월)
10:00
사회적경제위원회 회의
시청 작은방
5. 12.(화)
14:00 ~ 16:00
공공구매 이야기판
너른행복센터 3층 대강당
5. 13.(수)
행사 없음
5. 14.(목)
19:00
마을기업 배움터 5강
들빛문화관
"""
WEEK = """이번 주 들를 만한 자리를 모았다.

◆11일(월)
△새솔협동조합 이사회, 오후 7시(비공개)
△‘빈 병 백일장’ 시상식, 오후 2시, 은빛도서관 1층

◆12일(화)
△온빛의료사협 혈압 재는 날, 오전 10시~정오, 두꺼비공원. 매주 화요일 같은 자리에서 한다

◆13일(수)
없음

◆14일(목)
△당초 이날 열려던 달빛 세차는 21일로 옮겼다
△한길마을 못난이 장터, 오전 10시~오후 4시, 향나무길
"""


def told(found: list[Event]) -> Told:
    return [(e.title, f"{e.start or e.application_deadline:%m-%d}") for e in found]


def test_a_name_stands_below_its_day_and_not_above_it() -> None:
    found = events(LETTER)
    assert told(found) == [
        ("장부 읽는 아침", "05-08"), ("들꽃살림장", "05-16"), ("이사장들의 국수", "05-21"),
        ("나눔작업실 입주기업 모집", "05-29"),
    ]  # fmt: skip
    assert [f"{e.end:%m-%d}" if e.end else None for e in found] == [None, "05-17", "05-21", "05-29"]
    assert [e.venue for e in found[:3]] == ["센터 2층 상담실", "느티나무 광장", "다온마을 부엌"]
    assert f"{found[2].application_deadline:%m-%d}" == "05-19"


def test_columns_of_a_table_with_a_cell_a_line_say_that_the_day_comes_first() -> None:
    found = events(PLAN, channel="news")
    assert told(found) == [
        ("사회적경제위원회 회의", "05-11"), ("공공구매 이야기판", "05-12"), ("마을기업 배움터 5강", "05-14"),
    ]  # fmt: skip
    assert [e.start.hour for e in found if isinstance(e.start, datetime)] == [10, 14, 19]


def test_items_with_a_mark_under_each_day_are_events_of_their_own() -> None:
    found = told(events(WEEK, channel="news"))
    assert [(words, day) for words, day in found if day < "05-20"] == [
        ("새솔협동조합 이사회", "05-11"), ("빈 병 백일장 시상식", "05-11"), ("온빛의료사협 혈압 재는 날", "05-12"),
        ("한길마을 못난이 장터", "05-14"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", [LETTER, PLAN, WEEK])
def test_evidence_is_the_words_of_the_name_and_of_its_day(text: str) -> None:
    for event in events(text, channel="news"):
        if event.rules["title"] == "calendar":
            ((start, end),) = event.evidence["title"]
            assert set(event.title.split()[-1]) <= set(text[start:end])
            day = event.start or event.application_deadline
            told = [*event.evidence.get("start", ()), *event.evidence.get("application_deadline", ())]
            assert day is not None and any(str(day.day) in text[a:b] for a, b in told)


def test_names_above_their_days_are_no_such_calendar() -> None:
    text = (
        "장부 읽는 아침\n5/8 금 14:00\n센터 2층 상담실\n\n들꽃살림장\n5/16 토 10:00\n느티나무 광장\n\n"
        "이사장들의 국수\n5/21 목 10:00\n다온마을 부엌\n"
    )
    assert not [e for e in events(text) if e.rules.get("title") == "calendar"]
    assert [e.title for e in events(text) if f"{e.start:%d}" == "16"] == ["들꽃살림장"]


def test_two_days_on_lines_of_their_own_are_fields_of_a_notice() -> None:
    text = (
        "사회적협동조합 설명회\n\n일시\n5. 12.(화) 14:00\n장소\n너른회관\n\n접수\n5. 8.(금)\n방법\n전화 02-000-0000\n"
    )
    assert not [e for e in events(text) if e.rules.get("title") == "calendar"]


def test_a_table_of_a_month_gives_its_days_by_number_and_weekday() -> None:
    text = (
        "■ 5월 달력\n날짜 요일 시간 무엇을 어디서\n5 화 19:00 혈압반 모임 본점\n9 토 09:00 들꽃길 걷기 수변 주차장\n"
        "11 월 10:00 살림 회의 본점\n28 목 18:30 열 돌 작은음악회 앞마당\n"
    )
    days = [f"{e.start:%m-%d %H:%M}" for e in events(text, channel="news")]
    assert days == ["05-05 19:00", "05-09 09:00", "05-11 10:00", "05-28 18:30"]
    assert WRITTEN.year == 2026
