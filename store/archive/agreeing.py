"""Whether the index of an archive and its WARC files say the same. Reads only; `rebuild` makes the index anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from store.archive.index import Standing, when
from store.archive.looking import Examined, examined
from store.archive.recovery import Loss
from store.archive.shared import examine_carried, open_archive
from store.archive.upkeep import lock
from store.archive.values import ArchiveError
from store.counted import counted
from store.files import to_read

Places = dict[str, tuple[int, int]]
"""Record id → (offset, moment)."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One thing that does not agree. gone, lost and damaged: captures are lost; index and tail can be repaired."""

    kind: Literal["gone", "lost", "damaged", "index", "tail"]
    what: str


@dataclass(frozen=True, slots=True)
class Known:
    """What the index says of one file."""

    standing: Standing
    places: Places = field(default_factory=dict)


NOTHING = Standing(None, None)


@dataclass(slots=True)
class Checked:
    """What a check of all files found: whole captures, what is lost or damaged, and what the next run sets right."""

    captures: int = 0
    flaws: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def disagreements(folder: Path, carried: Mapping[str, int] | None = None) -> Iterator[Disagreement]:
    """Everything that does not agree, file by file. Reads every record and its digest.

    `carried`: files on shared storage, with their sizes; of these only that they are there as they were indexed.
    """
    for _, one in _disagreeing(folder, carried):
        yield from one


def check(folder: Path, address: str = "") -> Checked:
    """Read every record of every file, those on shared storage too, before anything sets them right."""
    checked = Checked()
    carried = dict(examine_carried(address)) if address else None
    sizes = None if carried is None else {name: one.end for name, one in carried.items()}
    for whole, found in _disagreeing(folder, sizes):
        checked.captures += whole
        for said in found:
            (checked.notes if said.kind in ("index", "tail") else checked.flaws).append(said.what)
    for one in (carried or {}).values():
        checked.captures += len(one.entries)
        checked.flaws += map(str, one.flaws)
    return checked


def _disagreeing(folder: Path, shared: Mapping[str, int] | None) -> Iterator[tuple[int, list[Disagreement]]]:
    """(whole captures, what does not agree), file by file."""
    carried = shared or {}
    index = folder / "index.db"
    known = _known(index)
    if known is None:
        yield 0, [Disagreement("index", "index.db is missing or cannot be read")]
        known = {}
    files = {path.name: path for path in sorted(folder.glob("*.warc.gz"))}
    for name in sorted((known.keys() & carried.keys()) - files.keys()):
        if carried[name] != known[name].standing.size:
            said = f"has {carried[name]} bytes on the shared storage, the index says {known[name].standing.size or 0}"
            yield 0, [Disagreement("index", f"{name} {said}")]
    for name in sorted(known.keys() - files.keys() - carried.keys()):
        yield 0, _gone(name, known[name], shared is not None)
    for name, path in files.items():
        yield _settled(path, index, known.get(name, Known(NOTHING)), copy=name in carried)


def _gone(name: str, known: Known, shared: bool) -> list[Disagreement]:
    if known.standing.to_be == 0 and not shared:
        return [Disagreement("index", f"{name} was emptied by a purge that was killed; the index still names it")]
    if not known.places:
        return [Disagreement("index", f"{name} is gone; nothing was kept in it")]
    return [Disagreement("gone", str(_loss(name, "gone", known.places)))]


def _loss(name: str, how: Literal["gone", "short", "damaged"], places: Places) -> Loss:
    days = sorted(when(at) for _, at in places.values())
    return Loss(name, how, len(places), *(days[:1] + days[-1:]))


def _settled(path: Path, index: Path, known: Known, copy: bool) -> tuple[int, list[Disagreement]]:
    """A file, looked at again where something seems lost while another process writes it anew."""
    while True:
        whole, found = _file(path, known, copy)
        again = (_known(index, path.name) or {}).get(path.name, Known(NOTHING))
        if again == known or not any(one.kind == "lost" for one in found):
            return whole, found
        known = again


def _file(path: Path, known: Known, copy: bool) -> tuple[int, list[Disagreement]]:
    with path.open("rb") as stream:
        written_to = not lock(stream)
        read = examined(stream, path.name)
        size = path.stat().st_size
    torn = 0 < read.end < size
    flaws = [flaw for flaw in read.flaws if not (torn and flaw.offset >= read.end)]
    found = [Disagreement("damaged", str(flaw)) for flaw in flaws]
    found += _compared(path.name, known, read, size, bool(flaws), written_to, copy)
    if torn and not written_to and not any(one.kind == "lost" for one in found):
        found.append(
            Disagreement(
                "tail", f"{path.name} ends with a record that is not whole, {counted(size - read.end, 'byte')}"
            )
        )
    return len(read.entries), found


def _compared(
    name: str, known: Known, read: Examined, size: int, damaged: bool, written_to: bool, copy: bool
) -> Iterator[Disagreement]:
    """The captures of a file against those of the index."""
    there = {entry.record_id: entry.offset for entry in read.entries}
    missing = there.keys() - known.places.keys()
    extra = {one: place for one, place in known.places.items() if one not in there}
    moved = [one for one in there.keys() & known.places.keys() if there[one] != known.places[one][0]]
    short = (known.standing.size or 0) > size != known.standing.to_be and not copy
    if short or (damaged and extra):
        yield Disagreement("lost", str(_loss(name, "short" if short else "damaged", extra)))
        extra = {}
    if (missing and not written_to) or extra or moved:
        said = f"{counted(len(missing), 'capture')} not in the index, {len(extra)} only there, {len(moved)} elsewhere"
        yield Disagreement("index", f"{name}: {said}")


def rebuild(folder: Path, address: str = "") -> None:
    """The index made anew from the files (those on shared storage too), half-written ends cut off.

    What the files have lost is accepted: no index names it any more. Raises ArchiveError while others write.
    """
    for path in sorted(folder.glob("*.warc.gz")):
        with path.open("rb") as stream:
            if not lock(stream):
                raise ArchiveError(f"{path} is being written to by another process; try again when it has finished.")
    for tail in ("", "-wal", "-shm"):
        (folder / f"index.db{tail}").unlink(missing_ok=True)
    with open_archive(folder, address) as archive:
        archive.recorded()


def _known(path: Path, name: str = "") -> dict[str, Known] | None:
    """File → what the index says of it (of one file); None where there is no index that can be read."""
    if not path.is_file():
        return None
    try:
        with closing(sqlite3.connect(to_read(path), uri=True)) as db:
            where, given = (" WHERE file = ?", (name,)) if name else ("", ())
            to_be = _sizes(db, "to_be") if _has(db, "to_be") else {}  # an index made before there was that table
            found = {file: Known(Standing(size, to_be.get(file))) for file, size in _sizes(db, "file").items()}
            for file, record_id, offset, at in db.execute(
                f"SELECT file, record_id, offset, at FROM capture{where}", given
            ):
                found.setdefault(file, Known(NOTHING)).places[record_id] = (offset, at)
            return found
    except sqlite3.Error:
        return None


def _sizes(db: sqlite3.Connection, table: str) -> dict[str, int]:
    return dict(db.execute(f"SELECT name, size FROM {table}"))


def _has(db: sqlite3.Connection, table: str) -> bool:
    return db.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone() is not None
