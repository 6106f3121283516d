"""Which flow runs when. `gather` asks the sources that are due and reads what they brought, every few minutes; `daily`
is the four stages in order, once a day.

::

    dure schedule              server, both schedules and the runs on one machine
    dure deploy --pool NAME    the same as deployments of a work pool: `digest` once, `gather` in some shares
    dure worker --pool NAME    a machine that takes runs from the pool

Times are Asia/Seoul. When a source is asked is its own rhythm's matter (`next_due_at`); a run only looks who is due. So
runs that were missed coalesce into the next one, and one that is late where a newer run has done its work ends at once.
Workers agree over the store (`store.leases`), not over Prefect. Its limit on runs of a deployment is not used: where
run and server died together, 3.8.8 kept the slot taken and cancelled every later run (leases of slots are in memory).
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from prefect import flow
from prefect.artifacts import create_table_artifact
from prefect.client.orchestration import get_client
from prefect.client.schemas.actions import WorkPoolCreate
from prefect.client.schemas.filters import (
    FlowRunFilter,
    FlowRunFilterDeploymentId,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import StateType
from prefect.context import FlowRunContext
from prefect.deployments.runner import RunnerDeployment
from prefect.exceptions import ObjectAlreadyExists
from prefect.runner import Runner
from prefect.runtime import deployment
from prefect.schedules import Cron, Interval, Schedule
from prefect.states import Crashed
from prefect.types.entrypoint import EntrypointType
from prefect.workers.process import ProcessWorker

from pipelines import prefect_server, sharing, stages
from pipelines.crawl.flow import crawl
from pipelines.extract.flow import extract
from pipelines.mail.flow import mail
from pipelines.merge.flow import merge
from pipelines.opening import opened
from pipelines.publish.flow import publish
from pipelines.settings import Settings, SettingsError, load
from pipelines.stages import RunReport
from store.leases import Leases
from store.session import Store

SEOUL = "Asia/Seoul"
GATHER = "gather"
DIGEST = "digest"
"""Work queues of a pool: a worker may take runs of one of them only, so that releases are made where readers get them.
"""


@flow(name="daily")
def daily(home: str = "", replay: str | None = None, catalogue: str | None = None) -> RunReport:
    """crawl → extract → merge → publish (→ mail), with the outcome in our own table and as an artifact.

    Without `home` the settings of the machine that runs it hold.
    """
    settings = load(home=home or None, catalogue=catalogue)
    with _turn(settings) as why_not:
        return why_not or _whole_day(settings, home, replay, catalogue)


def _whole_day(settings: Settings, home: str, replay: str | None, catalogue: str | None) -> RunReport:
    began = datetime.now(UTC).isoformat()
    steps: dict[str, Any] = {
        "crawl": lambda: crawl(home, replay, catalogue),
        "extract": lambda: extract(home, catalogue),
        "merge": lambda: merge(home, began),
        "publish": lambda: publish(home, catalogue),
    }
    if stages.mails(settings, Path(replay) if replay else None):
        steps["mail"] = lambda: mail(home)
    report = stages.run_steps(settings, steps, "prefect", tell=replay is None)
    show(settings, report)
    return report


@flow(name="gather")
def gather(home: str = "", catalogue: str | None = None, sources: list[str] | None = None) -> RunReport:
    """Ask the sources that are due (or those named, due or not) and read what they brought; other workers may help."""
    settings = load(home=home or None, catalogue=catalogue)
    with _turn(settings) as why_not:
        return why_not or _gathered(settings, home, catalogue, sources)


def _gathered(settings: Settings, home: str, catalogue: str | None, sources: list[str] | None) -> RunReport:
    if not sources:
        with opened(settings) as store:
            if not sharing.anything_due(store, settings):
                return RunReport("", "quiet")
    steps: dict[str, Any] = {
        "crawl": lambda: crawl(home, None, catalogue, sources),
        "extract": lambda: extract(home, catalogue),
    }
    report = stages.run_steps(settings, steps, "prefect", tell=True)
    show(settings, report)
    return report


@contextmanager
def _turn(settings: Settings) -> Iterator[RunReport | None]:
    """The deployment's only run for as long as the block lasts; or why a run that the schedule started is not needed.

    A run that a person started, on Prefect's pages or elsewhere, is always wanted.
    """
    prefect_server.end_with_scheduler()
    context = FlowRunContext.get()
    run = context.flow_run if context else None
    if run is None or not run.auto_scheduled:
        yield None
        return
    with opened(settings) as store, Leases(store) as claims, claims.hold(f"schedule:{deployment.name}") as alone:
        if not alone:
            yield RunReport("", "busy", complaints=("The run before this one is still at work.",))
        else:
            yield _needless(store, settings, run.expected_start_time)


def _needless(store: Store, settings: Settings, due: datetime | None) -> RunReport | None:
    """Everything is paused, or a newer run has done the work of one that comes late."""
    if pause := sharing.all_paused(store, settings.now()):
        return RunReport("", "paused", complaints=(pause,))
    if newer := sharing.published_since(store, due) if due else None:
        said = f"A run that began later has done this one's work (its merge: {newer:%Y-%m-%d %H:%M} UTC)."
        return RunReport("", "covered", complaints=(said,))
    return None


def show(settings: Settings, report: RunReport) -> None:
    """Two tables on Prefect's pages: the stages of the run, and its rounds, ill sources first."""
    said = " ".join(report.complaints) or report.outcome
    stages_ = [{"stage": s, "seconds": round(report.seconds.get(s, 0.0), 1), **t} for s, t in report.stages.items()]
    create_table_artifact(stages_, key="daily", description=f"{report.run_id}: {said}")
    if rounds := stages.rounds_table(settings, report.run_id):
        create_table_artifact(rounds, key="rounds", description=f"`dure runs {report.run_id}` shows the same.")


