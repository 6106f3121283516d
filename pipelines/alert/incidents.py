"""From how sources are now and the incidents that are open: what began, what ended. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from store.records import Incident, Round

RELEASE = "release"
"""Stands for a source where the release itself was stopped."""


@dataclass(frozen=True, slots=True)
class Change:
    """What one run has to tell: incidents that began, those whose source is well again, and those whose source is no
    longer read (it left the catalogue or was switched off while it was ill), of which nobody knows how it is."""

    begun: tuple[Incident, ...] = ()
    ended: tuple[Incident, ...] = ()
    left: tuple[Incident, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.begun or self.ended or self.left)


def troubles(last: Mapping[str, Round], known: Collection[str], stopped: str, at: datetime) -> dict[str, Incident]:
    """What is the matter now, by source; `stopped`: why the release was, `known`: sources of the catalogue."""
    ill = {
        source: Incident(source, round_.diagnosis, round_.detail, round_.next_step, round_.started_at)
        for source, round_ in last.items()
        if round_.next_step and source in known
    }
    if stopped:
        ill[RELEASE] = Incident(RELEASE, "stopped", stopped, "`dure status` shows the run; mend it and run again.", at)
    return ill


def compare(open_: Iterable[Incident], now: Mapping[str, Incident], known: Collection[str], at: datetime) -> Change:
    """An incident is one as long as its source is not well, whatever it is called meanwhile; `known` as above."""
    held = {incident.source_id: incident for incident in open_}
    begun = tuple(now[source] for source in sorted(now.keys() - held.keys()))
    over = [held[source].end(at) for source in sorted(held.keys() - now.keys())]
    read = {*known, RELEASE}
    return Change(
        begun, tuple(i for i in over if i.source_id in read), tuple(i for i in over if i.source_id not in read)
    )
