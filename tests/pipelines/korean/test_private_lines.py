"""Lines of boards with whom they name marked, and posts put together from many layouts: planted, then found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fit_people import marked_lines, read_marked
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.korean.likely_people import MOST, find_likely
from pipelines.korean.private import find_private, mask_article

LINES = Path(__file__).parents[2] / "gold" / "private_lines_own.txt"
_TYPES = {"n": "nickname", "p": "person_name"}

Found = set[tuple[str, int, int]]


def _read(line: str) -> tuple[str, Found]:
    """The text without its marks, and what they say."""
    text, found = read_marked(line)
    return text, set(found)


def _people(text: str, writer: str = "") -> Found:
    found = find_private(text, channel="board", writer=writer)
    return {(p.type, *p.span) for p in found if p.type in _TYPES.values()}


def _marked() -> list[str]:
    return marked_lines(LINES)


def test_marked_lines() -> None:
    wrong = [line for line in _marked() if not line.startswith("? ") and _people(_read(line)[0]) != _read(line)[1]]
    assert len(_marked()) > 280
    assert not wrong


def test_what_is_not_found_yet_is_not_taken_for_more() -> None:
    for line in _marked():
        text, wanted = _read(line.removeprefix("? "))
        assert _people(text) <= wanted, line


# --- posts put together ------------------------------------------------------------------------

_SURNAMES = "변표길국옥탁진함도채민방"
_GIVEN = (
    "가람",
    "다솔",
    "해온",
    "유솔",
    "새온",
    "예나",
    "보람",
    "윤슬",
    "도윤",
    "서진",
    "은결",
    "태오",
    "서은",
    "나원",
)
_PEOPLE = [f"{surname}{given}" for given in _GIVEN[:8] for surname in _SURNAMES[:6]]
_NICKNAMES = (
    *("달팽이", "도토리", "솔방울", "두더지", "다람쥐", "나무늘보", "고라니", "찔레", "바람개비"),
    *("여우비", "산새", "두꺼비", "고슴도치", "쑥부쟁이"),
)
_LAYOUTS = (  # P: a person, N: a nickname
    "참석: P, P, P\n불참: P",
    "참석자 : P·P·P (이상 3명)",
    "[참석] P, P [불참] P",
    "온 이들 — P, P, P\n못 온 이 — P (독감)",
    "□ 모인 사람 | P P P",
    "◎ 참석이사: 이사장 P, 이사 P, P, 감사 P",
    "자리한 분: P 이사, P 이사, 그리고 P 감사",
    "함께한 이: N, N, N",
    "가. P 이사 제안으로 날짜를 옮김.",
    "이사장에 P, 감사에 P을 뽑음.",
    "반장 P은 쉬었다.",
    "서명 이사장 P (인)",
    "문의: 총무 P (010-0000-1234)",
    "010-0000-1234 (P)",
    "연락은 N(010-0000-1234)에게",
    "열쇠는 N한테 받으세요.",
    "입금: 농협 301-0000-1234-21 P",
    "사진 찍어 주신 N님, N님 고맙습니다.",
    "P 선생님, P 선생님 고생 많으셨어요.",
    "P 할머니가 김치를 내놓으셨다.",
    "N가 커피를 내려서 나눠 줬어요.",
    "N네 집에서 모여요.",
    "강사: P (숲해설가)",
    "사회 P, 기록 P",
    "이번 주 당번: N, N",
    "1조 P P P\n2조 P P P",
    "3월 5일 P\n3월 12일 P",
    "후원: P 3만 원, P 5만 원",
    "이사 후보: P, P",
    "P(62) 씨는 웃었다.",
)
_FIRST = ("글쓴이 N | 조회 31", "안녕하세요~ N입니다.", "새벽에 눈이 왔네요. N예요.", "글 남기는 N입니다.", "")
_LAST = ("P 드림", "조합원 N 드림", "너른들협동조합 이사장 P 올림", "N 씀", " └ N: 저두요~\n └ N: 고맙습니다", "")
_NOBODY = (
    "이번 모임은 3월 4일 저녁 7시, 너른들마을회관 2층에서 합니다.",
    "준비물: 호미, 장갑, 물병",
    "한들협동조합과 하늘빛사회적협동조합이 함께합니다.",
    "감자와 고구마를 심고 상추 모종을 나눕니다.",
    "인하대 학생들과 춘천고 동아리가 돕습니다.",
    "장소 : 느티나무도서관 / 시간 : 오후 2시",
    "한 시간 도장 찍어 드림. 못 오면 돌려 드림",
    "이사장님과 감사님 모두 오세요. 선생님들 고맙습니다.",
    "기증 받은 책 서른 권을 나눕니다. 커피 드림.",
    "단풍이 드는 때에 알려 드립니다.",
    "온 이들 — 열두 명, 참석 — 조합원 32명",
    "너른들생협 산본매장 식구들이 엽니다.",
)


@st.composite
def _posts(draw: st.DrawFn) -> tuple[str, Found]:
    """A post of a first line, parts in any order, and an end; with whom it names. Nobody is named twice, for a word
    that is a person in one line is one in the next."""
    parts = draw(st.lists(st.sampled_from(_LAYOUTS + _NOBODY), min_size=2, max_size=5, unique=True))
    layout = "\n".join([draw(st.sampled_from(_FIRST)), *parts, "", draw(st.sampled_from(_LAST))])
    people = draw(st.permutations(_PEOPLE))
    called = draw(st.permutations(_NICKNAMES))
    return _filled(layout, iter(people), iter(called))


def _filled(layout: str, people: Iterator[str], called: Iterator[str]) -> tuple[str, Found]:
    marked = re.sub("[PN]", lambda m: f"{{p:{next(people)}}}" if m[0] == "P" else f"{{n:{next(called)}}}", layout)
    return _read(marked)


@given(_posts())
@settings(max_examples=25, deadline=None)
def test_whoever_a_post_names_is_found_and_nobody_else(post: tuple[str, Found]) -> None:
    text, wanted = post
    assert _people(text) == wanted


# --- whom the page names above the post --------------------------------------------------------


@pytest.mark.parametrize(
    ("writer", "text", "found"),
    [
        ("몽돌해변", "늦었죠. 몽돌해변이 적어요. 몽돌해변 사진은 내일", ["몽돌해변", "몽돌해변"]),
        ("느티나무", "느티나무 아래에서 만나요.", []),
        ("변가람", "총회를 마쳤다. 변가람이 정리했다", ["변가람"]),
        ("사무국", "사무국에서 알려 드립니다. 사무국입니다", []),
        ("너른들생협", "너른들생협입니다.", []),
        ("산본매장", "산본매장 식구들입니다.", []),
        ("솔뫼장독", "마을기업 솔뫼장독이에요. 솔뫼장독 영농조합법인", []),
        ("금강다리", "소셜벤처모임 금강다리입니다.", []),
        ("살림꾼", "조합 살림꾼입니다. 새 살림꾼을 찾아요", []),
        ("원주시", "원주시가 돕습니다", []),
    ],
)
def test_the_writer_is_known_from_above(writer: str, text: str, found: list[str]) -> None:
    assert [text[s:e] for _, s, e in sorted(_people(text, writer), key=lambda hit: hit[1])] == found


def test_the_writer_is_masked_in_what_is_kept() -> None:
    title, text = mask_article("몽돌해변 이야기", "늦었죠. 몽돌해변이 적어요.", "board", "몽돌해변")
    assert title == "**** 이야기" and text == "늦었죠. ****이 적어요."


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "온 이사  일곱 가운데 넷(변가람, 길다솔, 국해온, 표유솔)과 감사 한 명",
            {"변가람", "길다솔", "국해온", "표유솔"},
        ),
        ("결석 1 (옥새온, 벌초)\n나온 사람 방예나 탁보람 진가람", {"옥새온", "방예나", "탁보람", "진가람"}),
        ("회비 문의는 살림부장 함다솔에게, 031-000-2214", {"함다솔"}),
        ("설명하는 사람이 자기를 본부장 도해온이라고 했답니다.", {"도해온"}),
        ("옥상 텃밭에 감자를 심었고 고구마, 배추, 무도 심습니다. 장소는 이음센터, 회비는 없음", set()),
    ],
)
def test_persons_that_no_rule_knows_are_weighed(text: str, names: set[str]) -> None:
    assert {text[start:end] for kind, start, end in _people(text) if kind == "person_name"} == names


def test_the_cost_of_a_hostile_post_is_bounded() -> None:
    text = "변가람 님이 " * 20_000
    assert sum(1 for _ in find_likely(text)) <= MOST
