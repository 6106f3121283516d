"""Prefect from outside: its own settings before it is imported, a server as a child process, where a server answers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from pipelines.settings import SettingsError

START_SECONDS = 600
"""A cold Prefect server needs 9 s of CPU; on a machine with ten times as much to do 120 s were not enough."""


def quiet(home: Path) -> None:
    """Prefect's own settings, before it is imported: its files under our home, no telemetry, few words."""
    os.environ.setdefault("PREFECT_HOME", str((home / "prefect").resolve()))
    os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
    os.environ.setdefault("DO_NOT_TRACK", "1")
    # an ephemeral server takes 17 to 23 s on two busy cores; the default gives up after 20
    os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "120")
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "WARNING")


@contextmanager
def running(home: Path, port: int) -> Iterator[str]:
    """A Prefect server on loopback, stopped again at the end, whatever happens; its API's address."""
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


def named() -> str:
    """The address of the server that several machines share. SettingsError where none is named, or none answers."""
    address = os.environ.get("PREFECT_API_URL", "").rstrip("/")
    if not address:
        raise SettingsError(
            "PREFECT_API_URL is not set: name the Prefect server that all workers share, such as "
            "http://10.0.0.5:4200/api (one machine alone needs none of this: `dure schedule`)."
        )
    if not _healthy(address):
        raise SettingsError(f"No Prefect server answers at PREFECT_API_URL ({address}); start it, or mend the address.")
    return address


def _wait_until_healthy(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise SettingsError(f"Prefect's server ended at once; see {log} (is the port in use? try --port).")
        if _healthy(address):
            return
        time.sleep(0.5)
    raise SettingsError(f"Prefect's server did not answer within {START_SECONDS} s; see {log}.")


def _healthy(address: str) -> bool:
    try:
        with urlopen(f"{address}/health", timeout=5) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError, ValueError):
        return False
