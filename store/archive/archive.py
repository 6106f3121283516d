"""The archive of one home folder: keep, find, check, purge, forget.

Files are `dure-<time>-<number>.warc.gz`, at most 1 GB each, appended to by one process at a time (a lock
on the file). A record is written in one go, and reaches the disk, before the index names it; what a killed
process left half-written at the end of a file is cut off when the archive is opened next.

Threads that keep something at the same time are served by one of them (group commit): one question to the
index, one write. On their own they would mostly hand the lock and the interpreter to each other.
"""

from __future__ import annotations

import os
import threading
from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from store.archive import recovery, writing
from store.archive.index import Index
from store.archive.looking import examined
from store.archive.members import BrokenMember, Member, http, member_at
from store.archive.upkeep import copy_without, lock, private, private_folder, settle, settle_names, whole_length
from store.archive.values import ArchiveError, Capture, Entry, Flaw, Removed, stamp
from store.counted import counted

MAX_BYTES = 10**9
BATCH = 100
"""Captures written in one go at most: as many as there may be threads that wait for it."""


@dataclass(slots=True)
class _Waiting:
    """A capture on its way into the file; in the end it has an entry or an error."""

    capture: Capture
    entry: Entry | None = None
    error: BaseException | None = None


_Ready = list[tuple[_Waiting, writing.Group]]


