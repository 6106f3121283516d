"""What an archive finds when it is opened: what nobody noted yet is indexed, a torn end cut off, a loss stops it.

A process that is killed while it writes leaves half a record at the end of a file. Nobody was promised that record:
it is cut off, and the log says so. A file that holds less than its index names has lost captures that were promised.
Only we make files shorter (purge, forget, carrying over), and say so in the index before; whatever else made one
shorter is a loss. It is never made good by forgetting: the archive does not open until the file is back, or until a
person accepts the loss.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Literal

from store.archive.index import Index, indexed
from store.archive.upkeep import WholePart, settle
from store.archive.values import ArchiveError
from store.counted import counted

LOG = logging.getLogger("dure.archive")
SEOUL = timezone(timedelta(hours=9), "KST")


@dataclass(frozen=True, slots=True)
class Loss:
    """Captures that the index names in a file and that the file does not hold."""

    file: str
    how: Literal["gone", "short", "damaged"]
    captures: int
    first: datetime | None = None
    last: datetime | None = None

    def __str__(self) -> str:
        days = dict.fromkeys(f"{at.astimezone(SEOUL):%Y-%m-%d}" for at in (self.first, self.last) if at)
        what = f"{counted(self.captures, 'capture')}{' of ' if days else ''}{' to '.join(days)}"
        if self.how == "gone":
            return f"{self.file} is gone, with the {what} that the index names in it"
        if self.how == "damaged":
            return f"{self.file} is damaged: {what} in it cannot be read"
        if not self.captures:
            return f"{self.file} is shorter than its index knows it: what its last capture was asked by is lost"
        return f"{self.file} is shorter than its index knows it: {what} lost"


def stop_where_lost(folder: Path, index: Index, elsewhere: Collection[str] = ()) -> None:
    """Raises ArchiveError where files hold less than the index names; nothing is changed. `elsewhere`: names on
    shared storage, whose files here are copies."""
    _stop(folder, [loss for name in index.sizes() if name not in elsewhere if (loss := lost(folder / name, index))])


def _stop(folder: Path, found: list[Loss]) -> None:
    if not found:
        return
    more = f" (and {counted(len(found) - 1, 'more file')})" if len(found) > 1 else ""
    raise ArchiveError(
        f"The archive {folder} has lost what it held: {found[0]}{more}. Nothing was changed. Bring the file back from "
        "a backup, or accept the loss with `dure doctor --repair`."
    )


def lost(path: Path, index: Index) -> Loss | None:
    """What a file has lost; None where it holds all that the index names, or where we made it shorter ourselves.

    Asked twice: between one look at the index and the file, another process may have written the file anew.
    """
    while True:
        said = index.standing(path.name)
        there = path.exists()
        size = _size(path)
        if said.size is None or size >= said.size or size == said.to_be:
            return None
        if index.standing(path.name) == said:
            break
    if not index.beyond(path.name, 0)[0]:  # a file that was begun, and nothing kept in it
        return None
    captures, first, last = index.beyond(path.name, size)
    return Loss(path.name, "short" if there else "gone", captures, first, last)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def bring_in(path: Path, index: Index, elsewhere: Callable[[], Collection[str]], alive: bool = False) -> None:
    """Index the part of a file that is not indexed yet. Raises ArchiveError where it lost what was indexed.

    Unless its writer is `alive`, the file ends with its last whole record from then on.
    """
    start = index.sizes().get(path.name, 0)
    if start > path.stat().st_size:
        if (loss := lost(path, index)) and path.name not in elsewhere():
            _stop(path.parent, [loss])
        index.drop_file(path.name)
        start = 0
    with path.open("rb") as stream:
        settle(stream)
        whole = WholePart(stream, start)
        index.add(indexed(whole, path.name), path.name, start)
    if alive:
        return  # it notes its size itself; until then its end is looked at again
    size = path.stat().st_size
    if 0 < whole.end < size:  # a file nothing of which can be read is not ours to cut
        LOG.info("torn end cut off", extra={"told": {"file": path.name, "bytes": size - whole.end}})
        os.truncate(path, whole.end)
    index.add([], path.name, path.stat().st_size)


def forget_files(index: Index, names: Iterable[str]) -> None:
    """Files that other workers removed from shared storage, or that a killed purge had emptied."""
    for name in names:
        LOG.info("file left the archive", extra={"told": {"file": name}})
        index.drop_file(name)
