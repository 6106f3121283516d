"""Prefect from outside: its own settings before it is imported, a server as a child process, where a server answers.

The server is this module run as a program: it asks the kernel to end it with the process that started it, so that a
`kill -9` of `dure schedule` leaves nothing behind that holds the port.
"""

from __future__ import annotations

import ctypes
import errno
import logging
import os
import runpy
import shlex
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import psutil

from pipelines.faults import OneSentence
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
    for name in ("prefect.task_runs", "prefect.flow_runs"):
        logging.getLogger(name).addFilter(OneSentence())


def forgetting(days: int) -> None:
    """The server deletes runs that ended so long ago, with their logs and artifacts, once an hour.

    By itself Prefect 3 keeps all of them: some 75 runs a day, each with a task for every source that was asked.
    """
    os.environ.setdefault("PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED", "events,flow_runs")
    os.environ.setdefault("PREFECT_SERVER_SERVICES_DB_VACUUM_RETENTION_PERIOD", str(days * 86_400))


@contextmanager
def running(home: Path, port: int) -> Iterator[str]:
    """A Prefect server on loopback, stopped again at the end, whatever happens; its API's address.

    SIGTERM ends us as Ctrl-C does, so that the server ends too. SettingsError where the port is taken, or the server
    does not start.
    """
    _refuse_taken(port)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    address = f"http://127.0.0.1:{port}/api"
    os.environ["PREFECT_API_URL"] = address
    arguments = ["server", "start", "--host", "127.0.0.1", "--port", str(port)]
    with (home / "prefect-server.log").open("ab") as log:
        command = [sys.executable, "-m", __name__, str(os.getpid()), *arguments]
        process = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)
        try:
            _wait_until_healthy(process, address, Path(log.name))
            yield address
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """The server and what it started. One that is still at its migrations hears SIGTERM only after them."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, sign)
        with suppress(subprocess.TimeoutExpired):
            process.wait(30)
            return


def _refuse_taken(port: int) -> None:
    """SettingsError where the server could not listen: who has the port, and what to do."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as servers do: closed connections do not count
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise SettingsError(f"Port {port} cannot be opened ({error.strerror}); give another --port.") from error
        else:
            return
    raise SettingsError(f"Port {port} is taken by {_holder(port)}; or give another --port.")


def _holder(port: int) -> str:
    """Who listens, and how to end it. The kernel names the processes of other users only to root."""
    with suppress(psutil.Error, OSError):
        for one in psutil.net_connections("tcp"):
            if one.status == psutil.CONN_LISTEN and one.laddr.port == port and one.pid:
                words = shlex.join(psutil.Process(one.pid).cmdline())
                return f"process {one.pid} ({words[:100]}): end it (kill {one.pid})"
    return f"a process that is not ours to see: end it (sudo ss -ltnp 'sport = :{port}' names it)"


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
            raise SettingsError(f"Prefect's server ended at once; {log} says why.")
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


def _end_with(parent: int) -> None:
    """SIGTERM for us when the process that started us ends, however it ends (prctl(2), PR_SET_PDEATHSIG; Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)
        if os.getppid() != parent:  # it ended before we asked
            raise SystemExit(1)


if __name__ == "__main__":
    _end_with(int(sys.argv.pop(1)))
    runpy.run_module("prefect", run_name="__main__", alter_sys=True)