class Archive:
    """An open archive. Safe to use from several threads, and beside other processes.

    One that is `frozen` may only be read: its folder stays as it is, and what its index does not know yet is indexed
    in a copy of it.
    """

    _tag = ""
    """What names of new files end with."""

    def __init__(self, folder: Path, max_bytes: int = MAX_BYTES, frozen: bool = False) -> None:
        self.folder = folder
        self._frozen = frozen
        self._max_bytes = max_bytes
        self._guard = threading.RLock()
        self._queue: deque[_Waiting] = deque()
        self._out: BinaryIO | None = None
        self._name = ""  # of the file being written
        self._size = 0
        self._still = False
        try:
            if not frozen:
                private_folder(folder)
            self._index = Index(folder / "index.db", self._settle, frozen)
        except OSError as error:
            raise ArchiveError(f"The archive {folder} cannot be opened ({error.strerror or error}).") from error
        try:
            self._recover()
        except BaseException:
            self._index.close()
            raise

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Finish the file being written and let go of it."""
        with self._guard:
            self._finish_file()
            self._index.close()

    # --- keeping --------------------------------------------------------------------------

    def keep(self, capture: Capture) -> Entry:
        """Write a capture; the same answer given again is not written twice.

        A body that this address served before becomes a `revisit`. When it returns, the record is in the file.
        Raises ArchiveError where the disk refuses; nothing half-written stays.
        """
        self._may_change()
        mine = _Waiting(capture)
        self._queue.append(mine)
        while mine.entry is None and mine.error is None:
            with self._guard:  # whoever comes first writes for all that wait, in one go
                if mine.entry is None and mine.error is None:
                    self._write_waiting()
        if mine.error is not None:
            raise mine.error
        assert mine.entry is not None
        return mine.entry

    def _write_waiting(self) -> None:
        """Take what waits and write it, split where an address comes twice: the second may repeat the first."""
        batch: dict[str, _Waiting] = {}
        while self._queue:
            if len(batch) == BATCH or self._queue[0].capture.url in batch:
                self._write_batch(batch)
                batch = {}
            one = self._queue.popleft()
            batch[one.capture.url] = one
        self._write_batch(batch)

    def _write_batch(self, batch: dict[str, _Waiting]) -> None:
        """Captures of different addresses; each gets its entry, or the error that kept it out of the file."""
        try:
            seen = self._index.seen(batch)
            ready: list[tuple[_Waiting, writing.Group]] = []
            for url, one in batch.items():
                digest = writing.digest_of(one.capture.body)
                earlier, one.entry = self._before(one.capture, digest) if url in seen else (None, None)
                if one.entry is None:
                    ready.append((one, self._packed(one.capture, digest, earlier)))
            for some in self._by_file(ready):
                self._write(some)
        except BaseException as error:
            for one in batch.values():
                one.error = None if one.entry else error
            if not isinstance(error, Exception):
                raise

    def _packed(self, capture: Capture, digest: str, earlier: writing.Referred | None) -> writing.Group:
        group = writing.group(capture, digest, earlier)
        if earlier and self._index.where(earlier.record_id) is None:  # another process has just removed it
            return writing.group(capture, digest, None)
        return group

    def _before(self, capture: Capture, digest: str) -> tuple[writing.Referred | None, Entry | None]:
        """(the earlier capture whose body is repeated, this very capture if it is kept already)."""
        if capture.status == 304:
            earlier = self._index.last_body(capture.url)
        else:
            earlier = self._index.same_body(capture.url, digest) if capture.body else None
        return earlier, self._index.known(capture.url, capture.at, earlier.digest if earlier else digest)

    def _by_file(self, ready: _Ready) -> Iterator[_Ready]:
        """Parts that fit into one file; that file is open when its part is given out."""
        while ready:
            room = self._max_bytes - self._file(len(ready[0][1].data))
            part = 1
            room -= len(ready[0][1].data)
            while part < len(ready) and len(ready[part][1].data) <= room:
                room -= len(ready[part][1].data)
                part += 1
            yield ready[:part]
            ready = ready[part:]

    def _write(self, ready: _Ready) -> None:
        """Append captures to the open file in one go, then note where they lie."""
        at = self._size
        self._append(b"".join([group.data for _, group in ready]))
        for one, group in ready:
            it = one.capture
            entry = Entry(
                it.url, it.at, group.kind, group.digest, group.record_id,
                self._name, at, group.length, it.source_id, it.asked,
            )  # fmt: skip
            at += len(group.data)
            self._index.note(entry, group.body_in, at)
            one.entry = entry

    def _append(self, data: bytes) -> None:
        out = self._out
        assert out is not None
        try:
            view = memoryview(data)
            while view:
                view = view[out.write(view) :]
        except OSError as error:
            os.truncate(out.fileno(), self._size)
            raise ArchiveError(f"The archive {out.name} cannot be written ({error.strerror or error}).") from error
        self._size += len(data)

    def _file(self, coming: int) -> int:
        """Open the file to append to, the newest one nobody else writes to, or a new one; the size it has."""
        if self._out and self._size + coming > self._max_bytes:
            self._finish_file()
        if self._out is None:
            for path in [p for p in self._files() if p.name.startswith("dure-")][-1:]:
                if path.stat().st_size + coming <= self._max_bytes:
                    self._claim(path)
            if self._out is None:
                self._new_file()
        return self._size

    def _claim(self, path: Path) -> None:
        out = path.open("ab", buffering=0)
        if not lock(out) or os.fstat(out.fileno()).st_ino != path.stat().st_ino:  # in use, or just replaced
            out.close()
            return
        if path.stat().st_size != self._index.sizes().get(path.name):  # another process has just left it
            self._bring_in(path)
        self._out, self._name, self._size = out, path.name, path.stat().st_size

    def _new_file(self) -> None:
        now = datetime.now(UTC)
        for number in range(1, 10_000):
            path = self.folder / f"dure-{now:%Y%m%d%H%M%S}-{number:04}{self._tag}.warc.gz"
            try:
                self._out = open(path, "xb", buffering=0, opener=private)  # noqa: SIM115
            except FileExistsError:
                continue
            except OSError as error:
                raise ArchiveError(f"The archive {path} cannot be made ({error.strerror or error}).") from error
            self._name, self._size = path.name, 0
            lock(self._out)
            self._append(writing.warcinfo(path.name, stamp(now)))
            self._settle()
            settle_names(self.folder)
            self._index.add([], path.name, self._size)
            return

    def _settle(self) -> None:
        if self._out:
            settle(self._out)

    def _finish_file(self) -> None:
        self._index.flush()
        if self._out:
            settle(self._out)
            self._out.close()
            self._out = None

    # --- finding --------------------------------------------------------------------------

    def hold_still(self) -> None:
        """Look once more at what others have written, then answer from the index alone: for many questions in a row."""
        with self._guard:
            self._catch_up()
            self._still = True

    def find(self, url: str) -> list[Entry]:
        """The captures of an address (or that were asked for by it), oldest first."""
        with self._guard:
            if not self._still:
                self._catch_up()
            return self._index.find(url)

    def recorded(self) -> dict[str, int]:
        """The files by name, with the bytes that hold whole captures; others may be writing behind them."""
        with self._guard:
            self._catch_up()
            sizes = self._index.sizes()  # of a file that is being written to, less than stands in it
        return {path.name: whole_length(path, sizes.get(path.name, 0)) for path in self._files()}

    def entries(self) -> list[Entry]:
        """Everything kept, oldest first."""
        with self._guard:
            self._catch_up()
            return self._index.entries()

    def read(self, entry: Entry) -> Capture:
        """A capture with its body, also where that lies with an earlier one. Raises ArchiveError."""
        with self._guard:
            head, body = http(self._member(entry))
            if entry.kind == "revisit":
                holder = self._index.body_of(entry.record_id)
                body = http(self._member(holder))[1] if holder else b""
        status, reason, headers = head
        return Capture(entry.url, entry.at, status, headers, body, reason, source_id=entry.source_id, asked=entry.asked)

    def _member(self, entry: Entry) -> Member:
        path = self.folder / entry.file
        try:
            with path.open("rb") as stream:
                return member_at(stream, entry.offset)
        except (OSError, BrokenMember) as error:
            raise ArchiveError(f"{path} at byte {entry.offset}: the record cannot be read ({error}).") from error

    # --- checking and removing ------------------------------------------------------------

    def check(self) -> Iterator[Flaw]:
        """Everything wrong in the files: broken members, records that are not what their digest says."""
        for path in self._files():
            with path.open("rb") as stream:
                yield from examined(stream, path.name).flaws

    def purge(self, older_than: datetime, source_id: str | None = None, but: Collection[str] = ()) -> Removed:
        """Remove captures from before a moment (of one source, or of all `but` some).

        Bodies that newer revisits repeat stay.
        """
        with self._guard:
            self._catch_up()
            old = [e for e in self._index.older(older_than, source_id) if e.source_id not in but]
            ids = {entry.record_id for entry in old}
            keep = {e.record_id for e in old if self._index.repeated_by(e.record_id) - ids}
            return self._remove([entry for entry in old if entry.record_id not in keep])

    def forget(self, url: str) -> Removed:
        """Remove every capture of an address, and what was asked for by it."""
        with self._guard:
            self._catch_up()
            return self._remove(self._index.find(url))

    def remove(self, entries: Iterable[Entry]) -> Removed:
        """Remove these captures; each file is rewritten once."""
        with self._guard:
            self._catch_up()
            return self._remove(entries)

    def _remove(self, entries: Iterable[Entry]) -> Removed:
        self._may_change()
        by_file: dict[str, set[str]] = defaultdict(set)
        for entry in entries:
            by_file[entry.file].add(entry.record_id)
        self._finish_file()
        freed = sum(self._rewrite(self.folder / name, ids) for name, ids in by_file.items())
        return Removed(sum(map(len, by_file.values())), freed)

    def _rewrite(self, path: Path, drop: set[str]) -> int:
        """The file without some records, moved into place in one step; bytes freed."""
        with path.open("rb") as old:
            if not lock(old):
                raise ArchiveError(f"{path} is being written to by another process; try again when it has finished.")
            before = path.stat().st_size
            part = path.with_name(path.name + ".part")
            kept = copy_without(old, part, drop)
            self._check_kept(path, kept + len(drop))
            self._index.allow(path.name, part.stat().st_size if kept else 0)
            if kept:
                os.replace(part, path)
                settle_names(self.folder)
            else:
                part.unlink()
                path.unlink()
            self._index.drop_file(path.name)
        if kept:
            self._bring_in(path)
        return before - (path.stat().st_size if kept else 0)

    def _may_change(self) -> None:
        if self._frozen:
            raise ArchiveError(f"The archive {self.folder} was opened to be read only; nothing in it was changed.")

    def _check_kept(self, path: Path, found: int) -> None:
        """Before a file is replaced: its copy has all the captures that stay. Raises ArchiveError."""
        missing = self._index.beyond(path.name, 0)[0] - found
        if missing > 0:
            path.with_name(path.name + ".part").unlink()
            raise ArchiveError(
                f"{path} is damaged: of what is to stay, {counted(missing, 'capture')} cannot be read. Nothing of it "
                "was removed. Bring the file back from a backup, or accept the loss with `dure doctor --repair`."
            )

    # --- opening --------------------------------------------------------------------------

    def _files(self) -> list[Path]:
        return sorted(self.folder.glob("*.warc.gz"))

    def _elsewhere(self) -> set[str]:
        """Names of files that do not only lie here."""
        return set()

    def _recover(self) -> None:
        """Bring the index up to date; cut off what a killed process left half-written.

        Raises ArchiveError where files have lost what the index names.
        """
        with self._guard:
            elsewhere = self._elsewhere()
            recovery.stop_where_lost(self.folder, self._index, elsewhere)
            for part in () if self._frozen else self.folder.glob("*.warc.gz.part"):
                part.unlink(missing_ok=True)
            there = {path.name for path in self._files()} | elsewhere
            recovery.forget_files(self._index, self._index.sizes().keys() - there)
            self._catch_up()

    def _catch_up(self) -> None:
        """Index what others have written since: a dead process, or a live one that has not noted it yet."""
        sizes = self._index.sizes()
        own = self._name if self._out else ""
        for path in self._files():
            with suppress(FileNotFoundError):  # another process has just removed it
                if path.name != own and path.stat().st_size != sizes.get(path.name):
                    with path.open("rb") as handle:
                        self._bring_in(path, alive=self._frozen or not lock(handle))

    def _bring_in(self, path: Path, alive: bool = False) -> None:
        recovery.bring_in(path, self._index, self._elsewhere, alive)
