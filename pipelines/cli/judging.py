"""A person's word on what is one and what is two: stories, events, organisations."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipelines.cli.people import UsageError, say_empty
from pipelines.cli.running import Home, session_of
from store.counted import counted

if TYPE_CHECKING:
    from sqlmodel import Session

    from pipelines.merge.people import Said
    from store.records import Judgement

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

Id = Annotated[str, typer.Argument(help="st-…, ev-…, org-…, or an article or finding", metavar="ID")]
Why = Annotated[str, typer.Option("--why", help="the reason, for those who read it later")]
By = Annotated[str | None, typer.Option("--by", help="who says so; your login when left out")]
TAKES_EFFECT = "The groups follow with the next `dure run`."


@app.callback()
def about() -> None:
    """Say what is the same and what is not; a person's word outlives every run.

    Example: dure judge different st-4f0c2a91d3e7 st-90aa17c3b2d1 --why "another town"
    """


@app.command("list", short_help="Every person's word that stands.")
def list_(home: Home = None) -> None:
    """Every person's word that stands, and where two of them contradict each other.

    Example: dure judge list
    """
    from pipelines.merge import people

    with _session(home, only_read=True) as session:
        words = people.spoken(session)
    say_empty(words, "No word of a person yet.")
    for line, word, rows in people.tally(words):
        print(_day(word.at), _who(word), word.verdict, line, rows, *word.reasons[:1], sep="\t")
    _report_contradictions(words)


@app.command()
def show(id_: Id, home: Home = None) -> None:
    """What an id is made of, and every word ever said of it.

    Example: dure judge show ev-78e411077be8
    """
    from pipelines.merge import people
    from store import judgements

    with _session(home, only_read=True) as session:
        thing = people.thing(session, id_)
        print(f"{thing.group}\t{people.KINDS[thing.subject][1]}\t{len(thing.members)}")
        for member, title in people.titles(session, thing.subject, thing.members).items():
            print(f"  {member}\t{title}")
        for word, withdrawn in judgements.about(session, thing.subject, thing.members):
            taken = f"\ttaken back {_day(withdrawn)}" if withdrawn else ""
            reasons = "; ".join(word.reasons)
            print(f"{word.verdict}\t{word.score:.2f}\t{word.by}\t{word.left}\t{word.right}\t{reasons}{taken}")


@app.command()
def same(left: Id, right: Id, why: Why, by: By = None, home: Home = None) -> None:
    """These two are one.

    Example: dure judge same ev-78e411077be8 ev-fb1ccdff9b38 --why "the postponed date"
    """
    _say("same", left, right, why, by, home)


@app.command(short_help="These two are not one.")
def different(left: Id, right: Id, why: Why, by: By = None, home: Home = None) -> None:
    """These two are not one: two groups, or a group and the member that does not belong to it.

    Example: dure judge different st-4f0c2a91d3e7 a1b2c3d4 --why "last year's fair"
    """
    _say("different", left, right, why, by, home)


@app.command()
def undo(left: Id, right: Id, home: Home = None) -> None:
    """Take back what was said of these two; the rules decide again.

    Example: dure judge undo st-4f0c2a91d3e7 st-90aa17c3b2d1
    """
    from pipelines.merge import people

    with _session(home) as session:
        rows = people.undo(session, left, right, _now())
    print(f"{counted(len(rows), 'word')} taken back. {TAKES_EFFECT}")


def _say(verdict: Said, left: str, right: str, why: str, by: str | None, home: Path | None) -> None:
    from pipelines.merge import people

    if not why.strip():
        raise UsageError("--why is empty; say in a few words what the judgement rests on.")
    who = by or login()
    with _session(home) as session:
        before = people.spoken(session)
        rows = people.say(session, verdict, people.thing(session, left), people.thing(session, right), why, who, _now())
        words = people.spoken(session)
    print(f"{counted(len(rows), 'word')} written. {TAKES_EFFECT}")
    written = {(j.subject, j.left, j.right) for j in rows}
    for line, word, _ in people.tally(j for j in before if (j.subject, j.left, j.right) in written):
        if word.verdict != verdict or word.by != f"person:{who}":
            print(f"It takes the place of {_who(word)}'s «{word.verdict}» ({line}).", file=sys.stderr)
    _report_contradictions(words)


def _report_contradictions(words: list[Judgement]) -> None:
    from pipelines.merge import people

    for line, word, _ in people.tally(people.contradictions(words)):
        said = f"{_who(word)} keeps apart what people join («different», {line})"
        print(f"Contradiction: {said}; the «different» holds until one of the words is undone.", file=sys.stderr)


@contextmanager
def _session(home: Path | None, only_read: bool = False) -> Iterator[Session]:
    from pipelines.merge.people import NotSayable

    try:
        with session_of(home, only_read) as session:
            yield session
    except NotSayable as error:
        raise UsageError(str(error)) from error


def login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        raise UsageError("Nobody is logged in here; say who judges with --by NAME.") from None


def _who(word: Judgement) -> str:
    return word.by.removeprefix("person:")


def _now() -> datetime:
    return datetime.now(UTC)


def _day(moment: datetime) -> str:
    return moment.date().isoformat()
