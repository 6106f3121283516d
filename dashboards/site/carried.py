"""Pages that stay as they were: taken over from the last release instead of being made again.

A page is a function of the tables, the code and the day. A lasting page is taken over where

* none of the rows it is made of changed (`touched`), and nothing else it says did (its context: which
  days are its neighbours, which month an organisation's chart ends with);
* the code and the year are the same, and the day has not come on which its words turn (D-2, 내일,
  «진행 중»: `EventLine.turns`, `StoryLine.turns`);
* its bytes are still those of the last manifest (`sealed`).

Of a large release they are shared ahead (`share_ahead`), and those that changed make way.

The day on which each page turns stands in `inputs.json` of every release, sealed with the rest. A release
so made is, byte for byte, the one made from nothing.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from dashboards.site.held import share
from dashboards.site.sealed import Sealed, object_of_lines, read_json

NAME = "inputs.json"


class Carried:
    """What the last release offers, and what this one took over. Without a last release nothing."""

    def __init__(self, before: Path | None, code: str, today: date) -> None:
        self.before, self.code, self.today = before, code, today
        self.sealed = Sealed(before) if before else None
        self.keys: dict[str, str] = {}
        self.taken: set[str] = set()

    @cached_property
    def offered(self) -> dict[str, Any]:
        return read_json(self.before / NAME) if self.before else {}

    def take(self, path: str, target: str, context: str) -> bool:
        """Whether the page, whose rows did not change, could be taken over and now stands at `target` too."""
        offered = self.offered.get(path)
        if self.sealed is None or not isinstance(offered, str):
            return False
        turns = offered.partition(" ")[0]
        if turns <= self.today.isoformat() or offered != self._key(turns, context):
            return False
        if not os.path.exists(target):  # else it was shared ahead
            if not self.sealed.sound(path):
                return False
            share(f"{self.before}/{path}", target)
        self.keys[path] = offered
        self.taken.add(path)
        return True

    def take_back(self, folder: Path) -> None:
        """What was shared ahead and is no page of this release leaves `folder`."""
        for path in self.offered.keys() - self.keys.keys():
            here = folder / path
            if here.exists() and here.samefile(f"{self.before}/{path}"):
                here.unlink()

    def note(self, path: str, context: str, turns: date) -> None:
        """Remember what a page that was made now depends on, and the day (`turns`) on which its words are others."""
        self.keys[path] = self._key(turns.isoformat(), context)
        self.taken.discard(path)  # it was taken over, and is made after all beside another of its day

    def _key(self, turns: str, context: str) -> str:
        seal = hashlib.sha256(f"{self.code}|{context}|{self.today.year}".encode())
        return f"{turns} {seal.hexdigest()[:20]}"

    def write(self, folder: Path) -> None:
        text = object_of_lines(dict(sorted(self.keys.items())))
        (folder / NAME).write_text(f"{text}\n", encoding="utf-8", newline="\n")


def share_ahead(before: Path, folder: Path, today: date) -> None:
    """Share all pages of the last release whose words stay as they are today, while it is being found out which of
    them say something else: `Carried.take` finds them in `folder`. The same code must have made them."""
    sealed, folders = Sealed(before), set[str]()
    with suppress(OSError):  # a disk without links: what is taken over is copied when it is
        for path, offered in read_json(before / NAME).items():
            if isinstance(offered, str) and offered.partition(" ")[0] > today.isoformat() and sealed.sound(path):
                where = path.rpartition("/")[0]
                if where not in folders:
                    (folder / where).mkdir(parents=True, exist_ok=True)
                    folders.add(where)
                os.link(f"{before}/{path}", f"{folder}/{path}")
