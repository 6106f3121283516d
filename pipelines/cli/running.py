"""The main job and its stages that touch the store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipelines.cli.people import UsageError

if TYPE_CHECKING:
    from sqlmodel import Session

    from pipelines.settings import Settings
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
    check_what_is_read(settings, replay)
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
    from pipelines.settings import load
    from sources.catalogue import load as load_catalogue

    known = load_catalogue(load(home=home, catalogue=catalogue).catalogue) if source else {}
    if unknown := [name for name in source or () if name not in known]:
        raise UsageError(f"No such source in the catalogue: {unknown[0]}; `dure sources` lists them.")
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


def _through_prefect(home: Path, replay: Path | None, catalogue: Path | None) -> RunReport:
    from pipelines import prefect_server
    from pipelines.settings import load, prepare_home

    prepare_home(load(home=home))
    prefect_server.quiet(home)
    answering = prefect_server.until_exit(home)
    from pipelines.schedule import run_daily

    answering()
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
    from pipelines.opening import at_home
    from pipelines.settings import load

    settings = load(home=home, catalogue=catalogue)
    if stage == "crawl":
        check_what_is_read(settings, replay)
    else:
        at_home(settings)
    with bars(as_json) as advance:
        step = {
            "crawl": lambda: stages.crawl(settings, replay, only, advance),
            "publish": lambda: stages.publish(settings, as_of, force=force, advance=advance),
        }[stage]
        report = stages.run_steps(settings, {stage: step}, "plain")
    show(report, as_json)
    raise SystemExit(0 if report.outcome == "good" else 1)


@contextmanager
def session_of(home: Path | None, only_read: bool = False) -> Iterator[Session]:
    """One transaction in the store of a home that is there."""
    from pipelines.opening import changing, reading
    from pipelines.settings import load

    with (reading if only_read else changing)(load(home=home)) as store, store.begin() as session:
        yield session


def digest_of(settings: Settings) -> Path:
    """The database of the release that readers see. Raises UsageError where there is none."""
    digest = settings.published_folder / "current" / "digest.db"
    if not digest.is_file():
        raise UsageError(
            f"There is no release in {settings.published_folder} yet; run `dure run` or `dure publish` first."
        )
    return digest


def check_what_is_read(settings: Settings, replay: Path | None) -> None:
    """Before anything starts: a recording that is one, or a contact for the net."""
    from pipelines.crawl.stage import user_agent

    check_recording(replay)
    if replay is None:
        user_agent(settings.contact)


def check_recording(replay: Path | None) -> None:
    """Raises UsageError where a recording surely is none: before a home is made for it."""
    from store.archive.reading import is_recording

    says = "give a WARC file, or a folder with WARC files or an index.jsonl."
    if replay is None:
        return
    if not replay.exists():
        raise UsageError(f"--replay: {replay} is not there; {says}")
    if replay.is_dir() and not any(one.name == "index.jsonl" or is_recording(one) for one in replay.iterdir()):
        raise UsageError(f"--replay: {replay} holds no recording; {says}")
    if replay.is_file() and replay.suffix != ".jsonl" and not _begins_like_warc(replay):
        raise UsageError(f"--replay: {replay} is no WARC file; {says}")


def _begins_like_warc(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(8).startswith((b"\x1f\x8b", b"WARC/", b"filedesc"))  # the last: ARC, which is read too
