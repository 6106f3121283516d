"""Names of bodies: golden floors, laws that hold for every pair, grouping whatever the order, hostile names."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.merge.match_line import match_line
from pipelines.merge.names import OrganisationMention, blocking_keys, compare, group_organisations

GOLD = Path(__file__).resolve().parents[2] / "gold"
OWN = GOLD / "org_pairs_own.jsonl"
NEVER_SAME = ("region", "homonym", "unit", "branch", "facility", "department", "metro", "level", "federation", "form")


def _lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _score(path: Path) -> tuple[float, list[object]]:
    """(accuracy, the false «same» among pairs that must never be merged)."""
    items = _lines(path)
    answers = [match_line(item) for item in items]
    right = sum(a["same"] == item["same"] for a, item in zip(answers, items, strict=True))
    false = [
        item["id"]
        for a, item in zip(answers, items, strict=True)
        if a["same"] and not item["same"] and any(word in str(item["phenomenon"]) for word in NEVER_SAME)
    ]
    return right / len(items), false


def test_gold_pairs(shared: Path) -> None:
    accuracy, false = _score(shared / "gold" / "org_pairs.jsonl")
    assert accuracy >= 0.97 and false == []


@pytest.mark.parametrize("name", ["org_pairs_own", "org_pairs_own2", "org_pairs_own3"])
def test_own_pairs(name: str) -> None:
    accuracy, false = _score(GOLD / f"{name}.jsonl")
    assert accuracy >= 0.95 and false == []


CORES = st.sampled_from(["햇살나눔", "다온돌봄", "느린손공방", "새봄환경", "솔바람두레", "한울타리"])
PLACES = st.sampled_from(["강원 원주시", "부산 남구", "전북 군산시", "서울 은평구", "제주 제주시"])


@given(CORES, PLACES)
def test_spelling_never_makes_another_body(core: str, place: str) -> None:
    for a, b in (
        (f"㈜{core}", f"주식회사 {core}"),
        (f"(사){core}", f"사단법인 {core}"),
        (f"{core} 협동조합", f"협동조합 {core}"),
        (f"{core}사회적협동조합", f"사회적협동조합 {core}"),
        (f"{core}(주)", f"{core[:2]} {core[2:]}"),
    ):
        assert compare(a, place, b, place).same, (a, b)


@given(CORES, PLACES, PLACES)
def test_what_keeps_bodies_apart(core: str, here: str, there: str) -> None:
    assert not compare(f"{core}협동조합", here, f"{core}사회적협동조합", here).same
    assert not compare(f"{core}협동조합 준비위원회", here, f"{core}협동조합", here).same
    assert not compare(f"(유){core}", here, f"유한책임회사 {core}", here).same
    assert not compare(f"{core}재단", here, f"{core}재단 공제사업단", here).same
    if here.split()[0] != there.split()[0]:
        assert not compare(f"{core}협동조합", here, f"{core}협동조합", there).same
        assert not compare(f"{here}사회적경제지원센터", "", f"{there}사회적경제지원센터", "").same


@given(st.text(max_size=40), st.text(max_size=20), st.text(max_size=40), st.text(max_size=20))
@settings(max_examples=150, deadline=None)
def test_comparison_is_symmetric_and_bounded(a: str, ca: str, b: str, cb: str) -> None:
    one, other = compare(a, ca, b, cb), compare(b, cb, a, ca)
    assert one == other and 0.0 <= one.score <= 1.0 and one.reasons


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("전북사회적경제지원센터", "전북특별자치도사회적경제지원센터"),
        ("강원도사회적경제원", "강원특별자치도 사회적경제원"),
        ("서울시사회적경제지원센터", "서울특별시 사회적경제지원센터"),
        ("제주도자활센터협회", "제주특별자치도 자활센터협회"),
    ],
)
def test_provinces_keep_their_bodies_through_a_renaming(old: str, new: str) -> None:
    assert compare(old, "", new, "").same


@pytest.mark.parametrize(
    "name", ["", " ", "㈜", "주식회사", "협동조합", "센터", "()", "가" * 500, "(" * 500, "１２３", "\x00"]
)
def test_hostile_names_never_merge_with_a_body(name: str) -> None:
    assert not compare(name, "", "햇살나눔협동조합", "원주").same
    assert len(blocking_keys(name)) <= 7


@pytest.mark.parametrize("name", ["센터", "협동조합", "밴드", "조합", ""])
def test_weak_names_do_not_merge_across_articles(name: str) -> None:
    mentions = [OrganisationMention(f"m{i}", name, article=f"a{i}") for i in range(3)]
    assert len(group_organisations(mentions).groups) == 3


def test_long_names_are_cut_not_refused() -> None:
    long = "햇살" * 400 + "협동조합"
    assert compare(long, "", long, "").same


def _mentions(seed: int) -> list[OrganisationMention]:
    rng = random.Random(seed)
    made = []
    for i in range(60):
        core = rng.choice(["햇살나눔", "다온돌봄", "새봄환경", "솔바람두레", "위캔"])
        name = rng.choice(
            ["{}협동조합", "{} 협동조합", "{}사회적협동조합", "㈜{}", "주식회사 {}", "{}", "(사){}"]
        ).format(core)
        region = rng.choice(["강원 원주시", "부산 남구", "서울 은평구", None])
        made.append(OrganisationMention(f"m{i:02}", name, region=region, article=f"a{i}"))
    made += [
        OrganisationMention("c1", "원주시사회적경제지원센터", article="b1"),
        OrganisationMention("c2", "강원특별자치도 원주시 사회적경제지원센터", region="강원 원주시", article="b2"),
        OrganisationMention("c3", "강원도사회적경제지원센터", region="강원", article="b3"),
    ]
    return made


@given(st.integers(0, 30), st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_groups_do_not_depend_on_order(seed: int, shuffler: random.Random) -> None:
    mentions = _mentions(seed)
    wanted = group_organisations(mentions)
    shuffler.shuffle(mentions)
    assert group_organisations(mentions) == wanted


def test_groups_partition_the_mentions_and_keep_sure_differences_apart() -> None:
    for seed in range(8):
        mentions = _mentions(seed)
        found = group_organisations(mentions)
        assert sorted(i for g in found.groups for i in g) == sorted(m.id for m in mentions)
        home = {i: n for n, g in enumerate(found.groups) for i in g}
        assert home["c1"] == home["c2"] != home["c3"]
        for pair in found.pairs:
            assert pair.left < pair.right
            if pair.verdict == "different" and pair.score <= 0.1:
                assert home[pair.left] != home[pair.right], pair


def test_equal_names_share_a_blocking_key() -> None:
    for item in _lines(OWN):
        a, b = str(item["name_a"]), str(item["name_b"])
        alike = item["phenomenon"] in ("sido", "corp_glyph", "spacing", "legal_order", "abbreviation", "ministry")
        if item["same"] and alike and min(len(a), len(b)) > 4:
            assert set(blocking_keys(a)) & set(blocking_keys(b)), (a, b)


def test_match_line_needs_two_names() -> None:
    with pytest.raises(ValueError, match="name_a and name_b"):
        match_line({"id": "x", "name_a": "한울타리"})


def _groups(*mentions: OrganisationMention) -> list[set[str]]:
    return [set(g) for g in group_organisations(mentions).groups]


def test_an_articles_region_says_nothing_of_a_ministry_or_a_national_body() -> None:
    assert _groups(
        OrganisationMention("a", "고용노동부", type="central_government", region="광주 북구", article="1"),
        OrganisationMention("b", "고용부", type="central_government", region="강원 원주시", article="2"),
    ) == [{"a", "b"}]
    assert _groups(
        OrganisationMention("a", "한국사회적기업진흥원", region="광주 북구", article="1"),
        OrganisationMention("b", "사회적기업진흥원", region="경기 성남시", article="2"),
    ) == [{"a", "b"}]


def test_one_name_in_two_regions_is_left_to_a_person() -> None:
    found = group_organisations(
        [
            OrganisationMention("a", "한마음사회적협동조합", region="부산 남구", article="1"),
            OrganisationMention("b", "한마음사회적협동조합", region="충북 청주시", article="2"),
        ]
    )
    assert found.groups == (("a",), ("b",)) and [p.verdict for p in found.pairs] == ["unsure"]


def test_what_could_be_either_is_neither() -> None:
    mentions = (
        OrganisationMention("a", "햇살나눔협동조합", region="강원 원주시", article="1"),
        OrganisationMention("b", "(사)햇살나눔", region="강원 원주시", article="2"),
        OrganisationMention("c", "햇살나눔", region="강원 원주시", article="3"),
    )
    assert sorted(map(sorted, _groups(*mentions))) == [["a"], ["b"], ["c"]]
    assert {p.left + p.right for p in group_organisations(mentions).contradictions} == {"ac", "bc"}
