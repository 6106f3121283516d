"""How runs on one or more machines keep out of each other's way: what one of them does, and what the others leave."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from pipelines.settings import Settings, SettingsError
from store import leases, pauses
from store.errors import StoreBusy
from store.processes import spoken
from store.session import Store

if TYPE_CHECKING:
    from sqlmodel import Session


READERS = 600.0
"""Seconds that a merge waits for workers that still read articles: what they find is to be in it."""


@contextmanager
def only_one(store: Store, name: str, after: str = "") -> Iterator[None]:
    """Wait until no other worker does this, then have it alone. Raises StoreBusy after an hour.

    `after`: begin when nobody has a claim whose name begins so, or after `READERS` seconds.
    """
    until = time.monotonic() + READERS
    with leases.Leases(store) as claims:

        def attempt(names: Sequence[str]) -> list[str]:
            if not claims.take(name):
                return [name]
            if after and time.monotonic() < until and _at_work(store, after):
                claims.give_back(name, finished=False)  # so that what begins later begins after them
                return [name]
            return []

        if claims.stay_with([name], attempt):
            raise StoreBusy(f"Another worker has been at the {name} for an hour; see `dure status`.")
        done = False
        try:
            yield
            done = True
        finally:
            claims.give_back(name, finished=done)


def _at_work(store: Store, beginning: str) -> bool:
    with store.begin() as session:
        return leases.at_work(session, beginning)


@contextmanager
def first_one(store: Store, name: str) -> Iterator[None]:
    """Have it alone, or not at all. Raises SettingsError where another process has it."""
    with leases.Leases(store) as claims:
        if not claims.take(name):
            with store.begin() as session:
                other = leases.held(session, [name]).get(name)
            who = f"{spoken(other.holder)}, since {other.since:%Y-%m-%d %H:%M} UTC" if other else "another process"
            raise SettingsError(
                f"A {name} runs over this store already ({who}); stop that one first. More machines join with "
                "`dure worker`. After a crash of another machine its claim ends within a minute."
            )
        yield


def merged(session: Session, since: datetime) -> bool:
    """Whether a merge began and ended well after `since`, and no source was asked or article read after its start."""
    began = leases.finished(session, "merge")
    last = leases.last_end(session, "source:", "extract:")
    return began is not None and began >= since and (last is None or last <= began)


def all_paused(store: Store, now: datetime) -> str:
    """The sentence for a run that is not to be; empty where not everything is paused."""
    with store.begin() as session:
        found = pauses.paused(session, now).get(pauses.ALL)
    if found is None:
        return ""
    return f"Everything is paused{f' ({found.why})' if found.why else ''}; `dure resume` ends it."


def anything_due(store: Store, settings: Settings) -> bool:
    """Whether a source is to be asked now."""
    from pipelines.crawl.stage import choose
    from sources.catalogue import load

    return bool(choose(store, load(settings.catalogue), now=settings.now()))


def published_since(store: Store, due: datetime) -> datetime | None:
    """When a merge began, `due` or later, whose release was made too: a main job that has done all there was then.

    A run that was killed between the two has merged, and published nothing: the next one is needed.
    """
    with store.begin() as session:
        merge, publish = (leases.finished(session, name) for name in ("merge", "publish"))
    return merge if merge and publish and due <= merge <= publish else None
