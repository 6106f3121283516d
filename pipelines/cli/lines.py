"""Stages on their own, over JSON Lines in the formats of the gold set. Gold fields are never looked at."""

from __future__ import annotations

import csv
import sys
from pathlib import Path
from typing import Annotated

import typer

from pipelines.cli.jsonl import Lines, through, write
from pipelines.cli.people import UsageError
from pipelines.cli.running import Home, digest_of

Against = Annotated[str | None, typer.Option(help="register: find names in the published register")]
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


def match(file: File = None, against: Against = None, home: Home = None) -> None:
    """Say whether two names are one organisation, with score and reasons.

    Needs id, name_a and name_b in each line; uses context_a, context_b. With --against register: a CSV of names in
    (column name or 기관명; 지역 helps), the same lines with ids of the last release out.

    Example: dure match pairs.jsonl; dure match --against register < names.csv
    """
    from pipelines.merge.match_line import match_line

    if against is not None:
        _against(against, file, home)
        return
    through(file, ("id", "name_a", "name_b"), match_line)


def _against(what: str, file: Path | None, home: Path | None) -> None:
    """Names of a CSV in the published register; exit 1 where a line names nothing."""
    from pipelines.merge.reconcile.lines import match_rows
    from pipelines.merge.reconcile.register import read_register
    from pipelines.settings import load

    if what != "register":
        raise UsageError(f"--against is «{what}»; names can be matched against the «register».")
    register = read_register(digest_of(load(home=home)).resolve())
    try:
        data = file.read_bytes() if file else sys.stdin.buffer.read()
    except OSError as error:
        raise UsageError(f"{file} cannot be read ({error.strerror}); give a CSV file.") from error
    bad: list[str] = []
    csv.writer(sys.stdout, lineterminator="\n").writerows(match_rows(register, _text(data).splitlines(), bad.append))
    for complaint in bad:
        print(f"dure: {file or 'standard input'}: {complaint}; it was not matched.", file=sys.stderr)
    if bad:
        raise SystemExit(1)


def _text(data: bytes) -> str:
    """A spreadsheet's CSV: UTF-8, or CP949 as Korean Excel writes it."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp949", "replace")
