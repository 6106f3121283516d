"""Homes made by whole runs of the demo, and what is in them: for the tests and for `tests/crash.py`."""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, inspect, text

DURE = str(Path(sys.executable).with_name("dure"))
DEMO = Path(__file__).resolve().parent.parent / "demo"
OF_RUNS = {"run", "request", "lease", "host", "touched", "alembic_version"}
"""Tables that say when we ran, not what we know."""


def command(home: Path) -> list[str]:
    """The main job over the demo recording, without Prefect."""
    given = ["--replay", str(DEMO / "recording.warc.gz"), "--catalogue", str(DEMO / "catalogue"), "--home", str(home)]
    return [DURE, "run", "--plain", "--json", *given]


def run(home: Path, **environment: str) -> None:
    """One whole run; an AssertionError with what it said where it fails."""
    done = subprocess.run(command(home), capture_output=True, text=True, check=False, env={**os.environ, **environment})
    assert done.returncode == 0, done.stderr


def run_and_kill(home: Path, after: float) -> bool:
    """Start a run and kill -9 it after some seconds; False where it had ended before."""
    running = subprocess.Popen(command(home), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after)  # the moment of the kill, not a measurement
    alive = running.poll() is None
    running.kill()  # SIGKILL; nothing where it has ended
    running.wait()
    return alive


def moments(seed: int, count: int, longest: float) -> list[float]:
    """Random moments, in seconds after the start."""
    chance = random.Random(seed)
    return [chance.uniform(0.3, longest) for _ in range(count)]


def digest(home: Path) -> str:
    """SHA-256 of the published database: the same input must give the same bytes."""
    return hashlib.sha256((home / "published" / "current" / "digest.db").read_bytes()).hexdigest()


def store_of(home: Path) -> str:
    return f"sqlite:///{home / 'store.db'}"


def rows_of(address: str) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table that holds what we know, in a fixed order. A row's serial number says nothing."""
    engine = create_engine(address)
    with engine.connect() as connection:
        names = sorted(set(inspect(connection).get_table_names()) - OF_RUNS)
        found = {name: _rows(connection, name) for name in names}
    engine.dispose()
    return found


def _rows(connection: Any, name: str) -> list[tuple[Any, ...]]:
    rows = connection.execute(text(f'SELECT * FROM "{name}"')).mappings()
    ours = {"judgement": "id", "round": "run_id"}.get(name)  # when we wrote it, not what we know
    return sorted(tuple(str(value) for column, value in row.items() if column != ours) for row in rows)
