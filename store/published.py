"""What publishing reads of very many articles: one row each, without the text, in no order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, select
from sqlmodel import Session

from store.bulk import batches, core
from store.records import SourceState
from store.runs import last_rounds, source_states
from store.tables import (
    ArticleRow,
    FactFindingRow,
    OrganisationFindingRow,
    OrganisationMemberRow,
    ReadingRow,
    StoryArticleRow,
)
from store.views import OutletHealth

AT_ONCE = 5_000
"""Rows that are held of an answer; a driver would else hold all of it."""


def told(session: Session, ids: Iterable[str] | None = None) -> Iterator[Row[Any]]:
    """Live, relevant articles that are in a story, with the story and what reading said of them."""
    a, r, s = core(ArticleRow), core(ReadingRow), core(StoryArticleRow)
    query = (
        select(
            a.c.id, s.c.story_id, s.c.role, a.c.source_id, a.c.channel, a.c.title, a.c.url, a.c.first_seen_at,
            a.c.published_at, a.c.date_only, r.c.item_kind, r.c.sectors, r.c.sido, r.c.sigungu,
        )
        .join(r, r.c.article_id == a.c.id)
        .join(s, s.c.article_id == a.c.id)
        .where(r.c.relevant, a.c.state == "live")
    )  # fmt: skip
    return _rows(session, query, a.c.id, ids)


def named(
    session: Session, ids: Iterable[str] | None = None, findings: Iterable[str] | None = None
) -> Iterator[Row[Any]]:  # fmt: skip
    """What names a body in an article: all, that of some articles (`ids`) or some of it by its own ids (`findings`)."""
    f, m = core(OrganisationFindingRow), core(OrganisationMemberRow)
    query = select(
        f.c.id, m.c.organisation_id, f.c.article_id, f.c.type, f.c.name, f.c.aliases, f.c.mentions
    ).join(m, m.c.finding_id == f.c.id)  # fmt: skip
    if findings is not None:
        return _rows(session, query, f.c.id, findings)
    return _rows(session, query, f.c.article_id, ids)


def members(session: Session, bodies: Iterable[str]) -> dict[str, set[str]]:
    """Per body the findings that name it, which may be very many: a row for each costs twice as much."""
    m = core(OrganisationMemberRow)
    query = select(m.c.organisation_id, func.aggregate_strings(m.c.finding_id, " ")).group_by(m.c.organisation_id)
    return {body: set(told.split(" ")) for body, told in _rows(session, query, m.c.organisation_id, bodies)}


def texts(session: Session, ids: Sequence[str]) -> dict[str, str]:
    """The texts of some articles."""
    a = core(ArticleRow)
    return {row.id: row.text for row in _rows(session, select(a.c.id, a.c.text), a.c.id, ids)}


def heads(session: Session, ids: Sequence[str]) -> dict[str, str]:
    """What stands above the texts of some articles: the title and, of a newspaper, the byline, a line each."""
    a = core(ArticleRow)
    found = _rows(session, select(a.c.id, a.c.title, a.c.byline), a.c.id, ids)
    return {row.id: f"{row.title}\n{row.byline or ''}" for row in found}


def figures(session: Session, ids: Iterable[str] | None = None) -> Iterator[Row[Any]]:
    """Stated numbers, by article and position."""
    t = core(FactFindingRow)
    query = select(t).order_by(t.c.article_id, t.c.position)
    return _rows(session, query, t.c.article_id, ids)


def seen_since(session: Session, moment: datetime) -> set[str]:
    """The articles first seen from a moment on."""
    a = core(ArticleRow)
    return set(session.execute(select(a.c.id).where(a.c.first_seen_at >= moment)).scalars())


def came_between(session: Session, first: datetime, end: datetime) -> dict[str, int]:
    """Per source the articles first seen from one moment to before another."""
    a = core(ArticleRow)
    query = select(a.c.source_id, func.count()).where(a.c.first_seen_at >= first, a.c.first_seen_at < end)
    return {row[0]: int(row[1]) for row in session.execute(query.group_by(a.c.source_id))}


def sources(session: Session) -> list[OutletHealth]:
    """Every source that was ever asked or holds articles, by id, with its state and its last round."""
    rounds, states = last_rounds(session), source_states(session)
    held = session.execute(select(core(ArticleRow).c.source_id).distinct()).scalars()
    return [
        OutletHealth(i, states.get(i, SourceState(i)), rounds.get(i), 0, None)
        for i in sorted({*held, *rounds, *states})
    ]


def _rows(session: Session, query: Any, column: Any, ids: Iterable[str] | None) -> Iterator[Row[Any]]:
    if ids is None:
        yield from session.execute(query.execution_options(yield_per=AT_ONCE))
        return
    for some in batches(sorted(ids)):
        yield from session.execute(query.where(column.in_(some)))
