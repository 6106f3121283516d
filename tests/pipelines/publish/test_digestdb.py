"""digest.db: the same edition gives the same bytes, and everything in it is explained and bound."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from invented_edition import EVENTS, STORIES, edition

from dashboards.words import LABELS
from pipelines.publish import digestdb
from pipelines.publish.edition import Party
from pipelines.publish.rows import STREAMS, short
from pipelines.publish.tables import TABLES
from pipelines.publish.views import VIEWS


def _made(path: Path, **changes: object) -> sqlite3.Connection:
    digestdb.write(edition(**changes), path)
    return sqlite3.connect(path)


def test_same_edition_same_bytes_whatever_the_order(tmp_path: Path) -> None:
    digestdb.write(edition(), tmp_path / "one.db")
    shuffled = edition(events=tuple(reversed(EVENTS)), stories=tuple(reversed(STORIES)))
    digestdb.write(shuffled, tmp_path / "two.db")
    assert (tmp_path / "one.db").read_bytes() == (tmp_path / "two.db").read_bytes()


def test_version_follows_rows_and_code(tmp_path: Path) -> None:
    versions = {
        digestdb.write(edition(), tmp_path / "a.db").version,
        digestdb.write(edition(), tmp_path / "b.db", made_by="other code").version,
        digestdb.write(edition(events=EVENTS[:3]), tmp_path / "c.db").version,
    }
    assert len(versions) == 3
    assert all(version.startswith("2026-11-20-") for version in versions)


def test_every_table_view_and_column_is_explained(tmp_path: Path) -> None:
    db = _made(tmp_path / "digest.db")
    told = {tuple(row) for row in db.execute("SELECT table_name, column_name FROM dictionary WHERE meaning <> ''")}
    for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')").fetchall():
        if name.startswith(("sqlite_", "search")) and name != "search_item":
            continue
        assert (name, "") in told
        for column in db.execute(f'PRAGMA table_info("{name}")').fetchall():
            assert (name, column[1]) in told, f"{name}.{column[1]} has no words"


def test_rows_fit_their_tables() -> None:
    by_name = {table.name: table for table in TABLES}
    made_of = {name: (stream, rows) for stream in STREAMS for name, rows in stream.tables.items()}
    assert set(by_name) - set(made_of) == {"release", "search_item", "dictionary"}
    for name, (stream, rows) in made_of.items():
        table, made = by_name[name], [row for thing in stream.things(edition()) for row in rows(thing)]
        assert table.names[: len(table.key)] == table.key, f"{name}: two releases are compared by their first columns"
        keys = [tuple(value or "" for value in row[: len(table.key)]) for row in made]
        assert keys == sorted(keys) and len(set(keys)) == len(keys), f"{name} comes in the order of its key"
        assert all(len(row) == len(table.columns) for row in made), name


def test_every_view_answers(tmp_path: Path) -> None:
    db = _made(tmp_path / "digest.db")
    for view in VIEWS:
        cursor = db.execute(f'SELECT * FROM "{view.name}"')
        assert [column[0] for column in cursor.description] == list(view.columns)
        assert cursor.fetchall(), f"{view.name} is empty over the invented edition"


def test_codes_of_the_edition_have_words() -> None:
    assert {event.kind for event in EVENTS} <= set(LABELS["event_kind"])
    assert {event.status for event in EVENTS} <= set(LABELS["event_status"])
    assert {change.kind for event in EVENTS for change in event.history} <= set(LABELS["change_kind"])


def test_a_reference_into_nothing_is_refused(tmp_path: Path) -> None:
    lost = replace(EVENTS[0], parties=(Party("host", "없는 곳", "o-nowhere"),))
    with pytest.raises(digestdb.DanglingReference, match="event_party"):
        digestdb.write(edition(events=(lost,)), tmp_path / "digest.db")


def test_a_deadline_at_midnight_belongs_to_the_day_before(tmp_path: Path) -> None:
    from datetime import datetime

    from pipelines.publish.edition import SEOUL

    late = replace(EVENTS[0], application_deadline=datetime(2026, 11, 23, tzinfo=SEOUL))
    db = _made(tmp_path / "digest.db", events=(late,))
    assert db.execute("SELECT deadline_on FROM event").fetchone() == ("2026-11-22",)


def test_long_words_are_cut_and_say_so() -> None:
    assert short("가" * 40, "evidence") == "가" * 40
    cut = short("가" * 41, "evidence")
    assert cut is not None and len(cut) == 40 and cut.endswith("…")
