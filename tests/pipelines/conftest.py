"""One whole run of the demo for all who need a home with everything in it; each test gets a copy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from homes import run  # type: ignore[import-not-found]

from pipelines.settings import Settings, load


@pytest.fixture(scope="session")
def whole_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home: Path = tmp_path_factory.mktemp("whole") / "home"
    run(home)
    return home


@pytest.fixture
def settings(whole_run: Path, demo_catalogue: Path, tmp_path: Path) -> Settings:
    """A copy that a test may damage."""
    shutil.copytree(whole_run, tmp_path / "home", symlinks=True)
    return load(home=tmp_path / "home", catalogue=demo_catalogue)
