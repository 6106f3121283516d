"""What is different from the last release: `changes.jsonl`, one line per thing added, changed or gone."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipelines.publish.schema import Table
from pipelines.publish.tables import BY_NAME

FOLLOWED = ("story", "event", "organisation", "organisation_identifier", "outlet", "redirect")


def write(new: Path, old: Path | None, target: Path) -> int:
    """Compare two digests; returns the number of lines. Without an old one everything is new."""
    count = 0
    db = sqlite3.connect(f"{new.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        if old is not None:
            db.execute("ATTACH ? AS old", (f"{old.resolve().as_uri()}?mode=ro&immutable=1",))
        with target.open("w", encoding="utf-8", newline="\n") as lines:
            for name in FOLLOWED:
                for change in _table(db, BY_NAME[name], old is not None):
                    lines.write(json.dumps(change, ensure_ascii=False) + "\n")
                    count += 1
    finally:
        db.close()
    return count


def _table(db: sqlite3.Connection, table: Table, compare: bool) -> Iterator[dict[str, Any]]:
    """Only columns that both releases have are compared; a new column is no change of every row."""
    held = {row[1] for row in db.execute(f'PRAGMA old.table_info("{table.name}")')} if compare else set()
    shared = [name for name in table.names if name in held]
    if not shared:
        for row in db.execute(f'SELECT {_names(table.names)} FROM main."{table.name}" ORDER BY {_names(table.key)}'):
            yield {"table": table.name, "change": "added", **_keyed(table, dict(zip(table.names, row, strict=True)))}
        return
    key = " AND ".join(f'n."{k}" = o."{k}"' for k in table.key)
    new, old = (", ".join(f'{side}."{name}"' for name in shared) for side in "no")
    first = table.key[0]
    differs = " OR ".join(f'n."{name}" IS NOT o."{name}"' for name in shared)
    queries = (
        (
            "changed",
            f'SELECT {new}, {old} FROM main."{table.name}" n JOIN old."{table.name}" o ON {key} WHERE {differs}',
        ),
        (
            "added",
            f'SELECT {new}, {new} FROM main."{table.name}" n LEFT JOIN old."{table.name}" o ON {key} '
            f'WHERE o."{first}" IS NULL',
        ),
        (
            "gone",
            f'SELECT {old}, {old} FROM old."{table.name}" o LEFT JOIN main."{table.name}" n ON {key} '
            f'WHERE n."{first}" IS NULL',
        ),
    )
    for change, query in queries:
        for row in db.execute(f"{query} ORDER BY 1, 2"):
            now, before = row[: len(shared)], row[len(shared) :]
            yield _change(table, change, dict(zip(shared, now, strict=True)), dict(zip(shared, before, strict=True)))


def _change(table: Table, change: str, now: dict[str, Any], before: dict[str, Any]) -> dict[str, Any]:
    line = {"table": table.name, "change": change, **_keyed(table, now)}
    if change == "changed":
        line["values"] = {name: [before[name], now[name]] for name in now if now[name] != before[name]}
    return line


def _keyed(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    """The key, and the title where there is one, so that a line can be read by itself."""
    return {name: row[name] for name in (*table.key, "organisation_id", "title", "name") if name in row}


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)
