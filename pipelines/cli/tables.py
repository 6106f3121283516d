"""How the tables of the operator's commands look."""

from __future__ import annotations

import sys
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console

KST = timezone(timedelta(hours=9))
NUMBERS = frozenset({"articles", "pages", "seconds", "sources", "added"})


def console() -> Console:
    """The terminal, or 100 columns where the output is kept."""
    from rich.console import Console

    return Console(width=None if sys.stdout.isatty() else 100, highlight=False, markup=False)


def table(title: str, *headings: str) -> Any:
    """A table in which only columns that begin with «what» are folded."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    made = Table(title=title, title_justify="left", box=SIMPLE_HEAD)
    for heading in headings:
        right = heading in NUMBERS
        made.add_column(heading, no_wrap=not heading.startswith("what"), justify="right" if right else "left")
    return made


def pages_console() -> Console:
    """For what was read of strangers' pages: nothing in it is markup."""
    from rich.console import Console

    return Console(width=None if sys.stdout.isatty() else 120, highlight=False, markup=False, emoji=False)


def pages_table(title: str, *headings: str) -> Any:
    """A table of their titles and sentences: all is shown. Left to itself rich cuts the word at the end of a line."""
    from rich.table import Table

    made = Table(title=title, title_justify="left")
    for heading in headings:
        made.add_column(heading, overflow="fold")
    return made


def local(moment: datetime | None) -> str:
    """Day and time in Seoul."""
    return moment.astimezone(KST).strftime("%m-%d %H:%M") if moment else ""
