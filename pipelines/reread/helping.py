"""What a worker on another machine does for a re-reading, and when it must not. Prefect and Dask are in `flow.py`."""

from __future__ import annotations

import hashlib
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

from pipelines import journal
from pipelines.reread import chunk
from pipelines.reread.chunk import Again
from pipelines.settings import Settings, load

ONE_AT_A_TIME = Lock()
"""A worker may have threads; what a process has open for re-reading is for one of them."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What must be equal on all machines, or their readings could not be compared."""

    code: str
    rules: str
    archive: str
    """SHA-256 of the archive's address, which may hold a key."""


def stamp(settings: Settings) -> Stamp:
    """Ours."""
    said = journal.versions()
    return Stamp(said["code"], said["rules"], hashlib.sha256(settings.archive.encode()).hexdigest())


def reread(articles: Sequence[str], pages: Sequence[str], wanted: Stamp) -> list[Again] | str:
    """A chunk, read with the settings of this machine; or the sentence why it must not be read here."""
    settings = load()
    if refusal := differs(wanted, stamp(settings)):
        return refusal
    with ONE_AT_A_TIME:
        return chunk.reread(chunk.place_of(settings), articles, pages)


def differs(wanted: Stamp, ours: Stamp) -> str:
    """What a worker says that would read something else than we do; empty where it would not."""
    host = socket.gethostname()
    if ours.archive != wanted.archive:
        return f"The worker on {host} has another archive: give it the same DURE_ARCHIVE, and start again."
    if ours != wanted:
        return (
            f"The worker on {host} runs other code ({ours.code}, rules {ours.rules}) than we do ({wanted.code}, rules "
            f"{wanted.rules}): bring it to the same version, and start again."
        )
    return ""
