"""Templates to files: one Jinja environment, escaping always on, undefined names are errors."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from dashboards import words
from dashboards.safe import file_name
from dashboards.site import charts
from dashboards.site.carried import Carried
from dashboards.site.digest import Digest
from dashboards.site.items import Items, link, marks
from dashboards.site.occurrence import repeats
from dashboards.site.touched import Touched

T = TypeVar("T")

HERE = Path(__file__).resolve().parent.parent
NAVIGATION = (
    ("index.html", "오늘"), ("events.html", "행사"), ("calls.html", "마감"), ("organisations.html", "조직"),
    ("trends.html", "흐름"), ("tables.html", "자료"),
)  # fmt: skip
CSP = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'"
)


class Pages:
    """Writes pages of one release; knows how far below the root each one lies."""

    def __init__(
        self, digest: Digest, out: Path, before: Path | None = None, code: str = "", changed: Touched | None = None,
        part: tuple[int, int] = (0, 1),
    ) -> None:  # fmt: skip
        self.digest, self.out, self.part = digest, str(out), part
        self.carried = Carried(before if changed else None, code, digest.today)
        self.changed = changed or Touched(frozenset(), frozenset(), frozenset())
        self.folders: set[str] = set()
        self.items = Items(digest.today)
        self.said = _said_today(digest.today) | {"items": self.items}
        self.written = 0
        self.outlets = digest.one("SELECT count(*) FROM outlet")

    def text(self, path: str, template: str, **values: Any) -> str:
        """The page that stands at `path` (relative to the release)."""
        return environment().get_template(template).render(
            path=path, root="../" * path.count("/"), version=self.digest.version, banner=self.digest.banner,
            outlet_total=self.outlets, **self.said, **values,
        )  # fmt: skip

    def mine(self, things: Sequence[T]) -> Sequence[T]:
        """The things whose pages this process makes: all, or its part (number, of how many) of them in their order."""
        number, parts = self.part
        return things[len(things) * number // parts : len(things) * (number + 1) // parts]

    def write(self, path: str, template: str, **values: Any) -> None:
        """Render `template` to `path`, making folders as needed. What stands there may be shared with the last release
        and is never written into: it makes way."""
        target = Path(self._target(path))
        target.unlink(missing_ok=True)
        target.write_bytes(self.text(path, template, **values).encode())
        self.written += 1

    def carry(self, path: str, touched: bool, *context: object) -> bool:
        """Whether a lasting page stays as it was and is taken over. `context`: what it says beside its own rows."""
        taken = not touched and self.carried.take(path, self._target(path), self._context(context))
        self.written += taken
        return taken

    def keep(self, path: str, template: str, *context: object, turns: date, **values: Any) -> None:
        """Write a lasting page (see `carry`): it does not say which release it stands in. `turns`: the first later
        day on which its words are others (`lines.first_turn`)."""
        self.carried.note(path, self._context(context), turns)
        self.write(path, template, lasting=True, **values)

    def _context(self, said: tuple[object, ...]) -> str:
        return repr((*said, self.digest.banner))

    def _target(self, path: str) -> str:
        """Where a page stands, as text: a `Path` of each costs more than the link to it."""
        folder = path.rpartition("/")[0]
        if folder not in self.folders:
            Path(self.out, folder).mkdir(parents=True, exist_ok=True)
            self.folders.add(folder)
        return f"{self.out}/{path}"


@cache
def environment() -> Environment:
    """Compiled once a process: twenty templates cost half of a small release."""
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined, auto_reload=False,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    environment.globals.update(
        label=words.label, josa=words.josa, until_beside=words.until_beside, session_hours=words.session_hours,
        outlets_words=words.outlets_words, weekday=words.weekday, clock=words.clock, short_region=words.short_region,
        loose_day=words.loose_day, link=link, marks=marks,
        bars=charts.bars, small_bars=charts.small_bars, shares=charts.shares, tiles=charts.tiles, depth=charts.depth,
        file_name=file_name, navigation=NAVIGATION, csp=CSP,
    )  # fmt: skip
    environment.globals["lasting"] = False
    environment.filters["ld"] = linked_data
    environment.filters["cut"] = words.cut
    return environment


def _said_today(today: date) -> dict[str, Any]:
    """What is said differently from day to day."""
    by_day = (
        words.full_when, words.until, words.hours, words.ago, words.near, words.day_words, words.short_day,
        words.countdown, repeats,
    )  # fmt: skip
    return {"today": today, **{say.__name__: partial(say, today=today) for say in by_day}}


def linked_data(value: Any) -> Markup:
    """JSON inside a script element: `<` and its kin written so that no markup can begin."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))
