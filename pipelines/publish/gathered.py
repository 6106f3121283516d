"""What the store says of articles and names, as publishing needs it: an indexed file that is kept up to date.

::

    store ─► article: who, when, which story, what reading said        named: which body stands in which article
                 │ + what was released of it: story (its day), called (names of bodies), party (who holds what)
                 └─► rows of any story or body without asking the store; nothing of it is held in memory

The file lies beside the releases (`.gathered.db`), is private, and belongs to one of them: that whose name stands in
it. It holds no texts. Without it, or where it belongs to another release, it is made anew.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from sys import intern
from typing import Any, Final, Protocol

from sqlmodel import Session

from pipelines.publish.edition import EditionArticle, Reading, Tally, Tier, seoul_day
from store import published
from store.bulk import batches

NAME: Final = ".gathered.db"
BATCH: Final = 5_000
AT_ONCE: Final = 100
BETWEEN: Final = "\x1f"
"""Stands between the forms of a name."""
TABLES: Final = """
CREATE TABLE article (id TEXT PRIMARY KEY, story TEXT, role TEXT, outlet TEXT, channel TEXT, title TEXT, url TEXT,
  seen TEXT, published TEXT, kind TEXT, sectors TEXT, sido TEXT, sigungu TEXT, quiet INT, day TEXT) WITHOUT ROWID;
CREATE TABLE named (finding TEXT, body TEXT, article TEXT, times INT, type TEXT, forms TEXT, story TEXT, day TEXT,
  sectors TEXT, PRIMARY KEY (body, article, finding)) WITHOUT ROWID;
