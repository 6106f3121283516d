"""Organisations in texts: golden floors, plant-then-find, the guideline's exclusions, hostile texts."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.extract.organisations import find_organisations
from pipelines.korean.wordlist import read_words
from store.records import Document, Organisation

GOLD = Path(__file__).resolve().parents[2] / "gold"
TYPES = {
    "support_centre",
    "foreign",
    "social_enterprise",
    "preliminary_social_enterprise",
    "cooperative",
    "social_cooperative",
    "local_government",
    "association_network",
    "self_sufficiency",
    "company",
    "foundation",
    "public_agency",
    "central_government",
    "education",
    "village_enterprise",
    "social_venture",
    "other",
}


def _read(text: str, title: str = "", channel: str = "news") -> tuple[Organisation, ...]:
    return find_organisations(
        Document(id="d", channel="board" if channel == "board" else "news", title=title, text=text)
    )


def _named(text: str, title: str = "") -> dict[str, str]:
    return {o.name: o.type for o in _read(text, title)}


def _norm(name: str) -> str:
    name = re.sub(r"㈜|\([주사재유]\)|주식회사|사단법인|재단법인|사회복지법인", "", unicodedata.normalize("NFKC", name))
    return re.sub(r"[^0-9A-Za-z가-힣]", "", re.sub(r"특별자치시|특별시|광역시", "시", name)).lower()


def _f1(right: int, found: int, wanted: int) -> float:
    return 2 * right / (found + wanted) if found + wanted else 1.0


def _scores(items: Iterable[dict[str, object]]) -> dict[str, float]:
    """Document-level strict F1 (names), exact mention F1, share of right types. Local governments that were
    not wanted count neither way, as in the shared scorer."""
    totals = {"name": [0, 0, 0], "mention": [0, 0, 0]}
    types = [0, 0]
    for item in items:
        wanted = {_norm(o["name"]): o for o in item["organisations"]}  # type: ignore[index, union-attr, attr-defined]
        found = {_norm(o.name): o for o in _read(str(item["text"]), str(item["title"]), str(item["channel"]))}
        found = {k: o for k, o in found.items() if k in wanted or o.type != "local_government"}
        both = wanted.keys() & found.keys()
        types[0] += sum(wanted[k]["type"] == found[k].type for k in both)
        types[1] += len(both)
        spans = {tuple(m) for o in wanted.values() for m in o["mentions"]}
        got = {m for o in found.values() for m in o.mentions}
        for key, (r, f, w) in {
            "name": (len(both), len(found), len(wanted)),
            "mention": (len(spans & got), len(got), len(spans)),
        }.items():
            totals[key] = [a + b for a, b in zip(totals[key], (r, f, w), strict=True)]
    return {"name": _f1(*totals["name"]), "mention": _f1(*totals["mention"]), "type": types[0] / max(1, types[1])}


def _items(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_gold_articles(shared: Path) -> None:
    scores = _scores(a for a in _items(shared / "gold" / "articles.jsonl") if a["relevant"])
    assert scores["name"] >= 0.90 and scores["mention"] >= 0.85 and scores["type"] >= 0.92, scores


@pytest.mark.parametrize("name", ["organisations_own", "organisations_own2", "organisations_own3"])
def test_own_texts(name: str) -> None:
    scores = _scores(_items(GOLD / f"{name}.jsonl"))
    assert scores["name"] >= 0.90 and scores["mention"] >= 0.90 and scores["type"] >= 0.92, scores


def test_the_first_sample_page(shared: Path) -> None:
    """All foreign and Korean bodies with their originals, none from the side column."""
    page = next(a for a in _items(shared / "gold" / "articles.jsonl") if a["id"] == "a001")
    found = {_norm(o.name): o for o in _read(str(page["text"]), str(page["title"]))}
    wanted = {_norm(o["name"]): o for o in page["organisations"]}  # type: ignore[index, union-attr, attr-defined]
    assert found.keys() == wanted.keys()
    for key, gold in wanted.items():
        written = {_norm(a) for a in gold["aliases"] if a in str(page["text"])}
        assert written <= {_norm(a) for a in (found[key].name, *found[key].aliases)}, key
    assert max(end for o in found.values() for _, end in o.mentions) < str(page["text"]).index("많이 본 뉴스")


CORE = st.sampled_from(["햇살나눔", "다온돌봄", "느린손", "솔바람두레", "한울타리", "별빛마루"])
FORM = st.sampled_from(
    [
        ("{}협동조합", "cooperative"),
        ("{} 사회적협동조합", "social_cooperative"),
        ("㈜{}", "company"),
        ("{}영농조합법인", "company"),
        ("(사){}", "association_network"),
        ("재단법인 {}", "foundation"),
        ("하람{}네트워크", "association_network"),
        ("{}고등학교", "education"),
        ("원주{}지역자활센터", "self_sufficiency"),
        ("{}마을만들기지원센터", "support_centre"),
        ("사회적협동조합 {}", "social_cooperative"),
        ("농업회사법인 {}㈜", "company"),
        ("한국{}진흥원", "public_agency"),
        ("{}(주)", "company"),
    ]
)
FRAME = st.sampled_from(
    [
        "지난 3일 {}{} 주민과 만났다.",
        "이번 사업은 {}{} 함께한다.",
        "“{}{} 도왔다”고 했다.",
        "주최 : {}",
        "참가한 곳은 {}, 그리고 주민이다.",
        "관계자는 ‘{}’{} 소개했다.",
    ]
)


def _particle(name: str) -> str:
    last = name.rstrip("㈜)")[-1]
    return "이" if "가" <= last <= "힣" and (ord(last) - 0xAC00) % 28 else "가"


@given(st.lists(st.tuples(CORE, FORM, FRAME), min_size=1, max_size=4))
@settings(max_examples=150, deadline=None)
def test_planted_names_are_found_to_the_character(planted: list[tuple[str, tuple[str, str], str]]) -> None:
    text, wanted = "", {}
    for core, (form, kind), frame in planted:
        name = form.format(core)
        sentence = frame.format(name, _particle(name))
        at = len(text) + sentence.index(name)
        wanted[(at, at + len(name))] = kind
        text += sentence + "\n회원들은 장터에서 반찬을 나눴다.\n"
    found = {m: o.type for o in _read(text) for m in o.mentions}
    assert wanted.keys() <= found.keys(), (text, found)


@given(st.text(alphabet="가나다협동조합센터㈜() ‘’,.은는이가\n", max_size=200))
@settings(max_examples=200, deadline=None)
def test_spans_are_inside_the_text_and_never_cross_a_line_or_each_other(text: str) -> None:
    spans = sorted(m for o in _read(text) for m in o.mentions)
    assert all(0 <= s < e <= len(text) and "\n" not in text[s:e] for s, e in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    for o in _read(text):
        assert o.type in TYPES and o.rule and o.mentions


@pytest.mark.parametrize(
    "text",
    [
        "도내 협동조합과 마을기업이 모였다.",
        "사회적경제 지원센터를 공동 운영하자.",
        "협동조합 창업 강좌를 연다.",
        "사회적기업 생산품을 산다.",
        "마을기업 설명회에 오세요.",
        "서울 은평구 주민 40명이 왔다.",
        "이사장은 조합이 자랐다고 했다.",
        "지원센터장이 말했다.",
        "보수공사가 끝났다.",
        "유튜브에서 본다.",
        "협동조합 단원들이 연주했다.",
        "센터는 쉰다.",
        "지난주 협동조합 열네 곳이 모였다.",
        "법인(협동조합, 영농조합법인 등)이면 낼 수 있다.",
        "정관을 고쳐 사회적협동조합으로 바꾼다.",
        "제2기 협동조합 살림꾼을 찾습니다.",
        "뭍에 있는 자매 생협 세 곳에 보냈다.",
        "청년협동조합 설명회에 오세요.",
    ],
)
def test_common_nouns_places_and_persons_are_no_organisations(text: str) -> None:
    assert [o for o in _read(text) if o.type != "local_government"] == []


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("전북 하람시사회적경제지원센터가 연다.", "하람시사회적경제지원센터", "support_centre"),
        ("마을기업 ‘보리와 밀’에서 먹었다.", "보리와 밀", "village_enterprise"),
        ("자활기업 카페 더-쉼에서 코사지를 만든다.", "카페 더-쉼", "self_sufficiency"),
        ("소셜벤처 ‘닷시계’가 투자를 받았다.", "닷시계", "social_venture"),
        ("퀘벡 몬트리올의 쿠폴리스(Coopolis)를 찾았다.", "쿠폴리스", "foreign"),
        ("전남 화순군이 장터를 연다.", "화순군", "local_government"),
        ("기재부가 발표했다.", "기획재정부", "central_government"),
        ("삼성생명이 사업비를 댔다.", "삼성생명", "company"),
        ("한살림서울은 매장을 연다.", "한살림서울", "cooperative"),
        ("참여기업은 농업회사법인㈜ 감자나라, 별똥별이다.", "농업회사법인 감자나라", "company"),
        ("강원도가 밝혔다.", "강원도", "local_government"),
        ("㈜담을이 문을 열었다. 담을은 커졌다.", "담을", "company"),
        ("골목 끝 공정무역협동조합 하늬볶음의 볶음실이다.", "공정무역협동조합 하늬볶음", "cooperative"),
        ("청년협동조합 품앗이곳간도 그렇게 굴러간다.", "청년협동조합 품앗이곳간", "cooperative"),
        ("하람돌봄사회적협동조합 주치의쌤이 왔다.", "하람돌봄사회적협동조합", "social_cooperative"),
        ("남은 두부는 새솔지역아동센터로 보냈어요.", "새솔지역아동센터", "other"),
        ("여는 곳: 하람도시재생지원센터 / 거드는 곳: 이웃들", "하람도시재생지원센터", "support_centre"),
        ("소식 모음\n- 사상구, 28일 상담의 날 연다", "사상구", "local_government"),
        ("모십니다.\n\n2020. 5. 20.\n충청남도 서산시", "서산시", "local_government"),
        ("수원도시재단 사회적경제센터는 연다.", "수원도시재단 사회적경제센터", "support_centre"),
        ("성과를 한국무역협회 경남지역본부가 모았다.", "한국무역협회 경남지역본부", "association_network"),
    ],
)
def test_single_phenomena(text: str, name: str, kind: str) -> None:
    assert _named(text).get(name) == kind, _named(text)


def test_a_short_form_belongs_to_the_body_that_introduced_it() -> None:
    text = "강릉사회적경제지원센터(이하 지원센터)가 연다. 지원센터는 팀을 뽑는다.\n센터 관계자가 말했다."
    (body,) = _read(text)
    assert body.name == "강릉사회적경제지원센터"
    assert [text[s:e] for s, e in body.mentions] == ["강릉사회적경제지원센터", "지원센터", "지원센터", "센터"]


def test_a_guessed_body_is_the_one_whose_form_the_text_tells() -> None:
    (body,) = _read("새벽손 대표는 문을 열었다. 노동자협동조합 새벽손은 빨래를 나른다. 새벽손 직원은 열이다.")
    assert body.name == "노동자협동조합 새벽손" and len(body.mentions) == 3


def test_where_people_meet_is_no_host() -> None:
    assert _named("모이는 곳: 하람연구원 2층") == {}
    assert _named("문 닫은 하람중학교 교실에 일터를 꾸몄다.") == {}
    assert _named("저는 대의원 아니어도 갑니다.") == {}


def test_an_institution_that_is_only_the_place_is_left_out() -> None:
    assert _named("설명회는 15일 경남발전연구원에서 연다.") == {}
    assert "경남발전연구원" in _named("경남발전연구원은 15일 설명회를 연다.")


def test_side_column_and_reporters_lines_give_nothing() -> None:
    text = "하람시사회적경제지원센터가 장터를 연다.\n많이 본 뉴스\n1. 새봄돌봄사회적협동조합, 총회 열어"
    assert set(_named(text)) == {"하람시사회적경제지원센터"}


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "가", "㈜", "협동조합", "(이하 )", "‘’", "\ufffd" * 20, "(" * 2000, "협동조합 " * 500]
)
def test_odd_texts_are_data(text: str) -> None:
    assert all(o.name.strip() for o in _read(text))


def test_word_lists_hold_no_word_twice() -> None:
    for name in (
        "plain_nouns",
        "never_in_front",
        "particles",
        "foreign_cities",
        "foreign_countries",
        "not_names",
        "surnames",
    ):
        words = read_words(name)
        assert words
        assert name == "plain_nouns" or len(words) == len(set(words)), name
