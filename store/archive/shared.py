"""An archive on shared storage, by an address that fsspec knows (s3://bucket/dure, sftp://…, file:///mnt/…).

Objects on such storage cannot be appended to. So a worker writes into a folder of its own, as everywhere, and carries
whole, closed files over when it closes the archive; then they leave the folder. Its index goes on knowing them. What
other workers carried over is indexed when somebody looks for something, by reading those files once; single records are
read by their place in the file.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO, cast

from store.archive.archive import MAX_BYTES, Archive
from store.archive.index import indexed
from store.archive.looking import Examined, examined
from store.archive.members import BrokenMember, Member, member_at
from store.archive.upkeep import WholePart, lock
from store.archive.values import ArchiveError, Entry, Flaw, Removed
from store.files import may_become

AHEAD = 1 << 16
"""Bytes fetched at once for a single record: most pages are smaller when packed."""


def open_archive(folder: Path, address: str = "", max_bytes: int = MAX_BYTES) -> Archive:
    """The archive in a folder; with an address, the shared one there, and the folder is where files are written."""
    return SharedArchive(folder, address, max_bytes) if "://" in address else Archive(folder, max_bytes)


def read_archive(folder: Path, address: str = "") -> Archive:
    """The same, to read in it: a folder that may not be written is read as it is, else its index is brought up to
    date as whenever an archive is opened."""
    frozen = not may_become(folder / "index.db")
    return SharedArchive(folder, address, frozen=frozen) if "://" in address else Archive(folder, frozen=frozen)


class SharedArchive(Archive):
    """As `Archive`, its closed files on shared storage. Raises ArchiveError where that cannot be reached."""

    def __init__(self, folder: Path, address: str, max_bytes: int = MAX_BYTES, frozen: bool = False) -> None:
        self._tag = f"-{uuid.uuid4().hex[:8]}"  # names of two workers never meet
        self._where = address.split("@")[-1]
        with _reached(self._where):
            self._remote, self._root = _storage(address)
            if not frozen:
                self._remote.makedirs(self._root, exist_ok=True)
        self._ready = False
        super().__init__(folder, max_bytes, frozen)
        self._ready = True

    def close(self) -> None:
        """Finish the file being written, and carry over what nobody writes to any more."""
        with self._guard:
            self._finish_file()
            try:
                if not self._frozen:
                    self._carry_over()
            finally:
                self._index.close()

    # --- carrying -------------------------------------------------------------------------

    def _carry_over(self) -> None:
        """A longer file of the same name stays: what is here then came from a backup that was made before it ended."""
        files = self._files()
        there = self._there() if files else {}
        for path in files:
            with suppress(FileNotFoundError), path.open("rb") as handle:  # another process has just carried it
                if lock(handle):
                    if path.stat().st_size > there.get(path.name, -1):
                        self._put(path)
                    self._index.allow(path.name, 0)
                    path.unlink()

    def _put(self, path: Path) -> None:
        """The local file leaves only when the whole of it lies there."""
        with _reached(self._where):
            self._remote.put_file(str(path), self._at(path.name))
            self._remote.invalidate_cache()
            there = int(self._remote.info(self._at(path.name))["size"])
        if there != path.stat().st_size:
            raise ArchiveError(f"{self._where}: {path.name} arrived with {there} of {path.stat().st_size} bytes.")

    def bring(self, folder: Path) -> None:
        """Copies of all files, those not yet carried over too, into a folder: for a replay."""
        for path in self._files():
            (folder / path.name).write_bytes(path.read_bytes())
        self.bring_carried(folder)

    def bring_carried(self, folder: Path) -> None:
        """Copies of the files that were carried over into a folder, but for those whose name is there."""
        for name in self._there():
            if not (folder / name).exists():
                with _reached(self._where):
                    self._remote.get_file(self._at(name), str(folder / name))
                (folder / name).chmod(0o600)

    # --- finding --------------------------------------------------------------------------

    def _catch_up(self) -> None:
        super()._catch_up()
        if self._ready:  # a crawl that only keeps need not read what others carried over
            self._learn()

    def _elsewhere(self) -> set[str]:
        return set(self._there())

    def _recover(self) -> None:
        super()._recover()
        self._index.may_go(self._there())

    def _learn(self) -> None:
        """Index the files of other workers."""
        known, there = self._index.sizes(), self._there()
        for name, size in there.items():
            if known.get(name) != size:
                self._index.drop_file(name)
                with self._opened(name) as stream:
                    self._index.add(indexed(WholePart(stream, 0), name), name, size)
        self._index.may_go(there)

    def _member(self, entry: Entry) -> Member:
        if (self.folder / entry.file).exists():
            return super()._member(entry)
        try:
            with self._opened(entry.file) as stream:
                return member_at(stream, entry.offset)
        except BrokenMember as error:
            raise ArchiveError(f"{self._where}/{entry.file} at byte {entry.offset}: {error}.") from error

    # --- checking and removing ------------------------------------------------------------

    def check(self) -> Iterator[Flaw]:
        yield from super().check()
        for name in self._there():
            with self._opened(name) as stream:
                yield from examined(stream, name).flaws

    def _remove(self, entries: Iterable[Entry]) -> Removed:
        """Files are fetched back, written anew without the records, and carried over again when the archive closes."""
        wanted = list(entries)
        away = {entry.file for entry in wanted} & self._there().keys()
        with _reached(self._where):
            for name in away:
                self._remote.get_file(self._at(name), str(self.folder / name))
        removed = super()._remove(wanted)
        for name in away:
            if (self.folder / name).exists():
                self._put(self.folder / name)
                self._index.allow(name, 0)
                (self.folder / name).unlink()
            else:
                with _reached(self._where):
                    self._remote.rm_file(self._at(name))
        return removed

    # --- the storage ----------------------------------------------------------------------

    def _there(self) -> dict[str, int]:
        """Files that were carried over, with their sizes."""
        return _listed(self._remote, self._root, self._where)

    def _at(self, name: str) -> str:
        return f"{self._root}/{name}"

    @contextmanager
    def _opened(self, name: str) -> Iterator[BinaryIO]:
        with _opened(self._remote, self._at(name), self._where) as stream:
            yield stream


def carried(address: str) -> dict[str, int]:
    """The files of a shared archive, with their sizes; nothing is opened, indexed or written. Raises ArchiveError."""
    where = address.split("@")[-1]
    with _reached(where):
        remote, root = _storage(address)
    return _listed(remote, root, where)


def examine_carried(address: str) -> Iterator[tuple[str, Examined]]:
    """What is in each file of a shared archive, read there, record by record. Raises ArchiveError."""
    where = address.split("@")[-1]
    with _reached(where):
        remote, root = _storage(address)
    for name in _listed(remote, root, where):
        with _opened(remote, f"{root}/{name}", where) as stream:
            yield name, examined(stream, name)


@contextmanager
def _opened(remote: Any, at: str, where: str) -> Iterator[BinaryIO]:
    with _reached(where), remote.open(at, "rb", block_size=AHEAD) as stream:
        yield cast(BinaryIO, stream)


def _storage(address: str) -> tuple[Any, str]:
    import fsspec

    remote, root = fsspec.core.url_to_fs(address)
    return remote, root


def _listed(remote: Any, root: str, where: str) -> dict[str, int]:
    with _reached(where):
        remote.invalidate_cache()
        found = _files_at(remote, root)
    names = ((str(one["name"]).rpartition("/")[2], int(one["size"] or 0)) for one in found)
    return {name: size for name, size in sorted(names) if name.endswith(".warc.gz")}


def _files_at(remote: Any, root: str) -> list[dict[str, Any]]:
    """An object store has no empty folders: before the first file is there, only the bucket is."""
    try:
        return list(remote.ls(root, detail=True))
    except FileNotFoundError:
        bucket, _, prefix = root.partition("/")
        if not (bucket and prefix and remote.exists(bucket)):
            raise
        return []


@contextmanager
def _reached(where: str) -> Iterator[None]:
    """What the storage and its driver raise becomes one sentence; a password in the address is not repeated."""
    try:
        yield
    except (ArchiveError, BrokenMember):
        raise
    except Exception as error:
        if type(error).__module__ == "builtins" and not isinstance(error, (OSError, ValueError, ImportError)):
            raise  # a bug of ours; drivers also have types of their own (no credentials, no such bucket)
        said: Any = getattr(error, "strerror", None) or error
        raise ArchiveError(f"The shared archive {where} cannot be used ({said}); see DURE_ARCHIVE.") from error
