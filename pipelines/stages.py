"""The shell around the four stages: opens the store, the archive and the catalogue, and calls plain functions.

::

    crawl ──► extract ──► merge ──► publish (──► mail)         each can run alone and again; they meet in the store
                                 └──► alert: what broke, what works again

Used by the command line, and by the Prefect flows, which add names, retries and schedules and nothing else.
"""

from __future__ import annotations

import fcntl
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipelines.settings import Settings, SettingsError, prepare_home
from store import runs
from store.records import Run
from store.session import Store, open_store

if TYPE_CHECKING:
    from pipelines.alert.stage import AlertTally
    from pipelines.crawl.stage import CrawlTally

Progress = Callable[[str, int, int], None]
"""(stage, done, of): `of` is 0 while it is unknown."""

STAGES = ("crawl", "extract", "merge", "publish")


def no_progress(stage: str, done: int, of: int) -> None:
    """For where nobody is watching."""


@dataclass(frozen=True, slots=True)
class RunReport:
    """What a run did, for people and machines. `outcome`: good, stopped (no release) or broken."""

    run_id: str
    outcome: str
    stages: Mapping[str, dict[str, Any]] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)
    complaints: tuple[str, ...] = ()
    published: str = ""


@contextmanager
def opened(settings: Settings) -> Iterator[Store]:
    """The store, with the home folder made ready. Raises SettingsError or StoreError, one sentence each."""
    prepare_home(settings)
    store = open_store(settings.store_address)
    try:
        yield store
    finally:
        store.close()


def crawl(
    settings: Settings, replay: Path | None, only: tuple[str, ...] = (), advance: Progress = no_progress
) -> CrawlTally:
    """Ask every source that is due (or read a recording); a broken source is a line in the tally."""
    from pipelines.crawl.stage import crawl_due, crawl_recording
    from sources.catalogue import load

    def told(done: int, of: int) -> None:
        advance("crawl", done, of)

    catalogue = load(settings.catalogue)
    with opened(settings) as store:
        if replay is not None:
            return crawl_recording(store, settings, catalogue, replay, told)
        return crawl_due(store, settings, catalogue, only, told, allow_private=settings.allow_private)


def extract(settings: Settings, advance: Progress = no_progress) -> Any:
    """Read every article revision that today's rules have not read."""
    from pipelines.extract.stage import extract as extract_unread
    from sources.catalogue import load

    regions = {source.id: source.region for source in load(settings.catalogue).values() if source.region != "전국"}
    with opened(settings) as store:
        return extract_unread(store, regions, lambda done, of: advance("extract", done, of))


def merge(settings: Settings, advance: Progress = no_progress) -> Any:
    """Reprints to stories, announcements to events, names to organisations."""
    from pipelines.merge.stage import merge as merge_all

    advance("merge", 0, 1)
    with opened(settings) as store, store.begin() as session:
        tally = merge_all(session, clock(store))
    advance("merge", 1, 1)
    return tally


def publish(
    settings: Settings, as_of: datetime | date | None = None, force: bool = False, advance: Progress = no_progress
) -> Any:
    """Make the release, or keep the last good one and say why."""
    from pipelines.publish.stage import publish as publish_release
    from sources.catalogue import load

    advance("publish", 0, 1)
    with opened(settings) as store, store.begin() as session:
        result = publish_release(
            session,
            settings.published_folder,
            as_of or clock(store),
            outlets=load(settings.catalogue),
            site_url=settings.site_url,
            force=force,
        )
    advance("publish", 1, 1)
    return result


def mail(settings: Settings, late: bool = False) -> Any:
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
    with opened(settings) as store, alone(settings.home / ".mail.lock"):
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


def clock(store: Store) -> datetime:
    """Now, as the store knows it: the end of the newest round.

    A replay is dated by its recording, so the same input gives the same digest on any day.
    """
    with store.begin() as session:
        return runs.last_seen(session) or datetime.now(UTC)


