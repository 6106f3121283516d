"""Where releases lie, and how the next one takes the place of the last.

::

    published/releases/2026-11-20-1f2e3d4c/   a finished release, never touched again
    published/releases/…-held-…/              the same with a notice, when the next one was stopped
    published/.next-4711/                     the one being written
    published/current -> releases/…           swapped by one rename: readers see one or the other

A process that is killed leaves at most a `.next-…` folder, which the next one clears away.
"""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

HELD = "-held-"
"""In the name of a folder that is the last good release with a notice (see `dashboards.site.held`)."""
KEPT = 14
"""Releases that stay on disk, newest first; readers of an older one finish undisturbed."""


FULL_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
FOLDER_TROUBLE = frozenset((*FULL_DISK, errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST))


class ReleaseError(Exception):
    """The release cannot be made; one sentence says where and what to do."""


@contextmanager
def workshop(home: Path) -> Iterator[Path]:
    """An empty folder beside the releases; one process at a time. It is gone afterwards unless landed."""
    try:
        home.mkdir(parents=True, exist_ok=True)
        with (home / ".lock").open("w") as lock:
            _lock(lock.fileno(), home)
            _clear(home)
            folder = home / f".next-{os.getpid()}"
            folder.mkdir()
            try:
                yield folder
            finally:
                shutil.rmtree(folder, ignore_errors=True)
    except (OSError, sqlite3.OperationalError) as error:
        if not _about_the_disk(error):
            raise
        say = f"The published folder {home} cannot be written ({getattr(error, 'strerror', None) or error})"
        raise ReleaseError(f"{say}; free space there or set DURE_HOME to a folder that can.") from error


def check_digests(releases: Iterable[Path | None]) -> None:
    """ReleaseError where the digest that the next release is compared with is gone or cannot be read."""
    for one in {path for path in releases if path is not None}:
        try:
            with closing(
                sqlite3.connect(f"{(one / 'digest.db').resolve().as_uri()}?mode=ro&immutable=1", uri=True)
            ) as db:
                db.execute("SELECT version FROM release").fetchone()
        except sqlite3.DatabaseError as error:
            raise ReleaseError(
                f"{one / 'digest.db'} of the last release is damaged ({error}); `dure doctor --repair` makes it anew."
            ) from error


def _about_the_disk(error: OSError | sqlite3.OperationalError) -> bool:
    """Whether an operator can mend it; anything else is a bug and stays a traceback."""
    if isinstance(error, OSError):
        return error.errno in FOLDER_TROUBLE
    return any(words in str(error) for words in ("disk is full", "readonly database", "disk I/O error"))


def _lock(descriptor: int, home: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise ReleaseError(f"Another process is publishing into {home}; try again when it has finished.") from error


def _clear(home: Path) -> None:
    """What a killed process left: half-written folders and unused links."""
    for left in home.glob(".next-*"):
        shutil.rmtree(left)
    for left in home.glob(".current-*"):
        left.unlink()


def current(home: Path) -> Path | None:
    """The folder of the last good release, None before the first."""
    link = home / "current"
    return link.resolve() if link.is_symlink() and link.exists() else None


def good_name(release: Path) -> str:
    """The version whose rows a folder shows, with a notice or without."""
    return release.name.partition(HELD)[0]


def good(home: Path) -> Path | None:
    """The last good release without a notice; None before the first, or where it was thinned away since."""
    shown = current(home)
    if shown is None:
        return None
    plain = shown.with_name(good_name(shown))
    return plain if plain.is_dir() else None


def day_of(release: Path) -> date:
    """The day a release was made for, as its name says."""
    return date.fromisoformat(release.name[:10])


def before(home: Path, day: date) -> Path | None:
    """The newest good release of an earlier day."""
    there = sorted((path for path in home.glob("releases/*") if HELD not in path.name), key=lambda path: path.name)
    return next((path for path in reversed(there) if path.name[:10] < day.isoformat()), None)


@contextmanager
def aside(home: Path) -> Iterator[None]:
    """The release of `current` under another name meanwhile; gone once a new one has landed, else back in its place.

    Readers see the one of an earlier day until then, and the new one is held to it.
    """
    link = home / "current"
    shown = home / link.readlink() if link.is_symlink() else None
    waiting = home / f".aside-{os.getpid()}"
    if shown is not None and shown.is_dir():
        os.rename(shown, waiting)
    link.unlink(missing_ok=True)
    earlier = before(home, day_of(shown)) if shown is not None else None
    if earlier is not None:
        point(home, earlier)
    try:
        yield
    finally:
        if current(home) in (None, earlier) and shown is not None and waiting.is_dir():
            os.rename(waiting, shown)
            point(home, shown)
        shutil.rmtree(waiting, ignore_errors=True)


def land(built: Path, home: Path, name: str) -> Path:
    """Move a finished folder into place and let `current` point at it."""
    target = put(built, home, name)
    point(home, target)
    _thin(home, target)
    return target


def put(built: Path, home: Path, name: str) -> Path:
    """Move a finished folder to its place among the releases."""
    target = home / "releases" / name
    target.parent.mkdir(exist_ok=True)
    if target.exists():
        shutil.rmtree(target)
    os.rename(built, target)
    return target


def point(home: Path, target: Path) -> None:
    """Swap `current` by one rename, which is atomic for readers."""
    link = home / f".current-{os.getpid()}"
    link.symlink_to(Path("releases") / target.name)
    os.replace(link, home / "current")


def _thin(home: Path, current_one: Path) -> None:
    """Drop the oldest releases beyond `KEPT`, never the current one."""
    releases = sorted((home / "releases").iterdir(), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for old in releases[KEPT:]:
        if old != current_one:
            shutil.rmtree(old, ignore_errors=True)
