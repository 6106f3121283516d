"""kill -9 of one `dure worker` of two that share a pool and a PostgreSQL: the other one takes its work over."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psutil
import pytest
from crashing import Home
from ports import free_port
from prefect_calls import DURE, asked, until

STRUCK_IN = ("crawl", "extract", "merge", "publish")


class Pool:
    """Prefect's server and a pool whose schedule never comes: runs are asked for."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self.folder, self.port = folder, free_port()
        self.log = folder / "pool.log"
        self._environment = {
            **os.environ, **environment, "PREFECT_API_URL": f"http://127.0.0.1:{self.port}/api",
            "PREFECT_HOME": str(folder / "prefect"), "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
            "PREFECT_SERVER_UI_ENABLED": "false",
        }  # fmt: skip

    @contextmanager
    def running(self) -> Iterator[None]:
        self.folder.mkdir()
        server = self.start([sys.executable, "-m", "prefect", "server", "start", "--port", str(self.port)])
        try:
            until("server", lambda: asked(self.port, "/health"), self.log)
            deploying = [DURE, "deploy", "--pool", "crash", "--cron", "0 0 1 1 *", "--often", "100000"]
            self.start(deploying, DURE_HOME=str(self.folder / "deploying")).wait()
            yield
        finally:
            kill(server)

    def start(self, command: list[str], **more: str) -> subprocess.Popen[bytes]:
        with self.log.open("ab") as said:
            return subprocess.Popen(command, env={**self._environment, **more}, stdout=said, stderr=said)

    def worker(self, home: Home) -> subprocess.Popen[bytes]:
        given = {"DURE_HOME": str(home.folder), "DURE_STORE": home.store}
        return self.start([DURE, "worker", "--pool", "crash", "--only", "digest"], **given)

    def ask(self) -> str:
        """Ask for a run of the main job; its id. The server answers 503 while its SQLite is busy."""
        digest = until("deployment", lambda: asked(self.port, "/deployments/name/daily/digest"), self.log)["id"]
        made = until("run", lambda: asked(self.port, f"/deployments/{digest}/create_flow_run", {}), self.log)
        return str(made["id"])

    def process_of(self, run: str) -> int:
        """The process that does a run, 0 where none does yet."""
        said = str(asked(self.port, f"/flow_runs/{run}")["infrastructure_pid"] or "")
        return int(said.rpartition(":")[2] or 0)

    def end_of(self, run: str) -> str:
        """How a run ended."""

        def ended() -> str:
            state: dict[str, Any] = asked(self.port, f"/flow_runs/{run}")["state"]
            return str(state["type"]) if state["type"] in ("COMPLETED", "FAILED", "CRASHED", "CANCELLED") else ""

        return until("end of the run", ended, self.log)


def kill_workers(
    pool: Pool, pairs: Callable[[], tuple[Home, Home]], kills: int, chance: random.Random, seconds: Mapping[str, float]
) -> Iterator[tuple[str, str, Home]]:
    """(what was struck, what was wrong, the home of the worker that is left) for each kill."""
    with pool.running():
        for number in range(kills):
            yield _kill_one_of_two(pool, pairs(), STRUCK_IN[number % len(STRUCK_IN)], chance, seconds)


def _kill_one_of_two(
    pool: Pool, homes: tuple[Home, Home], stage: str, chance: random.Random, seconds: Mapping[str, float]
) -> tuple[str, str, Home]:
    """The worker that has the run dies with it; a second run is asked for meanwhile, and the other one does it all."""
    workers = {home.folder: pool.worker(home) for home in homes}
    try:
        pool.ask()
        struck = until(f"run in its {stage}", lambda: [h for h in homes if has_begun(h, stage)], pool.log)[0]
        left = homes[1] if struck is homes[0] else homes[0]
        second = pool.ask()
        time.sleep(chance.uniform(0, seconds[stage]))
        hit = struck.at_work()[0]
        gone = kill(workers[struck.folder])
        if pool.process_of(second) in gone:  # it had ended the first one and taken the second, too
            second = pool.ask()
        ended = pool.end_of(second)
        there = (left.folder / "published" / "current" / "digest.db").exists()
        why = "" if ended == "COMPLETED" and there else f"worker killed in {hit}: the other one's run {ended}"
        return f"worker of two, in {hit}", why, left
    except pytest.fail.Exception as late:
        return f"worker of two, in {stage}", f"worker killed in {stage}: {late}", homes[0]
    finally:
        for worker in workers.values():
            kill(worker)


def has_begun(home: Home, stage: str) -> bool:
    return any(f'"{stage} begins"' in log.read_text(encoding="utf-8") for log in home.logs())


def kill(process: subprocess.Popen[bytes]) -> set[int]:
    """kill -9 of a process and all it has started, as when the machine loses its power; their ids."""
    family: list[psutil.Process] = []
    with suppress(psutil.Error):
        family = [psutil.Process(process.pid), *psutil.Process(process.pid).children(recursive=True)]
    for one in family:
        with suppress(psutil.Error):
            one.kill()
    process.wait()
    return {one.pid for one in family}
