"""What an operator has paused: one source, or everything the schedules do."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import delete, or_, select
from sqlmodel import Session

from store.bulk import changes, core, upsert
from store.worker_tables import PauseRow

ALL = ""
"""Stands for all sources where one is named."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Nothing is asked by schedule until the pause is ended, or until its end."""

    source_id: str
    since: datetime
    until: datetime | None = None
    why: str = ""


def pause(session: Session, wanted: Pause) -> None:
    """Pause, or change a pause."""
    upsert(session, PauseRow, [asdict(wanted)])


def resume(session: Session, source_id: str) -> bool:
    """End a pause; False where there was none."""
    t = core(PauseRow)
    return changes(session, delete(t).where(t.c.source_id == source_id))


def paused(session: Session, now: datetime) -> dict[str, Pause]:
    """What is paused at this moment, by source; `ALL` for everything."""
    t = core(PauseRow)
    query = select(t).where(or_(t.c.until.is_(None), t.c.until > now)).order_by(t.c.source_id)
    return {row["source_id"]: Pause(**row) for row in session.execute(query).mappings()}
