"""The fields of a catalogue entry: their values, and how each is checked. A message says what to write instead.

A new field of an outlet goes into `FIELDS` here and into `Source` in `sources/catalogue.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any, Literal
from urllib.parse import urlsplit

PROVINCES = tuple("서울 부산 대구 인천 광주 대전 울산 세종 경기 강원 충북 충남 전북 전남 경북 경남 제주".split())  # noqa: SIM905
REGIONS = (*PROVINCES, "전국")
KINDS = (
    "local_newspaper", "national_newspaper_section", "social_economy_media", "support_centre",
    "local_government", "association", "public_agency", "forum",
)  # fmt: skip
TIERS = ("facts", "link", "snippet")
FILLED = ("title", "body_text", "published_at", "author", "category", "image_captions", "comments", "views")
MARKS = ("seen", "convention")
Mark = Literal["seen", "convention"]


@dataclass(frozen=True, slots=True)
class Address:
    """A list or feed. `seen`: found in the wild; `convention`: where this engine keeps it, unverified."""

    url: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Expect:
    """What healthy looks like: documents (min, max) that a round lists and that a week brings, and the share of
    articles in which a field is filled.

    Outside of it warns at the next release; where half of the outlets bring less in a week, the release stops.
    """

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


TLS_LEVELS = ("strict", "old", "unverified")
"""`old`: TLS 1.0 and short keys are taken; `unverified`: the certificate is not looked at either."""

LONGEST_KEPT = 36_500
"""Days."""


def hours(said: str) -> tuple[time, time] | None:
    """When an outlet may be asked: «22:00-06:00» → both ends; None where it cannot be read."""
    match = re.fullmatch(r"(\d{1,2}):(\d{2})\s?[-~]\s?(\d{1,2}):(\d{2})", said)
    try:
        return (_clock(match[1], match[2]), _clock(match[3], match[4])) if match else None
    except ValueError:
        return None


def _clock(hour: str, minute: str) -> time:
    return time(0 if hour == "24" else int(hour), int(minute))


def kept_days(said: str) -> int | None:
    """How long an outlet's captures are kept; None where it cannot be read."""
    said = said.strip()
    return int(said) if said.isascii() and said.isdecimal() and 1 <= int(said) <= LONGEST_KEPT else None


ODDITIES: dict[str, tuple[Callable[[str], object], str]] = {
    "hours": (hours, "when it may be asked, like 22:00-06:00"),
    "tls": (TLS_LEVELS.__contains__, f"one of {', '.join(TLS_LEVELS)}"),
    "keep_days": (kept_days, f"days, 1 to {LONGEST_KEPT}"),
}
"""What the crawler asks of `oddities`; all else in them is a note for people."""

Complain = Callable[[str, str], None]  # (field, what to do)

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


def _id(value: Any, name: str, complain: Complain) -> str:
    """It is typed in commands and stands in addresses and file names."""
    if not isinstance(value, str) or not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", value):
        complain(name, f"must be text of letters a to z, digits and hyphens, like sanmaru-news; found {value!r}")
        return ""
    return value


def _url(value: Any, name: str, complain: Complain) -> str:
    if not isinstance(value, str) or not _is_address(value):
        complain(name, f"is {value!r}; write a whole address that starts with http:// or https://")
        return ""
    return value


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        whole = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # an unclosed [, a port that is none, a character that reads as another in a host
        return False
    return whole and not _BLANK.search(text)


_BLANK = re.compile(r"[\s\x00-\x1f]")


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


def _selector(value: Any, name: str, complain: Complain) -> str:
    from sources.blocks import valid_selector  # here, so that a catalogue without overrides needs no HTML parser

    if not isinstance(value, str) or not value.strip() or not valid_selector(value):
        complain(name, f"is {value!r}; write a CSS selector, like div.article-body")
        return ""
    return value


def _selectors(value: Any, name: str, complain: Complain) -> tuple[str, ...]:
    return tuple(_selector(v, name, complain) for v in _strings(value, name, complain))


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
    for unknown in sorted(set(value) - set(FILLED)) if good else ():
        complain(f"{name}.{unknown}", f"is no field of an article that can be counted; known are {', '.join(FILLED)}")
    if not good:
        complain(name, f"is {value!r}; write shares between 0 and 1, like {{ published_at = 0.98 }}")
        return {}
    return {str(k): float(v) for k, v in value.items()}


def _oddities(value: Any, name: str, complain: Complain) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(v, str) for v in value.values()):
        complain(name, f"must be a table of texts, found {value!r}")
        return {}
    for known, (readable, like) in ODDITIES.items():
        if known in value and not readable(value[known]):
            complain(f"{name}.{known}", f"is {value[known]!r}; write {like}")
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
    {
        "until": _day,
        "drop": _selectors,
        **dict.fromkeys(("title", "body", "published_at", "author", "subtitles", "items"), _selector),
    },
    Override,
)  # fmt: skip
_EXPECT = _parts({"round": _range, "week": _range, "filled": _shares}, Expect)
_NEVER_EMPTY = {"name"}

# field → (required, reader)
FIELDS: dict[str, tuple[bool, Reader]] = {
    "id": (True, _id),
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
    "oddities": (False, _oddities),
    "verified": (False, _day),
    "enabled": (False, _flag),
    "name_guess": (False, _flag),
    "note": (False, _text),
    "article_pattern": (False, _text),
}
