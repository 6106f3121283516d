"""Prefect's shell around the stage: a name and what to open. The work is in `stage.py`."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from prefect import flow

from pipelines import stages
from pipelines.settings import load


@flow(name="merge")
def merge(home: str, since: str | None = None) -> Any:
    """Reprints to stories, announcements to events, names to organisations. `since`: when the run began (ISO 8601)."""
    return stages.merge(load(home=home or None), since=datetime.fromisoformat(since) if since else None)
