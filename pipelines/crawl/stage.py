"""The stage as the commands and flows call it: many sources, or one recording, and one tally."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pipelines.crawl.health.diagnosis import NEXT_STEPS
from pipelines.crawl.manners import LEAST_PACE
from pipelines.crawl.polite import Polite
from pipelines.crawl.replay import replay_all
from pipelines.crawl.retention import expire
from pipelines.crawl.rounds import Desk, crawl_source, why_not_now
from pipelines.crawl.tally import LOG, TAKEN, Tally
from pipelines.crawl.turns import SharedTurns
from pipelines.settings import Settings
from sources.catalogue import Source
from store import pauses, runs
from store.archive import ArchiveError, open_archive
from store.leases import Leases
from store.records import SourceState
from store.session import Store

Advance = Callable[[int, int], None]
"""(done, of); `of` is 0 while it is unknown."""

VERSION = "0.1"

OTHERS = timedelta(minutes=20)
"""How long a run waits for sources that other workers are asking: the longest round takes about as long."""


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
    taken: tuple[str, ...] = ()
    """Sources that another worker had."""

    def summary(self) -> dict[str, int]:
        """Flat counts for the report of a run."""
        shown = {"sources": self.sources, "skipped": self.skipped, "broken": self.broken, "pages": self.pages}
        shown |= {name: self.decisions.get(name, 0) for name in ("added", "replaced", "left")}
        return shown | dict(sorted(self.counts.items()))


@contextmanager
def desk(store: Store, settings: Settings, *, run_id: str = "", allow_private: bool = False) -> Iterator[Desk]:
    """What all rounds of a run share: one client, one archive; and with all other workers the pace of each host
    and the claims on sources.

    `allow_private` is for tests and intranets: addresses that are not public may be asked, at any pace.
    Raises FetchSetupError where no contact is set.
    """
    from pipelines.crawl.fetch import Fetcher

    agent, now = user_agent(settings.contact), settings.now
    with (
        open_archive(settings.archive_folder, settings.archive) as archive,
        Fetcher(agent, allow_private=allow_private, now=now) as fetcher,
        Leases(store) as leases,
    ):
        least = 0.0 if allow_private else LEAST_PACE
        polite = Polite(fetcher.exchange, least_pace=least, turns=SharedTurns(store), now=now)
        yield Desk(store, archive, polite, now, run_id, leases)


def choose(
    store: Store, catalogue: Mapping[str, Source], only: Sequence[str] = (), now: datetime | None = None
) -> list[Source]:
    """The sources to ask: those asked for by id, else those that are due, the longest overdue first.

    Raises FetchSetupError for an id that is not in the catalogue.
    """
    if unknown := [name for name in only if name not in catalogue]:
        raise FetchSetupError(f"No such source in the catalogue: {', '.join(unknown)}; `dure sources` lists them.")
    if only:
        return [catalogue[name] for name in dict.fromkeys(only)]
    now = now or datetime.now(UTC)
    with store.begin() as session:
        states = runs.source_states(session)
        paused = pauses.paused(session, now)
    never = datetime.min.replace(tzinfo=UTC)
    ready = []
    for source in catalogue.values():
        state = states.get(source.id) or SourceState(source.id)
        if source.id not in paused and not why_not_now(source, state, now):
            ready.append((state.next_due_at or never, source.id))
    return [catalogue[name] for _, name in sorted(ready)]


def crawl_one(source: Source, shared: Desk, *, force: bool = False) -> CrawlTally:
    """One round over one source. `force`: due or not."""
    return tallied([crawl_source(source, shared, force=force)])


def crawl_due(
    store: Store,
    settings: Settings,
    catalogue: Mapping[str, Source],
    only: Sequence[str] = (),
    advance: Advance = lambda done, of: None,
    *,
    run_id: str = "",
    allow_private: bool = False,
) -> CrawlTally:
    """One round over every source that is due, or over those asked for by id, due or not.

    Raises FetchSetupError where no contact is set or an id is not in the catalogue.
    """
    chosen = choose(store, catalogue, only, settings.now())
    with desk(store, settings, run_id=run_id, allow_private=allow_private) as shared:
        tally = ask_all(chosen, shared, settings.workers, advance, force=bool(only))
        forget_the_old(shared, catalogue, settings)
    return tally


def ask_all(
    sources: Sequence[Source],
    shared: Desk,
    threads: int,
    advance: Advance = lambda done, of: None,
    *,
    force: bool = False,
) -> CrawlTally:
    """One round over each source, some at once, beside other workers."""
    by_name = {source.id: source for source in sources}
    with ThreadPoolExecutor(max_workers=threads, thread_name_prefix="crawl") as pool:

        def ask(names: Sequence[str]) -> Iterator[CrawlTally]:
            waiting = [pool.submit(crawl_one, by_name[name], shared, force=force) for name in names]
            for done, future in enumerate(as_completed(waiting), 1):
                yield future.result()
                advance(done, len(sources))

        return ask_together(list(by_name), ask, shared)


def ask_together(
    names: Sequence[str], ask: Callable[[Sequence[str]], Iterable[CrawlTally]], shared: Desk
) -> CrawlTally:
    """Ask these sources, beside other workers: what one of them has is theirs, or ours again when it dies.

    So when this returns, what was due has been asked, by whomever.
    """
    parts: list[CrawlTally] = []

    def attempt(claims: Sequence[str]) -> list[str]:
        asked = list(ask([claim.removeprefix("source:") for claim in claims]))
        parts.extend(part for part in asked if not part.taken)
        return [f"source:{name}" for part in asked for name in part.taken]

    assert shared.leases is not None
    left = shared.leases.stay_with([f"source:{name}" for name in names], attempt, OTHERS.total_seconds())
    if left:
        ids = ", ".join(claim.removeprefix("source:") for claim in left)
        late = f"Still being asked by another worker: {ids}; what they bring goes into the next digest."
        parts.append(CrawlTally(skipped=len(left), complaints=(late,)))
    return together(parts)


def forget_the_old(shared: Desk, catalogue: Mapping[str, Source], settings: Settings) -> None:
    """What a live crawl ends with: captures that were kept long enough go."""
    if shared.archive is None:
        return
    try:
        expire(shared.archive, catalogue, settings.archive_days, shared.now())
    except ArchiveError as error:  # another process writes just now: the next crawl will do it; damage: `dure doctor`
        LOG.warning("old captures stay", extra={"told": {"why": str(error)}})


def entries_gone(tally: CrawlTally, before: Mapping[str, Source], after: Mapping[str, Source]) -> CrawlTally:
    """The tally with a word on every outlet whose entry left the catalogue while the crawl was at work."""
    gone = sorted(name for name, source in before.items() if source.enabled and name not in after)
    said = [
        f"{name}: its entry left the catalogue during this run; what was read is kept, it is not asked again"
        for name in gone
    ]
    return replace(tally, complaints=(*tally.complaints, *said))


def crawl_recording(
    store: Store,
    settings: Settings,
    catalogue: Mapping[str, Source],
    replay: Path,
    advance: Advance = lambda done, of: None,
    run_id: str = "",
    only: Collection[str] = (),
) -> CrawlTally:
    """Every answer of a recording; of some sources, where `only` names them.

    Raises ReplayError where nothing can be read from it.
    """
    done = 0

    def count(*_: object) -> None:
        nonlocal done
        done += 1
        advance(done, 0)

    with open_archive(settings.archive_folder, settings.archive) as archive:
        replayed = replay_all(replay, store, archive, catalogue, count, run_id, only)
    return tallied(replayed.tallies, (replayed.broken,) if replayed.broken else ())


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
    taken: list[str] = []
    for tally in tallies:
        if tally.round is None:
            skipped += 1
            taken += [tally.source_id] if tally.skipped == TAKEN else []
            continue
        asked += 1
        pages += tally.round.pages
        counts.update(tally.round.counts)
        decisions.update(tally.decisions)
        broken += tally.round.outcome == "broken"
        if tally.round.outcome == "broken" or tally.round.diagnosis in NEXT_STEPS:
            said.append(f"{tally.source_id}: {tally.round.detail or 'nothing could be read'}")
    return CrawlTally(asked, skipped, broken, pages, dict(counts), dict(decisions), tuple(said), tuple(taken))


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
    return CrawlTally(sources, skipped, broken, pages, dict(counts), dict(decisions), tuple(sorted(complaints)))
