"""Plant, then find: labelled notices in every bullet and colon give back what was put in."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.extract.reading import read
from store.records import Document

SEOUL = ZoneInfo("Asia/Seoul")
PUBLISHED = datetime(2024, 3, 4, 9, 0, tzinfo=SEOUL)
BULLETS = ("□ ", "○ ", "▲ ", "※ ", "- ", "· ", "◈ ", "1. ", "가. ", "", "▶", "* ")
COLONS = (" : ", ": ", "：", " ： ", ":")
WHEN = ("일시", "일 시", "일  시", "행사일시", "때")
WHERE = ("장소", "장 소", "장    소", "행사장소", "곳")
PLACES = ("해오름시민회관 2층 대강당", "은하수도서관 강의실", "두레마을 사랑방", "새싹복지관 3층")
TITLES = ("협동조합 설립 설명회", "사회적경제 시민 포럼", "마을기업 나눔장터", "자활기업 판로 상담회")
FILLER = ("많은 관심 바랍니다.", "사회적협동조합이 함께 준비했습니다.", "간식을 드립니다.", "")
WEEKDAYS = "월화수목금토일"


@st.composite
def notices(draw: st.DrawFn) -> tuple[str, str, date, int, str]:
    day = date(2024, 3, 10) + timedelta(days=draw(st.integers(0, 200)))
    hour = draw(st.integers(9, 20))
    bullet, colon = draw(st.sampled_from(BULLETS)), draw(st.sampled_from(COLONS))
    title, place = draw(st.sampled_from(TITLES)), draw(st.sampled_from(PLACES))
    weekday = WEEKDAYS[day.weekday()]
    written = draw(
        st.sampled_from(
            (
                f"{day.year}. {day.month}. {day.day}.({weekday}) {hour}:00",
                f"{day.year}년 {day.month}월 {day.day}일({weekday}) {hour}시",
                f"’{day.year % 100}. {day.month}. {day.day}.({weekday}) {hour}:00",
                f"{day.month}월 {day.day}일 {weekday}요일 {hour}시",
            )
        )
    )
    fields = [
        f"{bullet}{draw(st.sampled_from(WHEN))}{colon}{written}",
        f"{bullet}{draw(st.sampled_from(WHERE))}{colon}{place}",
    ]
    if draw(st.booleans()):
        fields.reverse()
    text = "\n".join([draw(st.sampled_from(FILLER)), *fields, draw(st.sampled_from(FILLER))])
    return title, text, day, hour, place


@settings(max_examples=60, deadline=None)
@given(notices())
def test_planted_notice_is_found(planted: tuple[str, str, date, int, str]) -> None:
    title, text, day, hour, place = planted
    found = read(Document("x", "board", f"[안내] {title}", text, PUBLISHED))
    events = [e for e in found.events if e.role == "main"]
    assert [(e.title, e.start, e.venue) for e in events] == [
        (title, datetime(day.year, day.month, day.day, hour, tzinfo=SEOUL), place)
    ]
    (start, end), *_ = events[0].evidence["venue"]
    assert text[start:end] == place


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 60),
    st.sampled_from(("접수기간", "신청 마감", "모집기한", "신청기한", "접수 마감")),
    st.sampled_from(COLONS),
)
def test_no_stated_deadline_is_missed(ahead: int, label: str, colon: str) -> None:
    day = PUBLISHED.date() + timedelta(days=ahead)
    known = label.replace("모집기한", "모집기간")
    text = (
        f"사회적기업 예비창업팀을 모집합니다.\n○ {known}{colon}{day.year}. {day.month}. "
        f"{day.day}.까지\n○ 대상: 예비창업자"
    )
    found = read(Document("x", "board", "사회적기업 예비창업팀 모집 공고", text, PUBLISHED))
    assert day in [
        d.date() if isinstance(d, datetime) else d for e in found.events if (d := e.application_deadline) is not None
    ]
