"""`dure reread`: the archive read again with today's families and rules."""

from __future__ import annotations

import json
import os
import sys
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipelines.cli.people import UsageError
from pipelines.cli.running import SEOUL, Catalogue, Home, Json
from store.counted import counted

if TYPE_CHECKING:
    from collections.abc import Collection

    from pipelines.reread.stage import Difference
    from pipelines.settings import Settings
    from store.session import Store


def reread(
    source: Annotated[list[str] | None, typer.Option(help="only of this source; may be given several times")] = None,
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="only what was read (Korean day) since")
    ] = None,
    take: Annotated[bool, typer.Option("--take", help="keep what is read now; without it nothing is written")] = False,
    processes: Annotated[int, typer.Option(min=1, max=64, help="how many read at once")] = os.cpu_count() or 1,
    dask: Annotated[str, typer.Option(help="several machines: address of a Dask scheduler, tcp://10.0.0.5:8786")] = "",
    examples: Annotated[int, typer.Option(min=0, max=1000, help="examples of each kind of difference")] = 3,
    home: Home = None,
    catalogue: Catalogue = None,
    as_json: Json = False,
) -> None:
    """Read the archive again with today's families and rules, and show what differs from what is kept.

    On shared storage single records are fetched, one request each: near the storage, or with --since. Ids, judgements
    and corrections stay. An article whose page no longer reads stays as it is.

    Example: dure reread --source eroun --since 2026-11-01; then the same with --take
    """
    from pipelines.opening import changing, reading
    from pipelines.reread import stage
    from pipelines.reread.chunk import place_of
    from pipelines.settings import load
    from sources.catalogue import load as load_catalogue

    settings = load(home=home, catalogue=catalogue)
    known = load_catalogue(settings.catalogue)
    if unknown := [name for name in source or () if name not in known]:
        raise UsageError(f"--source {unknown[0]}: no such source in the catalogue; `dure sources` lists them.")
    first = since.replace(tzinfo=SEOUL) if since else None
    _can_be_read(settings, dask)
    with (changing if take else reading)(settings) as store:
        if not source:
            _all_known(store, known, take)
        if dask:
            found = _flow(settings).compare_on(dask, settings, source or [], first, examples, take)
        else:
            place = place_of(settings)
            chunks = stage.listed(store, place, source or (), first)
            found = stage.compare(stage.here(place, chunks, processes), examples, store if take else None)
    _say(found, take, as_json)


def _all_known(store: Store, catalogue: Collection[str], take: bool) -> None:
    """An outlet's region is half of what is read of its places: without its entry most would be taken back."""
    from store import shelf

    with store.begin() as session:
        missing = sorted(shelf.source_ids(session) - set(catalogue))
    if not missing:
        return
    said = f"The catalogue lacks {counted(len(missing), 'source')} of the store ({', '.join(missing[:3])} …)"
    if take:
        raise UsageError(f"{said}: name theirs with --catalogue, or put them back, before anything is taken.")
    print(f"{said}; what only their entries say, such as their region, is missing below.", file=sys.stderr)


def _can_be_read(settings: Settings, dask: str) -> None:
    """UsageError where there is no archive, or other machines could not reach what is to be read."""
    if not settings.archive_is_shared and not settings.archive_folder.is_dir() and not dask:
        raise UsageError(f"There is no archive at {settings.archive_folder}; name the home folder with --home.")
    if dask and settings.store_address.startswith("sqlite"):
        raise UsageError("--dask needs a store that other machines reach: one PostgreSQL, named by DURE_STORE.")
    if dask and not settings.archive_is_shared:
        raise UsageError("--dask needs an archive that other machines reach: shared storage, named by DURE_ARCHIVE.")


def _flow(settings: Settings) -> Any:
    """Prefect's shell, over the server that the schedules use."""
    from pipelines import prefect_server

    prefect_server.named()
    prefect_server.quiet(settings.home)
    try:
        from pipelines.reread import flow
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("distributed", "prefect_dask", "dask"):
            raise
        raise UsageError("--dask needs the extra `scale`, here and on the workers; `make setup` brings it.") from error
    return flow


def _say(found: Difference, taken: bool, as_json: bool) -> None:
    if as_json:
        print(json.dumps(_plain(found, taken), ensure_ascii=False))
        return
    from pipelines.cli.tables import console, table

    kinds = ("added", "changed", "lost")
    for title, counts in (("by field", found.fields), ("by source", found.sources)):
        shown = table(title, title[3:], *kinds)
        for name in sorted({name for name, _ in counts}):
            shown.add_row(name, *(str(counts[name, kind] or "") for kind in kinds))  # type: ignore[index]
        console().print(shown)
    for (name, kind), those in sorted(found.examples.items()):
        for article, change in those:
            print(f"{kind}\t{name}\t{article}\t{_short(change.before)} → {_short(change.after)}")
    for note, count in sorted(found.notes.items()):
        print(f"{counted(count, 'article')}: {note}; kept as before.")
    end = (
        "taken; events and bodies follow with the next `dure run`" if taken else "nothing was written; --take keeps it"
    )
    print(f"{counted(found.read, 'article')} read again, {found.differing} of them differ: {end}.", file=sys.stderr)


def _short(value: str, most: int = 60) -> str:
    flat = " ".join(value.split()) or "(nothing)"
    return flat if len(flat) <= most else flat[: most - 1] + "…"


def _plain(found: Difference, taken: bool) -> dict[str, Any]:
    def rows(counts: Any) -> list[dict[str, Any]]:
        return [{"name": name, "kind": kind, "count": count} for (name, kind), count in sorted(counts.items())]

    shown = [
        {"name": name, "kind": kind, "article": article, "before": change.before, "after": change.after}
        for (name, kind), those in sorted(found.examples.items())
        for article, change in those
    ]
    return {
        "read": found.read, "differing": found.differing, "taken": taken, "by_field": rows(found.fields),
        "by_source": rows(found.sources), "notes": dict(found.notes), "examples": shown,
    }  # fmt: skip
