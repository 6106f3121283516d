"""Every file of a finished folder, read once: its fingerprint, and what personal stands in it.

A large release is looked at on all cores; an export of a million articles is not held whole.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from dashboards import workers
from dashboards.site.sealed import files
from pipelines.publish.personal import may_hold, personal

BLOCK: Final = 1 << 20
MANY, SHARES = 5_000, 16
"""Files from which on they are looked at side by side, in so many shares."""
TEXT_FILES: Final = frozenset((".html", ".xml", ".json", ".jsonl", ".csv", ".ics", ".txt", ".svg"))


@dataclass(frozen=True, slots=True)
class Looked:
    """What was seen. `seals`: fingerprints by the file's path below the folder; `personal`: (path, what, words);
    `beside`: what came of the work beside."""

    seals: dict[str, dict[str, Any]]
    personal: list[tuple[str, str, str]]
    beside: list[Any]


def look(
    folder: Path, sealed: Collection[str], known: Collection[str], allowed: str, beside: Sequence[workers.Task]
) -> Looked:
    """Look at all files of the folder but those that are `sealed` already.

    `known`: files in which nothing personal stands; `allowed`: mail addresses that may, as one text; `beside`: work
    that is done meanwhile.
    """
    names = [name for name in files(folder) if name not in sealed]
    quiet = frozenset(names) & frozenset(known)
    shares = [(folder, names[number::SHARES], quiet, allowed) for number in range(SHARES)]
    done = workers.run([*beside, *((_share, share) for share in shares)], len(names) > MANY)
    found = done[len(beside) :]
    seals = {name: seal for those, _ in found for name, seal in those.items()}
    return Looked(seals, sorted(one for _, told in found for one in told), done[: len(beside)])


def _share(
    folder: Path, names: Sequence[str], quiet: Collection[str], allowed: str
) -> tuple[dict[str, dict[str, Any]], list[tuple[str, str, str]]]:  # fmt: skip
    seals, told = {}, []
    for name in names:
        text = name not in quiet and os.path.splitext(name)[1] in TEXT_FILES
        seals[name], said = _file(f"{folder}/{name}", text, allowed)
        told += [(name, *said)] if said else []
    return seals, told


def _file(path: str, text: bool, allowed: str) -> tuple[dict[str, Any], tuple[str, str] | None]:
    """The fingerprint of a file and, where it holds text, the first personal thing in it."""
    seal, size, said = hashlib.sha256(), 0, None
    for block in _blocks(path):
        seal.update(block)
        size += len(block)
        if text and said is None and may_hold(block):
            said = next(told(block.decode(errors="replace"), allowed), None)
    return {"bytes": size, "sha256": seal.hexdigest()}, said


def _blocks(path: str) -> Iterator[bytes]:
    """By blocks of whole lines, over which nothing personal goes."""
    with open(path, "rb", buffering=BLOCK) as file:
        while block := file.read(BLOCK):
            yield block + file.readline()


def told(text: str, allowed: str) -> Iterator[tuple[str, str]]:
    """(what, words) of everything personal in a text but the addresses that may stand."""
    return ((what, words) for what, words in personal(text) if what != "a mail address" or words not in allowed)
