"""Shared by all tests: where the shared material lies, and no network."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("DURE_SHARED", ROOT.parent / "shared"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared material beside the checkout; CI has it, a clone elsewhere has not."""
    if not SHARED.is_dir():
        if os.environ.get("CI"):
            pytest.fail(f"CI must have the shared material at {SHARED}")
        pytest.skip(f"needs the shared pages and gold set at {SHARED} (set DURE_SHARED)")
    return SHARED
