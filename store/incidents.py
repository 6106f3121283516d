"""Incidents of sources, and what operators were told about them: once when one begins, once when it ends."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime, timedelta, timezone

from sqlalchemy import insert, select
from sqlmodel import Session

from store.bulk import core, upsert
from store.records import Incident
from store.tables import AlertRow, IncidentRow

_SEOUL = timezone(timedelta(hours=9))


def open_incidents(session: Session) -> list[Incident]:
    """Incidents that operators were told of and that have not ended, oldest first."""
    t = core(IncidentRow)
    query = select(t).where(t.c.ended_at.is_(None)).order_by(t.c.since, t.c.source_id)
    return [Incident(**row) for row in session.execute(query).mappings()]


def history(session: Session, source_id: str | None = None, limit: int = 50) -> list[Incident]:
    """Incidents, newest first; of one source, if named."""
    t = core(IncidentRow)
    query = select(t).order_by(t.c.since.desc(), t.c.source_id).limit(limit)
    if source_id:
        query = query.where(t.c.source_id == source_id)
    return [Incident(**row) for row in session.execute(query).mappings()]


def save(session: Session, incident: Incident) -> None:
    """Write the beginning or the end of an incident."""
    upsert(session, IncidentRow, [asdict(incident)])


def log(session: Session, subject: str, at: datetime) -> None:
    """Note that a message was sent."""
    session.execute(insert(core(AlertRow)).values(at=at, subject=subject[:200]))


def told_on(session: Session, now: datetime) -> bool:
    """Whether any message went out on this day (Asia/Seoul)."""
    midnight = now.astimezone(_SEOUL).replace(hour=0, minute=0, second=0, microsecond=0)
    t = core(AlertRow)
    return session.execute(select(t.c.id).where(t.c.at >= midnight, t.c.at <= now).limit(1)).first() is not None
