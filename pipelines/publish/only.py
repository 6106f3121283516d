"""What of an edition can be otherwise than in the last release: the touched, and what is made of it.

::

    an article ──► its story, and all articles of that ──► the bodies these name (when they were last told of)
        └────────► the events it tells of ──► the bodies that hold them (how many they hold)
                                          └─► their parts (they lead to their whole)
    a body ──► the events that name it as a host (they lead to it), its own units (they lead to it too)

The rest follows while things are made: see `collect.of_some`.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlmodel import Session

from dashboards.site.digest import Digest
from pipelines.publish.edition import SEOUL
from pipelines.publish.gathered import Gathered
from pipelines.publish.rows import short
from store import groups, published


@dataclass(frozen=True, slots=True)
class Only:
    """Ids by kind, all other things stand as they did (`mention`: of the articles that may name another body);
    `before`: the digest of the last release, for asking."""

    things: dict[str, set[str]]
    before: Digest

    def naming(self, names: Collection[str]) -> set[str]:
        """The events of the last release that one of these names holds, runs or supports."""
        cut = [short(name) for name in names]
        return self.asked("SELECT event_id FROM event_party WHERE name IN (SELECT value FROM json_each(?))", cut)

    def telling(self, articles: Collection[str]) -> set[str]:
        """The events of the last release that one of these articles tells of."""
        return self.asked(
            "SELECT event_id FROM event_article WHERE article_id IN (SELECT value FROM json_each(?))", articles
        )

    def were_there(self) -> list[tuple[str, str]]:
        """(subject, id) of what the last release answered for and may have gone, and its redirects."""
        found = [(row[0], row[1]) for row in self.before.rows("SELECT subject, old_id FROM redirect")]
        for subject in ("event", "organisation"):
            query = f"SELECT {subject}_id FROM {subject} WHERE {subject}_id IN (SELECT value FROM json_each(?))"
            found += [(subject, identity) for identity in self.asked(query, self.things[subject])]
        return found

    def asked(self, query: str, ids: Collection[str | None]) -> set[str]:
        return {row[0] for row in self.before.rows(query, json.dumps(sorted(filter(None, ids)), ensure_ascii=False))}


def only(
    session: Session, gathered: Gathered, before: Digest, touched: dict[str, set[str]]
) -> Only:  # fmt: skip
    """Bring the gathered file up to date, and say what it may change."""
    articles = set(touched["article"]) | published.seen_since(session, _morning_after(before.today))
    stories = touched["story"] | gathered.stories_of(articles) | groups.stories_of(session, articles)
    articles |= {told.article.id for told in gathered.these(stories, "story")} | groups.articles_of(session, stories)
    bodies = touched["organisation"] | gathered.bodies_in(articles)
    known = Only({"article": articles, "story": stories, "event": set(), "organisation": bodies}, before)
    events = touched["event"] | groups.events_of(session, articles)
    events |= known.asked(
        "SELECT event_id FROM event_article WHERE article_id IN (SELECT value FROM json_each(?))", articles
    )
    events |= known.naming(gathered.names_of(bodies))
    known.things["event"] |= events | groups.parts_of(session, events)
    known.things["mention"] = gathered.follow(session, articles, bodies)
    bodies |= gathered.bodies_in(articles)
    return known


def _morning_after(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), SEOUL)
