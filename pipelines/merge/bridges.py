"""Tellings of one event that name no day in common, because a move or a wrong day lies between them.

The announcement says the 7th, the report says the 14th, and nothing in either tells of the other. A
third text does: it moves the 7th to the 14th. Where it is the same event as both, they are one. The
same where an outlet prints a release with another day than the rest: what the rest of its story is
one with, it is one with as well. Of two moves each carries one step, so bridges are laid until no
more can be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from pipelines.merge.candidates import Pair
from pipelines.merge.compare import Proposal
from pipelines.merge.told import NO_DAY, Told

SCORE = 0.7
Links = defaultdict[str, set[str]]


def _links() -> Links:
    return defaultdict(set)


@dataclass(frozen=True)
class _Ties:
    """For each telling those that are the same event: by a day both name, by a story, by a move they tell of."""

    met: Links = field(default_factory=_links)
    mates: Links = field(default_factory=_links)
    movers: Links = field(default_factory=_links)

    def add(self, a: Told, b: Told, by_day: bool) -> None:
        for one, other in ((a, b), (b, a)):
            if by_day:
                self.met[one.id].add(other.id)
            if one.story_id == other.story_id:
                self.mates[one.id].add(other.id)
            if by_day and other.day and other.days_left:
                self.movers[one.id].add(other.id)

    def between(self, left: str, right: str) -> str | None:
        """A telling that leads from the one to the other."""
        found = self.movers[left] & self.movers[right]
        found |= self.mates[left] & self.met[right] | self.mates[right] & self.met[left]
        return min(found, default=None)


def bridged(told: Mapping[str, Told], said: Mapping[Pair, Proposal]) -> dict[Pair, Proposal]:
    """The same words, with «no day in common» taken back where another telling joins the days."""
    words = dict(said)
    apart = [pair for pair, word in words.items() if _only_days(word)]
    ties = _Ties()
    for (left, right), word in words.items() if apart else ():
        if word.verdict == "same":
            ties.add(told[left], told[right], bool(told[left].named & told[right].named))
    while laid := {pair: bridge for pair in apart if (bridge := ties.between(*pair))}:
        for (left, right), bridge in laid.items():
            rest = words[left, right].reasons[1:]
            words[left, right] = Proposal("same", SCORE, (f"another day, as {bridge} tells", *rest))
            ties.add(told[left], told[right], by_day=True)
        apart = [pair for pair in apart if pair not in laid]
    return words


def _only_days(word: Proposal) -> bool:
    """Whether nothing but the days keeps the two apart (reasons against come first)."""
    return word.verdict == "different" and word.reasons[0] == NO_DAY
