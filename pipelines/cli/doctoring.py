"""`dure doctor`: do store, archive, search index and published folder agree?"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from pipelines.cli.running import Catalogue, Home

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipelines.doctor.ailments import Ailment
    from pipelines.settings import Settings


def doctor(
    home: Home = None,
    catalogue: Catalogue = None,
    repair: Annotated[
        bool,
        typer.Option(
            "--repair", help="repair what can be, say what cannot; captures that are lost are accepted as lost"
        ),
    ] = False,
) -> None:
    """Check that store, archive, search index and published folder are whole and agree; one line for each ailment.

    An archive on shared storage is asked for its files by name and size, not read.
    Exits 1 where something is wrong (with --repair: where something stays wrong).

    Example: dure doctor --repair
    """
    from pipelines.doctor.examination import examine
    from pipelines.opening import at_home
    from pipelines.settings import load

    settings = load(home=home, catalogue=catalogue)
    if not settings.home.is_dir():  # one whose store is lost is ill, and examined
        at_home(settings)
    found = list(examine(settings))
    for one in found:
        _line(one)
    if repair and found:
        found = _repaired(settings, found)
    elif any(one.repair for one in found):
        print("`dure doctor --repair` repairs what is marked so.", file=sys.stderr)
    if settings.archive_is_shared:
        print(
            "Of the archive on shared storage only names and sizes were looked at; `dure archive check` reads it.",
            file=sys.stderr,
        )
    if found:
        raise SystemExit(1)
    print("Store, archive, search index and published folder agree." if not repair else "Everything agrees.")


def _repaired(settings: Settings, found: list[Ailment]) -> list[Ailment]:
    """What is wrong after the repair: what was found again, and what was lost for good."""
    from pipelines.doctor.examination import examine

    _mend(settings, {one.repair for one in found})
    for one in found:
        if one.repair == "loss":
            print(f"{one.where}: {one.what} — accepted; the index no longer names it.")
    left = list(examine(settings))
    for one in left:
        _line(one, "still ")
    return list(dict.fromkeys([*left, *(one for one in found if not one.repair or one.step)]))


def _line(one: Ailment, before: str = "") -> None:
    how = {"": "cannot be repaired", "loss": "`--repair` accepts the loss"}.get(one.repair, "can be repaired")
    says = "; ".join(filter(None, (how, one.step)))
    print(f"{before}{one.where}: {one.what} — {says}.")


def _mend(settings: Settings, repairs: Iterable[str]) -> None:
    """The repairs in the order in which one needs the other."""
    from pipelines import stages
    from store.archive.agreeing import rebuild

    wanted = set(repairs)
    if wanted & {"index", "loss", "tail"}:
        rebuild(settings.archive_folder, settings.archive if settings.archive_is_shared else "")
    if "groups" in wanted:
        stages.merge(settings)
    if "release" in wanted:
        stages.publish_anew(settings)
