"""Write an `Edition` as `digest.db`: one SQLite file that any tool reads.

Made anew, the same edition gives the same bytes: rows in key order, fixed page size, no journal, no
clock, and a version that is a fingerprint of the rows. Foreign keys are checked before the file is
closed, so a release never points into nothing. What pages and exports are made of is there after `fill`;
`finish` adds the search, which takes as long again, while they are made.

Writing a million articles takes minutes, most of it the search index. So a large release is carried on:
a copy of the last file in which only the rows that differ are written. It holds the same rows and gives
the same answers as one made anew; pages of the file and the numbers in `search_item` depend on the last.
"""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path
from typing import Final

from pipelines.publish.changes import Changes, Edit, Row, values
from pipelines.publish.edition import Edition
from pipelines.publish.index import Indexed, concerned, lines_of, search_rows
from pipelines.publish.rows import STREAMS, Stream
from pipelines.publish.schema import Table, ddl, index_ddl
from pipelines.publish.tables import BY_NAME, SCHEMA_VERSION, TABLES
from pipelines.publish.views import VIEWS

PRAGMAS = ("page_size = 4096", "journal_mode = OFF", "synchronous = OFF", "encoding = 'UTF-8'", "cache_size = -65536")
APPLICATION_ID = 0x44555245  # "DURE", so that `file digest.db` and our own readers know it
BATCH = 5_000
WHOLE: Final = 1 << 256


class DanglingReference(ValueError):
    """A row points at one that is not in the release."""


@dataclass(frozen=True, slots=True)
class Written:
    """A version and the sums it is made of: per table, the fingerprints of its rows added up.

    A sum, so that the next one follows from the rows that differ alone.
    """

    version: str
    sums: Mapping[str, int]
    edits: Mapping[str, list[Edit]] | None = None  # with which the last file was carried on; None: made anew


def write(edition: Edition, path: Path, made_by: str = "", seen: Changes | None = None) -> Written:
    """Make the file at `path` (which must not exist) and return the version written into it.

    `made_by` is a fingerprint of the code that makes the pages; it is part of the version. `seen`
    follows the rows on their way.
    """
    written = fill(edition, path, made_by, seen)
    finish(path)
    return written


def begin(edition: Edition, path: Path) -> dict[str, int]:
    """All tables, and in those that can be written ahead their rows; what these add up to."""
    sums: dict[str, int] = {}
    with closing(_begun(path)) as db:
        for table, rows in _batched(_walk(edition, None, sums, [stream for stream in STREAMS if stream.ahead])):
            _insert(db, table, rows)
        db.commit()
    return sums


def fill(edition: Edition, path: Path, made_by: str = "", seen: Changes | None = None) -> Written:
    """The file without its search."""
    if edition.ahead is not None:
        shutil.copyfile(edition.ahead.path, path)
    with closing(_begun(path) if edition.ahead is None else _opened(path)) as db:
        sums: dict[str, int] = {}
        for table, rows in _batched(_walk(edition, seen, sums, STREAMS, db)):
            _insert(db, table, rows)
        version = _version(edition, made_by, sums)
        _insert(db, BY_NAME["release"], [_release(edition, version)])
        _insert(db, BY_NAME["dictionary"], _dictionary())
        for table in TABLES:  # after the rows: filling is faster, and the search lines need them
            for statement in index_ddl(table):
                db.execute(statement)
        for view in VIEWS:
            db.execute(view.ddl)
        db.commit()
        return Written(version, sums)


def finish(path: Path) -> None:
    """Add the search, check the file and put its pages in order. Those who read it meanwhile go on reading it
    without: it is done with a copy, which takes its place."""
    whole = path.with_name(f"{path.name}-whole")
    shutil.copyfile(path, whole)
    with closing(_opened(whole)) as db:
        _index_words(db)
        _finish(db)
    whole.replace(path)


def carry(
    edition: Edition, path: Path, made_by: str, seen: Changes, last: Path, sums: Mapping[str, int]
) -> Written | None:  # fmt: skip
    """The same as a copy of the release at `last` (its rows add up to `sums`) with what differs written into it.

    None where too much differs. Where nothing does, nothing is written: the version is that of `last`.
    The tables of both must be the same. What stands at `path` already is that copy.
    """
    whole = edition.only is None
    now: dict[str, int] = {}
    deque(_walk(edition, seen, now if whole else None, STREAMS), maxlen=0)
    if not seen.few or _renamed(seen.edits.get("outlet", ())):
        return None
    if not whole:
        now = _followed(sums, seen.edits)
    version = _version(edition, made_by, now)
    if version != last.name:
        if not path.exists():
            shutil.copyfile(last / "digest.db", path)
        with closing(_opened(path)) as db:
            _amend(db, seen.edits)
            db.execute('DELETE FROM "release"')
            _insert(db, BY_NAME["release"], [_release(edition, version)])
            db.commit()
    return Written(version, now, seen.edits)


