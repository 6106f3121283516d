"""`dure fix`: a person's correction of an event's values, or of what an article is: ours or not, where, about what."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipelines.cli.judging import login
from pipelines.cli.people import UsageError, say_empty
from pipelines.cli.running import Home, session_of

if TYPE_CHECKING:
    from sqlmodel import Session

    from pipelines.fix.saying import Who
    from store.corrections import Correction

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

Number = Annotated[int, typer.Argument(help="number of the correction, as `dure fix list` shows it", metavar="NUMBER")]
Why = Annotated[str, typer.Option("--why", help="the reason, for those who read it later")]
By = Annotated[str | None, typer.Option("--by", help="who says so, as readers see it; your login when left out")]
Names = Annotated[list[str] | None, typer.Option(metavar="NAME", help="may be given several times; replaces them all")]
TAKES_EFFECT = "It takes effect with the next `dure run`."


@app.callback()
def about() -> None:
    """Correct what was read wrong; a correction outlives every re-reading, and is shown as its own evidence.

    Example: dure fix event ev-78e411077be8 --start 2026-12-05 --why "the poster says the 5th"
    """


@app.command()
def event(
    id_: Annotated[str, typer.Argument(help="ev-…, as in the address of its page; old ids too", metavar="ID")],
    why: Why,
    title: Annotated[str | None, typer.Option(help="its name")] = None,
    start: Annotated[str | None, typer.Option(help="2026-12-05, or «2026-12-05 14:00» (Korean time)")] = None,
    end: Annotated[str | None, typer.Option(help="last day or minute")] = None,
    venue: Annotated[str | None, typer.Option(help="where")] = None,
    host: Names = None,
    organiser: Names = None,
    sponsor: Names = None,
    audience: Annotated[str | None, typer.Option(help="for whom")] = None,
    fee: Annotated[str | None, typer.Option(help="price")] = None,
    contact: Annotated[str | None, typer.Option(help="an office's line; no mobile phone")] = None,
    opens: Annotated[str | None, typer.Option(help="from when one can apply")] = None,
    deadline: Annotated[str | None, typer.Option(help="last day or minute to apply")] = None,
    status: Annotated[str | None, typer.Option(help="scheduled, held, postponed…")] = None,
    cancelled: Annotated[bool, typer.Option("--cancelled", help="as --status cancelled")] = False,
    no_event: Annotated[bool, typer.Option("--no-event", help="it is none: it is not published as one")] = False,
    clear: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="no text states this value: end, fee…")
    ] = None,
    by: By = None,
    home: Home = None,
) -> None:
    """What an event's values are, whatever the texts say.

    Example: dure fix event ev-78e411077be8 --venue 온새미회관 --clear end --why "asked by phone" --by 편집부
    """
    from pipelines.fix import saying, values

    if cancelled and status not in (None, "cancelled"):
        raise UsageError("--cancelled and --status contradict each other.")
    typed: dict[str, Any] = {
        "title": title, "start": start, "end": end, "venue": venue, "host": host, "organiser": organiser,
        "sponsor": sponsor, "audience": audience, "fee": fee, "contact": contact, "opens": opens,
        "deadline": deadline, "status": "cancelled" if cancelled else status,
    }  # fmt: skip
    with _session(home) as session:
        said = values.checked(typed, clear or []) | ({"role": "background"} if no_event else {})
        rows = saying.fix_event(session, id_, said, _who(by, why))
    for number, row in rows:
        print(_line(number, row))
    print(TAKES_EFFECT, file=sys.stderr)


@app.command(short_help="Whether an article belongs here, where, about what.")
def article(
    id_: Annotated[str, typer.Argument(help="id or address of the article", metavar="ID")],
    why: Why,
    relevant: Annotated[bool | None, typer.Option("--relevant/--not-relevant", help="does it belong here?")] = None,
    region: Annotated[str | None, typer.Option(help="where its news is: «강원 원주시», or 강원")] = None,
    sector: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="care, labour…; several times; replaces them all")
    ] = None,
    kind: Annotated[str | None, typer.Option(help="event_notice, call, report, policy, people or opinion")] = None,
    clear: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="the text says nothing of it: region, sector, kind")
    ] = None,
    by: By = None,
    home: Home = None,
) -> None:
    """Whether an article is about the social economy, where, about what, and what kind of text it is, whatever the
    rules say.

    Example: dure fix article a3f09b2c55d1e870f --region "강원 원주시" --kind call --why "the form is theirs"
    """
    from pipelines.fix import saying

    typed = {"relevant": relevant, "region": region, "sector": sector, "kind": kind}
    with _session(home) as session:
        rows = saying.fix_article(session, id_, typed, _who(by, why), clear or [])
    for number, row in rows:
        print(_line(number, row))
    print(TAKES_EFFECT, file=sys.stderr)


@app.command("list", short_help="Every correction that stands; which to look at again.")
def list_(
    home: Home = None,
    review: Annotated[bool, typer.Option("--review", help="only those whose texts have changed since")] = False,
    every: Annotated[bool, typer.Option("--all", help="also those that were taken back")] = False,
) -> None:
    """Every correction that stands; below it why it should be looked at again, where its texts have changed.

    Example: dure fix list --review
    """
    from pipelines.fix.review import waiting
    from store import corrections

    with _session(home, only_read=True) as session:
        why_again = waiting(session)
        stand = [c for c in corrections.all_(session) if every or c.stands]
    said = [one for one in stand if not review or one.id in why_again]
    say_empty(said, "No correction is to be looked at again." if review else "No corrections yet.")
    for one in said:
        print(_line(one.id, one))
        for reason in why_again.get(one.id, ()):
            print(f"  ! {reason}: `dure fix confirm {one.id}` or `dure fix undo {one.id}`")


@app.command(short_help="One correction: what the texts said, what holds, by whom.")
def show(number: Number, home: Home = None) -> None:
    """One correction: what the texts said, what holds, who says so and why, and what became of it.

    Example: dure fix show 3
    """
    from pipelines.fix.review import shown, waiting
    from store import corrections

    with _session(home, only_read=True) as session:
        said = corrections.one(session, number)
        again = waiting(session).get(number, ())
    if said is None:
        raise UsageError(f"{number}: there is no correction with this number; `dure fix list --all` shows them.")
    print(_line(number, said))
    if said.before is not None or said.subject == "event":
        print(f"  the texts said  {shown(said.before) or '(nothing)'}")
    for name, revision in sorted(said.basis.items()):
        print(f"  rests on        {name} revision {revision}")
    for reason in again:
        print(f"  ! {reason}")


@app.command()
def confirm(number: Number, why: Why, by: By = None, home: Home = None) -> None:
    """It still holds, although the texts have changed.

    Example: dure fix confirm 3 --why "the new text has the old mistake"
    """
    from pipelines.fix import saying

    with _session(home) as session:
        new, row = saying.confirm(session, number, _who(by, why))
    print(_line(new, row))


@app.command()
def undo(number: Number, by: By = None, home: Home = None) -> None:
    """Take a correction back; what the texts say holds again.

    Example: dure fix undo 3
    """
    from pipelines.fix import saying

    with _session(home) as session:
        row = saying.undo(session, number, _who(by, "taken back"))
    print(f"Taken back: {_line(number, row)}")
    print(TAKES_EFFECT, file=sys.stderr)


def _line(number: int, said: Correction) -> str:
    from pipelines.fix.review import shown

    value = said.value if isinstance(said.value, bool) else shown(said.value) or "(nothing)"
    taken = f"\ttaken back by {said.withdrawn_by} {_day(said.withdrawn_at)}" if said.withdrawn_at else ""
    return f"{number}\t{_day(said.at)}\t{said.by}\t{said.target}\t{said.field}\t{value}\t{said.why}{taken}"


def _who(by: str | None, why: str) -> Who:
    from pipelines.fix.saying import Who
    from pipelines.fix.values import name

    if not why.strip():
        raise UsageError("--why is empty; say in a few words what the correction rests on.")
    return Who(name(by or login()), " ".join(why.split()), datetime.now(UTC))


@contextmanager
def _session(home: Path | None, only_read: bool = False) -> Iterator[Session]:
    from pipelines.fix.values import NotFixable

    try:
        with session_of(home, only_read) as session:
            yield session
    except NotFixable as error:
        raise UsageError(str(error)) from error


def _day(moment: datetime) -> str:
    return moment.date().isoformat()
