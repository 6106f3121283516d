"""One round over one source: plain functions over what is handed in.

::

    due? ─► feeds and lists (conditional) ─► items that are new, or worth another look ─► articles ─► diagnosis, tally
                     │ next page while it brings new keys                                └► canaries: known articles,
                     └─ never stopped by an old date: boards list                            do they still read?
                        copied posts on top with their old dates

A page is one transaction. A broken source is a line in the report; a bug is a traceback.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import NamedTuple

from pipelines.crawl import manners, robots
from pipelines.crawl.addresses import BadAddress, clean
from pipelines.crawl.decide import why_ask
from pipelines.crawl.health.diagnosis import Diagnosis, diagnose
from pipelines.crawl.health.history import History, recall
from pipelines.crawl.health.signs import Seeing
from pipelines.crawl.health.usual import promised
from pipelines.crawl.intake import Taken, keep_answer, look, take
from pipelines.crawl.polite import Polite, Terms
from pipelines.crawl.response import Failure, Response
from pipelines.crawl.tally import TAKEN, Counting, Tally, log_round, round_id
from pipelines.korean.working_days import holiday
from sources.catalogue import Source, bare_host
from sources.page import Item, Listing
from store import pauses, runs, shelf
from store.archive import Archive
from store.leases import Leases
from store.records import FetchMemory, KeptArticle, RequestLog, Round, SourceState
from store.session import Store

LIST_PAGES = 5
"""Pages of one list in a round. Endless calendars and paging loops end here at the latest."""

ARTICLES = 200
"""Articles in a round; what is left over is found again by the next one."""

FAILURES_IN_A_ROW = 5

CANARIES = 2
"""Known articles read again, once a day and when a new one does not read: is it the article, or the site?"""
TELLING = 100
"""Characters of a canary: a picture post without words cannot lose them to a paywall."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Desk:
    """What a round works with. Without `leases` nobody else may work on the store."""

    store: Store
    archive: Archive | None
    polite: Polite
    now: Callable[[], datetime] = _utc_now
    run_id: str = ""
    leases: Leases | None = None


def claim_of(source: Source) -> str:
    """What a worker claims while it asks a source."""
    return f"source:{source.id}"


def crawl_source(source: Source, desk: Desk, *, force: bool = False) -> Tally:
    """One round, unless another worker is at it. `force` asks also what is not due.

    Raises only for our own store and archive, and for bugs.
    """
    if desk.leases is None:
        return _one_round(source, desk, force)
    with desk.leases.hold(claim_of(source)) as mine:
        tally = _one_round(source, desk, force) if mine else Tally(source.id, skipped=TAKEN)
        if mine and tally.round is None:  # another worker asked it since we chose it
            desk.leases.in_vain(claim_of(source))
        return tally


def _one_round(source: Source, desk: Desk, force: bool) -> Tally:
    started = desk.now()
    with desk.store.begin() as session:
        state = runs.source_state(session, source.id)
        history = recall(session, source.id, started)
        pause = pauses.paused(session, started).get(source.id)
    if pause is not None and not force:
        return Tally(source.id, skipped=f"paused{f': {pause.why}' if pause.why else ''}")
    if why := why_not_now(source, state, started, force):
        return Tally(source.id, skipped=why)
    return _Round(source, desk, state, history, started).run()


def why_not_now(source: Source, state: SourceState, now: datetime, force: bool = False) -> str:
    """Why a source is not to be asked now; empty where it is."""
    if not source.enabled:
        return "disabled in the catalogue"
    if force:
        return ""
    if state.next_due_at is not None and state.next_due_at > now and not manners.misdated(state, now):
        return f"not due before {state.next_due_at.astimezone(manners.SEOUL):%Y-%m-%d %H:%M}"
    hours = manners.hours_of(source)
    if hours is not None and not hours.open_at(now):
        return f"asks to be read only between {hours.start:%H:%M} and {hours.end:%H:%M}"
    return ""


def _conditions(memory: FetchMemory | None) -> dict[str, str]:
    """Headers that ask for the page only where it changed since it was last read."""
    if memory is None or memory.outcome not in ("article", "listing", "feed"):
        return {}
    said = {"If-None-Match": memory.etag, "If-Modified-Since": memory.last_modified}
    return {name: value for name, value in said.items() if value}


class _Listed(NamedTuple):
    """An item of a list: the address to ask, why not to ask it, and the name it is known by."""

    item: Item
    url: str
    why_not: str
    name: str


class _StopRound(Exception):
    """The source should be left alone for now."""


class _TakenOver(Exception):
    """This process stood still for so long that another worker has the source now."""


