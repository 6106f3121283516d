"""Reading the published file: a connection that cannot write, and small conversions."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

Moment = date | datetime
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Digest:
    """A digest open for reading, with what stands in its `release` row."""

    db: sqlite3.Connection
    version: str
    schema_version: str
    today: date
    banner: str | None

    def rows(self, sql: str, *values: Any) -> list[sqlite3.Row]:
        return self.db.execute(sql, values).fetchall()

    def each(self, sql: str, *values: Any) -> Iterator[sqlite3.Row]:
        """Row by row, for tables that may be large."""
        yield from self.db.execute(sql, values)

    def grouped(self, sql: str, ids: Iterable[str]) -> Mapping[str, list[sqlite3.Row]]:
        """What is asked of many things at once: rows by the id that stands first in them; `IN ()` is for the ids."""
        asked = sql.replace("IN ()", "IN (SELECT value FROM json_each(?))")
        found: dict[str, list[sqlite3.Row]] = defaultdict(list)
        for row in self.db.execute(asked, (json.dumps(list(ids), ensure_ascii=False),)):
            found[row[0]].append(row)
        return found

    def one(self, sql: str, *values: Any) -> Any:
        """The single value of a query."""
        return self.db.execute(sql, values).fetchone()[0]


@contextmanager
def open_digest(path: Path) -> Iterator[Digest]:
    """Open `digest.db` read-only. Raises `FileNotFoundError` where there is none."""
    if not path.is_file():
        raise FileNotFoundError(f"no digest at {path}: run `dure publish` first")
    db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        db.row_factory = sqlite3.Row
        row = db.execute("SELECT version, schema_version, as_of, banner FROM release").fetchone()
        yield Digest(db, row[0], row[1], date.fromisoformat(row[2]), row[3])
    finally:
        db.close()


def with_digest(path: Path, work: Callable[..., T], *given: Any) -> T:
    """What comes of some work with the digest at `path`, as a piece for another process: it imports that work alone."""
    with open_digest(path) as digest:
        return work(digest, *given)


def moment(text: str | None) -> Moment | None:
    """A column of kind «moment»: a day (10 characters) or a minute with +09:00."""
    if not text:
        return None
    return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)


def day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None
