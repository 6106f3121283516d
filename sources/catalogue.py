"""The outlets, as data: reads and checks `sources/catalogue/<region>.toml`.

One `[[source]]` table is one outlet. Adding an outlet is adding a table (or `dure add URL`);
the first lines of `sources/catalogue/seoul.toml` show one with every field in use. Everything wrong
in all files is collected and raised as one `CatalogueError`, a line each: file, entry, field, what to do.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

FOLDER = Path(__file__).parent / "catalogue"

PROVINCES = tuple("서울 부산 대구 인천 광주 대전 울산 세종 경기 강원 충북 충남 전북 전남 경북 경남 제주".split())  # noqa: SIM905
REGIONS = (*PROVINCES, "전국")
KINDS = (
    "local_newspaper", "national_newspaper_section", "social_economy_media", "support_centre",
    "local_government", "association", "public_agency", "forum",
)  # fmt: skip
TIERS = ("facts", "link", "snippet")
MARKS = ("seen", "convention")
Mark = Literal["seen", "convention"]


@dataclass(frozen=True, slots=True)
class Address:
    """A list or feed. `seen`: found in the wild; `convention`: where this engine keeps it, unverified."""

    url: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Expect:
    """What healthy looks like: documents (min, max) per round and per week, and the share of
    articles in which a field is filled. Below the minimum stops, above the maximum warns."""

    round: tuple[int, int] | None = None
    week: tuple[int, int] | None = None
    filled: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Override:
    """Selectors that held at this outlet until a day (inclusive; None: they still hold).

    A selector left out is the family's. `drop` is taken out of the body on top of the family's own.
    """

    until: date | None = None
    title: str | None = None
    body: str | None = None
    published_at: str | None = None
    author: str | None = None
    subtitles: str | None = None
    items: str | None = None  # list pages: the element of one item
    drop: tuple[str, ...] = ()


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


Complain = Callable[[str, str], None]  # (field, what to do)


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
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        problems.append(Problem(path.name, "-", "-", f"is not valid TOML ({error}); correct that line"))
        return []
    extra = sorted(set(content) - {"source"})
    if extra:
        problems.append(Problem(path.name, "-", extra[0], "is not known here; outlets are [[source]] tables"))
    tables = content.get("source", [])
    if not isinstance(tables, list):
        problems.append(Problem(path.name, "-", "source", "write [[source]] with two brackets, one per outlet"))
        return []
    return [t for t in tables if isinstance(t, dict)]


def _source(file: str, entry: str, table: Mapping[str, Any], problems: list[Problem]) -> Source | None:
    before = len(problems)

    def complain(name: str, say: str) -> None:
        problems.append(Problem(file, entry, name, say))

    for name in sorted(set(table) - set(_FIELDS)):
        complain(name, f"is not a field of an outlet; known are {', '.join(_FIELDS)}")
    values: dict[str, Any] = {}
    for name, (required, read) in _FIELDS.items():
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


# --- readers of single fields: (value, field name, complain) → checked value ----------------

Reader = Callable[[Any, str, Complain], Any]


def _text(value: Any, name: str, complain: Complain) -> str:
    if not isinstance(value, str) or (name in _NEVER_EMPTY and not value.strip()):
        complain(name, f"must be text, found {value!r}")
        return ""
    return value


def _one_of(allowed: tuple[str, ...]) -> Reader:
    def read(value: Any, name: str, complain: Complain) -> str:
        if value not in allowed:
            complain(name, f"is {value!r}; choose one of {', '.join(allowed)}")
        return str(value)

    return read


def _family(value: Any, name: str, complain: Complain) -> str:
    from sources.families import NAMES  # here, so that reading the catalogue alone needs no HTML parser

    return str(_one_of(tuple(NAMES))(value, name, complain))


def _url(value: Any, name: str, complain: Complain) -> str:
    parts = urlsplit(value) if isinstance(value, str) and "[" not in value else None
    if not parts or parts.scheme not in ("http", "https") or not parts.hostname:
        complain(name, f"is {value!r}; write a whole address that starts with http:// or https://")
        return ""
    return str(value)


def _home(value: Any, name: str, complain: Complain) -> str:
    return _url(value, name, complain) if value != "" else ""


def _addresses(value: Any, name: str, complain: Complain) -> tuple[Address, ...]:
    found = []
    for row in _rows(value, name, complain):
        if set(row) != {"url", "mark"}:
            complain(name, f'each needs url and mark: {{ url = "https://…", mark = "seen" }}, found {dict(row)!r}')
            continue
        mark = _one_of(MARKS)(row["mark"], f"{name}.mark", complain)
        found.append(Address(_url(row["url"], f"{name}.url", complain), mark))
    return tuple(found)


def _rows(value: Any, name: str, complain: Complain) -> list[Mapping[str, Any]]:
    if isinstance(value, list) and all(isinstance(row, dict) for row in value):
        return value
    complain(name, f"must be a list of tables, found {value!r}")
    return []


def _strings(value: Any, name: str, complain: Complain) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
        complain(name, f"must be a list of texts, found {value!r}")
        return ()
    return tuple(value)


def _number(value: Any, name: str, complain: Complain) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 1 <= value <= 3600:
        complain(name, f"is {value!r}; give seconds between 1 and 3600 (never under 1 on the open net)")
        return 5.0
    return float(value)


def _flag(value: Any, name: str, complain: Complain) -> bool:
    if not isinstance(value, bool):
        complain(name, f"is {value!r}; write true or false")
    return bool(value)


def _day(value: Any, name: str, complain: Complain) -> date | None:
    if type(value) is not date:
        complain(name, f"is {value!r}; write a day without quotes, like 2026-11-22")
        return None
    return value


def _range(value: Any, name: str, complain: Complain) -> tuple[int, int] | None:
    good = isinstance(value, list) and len(value) == 2 and all(type(v) is int for v in value)
    if not good or not 0 <= value[0] <= value[1]:
        complain(name, f"is {value!r}; write the least and the most, like [10, 120]")
        return None
    return (value[0], value[1])


def _shares(value: Any, name: str, complain: Complain) -> dict[str, float]:
    good = isinstance(value, dict) and all(isinstance(v, int | float) and 0 <= v <= 1 for v in value.values())
    if not good:
        complain(name, f"is {value!r}; write shares between 0 and 1, like {{ published_at = 0.98 }}")
        return {}
    return {str(k): float(v) for k, v in value.items()}


def _pairs(value: Any, name: str, complain: Complain) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(v, str) for v in value.values()):
        complain(name, f"must be a table of texts, found {value!r}")
        return {}
    return dict(value)


def _parts(fields: Mapping[str, Reader], build: Callable[..., Any]) -> Reader:
    """A reader of a sub-table whose fields have readers of their own."""

    def read(value: Any, name: str, complain: Complain) -> Any:
        if not isinstance(value, dict):
            complain(name, f"must be a table, found {value!r}")
            return build()
        for unknown in sorted(set(value) - set(fields)):
            complain(f"{name}.{unknown}", f"is not known; known are {', '.join(fields)}")
        known = {k: fields[k](v, f"{name}.{k}", complain) for k, v in value.items() if k in fields}
        return build(**known)

    return read


def _overrides(value: Any, name: str, complain: Complain) -> tuple[Override, ...]:
    editions = [_OVERRIDE(row, name, complain) for row in _rows(value, name, complain)]
    if sum(edition.until is None for edition in editions) > 1:
        complain(name, "only one edition may be without `until` (the one in force); give the others a last day")
    return tuple(editions)


_OVERRIDE = _parts(
    {"until": _day, "title": _text, "body": _text, "published_at": _text, "author": _text,
     "subtitles": _text, "items": _text, "drop": _strings},
    Override,
)  # fmt: skip
_EXPECT = _parts({"round": _range, "week": _range, "filled": _shares}, Expect)
_NEVER_EMPTY = {"id", "name", "overrides.title", "overrides.body"}

# field → (required, reader). A new field of an outlet goes here and into Source.
_FIELDS: dict[str, tuple[bool, Reader]] = {
    "id": (True, _text),
    "name": (True, _text),
    "kind": (True, _one_of(KINDS)),
    "region": (True, _one_of(REGIONS)),
    "family": (True, _family),
    "channel": (True, _one_of(("news", "board"))),
    "home": (False, _home),
    "hosts": (False, _strings),
    "lists": (False, _addresses),
    "feeds": (False, _addresses),
    "area": (False, _text),
    "pace_seconds": (False, _number),
    "tier": (False, _one_of(TIERS)),
    "expect": (False, _EXPECT),
    "overrides": (False, _overrides),
    "oddities": (False, _pairs),
    "verified": (False, _day),
    "enabled": (False, _flag),
    "name_guess": (False, _flag),
    "note": (False, _text),
    "article_pattern": (False, _text),
}
