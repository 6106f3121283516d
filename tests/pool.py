"""A real Prefect work pool, struck: `python tests/pool.py` says what became of its runs.

A server, `dure deploy` and `dure worker` on loopback over served outlets. While a scheduled run is at work, worker, run
and server are killed at once (a machine that loses its power). All are started again: a later scheduled run must do it
all, and a run that is asked for over the API too. Exit 1 where one did not. About two minutes of CPU.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
sys.path[:0] = [str(ROOT.parent), str(ROOT), str(ROOT / "pipelines"), str(ROOT / "pipelines" / "crawl")]

import psutil  # noqa: E402
from load import site  # noqa: E402
from made_outlets import catalogue  # noqa: E402
from ports import free_port  # noqa: E402
from prefect_calls import DURE, asked, until  # noqa: E402

MOMENT = "2026-11-24T06:00:00+09:00"
SOURCES, PAGES = 2, 4
ENDED = ("COMPLETED", "FAILED", "CRASHED", "CANCELLED")


class Pool:
    """One machine: server and worker, with everything under one folder."""

    def __init__(self, folder: Path, ports: list[str]) -> None:
        self.folder, self.port = folder, free_port()
        (folder / "catalogue").mkdir()
        (folder / "catalogue" / "made.toml").write_text(catalogue(ports), encoding="utf-8")
        self.log = folder / "log"
        self.environment = {
            **os.environ, "PREFECT_API_URL": f"http://127.0.0.1:{self.port}/api",
            "PREFECT_HOME": str(folder / "prefect"), "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
            "PREFECT_SERVER_UI_ENABLED": "false", "DURE_HOME": str(folder / "home"), "DURE_CLOCK": MOMENT,
            "DURE_CONTACT": "tests@example.com", "DURE_ALLOW_PRIVATE": "true",
            "DURE_CATALOGUE": str(folder / "catalogue"),
        }  # fmt: skip

    def started(self, *command: str) -> subprocess.Popen[bytes]:
        with self.log.open("ab") as said:
            return subprocess.Popen(command, env=self.environment, stdout=said, stderr=said)

    @contextmanager
    def running(self) -> Iterator[None]:
        """Server and worker until the end of the block; then kill -9 of both and of the run that is at work."""
        both = [self.started(sys.executable, "-m", "prefect", "server", "start", "--port", str(self.port))]
        try:
            until("server", lambda: asked(self.port, "/health"), self.log)
            both.append(self.started(DURE, "worker", "--pool", "village", "--only", "digest"))
            yield
        finally:
            family = [psutil.Process(one.pid) for one in both]
            family += [child for one in family for child in one.children(recursive=True)]
            for one in family:
                with suppress(psutil.Error):
                    one.kill()
            for process in both:
                process.wait()

    def deploy(self, cron: str) -> None:
        command = [DURE, "deploy", "--pool", "village", "--cron", cron, "--often", "600"]
        subprocess.run(command, env=self.environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def run_now(self) -> dict[str, Any]:
        """A run that is asked for; the server answers 503 while its SQLite is busy."""
        digest = until("deployment", lambda: asked(self.port, "/deployments/name/daily/digest"), self.log)["id"]
        made = until("run", lambda: asked(self.port, f"/deployments/{digest}/create_flow_run", {}), self.log)
        return until("end of the run", lambda: self.ended(lambda run: run["id"] == made["id"]), self.log)[0]

    def ended(self, wanted: Callable[[dict[str, Any]], bool]) -> list[dict[str, Any]]:
        """The runs that have come to an end in this or that way."""
        given = {"limit": 200, "flow_runs": {"state": {"type": {"any_": list(ENDED)}}}}
        return [run for run in asked(self.port, "/flow_runs/filter", given) if wanted(run)]

    def at_work(self) -> bool:
        """Whether a run works that has not come to its end."""
        logs = [path.read_text(encoding="utf-8") for path in (self.folder / "home" / "logs").glob("*.jsonl")]
        return any('"crawl begins"' in log and '"publish ended"' not in log for log in logs)


def main() -> int:
    said = {}
    with tempfile.TemporaryDirectory(prefix="dure-pool-") as name, site(SOURCES, PAGES) as ports:
        pool = Pool(Path(name), ports)
        with pool.running():
            pool.deploy("* * * * *")
            until("scheduled run at work", pool.at_work, pool.log)
        with pool.running():
            scheduled = until("end of a scheduled run", lambda: pool.ended(by_schedule), pool.log)[0]
            said["scheduled, after all was killed"] = scheduled
            published = (pool.folder / "home" / "published" / "current" / "digest.db").exists()
            said["asked for"] = pool.run_now()
    for what, run in said.items():
        print(f"{what:35} {run['state_name']} {run['state']['message'] or ''}")
    print(f"{'digest of the scheduled one':35} {'published' if published else 'none'}")
    return 0 if published and all(run["state_name"] == "Completed" for run in said.values()) else 1


def by_schedule(run: dict[str, Any]) -> bool:
    return bool(run["auto_scheduled"])


if __name__ == "__main__":
    raise SystemExit(main())
