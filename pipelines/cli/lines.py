"""Stages on their own, over JSON Lines in the formats of the gold set. Gold fields are never looked at."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipelines.cli.jsonl import Lines, through, write

File = Annotated[Path | None, typer.Argument(help="JSON Lines; standard input when left out", show_default=False)]


def extract(file: File = None) -> None:
    """Read articles: relevance, sectors, region, events, organisations, figures, private data.

    Needs id and text in each line; uses channel, source, title, byline, published_at.

    Example: dure extract articles.jsonl > found.jsonl
    """
    from pipelines.extract.lines import extract_line

    through(file, ("id", "text"), extract_line)


def when(file: File = None) -> None:
    """Read time expressions: what «다음 달 5일 오후 3시» means when published at `ref`.

    Needs id and expression in each line; uses ref, context, span.

    Example: echo '{"id":"1","ref":"2026-11-20T09:00:00+09:00","expression":"내달 5일"}' | dure when
    """
    from pipelines.extract.times import read_expression

    through(file, ("id", "expression"), read_expression)


def cluster(file: File = None) -> None:
    """Group articles: cluster_id for one text printed by many, event_key for one event told by many.

    Needs id and text in each line; uses outlet, published_at, title.

    Example: dure cluster duplicates.jsonl > clusters.jsonl
    """
    from pipelines.extract.reading import read
    from pipelines.merge.cluster_lines import cluster_lines

    lines = Lines(file, ("id", "text"))
    write(cluster_lines(list(lines), read))
    lines.finish()


def match(file: File = None) -> None:
    """Say whether two names are one organisation, with score and reasons.

    Needs id, name_a and name_b in each line; uses context_a, context_b.

    Example: dure match pairs.jsonl
    """
    from pipelines.merge.match_line import match_line

    through(file, ("id", "name_a", "name_b"), match_line)
