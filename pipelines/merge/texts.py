"""Where merge reads its articles from: dates at once, texts in batches that are let go again.

What is held of all articles is small and is the index: id, day and fingerprints (some 2 KB). Texts
pass through; of their evidence the `REMEMBERED` last read stay, which covers the live window of busy
weeks. An older article is read again only where its fingerprints meet those of another.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from pipelines.merge.evidence import Evidence, evidence
from store.records import Findings

REMEMBERED = 20_000
"""Texts whose evidence is held at a time (some 8 KB each)."""


@dataclass(frozen=True, slots=True)
class Text:
    """An article as merge reads it."""

    id: str
    outlet: str
    title: str
    text: str
    published_at: datetime | None
    findings: Findings | None = None


class Texts(Protocol):
    """The articles to be judged."""

    @property
    def published(self) -> Mapping[str, datetime | None]:
        """When each was published, by id."""

    def read(self, ids: Iterable[str]) -> Iterator[Text]:
        """Those articles, each once, in any order."""


class Listed:
    """Texts that are held anyway. Of two with one id the later counts."""

    def __init__(self, texts: Iterable[Text]) -> None:
        self._texts = {text.id: text for text in texts}
        self.published = {i: self._texts[i].published_at for i in sorted(self._texts)}

    def read(self, ids: Iterable[str]) -> Iterator[Text]:
        return (self._texts[i] for i in ids)


def read(text: Text) -> Evidence:
    """The evidence of one text."""
    return evidence(text.id, text.title, text.text, text.published_at, text.findings)


class Facts:
    """Evidence by id; of what was read the last `remembered` stay."""

    def __init__(self, texts: Texts, remembered: int = REMEMBERED) -> None:
        self._texts, self._remembered = texts, remembered
        self._held: OrderedDict[str, Evidence] = OrderedDict()

    def of(self, ids: Iterable[str]) -> dict[str, Evidence]:
        """The evidence of these, read where it is not held."""
        wanted = dict.fromkeys(ids)
        for text in self._texts.read([i for i in wanted if i not in self._held]):
            self._held[text.id] = read(text)
        found = {i: self._held[i] for i in wanted}
        for id_ in wanted:
            self._held.move_to_end(id_)
        while len(self._held) > self._remembered:
            self._held.popitem(last=False)
        return found