def record_start(settings: Settings, by: str) -> Run:
    """Write the run down before it begins: one that is killed stays «running» in our own table."""
    now = datetime.now(UTC)
    run = Run(f"{now:%Y%m%dT%H%M%S}-{uuid.uuid4().hex[:6]}", now, None, "running", by)
    with opened(settings) as store, store.begin() as session:
        runs.start(session, run)
    return run


def record_end(settings: Settings, run: Run, report: RunReport) -> None:
    """Write down how it ended."""
    outcome: Any = report.outcome
    ended = replace(
        run,
        finished_at=datetime.now(UTC),
        outcome=outcome,
        stages={stage: dict(tally) for stage, tally in report.stages.items()},
        detail="; ".join(report.complaints)[:2000],
    )
    with opened(settings) as store, store.begin() as session:
        runs.finish(session, ended)


def daily(
    settings: Settings, replay: Path | None = None, by: str = "plain", advance: Progress = no_progress
) -> RunReport:
    """The main job without Prefect: the four stages in order, in this process."""
    steps: dict[str, Callable[[], Any]] = {
        "crawl": lambda: crawl(settings, replay, advance=advance),
        "extract": lambda: extract(settings, advance),
        "merge": lambda: merge(settings, advance),
        "publish": lambda: publish(settings, advance=advance),
    }
    if mails(settings, replay):
        steps["mail"] = lambda: mail_after(settings)
    return run_steps(settings, steps, "plain", tell=replay is None)


def mails(settings: Settings, replay: Path | None) -> bool:
    """Whether a run ends with the mail: a server is named, and the news is not a recording."""
    return bool(settings.smtp_host) and replay is None


def mail_after(settings: Settings) -> Any:
    """The mail at the end of a run: the release has landed, so a server that is away is a complaint, no broken run."""
    from pipelines.mail.readers import MailError
    from pipelines.mail.stage import MailTally

    try:
        return mail(settings)
    except (MailError, SettingsError) as error:
        return MailTally("", complaints=(str(error),))


def run_steps(settings: Settings, steps: Mapping[str, Callable[[], Any]], by: str, tell: bool = False) -> RunReport:
    """Run the steps in order under one run record; the report holds every stage's tally and seconds.

    `tell`: operators hear of it, also of a run that breaks off.
    """
    run = record_start(settings, by)
    report = RunReport(run.id, "broken")
    try:
        report = _all_steps(run, steps)
    finally:
        record_end(settings, run, report)
        report = alerted(settings, report) if tell else report
    return report


def alerted(settings: Settings, report: RunReport) -> RunReport:
    """Operators told of what the run showed, where they have an address; a message that fails is a complaint."""
    if not settings.alerts.get_secret_value():
        return report
    tally = alert(settings, report)
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
        return tell(store, known, stopped, articles, datetime.now(UTC), sender(settings.alerts.get_secret_value()))


def _all_steps(run: Run, steps: Mapping[str, Callable[[], Any]]) -> RunReport:
    tallies: dict[str, dict[str, Any]] = {}
    seconds: dict[str, float] = {}
    results: dict[str, Any] = {}
    for stage, step in steps.items():
        began = time.perf_counter()
        results[stage] = step()
        seconds[stage] = time.perf_counter() - began
        tallies[stage] = summary(results[stage])
    complaints = tuple(str(c) for result in results.values() for c in getattr(result, "complaints", ()))
    release = results.get("publish")
    released = release is None or bool(getattr(release, "released", True))
    where = str(getattr(release, "folder", "") or "")
    return RunReport(run.id, "good" if released else "stopped", tallies, seconds, complaints, where)


def summary(result: Any) -> dict[str, Any]:
    """The counts of a stage's result, as they stand in the run record."""
    shown = getattr(result, "summary", None)
    if callable(shown):
        return dict(shown())
    values = asdict(result) if hasattr(result, "__dataclass_fields__") else dict(result)
    return {key: value for key, value in values.items() if isinstance(value, int | float | str | bool)}