def run_daily(home: Path, replay: Path | None, catalogue: Path | None) -> RunReport:
    """The main job through Prefect, now."""
    return daily(_text(home) or "", _text(replay), _text(catalogue))


def serve_schedules(
    settings: Settings, replay: Path | None, cron: str, every: int, port: int, minutes: int = 20
) -> None:
    """Server, schedules and runs in one; returns when interrupted.

    Raises SettingsError where the cron is none, the server does not start, or another scheduler runs over this store.
    """
    made = _served(settings, replay, cron, every, minutes)
    with (
        opened(settings) as store,
        sharing.first_one(store, "schedule"),
        prefect_server.running(settings.home, port) as address,
    ):
        prefect_server.take_runs_along()
        end_ghosts()
        rhythm = f"every {every} s" if every else f"{cron} ({SEOUL})"
        print(f"Prefect's pages: {address.removesuffix('/api')}; the main job runs {rhythm}", flush=True)
        _run(made)


def end_ghosts() -> int:
    """Runs that a scheduler before us took with it when it ended stand as running for ever: say that they crashed.

    Only for a server whose one scheduler we are. How many there were.
    """
    at_work = FlowRunFilterState(type=FlowRunFilterStateType(any_=[StateType.RUNNING, StateType.PENDING]))
    ours = FlowRunFilterDeploymentId(is_null_=False)  # a `dure run` beside us has no deployment
    with get_client(sync_client=True) as client:
        ghosts = client.read_flow_runs(flow_run_filter=FlowRunFilter(state=at_work, deployment_id=ours))
        for ghost in ghosts:
            client.set_flow_run_state(ghost.id, Crashed(message="Its scheduler ended before it did."), force=True)
    return len(ghosts)


class _Runner(Runner):
    """Prefect's runner, ended by SIGTERM as by Ctrl-C.

    Its own handler waits, inside the event loop, for the event loop: tracebacks of a whole page (3.8.8).
    """

    _serving: asyncio.Task[None] | None = None

    async def until_told(self) -> None:
        """Run deployments until SIGTERM or Ctrl-C."""
        self._serving = asyncio.current_task()
        await self.start()

    def handle_sigterm(self, *_: Any, **__: Any) -> None:
        if self._serving is not None:
            self._serving.get_loop().call_soon_threadsafe(self._serving.cancel)


def _run(made: Sequence[RunnerDeployment]) -> None:
    """What `prefect.serve` does; returns when told to end."""
    # one at a time: a run that takes longer than its interval makes the next one wait, not overlap
    runner = _Runner(limit=1, pause_on_shutdown=False)
    for one in made:
        runner.add_deployment(one)
    with suppress(KeyboardInterrupt, asyncio.CancelledError):
        asyncio.run(runner.until_told())


def _served(settings: Settings, replay: Path | None, cron: str, every: int, minutes: int) -> list[RunnerDeployment]:
    """The deployments of one machine; a recording brings nothing in between."""
    schedule: Schedule = Interval(timedelta(seconds=every), timezone=SEOUL) if every else _cron(cron)
    given = {"home": _text(settings.home), "replay": _text(replay), "catalogue": _text(settings.catalogue)}
    made = [RunnerDeployment.from_flow(daily, DIGEST, schedule=schedule, parameters=given)]
    if minutes and replay is None:
        often = Interval(timedelta(minutes=minutes), timezone=SEOUL)
        place = {"home": given["home"], "catalogue": given["catalogue"]}
        made.append(RunnerDeployment.from_flow(gather, GATHER, schedule=often, parameters=place))
    return made


def _cron(said: str) -> Schedule:
    """SettingsError where it is no time that cron knows."""
    try:
        return Cron(said, timezone=SEOUL)
    except ValueError as error:
        raise SettingsError(
            f'--cron: «{said}» is no time in the words of cron; give five fields such as "0 6 * * *", 06:00 each day.'
        ) from error


def deploy(pool: str, cron: str, minutes: int, shares: int) -> list[str]:
    """Deployments into a work pool, which is made where it is not there; their names. Again: brought up to date.

    They carry no settings: each worker has its own, so nothing secret stands in Prefect.
    """
    daily_at = _cron(cron)
    with get_client(sync_client=True) as client:
        template = ProcessWorker.get_default_base_job_template()
        with suppress(ObjectAlreadyExists):
            client.create_work_pool(WorkPoolCreate(name=pool, type="process", base_job_template=template))
    made = [_pooled(daily, DIGEST, pool, DIGEST, daily_at)]
    often = Interval(timedelta(minutes=minutes), timezone=SEOUL)
    made += [_pooled(gather, f"{GATHER}-{n}", pool, GATHER, often) for n in range(1, shares + 1)]
    for one in made:
        one.apply()
    return [f"{one.flow_name}/{one.name}" for one in made]


def _pooled(what: Any, name: str, pool: str, queue: str, schedule: Schedule) -> RunnerDeployment:
    return RunnerDeployment.from_flow(
        what,
        name,
        schedule=schedule,
        work_pool_name=pool,
        work_queue_name=queue,
        entrypoint_type=EntrypointType.MODULE_PATH,  # the code that is installed on the worker
    )


def _text(path: Path | None) -> str | None:
    return str(path.resolve()) if path else None
