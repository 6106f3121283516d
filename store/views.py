"""Named read-only questions that join what the small modules keep apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlmodel import Session

from store.bulk import core
from store.findings import readings
from store.records import KeptArticle, Round, SourceState
from store.runs import last_rounds, source_states
from store.shelf import articles
from store.tables import ArticleRow


@dataclass(frozen=True, slots=True)
class RelevantArticle:
    """A relevant article with what its reading said."""

    article: KeptArticle
    relevance: tuple[str, ...]
    item_kind: str | None
    sectors: tuple[str, ...]
    sido: str | None
    sigungu: str | None


@dataclass(frozen=True, slots=True)
class OutletHealth:
    """One source as an operator sees it."""

    source_id: str
    state: SourceState
    last: Round | None
    articles: int
    newest_published_at: datetime | None


def relevant_articles(session: Session) -> Iterator[RelevantArticle]:
    """All relevant articles with their readings, by article id."""
    read = {row["article_id"]: row for row in readings(session)}
    for kept in articles(session, read):
        row = read[kept.id]
        yield RelevantArticle(
            kept, tuple(row["relevance"]), row["item_kind"], tuple(row["sectors"]), row["sido"], row["sigungu"]
        )


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
