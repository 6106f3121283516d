"""One list into the store: read, matched, kept. The caller's transaction makes it all or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from pipelines.merge.official.matching import Difference, match
from pipelines.merge.official.reading import ListError, Reading
from store import groups, listed
from store.listed import ListedBody, Loaded

if TYPE_CHECKING:
    from sqlmodel import Session


@dataclass(frozen=True, slots=True)
class Load:
    """What a load did: rows by number, bodies with what they were recognised as, what does not agree."""

    rows: Loaded
    bodies: tuple[ListedBody, ...]
    differences: tuple[Difference, ...]


def load(session: Session, reading: Reading, now: datetime, shrink: bool = False) -> Load:
    """Bring the register in line with the list. A second load of the same file changes nothing.

    Raises ListError where the file holds less than half of what was loaded before: a cut-off download.
    """
    held = len(listed.bodies(session, reading.list))
    if len(reading.bodies) * 2 < held and not shrink:
        raise ListError(
            f"it holds {len(reading.bodies)} bodies where the register has {held} of this list; if that is true, load"
            " it with --shrink, else fetch the file again."
        )
    bodies, differences = match(reading.bodies, groups.organisations(session))
    return Load(listed.replace(session, reading.list, bodies, now), bodies, differences)
