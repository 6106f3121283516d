"""A digest that was carried on: what was written into it, held to what a digest made anew is held to.

The rest of it was looked at when it was made, and its bytes were those of its manifest when it was copied.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from dashboards.site.digest import Digest
from pipelines.publish.changes import Edit, values
from pipelines.publish.schema import Table
from pipelines.publish.tables import BY_NAME, TABLES

Edits = Mapping[str, Sequence[Edit]]
"""Per table the rows that differ from the last release."""
ASIDE: Final = frozenset(("release", "dictionary", "search_item"))
"""Tables that are written beside these rows."""


def dangling(digest: Digest, edits: Edits) -> Iterator[tuple[str, str]]:
    """(table, the table it points at in vain): new rows that lead nowhere, and rows that lead to one that has gone."""
    for table in TABLES:
        for column in table.columns:
            if (ref := column.ref) and any(look(digest, table, column.name, ref, edits) for look in (_lost, _left)):
                yield table.name, ref


def _lost(digest: Digest, table: Table, column: str, ref: str, edits: Edits) -> bool:
    """Whether a row that was written points at nothing."""
    at = table.names.index(column)
    ids = {edit.after[at] for edit in edits.get(table.name, ()) if edit.after is not None} - {None}
    there = f'SELECT "{ref}_id" FROM "{ref}" WHERE "{ref}_id" IN (SELECT value FROM json_each(?))'
    return bool(ids) and len(digest.rows(there, _json(ids))) < len(ids)


def _left(digest: Digest, table: Table, column: str, ref: str, edits: Edits) -> bool:
    """Whether a row still points at one that has gone."""
    at = BY_NAME[ref].names.index(f"{ref}_id")
    gone = {edit.before[at] for edit in edits.get(ref, ()) if edit.before is not None and edit.after is None}
    pointing = f'SELECT 1 FROM "{table.name}" WHERE "{column}" IN (SELECT value FROM json_each(?)) LIMIT 1'
    return bool(gone) and bool(digest.rows(pointing, _json(gone)))


def longest(edits: Edits, table: Table, column: str) -> int:
    """The most characters that a column of the rows that were written holds."""
    at = table.names.index(column)
    told = (edit.after[at] for edit in edits.get(table.name, ()) if edit.after is not None)
    return max((len(str(value)) for value in told if value is not None), default=0)


def articles(edits: Edits) -> str:
    """The articles that anything that was written is about, as JSON."""
    rows = (row for table, those in edits.items() for row in values(table, those))
    return _json({row["article_id"] for row in rows if row.get("article_id")})


def _json(ids: Iterable[str]) -> str:
    return json.dumps(sorted(ids), ensure_ascii=False)
