"""What a finished release says of its files, and whether they still are what it says.

A file of its size that nobody wrote to since the fingerprints were written down is taken at its word; of any other the
bytes are read. So the next day does not read 140,000 pages to share them.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Any, Final

MANIFEST: Final = "manifest.json"
dumps = partial(json.dumps, ensure_ascii=False)


class Sealed:
    """The files of a release by its manifest."""

    def __init__(self, release: Path) -> None:
        self.release = release

    @cached_property
    def files(self) -> dict[str, Any]:
        found = read_json(self.release / MANIFEST).get("files", {})
        return found if isinstance(found, dict) else {}

    @cached_property
    def written(self) -> int:
        """When the fingerprints were written down, after everything else of the release."""
        return (self.release / MANIFEST).stat().st_mtime_ns

    def sound(self, name: str) -> bool:
        """Whether the file is there, as it was."""
        seal, path = self.files.get(name), f"{self.release}/{name}"
        try:
            now = os.stat(path)
        except FileNotFoundError:
            return False
        if seal is None or seal["bytes"] != now.st_size:
            return False
        return now.st_mtime_ns < self.written or fingerprint(Path(path)) == seal


def files(folder: Path) -> list[str]:
    """The path of every file but the manifest, in order."""
    names = [name for where, _, found in os.walk(folder) for name in _below(folder, where, found)]
    return sorted(name for name in names if name != MANIFEST)


def _below(folder: Path, where: str, found: Iterable[str]) -> Iterator[str]:
    there = Path(where).relative_to(folder).as_posix()
    return (name if there == "." else f"{there}/{name}" for name in found)


def fingerprint(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return {"bytes": path.stat().st_size, "sha256": hashlib.file_digest(file, "sha256").hexdigest()}


def read_json(path: Path) -> dict[str, Any]:
    """A file of an earlier release; nothing where an older one did not have it or it is damaged."""
    try:
        stat = path.stat()
        return _parsed(path, (stat.st_mtime_ns, stat.st_size))
    except (FileNotFoundError, ValueError):
        return {}


@lru_cache(maxsize=2)
def _parsed(path: Path, _as_it_stands: tuple[int, int]) -> dict[str, Any]:
    """Read once a process: a worker makes many parts of one release, and a large one has 50 MB of this."""
    found = json.loads(path.read_text(encoding="utf-8"))
    return found if isinstance(found, dict) else {}


def object_of_lines(many: Mapping[str, Any]) -> str:
    """A JSON object, a value a line: an encoder that indents takes ten times as long."""
    return "{\n" + ",\n".join(f"{dumps(key)}: {dumps(value)}" for key, value in many.items()) + "\n}"
