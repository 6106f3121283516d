"""An id stays with its finding when a later reading orders, corrects, adds or drops findings."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from store.finding_ids import assigned, numbered, of_events, of_organisations

NOW = datetime(2026, 1, 1, tzinfo=UTC)
TITLES = ["두레 장터", "두레 장터", "협동 학교", "총회", "영화제"]


def event(title: str, start: date | None = None, id_: str = "", at: int | None = None) -> dict[str, Any]:
    evidence = {} if at is None else {"title": [[at, at + len(title)]]}
    return {"id": id_, "title": title, "start": start, "role": "main", "values": {"evidence": evidence}}


def body(name: str, at: int, id_: str = "") -> dict[str, Any]:
    return {"id": id_, "name": name, "mentions": [[at, at + len(name)]]}


events = st.lists(
    st.builds(event, st.sampled_from(TITLES), st.sampled_from([None, date(2026, 3, 1), date(2026, 3, 2)])), max_size=6
)


@given(events, st.randoms())
@settings(max_examples=150, deadline=None)
def test_any_order_of_the_same_findings_keeps_what_each_id_stands_for(found: list[dict[str, Any]], random: Any) -> None:
    held = [{**row, "id": f"a-e{n}"} for n, row in enumerate(found)]
    again = list(found)
    random.shuffle(again)
    ids = assigned(held, again, of_events)
    assert sorted(ids) == list(range(len(again)))
    assert len(set(ids.values())) == len(again)
    content = {row["id"]: (row["title"], row["start"]) for row in held}
    assert all(content[id_] == (again[n]["title"], again[n]["start"]) for n, id_ in ids.items())


@given(events, events)
@settings(max_examples=150, deadline=None)
def test_no_id_is_given_twice(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> None:
    held = [{**row, "id": f"a-e{n}"} for n, row in enumerate(before)]
    ids = assigned(held, after, of_events)
    assert len(set(ids.values())) == len(ids)
    new = numbered("a-e", len(after) - len(ids), {row["id"] for row in held})
    assert not set(new) & {row["id"] for row in held}


def test_a_corrected_day_or_title_is_the_same_finding_and_another_event_is_not() -> None:
    held = [event("두레 장터", date(2026, 3, 1), "a-e0", at=5), event("총회", date(2026, 3, 9), "a-e1", at=40)]
    corrected = [event("총회", date(2026, 3, 19), at=40), event("2026 두레 장터", date(2026, 3, 1), at=5)]
    assert assigned(held, corrected, of_events) == {0: "a-e1", 1: "a-e0"}
    assert assigned(held, [event("영화제", date(2026, 5, 1), at=90)], of_events) == {}


def test_two_days_of_one_title_are_not_exchanged() -> None:
    held = [event("설명회", date(2026, 3, 1), "a-e0"), event("설명회", date(2026, 3, 2), "a-e1")]
    again = [event("설명회", date(2026, 3, 2)), event("설명회", date(2026, 3, 3))]
    assert assigned(held, again, of_events) == {0: "a-e1", 1: "a-e0"}, "what is left on both sides is the same title"


def test_organisations_are_their_names_then_their_words() -> None:
    held = [body("두레협동조합", 3, "a-o0"), body("한빛센터", 30, "a-o1")]
    again = [body("한빛센터", 31), body("새봄마을", 60), body("(사)두레협동조합연합", 3)]
    assert assigned(held, again, of_organisations) == {0: "a-o1", 2: "a-o0"}
    assert numbered("a-o", 2, {"a-o0", "a-o1"}) == ["a-o2", "a-o3"]
