"""Whether the store is sound: the file itself, references, and groups that still have members."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select
from sqlmodel import Session

from store.bulk import core
from store.tables import (
    ArticleRow,
    EventMemberRow,
    EventRow,
    OrganisationMemberRow,
    OrganisationRow,
    StoryArticleRow,
    StoryRow,
)

GROUPS = (
    ("story", StoryRow, StoryArticleRow, "story_id"),
    ("event", EventRow, EventMemberRow, "event_id"),
    ("organisation", OrganisationRow, OrganisationMemberRow, "organisation_id"),
)


def unsound(session: Session) -> Iterator[str]:
    """What SQLite finds wrong in its file. PostgreSQL holds its references and checks its pages by itself."""
    connection = session.connection()
    if connection.dialect.name != "sqlite":
        return
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check(5)"):
        if said != "ok":
            yield f"the database file is damaged: {' '.join(str(said).split())}"
    broken: dict[tuple[str, str], int] = {}
    for table, _, referred, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        broken[table, referred] = broken.get((table, referred), 0) + 1
    for (table, referred), count in sorted(broken.items()):
        yield f"{count} row(s) of {table} point at rows of {referred} that are not there"


def empty_groups(session: Session) -> Iterator[str]:
    """Groups that nothing belongs to any more: derived again by the next merge."""
    for name, head, member, column in GROUPS:
        held = select(core(member).c[column])
        empty = session.execute(select(core(head).c.id).where(core(head).c.id.not_in(held))).all()
        if empty:
            yield f"{len(empty)} {name} row(s) without members, such as {empty[0].id}"


def articles_gone(session: Session, ids: list[str]) -> list[str]:
    """Those of these article ids that the store does not hold."""
    t = core(ArticleRow)
    held = set(session.execute(select(t.c.id)).scalars())
    return [id_ for id_ in ids if id_ not in held]
