"""The public tables as CSV, JSON Lines and (with pyarrow) Parquet, described by a `datapackage.json`.

CSV is for spreadsheets: UTF-8 with a byte order mark, and text that would be a formula gets an
apostrophe in front. JSON Lines and Parquet hold the values as they are.

A row is a line, in the order of the key. So where the rows that differ from the last release are known,
its files are copied with these lines replaced (`_spliced`), and a table without a difference is shared:
byte for byte what writing all of it gives, in a tenth of the time.
"""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import Any

from dashboards import workers
from dashboards.safe import FORMULA, cell
from dashboards.site.digest import Digest, open_digest
from dashboards.site.held import share
from dashboards.site.sealed import Sealed
from pipelines.publish.changes import Changes, Edit, Row
from pipelines.publish.placed import Placed, placed
from pipelines.publish.schema import Column, Table
from pipelines.publish.tables import SCHEMA_VERSION, TABLES

EXPORTED = tuple(table for table in TABLES if table.name not in ("release", "dictionary", "search_item"))
FIELD_TYPE = {"count": "integer", "number": "number", "flag": "integer", "day": "date"}
BATCH = 20_000
FOLDER = "exports"
ENDINGS = ("csv", "jsonl", "parquet")
LARGE = 50_000
"""Articles from which on the tables are written side by side."""


@dataclass(frozen=True, slots=True)
class _Before:
    """The digest of the last release, what differs since in a table, and by name those exports of it that are there
    and were not written into."""

    digest: Path
    edits: Sequence[Edit]
    files: Mapping[str, Path]

    def placed(self, table: Table) -> Placed:
        with open_digest(self.digest) as digest:
            return placed(digest.db, table, self.edits)


_NOTHING = _Before(Path(), (), {})


Written = tuple[frozenset[str], list[Any]]
"""The names of those that are the last ones with what differs; what came of the work beside."""


@contextmanager
def begun(
    digest_path: Path, folder: Path, last: Path | None, seen: Changes | None, beside: Sequence[workers.Task] = ()
) -> Iterator[Callable[[], Written]]:  # fmt: skip
    """All exports below `folder`: where there is much of it table by table on all cores while the block goes on, else
    when what was written is asked for.

    `last`: a release written by the same code; `seen`: what differs from it; `beside`: other work of that time.
    """
    folder.mkdir(parents=True, exist_ok=True)
    parquet = find_spec("pyarrow") is not None
    with open_digest(digest_path) as digest:
        large = digest.one("SELECT count(*) FROM article") > LARGE
        package = _package(digest, parquet)
        sizes = {table.name: digest.one(f'SELECT count(*) FROM "{table.name}"') for table in EXPORTED}
    before = _before(last, seen) if last is not None and seen is not None and seen.few else {}
    largest_first = sorted(EXPORTED, key=lambda table: -sizes[table.name])
    tasks = [(_table, (digest_path, t, folder, parquet, before.get(t.name, _NOTHING))) for t in largest_first]
    text = json.dumps(package, ensure_ascii=False, indent=1) + "\n"
    (folder / "datapackage.json").write_text(text, encoding="utf-8", newline="\n")
    with workers.begun([*beside, *tasks], large) as done:
        yield lambda: _told(done(), len(beside))


def _told(done: list[Any], beside: int) -> Written:
    return frozenset(name for names in done[beside:] for name in names), done[:beside]


def _before(last: Path, seen: Changes) -> dict[str, _Before]:
    sealed = Sealed(last)  # looked at here, once: a large manifest is not read in every process
    found = {}
    for table in EXPORTED:
        names = (f"{table.name}.{ending}" for ending in ENDINGS)
        files = {name: last / FOLDER / name for name in names if sealed.sound(f"{FOLDER}/{name}")}
        found[table.name] = _Before(last / "digest.db", seen.edits.get(table.name, ()), files)
    return found


def _table(digest_path: Path, table: Table, folder: Path, parquet: bool, before: _Before) -> list[str]:
    carried = []
    lines = before.placed(table) if before.edits else None
    with open_digest(digest_path) as digest:
        for ending, whole, amended in _LINED:
            name = f"{table.name}.{ending}"
            was, target = before.files.get(name), folder / name
            if _shared(before, target) or (was and lines and amended(digest, table, was, lines, target)):
                carried.append(name)
            else:
                whole(digest, table, target)
    if parquet and not _shared(before, folder / f"{table.name}.parquet"):
        _parquet(table, folder)
    return carried


def _shared(before: _Before, target: Path) -> bool:
    """Whether nothing differs, so that the last file is this one too."""
    if before.edits or target.name not in before.files:
        return False
    share(before.files[target.name], target)
    return True


def _in_order(table: Table) -> str:
    return f" ORDER BY {', '.join(table.key)}"


def _of_key(table: Table) -> str:
    return " WHERE " + " AND ".join(f'"{name}" IS ?' for name in table.key)


def _spliced(was: Path, placed: Placed, target: Path, head: int, line: Callable[[Row], bytes]) -> bool:
    """The lines of the last file with those that differ replaced; False where it does not hold a line per row."""
    with was.open("rb") as before, target.open("wb") as now:
        lines, passed = iter(before), 0
        now.writelines(islice(lines, head))
        for at, edit in placed.edits:
            now.writelines(islice(lines, at - passed))
            passed = at
            if edit.before is not None:
                next(lines)
                passed += 1
            if edit.after is not None:
                now.write(line(edit.after))
        now.writelines(islice(lines, placed.held - passed))
        return next(lines, None) is None


