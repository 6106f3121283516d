"""The stage: look, compare, send one message, and only then write down what was told.

A message that could not be sent is tried again by the next run; a process killed between sending and writing tells
it twice. Of the two mistakes that is the smaller one: an operator who hears nothing believes that all is well.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from pipelines.alert import words
from pipelines.alert.incidents import Change, compare, troubles
from store import incidents, runs
from store.session import Store

Send = Callable[[str, str], str]
"""(subject, body) → why it could not be sent; empty where it was."""


@dataclass(frozen=True, slots=True)
class AlertTally:
    """What was told. `complaints`: why a message did not go out."""

    begun: int = 0
    ended: int = 0
    left: int = 0
    lasting: int = 0
    told: bool = False
    complaints: tuple[str, ...] = ()

    def summary(self) -> dict[str, int | bool]:
        counts = {"begun": self.begun, "ended": self.ended, "left": self.left, "lasting": self.lasting}
        return {**counts, "told": self.told}


def alert(store: Store, known: Collection[str], stopped: str, articles: int, now: datetime, send: Send) -> AlertTally:
    """Tell what changed since the last message; without change, once a day, how things are."""
    with store.begin() as session:
        open_ = incidents.open_incidents(session)
        change = compare(open_, troubles(runs.last_rounds(session), known, stopped, now), known, now)
        quiet = not change and incidents.told_on(session, now)
    begun, ended, left = len(change.begun), len(change.ended), len(change.left)
    tally = AlertTally(begun, ended, left, len(open_) - ended - left)
    if quiet:
        return tally
    said = _message(change, len(known), tally.lasting, articles)
    if why := send(*said):
        return replace(tally, complaints=(why,))
    with store.begin() as session:
        _write(session, change, said[0], now)
    return replace(tally, told=True)


def _message(change: Change, sources: int, lasting: int, articles: int) -> tuple[str, str]:
    if change:
        return words.subject(change), words.body(change, sources)
    return words.all_well(sources, lasting, articles)


def _write(session: Session, change: Change, subject: str, now: datetime) -> None:
    for incident in (*change.begun, *change.ended, *change.left):
        incidents.save(session, incident)
    incidents.log(session, subject, now)
