"""Judgements → groups. Derived, never edited: the same rows always give the same groups.

Pairs are joined from the surest down. A join is refused where it would bring together two members
that someone called different, so one «different» keeps whole groups apart and nothing is averaged.
A person's word comes before every rule's: their «same» joins against the rules, their «different»
parts whatever the rules join. Withdrawing a row undoes exactly what the row did.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from store.records import Judgement


def groups(members: Iterable[str], judgements: Iterable[Judgement]) -> list[frozenset[str]]:
    """Disjoint groups that cover all members, each at least one; sorted by their smallest member."""
    cluster = {m: m for m in members}
    content: dict[str, set[str]] = {m: {m} for m in cluster}
    words = [j for j in judgements if j.left in cluster and j.right in cluster]
    parted = _parted(words, people_only=False)
    parted_by_people = _parted(words, people_only=True)
    for said in sorted((j for j in words if j.verdict == "same"), key=_surest_first):
        left, right = cluster[said.left], cluster[said.right]
        bars = parted_by_people if _is_person(said) else parted
        if left != right and not _barred(content[left], content[right], bars):
            _join(cluster, content, left, right)
    return sorted((frozenset(found) for found in content.values()), key=min)


def _surest_first(said: Judgement) -> tuple[bool, float, str, str]:
    return (not _is_person(said), -said.score, said.left, said.right)


def _is_person(said: Judgement) -> bool:
    return said.by.startswith("person:")


def _parted(words: Iterable[Judgement], people_only: bool) -> dict[str, set[str]]:
    parted: dict[str, set[str]] = defaultdict(set)
    for said in words:
        if said.verdict == "different" and (_is_person(said) or not people_only):
            parted[said.left].add(said.right)
            parted[said.right].add(said.left)
    return parted


def _barred(left: set[str], right: set[str], parted: dict[str, set[str]]) -> bool:
    smaller, larger = sorted((left, right), key=len)
    return any(not parted[m].isdisjoint(larger) for m in smaller if m in parted)


def _join(cluster: dict[str, str], content: dict[str, set[str]], left: str, right: str) -> None:
    keep, drop = (left, right) if (len(content[left]), left) >= (len(content[right]), right) else (right, left)
    for member in content[drop]:
        cluster[member] = keep
    content[keep] |= content.pop(drop)
