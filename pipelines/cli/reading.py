"""`dure parse`: what a page says, without keeping anything."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipelines.cli.jsonl import write
from pipelines.cli.people import UsageError


def parse(
    file: Annotated[Path | None, typer.Argument(help="one saved page", show_default=False)] = None,
    index: Annotated[Path | None, typer.Option(help="index.jsonl of a folder of recorded pages")] = None,
    url: Annotated[str | None, typer.Option(help="address of the saved page")] = None,
) -> None:
    """Read pages: family, canonical key, article or listing, or the reason for a refusal.

    Examples:

    dure parse --index pages/index.jsonl > read.jsonl

    dure parse --url https://ex.test/bbs/board.php?bo_table=notice page.html
    """
    from pipelines.crawl.addresses import BadAddress, clean
    from pipelines.crawl.parse import parse_file, parse_index

    if index is not None and file is None:
        write(parse_index(index))
    elif file is not None and url and index is None:
        try:
            clean(url)
        except BadAddress as error:
            raise UsageError(f"--url: {url!r} {error}; give the address that the page was saved from.") from error
        write([parse_file(url, file)])
    else:
        raise UsageError("parse needs --index INDEX.JSONL, or --url ADDRESS and a file.")
