"""Ids of findings: given once, and kept by the same finding however later readings order or correct it.

People's judgements and published ids refer to them. So a new reading is matched to what is held, from the surest
likeness down: the same content; the same title or name; the words it was read from; the same start. Only for the first
may several be told apart by their order; for the others the match must be unique on both sides. What matches nothing is
new, and gets a number that was never used, nor mentioned by a person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from itertools import count
from typing import Any

Row = Mapping[str, Any]
Likeness = Callable[[Row], tuple[Hashable | None, ...]]
"""What two readings of one finding may have in common, the surest first."""


def of_events(row: Row) -> tuple[Hashable | None, ...]:
    """What may be the same of two readings of one event, the surest first."""
    title, spans = _folded(row["title"]), (row["values"].get("evidence") or {}).get("title")
    start = str(row["start"]) if row["start"] else None
    return (title, start, row["role"]), title, _first(spans), start


def of_organisations(row: Row) -> tuple[Hashable | None, ...]:
    """The same of two readings of one organisation."""
    name = _folded(row["name"])
    return name, name, _first(row["mentions"])


def assigned(held: Sequence[Row], fresh: Sequence[Row], likeness: Likeness) -> dict[int, str]:
    """Position in `fresh` → the id of the finding in `held` that it is."""
    old, new = [likeness(row) for row in held], [likeness(row) for row in fresh]
    found: dict[int, str] = {}
    gone: set[int] = set()
    for rank in range(len((old or new or [()])[0])):
        mine = _by_key(old, rank, gone)
        theirs = _by_key(new, rank, found)
        for key in mine.keys() & theirs.keys():
            pairs = list(zip(mine[key], theirs[key], strict=False))
            if rank == 0 or len(mine[key]) == len(theirs[key]) == 1:
                found |= {n: held[o]["id"] for o, n in pairs}
                gone |= {o for o, _ in pairs}
    return found


def numbered(prefix: str, wanted: int, taken: Collection[str]) -> list[str]:
    """So many new ids: prefix and the lowest numbers that are free."""
    free = (f"{prefix}{n}" for n in count() if f"{prefix}{n}" not in taken)
    return [next(free) for _ in range(wanted)]


def _by_key(
    likenesses: Sequence[tuple[Hashable | None, ...]], rank: int, done: Collection[int]
) -> dict[Hashable, list[int]]:
    at: dict[Hashable, list[int]] = defaultdict(list)
    for n, keys in enumerate(likenesses):
        if n not in done and keys[rank] is not None:
            at[keys[rank]].append(n)
    return at


def _first(spans: Sequence[Sequence[int]] | None) -> int | None:
    """Where the first of its words stands; how far they reach is what readings differ in."""
    return spans[0][0] if spans else None


def _folded(text: str) -> str | None:
    return "".join(c for c in text.lower() if c.isalnum()) or None
