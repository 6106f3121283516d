"""`dure add`: an address goes in, what was read of it and a proposed catalogue entry come out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dashboards.safe import clean
from pipelines.cli.people import UsageError
from pipelines.cli.running import Catalogue, Json, Replay
from store.counted import counted

if TYPE_CHECKING:
    from pipelines.crawl.looking import Look
    from pipelines.crawl.onboarding import Survey
    from pipelines.crawl.polite import Polite, Terms
    from pipelines.settings import Settings

Write = Annotated[Path | None, typer.Option(help="append the entry to this catalogue file", show_default=False)]
Kind = Annotated[str, typer.Option(help="what the outlet is: local_newspaper, support_centre, forum …")]
Region = Annotated[str, typer.Option(help="시도 or 전국 (default: what the file of --write holds)")]


def add(
    url: Annotated[str, typer.Argument(help="any address of the outlet; best its list or feed")],
    replay: Replay = None,
    write: Write = None,
    kind: Kind = "",
    region: Region = "",
    catalogue: Catalogue = None,
    as_json: Json = False,
) -> None:
    """A new outlet: recognise the engine, find its list, read three articles, propose a catalogue entry.

    Example: dure add https://www.paper.kr/news/articleList.html --write sources/catalogue/gangwon.toml
    """
    from pipelines.crawl.entry import proposal
    from pipelines.crawl.looking import whole_address
    from pipelines.crawl.onboarding import survey
    from pipelines.settings import load
    from sources.catalogue import load as load_catalogue

    region = _short(region)
    _check(kind, region, write)
    url = whole_address(url)
    settings = load(catalogue=catalogue)
    outlets = load_catalogue(settings.catalogue)
    with asking(settings, replay, url) as (polite, terms):
        found = survey(url, polite, terms, _say)
    region = region or (_region_of(write) if write else "")
    table = proposal(found, outlets, None if replay else date.today(), kind, region)
    if as_json:
        print(json.dumps(_as_values(found, table), ensure_ascii=False, default=str))
    else:
        _show(found, outlets)
        print(f"\n{table}", end="")
    if write:
        _append(write, table, complete=bool(kind and region))


@contextmanager
def asking(settings: Settings, replay: Path | None, near: str = "") -> Iterator[tuple[Polite, Terms]]:
    """What asks politely: the network, or a recording in its place (at no pace: nobody is asked)."""
    from pipelines.crawl.polite import Polite, Terms

    if replay is not None:
        from pipelines.crawl.recorded_site import RecordedSite

        yield Polite(RecordedSite(replay, near).exchange, least_pace=0.0), Terms(0.0)
        return
    from pipelines.crawl.fetch import Fetcher
    from pipelines.crawl.manners import LEAST_PACE
    from pipelines.crawl.stage import user_agent

    private = settings.allow_private
    with Fetcher(user_agent(settings.contact), allow_private=private) as fetcher:
        yield Polite(fetcher.exchange, least_pace=0.0 if private else LEAST_PACE), Terms(0.0 if private else 5.0)


def _short(region: str) -> str:
    """The catalogue's word for a 시도 that may be written in full, as the law writes it: 전북특별자치도 → 전북."""
    from pipelines.korean.regions import short_sido

    return short_sido(region) or region


def _check(kind: str, region: str, write: Path | None) -> None:
    from sources.catalogue_fields import KINDS, REGIONS

    if kind and kind not in KINDS:
        raise UsageError(f"--kind: {kind!r} is not known; choose one of {', '.join(KINDS)}.")
    if region and region not in REGIONS:
        raise UsageError(f"--region: {region!r} is not known; choose one of {' '.join(REGIONS)}.")
    if write and (write.suffix != ".toml" or not write.parent.is_dir()):
        raise UsageError(f"--write: {write} is no file of a catalogue; name a .toml in a folder that is there.")


