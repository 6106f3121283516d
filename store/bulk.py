"""Writing many rows at once, and statements that are compiled once and reused.

SQLAlchemy compiles an INSERT … ON CONFLICT anew at each call (1.0 ms, against 0.12 ms as text; its cache leaves these
out), and building a query costs three times what running it does. With a dozen statements per page, that was most of a
page's cost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Any, TypeVar, cast

from sqlalchemy import CursorResult, Executable, Select, Table, TextClause, bindparam, delete, select, text, tuple_
from sqlalchemy.dialects import sqlite
from sqlmodel import Session, SQLModel

T = TypeVar("T")
_QUOTE = sqlite.dialect().identifier_preparer
"""Double quotes around what is no plain name, as PostgreSQL wants them, too."""
BATCH = 500
"""Rows a statement: SQLite allows 32,766 bound values, our widest table has 20 columns."""


def batches(things: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """The same things in lists of at most `size`."""
    rest = iter(things)
    while batch := list(islice(rest, size)):
        yield batch


def core(table: type[SQLModel]) -> Table:
    """The Core table behind an SQLModel class: rows in bulk never become objects."""
    return SQLModel.metadata.tables[str(table.__tablename__)]


def upsert(session: Session, table: type[SQLModel], rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows, or update those whose primary key is there. All rows name the same columns."""
    if rows:
        session.execute(_insert(core(table), tuple(rows[0]), "update"), list(rows))


def append(session: Session, table: type[SQLModel], rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows that are new. All rows name the same columns."""
    if rows:
        session.execute(_insert(core(table), tuple(rows[0]), ""), list(rows))


def insert_new(session: Session, table: type[SQLModel], row: dict[str, Any]) -> bool:
    """Insert a row; False where its primary key is there already. Two processes cannot both hear True."""
    # asked for what was written: PostgreSQL's driver counts -1 rows here
    return session.execute(_insert(core(table), tuple(row), "nothing"), row).first() is not None


def changes(session: Session, statement: Executable, values: Mapping[str, Any] | None = None) -> bool:
    """Run an UPDATE or DELETE; True where it changed any row."""
    return bool(cast("CursorResult[Any]", session.execute(statement, values)).rowcount)


def row_of(record: Any) -> dict[str, Any]:
    """The fields of a flat record as columns: `asdict` copies every value, ten times as dear."""
    return {name: getattr(record, name) for name in record.__dataclass_fields__}


@cache
def by_key(table: type[SQLModel], *columns: str) -> Select[Any]:
    """The rows whose columns have the values that the parameters of the same names give."""
    t = core(table)
    return select(t).where(*(t.c[name] == bindparam(name) for name in columns))


@cache
def _insert(t: Table, names: tuple[str, ...], on_conflict: str) -> TextClause:
    """The same words on both databases. `on_conflict`: update, nothing (the key of what was written comes back), or
    empty (it is an error).
    """
    quoted = {column.name: _QUOTE.format_column(column) for column in t.columns}
    keys = ", ".join(quoted[column.name] for column in t.primary_key)
    changed = [f"{quoted[name]} = excluded.{quoted[name]}" for name in names if not t.c[name].primary_key]
    end = {
        "": "",
        "nothing": f" ON CONFLICT DO NOTHING RETURNING {keys}",
        "update": f" ON CONFLICT ({keys}) DO UPDATE SET {', '.join(changed)}",
    }[on_conflict]
    columns, values = ", ".join(quoted[name] for name in names), ", ".join(f":{name}" for name in names)
    statement = text(f"INSERT INTO {_QUOTE.format_table(t)} ({columns}) VALUES ({values}){end}")
    return statement.bindparams(*(bindparam(name, type_=t.c[name].type) for name in names))


def sync(session: Session, table: type[SQLModel], rows: Sequence[dict[str, Any]]) -> int:
    """Make the table hold exactly these rows, touching only what differs; how many were touched.

    A second run over the same input therefore writes nothing.
    """
    t = core(table)
    keys = [column.name for column in t.primary_key]

    def key(row: Any) -> tuple[Any, ...]:
        return tuple(row[name] for name in keys)

    held = {key(row): dict(row) for row in session.execute(select(t)).mappings()}
    wanted = {key(row): row for row in rows}
    stale = [k for k in held if k not in wanted]
    for gone in batches(stale):
        session.execute(delete(t).where(tuple_(*(t.c[name] for name in keys)).in_(gone)))
    fresh = [row for k, row in wanted.items() if k not in held]
    append(session, table, fresh)
    changed = [row for k, row in wanted.items() if k in held and any(held[k][n] != v for n, v in row.items())]
    upsert(session, table, changed)
    return len(stale) + len(fresh) + len(changed)
