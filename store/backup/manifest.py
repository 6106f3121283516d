"""`backup.json`: what a backup holds, and whether it still does."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from store.errors import StoreError

NAME = "backup.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Part:
    """A file of a backup. What stands behind its first `bytes` was written later and is none of it."""

    path: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup is of. `step`: the schema of the store; `current`: the release that readers saw."""

    made_at: str
    kind: str
    step: str
    current: str
    own_catalogue: bool
    settings: dict[str, str]
    parts: tuple[Part, ...]


def write(folder: Path, manifest: Manifest) -> None:
    """Write `backup.json` into a backup folder."""
    text = json.dumps({"format": FORMAT, **asdict(manifest)}, ensure_ascii=False, indent=1)
    (folder / NAME).write_text(text + "\n", encoding="utf-8")


def read(folder: Path, called: Path) -> Manifest:
    """Raises StoreError where the folder is no backup that this code reads; `called`: what a person named."""
    try:
        said = json.loads((folder / NAME).read_text(encoding="utf-8"))
        if said.pop("format") != FORMAT:
            raise StoreError(f"{called} was made by a newer Dure; restore it with that one.")
        return Manifest(**{**said, "parts": tuple(Part(**part) for part in said["parts"])})
    except FileNotFoundError:  # the last file of a backup: one that is cut off or damaged may not show it
        raise StoreError(f"{called} is no backup of Dure, or not whole: there is no {NAME} in it.") from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{called} is no backup of Dure: its {NAME} cannot be read ({error}).") from error


def part(folder: Path, path: str, length: int | None = None) -> Part:
    """A file as it is now, or its first `length` bytes."""
    size = (folder / path).stat().st_size if length is None else length
    return Part(path, size, checksum(folder / path, size))


def checksum(path: Path, length: int) -> str:
    """SHA-256 of the first `length` bytes of a file, in hexadecimal."""
    seal = hashlib.sha256()
    with path.open("rb") as file:
        while length and (data := file.read(min(length, 1 << 20))):
            seal.update(data)
            length -= len(data)
    return seal.hexdigest()


def flaws(folder: Path, parts: Sequence[Part]) -> Iterator[str]:
    """Every file that differs from its record, one line each."""
    for one in parts:
        path = folder / one.path
        if Path(one.path).is_absolute() or ".." in Path(one.path).parts:
            yield f"{one.path} leads out of the backup"
        elif not path.is_file():
            yield f"{one.path} is missing"
        elif path.stat().st_size < one.bytes:
            yield f"{one.path} has {path.stat().st_size} bytes of {one.bytes}"
        elif checksum(path, one.bytes) != one.sha256:
            yield f"{one.path} is not what it was (its checksum differs)"
