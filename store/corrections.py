"""Corrections by people: a value of an event or of an article (whether it belongs here, its region, sectors or kind),
with who, when and why.

A row is never overwritten: a later correction withdraws it, and both stay. An event's id can pass to another event
(`groups.successor`), so a correction is tied to the findings that made up the event when it was said. It belongs to the
event that holds most of them today.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import JSON, Column, Index, Integer, String, Text, cast, delete, insert, select, text, update
from sqlmodel import Field, Session, SQLModel

from store.bulk import core
from store.columns import UtcDateTime

RELEVANT, REGION, SECTORS, KIND = "relevant", "region", "sectors", "item_kind"
"""The fields of an article that can be corrected. A region is a list: 시도, and 시군구 where it is known."""


class CorrectionRow(SQLModel, table=True):
    __tablename__ = "correction"
    __table_args__ = (
        # one live word per value; withdrawn ones stay as history
        Index(
            "correction_live", "subject", "target", "field", unique=True,
            sqlite_where=text("withdrawn_at IS NULL"), postgresql_where=text("withdrawn_at IS NULL"),
        ),
    )  # fmt: skip

    id: int | None = Field(default=None, sa_column=Column(Integer, primary_key=True, comment="serial number"))
    subject: str = Field(sa_column=Column(String(14), nullable=False, comment="event or article"))
    target: str = Field(sa_column=Column(String(64), nullable=False, comment="the id it was said of"))
    field: str = Field(sa_column=Column(String(40), nullable=False, comment="the value that is corrected"))
    value: Any = Field(sa_column=Column(JSON, nullable=False, comment="what holds; null: nothing is stated"))
    before: Any = Field(sa_column=Column(JSON, nullable=False, comment="what the texts said when it was corrected"))
    anchors: list[str] = Field(sa_column=Column(JSON, nullable=False, comment="findings the event was made of"))
    basis: dict[str, int] = Field(sa_column=Column(JSON, nullable=False, comment="article → its revision at the time"))
    by: str = Field(sa_column=Column(String(80), nullable=False, comment="who says so"))
    why: str = Field(sa_column=Column(Text, nullable=False, comment="the reason"))
    at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False, comment="when it was said"))
    withdrawn_at: datetime | None = Field(
        sa_column=Column(UtcDateTime, nullable=True, comment="when it was taken back")
    )
    withdrawn_by: str | None = Field(sa_column=Column(String(80), nullable=True, comment="who took it back"))


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's correction of one value. `value` and `before` are JSON: ISO 8601 for moments, lists for names."""

    subject: Literal["event", "article"]
    target: str
    field: str
    value: Any
    before: Any
    anchors: tuple[str, ...]
    basis: Mapping[str, int]
    by: str
    why: str
    at: datetime
    id: int = 0
    withdrawn_at: datetime | None = None
    withdrawn_by: str | None = None

    @property
    def stands(self) -> bool:
        return self.withdrawn_at is None

    @property
    def words(self) -> int:
        """How often someone spoke: once, and once more where it was taken back."""
        return 1 if self.stands else 2


_T = core(CorrectionRow)


def all_(session: Session) -> list[Correction]:
    """Every correction ever made, oldest first."""
    return [_record(row) for row in session.execute(select(_T).order_by(_T.c.id))]


def live(session: Session, subject: str) -> list[Correction]:
    """The corrections in force, oldest first."""
    query = select(_T).where(_T.c.subject == subject, _T.c.withdrawn_at.is_(None)).order_by(_T.c.id)
    return [_record(row) for row in session.execute(query)]


def one(session: Session, number: int) -> Correction | None:
    """The correction with this number, or None."""
    row = session.execute(select(_T).where(_T.c.id == number)).first()
    return _record(row) if row else None


def say(session: Session, said: Correction) -> int:
    """Store a correction and return its number. The caller has withdrawn the one that it replaces."""
    values = {**asdict(said), "anchors": list(said.anchors), "basis": dict(said.basis)}
    del values["id"]
    return int(session.execute(insert(_T).values(values).returning(_T.c.id)).scalar_one())


def withdraw(session: Session, numbers: Iterable[int], by: str, at: datetime) -> None:
    """Withdraw corrections; they stay as history."""
    standing = _T.c.id.in_(list(numbers)) & _T.c.withdrawn_at.is_(None)
    session.execute(update(_T).where(standing).values(withdrawn_at=at, withdrawn_by=by))


Words = Mapping[str, Correction]
"""What people said of one article, by field."""


def of_articles(session: Session) -> dict[str, dict[str, Correction]]:
    """The corrections in force of each article that has any."""
    found: dict[str, dict[str, Correction]] = {}
    for one_ in live(session, "article"):
        found.setdefault(one_.target, {})[one_.field] = one_
    return found


def spoken_of(session: Session, prefix: str) -> set[str]:
    """The finding ids with this prefix that a correction hangs on."""
    rows = session.execute(select(_T.c.anchors).where(cast(_T.c.anchors, Text).contains(f'"{prefix}', autoescape=True)))
    return {anchor for row in rows for anchor in row.anchors if anchor.startswith(prefix)}


def forget(session: Session, article_ids: Sequence[str]) -> int:
    """Drop what was said of these articles, and of events that no other article tells of; how many rows."""
    gone = set(article_ids)
    numbers = [c.id for c in all_(session) if (c.basis.keys() or {c.target}) <= gone]
    session.execute(delete(_T).where(_T.c.id.in_(numbers)))
    return len(numbers)


def by_group(said: Iterable[Correction], members: Mapping[str, Iterable[str]]) -> dict[str, list[Correction]]:
    """The corrections of each group: the one that holds most of what they were said of (ties: the smaller id)."""
    holder = {member: group for group, held in members.items() for member in held}
    found: dict[str, list[Correction]] = {}
    for one_ in said:
        votes = Counter(sorted(holder[a] for a in one_.anchors if a in holder))
        if votes:
            found.setdefault(max(votes, key=lambda g: votes[g]), []).append(one_)
    return found


def _record(row: Any) -> Correction:
    values = dict(row._mapping)
    return Correction(**{**values, "anchors": tuple(values["anchors"]), "basis": dict(values["basis"])})
