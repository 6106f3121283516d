"""Recordings through the same code as live answers: only the network is replaced.

A recording is a WARC (or ARC) file, a folder of them, or a folder with `index.jsonl`. Its clock is the recording's:
everything is dated by when it was fetched then, so a second replay finds nothing to do.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sqlmodel import Session

from pipelines.crawl.addresses import host_of
from pipelines.crawl.bodies import MAX_BODY, BodyRefused, Inflater
from pipelines.crawl.intake import Taken, take
from pipelines.crawl.keeping import UNDESCRIBED
from pipelines.crawl.recording import ReplayError, in_time
from pipelines.crawl.response import Failure, Response
from pipelines.crawl.tally import Counting, Tally, log_round, round_id
from sources.catalogue import Source, for_host
from sources.page import Reason
from store import runs
from store.archive import Archive, ArchiveError, Capture, replay
from store.records import RequestLog, Round
from store.session import Store

BROKEN = frozenset(
    f"refused/{reason}"
    for reason in (Reason.EMPTY, Reason.LAYOUT_CHANGED, Reason.SERVER_ERROR, Reason.TRUNCATED, Reason.UNREADABLE)
)
"""Refusals that say that a source is broken, where nothing else of it could be read."""

BATCH = 50
"""Pages of one transaction."""

BATCH_BYTES = 20 * 2**20

LOGGED = 10_000
"""Log lines of one replayed round: refusals and errors only, the rest is in the counts."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """What came of a recording. `broken` says where it could not be read on; what came before it was kept."""

    tallies: tuple[Tally, ...]
    broken: str = ""

    @property
    def pages(self) -> int:
        return sum(t.round.pages for t in self.tallies if t.round)


def responses(path: Path) -> Iterator[Response]:
    """The recorded answers in the order of their time. Raises ReplayError naming file and record."""
    if not path.exists():
        raise ReplayError(f"{path} does not exist; give a WARC file, or a folder with WARC files or an index.jsonl.")
    index = path if path.suffix == ".jsonl" else path / "index.jsonl"
    if index.is_file():
        yield from (one.response for one in in_time(index))
        return
    try:
        yield from map(response_of, replay(path))
    except ArchiveError as error:
        raise ReplayError(str(error)) from error


def replay_all(
    path: Path,
    store: Store,
    archive: Archive | None,
    sources: Mapping[str, Source],
    on_page: Callable[[Response, Taken], None] | None = None,
    run_id: str = "",
    only: Collection[str] = (),
) -> Replayed:
    """Every answer of a recording taken, each counted once with its source; of some sources, where `only` names them.

    Raises ReplayError where nothing at all can be read from it.
    """
    rounds: dict[str, _ReplayedRound] = {}
    known: dict[str, Source] = {}
    stream = responses(path)
    complaint = ""
    while not complaint:
        batch, complaint = _next_batch(stream)
        if not batch:
            break
        with store.begin() as session:
            for response in batch:
                host = host_of(response.final_url)
                source = known.get(host) or known.setdefault(host, source_of(response, sources))
                if only and source.id not in only:
                    continue
                one = rounds.get(source.id) or rounds.setdefault(source.id, _ReplayedRound(source, response.fetched_at))
                taken = take(session, archive, response, source, one.counting.round_id)
                one.add(response, taken)
                if on_page is not None:
                    on_page(response, taken)
    if not rounds:
        whose = f" of {', '.join(only)}" if only else ""
        raise ReplayError(complaint or f"{path} holds no recorded answer{whose}.")
    with store.begin() as session:
        return Replayed(tuple(one.finish(session, run_id) for one in rounds.values()), complaint)


def source_of(response: Response, sources: Mapping[str, Source]) -> Source:
    """The catalogue's outlet for an address; else one made up from its host, so that every page has its place."""
    known = for_host(response.final_url, sources)
    if known is not None:
        return known
    host = host_of(response.final_url)[:80] or "nowhere"
    return Source(id=host, name=host, kind=UNDESCRIBED, region="", family="unknown", channel="news", hosts=(host,))


