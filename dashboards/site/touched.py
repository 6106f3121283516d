"""Which lasting pages a change of the tables can have reached: what each of them is made of, said once.

::

    an article ──► its story ──► the story's day, every organisation one of its articles names
        └────────► events it tells of or proves ──► the event's days, the bodies that hold it, its whole and parts
    a body ──► its page, those of the body it belongs to and of its own units
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from dashboards.site.digest import Digest

Changed = Mapping[str, Iterable[Mapping[str, Any]]]
"""Per table the rows that differ from the last release, as they were and as they are."""

OF_EVENTS: Final = (
    "event", "event_sector", "event_party", "event_article", "event_evidence", "event_change", "event_claim",
)  # fmt: skip
OF_STORIES: Final = ("story", "story_sector", "article")
OF_ORGANISATIONS: Final = (
    "organisation", "organisation_name", "organisation_kind", "organisation_identifier", "organisation_sector",
    "mention", "event_party",
)  # fmt: skip
TELLING: Final = ("event_article", "event_evidence", "event_change", "event_claim")


@dataclass(frozen=True, slots=True)
class Touched:
    """Ids and days (ISO) whose pages may say something else than before."""

    events: frozenset[str]
    organisations: frozenset[str]
    days: frozenset[str]

    def month(self, month: str) -> bool:
        return any(day.startswith(month) for day in self.days)


def touched(digest: Digest, changed: Changed) -> Touched:
    """What the rows in `changed` can have reached. What an outlet is called stands everywhere: see `names_changed`."""
    rows = {table: list(found) for table, found in changed.items()}
    articles = _ids(rows, ("article",), "article_id")
    stories = _ids(rows, OF_STORIES, "story_id")
    events = _ids(rows, OF_EVENTS, "event_id") | _ids(rows, ("event",), "parent_id")
    for table in TELLING:
        events |= _asked(digest, f'SELECT event_id FROM "{table}" WHERE article_id IN', articles)
    events |= _asked(digest, "SELECT event_id FROM event WHERE parent_id IN", events)
    bodies = _ids(rows, OF_ORGANISATIONS, "organisation_id") | _ids(rows, ("organisation",), "parent_id")
    bodies |= _asked(digest, "SELECT organisation_id FROM organisation WHERE parent_id IN", bodies)
    bodies |= _asked(digest, "SELECT organisation_id FROM event_party WHERE event_id IN", events)
    bodies |= _asked(
        digest,
        "SELECT m.organisation_id FROM article a JOIN mention m USING (article_id) WHERE a.story_id IN", stories,
    )  # fmt: skip
    days = _ids(rows, ("story",), "day") | _ids(rows, ("event",), "start_on") | _ids(rows, ("event",), "deadline_on")
    days |= _asked(digest, "SELECT day FROM story WHERE story_id IN", stories)
    for column in ("start_on", "deadline_on"):
        days |= _asked(digest, f"SELECT {column} FROM event WHERE event_id IN", events)
    return Touched(frozenset(events), frozenset(bodies), frozenset(days))


def names_changed(changed: Changed) -> bool:
    """Whether an outlet is called or treated otherwise: its name stands beside all it ever told."""
    said: dict[str, set[tuple[str, str]]] = {}
    for row in changed.get("outlet", ()):
        said.setdefault(row["outlet_id"], set()).add((row["name"], row["tier"]))
    return any(len(names) > 1 for names in said.values())


def _ids(rows: Mapping[str, list[Mapping[str, Any]]], tables: Iterable[str], column: str) -> set[str]:
    return {row[column] for table in tables for row in rows.get(table, ()) if row[column]}


def _asked(digest: Digest, query: str, ids: set[str]) -> set[str]:
    found = digest.rows(f"{query} (SELECT value FROM json_each(?))", json.dumps(sorted(ids), ensure_ascii=False))
    return {row[0] for row in found if row[0]}
