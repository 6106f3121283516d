"""Empty stores for tests, and databases on the PostgreSQL of the test session."""

from __future__ import annotations

import tempfile
import uuid
from functools import cache
from pathlib import Path

import sqlalchemy

from store.session import Store, open_store, sqlite_address


def fresh_store(folder: Path) -> Store:
    """An empty SQLite store in a folder, open: a copy of one that the migrations have made."""
    (folder / "store.db").write_bytes(_migrated())
    return open_store(sqlite_address(folder))


@cache
def _migrated() -> bytes:
    """All migrations take 0.2 s of CPU, and hundreds of tests begin with an empty store."""
    with tempfile.TemporaryDirectory() as folder:
        open_store(sqlite_address(Path(folder))).close()
        return (Path(folder) / "store.db").read_bytes()


def fresh_database(server: str, like: str = "template1") -> str:
    """Make a database on the server at this admin address, empty or a copy of one that nobody uses; its address."""
    name = f"dure_{uuid.uuid4().hex[:12]}"
    _said(server, f"CREATE DATABASE {name} TEMPLATE {like}")
    return sqlalchemy.make_url(server).set(database=name).render_as_string(hide_password=False)


def migrated_database(server: str) -> str:
    """The name of a database that the migrations have made, to copy from."""
    address = fresh_database(server)
    open_store(address).close()
    return str(sqlalchemy.make_url(address).database)


def careless(server: str) -> None:
    """Let it not wait for the disk: no test cuts the power, and its end alone took 8 s on a busy one."""
    off = [f"ALTER SYSTEM SET {name} = off" for name in ("fsync", "synchronous_commit", "full_page_writes")]
    _said(server, *off, "SELECT pg_reload_conf()")


def _said(server: str, *statements: str) -> None:
    admin = sqlalchemy.create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    admin.dispose()