def _followed(sums: Mapping[str, int], edits: Mapping[str, Iterable[Edit]]) -> dict[str, int]:
    """The sums after some edits."""
    now = dict(sums)
    for table, those in edits.items():
        for edit in those:
            now[table] -= _print(edit.before) if edit.before is not None else 0
            now[table] += _print(edit.after) if edit.after is not None else 0
    return {table: value % WHOLE for table, value in now.items()}


def _renamed(edits: Iterable[Edit]) -> bool:
    """Whether an outlet is called or treated otherwise than before: all it ever told is then about something else."""
    told = [{(row["outlet_id"], row["name"], row["tier"]) for row in values("outlet", [edit])} for edit in edits]
    return any(len(said) > 1 for said in told)


def _opened(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path)
    for pragma in PRAGMAS:
        db.execute(f"PRAGMA {pragma}")
    return db


def _begun(path: Path) -> sqlite3.Connection:
    """A new file with its tables."""
    db = _opened(path)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for table in TABLES:
        db.execute(ddl(table))
    return db


def _walk(
    edition: Edition, seen: Changes | None, sums: dict[str, int] | None, streams: Iterable[Stream],
    db: sqlite3.Connection | None = None,
) -> Iterator[tuple[Table, Row]]:  # fmt: skip
    """Every row with its table, each going into the fingerprint (of `sums`) and past the last release on its way.

    Those that were written ahead (they stand in `db`) only go past the last release.
    """
    for stream in streams:
        tables = [(BY_NAME[name], rows) for name, rows in stream.tables.items()]
        only = edition.only[stream.kind] if edition.only is not None and stream.kind else None
        following = {t.name: seen.following(t, stream.column, only) for t, _ in tables} if seen else {}
        if stream.ahead and edition.ahead is not None:
            assert db is not None and sums is not None
            sums.update({name: edition.ahead.sums[name] for name in stream.tables})
            for name, follower in following.items():
                follower.follow(_written(db, BY_NAME[name]) if seen and seen.asks(BY_NAME[name]) else ())
            continue
        added = dict.fromkeys(stream.tables, 0)
        for thing in stream.things(edition):
            for table, rows in tables:
                for row in rows(thing):
                    if sums is not None:
                        added[table.name] += _print(row)
                    if following:
                        following[table.name].push(row)
                    yield table, row
        for follower in following.values():
            follower.finish()
        if sums is not None:
            sums.update({name: value % WHOLE for name, value in added.items()})


def _written(db: sqlite3.Connection, table: Table) -> Iterator[Row]:
    yield from db.execute(f'SELECT * FROM "{table.name}" ORDER BY {", ".join(table.key)}')


def _print(row: Row) -> int:
    return int.from_bytes(hashlib.sha256(repr(row).encode()).digest(), "big")


def _batched(rows: Iterable[tuple[Table, Row]]) -> Iterator[tuple[Table, list[Row]]]:
    """Rows of many tables mixed, as lists of rows of one."""
    waiting: dict[str, list[Row]] = {table.name: [] for table in TABLES}
    for table, row in rows:
        held = waiting[table.name]
        held.append(row)
        if len(held) >= BATCH:
            yield table, held
            held.clear()
    yield from ((BY_NAME[name], held) for name, held in waiting.items() if held)


def _version(edition: Edition, made_by: str, sums: Mapping[str, int]) -> str:
    seal = hashlib.sha256(f"{SCHEMA_VERSION}|{made_by}|{edition.as_of}|{edition.banner}".encode())
    for table in sorted(sums):
        seal.update(f"\n[{table}]{sums[table]:064x}".encode())
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
    """The checks, then one clean copy of every page."""
    dangling = db.execute("PRAGMA foreign_key_check").fetchone()
    if dangling:
        raise DanglingReference(f"digest.db: a row of {dangling[0]} points at a missing row of {dangling[2]}")
    db.execute("ANALYZE")
    db.commit()
    db.execute("VACUUM")
