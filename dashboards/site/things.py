"""One page per event and per organisation, and pages that forward old ids."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from operator import attrgetter, itemgetter

from markupsafe import Markup

from dashboards import words
from dashboards.channels import CHANNELS, Channel
from dashboards.safe import file_name
from dashboards.site import evidence, folded
from dashboards.site.around import OF_EVENTS, OF_ORGANISATIONS, Around, Rows, around
from dashboards.site.digest import day, moment
from dashboards.site.directory import sectors_of
from dashboards.site.items import Items
from dashboards.site.lines import EventLine, Telling, brief_line, deadline_or_when, event_line, first_turn, lapses
from dashboards.site.linked import linked_event
from dashboards.site.newest import newest_stories
from dashboards.site.occurrence import is_rule
from dashboards.site.render import Pages

MONTHS_SHOWN = 12


def _ids(pages: Pages, query: str) -> list[str]:
    """Ids in order. Sorted here: SQLite finds them in its smallest index, and would read the whole table to do it."""
    return sorted(row[0] for row in pages.digest.rows(query))


def event_pages(pages: Pages) -> None:
    """A page for every event, made again or taken over from the last release."""
    ids = _ids(pages, "SELECT event_id FROM event")
    changed = pages.changed.events
    made = [i for i in pages.mine(ids) if not pages.carry(f"events/{file_name(i)}.html", i in changed)]
    for identity, known in around(pages.digest, OF_EVENTS, made):
        _event_page(pages, identity, known)


def _event_page(pages: Pages, identity: str, known: Around) -> None:
    (row,) = known["line"]
    line = event_line(row, pages.digest.today)
    found = dict(folded.fold(known["evidence"], itemgetter("field")))
    hosts = [party["name"] for party in known["parties"] if party["role"] == "host"]
    pages.keep(
        line.href, "event.html", turns=line.turns(pages.digest.today), line=line, row=row,
        told=folded.fold(_told(known["told"]), attrgetter("title")), parties=known["parties"],
        proof=partial(_proof, pages.items, found), moment=moment, by_rule=is_rule(row["recurrence"]),
        history=known["changes"], claims=folded.claims(known["claims"]), notes=_notes(row["notes"]),
        channels=_channels(line), part_of=_titles(known["part_of"]), parts_list=_titles(known["parts"]),
        adrift=_adrift(pages, line, known["part_of"]), when=deadline_or_when(line, pages.digest.today),
        lapsed=lapses(row) is not None and line.over(pages.digest.today),
        linked_data=linked_event(line, row["original_start"], hosts),
    )  # fmt: skip


def _proof(items: Items, found: Mapping[str, Sequence[sqlite3.Row]], *fields: str) -> Markup:
    """The words one line of the page was read from."""
    return items.proofs(evidence.proofs(found, *fields))


def _channels(line: EventLine) -> list[Channel]:
    """The calendars this event stands in, for those who want its neighbours too."""
    return [c for c in CHANNELS if c.value == line.region or c.value in line.sectors]


def _told(rows: Rows) -> list[Telling]:
    return [
        Telling(
            t["title"], t["url"], t["name"], moment(t["at"]), t["channel"] == "board", bool(t["reprint"]), day(t["at"])
        )
        for t in rows
    ]  # fmt: skip


def _adrift(pages: Pages, line: EventLine, part_of: Rows) -> list[tuple[str, str, str]]:
    """What it is a part of, where that was called off or moved and this has still to come: page, title, the days."""
    if line.adrift is None or line.over(pages.digest.today):
        return []
    return [(*title, _moved(pages, row)) for row, title in zip(part_of, _titles(part_of), strict=True)]


def _moved(pages: Pages, row: sqlite3.Row) -> str:
    """«11월 28일 → 12월 5일»."""
    if not row["original_start"]:
        return ""
    days = (day(row["original_start"]), day(row["start_at"]))
    return " → ".join(words.short_day(on, pages.digest.today) if on else "날짜 미정" for on in days)


def _titles(rows: Rows) -> list[tuple[str, str]]:
    return [(f"events/{file_name(row['event_id'])}.html", row["title"]) for row in rows]


def _notes(notes: str | None) -> list[tuple[str, str]]:
    """Flags in words: («달만 알려짐», «2026년 12월»). A flag without words is not for readers."""
    known = words.LABELS["note"]
    pairs = (note.partition(":") for note in (notes or "").split())
    return [(known[code], _month_words(value)) for code, _, value in pairs if code in known]


def _month_words(value: str) -> str:
    """«2026-12» → «2026년 12월»; anything else as it is."""
    found = re.fullmatch(r"(\d{4})-(\d{2})", value)
    return f"{found[1]}년 {int(found[2])}월" if found else value


# --- organisations ------------------------------------------------------------------------


def organisation_pages(pages: Pages) -> None:
    """A page for every organisation, made again or taken over from the last release."""
    ids = _ids(pages, "SELECT organisation_id FROM organisation")
    month, changed = f"{pages.digest.today:%Y-%m}", pages.changed.organisations  # its chart ends with this month
    made = [i for i in pages.mine(ids) if not pages.carry(f"organisations/{file_name(i)}.html", i in changed, month)]
    asked = zip(around(pages.digest, OF_ORGANISATIONS, made), newest_stories(pages.digest, made), strict=True)
    for (identity, known), stories in asked:
        _organisation_page(pages, identity, known, stories, month)


def _organisation_page(pages: Pages, identity: str, known: Around, stories: Rows, month: str) -> None:
    (row,) = known["row"]
    events = [event_line(event, pages.digest.today) for event in known["events"]]
    pages.keep(
        f"organisations/{file_name(identity)}.html", "organisation.html", month,
        turns=first_turn(events, pages.digest.today), row=row,  # its stories stand under their days
        months=_months(known["months"], pages.digest.today), names=known["names"], kinds=known["kinds"],
        numbers=known["numbers"], parent=known["parent"], units=known["units"],
        events=events, stories=[brief_line(story) for story in stories], moment=moment,
        sectors=sectors_of(row),
    )  # fmt: skip


def _months(rows: Rows, today: date) -> list[tuple[str, int]]:
    """Articles a month for the last twelve, months of silence included."""
    counts = {row["month"]: row["articles"] for row in rows}
    last = today.year * 12 + today.month - 1
    span = [divmod(month, 12) for month in range(last - MONTHS_SHOWN + 1, last + 1)]
    return [(f"{year}-{month + 1:02}", counts.get(f"{year}-{month + 1:02}", 0)) for year, month in span]


def redirects(pages: Pages) -> None:
    """An old id keeps an address: a page that leads on."""
    folders = {"event": "events", "organisation": "organisations"}
    for row in pages.digest.rows("SELECT subject, old_id, new_id FROM redirect"):
        folder = folders[row["subject"]]
        pages.write(
            f"{folder}/{file_name(row['old_id'])}.html", "moved.html", target=f"{file_name(row['new_id'])}.html"
        )
