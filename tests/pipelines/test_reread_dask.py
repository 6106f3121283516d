"""`dure reread --dask` on a real Prefect server, a real PostgreSQL, shared storage and two real Dask workers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from databases import fresh_database  # type: ignore[import-not-found]
from distributed import Client
from homes import run  # type: ignore[import-not-found]
from ports import free_port
from prefect_calls import PATIENCE
from sqlalchemy import create_engine, text
from typer.testing import CliRunner

from pipelines import prefect_server
from pipelines.cli import app
from pipelines.reread import chunk, flow
from pipelines.reread.helping import Stamp, differs
from pipelines.settings import Settings, SettingsError
from store import shelf
from store.session import open_store

VENUES = """UPDATE event_finding SET "values" = ("values"::jsonb || '{"venue": "옛 규칙의 곳"}')::json"""
SMALL = "import sys; import pipelines.reread.stage as s; s.CHUNK = {}; from pipelines.cli import main; sys.exit(main())"
"""`dure` that cuts 49 articles into chunks of that many."""


@dataclass(frozen=True)
class Cluster:
    """A scheduler, and what its machines share."""

    address: str
    shared: dict[str, str]
    tmp: Path

    def worker(self, name: str, **other: str) -> subprocess.Popen[bytes]:
        """One more machine: a home of its own. It has joined when this returns."""
        environment = {**os.environ, **self.shared, "DURE_HOME": str(self.tmp / name), **other}
        command = [sys.executable, "-m", "dask", "worker", self.address, "--name", name, "--nthreads", "1"]
        process = subprocess.Popen(
            [*command, "--no-nanny", "--no-dashboard", "--local-directory", str(self.tmp)],
            env=environment, stdout=subprocess.DEVNULL, stderr=(self.tmp / f"{name}.log").open("wb"),
        )  # fmt: skip
        with self.client() as client:
            until(lambda: name in {w["name"] for w in client.scheduler_info()["workers"].values()})
        return process

    def client(self) -> Any:
        return Client(self.address, set_as_default=False)

    def reread(self, *words: str, chunk: int = 20) -> subprocess.Popen[str]:
        """The command on the machine that asks."""
        environment = {**os.environ, **self.shared, "DURE_HOME": str(self.tmp / "asking")}
        command = [sys.executable, "-c", SMALL.format(chunk), "reread", "--dask", self.address, *words]
        return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def read(self, *words: str) -> Any:
        """What it says, as JSON."""
        out, complaint = self.reread("--json", *words).communicate(timeout=PATIENCE)
        assert out, complaint
        return json.loads(out)

    def read_here(self) -> Any:
        """What one process says."""
        environment = {**self.shared, "DURE_HOME": str(self.tmp / "asking")}
        return json.loads(CliRunner().invoke(app, ["reread", "--json", "--processes", "1"], env=environment).output)

    def rows(self, statement: str) -> list[Any]:
        engine = create_engine(self.shared["DURE_STORE"])
        with engine.begin() as connection:
            done = connection.execute(text(statement))
            found = list(done) if done.returns_rows else []
        engine.dispose()
        return found


def until(found: Any) -> Any:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with suppress(OSError):
            if value := found():
                return value
        time.sleep(0.05)
    pytest.fail(f"nothing within {PATIENCE} s")


@pytest.fixture(scope="module")
def cluster(postgres_server: str, tmp_path_factory: pytest.TempPathFactory, demo_catalogue: Path) -> Iterator[Cluster]:
    tmp = tmp_path_factory.mktemp("dask")
    shared = {
        "DURE_STORE": fresh_database(postgres_server), "DURE_ARCHIVE": f"file://{tmp}/shared",
        "DURE_CATALOGUE": str(demo_catalogue), "PREFECT_LOGGING_LEVEL": "WARNING",
    }  # fmt: skip
    run(tmp / "asking", **shared)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PREFECT_HOME", str(tmp / "prefect"))
        patch.setenv("PREFECT_API_URL", "")  # the server sets it; here it is to be gone again afterwards
        with prefect_server.running(tmp, free_port()) as api:
            port = free_port()
            command = [sys.executable, "-m", "dask", "scheduler", "--host", "127.0.0.1", "--port", str(port)]
            scheduler = subprocess.Popen([*command, "--no-dashboard"], stderr=(tmp / "scheduler.log").open("wb"))
            try:
                yield Cluster(f"tcp://127.0.0.1:{port}", {**shared, "PREFECT_API_URL": api}, tmp)
            finally:
                scheduler.terminate()
                scheduler.wait(PATIENCE)


@pytest.fixture
def two(cluster: Cluster) -> Iterator[list[subprocess.Popen[bytes]]]:
    workers = [cluster.worker(name) for name in ("one", "two")]
    yield workers
    for worker in workers:
        worker.kill()
        worker.wait()


@pytest.mark.postgres
@pytest.mark.slow
def test_two_machines_say_and_take_what_one_does(cluster: Cluster, two: list[Any]) -> None:
    cluster.rows(VENUES)
    alone = cluster.read_here()
    assert (alone["read"], {row["name"] for row in alone["by_field"]}) == (49, {"event.venue"})
    assert cluster.read() == alone, "the same lines in the same order"
    assert cluster.read("--take") == {**alone, "taken": True}, "and nothing was written before"
    assert cluster.read_here()["differing"] == 0


@pytest.mark.postgres
@pytest.mark.slow
def test_a_killed_worker_is_taken_over(cluster: Cluster, two: list[Any]) -> None:
    with cluster.client() as client:
        names = {address: w["name"] for address, w in client.scheduler_info()["workers"].items()}
        asking = cluster.reread("--json", chunk=3)
        until(lambda: [1 for address, tasks in client.processing().items() if tasks and names[address] == "one"])
        two[0].kill()
    out, complaint = asking.communicate(timeout=PATIENCE)
    assert (json.loads(out)["read"], json.loads(out)["differing"]) == (49, 0), complaint


@pytest.mark.postgres
@pytest.mark.slow
def test_nobody_there_to_help_is_one_sentence(cluster: Cluster) -> None:
    asking = cluster.reread()
    assert "No worker has joined the Dask scheduler" in asking.communicate(timeout=PATIENCE)[1]
    assert asking.returncode == 2


def test_a_store_or_archive_of_one_machine_is_refused(whole_run: Path, demo_catalogue: Path) -> None:
    words = ["reread", "--dask", "tcp://127.0.0.1:1", "--home", str(whole_run), "--catalogue", str(demo_catalogue)]
    said = CliRunner().invoke(app, words)
    assert "one PostgreSQL, named by DURE_STORE" in str(said.exception)
    said = CliRunner().invoke(app, words, env={"DURE_STORE": "postgresql+psycopg://127.0.0.1:1/none"})
    assert "shared storage, named by DURE_ARCHIVE" in str(said.exception)


class Answered:
    """A chunk that some worker has read."""

    def __init__(self, said: Any) -> None:
        self.result = lambda: said


def test_what_a_worker_over_another_store_read_is_refused(settings: Settings) -> None:
    store = open_store(settings.store_address)
    with store.begin() as session:
        ids = [held.id for held in shelf.articles(session)][:3]
    read = chunk.reread(chunk.place_of(settings), ids)
    chunk.close(chunk.place_of(settings))
    assert flow.whole(store, (ids, ()), Answered(read)) == read
    assert flow.whole(store, ([*ids, "forgotten meanwhile"], ()), Answered(read)) == read
    with pytest.raises(SettingsError, match="does not know 1 of 3 articles: give it the same DURE_STORE"):
        flow.whole(store, (ids, ()), Answered(read[1:]))
    with pytest.raises(SettingsError, match="other code"):
        flow.whole(store, (ids, ()), Answered("The worker on far runs other code"))
    store.close()


def test_other_code_rules_or_archives_differ() -> None:
    ours = Stamp("1+a", "rules", "x")
    assert differs(ours, ours) == ""
    for other in (Stamp("1+b", "rules", "x"), Stamp("1+a", "older", "x")):
        assert "runs other code" in differs(ours, other)
    assert "give it the same DURE_ARCHIVE" in differs(ours, Stamp("1+a", "rules", "y"))
