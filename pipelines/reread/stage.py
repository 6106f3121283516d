"""Re-reading as the command calls it: what to read, in chunks, one difference; taken by one writer.

work ─► chunks ─► here: processes of this machine ──┐
              └─► flow.py: machines of a Dask ──────┴─► compare, in the order of the chunks
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from multiprocessing import get_context

from pipelines.extract.reading import RULES_VERSION
from pipelines.reread import chunk
from pipelines.reread.chunk import Again, Place
from pipelines.reread.difference import Change, Kind
from store import findings, shelf
from store.archive import Archive, read_archive
from store.bulk import batches
from store.session import Store

CHUNK = 50
AHEAD = 2
"""Chunks a process that are asked for before their turn: what waits in memory stays small."""
EXAMPLES = 3

Example = tuple[str, Change]
"""(article id, what differs)."""
Work = tuple[Sequence[str], Sequence[str]]
"""(ids of articles, addresses without one)."""


@dataclass(slots=True)
class Difference:
    """What a re-reading says differently: by field, by source, with examples. `notes`: what could not be read again."""

    read: int = 0
    differing: int = 0
    fields: Counter[tuple[str, Kind]] = field(default_factory=Counter)
    sources: Counter[tuple[str, Kind]] = field(default_factory=Counter)
    notes: Counter[str] = field(default_factory=Counter)
    examples: dict[tuple[str, Kind], list[Example]] = field(default_factory=dict)

    def add(self, again: Again, most: int) -> None:
        self.read += 1
        self.differing += bool(again.changes)
        if again.note:
            self.notes[again.note] += 1
        for change in again.changes:
            self.fields[change.name, change.kind] += 1
            self.sources[again.source_id, change.kind] += 1
            shown = self.examples.setdefault((change.name, change.kind), [])
            if len(shown) < most:
                shown.append((again.article_id, change))


def listed(store: Store, place: Place, sources: Sequence[str], since: datetime | None) -> list[Work]:
    """`work`, with the archive opened for it."""
    with read_archive(place.archive, place.shared) as archive:
        return work(store, archive, sources, since)


def work(store: Store, archive: Archive, sources: Sequence[str], since: datetime | None) -> list[Work]:
    """What there is to read: the articles, and the archived addresses that no article of ours was read at."""
    with store.begin() as session:
        held = shelf.addresses(session, sources, since)
        every = {url for _, url in shelf.addresses(session)}
    newest = {e.url: e for e in archive.entries() if e.kind == "response"}
    pages = [
        url
        for url, e in sorted(newest.items())
        if url not in every and (not sources or e.source_id in sources) and (since is None or e.at >= since)
    ]
    chunks: list[Work] = [(ids, ()) for ids in batches((id_ for id_, _ in held), CHUNK)]
    return chunks + [((), urls) for urls in batches(pages, CHUNK)]


def compare(read: Iterable[Sequence[Again]], most: int = EXAMPLES, take: Store | None = None) -> Difference:
    """What the chunks read again say; with `take`, each goes into the store in one transaction as it comes."""
    found = Difference()
    for results in read:
        for again in results:
            found.add(again, most)
        if take is not None:
            _take(take, results)
    return found


def _take(store: Store, results: Sequence[Again]) -> None:
    with store.begin() as session:
        for again in results:
            if again.article is not None:
                names = ", ".join(sorted({c.field for c in again.changes if c.thing == "article"} - {""}))
                shelf.keep(session, again.article, f"read again: {names}" if names else "read again")
            findings.save(session, again.article_id, again.revision, again.found, RULES_VERSION, again.said)


def here(place: Place, chunks: Sequence[Work], processes: int) -> Iterator[list[Again]]:
    """Each chunk read again by processes of this machine; in order, so that one and many give the same."""
    if processes == 1 or len(chunks) < 2:
        try:
            for articles, pages in chunks:
                yield chunk.reread(place, articles, pages)
        finally:
            chunk.close(place)
        return
    # spawned, not forked: open databases and threads do not survive a fork
    with ProcessPoolExecutor(min(processes, len(chunks)), mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[list[Again]]] = deque()
        for articles, pages in chunks:
            waiting.append(pool.submit(chunk.reread, place, articles, pages))
            if len(waiting) > processes * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
