"""Write an `Edition` as `digest.db`: one SQLite file that any tool reads.

Made anew, the same edition gives the same bytes: rows in key order, fixed page size, no journal, no
clock, and a version that is a fingerprint of the rows. Foreign keys are checked before the file is
closed, so a release never points into nothing.

Writing a million articles takes minutes, most of it the search index. So a large release is carried on:
a copy of the last file in which only the rows that differ are written. It holds the same rows and gives
the same answers as one made anew; pages of the file and the numbers in `search_item` depend on the last.
"""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import count, islice
from pathlib import Path
from typing import Any

from pipelines.publish.changes import Changes, Edit, Row, values
from pipelines.publish.edition import Edition
from pipelines.publish.index import Indexed, concerned, lines_of, search_rows
from pipelines.publish.rows import ROWS
from pipelines.publish.schema import Table, ddl, index_ddl
from pipelines.publish.tables import BY_NAME, SCHEMA_VERSION, TABLES
from pipelines.publish.views import VIEWS

PRAGMAS = ("page_size = 4096", "journal_mode = OFF", "synchronous = OFF", "encoding = 'UTF-8'", "cache_size = -65536")
APPLICATION_ID = 0x44555245  # "DURE", so that `file digest.db` and our own readers know it
BATCH = 5_000


class DanglingReference(ValueError):
    """A row points at one that is not in the release."""


def write(edition: Edition, path: Path, made_by: str = "", seen: Changes | None = None) -> str:
    """Make the file at `path` (which must not exist) and return the version written into it.

    `made_by` is a fingerprint of the code that makes the pages; it is part of the version. `seen`
    follows the rows on their way.
    """
    db = _opened(path)
    try:
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        for table in TABLES:
            db.execute(ddl(table))
        seal = _seal(edition, made_by)
        for table, rows in _sealed(edition, seal, seen):
            _insert(db, table, rows)
        version = _version(edition, seal)
        _insert(db, BY_NAME["release"], [_release(edition, version)])
        _insert(db, BY_NAME["dictionary"], _dictionary())
        for table in TABLES:  # after the rows: filling is faster, and the search lines need them
            for statement in index_ddl(table):
                db.execute(statement)
        _index_words(db)
        _finish(db)
        return version
    finally:
        db.close()


def carry(edition: Edition, path: Path, made_by: str, seen: Changes, last: Path) -> str | None:
    """The same as a copy of the release at `last` with what differs written into it.

    None where too much differs. Where nothing does, no file is made: the version is that of `last`.
    The tables of both must be the same.
    """
    seal = _seal(edition, made_by)
    for _, rows in _sealed(edition, seal, seen):
        deque(rows, maxlen=0)
    version = _version(edition, seal)
    if not seen.few or _renamed(seen.edits.get("outlet", ())):
        return None
    if version != last.name:
        shutil.copyfile(last / "digest.db", path)
        db = _opened(path)
        try:
            _amend(db, seen.edits)
            db.execute('DELETE FROM "release"')
            _insert(db, BY_NAME["release"], [_release(edition, version)])
            db.commit()
        finally:
            db.close()
    return version


def _renamed(edits: Iterable[Edit]) -> bool:
    """Whether an outlet is called or treated otherwise than before: all it ever told is then about something else."""
    told = [{(row["outlet_id"], row["name"], row["tier"]) for row in values("outlet", [edit])} for edit in edits]
    return any(len(said) > 1 for said in told)


def _opened(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path)
    for pragma in PRAGMAS:
        db.execute(f"PRAGMA {pragma}")
    return db


def _seal(edition: Edition, made_by: str) -> Any:
    return hashlib.sha256(f"{SCHEMA_VERSION}|{made_by}|{edition.as_of}|{edition.banner}".encode())


def _sealed(edition: Edition, seal: Any, seen: Changes | None) -> Iterator[tuple[Table, Iterator[Row]]]:
    """Every table with its rows, each going into the fingerprint on its way."""

    def sealed(rows: Iterable[Row]) -> Iterator[Row]:
        for row in rows:
            seal.update(repr(row).encode())
            yield row

    for name, rows in ROWS.items():
        seal.update(f"\n[{name}]".encode())
        table = BY_NAME[name]
        yield table, sealed(seen.follow(table, rows(edition)) if seen else rows(edition))


