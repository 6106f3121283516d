"""A store of every earlier schema, with rows in all its tables, is brought up to date and loses nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import JSON, Boolean, Date, DateTime, Engine, Float, Integer, MetaData, Table, create_engine, insert
from sqlmodel import SQLModel

from store.errors import NewerStore
from store.schema import HEAD, current, known_steps, migrate
from store.session import open_store

EARLIER = sorted(known_steps() - {HEAD})
AT = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
DERIVED = ("dictionary", "alembic_version", "touched")


@pytest.fixture
def engine(address: str) -> Iterator[Engine]:
    made = create_engine(address)
    yield made
    made.dispose()


def value(table: Table, name: str, number: int) -> Any:
    """Something of the right kind; a text names its row, so that references meet."""
    kind = table.c[name].type
    if isinstance(kind, Boolean):
        return True
    if isinstance(kind, Integer):
        return number
    if isinstance(kind, Float):
        return 0.5
    if isinstance(kind, DateTime):
        return AT
    if isinstance(kind, Date):
        return date(2026, 11, 20)
    if isinstance(kind, JSON) or name in ("values", "history"):
        return {"말": [number]}
    return f"글 {number}"[: getattr(kind, "length", None)]


def filled(engine: Engine) -> dict[str, list[dict[str, Any]]]:
    """Three rows into every table of the schema as it stands; what they are."""
    found = MetaData()
    found.reflect(engine)
    rows = {}
    with engine.begin() as connection:
        for table in found.sorted_tables:
            if table.name not in DERIVED:
                given = [{c.name: value(table, c.name, n) for c in table.columns} for n in (1, 2, 3)]
                connection.execute(insert(table), given)
                rows[table.name] = read(connection, table)
    return rows


def read(connection: Any, table: Table, columns: Any = None) -> list[dict[str, Any]]:
    names = list(columns or table.columns.keys())
    found = connection.execute(table.select()).mappings()
    return sorted(({name: row[name] for name in names} for row in found), key=str)


@pytest.mark.parametrize("step", EARLIER)
def test_every_earlier_schema_comes_up_to_date_with_its_rows(engine: Engine, address: str, step: str) -> None:
    migrate(engine, step)
    assert current(engine) == step
    before = filled(engine)
    assert len(before) >= 20 and all(len(rows) == 3 for rows in before.values())
    open_store(address).close()
    assert current(engine) == HEAD
    now = MetaData()
    now.reflect(engine)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), SQLModel.metadata) == []
        for name, rows in before.items():
            assert read(connection, now.tables[name], rows[0].keys()) == rows, name
    open_store(address).close()  # and once more: nothing is left to do


def test_a_newer_store_is_refused_clearly_and_left_as_it_is(engine: Engine, address: str) -> None:
    open_store(address).close()
    rows = filled(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        connection.exec_driver_sql("CREATE TABLE of_tomorrow (id INTEGER)")
    with pytest.raises(NewerStore, match=r"has schema 9999, this Dure knows up to .* install the newer Dure"):
        open_store(address)
    now = MetaData()
    now.reflect(engine)
    with engine.connect() as connection:
        assert all(read(connection, now.tables[name]) == held for name, held in rows.items())


def test_the_steps_are_one_line_without_gaps(tmp_path: Path) -> None:
    assert [*EARLIER, HEAD] == [f"{n:04}" for n in range(1, len(EARLIER) + 2)]
