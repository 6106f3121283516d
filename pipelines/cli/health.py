"""What an operator asks: what ran, how each source is doing, and what is the matter with one of them."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipelines.cli.people import UsageError
from pipelines.cli.running import Catalogue, Home, Json
from pipelines.cli.tables import console, local, table
from store.counted import counted

if TYPE_CHECKING:
    from rich.console import Console

    from pipelines.settings import Settings
    from sources.catalogue import Source
    from store.records import Round, Run
    from store.views import OutletHealth

SHOWN = ("diagnosis", "last_good", "next_due", "newest_article", "articles")
ROUNDS_SHOWN = 12


def status(
    source: Annotated[str, typer.Argument(help="id of one source: its rounds, what is the matter, what to do")] = "",
    home: Home = None,
    catalogue: Catalogue = None,
    as_json: Json = False,
) -> None:
    """What ran last, and how each source is doing: diagnosis, last good round, newest article, next step.

    Example: dure status --home data; dure status eroun
    """
    from pipelines.fix.review import waiting
    from pipelines.opening import reading
    from pipelines.settings import load
    from store import pauses, runs, views

    settings = load(home=home, catalogue=catalogue)
    with reading(settings) as store, store.begin() as session:
        if source:
            asked = Asked(settings, _entries(settings.catalogue) or {}, f" --home {home}" if home else "")
            _one(source, runs.rounds(session, source, ROUNDS_SHOWN), asked, as_json)
            return
        last_runs, outlets = runs.runs(session, 5), views.outlets(session)
        to_review = len(waiting(session))
        held = pauses.paused(session, settings.now())
    if as_json:
        rows = [{"source": o.source_id, **_health(o)} for o in outlets]
        ran = [{"run": r.id, "outcome": r.outcome, "by": r.by, "detail": r.detail} for r in last_runs]
        print(
            json.dumps(
                {"runs": ran, "sources": rows, "corrections_to_review": to_review}, ensure_ascii=False, default=str
            )
        )
    else:
        _tables(console(), last_runs, outlets, _entries(settings.catalogue))
        for one in held.values():
            end = f" until {local(one.until)}" if one.until else ""
            print(f"paused: {one.source_id or 'everything'}{end}{f' ({one.why})' if one.why else ''}")
        if to_review:
            print(f"{counted(to_review, 'correction')} whose texts have changed since: `dure fix list --review`.")


def _entries(folder: Path | None) -> Mapping[str, Source] | None:
    """The catalogue; None where it cannot be read, which must not hide how the sources are."""
    from sources.catalogue import CatalogueError, load

    try:
        return load(folder)
    except CatalogueError as error:
        print(f"dure: {error}", file=sys.stderr)
        return None


# --- all sources --------------------------------------------------------------------------


def _health(outlet: OutletHealth) -> dict[str, Any]:
    last = outlet.last
    return {
        "outcome": last.outcome if last else "never asked",
        "diagnosis": diagnosis(last),
        "last_round": local(last.finished_at) if last else "",
        "last_good": local(outlet.state.last_good_at),
        "next_due": local(outlet.state.next_due_at),
        "newest_article": local(outlet.newest_published_at),
        "articles": outlet.articles,
        "what": (last.detail if last else "") or outlet.state.note,
        "next_step": last.next_step if last else "",
    }


def diagnosis(last: Round | None) -> str:
    """One word; a replayed round has no diagnosis, only an outcome."""
    return "never asked" if last is None else last.diagnosis or last.outcome


def _ill(outlet: OutletHealth) -> bool:
    return outlet.last is not None and (outlet.last.outcome == "broken" or bool(outlet.last.next_step))


def _asked_live(outlet: OutletHealth) -> bool:
    """A recording may hold sites that never had an entry; its rounds have no diagnosis."""
    return outlet.last is not None and bool(outlet.last.diagnosis)


def _tables(out: Console, last_runs: list[Run], outlets: list[OutletHealth], known: Collection[str] | None) -> None:
    """Ill sources first; what is wrong stands on a line of its own, so that narrow terminals show it whole."""
    ran = table("runs, newest first", "run", "started", "outcome", "by", "ended", "what")
    for r in last_runs:
        ran.add_row(r.id, local(r.started_at), r.outcome, r.by, local(r.finished_at), r.detail)
    out.print(ran)
    listed = table("sources, ill ones first", "source", *(name.replace("_", " ") for name in SHOWN))
    for outlet in sorted(outlets, key=lambda o: (not _ill(o), o.source_id)):
        shown = _health(outlet)
        listed.add_row(outlet.source_id, *(str(shown[name]) for name in SHOWN))
    out.print(listed)
    ill = [outlet for outlet in outlets if _ill(outlet)]
    for outlet in ill:
        say = f"! {outlet.source_id}: {_health(outlet)['what']}"
        step = outlet.last.next_step if outlet.last else ""
        out.print(f"{say}\n  → {step}" if step else say, soft_wrap=True)
    if gone := [o.source_id for o in outlets if known is not None and o.source_id not in known and _asked_live(o)]:
        out.print(f"not in the catalogue any more, never asked again: {', '.join(gone)}", soft_wrap=True)
    if ill:
        say = f"`dure status {ill[0].source_id}` shows the pages behind it, `dure runs last` the whole last run."
        out.print(say, soft_wrap=True)


# --- one source ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Asked:
    """Where the pages of a source lie, how it is described, and what a suggested command needs besides."""

    settings: Settings
    entries: Mapping[str, Source]
    home: str


def _one(source: str, rounds: list[Round], asked: Asked, as_json: bool) -> None:
    if not rounds:
        raise UsageError(f"{source}: no such source was ever asked; `dure status` lists those that were.")
    if as_json:
        print(json.dumps([_round(r) for r in rounds], ensure_ascii=False, default=str))
        return
    out = console()
    shown = table(f"{source}: rounds, newest first", "started", "diagnosis", "pages", "what came of them")
    for r in rounds:
        shown.add_row(local(r.started_at), diagnosis(r), str(r.pages), came(r))
    out.print(shown)
    for line in _evidence(source, rounds, asked):
        out.print(line, soft_wrap=True)


def _round(round_: Round) -> dict[str, Any]:
    shown = {"round": round_.id, "started_at": round_.started_at, "outcome": round_.outcome}
    shown |= {"diagnosis": diagnosis(round_), "what": round_.detail, "next_step": round_.next_step}
    return shown | {"counts": dict(round_.counts), "signs": dict(round_.signs), "run": round_.run_id}


def came(round_: Round) -> str:
    """The counts of a round in words."""
    return ", ".join(f"{name} {count}" for name, count in round_.counts.items() if count)


def _evidence(source: str, rounds: list[Round], asked: Asked) -> Iterator[str]:
    """Since when, what, the page that shows it beside one that read well, the next step, and where the log is."""
    last = rounds[0]
    if not last.next_step:
        yield f"{source} is {diagnosis(last)}{f': {last.detail}' if last.detail else ''}."
    else:
        since = _until_changed(rounds)[-1]
        yield f"! {last.detail} (since {local(since.started_at)})"
        for name, words, by in (("bad", "today", last.finished_at), ("good", "last good page", since.started_at)):
            if url := last.signs.get(name):
                yield f"  {words}: {url}"
                from_then_on = since.started_at if name == "bad" else None
                yield from (f"    {line}" for line in _page(asked, source, url, by, from_then_on))
        yield f"  → {last.next_step}"
    if last.run_id:
        yield f"  every request of it: dure runs {last.run_id} --log --source {source}{asked.home}"


def _page(asked: Asked, source: str, url: str, by: datetime, since: datetime | None = None) -> Iterator[str]:
    """What the page says to today's rules, and the command that shows it whole; `since`: when its ailment began."""
    from pipelines.crawl.captured import captured
    from store.archive import ArchiveError, read_archive

    settings = asked.settings
    if not settings.archive_folder.is_dir() and not settings.archive_is_shared:
        yield "nothing of it was kept: this home has no archive"
        return
    try:
        with read_archive(settings.archive_folder, settings.archive) as archive:
            found = captured(archive, url, by, asked.entries.get(source))
    except ArchiveError as error:  # how the source is must be seen all the same
        yield str(error)
        return
    if found is None:
        yield "no answer of it was kept by then"
        return
    if since is not None and found.at < since:
        yield "no answer of it that could be kept since then; the last one before:"
    yield f"{local(found.at)}: {found.words}"
    yield f"dure archive show '{url}' --number {found.number}{asked.home}"


def _until_changed(rounds: list[Round]) -> list[Round]:
    """The newest rounds with one and the same diagnosis."""
    changed = next((n for n, r in enumerate(rounds) if r.diagnosis != rounds[0].diagnosis), len(rounds))
    return rounds[:changed]
