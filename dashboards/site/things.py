"""One page per event and per organisation, and pages that forward old ids."""

from __future__ import annotations

import re
import sqlite3
from functools import partial
from operator import attrgetter

from dashboards import words
from dashboards.channels import CHANNELS, Channel
from dashboards.safe import file_name
from dashboards.site import evidence, folded
from dashboards.site.digest import day, moment
from dashboards.site.directory import ORGANISATIONS, sectors_of
from dashboards.site.lines import EVENT_LINES, STORY_LINES, EventLine, Telling, event_line
from dashboards.site.linked import linked_event
from dashboards.site.occurrence import is_rule
from dashboards.site.render import Pages

TELLINGS = """
SELECT a.article_id, a.title, a.url, a.channel, a.reprint, coalesce(a.published_at, a.first_seen_on) AS at,
  o.name, o.tier
FROM event_article e JOIN article a USING (article_id) JOIN outlet o USING (outlet_id)
"""
MONTHS_SHOWN = 12


def event_pages(pages: Pages) -> None:
    ids = [row[0] for row in pages.digest.rows("SELECT event_id FROM event ORDER BY event_id")]
    for identity in pages.mine(ids):
        if not pages.carry(f"events/{file_name(identity)}.html", identity in pages.changed.events):
            _event_page(pages, identity)


def _event_page(pages: Pages, identity: str) -> None:
    digest = pages.digest
    (row,) = digest.rows(EVENT_LINES + "WHERE event_id = ?", identity)
    line = event_line(row, digest.today)
    told = _told(pages, identity)
    parties = digest.rows("SELECT role, name, organisation_id FROM event_party WHERE event_id = ?", identity)
    found = evidence.by_field(digest, identity)
    hosts = [party["name"] for party in parties if party["role"] == "host"]
    pages.keep(
        line.href, "event.html", line=line, row=row, told=folded.fold(told, attrgetter("title")), parties=parties,
        prove=partial(evidence.proofs, found), moment=moment, by_rule=is_rule(row["recurrence"]),
        history=_changes(pages, identity), claims=_claims(pages, identity), notes=_notes(row["notes"]),
        channels=_channels(line), part_of=_titles(pages, "event_id = ?", row["parent_id"]),
        parts_list=_titles(pages, "parent_id = ?", identity),
        linked_data=linked_event(line, row["original_start"], hosts),
    )  # fmt: skip


def _channels(line: EventLine) -> list[Channel]:
    """The calendars this event stands in, for those who want its neighbours too."""
    return [c for c in CHANNELS if c.value == line.region or c.value in line.sectors]


def _told(pages: Pages, identity: str) -> list[Telling]:
    rows = pages.digest.rows(TELLINGS + "WHERE e.event_id = ? ORDER BY at, 1", identity)
    return [
        Telling(
            t["title"], t["url"], t["name"], moment(t["at"]), t["channel"] == "board", bool(t["reprint"]), day(t["at"])
        )
        for t in rows
    ]  # fmt: skip


def _changes(pages: Pages, identity: str) -> list[sqlite3.Row]:
    return pages.digest.rows(
        """SELECT c.*, o.name, a.url, a.title FROM event_change c LEFT JOIN article a USING (article_id)
        LEFT JOIN outlet o USING (outlet_id) WHERE c.event_id = ? ORDER BY c.step""",
        identity,
    )


def _claims(pages: Pages, identity: str) -> list[folded.Folded]:
    rows = pages.digest.rows(
        """SELECT c.field, c.value, c.chosen, o.name, a.url, a.published_on
        FROM event_claim c JOIN article a USING (article_id) JOIN outlet o USING (outlet_id)
        WHERE c.event_id = ? ORDER BY c.field, c.article_id""",
        identity,
    )
    return folded.claims(rows)


def _titles(pages: Pages, where: str, value: str | None) -> list[tuple[str, str]]:
    rows = pages.digest.rows(f"SELECT event_id, title FROM event WHERE {where} ORDER BY start_at, event_id", value)
    return [(f"events/{file_name(row[0])}.html", row[1]) for row in rows]


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


CALLED = "SELECT organisation_id, name FROM organisation"


def organisation_pages(pages: Pages) -> None:
    ids = [row[0] for row in pages.digest.rows("SELECT organisation_id FROM organisation ORDER BY organisation_id")]
    month = f"{pages.digest.today:%Y-%m}"  # its chart ends with this month
    for identity in pages.mine(ids):
        path = f"organisations/{file_name(identity)}.html"
        if not pages.carry(path, identity in pages.changed.organisations, month):
            _organisation_page(pages, identity, path, month)


def _organisation_page(pages: Pages, identity: str, path: str, month: str) -> None:
    digest = pages.digest
    (row,) = digest.rows(ORGANISATIONS + "WHERE organisation_id = ?", identity)
    held = digest.rows(
        EVENT_LINES + """WHERE event_id IN (SELECT event_id FROM event_party WHERE organisation_id = ?)
        ORDER BY coalesce(start_on, first_seen_on) DESC, event_id LIMIT 40""",
        identity,
    )  # fmt: skip
    stories = digest.rows(
        STORY_LINES + """WHERE story_id IN (SELECT a.story_id FROM mention m JOIN article a USING (article_id)
        WHERE m.organisation_id = ?) ORDER BY day DESC, story_id LIMIT 25""",
        identity,
    )  # fmt: skip
    pages.keep(
        path, "organisation.html", month, row=row, months=_months(pages, identity),
        names=digest.rows(
            "SELECT name, articles FROM organisation_name WHERE organisation_id = ? ORDER BY articles DESC, name",
            identity,
        ),
        kinds=digest.rows(
            "SELECT * FROM organisation_kind WHERE organisation_id = ? ORDER BY first_on, type", identity
        ),
        numbers=digest.rows(
            """SELECT * FROM organisation_identifier WHERE organisation_id = ?
            ORDER BY valid_until IS NOT NULL, list, number""",
            identity,
        ),
        parent=digest.rows(f"{CALLED} WHERE organisation_id = ?", row["parent_id"]),
        units=digest.rows(f"{CALLED} WHERE parent_id = ? ORDER BY name, organisation_id", identity),
        events=[event_line(event, digest.today) for event in held],
        stories=[pages.story(story) for story in stories], moment=moment, sectors=sectors_of(row),
    )  # fmt: skip


def _months(pages: Pages, identity: str) -> list[tuple[str, int]]:
    """Articles a month for the last twelve, months of silence included."""
    counts = dict(
        pages.digest.db.execute(
            """SELECT substr(coalesce(a.published_on, a.first_seen_on), 1, 7), count(*)
            FROM mention m JOIN article a USING (article_id) WHERE m.organisation_id = ? GROUP BY 1""",
            (identity,),
        ).fetchall()
    )
    last = pages.digest.today.year * 12 + pages.digest.today.month - 1
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
