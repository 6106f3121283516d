"""Rounds, requests, source states and runs: what must be known of a run after it ended.

Prefect's ephemeral server forgets most task runs at exit, so these are rows of our own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session

from store.bulk import append, core, row_of, upsert
from store.records import RequestLog, Round, Run, SourceState
from store.tables import RequestRow, RoundRow, RunRow, SourceStateRow


def log_requests(session: Session, entries: Sequence[RequestLog]) -> None:
    """Append to the log of a round."""
    append(session, RequestRow, [row_of(entry) for entry in entries])


def log_request(session: Session, entry: RequestLog) -> None:
    """Append one entry to the log of a round."""
    log_requests(session, [entry])


def requests(session: Session, round_id: str) -> list[RequestLog]:
    """The log of one round, in order."""
    t = core(RequestRow)
    rows = session.execute(select(t).where(t.c.round_id == round_id).order_by(t.c.id)).mappings()
    return [RequestLog(**{k: v for k, v in row.items() if k != "id"}) for row in rows]


def save_round(session: Session, round_: Round) -> None:
    """Keep the outcome of a round."""
    upsert(session, RoundRow, [{**asdict(round_), "counts": dict(round_.counts), "signs": dict(round_.signs)}])


def rounds(session: Session, source_id: str | None = None, limit: int = 200) -> list[Round]:
    """The last rounds (of one source), newest first."""
    t = core(RoundRow)
    query = select(t).order_by(t.c.started_at.desc(), t.c.id).limit(limit)
    if source_id:
        query = query.where(t.c.source_id == source_id)
    return [Round(**row) for row in session.execute(query).mappings()]


def first_round(session: Session, source_id: str) -> datetime | None:
    """When a source was first asked."""
    t = core(RoundRow)
    value = session.execute(select(func.min(t.c.started_at)).where(t.c.source_id == source_id)).scalar()
    return value if isinstance(value, datetime) else None


def last_rounds(session: Session) -> dict[str, Round]:
    """The last round of each source: the one its state was written with, else the newest.

    A clock that once ran ahead leaves rounds dated in the future; as long as they were «the last» of their source,
    nothing that breaks would be seen.
    """
    t, state = core(RoundRow), core(SourceStateRow)
    newest = select(t.c.source_id, func.max(t.c.started_at).label("at")).group_by(t.c.source_id).subquery()
    latest = select(t).join(newest, (t.c.source_id == newest.c.source_id) & (t.c.started_at == newest.c.at))
    of_state = (t.c.source_id == state.c.source_id) & (t.c.finished_at == state.c.last_round_at)
    rows = [*session.execute(latest).mappings(), *session.execute(select(t).join(state, of_state)).mappings()]
    return {row["source_id"]: Round(**row) for row in rows}


def rounds_of(session: Session, run_id: str) -> list[Round]:
    """The rounds of one run, by source."""
    t = core(RoundRow)
    query = select(t).where(t.c.run_id == run_id).order_by(t.c.source_id, t.c.started_at)
    return [Round(**row) for row in session.execute(query).mappings()]


def decisions(session: Session, run_id: str, source_id: str = "") -> dict[str, int]:
    """What was decided on the requests of a run (to one source), and how often, the most frequent first."""
    t, r = core(RequestRow), core(RoundRow)
    count = func.count().label("n")
    query = select(t.c.decision, count).join(r, r.c.id == t.c.round_id).where(r.c.run_id == run_id)
    if source_id:
        query = query.where(r.c.source_id == source_id)
    return {row[0]: int(row[1]) for row in session.execute(query.group_by(t.c.decision).order_by(count.desc()))}


def source_state(session: Session, source_id: str) -> SourceState:
    """How a source has been doing; a fresh state for one never asked."""
    row = session.get(SourceStateRow, source_id)
    return SourceState(**row.model_dump()) if row else SourceState(source_id)


def source_states(session: Session) -> dict[str, SourceState]:
    """All source states."""
    t = core(SourceStateRow)
    return {row["source_id"]: SourceState(**row) for row in session.execute(select(t)).mappings()}


def save_source_state(session: Session, state: SourceState) -> None:
    """Keep (or replace) the state of a source."""
    upsert(session, SourceStateRow, [{**asdict(state), "robots": dict(state.robots)}])


def start(session: Session, run: Run) -> None:
    """Write a run down when it starts: a killed one stays «running» and says so."""
    upsert(session, RunRow, [_row(run)])


finish = start


def runs(session: Session, limit: int = 50) -> list[Run]:
    """The last runs, newest first."""
    t = core(RunRow)
    rows = session.execute(select(t).order_by(t.c.started_at.desc()).limit(limit)).mappings()
    return [Run(**row) for row in rows]


def run(session: Session, id_or_start: str) -> Run | None:
    """One run by its id, by a beginning that only one id has, or the newest for «last»."""
    if id_or_start == "last":
        return next(iter(runs(session, 1)), None)
    t = core(RunRow)
    query = select(t).where(t.c.id.startswith(id_or_start, autoescape=True)).limit(2)
    found = [Run(**row) for row in session.execute(query).mappings()]
    return found[0] if len(found) == 1 else None


def running(session: Session) -> list[Run]:
    """The runs that have not said how they ended."""
    t = core(RunRow)
    return [Run(**row) for row in session.execute(select(t).where(t.c.outcome == "running")).mappings()]


def newest_round(session: Session) -> Round | None:
    """The round that ended last, of any source."""
    t = core(RoundRow)
    row = session.execute(select(t).order_by(t.c.finished_at.desc()).limit(1)).mappings().first()
    return Round(**row) if row else None


def _row(run: Run) -> dict[str, Any]:
    plain = {name: dict(getattr(run, name)) for name in ("stages", "seconds", "versions")}
    return {**asdict(run), **plain}
