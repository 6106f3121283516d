"""Pages that stay as they were: taken over from the last release instead of being made again.

A page is a function of the tables, the code and the day. A lasting page is taken over where

* none of the rows it is made of changed (`touched`), and nothing else it says did (its context: which
  days are its neighbours, which month an organisation's chart ends with);
* the code is the same, and the day too as far as it can matter: words that change with the day (D-2,
  어제, «열리는 중») are about days from yesterday on, so a page whose newest day is older depends on the
  year alone;
* its bytes are still those of the last manifest (`sealed`).

The newest day of each page stands in `inputs.json` of every release, sealed with the rest. A release so
made is, byte for byte, the one made from nothing.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from dashboards.site.held import share
from dashboards.site.lines import EventLine, StoryLine
from dashboards.site.sealed import Sealed, object_of_lines, read_json

NAME = "inputs.json"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


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

    def take(self, path: str, target: Path, context: str) -> bool:
        """Whether the page, whose rows did not change, could be taken over and now stands at `target` too."""
        offered = self.offered.get(path)
        if self.sealed is None or not isinstance(offered, str):
            return False
        if offered != self._key(offered.partition(" ")[0], context) or not self.sealed.sound(path):
            return False
        share(self.sealed.release / path, target)
        self.keys[path] = offered
        self.taken.add(path)
        return True

    def give_back(self, path: str, target: Path) -> None:
        """A page that is made after all, beside another of its day: what was shared is never written into."""
        if path in self.taken:
            self.taken.discard(path)
            target.unlink()

    def note(self, path: str, context: str, values: Mapping[str, Any]) -> None:
        """Remember what a page that was made now depends on."""
        self.keys[path] = self._key(newest_day(values), context)

    def _key(self, newest: str, context: str) -> str:
        seal = hashlib.sha256(f"{self.code}|{context}|{day_that_matters(newest, self.today)}".encode())
        return f"{newest} {seal.hexdigest()[:20]}"

    def write(self, folder: Path) -> None:
        text = object_of_lines(dict(sorted(self.keys.items())))
        (folder / NAME).write_text(f"{text}\n", encoding="utf-8", newline="\n")


def newest_day(values: Mapping[str, Any]) -> str:
    """The newest day (ISO) in what a page says; `0000-00-00` without any."""
    newest, waiting = "0000-00-00", list(values.values())
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            if value > newest and _DAY.match(value):
                newest = value[:10]
        elif isinstance(value, date):
            newest = max(newest, value.isoformat()[:10])
        elif isinstance(value, EventLine | StoryLine):
            newest = max(newest, value.newest)
        elif value is not None and not isinstance(value, int):
            waiting += _parts(value)
    return newest


def day_that_matters(newest: str, today: date) -> str:
    """The day itself for a page that speaks of yesterday or later, else the year."""
    return today.isoformat() if newest >= (today - timedelta(days=1)).isoformat() else str(today.year)


def _parts(value: Any) -> Iterable[Any]:
    """What a value of a page is made of."""
    if isinstance(value, sqlite3.Row | list | tuple):
        return value
    if isinstance(value, Mapping):
        return (*value.keys(), *value.values())
    if isinstance(value, partial):
        return value.args
    return [getattr(value, name) for name in getattr(value, "__dataclass_fields__", ())]
