"""Taking a document out of the store for good: its article, revisions and findings, and what we remember of it.

Its addresses stay behind as tombstones (nothing but the address, its key and the outcome `forgotten`): without them
the next round would find the document in its list again and bring it back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from sqlalchemy import delete, func, or_, select
from sqlmodel import Session, col

from store import corrections, findings, shelf
from store.bulk import batches, by_key, core
from store.records import FetchMemory
from store.tables import ArticleRow, FetchMemoryRow, RequestRow, RevisionRow

FORGOTTEN = "forgotten"


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was taken out; `urls` are the addresses the document was known by."""

    articles: int = 0
    revisions: int = 0
    urls: tuple[str, ...] = ()


def forget(session: Session, names: Iterable[str], at: datetime) -> Forgotten:
    """Forget the documents behind some addresses or canonical keys."""
    said = [name[:2000] for name in names if name]
    keys = {name[:400] for name in said} | _keys_behind(session, said)
    rows = session.execute(
        select(ArticleRow.id, ArticleRow.url, ArticleRow.source_id, ArticleRow.canonical_key)  # type: ignore[call-overload]
        .where(or_(col(ArticleRow.canonical_key).in_(keys), col(ArticleRow.url).in_(said)))
        .order_by(col(ArticleRow.id))
    ).all()
    keys |= {row.canonical_key for row in rows}
    remembered = _memories(session, said, keys)
    documents = [m for m in remembered if m.canonical_key]
    ids = [row.id for row in rows]
    revisions = _revisions(session, ids)
    corrections.forget(session, ids)
    for article_id in ids:
        findings.forget(session, article_id)
    urls = {m.url for m in remembered}
    for some in batches(sorted(urls | {row.url for row in rows})):
        session.execute(delete(RequestRow).where(col(RequestRow.url).in_(some)))
    session.execute(delete(FetchMemoryRow).where(col(FetchMemoryRow.url).in_(urls)))
    stones = {m.url: (m.source_id, m.canonical_key or "") for m in documents}
    stones |= {row.url: (row.source_id, row.canonical_key) for row in rows if len(row.url) <= 2000}
    for url, (source_id, key) in sorted(stones.items()):
        shelf.remember(session, FetchMemory(url, source_id, at, None, canonical_key=key, outcome=FORGOTTEN))
    return Forgotten(len(ids), revisions, tuple(sorted(urls | set(stones))))


def addresses_at(session: Session, hosts: Collection[str]) -> list[str]:
    """Every address at these hosts that an article was read at, that we remember, or that a round asked for."""
    found: set[str] = set()
    for table in (ArticleRow, FetchMemoryRow, RequestRow):
        t = core(table)
        for host in hosts:
            rows = session.execute(select(t.c.url).where(t.c.url.contains(f"://{host}", autoescape=True)))
            found.update(url for (url,) in rows if urlsplit(url).hostname == host)
    return sorted(found)


def is_forgotten(session: Session, canonical_key: str) -> bool:
    """Whether a document was forgotten, under whichever address."""
    asked = {"canonical_key": canonical_key, "outcome": FORGOTTEN}
    return session.execute(by_key(FetchMemoryRow, "canonical_key", "outcome"), asked).first() is not None


def _keys_behind(session: Session, urls: list[str]) -> set[str]:
    query = select(FetchMemoryRow.canonical_key).where(col(FetchMemoryRow.url).in_(urls))  # type: ignore[call-overload]
    return {row[0] for row in session.execute(query) if row[0]}


def _memories(session: Session, urls: list[str], keys: set[str]) -> list[FetchMemory]:
    from sqlmodel import select as select_rows

    query = select_rows(FetchMemoryRow).where(
        or_(col(FetchMemoryRow.url).in_(urls), col(FetchMemoryRow.canonical_key).in_(keys)),
        col(FetchMemoryRow.outcome) != FORGOTTEN,
    )
    return [FetchMemory(**row.model_dump()) for row in session.exec(query)]


def _revisions(session: Session, ids: list[str]) -> int:
    query = select(func.count()).select_from(RevisionRow).where(col(RevisionRow.article_id).in_(ids))
    return int(session.execute(query).scalar_one())
