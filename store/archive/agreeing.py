"""Whether the index of an archive and its WARC files say the same. Reads only; `rebuild` makes the index anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from store.archive.index import indexed
from store.archive.shared import open_archive
from store.archive.upkeep import WholePart, flaws, lock
from store.archive.values import ArchiveError

Places = dict[str, tuple[int, int]]
"""Record id → (offset, bytes)."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One thing that does not agree. gone and damaged: captures are lost; index and tail can be repaired."""

    kind: Literal["gone", "damaged", "index", "tail"]
    what: str


def disagreements(folder: Path, carried: Mapping[str, int] | None = None) -> Iterator[Disagreement]:
    """Everything that does not agree, file by file. Reads every record and its digest.

    `carried`: files on shared storage, with their sizes; of these only that they are there as they were indexed.
    """
    carried = carried or {}
    known = _known(folder / "index.db")
    if known is None:
        yield Disagreement("index", "index.db is missing or cannot be read")
        known = {}
    files = {path.name: path for path in sorted(folder.glob("*.warc.gz"))}
    sizes = _sizes(folder / "index.db")
    for name in sorted((known.keys() & carried.keys()) - files.keys()):
        if carried[name] != sizes.get(name):
            said = f"has {carried[name]} bytes on the shared storage, the index says {sizes.get(name, 0)}"
            yield Disagreement("index", f"{name} {said}")
    for name in sorted(known.keys() - files.keys() - carried.keys()):
        yield Disagreement("gone", f"{name} is gone, with the {len(known[name])} captures the index names in it")
    for name, path in files.items():
        yield from _file(path, known.get(name, {}))


def _file(path: Path, known: Places) -> Iterator[Disagreement]:
    with path.open("rb") as stream:
        written_to = not lock(stream)
        whole = WholePart(stream, 0)
        there = {entry.record_id: (entry.offset, entry.length) for entry, _ in indexed(whole, path.name)}
        size = path.stat().st_size
    torn = 0 < whole.end < size
    if torn and not written_to:
        yield Disagreement("tail", f"{path.name} ends with a record that is not whole, {size - whole.end} bytes")
    for flaw in flaws(path):
        if not (torn and flaw.offset >= whole.end):
            yield Disagreement("damaged", str(flaw))
    missing, extra = there.keys() - known.keys(), known.keys() - there.keys()
    moved = [i for i in there.keys() & known.keys() if there[i][0] != known[i][0]]
    if (missing and not written_to) or extra or moved:
        said = f"{len(missing)} captures not in the index, {len(extra)} only there, {len(moved)} elsewhere"
        yield Disagreement("index", f"{path.name}: {said}")


def rebuild(folder: Path, address: str = "") -> None:
    """The index made anew from the files (those on shared storage too), half-written ends cut off.

    Raises ArchiveError while others write.
    """
    for path in sorted(folder.glob("*.warc.gz")):
        with path.open("rb") as stream:
            if not lock(stream):
                raise ArchiveError(f"{path} is being written to by another process; try again when it has finished.")
    for tail in ("", "-wal", "-shm"):
        (folder / f"index.db{tail}").unlink(missing_ok=True)
    with open_archive(folder, address) as archive:
        archive.recorded()


def _sizes(path: Path) -> dict[str, int]:
    """File → the bytes of it that the index knows."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as db:
            return dict(db.execute("SELECT name, size FROM file"))
    except sqlite3.Error:
        return {}


def _known(path: Path) -> dict[str, Places] | None:
    """File → its records, as the index has them; None where there is no index that can be read."""
    if not path.is_file():
        return None
    try:
        db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        try:
            found: dict[str, Places] = {name: {} for (name,) in db.execute("SELECT name FROM file")}
            for file, record_id, offset, length in db.execute("SELECT file, record_id, offset, length FROM capture"):
                found.setdefault(file, {})[record_id] = (offset, length)
            return found
        finally:
            db.close()
    except sqlite3.Error:
        return None
