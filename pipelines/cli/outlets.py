"""`dure sources`: the outlets of the catalogue, the engines, and one outlet looked at closely."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipelines.cli.people import UsageError
from pipelines.cli.running import Catalogue, Json, Replay
from store.counted import counted

if TYPE_CHECKING:
    from sources.catalogue import Source

app = typer.Typer(name="sources", help="The outlets of the catalogue; check, try or keep a page of one.")
Id = Annotated[str, typer.Argument(help="id of the outlet")]

KEPT = Path("tests/sources/pages")
EVIDENCE = {
    "rendered": "pages served by the real engine",
    "saved": "pages saved from live sites",
    "reconstructed": "pages written from public selectors; a live site may differ",
    "none": "no recorded page at all",
}


@app.callback(invoke_without_command=True)
def sources(
    context: typer.Context,
    catalogue: Catalogue = None,
    families: Annotated[bool, typer.Option("--families", help="the engines, and the evidence for each")] = False,
    as_json: Json = False,
) -> None:
    """The outlets of the catalogue, or with --families the engines we read.

    Example: dure sources --families
    """
    if context.invoked_subcommand:
        return
    rows = _families() if families else [_outlet(s) for s in _catalogue(catalogue).values()]
    if as_json:
        for row in rows:
            print(json.dumps(row, ensure_ascii=False))
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(
        title=counted(len(rows), *(("family", "families") if families else ("source",))), title_justify="left"
    )
    for heading in rows[0]:
        table.add_column(heading)
    for row in rows:
        table.add_row(*(str(value) for value in row.values()))
    console = Console(width=None if sys.stdout.isatty() else 140)
    console.print(table)
    if families:
        for name, meaning in EVIDENCE.items():
            console.print(f"{name}: {meaning}", highlight=False)


@app.command()
def check(source: Id, replay: Replay = None, catalogue: Catalogue = None) -> None:
    """Ask one outlet now: its lists and feeds and three articles. Nothing is kept. Exits 1 where it does not read.

    Example: dure sources check eroun
    """
    from pipelines.cli.onboarding import articles_table, asking
    from pipelines.cli.tables import pages_console
    from pipelines.crawl.checking import check_source
    from pipelines.settings import load

    outlet = _one(source, catalogue)
    with asking(load(catalogue=catalogue), replay) as (polite, terms):
        checked = check_source(outlet, polite, terms)
    console = pages_console()
    for look in checked.places:
        console.print(f"{look.url}: {look.found}", soft_wrap=True)
    console.print(articles_table(checked.articles))
    for problem in checked.problems:
        console.print(f"! {problem}", soft_wrap=True)
    if checked.problems:
        raise SystemExit(1)
    if replay is None:
        print(f"{source} reads well; its entry may say: verified = {checked.day.isoformat()}")


@app.command("try", short_help="Read one page of an outlet, and print the reading.")
def try_(
    source: Id,
    url: Annotated[str, typer.Option(help="an address of it (default: the newest article of its list)")] = "",
    replay: Replay = None,
    catalogue: Catalogue = None,
) -> None:
    """Read one page of an outlet, and print the reading as JSON (the row of `dure parse`).

    Example: dure sources try eroun --url "https://www.eroun.net/news/articleView.html?idxno=1"
    """
    from pipelines.cli.jsonl import write
    from pipelines.cli.onboarding import asking
    from pipelines.crawl.checking import one_look
    from pipelines.settings import load

    outlet = _one(source, catalogue)
    with asking(load(catalogue=catalogue), replay) as (polite, terms):
        look = one_look(outlet, url, polite, terms)
    if look.reading is None:
        raise UsageError(f"{look.url} could not be asked ({look.found}).")
    write([{"url": look.response.final_url, **look.reading.as_row()}])


@app.command(short_help="Store a page with its reading as a test case.")
def keep(
    url: Annotated[str, typer.Argument(help="the address the page was saved from")],
    file: Annotated[Path, typer.Argument(help="the saved page")],
    into: Annotated[Path, typer.Option(help="folder of kept pages")] = KEPT,
    catalogue: Catalogue = None,
) -> None:
    """Store a page with its reading as a test case: look at the reading, correct it, commit both.

    Put our own words in the place of the outlet's first: the project keeps markup, not articles.

    Example: dure sources keep "https://paper.kr/news/articleView.html?idxno=1" saved.html
    """
    from pipelines.crawl.addresses import BadAddress, clean
    from pipelines.crawl.parse import parse_file
    from sources.catalogue import bare_host

    try:
        clean(url)
    except BadAddress as error:
        raise UsageError(f"{url!r} is not an address ({error}); give the one the page was saved from.") from error
    if not file.is_file():
        raise UsageError(f"{file} is not there; save the page with a browser first, and name the file.")
    row = parse_file(url, file, sources=_catalogue(catalogue))
    folder = into / bare_host(url)
    name = _free_name(folder, file.stem)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.html").write_bytes(file.read_bytes())
        row["file"] = f"{name}.html"
        row["fetched_at"] = datetime.fromtimestamp(file.stat().st_mtime, UTC).isoformat()
        text = json.dumps(row, ensure_ascii=False, indent=1)
        (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{folder} cannot be written ({error.strerror}); name another folder with --into.") from error
    print(f"{folder / name}.html and .json: {row['kind']} ({row['family']}); correct the .json, then commit both.")


def _free_name(folder: Path, stem: str) -> str:
    base = "".join(c if c.isalnum() or c in "-_" else "-" for c in stem)[:60] or "page"
    return next(
        n for i in range(1, 10_000) if not (folder / f"{(n := base if i == 1 else f'{base}-{i}')}.json").exists()
    )


def _one(source: str, folder: Path | None) -> Source:
    known = _catalogue(folder)
    if source not in known:
        raise UsageError(f"No such source in the catalogue: {source}; `dure sources` lists them.")
    return known[source]


def _catalogue(folder: Path | None) -> dict[str, Source]:
    from pipelines.settings import load
    from sources.catalogue import load as load_catalogue

    return load_catalogue(load(catalogue=folder).catalogue)


def _outlet(s: Source) -> dict[str, Any]:
    return {
        "id": s.id,
        "name": s.name,
        "kind": s.kind,
        "region": s.region,
        "family": s.family,
        "list": next((a.mark for a in (*s.feeds, *s.lists)), "none"),
        "verified": str(s.verified or "never"),
        "enabled": "yes" if s.enabled else "no",
    }


def _families() -> list[dict[str, Any]]:
    from sources.families import FALLBACK, FAMILIES

    return [{"family": f.name, "evidence": f.evidence, "what": f.about} for f in (*FAMILIES, FALLBACK)]