CREATE TABLE story (id TEXT PRIMARY KEY, day TEXT) WITHOUT ROWID;
CREATE TABLE called (name TEXT, whole INT, body TEXT, PRIMARY KEY (name, whole, body)) WITHOUT ROWID;
CREATE TABLE party (event TEXT, body TEXT, PRIMARY KEY (event, body)) WITHOUT ROWID;
CREATE TABLE event (id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE release (version TEXT);
"""
INDEXES: Final = """
CREATE INDEX article_story ON article (story);
CREATE INDEX article_seen ON article (seen, outlet);
CREATE INDEX named_article ON named (article);
CREATE INDEX called_body ON called (body);
CREATE INDEX party_body ON party (body);
"""
NAMING: Final = """INSERT OR REPLACE INTO named SELECT ?1, ?2, ?3, ?4, ?5, ?6, story, day, sectors
  FROM (SELECT 1) LEFT JOIN article ON id = ?3 AND NOT quiet"""
"""What is asked of a body's articles stands beside its names: the most named one is in ten thousands of them, each to
be looked up. Of one that may not be quoted it is empty."""


class CatalogueEntry(Protocol):
    """What publishing needs to know of an outlet; `sources.catalogue.Source` is one."""

    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def region(self) -> str: ...
    @property
    def home(self) -> str: ...
    @property
    def tier(self) -> Tier: ...


@dataclass(frozen=True, slots=True)
class Told:
    """An article with its place in a story and its reading. `quiet`: title and link only may be shown."""

    article: EditionArticle
    story: str
    role: str
    reading: Reading
    quiet: bool


class Gathered:
    """An open file. `last_day`: nothing first seen later is in it; `live`: what claims to be, was seen on that day."""

    def __init__(
        self, path: Path, as_of: date, live: bool, catalogue: Mapping[str, CatalogueEntry], read_only: bool = False
    ) -> None:
        """`read_only`: beside a process that may write into other tables than those that are asked."""
        uri = f"{path.resolve().as_uri()}{'?mode=ro&immutable=1' if read_only else ''}"
        self.db = sqlite3.connect(uri, uri=True, isolation_level=None)
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -65536", "secure_delete = ON"):
            self.db.execute(f"PRAGMA {pragma}")
        self.as_of, self.live, self.catalogue = as_of, live, catalogue
        self._readings: dict[Reading, Reading] = {}

    def close(self) -> None:
        self.db.close()

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is written within is written at once: a statement by itself costs ten times as much."""
        self.db.execute("BEGIN")
        yield
        self.db.execute("COMMIT")

    # --- from the store -------------------------------------------------------------------

    def fill(self, session: Session) -> None:
        """All of it, into an empty file."""
        self.db.executescript(TABLES)
        self._insert("article", self._articles(published.told(session)))
        self._name(self._named(published.named(session)))
        self.db.executescript(INDEXES)

    def follow(self, session: Session, articles: Collection[str], bodies: Collection[str]) -> set[str]:
        """These articles, and what names these bodies, as the store has them now; the articles in which another body
        may be named than before."""
        self._without("article", "id", articles)
        self._insert("article", self._articles(published.told(session, articles)))
        self._without("named", "article", articles)
        self._name(self._named(published.named(session, articles)))
        moved = (self._follow_members(session, some) for some in batches(sorted(bodies), AT_ONCE))
        return set(articles).union(*moved)

    def _follow_members(self, session: Session, bodies: Sequence[str]) -> set[str]:
        """What joined some bodies and what left them, in which articles; what stayed says what it said, or its article
        was touched."""
        now, held = published.members(session, bodies), self._members(bodies)
        left = {(b, finding) for b, known in held.items() for finding in known - now.get(b, set())}
        came = {finding for b, told in now.items() for finding in told - held.get(b, set())}
        gone = "DELETE FROM named WHERE body = ? AND finding = ? RETURNING article"
        moved = {row[0] for one in left for row in self.db.execute(gone, one).fetchall()}
        joined = list(self._named(published.named(session, findings=came)))
        self._name(joined)
        return moved | {article for _, _, article, *_ in joined}

    def _members(self, bodies: Collection[str]) -> dict[str, set[str]]:
        """Per body the findings that name it."""
        query = """SELECT body, group_concat(finding, ' ') FROM named WHERE body IN (SELECT value FROM json_each(?))
            GROUP BY body"""
        return {body: set(told.split(" ")) for body, told in self.db.execute(query, (_json(bodies),))}

    def _articles(self, rows: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
        quiet = {name for name, entry in self.catalogue.items() if entry.tier == "link"}
        last = self.as_of.isoformat()
        for i, story, role, outlet, channel, title, url, at, told_at, day_only, kind, sectors, sido, sigungu in rows:
            seen, day = (seoul_day(at) or self.as_of).isoformat(), seoul_day(told_at)
            if seen > last and not self.live:
                continue
            seen = min(seen, last)
            if day is not None and day.isoformat() > seen:  # boards let one date a post ahead, to keep it on top
                day = told_at = None
            moment = day if day_only else told_at
            yield (
                i, story, role, outlet, channel, title, url, seen, moment and moment.isoformat(), kind,
                " ".join(sectors), sido, sigungu, outlet in quiet, day.isoformat() if day else seen,
            )  # fmt: skip

    @staticmethod
    def _named(rows: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
        for finding, body, article, kind, name, aliases, mentions in rows:
            forms = BETWEEN.join((name, *aliases)) if aliases else name
            yield finding, body, article, max(len(mentions), 1), kind, forms

    def _insert(self, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
        with self.together():
            for some in batches(rows, BATCH):
                self.db.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({', '.join('?' * len(some[0]))})", some)

    def _name(self, rows: Iterable[tuple[Any, ...]]) -> None:
        """What names a body in an article that is here already."""
        with self.together():
            self.db.executemany(NAMING, rows)

    def _without(self, table: str, column: str, ids: Collection[str]) -> None:
        self.db.execute(f"DELETE FROM {table} WHERE {column} IN (SELECT value FROM json_each(?))", (_json(ids),))

    # --- what it tells --------------------------------------------------------------------

    def told(self, where: str = "", *values: Any, order: str = "id") -> Iterator[Told]:
        """Articles in some order."""
        rows = self.db.execute(f"SELECT * FROM article {where} ORDER BY {order}", values)
        for i, story, role, outlet, channel, title, url, seen, moment, kind, sectors, sido, sigungu, quiet, _ in rows:
            said = Reading(kind, tuple(sectors.split()), sido, sigungu)
            said = self._readings.setdefault(said, said)  # a million articles, some thousand readings
            article = EditionArticle(
                i, intern(outlet), intern(channel), title, url, date.fromisoformat(seen), _moment(moment),
                role == "reprint",
            )  # fmt: skip
            yield Told(article, story, role, said, bool(quiet))

    def these(self, ids: Iterable[str], column: str = "id", order: str = "id") -> Iterator[Told]:
        """The articles with these ids, or of these stories (`column`)."""
        for some in batches(sorted(ids), BATCH):
            yield from self.told(f"WHERE {column} IN (SELECT value FROM json_each(?))", _json(some), order=order)

    def mentions(self, articles: Collection[str] | None) -> Iterator[tuple[str, str, int]]:
        """(body, article, times) of the bodies that are shown, in order: all, or those in some articles."""
        some = "" if articles is None else "AND article IN (SELECT value FROM json_each(?))"
        yield from self.db.execute(  # +: from the few articles on, not from every body
            f"""SELECT body, article, sum(times) FROM named WHERE story IS NOT NULL {some}
            AND +body IN (SELECT body FROM called) GROUP BY body, article ORDER BY body, article""",
            () if articles is None else (_json(articles),),
        )

    def bodies_in(self, articles: Collection[str]) -> set[str]:
        """The bodies that some articles name."""
        query = "SELECT DISTINCT body FROM named WHERE article IN (SELECT value FROM json_each(?))"
        return {row[0] for row in self.db.execute(query, (_json(articles),))}

    def stories_of(self, articles: Collection[str]) -> set[str]:
        query = "SELECT DISTINCT story FROM article WHERE id IN (SELECT value FROM json_each(?))"
        return {row[0] for row in self.db.execute(query, (_json(articles),))}

    def lately(self, since: date) -> list[tuple[str, str, int]]:
        """(outlet, day, articles first seen on it) from a day on."""
        query = "SELECT outlet, seen, count(*) FROM article WHERE seen >= ? GROUP BY outlet, seen"
        return self.db.execute(query, (since.isoformat(),)).fetchall()

    def count(self) -> int:
        """Articles."""
        return int(self.db.execute("SELECT count(*) FROM article").fetchone()[0])

    def outlets(self) -> set[str]:
        return {row[0] for row in self.db.execute("SELECT DISTINCT outlet FROM article")}

    def open_to_quotes(self, articles: Collection[str]) -> set[str]:
        """Those of some articles that are here and of which more than title and link may be shown."""
        query = "SELECT id FROM article WHERE NOT quiet AND id IN (SELECT value FROM json_each(?))"
        return {row[0] for row in self.db.execute(query, (_json(articles),))}

    # --- what was released of it ----------------------------------------------------------

    def date_story(self, days: Iterable[tuple[str, str]]) -> None:
        """(story, its day)"""
        self.db.executemany("INSERT OR REPLACE INTO story VALUES (?, ?)", days)

    def date_stories(self, digest: Path) -> None:
        """The same for all stories of a digest."""
        self.db.execute("ATTACH ? AS digest", (str(digest),))
        self.db.execute("INSERT INTO main.story SELECT story_id, day FROM digest.story")
        self.db.execute("DETACH digest")

    def forget(self, kind: str, ids: Collection[str]) -> None:
        """What is made anew is not known any more."""
        for table, column in {"story": (("story", "id"),), "organisation": (("called", "body"),),
                              "event": (("party", "event"), ("event", "id"))}[kind]:  # fmt: skip
            self._without(table, column, ids)

    def call(self, body: str, name: str, forms: Iterable[str]) -> None:
        self.db.executemany(
            "INSERT OR IGNORE INTO called VALUES (?, ?, ?)", [(name, 1, body), *((form, 0, body) for form in forms)]
        )

    def body_called(self, name: str) -> str | None:
        """The body of this name: one whose whole name it is before one that is also written so."""
        query = "SELECT body FROM called WHERE name = ? ORDER BY whole DESC, body DESC LIMIT 1"
        row = self.db.execute(query, (name,)).fetchone()
        return row[0] if row else None

    def names_of(self, bodies: Collection[str]) -> set[str]:
        query = "SELECT DISTINCT name FROM called WHERE body IN (SELECT value FROM json_each(?))"
        return {row[0] for row in self.db.execute(query, (_json(bodies),))}

    def shown(self, body: str | None) -> bool:
        return self.db.execute("SELECT 1 FROM called WHERE body = ? LIMIT 1", (body,)).fetchone() is not None

    def tell(self, event: str, bodies: Iterable[str]) -> None:
        """An event that is published, and the bodies that hold, run or support it."""
        self.db.execute("INSERT OR IGNORE INTO event VALUES (?)", (event,))
        self.db.executemany("INSERT OR IGNORE INTO party VALUES (?, ?)", [(event, body) for body in bodies])

    def tells(self, event: str) -> bool:
        return self.db.execute("SELECT 1 FROM event WHERE id = ?", (event,)).fetchone() is not None

    def parties(self, events: Collection[str]) -> set[str]:
        query = "SELECT DISTINCT body FROM party WHERE event IN (SELECT value FROM json_each(?))"
        return {row[0] for row in self.db.execute(query, (_json(events),))}

    def tally(self, body: str) -> Tally:
        """What is counted of a body."""
        first, last, told = self.db.execute(
            """SELECT min(s.day), max(s.day), count(DISTINCT n.article)
            FROM named n JOIN story s ON s.id = n.story WHERE n.body = ?""",
            (body,),
        ).fetchone()
        (held,) = self.db.execute("SELECT count(*) FROM party WHERE body = ?", (body,)).fetchone()
        return first, last, held, told

    def belongs_to(self, version: str) -> None:
        self.db.execute("DELETE FROM release")
        self.db.execute("INSERT INTO release VALUES (?)", (version,))


def copied(home: Path, version: str, target: Path) -> bool:
    """A copy of the file of this release at `target`; False where there is none."""
    path = home / NAME
    if not path.is_file():
        return False
    try:
        db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            known = db.execute("SELECT version FROM release").fetchone()
        finally:
            db.close()
    except sqlite3.DatabaseError:
        return False
    if known != (version,):
        return False
    shutil.copyfile(path, target)
    return True


def keep(path: Path, home: Path) -> None:
    """Put the file of the release that has just landed into its place."""
    path.chmod(0o600)
    path.replace(home / NAME)


def _moment(text: str | None) -> date | datetime | None:
    if not text:
        return None
    return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)


def _json(ids: Iterable[str]) -> str:
    return json.dumps(sorted(ids), ensure_ascii=False)
