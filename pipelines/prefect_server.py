"""Prefect from outside: its own settings before it is imported, a server as a child process, where a server answers.

The server is this module run as a program: it looks each second whether the process that started it still lives, so
that a `kill -9` of `dure schedule` or `dure run` leaves nothing behind that holds a port and 230 MB. (The ephemeral
server that Prefect itself would bring up for a run lives on.)
"""

from __future__ import annotations

import atexit
import errno
import logging
import os
import runpy
import shlex
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import MappingProxyType
from urllib.error import URLError
from urllib.request import urlopen

import psutil

from pipelines.faults import OneSentence
from pipelines.settings import SCHEDULER, SettingsError

START_SECONDS = 600
"""A cold Prefect server needs 9 s of CPU; on a machine with ten times as much to do 120 s were not enough."""

EPHEMERAL = {"PREFECT__SERVER_EPHEMERAL": "1", "PREFECT_SERVER_UI_ENABLED": "false"}
"""A server without schedules and pages, as Prefect brings it up for a single run."""

GRACE_SECONDS = 10
"""For what lost its parent to end in order; a run would try for minutes to tell a server that is gone."""


def quiet(home: Path) -> None:
    """Prefect's own settings, before it is imported: its files under our home, no telemetry, few words."""
    os.environ.setdefault("PREFECT_HOME", str((home / "prefect").resolve()))
    os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
    os.environ.setdefault("DO_NOT_TRACK", "1")
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "WARNING")
    for name in ("prefect.task_runs", "prefect.flow_runs"):
        logging.getLogger(name).addFilter(OneSentence())


def forgetting(days: int) -> None:
    """The server deletes runs that ended so long ago, with their logs and artifacts, once an hour.

    By itself Prefect 3 keeps all of them: some 75 runs a day, each with a task for every source that was asked.
    """
    os.environ.setdefault("PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED", "events,flow_runs")
    os.environ.setdefault("PREFECT_SERVER_SERVICES_DB_VACUUM_RETENTION_PERIOD", str(days * 86_400))


def until_exit(home: Path) -> Callable[[], str]:
    """Begins to bring up a server for this process alone, which ends with it; what is returned waits until it answers.

    To be called before Prefect is imported: a server needs as long for that as we do, and what is registered first is
    done last, so that it still takes the last events of a run, which Prefect sends when the process ends. Where
    PREFECT_API_URL names a server, that is used.
    """
    if address := os.environ.get("PREFECT_API_URL"):
        return lambda: address
    server = ExitStack()
    atexit.register(server.close)
    return server.enter_context(_started(home, _free_port(), EPHEMERAL))


@contextmanager
def running(home: Path, port: int) -> Iterator[str]:
    """A Prefect server on loopback, stopped again at the end, whatever happens; its API's address.

    SettingsError where the port is taken, or the server does not start.
    """
    _refuse_taken(port)
    with _started(home, port) as answering:
        yield answering()


@contextmanager
def _started(
    home: Path, port: int, environment: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Callable[[], str]]:
    """What waits until it answers, and gives its address. SIGTERM ends us as Ctrl-C does, so that it ends too."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    address = f"http://127.0.0.1:{port}/api"
    os.environ["PREFECT_API_URL"] = address
    arguments = ["server", "start", "--host", "127.0.0.1", "--port", str(port)]
    with (home / "prefect-server.log").open("ab") as log:
        command = [sys.executable, "-m", __name__, str(os.getpid()), *arguments]
        given = {**os.environ, **environment}
        process = subprocess.Popen(command, stdout=log, stderr=log, env=given, start_new_session=True)
        try:
            yield lambda: _once_healthy(process, address, Path(log.name))
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


def _free_port() -> int:
    """One that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


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


def _once_healthy(process: subprocess.Popen[bytes], address: str, log: Path) -> str:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise SettingsError(f"Prefect's server ended at once; {log} says why.")
        if _healthy(address):
            return address
        time.sleep(0.5)
    raise SettingsError(f"Prefect's server did not answer within {START_SECONDS} s; see {log}.")


def _healthy(address: str) -> bool:
    try:
        with urlopen(f"{address}/health", timeout=5) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError, ValueError):
        return False


def take_runs_along() -> None:
    """The runs that this process starts end with it."""
    os.environ[SCHEDULER] = str(os.getpid())


def end_with_scheduler() -> None:
    """A run without its scheduler has no server either: it waits for that, and its claims hold up the next one."""
    if number := os.environ.get(SCHEDULER):
        _end_with(int(number))


def _end_with(parent: int) -> None:
    """End this process when the one that started it has ended, however it did.

    Linux could tell us (prctl), other systems cannot; asking each second costs nothing on any.
    """
    threading.Thread(target=_watch, args=(parent,), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GRACE_SECONDS)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    _end_with(int(sys.argv.pop(1)))
    runpy.run_module("prefect", run_name="__main__", alter_sys=True)