def _region_of(write: Path) -> str:
    """The region of a file all of whose outlets share one."""
    import tomllib

    from sources.catalogue_fields import REGIONS

    try:
        tables = tomllib.loads(write.read_text(encoding="utf-8")).get("source", []) if write.exists() else []
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"--write: {write} is not valid TOML ({error}); correct that line first.") from error
    regions = {str(table.get("region")) for table in tables}
    return regions.pop() if len(regions) == 1 and regions <= set(REGIONS) else ""


def _append(write: Path, table: str, *, complete: bool) -> None:
    from pipelines.crawl.entry import as_comments

    before = write.read_text(encoding="utf-8") if write.exists() else ""
    gap = "" if not before else "\n" if before.endswith("\n") else "\n\n"
    try:
        with write.open("a", encoding="utf-8") as file:
            file.write(gap + (table if complete else as_comments(table)))
    except OSError as error:
        raise UsageError(f"--write: {write} cannot be written ({error.strerror}).") from error
    what = "is in the catalogue now" if complete else "stands there as comments until its kind and region are written"
    print(f"{write}: appended; the entry {what}. Then try it: dure crawl ID, dure status.", file=sys.stderr)


# --- showing ----------------------------------------------------------------------------------


def _say(look: Look) -> None:
    print(f"asked {look.url}: {look.found}", file=sys.stderr)


def _show(found: Survey, outlets: Any) -> None:
    from pipelines.cli.tables import pages_console, pages_table
    from sources.catalogue import for_host

    console = pages_console()
    table = pages_table(f"{clean(found.name) or found.address}: {found.family}", "list", "date", "title")
    for number, item in enumerate(found.items[:10], 1):
        mark = "notice" if item.notice else "secret" if item.secret else str(number)
        table.add_row(mark, _day(item.published_at, item.date_only), clean(item.title))
    if found.items:
        console.print(table)
    console.print(articles_table(found.articles))
    known = for_host(found.address, outlets)
    for note in _notes(found, known.id if known else ""):
        console.print(f"! {note}")


def articles_table(articles: tuple[Look, ...]) -> Any:
    """What was read of some articles, and what is missing in them."""
    from pipelines.cli.tables import pages_table
    from pipelines.crawl.onboarding import missing
    from pipelines.korean.private import mask_article

    table = pages_table(f"{counted(len(articles), 'article')} read", "title", "date", "first words", "missing")
    for look in articles:
        article = look.reading.article if look.reading else None
        if article is not None:
            title, text = mask_article(article.title, article.body_text, "board")
            day = _day(article.published_at, article.date_only)
            table.add_row(clean(title), day, clean(text[:200])[:60], ", ".join(missing(look)) or "nothing")
    return table


def _notes(found: Survey, known: str) -> Iterator[str]:
    if known:
        yield f"this host is in the catalogue already, as {known}; add a second entry only for another outlet."
    if found.from_article:
        yield "the address is a single article; its list was looked for from there."
    if found.family == "unknown":
        yield "no engine was recognised: the fallback read these pages; compare them with the site before you add it."
    if len(found.articles) < 3:
        yield f"only {len(found.articles)} of 3 articles could be read; look at the site before you add it."
    if any(place.mark == "convention" for place in (*found.lists, *found.feeds)):
        yield "a list or feed is only where this engine usually keeps it; nobody has seen it yet."


def _as_values(found: Survey, table: str) -> dict[str, Any]:
    return {
        "address": found.address,
        "family": found.family,
        "name": found.name,
        "lists": [{"url": p.url, "mark": p.mark} for p in found.lists],
        "feeds": [{"url": p.url, "mark": p.mark} for p in found.feeds],
        "items": [{"url": i.url, "title": i.title, "published_at": i.published_at} for i in found.items],
        "articles": [{"url": a.url, **a.reading.as_row()} for a in found.articles if a.reading],
        "asked": [{"url": look.url, "found": look.found} for look in found.looks],
        "entry": table,
    }


def _day(moment: Any, date_only: bool) -> str:
    return moment.strftime("%Y-%m-%d" if date_only else "%Y-%m-%d %H:%M") if moment else "-"
