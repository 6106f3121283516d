"""The stage over a real store: idempotent, in any order, undone without a trace."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from pipelines.merge.stage import MergeTally, merge
from store import findings, groups, judgements, shelf
from store.records import EventGroup, Judgement, Story
from store.session import Store, open_store, sqlite_address

Row = dict[str, Any]
Put = Callable[[Store, Sequence[Row]], None]
NOW = datetime(2026, 1, 5, tzinfo=UTC)
LATER = datetime(2026, 1, 6, tzinfo=UTC)


def run(store: Store, now: datetime = NOW) -> MergeTally:
    with store.begin() as session:
        return merge(session, now)


def state(store: Store) -> tuple[list[Story], list[EventGroup], list[tuple[Any, ...]]]:
    with store.begin() as session:
        said = [
            (j.subject, j.left, j.right, j.verdict, j.score, j.reasons, j.by)
            for subject in ("article", "event")
            for j in judgements.live(session, subject)
        ]
        return groups.stories(session), groups.events(session), said


def without_uid(events: Sequence[EventGroup]) -> list[tuple[Any, ...]]:
    return [(e.id, e.sequence, e.event, e.findings, e.history) for e in events]


def test_a_second_run_writes_nothing(opened: Store, put: Put, first_rows: list[Row]) -> None:
    put(opened, first_rows)
    first = run(opened)
    before = state(opened)
    second = run(opened, LATER)
    assert first.judgements_written > 50
    assert first.reprints > 20
    assert (second.judgements_written, second.judgements_withdrawn, second.rows_changed) == (0, 0, 0)
    assert state(opened) == before
    with opened.begin() as session:
        assert {j.at for j in judgements.live(session, "article")} == {NOW}


def test_any_batching_gives_the_same(opened: Store, put: Put, first_rows: list[Row], tmp_path: Any) -> None:
    put(opened, first_rows)
    run(opened)
    shuffled = random.Random(6).sample(first_rows, len(first_rows))
    (tmp_path / "other").mkdir()
    other = open_store(sqlite_address(tmp_path / "other"))
    for n in range(0, len(shuffled), 23):
        put(other, shuffled[n : n + 23])
        run(other)
    ours, theirs = state(opened), state(other)
    other.close()
    assert ours[0] == theirs[0]
    assert without_uid(ours[1]) == without_uid(theirs[1])
    assert ours[2] == theirs[2]


def test_a_killed_run_leaves_nothing(opened: Store, put: Put, first_rows: list[Row]) -> None:
    put(opened, first_rows[:20])
    try:
        with opened.begin() as session:
            merge(session, NOW)
            raise KeyboardInterrupt
    except KeyboardInterrupt:
        pass
    assert state(opened) == ([], [], [])


def test_splitting_a_story_gives_each_back_and_moves_nothing_else(
    opened: Store, put: Put, first_rows: list[Row]
) -> None:
    put(opened, first_rows)
    run(opened)
    before = state(opened)[0]
    left, right = "E03-1", "E03-2"
    story = next(s for s in before if left in s.articles)
    person = [
        Judgement("article", min(left, x), max(left, x), "different", 1.0, ("another donation",), "person:desk", LATER)
        for x in story.articles
        if x != left
    ]
    with opened.begin() as session:
        judgements.save(session, person)
    run(opened, LATER)
    after = state(opened)[0]
    assert [set(s.articles) for s in after if left in s.articles] == [{left}]
    assert [set(s.articles) for s in after if right in s.articles] == [set(story.articles) - {left}]
    assert [s for s in after if not set(s.articles) & set(story.articles)] == [s for s in before if s != story]

    with opened.begin() as session:
        for said in person:
            judgements.withdraw(session, "article", said.left, said.right, LATER)
    run(opened, LATER)
    assert state(opened)[0] == before


def test_a_persons_word_outlives_the_rules(opened: Store, put: Put, first_rows: list[Row]) -> None:
    put(opened, first_rows)
    with opened.begin() as session:
        word = Judgement("article", "E01-2", "E01N", "same", 1.0, ("I say so",), "person:desk", NOW)
        judgements.save(session, [word])
    run(opened)
    run(opened, LATER)
    stories = state(opened)[0]
    assert any({"E01-2", "E01N"} <= set(s.articles) for s in stories)


def test_an_older_founder_takes_over_and_the_old_id_answers(opened: Store, put: Put, first_rows: list[Row]) -> None:
    family = [row for row in first_rows if row["cluster_id"] == "E12"]
    put(opened, family[1:])
    run(opened)
    old = state(opened)[0][0].id
    put(opened, family)
    run(opened, LATER)
    (story,) = state(opened)[0]
    assert story.id != old
    with opened.begin() as session:
        assert groups.successor(session, old) == story.id
        judgements.save(session, [Judgement("article", *sorted(story.articles), "different", 1.0, (), "person:x", NOW)])
    run(opened, LATER)
    with opened.begin() as session:
        assert groups.successor(session, old) == old, "split again, the old story answers for itself"


def test_a_vanished_page_cancels_nothing(opened: Store, put: Put, first_rows: list[Row]) -> None:
    put(opened, first_rows)
    run(opened)
    before = state(opened)
    with opened.begin() as session:
        shelf.set_state(session, "E01-1", "gone", LATER)
    run(opened, LATER)
    assert state(opened) == before


def moved(row_id: str, published: str, **told: Any) -> Row:
    return {
        "id": row_id,
        "outlet": told.pop("outlet", "금강소식"),
        "published_at": published,
        "title": told.pop("headline", "공주 두레 장터"),
        "text": told.pop("text"),
        "event_key": "-",
        "event_title": "공주 두레 장터",
        **told,
    }


ANNOUNCED = moved(
    "m1", "2024-05-02T09:00:00+09:00", event_start="2024-05-18T10:00:00+09:00", venue="제민천 공원",
    text="공주두레협동조합이 5월 18일 오전 10시 제민천 공원에서 ‘공주 두레 장터’를 연다. 농가 31곳이 나온다.",
)  # fmt: skip
POSTPONED = moved(
    "m2", "2024-05-14T09:00:00+09:00", event_start="2024-05-25T10:00:00+09:00", venue="제민천 공원", status="postponed",
    flags=["original_date:2024-05-18"], headline="공주 두레 장터 25일로 연기",
    text="비 예보로 18일 제민천 공원에서 열려던 ‘공주 두레 장터’가 25일로 미뤄졌다. 공주두레협동조합이 14일 알렸다.",
)  # fmt: skip
STALE = moved(
    "m3", "2024-05-15T09:00:00+09:00", event_start="2024-05-18T10:00:00+09:00", venue="제민천 공원", outlet="늦은신문",
    text="공주두레협동조합이 5월 18일 오전 10시 제민천 공원에서 ‘공주 두레 장터’를 연다. 농가 31곳이 나온다.",
)  # fmt: skip


def test_a_postponed_event_is_the_same_event_and_its_calendar_moves(opened: Store, put: Put) -> None:
    put(opened, [ANNOUNCED])
    run(opened)
    (first,) = state(opened)[1]
    put(opened, [ANNOUNCED, POSTPONED, STALE])
    run(opened, LATER)
    (event,) = state(opened)[1]
    assert (event.id, event.uid) == (first.id, first.uid)
    assert (first.sequence, event.sequence) == (0, 1)
    assert str(event.event.start) == "2024-05-25 10:00:00+09:00"
    starts = {said.article_id: said.standing for said in event.history if said.field == "start"}
    assert starts == {"m1": "superseded", "m2": "current", "m3": "superseded"}
    assert {s.standing for s in event.history if s.field == "venue"} == {"current"}


def test_the_uid_stays_where_an_older_telling_founds_the_id_anew(opened: Store, put: Put) -> None:
    put(opened, [POSTPONED])
    run(opened)
    (late,) = state(opened)[1]
    put(opened, [POSTPONED, ANNOUNCED])
    run(opened, LATER)
    (event,) = state(opened)[1]
    assert event.id != late.id
    assert event.uid == late.uid
    with opened.begin() as session:
        assert groups.successor(session, late.id) == event.id


def test_an_empty_store_merges_to_nothing(opened: Store) -> None:
    assert run(opened) == MergeTally(0, 0, 0, 0, 0, 0, 0, 0)


def test_organisations_keep_every_spelling_and_a_persons_word(opened: Store, put: Put) -> None:
    spellings = {"m1": ["공주두레협동조합"], "m2": ["공주두레 협동조합"], "m3": ["금강돌봄사회적협동조합"]}
    put(opened, [{**row, "organisations": spellings[row["id"]]} for row in (ANNOUNCED, POSTPONED, STALE)])
    run(opened)
    with opened.begin() as session:
        first = groups.organisations(session)
    assert sorted(tuple(body.names) for body in first) == [
        ("공주두레 협동조합", "공주두레협동조합"),
        ("금강돌봄사회적협동조합",),
    ]
    with opened.begin() as session:
        word = Judgement("organisation", "m1-o0", "m2-o0", "different", 1.0, (), "person:desk", LATER)
        judgements.save(session, [word])
    run(opened, LATER)
    with opened.begin() as session:
        assert len(groups.organisations(session)) == 3
        judgements.withdraw(session, "organisation", "m1-o0", "m2-o0", LATER)
    assert run(opened, LATER).organisations == 2
    assert run(opened, LATER).rows_changed == 0
    with opened.begin() as session:
        assert groups.organisations(session) == first


def two_bodies(row_id: str, names: Sequence[str]) -> Row:
    return {**ANNOUNCED, "id": row_id, "outlet": f"소식 {row_id}", "organisations": list(names)}


def test_a_redirect_goes_with_its_founder_when_the_group_that_answered_splits(opened: Store, put: Put) -> None:
    told = {
        day: {**two_bodies(f"p{day}", ["공주두레협동조합"]), "published_at": f"2026-01-0{day}T09:00:00+09:00"}
        for day in (1, 2, 3)
    }
    put(opened, [told[3]])
    run(opened)
    with opened.begin() as session:
        (first,) = groups.organisations(session)
    put(opened, [told[1], told[2]])
    run(opened)
    with opened.begin() as session:
        (whole,) = groups.organisations(session)
        assert groups.successor(session, first.id) == whole.id
        apart = [Judgement("organisation", "p1-o0", f"p{n}-o0", "different", 1.0, (), "person:k", NOW) for n in (2, 3)]
        judgements.save(session, apart)
    run(opened, LATER)
    with opened.begin() as session:
        (second,) = (body.id for body in groups.organisations(session) if body.id != whole.id)
        assert groups.successor(session, first.id) == second, "not the oldest one, which stands alone now"


def test_a_persons_word_stays_with_its_finding_when_a_new_reading_reorders(opened: Store, put: Put) -> None:
    put(opened, [two_bodies("p1", ["공주두레협동조합", "금강돌봄센터"]), two_bodies("p2", ["공주두레 협동조합"])])
    with opened.begin() as session:
        judgements.save(session, [Judgement("organisation", "p1-o0", "p2-o0", "different", 1.0, (), "person:k", NOW)])
    run(opened)
    with opened.begin() as session:
        before = {tuple(body.names): body.id for body in groups.organisations(session)}
    assert len(before) == 3
    # another reading: the order turns, one is new, and later the one spoken of is not found any more
    put(opened, [two_bodies("p1", ["금강돌봄센터", "백제공방", "공주두레협동조합"])])
    run(opened, LATER)
    with opened.begin() as session:
        after = {tuple(body.names): body.id for body in groups.organisations(session)}
    assert {names: after[names] for names in before} == before
    assert len(after) == 4
    put(opened, [two_bodies("p1", ["금강돌봄센터"])])
    put(opened, [two_bodies("p1", ["금강돌봄센터", "공주두레 협동조합"])])
    with opened.begin() as session:
        ids = {f.organisation.name: f.id for f in findings.organisations(session, ["p1"])}
    assert ids["금강돌봄센터"] == "p1-o1"
    assert ids["공주두레 협동조합"] != "p1-o0", "an id that a person spoke of is never given to another finding"
