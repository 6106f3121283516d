"""A question in SQL that names a table or a column which is not there: one sentence, with the nearest that is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Any, Final, NamedTuple

NAMES: Final = "SELECT table_name, column_name FROM dictionary WHERE kind <> 'seal' ORDER BY 1, 2"
MOST_NAMES: Final = 10_000
MOST_HOMES: Final = 3

_UNKNOWN: Final = (
    # SQLite; newer ones quote the name and ask whether a text was meant
    re.compile(r'^no such (?P<kind>table|column): (?:"(?P<quoted>[^"]+)"|(?P<name>.+))'),
    # PostgreSQL
    re.compile(r'^(?P<kind>relation|column) (?:"(?P<quoted>[^"]+)"|(?P<name>\S+)) does not exist'),
    re.compile(r'^missing FROM-clause entry for (?P<kind>table) "(?P<quoted>[^"]+)"'),
)

Names = Callable[[], Iterable[tuple[Any, ...]]]
"""Asks a database for the rows of NAMES."""
_Known = dict[str, list[str]]
"""Table or view → its columns."""


class Beside(NamedTuple):
    """Another database that may have what is not in this one: what it is called, and how it is asked instead."""

    called: str
    instead: str
    names: Names


def sentence(said: str, sql: str, names: Names, beside: Beside | None = None) -> str | None:
    """What to say of an unknown name; None where the database complains of something else."""
    found = next((match for pattern in _UNKNOWN if (match := pattern.match(said))), None)
    if found is None:
        return None
    name = found["quoted"] or found.groupdict().get("name", "")
    kind = "column" if found["kind"] == "column" else "table"
    known = _known(names())
    if beside is not None and (owner := _elsewhere(kind, name, sql, known, _known(beside.names()))):
        return f"There is no {kind} «{name}» here, but {owner} {beside.called}: {beside.instead}."
    hint = _column(name, sql, known) if kind == "column" else _table(name, known)
    told = "the table «dictionary» says what there is (`dure sql` without a question prints it)"
    return f"There is no {kind} «{name}»{f' ({hint})' if hint else ''}; {told}."


def _elsewhere(kind: str, name: str, sql: str, known: _Known, there: _Known) -> str:
    """Of what the question asks and only the other database has: «there is one in», «a column of «story» in»."""
    first, _, bare = name.lower().rpartition(".")
    if kind == "table":
        return "there is one in" if bare in there else ""
    words = {first} if first in known else set(re.findall(r"\w+", sql.lower()))
    if any(bare in columns for table, columns in known.items() if table in words):
        return ""
    homes = [table for table in there if table in words and bare in there[table]]
    return f"«{homes[0]}» has it in" if homes else ""


def _known(rows: Iterable[tuple[Any, ...]]) -> _Known:
    known: _Known = defaultdict(list)
    for table, column in rows:
        known[table] += [column] if column else []
    return dict(known)


def _table(name: str, known: _Known) -> str:
    near = get_close_matches(name.rpartition(".")[2].lower(), known, 1)
    return f"nearest: «{near[0]}»" if near else ""


def _column(name: str, sql: str, known: _Known) -> str:
    """A right name of another table is told with that table; else the nearest of the tables that are asked."""
    table, _, bare = name.lower().rpartition(".")
    words = {table} if table in known else set(re.findall(r"\w+", sql.lower()))
    asked = {one: columns for one, columns in known.items() if one in words}
    homes = [one for one in asked or known if bare in known[one]] or [one for one in known if bare in known[one]]
    if homes:
        return f"a column of {', '.join(f'«{one}»' for one in homes[:MOST_HOMES])}"
    columns = [column for among in (asked or known).values() for column in among]
    near = get_close_matches(bare, columns, 1)
    return f"nearest: «{near[0]}»" if near else ""
