"""`dure schedule`, the real thing: a Prefect server, a schedule, a worker, and a run that was created and ran."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest

from pipelines import stages
from pipelines.settings import Settings
from store.runs import runs

DURE = str(Path(sys.executable).with_name("dure"))
PATIENCE = 300
"""Seconds until we give up; importing Prefect and starting its server takes most of a minute on a busy machine."""


Scheduled = tuple[Path, int]


@pytest.fixture(scope="module")
def scheduled(tmp_path_factory: pytest.TempPathFactory, recording: Path, demo_catalogue: Path) -> Iterator[Scheduled]:
    """A home in which `dure schedule` runs the demo every 20 seconds; (home, port)."""
    home = tmp_path_factory.mktemp("scheduled")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    arguments = ["--home", str(home), "--replay", str(recording), "--catalogue", str(demo_catalogue)]
    log = (home / "schedule.log").open("wb")
    running = subprocess.Popen(
        [DURE, "schedule", *arguments, "--every", "20", "--port", str(port)], stdout=log, stderr=log
    )
    try:
        yield home, port
    finally:
        running.send_signal(signal.SIGINT)
        try:
            running.wait(60)
        except subprocess.TimeoutExpired:
            os.kill(running.pid, signal.SIGKILL)
        log.close()


def asked(port: int, path: str, body: dict[str, Any]) -> Any:
    address, kind = f"http://127.0.0.1:{port}/api{path}", {"Content-Type": "application/json"}
    request = Request(address, json.dumps(body).encode(), kind)
    with urlopen(request, timeout=10) as answer:
        return json.load(answer)


def until(what: str, found: Any, home: Path) -> Any:
    """What `found` gives once it gives something."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            if value := found():
                return value
        except (URLError, OSError):
            pass
        time.sleep(1)
    pytest.fail(f"no {what} within {PATIENCE} s:\n{(home / 'schedule.log').read_text()[-3000:]}")


@pytest.mark.prefect
@pytest.mark.slow
def test_a_scheduled_run_is_created_and_run(scheduled: Scheduled) -> None:
    home, port = scheduled

    def created() -> list[dict[str, Any]]:
        """Runs that the scheduler made by itself, none of ours."""
        found = asked(port, "/flow_runs/filter", {"limit": 50})
        return [run for run in found if run["auto_scheduled"]]

    def finished() -> list[Any]:
        if not (home / "store.db").exists():
            return []
        with stages.opened(Settings(home=home)) as store, store.begin() as session:
            return [run for run in runs(session) if run.by == "prefect" and run.outcome == "good"]

    assert until("scheduled run", created, home)
    done = until("run that ended well", finished, home)[0]
    assert list(done.stages) == ["crawl", "extract", "merge", "publish"]
    assert (home / "published" / "current" / "index.html").exists()

    def completed() -> bool:
        found = asked(port, "/flow_runs/filter", {"limit": 200})
        return any(run["auto_scheduled"] and run["state_type"] == "COMPLETED" for run in found)

    assert until("completed run in Prefect", completed, home)
    assert "ephemeral" not in (home / "schedule.log").read_text(), "the runner must talk to the server that was started"
