"""What a run leaves behind: its row in our own table, and a log with its id in every line.

::

    begin ──► run (row «running», versions, host:pid) ──► end (row with outcome, tallies, seconds)
      └──► logs/<run id>.jsonl        one JSON object a line: at, run, level, stage, what, …

Rooms log through the standard library (`logging.getLogger("dure.crawl")`) with `extra={"told": {…}}`; they know
nothing of files. Requests are rows of the store, told apart by round; `dure runs ID --log` shows both in order of time.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import socket
import traceback
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from store import runs
from store.records import Run
from store.schema import HEAD
from store.session import Store

LOGS_KEPT = 200
"""Files of logs that stay, the newest: more than half a year of one run a day, 20 KB each for 60 sources."""

KILLED = (
    "The process ended before the run did: it was killed, or the machine went down. The next run went on from there."
)

_current: ContextVar[str] = ContextVar("run_id", default="")


def run_id() -> str:
    """The run that this code runs in; empty outside of one."""
    return _current.get()


# --- its row ------------------------------------------------------------------------------


def begin(store: Store, by: str, now: datetime) -> Run:
    """Write a run down before it works: one that is killed stays «running» until the next one sees it."""
    run = Run(
        f"{now:%Y%m%dT%H%M%S}-{uuid.uuid4().hex[:6]}", now, None, "running", by,
        versions=versions(), process=f"{socket.gethostname()}:{os.getpid()}",
    )  # fmt: skip
    with store.begin() as session:
        for earlier in runs.running(session):
            if _is_over(earlier):
                runs.finish(session, replace(earlier, outcome="killed", detail=KILLED))
        runs.start(session, run)
    return run


def _is_over(run: Run) -> bool:
    """Whether its process is surely gone. What runs elsewhere, or is not known, counts as running."""
    host, _, number = run.process.rpartition(":")
    if host != socket.gethostname() or not number.isdecimal():
        return False
    if int(number) == os.getpid():  # a process runs one main job at a time: the number was given out again
        return True
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


@cache
def versions() -> Mapping[str, str]:
    """What makes the values of a run: our code (with a fingerprint), the rules of reading, the schema of the store."""
    from pipelines.extract.reading import RULES_VERSION

    return {"code": f"{version('dure')}+{_fingerprint()}", "rules": RULES_VERSION, "schema": HEAD}


def _fingerprint() -> str:
    seal = hashlib.sha256()
    root = Path(__file__).resolve().parent.parent
    for room in ("sources", "pipelines", "store", "dashboards"):
        for path in sorted((root / room).rglob("*.py")):
            seal.update(path.read_bytes())
    return seal.hexdigest()[:8]


# --- its log ------------------------------------------------------------------------------


def log_file(home: Path, run: str) -> Path:
    return home / "logs" / f"{run}.jsonl"


@contextmanager
def kept(home: Path, run: str) -> Iterator[None]:
    """Everything that is logged under «dure» while it lasts goes into the log of the run, and bears its id."""
    said = _current.set(run)
    lines = _Lines(home, run)
    top = logging.getLogger("dure")
    top.addHandler(lines)
    top.setLevel(logging.INFO)
    try:
        yield
    finally:
        top.removeHandler(lines)
        lines.close()
        _current.reset(said)


def read(home: Path, run: str) -> list[dict[str, Any]]:
    """The lines of a run's log; a line that a full disk cut short is left out."""
    try:
        lines = log_file(home, run).read_text(encoding="utf-8").splitlines()
    except OSError:
        return []
    return [told for line in lines if (told := _line(line))]


def _line(line: str) -> dict[str, Any] | None:
    try:
        told = json.loads(line)
    except ValueError:
        return None
    return told if isinstance(told, dict) else None


class _Lines(logging.Handler):
    """Appends to the log of a run. A log that cannot be written never ends the run: its row says what went wrong."""

    def __init__(self, home: Path, run: str) -> None:
        super().__init__()
        self._run = run
        self._path = log_file(home, run)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            for old in sorted(self._path.parent.glob("*.jsonl"))[: -LOGS_KEPT + 1]:
                old.unlink(missing_ok=True)
        except OSError:
            pass

    def emit(self, record: logging.LogRecord) -> None:
        line = json.dumps(_told(record, self._run), ensure_ascii=False, default=str)
        try:
            with self._path.open("a", encoding="utf-8") as log:
                log.write(f"{line}\n")
        except OSError:
            pass


def _told(record: logging.LogRecord, run: str) -> dict[str, Any]:
    told = {
        "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
        "run": run,
        "level": record.levelname.lower(),
        "stage": record.name.removeprefix("dure").lstrip("."),
        "what": record.getMessage(),
        **getattr(record, "told", {}),
    }
    if record.exc_info and record.exc_info[1] is not None:
        told["error"] = repr(record.exc_info[1])[:500]
        told["traceback"] = "".join(traceback.format_exception(record.exc_info[1]))[-4000:]
    return told