def _sheet(digest: Digest, table: Table, path: Path) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as sheet:
        writer = csv.writer(sheet, lineterminator="\r\n")
        writer.writerow(table.names)
        writer.writerows(_plain(digest).execute(_select_cells(table) + _in_order(table)))


def _sheet_amended(digest: Digest, table: Table, was: Path, placed: Placed, path: Path) -> bool:
    def line(row: Row) -> bytes:
        text = io.StringIO(newline="")
        csv.writer(text, lineterminator="\r\n").writerows(_cells(table, [row]))
        return text.getvalue().encode()

    return _spliced(was, placed, path, 1, line)


def _cells(table: Table, rows: Iterable[Iterable[Any]]) -> Iterable[list[Any]]:
    texts = [column.sql_type == "TEXT" for column in table.columns]
    return ([cell(v) if text else v for v, text in zip(row, texts, strict=True)] for row in rows)


def _select_cells(table: Table) -> str:
    """`cell` said in SQL, for all rows: a fifth of the time of doing it here."""
    first = f"({', '.join(f'char({ord(sign)})' for sign in sorted(FORMULA))})"
    inert = 'iif(substr("{0}", 1, 1) IN {1}, char(39) || "{0}", "{0}")'
    columns = (inert.format(c.name, first) if c.sql_type == "TEXT" else f'"{c.name}"' for c in table.columns)
    return f'SELECT {", ".join(columns)} FROM "{table.name}"'


def _plain(digest: Digest) -> sqlite3.Cursor:
    """Rows as tuples."""
    cursor = digest.db.cursor()
    cursor.row_factory = None
    return cursor


def _objects(table: Table) -> str:
    """SQLite writes the lines itself: a third of the time of doing it here."""
    pairs = ", ".join(f"'{name}', \"{name}\"" for name in table.names)
    return f'SELECT json_object({pairs}) || char(10) FROM "{table.name}"'


def _lines(digest: Digest, table: Table, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as lines:
        lines.writelines(map(itemgetter(0), _plain(digest).execute(_objects(table) + _in_order(table))))


def _lines_amended(digest: Digest, table: Table, was: Path, placed: Placed, path: Path) -> bool:
    query = _objects(table) + _of_key(table)
    return _spliced(was, placed, path, 0, lambda row: digest.one(query, *row[: len(table.key)]).encode())


def _schema(table: Table) -> Any:
    import pyarrow as arrow  # type: ignore[import-untyped]

    kinds = {"INTEGER": arrow.int64(), "REAL": arrow.float64(), "TEXT": arrow.string()}
    fields = [arrow.field(c.name, kinds[c.sql_type], c.null, {"meaning": c.meaning.encode()}) for c in table.columns]
    return arrow.schema(fields, {"meaning": table.meaning.encode()})


def _parquet(table: Table, folder: Path) -> None:
    """From the JSON Lines of the table: Arrow reads them in a quarter of the time that handing over rows takes, and
    makes arrays of rows only after importing pandas (2 s a process)."""
    from pyarrow import json as arrow_json
    from pyarrow import parquet

    schema, lines = _schema(table), folder / f"{table.name}.jsonl"
    with parquet.ParquetWriter(folder / f"{table.name}.parquet", schema, compression="zstd") as writer:
        if lines.stat().st_size:
            told = arrow_json.ParseOptions(explicit_schema=schema, unexpected_field_behavior="error")
            rows = arrow_json.read_json(lines, parse_options=told).cast(schema)
            for first in range(0, rows.num_rows, BATCH):
                writer.write_table(rows.slice(first, BATCH).combine_chunks())


_LINED: tuple[tuple[str, Callable[..., None], Callable[..., bool]], ...] = (
    ("csv", _sheet, _sheet_amended),
    ("jsonl", _lines, _lines_amended),
)


def _package(digest: Digest, parquet: bool) -> dict[str, Any]:
    """Frictionless Data Package (v1), one resource per table and format."""
    return {
        "name": "dure-digest",
        "title": "두레: 사회적경제 소식과 행사",
        "version": SCHEMA_VERSION,
        "profile": "tabular-data-package",
        "created": f"{digest.today.isoformat()}T00:00:00+09:00",
        "resources": [_resource(table, parquet) for table in EXPORTED],
    }


def _resource(table: Table, parquet: bool) -> dict[str, Any]:
    resource: dict[str, Any] = {
        "name": table.name.replace("_", "-"),
        "title": table.meaning,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "schema": {
            "fields": [_field(column) for column in table.columns],
            **({} if table.key_may_be_empty else {"primaryKey": list(table.key)}),
            "foreignKeys": [_foreign(table, c) for c in table.columns if c.ref],
            "missingValues": [""],
        },
        "alternatives": [f"{table.name}.jsonl", *([f"{table.name}.parquet"] if parquet else [])],
    }
    return resource


def _field(column: Column) -> dict[str, Any]:
    kind = FIELD_TYPE.get(column.kind, "string")
    field: dict[str, Any] = {"name": column.name, "type": kind, "description": column.meaning}
    if not column.null and kind != "string":  # an empty text is a missing value in CSV
        field["constraints"] = {"required": True}
    return field


def _foreign(table: Table, column: Column) -> dict[str, Any]:
    resource = "" if column.ref == table.name else str(column.ref).replace("_", "-")
    return {"fields": column.name, "reference": {"resource": resource, "fields": f"{column.ref}_id"}}
