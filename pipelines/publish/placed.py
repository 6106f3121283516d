"""Where rows that differ stand among those of the last release: a row is a line of its exports."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, takewhile

from pipelines.publish.changes import Edit, Row, key_of
from pipelines.publish.schema import Table


@dataclass(frozen=True, slots=True)
class Placed:
    """How many rows a table `held`, and each edit with the number of them that come before it, in order."""

    held: int
    edits: list[tuple[int, Edit]]


def placed(db: sqlite3.Connection, table: Table, edits: Iterable[Edit]) -> Placed:
    """`db`: the digest of the last release."""
    (held,) = db.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()
    return Placed(held, list(_placed(db, table, edits)))


def _placed(db: sqlite3.Connection, table: Table, edits: Iterable[Edit]) -> Iterator[tuple[int, Edit]]:
    """Counted from one edit to the next by the columns of the key that are never empty; for SQL an empty value comes
    neither before another nor after it, so the few rows that share these are held against each other here."""
    key, names = key_of(table), _never_empty(table)
    columns, marks = f"({', '.join(names)})", f"({', '.join('?' * len(names))})"
    between = f'SELECT count(*) FROM "{table.name}" WHERE {columns} < {marks}'
    beside = f'SELECT {", ".join(table.key)} FROM "{table.name}" WHERE {columns} = {marks}'
    at, passed = 0, ()
    for here, those in groupby(edits, lambda edit: key(edit.row)[: len(names)]):
        (more,) = db.execute(between + (f" AND {columns} > {marks}" if passed else ""), (*here, *passed)).fetchone()
        known: list[Row] = sorted(map(key, db.execute(beside, here).fetchall()))
        yield from ((at + more + bisect_left(known, key(edit.row)), edit) for edit in those)
        at, passed = at + more + len(known), here


def _never_empty(table: Table) -> list[str]:
    """The first columns of the key, up to one that may be empty."""
    filled = {column.name for column in table.columns if not column.null}
    return list(takewhile(filled.__contains__, table.key))
