"""Fingerprints and overlaps: what a reprint keeps, what boilerplate does not earn, hostile bodies."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.merge.candidates import by_keys, overlaps
from pipelines.merge.fingerprints import SHORT, containment, fingerprints, thinned

SYLLABLES = [chr(c) for c in range(0xAC00, 0xAC00 + 3000)]
BLURB = "이 사업은 지역에서 서로 돕는 일터를 늘리려고 열두 해 동안 이어 온 것으로 해마다 봄과 가을에 참가자를 받는다."


def prose(seed: int, words: int) -> str:
    made = random.Random(seed)
    return " ".join("".join(made.choices(SYLLABLES, k=made.randrange(2, 5))) for _ in range(words))


def test_a_cut_tail_is_contained_and_an_unrelated_text_is_not() -> None:
    whole = prose(1, 400)
    cut = whole[: len(whole) // 3]
    assert containment(thinned(fingerprints(cut)), thinned(fingerprints(whole))) > 0.97
    assert containment(fingerprints(prose(2, 400)), fingerprints(whole)) == 0.0


def test_spaces_quotes_case_and_width_do_not_matter() -> None:
    plain = "마을기업 ABC 협동조합이 ‘나눔 장터’를 2024년에 열었다"
    dressed = "마을 기업  ＡＢＣ협동조합이, “나눔·장터”를 ２０２４년에  열었다!"
    assert list(fingerprints(plain)) == list(fingerprints(dressed))
    assert len(fingerprints(plain)) > 10


def test_bodies_that_are_nothing() -> None:
    for body in ("", " ", "\n\n", "짧은 글", "!!!…", "\ud800\udc00\x00", "가" * 7):
        assert len(fingerprints(body)) == 0
    assert len(fingerprints("가" * 5000)) <= 1


def test_long_bodies_are_sampled_alike_and_bounded() -> None:
    long = prose(3, 2000)
    assert len(long.replace(" ", "")) > SHORT
    again = set(fingerprints(long[: len(long) // 2]).tolist())
    assert len(again - set(fingerprints(long).tolist())) <= 2  # the run that the cut broke
    huge = "협동조합 소식 " * 140_000
    assert len(fingerprints(huge)) < 20


@given(st.text(max_size=400))
@settings(max_examples=100, deadline=None)
def test_any_text_has_sorted_distinct_40_bit_fingerprints(text: str) -> None:
    prints = fingerprints(text).tolist()
    assert prints == sorted(set(prints))
    assert all(0 <= p < 1 << 40 for p in prints)


@given(st.permutations(range(8)))
@settings(max_examples=8, deadline=None)
def test_overlaps_do_not_depend_on_order(order: list[int]) -> None:
    bodies = {f"t{n}": prose(n // 2, 120) + BLURB for n in range(8)}
    shuffled = {f"t{n}": fingerprints(bodies[f"t{n}"]) for n in order}
    found = {pair for pair, o in overlaps(shuffled).items() if o.containment > 0.5}
    assert found == {("t0", "t1"), ("t2", "t3"), ("t4", "t5"), ("t6", "t7")}


def test_what_many_unrelated_texts_share_counts_for_nothing() -> None:
    bodies = {f"t{n:03}": fingerprints(prose(n, 60) + " " + BLURB) for n in range(60)}
    assert overlaps(bodies) == {}
    pair = {"t000": bodies["t000"], "t001": bodies["t001"]}
    assert overlaps(pair)[("t000", "t001")].containment > 0.1, "two texts alone cannot tell what is common"


def test_a_large_story_is_not_mistaken_for_boilerplate() -> None:
    made = random.Random(5)
    sentences = [prose(1000 + n, 12) + "다." for n in range(20)]
    prints = {f"s{n:02}": fingerprints(" ".join(made.sample(sentences, 14))) for n in range(40)}
    linked = {i for pair, o in overlaps(prints).items() if o.containment > 0.4 for i in pair}
    assert len(linked) == 40


def test_ten_thousand_identical_bodies_cost_ten_thousand_pairs() -> None:
    prints = fingerprints(prose(9, 80))
    found = overlaps({f"d{n:05}": prints for n in range(10_000)})
    assert len(found) == 9_999
    assert {o.containment for o in found.values()} == {1.0}


def test_a_key_that_everyone_has_makes_a_chain() -> None:
    keys = {f"k{n:04}": [("2024-05-01", "장터")] for n in range(1_000)}
    assert len(by_keys(keys)) == 999
    assert by_keys({"a": [1, 2], "b": [2, 1], "c": [3]}) == {("a", "b"): 2}
