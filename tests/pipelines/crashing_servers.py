"""kill -9 of what runs for long: `dure serve` while a release lands, and the processes of `dure schedule`."""

from __future__ import annotations

import http.client
import json
import os
import random
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta

import psutil
from crashing import PATIENCE, START, Home
from ports import free_port

SIGNS = {"run": "prefect.engine", "runner": "", "server": "server start"}
"""What stands in the command line of each process of `dure schedule`; the runner is the command itself."""
EVERY = 30
"""Seconds between main jobs. A run that another has covered is a process all the same, of 20 s and more on a machine
with other work: at 10 s the queue grew faster than it was worked off, and after a restart no run had its turn."""


def asked(port: int, path: str) -> tuple[int, bytes]:
    """A whole answer; http.client raises IncompleteRead for half of one."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def version_shown(port: int) -> str:
    """The release that the server shows once it answers."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with suppress(OSError, http.client.HTTPException):
            status, body = asked(port, "/health")
            if status == 200:
                return str(json.loads(body)["version"])
        time.sleep(0.1)
    return "nothing"


@dataclass
class Readers:
    """Someone who asks all the time. `wrong`: whole answers that were no good."""

    port: int
    answers: int = 0
    wrong: list[str] = field(default_factory=list)
    _stop: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> Readers:
        self._thread = threading.Thread(target=self._ask, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _ask(self) -> None:
        pages = ("/", "/health", "/events.html", "/search.html?q=%EB%A7%88%EC%9D%84")
        while not self._stop.is_set():
            for path in pages:
                with suppress(OSError, http.client.HTTPException):  # killed just now
                    status, body = asked(self.port, path)
                    self.answers += 1
                    if status != 200 or (b"</html>" not in body and path != "/health"):
                        self.wrong.append(f"server: {path} answered {status} with {len(body)} bytes")
            time.sleep(0.05)


def kill_server(home: Home, kills: int, chance: random.Random) -> Iterator[tuple[str, str]]:
    """(what was struck, what was wrong) for each kill; each lands the release of another day meanwhile."""
    assert home.run().code == 0
    port = free_port()
    for day in range(1, kills + 1):
        server = home.command("serve", "--port", str(port))
        before = version_shown(port)
        landing = home.command("publish", DURE_CLOCK=(START + timedelta(days=day)).isoformat())
        with Readers(port) as readers:
            time.sleep(chance.uniform(0, 6))
            server.kill()
            server.communicate()
            server = home.command("serve", "--port", str(port))
            published = home.ended(landing)
            shown = version_shown(port)
        server.kill()
        server.communicate()
        there = (home.folder / "published" / "current").resolve().name
        why = f"server: publishing ended with {published.said}" if published.code else ""
        why = why or ("" if shown == there != before else f"server: shows {shown}, published is {there}, was {before}")
        yield "server", why or "; ".join(readers.wrong[:1])


def kill_scheduled(home: Home, kills: int, chance: random.Random) -> Iterator[tuple[str, str]]:
    """(what was struck, what was wrong): of `dure schedule` one process is killed during a run; a later run is good."""
    port = free_port()
    for number in range(kills):
        target = list(SIGNS)[number % len(SIGNS)]
        shutil.rmtree(home.folder / "logs", ignore_errors=True)
        schedule = _schedule(home, port)
        struck = _until_logs(home, "begins", schedule)
        time.sleep(chance.uniform(0, 4))
        _kill(schedule, target)
        if target != "run":  # the machine's supervisor ends what is left of it and starts it again
            _end(schedule)
            schedule = _schedule(home, port)
        shutil.rmtree(home.folder / "logs", ignore_errors=True)
        good = struck and _until_logs(home, "publish ended", schedule)
        _end(schedule)
        why = "" if good else f"schedule: after its {target} was killed no run ended within {PATIENCE} s"
        yield f"schedule: its {target}", why


def _schedule(home: Home, port: int) -> subprocess.Popen[bytes]:
    """In a process group of its own; what it says goes to a file, for a pipe that nobody reads would stop it."""
    given = {**os.environ, **home.environment, "DURE_HOME": str(home.folder), "DURE_STORE": home.store}
    with (home.folder.parent / "schedule.log").open("ab") as log:
        command = [home.dure, "schedule", "--every", str(EVERY), "--port", str(port)]
        return subprocess.Popen(command, env=given, stdout=log, stderr=log)


def _until_logs(home: Home, words: str, schedule: subprocess.Popen[bytes]) -> bool:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and schedule.poll() is None:
        with suppress(OSError):
            if any(words in log.read_text(encoding="utf-8") for log in home.logs()):
                return True
        time.sleep(0.1)
    return False


def _kill(schedule: subprocess.Popen[bytes], target: str) -> None:
    if target == "runner":
        schedule.kill()
        return
    for child in _family(schedule):
        with suppress(psutil.Error):
            if SIGNS[target] in " ".join(child.cmdline()):
                child.kill()


def _family(schedule: subprocess.Popen[bytes]) -> list[psutil.Process]:
    with suppress(psutil.Error):
        return psutil.Process(schedule.pid).children(recursive=True)
    return []


def _end(schedule: subprocess.Popen[bytes]) -> None:
    """As a supervisor does it: an orderly end, then kill -9 of whatever of it is left."""
    family = _family(schedule)
    schedule.send_signal(signal.SIGINT)
    try:
        schedule.wait(30)
    except subprocess.TimeoutExpired:
        schedule.kill()
        schedule.wait()
    for child in family:
        with suppress(psutil.Error):
            child.kill()
