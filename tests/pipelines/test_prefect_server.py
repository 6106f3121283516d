"""The server of `dure schedule` and `dure run`: gone when its process is, and a taken port named with who has it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import psutil
import pytest
from ports import free_port
from prefect_calls import DURE, until

from pipelines import prefect_server
from pipelines.settings import SettingsError

STARTS = """
import sys
from pathlib import Path
from pipelines import prefect_server
with prefect_server.running(Path(sys.argv[1]), int(sys.argv[2])):
    print("answers", flush=True)
"""


def server_of(process: subprocess.Popen[bytes]) -> psutil.Process:
    """Its child, once there is one."""
    while process.poll() is None:
        if children := psutil.Process(process.pid).children():
            return children[0]
    pytest.fail(f"ended with {process.returncode} before it had started a server")


@pytest.mark.slow
@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGKILL])
def test_a_server_that_still_starts_ends_with_its_process(tmp_path: Path, sign: signal.Signals) -> None:
    process = subprocess.Popen([sys.executable, "-c", STARTS, str(tmp_path), str(free_port())], stderr=subprocess.PIPE)
    server = server_of(process)
    process.send_signal(sign)
    said = process.communicate(timeout=300)[1]
    assert process.returncode == -sign if sign is signal.SIGKILL else b"KeyboardInterrupt" in said, said
    server.wait(300)  # TimeoutExpired where it lives on


@pytest.mark.prefect
@pytest.mark.slow
@pytest.mark.parametrize(
    ("command", "sign", "code"),
    [("run", signal.SIGKILL, -9), ("run", signal.SIGTERM, 130), ("schedule --every 5 --port {}", signal.SIGKILL, -9)],
    ids=["run killed", "run told to end", "scheduler killed"],
)
def test_nothing_outlives_a_command(
    tmp_path: Path, recording: Path, demo_catalogue: Path, command: str, sign: signal.Signals, code: int
) -> None:
    """Struck while a run is at work: what it had started, Prefect's server and the run itself, ends within seconds."""
    given = [*command.format(free_port()).split(), "--replay", str(recording), "--catalogue", str(demo_catalogue)]
    said = tmp_path / "said.log"
    with said.open("wb") as log:
        struck = subprocess.Popen([DURE, *given, "--home", str(tmp_path / "home")], stdout=log, stderr=log)
    until("run at work", lambda: any("crawl begins" in log.read_text() for log in tmp_path.glob("home/logs/*")), said)
    family = psutil.Process(struck.pid).children(recursive=True)
    struck.send_signal(sign)
    assert struck.wait(300) == code, said.read_text()
    alive = psutil.wait_procs(family, timeout=100)[1]
    for one in alive:
        one.kill()
    assert family and not alive, said.read_text()
    assert "Traceback" not in said.read_text()


def test_a_taken_port_is_named_with_who_has_it(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with (
            pytest.raises(SettingsError, match=rf"Port {port} is taken by process {os.getpid()} .*kill {os.getpid()}"),
            prefect_server.running(tmp_path, port),
        ):
            pytest.fail("a second server on one port")
    assert not (tmp_path / "prefect-server.log").exists(), "nothing half-started"


def test_the_server_is_told_to_forget_old_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the words that this Prefect understands; what an operator has set himself stays."""
    from prefect.settings.models.server.services import ServerServicesDBVacuumSettings

    for name in ("ENABLED", "RETENTION_PERIOD"):
        monkeypatch.setenv(f"PREFECT_SERVER_SERVICES_DB_VACUUM_{name}", "")  # so that it is put back afterwards
        monkeypatch.delenv(f"PREFECT_SERVER_SERVICES_DB_VACUUM_{name}")
    prefect_server.forgetting(14)
    told = ServerServicesDBVacuumSettings()
    assert told.enabled_vacuum_types >= {"events", "flow_runs"}
    assert told.retention_period.days == 14
    prefect_server.forgetting(3)
    assert ServerServicesDBVacuumSettings().retention_period.days == 14