class _Round:
    """The state of one round while it runs."""

    def __init__(self, source: Source, desk: Desk, state: SourceState, history: History, started: datetime) -> None:
        self.source = source
        self.desk = desk
        self.state = state
        self.history = history
        self.seeing = Seeing()
        self.listed: list[KeptArticle] = []  # articles we hold that a list still shows, newest first
        self.started = started
        self.counting = Counting(round_id(source.id, started))
        self.terms = Terms(source.pace_seconds, manners.tls_of(source))
        self.published: list[datetime] = []
        self.lists_read = 0
        self.failures = 0.0
        self.in_a_row = 0
        self.asked_to_wait: datetime | None = None
        self.seen: set[str] = set()
        self.memories: dict[str, FetchMemory | None] = {}
        self.hosts = {bare_host(a) for a in (source.home, *source.hosts, *self._addresses()) if a}

    def run(self) -> Tally:
        self._recall_robots()
        wanted: dict[str, str] = {}
        try:
            for address in self._addresses():
                self._read_list(address, wanted)
            for url, why in list(wanted.items())[:ARTICLES]:
                response, taken = self._ask(url, why)
                self.seeing.article(response, taken)
                self._heed(response)
            self._ask_canaries(wanted)
        except _StopRound as stop:
            self.counting.complain(str(stop))
        except _TakenOver:
            return Tally(self.source.id, skipped=TAKEN)
        return self._finish()

    def _addresses(self) -> list[str]:
        return list(dict.fromkeys(a.url for a in (*self.source.feeds, *self.source.lists)))

    # --- asking ---------------------------------------------------------------------------

    def _ask(self, url: str, why: str) -> tuple[Response, Taken]:
        """One request, its answer taken and logged, in one transaction."""
        if self.desk.leases is not None and self.desk.leases.lost(claim_of(self.source)):
            raise _TakenOver
        response = self.desk.polite.get(url, self.terms, _conditions(self._memory(url)), self._note_robots)
        with self.desk.store.begin() as session:
            taken = take(session, self.desk.archive, response, self.source, self.counting.round_id)
            runs.log_request(session, self.counting.entry(response, taken, why))
        self.counting.count(response, taken)
        return response, taken

    def _memory(self, url: str) -> FetchMemory | None:
        """What is remembered of an address, as its list was read; where nothing listed it, as it stands now."""
        if url in self.memories:
            return self.memories.pop(url)
        with self.desk.store.begin() as session:
            return shelf.memory(session, url)

    def _ask_canaries(self, wanted: Mapping[str, str]) -> None:
        """Known articles once more: archived and compared, but not taken, for a changed skin would be read as news."""
        if not (self.history.canaries_due or self.seeing.failing):
            return
        known = [held for held in self.listed if held.url not in wanted]
        telling = [held for held in known if len(held.text) >= TELLING] or known
        for held in telling[:CANARIES]:
            response = self.desk.polite.get(held.url, self.terms, {}, self._note_robots)
            taken = look(self.desk.archive, response, self.source, self.counting.round_id)
            with self.desk.store.begin() as session:
                runs.log_request(session, self.counting.entry(response, taken, "still reads?"))
            self.counting.count(response, taken)
            self.seeing.article(response, taken, held)
            self._heed(response)

    def _note_robots(self, answer: Response, rules: robots.Robots) -> None:
        """The rules a site gave are kept and logged as any other answer; they are no page of the source."""
        self.seeing.robots(answer)
        if answer.failure is None and self.desk.archive is not None:
            keep_answer(self.desk.archive, answer, self.source, self.counting.round_id)
        why = rules.why
        if rules.silent_at:
            why = f"{answer.detail or answer.failure}; what it said on {rules.fetched_at:%Y-%m-%d} holds on"
        with self.desk.store.begin() as session:
            runs.log_request(session, self.counting.robots(answer, rules.meaning, why))

    def _heed(self, response: Response) -> None:
        """Stop where the host asks for it, or where nothing works."""
        if response.status in manners.BUSY:
            self.asked_to_wait = manners.retry_after(response, response.fetched_at)
            self.failures += manners.weight(response)
            raise _StopRound(f"{response.url}: status {response.status}, the host asks us to wait")
        if response.failure is Failure.ASKED_TO_WAIT:
            raise _StopRound(response.detail)
        self.in_a_row = self.in_a_row + 1 if response.failure is not None or response.status >= 500 else 0
        if self.in_a_row >= FAILURES_IN_A_ROW:
            raise _StopRound(f"{FAILURES_IN_A_ROW} failures in a row")

    # --- lists ----------------------------------------------------------------------------

    def _read_list(self, address: str, wanted: dict[str, str]) -> None:
        """Read a list or feed, and its next pages as long as they bring keys we have not seen."""
        asked: set[str] = set()
        url: str | None = address
        while url and url not in asked and len(asked) < LIST_PAGES:
            asked.add(url)
            response, taken = self._ask(url, "list")
            listing = taken.reading.listing if taken.reading else None
            fresh = self._choose(listing, wanted) if listing else 0
            if url == address:
                self.seeing.list(address, response, taken, fresh)
            self._heed(response)
            if listing is None:
                self._miss(url, taken)
                return
            self.lists_read += 1
            url = self._next(listing.next_page) if fresh else None

    def _miss(self, url: str, taken: Taken) -> None:
        if taken.outcome == "not_modified":
            self.lists_read += 1
            return
        self.failures += 0.25 if taken.outcome.startswith("error/") else 0.5
        if taken.outcome.startswith("refused/") or taken.outcome == "article":
            self.counting.complain(f"{url}: no list there but {taken.outcome} ({taken.detail})")

    def _next(self, url: str | None) -> str | None:
        try:
            return clean(url) if url and bare_host(url) in self.hosts else None
        except BadAddress:
            return None

    def _choose(self, listing: Listing, wanted: dict[str, str]) -> int:
        """Note the items worth asking for; how many keys on the page were new to us."""
        now = self.desk.now()
        self.published += [i.published_at for i in listing.items if i.published_at and not i.notice]
        fresh = 0
        log: list[RequestLog] = []
        items = self._unseen(listing)
        with self.desk.store.begin() as session:
            memories = shelf.memories(session, (one.url for one in items))
            keys = {one.name: m.canonical_key if (m := memories.get(one.url)) else None for one in items}
            held_ = shelf.held_by_key(session, (key or name for name, key in keys.items()))
            for item, url, why_not, name in items:
                memory, held = memories.get(url), held_.get(keys[name] or name)
                fresh += held is None and memory is None
                if held is not None and held.state == "live" and not item.notice and not why_not:
                    self.listed.append(held)
                why = "" if why_not else why_ask(item.title, memory, held, now)
                if why:
                    wanted.setdefault(url, why)
                    self.memories[url] = memory
                elif why_not:
                    log.append(self.counting.note(item.url, now, "skipped", why_not))
            runs.log_requests(session, log)
        return fresh

    def _unseen(self, listing: Listing) -> list[_Listed]:
        """The items that no list of this round has shown before."""
        found = []
        for item in listing.items:
            url, why_not = self._address(item)
            name = item.canonical_key or url
            if name not in self.seen:
                self.seen.add(name)
                found.append(_Listed(item, url, why_not, name))
        return found

    def _address(self, item: Item) -> tuple[str, str]:
        """(the address to ask, why not to ask it)."""
        try:
            url = clean(item.url)
        except BadAddress as error:
            return "", f"its address {error}"
        if item.secret:
            return url, "secret"
        if bare_host(url) not in self.hosts:
            return url, "leads to another site"
        return url, ""

    # --- ending ---------------------------------------------------------------------------

    def _recall_robots(self) -> None:
        for site, said in self.state.robots.items():
            known = robots.from_state(said)
            if known is not None:
                self.desk.polite.remember(site, known)

    def _finish(self) -> Tally:
        now = self.desk.now()
        counts = self.counting.counts
        signs = self.seeing.signs(now)
        usual = promised(self.history.usual, self.source.expect)
        found = diagnose(signs, usual, holiday(now.astimezone(manners.SEOUL).date()))
        broken = not self.lists_read or found.severe
        added = self.counting.decisions["added"] + self.counting.decisions["replaced"]
        round_ = Round(
            id=self.counting.round_id,
            source_id=self.source.id,
            started_at=self.started,
            finished_at=now,
            outcome="broken" if broken else "good" if added else "quiet",
            detail=self._detail(found),
            pages=self.counting.pages,
            counts=dict(sorted(counts.items())),
            diagnosis=found.code,
            signs={**signs.as_row(), "good": found.good, "bad": found.bad, "next_step": found.next_step},
            run_id=self.desk.run_id,
        )
        with self.desk.store.begin() as session:
            runs.save_round(session, round_)
            runs.save_source_state(session, self._state_after(round_, now, added))
        log_round(round_)
        return Tally(self.source.id, round_, dict(self.counting.decisions))

    def _detail(self, found: Diagnosis) -> str:
        """What people hear of the round: what is the matter, else the first complaint."""
        complaints = [] if found.fine else [found.sentence]
        return " | ".join([*complaints, *self.counting.complaints[:1]])[:500]

    def _state_after(self, round_: Round, now: datetime, added: int) -> SourceState:
        broken = round_.outcome == "broken"
        failures = self.state.failures + max(self.failures, 0.25) if broken else 0.0
        if broken or self.asked_to_wait:
            due = manners.due_after_failure(failures, now, self.asked_to_wait)
        else:
            last = self.state.last_round_at
            waited = self.state.next_due_at - last if self.state.next_due_at and last else None
            due = manners.next_due(self.published, now, waited, added)
        hours = manners.hours_of(self.source)
        newest = max((p for p in [self.state.newest_published_at, *self.published] if p and p <= now), default=None)
        return replace(
            self.state,
            next_due_at=due if hours is None or hours.open_at(due) else hours.next_opening(due),
            last_round_at=now,
            last_good_at=self.state.last_good_at if broken else now,
            newest_published_at=newest,
            failures=failures,
            robots={s: r.as_state() for s, r in self.desk.polite.remembered(self._addresses()).items()},
            note=round_.detail,
        )
