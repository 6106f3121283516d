"""Articles and their revisions, and what we remember of addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import func, or_, select, update
from sqlmodel import Session, col

from store.bulk import batches, by_key, core, row_of, upsert
from store.records import Document, FetchMemory, KeptArticle
from store.tables import ArticleRow, FetchMemoryRow, ReadingRow, RevisionRow


def held(session: Session, canonical_key: str) -> KeptArticle | None:
    """The article with this key as it stands, or None."""
    row = session.execute(by_key(ArticleRow, "canonical_key"), {"canonical_key": canonical_key}).mappings().first()
    return _from_row(row) if row else None


def held_by_key(session: Session, keys: Iterable[str]) -> dict[str, KeptArticle]:
    """The articles with these keys as they stand."""
    t = core(ArticleRow)
    found: dict[str, KeptArticle] = {}
    for batch in batches(dict.fromkeys(keys)):
        rows = session.execute(select(t).where(t.c.canonical_key.in_(batch))).mappings()
        found.update((row["canonical_key"], _from_row(row)) for row in rows)
    return found


def article(session: Session, article_id: str) -> KeptArticle | None:
    """The article with this id, or None."""
    row = session.get(ArticleRow, article_id)
    return _record(row) if row else None


def at_address(session: Session, url: str) -> KeptArticle | None:
    """The article that was read at this address, or None."""
    row = session.exec(_articles().where(col(ArticleRow.url) == url).order_by(col(ArticleRow.id))).first()
    return _record(row) if row else None


def articles(session: Session, ids: Iterable[str] | None = None) -> Iterator[KeptArticle]:
    """All articles (or those asked for), by id."""
    if ids is None:
        for row in session.exec(_articles().order_by(col(ArticleRow.id))).yield_per(500):
            yield _record(row)
        return
    for batch in batches(sorted(set(ids))):
        for row in session.exec(_articles().where(col(ArticleRow.id).in_(batch)).order_by(col(ArticleRow.id))):
            yield _record(row)


def published(session: Session, ids: Iterable[str]) -> dict[str, datetime | None]:
    """When each of these was published, by id; no texts are read."""
    t = core(ArticleRow)
    found: dict[str, datetime | None] = {}
    for batch in batches(sorted(set(ids))):
        rows = session.execute(select(t.c.id, t.c.published_at).where(t.c.id.in_(batch)).order_by(t.c.id))
        found.update((row.id, row.published_at) for row in rows)
    return found


def keep(session: Session, kept: KeptArticle, reason: str) -> None:
    """Insert the article, or replace it; either way the revision it is now is kept beside it."""
    kept = _storable(kept)
    upsert(session, ArticleRow, [{**row_of(kept), "attachments": list(kept.attachments)}])
    revision = {
        "article_id": kept.id,
        "number": kept.revision,
        "title": kept.title,
        "text": kept.text,
        "published_at": kept.published_at,
        "digest": kept.digest,
        "seen_at": kept.changed_at,
        "reason": reason,
    }
    upsert(session, RevisionRow, [revision])


def set_state(session: Session, article_id: str, state: str, at: datetime) -> None:
    """live, gone or closed, since `at`."""
    session.execute(update(ArticleRow).where(col(ArticleRow.id) == article_id).values(state=state, changed_at=at))


def unread(session: Session, rules_version: str, among: Sequence[str] | None = None) -> list[str]:
    """Ids of the articles (of these, a batch of them) whose current revision these rules have not read, by id."""
    stale = or_(
        col(ReadingRow.article_id).is_(None),
        col(ReadingRow.revision) != col(ArticleRow.revision),
        col(ReadingRow.rules_version) != rules_version,
    )
    query = select(ArticleRow.id).outerjoin(ReadingRow, col(ReadingRow.article_id) == col(ArticleRow.id)).where(stale)  # type: ignore[call-overload]
    if among is not None:
        query = query.where(col(ArticleRow.id).in_(among))
    return [row[0] for row in session.execute(query.order_by(col(ArticleRow.id)))]


def newest_rules(session: Session) -> str | None:
    """The newest rules that have read anything here."""
    value = session.execute(select(func.max(col(ReadingRow.rules_version)))).scalar()
    return str(value) if value else None


def revisions(session: Session, ids: Sequence[str]) -> dict[str, int]:
    """The current revision of each of these articles (a batch of them) that is there."""
    t = core(ArticleRow)
    return {row.id: row.revision for row in session.execute(select(t.c.id, t.c.revision).where(t.c.id.in_(ids)))}


def addresses(session: Session, sources: Sequence[str] = (), since: datetime | None = None) -> list[tuple[str, str]]:
    """(id, address) of the articles of some sources (all where none is named), changed since; by id."""
    t = core(ArticleRow)
    query = select(t.c.id, t.c.url).order_by(t.c.id)
    if sources:
        query = query.where(t.c.source_id.in_(sources))
    if since is not None:
        query = query.where(t.c.changed_at >= since)
    return [(row.id, row.url) for row in session.execute(query)]


def source_ids(session: Session) -> set[str]:
    """The sources of all articles."""
    return set(session.execute(select(core(ArticleRow).c.source_id).distinct()).scalars())


def seen_at(session: Session, ids: Iterable[str]) -> dict[str, datetime]:
    """When the revision that stands was read, by article."""
    a, r = core(ArticleRow), core(RevisionRow)
    query = select(r.c.article_id, r.c.seen_at).join(a, (a.c.id == r.c.article_id) & (a.c.revision == r.c.number))
    found: dict[str, datetime] = {}
    for batch in batches(ids):
        found.update((row.article_id, row.seen_at) for row in session.execute(query.where(a.c.id.in_(batch))))
    return found


def read_again(session: Session, ids: Iterable[str]) -> None:
    """Let the next extraction read these articles, whatever rules read them last."""
    for batch in batches(ids):
        session.execute(update(ReadingRow).where(col(ReadingRow.article_id).in_(batch)).values(rules_version=""))


def document(kept: KeptArticle, region: str | None = None) -> Document:
    """An article as the extractors read it; `region` is the 시도 of its outlet."""
    return Document(
        id=kept.id,
        channel=kept.channel,
        title=kept.title,
        text=kept.text,
        published_at=kept.published_at,
        source=kept.source_id,
        byline=kept.byline,
        region=region,
    )


def count(session: Session) -> int:
    """How many articles we hold."""
    return int(session.execute(select(func.count()).select_from(ArticleRow)).scalar_one())


def memory(session: Session, url: str) -> FetchMemory | None:
    """What we remember of an address, or None."""
    row = session.execute(by_key(FetchMemoryRow, "url"), {"url": url}).mappings().first()
    return FetchMemory(**row) if row else None


def memories(session: Session, urls: Iterable[str]) -> dict[str, FetchMemory]:
    """What we remember of these addresses, by address."""
    t = core(FetchMemoryRow)
    found: dict[str, FetchMemory] = {}
    for batch in batches(dict.fromkeys(urls)):
        rows = session.execute(select(t).where(t.c.url.in_(batch))).mappings()
        found.update((row["url"], FetchMemory(**row)) for row in rows)
    return found


def news_since(session: Session, source_id: str, since: datetime) -> list[datetime]:
    """When the articles of a source were first seen, since a moment: its rhythm."""
    t = core(ArticleRow)
    query = select(t.c.first_seen_at).where(t.c.source_id == source_id, t.c.first_seen_at >= since)
    return list(session.execute(query).scalars())


def remember(session: Session, seen: FetchMemory) -> None:
    """Keep (or replace) what we know of an address."""
    upsert(session, FetchMemoryRow, [row_of(seen)])


def _articles() -> Any:
    from sqlmodel import select as select_rows

    return select_rows(ArticleRow)


def _from_row(row: Any) -> KeptArticle:
    return KeptArticle(**{**row, "attachments": tuple(row["attachments"])})


def _record(row: ArticleRow) -> KeptArticle:
    values = row.model_dump()
    return KeptArticle(**{**values, "attachments": tuple(values["attachments"])})


def _storable(kept: KeptArticle) -> KeptArticle:
    """PostgreSQL refuses U+0000 and lone surrogates; one character for one keeps the spans true."""
    return replace(kept, title=storable(kept.title), text=storable(kept.text))


def storable(text: str) -> str:
    """The text without what no database takes, character for character."""
    if "\x00" not in text and text.isprintable():
        return text
    return text.replace("\x00", "\ufffd").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
