"""The words each value of an event was read from: all of them for its page, the newest for lists."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Final

from dashboards.site import folded
from dashboards.site.digest import Digest

LISTED: Final = ("start", "original_start", "application_deadline", "venue", "hosts")
"""The fields a line of a list proves, in this order: when, where, who."""
SHORT: Final = 40
BATCH: Final = 500

EVIDENCE = """
SELECT e.event_id, e.field, e.words, coalesce(o.name, '두레') AS name, coalesce(a.url, '') AS url, a.published_on
FROM event_evidence e LEFT JOIN article a USING (article_id) LEFT JOIN outlet o USING (outlet_id)
"""
"""What a person corrected has no article: the words say who and when, and it is told by us."""


@dataclass(frozen=True, slots=True)
class Proof:
    """The newest words of one field, who wrote them and how many others wrote the same."""

    field: str
    words: str
    outlet: str
    on: date | None
    others: int


def proofs(evidence: Mapping[str, Sequence[sqlite3.Row]], *fields: str) -> list[folded.Folded]:
    """The words of one line of a page, which may show several fields (start and end)."""
    return folded.proofs(row for field in fields for row in evidence.get(field, ()))


def listed(digest: Digest, events: Iterable[str]) -> dict[str, list[Proof]]:
    """For each event what its line in a list shows."""
    wanted, found = sorted(set(events)), []
    for at in range(0, len(wanted), BATCH):
        part = wanted[at : at + BATCH]
        where = f"WHERE e.event_id IN ({', '.join('?' * len(part))}) AND e.field IN {LISTED}"
        found += digest.rows(EVIDENCE + where, *part)
    return {identity: _newest(rows) for identity, rows in folded.fold(found, itemgetter("event_id"))}


def _newest(rows: Iterable[sqlite3.Row]) -> list[Proof]:
    fields = dict(folded.fold(rows, itemgetter("field")))
    made = []
    for field in (name for name in LISTED if name in fields):
        said = folded.proofs(fields[field])
        first = said[0].tellers[0]
        made.append(Proof(field, _together(field, said), first.name, first.on, len(said[0].tellers) - 1))
    return made


def _together(field: str, said: Sequence[folded.Folded]) -> str:
    """The newest words; of several hosts all that the same articles name, as long as that is short."""
    if field != "hosts":
        return said[0].words
    named = ", ".join(one.words for one in said if one.tellers == said[0].tellers)
    return named if len(named) <= SHORT else said[0].words
