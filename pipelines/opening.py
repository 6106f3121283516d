"""Opening the store of a home: to make one, to change something in one that is there, or only to read in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager

from pipelines.settings import Settings, SettingsError, prepare_home
from store.session import Store, find_store, open_store


@contextmanager
def opened(settings: Settings) -> Iterator[Store]:
    """The store, with the home folder made ready. Raises SettingsError or StoreError, one sentence each."""
    prepare_home(settings)
    with closing(open_store(settings.store_address)) as store:
        yield store


@contextmanager
def reading(settings: Settings) -> Iterator[Store]:
    """The store of a home that is there, to read in it. Nothing is made: a name that was mistyped is said to be one."""
    at_home(settings)
    with closing(find_store(settings.store_address)) as store:
        yield store


@contextmanager
def changing(settings: Settings) -> Iterator[Store]:
    """The store of a home that is there, to change something in it."""
    at_home(settings)
    with opened(settings) as store:
        yield store


def at_home(settings: Settings) -> None:
    """Raises SettingsError where no home is; one whose store is a server's needs no folder to be read."""
    if not settings.store and not (settings.home / "store.db").is_file():
        raise SettingsError(
            f"There is no home at {settings.home} (no store.db in it); name another with --home or DURE_HOME, or make "
            f"one: `dure run --home {settings.home}`."
        )
