"""Whether two things are the same, different or unsure: judgements, with who, why and when. Rows are withdrawn, never
overwritten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update
from sqlmodel import Session

from store.bulk import batches, core
from store.records import Judgement, Subject
from store.tables import JudgementRow

_T = core(JudgementRow)


def live(session: Session, subject: Subject) -> Iterator[Judgement]:
    """The judgements in force, by pair."""
    query = select(_T).where(_T.c.subject == subject, _T.c.withdrawn_at.is_(None)).order_by(_T.c.left_id, _T.c.right_id)
    for row in session.execute(query):
        yield _record(row)


def history(session: Session, subject: Subject, left: str, right: str) -> list[Judgement]:
    """Every judgement ever made on a pair, oldest first."""
    left, right = sorted((left, right))
    query = select(_T).where(_T.c.subject == subject, _T.c.left_id == left, _T.c.right_id == right)
    return [_record(row) for row in session.execute(query.order_by(_T.c.id))]


def about(session: Session, subject: Subject, ids: Iterable[str]) -> list[tuple[Judgement, datetime | None]]:
    """Every judgement ever made on these ids: those in force first, then people's before rules', then the surest. Each
    with the moment it was withdrawn."""
    found: dict[int, Any] = {}
    for some in batches(ids):
        query = select(_T).where(_T.c.subject == subject, _T.c.left_id.in_(some) | _T.c.right_id.in_(some))
        found |= {row.id: row for row in session.execute(query)}
    rows = sorted(found.values(), key=lambda r: (r.withdrawn_at is not None, r.by[:4] == "rule", -r.score, r.id))
    return [(_record(row), row.withdrawn_at) for row in rows]


def spoken_of(session: Session, prefix: str) -> set[str]:
    """The ids with this prefix that a person has ever judged."""
    found: set[str] = set()
    for column in (_T.c.left_id, _T.c.right_id):
        within = (column >= prefix) & (column < prefix + "\uffff") & _T.c.by.like("person:%")
        found.update(session.execute(select(column).where(within)).scalars())
    return found


def save(session: Session, judgements: Iterable[Judgement]) -> int:
    """Write what is new; how many rows were written.

    A person's word stands against every rule. The same word from the same rule changes nothing, so a
    second run writes nothing and the first `at` stays.
    """
    written = 0
    for batch in batches(judgements):
        standing = _standing(session, batch)
        fresh = [j for j in batch if _is_news(j, standing.get((j.subject, *_pair(j))))]
        replaced = [standing[(j.subject, *_pair(j))].id for j in fresh if (j.subject, *_pair(j)) in standing]
        if replaced:
            session.execute(update(_T).where(_T.c.id.in_(replaced)).values(withdrawn_at=fresh[0].at))
        if fresh:
            session.execute(insert(_T), [_row(j) for j in fresh])
        written += len(fresh)
    return written


def withdraw(session: Session, subject: Subject, left: str, right: str, at: datetime) -> bool:
    """Take back the word that stands on a pair; False where there is none."""
    left, right = sorted((left, right))
    pair = (_T.c.subject == subject) & (_T.c.left_id == left) & (_T.c.right_id == right) & _T.c.withdrawn_at.is_(None)
    found = session.execute(select(_T.c.id).where(pair)).scalar()
    if found is None:
        return False
    session.execute(update(_T).where(_T.c.id == found).values(withdrawn_at=at))
    return True


def retire_rules(session: Session, subject: Subject, keep: Iterable[tuple[str, str]], at: datetime) -> int:
    """Withdraw rules' words on pairs that the rules no longer speak of; how many."""
    kept = set(keep)
    query = select(_T.c.id, _T.c.left_id, _T.c.right_id).where(
        _T.c.subject == subject, _T.c.withdrawn_at.is_(None), _T.c.by.like("rule:%")
    )
    stale = [row.id for row in session.execute(query) if (row.left_id, row.right_id) not in kept]
    for batch in batches(stale):
        session.execute(update(_T).where(_T.c.id.in_(batch)).values(withdrawn_at=at))
    return len(stale)


def _standing(session: Session, batch: list[Judgement]) -> dict[tuple[str, str, str], Any]:
    lefts = sorted({_pair(j)[0] for j in batch})
    query = select(_T).where(_T.c.left_id.in_(lefts), _T.c.withdrawn_at.is_(None))
    return {(row.subject, row.left_id, row.right_id): row for row in session.execute(query)}


def _is_news(said: Judgement, standing: Any) -> bool:
    if standing is None:
        return True
    if standing.by.startswith("person:") and not said.by.startswith("person:"):
        return False
    before = (standing.verdict, standing.by, tuple(standing.reasons), round(standing.score, 4))
    return before != (said.verdict, said.by, tuple(said.reasons), round(said.score, 4))


def _pair(said: Judgement) -> tuple[str, str]:
    return (said.left, said.right) if said.left < said.right else (said.right, said.left)


def _row(said: Judgement) -> dict[str, Any]:
    left, right = _pair(said)
    return {
        "subject": said.subject,
        "left_id": left,
        "right_id": right,
        "verdict": said.verdict,
        "score": said.score,
        "reasons": list(said.reasons),
        "by": said.by,
        "at": said.at,
        "withdrawn_at": None,
    }


def _record(row: Any) -> Judgement:
    return Judgement(row.subject, row.left_id, row.right_id, row.verdict, row.score, tuple(row.reasons), row.by, row.at)
