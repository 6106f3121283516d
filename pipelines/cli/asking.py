"""SQL for analysts: the private store, or the published digest."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipelines.cli.people import UsageError
from pipelines.cli.running import Home, digest_of
from store.counted import counted

if TYPE_CHECKING:
    from pipelines.settings import Settings
    from store.asking import Answer
    from store.misnamed import Beside

WORDS = "SELECT table_name, column_name, kind, meaning FROM dictionary WHERE kind <> 'seal' ORDER BY 1, 2"
WIDEST = 60


class Format(StrEnum):
    """How the rows are written."""

    table = "table"
    csv = "csv"
    json = "json"


def sql(
    statement: Annotated[str, typer.Argument(help="one SELECT; «-» reads it from standard input")] = "",
    home: Home = None,
    published: Annotated[bool, typer.Option("--published", help="ask digest.db instead of the private store")] = False,
    form: Annotated[Format, typer.Option("--format", help="how rows are written")] = Format.table,
    rows: Annotated[int, typer.Option(min=1, help="at most so many rows")] = 1000,
    seconds: Annotated[float, typer.Option(min=0.1, help="at most so long")] = 30,
) -> None:
    """Ask in SQL, read-only, SQLite and PostgreSQL alike; without a statement: what tables and columns mean.

    Example: dure sql "SELECT start_at, title, hosts FROM upcoming_events" --format csv
    """
    asked = sys.stdin.read() if statement == "-" else statement or WORDS
    if not asked.strip():
        raise UsageError("The question is empty; give one SELECT.")
    answer = _ask(home, published, asked, rows, seconds)
    {Format.table: _table, Format.csv: _csv, Format.json: _json}[form](answer)
    if answer.cut:
        print(f"Only the first {counted(rows, 'row')}; more with --rows.", file=sys.stderr)


def _ask(home: Path | None, published: bool, asked: str, rows: int, seconds: float) -> Answer:
    from pipelines.settings import load
    from store.misnamed import Beside

    settings = load(home=home)
    if published:
        beside = Beside("the private store", "ask without --published", lambda: _names(_of_store, settings, seconds))
        return _of_digest(settings, asked, rows, seconds, beside)
    beside = Beside("digest.db", "ask with --published", lambda: _names(_of_digest, settings, seconds))
    return _of_store(settings, asked, rows, seconds, beside)


def _of_digest(settings: Settings, sql: str, rows: int, seconds: float, beside: Beside | None = None) -> Answer:
    from store.asking import ask_file

    return ask_file(digest_of(settings), sql, rows, seconds, beside)


def _of_store(settings: Settings, sql: str, rows: int, seconds: float, beside: Beside | None = None) -> Answer:
    from pipelines.opening import reading
    from store.asking import ask_file, ask_postgresql

    with reading(settings):  # brings schema and views up to date
        pass
    if settings.store_address.startswith("postgresql"):
        return ask_postgresql(settings.store_address, sql, rows, seconds, beside)
    return ask_file(Path(settings.store_address.removeprefix("sqlite:///")), sql, rows, seconds, beside)


def _names(ask: Callable[..., Answer], settings: Settings, seconds: float) -> list[tuple[Any, ...]]:
    """What there is in a database; nothing where that database is not there."""
    from pipelines.settings import SettingsError
    from store.errors import StoreError
    from store.misnamed import MOST_NAMES, NAMES

    try:
        return ask(settings, NAMES, MOST_NAMES, seconds).rows
    except (UsageError, SettingsError, StoreError):
        return []


def _table(answer: Answer) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in answer.columns:
        table.add_column(name, max_width=WIDEST, overflow="fold")
    for row in answer.rows:
        table.add_row(*(_printable(value) for value in row))
    width = None if sys.stdout.isatty() else 4_000
    Console(width=width, markup=False, highlight=False, emoji=False).print(table)


def _printable(value: Any) -> str:
    """One line of visible characters: text of the web may hold what would steer a terminal."""
    from dashboards.safe import clean

    return "" if value is None else clean(str(value))[:2000]


def _csv(answer: Answer) -> None:
    """For spreadsheets: text that would be a formula gets an apostrophe in front (JSON has it as it is)."""
    from dashboards.safe import cell

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(answer.columns)
    writer.writerows([cell(value) for value in row] for row in answer.rows)


def _json(answer: Answer) -> None:
    """One object a line."""
    for row in answer.rows:
        print(json.dumps(dict(zip(_unlike(answer.columns), row, strict=True)), ensure_ascii=False, default=str))


def _unlike(names: Iterable[str]) -> list[str]:
    """Column names of which two may be the same: the second becomes name_2."""
    seen: dict[str, int] = {}
    made = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        made.append(name if seen[name] == 1 else f"{name}_{seen[name]}")
    return made
