"""What an operator asks: what ran, how each source is doing, and what is the matter with one of them."""

from __future__ import annotations

import json
import sys
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipelines.cli.people import UsageError
from pipelines.cli.running import Home, Json

if TYPE_CHECKING:
    from rich.console import Console

    from store.records import Round, Run
    from store.views import OutletHealth

SHOWN = ("diagnosis", "last_good", "next_due", "newest_article", "articles")
ROUNDS_SHOWN = 12
KST = timezone(timedelta(hours=9))


def status(
    source: Annotated[str, typer.Argument(help="id of one source: its rounds, what is the matter, what to do")] = "",
    home: Home = None,
    as_json: Json = False,
) -> None:
    """What ran last, and how each source is doing: diagnosis, last good round, newest article, next step.

    Example: dure status --home data; dure status eroun
    """
    from pipelines.settings import load
    from pipelines.stages import opened
    from store import runs, views

    with opened(load(home=home)) as store, store.begin() as session:
        if source:
            _one(source, runs.rounds(session, source, ROUNDS_SHOWN), as_json)
            return
        last_runs, outlets = runs.runs(session, 5), views.outlets(session)
    if as_json:
        rows = [{"source": o.source_id, **_health(o)} for o in outlets]
        ran = [{"run": r.id, "outcome": r.outcome, "by": r.by, "detail": r.detail} for r in last_runs]
        print(json.dumps({"runs": ran, "sources": rows}, ensure_ascii=False, default=str))
    else:
        _tables(_console(), last_runs, outlets)


# --- all sources --------------------------------------------------------------------------


def _health(outlet: OutletHealth) -> dict[str, Any]:
    last = outlet.last
    return {
        "outcome": last.outcome if last else "never asked",
        "diagnosis": diagnosis(last),
        "last_round": _local(last.finished_at) if last else "",
        "last_good": _local(outlet.state.last_good_at),
        "next_due": _local(outlet.state.next_due_at),
        "newest_article": _local(outlet.newest_published_at),
        "articles": outlet.articles,
        "what": (last.detail if last else "") or outlet.state.note,
        "next_step": last.next_step if last else "",
    }


def diagnosis(last: Round | None) -> str:
    """One word; a replayed round has no diagnosis, only an outcome."""
    return "never asked" if last is None else last.diagnosis or last.outcome


def _ill(outlet: OutletHealth) -> bool:
    return outlet.last is not None and (outlet.last.outcome == "broken" or bool(outlet.last.next_step))


def _tables(console: Console, last_runs: list[Run], outlets: list[OutletHealth]) -> None:
    """Ill sources first; what is wrong stands on a line of its own, so that narrow terminals show it whole."""
    ran = _table("runs, newest first", "started", "outcome", "by", "ended", "what")
    for r in last_runs:
        ran.add_row(_local(r.started_at), r.outcome, r.by, _local(r.finished_at), r.detail)
    console.print(ran)
    table = _table("sources, ill ones first", "source", *(name.replace("_", " ") for name in SHOWN))
    for outlet in sorted(outlets, key=lambda o: (not _ill(o), o.source_id)):
        shown = _health(outlet)
        table.add_row(outlet.source_id, *(str(shown[name]) for name in SHOWN))
    console.print(table)
    ill = [outlet for outlet in outlets if _ill(outlet)]
    for outlet in ill:
        say = f"! {outlet.source_id}: {_health(outlet)['what']}"
        step = outlet.last.next_step if outlet.last else ""
        console.print(f"{say}\n  → {step}" if step else say, soft_wrap=True)
    if ill:
        console.print(f"`dure status {ill[0].source_id}` shows the pages behind it.")


# --- one source ---------------------------------------------------------------------------


def _one(source: str, rounds: list[Round], as_json: bool) -> None:
    if not rounds:
        raise UsageError(f"{source}: no such source was ever asked; `dure status` lists those that were.")
    if as_json:
        print(json.dumps([_round(r) for r in rounds], ensure_ascii=False, default=str))
        return
    console = _console()
    table = _table(f"{source}: rounds, newest first", "started", "diagnosis", "pages", "what came of them")
    for r in rounds:
        table.add_row(_local(r.started_at), diagnosis(r), str(r.pages), _came(r))
    console.print(table)
    _evidence(console, source, rounds)


def _round(round_: Round) -> dict[str, Any]:
    shown = {"round": round_.id, "started_at": round_.started_at, "outcome": round_.outcome}
    shown |= {"diagnosis": diagnosis(round_), "what": round_.detail, "next_step": round_.next_step}
    return shown | {"counts": dict(round_.counts), "signs": dict(round_.signs)}


def _came(round_: Round) -> str:
    return ", ".join(f"{name} {count}" for name, count in round_.counts.items() if count)


def _evidence(console: Console, source: str, rounds: list[Round]) -> None:
    """Since when, what, the page that shows it beside one that read well, and the next step."""
    last = rounds[0]
    if not last.next_step:
        console.print(f"{source} is {diagnosis(last)}{f': {last.detail}' if last.detail else ''}.", soft_wrap=True)
        return
    since = _until_changed(rounds)[-1]
    console.print(f"! {last.detail} (since {_local(since.started_at)})", soft_wrap=True)
    for name, words in (("bad", "today"), ("good", "last good page")):
        if url := last.signs.get(name):
            console.print(f"  {words}: {url}\n    dure archive show '{url}'", soft_wrap=True)
    console.print(f"  → {last.next_step}", soft_wrap=True)


def _until_changed(rounds: list[Round]) -> list[Round]:
    """The newest rounds with one and the same diagnosis."""
    changed = next((n for n, r in enumerate(rounds) if r.diagnosis != rounds[0].diagnosis), len(rounds))
    return rounds[:changed]


# --- how it looks -------------------------------------------------------------------------


def _console() -> Console:
    from rich.console import Console

    return Console(width=None if sys.stdout.isatty() else 100, highlight=False, markup=False)


def _table(title: str, *headings: str) -> Any:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD)
    for heading in headings:
        right = heading in ("articles", "pages")
        table.add_column(heading, no_wrap=not heading.startswith("what"), justify="right" if right else "left")
    return table


def _local(moment: datetime | None) -> str:
    return moment.astimezone(KST).strftime("%m-%d %H:%M") if moment else ""
