"""What the extractors found, per article revision: replaced as a whole, read by the later stages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from sqlalchemy import Row, delete, select
from sqlmodel import Session, SQLModel, col

from store import corrections, judgements
from store.bulk import append, batches, core, upsert
from store.columns import moment
from store.corrections import RELEVANT, Words
from store.finding_ids import Likeness, assigned, numbered, of_events, of_organisations
from store.records import Event, Fact, Findings, Organisation, When, plain
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
NOTHING: Words = {}
"""No word of anybody. A plain mapping, for processes hand it to each other."""
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


@dataclass(frozen=True, slots=True)
class Read:
    """What one revision of an article gave, and what people said of it."""

    article_id: str
    revision: int
    found: Findings
    said: Words = field(default_factory=dict)


def save(
    session: Session, article_id: str, revision: int, found: Findings, rules_version: str,
    said: Words = NOTHING,
) -> None:  # fmt: skip
    """`save_all` for one article."""
    save_all(session, [Read(article_id, revision, found, said)], rules_version)


def save_all(session: Session, readings: Sequence[Read], rules_version: str) -> None:
    """Replace all findings of these articles (a batch of them). Private data is never stored: texts were masked before.

    What was found stays beneath a person's «no», so that the ids are the same when it is taken back.
    """
    heads = [
        {
            "article_id": r.article_id,
            "revision": r.revision,
            "rules_version": rules_version,
            **_reading(r.found, r.said),
        }
        for r in readings
    ]
    upsert(session, ReadingRow, heads)
    kept = {r.article_id: r.found if r.found.relevant else Findings(relevant=False) for r in readings}
    events_ = {i: [event_columns(e) for e in found.events] for i, found in kept.items()}
    _replace(session, EventFindingRow, "e", events_, of_events)
    bodies = {i: [_organisation(o) for o in found.organisations] for i, found in kept.items()}
    _replace(session, OrganisationFindingRow, "o", bodies, of_organisations)
    _replace(session, FactFindingRow, "f", {i: [_fact(f) for f in found.facts] for i, found in kept.items()})
    _replace(session, TimeFindingRow, "t", {i: [_time(w) for w in found.times] for i, found in kept.items()})


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


def as_rows(found: Findings, said: Words = NOTHING) -> Rows:
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
    """The columns of an event row: those that are queried, and the whole event as JSON."""
    return {
        "title": event.title,
        "start": event.start,
        "end": event.end,
        "role": event.role,
        "status": event.status,
        "application_deadline": event.application_deadline,
        "values": event_values(event),
    }


def _reading(found: Findings, said: Words) -> dict[str, Any]:
    region, word = found.region, said.get(RELEVANT)
    return {
        "relevant": word.value if word else found.relevant,
        "relevance": [*([f"person:{word.by}"] if word else []), *found.relevance],
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


def _time(when: When) -> dict[str, Any]:
    names = ("start", "end", "granularity", "kind", "rrule", "rule")
    return {"span": list(when.span), **{name: getattr(when, name) for name in names}}


def _replace(
    session: Session,
    table: type[SQLModel],
    letter: str,
    rows: Mapping[str, list[dict[str, Any]]],
    likeness: Likeness | None = None,
) -> None:
    """Make the findings of one kind of each article these, in this order; one that stays keeps id and memberships.

    Without a `likeness` the id is the position: nobody speaks of facts and times.
    """
    t = core(table)
    held: dict[str, dict[str, dict[str, Any]]] = {article_id: {} for article_id in rows}
    query = select(t).where(t.c.article_id.in_(rows)).order_by(t.c.article_id, t.c.position)
    for row in session.execute(query).mappings():
        held[row["article_id"]][row["id"]] = dict(row)
    gone, fresh, changed = [], [], []
    for article_id, found in rows.items():
        had = held[article_id]
        ids = _ids(session, f"{article_id}-{letter}", list(had.values()), found, likeness)
        placed = [{"id": i, "article_id": article_id, "position": n, **found[n]} for n, i in enumerate(ids)]
        gone += [i for i in had if i not in ids]
        fresh += [row for row in placed if row["id"] not in had]
        changed += [row for row in placed if row["id"] in had and had[row["id"]] != row]
    for some in batches(gone):
        session.execute(delete(t).where(t.c.id.in_(some)))
    append(session, table, fresh)
    upsert(session, table, changed)


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
