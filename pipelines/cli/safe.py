"""`dure backup` and `dure restore`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipelines.cli.running import Catalogue
from pipelines.cli.running import Home as HomeOption
from store.counted import counted

if TYPE_CHECKING:
    from pipelines.settings import Settings
    from store.backup.backup import Home

TOLD = ("archive_days", "site_url", "contact", "workers", "mail_from", "mail_leave", "disk_budget")
"""Settings that a backup notes, where they are not the default, for whoever sets up the next machine. No secrets."""


def backup(
    target: Annotated[Path, typer.Argument(help="a folder that is not there yet, best on another disk; or FILE.tar")],
    home: HomeOption = None,
    catalogue: Catalogue = None,
    whole: Annotated[
        bool, typer.Option("--whole-archive", help="also what lies on the archive's shared storage: fetched, all of it")
    ] = False,
) -> None:
    """Copy store, archive, published release and catalogue as they are at one moment, while everything runs on.

    Of an archive on shared storage only what this machine has not carried over yet, unless --whole-archive. What
    becomes of the home's files later does not reach it. A backup is for its owner alone (mode 0600), and also holds
    what is forgotten later: delete it then. The folder it goes into must be there: give one on the other disk itself,
    and nothing is written while that is not mounted.

    Example: dure backup /mnt/other/dure/2026-11-25.tar
    """
    from pipelines.settings import Settings, load
    from store.backup.backup import back_up

    settings = load(home=home, catalogue=catalogue)
    told = {name: getattr(settings, name) for name in TOLD}
    said = {name: str(value) for name, value in told.items() if value != Settings.model_fields[name].default}
    made = back_up(_home(settings, whole), target, said, datetime.now(UTC))
    size = sum(part.bytes for part in made.parts)
    if settings.archive_is_shared and not whole:
        print(
            "What the archive has on shared storage is not in this backup (--whole-archive fetches it).",
            file=sys.stderr,
        )
    print(f"{target}: {counted(len(made.parts), 'file')}, {size / 2**20:.1f} MB, schema {made.step}, checksums inside.")


def restore(
    source: Annotated[Path, typer.Argument(help="what `dure backup` wrote")],
    home: HomeOption = None,
) -> None:
    """Make a home folder from a backup, after checking every file of it. Nothing is ever overwritten.

    A restore that is refused leaves nothing behind.
    Where DURE_ARCHIVE names shared storage, the archive of the backup is carried there by the next crawl.

    Example: dure restore /mnt/other/dure/2026-11-25.tar --home data
    """
    from pipelines.settings import load
    from store.archive.agreeing import check, rebuild
    from store.backup import backup as backups

    settings = load(home=home)
    with _made(settings):
        made = backups.restore(source, _home(settings), settings.home)
    if not settings.archive_is_shared:  # else the next crawl carries the files there first, and indexes both
        rebuild(settings.archive_folder)
        for flaw in check(settings.archive_folder).flaws:  # its checksums only say that it is as it was backed up
            print(f"dure: The archive was damaged when the backup was made: {flaw}.", file=sys.stderr)
    print(f"{settings.home} is as it was at {made.made_at}.")
    if made.own_catalogue:
        print(f"Its catalogue is in {settings.home / 'catalogue'}: set DURE_CATALOGUE to it, or to your own.")
    for name, value in made.settings.items():
        print(f"  then: DURE_{name.upper()}={value}")


@contextmanager
def _made(settings: Settings) -> Iterator[None]:
    """The home folder made ready; where nothing was put into it, it leaves again."""
    from pipelines.settings import prepare_home

    new = not settings.home.exists()
    prepare_home(settings)
    try:
        yield
    except BaseException:
        with suppress(OSError):  # one that holds something stays
            if new:
                settings.home.rmdir()
        raise


def _home(settings: Settings, whole: bool = False) -> Home:
    from sources.catalogue import FOLDER
    from store.backup.backup import Home

    own = settings.catalogue is not None
    folder = settings.catalogue or FOLDER
    shared = settings.archive if settings.archive_is_shared else ""
    published = settings.published_folder
    return Home(settings.store_address, settings.archive_folder, published, folder, own, shared, whole and bool(shared))