def _version(edition: Edition, seal: Any) -> str:
    return f"{edition.as_of.isoformat()}-{seal.hexdigest()[:8]}"


def _release(edition: Edition, version: str) -> Row:
    return version, SCHEMA_VERSION, edition.as_of.isoformat(), edition.banner


def _insert(db: sqlite3.Connection, table: Table, rows: Iterable[Row]) -> None:
    statement = f'INSERT INTO "{table.name}" VALUES ({", ".join("?" * len(table.columns))})'
    walk = iter(rows)
    while batch := list(islice(walk, BATCH)):
        db.executemany(statement, batch)


def _dictionary() -> Iterator[tuple[str, str, str, str]]:
    for table in TABLES:
        yield table.name, "", "table", table.meaning
        yield from ((table.name, c.name, c.kind, c.meaning) for c in table.columns)
    for view in VIEWS:
        yield view.name, "", "view", view.meaning
        yield from ((view.name, name, "view", meaning) for name, meaning in view.columns.items())


def _index_words(db: sqlite3.Connection) -> None:
    """`search` holds character pairs; its rowid is `search_item.item_id` (see dashboards/pairs.py)."""
    db.execute(
        "CREATE VIRTUAL TABLE search USING fts5("
        "title, body, content='', columnsize=0, tokenize='unicode61 remove_diacritics 0')"
    )
    walk = search_rows(db)
    while batch := list(islice(walk, BATCH)):
        _index(db, batch)
    db.execute("INSERT INTO search(search) VALUES ('optimize')")


def _index(db: sqlite3.Connection, lines: Iterable[Indexed]) -> None:
    held = list(lines)
    _insert(db, BY_NAME["search_item"], [item for item, _, _ in held])
    db.executemany(
        "INSERT INTO search(rowid, title, body) VALUES (?, ?, ?)",
        [(item[0], title, body) for item, title, body in held],
    )


def _amend(db: sqlite3.Connection, edits: dict[str, list[Edit]]) -> None:
    """Write the rows that differ, and the search lines of what they are about.

    The index keeps no text (`content=''`), so a line is taken out of it by saying what it was.
    """
    things = concerned(edits)
    following = int(db.execute("SELECT coalesce(max(item_id), 0) + 1 FROM search_item").fetchone()[0])
    numbers = {}
    for item, title, body in list(lines_of(db, things)):
        numbers[item[1:3]] = item[0]
        db.execute("INSERT INTO search(search, rowid, title, body) VALUES ('delete', ?, ?, ?)", (item[0], title, body))
        db.execute("DELETE FROM search_item WHERE item_id = ?", item[:1])
    for name, those in edits.items():
        _edit(db, BY_NAME[name], those)
    fresh = count(following)
    now = list(lines_of(db, things))
    _index(db, [((numbers.get(i[1:3]) or next(fresh), *i[1:]), title, body) for i, title, body in now])


def _edit(db: sqlite3.Connection, table: Table, edits: Iterable[Edit]) -> None:
    known = " AND ".join(f'"{name}" IS ?' for name in table.key)
    leaving = [edit.before[: len(table.key)] for edit in edits if edit.before is not None]
    db.executemany(f'DELETE FROM "{table.name}" WHERE {known}', leaving)
    _insert(db, table, [edit.after for edit in edits if edit.after is not None])


def _finish(db: sqlite3.Connection) -> None:
    """Views, then the checks and one clean copy of every page."""
    for view in VIEWS:
        db.execute(view.ddl)
    dangling = db.execute("PRAGMA foreign_key_check").fetchone()
    if dangling:
        raise DanglingReference(f"digest.db: a row of {dangling[0]} points at a missing row of {dangling[2]}")
    db.execute("ANALYZE")
    db.commit()
    db.execute("VACUUM")
