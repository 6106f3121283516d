"""Ids of groups: minted from the founding member, the same wherever and whenever they are minted.

The founder is the member that was published first (then the smaller id). An older one that arrives
late founds the group anew; the id given out before then answers as a redirect to wherever its own
founder is (`successors`), so it follows that member through every later join and split.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from hashlib import blake2b


def founder(members: Iterable[str], published: Mapping[str, datetime | None]) -> str:
    """The member published first; one without a time comes last."""

    def age(member: str) -> tuple[float, str]:
        moment = published.get(member)
        return (moment.timestamp() if moment else float("inf"), member)

    return min(members, key=age)


def mint(kind: str, member: str) -> str:
    """A short, stable id: «st-4f0c2a91d3e7» for a story, «ev-…» for an event."""
    return f"{kind}-{blake2b(f'{kind}:{member}'.encode(), digest_size=6).hexdigest()}"


def successors(
    kind: str, before: Mapping[str, Iterable[str]], now: Mapping[str, str], redirected: Iterable[str] = ()
) -> dict[str, str]:
    """Old id → the id that answers for it.

    `before` gives the members of each earlier group, `now` the present group of each member,
    `redirected` the ids that redirect already: where the group that answers for one splits, it goes
    with its founder. Where the founder itself is gone, most of the members decide (ties: the smaller id).
    """
    standing = set(now.values())
    gone = {*before, *redirected} - standing
    if not gone:
        return {}
    found = {minted: group for member, group in now.items() if (minted := mint(kind, member)) in gone}
    for old in sorted(gone & before.keys() - found.keys()):
        heirs = [now[m] for m in before[old] if m in now]
        if heirs:
            found[old] = max(sorted(set(heirs)), key=heirs.count)
    return found
