"""The shell around the four stages: opens the store, the archive and the catalogue, and calls plain functions.

::

    crawl ──► extract ──► merge ──► publish (──► mail)         each can run alone and again; they meet in the store
                                 └──► alert: what broke, what works again

Used by the command line, and by the Prefect flows, which add names, retries and schedules and nothing else.
"""

from __future__ import annotations

import fcntl
import logging
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from pipelines import journal, sharing
from pipelines.faults import for_people
from pipelines.opening import changing, opened, reading
from pipelines.settings import Settings, SettingsError
from store import runs
from store.errors import StoreError
from store.records import Run
from store.session import Store

if TYPE_CHECKING:
    from pipelines.alert.stage import AlertTally
    from pipelines.crawl.stage import CrawlTally
    from pipelines.extract.stage import ExtractTally
    from pipelines.mail.stage import MailTally
    from pipelines.merge.stage import MergeTally
    from pipelines.publish.stage import ReleaseResult

Progress = Callable[[str, int, int], None]
"""(stage, done, of): `of` is 0 while it is unknown."""

Outcome = Literal["good", "stopped", "broken"]
"""Of a run: `stopped` is one whose release was held back."""
Needless = Literal["quiet", "busy", "paused", "covered"]
"""Why a scheduled run did nothing: no source is due, the run before is still at work, everything is paused, or a later
run has done its work."""
LOG = logging.getLogger("dure.run")


def no_progress(stage: str, done: int, of: int) -> None:
    """For where nobody is watching."""


@dataclass(frozen=True, slots=True)
class RunReport:
    """What a run did, for people and machines: the counts and seconds of each stage, and what went wrong."""

    run_id: str
    outcome: Outcome | Needless
    stages: Mapping[str, dict[str, Any]] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)
    complaints: tuple[str, ...] = ()
    published: str = ""


def crawl(
    settings: Settings, replay: Path | None, only: tuple[str, ...] = (), advance: Progress = no_progress
) -> CrawlTally:
    """Ask every source that is due (or read a recording); a broken source is a line in the tally."""
    from pipelines.crawl.room import make_room
    from pipelines.crawl.stage import crawl_due, crawl_recording, entries_gone
    from sources.catalogue import load

    def told(done: int, of: int) -> None:
        advance("crawl", done, of)

    catalogue = load(settings.catalogue)
    with opened(settings) as store:
        make_room(settings, catalogue, settings.now())
        if replay is not None:
            return crawl_recording(store, settings, catalogue, replay, told, journal.run_id(), only)
        private = settings.allow_private
        tally = crawl_due(store, settings, catalogue, only, told, run_id=journal.run_id(), allow_private=private)
    return entries_gone(tally, catalogue, load(settings.catalogue))


def extract(settings: Settings, advance: Progress = no_progress) -> ExtractTally:
    """Read every article revision that today's rules have not read."""
    from pipelines.extract.stage import extract as extract_unread
    from sources.catalogue import load

    regions = {source.id: source.region for source in load(settings.catalogue).values() if source.region != "전국"}
    with opened(settings) as store:
        return extract_unread(store, regions, lambda done, of: advance("extract", done, of))


def merge(
    settings: Settings, advance: Progress = no_progress, since: datetime | None = None
) -> MergeTally | dict[str, str]:
    """Reprints to stories, announcements to events, names to organisations; by one worker at a time.

    It waits for those that still read articles. `since` is when our run began: where another worker merged everything
    that was there since then, its work stands.
    """
    from pipelines.merge.stage import merge as merge_all

    advance("merge", 0, 1)
    with opened(settings) as store, sharing.only_one(store, "merge", after="extract:"), store.begin() as session:
        covered = since is not None and sharing.merged(session, since)
        tally = {"by": "another worker"} if covered else merge_all(session, clock(store, settings))
    advance("merge", 1, 1)
    return tally


def publish(
    settings: Settings, as_of: datetime | date | None = None, force: bool = False, advance: Progress = no_progress
) -> ReleaseResult:
    """Make the release, or keep the last good one and say why."""
    from pipelines.publish.stage import publish as publish_release
    from sources.catalogue import load
    from store import touched

    advance("publish", 0, 1)
    with opened(settings) as store, sharing.only_one(store, "publish"):
        with store.begin() as session:
            result = publish_release(
                session,
                settings.published_folder,
                as_of or clock(store, settings),
                outlets=load(settings.catalogue),
                site_url=settings.site_url,
                force=force,
                live=as_of is None,
            )
        if result.mark is not None:  # a transaction of its own: SQLite lets none write that began to read long ago
            with store.begin() as session:
                touched.settle(session, result.mark, result.version)
    advance("publish", 1, 1)
    return result


