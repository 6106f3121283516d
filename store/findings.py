"""What the extractors found, per article revision: replaced as a whole, read by the later stages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import Row, delete, insert, select
from sqlmodel import Session, SQLModel, col

from store import corrections, judgements
from store.bulk import core, upsert
from store.columns import moment
from store.corrections import Correction
from store.finding_ids import Likeness, assigned, numbered, of_events, of_organisations
from store.records import Event, Fact, Findings, Organisation, plain
from store.tables import (
    ArticleRow,
    EventFindingRow,
    FactFindingRow,
    OrganisationFindingRow,
    ReadingRow,
    TimeFindingRow,
)

_TABLES: Mapping[str, type[SQLModel]] = {
    "event": EventFindingRow, "organisation": OrganisationFindingRow, "figure": FactFindingRow,
}  # fmt: skip
MOMENTS = ("start", "end", "application_start", "application_deadline")


@dataclass(frozen=True, slots=True)
class EventFinding:
    """An event as one article tells it."""

    id: str
    article_id: str
    event: Event


@dataclass(frozen=True, slots=True)
class OrganisationFinding:
    """An organisation as one article names it."""

    id: str
    article_id: str
    organisation: Organisation


def save(
    session: Session, article_id: str, revision: int, found: Findings, rules_version: str,
    said: Correction | None = None,
) -> None:  # fmt: skip
    """Replace all findings of an article. Private data is never stored: the text was masked before.

    `said`: a person's word on whether it belongs here. What was found stays beneath a «no», so that the ids are the
    same when it is taken back.
    """
    reading = {
        "article_id": article_id,
        "revision": revision,
        "rules_version": rules_version,
        **_reading(found, said),
    }
    upsert(session, ReadingRow, [reading])
    kept = found if found.relevant else Findings(relevant=False)
    _replace(session, EventFindingRow, article_id, "e", [event_columns(e) for e in kept.events], of_events)
    bodies = [_organisation(o) for o in kept.organisations]
    _replace(session, OrganisationFindingRow, article_id, "o", bodies, of_organisations)
    _replace(session, FactFindingRow, article_id, "f", [_fact(f) for f in kept.facts])
    _replace(
        session,
        TimeFindingRow,
        article_id,
        "t",
        [
            {
                "span": list(w.span),
                "start": w.start,
                "end": w.end,
                "granularity": w.granularity,
                "kind": w.kind,
                "rrule": w.rrule,
                "rule": w.rule,
            }
            for w in kept.times
        ],
    )


def events(session: Session, article_ids: Sequence[str] | None = None) -> Iterator[EventFinding]:
    """All event findings of relevant articles (or of those asked for, a batch of them), by id."""
    query = select(EventFindingRow.id, EventFindingRow.article_id, EventFindingRow.values)  # type: ignore[call-overload]
    if article_ids is not None:
        query = query.where(col(EventFindingRow.article_id).in_(article_ids))
    for row in session.execute(query.order_by(col(EventFindingRow.id))):
        yield EventFinding(row[0], row[1], event_from(row[2]))


def organisations(session: Session, article_ids: Sequence[str] | None = None) -> Iterator[OrganisationFinding]:
    """All organisation findings of relevant articles (or of those asked for, a batch of them), by id."""
    t = core(OrganisationFindingRow)
    query = select(t) if article_ids is None else select(t).where(t.c.article_id.in_(article_ids))
    for row in session.execute(query.order_by(t.c.id)):
        yield OrganisationFinding(row.id, row.article_id, _organisation_from(row))


def readings(session: Session, relevant_only: bool = True) -> Iterator[dict[str, Any]]:
    """The reading of each article (columns of `reading`), by article id."""
    t = core(ReadingRow)
    query = select(t).order_by(t.c.article_id)
    for row in session.execute(query.where(t.c.relevant) if relevant_only else query).mappings():
        yield dict(row)


def facts(session: Session) -> Iterator[dict[str, Any]]:
    """All facts (columns of `fact_finding`), by article and position."""
    t = core(FactFindingRow)
    for row in session.execute(select(t).order_by(t.c.article_id, t.c.position)).mappings():
        yield dict(row)


Rows = Mapping[str, Any]
"""What was found in one article, as rows: reading (one), event, organisation, figure (many, in their order)."""


def stored(session: Session, article_ids: Sequence[str]) -> dict[str, Rows]:
    """What the store holds of each of these articles."""
    found: dict[str, dict[str, Any]] = {i: {"reading": {}, **{name: [] for name in _TABLES}} for i in article_ids}
    t = core(ReadingRow)
    for row in session.execute(select(t).where(t.c.article_id.in_(article_ids))).mappings():
        found[row["article_id"]]["reading"] = dict(row)
    for name, table in _TABLES.items():
        t = core(table)
        query = select(t).where(t.c.article_id.in_(article_ids)).order_by(t.c.article_id, t.c.position)
        for row in session.execute(query).mappings():
            found[row["article_id"]][name].append(dict(row))
    return dict(found)


def as_rows(found: Findings, said: Correction | None = None) -> Rows:
    """The same shape of what a reading gave: what `save` would write."""
    return {
        "reading": _reading(found, said),
        "event": [event_columns(e) for e in found.events],
        "organisation": [_organisation(o) for o in found.organisations],
        "figure": [_fact(f) for f in found.facts],
    }


def forget(session: Session, article_id: str) -> None:
    """Drop an article with everything found in it."""
    session.execute(delete(ArticleRow).where(col(ArticleRow.id) == article_id))


def event_values(event: Event) -> dict[str, Any]:
    """An event as one JSON object; `event_from` reads it back."""
    return {f.name: plain(getattr(event, f.name)) for f in fields(event)}


def event_from(values: dict[str, Any]) -> Event:
    """The event that `event_values` wrote."""
    ready = dict(values)
    for name in MOMENTS:
        ready[name] = moment(ready[name]) if ready.get(name) else None
    for name in ("hosts", "organisers", "sponsors", "flags"):
        ready[name] = tuple(ready.get(name) or ())
    ready["evidence"] = {k: tuple((s, e) for s, e in v) for k, v in (ready.get("evidence") or {}).items()}
    return Event(**ready)


def event_columns(event: Event) -> dict[str, Any]:
    return {
        "title": event.title,
        "start": event.start,
        "end": event.end,
        "role": event.role,
        "status": event.status,
        "application_deadline": event.application_deadline,
        "values": event_values(event),
    }


def _reading(found: Findings, said: Correction | None) -> dict[str, Any]:
    region = found.region
    return {
        "relevant": said.value if said else found.relevant,
        "relevance": [*([f"person:{said.by}"] if said else []), *found.relevance],
        "item_kind": found.item_kind,
        "sectors": list(found.sectors),
        "sido": region.sido if region else None,
        "sigungu": region.sigungu if region else None,
        "region_rule": region.rule if region else "",
        "region_span": list(region.span) if region and region.span else None,
    }


def _organisation(body: Organisation) -> dict[str, Any]:
    return {
        "name": body.name,
        "type": body.type,
        "aliases": list(body.aliases),
        "mentions": [list(span) for span in body.mentions],
        "rule": body.rule,
    }


def _organisation_from(row: Row[Any]) -> Organisation:
    mentions = tuple((start, end) for start, end in row.mentions)
    return Organisation(name=row.name, type=row.type, aliases=tuple(row.aliases), mentions=mentions, rule=row.rule)


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "subject": fact.subject,
        "measure": fact.measure,
        "value": fact.value,
        "unit": fact.unit,
        "as_of": fact.as_of,
        "surface": fact.surface,
        "span": list(fact.evidence),
        "rule": fact.rule,
    }


def _replace(
    session: Session,
    table: type[SQLModel],
    article_id: str,
    letter: str,
    rows: list[dict[str, Any]],
    likeness: Likeness | None = None,
) -> None:
    """Make an article's findings of one kind these, in this order; one that stays keeps id and memberships.

    Without a `likeness` the id is the position: nobody speaks of facts and times.
    """
    t = core(table)
    query = select(t).where(t.c.article_id == article_id).order_by(t.c.position)
    held = {row["id"]: dict(row) for row in session.execute(query).mappings()}
    ids = _ids(session, f"{article_id}-{letter}", list(held.values()), rows, likeness)
    placed = [
        {"id": id_, "article_id": article_id, "position": n, **row}
        for n, (id_, row) in enumerate(zip(ids, rows, strict=True))
    ]
    session.execute(delete(t).where(t.c.article_id == article_id, t.c.id.not_in(ids)))
    fresh = [row for row in placed if row["id"] not in held]
    if fresh:
        session.execute(insert(t), fresh)
    upsert(session, table, [row for row in placed if row["id"] in held and held[row["id"]] != row])


def _ids(
    session: Session,
    prefix: str,
    held: Sequence[dict[str, Any]],
    rows: Sequence[dict[str, Any]],
    likeness: Likeness | None,
) -> list[str]:
    """The id of each row: that of the finding it is, or a number of its own."""
    known = assigned(held, rows, likeness) if likeness and held else {}
    missing = len(rows) - len(known)
    taken = {row["id"] for row in held} if likeness else set()
    if likeness and missing:
        taken |= judgements.spoken_of(session, prefix) | corrections.spoken_of(session, prefix)
    new = iter(numbered(prefix, missing, taken))
    return [known.get(n) or next(new) for n in range(len(rows))]
