"""What a run shows while it works, and at its end."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, is_dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipelines.stages import Progress, RunReport

STAGE_WORDS = {
    "crawl": "crawl     read pages",
    "extract": "extract   find events and organisations",
    "merge": "merge     recognise what is the same",
    "publish": "publish   make the digest",
    "mail": "mail      send the letters",
}


@contextmanager
def bars(quiet: bool = False) -> Iterator[Progress]:
    """A progress bar per stage on standard error; nothing where nobody is watching."""
    if quiet or not sys.stderr.isatty():
        yield lambda stage, done, of: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bars(*columns, console=Console(stderr=True)) as shown:
        tasks: dict[str, Any] = {}

        def advance(stage: str, done: int, of: int) -> None:
            if stage not in tasks:
                tasks[stage] = shown.add_task(STAGE_WORDS.get(stage, stage), total=of or None)
            shown.update(tasks[stage], completed=done, total=of or None)

        yield advance


def show(report: RunReport, as_json: bool) -> None:
    """The summary of a run: a table for people, one JSON object for machines."""
    if as_json:
        print(json.dumps(as_values(report), ensure_ascii=False, default=str))
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(title=f"dure run {report.run_id}: {report.outcome}", title_justify="left", show_header=True)
    for heading in ("stage", "what came of it", "seconds"):
        table.add_column(heading, justify="right" if heading == "seconds" else "left")
    for stage, tally in report.stages.items():
        table.add_row(stage, _words(tally), f"{report.seconds.get(stage, 0.0):.1f}")
    console = Console(width=None if sys.stdout.isatty() else 110)
    console.print(table)
    for complaint in report.complaints:
        console.print(f"! {complaint}", markup=False, highlight=False)
    if report.published:
        console.print(f"digest: {report.published}", markup=False, highlight=False, soft_wrap=True)


def as_values(value: Any) -> Any:
    """Dataclasses as JSON values."""
    if is_dataclass(value) and not isinstance(value, type):
        return {key: as_values(item) for key, item in asdict(value).items()}
    if isinstance(value, dict):
        return {str(key): as_values(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [as_values(item) for item in value]
    return value


def _words(tally: dict[str, Any]) -> str:
    parts = [f"{name} {count}" for name, count in tally.items() if count not in (0, "", None, {}, [])]
    return ", ".join(parts) or "nothing to do"
