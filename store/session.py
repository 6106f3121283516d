"""Open the store: SQLite in WAL mode by default, PostgreSQL by address; one transaction at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlmodel import Session

from store.errors import NoStore, StoreBusy, StoreError
from store.files import make_private, to_read, writable
from store.schema import HEAD, bring_up_to_date, current

BUSY_SECONDS = 30


@dataclass(frozen=True)
class Store:
    """An open store. `with store.begin() as session:` is one transaction: all of it or nothing."""

    engine: Engine
    file: tuple[int, int] | None = None
    """Device and inode of an SQLite store as it was opened."""

    @contextmanager
    def begin(self) -> Iterator[Session]:
        """One transaction; an error inside rolls it back.

        Raises StoreBusy or StoreError with one sentence where the database refuses.
        """
        self.check()
        try:
            with Session(self.engine) as session, session.begin():
                yield session
        except DBAPIError as error:
            raise _for_people(error, self.engine, "does not answer") from error

    def check(self) -> None:
        """Raises StoreError where the file under an open SQLite store was removed or replaced.

        SQLite itself goes on writing into the removed file, and all of that would be lost without a word.
        """
        if self.engine.dialect.name != "sqlite" or not self.engine.url.database:
            return
        path = Path(self.engine.url.database)
        if _identity(path) != self.file:
            raise StoreError(
                f"The store {path} was removed or replaced while it was in use; put it back from a backup, or begin "
                "a new one and read the archive into it (`dure archive replay`)."
            )

    def close(self) -> None:
        self.engine.dispose()


def open_store(address: str) -> Store:
    """Open (and create, or migrate) the store at an SQLAlchemy address.

    Raises StoreError where it cannot be opened, NewerStore where a newer Dure wrote it.
    """
    engine = _engine(address)
    path = file_of(address)
    if path is not None and path.parent.is_dir() and not path.exists():
        make_private(path)
    try:
        bring_up_to_date(engine)
    except DBAPIError as error:
        raise _for_people(error, engine, "cannot be opened") from error
    return Store(engine, _identity(path) if path else None)


def find_store(address: str) -> Store:
    """Open the store that is there, to read in it: nothing is made. One that may not be written is read as it is.

    Raises NoStore where there is none, else as `open_store`.
    """
    path = file_of(address)
    if path is not None and not path.is_file():
        raise NoStore(f"There is no store at {path}; `dure run` makes one, or name another home (--home, DURE_HOME).")
    frozen = path is not None and not writable(path)
    engine = _frozen(address, path) if frozen and path else _engine(address)
    try:
        step = current(engine)
        if step is None:
            raise NoStore(f"The store {_shown(engine)} is empty; `dure run` fills it, or name another home (--home).")
        if not frozen:
            bring_up_to_date(engine)
        elif step != HEAD:
            raise StoreError(f"The store {path} has schema {step}, not {HEAD}, and may not be written; copy it first.")
    except DBAPIError as error:
        raise _for_people(error, engine, "cannot be opened") from error
    return Store(engine, _identity(path) if path else None)


def file_of(address: str) -> Path | None:
    """The file of an SQLite store; None for a server."""
    if not address.startswith("sqlite"):
        return None
    name = make_url(address).database
    return Path(name) if name and name != ":memory:" else None


def _frozen(address: str, path: Path) -> Engine:
    """To read a store that may not be written."""
    where = to_read(path)
    return create_engine(address, creator=lambda: sqlite3.connect(where, uri=True, check_same_thread=False))


def sqlite_address(home: Path) -> str:
    """The address of the embedded store under a home folder."""
    return f"sqlite:///{home / 'store.db'}"


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _engine(address: str) -> Engine:
    if address.startswith("sqlite"):
        # connections stay open: closing the last one copies the whole write-ahead log back (seen: 9 ms a transaction)
        engine = create_engine(address, max_overflow=-1, connect_args={"timeout": BUSY_SECONDS})
        event.listen(engine, "connect", _pragmas)
        return engine
    try:
        return create_engine(address, pool_pre_ping=True)
    except Exception as error:  # a bad address or a missing driver raise many types
        raise StoreError(
            f"DURE_STORE: «{address.split('@')[-1]}» cannot be used ({error}); write "
            "postgresql+psycopg://USER@HOST/NAME, or leave it empty for SQLite in the home folder."
        ) from error


def _pragmas(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "synchronous=NORMAL", "temp_store=MEMORY"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _shown(engine: Engine) -> str:
    return engine.url.render_as_string(hide_password=True)


def _for_people(error: DBAPIError, engine: Engine, what: str) -> StoreError:
    where = _shown(engine)
    said = str(error.orig).strip().splitlines()[0] if error.orig else str(error)
    if "database is locked" in said:
        return StoreBusy(f"The store {where} is in use by another process; try again when it has finished.")
    if "disk is full" in said or "disk I/O" in said:
        return StoreError(f"The disk holding {where} is full or failing ({said}); free some space and run again.")
    if "malformed" in said:
        return StoreError(f"The store {where} is damaged ({said}); restore a backup into another folder.")
    if isinstance(error, OperationalError) or "not a database" in said:
        return StoreError(f"The store {where} {what} ({said}); check DURE_HOME or DURE_STORE.")
    raise error
