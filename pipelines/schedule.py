"""Which flow runs when. `daily` is the four stages in order; `dure schedule` serves it in one command.

Times are Asia/Seoul. A run computes its own window (what is due, what is unread), so runs missed while the
machine was off coalesce into the next one.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from prefect import flow
from prefect.artifacts import create_table_artifact
from prefect.schedules import Cron, Interval, Schedule

from pipelines import stages
from pipelines.crawl.flow import crawl
from pipelines.extract.flow import extract
from pipelines.mail.flow import mail
from pipelines.merge.flow import merge
from pipelines.publish.flow import publish
from pipelines.settings import Settings, SettingsError, load
from pipelines.stages import RunReport

SEOUL = "Asia/Seoul"
SERVER_SECONDS = 600
"""A cold Prefect server needs 9 s of CPU; on a machine with ten times as much to do 120 s were not enough."""


@flow(name="daily")
def daily(home: str, replay: str | None = None, catalogue: str | None = None) -> RunReport:
    """crawl → extract → merge → publish (→ mail), with the outcome in our own table and as an artifact."""
    steps = {
        "crawl": lambda: crawl(home, replay, catalogue),
        "extract": lambda: extract(home, catalogue),
        "merge": lambda: merge(home),
        "publish": lambda: publish(home, catalogue),
    }
    settings = load(home=home, catalogue=catalogue)
    if stages.mails(settings, Path(replay) if replay else None):
        steps["mail"] = lambda: mail(home)
    report = stages.run_steps(settings, steps, "prefect", tell=replay is None)
    show(settings, report)
    return report


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


def serve_schedules(settings: Settings, replay: Path | None, cron: str, every: int, port: int) -> None:
    """Server, schedule and worker in one; returns when interrupted. SettingsError where the server does not start."""
    schedule: Schedule = Interval(timedelta(seconds=every), timezone=SEOUL) if every else Cron(cron, timezone=SEOUL)
    given = {"home": _text(settings.home), "replay": _text(replay), "catalogue": _text(settings.catalogue)}
    with _server(settings.home, port) as address:
        rhythm = f"every {every} s" if every else f"{cron} ({SEOUL})"
        print(f"Prefect's pages: {address.removesuffix('/api')}; the main job runs {rhythm}", flush=True)
        # one at a time: a run that takes longer than its interval makes the next one wait, not overlap
        daily.serve(name="digest", schedule=schedule, parameters=given, limit=1, pause_on_shutdown=False)


@contextmanager
def _server(home: Path, port: int) -> Iterator[str]:
    """A Prefect server on loopback, stopped again at the end, whatever happens."""
    address = f"http://127.0.0.1:{port}/api"
    os.environ["PREFECT_API_URL"] = address
    log = (home / "prefect-server.log").open("ab")
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port)]
    process = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)
    try:
        _wait_until_healthy(process, address, Path(log.name))
        yield address
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(30)
        log.close()


def _wait_until_healthy(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    deadline = time.monotonic() + SERVER_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise SettingsError(f"Prefect's server ended at once; see {log} (is the port in use? try --port).")
        try:
            with urlopen(f"{address}/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.5)
    raise SettingsError(f"Prefect's server did not answer within {SERVER_SECONDS} s; see {log}.")


def _text(path: Path | None) -> str | None:
    return str(path.resolve()) if path else None
