"""Prefect's shell around the stage: a name and what to open. The work is in `stage.py`."""

from __future__ import annotations

from typing import Any

from prefect import flow

from pipelines import stages
from pipelines.settings import load


@flow(name="publish")
def publish(home: str, catalogue: str | None = None, force: bool = False) -> Any:
    """Make the release, or keep the last good one and say why."""
    return stages.publish(load(home=home or None, catalogue=catalogue), force=force)
