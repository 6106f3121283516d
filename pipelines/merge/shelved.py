"""The relevant articles of a store as merge reads them, a batch at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pipelines.merge.texts import Text
from store import findings as found
from store import shelf
from store.bulk import batches
from store.records import Event, Findings, Organisation

if TYPE_CHECKING:
    from sqlmodel import Session


class Shelved:
    """Texts with what the extractors found in them. One whose page vanished stays what it was."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.published = shelf.published(session, (row["article_id"] for row in found.readings(session)))

    def read(self, ids: Iterable[str]) -> Iterator[Text]:
        for some in batches(ids):
            findings = self._findings(some)
            for kept in shelf.articles(self._session, some):
                yield Text(kept.id, kept.source_id, kept.title, kept.text, kept.published_at, findings[kept.id])

    def _findings(self, ids: list[str]) -> dict[str, Findings]:
        events: dict[str, list[Event]] = defaultdict(list)
        for finding in found.events(self._session, ids):
            events[finding.article_id].append(finding.event)
        bodies: dict[str, list[Organisation]] = defaultdict(list)
        for body in found.organisations(self._session, ids):
            bodies[body.article_id].append(body.organisation)
        return {i: Findings(True, events=tuple(events[i]), organisations=tuple(bodies[i])) for i in ids}
