"""Upkeep of archive files: locks, where half-written ends begin, copies without some records."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from store.archive.members import Member, scan_past_flaws
from store.archive.values import ArchiveError
from store.files import nothing_above


class WholePart:
    """Iterates the readable members of a file from `start`; `end` is where the last of them ends."""

    def __init__(self, stream: BinaryIO, start: int) -> None:
        self._stream = stream
        self._start = start
        self.end = start

    def __iter__(self) -> Iterator[Member]:
        for member in scan_past_flaws(self._stream, self._start):
            if isinstance(member, Member):
                self.end = member.offset + member.length
                yield member


def whole_length(path: Path, start: int) -> int:
    """Bytes up to the end of the last whole record; `start`: where one is known to end."""
    with path.open("rb") as stream:
        whole = WholePart(stream, start)
        for _ in whole:
            pass
        return whole.end


def copy_without(old: BinaryIO, part: Path, drop: set[str]) -> int:
    """Copy the members that stay, byte for byte; how many captures are among them."""
    kept = 0
    with os.fdopen(os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb") as new:
        for member in WholePart(old, 0):
            if {member.header("WARC-Record-ID"), member.header("WARC-Concurrent-To")} & drop:
                continue
            kept += member.header("WARC-Type") in ("response", "revisit")
            old.seek(member.offset)
            new.write(old.read(member.length))
        new.flush()
        settle(new)
    return kept


def private(path: str, flags: int) -> int:
    """Opens a file for its owner alone; appending, so that cutting off a failed write leaves no hole behind."""
    return os.open(path, flags | os.O_APPEND, 0o600)


def private_folder(folder: Path) -> None:
    """Makes a folder for its owner alone, in one that is there. Raises ArchiveError where it is not, OSError."""
    if why := nothing_above(folder):
        raise ArchiveError(f"The archive {folder} cannot be made: {why}; mount it, or set DURE_ARCHIVE.")
    folder.mkdir(exist_ok=True, mode=0o700)
    folder.chmod(0o700)


def settle(written: BinaryIO) -> None:
    """Have what was written reach the disk before an index names it: after a power cut it would else look lost."""
    try:
        os.fsync(written.fileno())
    except OSError as error:
        raise ArchiveError(f"The archive {written.name} cannot be written ({error.strerror or error}).") from error


def settle_names(folder: Path) -> None:
    """The same for the names of files that were made or replaced."""
    place = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(place)
    finally:
        os.close(place)


def lock(stream: BinaryIO) -> bool:
    """Take the file for this process; False where another one has it."""
    try:
        fcntl.flock(stream.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    except BlockingIOError:
        return False
