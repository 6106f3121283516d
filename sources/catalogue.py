"""The outlets, as data: reads and checks `sources/catalogue/<region>.toml`.

Adding an outlet is adding a table to the file of its region (`dure add URL` proposes one)::

    [[source]]
    id = "sanmaru"                      # never changes
    name = "산마루신문"
    kind = "local_newspaper"
    region = "강원"
    family = "ndsoft"                   # `dure sources --families` lists them
    channel = "news"
    home = "https://www.sanmaru.example"
    lists = [{ url = "https://www.sanmaru.example/news/articleList.html", mark = "convention" }]
    overrides = [{ until = 2025-03-31, title = "h3.head" }]  # selectors from before a redesign

All fields and their checks are in `sources/catalogue_fields.py`. Everything wrong in all files is collected and raised
as one `CatalogueError`, a line each: file, entry, field, what to do.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from sources.catalogue_fields import FIELDS, KINDS, MARKS, REGIONS, Address, Complain, Expect, Override

FOLDER = Path(__file__).parent / "catalogue"


@dataclass(frozen=True, slots=True)
class Source:
    """One outlet. `pace_seconds` is the pause between two requests to its host."""

    id: str
    name: str
    kind: str
    region: str  # 시도 or 전국; of several 시도 the first
    family: str
    channel: Literal["news", "board"]
    home: str = ""
    hosts: tuple[str, ...] = ()
    lists: tuple[Address, ...] = ()
    feeds: tuple[Address, ...] = ()
    area: str = ""  # the words of the survey, where they say more than `region`
    pace_seconds: float = 5.0
    tier: Literal["facts", "link", "snippet"] = "facts"
    expect: Expect = field(default_factory=Expect)
    overrides: tuple[Override, ...] = ()
    oddities: Mapping[str, str] = field(default_factory=dict)  # what is odd → how it is to be read
    verified: date | None = None  # the day a live check last passed
    enabled: bool = True
    name_guess: bool = False  # no page that was seen shows the name
    note: str = ""
    article_pattern: str = ""

    def override_on(self, day: date) -> Override | None:
        """The selectors in force on `day`: the first edition that had not ended by then."""
        open_end = date.max
        for edition in sorted(self.overrides, key=lambda o: o.until or open_end):
            if day <= (edition.until or open_end):
                return edition
        return None


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to repair in a catalogue file."""

    file: str
    entry: str
    field: str
    say: str

    def __str__(self) -> str:
        return f"{self.file}: {self.entry}: {self.field}: {self.say}"


class CatalogueError(ValueError):
    """Everything that is wrong with the catalogue, one line each."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        lines = "\n".join(f"  {p}" for p in self.problems)
        super().__init__(f"the catalogue has {len(self.problems)} problem(s); repair these entries:\n{lines}")


def load(folder: Path | None = None) -> dict[str, Source]:
    """All outlets by id, in file order. Raises CatalogueError with every problem at once."""
    problems: list[Problem] = []
    sources: dict[str, Source] = {}
    where: dict[str, str] = {}
    files = sorted((folder or FOLDER).glob("*.toml"))
    if not files:
        problems.append(Problem(str(folder or FOLDER), "-", "-", "holds no *.toml; put the outlets of a region there"))
    for path in files:
        for number, table in enumerate(_tables(path, problems), 1):
            name = str(table.get("id") or f"entry {number}")
            source = _source(path.name, name, table, problems)
            if source and source.id in sources:
                say = f"is already used in {where[source.id]}; give this outlet an id of its own"
                problems.append(Problem(path.name, name, "id", say))
            elif source:
                sources[source.id], where[source.id] = source, path.name
    if not sources and not problems:
        problems.append(Problem(str(folder or FOLDER), "-", "-", "its files hold no outlet; write one [[source]] each"))
    if problems:
        raise CatalogueError(problems)
    return sources


def for_host(url: str, sources: Mapping[str, Source] | None = None) -> Source | None:
    """The outlet an address belongs to: by host, with www., m. and the port folded."""
    if sources is None:
        return _by_host_of_the_catalogue().get(bare_host(url))
    return _by_host(sources).get(bare_host(url))


@cache
def _by_host_of_the_catalogue() -> dict[str, Source]:
    return _by_host(load())


def _by_host(sources: Mapping[str, Source]) -> dict[str, Source]:
    index: dict[str, Source] = {}
    for source in sources.values():
        # A feed may lie on another host (cdn.): it belongs to the outlet all the same.
        for url in (source.home, *source.hosts, *(a.url for a in (*source.lists, *source.feeds))):
            if host := bare_host(url):
                index.setdefault(host, source)
    return index


def bare_host(url: str) -> str:
    """`https://www.eroun.net:443/x` → `eroun.net`; a bare host name is taken as one."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:  # an unclosed [ in the address
        return ""
    for prefix in ("www.", "m."):
        host = host.removeprefix(prefix)
    return host


# --- reading and checking one file ---------------------------------------------------------


def _tables(path: Path, problems: list[Problem]) -> list[dict[str, Any]]:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8-sig"))  # some editors write a mark in front
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        problems.append(Problem(path.name, "-", "-", f"is not valid TOML ({error}); correct that line"))
        return []
    except OSError as error:
        problems.append(Problem(path.name, "-", "-", f"cannot be read ({error.strerror or error})"))
        return []
    extra = sorted(set(content) - {"source"})
    if extra:
        problems.append(Problem(path.name, "-", extra[0], "is not known here; outlets are [[source]] tables"))
    tables = content.get("source", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        problems.append(Problem(path.name, "-", "source", "write [[source]] with two brackets, one per outlet"))
        return []
    return tables


def _source(file: str, entry: str, table: Mapping[str, Any], problems: list[Problem]) -> Source | None:
    before = len(problems)

    def complain(name: str, say: str) -> None:
        problems.append(Problem(file, entry, name, say))

    for name in sorted(set(table) - set(FIELDS)):
        complain(name, f"is not a field of an outlet; known are {', '.join(FIELDS)}")
    values: dict[str, Any] = {}
    for name, (required, read) in FIELDS.items():
        if name in table:
            values[name] = read(table[name], name, complain)
        elif required:
            complain(name, "is missing; every outlet needs it")
    if len(problems) == before:
        _check_whole(values, complain)
    return Source(**values) if len(problems) == before else None


def _check_whole(values: Mapping[str, Any], complain: Complain) -> None:
    if not values.get("enabled", True):
        return
    if not values.get("home"):
        complain("home", "is empty; give the address of the front page, or set enabled = false")
    if not (values.get("lists") or values.get("feeds")):
        complain("lists", "neither a list nor a feed is given; add one, or set enabled = false")


__all__ = [
    "FOLDER",
    "KINDS",
    "MARKS",
    "REGIONS",
    "Address",
    "CatalogueError",
    "Expect",
    "Override",
    "Problem",
    "Source",
    "for_host",
    "load",
]
