"""What runs by itself: `dure schedule` on one machine, `dure deploy` and `dure worker` on several; pauses."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from datetime import UTC, datetime, time, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipelines.cli.people import UsageError
from pipelines.cli.running import Catalogue, Home, Replay, check_recording

if TYPE_CHECKING:
    from pipelines.settings import Settings

SEOUL = timezone(timedelta(hours=9), "KST")
CronTime = Annotated[str, typer.Option("--cron", help="when the main job runs, Asia/Seoul")]
Often = Annotated[int, typer.Option(min=0, help="minutes between looks at which sources are due")]
Pool = Annotated[str, typer.Option("--pool", help="name of the work pool")]
Id = Annotated[str | None, typer.Argument(help="id of a source; everything the schedules do when left out")]


def schedule(
    home: Home = None,
    replay: Replay = None,
    catalogue: Catalogue = None,
    cron: CronTime = "0 6 * * *",
    often: Often = 20,
    every: Annotated[
        int, typer.Option(min=0, help="seconds between main jobs instead of --cron (for trying it out)")
    ] = 0,
    port: Annotated[int, typer.Option(min=1, max=65535, help="port of the Prefect server, on 127.0.0.1")] = 4200,
) -> None:
    """Bring up the Prefect server, the schedules (Asia/Seoul) and a worker, in one command; Ctrl-C or SIGTERM ends
    all three.

    Sources are asked when they are due by their own rhythm (--often: how often that is looked at; 0: only before the
    digest); the main job makes the digest of the day. Prefect's own database forgets runs after DURE_PREFECT_DAYS (14).

    Example: dure schedule --cron "0 6 * * *"
    """
    from pipelines import prefect_server
    from pipelines.checking import check
    from pipelines.settings import read

    settings = read(home=home, catalogue=catalogue)
    check_recording(replay)
    check(settings, live=replay is None)
    prefect_server.quiet(settings.home)
    prefect_server.forgetting(settings.prefect_days)
    # before Prefect is imported: set later it is not heard, and the runner brings up a second, ephemeral server
    os.environ["PREFECT_API_URL"] = f"http://127.0.0.1:{port}/api"
    from pipelines.schedule import serve_schedules

    with suppress(KeyboardInterrupt):  # before the schedules ran
        serve_schedules(settings, replay, cron, every, port, often)
    print("The schedules have ended; what was under way goes on with the next start.", flush=True)


def deploy(
    pool: Pool,
    cron: CronTime = "0 6 * * *",
    often: Annotated[int, typer.Option(min=1, help="minutes between looks at which sources are due")] = 20,
    shares: Annotated[int, typer.Option(min=1, max=64, help="how many workers may ask sources at the same time")] = 1,
    home: Home = None,
) -> None:
    """Put the schedules into a work pool of the Prefect server at PREFECT_API_URL, for workers on several machines.

    Can be given again, to change them. No setting of this machine goes along: each worker has its own.

    Example: PREFECT_API_URL=http://10.0.0.5:4200/api dure deploy --pool dure --shares 2
    """
    from pipelines import prefect_server
    from pipelines.settings import load, prepare_home

    settings = load(home=home)
    prepare_home(settings)
    address = prefect_server.named()
    prefect_server.quiet(settings.home)
    from pipelines.schedule import deploy as deploy_all

    for name in deploy_all(pool, cron, often, shares):
        print(name)
    print(f"They stand in the pool «{pool}» at {address}. On each machine: dure worker --pool {pool}", file=sys.stderr)


def worker(
    pool: Pool,
    only: Annotated[str, typer.Option(help="take only runs that gather, or only the digest (gather, digest)")] = "",
    limit: Annotated[int, typer.Option(min=1, help="runs at the same time")] = 1,
    home: Home = None,
    catalogue: Catalogue = None,
) -> None:
    """Take runs from a work pool until interrupted, with the settings of this machine.

    All workers share one DURE_STORE. Refuses to start where a setting is wrong, or the store was written by a newer
    Dure.

    Example: dure worker --pool dure --only gather
    """
    from pipelines import prefect_server
    from pipelines.checking import check
    from pipelines.settings import read

    if only not in ("", "gather", "digest"):
        raise UsageError(f"--only: «{only}» is none of gather, digest.")
    settings = read(home=home, catalogue=catalogue)
    check(settings)
    _shared(settings)
    prefect_server.named()
    prefect_server.quiet(settings.home)
    _hand_on(settings)
    queue = ["--work-queue", only] if only else []
    command = ["prefect", "worker", "start", "--pool", pool, "--type", "process", "--limit", str(limit), *queue]
    os.execv(sys.executable, [sys.executable, "-m", *command])  # signals then reach Prefect's worker itself


def _shared(settings: Settings) -> None:
    if settings.store_address.startswith("sqlite"):
        print(
            "dure: DURE_STORE is an SQLite file, which only workers on this very machine share; several machines need "
            "one PostgreSQL.",
            file=sys.stderr,
        )


def _hand_on(settings: Settings) -> None:
    """A run is a process in a folder of its own: paths and the file of settings must be whole there."""
    file = Path(os.environ.get("DURE_SETTINGS") or ".env")
    if file.is_file():
        os.environ["DURE_SETTINGS"] = str(file.resolve())
    os.environ["DURE_HOME"] = str(settings.home.resolve())
    if settings.catalogue:
        os.environ["DURE_CATALOGUE"] = str(settings.catalogue.resolve())


def pause(
    source: Id = None,
    until: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="ends by itself on this day (Asia/Seoul)")
    ] = None,
    why: Annotated[str, typer.Option(help="for whoever asks later; `dure status` shows it")] = "",
    home: Home = None,
    catalogue: Catalogue = None,
) -> None:
    """Ask a source no more, or let the schedules do nothing, on all machines; what is under way ends first.

    `dure crawl ID` and `dure run` still do what they are told, now.

    Example: dure pause eroun --until 2026-12-01 --why "their server moves"
    """
    from pipelines.opening import changing
    from pipelines.settings import load
    from sources.catalogue import load as load_catalogue
    from store import pauses

    settings = load(home=home, catalogue=catalogue)
    source = _named(source)
    if source and source not in load_catalogue(settings.catalogue):
        raise UsageError(f"No such source in the catalogue: {source}; `dure sources` lists them.")
    end = datetime.combine(until.date(), time(), SEOUL).astimezone(UTC) if until else None
    if end is not None and end <= settings.now():
        raise UsageError(f"--until: {until:%Y-%m-%d} has begun; give a day to come.")
    with changing(settings) as store, store.begin() as session:
        pauses.pause(session, pauses.Pause(source, settings.now(), end, why.strip()[:500]))
    print(f"{source or 'Everything'} is paused{f' until {until:%Y-%m-%d}' if until else ''}.")


def resume(source: Id = None, home: Home = None) -> None:
    """End a pause; a source is asked when it is due.

    Example: dure resume eroun
    """
    from pipelines.opening import changing
    from pipelines.settings import load
    from store import pauses

    settings, source = load(home=home), _named(source)
    with changing(settings) as store, store.begin() as session:
        ended = pauses.resume(session, source)
        others = sorted(pauses.paused(session, settings.now()))
    if not ended:
        names = ", ".join(name or "everything" for name in others) or "nothing"
        raise UsageError(f"There is no pause of {source or 'everything'}; paused is: {names}.")
    print(f"{source or 'Everything'} goes on.")


def _named(source: str | None) -> str:
    """As the store has it: empty stands for everything, which nobody means who types an empty id (a variable unset)."""
    if source is not None and not source.strip():
        raise UsageError("The id of the source is empty; leave it out to mean everything the schedules do.")
    return source or ""
