"""The main job and its stages that touch the store."""

from __future__ import annotations

import os
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipelines.cli.people import UsageError

if TYPE_CHECKING:
    from pipelines.stages import RunReport

SEOUL = timezone(timedelta(hours=9), "KST")
Home = Annotated[Path | None, typer.Option(help="folder of store, archive and releases (DURE_HOME, else ./data)")]
Replay = Annotated[Path | None, typer.Option(help="read a recording instead of the network: a WARC file, or a folder")]
Catalogue = Annotated[Path | None, typer.Option(help="folder of catalogue files (DURE_CATALOGUE)")]
Json = Annotated[bool, typer.Option("--json", help="one JSON object instead of a table")]


def run(
    replay: Replay = None,
    home: Home = None,
    catalogue: Catalogue = None,
    plain: Annotated[bool, typer.Option("--plain", help="without Prefect, for debugging")] = False,
    as_json: Json = False,
) -> None:
    """The main job: crawl, extract, merge, publish. Exits 1 where the release was stopped.

    Example: dure run --replay pages/ --home demo
    """
    from pipelines import stages
    from pipelines.cli.progress import bars, show
    from pipelines.settings import load

    settings = load(home=home, catalogue=catalogue)
    _check_replay(replay)
    with bars(as_json) as advance:
        if plain:
            report = stages.daily(settings, replay, advance=advance)
        else:
            report = _through_prefect(settings.home, replay, settings.catalogue)
    show(report, as_json)
    raise SystemExit(0 if report.outcome == "good" else 1)


def crawl(
    source: Annotated[list[str] | None, typer.Argument(help="ids of sources; all that are due when left out")] = None,
    replay: Replay = None,
    home: Home = None,
    catalogue: Catalogue = None,
    as_json: Json = False,
) -> None:
    """One round over sources, without reading or publishing what they gave.

    Example: dure crawl eroun lifein
    """
    _one_stage("crawl", home, catalogue, as_json, replay, tuple(source or ()))


def publish(
    home: Home = None,
    catalogue: Catalogue = None,
    force: Annotated[bool, typer.Option("--force", help="publish although a promise is broken, with a banner")] = False,
    as_of: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="make a past day's release again, beside the last")
    ] = None,
    as_json: Json = False,
) -> None:
    """Make a release from what is in the store. Exits 1 where it was stopped.

    With --as-of only what had been read by that day goes in, and readers stay on the last release. An event that was
    known by then stands as it is known today.

    Example: dure publish --home data --as-of 2026-11-20
    """
    if as_of is not None and as_of.date() > datetime.now(SEOUL).date():
        raise UsageError(f"--as-of: {as_of.date()} is still to come; give today or a past day.")
    _one_stage("publish", home, catalogue, as_json, force=force, as_of=as_of.date() if as_of else None)


def schedule(
    home: Home = None,
    replay: Replay = None,
    catalogue: Catalogue = None,
    cron: Annotated[str, typer.Option(help="when the main job runs, Asia/Seoul")] = "0 6 * * *",
    every: Annotated[int, typer.Option(help="seconds between runs instead of --cron (for trying it out)")] = 0,
    port: Annotated[int, typer.Option(help="port of the Prefect server, on 127.0.0.1")] = 4200,
) -> None:
    """Bring up the Prefect server, the schedules (Asia/Seoul) and a worker, in one command; Ctrl-C ends all three.

    Example: dure schedule --cron "0 6 * * *"
    """
    from pipelines.settings import load, prepare_home

    settings = load(home=home, catalogue=catalogue)
    _check_replay(replay)
    prepare_home(settings)
    quiet_prefect(settings.home)
    # before Prefect is imported: set later it is not heard, and the runner brings up a second, ephemeral server
    os.environ["PREFECT_API_URL"] = f"http://127.0.0.1:{port}/api"
    from pipelines.schedule import serve_schedules

    serve_schedules(settings, replay, cron, every, port)


def quiet_prefect(home: Path) -> None:
    """Prefect's own settings, before it is imported: its files under our home, no telemetry, few words."""
    os.environ.setdefault("PREFECT_HOME", str((home / "prefect").resolve()))
    os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
    os.environ.setdefault("DO_NOT_TRACK", "1")
    # an ephemeral server takes 17 to 23 s on two busy cores; the default gives up after 20
    os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "120")
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "WARNING")


def _through_prefect(home: Path, replay: Path | None, catalogue: Path | None) -> RunReport:
    from pipelines.settings import load, prepare_home

    prepare_home(load(home=home))
    quiet_prefect(home)
    from pipelines.schedule import run_daily

    return run_daily(home, replay, catalogue)


def _one_stage(
    stage: str,
    home: Path | None,
    catalogue: Path | None,
    as_json: bool,
    replay: Path | None = None,
    only: tuple[str, ...] = (),
    force: bool = False,
    as_of: date | None = None,
) -> None:
    from pipelines import stages
    from pipelines.cli.progress import bars, show
    from pipelines.settings import load

    settings = load(home=home, catalogue=catalogue)
    _check_replay(replay)
    with bars(as_json) as advance:
        step = {
            "crawl": lambda: stages.crawl(settings, replay, only, advance),
            "publish": lambda: stages.publish(settings, as_of, force=force, advance=advance),
        }[stage]
        report = stages.run_steps(settings, {stage: step}, "plain")
    show(report, as_json)
    raise SystemExit(0 if report.outcome == "good" else 1)


def _check_replay(replay: Path | None) -> None:
    if replay is not None and not replay.exists():
        raise UsageError(f"--replay: {replay} is not there; give a WARC file, or a folder with index.jsonl.")
