"""A person's word on groups: through the stage, over runs, contradicted, taken back without a trace."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from test_merge_stage import ANNOUNCED, LATER, NOW, POSTPONED, STALE, run, state  # type: ignore[import-not-found]

from pipelines.merge import people
from store import groups, judgements
from store.records import Judgement
from store.session import Store

Row = dict[str, Any]
Put = Callable[[Store, Sequence[Row]], None]
AFTER = datetime(2026, 1, 7, tzinfo=UTC)


def say(store: Store, verdict: people.Said, a: str, b: str, who: str = "desk") -> list[Judgement]:
    with store.begin() as session:
        return people.say(session, verdict, people.thing(session, a), people.thing(session, b), "seen", who, LATER)


def undo(store: Store, a: str, b: str) -> list[Judgement]:
    with store.begin() as session:
        return people.undo(session, a, b, AFTER)


def shape(store: Store) -> list[set[str]]:
    return [set(s.articles) for s in state(store)[0]]


def two_largest(store: Store) -> list[Any]:
    return sorted(state(store)[0], key=lambda s: (-len(s.articles), s.id))[:2]


def test_two_stories_said_to_be_one_are_one_whole_and_come_apart_whole(
    opened: Store, put: Put, first_rows: list[Row]
) -> None:
    put(opened, first_rows)
    run(opened)
    before = state(opened)
    first, second = two_largest(opened)
    assert min(len(first.articles), len(second.articles)) > 2
    say(opened, "same", first.id, second.id)
    for _ in range(2):
        run(opened, LATER)
        joined = {*first.articles, *second.articles}
        others = [set(s.articles) for s in before[0] if s.id not in (first.id, second.id)]
        assert sorted(map(sorted, shape(opened))) == sorted(map(sorted, [joined, *others])), "nothing else moves"
    undo(opened, second.id, first.id)
    run(opened, AFTER)
    assert state(opened)[0] == before[0]
    assert [e.event for e in state(opened)[1]] == [e.event for e in before[1]]
    with opened.begin() as session:
        assert {groups.successor(session, s.id) == s.id for s in before[0]} == {True}


def test_a_member_is_taken_out_of_its_story_and_given_back(opened: Store, put: Put, first_rows: list[Row]) -> None:
    put(opened, first_rows)
    run(opened)
    before = state(opened)
    story = two_largest(opened)[0]
    stranger = sorted(story.articles)[1]
    say(opened, "different", story.id, stranger)
    run(opened, LATER)
    left = {*story.articles} - {stranger}
    others = [set(s.articles) for s in before[0] if s.id != story.id]
    assert sorted(map(sorted, shape(opened))) == sorted(map(sorted, [left, {stranger}, *others]))
    undo(opened, story.id, stranger)
    run(opened, AFTER)
    assert state(opened)[0] == before[0]


def test_events_and_organisations_by_their_ids(opened: Store, put: Put) -> None:
    named = {"m1": ["공주두레협동조합"], "m2": ["공주두레 협동조합"], "m3": ["금강돌봄사회적협동조합"]}
    put(opened, [{**row, "organisations": named[row["id"]]} for row in (ANNOUNCED, POSTPONED, STALE)])
    run(opened)
    before = state(opened)
    (event,) = before[1]
    with opened.begin() as session:
        bodies = groups.organisations(session)
    assert len(bodies) == 2
    say(opened, "different", event.id, "m2-e0")
    say(opened, "same", bodies[0].id, bodies[1].id)
    run(opened, LATER)
    assert sorted(map(len, (e.findings for e in state(opened)[1]))) == [1, 2]
    with opened.begin() as session:
        assert len(groups.organisations(session)) == 1
    undo(opened, event.id, "m2-e0")
    undo(opened, bodies[0].id, bodies[1].id)
    run(opened, AFTER)
    assert state(opened)[1] == before[1]
    with opened.begin() as session:
        assert groups.organisations(session) == bodies


def test_contradictions_are_found_along_a_chain() -> None:
    def word(left: str, right: str, verdict: Any, by: str = "person:a") -> Judgement:
        return Judgement("article", left, right, verdict, 1.0, ("",), by, NOW)

    chain = [word("a", "b", "same"), word("b", "c", "same")]
    apart = word("a", "c", "different", "person:b")
    assert people.contradictions([*chain, apart]) == [apart]
    assert people.contradictions([chain[0], apart]) == []
    assert people.contradictions([*chain, word("a", "c", "different", "rule:x")]) == []
    other = Judgement("event", "a", "c", "different", 1.0, ("",), "person:b", NOW)
    assert people.contradictions([*chain, other]) == [], "another subject"


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        ("st-000000000000", "m1", "no story, event"),
        ("m1", "m1-e0", "«story», m1-e0 to «event»"),
        ("m1", "m1", "one and the same"),
    ],
)
def test_what_cannot_be_said_is_said_in_a_sentence(opened: Store, put: Put, a: str, b: str, words: str) -> None:
    put(opened, [ANNOUNCED, POSTPONED])
    run(opened)
    with pytest.raises(people.NotSayable, match=words):
        say(opened, "same", a, b)
    with pytest.raises(people.NotSayable, match="Nobody's word"):
        undo(opened, "m1", "m2")
    with opened.begin() as session:
        assert people.spoken(session) == []


def test_great_groups_are_kept_apart_by_their_founders(monkeypatch: pytest.MonkeyPatch) -> None:
    a, b = (people.Thing(i, "article", i, tuple(f"{i}{n}" for n in range(4)), f"{i}2") for i in "ab")
    assert len(list(people._pairs("different", a, b))) == 16
    monkeypatch.setattr(people, "MANY", 10)
    few = list(people._pairs("different", a, b))
    assert len(few) == 7
    assert all("a2" in pair or "b2" in pair for pair in few)


def test_the_word_before_is_history_not_lost(opened: Store, put: Put) -> None:
    put(opened, [ANNOUNCED, POSTPONED])
    run(opened)
    say(opened, "different", "m1", "m2")
    say(opened, "same", "m1", "m2", who="other")
    with opened.begin() as session:
        said = [(w.verdict, w.by, at is None) for w, at in judgements.about(session, "article", ["m1"])]
    assert said[0] == ("same", "person:other", True)
    assert ("different", "person:desk", False) in said