def publish_anew(settings: Settings) -> ReleaseResult:
    """Make the release that readers see again, where its folder is damaged or shows what was forgotten.

    The damaged one steps aside first: a release of the same name is else taken for finished. Where the new one is
    stopped, it comes back.
    """
    from pipelines.publish import release

    with release.aside(settings.published_folder):
        return publish(settings)


def mail(settings: Settings, late: bool = False) -> MailTally:
    """The letter of the day to each reader, from the last release; what went wrong is in the tally."""
    from pipelines.mail import message, stage
    from pipelines.mail.post import Server

    server = Server(
        settings.smtp_host, settings.smtp_port, settings.smtp_security, settings.smtp_user,
        settings.smtp_password.get_secret_value(), settings.smtp_authority,
    )  # fmt: skip
    if not server.host:
        raise SettingsError("DURE_SMTP_HOST is not set; name the mail server (--preview FOLDER writes files instead).")
    of = message.sender(settings.mail_from, settings.mail_leave)
    with changing(settings) as store, alone(settings.home / ".mail.lock"):
        return stage.send(store, settings.published_folder / "current", server, of, settings.site_url, late=late)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """One process at a time. Raises SettingsError where another has the lock."""
    with path.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise SettingsError(f"Another process is sending mail ({path}); try again when it has finished.") from None
        yield


def clock(store: Store, settings: Settings) -> datetime:
    """Now; where the newest round is that of a recording (it has no diagnosis), the end of that round.

    A replay is dated by its recording, so the same input gives the same digest on any day.
    """
    with store.begin() as session:
        newest = runs.newest_round(session)
    return newest.finished_at if newest and not newest.diagnosis else settings.now()


def record_end(store: Store, settings: Settings, run: Run, report: RunReport) -> None:
    """Write down how it ended."""
    ended = replace(
        run,
        finished_at=settings.now(),
        outcome=cast("Outcome", report.outcome),  # a run that did nothing has no row
        stages={stage: dict(tally) for stage, tally in report.stages.items()},
        seconds={stage: round(seconds, 3) for stage, seconds in report.seconds.items()},
        detail="; ".join(report.complaints)[:2000],
    )
    with store.begin() as session:
        runs.finish(session, ended)


def daily(settings: Settings, replay: Path | None = None, advance: Progress = no_progress) -> RunReport:
    """The main job without Prefect: the four stages in order, in this process."""
    began = datetime.now(UTC)  # claims know only the real time
    steps: dict[str, Callable[[], object]] = {
        "crawl": lambda: crawl(settings, replay, advance=advance),
        "extract": lambda: extract(settings, advance),
        "merge": lambda: merge(settings, advance, began),
        "publish": lambda: publish(settings, advance=advance),
    }
    if mails(settings, replay):
        steps["mail"] = lambda: mail_after(settings)
    return run_steps(settings, steps, "plain", tell=replay is None)


def mails(settings: Settings, replay: Path | None) -> bool:
    """Whether a run ends with the mail: a server is named, and the news is not a recording."""
    return bool(settings.smtp_host) and replay is None


def mail_after(settings: Settings) -> MailTally:
    """The mail at the end of a run: the release has landed, so a server that is away is a complaint, no broken run."""
    from pipelines.mail.readers import MailError
    from pipelines.mail.stage import MailTally

    try:
        return mail(settings)
    except (MailError, SettingsError) as error:
        return MailTally("", complaints=(str(error),))


def run_steps(settings: Settings, steps: Mapping[str, Callable[[], object]], by: str, tell: bool = False) -> RunReport:
    """Run the steps in order under one run record; the report holds every stage's tally and seconds.

    `tell`: operators hear of it, also of a run that breaks off.
    """
    with opened(settings) as store:
        run = journal.begin(store, by, settings.now())
        work = _Work(run.id)
        try:
            with journal.kept(settings.home, run.id):
                work.do_all(store, steps)
        except BaseException as error:
            report = work.report("broken", f"{work.stage}: {said(error)}")
            with suppress(StoreError):  # it may be what broke the run; that sentence is the one to hear
                record_end(store, settings, run, report)
            if tell:
                alerted(settings, report)
            raise
        report = work.report()
        record_end(store, settings, run, report)
    return alerted(settings, report) if tell else report


