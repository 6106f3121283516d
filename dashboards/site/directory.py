"""The directory of organisations: by name, and once there are many also by region, kind and sector.

A page holds at most `PER_PAGE` lines, so that it opens on a phone; filters work on the lines of a page.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from markupsafe import Markup

from dashboards import words
from dashboards.channels import REGIONS
from dashboards.site.choices import Choices, offered
from dashboards.site.items import body
from dashboards.site.render import Pages

ORGANISATIONS = """
SELECT o.*, (SELECT group_concat(sector) FROM organisation_sector x
  WHERE x.organisation_id = o.organisation_id) AS sectors
FROM organisation o
"""
PER_PAGE: Final = 600
BUSIEST: Final = 200
BELOW: Final = "../"
"""From a page of a shelf to the root."""
INITIALS: Final = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"


class Listed(NamedTuple):
    """An organisation with what its shelves and filters ask, and its line as a page of a shelf holds it: found out
    once, for it stands on four shelves and more."""

    row: sqlite3.Row
    region: str
    sectors: list[str]
    line: str


Rows = list[Listed]


@dataclass(frozen=True, slots=True)
class Shelf:
    """All organisations with one first sound, region, kind or sector; `stem` is the address without page number."""

    name: str
    stem: str
    rows: Rows

    @property
    def pages(self) -> int:
        return -(-len(self.rows) // PER_PAGE)

    def path(self, number: int = 1) -> str:
        return f"organisations/{self.stem}.html" if number == 1 else f"organisations/{self.stem}-{number}.html"


def first_sound(name: str) -> str:
    """The initial consonant a name is filed under; tense ones with their plain neighbours."""
    head = next((char for char in name if char.isalnum()), "")
    if "가" <= head <= "힣":
        return INITIALS[(ord(head) - 0xAC00) // 588]
    return "A–Z" if head.isascii() and head.isalpha() else "0–9 등"


def directory(pages: Pages) -> None:
    """One page by first sound; with more than `PER_PAGE` organisations the busiest, and pages per shelf."""
    rows = [_listed(row) for row in pages.digest.each(ORGANISATIONS + "ORDER BY name, organisation_id")]
    if len(rows) <= PER_PAGE:
        groups = {shelf.name: shelf.rows for shelf in _by_sound(rows)}
        _write(pages, "organisations.html", groups, len(rows))
        return
    ways = {"첫소리": _by_sound(rows), "지역": _by_region(rows), "종류": _by_kind(rows), "분야": _by_sector(rows)}
    busiest = sorted(rows, key=lambda one: (-one.row["article_count"], one.row["name"]))[:BUSIEST]
    _write(pages, "organisations.html", {"글에 많이 나온 곳": busiest}, len(rows), ways)
    for shelves in ways.values():
        for shelf in shelves:
            _shelf(pages, shelf, len(rows), ways)


def _listed(row: sqlite3.Row) -> Listed:
    return Listed(row, words.short_region(row["sido"]), sectors_of(row), body(row, BELOW))


def _by_sound(rows: Rows) -> list[Shelf]:
    found = _gathered((first_sound(one.row["name"]), one) for one in rows)
    ordered = sorted(found, key=lambda sound: (not "ㄱ" <= sound <= "ㅎ", sound))
    stems = {sound: f"by-{number}" for number, sound in enumerate((*dict.fromkeys(INITIALS), "A–Z", "0–9 등"), 1)}
    return [Shelf(sound, stems[sound], found[sound]) for sound in ordered]


def _by_region(rows: Rows) -> list[Shelf]:
    found = _gathered((one.region, one) for one in rows)
    slugs = {**REGIONS, "전국": "none"}
    return [Shelf(name, f"region-{slug}", found[name]) for name, slug in slugs.items() if name in found]


def _by_kind(rows: Rows) -> list[Shelf]:
    found = _gathered((one.row["type"], one) for one in rows)
    names = words.LABELS["organisation_type"].items()
    return [Shelf(name, f"kind-{_slug(code)}", found[code]) for code, name in names if code in found]


def _by_sector(rows: Rows) -> list[Shelf]:
    found = _gathered((code, one) for one in rows for code in one.sectors)
    names = words.LABELS["sector"].items()
    return [Shelf(name, f"sector-{_slug(code)}", found[code]) for code, name in names if code in found]


def _gathered(pairs: Iterable[tuple[str, Listed]]) -> dict[str, Rows]:
    found: dict[str, Rows] = defaultdict(list)
    for key, one in pairs:
        found[key].append(one)
    return found


def _slug(code: str) -> str:
    return code.replace("_", "-")


def sectors_of(row: sqlite3.Row) -> list[str]:
    return row["sectors"].split(",") if row["sectors"] else []


def _shelf(pages: Pages, shelf: Shelf, total: int, ways: Mapping[str, Sequence[Shelf]]) -> None:
    for number in range(1, shelf.pages + 1):
        part = shelf.rows[(number - 1) * PER_PAGE : number * PER_PAGE]
        numbers = [(n, shelf.path(n)) for n in range(1, shelf.pages + 1)]
        _write(pages, shelf.path(number), {shelf.name: part}, total, ways, shelf, numbers, number)


def _write(
    pages: Pages, path: str, groups: Mapping[str, Rows], total: int, ways: Mapping[str, Sequence[Shelf]] | None = None,
    shelf: Shelf | None = None, numbers: Sequence[tuple[int, str]] = (), number: int = 0,
) -> None:  # fmt: skip
    links = [
        (way, [(s.name, s.path(), len(s.rows), s.path() == (shelf and shelf.path())) for s in shelves])
        for way, shelves in (ways or {}).items()
    ]
    shelves = [(name, len(rows), _lines(rows, shelf is not None)) for name, rows in groups.items()]
    pages.write(
        path, "organisations.html", shelves=shelves, total=total, links=links, numbers=numbers, number=number,
        one=shelf and (shelf.name, len(shelf.rows)),
        choices=_choices([one for rows in groups.values() for one in rows]),
    )  # fmt: skip


def _lines(rows: Rows, below: bool) -> Markup:
    return Markup("".join(one.line if below else body(one.row, "") for one in rows))


def _choices(rows: Rows) -> Choices:
    counted = {
        "region": Counter(one.region for one in rows),
        "sector": Counter(code for one in rows for code in one.sectors),
        "kind": Counter(one.row["type"] for one in rows),
    }
    return offered(counted, {"sector": "sector", "kind": "organisation_type"})
