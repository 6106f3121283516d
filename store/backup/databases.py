"""The store's rows into files and back: SQLite by its online backup, PostgreSQL by COPY in one snapshot."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, MetaData, Table, create_engine, inspect, make_url

from store.errors import StoreError
from store.files import to_read
from store.schema import migrate

DERIVED = frozenset(("alembic_version", "dictionary", "touched"))
"""Made by opening a store, so not copied."""


def kind(address: str) -> str:
    """sqlite or postgresql."""
    return make_url(address).get_backend_name()


def dump(address: str, folder: Path) -> None:
    """Every row as it was at one moment. The store must be at this code's schema."""
    if kind(address) == "sqlite":
        _copy_sqlite(Path(str(make_url(address).database)), folder / "store.db")
        return
    (folder / "store").mkdir(mode=0o700)
    with _engine(address) as engine:
        for table in _tables(engine):  # names only; the rows come from one snapshot below
            (folder / "store" / f"{table.name}.copy").touch(mode=0o600)
        _copy_out(engine, folder / "store")


def load(address: str, folder: Path, step: str) -> None:
    """The rows into an empty store, brought to the schema they were written under. Raises StoreError."""
    if kind(address) == "sqlite":
        _copy_sqlite(folder / "store.db", Path(str(make_url(address).database)))
        return
    with _engine(address) as engine:
        migrate(engine, step)
        _copy_in(engine, folder / "store")


def is_empty(address: str) -> bool:
    """Whether nothing stands there yet. Raises StoreError where it cannot be reached."""
    if kind(address) == "sqlite":
        return not Path(str(make_url(address).database)).exists()
    with _engine(address) as engine:
        try:
            return not inspect(engine).get_table_names()
        except Exception as error:  # a wrong password, no server: many types
            raise StoreError(f"DURE_STORE cannot be reached ({str(error).splitlines()[0]}).") from error


def _copy_sqlite(source: Path, target: Path) -> None:
    """As one file without a write-ahead log; writers of the source go on meanwhile."""
    target.touch(mode=0o600)
    reading, writing = sqlite3.connect(to_read(source), uri=True), sqlite3.connect(target)
    try:
        reading.backup(writing)
        writing.execute("PRAGMA journal_mode=DELETE")
        said = writing.execute("PRAGMA quick_check").fetchone()[0]
    except sqlite3.Error as error:
        raise StoreError(f"{source} cannot be copied ({error}); `dure doctor` says what is wrong with it.") from error
    finally:
        reading.close()
        writing.close()
    if said != "ok":
        raise StoreError(f"{source} is damaged ({said}); a backup of it would be worthless.")


def _copy_out(engine: Engine, folder: Path) -> None:
    import psycopg

    with _raw(engine) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        with connection.cursor() as cursor:
            for table in _tables(engine):
                statement = f'COPY (SELECT {_columns(table)} FROM "{table.name}") TO STDOUT'
                with (folder / f"{table.name}.copy").open("wb") as out, cursor.copy(statement) as copy:
                    for data in copy:
                        out.write(data)


def _copy_in(engine: Engine, folder: Path) -> None:
    """All tables in one transaction, referred ones first; serial numbers go on after the highest."""
    with _raw(engine) as connection, connection.cursor() as cursor:
        for table in _tables(engine):
            path = folder / f"{table.name}.copy"
            if not path.is_file():
                raise StoreError(f"The backup has no rows of the table «{table.name}»; it is not whole.")
            with path.open("rb") as rows, cursor.copy(f'COPY "{table.name}" ({_columns(table)}) FROM STDIN') as copy:
                while data := rows.read(1 << 20):
                    copy.write(data)
            if table.autoincrement_column is not None:
                name = table.autoincrement_column.name
                cursor.execute(
                    f"SELECT setval(pg_get_serial_sequence('{table.name}', '{name}'), max(\"{name}\")) "
                    f'FROM "{table.name}" HAVING max("{name}") IS NOT NULL'
                )
        connection.commit()


def _tables(engine: Engine) -> list[Table]:
    """As they stand in the database, those that others refer to first."""
    found = MetaData()
    found.reflect(engine)
    return [table for table in found.sorted_tables if table.name not in DERIVED]


def _columns(table: Table) -> str:
    return ", ".join(f'"{column.name}"' for column in table.columns)


@contextmanager
def _engine(address: str) -> Iterator[Engine]:
    engine = create_engine(address)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def _raw(engine: Engine) -> Iterator[Any]:
    """The driver's own connection, which knows COPY; left without commit it changes nothing."""
    connection = engine.raw_connection()
    try:
        yield connection.driver_connection
    finally:
        connection.invalidate()
