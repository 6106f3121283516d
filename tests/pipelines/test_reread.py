"""The archive read again: what differs is shown, nothing is written before it is taken, and ids stay."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime

from homes import rows_of, store_of  # type: ignore[import-not-found]
from sqlalchemy import text
from typer.testing import CliRunner

from pipelines import stages
from pipelines.cli import app
from pipelines.cli.people import UsageError
from pipelines.fix import saying
from pipelines.fix.saying import Who
from pipelines.merge import people
from pipelines.reread.chunk import Place
from pipelines.reread.stage import Difference, compare, here, work
from pipelines.settings import Settings
from store import groups
from store.archive import Archive
from store.session import open_store

VENUE = "옛 규칙의 곳"


def again(settings: Settings, processes: int = 1, take: bool = False, source: tuple[str, ...] = ()) -> Difference:
    store = open_store(settings.store_address)
    with Archive(settings.archive_folder) as archive:
        chunks = work(store, archive, source, None)
    place = Place(settings.store_address, settings.archive_folder, settings.catalogue)
    found = compare(here(place, chunks, processes), take=store if take else None)
    store.close()
    return found


def plant(settings: Settings) -> dict[str, str]:
    """As other rules would have read it: a venue, a title, an event that was not found, a page that was refused."""
    store = open_store(settings.store_address)
    with store.begin() as session:
        rows = session.execute(text('SELECT id, "values" FROM event_finding WHERE start IS NOT NULL ORDER BY id')).all()
        (moved, values), (missed, _) = rows[0], rows[-1]
        said = json.dumps({**json.loads(values), "venue": VENUE})
        session.execute(text('UPDATE event_finding SET "values" = :v WHERE id = :i'), {"v": said, "i": moved})
        session.execute(text("DELETE FROM event_finding WHERE id = :i"), {"i": missed})
        bare = "SELECT id, url FROM article WHERE id NOT IN (SELECT article_id FROM event_finding) ORDER BY id"
        (titled, _), (refused, url) = session.execute(text(bare)).all()[:2]
        session.execute(text("UPDATE article SET title = '옛 제목' WHERE id = :i"), {"i": titled})
        session.execute(text("DELETE FROM article WHERE id = :i"), {"i": refused})
        session.execute(text("DELETE FROM fetch_memory WHERE url = :u"), {"u": url})
    store.close()
    return {"moved": moved, "missed": missed, "titled": titled, "refused": refused}


def test_with_the_same_rules_nothing_differs(settings: Settings) -> None:
    found = again(settings)
    assert (found.read, found.differing, dict(found.notes)) == (49, 0, {})


def test_what_is_planted_is_found_shown_and_taken(settings: Settings) -> None:
    clean = rows_of(store_of(settings.home))
    ids = plant(settings)
    damaged = rows_of(store_of(settings.home))
    found = again(settings, processes=2)
    assert dict(found.fields) == {
        ("event.venue", "changed"): 1, ("event", "added"): 1, ("article.title", "changed"): 1, ("article", "added"): 1,
    }  # fmt: skip
    assert {name: article for (name, _), ((article, _), *_) in found.examples.items()} == {
        "event.venue": ids["moved"].partition("-")[0], "event": ids["missed"].partition("-")[0],
        "article.title": ids["titled"], "article": ids["refused"],
    }  # fmt: skip
    assert rows_of(store_of(settings.home)) == damaged, "nothing is written before it is taken"
    assert again(settings) == found, "one process and two say the same"
    again(settings, take=True)
    now = rows_of(store_of(settings.home))
    for table in ("event_finding", "organisation_finding", "fact_finding", "time_finding"):
        assert now[table] == clean[table], table
    assert {row[0] for row in now["article"]} == {row[0] for row in clean["article"]}
    assert len(now["revision"]) == len(clean["revision"]) + 1, "the corrected title is a revision of its own"
    assert again(settings).differing == 0


def test_only_one_source(settings: Settings) -> None:
    plant(settings)
    found = again(settings, source=("gaon",))
    assert 0 < found.read < 49 and {name for name, _ in found.sources} <= {"gaon"}


def test_outlets_that_are_not_in_the_catalogue_are_named_and_nothing_of_them_is_taken(settings: Settings) -> None:
    """The catalogue that comes with Dure does not know the demo's outlets: without their regions a third of the
    places would be taken back."""
    before = rows_of(store_of(settings.home))
    shown = CliRunner().invoke(app, ["reread", "--processes", "1", "--home", str(settings.home)])
    assert shown.exit_code == 0 and "The catalogue lacks 8 sources of the store (byeolha" in shown.stderr
    refused = CliRunner().invoke(app, ["reread", "--take", "--home", str(settings.home)])
    assert isinstance(refused.exception, UsageError) and "--catalogue" in str(refused.exception)
    assert rows_of(store_of(settings.home)) == before


def test_without_its_capture_the_kept_text_is_read(settings: Settings) -> None:
    plant(settings)
    shutil.rmtree(settings.archive_folder)
    settings.archive_folder.mkdir()
    found = again(settings)
    assert dict(found.notes) == {"not in the archive any more": 48}
    assert dict(found.fields) == {("event.venue", "changed"): 1, ("event", "added"): 1}


def test_ids_judgements_and_corrections_stay(settings: Settings) -> None:
    """A person's words hang on findings: what reads them again moves none of them."""
    ids = plant(settings)
    store = open_store(settings.store_address)
    who = Who("kim", "전화로 확인", datetime(2026, 11, 25, tzinfo=UTC))
    with store.begin() as session:
        (event,) = groups.events_holding(session, [ids["moved"]])
        others = [g.id for g in groups.events(session) if g.id != event]
        saying.fix_event(session, event, {"start": "2026-12-31", "end": None}, who)
        one, other = (people.thing(session, id_) for id_ in others[:2])
        people.say(session, "same", one, other, "하나", "kim", who.at)
    again(settings, take=True)
    stages.merge(settings)
    with store.begin() as session:
        held = groups.event(session, event)
        assert held is not None and str(held.event.start) == "2026-12-31" and held.event.venue != VENUE
        assert groups.successor(session, others[0]) == groups.successor(session, others[1])
        assert {groups.successor(session, id_) for id_ in others} <= {g.id for g in groups.events(session)}
    store.close()
