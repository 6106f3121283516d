"""What is different from the last release, seen while the rows of the new one go by.

Both releases give their rows in the order of the key, so one walk over the two finds what was added,
changed and gone; where it is known which things can differ, it is a walk over these. From it come
`changes.jsonl` (a line per thing that people follow) and the edits that `digestdb.carry`, `exports` and the
pages are carried on with.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from operator import itemgetter
from pathlib import Path
from typing import Any, Final, TextIO

from pipelines.publish.schema import Table
from pipelines.publish.tables import BY_NAME

Row = tuple[Any, ...]

NAME: Final = "changes.jsonl"
FOLLOWED: Final = frozenset(("story", "event", "organisation", "organisation_identifier", "outlet", "redirect"))
MOST: Final = 100_000
"""Edits that are kept; with more of them a release is made anew."""


class _Anything:
    """Stands for a column the last release did not have yet: a new column is no change of every row."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = None  # type: ignore[assignment]


ANYTHING: Final = _Anything()


@dataclass(frozen=True, slots=True)
class Edit:
    """One row that differs, as it was and as it is."""

    before: Row | None
    after: Row | None

    @property
    def row(self) -> Row:
        """One of the two, for what both say: the key."""
        row = self.after if self.after is not None else self.before
        assert row is not None
        return row


@dataclass(slots=True)
class Changes:
    """The walk. `edits` per table in the order of the key, as long as they are `few`."""

    lines: TextIO
    last: sqlite3.Connection | None
    few: bool = True
    edits: dict[str, list[Edit]] = field(default_factory=dict)
    noted: int = 0

    def __post_init__(self) -> None:
        self.few = self.last is not None

    def restart(self) -> None:
        """The walk begins again, because the rows are asked a second time."""
        self.lines.seek(0)
        self.lines.truncate()
        self.few, self.noted = self.last is not None, 0
        self.edits.clear()

    def asks(self, table: Table) -> bool:
        """Whether it says anything of the rows of a table: without a last release only of those that are followed."""
        return self.last is not None or table.name in FOLLOWED

    def following(self, table: Table, column: str = "", ids: Collection[str] | None = None) -> Follower:
        """Holds the rows of a table, as they come in order, against the last release; of it only those about some
        things where `column` and `ids` say so."""
        return Follower(self, table, self._rows_before(table, column, ids))

    def _rows_before(self, table: Table, column: str, ids: Collection[str] | None) -> Iterator[Row]:
        if self.last is None:
            return
        there = {row[1] for row in self.last.execute(f'PRAGMA table_info("{table.name}")')}
        if not there.issuperset(table.key):
            return
        shared = [name for name in table.names if name in there]
        columns = ", ".join(f'"{name}"' for name in shared)
        some = "" if ids is None else f'WHERE "{column}" IN (SELECT value FROM json_each(?))'
        given = () if ids is None else (json.dumps(sorted(ids), ensure_ascii=False),)
        query = f'SELECT {columns} FROM "{table.name}" {some} ORDER BY {", ".join(table.key)}'
        rows = self.last.execute(query, given)
        if len(shared) == len(table.names):
            for row in rows:  # noqa: UP028  (`yield from` would close the cursor, maybe after its database)
                yield row
        else:
            known = (dict(zip(shared, row, strict=True)) for row in rows)
            yield from (tuple(row.get(name, ANYTHING) for name in table.names) for row in known)

    def note(self, table: Table, before: Row | None, after: Row | None) -> None:
        if table.name in FOLLOWED:
            self.lines.write(json.dumps(_line(table, before, after), ensure_ascii=False) + "\n")
        self.noted += 1
        if self.noted > MOST:
            self.few = False
            self.edits.clear()
        if self.few:
            self.edits.setdefault(table.name, []).append(Edit(before, after))


class Follower:
    """The walk over one table: rows are pushed in the order of the key, and what they are held against goes along."""

    def __init__(self, changes: Changes, table: Table, before: Iterator[Row]) -> None:
        self.changes, self.table, self.before = changes, table, before
        self.key = key_of(table)
        self.held = next(before, None)

    def push(self, row: Row) -> None:
        held, key = self.held, self.key
        if held is None:
            self.changes.note(self.table, None, row)
            return
        if held == row:
            self._on()
            return
        while held is not None and key(held) < key(row):
            self._gone(held)
            held = self.held
        if held is None or key(held) != key(row):
            self.changes.note(self.table, None, row)
        else:
            if held != row:
                self.changes.note(self.table, held, row)
            self._on()

    def follow(self, rows: Iterable[Row]) -> None:
        """All rows of the table."""
        for row in rows:
            self.push(row)
        self.finish()

    def finish(self) -> None:
        while self.held is not None:
            self._gone(self.held)

    def _gone(self, held: Row) -> None:
        self.changes.note(self.table, held, None)
        self._on()

    def _on(self) -> None:
        self.held = next(self.before, None)


@contextmanager
def walk(folder: Path, last: Path | None) -> Iterator[Changes]:
    """Write `changes.jsonl` below `folder`, comparing with the release at `last` (without one everything is new)."""
    with (folder / NAME).open("w", encoding="utf-8", newline="\n") as lines:
        if last is None:
            yield Changes(lines, None)
            return
        uri = f"{(last / 'digest.db').resolve().as_uri()}?mode=ro&immutable=1"
        db = sqlite3.connect(uri, uri=True)
        try:
            yield Changes(lines, db)
        finally:
            db.close()


def key_of(table: Table) -> Callable[[Row], Row]:
    """What rows are put in order by: the key, an empty value first as in SQLite."""
    width = len(table.key)
    if table.key_may_be_empty:
        return lambda row: tuple("" if value is None else value for value in row[:width])
    return itemgetter(slice(width))


def values(table: str, edits: Iterable[Edit]) -> Iterator[dict[str, Any]]:
    """The rows of some edits, those before and those after, by the names of their columns."""
    names = BY_NAME[table].names
    for edit in edits:
        yield from (dict(zip(names, row, strict=True)) for row in (edit.before, edit.after) if row is not None)


def _line(table: Table, before: Row | None, after: Row | None) -> dict[str, Any]:
    """The key, and the title where there is one, so that a line can be read by itself."""
    change = "added" if before is None else "gone" if after is None else "changed"
    row = dict(zip(table.names, after or before or (), strict=True))
    told = (*table.key, "organisation_id", "title", "name")
    keyed = {name: row[name] for name in told if row.get(name, ANYTHING) is not ANYTHING}
    line = {"table": table.name, "change": change, **keyed}
    if before is not None and after is not None:
        pairs = zip(table.names, before, after, strict=True)
        line["values"] = {name: [was, now] for name, was, now in pairs if was != now}
    return line
