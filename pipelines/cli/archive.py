"""`dure archive`: what was fetched, as WARC; and `dure forget`, which reaches everything."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipelines.cli.people import UsageError
from pipelines.cli.running import Catalogue, Home, Json, crawl
from store.counted import counted

if TYPE_CHECKING:
    from pipelines.settings import Settings
    from store.archive import Archive

app = typer.Typer(name="archive", help="The private archive of what was fetched (WARC 1.1).", no_args_is_help=True)
Url = Annotated[str, typer.Argument(help="address, as it was asked for or as it answered")]
LISTED = 200


@app.command(short_help="Read every record: what is damaged or lost.")
def check(home: Home = None) -> None:
    """Read every record, compare its digest, and what the files hold with what the index knows. Changes nothing.

    Exits 1 where something is damaged or lost.

    Example: dure archive check
    """
    from store.archive.agreeing import check as check_all

    settings = _archived(home)
    checked = check_all(settings.archive_folder, settings.archive if settings.archive_is_shared else "")
    for flaw in checked.flaws:
        print(flaw)
    for note in checked.notes:
        print(f"{note} (no loss; `dure doctor --repair` sets it right)", file=sys.stderr)
    print(f"{counted(checked.captures, 'capture')}, {counted(len(checked.flaws), 'flaw')}.", file=sys.stderr)
    if checked.flaws:
        raise SystemExit(1)


@app.command(short_help="When an address was fetched, and what it answered.")
def find(url: Url, home: Home = None) -> None:
    """When an address was fetched, what it answered, and where that lies.

    Example: dure archive find https://paper.kr/news/articleView.html?idxno=1
    """
    with _reading(home) as archive:
        entries = archive.find(_clean(url))
        for entry in entries:
            capture = archive.read(entry)
            where = f"{entry.file}:{entry.offset}"
            print(f"{entry.at.isoformat()}\t{capture.status}\t{entry.kind}\t{entry.source_id}\t{entry.url}\t{where}")
    if not entries:
        print(f"dure: {url} is not in the archive; addresses must be whole, as they were fetched.", file=sys.stderr)
        raise SystemExit(1)


@app.command()
def show(
    url: Url,
    home: Home = None,
    number: Annotated[int, typer.Option(help="which capture: 1 the oldest, -1 the newest")] = -1,
    headers: Annotated[bool, typer.Option("--headers", help="status and headers before the body")] = False,
) -> None:
    """The body of a capture as it was served, without its compression.

    Example: dure archive show https://paper.kr/news/articleView.html?idxno=1 > page.html
    """
    from pipelines.crawl.replay import unpacked

    with _reading(home) as archive:
        entries = archive.find(_clean(url))
        if not entries:
            raise UsageError(f"{url} is not in the archive; addresses must be whole, as they were fetched.")
        if number == 0 or not -len(entries) <= (number - 1 if number > 0 else number) < len(entries):
            raise UsageError(f"{url}: the archive has {counted(len(entries), 'capture')} of it; --number chooses one.")
        capture = archive.read(entries[number - 1 if number > 0 else number])
    if headers:
        print(f"HTTP/1.1 {capture.status} {capture.reason}")
        for name, value in capture.headers:
            print(f"{name}: {value}")
        print()
    sys.stdout.flush()
    sys.stdout.buffer.write(unpacked(capture))


@app.command(short_help="Read captures again, through the same code as live answers.")
def replay(
    path: Annotated[Path | None, typer.Argument(help="a WARC file or folder; the archive itself when left out")] = None,
    home: Home = None,
    catalogue: Catalogue = None,
    as_json: Json = False,
) -> None:
    """Read captures again through the same code as live answers, into the store (as `dure crawl --replay`).

    Example: dure archive replay data/archive
    """
    from tempfile import TemporaryDirectory

    from pipelines.settings import load
    from store.archive import SharedArchive

    settings = load(home=home) if path is not None else _archived(home)
    if path is not None or not settings.archive_is_shared:
        crawl(None, path or settings.archive_folder, home, catalogue, as_json)
        return
    with TemporaryDirectory(dir=settings.home) as folder:
        with _opened(home) as archive:
            assert isinstance(archive, SharedArchive)
            archive.bring(Path(folder))
        crawl(None, Path(folder), home, catalogue, as_json)


@app.command()
def purge(
    older_than: Annotated[
        int | None, typer.Option(help="days: what was fetched before is removed", show_default=False)
    ] = None,
    source: Annotated[str, typer.Option(help="only of this source")] = "",
    home: Home = None,
    catalogue: Catalogue = None,
) -> None:
    """Remove old captures; a body that a newer capture repeats stays. The store is not touched.

    Without --older-than: what each source's entry (oddities: keep_days) and DURE_ARCHIVE_DAYS say. Every live
    crawl ends with that.

    Example: dure archive purge --older-than 365
    """
    from pipelines.crawl.retention import expire
    from pipelines.settings import load
    from sources.catalogue import load as load_catalogue
    from sources.catalogue_fields import LONGEST_KEPT

    if older_than is not None and not 1 <= older_than <= LONGEST_KEPT:
        raise UsageError(f"--older-than is {older_than}; give days, 1 or more.")
    settings = load(home=home, catalogue=catalogue)
    outlets = load_catalogue(settings.catalogue)
    if source and older_than is None:
        raise UsageError("--source needs --older-than; how long its captures are kept stands in its entry (keep_days).")
    now = datetime.now(UTC)
    with _opened(home) as archive:
        if older_than is None:
            removed = expire(archive, outlets, settings.archive_days, now)
        else:
            removed = archive.purge(now - timedelta(days=older_than), source or None)
    if source and source not in outlets and not removed.captures:
        raise UsageError(
            f"--source {source}: not in the catalogue, and no capture of it is that old; see `dure sources`."
        )
    print(f"{counted(removed.captures, 'capture')} removed, {removed.bytes / 2**20:.1f} MB freed.")


@app.command("forget")
def forget_capture(url: Url, home: Home = None) -> None:
    """Remove every capture of an address from the archive. `dure forget` reaches the store as well.

    Example: dure archive forget https://paper.kr/news/articleView.html?idxno=1
    """
    with _opened(home) as archive:
        removed = archive.forget(_clean(url))
    print(f"{counted(removed.captures, 'capture')} removed.")
    if not removed.captures:
        raise SystemExit(1)


def forget(
    url: Annotated[str, typer.Argument(help="address or canonical key of a document; or a host: paper.kr")],
    yes: Annotated[bool, typer.Option("--yes", help="a host: all its documents, without asking")] = False,
    home: Home = None,
) -> None:
    """Remove a document everywhere: its article with all revisions and findings, what we remember, its captures.

    It stays away: the address is not asked again. Of a host all documents go; `enabled = false` in its catalogue entry
    keeps new ones out. A backup made before still holds it.

    Example: dure forget https://paper.kr/news/articleView.html?idxno=1; dure forget paper.kr --yes
    """
    from pipelines import stages
    from pipelines.crawl import forgetting
    from pipelines.opening import at_home, changing
    from pipelines.settings import load

    settings = load(home=home)
    at_home(settings)
    with _opened(home) as archive, changing(settings) as store:
        host = forgetting.host_in(url)
        if host and not yes:
            addresses, captures = forgetting.count_of(store, archive, host)
            what = f"{counted(addresses, 'address', 'addresses')} and {counted(captures, 'capture')}"
            raise UsageError(f"{host}: {what} would be removed for good; say it with --yes.")
        gone = forgetting.forget_host(store, archive, host) if host else forgetting.forget(store, archive, url)
    if not gone.any:
        print(f"dure: {url}: nothing is known of it; give its whole address, or its canonical key.", file=sys.stderr)
        raise SystemExit(1)
    stages.merge(settings)  # groups hold words of what was forgotten until they are derived anew
    print(
        f"{counted(gone.articles, 'article')} with {counted(gone.revisions, 'revision')}, "
        f"{counted(gone.addresses, 'remembered address', 'remembered addresses')} and "
        f"{counted(gone.captures, 'capture')} removed. The next release leaves it out: run `dure publish`, and delete "
        f"older releases under {settings.published_folder} if they must not show it either."
    )


def _archived(home: Path | None) -> Settings:
    """The settings of a home that has an archive. Raises UsageError."""
    from pipelines.opening import at_home
    from pipelines.settings import load

    settings = load(home=home)
    if settings.archive_is_shared:
        at_home(settings)
    elif not settings.archive_folder.is_dir():
        raise UsageError(f"There is no archive at {settings.archive_folder}; name the home folder with --home.")
    return settings


@contextmanager
def _opened(home: Path | None) -> Iterator[Archive]:
    """To change something in it."""
    from pipelines.settings import prepare_home
    from store.archive import open_archive

    settings = _archived(home)
    prepare_home(settings)
    with open_archive(settings.archive_folder, settings.archive) as archive:
        yield archive


@contextmanager
def _reading(home: Path | None) -> Iterator[Archive]:
    from store.archive import read_archive

    settings = _archived(home)
    with read_archive(settings.archive_folder, settings.archive) as archive:
        yield archive


def _clean(url: str) -> str:
    """As the crawler wrote it: without fragment and blanks; what is no address is looked for as it stands."""
    from pipelines.crawl.addresses import BadAddress, clean

    try:
        return clean(url)
    except BadAddress:
        return url.strip()
