"""What people correct holds, proves itself, outlives re-reading, and is looked at again when the texts change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
from test_merge_stage import ANNOUNCED, LATER, NOW, POSTPONED, run, state  # type: ignore[import-not-found]
from typed import dure

from pipelines.extract.stage import extract
from pipelines.fix import saying
from pipelines.fix.review import waiting
from pipelines.fix.saying import Who
from pipelines.publish import digestdb
from pipelines.publish.collect import collect
from store import corrections, findings, groups, shelf
from store.records import EventGroup
from store.session import Store

Row = dict[str, Any]
Put = Callable[[Store, Sequence[Row]], None]
KIM = Who("kim", "전화로 확인", LATER)
RIGHT = "2024-05-19T10:00:00+09:00"
REPRINT = {**ANNOUNCED, "id": "m9", "outlet": "다른신문", "published_at": "2024-05-03T09:00:00+09:00"}


@pytest.fixture
def event(opened: Store, put: Put) -> EventGroup:
    put(opened, [ANNOUNCED])
    run(opened)
    return the_event(opened)


def the_event(store: Store) -> EventGroup:
    (found,) = state(store)[1]
    return found


def fix(store: Store, id_: str, **values: Any) -> int:
    with store.begin() as session:
        return saying.fix_event(session, id_, values, KIM)[0][0]


def again(store: Store) -> dict[int, tuple[str, ...]]:
    with store.begin() as session:
        return waiting(session)


def test_it_holds_outlives_a_re_reading_and_leaves_no_trace_when_undone(
    opened: Store, put: Put, event: EventGroup
) -> None:
    number = fix(opened, event.id, start=RIGHT)
    run(opened, LATER)
    fixed = the_event(opened)
    assert (fixed.id, fixed.uid, fixed.sequence) == (event.id, event.uid, 1)
    assert fixed.event.start == datetime.fromisoformat(RIGHT)
    assert {(s.by or s.article_id, s.standing) for s in fixed.history if s.field == "start"} == {
        ("m1", "corrected"), ("kim", "current"),
    }  # fmt: skip
    put(opened, [{**ANNOUNCED, "event_title": "공주 두레 장터 개장"}])  # other rules read it otherwise
    run(opened, LATER)
    assert the_event(opened).event.start == datetime.fromisoformat(RIGHT)
    assert run(opened, LATER).rows_changed == 0
    assert again(opened) == {}
    put(opened, [ANNOUNCED])
    with opened.begin() as session:
        saying.undo(session, number, KIM)
    run(opened, LATER)
    back = the_event(opened)
    assert (back.event, back.history, back.sequence) == (event.event, event.history, 2), "calendars hear of both"


def test_what_the_text_says_afterwards_is_shown_and_neither_wins_silently(
    opened: Store, put: Put, event: EventGroup
) -> None:
    number = fix(opened, event.id, start=RIGHT)
    put(opened, [ANNOUNCED, POSTPONED])
    run(opened, LATER)
    told = the_event(opened)
    assert told.event.start == datetime.fromisoformat(RIGHT)
    assert {s.article_id: s.standing for s in told.history if s.field == "start"}["m2"] == "contradicted"
    assert "the texts now say «2024-05-25T10:00:00+09:00»" in again(opened)[number][0]
    with opened.begin() as session:
        new, _ = saying.confirm(session, number, Who("lee", "주최자가 그대로라고 함", LATER))
        assert [c.stands for c in corrections.all_(session)] == [False, True], "nothing is overwritten"
    run(opened, LATER)
    assert again(opened) == {}
    with opened.begin() as session:
        saying.undo(session, new, KIM)
    run(opened, LATER)
    assert str(the_event(opened).event.start) == "2024-05-25 10:00:00+09:00"


def test_a_changed_text_alone_asks_for_a_look(opened: Store, event: EventGroup) -> None:
    number = fix(opened, event.id, venue="온새미회관")
    with opened.begin() as session:
        (held,) = shelf.articles(session, ["m1"])
        from dataclasses import replace

        shelf.keep(session, replace(held, text=held.text + "\n사진 추가", revision=2, changed_at=LATER), "changed")
    assert again(opened) == {number: ("the text of m1 was changed since (revision 2, then 1)",)}


def test_a_new_article_with_the_right_day_and_one_with_the_wrong_find_the_event(
    opened: Store, put: Put, event: EventGroup
) -> None:
    """Days far apart: only the corrected day brings in the one, only the misread one the other."""
    fix(opened, event.id, start="2024-06-15")
    right = {**REPRINT, "event_start": "2024-06-15", "headline": "공주 두레 장터 열린다", "text": "다른 글입니다."}
    put(opened, [right, {**REPRINT, "id": "m10", "outlet": "또다른신문"}])
    run(opened, LATER)
    assert sorted(the_event(opened).findings) == ["m1-e0", "m10-e0", "m9-e0"]


def test_it_goes_with_the_event_when_its_id_passes_to_another(opened: Store, put: Put) -> None:
    put(opened, [POSTPONED])
    run(opened)
    old = the_event(opened)
    fix(opened, old.id, venue="온새미회관")
    put(opened, [POSTPONED, ANNOUNCED])
    run(opened, LATER)
    heir = the_event(opened)
    assert heir.id != old.id
    assert heir.event.venue == "온새미회관"
    fix(opened, old.id, venue="너른마당")  # said by the old id
    run(opened, LATER)
    assert the_event(opened).event.venue == "너른마당"
    with opened.begin() as session:
        assert [c.value for c in corrections.live(session, "event")] == ["너른마당"]


def test_readers_see_who_corrected_it_and_when(opened: Store, event: EventGroup, tmp_path: Path) -> None:
    fix(opened, event.id, start=RIGHT, end=None, venue=None)
    run(opened, LATER)
    with opened.begin() as session:
        edition = collect(session, date(2026, 1, 7), {})
    (row,) = edition.events
    start = [(e.words, e.article_id) for e in row.evidence if e.field == "start"]
    assert start == [("kim 바로잡음 (2026년 1월 6일)", None)]
    assert row.venue is None and not [e for e in row.evidence if e.field == "venue"]
    assert [(c.kind, c.field, c.before, c.after) for c in row.history] == [
        ("announced", "start", None, "2024년 5월 19일 일요일 10:00"),
        ("corrected", "start", "2024년 5월 18일 토요일 10:00", "2024년 5월 19일 일요일 10:00"),
        ("corrected", "venue", "제민천 공원", None),
    ]
    assert row.claims == (), "the misread day is nobody's claim"
    digestdb.write(edition, tmp_path / "digest.db")


def test_no_event_is_not_published_and_comes_back(opened: Store, event: EventGroup) -> None:
    number = fix(opened, event.id, role="background")
    run(opened, LATER)
    with opened.begin() as session:
        assert collect(session, date(2026, 1, 7), {}).events == ()
        saying.undo(session, number, KIM)
    run(opened, LATER)
    with opened.begin() as session:
        assert [e.id for e in collect(session, date(2026, 1, 7), {}).events] == [event.id]


def test_an_articles_relevance_is_a_persons_to_say(opened: Store, put: Put) -> None:
    put(opened, [ANNOUNCED])
    extract(opened, {})
    run(opened)
    first = state(opened)
    with opened.begin() as session:
        [(number, _)] = saying.fix_article(session, "https://example.com/m1", {"relevant": False}, KIM)
    assert extract(opened, {}).read == 1
    run(opened, LATER)
    assert state(opened)[:2] == ([], [])
    with opened.begin() as session:
        saying.undo(session, number, KIM)
    assert extract(opened, {}).read == 1
    run(opened, LATER)
    assert state(opened)[0] == first[0] and [e.id for e in state(opened)[1]] == [e.id for e in first[1]]


def test_an_article_the_rules_pass_over_is_read_where_a_person_wants_it(opened: Store, put: Put) -> None:
    row = {
        **ANNOUNCED,
        "text": "토요일 오전 10시 강변에서 바람 축제가 열린다.",
        "title": "바람 축제",
        "organisations": [],
    }
    put(opened, [row])
    extract(opened, {})
    with opened.begin() as session:
        assert list(findings.readings(session)) == []
        saying.fix_article(session, "m1", {"relevant": True}, KIM)
    extract(opened, {})
    with opened.begin() as session:
        (reading,) = findings.readings(session)
    assert reading["relevance"][0] == "person:kim"


def test_forgetting_the_article_forgets_what_was_said_of_it(opened: Store, event: EventGroup) -> None:
    from store import forgetting

    fix(opened, event.id, title="공주 두레 큰장")
    with opened.begin() as session:
        forgetting.forget(session, ["https://example.com/m1"], NOW)
        assert corrections.all_(session) == []


def test_an_id_someone_spoke_of_is_never_given_to_another_finding(opened: Store, put: Put, event: EventGroup) -> None:
    fix(opened, event.id, start=RIGHT)
    put(opened, [{**ANNOUNCED, "event_title": "전혀 다른 걷기 대회", "event_start": "2024-09-01"}])
    run(opened, LATER)
    with opened.begin() as session:
        assert [f.id for f in findings.events(session)] == ["m1-e1"]
        assert groups.event(session, event.id) is None
    assert list(again(opened).values()) == [("no reading finds this event any more",)]


def test_typed_shown_and_mistakes_in_one_sentence(opened: Store, event: EventGroup, tmp_path: Path) -> None:
    def typed(*words: str) -> CompletedProcess[str]:
        return dure("fix", *words, "--home", tmp_path)

    said = typed("event", event.id, "--start", "2024-05-19 10:00", "--why", "포스터", "--by", "편집부")
    assert (said.returncode, said.stdout.split("\t")[2:6]) == (0, ["편집부", event.id, "start", RIGHT]), said.stderr
    assert "the texts said  2024-05-18T10:00:00+09:00" in typed("show", "1").stdout
    for words, hint in (
        (("event", "ev-nothing", "--cancelled", "--why", "x"), "no event has this id"),
        (("event", event.id, "--start", "soon", "--why", "x"), "no day and no time"),
        (("event", event.id, "--end", "2024-05-01", "--why", "x"), "end on 2024-05-01"),
        (("event", event.id, "--contact", "010-2345-6789", "--why", "x"), "private data"),
        (("event", event.id, "--fee", "무료", "--why", "x", "--by", "a@b.kr"), "as readers may see it"),
        (("event", event.id, "--why", "x"), "Nothing was said"),
        (("article", "m1", "--why", "x"), "name a value, such as --not-relevant"),
        (("undo", "7"), "no correction with this number"),
    ):
        done = typed(*words)
        assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
        assert hint in done.stderr
    assert datetime.now(UTC).date().isoformat() in typed("undo", "1", "--by", "lee").stdout
    assert "taken back by lee" in typed("list", "--all").stdout and typed("list").stdout == ""
