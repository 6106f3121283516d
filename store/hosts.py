"""When each host may be asked next. Kept in the store, so that a host's pace holds for all workers together.

A worker takes its turn before a request and ends it after the answer. If it is killed in between, the host is free
again at the latest when the turn's time is up (`BUSY`, longer than any request lasts).
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Update, bindparam, or_, select, update
from sqlmodel import Session

from store.bulk import changes, core, insert_new
from store.leases import moment
from store.processes import ended
from store.worker_tables import HostRow

BUSY = timedelta(seconds=60)
LONGEST = timedelta(days=8)
"""No host is left alone for longer; what lies further ahead was written by a clock that jumped."""

LOOK_AGAIN = 0.5
"""Seconds: while another worker waits for its answer, nobody knows when that will come."""


def take_turn(session: Session, host: str, holder: str) -> float:
    """Seconds until the host may be asked. 0: it is our turn, until `end_turn`."""
    t = core(HostRow)
    now = moment(session)
    mine = {"holder": holder, "busy_until": now + BUSY}
    ahead = {"now": now, "too_far": now + LONGEST, "too_long": now + 10 * BUSY}
    if changes(session, _taking(), {"name": host, "me": holder, "until": now + BUSY, **ahead}):
        return 0.0
    if insert_new(session, HostRow, {"host": host, "next_at": now, **mine}):
        return 0.0
    next_at, busy_until, other = session.execute(
        select(t.c.next_at, t.c.busy_until, t.c.holder).where(t.c.host == host)
    ).one()
    if busy_until > now and ended(other):  # killed in the middle: the pace counts from then on
        _free(session, host, other, now)
        return LOOK_AGAIN
    rest: float = (next_at - now).total_seconds()
    return max(rest, LOOK_AGAIN if busy_until > now else 0.001)


def end_turn(session: Session, host: str, holder: str, seconds: float) -> None:
    """End our turn; the next request may come `seconds` from now."""
    now = moment(session)
    session.execute(_ending(), {"name": host, "me": holder, "now": now, "next": now + timedelta(seconds=seconds)})


@cache
def _taking() -> Update:
    """Made once: it is asked for every page."""
    t = core(HostRow)
    rested = or_(t.c.next_at <= bindparam("now"), t.c.next_at > bindparam("too_far"))
    alone = or_(t.c.busy_until <= bindparam("now"), t.c.busy_until > bindparam("too_long"))
    mine: dict[str, Any] = {"holder": bindparam("me"), "busy_until": bindparam("until")}
    return update(t).where(t.c.host == bindparam("name"), rested, alone).values(mine)


@cache
def _ending() -> Update:
    t = core(HostRow)
    rested: dict[str, Any] = {"busy_until": bindparam("now"), "next_at": bindparam("next")}
    return update(t).where(t.c.host == bindparam("name"), t.c.holder == bindparam("me")).values(rested)


def _free(session: Session, host: str, holder: str, now: datetime) -> None:
    t = core(HostRow)
    session.execute(update(t).where(t.c.host == host, t.c.holder == holder).values(busy_until=now))
