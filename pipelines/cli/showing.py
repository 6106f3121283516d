"""Looking at what was published."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipelines.cli.running import Home, digest_of, session_of

if TYPE_CHECKING:
    from pipelines.settings import Settings


def serve(
    home: Home = None,
    host: Annotated[str, typer.Option(help="address to listen on")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="port to listen on")] = 8710,
    open_browser: Annotated[bool, typer.Option("--open", help="open the digest in the browser")] = False,
) -> None:
    """Show the digest: pages, /search, /data for SQL and /reconcile for OpenRefine; follows new releases as they land.

    Example: dure serve --home demo --open
    """
    from dashboards.serve import serve as serve_folder
    from pipelines.merge.reconcile.web import application
    from pipelines.settings import load

    settings = load(home=home)
    folder, leave = settings.published_folder, partial(_leave, settings)
    serve_folder(folder, host, port, open_browser, {"/reconcile": application(folder)}, leave)


def _leave(settings: Settings, key: str) -> None:
    """End a mail subscription; only by its key, which nobody can guess."""
    from pipelines.opening import changing
    from store import mailing

    if "@" not in key:
        with changing(settings) as store, store.begin() as session:
            mailing.unsubscribe(session, key)


def search(
    words: Annotated[list[str], typer.Argument(help="what to look for")],
    home: Home = None,
    limit: Annotated[int, typer.Option(help="how many lines")] = 20,
    private: Annotated[bool, typer.Option("--private", help="whole texts in the private store instead")] = False,
) -> None:
    """Search the last release: stories, events and organisations; or, with --private, whole texts.

    Example: dure search 마을기업 원주
    """
    from dashboards.search import search as ask
    from pipelines.settings import load

    if private:
        _search_texts(home, " ".join(words), limit)
        return
    found = ask(digest_of(load(home=home)), " ".join(words), limit)
    for row in found:
        print(f"{row.kind}\t{row.day or ''}\t{row.title}\t{row.page}")
    _nothing_found(found)


def _search_texts(home: Path | None, words: str, limit: int) -> None:
    from dashboards.safe import clean
    from store import texts

    with session_of(home, only_read=True) as session:
        found = texts.search(session, words, limit)
    for row in found:
        day = row.published_at.date() if row.published_at else ""
        print(row.article_id, day, row.source_id, clean(row.title), clean(row.words), row.url, sep="\t")
    _nothing_found(found)


def _nothing_found(found: Sequence[object]) -> None:
    if not found:
        print("아무것도 찾지 못했습니다.", file=sys.stderr)
        raise SystemExit(1)
