"""What evidence is read, what is cleaned away, at which point of an event a text stands."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.merge.clean import clean
from pipelines.merge.days import mentions
from pipelines.merge.evidence import evidence
from pipelines.merge.figures import clocks, figures
from pipelines.merge.state import state_of

PUBLISHED = date(2024, 10, 18)
DAYS = {
    "10월 26일 오전": {date(2024, 10, 26)},
    "2024. 11. 2.(토)": {date(2024, 11, 2)},
    "2023년 4월 18일": {date(2023, 4, 18)},
    "내달 3일": {date(2024, 11, 3)},
    "이달 31일": {date(2024, 10, 31)},
    "오는 5일": {date(2024, 11, 5)},
    "지난 5일": {date(2024, 10, 5)},
    "20일 문을": {date(2024, 9, 20), date(2024, 10, 20)},
    "1월 9일": {date(2025, 1, 9)},
    "11.9.(토)": {date(2024, 11, 9)},
    "31일": {date(2024, 8, 31), date(2024, 10, 31)},
}


@pytest.mark.parametrize("words", DAYS)
@given(
    before=st.sampled_from(["", "장터는 ", "총 1,204개 중 ", "(사)나눔이 "]), after=st.sampled_from(["", " 판을 편 뒤"])
)
@settings(max_examples=8, deadline=None)
def test_a_planted_day_is_found(words: str, before: str, after: str) -> None:
    (found,) = mentions(before + words + after, PUBLISHED)
    expected = DAYS[words] if words != "31일" else {d for d in DAYS[words] if d.month in (8, 10)}
    assert found.options == expected


BARE = {
    "27일 저녁 수다회를 연다.": [{date(2024, 10, 27)}],
    "27일 저녁 수다회를 열었다.": [{date(2024, 9, 27)}],
    "27일 저녁 수다회 소식이다.": [{date(2024, 9, 27), date(2024, 10, 27)}],
    "오는 26일에 여는 장터. 26일 비 소식": [{date(2024, 10, 26)}, {date(2024, 10, 26)}],
    "9월 27일에 나온 책. 27일 이야기": [{date(2024, 9, 27)}, {date(2024, 9, 27)}],
}


@pytest.mark.parametrize("text", BARE)
def test_a_bare_day_takes_its_month_from_the_verb_or_from_the_same_day_elsewhere(text: str) -> None:
    assert [m.options for m in mentions(text, PUBLISHED)] == BARE[text]


def test_a_range_takes_its_month_along_and_durations_are_no_days() -> None:
    found = mentions("7월 2일부터 13일까지 5일간, 3일째 이어진 1일당 2만 원", date(2024, 6, 20))
    assert [m.options for m in found] == [{date(2024, 7, 2)}, {date(2024, 7, 13)}]
    assert [m.day for m in mentions("6.15.~6.16. 구미코", date(2024, 5, 20))] == [date(2024, 6, 15), date(2024, 6, 16)]
    assert mentions("13월 40일, 2.9% 늘어 3.5%", PUBLISHED) == []


def test_the_day_of_saying_so_is_marked() -> None:
    said, told = mentions("구는 16일 밝혔다. 장터는 오는 26일이다.", PUBLISHED)
    assert (said.said, told.said) == (True, False)


def test_figures_in_any_dress_are_one_figure() -> None:
    assert figures("농가 마흔두 곳과 200명, 1,204개") == figures("농가 42곳과 이백 명, 1204개") == {42.0, 200.0, 1204.0}
    assert figures("사업비 1000만원") == figures("사업비 1천만 원") == {10_000_000.0}
    assert figures("2024년 11월 9일 제13회 3층 15시 063-000-1122") == frozenset()


def test_times_of_day_are_one_however_they_are_written() -> None:
    assert clocks("오후 2시") == clocks("14:00") == clocks("14시") == clocks("낮 두 시") == {"14:00"}
    assert clocks("정오") == clocks("낮 12시") == {"12:00"}
    assert clocks("서울시 세 시민, 3시간") == frozenset()


FURNITURE = [
    "<저작권자 © 어떤신문, 무단 전재 및 재배포 금지>",
    "Copyright ⓒ 어떤신문. All rights reserved.",
    "기사제보 news@example.com",
    "어떤신문 편집국",
    "이 기사를 공유합니다",
    "[이 게시물은 지기님에 의해 2023-05-05 09:00:12 소식에서 복사 됨]",
    "자세한 내용은 시 홈페이지를 참고하면 된다.",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_goes_wherever_it_stands(line: str) -> None:
    body = ["한빛협동조합이 26일 장터를 연다.", "농가 31곳이 나온다."]
    assert clean("\n\n".join([line, body[0], line, body[1], line])).split("\n") == body


def test_bylines_and_side_lists_go_and_the_text_stays() -> None:
    assert clean("[어떤신문=김이박 기자] 장터가 열린다.") == "장터가 열린다."
    assert clean("장터가 열린다.\n많이 본 기사\n1. 주말 비\n2. 임시회 개회") == "장터가 열린다."
    assert clean("장터가 열린다. (하략)") == "장터가 열린다."


STATES = {
    "26일 장터를 연다.": "ahead",
    "26일 열려던 장터가 11월 2일로 미뤄졌다.": "moved",
    "장터의 장소가 공원에서 체육관으로 바뀌었다.": "moved",
    "26일 열 예정이던 장터를 취소한다고 알렸다.": "cancelled",
    "26일 장터를 연다. 비가 오면 11월 2일로 미룬다.": "ahead",
    "지난 12일 열린 장터에 3천 명이 다녀갔다.": "report",
    "한 주 미뤄진 장터가 지난 12일 열렸다.": "report",
    "협동조합은 주민이 세운다.": None,
    "우표를 팔던 창구가 빵 굽는 자리로 바뀌었다.": None,
    "장터가 26일로 늦춰졌다.": "moved",
    "바뀐 것은 날짜뿐이다.": "moved",
    "26일 펴려던 장터를 접기로 했다.": "cancelled",
    "협동조합이 지난 8일 총회를 열고 출범했다.": "report",
    "협동조합이 지난 8일 모집한다고 알렸다.": "ahead",
}


@pytest.mark.parametrize("text", STATES)
def test_where_a_text_stands(text: str) -> None:
    assert state_of("두레 장터", text, mentions(text, PUBLISHED), PUBLISHED) == STATES[text]


def test_titles_speech_towns_and_rounds() -> None:
    read = evidence(
        "x",
        "이든시, 제3회 두레 장터 26일",
        "이든시가 26일 ‘2024 두레 장터’를 연다. 시장은 “모두 함께 어울려 노는 자리”라고 했다.",
        datetime.fromisoformat("2024-10-18T09:00:00+09:00"),
    )
    assert read.titles == {"두레장터"}
    assert read.sayings == {"모두함께어울려노는자리"}
    assert (read.towns, read.years, read.rounds) == ({"이든시"}, {2024}, {"3회"})
    assert read.title_words == {"두레", "장터", "제3회"}


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_text_can_be_read(text: str) -> None:
    assert evidence("x", text[:40], text, None).length >= 0
