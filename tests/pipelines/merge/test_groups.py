"""Judgements → groups, and ids: properties over made rows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import combinations
from typing import Literal

from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.merge.ids import founder, mint, successors
from pipelines.merge.stories import groups
from store.records import Judgement

NOW = datetime(2026, 1, 1, tzinfo=UTC)
MEMBERS = [f"a{n}" for n in range(9)]
PAIRS = list(combinations(MEMBERS, 2))


def word(
    left: str, right: str, verdict: Literal["same", "different", "unsure"], score: float = 0.9, by: str = "rule:x"
) -> Judgement:
    return Judgement("article", left, right, verdict, score, (), by, NOW)


words = st.builds(
    lambda pair, verdict, score, by: word(*pair, verdict, score, by),
    st.sampled_from(PAIRS),
    st.sampled_from(["same", "same", "different", "unsure"]),
    st.sampled_from([0.7, 0.8, 0.95]),
    st.sampled_from(["rule:x", "rule:x", "person:kim"]),
)
rows = st.lists(words, max_size=25, unique_by=lambda w: (w.left, w.right))


@given(rows, st.randoms())
@settings(max_examples=200, deadline=None)
def test_groups_cover_all_once_and_do_not_depend_on_order(said: list[Judgement], random: object) -> None:
    before = groups(MEMBERS, said)
    shuffled = list(said)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert groups(reversed(MEMBERS), shuffled) == before
    assert sorted(m for g in before for m in g) == MEMBERS


@given(rows)
@settings(max_examples=200, deadline=None)
def test_nobody_is_with_whom_a_person_called_different(said: list[Judgement]) -> None:
    together = {pair for g in groups(MEMBERS, said) for pair in combinations(sorted(g), 2)}
    assert not together & {(w.left, w.right) for w in said if w.verdict == "different" and w.by.startswith("person")}


@given(rows, st.sampled_from(PAIRS))
@settings(max_examples=200, deadline=None)
def test_a_withdrawn_word_is_undone_without_a_trace(said: list[Judgement], pair: tuple[str, str]) -> None:
    others = [w for w in said if (w.left, w.right) != pair]
    before = groups(MEMBERS, others)
    groups(MEMBERS, [*others, word(*pair, "different", 1.0, "person:kim")])
    assert groups(MEMBERS, others) == before


def test_one_different_keeps_whole_groups_apart() -> None:
    said = [word("a0", "a1", "same", 0.99), word("a2", "a3", "same", 0.99), word("a1", "a2", "same", 0.8)]
    assert frozenset(("a0", "a1", "a2", "a3")) in groups(MEMBERS, said)
    kept = groups(MEMBERS, [*said, word("a0", "a3", "different")])
    assert frozenset(("a0", "a1")) in kept
    assert frozenset(("a2", "a3")) in kept


def test_a_persons_same_joins_against_the_rules() -> None:
    said = [word("a0", "a1", "same", 0.99), word("a0", "a2", "different"), word("a1", "a2", "same", 1.0, "person:kim")]
    assert frozenset(("a0", "a1", "a2")) in groups(MEMBERS, said) or frozenset(("a1", "a2")) in groups(MEMBERS, said)
    assert any({"a1", "a2"} <= g for g in groups(MEMBERS, said))


def test_the_founder_is_the_oldest_and_ids_follow_it() -> None:
    published = {"b": NOW, "a": NOW + timedelta(days=1), "c": None}
    assert founder(["a", "b", "c"], published) == "b"
    assert founder(["c"], published) == "c"
    assert mint("st", "b") == mint("st", "b") != mint("ev", "b")


def test_successors_follow_most_members_and_leave_standing_ids_alone() -> None:
    before = {"old": ["x", "y", "z"], "kept": ["q"], "empty": ["gone"]}
    now = {"x": "new1", "y": "new2", "z": "new2", "q": "kept"}
    assert successors("st", before, now) == {"old": "new2"}


def test_an_id_goes_with_its_founder_through_every_split() -> None:
    """b's group was joined to the older a's, and both left the one that brought them together."""
    before = {mint("st", "a"): ["a", "b", "c"]}
    now = {"a": mint("st", "a"), "b": mint("st", "b2"), "b2": mint("st", "b2"), "c": mint("st", "a")}
    assert successors("st", before, now, [mint("st", "b")]) == {mint("st", "b"): mint("st", "b2")}
    assert successors("st", before, {"a": mint("st", "a")}, [mint("st", "b")]) == {}, "nobody knows where it went"
