"""A release made from what was touched in the store is the one made from all of it, and nothing else is read."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from databases import fresh_store
from sqlalchemy import update
from sqlmodel import Session, col
from test_carried import _bytes, _rows
from test_collect import LATER, NOW, OUTLETS, TODAY, _fill, _kept, _said

from dashboards import workers
from pipelines.publish import gathered, making, stage
from pipelines.publish.edition import Edition
from store import findings, groups, listed, published, shelf, touched
from store.records import Event, EventGroup, Fact, Findings, Organisation, OrganisationGroup, Region, Story
from store.session import Store, open_store
from store.tables import ArticleRow

D = timedelta(days=1)
BODY = "미리내시사회적경제협의회"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(fresh_store(tmp_path)) as opened:
        with opened.begin() as session:
            _filled(session)
        yield opened


def _filled(session: Session) -> None:
    """With an opening that is a part of the event there is."""
    _fill(session)
    said = _said("title", "개막식", "a2", NOW - D, "한마당", LATER, "current")
    part = Event("개막식", start=(TODAY + 8 * D), parent="제4회 한마당")
    groups.replace_events(session, [*groups.events(session), EventGroup("e3", "u3", 0, part, (), (said,), "e1")])


def _publish(store: Store, home: Path, day: Any, outlets: Any = OUTLETS) -> Any:
    with store.begin() as session:
        made = stage.publish(session, home, day, outlets=outlets, live=True)
    if made.mark is not None:
        with store.begin() as session:
            touched.settle(session, made.mark, made.version)
    return made


def _retitled(session: Session) -> None:
    session.execute(update(ArticleRow).where(col(ArticleRow.id) == "a3").values(title="고친 제목"))


def _taken_down(session: Session) -> None:
    """The one article from which the former day is known."""
    session.execute(update(ArticleRow).where(col(ArticleRow.id) == "a1").values(state="gone"))


def _arrived(session: Session) -> None:
    """A new article in a known story, a story of its own, a body that takes over the name of a host."""
    for key in ("a6", "a7"):
        shelf.keep(session, _kept(key, "gaon", LATER, NOW), "first sight")
        body = Organisation("온새미마을기업", "village_enterprise", (BODY,), ((0, 3),))
        found = Findings(
            True, item_kind="report", sectors=("care",), region=Region("제주특별자치도", None), organisations=(body,),
            facts=(Fact("장터", "찾은 사람", 300.0, "명", (0, 1), "300명"),),
        )  # fmt: skip
        findings.save(session, key, 1, found, "rules")
    stories = {s.id: s for s in groups.stories(session)}
    joined = replace(stories["s2"], articles={**stories["s2"].articles, "a6": "reprint"})
    groups.replace_stories(session, [stories["s1"], joined, Story("s3", {"a7": "original"}, NOW)])
    bodies = groups.organisations(session)
    new = OrganisationGroup("o9", "온새미마을기업", "village_enterprise", None, {}, ("a6-o0", "a7-o0"), NOW, NOW, "o1")
    groups.replace_organisations(session, [*bodies, new])


def _moved(session: Session) -> None:
    (first, *rest) = groups.events(session)
    said = _said("venue", "시청 앞", "a3", NOW, "시청 앞", LATER, "current")
    moved = replace(first, sequence=2, event=replace(first.event, venue="시청 앞"), history=(*first.history, said))
    groups.replace_events(session, [moved, *rest])


def _merged(session: Session) -> None:
    """The event goes under another id, and so does the body that holds it."""
    (first, *rest) = groups.events(session)
    groups.replace_events(session, [replace(first, id="e0", uid="uid-0@dure"), *rest], {"e1": "e0"})
    (body,) = groups.organisations(session)
    groups.replace_organisations(session, [replace(body, id="o0")], {"o1": "o0"})


def _renamed(session: Session) -> None:
    """The host is called otherwise: the event no longer leads to it."""
    (body,) = groups.organisations(session)
    groups.replace_organisations(session, [replace(body, name="다른협의회", region="제주특별자치도")])
    for n in ("a2", "a3", "a4"):
        article = Organisation("다른협의회", "association_network", (), ((0, 3),))
        found = Findings(True, item_kind="event_notice", region=Region("경기도", "미리내시"),
                         events=(Event("한마당"),), organisations=(article,))  # fmt: skip
        findings.save(session, n, 1, found, "newer rules")


def _split(session: Session) -> None:
    first, second = groups.stories(session)
    alone = Story("s4", {"a3": "own"}, second.first_published_at)
    rest = {a: role for a, role in second.articles.items() if a != "a3"}
    groups.replace_stories(session, [first, replace(second, articles=rest), alone])


def _forgotten(session: Session) -> None:
    findings.forget(session, "a3")


def _numbered(session: Session) -> None:
    body = listed.ListedBody("cooperative", "2026-가온-1", BODY, "association_network", None, "2019")
    listed.replace(session, "cooperative", [body], NOW)
    listed.relate(session, {("cooperative", "2026-가온-1"): "o1"})


def _irrelevant(session: Session) -> None:
    findings.save(session, "a2", 1, Findings(False), "newer rules")


def _whole_called_off(session: Session) -> None:
    (first, *rest) = groups.events(session)
    groups.replace_events(session, [replace(first, event=replace(first.event, status="cancelled")), *rest])


def _whole_hidden(session: Session) -> None:
    """What the opening is a part of is not published any more, and the opening itself is not touched."""
    (first, *rest) = groups.events(session)
    groups.replace_events(session, [replace(first, event=replace(first.event, role="background")), *rest])


def _part_of_nothing(session: Session) -> None:
    found = [replace(e, parent_id=None) for e in groups.events(session)]
    groups.replace_events(session, found)


def _nothing(session: Session) -> None:
    pass


EDITS: list[Callable[[Session], None]] = [
    _nothing, _retitled, _taken_down, _arrived, _moved, _merged, _renamed, _split, _forgotten, _numbered, _irrelevant,
    _whole_called_off, _whole_hidden, _part_of_nothing,
]  # fmt: skip


def _no_whole(*_: Any) -> Edition:
    raise AssertionError("everything was read")


@contextmanager
def _at_once(task: workers.Task) -> Iterator[Future[Any]]:
    """What another process would do beside the block is done before it."""
    work, given = task
    done: Future[Any] = Future()
    done.set_result(work(*given))
    yield done


@pytest.mark.parametrize("large", [False, True], ids=["small", "large"])
@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_what_was_touched_gives_what_everything_gives(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edit: Callable[[Session], None], large: bool
) -> None:
    """Two days on end: the second follows a gathered file that itself followed. The folder of a large one is begun with
    all that the last one shows."""
    little, whole = tmp_path / "little", tmp_path / "whole"
    last = _publish(store, little, TODAY)
    assert last.released and last.folder
    shutil.copytree(little, whole, symlinks=True)
    for number, change in enumerate((edit, _nothing), start=1):
        with store.begin() as session:
            change(session)
        with monkeypatch.context() as patched:
            patched.setattr(stage, "LARGE", 0)
            patched.setattr(making.Making, "whole", _no_whole)
            if large:
                patched.setattr(making, "LARGE", 0)
                patched.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
                patched.setattr(workers, "beside", _at_once)
            before = _bytes(last.folder)
            some = _publish(store, little, TODAY + number * D)
            assert _bytes(last.folder) == before, "nothing is written into what is shared"
        (whole / gathered.NAME).unlink(missing_ok=True)
        every = _publish(store, whole, TODAY + number * D)
        assert some.version == every.version
        assert some.folder and every.folder and _rows(some.folder / "digest.db") == _rows(every.folder / "digest.db")
        one, other = _bytes(some.folder), _bytes(every.folder)
        assert {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)} <= {
            "digest.db",
            "manifest.json",
        }
        with store.begin() as session:  # the other folder's release is not what this one's file belongs to
            touched.settle(session, touched.newest(session), some.version)
        last = some


def test_two_processes_collect_what_one_does(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first release and one that follows it, of which all is read though the last is there to be held against."""
    for home in (tmp_path / "alone", tmp_path / "together"):
        assert _publish(store, home, TODAY).released
    with store.begin() as session:
        _arrived(session)
    alone = _publish(store, tmp_path / "alone", TODAY + D)
    monkeypatch.setattr(making, "LARGE", 0)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    together = [_publish(store, tmp_path / name, TODAY + D) for name in ("together", "first")]
    for made in together:
        assert made.version == alone.version and made.folder and alone.folder
        assert _rows(made.folder / "digest.db") == _rows(alone.folder / "digest.db")
    assert _bytes(together[0].folder).keys() == _bytes(alone.folder).keys()
    for name in ("changes.jsonl", "index.html", "exports/organisation.csv"):
        assert (together[0].folder / name).read_bytes() == (alone.folder / name).read_bytes()
    with closing(sqlite3.connect(tmp_path / "first" / gathered.NAME)) as db:
        days = dict(db.execute("SELECT id, day FROM story"))
    assert days and days == {row[0]: row[3] for row in _rows(alone.folder / "digest.db")["story"]}


