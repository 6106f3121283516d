"""Prefect's shell around the stage: a name and what to open. The work is in `stage.py`."""

from __future__ import annotations

from typing import Any

from prefect import flow

from pipelines import stages
from pipelines.settings import load


@flow(name="merge")
def merge(home: str) -> Any:
    """Reprints to stories, announcements to events, names to organisations."""
    return stages.merge(load(home=home))
