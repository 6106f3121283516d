"""Prefect's shell around the stage: a name and what to open. The work is in `stage.py`."""

from __future__ import annotations

from typing import Any

from prefect import flow

from pipelines import stages
from pipelines.settings import load


@flow(name="mail")
def mail(home: str) -> Any:
    """The letter of the day to each reader."""
    return stages.mail_after(load(home=home or None))