def said(error: BaseException) -> str:
    """An error in one line of a run's record; a bug is named by its type, its traceback is in the log."""
    words = " ".join(str(error).split())[:500]
    if not isinstance(error, Exception):
        return "stopped by hand" if isinstance(error, KeyboardInterrupt) else "told to end"
    return words or type(error).__name__


def alerted(settings: Settings, report: RunReport) -> RunReport:
    """Operators told of what the run showed, where they have an address; a message that fails is a complaint."""
    from pipelines.alert.channels import sender
    from pipelines.alert.words import broken_store

    if not settings.alerts.get_secret_value():
        return report
    try:
        tally = alert(settings, report)
    except StoreError as error:  # nothing can be looked up or written down: rather told at each run than not at all
        sender(settings.alerts.get_secret_value())(*broken_store(str(error)))
        return report
    said = (*report.complaints, *tally.complaints)
    return replace(report, stages={**report.stages, "alert": tally.summary()}, complaints=said)


def alert(settings: Settings, report: RunReport) -> AlertTally:
    """One message to DURE_ALERTS: what broke and what works again since the last one."""
    from pipelines.alert.channels import sender
    from pipelines.alert.stage import alert as tell
    from sources.catalogue import load

    known = {name for name, source in load(settings.catalogue).items() if source.enabled}
    stopped = "" if report.outcome == "good" else "; ".join(report.complaints)[:500] or f"the run is {report.outcome}"
    articles = int(report.stages.get("crawl", {}).get("added", 0))
    with opened(settings) as store:
        return tell(store, known, stopped, articles, settings.now(), sender(settings.alerts.get_secret_value()))


@dataclass
class _Work:
    """The steps of a run as they get done, so that one that breaks off still tells what came before."""

    run_id: str
    results: dict[str, object] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    stage: str = ""

    def do_all(self, store: Store, steps: Mapping[str, Callable[[], object]]) -> None:
        for stage, step in steps.items():
            self.stage = stage
            try:
                store.check()
                self._do(stage, step)
            except Exception as error:
                if for_people(error):
                    LOG.error("%s broke off: %s", stage, error)
                else:
                    LOG.error("%s broke off", stage, exc_info=error)
                raise
            except BaseException as told:  # Ctrl-C, SIGTERM through Prefect: no fault of ours to be traced
                LOG.warning("%s was %s", stage, said(told))
                raise

    def _do(self, stage: str, step: Callable[[], object]) -> None:
        LOG.info("%s begins", stage)
        began = time.perf_counter()
        self.results[stage] = step()
        self.seconds[stage] = time.perf_counter() - began
        told = {"seconds": round(self.seconds[stage], 3), "tally": summary(self.results[stage])}
        LOG.info("%s ended", stage, extra={"told": told})

    def report(self, outcome: Outcome | None = None, complaint: str = "") -> RunReport:
        release = self.results.get("publish")
        released = release is None or bool(getattr(release, "released", True))
        complaints = [str(c) for result in self.results.values() for c in getattr(result, "complaints", ())]
        return RunReport(
            self.run_id,
            outcome or ("good" if released else "stopped"),
            {stage: summary(result) for stage, result in self.results.items()},
            self.seconds,
            (*([complaint] if complaint else []), *complaints),
            str(getattr(release, "folder", "") or ""),
        )


def rounds_table(settings: Settings, run_id: str) -> list[dict[str, Any]]:
    """The rounds of a run as rows for people, ill sources first."""
    with reading(settings) as store, store.begin() as session:
        rounds = runs.rounds_of(session, run_id)
    return [
        {
            "source": r.source_id,
            "outcome": r.outcome,
            "diagnosis": r.diagnosis,
            "pages": r.pages,
            "seconds": round((r.finished_at - r.started_at).total_seconds(), 1),
            "what": r.detail,
            "next step": r.next_step,
        }
        for r in sorted(rounds, key=lambda r: (not r.next_step, r.source_id))
    ]


def summary(result: Any) -> dict[str, Any]:
    """The counts of a stage's result, as they stand in the run record."""
    shown = getattr(result, "summary", None)
    if callable(shown):
        return dict(shown())
    values = asdict(result) if hasattr(result, "__dataclass_fields__") else dict(result)
    return {key: value for key, value in values.items() if isinstance(value, int | float | str | bool)}
