"""What the rooms rely on: idempotent keeping, replaced findings, judgements that stand, groups by difference."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session

from store import findings, groups, judgements, runs, shelf
from store.errors import NewerStore, StoreError
from store.records import (
    Event,
    EventGroup,
    Fact,
    FetchMemory,
    Findings,
    Judgement,
    KeptArticle,
    Organisation,
    OrganisationGroup,
    Region,
    RequestLog,
    Round,
    Run,
    Said,
    SourceState,
    Story,
)
from store.schema import HEAD, current, known_steps
from store.session import Store, open_store, sqlite_address

NOW = datetime(2026, 11, 20, 7, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


def an_article(number: int = 1, **changes: object) -> KeptArticle:
    base = KeptArticle(
        id=f"a{number:04}",
        canonical_key=f"gnuboard:ex.test/notice/{number}",
        source_id="gaon",
        family="gnuboard5",
        channel="board",
        url=f"https://ex.test/notice/{number}",
        title="가온시 마을기업 모집",
        text="11월 30일까지 신청하세요.",
        published_at=NOW,
        date_only=False,
        byline=None,
        board="공지",
        category=None,
        attachments=("신청서.hwp",),
        comments=0,
        first_seen_at=NOW,
        changed_at=NOW,
        revision=1,
        digest="d1",
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def some_findings() -> Findings:
    event = Event(
        title="마을기업 모집",
        end=date(2026, 11, 30),
        application_deadline=date(2026, 11, 30),
        hosts=("가온시",),
        flags=("call",),
        evidence={"application_deadline": ((0, 9),)},
        rules={"application_deadline": "until"},
    )
    return Findings(
        relevant=True,
        relevance=("R1",),
        sectors=("regional_regeneration",),
        region=Region("경기도", "가온시", "text", (0, 3)),
        events=(event,),
        organisations=(Organisation("가온시", "local_government", ("가온",), ((0, 3),)),),
        facts=(Fact("가온시", "지원금", 5e7, "KRW", (3, 6), "5천만원"),),
    )


def test_an_article_is_kept_and_replaced_as_a_revision(store: Store) -> None:
    with store.begin() as session:
        shelf.keep(session, an_article(), "first sight")
        shelf.keep(session, an_article(title="고침", revision=2, digest="d2", changed_at=LATER), "title changed")
    with store.begin() as session:
        kept = shelf.held(session, "gnuboard:ex.test/notice/1")
        assert kept == an_article(title="고침", revision=2, digest="d2", changed_at=LATER)
        assert shelf.count(session) == 1


def test_an_error_rolls_the_whole_transaction_back(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.begin() as session:
        shelf.keep(session, an_article(), "first sight")
        _ = 1 / 0
    with store.begin() as session:
        assert shelf.count(session) == 0


def test_a_naive_time_is_refused(store: Store) -> None:
    with pytest.raises(Exception, match="naive datetime"), store.begin() as session:
        shelf.keep(session, an_article(published_at=datetime(2026, 11, 20)), "bug")


@pytest.mark.parametrize("text", ["가\x00나", "가\ud800나", "😀 이모지", "‮뒤집힘"])
def test_text_that_no_database_takes_keeps_its_length(store: Store, text: str) -> None:
    with store.begin() as session:
        shelf.keep(session, an_article(text=text), "first sight")
    with store.begin() as session:
        kept = shelf.article(session, "a0001")
        assert kept is not None
        assert len(kept.text) == len(text)


def test_findings_are_replaced_and_come_back_equal(store: Store) -> None:
    found = some_findings()
    with store.begin() as session:
        shelf.keep(session, an_article(), "first sight")
        assert shelf.unread(session, "r1") == ["a0001"]
        findings.save(session, "a0001", 1, replace(found, events=found.events * 2), "r1")
        findings.save(session, "a0001", 1, found, "r1")
    with store.begin() as session:
        assert [e.event for e in findings.events(session)] == list(found.events)
        assert [o.organisation for o in findings.organisations(session)] == list(found.organisations)
        assert [f["value"] for f in findings.facts(session)] == [5e7]
        assert shelf.unread(session, "r1") == []
        assert shelf.unread(session, "r2") == ["a0001"]


def test_nothing_is_kept_of_an_irrelevant_article(store: Store) -> None:
    with store.begin() as session:
        shelf.keep(session, an_article(), "first sight")
        findings.save(session, "a0001", 1, some_findings(), "r1")
        findings.save(session, "a0001", 1, replace(some_findings(), relevant=False), "r2")
    with store.begin() as session:
        assert list(findings.events(session)) == []
        assert list(findings.readings(session)) == []


def a_word(verdict: str = "same", by: str = "rule:title", left: str = "a", right: str = "b") -> Judgement:
    return Judgement("article", left, right, verdict, 0.9, ("title",), by, NOW)  # type: ignore[arg-type]


def test_the_same_word_twice_writes_nothing(store: Store) -> None:
    with store.begin() as session:
        assert judgements.save(session, [a_word()]) == 1
    with store.begin() as session:
        assert judgements.save(session, [replace(a_word(), at=LATER)]) == 0
        assert [j.at for j in judgements.live(session, "article")] == [NOW]


def test_a_persons_word_outlives_the_rules(store: Store) -> None:
    with store.begin() as session:
        judgements.save(session, [a_word()])
        judgements.save(session, [a_word("different", "person:min")])
        judgements.save(session, [a_word("same", "rule:new")])
        assert judgements.retire_rules(session, "article", [], LATER) == 0
        assert [j.verdict for j in judgements.live(session, "article")] == ["different"]
        assert [j.by for j in judgements.history(session, "article", "b", "a")] == ["rule:title", "person:min"]
        assert judgements.withdraw(session, "article", "b", "a", LATER)
        assert not judgements.withdraw(session, "article", "b", "a", LATER)
        assert list(judgements.live(session, "article")) == []


def _world(session: Session) -> None:
    for number in (1, 2):
        shelf.keep(session, an_article(number), "first sight")
        findings.save(session, f"a{number:04}", 1, some_findings(), "r1")


def test_groups_are_replaced_by_difference(store: Store) -> None:
    event = some_findings().events[0]
    said = Said("start", "2026-11-30", "a0001-e0", "a0001", NOW, ((0, 9),), "current")
    two = [Story("s1", {"a0001": "original", "a0002": "reprint"}, NOW)]
    one_each = [Story("s1", {"a0001": "original"}, NOW), Story("s2", {"a0002": "own"}, NOW)]
    ev = [EventGroup("e1", "e1@dure", 0, event, ("a0001-e0", "a0002-e0"), (said,))]
    org = [OrganisationGroup("o1", "가온시", "local_government", None, {"가온시": 2}, ("a0001-o0",), NOW, NOW)]
    with store.begin() as session:
        _world(session)
        assert groups.replace_stories(session, two) > 0
        assert groups.replace_events(session, ev) > 0
        assert groups.replace_organisations(session, org) > 0
    with store.begin() as session:
        assert groups.replace_stories(session, two) == 0
        assert groups.replace_events(session, ev) == 0
        assert groups.replace_organisations(session, org) == 0
        assert groups.events(session) == ev
        assert groups.organisations(session) == org
        groups.replace_stories(session, one_each)
        assert groups.stories(session) == one_each
        groups.replace_stories(session, two, {"s2": "s1"})
        assert groups.stories(session) == two
        assert groups.successor(session, "s2") == "s1"
        assert groups.successor(session, "s1") == "s1"
        groups.replace_stories(session, [Story("s3", two[0].articles, NOW)], {"s1": "s3", "s2": "s3"})
        assert groups.redirects(session, "story") == {"s1": "s3", "s2": "s3"}
        assert groups.redirects(session, "event") == {}


def test_an_heir_takes_over_the_uid_of_its_predecessor(store: Store) -> None:
    event = some_findings().events[0]
    old = EventGroup("e1", "e1@dure", 0, event, ("a0001-e0",))
    heir = EventGroup("e0", "e1@dure", 1, event, ("a0001-e0", "a0002-e0"))
    with store.begin() as session:
        _world(session)
        groups.replace_events(session, [old])
    with store.begin() as session:
        groups.replace_events(session, [heir], {"e1": "e0"})
    with store.begin() as session:
        assert groups.events(session) == [heir]
        assert groups.successor(session, "e1") == "e0"
        assert groups.replace_events(session, [heir], {"e1": "e0"}) == 0


def test_two_events_exchange_their_uids(store: Store) -> None:
    event = some_findings().events[0]

    def two(first: str, second: str) -> list[EventGroup]:
        return [
            EventGroup("e1", first, 0, event, ("a0001-e0",)),
            EventGroup("e2", second, 0, event, ("a0002-e0",)),
        ]

    with store.begin() as session:
        _world(session)
        groups.replace_events(session, two("x@dure", "y@dure"))
    with store.begin() as session:
        assert groups.replace_events(session, two("y@dure", "x@dure")) == 2
        assert groups.events(session) == two("y@dure", "x@dure")


def test_an_id_that_is_a_group_again_answers_for_itself(store: Store) -> None:
    event = some_findings().events[0]
    first, second = (EventGroup(f"e{n}", f"e{n}@dure", 0, event, (f"a000{n}-e0",)) for n in (1, 2))
    joined = EventGroup("e1", "e1@dure", 0, event, ("a0001-e0", "a0002-e0"))
    with store.begin() as session:
        _world(session)
        groups.replace_events(session, [first, second])
        groups.replace_events(session, [joined], {"e2": "e1"})
        assert groups.successor(session, "e2") == "e1"
        groups.replace_events(session, [first, second])
        assert groups.successor(session, "e2") == "e2"
        groups.replace_events(session, [joined], {"e2": "e1"})
        assert groups.successor(session, "e2") == "e1", "joined once more, it redirects once more"


def test_forgetting_an_article_reaches_everything_found_in_it(store: Store) -> None:
    with store.begin() as session:
        _world(session)
        groups.replace_stories(session, [Story("s1", {"a0001": "own"}, NOW)])
        findings.forget(session, "a0001")
    with store.begin() as session:
        assert {e.article_id for e in findings.events(session)} == {"a0002"}
        assert groups.stories(session) == [Story("s1", {}, NOW)]


def test_runs_rounds_and_addresses_are_remembered(store: Store) -> None:
    run = Run("r1", NOW, None, "running", "plain", {"crawl": {"pages": 3}})
    round_ = Round("gaon-1", "gaon", NOW, LATER, "good", "", 3, {"article/added": 3})
    state = SourceState("gaon", next_due_at=LATER, robots={"status": 404})
    seen = FetchMemory("https://ex.test/1", "gaon", NOW, 200, etag='"x"', outcome="article")
    with store.begin() as session:
        runs.start(session, run)
        runs.save_round(session, round_)
        runs.save_round(session, replace(round_, id="gaon-0", started_at=NOW - timedelta(days=1)))
        runs.log_request(session, RequestLog("gaon-1", seen.url, NOW, "fetched", 200))
        runs.save_source_state(session, state)
        shelf.remember(session, seen)
        shelf.remember(session, replace(seen, status=304))
    with store.begin() as session:
        assert runs.runs(session) == [run]
        assert runs.last_rounds(session) == {"gaon": round_}
        assert [r.decision for r in runs.requests(session, "gaon-1")] == ["fetched"]
        assert runs.source_state(session, "gaon") == state
        assert runs.source_state(session, "new") == SourceState("new")
        assert shelf.memory(session, seen.url) == replace(seen, status=304)
        newest = runs.newest_round(session)
        assert newest is not None and newest.finished_at == LATER


def test_the_schema_is_at_its_head_and_matches_the_tables(store: Store) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    from sqlmodel import SQLModel

    assert current(store.engine) == HEAD
    assert HEAD in known_steps()
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        assert compare_metadata(context, SQLModel.metadata) == []


def test_a_newer_store_is_left_alone(store: Store) -> None:
    with store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerStore, match="schema 9999"):
        open_store(store.engine.url.render_as_string(hide_password=False))
    with store.engine.begin() as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == "9999"


def test_a_file_that_is_no_store_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "store.db").write_bytes("이것은 데이터베이스가 아니다. ".encode() * 200)
    with pytest.raises(StoreError, match=r"store\.db cannot be opened"):
        open_store(sqlite_address(tmp_path))


def test_a_missing_folder_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(sqlite_address(tmp_path / "nowhere"))


def test_every_column_has_a_meaning() -> None:
    from sqlmodel import SQLModel

    import store.tables  # noqa: F401

    bare = [
        f"{table.name}.{column.name}"
        for table in SQLModel.metadata.tables.values()
        for column in table.columns
        if not column.comment and not (column.name == "id" or str(column.type) == "BOOLEAN")
    ]
    assert bare == []


def test_killed_inside_the_first_migration_the_next_open_works(tmp_path: Path) -> None:
    """The kill lands right after a table was made, before the transaction ends."""
    import subprocess
    import sys

    script = (
        "import os, signal, sqlalchemy, sys\n"
        "from store.session import open_store\n"
        "def kill(conn, cursor, statement, *rest):\n"
        "    if 'CREATE TABLE judgement' in statement: os.kill(os.getpid(), signal.SIGKILL)\n"
        "sqlalchemy.event.listen(sqlalchemy.Engine, 'after_cursor_execute', kill)\n"
        "open_store(sys.argv[1])\n"
    )
    killed = subprocess.run([sys.executable, "-c", script, sqlite_address(tmp_path)], check=False)
    assert killed.returncode == -9
    opened = open_store(sqlite_address(tmp_path))
    assert current(opened.engine) == HEAD
    opened.close()


def test_two_processes_may_make_the_store_at_once(tmp_path: Path) -> None:
    import subprocess
    import sys

    script = "import sys; from store.session import open_store; open_store(sys.argv[1])"
    command = [sys.executable, "-c", script, sqlite_address(tmp_path)]
    racing = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(4)]
    said = [process.communicate()[1].decode() for process in racing]
    assert [process.returncode for process in racing] == [0, 0, 0, 0], said
