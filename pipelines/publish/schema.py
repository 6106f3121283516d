"""How a public table is described, and what SQL that description becomes.

The descriptions themselves are in `tables.py`. DDL, `dictionary`, `datapackage.json`, the data
page and the tier check are all made from them, so a column's meaning is written once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["id", "code", "link", "title", "value", "evidence", "ours", "count", "number", "flag", "day", "moment"]
"""What a column holds. It decides SQL type, length limit and what the tier check expects."""

SQL_TYPE: dict[Kind, str] = {"count": "INTEGER", "flag": "INTEGER", "number": "REAL"}

LIMIT: dict[Kind, int] = {
    "id": 200, "code": 60, "link": 2000, "title": 300, "value": 160, "evidence": 40, "ours": 2000,
    "day": 10, "moment": 22,
}  # fmt: skip
"""Most characters a value of each kind may have. Evidence is the value's own words, never a sentence."""


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    kind: Kind
    meaning: str
    null: bool = False
    ref: str | None = None  # table this points at; its key is named `<table>_id`

    @property
    def sql_type(self) -> str:
        return SQL_TYPE.get(self.kind, "TEXT")


@dataclass(frozen=True, slots=True)
class Table:
    name: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]  # its first columns
    indexes: tuple[tuple[str, ...], ...] = ()
    as_written: bool = False  # rows lie in the order they were written in, not in that of the key

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    @property
    def key_may_be_empty(self) -> bool:
        """Whether a column of the key may be empty: then the rows are unique by it and it is no primary key."""
        return any(column.null for column in self.columns if column.name in self.key)


def ddl(table: Table) -> str:
    """CREATE TABLE with keys; every table is STRICT, so a wrong type fails at once.

    Rows lie in the order of their key (WITHOUT ROWID), whatever order they came in: what is asked without
    an order comes out the same from a file made anew and from one carried on.
    """
    lines = [f'  "{c.name}" {c.sql_type}{"" if c.null else " NOT NULL"}' for c in table.columns]
    lines.append(f"  {'UNIQUE' if table.key_may_be_empty else 'PRIMARY KEY'} ({', '.join(table.key)})")
    for column in table.columns:
        if column.ref:
            lines.append(f'  FOREIGN KEY ("{column.name}") REFERENCES "{column.ref}" ("{column.ref}_id")')
    form = "STRICT" if table.as_written or table.key_may_be_empty else "STRICT, WITHOUT ROWID"
    return f'CREATE TABLE "{table.name}" (\n' + ",\n".join(lines) + f"\n) {form}"


def index_ddl(table: Table) -> list[str]:
    return [
        f'CREATE INDEX "{table.name}_by_{"_".join(cols)}" ON "{table.name}" ({", ".join(cols)})'
        for cols in table.indexes
    ]
