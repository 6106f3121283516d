"""The stage: every article revision these rules have not read yet is read, and its findings kept.

A batch is one transaction, so a killed run goes on where it stopped. Several workers share the articles by the first
digit of their ids (digests, so the sixteen shares are alike): a share is claimed, read, and given back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from pipelines.extract.reading import RULES_VERSION, read
from store import corrections, findings, shelf
from store.bulk import batches
from store.errors import OlderCode, StoreBusy
from store.findings import NOTHING, Read
from store.leases import Leases
from store.records import Findings
from store.session import Store

if TYPE_CHECKING:
    from sqlmodel import Session

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
    """Read what is unread. `regions` gives the 시도 of an outlet by source id; `advance` hears of progress.

    Other workers may do the same: each share is read by one of them, and this returns when all are read. Raises
    OlderCode where newer rules than ours have read the store.
    """
    with store.begin() as session:
        refuse_older(session)
        waiting = shelf.unread(session, RULES_VERSION)
    shares = {claim: list(ids) for claim, ids in groupby(sorted(waiting, key=_share), _share)}
    counts = [0, 0, 0, 0, 0]

    def told() -> None:
        advance(counts[0], len(waiting))

    def attempt(claims: Sequence[str]) -> list[str]:
        return [claim for claim in claims if not claimed(claim)]

    def claimed(claim: str) -> bool:
        with leases.hold(claim) as mine:
            if mine and not _read_share(store, shares[claim], regions, counts, told):
                leases.in_vain(claim)
            return mine

    with Leases(store) as leases:
        if left := leases.stay_with(sorted(shares), attempt):
            raise StoreBusy(f"Another worker has been reading for an hour ({', '.join(left)}); see `dure status`.")
    return ExtractTally(*counts)


def refuse_older(session: Session) -> None:
    """Raises OlderCode where newer rules than ours have read the store: ours would undo their work."""
    newest = shelf.newest_rules(session)
    if newest and newest > RULES_VERSION:
        raise OlderCode(
            f"The store was read by rules {newest}, this Dure has {RULES_VERSION}: install the newer Dure on this "
            "machine; nothing was changed."
        )


def _share(article_id: str) -> str:
    return f"extract:{article_id[1:2]}"


def _read_share(
    store: Store, ids: Sequence[str], regions: Mapping[str, str], counts: list[int], advance: Callable[[], None]
) -> int:
    """How many were read: what another worker has read while we waited for the claim is left alone."""
    before = counts[0]
    for batch in batches(ids, BATCH):
        with store.begin() as session:
            kept = list(shelf.articles(session, shelf.unread(session, RULES_VERSION, batch)))
            people = corrections.of_articles(session)
        # masked when it was kept: nothing private is looked for again
        found = [
            (a, read(shelf.document(a, regions.get(a.source_id)), said=people.get(a.id, NOTHING), private=False))
            for a in kept
        ]
        with store.begin() as session:  # only now: reading takes seconds, and other workers write meanwhile
            there, words = shelf.revisions(session, batch), corrections.of_articles(session)
            # what changed, was forgotten or corrected while we read is read again by the next run
            good = [
                Read(a.id, a.revision, said, words.get(a.id, NOTHING))
                for a, said in found
                if there.get(a.id) == a.revision and words.get(a.id) == people.get(a.id)
            ]
            findings.save_all(session, good, RULES_VERSION)
        for one in good:
            _count(counts, one.found)
        advance()
    return counts[0] - before


def _count(counts: list[int], found: Findings) -> None:
    sizes = (1, int(found.relevant), len(found.events), len(found.organisations), len(found.facts))
    counts[:] = [a + b for a, b in zip(counts, sizes, strict=True)]
