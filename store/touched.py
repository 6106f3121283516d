"""What the next release has to look at: an outbox that triggers fill and the publisher empties.

::

    any writer ──► article, reading, story, event, organisation … ──trigger──► touched
    publisher: newest() ─► reads the store ─► a release lands ─► settle(newest, release)

Triggers, because no way of writing may forget it: crawl, extraction, merge, a correction, `dure forget`, a
cascade. Settling leaves the name of the release that knows everything before it. Where that is not the one readers
see (another folder, an older backup of the store, a publisher killed in between), nothing is known and all is read.
"""

from __future__ import annotations

from sqlalchemy import delete, func, insert, select, text
from sqlmodel import Session

from store.bulk import core
from store.worker_tables import TouchedRow

MOST = 200_000
"""Touches that are told one by one; with more of them everything is read anew."""
RELEASE = "release"
SUBJECTS = ("article", "story", "event", "organisation")


def newest(session: Session) -> int:
    """A mark: whatever is touched below it can be seen by who reads from now on.

    On PostgreSQL numbers of open transactions may be below the newest visible ones, so there it is the oldest
    transaction that is still open.
    """
    if session.get_bind().dialect.name == "postgresql":
        return int(session.execute(text("SELECT txid_snapshot_xmin(txid_current_snapshot())")).scalar_one()) - 1
    return int(session.execute(select(func.coalesce(func.max(core(TouchedRow).c.number), 0))).scalar_one())


def known(session: Session) -> str | None:
    """The release that knows all that was settled; None where none was."""
    t = core(TouchedRow)
    return session.execute(
        select(t.c.id).where(t.c.subject == RELEASE).order_by(t.c.number.desc()).limit(1)
    ).scalar_one_or_none()


def since(session: Session) -> dict[str, set[str]] | None:
    """Ids by subject that were touched since the last release; None where there are very many."""
    t = core(TouchedRow)
    found: dict[str, set[str]] = {subject: set() for subject in SUBJECTS}
    query = select(t.c.subject, t.c.id).where(t.c.subject != RELEASE).limit(MOST + 1)
    for number, row in enumerate(session.execute(query)):
        if number >= MOST:
            return None
        found[row.subject].add(row.id)
    return found


def settle(session: Session, mark: int, release: str) -> None:
    """Take out what was touched up to the mark: this release knows it."""
    t = core(TouchedRow)
    at = t.c.transaction if session.get_bind().dialect.name == "postgresql" else t.c.number
    session.execute(delete(t).where((t.c.subject == RELEASE) | (at <= mark)))
    session.execute(insert(t), [{"subject": RELEASE, "id": release}])
