"""Room on the disk, looked at before a crawl: what retention allows goes first, else the crawl does not begin.

A disk that fills up in the middle costs the day's digest; one that is asked before costs a sentence.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from pipelines.crawl.retention import expire
from pipelines.settings import Settings, SettingsError
from sources.catalogue import Source
from store.archive import Removed, open_archive
from store.counted import counted

LEAST_FREE = 64 * 2**20
"""Bytes that a crawl and the release after it need besides the release itself, which is written beside the last one."""


def make_room(settings: Settings, sources: Mapping[str, Source], now: datetime) -> Removed:
    """Captures that were kept long enough go where room is short. Raises SettingsError where it stays short."""
    if not short_of(settings):
        return Removed(0, 0)
    removed = Removed(0, 0)
    if settings.archive_folder.is_dir() or settings.archive_is_shared:
        with open_archive(settings.archive_folder, settings.archive) as archive:
            removed = expire(archive, sources, settings.archive_days, now)
    if why := short_of(settings):
        kept = counted(settings.archive_days, "day") if settings.archive_days else "for ever"
        raise SettingsError(
            f"{why}. Nothing was fetched. Free space, raise DURE_DISK_BUDGET, or keep captures for a shorter time "
            f"(DURE_ARCHIVE_DAYS, now {kept}; `dure archive purge --older-than DAYS` removes them at once)."
        )
    return removed


def short_of(settings: Settings) -> str:
    """Why there is too little room for a crawl; empty where there is enough."""
    used, budget = size_of(settings.home), int(settings.disk_budget)
    if budget and used > budget:
        return f"{settings.home} holds {_words(used)}, more than DURE_DISK_BUDGET={_words(budget)}"
    free = shutil.disk_usage(settings.home).free
    needed = LEAST_FREE + size_of(settings.published_folder / "current")
    if free < needed:
        return f"The disk of {settings.home} has {_words(free)} free, a run needs {_words(needed)}"
    return ""


def size_of(folder: Path) -> int:
    """Bytes of the files in a folder; a file with two names counts once."""
    seen: dict[tuple[int, int], int] = {}
    for path in folder.rglob("*") if folder.is_dir() else ():
        try:
            said = path.lstat()
        except FileNotFoundError:  # another process has just removed it
            continue
        if not path.is_symlink() and not path.is_dir():
            seen[said.st_dev, said.st_ino] = said.st_size
    return sum(seen.values())


def _words(size: int) -> str:
    return f"{size / 10**9:.1f} GB" if size >= 10**9 else f"{size / 10**6:.1f} MB"
