"""Pages that stay as they were: taken over from the last release instead of being made again.

A page is a function of the tables, the code and the day. A lasting page is taken over where

* none of the rows it is made of changed (`touched`), and nothing else it says did (its context: which
  days are its neighbours, which month an organisation's chart ends with);
* the code is the same, and the day too as far as it can matter: words that change with the day (D-2,
  어제, «열리는 중») are about days from yesterday on, so a page whose newest day is older depends on the
  year alone;
* its bytes are still those of the last manifest.

The newest day of each page stands in `inputs.json` of every release, sealed with the rest. A release so
made is, byte for byte, the one made from nothing.
"""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Any

from dashboards.site.held import share

NAME = "inputs.json"
_DAY = re.compile(r"(?:date\(|datetime\(|')(\d{4})(?:-|, )(\d{1,2})(?:-|, )(\d{1,2})")


class Carried:
    """What the last release offers, and what this one took over. Without a last release nothing."""

    def __init__(self, before: Path | None, code: str, today: date) -> None:
        self.before, self.code, self.today = before, code, today
        self.keys: dict[str, str] = {}
        self.taken: set[str] = set()

    @cached_property
    def offered(self) -> dict[str, Any]:
        return _read(self.before / NAME) if self.before else {}

    @cached_property
    def seals(self) -> dict[str, Any]:
        return _read(self.before / "manifest.json").get("files", {}) if self.before else {}

    def take(self, path: str, target: Path, context: str) -> bool:
        """Whether the page, whose rows did not change, could be taken over and now stands at `target` too."""
        offered = self.offered.get(path)
        if self.before is None or not isinstance(offered, str) or not self._sound(path):
            return False
        if offered != self._key(offered.partition(" ")[0], context):
            return False
        share(self.before / path, target)
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

    def _sound(self, path: str) -> bool:
        """A page that someone changed by hand is made anew."""
        try:
            seal = hashlib.sha256((self.before / path).read_bytes()).hexdigest() if self.before else ""
        except FileNotFoundError:
            return False
        return bool(seal == self.seals.get(path, {}).get("sha256"))

    def write(self, folder: Path) -> None:
        text = json.dumps(self.keys, ensure_ascii=False, indent=0, sort_keys=True) + "\n"
        (folder / NAME).write_text(text, encoding="utf-8", newline="\n")


def newest_day(values: Mapping[str, Any]) -> str:
    """The newest day (ISO) in what a page says; `0000-00-00` without any."""
    found = max((tuple(map(int, day)) for day in _DAY.findall(repr(_plain(values)))), default=(0, 0, 0))
    return "{:04}-{:02}-{:02}".format(*found)


def day_that_matters(newest: str, today: date) -> str:
    """The day itself for a page that speaks of yesterday or later, else the year."""
    return today.isoformat() if newest >= (today - timedelta(days=1)).isoformat() else str(today.year)


def _plain(value: Any) -> Any:
    """Values whose `repr` says what they hold, in a fixed order."""
    if isinstance(value, sqlite3.Row | list | tuple):
        return [_plain(part) for part in value]
    if isinstance(value, Mapping):
        return [(key, _plain(part)) for key, part in value.items()]
    if isinstance(value, partial):
        return [value.func.__qualname__, _plain(value.args)]
    return value.__qualname__ if callable(value) and hasattr(value, "__qualname__") else value


def _read(path: Path) -> dict[str, Any]:
    """A file of an earlier release; nothing where an older one did not have it or it is damaged."""
    try:
        stat = path.stat()
        return _parsed(path, (stat.st_mtime_ns, stat.st_size))
    except (FileNotFoundError, json.JSONDecodeError, UnicodeDecodeError):
        return {}


@lru_cache(maxsize=2)
def _parsed(path: Path, _as_it_stands: tuple[int, int]) -> dict[str, Any]:
    """Read once a process: a worker makes many parts of one release, and a large one has 50 MB of this."""
    found = json.loads(path.read_text(encoding="utf-8"))
    return found if isinstance(found, dict) else {}
