"""Prefect's shell around the stage: a name and what to open. The work is in `stage.py`."""

from __future__ import annotations

from typing import Any

from prefect import flow

from pipelines import stages
from pipelines.settings import load


@flow(name="extract")
def extract(home: str, catalogue: str | None = None) -> Any:
    """Read every article revision that today's rules have not read."""
    return stages.extract(load(home=home or None, catalogue=catalogue))
