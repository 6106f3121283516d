"""Which event is a part of which: «정책 토론회» of «제8회 전북 사회적경제 포럼».

An article that tells of a larger event and of what belongs to it says so: `Event.parent` of the part is the title the
larger one has in that article. Over all its articles a part belongs to the event that most of them name, of equals the
one named first. Articles that contradict each other in a circle are believed in nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from pipelines.merge.statements import in_order
from pipelines.merge.told import Told


def wholes(tellings: Iterable[Told], event_of: Mapping[str, str]) -> dict[str, str]:
    """Event id → id of the event it is a part of; those that stand for themselves are left out.

    `event_of`: the event of each telling.
    """
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for part, whole in _named(in_order(tellings), event_of):
        named[part][whole] += 1
    found = {part: votes.most_common(1)[0][0] for part, votes in named.items()}  # of equals the one counted first
    return {part: whole for part, whole in found.items() if not _turns_back(part, found)}


def _named(tellings: Iterable[Told], event_of: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """(part, whole) once for each telling of a part that names its whole."""
    told = list(tellings)
    titled: dict[tuple[str, str], list[str]] = defaultdict(list)
    for telling in told:
        titled[telling.article_id, telling.event.title].append(event_of[telling.id])
    for telling in told:
        part, whole = event_of[telling.id], telling.event.parent
        others = [event for event in titled.get((telling.article_id, whole or ""), ()) if event != part]
        if others:
            yield part, others[0]


def _turns_back(part: str, wholes: Mapping[str, str]) -> bool:
    """Whether the way up from a part leads to itself."""
    seen, above = {part}, wholes.get(part)
    while above is not None and above not in seen:
        seen.add(above)
        above = wholes.get(above)
    return above == part
