"""Nothing may miss a deadline that is stated: planted in the forms of notices, posts and press texts, it is found."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.extract.reading import read
from store.records import Channel, Document

SEOUL = ZoneInfo("Asia/Seoul")
PUBLISHED = datetime(2024, 3, 4, 9, 0, tzinfo=SEOUL)
WEEKDAYS = "월화수목금토일"
BULLETS = ("○ ", "□ ", "- ", "3. ", "다. ", "▶ ", "* ", "ㆍ", "■ ", "")
COLONS = (" : ", ": ", "：", " ： ")
LABELS = (
    "접수기간", "신청기간", "접수 기간", "신청마감", "접수마감", "모집기간",
    "신청기한", "제출기한", "원서접수", "참가신청",
    "신청 및 접수", "서류접수",
    "응모기간", "공모기간", "등록기간", "접수 일정", "모 집 기 간", "수강 신청기간",
    "조합원 가입신청",
)  # fmt: skip
VALUES = (
    "{last}까지", "~ {last}", "{first} ~ {last}", "{first}부터 {last}까지", "{last} 18:00까지",
    "{first} ~ {last} 17시까지",
    "{last} 마감", "{first}~{last}(선착순)",
)  # fmt: skip
SENTENCES = (
    "신청은 {last}까지 누리집에서 하면 된다.",
    "참가를 원하는 주민은 {last}까지 전화로 신청하면 된다.",
    "참가자는 {last}까지 선착순으로 모집한다.",
    "{first}부터 {last}까지 신청을 받는다.",
    "지원서는 {last}까지 전자우편으로 내면 된다.",
    "함께하실 분은 {last}까지 이메일로 보내 주세요.",
    "신청 마감은 {last}이다.",
    "원서는 {last}까지 사무국에서 받는다.",
    "오실 분은 {last}까지 문자 주세요.",
    "예약은 {last}까지 받습니다.",
    "참가 신청을 {last} 오후 6시까지 받는다.",
    "신청 기한은 {last}까지입니다.",
    "접수 기간은 {first}부터 {last}까지다.",
    "관심 있는 분은 {last}까지 연락 주시기 바랍니다.",
    "희망자는 {last}까지 신청서를 제출해야 한다.",
)
POSTS: tuple[tuple[str, Channel, str], ...] = (
    ("사회적기업 예비창업팀 모집 공고", "board", "사회적기업 예비창업팀을 아래와 같이 모집합니다."),
    ("협동조합 기초교육 안내", "board", "협동조합 기초교육을 {event} 오후 2시 두레회관 2층에서 엽니다."),
    ("두레마을협동조합 조합원 나들이", "board", "두레마을협동조합 조합원 나들이를 {event} 오전 9시에 떠납니다."),
    ("해오름시, 사회적경제 박람회", "news", "시는 {event} 오전 10시 공원에서 ‘사회적경제 박람회’를 연다고 4일 밝혔다."),
    ("해오름시 마을기업 새로 뽑는다", "news", "해오름시는 올해 마을기업을 새로 뽑는다고 4일 밝혔다."),
    ("해오름장터 참가팀 찾습니다", "board", "{event}에 여는 해오름장터에 함께할 협동조합을 찾습니다."),
)  # fmt: skip
BESIDE = ("", "결과는 {later} 개별로 알려 드립니다.", "면접은 {later} 오전 10시 센터 회의실에서 봅니다.")


def written(day: date, style: int) -> str:
    weekday = WEEKDAYS[day.weekday()]
    return (
        f"{day.month}월 {day.day}일",
        f"{day.year}. {day.month}. {day.day}.({weekday})",
        f"{day.month}월 {day.day}일({weekday})",
        f"{day.month}/{day.day}({weekday})",
    )[style]


def planted(post: int, telling: str, beside: str, ahead: int, style: int) -> tuple[Document, date]:
    first = PUBLISHED.date() + timedelta(days=1)
    last = first + timedelta(days=ahead)
    days = {
        "first": written(first, style),
        "last": written(last, style),
        "event": written(last + timedelta(days=9), style),
        "later": written(last + timedelta(days=4), style),
    }
    title, channel, lead = POSTS[post]
    text = "\n".join(part.format(**days) for part in (lead, telling, beside) if part)
    return Document("x", channel, title, text + "\n두레마을협동조합", PUBLISHED), last


def deadlines(document: Document) -> set[date]:
    found = (e.application_deadline for e in read(document).events)
    return {d.date() if isinstance(d, datetime) else d for d in found if d is not None}


@pytest.mark.parametrize("post", range(len(POSTS)))
@pytest.mark.parametrize("sentence", SENTENCES)
def test_told_in_a_sentence(post: int, sentence: str) -> None:
    document, last = planted(post, sentence, "", 11, 0)
    assert last in deadlines(document), document.text


@pytest.mark.parametrize("label", LABELS)
def test_told_in_a_field(label: str) -> None:
    for post, value in product(range(len(POSTS)), VALUES):
        document, last = planted(post, f"○ {label} : {value}", "", 11, 1)
        assert last in deadlines(document), document.text


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_planted_anywhere(data: st.DataObject) -> None:
    post = data.draw(st.integers(0, len(POSTS) - 1))
    field = (
        data.draw(st.sampled_from(BULLETS)) + data.draw(st.sampled_from(LABELS)) + data.draw(st.sampled_from(COLONS))
    )
    telling = data.draw(st.sampled_from([*SENTENCES, *(field + value for value in VALUES)]))
    beside, ahead, style = (
        data.draw(st.sampled_from(BESIDE)),
        data.draw(st.integers(2, 40)),
        data.draw(st.integers(0, 3)),
    )
    document, last = planted(post, telling, beside, ahead, style)
    assert last in deadlines(document), document.text
