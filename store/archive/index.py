"""Where each capture lies: a small SQLite file beside the WARCs, derived from them and made again when it is lost.

Captures are noted in batches: a transaction for each would cost more than fetching the page. What a process
killed in between had not noted yet is found by the next one to look: files the index does not know, or knows by
another size, are scanned from there on.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from store.archive.members import Member
from store.archive.values import ArchiveError, Entry, moment, stamp
from store.archive.writing import Referred
from store.files import to_read

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SCHEMA = """
CREATE TABLE IF NOT EXISTS capture (
    record_id TEXT PRIMARY KEY, url TEXT NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL,
    digest TEXT NOT NULL, file TEXT NOT NULL, offset INTEGER NOT NULL, length INTEGER NOT NULL,
    source_id TEXT NOT NULL DEFAULT '', asked TEXT NOT NULL DEFAULT '', body_in TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS capture_url ON capture (url, at);
CREATE INDEX IF NOT EXISTS capture_asked ON capture (asked) WHERE asked <> '';
CREATE INDEX IF NOT EXISTS capture_file ON capture (file);
CREATE INDEX IF NOT EXISTS capture_body ON capture (body_in) WHERE body_in <> record_id;
CREATE TABLE IF NOT EXISTS file (name TEXT PRIMARY KEY, size INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS to_be (name TEXT PRIMARY KEY, size INTEGER NOT NULL) WITHOUT ROWID;
"""
BATCH = 200
"""Captures noted in one transaction: 10 µs each instead of 200."""

_ENTRY = "url, at, kind, digest, record_id, file, offset, length, source_id, asked"


def micros(at: datetime) -> int:
    """Microseconds since 1970, as the index orders moments."""
    return (at - _EPOCH) // timedelta(microseconds=1)


def when(stored: int) -> datetime:
    """The moment that the index has as a number."""
    return _EPOCH + timedelta(microseconds=stored)


@dataclass(frozen=True, slots=True)
class Standing:
    """What the index says of a file: the bytes of it that are indexed, and those it may come down to (0: it may go)."""

    size: int | None
    to_be: int | None


class Index:
    """The index of one archive folder. Not thread-safe: the archive's lock guards it."""

    def __init__(self, path: Path, settle: Callable[[], None], frozen: bool = False) -> None:
        """`settle` is called before captures are noted: it has them reach the disk. `frozen`: the file stays as it
        is, and a copy that nobody else sees is written to."""
        self._settle = settle
        self._db = _copy(path) if frozen else _opened(path)
        self._path = path
        self._waiting: list[tuple[object, ...]] = []
        self._waiting_urls: set[str] = set()
        self._grown: dict[str, int] = {}

    def close(self) -> None:
        self.flush()
        self._db.close()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction. Raises ArchiveError where the disk or another process refuses it.

        The captures are in their file already: whoever looks next finds those that were not noted.
        """
        try:
            with self._db:
                yield
        except sqlite3.OperationalError as error:
            raise ArchiveError(
                f"The archive index {self._path} cannot be written ({error}); free some space."
            ) from error

    def sizes(self) -> dict[str, int]:
        """Files by name, with the bytes of them that are indexed."""
        self.flush()
        return dict(self._db.execute("SELECT name, size FROM file"))

    def note(self, entry: Entry, body_in: str, size: int) -> None:
        """Note one capture with the others of its batch; `body_in` is the record that holds its body."""
        self._waiting.append((*_row(entry), body_in))
        self._waiting_urls.add(entry.url)
        self._grown[entry.file] = size
        if len(self._waiting) >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Write down what waits."""
        if not self._waiting:
            return
        self._settle()
        with self._writing():
            self._insert(self._waiting)
            self._db.executemany("INSERT OR REPLACE INTO file VALUES (?, ?)", self._grown.items())
        self._waiting, self._waiting_urls, self._grown = [], set(), {}

    def add(self, entries: Iterable[tuple[Entry, str]], file: str, size: int) -> None:
        """Note captures (each with the record that holds its body), and that `file` is known up to `size`."""
        self.flush()
        with self._writing():
            self._insert((*_row(entry), body_in) for entry, body_in in entries)
            self._db.execute("INSERT OR REPLACE INTO file VALUES (?, ?)", (file, size))

    def _insert(self, rows: Iterable[tuple[object, ...]]) -> None:
        self._db.executemany(f"INSERT OR REPLACE INTO capture ({_ENTRY}, body_in) VALUES (?,?,?,?,?,?,?,?,?,?,?)", rows)

    def drop_file(self, name: str) -> None:
        """Forget all that lies in a file."""
        self.flush()
        with self._writing():
            self._db.execute("DELETE FROM capture WHERE file = ?", (name,))
            self._db.execute("DELETE FROM file WHERE name = ?", (name,))
            self._db.execute("DELETE FROM to_be WHERE name = ?", (name,))

    def allow(self, name: str, size: int) -> None:
        """Note that we are about to make a file shorter (0: to take it away), before it is done.

        Written through to the disk, as nothing else here: after a power cut the shorter file would else look damaged.
        """
        self.flush()
        self._db.execute("PRAGMA synchronous=FULL")
        try:
            with self._writing():
                self._db.execute("INSERT OR REPLACE INTO to_be VALUES (?, ?)", (name, size))
        finally:
            self._db.execute("PRAGMA synchronous=OFF")

    def may_go(self, names: Collection[str]) -> None:
        """Note files that lie on shared storage, where other workers may take them away."""
        self.flush()
        with self._writing():
            self._db.executemany("INSERT OR IGNORE INTO to_be VALUES (?, 0)", [(name,) for name in names])

    def standing(self, name: str) -> Standing:
        self.flush()
        query = "SELECT (SELECT size FROM file WHERE name = ?), (SELECT size FROM to_be WHERE name = ?)"
        return Standing(*self._db.execute(query, (name, name)).fetchone())

    def beyond(self, name: str, end: int) -> tuple[int, datetime | None, datetime | None]:
        """How many captures of a file do not end before `end`, and when the first and the last of them were made."""
        self.flush()
        query = "SELECT count(*), min(at), max(at) FROM capture WHERE file = ? AND offset + length > ?"
        count, first, last = self._db.execute(query, (name, end)).fetchone()
        return (count, when(first), when(last)) if count else (0, None, None)

    def seen(self, urls: Collection[str]) -> set[str]:
        """Those of some addresses of which anything was kept."""
        query = f"SELECT DISTINCT url FROM capture WHERE url IN ({','.join('?' * len(urls))})"
        found = {str(row[0]) for row in self._db.execute(query, tuple(urls))}
        return found | (self._waiting_urls & set(urls))

    def known(self, url: str, at: datetime, digest: str) -> Entry | None:
        """The capture of this very answer, if it was kept before."""
        return self._of(url, "AND at = ? AND digest = ?", (micros(at), digest))

    def same_body(self, url: str, digest: str) -> Referred | None:
        """The capture of this address that holds this body."""
        return _referred(self._of(url, "AND digest = ? AND kind = 'response'", (digest,)))

    def last_body(self, url: str) -> Referred | None:
        """The newest capture of this address that holds a body: what «not modified» refers to."""
        return _referred(self._of(url, "AND kind = 'response'"))

    def find(self, url: str) -> list[Entry]:
        """All captures of an address, or asked for by it, oldest first; none of an empty one.

        Most captures were asked for by their own address and have none noted (`asked` is empty).
        """
        return self._all("url = ? OR (asked = ? AND asked <> '')", (url, url))

    def entries(self, where: str = "1", values: tuple[object, ...] = ()) -> list[Entry]:
        """Captures, oldest first."""
        return self._all(where, values)

    def older(self, than: datetime, source_id: str | None) -> list[Entry]:
        """Captures from before a moment (of one source)."""
        if source_id is None:
            return self._all("at < ?", (micros(than),))
        return self._all("at < ? AND source_id = ?", (micros(than), source_id))

    def repeated_by(self, record_id: str) -> set[str]:
        """The revisits that rely on the body of a record."""
        self.flush()
        query = "SELECT record_id FROM capture WHERE body_in = ? AND record_id <> ?"
        return {row[0] for row in self._db.execute(query, (record_id, record_id))}

    def where(self, record_id: str) -> Entry | None:
        found = self._one("record_id = ?", (record_id,))
        if found is None and self._waiting:
            self.flush()
            found = self._one("record_id = ?", (record_id,))
        return found

    def body_of(self, record_id: str) -> Entry | None:
        """The entry that holds the body of a capture (itself, unless it is a revisit)."""
        self.flush()
        row = self._db.execute("SELECT body_in FROM capture WHERE record_id = ?", (record_id,)).fetchone()
        return self.where(row[0]) if row else None

    def _of(self, url: str, more: str, values: tuple[object, ...] = ()) -> Entry | None:
        """The newest capture of an address. What waits of others goes on waiting: each batch waits for the disk."""
        if url in self._waiting_urls:
            self.flush()
        return self._one(f"url = ? {more}", (url, *values))

    def _one(self, where: str, values: tuple[object, ...]) -> Entry | None:
        row = self._db.execute(
            f"SELECT {_ENTRY} FROM capture WHERE {where} ORDER BY at DESC LIMIT 1", values
        ).fetchone()
        return _entry(row) if row else None

    def _all(self, where: str, values: tuple[object, ...]) -> list[Entry]:
        self.flush()
        rows = self._db.execute(f"SELECT {_ENTRY} FROM capture WHERE {where} ORDER BY at, file, offset", values)
        return [_entry(row) for row in rows]


def indexed(members: Iterable[Member], file: str) -> Iterator[tuple[Entry, str]]:
    """The entries of the records of a file, each with the record id that holds its body."""
    waiting: tuple[Entry, str] | None = None
    for member in members:
        kind = member.header("WARC-Type")
        if kind in ("response", "revisit"):
            if waiting:
                yield waiting
            waiting = _of_member(member, file)
        elif kind == "metadata" and waiting and member.header("WARC-Concurrent-To") == waiting[0].record_id:
            yield _with_fields(waiting[0], member.block), waiting[1]
            waiting = None
    if waiting:
        yield waiting


def _of_member(member: Member, file: str) -> tuple[Entry, str]:
    record_id = member.header("WARC-Record-ID")
    kind = member.header("WARC-Type")
    entry = Entry(
        url=member.header("WARC-Target-URI").strip("<>"),
        at=moment(member.header("WARC-Date")),
        kind="revisit" if kind == "revisit" else "response",
        digest=member.header("WARC-Payload-Digest"),
        record_id=record_id,
        file=file,
        offset=member.offset,
        length=member.length,
    )
    return entry, member.header("WARC-Refers-To") or record_id


def _with_fields(entry: Entry, block: bytes) -> Entry:
    fields = warc_fields(block)
    return replace(entry, source_id=fields.get("source", ""), asked=fields.get("asked", ""))


def warc_fields(block: bytes) -> dict[str, str]:
    """An application/warc-fields block as a mapping."""
    pairs = (line.partition(":") for line in block.decode("utf-8", "replace").splitlines())
    return {name.strip(): value.strip() for name, _, value in pairs if name.strip()}


def _opened(path: Path) -> sqlite3.Connection:
    try:
        db = _open(path)
    except sqlite3.DatabaseError:  # torn by a power cut: it is only derived
        for tail in ("", "-wal", "-shm"):
            path.with_name(path.name + tail).unlink(missing_ok=True)
        db = _open(path)
    path.chmod(0o600)
    return db


def _copy(path: Path) -> sqlite3.Connection:
    """In a temporary file that SQLite makes and takes away; empty where there is no index that can be read."""
    for source in (path, None) if path.is_file() else (None,):
        db = sqlite3.connect("", check_same_thread=False)
        with suppress(sqlite3.DatabaseError):
            if source:
                with closing(sqlite3.connect(to_read(source), uri=True)) as original:
                    original.backup(db)
            db.executescript("PRAGMA synchronous=OFF;" + _SCHEMA)
            return db
        db.close()
    raise ArchiveError(f"The archive index {path} cannot be copied to be read; is there room for temporary files?")


def _open(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=30, check_same_thread=False)
    try:
        # derived data: a kill loses nothing, a power cut is repaired by scanning again
        db.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;" + _SCHEMA)
    except sqlite3.OperationalError as error:
        db.close()
        raise ArchiveError(f"The archive index {path} cannot be opened ({error}); check its folder.") from error
    except sqlite3.DatabaseError:
        db.close()
        raise
    return db


def _row(entry: Entry) -> tuple[object, ...]:
    return (
        entry.url, micros(entry.at), entry.kind, entry.digest, entry.record_id,
        entry.file, entry.offset, entry.length, entry.source_id, entry.asked,
    )  # fmt: skip


def _entry(row: tuple[object, ...]) -> Entry:
    url, at, *rest = row
    return Entry(str(url), when(int(str(at))), *rest)  # type: ignore[arg-type]


def _referred(entry: Entry | None) -> Referred | None:
    return Referred(entry.url, stamp(entry.at), entry.record_id, entry.digest) if entry else None
