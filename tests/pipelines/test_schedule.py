"""`dure schedule`, the real thing: a Prefect server, a schedule, a run that is killed, a later one that ends well."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psutil
import pytest
from ports import free_port
from prefect_calls import DURE, asked, until

from pipelines import sharing
from pipelines.opening import opened
from pipelines.settings import Settings
from store.leases import Leases
from store.runs import runs
from store.session import open_store

Scheduled = tuple[Path, int]


@pytest.fixture(scope="module")
def scheduled(tmp_path_factory: pytest.TempPathFactory, recording: Path, demo_catalogue: Path) -> Iterator[Scheduled]:
    """A home in which `dure schedule` runs the demo every 20 seconds; (home, port)."""
    home = tmp_path_factory.mktemp("scheduled")
    port = free_port()
    arguments = ["--home", str(home), "--replay", str(recording), "--catalogue", str(demo_catalogue)]
    log = (home / "schedule.log").open("wb")
    running = subprocess.Popen(
        [DURE, "schedule", *arguments, "--every", "20", "--port", str(port)], stdout=log, stderr=log
    )
    try:
        yield home, port
    finally:
        running.terminate()  # it hears SIGTERM as Ctrl-C, which a shell may have switched off for what runs behind it
        try:
            running.wait(60)
        except subprocess.TimeoutExpired:
            os.kill(running.pid, signal.SIGKILL)
        log.close()


def killed_runs(home: Path) -> int:
    """kill -9 of every run that this test's schedules have begun to work on; how many there were."""
    struck = 0
    if any("crawl begins" in log.read_text() for log in home.glob("logs/*.jsonl")):
        for child in psutil.Process().children(recursive=True):
            with suppress(psutil.Error):  # gone meanwhile
                if "prefect.engine" in " ".join(child.cmdline()):
                    child.kill()
                    struck += 1
    return struck


@pytest.mark.prefect
@pytest.mark.slow
def test_a_scheduled_run_is_killed_and_a_later_one_ends_well(scheduled: Scheduled) -> None:
    home, port = scheduled
    log = home / "schedule.log"

    def in_prefect(state: str) -> list[dict[str, Any]]:
        """Runs that the scheduler made by itself, none of ours."""
        found = asked(port, "/flow_runs/filter", {"limit": 200})
        return [run for run in found if run["auto_scheduled"] and run["state_type"] == state]

    def finished() -> list[Any]:
        with opened(Settings(home=home)) as store, store.begin() as session:
            return [run for run in runs(session) if run.by == "prefect" and run.outcome == "good"]

    assert until("scheduled run at work", lambda: killed_runs(home), log) == 1, "one at a time"
    assert until("killed run in Prefect", lambda: in_prefect("CRASHED"), log)
    done = until("later run that ended well", finished, log)[0]
    assert list(done.stages) == ["crawl", "extract", "merge", "publish"]
    assert (home / "published" / "current" / "index.html").exists()
    assert until("completed run in Prefect", lambda: in_prefect("COMPLETED"), log)
    assert "ephemeral" not in log.read_text(), "the runner must talk to the server that was started"


@pytest.mark.prefect
@pytest.mark.slow
def test_a_run_that_its_scheduler_took_with_it_is_said_to_have_crashed(scheduled: Scheduled) -> None:
    """As if one had been killed with its server: it stands as running, and nobody works on it."""
    from prefect.settings import PREFECT_API_URL, temporary_settings

    from pipelines.schedule import end_ghosts

    home, port = scheduled
    log = home / "schedule.log"
    digest = until("deployment", lambda: asked(port, "/deployments/name/daily/digest"), log)["id"]
    state = {"type": "RUNNING", "name": "Running"}
    ghost = until("ghost", lambda: asked(port, f"/deployments/{digest}/create_flow_run", {"state": state}), log)["id"]
    alone = until("run", lambda: asked(port, "/flow_runs/", {"flow_id": flow_of(port, ghost), "state": state}), log)
    with temporary_settings({PREFECT_API_URL: f"http://127.0.0.1:{port}/api"}):
        assert end_ghosts() >= 1
    assert asked(port, f"/flow_runs/{ghost}")["state_type"] == "CRASHED"
    assert asked(port, f"/flow_runs/{alone['id']}")["state_type"] == "RUNNING", "nobody's deployment: a `dure run`"


def flow_of(port: int, run: str) -> str:
    return str(asked(port, f"/flow_runs/{run}")["flow_id"])


def test_a_late_run_is_needless_only_once_a_newer_one_has_published(tmp_path: Path) -> None:
    """Killed after its merge, a run has published nothing: the next one must not leave its work to it."""
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    due = datetime.now(UTC) - timedelta(minutes=1)
    with sharing.only_one(store, "merge"):
        assert sharing.published_since(store, due) is None
    assert sharing.published_since(store, due) is None, "merged, then killed"
    with sharing.only_one(store, "publish"):
        pass
    assert sharing.published_since(store, due)
    assert sharing.published_since(store, datetime.now(UTC)) is None, "due after all that"
    with sharing.only_one(store, "merge"):
        pass
    assert sharing.published_since(store, due) is None, "the newest merge is in no release yet"
    store.close()


def test_a_merge_waits_for_those_that_still_read(tmp_path: Path) -> None:
    """A share that is still being read belongs in it; the merge counts from when the reading has ended."""
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    began = datetime.now(UTC)
    entered = threading.Event()

    def merge() -> None:
        with sharing.only_one(store, "merge", after="extract:"):
            entered.set()

    with Leases(store) as reader, reader.hold("extract:7"):
        merging = threading.Thread(target=merge)
        merging.start()
        assert not entered.wait(2.5), "it looks once a second"
    merging.join(30)
    with store.begin() as session:
        assert sharing.merged(session, began), "nothing was read after it began, so nobody merges again"
    store.close()
