"""Tellings of one event that name no day in common, because a move lies between them.

The announcement says the 7th, the report says the 14th, and nothing in either tells of the other. A
third text does: it moves the 7th to the 14th. Where it is the same event as both, they are one. Of
two moves each carries one step, so bridges are laid until no more can be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from pipelines.merge.candidates import Pair
from pipelines.merge.compare import Proposal
from pipelines.merge.told import NO_DAY, Told

SCORE = 0.7


def bridged(told: Mapping[str, Told], said: Mapping[Pair, Proposal]) -> dict[Pair, Proposal]:
    """The same words, with «no day in common» taken back where a move joins the days."""
    words = dict(said)
    apart = [pair for pair, word in words.items() if _only_days(word)]
    if not apart:
        return words
    movers = _movers(told, words)
    laid = True
    while laid:
        laid = False
        for pair in apart:
            bridge = next(_bridges(pair, told, movers), None) if _only_days(words[pair]) else None
            if bridge:
                words[pair] = Proposal("same", SCORE, (f"moved in between, as {bridge} says", *words[pair].reasons[1:]))
                for member, mover in (pair, pair[::-1]):
                    if told[mover].days_left:
                        movers[member].add(mover)
                laid = True
    return words


def _only_days(word: Proposal) -> bool:
    """Whether nothing but the days keeps the two apart (reasons against come first)."""
    return word.verdict == "different" and word.reasons[0] == NO_DAY


def _movers(told: Mapping[str, Told], words: Mapping[Pair, Proposal]) -> defaultdict[str, set[str]]:
    """For each telling the moves that are the same event and name one of its days, or were bridged to it."""
    movers: defaultdict[str, set[str]] = defaultdict(set)
    for pair, word in words.items():
        for member, mover in (pair, pair[::-1]):
            if word.verdict == "same" and told[mover].days_left and told[mover].named & told[member].named:
                movers[member].add(mover)
    return movers


def _bridges(pair: Pair, told: Mapping[str, Told], movers: Mapping[str, set[str]]) -> Iterator[str]:
    """Moves that tell of both; the one that leads on to the later day must name it as its own."""
    left, right = pair
    for mover in sorted(movers.get(left, set()) & movers.get(right, set())):
        if told[mover].day:
            yield told[mover].id
