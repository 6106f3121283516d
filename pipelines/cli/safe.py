"""`dure backup` and `dure restore`."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipelines.cli.running import Catalogue
from pipelines.cli.running import Home as HomeOption

if TYPE_CHECKING:
    from pipelines.settings import Settings
    from store.backup.backup import Home

TOLD = ("archive_days", "site_url", "contact", "workers", "mail_from", "mail_leave", "disk_budget")
"""Settings that a backup notes for whoever sets up the next machine. None of them is a secret."""


def backup(
    target: Annotated[Path, typer.Argument(help="a folder that is not there yet, best on another disk; or FILE.tar")],
    home: HomeOption = None,
    catalogue: Catalogue = None,
) -> None:
    """Copy store, archive, published release and catalogue as they are at one moment, while everything runs on.

    On the same disk archive files are linked, not copied. A backup also holds what is forgotten later: delete it then.

    Example: dure backup /mnt/other/dure-2026-11-25.tar
    """
    from pipelines.settings import load
    from store.backup.backup import back_up

    settings = load(home=home, catalogue=catalogue)
    said = {name: str(getattr(settings, name)) for name in TOLD if getattr(settings, name, "")}
    made = back_up(_home(settings), target, said, datetime.now(UTC))
    size = sum(part.bytes for part in made.parts)
    if settings.archive_is_shared:
        print("The archive lies on shared storage and is not in this backup.", file=sys.stderr)
    print(f"{target}: {len(made.parts)} files, {size / 2**20:.1f} MB, schema {made.step}, checksums inside.")


def restore(
    source: Annotated[Path, typer.Argument(help="what `dure backup` wrote", exists=True)],
    home: HomeOption = None,
) -> None:
    """Make a home folder from a backup, after checking every file of it. Nothing is ever overwritten.

    Example: dure restore /mnt/other/dure-2026-11-25.tar --home data
    """
    from pipelines.settings import load, prepare_home
    from store.backup import backup as backups

    settings = load(home=home)
    prepare_home(settings)
    made = backups.restore(source, _home(settings), settings.home)
    print(f"{settings.home} is as it was at {made.made_at}.")
    if made.own_catalogue:
        print(f"Its catalogue is in {settings.home / 'catalogue'}: set DURE_CATALOGUE to it, or to your own.")
    for name, value in made.settings.items():
        print(f"  then: DURE_{name.upper()}={value}")


def _home(settings: Settings) -> Home:
    from sources.catalogue import FOLDER
    from store.backup.backup import Home

    own = settings.catalogue is not None
    folder = settings.catalogue or FOLDER
    archive = None if settings.archive_is_shared else settings.archive_folder
    return Home(settings.store_address, archive, settings.published_folder, folder, own)