class _ReplayedRound:
    """The round of one source in a recording."""

    def __init__(self, source: Source, first: datetime) -> None:
        self.source = source
        self.counting = Counting(round_id(source.id, first))
        self.started = self.finished = first
        self.newest: datetime | None = None
        self.log: list[RequestLog] = []

    def add(self, response: Response, taken: Taken) -> None:
        self.counting.count(response, taken)
        self.started = min(self.started, response.fetched_at)
        self.finished = max(self.finished, response.fetched_at)
        article = taken.reading.article if taken.reading else None
        if article is not None and article.published_at is not None and article.published_at <= response.fetched_at:
            self.newest = max(self.newest or article.published_at, article.published_at)
        if taken.outcome.startswith(("refused/", "error/")) and len(self.log) < LOGGED:
            self.log.append(self.counting.entry(response, taken))

    def finish(self, session: Session, run_id: str) -> Tally:
        """Written once: a second replay of the same recording is the same round."""
        counts = self.counting.counts
        read = sum(counts[name] for name in ("article", "listing", "feed", "not_modified"))
        failed = sum(count for name, count in counts.items() if name.startswith("error/") or name in BROKEN)
        round_ = Round(
            id=self.counting.round_id,
            source_id=self.source.id,
            started_at=self.started,
            finished_at=self.finished,
            outcome="good" if counts["article"] else "broken" if failed and not read else "quiet",
            detail=self.counting.complaints[0][:500] if self.counting.complaints else "",
            pages=self.counting.pages,
            counts=dict(sorted(counts.items())),
            run_id=run_id,
        )
        log_round(round_)
        if round_.id not in {known.id for known in runs.rounds(session, self.source.id)}:
            runs.save_round(session, round_)
            runs.log_requests(session, self.log)
            self._save_state(session, round_)
        return Tally(self.source.id, round_, dict(self.counting.decisions))

    def _save_state(self, session: Session, round_: Round) -> None:
        state = runs.source_state(session, self.source.id)
        if state.last_round_at is not None and state.last_round_at >= round_.finished_at:
            return
        good = state.last_good_at if round_.outcome == "broken" else round_.finished_at
        newest = max((at for at in (state.newest_published_at, self.newest) if at), default=None)
        runs.save_source_state(
            session,
            replace(
                state,
                last_round_at=round_.finished_at,
                last_good_at=good,
                newest_published_at=newest,
                note=round_.detail,
            ),
        )


def _next_batch(stream: Iterator[Response]) -> tuple[list[Response], str]:
    """(the next answers, why there will be no more); a torn recording still gives what came before."""
    batch: list[Response] = []
    size = 0
    try:
        for response in stream:
            batch.append(response)
            size += len(response.wire)
            if len(batch) >= BATCH or size >= BATCH_BYTES:
                break
    except ReplayError as error:
        return batch, str(error)
    return batch, ""


def response_of(capture: Capture) -> Response:
    """A recorded answer as the network would have given it."""
    answer = Response(
        url=capture.asked or capture.url,
        final_url=capture.url,
        fetched_at=capture.at,
        status=capture.status,
        headers=capture.headers,
        wire=capture.body,
        reason=capture.reason,
    )
    if capture.status == 304:
        return replace(answer, wire=b"")
    if capture.asked and 300 <= capture.status < 400:  # a step on the way to what was asked for
        answer = replace(answer, url=capture.url)
    try:
        return replace(answer, body=unpacked(capture))
    except BodyRefused as refused:
        return replace(answer, failure=refused.failure, detail=refused.detail)


def unpacked(capture: Capture) -> bytes:
    """The body without its Content-Encoding. Raises BodyRefused."""
    try:
        inflate = Inflater(capture.header("content-encoding"), MAX_BODY)
        return inflate.feed(capture.body) + inflate.end()
    except BodyRefused as refused:
        if refused.failure is not Failure.BAD_ENCODING or not _plain(capture.body):
            raise
        return capture.body  # some tools record the header of a compression they have already undone


def _plain(body: bytes) -> bool:
    """Text by its first bytes: no control characters but white space."""
    return not any(byte < 32 and byte not in b"\t\n\r\f" for byte in body[:512])
