"""Tables by which workers agree: who is at what, when a host may be asked, what is paused, what is to be published.

As `store.tables`.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, Integer, String, Text
from sqlmodel import SQLModel

from store.columns import UtcDateTime
from store.tables import _column


class LeaseRow(SQLModel, table=True):
    __tablename__ = "lease"

    name: str = _column(String(200), "what is claimed: source:ID, extract:SHARD, merge …", primary_key=True)
    holder: str = _column(String(120), "the process that has it: machine, number, random tail; empty: nobody")
    since: datetime = _column(UtcDateTime, "when it took it")
    until: datetime = _column(UtcDateTime, "moved on while the process lives; afterwards anybody may take it")
    finished_since: datetime | None = _column(
        UtcDateTime, "when the newest hold that was finished had begun", nullable=True
    )
    finished_at: datetime | None = _column(UtcDateTime, "when that hold was finished", nullable=True)


class HostRow(SQLModel, table=True):
    __tablename__ = "host"

    host: str = _column(String(255), "name and port", primary_key=True)
    next_at: datetime = _column(UtcDateTime, "when it may be asked next")
    holder: str = _column(String(120), "the process that asked it last")
    busy_until: datetime = _column(UtcDateTime, "a request is under way until then at the latest")


class PauseRow(SQLModel, table=True):
    __tablename__ = "pause"

    source_id: str = _column(String(80), "the source; empty: everything", primary_key=True)
    since: datetime = _column(UtcDateTime, "when it was paused")
    until: datetime | None = _column(UtcDateTime, "ends by itself", nullable=True)
    why: str = _column(Text, "what the operator said")


class TouchedRow(SQLModel, table=True):
    """Written by triggers alone (`store.touched`); read and emptied by the publisher."""

    __tablename__ = "touched"

    number: int | None = _column(Integer, "grows", primary_key=True, autoincrement=True, nullable=False)
    subject: str = _column(String(14), "article, story, event, organisation; release: the one that knows all before it")
    id: str = _column(String(200), "which one")
    transaction: int = _column(BigInteger, "PostgreSQL's number of the transaction; 0 on SQLite", server_default="0")
