"""The dress of the SQL console: Datasette's pages by templates of our own (`templates/data`), inside the site's frame.

Datasette's own pages are in English, run inline scripts, which the site's policy forbids, and scroll sideways on a
phone. Ours say the same in Korean, without script. What they call on besides Datasette's context stands here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup

from dashboards.safe import file_name
from dashboards.site import charts
from dashboards.site.render import CSP, HERE, NAVIGATION

if TYPE_CHECKING:
    from jinja2 import Environment

ASKED: Final = {"days": "며칠 안에", "region": "지역", "name": "이름"}
"""What the parameters of saved questions are called."""
LOOKUPS: Final = {
    "exact": "같음", "not": "다름", "contains": "들어 있음", "startswith": "이것으로 시작", "endswith": "이것으로 끝남",
    "gt": "보다 큼", "gte": "이상", "lt": "보다 작음", "lte": "이하", "in": "여럿 가운데(쉼표로)",
    "isnull__1": "비어 있음", "notnull__1": "적혀 있음",
}  # fmt: skip
"""Datasette's ways to filter a column that people need; `__1` marks those that take no value."""
COUNTABLE: Final = frozenset(
    (
        "kind",
        "status",
        "sido",
        "sigungu",
        "sector",
        "online",
        "role",
        "field",
        "home",
        "state",
        "tier",
        "trouble",
        "type",
    )
)
"""Columns with few values, offered for counting."""
PAGED: Final = {"event": "events", "organisation": "organisations"}
"""Tables whose rows have a page of the site, and its folder."""
MOST_BARS: Final = 20


def dress(
    environment: Environment, tables: Mapping[str, Mapping[str, Any]], limits: Mapping[str, Any], banner: str | None
) -> None:
    """Put our templates before Datasette's, with the site's under «site/», and give them their words.

    `tables`: description and columns of each table and view; `limits`: the settings of the console; `banner`: what the
    pages of this release say on top, if anything.
    """
    from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader

    templates = HERE / "templates"
    ours = [FileSystemLoader(templates / "data"), PrefixLoader({"site": FileSystemLoader(templates)})]
    environment.loader = ChoiceLoader([*ours, *filter(None, [environment.loader])])
    environment.globals.update(
        navigation=NAVIGATION, csp=CSP, banner=banner, limits=limits, asked=ASKED, paged=PAGED, file_name=file_name,
        short=short, rod=rod, chart=chart, lookups=lookups, pairs=pairs, countable=countable,
        meanings={name: table.get("description", "") for name, table in tables.items()},
    )  # fmt: skip


def short(meaning: str) -> str:
    """The head of a meaning, for a title: «행사와 모집: 갈 수 있거나 …» → «행사와 모집»."""
    return re.split(r"[:.,]", meaning, maxsplit=1)[0]


def lookups(chosen: str = "exact") -> list[tuple[str, str]]:
    """(value of the field, words); a way that stands in the address and is not among ours goes by its own name."""
    said = list(LOOKUPS.items())
    known = chosen in LOOKUPS or f"{chosen}__1" in LOOKUPS
    return said if known else [*said, (chosen, chosen)]


def pairs(names: Iterable[str]) -> list[tuple[str, str]]:
    """Options of a select whose words are the values themselves."""
    return [(name, name) for name in names]


def countable(columns: Iterable[str]) -> list[str]:
    return [column for column in columns if column in COUNTABLE]


def rod(count: int, counted: Sequence[Mapping[str, Any]]) -> Markup:
    """A lying bar beside a number that the table of counts already says: for the eye only."""
    most = max((one["count"] for one in counted), default=1)
    bar = f'<rect width="{max(1, round(count / max(most, 1) * 100))}" height="8"/>'
    return Markup(f'<svg class="rod" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">{bar}</svg>')


def chart(question: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> Markup:
    """Bars of the two columns that a saved question names, for its first rows; empty where it names none."""
    label, _, number = (part.strip() for part in question.get("chart", "").partition(","))
    if not label or not rows:
        return Markup("")
    values = [(str(row[label] or "모름"), int(row[number] or 0)) for row in rows[:MOST_BARS]]
    most = max(count for _, count in values) or 1
    return charts.shares(
        "asked",
        [(name, count / most, str(count)) for name, count in values],
        question["title"],
        charts.greatest(values),
    )
