"""The stage as the commands and flows call it: many sources, or one recording, and one tally."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from pipelines.crawl.polite import Polite
from pipelines.crawl.replay import replay_all
from pipelines.crawl.rounds import Desk, crawl_source, why_not_now
from pipelines.crawl.tally import Tally
from pipelines.settings import Settings
from sources.catalogue import Source
from store import runs
from store.archive import Archive
from store.records import SourceState
from store.session import Store

Advance = Callable[[int, int], None]
"""(done, of); `of` is 0 while it is unknown."""

VERSION = "0.1"


class FetchSetupError(Exception):
    """A live run cannot begin; one sentence says what to set."""


@dataclass(frozen=True, slots=True)
class CrawlTally:
    """What a crawl did. `counts` add up to `pages`; added, replaced and left add up to the articles."""

    sources: int = 0
    skipped: int = 0
    broken: int = 0
    pages: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    decisions: Mapping[str, int] = field(default_factory=dict)
    complaints: tuple[str, ...] = ()

    def summary(self) -> dict[str, int]:
        """Flat counts for the report of a run."""
        shown = {"sources": self.sources, "skipped": self.skipped, "broken": self.broken, "pages": self.pages}
        shown |= {name: self.decisions.get(name, 0) for name in ("added", "replaced", "left")}
        return shown | dict(sorted(self.counts.items()))


def crawl_due(
    store: Store,
    settings: Settings,
    catalogue: Mapping[str, Source],
    only: Sequence[str] = (),
    advance: Advance = lambda done, of: None,
    *,
    allow_private: bool = False,
) -> CrawlTally:
    """One round over every source that is due, or over those asked for by id, due or not.

    Raises FetchSetupError where no contact is set or an id is not in the catalogue.
    """
    ids = list(only) if only else due(store, catalogue, datetime.now(UTC))
    if unknown := [name for name in ids if name not in catalogue]:
        raise FetchSetupError(f"No such source in the catalogue: {', '.join(unknown)}; `dure sources` lists them.")
    agent = user_agent(settings.contact)
    tallies: list[Tally] = []
    with (
        _desk(store, settings.archive_folder, agent, allow_private) as desk,
        ThreadPoolExecutor(max_workers=settings.workers, thread_name_prefix="crawl") as pool,
    ):
        waiting = [pool.submit(crawl_source, catalogue[name], desk, force=bool(only)) for name in ids]
        for done, future in enumerate(as_completed(waiting), 1):
            tallies.append(future.result())
            advance(done, len(ids))
    return tallied(sorted(tallies, key=lambda t: t.source_id))


def crawl_recording(
    store: Store,
    settings: Settings,
    catalogue: Mapping[str, Source],
    replay: Path,
    advance: Advance = lambda done, of: None,
) -> CrawlTally:
    """Every answer of a recording. Raises ReplayError where nothing can be read from it."""
    done = 0

    def count(*_: object) -> None:
        nonlocal done
        done += 1
        advance(done, 0)

    with Archive(settings.archive_folder) as archive:
        replayed = replay_all(replay, store, archive, catalogue, count)
    return tallied(replayed.tallies, (replayed.broken,) if replayed.broken else ())


def due(store: Store, catalogue: Mapping[str, Source], now: datetime) -> list[str]:
    """Ids of the sources to ask now, the longest overdue first."""
    with store.begin() as session:
        states = runs.source_states(session)
    ready = []
    for name, source in catalogue.items():
        state = states.get(name) or SourceState(name)
        if not why_not_now(source, state, now):
            ready.append((state.next_due_at or datetime.min.replace(tzinfo=UTC), name))
    return [name for _, name in sorted(ready)]


def user_agent(contact: str) -> str:
    """How we name ourselves. Raises FetchSetupError without a contact: a site must be able to reach us."""
    contact = " ".join(contact.split())
    if "@" not in contact and not contact.startswith(("http://", "https://")):
        raise FetchSetupError(
            "DURE_CONTACT is not set to a mail or web address; sites we read must be able to reach us. "
            "Set it, or read a recording with --replay."
        )
    return f"Dure/{VERSION} (+{contact.encode('ascii', 'ignore').decode()})"


def tallied(tallies: Iterable[Tally], complaints: tuple[str, ...] = ()) -> CrawlTally:
    """The rounds of a run as one tally."""
    asked = skipped = broken = pages = 0
    counts: Counter[str] = Counter()
    decisions: Counter[str] = Counter()
    said = list(complaints)
    for tally in tallies:
        if tally.round is None:
            skipped += 1
            continue
        asked += 1
        pages += tally.round.pages
        counts.update(tally.round.counts)
        decisions.update(tally.decisions)
        if tally.round.outcome == "broken":
            broken += 1
            said.append(f"{tally.source_id}: {tally.round.detail or 'nothing could be read'}")
    return CrawlTally(asked, skipped, broken, pages, dict(counts), dict(decisions), tuple(said))


def together(parts: Iterable[CrawlTally]) -> CrawlTally:
    """Tallies of several crawls as one."""
    sources = skipped = broken = pages = 0
    counts: Counter[str] = Counter()
    decisions: Counter[str] = Counter()
    complaints: list[str] = []
    for part in parts:
        sources += part.sources
        skipped += part.skipped
        broken += part.broken
        pages += part.pages
        counts.update(part.counts)
        decisions.update(part.decisions)
        complaints += part.complaints
    return CrawlTally(sources, skipped, broken, pages, dict(counts), dict(decisions), tuple(complaints))


# --- one client and one archive per process, however many tasks crawl --------------------------


@dataclass
class _Shared:
    """What the rounds of one process share: pace is a matter of hosts, a WARC file has one writer."""

    archive: Archive
    polite: Polite
    close: Callable[[], None]
    users: int = 0


_shared: dict[tuple[Path, str, bool], _Shared] = {}
_guard = threading.Lock()


@contextmanager
def _desk(store: Store, archive_folder: Path, agent: str, allow_private: bool) -> Iterator[Desk]:
    key = (archive_folder.resolve(), agent, allow_private)
    with _guard:
        shared = _shared.get(key)
        if shared is None:
            shared = _shared[key] = _open(archive_folder, agent, allow_private)
        shared.users += 1
    try:
        yield Desk(store, shared.archive, shared.polite)
    finally:
        with _guard:
            shared.users -= 1
            if not shared.users:
                del _shared[key]
                shared.close()


def _open(archive_folder: Path, agent: str, allow_private: bool) -> _Shared:
    from pipelines.crawl.fetch import Fetcher

    archive = Archive(archive_folder)
    fetcher = Fetcher(agent, allow_private=allow_private)

    def close() -> None:
        fetcher.close()
        archive.close()

    return _Shared(archive, Polite(fetcher.exchange), close)
