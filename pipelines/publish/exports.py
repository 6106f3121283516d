"""The public tables as CSV, JSON Lines and (with pyarrow) Parquet, described by a `datapackage.json`.

CSV is for spreadsheets: UTF-8 with a byte order mark, and text that would be a formula gets an
apostrophe in front. JSON Lines and Parquet hold the values as they are.
"""

from __future__ import annotations

import csv
import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from dashboards import workers
from dashboards.safe import cell
from dashboards.site.digest import Digest, open_digest
from pipelines.publish.schema import Column, Table
from pipelines.publish.tables import SCHEMA_VERSION, TABLES

EXPORTED = tuple(table for table in TABLES if table.name not in ("release", "dictionary", "search_item"))
FIELD_TYPE = {"count": "integer", "number": "number", "flag": "integer", "day": "date"}
BATCH = 20_000
LARGE = 50_000
"""Articles from which on the tables are written side by side."""


def write(digest_path: Path, folder: Path) -> None:
    """All exports below `folder`, table by table, on all cores where there is much of it."""
    folder.mkdir(parents=True, exist_ok=True)
    parquet = find_spec("pyarrow") is not None
    with open_digest(digest_path) as digest:
        large = digest.one("SELECT count(*) FROM article") > LARGE
        package = _package(digest, parquet)
        sizes = {table.name: digest.one(f'SELECT count(*) FROM "{table.name}"') for table in EXPORTED}
    largest_first = sorted(EXPORTED, key=lambda table: -sizes[table.name])
    workers.run([(_table, (digest_path, table, folder, parquet)) for table in largest_first], large)
    text = json.dumps(package, ensure_ascii=False, indent=1) + "\n"
    (folder / "datapackage.json").write_text(text, encoding="utf-8", newline="\n")


def _table(digest_path: Path, table: Table, folder: Path, parquet: bool) -> None:
    with open_digest(digest_path) as digest:
        _sheet(digest, table, folder)
        _lines(digest, table, folder)
        if parquet:
            _parquet(digest, table, folder)


def _select(table: Table) -> str:
    columns = ", ".join(f'"{name}"' for name in table.names)
    return f'SELECT {columns} FROM "{table.name}" ORDER BY {", ".join(table.key)}'


def _sheet(digest: Digest, table: Table, folder: Path) -> None:
    texts = [column.sql_type == "TEXT" for column in table.columns]
    with (folder / f"{table.name}.csv").open("w", encoding="utf-8-sig", newline="") as sheet:
        writer = csv.writer(sheet, lineterminator="\r\n")
        writer.writerow(table.names)
        writer.writerows(
            [cell(value) if text else value for value, text in zip(row, texts, strict=True)]
            for row in digest.each(_select(table))
        )


def _lines(digest: Digest, table: Table, folder: Path) -> None:
    """SQLite writes the objects itself: a third of the time of doing it here."""
    pairs = ", ".join(f"'{name}', \"{name}\"" for name in table.names)
    query = f'SELECT json_object({pairs}) FROM "{table.name}" ORDER BY {", ".join(table.key)}'
    with (folder / f"{table.name}.jsonl").open("w", encoding="utf-8", newline="\n") as lines:
        lines.writelines(f"{row[0]}\n" for row in digest.each(query))


def _parquet(digest: Digest, table: Table, folder: Path) -> None:
    import pyarrow as arrow  # type: ignore[import-untyped]
    from pyarrow import parquet

    kinds = {"INTEGER": arrow.int64(), "REAL": arrow.float64(), "TEXT": arrow.string()}
    fields = [arrow.field(c.name, kinds[c.sql_type], c.null, {"meaning": c.meaning.encode()}) for c in table.columns]
    schema = arrow.schema(fields, {"meaning": table.meaning.encode()})
    cursor = digest.db.execute(_select(table))
    with parquet.ParquetWriter(folder / f"{table.name}.parquet", schema, compression="zstd") as writer:
        while rows := cursor.fetchmany(BATCH):
            columns = [list(column) for column in zip(*rows, strict=True)]
            arrays = [arrow.array(column, field.type) for column, field in zip(columns, fields, strict=True)]
            writer.write_table(arrow.Table.from_arrays(arrays, schema=schema))


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
