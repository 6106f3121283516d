"""Write an `Edition` as `digest.db`: one SQLite file that any tool reads.

The same edition gives the same bytes: rows in key order, fixed page size, no journal, no clock,
and a version that is a fingerprint of the rows. Foreign keys are checked before the file is
closed, so a release never points into nothing.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from pipelines.publish.edition import Edition
from pipelines.publish.index import search_rows
from pipelines.publish.rows import ROWS
from pipelines.publish.schema import Table, ddl, index_ddl
from pipelines.publish.tables import BY_NAME, SCHEMA_VERSION, TABLES
from pipelines.publish.views import VIEWS

PRAGMAS = ("page_size = 4096", "journal_mode = OFF", "synchronous = OFF", "encoding = 'UTF-8'", "cache_size = -65536")
APPLICATION_ID = 0x44555245  # "DURE", so that `file digest.db` and our own readers know it
BATCH = 5_000


class DanglingReference(ValueError):
    """A row points at one that is not in the release."""


def write(edition: Edition, path: Path, made_by: str = "") -> str:
    """Make the file at `path` (which must not exist) and return the version written into it.

    `made_by` is a fingerprint of the code that makes the pages; it is part of the version.
    """
    db = sqlite3.connect(path)
    try:
        for pragma in PRAGMAS:
            db.execute(f"PRAGMA {pragma}")
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        for table in TABLES:
            db.execute(ddl(table))
        fingerprint = _fill(db, edition, made_by)
        version = f"{edition.as_of.isoformat()}-{fingerprint[:8]}"
        _insert(db, BY_NAME["release"], [(version, SCHEMA_VERSION, edition.as_of.isoformat(), edition.banner)])
        _finish(db)
        return version
    finally:
        db.close()


def _fill(db: sqlite3.Connection, edition: Edition, made_by: str) -> str:
    seal = hashlib.sha256(f"{SCHEMA_VERSION}|{made_by}|{edition.as_of}|{edition.banner}".encode())
    for name, rows in ROWS.items():
        seal.update(f"\n[{name}]".encode())
        _insert(db, BY_NAME[name], _sealed(rows(edition), seal))
    _insert(db, BY_NAME["dictionary"], _dictionary())
    for table in TABLES:  # after the rows: filling is faster, and the search lines need them
        for statement in index_ddl(table):
            db.execute(statement)
    _index_words(db)
    return seal.hexdigest()


def _sealed(rows: Iterable[tuple[Any, ...]], seal: Any) -> Iterator[tuple[Any, ...]]:
    for row in rows:
        seal.update(repr(row).encode())
        yield row


def _insert(db: sqlite3.Connection, table: Table, rows: Iterable[tuple[Any, ...]]) -> None:
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
    """`search.pairs` holds character pairs; its rowid is `search_item.item_id` (see dashboards/pairs.py)."""
    db.execute(
        "CREATE VIRTUAL TABLE search USING fts5("
        "title, body, content='', columnsize=0, tokenize='unicode61 remove_diacritics 0')"
    )
    walk = search_rows(db)
    while batch := list(islice(walk, BATCH)):
        _insert(db, BY_NAME["search_item"], [item for item, _, _ in batch])
        db.executemany(
            "INSERT INTO search(rowid, title, body) VALUES (?, ?, ?)",
            [(item[0], title, body) for item, title, body in batch],
        )
    db.execute("INSERT INTO search(search) VALUES ('optimize')")


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
