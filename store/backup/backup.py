"""Making a backup while everything runs, and making a home of one.

The store is copied first, the archive after it: an answer is archived before its row is written, so the archive of a
backup holds whatever its store speaks of. Nothing is in place before it is whole.
"""

from __future__ import annotations

import os
import shutil
import tarfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from store.archive import SharedArchive, read_archive
from store.archive.upkeep import whole_length
from store.backup import databases, manifest
from store.backup.manifest import Manifest, Part
from store.errors import NewerStore, StoreError
from store.files import nothing_above
from store.schema import HEAD, known_steps
from store.session import find_store, open_store


@dataclass(frozen=True, slots=True)
class Home:
    """Where the parts of a home lie. `catalogue`: the folder in use, and whether it is the operator's own.

    `archive` is the folder of this machine; `shared` the address of the storage that its closed files are carried to;
    `whole`: what lies there is to be in a backup, too.
    """

    store: str
    archive: Path
    published: Path
    catalogue: Path
    own_catalogue: bool
    shared: str = ""
    whole: bool = False


Put = Callable[[Path, Path, int], None]


def back_up(home: Home, target: Path, settings: Mapping[str, str], now: datetime) -> Manifest:
    """Write a folder, or one file where the target ends with .tar. Raises StoreError; nothing half-made stays."""
    if target.exists():
        raise StoreError(f"{target} is there already; a backup never overwrites anything, give another name.")
    if why := nothing_above(target):
        raise StoreError(f"{target} cannot be made: {why}; mount it or make that folder, and back up again.")
    if databases.is_empty(home.store):
        raise StoreError("There is no store yet to back up; name the home folder with --home.")
    with _beside(target) as folder:
        find_store(home.store).close()  # at this code's schema, which the manifest names
        databases.dump(home.store, folder)
        # a second name is enough for what is packed a moment later
        put = _link if target.suffix == ".tar" else _copy
        lengths = _archive(home, folder / "archive", put)
        _carried(home, folder / "archive")
        current = _published(home.published, folder / "published", put)
        _files(sorted(home.catalogue.glob("*.toml")), folder / "catalogue")
        parts = tuple(manifest.part(folder, path, lengths.get(path)) for path in _paths(folder))
        kind, said = databases.kind(home.store), dict(settings)
        made = Manifest(now.isoformat(timespec="seconds"), kind, HEAD, current, home.own_catalogue, said, parts)
        manifest.write(folder, made)
        if target.suffix == ".tar":
            _pack(folder, made, target)
        else:
            os.rename(folder, target)
    return made


def restore(source: Path, home: Home, folder: Path) -> Manifest:
    """Make the home `folder` from a backup. Raises StoreError where anything is wrong or stands there already."""
    _there(source)
    for path in (home.archive, home.published, folder / "store.db"):
        if path.exists():
            raise StoreError(f"{path} is there already; restore into an empty home folder (--home).")
    if not databases.is_empty(home.store):
        raise StoreError("The store of DURE_STORE holds tables already; restore into an empty database.")
    if source.is_file():
        with _beside(folder / "backup") as unpacked:
            _unpack(source, unpacked)
            return _restore(unpacked, home, folder, source)
    return _restore(source, home, folder, source)


def check(source: Path, called: Path | None = None) -> Manifest:
    """A backup whose every file is what it was. Raises StoreError naming those that are not.

    `called`: what a person named, where that was unpacked first.
    """
    called = called or source
    made = manifest.read(source, called)
    wrong = list(manifest.flaws(source, made.parts))
    if wrong:
        more = f" (and {len(wrong) - 3} more)" if len(wrong) > 3 else ""
        raise StoreError(f"The backup {called} is damaged: {'; '.join(wrong[:3])}{more}. Nothing was restored.")
    if made.step not in known_steps():
        raise NewerStore(
            f"The backup {called} has schema {made.step}, this Dure knows up to {HEAD}: install the newer."
        )
    return made


def _there(source: Path) -> None:
    try:
        source.stat()
    except FileNotFoundError:
        why = nothing_above(source) or f"{source.absolute().parent} holds nothing of that name"
        raise StoreError(f"There is no backup {source}: {why}.") from None
    except OSError as error:
        raise StoreError(f"The backup {source} cannot be read ({error.strerror}).") from error


