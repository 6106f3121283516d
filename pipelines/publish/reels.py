"""Collections of an edition that lie on disk: walked from the first id to the last, as often as one likes."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Generic, TypeVar

from sqlmodel import Session

from pipelines.publish.edition import EditionArticle, EventRow, Figure, OrganisationRow, Story, story_day
from pipelines.publish.gathered import Gathered, Told
from pipelines.publish.only import Only
from pipelines.publish.stories import story
from store import published
from store.bulk import batches

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
BATCH = 500


class Reel(Collection[T_co], Generic[T_co]):
    """What can be walked; counting and looking for one thing walk it."""

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, thing: object) -> bool:
        return any(thing == one for one in self)


class Shelf(Reel[T], Generic[T]):
    """Things put aside in a file of this process (it is gone with the folder), given back in the order of their ids."""

    def __init__(self, path: Path) -> None:
        self.db = sqlite3.connect(path, isolation_level=None)
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -8192"):
            self.db.execute(f"PRAGMA {pragma}")
        self.db.execute("CREATE TABLE thing (id TEXT PRIMARY KEY, value BLOB)")
        self.db.execute("BEGIN")

    def add(self, identity: str, thing: T) -> None:
        self.db.execute("INSERT OR REPLACE INTO thing VALUES (?, ?)", (identity, pickle.dumps(thing, 5)))

    def __iter__(self) -> Iterator[T]:
        for (value,) in self.db.execute("SELECT value FROM thing ORDER BY id"):
            yield pickle.loads(value)

    def __len__(self) -> int:
        return int(self.db.execute("SELECT count(*) FROM thing").fetchone()[0])

    def close(self) -> None:
        self.db.close()


class Stories(Reel[Story]):
    """Each story made from its articles as they go by; its day is noted (`dated`), for the bodies it names."""

    def __init__(self, gathered: Gathered, only: Only | None, dated: bool = True) -> None:
        self.gathered, self.only, self.dated = gathered, only, dated

    def __iter__(self) -> Iterator[Story]:
        walk = self._articles()
        for some in batches((list(told) for _, told in groupby(walk, attrgetter("story"))), BATCH):
            made = [story(told) for told in some]
            if self.dated:
                self.gathered.date_story((s.id, story_day(s).isoformat()) for s in made)
            yield from made

    def _articles(self) -> Iterator[Told]:
        if self.only is None:
            return self.gathered.told(order="story, id")
        return self.gathered.these(self.only.things["story"], "story", "story, id")


class Articles(Reel[tuple[EditionArticle, str]]):
    """(article, its story)"""

    def __init__(self, gathered: Gathered, only: Only | None) -> None:
        self.gathered, self.only = gathered, only

    def __iter__(self) -> Iterator[tuple[EditionArticle, str]]:
        asked = self.gathered.told() if self.only is None else self.gathered.these(self.only.things["article"])
        return ((told.article, told.story) for told in asked)


class Bodies(Reel[OrganisationRow]):
    """Organisations; what one belongs to is only said where that is shown too."""

    def __init__(self, shelf: Shelf[OrganisationRow], gathered: Gathered) -> None:
        self.shelf, self.gathered = shelf, gathered

    def __iter__(self) -> Iterator[OrganisationRow]:
        for body in self.shelf:
            shown = body.parent_id is None or self.gathered.shown(body.parent_id)
            yield body if shown else replace(body, parent_id=None)


class Events(Reel[EventRow]):
    """Events; what one is a part of is only said where that is shown too."""

    def __init__(self, shelf: Shelf[EventRow], gathered: Gathered) -> None:
        self.shelf, self.gathered = shelf, gathered

    def __iter__(self) -> Iterator[EventRow]:
        for event in self.shelf:
            shown = event.parent_id is None or self.gathered.tells(event.parent_id)
            yield event if shown else replace(event, parent_id=None)

    def __len__(self) -> int:
        return len(self.shelf)


class Mentions(Reel[tuple[str, str, int]]):
    """(organisation, article, times)"""

    def __init__(self, gathered: Gathered, only: Only | None) -> None:
        self.gathered, self.only = gathered, only

    def __iter__(self) -> Iterator[tuple[str, str, int]]:
        return self.gathered.mentions(self.only.things["mention"] if self.only else None)


class Figures(Reel[Figure]):
    """Numbers of the articles that may be quoted."""

    def __init__(self, session: Session, gathered: Gathered, only: Only | None) -> None:
        self.session, self.gathered, self.only = session, gathered, only

    def __iter__(self) -> Iterator[Figure]:
        asked = published.figures(self.session, self.only.things["article"] if self.only else None)
        for some in batches(asked, BATCH):
            open_to = self.gathered.open_to_quotes({f.article_id for f in some})
            for f in some:
                if f.article_id in open_to:
                    yield Figure(f.article_id, f.value, f.surface, f.subject, f.measure, f.unit, f.as_of)
