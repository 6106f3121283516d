"""The register of organisations and the official lists that give its bodies their numbers."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipelines.cli.people import UsageError
from pipelines.cli.running import Home
from store.counted import counted

if TYPE_CHECKING:
    from pipelines.merge.official import Load, Reading

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

File = Annotated[Path, typer.Argument(help="CSV of the public data portal, UTF-8 or CP949")]
Which = Annotated[
    str | None,
    typer.Option("--list", help="social_enterprise, cooperative or village_enterprise, where the header does not tell"),
]
Shrink = Annotated[bool, typer.Option("--shrink", help="take a list that is less than half of the last one")]
_LISTS = ("social_enterprise", "cooperative", "village_enterprise")
_SHOWN = 20


@app.callback()
def about() -> None:
    """Official lists of social enterprises, co-operatives and village enterprises in the register.

    Example: dure register load 사회적기업.csv
    """


@app.command(short_help="Load an official list: bodies get their numbers.")
def load(file: File, list_: Which = None, shrink: Shrink = False, home: Home = None) -> None:
    """Load an official list: bodies get their numbers; what does not agree is reported. Exit 1 where lines were bad.

    A second load changes only what changed. A body that is no longer listed keeps its row, with the day. What the news
    names later is recognised by the next run. Lines that differ begin with an id for `dure judge same org-… li-…`.

    Example: dure register load 협동조합.csv --list cooperative
    """
    from pipelines.merge import official
    from pipelines.opening import changing
    from pipelines.settings import load as settings

    if list_ is not None and list_ not in _LISTS:
        raise UsageError(f"--list is «{list_}»; it is one of {', '.join(_LISTS)}.")
    try:
        reading = official.read_list(file.read_bytes(), list_)  # type: ignore[arg-type]
    except OSError as error:
        raise UsageError(f"{file} cannot be read ({error.strerror}); give a CSV file.") from error
    except official.ListError as error:
        raise UsageError(f"{file}: {error}") from error
    if not reading.bodies:
        raise UsageError(f"{file}: no line could be read ({'; '.join(reading.complaints[:3]) or 'it holds none'}).")
    try:
        with changing(settings(home=home)) as store, store.begin() as session:
            done = official.load(session, reading, datetime.now(UTC), shrink)
    except official.ListError as error:
        raise UsageError(f"{file}: {error}") from error
    _report(file, reading, done)


def _report(file: Path, reading: Reading, done: Load) -> None:
    from pipelines.merge.official.matching import listed_id

    known = sum(body.organisation_id is not None for body in done.bodies)
    rows = done.rows
    print(
        f"{reading.list}\t{counted(len(done.bodies), 'body', 'bodies')}\t{len(rows.added)} new\t"
        f"{len(rows.changed)} changed\t"
        f"{rows.unchanged} as before\t{len(rows.gone)} no longer listed\t{known} known from the news"
    )
    for difference in done.differences:
        print(
            "differs",
            listed_id(difference.body),
            difference.body.number,
            difference.body.name,
            *difference.organisations,
            difference.what,
            sep="\t",
        )
    for complaint in reading.complaints[:_SHOWN]:
        print(f"dure: {file}: {complaint}; it was left out.", file=sys.stderr)
    if len(reading.complaints) > _SHOWN:
        print(f"dure: … and {counted(len(reading.complaints) - _SHOWN, 'more line')}.", file=sys.stderr)
    if reading.complaints:
        raise SystemExit(1)
