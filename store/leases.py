"""Claims: which process is at what, in the store that several processes and machines share.

A claim has an end (`until`), which its process keeps moving on while it lives. If a process is killed, the next one
takes over: at once where both run on one machine, otherwise when the end has come.

::

    with Leases(store) as leases, leases.hold("source:eroun") as mine:
        if mine: …                      # nobody else does this now
        leases.lost("source:eroun")     # true: we slept so long that another process took it over

Times are those of the database (PostgreSQL), or of the one machine there is (SQLite), so workers whose clocks differ
agree on them. An end further ahead than any claim lasts was written by a clock that jumped, and blocks nobody.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import func, or_, select, update
from sqlmodel import Session

from store.bulk import batches, changes, core, insert_new
from store.errors import StoreBusy, StoreError
from store.processes import ended, this_process
from store.session import Store
from store.worker_tables import LeaseRow

SECONDS = 60.0
"""How long a claim outlives its process, where another machine has to wait for its end."""

POLL_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Lease:
    """A claim as it stands: who has it, and since when. `holder` is empty once it was given back."""

    name: str
    holder: str
    since: datetime
    until: datetime
    finished_since: datetime | None
    """When the newest hold that was finished had begun."""


def moment(session: Session) -> datetime:
    """Now, by the clock that all processes of this store share."""
    if session.get_bind().dialect.name == "postgresql":
        now = session.execute(select(func.clock_timestamp())).scalar_one()
        assert isinstance(now, datetime)
        return now.astimezone(UTC)
    return datetime.now(UTC)


def claim(session: Session, name: str, holder: str, seconds: float = SECONDS) -> bool:
    """Claim a name that nobody has; False where another process has it."""
    now = moment(session)
    t = core(LeaseRow)
    until = now + timedelta(seconds=seconds)
    free = or_(t.c.until <= now, t.c.until > now + timedelta(seconds=10 * seconds), t.c.holder == holder)
    taken = {"holder": holder, "since": now, "until": until}
    if changes(session, update(t).where(t.c.name == name, free).values(**taken)):
        return True
    if insert_new(session, LeaseRow, {"name": name, **taken}):
        return True
    standing = session.execute(select(t.c.holder).where(t.c.name == name)).scalar()
    if standing is None or not ended(standing):
        return False
    return changes(session, update(t).where(t.c.name == name, t.c.holder == standing).values(**taken))


def renew(session: Session, names: Iterable[str], holder: str, seconds: float = SECONDS) -> set[str]:
    """Move on the ends of this process's claims; returns the names that are still its own."""
    t = core(LeaseRow)
    until = moment(session) + timedelta(seconds=seconds)
    mine: set[str] = set()
    for some in batches(sorted(names)):
        own = (t.c.name.in_(some)) & (t.c.holder == holder)
        session.execute(update(t).where(own).values(until=until))
        mine.update(session.execute(select(t.c.name).where(own)).scalars())
    return mine


def give_back(session: Session, name: str, holder: str, finished: bool = True) -> None:
    """Give up a claim; `finished` notes that its work was done."""
    t = core(LeaseRow)
    values: dict[str, Any] = {"holder": "", "until": moment(session)}
    if finished:
        values |= {"finished_since": t.c.since, "finished_at": values["until"]}
    session.execute(update(t).where(t.c.name == name, t.c.holder == holder).values(**values))


def held(session: Session, names: Iterable[str] | None = None) -> dict[str, Lease]:
    """Claims held by living processes (of these names, or all), by name."""
    t = core(LeaseRow)
    now = moment(session)
    query = select(t.c.name, t.c.holder, t.c.since, t.c.until, t.c.finished_since)
    query = query.where(t.c.until > now, t.c.holder != "").order_by(t.c.name)
    wanted = None if names is None else set(names)
    found = (Lease(*row) for row in session.execute(query))
    return {x.name: x for x in found if (wanted is None or x.name in wanted) and not ended(x.holder)}


def at_work(session: Session, beginning: str) -> bool:
    """Whether a living process holds a claim whose name begins so."""
    return any(name.startswith(beginning) for name in held(session))