def _restore(source: Path, home: Home, folder: Path, called: Path) -> Manifest:
    made = check(source, called)
    if made.kind != databases.kind(home.store):
        raise StoreError(f"The backup {called} is of a {made.kind} store, DURE_STORE names another kind; set it alike.")
    with _beside(folder / "home") as new:
        for part in made.parts:
            if part.path.startswith(("archive/", "published/")) or (made.own_catalogue and "catalogue/" in part.path):
                _copy(source / part.path, new / part.path, part.bytes)
        if made.current:
            (new / "published" / "current").symlink_to(Path("releases") / made.current)
        if made.kind == "sqlite":
            _copy(source / "store.db", new / "store.db", (source / "store.db").stat().st_size)
        else:
            databases.load(home.store, source, made.step)
        for path in sorted(new.iterdir()):
            target = home.archive if path.name == "archive" else folder / path.name
            shutil.move(path, target)  # one rename, where the archive lies on the same disk
    open_store(home.store).close()  # an older schema is brought up to date
    return made


# --- parts --------------------------------------------------------------------------------


def _archive(home: Home, target: Path, put: Put) -> dict[str, int]:
    """The WARC files; what a second name of one shows behind the length that is recorded here was appended later."""
    target.mkdir(mode=0o700)
    sizes = _recorded(home) if home.archive.is_dir() else {}
    for name, size in sizes.items():
        with suppress(FileNotFoundError):  # just carried over to shared storage
            put(home.archive / name, target / name, size)
    return {f"archive/{name}": size for name, size in sizes.items() if (target / name).exists()}


def _recorded(home: Home) -> dict[str, int]:
    """The files of this machine, with the bytes that hold whole captures."""
    if home.shared:  # what is not carried over yet; opened as a plain archive, its index would forget the rest
        return {path.name: whole_length(path, 0) for path in sorted(home.archive.glob("*.warc.gz"))}
    with read_archive(home.archive) as opened:
        return opened.recorded()


def _carried(home: Home, target: Path) -> None:
    """The files on shared storage, after those of this machine: one that is carried over meanwhile is in either."""
    if not home.whole:
        return
    with read_archive(home.archive, home.shared) as opened:
        assert isinstance(opened, SharedArchive)
        opened.bring_carried(target)


def _published(published: Path, target: Path, put: Put) -> str:
    """The release readers see (with a notice, where it has one: also the one without); its name."""
    link = published / "current"
    if not link.exists():
        return ""
    shown = link.resolve()
    for release in {shown, shown.with_name(shown.name.partition("-held-")[0])}:
        for path in sorted(p for p in release.rglob("*") if p.is_file()):
            put(path, target / "releases" / release.name / path.relative_to(release), path.stat().st_size)
    return shown.name


def _files(paths: list[Path], target: Path) -> None:
    for path in paths:
        _copy(path, target / path.name, path.stat().st_size)


def _link(source: Path, target: Path, length: int) -> None:
    """A second name of the same bytes where that can be, else a copy of the first `length`. Never for what stays: what
    appends to the home's file, cuts it or damages it would reach the backup."""
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        os.link(source, target)
    except OSError:  # another disk, or one that knows no links
        _copy(source, target, length)


def _copy(source: Path, target: Path, length: int) -> None:
    """The first `length` bytes; a disk that shares blocks until one is written to (btrfs, XFS) has no second copy."""
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    mode = source.stat().st_mode & 0o777
    with source.open("rb") as old, open(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode), "wb") as new:
        with suppress(OSError):  # not between these two disks; what is missing then is copied here
            while done := os.copy_file_range(old.fileno(), new.fileno(), length):
                length -= done
        while length and (data := old.read(min(length, 1 << 20))):
            new.write(data)
            length -= len(data)
        os.fsync(new.fileno())


def _paths(folder: Path) -> Iterator[str]:
    return (str(path.relative_to(folder)) for path in sorted(folder.rglob("*")) if path.is_file())


def _pack(folder: Path, made: Manifest, target: Path) -> None:
    part = folder / "backup.tar"
    # the whole private store in one file, which leaves its private folder: for nobody else
    with (
        open(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as out,
        tarfile.open(fileobj=out, mode="w") as tar,
    ):
        for one in (*made.parts, Part(manifest.NAME, (folder / manifest.NAME).stat().st_size, "")):
            info = tar.gettarinfo(folder / one.path, one.path)
            info.size, info.type, info.linkname = one.bytes, tarfile.REGTYPE, ""
            with (folder / one.path).open("rb") as file:
                tar.addfile(info, file)
    os.rename(part, target)


def _unpack(source: Path, folder: Path) -> None:
    try:
        with tarfile.open(source, "r:") as tar:
            tar.extractall(folder, filter="data")
    except (tarfile.TarError, OSError) as error:
        raise StoreError(
            f"{source} cannot be unpacked ({error}); nothing was restored; give what `dure backup` wrote."
        ) from error


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """An empty folder on the same disk; it is gone afterwards unless renamed."""
    folder = target.with_name(f".{target.name}.part-{os.getpid()}")
    try:
        folder.mkdir(mode=0o700)
        yield folder
    except OSError as error:
        raise StoreError(
            f"{target.parent} cannot be written ({error.strerror or error}); give another place."
        ) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)
