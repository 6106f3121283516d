"""Tellings that say the same in the same words, as one line: the words, then who said so and when.

A release that nine outlets copied would otherwise stand nine times. Nothing is left out: every
article keeps its link and its day; only the words are written once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from dashboards.site.digest import day

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Teller:
    """One article that says so: its outlet, its address (may be empty), its day."""

    name: str
    url: str
    on: date | None


@dataclass(frozen=True, slots=True)
class Folded:
    """What is said once: words with everyone who used them."""

    words: str
    tellers: tuple[Teller, ...]
    chosen: bool = False
    field: str = ""

    @property
    def newest(self) -> date:
        return max((t.on for t in self.tellers if t.on), default=date.min)


def fold(values: Iterable[T], key: Callable[[T], K]) -> list[tuple[K, list[T]]]:
    """Values with the same key together, keys in the order they first came."""
    groups: dict[K, list[T]] = defaultdict(list)
    for value in values:
        groups[key(value)].append(value)
    return list(groups.items())


def proofs(rows: Iterable[Any]) -> list[Folded]:
    """Evidence rows (words, name, url, published_on), folded by their words; the newest words first."""
    made = [Folded(words, _tellers(told)) for words, told in fold(rows, lambda row: row["words"])]
    return sorted(made, key=lambda found: (-found.newest.toordinal(), found.words))


def claims(rows: Iterable[Any]) -> list[Folded]:
    """Claim rows (field, value, chosen, …), folded by field and value; in a field, the value we show first."""
    groups = fold(rows, lambda row: (row["field"], row["value"], bool(row["chosen"])))
    made = [Folded(value, _tellers(told), chosen, field) for (field, value, chosen), told in groups]
    return sorted(made, key=lambda said: (said.field, not said.chosen, -said.newest.toordinal(), said.words))


def _tellers(rows: Sequence[Any]) -> tuple[Teller, ...]:
    """The same article once, though it may prove two values; newest first."""
    told = {(row["name"], row["url"], row["published_on"]): None for row in rows}
    tellers = [Teller(name, url, day(on)) for name, url, on in told]
    return tuple(sorted(tellers, key=lambda t: (-(t.on or date.min).toordinal(), t.name, t.url)))
