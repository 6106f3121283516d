"""How every outlet stands: its last round and its articles, which other modules of this room keep apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlmodel import Session

from store.bulk import core
from store.records import Round, SourceState
from store.runs import last_rounds, source_states
from store.tables import ArticleRow


@dataclass(frozen=True, slots=True)
class OutletHealth:
    """One source as an operator sees it."""

    source_id: str
    state: SourceState
    last: Round | None
    articles: int
    newest_published_at: datetime | None


def outlets(session: Session) -> list[OutletHealth]:
    """Every source that was ever asked or holds articles, by id."""
    t = core(ArticleRow)
    query = select(t.c.source_id, func.count(), func.max(t.c.published_at)).group_by(t.c.source_id)
    held = {row[0]: (int(row[1]), row[2]) for row in session.execute(query)}
    rounds, states = last_rounds(session), source_states(session)
    return [
        OutletHealth(
            source_id,
            states.get(source_id, SourceState(source_id)),
            rounds.get(source_id),
            *held.get(source_id, (0, None)),
        )
        for source_id in sorted({*held, *rounds, *states})
    ]
