"""Looking at what was published."""

from __future__ import annotations

from typing import Annotated

import typer

from pipelines.cli.people import UsageError
from pipelines.cli.running import Home


def serve(
    home: Home = None,
    host: Annotated[str, typer.Option(help="address to listen on")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="port to listen on")] = 8710,
    open_browser: Annotated[bool, typer.Option("--open", help="open the digest in the browser")] = False,
) -> None:
    """Show the digest: pages, /search, and /data for SQL; follows new releases as they land.

    Example: dure serve --home demo --open
    """
    from dashboards.serve import serve as serve_folder
    from pipelines.settings import load

    serve_folder(load(home=home).published_folder, host, port, open_browser)


def search(
    words: Annotated[list[str], typer.Argument(help="what to look for")],
    home: Home = None,
    limit: Annotated[int, typer.Option(help="how many lines")] = 20,
) -> None:
    """Search the last release: stories, events and organisations.

    Example: dure search 마을기업 원주
    """
    import sys

    from dashboards.search import search as ask
    from pipelines.settings import load

    digest = load(home=home).published_folder / "current" / "digest.db"
    if not digest.is_file():
        raise UsageError(f"There is no release in {digest.parent.parent} yet; run `dure run` or `dure publish` first.")
    found = ask(digest, " ".join(words), limit)
    for row in found:
        print(f"{row.kind}\t{row.day or ''}\t{row.title}\t{row.page}")
    if not found:
        print("아무것도 찾지 못했습니다.", file=sys.stderr)
        raise SystemExit(1)
