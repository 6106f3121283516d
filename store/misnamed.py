"""A question in SQL that names a table or a column which is not there: one sentence, with what there is instead.

Of a column, in this order: the names of the very tables that are asked which are nearly it (a slip of the fingers, or
the same word: «id» for `event_id`, «end_time» for `end_at`); else all names of those tables, for the likest of them is
often none («body» is like `board`, and «place» is `venue`). Then where else it is: in another table, or in the same
table of the other database.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Any, Final, NamedTuple

NAMES: Final = "SELECT table_name, column_name FROM dictionary WHERE kind <> 'seal' ORDER BY 1, 2"
MOST_NAMES: Final = 10_000
MOST_HOMES: Final = 3
MOST_NEAR: Final = 4
MOST_LISTED: Final = 2
"""Tables of a question whose columns are told; of more it would be no sentence."""
SLIP: Final = 0.75
"""How alike two names are of which one is a slip of the fingers: «titel» and `title` are .8, «body» and `board` .67."""
_OF_TIME: Final = frozenset(("at", "on", "day", "date", "time"))
"""What our names of moments and days end with, and what people call those."""
_TABLES: Final = re.compile(
    r"\bfrom\b(.*?)(?=\b(?:from|where|group|order|having|limit|union|select|window)\b|;|$)", re.DOTALL
)
_TABLE: Final = re.compile(
    r'(?:^|\bjoin\b|,)\s*"?(\w+)"?'
    r'(?:\s+(?:as\s+)?(?!(?:join|left|right|full|inner|cross|natural|on|using)\b)"?(\w+)"?)?'
)
"""A table of such a part, and what it is called there."""

_UNKNOWN: Final = (
    # SQLite; newer ones quote the name and ask whether a text was meant
    re.compile(r'^no such (?P<kind>table|column): (?:"(?P<quoted>[^"]+)"|(?P<name>.+))'),
    # PostgreSQL
    re.compile(r'^(?P<kind>relation|column) (?:"(?P<quoted>[^"]+)"|(?P<name>\S+)) does not exist'),
    re.compile(r'^missing FROM-clause entry for (?P<kind>table) "(?P<quoted>[^"]+)"'),
)

TOLD: Final = "the table «dictionary» says what there is (`dure sql` without a question prints it)"

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
    there = _known(beside.names()) if beside is not None else {}
    called, instead = beside[:2] if beside is not None else ("", "")
    if kind == "table":
        if name.rpartition(".")[2].lower() in there:
            return f"There is no table «{name}» here, but there is one in {called}: {instead}."
        return f"There is no table «{name}»{_bracketed(_table(name, known))}; {TOLD}."
    hint, others, owner = _column(name, sql, known, there)
    rest = [*others, f"«{owner}» of {called} has it: {instead}" if owner else TOLD]
    return f"There is no column «{name}»{_bracketed(hint)}; {'; '.join(rest)}."


def _bracketed(hint: str) -> str:
    return f" ({hint})" if hint else ""


def _known(rows: Iterable[tuple[Any, ...]]) -> _Known:
    known: _Known = defaultdict(list)
    for table, column in rows:
        known[table] += [column] if column else []
    return dict(known)


def _table(name: str, known: _Known) -> str:
    near = get_close_matches(name.rpartition(".")[2].lower(), known, 1)
    return f"nearest: «{near[0]}»" if near else ""


def _column(name: str, sql: str, known: _Known, there: _Known) -> tuple[str, list[str], str]:
    """(What it may be, the columns of the tables asked where it may be none of them, which of these has it there)."""
    table, _, bare = name.lower().rpartition(".")
    asked = _asked(sql.lower(), table)
    here = [one for one in known if one in asked]
    owner = next((one for one in there if one in asked and bare in there[one]), "")
    homes = [one for one in known if bare in known[one]]
    if at_hand := [one for one in here or homes if one in homes]:  # by another short name than the question gives
        return _column_of(at_hand), [], ""
    if near := _near(bare, [column for one in here or known for column in known[one]]):
        return f"nearest: {_quoted(near)}", [], owner
    listed = [f"«{one}» has {', '.join(known[one])}" for one in here] if len(here) <= MOST_LISTED else []
    return "" if owner else _column_of(homes), listed, owner


def _column_of(homes: list[str]) -> str:
    return f"a column of {_quoted(homes[:MOST_HOMES])}" if homes else ""


def _asked(sql: str, alias: str) -> set[str]:
    """The tables that a question names, or the one that is called `alias` in it."""
    found = [pair for part in _TABLES.finditer(sql) for pair in _TABLE.findall(part[1].strip())]
    called = {table for table, short in found if alias in (table, short)} if alias else set()
    return called or {table for table, _ in found}


def _near(bare: str, columns: Iterable[str]) -> list[str]:
    """Of some names those that are nearly this one: of the same words, or a slip of the fingers away."""
    names, words = dict.fromkeys(columns), _words(bare)
    same = [one for one in names if words == (has := _words(one)) or (words and has and (words <= has or has <= words))]
    return sorted(same, key=lambda one: _words(one) != words)[:MOST_NEAR] or get_close_matches(bare, names, 2, SLIP)


def _words(name: str) -> frozenset[str]:
    """What a name says, without how it says a time."""
    return frozenset(name.split("_")) - _OF_TIME


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"«{one}»" for one in names)
