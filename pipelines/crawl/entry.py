"""A proposal for the catalogue: what a survey found, as a TOML table a person completes.

`kind` is never guessed, and `region` only where the file it goes into says it: both are marked until a person has
written them. Expectations are what the list shows today, with room on both sides.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from pipelines.crawl.keeping import BOARDS
from pipelines.crawl.manners import rhythm
from pipelines.crawl.onboarding import ARTICLES, Place, Survey, home_of
from sources.catalogue import Source, bare_host
from sources.catalogue_fields import KINDS, REGIONS

ROOM = (0.5, 3.0)
"""Of what a week seems to bring: below the first it is worth a look, above the second too."""

FILLED = {"title": 0.98, "body_text": 0.9, "published_at": 0.95}
"""Shares of articles in which a field must be read, where all that were looked at had it."""

_SUFFIXES = frozenset("co or go ne re pe ac com net org info kr asia news media me tv io".split())  # noqa: SIM905
DEFAULT_PACE = 5.0


def proposal(
    found: Survey,
    catalogue: Mapping[str, Source],
    today: date | None,
    kind: str = "",
    region: str = "",
) -> str:
    """The `[[source]]` table. `today` marks it as verified (None: read from a recording, nothing is verified)."""
    complete = bool(kind and region)
    news = "board" if found.family.startswith(BOARDS) else "news"
    good = len(found.articles) >= ARTICLES and found.family != "unknown"
    lines = [
        "[[source]]",
        f"id = {_text(id_for(found.address, catalogue))}",
        f"name = {_text(found.name or bare_host(found.address))}",
        "name_guess = true  # from the page titles: check it, then delete this line" if found.name_guess else "",
        f"kind = {_text(kind)}" + ("" if kind else f"  # for you to choose: {', '.join(KINDS)}"),
        f"region = {_text(region)}" + ("" if region else f"  # unknown: one of {' '.join(REGIONS)}"),
        f"family = {_text(found.family)}" + _family_note(found),
        f'channel = "{news}"',
        f"home = {_text(home_of(found.address))}",
        _places("lists", found.lists),
        _places("feeds", found.feeds),
        f"pace_seconds = {found.crawl_delay:g}  # Crawl-delay of its robots.txt" if _slow(found) else "",
        f"expect = {_expectations(found)}",
        f"verified = {today.isoformat()}" if today and good and complete else "",
    ]
    return "\n".join(line for line in lines if line) + "\n"


def as_comments(table: str) -> str:
    """The table put aside: an entry that is not complete would stop the whole catalogue."""
    head = "# Proposed by `dure add`: write kind and region, then take the «# » from the lines below.\n"
    return head + "".join(f"# {line}\n" for line in table.splitlines())


def id_for(url: str, taken: Collection[str]) -> str:
    """From the host, without what all hosts have; with a number where another outlet has it."""
    host = bare_host(url)
    labels = [label for label in host.split(".") if label not in _SUFFIXES] or host.split(".")
    words = labels if host.replace(".", "").isdigit() or len(labels) > 1 else labels[-1:]
    base = re.sub(r"[^a-z0-9]+", "-", "-".join(words).lower()).strip("-")[:60] or "outlet"
    return next(name for n in range(1, 10_000) if (name := base if n == 1 else f"{base}-{n}") not in taken)


def per_week(found: Survey) -> float | None:
    """Documents of a week, by the dates of the list; None where it shows too few."""
    dates = [item.published_at for item in found.items if item.published_at and not item.notice]
    newest: datetime | None = max(dates, default=None)
    if newest is None or len(dates) < 4:
        return None
    gap = rhythm(dates, newest)
    return timedelta(days=7) / gap if gap else None


def _expectations(found: Survey) -> str:
    parts = []
    week = per_week(found)
    if week is not None:
        parts.append(f"week = [{math.floor(week * ROOM[0])}, {max(2, math.ceil(week * ROOM[1]))}]")
    filled = {name: share for name, share in FILLED.items() if _all(found, name)}
    if filled:
        parts.append("filled = { " + ", ".join(f"{name} = {share}" for name, share in filled.items()) + " }")
    return "{ " + ", ".join(parts) + " }" if parts else "{}"


def _all(found: Survey, name: str) -> bool:
    articles = [look.reading.article for look in found.articles if look.reading is not None]
    return bool(articles) and all(getattr(article, name) for article in articles)


def _places(name: str, places: tuple[Place, ...]) -> str:
    if not places:
        return ""
    rows = ", ".join(f"{{ url = {_text(p.url)}, mark = {_text(p.mark)} }}" for p in places)
    return f"{name} = [{rows}]"


def _family_note(found: Survey) -> str:
    if found.family != "unknown":
        return ""
    return "  # no engine was recognised: the fallback reads it; look at its articles again after a week"


def _slow(found: Survey) -> bool:
    return DEFAULT_PACE < (found.crawl_delay or 0.0) <= 3600 and bool(urlsplit(found.address).hostname)


def _text(value: str) -> str:
    """A TOML basic string: JSON's, without what TOML does not take."""
    return json.dumps("".join(c if c.isprintable() else " " for c in value).strip(), ensure_ascii=False)
