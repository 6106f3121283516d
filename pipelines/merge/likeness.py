"""Small measures of two pieces of evidence that the comparisons share."""

from __future__ import annotations

from collections.abc import Iterable

from pipelines.merge.evidence import Evidence


def word_share(a: Evidence, b: Evidence) -> float:
    """Share of the shorter text's content words that the other has; 0 for very short ones."""
    fewer = min(len(a.words), len(b.words))
    return len(a.words & b.words) / fewer if fewer >= 5 else 0.0


def near(mine: frozenset[str], other: frozenset[str]) -> list[str]:
    """Names of one side that the other has whole, or as a part of a longer one (금천구 사회적경제 한마당)."""
    exact = mine & other
    parts = {
        min(x, y, key=len)
        for x in mine - exact
        for y in other - exact
        if min(len(x), len(y)) >= 5 and (x in y or y in x)
    }
    return sorted(exact | parts, key=lambda n: (-len(n), n))


def places_meet(a: Evidence, b: Evidence) -> bool:
    """A district meets itself; a province meets its districts."""
    return any(x.startswith(y) or y.startswith(x) for x in a.places for y in b.places)


def gap_days(a: Evidence, b: Evidence) -> int | None:
    """Days between the publications, None where one is unknown."""
    if a.published is None or b.published is None:
        return None
    return abs((a.published - b.published).days)


def listed(values: Iterable[object]) -> str:
    """For a reason: sets in order, lists as they are."""
    return ", ".join(map(str, sorted(values, key=str) if isinstance(values, set | frozenset) else values))
