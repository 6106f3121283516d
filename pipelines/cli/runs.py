"""`dure runs`: what ran, and what one run did, round by round, down to its log."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipelines.cli.health import came, diagnosis
from pipelines.cli.people import UsageError
from pipelines.cli.running import Home, Json
from pipelines.cli.tables import console, local, table

if TYPE_CHECKING:
    from pathlib import Path

    from rich.console import Console

    from store.records import Round, Run
    from store.session import Store


def runs(
    run: Annotated[str, typer.Argument(help="id of one run, its beginning, or «last»")] = "",
    home: Home = None,
    log: Annotated[bool, typer.Option("--log", help="its log: one JSON object a line, in order of time")] = False,
    source: Annotated[str, typer.Option(help="only what concerns this source")] = "",
    limit: Annotated[int, typer.Option(min=1, help="how many runs, newest first")] = 20,
    as_json: Json = False,
) -> None:
    """What ran, newest first; or one run: stages, versions, rounds, what was decided on its requests.

    Example: dure runs; dure runs last; dure runs last --log --source eroun
    """
    from pipelines.opening import reading
    from pipelines.settings import load

    settings = load(home=home)
    with reading(settings) as store:
        if not run and (log or source):
            raise UsageError("name a run for --log and --source: `dure runs last --log`.")
        if not run:
            _list(store, limit, as_json)
            return
        one = _find(store, run)
        _check_asked(store, one, source)
        if log:
            _log(store, settings.home, one, source)
        else:
            _one(store, one, source, as_json)


def _check_asked(store: Store, run: Run, source: str) -> None:
    """Raises UsageError for a source that a run did not ask: one that was mistyped would show as nothing."""
    from store import runs as kept

    with store.begin() as session:
        asked = {round_.source_id for round_ in kept.rounds_of(session, run.id)}
    if source and source not in asked:
        raise UsageError(f"{source} was not asked in run {run.id}; `dure runs {run.id}` shows which were.")


def _find(store: Store, name: str) -> Run:
    from store import runs as kept

    with store.begin() as session:
        found = kept.run(session, name)
    if found is None and name == "last":
        raise UsageError("Nothing has run in this home yet.")
    if found is None:
        raise UsageError(f"{name}: no run, or more than one, begins like that; `dure runs` lists them.")
    return found


# --- all of them --------------------------------------------------------------------------


def _list(store: Store, limit: int, as_json: bool) -> None:
    from store import runs as kept

    with store.begin() as session:
        found = kept.runs(session, limit)
    if as_json:
        print(json.dumps([asdict(run) for run in found], ensure_ascii=False, default=str))
        return
    shown = table("runs, newest first", "run", "started", "took", "outcome", "sources", "added", "what")
    for run in found:
        crawled = run.stages.get("crawl", {})
        counts = (str(crawled.get(name, "")) for name in ("sources", "added"))
        shown.add_row(run.id, local(run.started_at), took(run), run.outcome, *counts, _what(run))
    console().print(shown)


def took(run: Run) -> str:
    """How long a run was; empty while nobody knows."""
    if run.finished_at is None:
        return ""
    seconds = sum(run.seconds.values()) or (run.finished_at - run.started_at).total_seconds()
    return f"{seconds / 60:.0f} min" if seconds >= 600 else f"{seconds:.1f} s"


def _what(run: Run) -> str:
    """Why it was not good, else the release it made."""
    release = run.stages.get("publish", {}).get("version", "")
    return run.detail if run.outcome in ("stopped", "broken", "killed") else release


# --- one of them --------------------------------------------------------------------------


def _one(store: Store, run: Run, source: str, as_json: bool) -> None:
    from store import runs as kept

    with store.begin() as session:
        rounds = [r for r in kept.rounds_of(session, run.id) if source in ("", r.source_id)]
        decided = kept.decisions(session, run.id, source)
    if as_json:
        whole = {**asdict(run), "rounds": [asdict(r) for r in rounds], "requests": decided}
        print(json.dumps(whole, ensure_ascii=False, default=str))
        return
    out = console()
    made = ", ".join(f"{name} {value}" for name, value in run.versions.items())
    out.print(f"run {run.id}: {run.outcome}, by {run.by} on {run.process or 'an unknown machine'}; {made}")
    out.print(f"started {local(run.started_at)}, ended {local(run.finished_at) or 'not'}, took {took(run) or '?'}")
    _stages(out, run)
    _rounds(out, rounds, run.started_at)
    if decided:
        out.print("requests: " + ", ".join(f"{name} {count}" for name, count in decided.items()), soft_wrap=True)
    for complaint in filter(None, run.detail.split("; ")):
        out.print(f"! {complaint}", soft_wrap=True)
    out.print(f"`dure runs {run.id} --log` shows every step and request.", soft_wrap=True)


def _stages(out: Console, run: Run) -> None:
    shown = table("stages", "stage", "seconds", "what came of it")
    for stage, tally in run.stages.items():
        words = ", ".join(f"{name} {count}" for name, count in tally.items() if count not in (0, "", None))
        shown.add_row(stage, f"{run.seconds.get(stage, 0.0):.1f}", words or "nothing to do")
    out.print(shown)


def _rounds(out: Console, rounds: list[Round], began: datetime) -> None:
    """Ill sources first. A round of a recording has the times of its captures: how long it took nobody knows."""
    shown = table(
        "rounds, ill sources first", "source", "started", "seconds", "diagnosis", "pages", "what came of them"
    )
    for r in sorted(rounds, key=lambda r: (not r.next_step, r.source_id)):
        seconds = f"{(r.finished_at - r.started_at).total_seconds():.0f}" if r.started_at >= began else ""
        shown.add_row(r.source_id, local(r.started_at), seconds, diagnosis(r), str(r.pages), came(r))
    if rounds:
        out.print(shown)


# --- its log ------------------------------------------------------------------------------


def _log(store: Store, home: Path, run: Run, source: str) -> None:
    """Steps and rounds from its file, requests from the store, in order of time; every line bears the run's id."""
    from pipelines import journal

    lines = journal.read(home, run.id) + list(_requests(store, run))
    for line in sorted(lines, key=lambda line: datetime.fromisoformat(line["at"])):
        if source in ("", line.get("source_id")):
            print(json.dumps(line, ensure_ascii=False, default=str))
    if not lines:
        print(f"dure: {run.id} left no log under {home / 'logs'} (another machine, or long ago).", file=sys.stderr)
        raise SystemExit(1)


def _requests(store: Store, run: Run) -> list[dict[str, Any]]:
    from store import runs as kept

    with store.begin() as session:
        of_rounds = [(r, kept.requests(session, r.id)) for r in kept.rounds_of(session, run.id)]
    return [
        {
            "at": asked.at.isoformat(timespec="milliseconds"),
            "run": run.id,
            "level": "info",
            "stage": "crawl",
            "what": asked.decision,
            "source_id": round_.source_id,
            "round": round_.id,
            "url": asked.url,
            "status": asked.status,
            "detail": asked.detail,
        }
        for round_, log in of_rounds
        for asked in log
    ]
