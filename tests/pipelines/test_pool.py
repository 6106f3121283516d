"""`dure deploy` and `dure worker` on a real Prefect work pool: a run is asked for, a worker does it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from load import site
from made_outlets import catalogue
from prefect_calls import DURE, asked, free_port, until

MOMENT = "2026-11-24T06:00:00+09:00"
SOURCES, PAGES = 2, 4
ONCE_A_YEAR = "0 0 1 1 *"
"""A schedule that does nothing while the test runs: the run that is seen is the one that was asked for."""


@contextmanager
def started(log: Path, environment: dict[str, str], *command: str) -> Iterator[None]:
    """A program for a while; ended by SIGTERM, as supervisors do it."""
    with log.open("wb") as said:
        running = subprocess.Popen(command, env=environment, stdout=said, stderr=said)
    try:
        yield
    finally:
        running.terminate()
        try:
            running.wait(60)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()


@pytest.mark.prefect
@pytest.mark.slow
def test_a_worker_does_the_run_that_was_asked_for(tmp_path: Path) -> None:
    port = free_port()
    home = tmp_path / "home"
    log = tmp_path / "worker.log"
    environment = {
        **os.environ, "PREFECT_API_URL": f"http://127.0.0.1:{port}/api", "PREFECT_HOME": str(tmp_path / "prefect"),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false", "DURE_HOME": str(home), "DURE_CONTACT": "tests@example.com",
        "DURE_ALLOW_PRIVATE": "true", "DURE_CLOCK": MOMENT, "DURE_CATALOGUE": str(tmp_path / "catalogue"),
    }  # fmt: skip
    server = (
        sys.executable,
        "-m",
        "pipelines.prefect_server",
        str(os.getpid()),
        "server",
        "start",
        "--port",
        str(port),
    )

    def healthy() -> Any:
        return asked(port, "/health")

    def done(run: str) -> Callable[[], dict[str, Any] | None]:
        def state() -> dict[str, Any] | None:
            found = asked(port, f"/flow_runs/{run}")
            return found if found["state_type"] in ("COMPLETED", "FAILED", "CRASHED", "CANCELLED") else None

        return state

    with site(SOURCES, PAGES) as ports, started(tmp_path / "server.log", environment, *server):
        (tmp_path / "catalogue").mkdir()
        (tmp_path / "catalogue" / "made.toml").write_text(catalogue(ports), encoding="utf-8")
        until("server", healthy, tmp_path / "server.log")
        deploy = [DURE, "deploy", "--pool", "village", "--cron", ONCE_A_YEAR, "--often", "600"]
        told = subprocess.run(deploy, env=environment, capture_output=True, text=True, check=False)
        assert told.returncode == 0, told.stderr
        assert told.stdout.splitlines() == ["daily/digest", "gather/gather-1"]
        with started(log, environment, DURE, "worker", "--pool", "village", "--only", "digest"):
            deployment = asked(port, "/deployments/name/daily/digest")
            run = asked(port, f"/deployments/{deployment['id']}/create_flow_run", {})["id"]
            ended = until("end of the run", done(run), log)
    assert ended["state_type"] == "COMPLETED", (ended["state"]["message"], log.read_text()[-3000:])
    assert ended["work_queue_name"] == "digest"
    assert (home / "published" / "current" / "digest.db").exists()
