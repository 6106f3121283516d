"""Stories, events and organisations: derived from judgements, so replaced as a whole, by difference.

An id is minted once. Where a group's id goes away its successor answers for it (`successor`); an id
that is a group again answers for itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import bindparam, delete, select, update
from sqlmodel import Session, SQLModel

from store.bulk import BATCH, batches, core, sync, upsert
from store.findings import event_from, event_values
from store.records import EventGroup, OrganisationGroup, Said, Story, plain
from store.tables import (
    EventFindingRow,
    EventMemberRow,
    EventRow,
    OrganisationMemberRow,
    OrganisationRow,
    StoryArticleRow,
    StoryRow,
    SuccessorRow,
)


def replace_stories(session: Session, stories: Sequence[Story], successors: Mapping[str, str] | None = None) -> int:
    """Make the store hold exactly these stories; how many rows changed."""
    heads = [{"id": s.id, "first_published_at": s.first_published_at} for s in stories]
    members = [{"article_id": a, "story_id": s.id, "role": role} for s in stories for a, role in s.articles.items()]
    return _replace(session, StoryRow, heads, StoryArticleRow, members, "story", successors)


def replace_events(session: Session, groups: Sequence[EventGroup], successors: Mapping[str, str] | None = None) -> int:
    """Make the store hold exactly these events; how many rows changed."""
    heads = [_event_row(group) for group in groups]
    members = [{"finding_id": f, "event_id": g.id} for g in groups for f in g.findings]
    return _replace(session, EventRow, heads, EventMemberRow, members, "event", successors)


def replace_organisations(
    session: Session, groups: Sequence[OrganisationGroup], successors: Mapping[str, str] | None = None
) -> int:
    """Make the store hold exactly these organisations; how many rows changed."""
    heads = [_without(asdict(group), "findings") for group in groups]
    members = [{"finding_id": f, "organisation_id": g.id} for g in groups for f in g.findings]
    return _replace(session, OrganisationRow, heads, OrganisationMemberRow, members, "organisation", successors)


def stories(session: Session) -> list[Story]:
    """All stories, by id."""
    members: dict[str, dict[str, Any]] = {}
    for row in session.execute(select(core(StoryArticleRow)).order_by("article_id")):
        members.setdefault(row.story_id, {})[row.article_id] = row.role
    heads = session.execute(select(core(StoryRow)).order_by("id"))
    return [Story(row.id, members.get(row.id, {}), row.first_published_at) for row in heads]


def events(session: Session) -> list[EventGroup]:
    """All events with their history, by id."""
    members = _members(session, EventMemberRow, "event_id")
    heads = session.execute(select(core(EventRow)).order_by("id"))
    return [_event_group(row, members.get(row.id, ())) for row in heads]


def told_events(session: Session, ids: Iterable[str] | None = None) -> Iterator[list[EventGroup]]:
    """Events with their history and without their findings, by id, some hundred at a time; all or those asked for."""
    t = core(EventRow)
    query = select(t).order_by(t.c.id)
    for rows in _windows(session, query, t.c.id, ids):
        yield [_event_group(row, ()) for row in rows]


def heads(session: Session, ids: Iterable[str] | None = None) -> Iterator[OrganisationGroup]:
    """Organisations without their findings, by id; all or those asked for."""
    t = core(OrganisationRow)
    query = select(t).order_by(t.c.id)
    for rows in _windows(session, query, t.c.id, ids):
        yield from (OrganisationGroup(**row._mapping, findings=()) for row in rows)


def units_of(session: Session, ids: Iterable[str]) -> set[str]:
    """The organisations that are a part of one of these."""
    t = core(OrganisationRow)
    asked = (session.execute(select(t.c.id).where(t.c.parent_id.in_(some))).scalars() for some in batches(sorted(ids)))
    return {id_ for found in asked for id_ in found}


def parts_of(session: Session, ids: Iterable[str]) -> set[str]:
    """The events that are a part of one of these."""
    t = core(EventRow)
    asked = (session.execute(select(t.c.id).where(t.c.parent_id.in_(some))).scalars() for some in batches(sorted(ids)))
    return {id_ for found in asked for id_ in found}


def stories_of(session: Session, article_ids: Iterable[str]) -> set[str]:
    """The stories that hold one of these articles."""
    t = core(StoryArticleRow)
    query = select(t.c.story_id)
    asked = (session.execute(query.where(t.c.article_id.in_(some))).scalars() for some in batches(sorted(article_ids)))
    return {id_ for found in asked for id_ in found}


def articles_of(session: Session, story_ids: Iterable[str]) -> set[str]:
    """The articles of these stories."""
    t = core(StoryArticleRow)
    query = select(t.c.article_id)
    asked = (session.execute(query.where(t.c.story_id.in_(some))).scalars() for some in batches(sorted(story_ids)))
    return {id_ for found in asked for id_ in found}


def events_of(session: Session, article_ids: Iterable[str]) -> set[str]:
    """The events that one of these articles tells of."""
    f, m = core(EventFindingRow), core(EventMemberRow)
    query = select(m.c.event_id).join(f, f.c.id == m.c.finding_id)
    asked = (session.execute(query.where(f.c.article_id.in_(some))).scalars() for some in batches(sorted(article_ids)))
    return {id_ for found in asked for id_ in found}


def _windows(session: Session, query: Any, key: Any, ids: Iterable[str] | None) -> Iterator[Sequence[Any]]:
    """The rows of a query (all, or those with these ids) in the order of the key, a statement per window."""
    if ids is not None:
        yield from (session.execute(query.where(key.in_(some))).all() for some in batches(sorted(ids)))
        return
    rows = session.execute(query.limit(BATCH)).all()
    while rows:
        yield rows
        rows = session.execute(query.where(key > rows[-1].id).limit(BATCH)).all()


def event(session: Session, id_: str) -> EventGroup | None:
    """The event with this id, or None."""
    row = session.execute(select(core(EventRow)).where(core(EventRow).c.id == id_)).first()
    members = select(core(EventMemberRow).c.finding_id).where(core(EventMemberRow).c.event_id == id_)
    return _event_group(row, tuple(sorted(session.execute(members).scalars()))) if row else None


def events_holding(session: Session, finding_ids: Iterable[str]) -> dict[str, list[str]]:
    """Event → those of these findings that it is made of."""
    t = core(EventMemberRow)
    found: dict[str, list[str]] = {}
    for some in batches(sorted(finding_ids)):
        for row in session.execute(select(t).where(t.c.finding_id.in_(some)).order_by(t.c.finding_id)):
            found.setdefault(row.event_id, []).append(row.finding_id)
    return found


def organisations(session: Session) -> list[OrganisationGroup]:
    """All organisations, by id."""
    members = _members(session, OrganisationMemberRow, "organisation_id")
    heads = session.execute(select(core(OrganisationRow)).order_by("id")).mappings()
    return [OrganisationGroup(**row, findings=members.get(row["id"], ())) for row in heads]


def successor(session: Session, old_id: str) -> str:
    """The id that answers for this one now (itself, where nothing changed)."""
    seen = {old_id}
    current = old_id
    while (row := session.get(SuccessorRow, current)) is not None and row.new_id not in seen:
        current = row.new_id
        seen.add(current)
    return current


def redirects(session: Session, subject: str) -> dict[str, str]:
    """The ids of this subject (story, event, organisation) that were given out once → the one that answers."""
    t = core(SuccessorRow)
    found = session.execute(select(t.c.old_id, t.c.new_id).where(t.c.subject == subject).order_by(t.c.old_id))
    return {row.old_id: row.new_id for row in found}


def _replace(
    session: Session,
    head: type[SQLModel],
    heads: list[dict[str, Any]],
    member: type[SQLModel],
    members: list[dict[str, Any]],
    subject: str,
    successors: Mapping[str, str] | None,
) -> int:
    """Heads that stay first get their row, then members move, then heads that went away go.

    The two-step order keeps the foreign keys whole inside the transaction.
    """
    if head is EventRow:
        _release_uids(session, {row["id"]: row["uid"] for row in heads})
    going = _gone(session, head, {row["id"] for row in heads})
    touched = sync(session, head, [*heads, *going])
    touched += sync(session, member, members)
    if going:
        touched += sync(session, head, heads)
    moved = (successors or {}).items() - redirects(session, subject).items()
    upsert(session, SuccessorRow, [{"old_id": old, "new_id": new, "subject": subject} for old, new in sorted(moved)])
    _forget_redirects(session, (row["id"] for row in heads))
    return touched


def _release_uids(session: Session, wanted: Mapping[str, str]) -> None:
    """Let go of uids that pass to another event (an heir, or back to a part): they are unique at every moment."""
    t = core(EventRow)
    holder = {uid: id_ for id_, uid in wanted.items()}
    held = session.execute(select(t.c.id, t.c.uid))
    passing = [{"row": row.id, "free": f"{row.id}@released"} for row in held if holder.get(row.uid, row.id) != row.id]
    if passing:
        session.execute(update(t).where(t.c.id == bindparam("row")).values(uid=bindparam("free")), passing)


def _forget_redirects(session: Session, live: Iterable[str]) -> None:
    t = core(SuccessorRow)
    for ids in batches(live):
        session.execute(delete(t).where(t.c.old_id.in_(ids)))


def _gone(session: Session, head: type[SQLModel], wanted: Iterable[str]) -> list[dict[str, Any]]:
    t = core(head)
    keep = set(wanted)
    return [dict(row) for row in session.execute(select(t)).mappings() if row["id"] not in keep]


def _members(session: Session, table: type[SQLModel], group: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    t = core(table)
    for row in session.execute(select(t).order_by(t.c.finding_id)).mappings():
        found.setdefault(row[group], []).append(row["finding_id"])
    return {group_id: tuple(ids) for group_id, ids in found.items()}


def _event_row(group: EventGroup) -> dict[str, Any]:
    return {
        "id": group.id,
        "uid": group.uid,
        "sequence": group.sequence,
        "title": group.event.title,
        "start": group.event.start,
        "status": group.event.status,
        "values": event_values(group.event),
        "history": [_said_values(said) for said in group.history],
        "parent_id": group.parent_id,
    }


def _event_group(row: Any, findings: tuple[str, ...]) -> EventGroup:
    history = tuple(_said(values) for values in row.history)
    return EventGroup(row.id, row.uid, row.sequence, event_from(row.values), findings, history, row.parent_id)


def _said_values(said: Said) -> dict[str, Any]:
    """As JSON; what only a person's word has is left out of the articles'."""
    values: dict[str, Any] = plain(asdict(said))
    return values if said.by else {k: v for k, v in values.items() if k not in ("by", "instead")}


def _said(values: dict[str, Any]) -> Said:
    from datetime import datetime

    said_at = datetime.fromisoformat(values["said_at"]) if values["said_at"] else None
    return Said(**{**values, "said_at": said_at, "spans": tuple((s, e) for s, e in values["spans"])})


def _without(values: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key != name}
