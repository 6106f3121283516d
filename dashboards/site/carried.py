"""Pages that stay as they were: taken over from the last release instead of being made again.

A page is a function of its values, the code and the day. Its key is a hash of all three, the day
only as far as it can matter: words that change with the day (D-2, 어제, «열리는 중») are about days
from yesterday on, so a page whose newest day is older depends on the year alone. The keys stand in
`inputs.json` of every release. A page is taken over where path and key are the same and its bytes
are still those of the last manifest; a release so made is, byte for byte, the one made from nothing.
"""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from dashboards.site.held import share

NAME = "inputs.json"
_DAY = re.compile(r"(?:date\(|datetime\(|')(\d{4})(?:-|, )(\d{1,2})(?:-|, )(\d{1,2})")


class Carried:
    """What the last release offers, and what this one took over. Without a last release nothing."""

    def __init__(self, before: Path | None, code: str, today: date) -> None:
        self.before, self.code, self.today = before, code, today
        self.offered = _read(before / NAME) if before else {}
        self.seals = _read(before / "manifest.json").get("files", {}) if before else {}
        self.keys: dict[str, str] = {}
        self.taken: set[str] = set()

    def take(self, path: str, target: Path, values: Mapping[str, Any]) -> bool:
        """Whether the page of these values was there already, and now stands at `target` too."""
        key = self.keys[path] = page_key(self.code, values, self.today)
        if self.before is None or self.offered.get(path) != key or not self._sound(path):
            return False
        share(self.before / path, target)
        self.taken.add(path)
        return True

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


def page_key(code: str, values: Mapping[str, Any], today: date) -> str:
    said = repr(_plain(values))
    newest = max((tuple(map(int, found)) for found in _DAY.findall(said)), default=(0, 0, 0))
    eve = today - timedelta(days=1)
    day = today.isoformat() if newest >= (eve.year, eve.month, eve.day) else str(today.year)
    return hashlib.sha256(f"{code}|{day}|{said}".encode()).hexdigest()[:20]


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
        found = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, json.JSONDecodeError, UnicodeDecodeError):
        return {}
    return found if isinstance(found, dict) else {}
