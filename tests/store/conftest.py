"""Every store test runs on SQLite and on a real PostgreSQL (from the dev dependency)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from databases import fresh_store

from store.session import Store, open_store, sqlite_address


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Of a database with nothing in it."""
    if request.param == "sqlite":
        return sqlite_address(tmp_path)
    return str(request.getfixturevalue("postgres_address"))


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store, which is a copy: the migrations have tests of their own."""
    sqlite = request.param == "sqlite"
    opened = fresh_store(tmp_path) if sqlite else open_store(request.getfixturevalue("postgres_store"))
    yield opened
    opened.close()
