"""The stage: every article revision these rules have not read yet is read, and its findings kept.

A batch is one transaction, so a killed run goes on where it stopped.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pipelines.extract.reading import RULES_VERSION, read
from store import corrections, findings, shelf
from store.bulk import batches
from store.session import Store

BATCH = 50


@dataclass(frozen=True, slots=True)
class ExtractTally:
    """What one round of reading gave."""

    read: int = 0
    relevant: int = 0
    events: int = 0
    organisations: int = 0
    facts: int = 0


def extract(
    store: Store, regions: Mapping[str, str], advance: Callable[[int, int], None] = lambda done, of: None
) -> ExtractTally:
    """Read what is unread. `regions` gives the 시도 of an outlet by source id; `advance` hears of progress."""
    with store.begin() as session:
        waiting = shelf.unread(session, RULES_VERSION)
        people = corrections.relevance(session)
    counts = [0, 0, 0, 0, 0]
    for batch in batches(waiting, BATCH):
        with store.begin() as session:
            for kept in shelf.articles(session, batch):
                said = people.get(kept.id)
                document = shelf.document(kept, regions.get(kept.source_id))
                found = read(document, wanted=said is not None and bool(said.value))
                findings.save(session, kept.id, kept.revision, found, RULES_VERSION, said)
                sizes = (1, int(found.relevant), len(found.events), len(found.organisations), len(found.facts))
                counts = [a + b for a, b in zip(counts, sizes, strict=True)]
        advance(counts[0], len(waiting))
    return ExtractTally(*counts)
