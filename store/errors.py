"""What can go wrong with what we keep.

* StoreError        one sentence for the operator; the run cannot go on
    x NewerStore    the store was written by a newer Dure
    x OlderCode     newer rules than ours have worked on the store
    x StoreBusy     another process holds the store
    x NoStore       nothing is there yet
"""

from __future__ import annotations


class StoreError(Exception):
    """The store cannot be used; the message says what, where and what to do."""


class NewerStore(StoreError):
    """The store's schema is newer than this code knows."""


class OlderCode(StoreError):
    """The store's contents come from newer rules than this code has."""


class StoreBusy(StoreError):
    """Another process held the store for longer than we wait."""


class NoStore(StoreError):
    """There is nothing to read yet."""
