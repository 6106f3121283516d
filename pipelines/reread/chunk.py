"""One chunk of the archive read again: a plain function of names, so that processes or a flow can be mapped over it.

    archived answer ─read_response, kept_article─► article ─read─► findings      the code of crawl and extract
    held article, held findings ───────────────────────────────────┴─► difference

Nothing is written here. Where the archive no longer holds what an article was read from, its kept text is read again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.crawl.keeping import kept_article
from pipelines.crawl.reading import read_response
from pipelines.crawl.replay import response_of, source_of
from pipelines.extract.reading import read
from pipelines.reread.difference import WHOLE, Change, of_articles, of_findings
from sources.catalogue import Source, load
from store import corrections, findings, forgetting, shelf
from store.archive import Archive, ArchiveError, Capture, Entry, read_archive
from store.corrections import Words
from store.findings import NOTHING
from store.records import Findings, KeptArticle
from store.session import Store, find_store

if TYPE_CHECKING:
    from sqlmodel import Session

    from pipelines.settings import Settings

NEWEST = 5
"""Answers of one address that are looked at, newest first, for one that can be read."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where store, archive and catalogue are: all that a process on any machine needs to know."""

    store: str
    archive: Path
    catalogue: Path | None
    shared: str = ""
    """Address of the archive's shared storage, where it has one."""


def place_of(settings: Settings) -> Place:
    """As these settings of this machine say."""
    shared = settings.archive if settings.archive_is_shared else ""
    return Place(settings.store_address, settings.archive_folder, settings.catalogue, shared)


@dataclass(frozen=True, slots=True)
class Again:
    """One article read again. `article` is None where only its kept text could be read; `note` says why."""

    article_id: str
    source_id: str
    changes: tuple[Change, ...]
    article: KeptArticle | None
    revision: int
    found: Findings
    said: Words = field(default_factory=dict)
    note: str = ""


def reread(place: Place, articles: Sequence[str], pages: Sequence[str] = ()) -> list[Again]:
    """Articles we hold (by id), and archived addresses we hold no article of, read again."""
    desk = _desk(place)
    with desk.store.begin() as session:
        people = corrections.of_articles(session)
        stored = findings.stored(session, articles)
        seen = shelf.seen_at(session, articles)
        done = [
            desk.again(held, seen.get(held.id), stored[held.id], people.get(held.id, NOTHING))
            for held in shelf.articles(session, articles)
        ]
        return done + [new for url in pages if (new := desk.new(session, url))]


@dataclass(frozen=True)
class _Desk:
    store: Store
    archive: Archive
    sources: Mapping[str, Source]

    def again(self, held: KeptArticle, seen: datetime | None, stored: findings.Rows, said: Words) -> Again:
        fresh, note = self._read(held, seen)
        now = fresh or held
        source = self.sources.get(held.source_id)
        found = _findings(now, source, said)
        pages = tuple(of_articles(held, fresh)) if fresh else ()
        changes = (*pages, *of_findings(stored, findings.as_rows(found, said)))
        revision = held.revision + bool(pages)
        article = replace(now, revision=revision) if pages else None
        return Again(held.id, held.source_id, changes, article, revision, found, said, note)

    def new(self, session: Session, url: str) -> Again | None:
        """An answer that gave no article then and gives one now."""
        capture = self._answer(self.archive.find(url)[::-1], url)
        fresh = self._article(capture) if capture else None
        if fresh is None or shelf.held(session, fresh.canonical_key) is not None:
            return None
        if forgetting.is_forgotten(session, fresh.canonical_key):
            return None
        found = _findings(fresh, self.sources.get(fresh.source_id), NOTHING)
        change = Change("article", WHOLE, "", fresh.title)
        return Again(fresh.id, fresh.source_id, (change,), fresh, 1, found)

    def _read(self, held: KeptArticle, seen: datetime | None) -> tuple[KeptArticle | None, str]:
        """The article as it reads today, under its old identity; else why it does not."""
        entries = self.archive.find(held.url)
        first = [e for e in entries if e.at == seen]
        later = [e for e in entries if seen is None or e.at > seen]
        capture = self._answer([*first, *later[::-1]], held.url)
        if capture is None:
            return None, "not in the archive any more"
        fresh = self._article(capture)
        if fresh is None:
            return None, "no longer read as an article"
        values = {name: getattr(held, name) for name in ("id", "canonical_key", "source_id", "channel", "url")}
        values |= {name: getattr(held, name) for name in ("first_seen_at", "changed_at", "state", "revision")}
        other = "" if fresh.id == held.id else f"its key would be {fresh.canonical_key}"
        return replace(fresh, **values), other

    def _answer(self, entries: Sequence[Entry], url: str) -> Capture | None:
        for entry in entries[:NEWEST]:
            with suppress(ArchiveError):  # `dure doctor` says what is broken
                capture = self.archive.read(entry)
                if capture.status == 200 and url in (capture.url, capture.asked):
                    return capture
        return None

    def _article(self, capture: Capture) -> KeptArticle | None:
        response = response_of(capture)
        source = source_of(response, self.sources)
        reading = read_response(response, source)
        return kept_article(reading, response, source) if reading.kind == "article" else None


def _findings(article: KeptArticle, source: Source | None, said: Words) -> Findings:
    region = source.region if source and source.region != "전국" else None
    return read(shelf.document(article, region), said=said)


@cache
def _desk(place: Place) -> _Desk:
    """Opened once a process, and closed with it."""
    archive = read_archive(place.archive, place.shared)
    archive.hold_still()
    return _Desk(find_store(place.store), archive, load(place.catalogue))


def close(place: Place) -> None:
    """Let go of what this process opened."""
    desk = _desk(place)
    desk.archive.close()
    desk.store.close()
    _desk.cache_clear()
