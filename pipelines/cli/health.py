"""What an operator asks: what ran, and how each source is doing."""

from __future__ import annotations

import json
import sys
from datetime import datetime, timedelta, timezone
from typing import Any

from pipelines.cli.running import Home, Json

SHOWN = ("outcome", "last_good", "next_due", "newest_article", "articles")
KST = timezone(timedelta(hours=9))


def status(home: Home = None, as_json: Json = False) -> None:
    """What ran last, and how each source is doing: last good round, newest article, what is wrong.

    Example: dure status --home data
    """
    from pipelines.settings import load
    from pipelines.stages import opened
    from store import runs, views

    settings = load(home=home)
    with opened(settings) as store, store.begin() as session:
        last_runs = runs.runs(session, 5)
        outlets = views.outlets(session)
    if as_json:
        rows = [{"source": o.source_id, **_health(o)} for o in outlets]
        ran = [{"run": r.id, "outcome": r.outcome, "by": r.by, "detail": r.detail} for r in last_runs]
        print(json.dumps({"runs": ran, "sources": rows}, ensure_ascii=False, default=str))
        return
    _tables(last_runs, outlets)


def _health(outlet: Any) -> dict[str, Any]:
    last = outlet.last
    return {
        "outcome": last.outcome if last else "never asked",
        "last_round": _local(last.finished_at) if last else "",
        "last_good": _local(outlet.state.last_good_at),
        "next_due": _local(outlet.state.next_due_at),
        "newest_article": _local(outlet.newest_published_at),
        "articles": outlet.articles,
        "what": (last.detail if last else "") or outlet.state.note,
    }


def _tables(last_runs: list[Any], outlets: list[Any]) -> None:
    """Broken sources first; what is wrong stands on a line of its own, so that narrow terminals show it whole."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    console = Console(width=None if sys.stdout.isatty() else 100, highlight=False)
    ran = Table(title="runs, newest first", title_justify="left", box=SIMPLE_HEAD)
    for heading in ("started", "outcome", "by", "ended", "what"):
        ran.add_column(heading, no_wrap=heading != "what")
    for r in last_runs:
        ran.add_row(_local(r.started_at), r.outcome, r.by, _local(r.finished_at), r.detail)
    console.print(ran)
    table = Table(title="sources, broken ones first", title_justify="left", box=SIMPLE_HEAD)
    for heading in ("source", "outcome", "last good", "next due", "newest article", "articles"):
        table.add_column(heading, justify="right" if heading == "articles" else "left")
    for outlet in sorted(outlets, key=lambda o: (o.last is None or o.last.outcome != "broken", o.source_id)):
        shown = _health(outlet)
        table.add_row(outlet.source_id, *(str(shown[name]) for name in SHOWN))
    console.print(table)
    for outlet in outlets:
        if outlet.last and outlet.last.outcome == "broken":
            console.print(f"! {outlet.source_id}: {_health(outlet)['what']}", markup=False, soft_wrap=True)


def _local(moment: datetime | None) -> str:
    return moment.astimezone(KST).strftime("%m-%d %H:%M") if moment else ""