def _only_whole(store: Store, home: Path, monkeypatch: pytest.MonkeyPatch, day: Any, outlets: Any = OUTLETS) -> None:
    """This publishes, and reads everything to do so."""
    read: list[int] = []
    whole = making.Making.whole
    monkeypatch.setattr(stage, "LARGE", 0)
    monkeypatch.setattr(making.Making, "whole", lambda *given: read.append(1) or whole(*given))
    assert _publish(store, home, day, outlets).released and read == [1]


def test_a_store_put_back_from_a_backup_is_read_anew(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says another release knows it: what it lost since was never touched in it."""
    _publish(store, tmp_path, TODAY)
    with store.begin() as session:
        touched.settle(session, touched.newest(session), "2026-11-01-00000000")
    _only_whole(store, tmp_path, monkeypatch, TODAY + D)


def test_an_outlet_that_may_be_quoted_no_more_is_read_anew(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _publish(store, tmp_path, TODAY)
    _only_whole(store, tmp_path, monkeypatch, TODAY + D, {**OUTLETS, "gaon": replace(OUTLETS["gaon"], tier="link")})


def test_a_new_year_is_read_anew(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _publish(store, tmp_path, TODAY)
    _only_whole(store, tmp_path, monkeypatch, TODAY.replace(year=TODAY.year + 1))


def test_a_file_of_another_release_is_not_followed(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _publish(store, tmp_path, TODAY)
    (tmp_path / gathered.NAME).write_bytes("이것은 데이터베이스가 아니다. ".encode() * 200)
    _only_whole(store, tmp_path, monkeypatch, TODAY + D)


def test_a_home_said_from_where_one_stands_is_followed_too(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The home is `./data` where nothing is set."""
    monkeypatch.chdir(tmp_path)
    made = _publish(store, Path("home"), TODAY)
    assert made.mark is not None
    assert gathered.copied(tmp_path / "home", made.version, tmp_path / "copy")


def test_what_a_clock_that_ran_ahead_dated_is_looked_at_again(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing touches it in between, and yet it stands on another day."""
    with store.begin() as session:
        session.execute(
            update(ArticleRow).where(col(ArticleRow.id) == "a3").values(first_seen_at=NOW + 5 * D, published_at=None)
        )
    _publish(store, tmp_path, TODAY)
    monkeypatch.setattr(stage, "LARGE", 0)
    monkeypatch.setattr(making.Making, "whole", _no_whole)
    made = _publish(store, tmp_path, TODAY + D)
    rows = {row[0]: row for row in _rows(made.folder / "digest.db")["article"]}
    assert rows["a3"][8] == (TODAY + D).isoformat()


def test_only_what_is_published_touches(store: Store) -> None:
    """A text read by newer rules that says the same is no work for the publisher; a title is."""
    with store.begin() as session:
        touched.settle(session, touched.newest(session), "known")
        found = findings.stored(session, ["a1"])["a1"]["reading"]
        session.execute(update(ArticleRow).where(col(ArticleRow.id) == "a1").values(revision=2, digest="other"))
        assert found and touched.since(session) == {subject: set() for subject in touched.SUBJECTS}
        _retitled(session)
        assert touched.since(session) == {**{subject: set() for subject in touched.SUBJECTS}, "article": {"a3"}}
        assert touched.known(session) == "known"


def test_touches_after_the_mark_are_for_the_next_release(store: Store) -> None:
    with store.begin() as session:
        mark = touched.newest(session)
    with store.begin() as session:
        _retitled(session)
    with store.begin() as session:
        touched.settle(session, mark, "known")
        assert (touched.since(session) or {})["article"] == {"a3"}


def test_a_later_word_on_an_event_touches_it(store: Store) -> None:
    with store.begin() as session:
        touched.settle(session, touched.newest(session), "known")
        (first, *rest) = groups.events(session)
        groups.replace_events(session, [replace(first, sequence=9), *rest])
        assert (touched.since(session) or {})["event"] == {"e1"}


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_both_databases_are_touched_alike(
    store: Store, postgres_address: str, edit: Callable[[Session], None]
) -> None:  # fmt: skip
    with closing(open_store(postgres_address)) as other:
        with other.begin() as session:
            _filled(session)
        found = []
        for each in (store, other):
            with each.begin() as session:
                mark = touched.newest(session)
            with each.begin() as session:
                touched.settle(session, mark, "known")
                assert touched.since(session) == {subject: set() for subject in touched.SUBJECTS}
                edit(session)
                found.append(touched.since(session))
        assert found[0] == found[1] and (edit is _nothing) == (not any((found[0] or {}).values()))


def test_both_databases_say_who_names_a_body(store: Store, postgres_address: str) -> None:
    with closing(open_store(postgres_address)) as other:
        with other.begin() as session:
            _fill(session)
        found = []
        for each in (store, other):
            with each.begin() as session:
                found.append(published.members(session, ["o1", "nobody"]))
                (body,) = groups.organisations(session)
        assert found[0] == found[1] == {"o1": set(body.findings)} and len(body.findings) > 1
