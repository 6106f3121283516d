"""Readers of the mail, and the mail itself."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipelines.cli.people import UsageError, say_empty
from pipelines.cli.running import Home, digest_of, session_of
from store.counted import counted

if TYPE_CHECKING:
    pass

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
NO_READERS = "There are no readers yet; `dure mail add ADDRESS` adds one."

Address = Annotated[str, typer.Argument(help="mail address", metavar="ADDRESS")]
Region = Annotated[list[str] | None, typer.Option("--region", help="시·도, short form (강원); repeat it for more")]
Sector = Annotated[list[str] | None, typer.Option("--sector", help="field: 돌봄 or care; repeat it for more")]
Kind = Annotated[list[str] | None, typer.Option("--kind", help="news, or a kind of event: call, education …")]


@app.callback()
def about() -> None:
    """The letter of the day to each reader. Settings: DURE_SMTP_HOST, DURE_MAIL_FROM, DURE_SITE_URL …

    Example: dure mail add staff@centre.example --region 강원 --sector 돌봄
    """


@app.command(short_help="Add a reader, with what they want of the letter.")
def add(address: Address, region: Region = None, sector: Sector = None, kind: Kind = None, home: Home = None) -> None:
    """Add a reader, with what they want of the letter; nothing chosen means everything.

    Example: dure mail add staff@centre.example --region 강원 --region 서울 --kind call
    """
    from pipelines.mail.readers import reader
    from store import mailing

    wanted = reader(address, datetime.now(UTC), region or (), sector or (), kind or ())
    with session_of(home) as session:
        if not mailing.subscribe(session, wanted):
            raise UsageError(f"{wanted.address} is a reader already; `dure mail remove` takes them out first.")
    print(f"{wanted.address}\t{wanted.id}")


@app.command("list", short_help="Every reader, and what became of their last letter.")
def list_(home: Home = None) -> None:
    """Every reader: address, key, choices, and what became of their last letter.

    Example: dure mail list
    """
    from dashboards.letter import Wanted
    from store import mailing

    with session_of(home, only_read=True) as session:
        last = {d.subscription_id: d for d in reversed(mailing.deliveries(session, date.today() - timedelta(days=60)))}
        readers = mailing.subscriptions(session)
        say_empty(readers, NO_READERS)
        for reader in readers:
            chosen = Wanted(reader.regions, reader.sectors, reader.kinds).in_words()
            letter = last.get(reader.id)
            told = (str(letter.day), letter.state, letter.detail) if letter else ("", "none yet", "")
            print(reader.address, reader.id, chosen, *told, sep="\t")


@app.command()
def remove(
    address: Annotated[str, typer.Argument(help="mail address, or the key of a subscription", metavar="ADDRESS|KEY")],
    home: Home = None,
) -> None:
    """Take a reader out, with everything that is known of their letters.

    Example: dure mail remove staff@centre.example
    """
    from store import mailing

    with session_of(home) as session:
        gone = mailing.unsubscribe(session, address)
    if gone is None:
        raise UsageError(f"There is no reader {address}; `dure mail list` shows them.")
    print(f"{gone.address} gets no more mail.")


@app.command()
def send(
    home: Home = None,
    preview: Annotated[
        Path | None, typer.Option("--preview", "--dry-run", help="write .eml files into this folder and send nothing")
    ] = None,
    again: Annotated[
        str | None, typer.Option("--again", help="send today's letter again to this reader, whatever became of it")
    ] = None,
    late: Annotated[bool, typer.Option("--late", help="although the last release is old")] = False,
) -> None:
    """Send the last release to every reader who has not had it. Exits 1 where a letter did not go out.

    Example: dure mail send --dry-run letters/
    """
    from pipelines import stages
    from pipelines.settings import load

    settings = load(home=home)
    if preview is not None:
        _preview(home, preview)
        return
    if again is not None:
        _free(home, again)
    tally = stages.mail(settings, late)
    print(f"{tally.day}: {', '.join(f'{name} {count}' for name, count in tally.counts.items()) or 'no readers'}")
    for complaint in tally.complaints:
        print(f"! {complaint}", file=sys.stderr)
    raise SystemExit(0 if tally.good else 1)


def _preview(home: Path | None, folder: Path) -> None:
    from pipelines.mail.message import sender
    from pipelines.mail.stage import preview
    from pipelines.opening import reading
    from pipelines.settings import load

    settings = load(home=home)
    of = sender(settings.mail_from or "두레 <dure@localhost>", settings.mail_leave)
    with reading(settings) as store:
        written, without = preview(store, settings.published_folder / "current", folder, of, settings.site_url)
    print(f"{counted(len(written), 'letter')} in {folder}")
    if without:
        print(f"Nothing new of what they chose, so no letter: {', '.join(without)}", file=sys.stderr)
    if not written and not without:
        print(NO_READERS, file=sys.stderr)


def _free(home: Path | None, address: str) -> None:
    from dashboards.site.digest import open_digest
    from pipelines.settings import load
    from store import mailing

    with open_digest(digest_of(load(home=home))) as digest:
        day = digest.today
    with session_of(home) as session:
        reader = next((r for r in mailing.subscriptions(session) if address in (r.address, r.id)), None)
        if reader is None:
            raise UsageError(f"There is no reader {address}; `dure mail list` shows them.")
        mailing.release_claim(session, reader.id, day)
