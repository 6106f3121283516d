"""The pace of hosts over the store: it holds for all workers together, and from one run to the next."""

from __future__ import annotations

from datetime import datetime

from store import hosts
from store.processes import this_process
from store.session import Store


class SharedTurns:
    """`polite.Turns` for all processes over one store. The moments are the store's, whatever clock the caller has."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._me = this_process()

    def take_turn(self, host: str, now: datetime) -> float:
        """Seconds until the host may be asked; 0: it is our turn, for the length of one request."""
        with self._store.begin() as session:
            return hosts.take_turn(session, host[:255], self._me)

    def end_turn(self, host: str, now: datetime, seconds: float) -> None:
        """The answer is there; the next request may come `seconds` from now."""
        with self._store.begin() as session:
            hosts.end_turn(session, host[:255], self._me, seconds)