def finished(session: Session, name: str) -> datetime | None:
    """When the last finished hold of this name began."""
    t = core(LeaseRow)
    value = session.execute(select(t.c.finished_since).where(t.c.name == name)).scalar()
    return value if isinstance(value, datetime) else None


def last_end(session: Session, *beginnings: str) -> datetime | None:
    """When the last finished hold of any name with one of these beginnings ended."""
    t = core(LeaseRow)
    named = or_(*(t.c.name.startswith(beginning, autoescape=True) for beginning in beginnings))
    value = session.execute(select(func.max(t.c.finished_at)).where(named)).scalar()
    return value if isinstance(value, datetime) else None


class Leases:
    """The claims of this process, renewed by a thread of its own. Safe to use from many threads."""

    def __init__(self, store: Store, seconds: float = SECONDS) -> None:
        self._store = store
        self._seconds = seconds
        self._me = this_process()
        self._held: dict[str, float] = {}  # name → until when it is surely ours, by this process's own clock
        self._in_vain: set[str] = set()
        self._guard = threading.Lock()
        self._stop = threading.Event()
        self._beat = threading.Thread(target=self._renew, name="leases", daemon=True)
        self._beat.start()

    def __enter__(self) -> Leases:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._beat.join()
        for name in list(self._held):
            self.give_back(name, finished=False)

    def take(self, name: str) -> bool:
        """Claim; False where another process, or another thread of this one, has it."""
        with self._guard:
            if name in self._held:
                return False
            self._held[name] = 0.0  # no other thread tries meanwhile
        asked = time.monotonic()
        got = False
        try:
            with suppress(StoreBusy), self._store.begin() as session:  # busy: somebody writes for long, as a merge does
                got = claim(session, name, self._me, self._seconds)
        finally:
            with self._guard:
                if got:
                    self._held[name] = asked + self._seconds
                else:
                    del self._held[name]
        return got

    def give_back(self, name: str, finished: bool = True) -> None:
        """Let go."""
        with self._guard:
            self._held.pop(name, None)
        with self._store.begin() as session:
            give_back(session, name, self._me, finished)

    @contextmanager
    def hold(self, name: str) -> Iterator[bool]:
        """Claim for a while: gives whether it is ours. What ends by an exception is not finished."""
        mine = self.take(name)
        try:
            yield mine
        except BaseException:
            with suppress(StoreError):  # the error that ended the work is the one to hear of
                if mine:
                    self.give_back(name, finished=False)
            raise
        if mine:
            self.give_back(name, finished=name not in self._in_vain)
            self._in_vain.discard(name)

    def in_vain(self, name: str) -> None:
        """What this hold was for was done already: it ends without counting as finished."""
        self._in_vain.add(name)

    def lost(self, name: str) -> bool:
        """Whether a claim of ours may be another's by now: its end came before it could be renewed."""
        return time.monotonic() > self._held.get(name, 0.0)

    def stay_with(
        self,
        names: Sequence[str],
        attempt: Callable[[Sequence[str]], Iterable[str]],
        patience: float = 3600.0,
        sleep: Callable[[float], None] = time.sleep,
    ) -> list[str]:
        """`attempt` does what it can claim, and gives back the names that others hold; it is called again for each of
        these once its holder is done with it or has died. Returns those still held when patience (seconds) ends.
        """
        busy = list(attempt(names))
        deadline = time.monotonic() + patience
        while busy and time.monotonic() < deadline:
            sleep(POLL_SECONDS)
            with self._store.begin() as session:
                others = held(session, busy)
            if free := [name for name in busy if name not in others]:
                busy = [name for name in busy if name in others] + list(attempt(free))
        return busy

    def _renew(self) -> None:
        while not self._stop.wait(self._seconds / 3):
            with self._guard:
                names = [name for name, until in self._held.items() if until]
            asked = time.monotonic()
            try:
                with self._store.begin() as session:
                    mine = renew(session, names, self._me, self._seconds) if names else set()
            except StoreError:  # the database is away: what cannot be renewed is lost when its time comes
                continue
            with self._guard:
                for name in names:
                    if name in self._held:
                        self._held[name] = asked + self._seconds if name in mine else 0.0
