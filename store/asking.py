"""Questions of analysts in SQL: read-only, one statement, within a time. SQLite files and PostgreSQL alike.

Nothing rests on reading the SQL: SQLite opens the file without the right to write and asks an
authoriser about every action; PostgreSQL gets a transaction that only reads in a session that only reads,
the protocol that takes one statement only, and is asked as `pg_read_all_data` where the role of the address
may be that one (PostgreSQL 14). Such a transaction refuses every write to tables and sequences, and functions
that write them; it does not stop what a superuser does beside the tables (COPY to a file or a program,
reading the server's files, ending sessions), which asking as `pg_read_all_data` does. A role of its own that
may only SELECT adds that none of this rests on our code.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Final, cast

from store import misnamed
from store.errors import StoreError
from store.files import to_read
from store.misnamed import Beside

_LARGEST_VALUE: Final = 64 * 1024 * 1024
_STEPS: Final = 20_000
"""Steps of SQLite's machine between two looks at the clock, about a millisecond."""
_READING: Final = frozenset(
    (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE)
)
_HARMLESS_PRAGMAS: Final = frozenset(
    ("table_info", "table_xinfo", "table_list", "index_list", "index_info", "foreign_key_list", "data_version")
)

_FORBIDDEN: Final = ("not authorized", "readonly", "read-only", "prohibited", "denied")
"""What the databases say of a question that does more than read."""


class NotAnswered(StoreError):
    """A question that was not answered: it writes, takes too long or is no SQL. One sentence."""


class _Refused(Exception):
    """The database's own words."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows of one question; `cut` says that there were more."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    cut: bool = False


_Ask = Callable[[str, int, float], Answer]
"""SQL, most rows, most seconds."""


def ask_file(path: Path, sql: str, rows: int, seconds: float, beside: Beside | None = None) -> Answer:
    """Ask an SQLite file; `beside` may have what this one has not. Raises NotAnswered with one sentence."""
    return _asked(partial(_of_file, path), sql, rows, seconds, beside)


def ask_postgresql(address: str, sql: str, rows: int, seconds: float, beside: Beside | None = None) -> Answer:
    """Ask a PostgreSQL at an SQLAlchemy address, as above."""
    return _asked(partial(_of_postgresql, address), sql, rows, seconds, beside)


def _asked(ask: _Ask, sql: str, rows: int, seconds: float, beside: Beside | None) -> Answer:
    try:
        return ask(sql, rows, seconds)
    except _Refused as error:
        said = str(error).strip().splitlines()[0] if str(error).strip() else "no reason given"
        why = misnamed.sentence(said, sql, partial(_names, ask, seconds), beside) or _why(said, seconds)
        raise NotAnswered(why) from error.__cause__


def _names(ask: _Ask, seconds: float) -> list[tuple[Any, ...]]:
    """Tables and columns as the dictionary has them; none where there is no dictionary."""
    try:
        return ask(misnamed.NAMES, misnamed.MOST_NAMES, seconds).rows
    except _Refused:
        return []


def _of_file(path: Path, sql: str, rows: int, seconds: float) -> Answer:
    until = time.monotonic() + seconds
    with closing(sqlite3.connect(to_read(path), uri=True)) as db:
        db.execute("PRAGMA query_only = ON")
        db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LARGEST_VALUE)
        db.set_authorizer(_may)
        db.set_progress_handler(lambda: time.monotonic() > until, _STEPS)
        try:
            found = db.execute(sql)
            return _answer([part[0] for part in found.description or ()], found, rows)
        except (sqlite3.Error, sqlite3.Warning) as error:
            raise _Refused(str(error)) from error


def _of_postgresql(address: str, sql: str, rows: int, seconds: float) -> Answer:
    import psycopg
    from sqlalchemy import make_url

    plain = make_url(address).set(drivername="postgresql").render_as_string(hide_password=False)
    limits = f"-c default_transaction_read_only=on -c statement_timeout={int(seconds * 1000)}"
    try:
        with closing(psycopg.connect(plain, options=limits)) as connection, connection.cursor() as cursor:
            connection.read_only = True
            _as_reader(cursor)
            # one row at a time, and the protocol that takes one statement only; closing it cancels the rest
            with closing(cast(Generator[tuple[Any, ...]], cursor.stream(sql.encode()))) as walk:
                found = [tuple(row) for row in islice(walk, rows + 1)]
                names = tuple(column.name for column in cursor.description or ())
            return Answer(names, found[:rows], len(found) > rows)
    except psycopg.Error as error:
        raise _Refused(str(error)) from error


def _as_reader(cursor: Any) -> None:
    """Lay down what the role of the address may do beyond reading, for this transaction."""
    query = "SELECT count(*) FROM pg_roles WHERE rolname = 'pg_read_all_data' AND pg_has_role(oid, 'MEMBER')"
    if cursor.execute(query).fetchone()[0]:
        cursor.execute("SET LOCAL ROLE pg_read_all_data")


def _answer(names: list[str], found: Iterator[tuple[Any, ...]], most: int) -> Answer:
    rows = list(islice(found, most + 1))
    return Answer(tuple(names), rows[:most], len(rows) > most)


def _may(action: int, name: str | None, _value: str | None, _db: str | None, _by: str | None) -> int:
    if action in _READING or (action == sqlite3.SQLITE_PRAGMA and name in _HARMLESS_PRAGMAS):
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


def _why(first: str, seconds: float) -> str:
    """The database's words as one sentence."""
    if "interrupted" in first or "statement timeout" in first:
        return f"The question took longer than {seconds:g} s and was stopped; narrow it, or give more with --seconds."
    if any(words in first for words in _FORBIDDEN):
        return f"The question would write or leave the file ({first}); here one only reads."
    if "one statement" in first or "multiple commands" in first:
        return "One statement at a time, please."
    return f"The question cannot be answered ({first})."
