"""The edition of a release: of all that the store holds, or of what was touched since the last one.

::

    touched since the release that readers see ─► its gathered file, copied ─► brought up to date ─► edition of some
    not known, very much, another year or code ─► gathered anew ────────────────────────────────► edition of all
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sqlmodel import Session

from dashboards import workers
from dashboards.site.digest import open_digest
from pipelines.publish import ahead, begun, collect, gathered, manifest, release
from pipelines.publish.edition import Edition, Tier
from pipelines.publish.gathered import CatalogueEntry, Gathered
from pipelines.publish.only import only
from store import touched

LARGE = 50_000
"""Articles from which on two processes are at work."""


@dataclass(slots=True)
class Making:
    """What a release is made from, and the gathered file that stands open for it."""

    session: Session
    day: date
    live: bool
    catalogue: Mapping[str, CatalogueEntry]
    workshop: Path
    open_files: ExitStack
    gathered: Gathered | None = None
    path: Path | None = None

    def whole(self, published: Iterable[tuple[str, str]]) -> Edition:
        folder = self._begin("whole")
        assert self.gathered is not None and self.path is not None
        self.gathered.fill(self.session)
        if self.gathered.count() <= LARGE or workers.cores() == 1:
            return collect.whole(self.session, self.gathered, folder, published)
        with workers.beside((ahead.write, (self.path, self.day, folder / "ahead.db"))) as beginning:
            edition = replace(collect.whole(self.session, self.gathered, folder, published), ahead=beginning.result())
        self.gathered.date_stories(folder / "ahead.db")
        return edition

    def begin_with(self, home: Path, version: str) -> Gathered | None:
        """The gathered file of a release, as a copy; None where there is none."""
        folder = self.workshop / "some"
        folder.mkdir()
        if not gathered.copied(home, version, folder / gathered.NAME):
            return None
        self._open(folder)
        return self.gathered

    def keep(self, home: Path, version: str) -> None:
        assert self.gathered is not None and self.path is not None
        self.gathered.belongs_to(version)
        self.gathered.close()
        gathered.keep(self.path, home)

    def _begin(self, name: str) -> Path:
        folder = self.workshop / name
        folder.mkdir()
        self._open(folder)
        return folder

    def _open(self, folder: Path) -> None:
        self.path = folder / gathered.NAME
        self.gathered = Gathered(self.path, self.day, self.live, self.catalogue)
        self.open_files.callback(self.gathered.close)


def of_touched(making: Making, home: Path, code: str, least: int) -> Edition | None:
    """The edition of what was touched since the last release; None where that is not known, or not worth it."""
    last = release.good(home)
    if last is None or not making.live or not _follows(release.day_of(last), making.day):
        return None
    if touched.known(making.session) != last.name or not manifest.carries_on(last, code, least):
        return None
    since = touched.since(making.session)
    if since is None:
        return None
    before = making.open_files.enter_context(open_digest(last / "digest.db"))
    with _begun(making, last) as folder:
        file = making.begin_with(home, last.name)
        if file is None:
            return None
        some = only(making.session, file, before, since)
        edition = collect.of_some(making.session, file, making.workshop / "some", some)
    return replace(edition, complete=lambda: making.whole(published_ids(last)), begun=folder)


@contextmanager
def _begun(making: Making, last: Path) -> Iterator[Path | None]:
    """The folder of a large release, begun by another process meanwhile: whole when the block ends."""
    if manifest.articles(last) < LARGE or workers.cores() == 1:
        yield None
        return
    folder = making.workshop / "begun"
    with workers.beside((begun.begin, (last, making.day, folder))) as carried:
        yield folder
        carried.result()


def _follows(earlier: date, later: date) -> bool:
    """Days are said without the year they are said in, so each event may be told otherwise when it turns."""
    return earlier <= later and earlier.year == later.year


@dataclass(frozen=True, slots=True)
class _Remembered:
    """An outlet as the last release shows it."""

    name: str
    kind: str
    region: str
    home: str
    tier: Tier


def known_outlets(last: Path | None, catalogue: Mapping[str, CatalogueEntry]) -> Mapping[str, CatalogueEntry]:
    """The catalogue, and outlets that had an agreement in the last release: it outlives their entries."""
    if last is None:
        return catalogue
    query = "SELECT outlet_id, name, kind, region, home, tier FROM outlet WHERE tier <> 'facts'"
    try:
        with open_digest(last / "digest.db") as digest:
            return {row[0]: _Remembered(*row[1:]) for row in digest.rows(query)} | dict(catalogue)
    except (OSError, sqlite3.DatabaseError):  # the last release was tampered with: it remembers nothing
        return catalogue


def published_ids(last: Path | None) -> list[tuple[str, str]]:
    """Every event and organisation id that the last release answered for."""
    if last is None:
        return []
    query = """SELECT 'event', event_id FROM event UNION SELECT 'organisation', organisation_id FROM organisation
      UNION SELECT subject, old_id FROM redirect"""
    try:
        with open_digest(last / "digest.db") as digest:
            return [(row[0], row[1]) for row in digest.rows(query)]
    except (OSError, sqlite3.DatabaseError):  # the last release was tampered with: it redirects nothing
        return []
