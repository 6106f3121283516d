"""One page per event and per organisation, the directory, and pages that forward old ids."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from functools import partial
from operator import attrgetter, itemgetter

from dashboards import words
from dashboards.safe import file_name
from dashboards.site import folded
from dashboards.site.digest import day, moment
from dashboards.site.lines import EVENT_LINES, STORY_LINES, Telling, event_line
from dashboards.site.linked import linked_event
from dashboards.site.occurrence import is_rule
from dashboards.site.render import Pages

TELLINGS = """
SELECT a.article_id, a.title, a.url, a.channel, a.reprint, coalesce(a.published_at, a.first_seen_on) AS at,
  o.name, o.tier
FROM event_article e JOIN article a USING (article_id) JOIN outlet o USING (outlet_id)
"""
MONTHS_SHOWN = 12
WHOLE_DIRECTORY = 600
"""Up to this many organisations stand on one page; more are split by their first sound."""


def event_pages(pages: Pages) -> None:
    for row in pages.digest.each(EVENT_LINES + "ORDER BY event_id"):
        _event_page(pages, row)


def _event_page(pages: Pages, row: sqlite3.Row) -> None:
    digest, identity = pages.digest, row["event_id"]
    line = event_line(row, digest.today)
    told = _told(pages, identity)
    parties = digest.rows("SELECT role, name, organisation_id FROM event_party WHERE event_id = ?", identity)
    evidence = dict(folded.fold(_evidence(pages, identity), itemgetter("field")))
    pages.keep(
        line.href, "event.html", line=line, row=row, told=folded.fold(told, attrgetter("title")), parties=parties,
        prove=partial(_proofs, evidence), moment=moment,
        history=_changes(pages, identity), claims=_claims(pages, identity), notes=_notes(row["notes"]),
        repeats=is_rule(row["recurrence"]), part_of=_titles(pages, "event_id = ?", row["parent_id"]),
        parts_list=_titles(pages, "parent_id = ?", identity), linked_data=linked_event(
            line, row["original_start"], [p["name"] for p in parties if p["role"] == "host"]
        ),
    )  # fmt: skip


def _told(pages: Pages, identity: str) -> list[Telling]:
    rows = pages.digest.rows(TELLINGS + "WHERE e.event_id = ? ORDER BY at, 1", identity)
    return [
        Telling(
            t["title"], t["url"], t["name"], moment(t["at"]), t["channel"] == "board", bool(t["reprint"]), day(t["at"])
        )
        for t in rows
    ]  # fmt: skip


def _proofs(evidence: Mapping[str, list[sqlite3.Row]], *fields: str) -> list[folded.Folded]:
    """The words of one line of the page, which may show several fields (start and end)."""
    return folded.proofs(row for field in fields for row in evidence.get(field, ()))


def _evidence(pages: Pages, identity: str) -> list[sqlite3.Row]:
    return pages.digest.rows(
        """SELECT e.field, e.words, o.name, a.url, a.published_on
        FROM event_evidence e JOIN article a USING (article_id) JOIN outlet o USING (outlet_id)
        WHERE e.event_id = ? ORDER BY e.field, a.published_on, e.words""",
        identity,
    )


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
    """Flags in words: («달만 알려짐», «2026-12»). A flag without words is not for readers."""
    known = words.LABELS["note"]
    pairs = (note.partition(":") for note in (notes or "").split())
    return [(known[code], value) for code, _, value in pairs if code in known]


# --- organisations ------------------------------------------------------------------------

ORGANISATIONS = """
SELECT o.*, (SELECT group_concat(sector) FROM organisation_sector x
  WHERE x.organisation_id = o.organisation_id) AS sectors
FROM organisation o
"""


def organisation_pages(pages: Pages) -> None:
    for row in pages.digest.each(ORGANISATIONS + "ORDER BY organisation_id"):
        _organisation_page(pages, row)


def _organisation_page(pages: Pages, row: sqlite3.Row) -> None:
    digest, identity = pages.digest, row["organisation_id"]
    held = digest.rows(
        EVENT_LINES + """WHERE event_id IN (SELECT event_id FROM event_party WHERE organisation_id = ?)
        ORDER BY coalesce(start_on, first_seen_on) DESC, event_id LIMIT 60""",
        identity,
    )  # fmt: skip
    stories = digest.rows(
        STORY_LINES + """WHERE story_id IN (SELECT a.story_id FROM mention m JOIN article a USING (article_id)
        WHERE m.organisation_id = ?) ORDER BY day DESC, story_id LIMIT 40""",
        identity,
    )  # fmt: skip
    pages.keep(
        f"organisations/{file_name(identity)}.html", "organisation.html", row=row, months=_months(pages, identity),
        names=digest.rows(
            "SELECT name, articles FROM organisation_name WHERE organisation_id = ? ORDER BY articles DESC, name",
            identity,
        ),
        kinds=digest.rows(
            "SELECT * FROM organisation_kind WHERE organisation_id = ? ORDER BY first_on, type", identity
        ),
        events=[event_line(event, digest.today) for event in held],
        stories=[pages.story(story) for story in stories], sectors=(row["sectors"] or "").split(","),
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


def first_sound(name: str) -> str:
    """The initial consonant a name is filed under; tense ones with their plain neighbours."""
    head = next((char for char in name if char.isalnum()), "")
    if "가" <= head <= "힣":
        return "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"[(ord(head) - 0xAC00) // 588]
    return "A–Z" if head.isascii() and head.isalpha() else "0–9 등"


def directory(pages: Pages) -> None:
    """All organisations by name; more than `WHOLE_DIRECTORY` on a page per first sound."""
    shelves: dict[str, list[sqlite3.Row]] = defaultdict(list)
    for row in pages.digest.each(ORGANISATIONS + "ORDER BY name, organisation_id"):
        shelves[first_sound(row["name"])].append(row)
    total = sum(map(len, shelves.values()))
    ordered = dict(sorted(shelves.items(), key=lambda shelf: (not "ㄱ" <= shelf[0] <= "ㅎ", shelf[0])))
    links = [(sound, _shelf_path(number, 1), len(rows)) for number, (sound, rows) in enumerate(ordered.items(), 1)]
    if total <= WHOLE_DIRECTORY:
        _shelf(pages, "organisations.html", ordered, total, [], [])
        return
    busiest = pages.digest.rows(ORGANISATIONS + "ORDER BY article_count DESC, name LIMIT 200")
    _shelf(pages, "organisations.html", {"글에 많이 나온 곳": busiest}, total, links, [])
    for number, (sound, rows) in enumerate(ordered.items(), 1):
        parts = [rows[at : at + WHOLE_DIRECTORY] for at in range(0, len(rows), WHOLE_DIRECTORY)]
        numbers = [(n, _shelf_path(number, n)) for n in range(1, len(parts) + 1)]
        for n, part in enumerate(parts, 1):
            _shelf(pages, _shelf_path(number, n), {sound: part}, total, links, numbers if len(parts) > 1 else [])


def _shelf_path(number: int, part: int) -> str:
    return f"organisations/by-{number}.html" if part == 1 else f"organisations/by-{number}-{part}.html"


def _shelf(
    pages: Pages, path: str, shelves: dict[str, list[sqlite3.Row]], total: int,
    links: list[tuple[str, str, int]], numbers: list[tuple[int, str]],
) -> None:  # fmt: skip
    shown = [row for rows in shelves.values() for row in rows]
    count: dict[str, dict[str, int]] = {
        "region": defaultdict(int),
        "kind": defaultdict(int),
        "sector": defaultdict(int),
    }
    for row in shown:
        count["region"][words.short_region(row["sido"])] += 1
        count["kind"][row["type"]] += 1
        for code in filter(None, (row["sectors"] or "").split(",")):
            count["sector"][code] += 1
    choices = {
        name: [(code, _choice_words(name, code), n) for code, n in sorted(counts.items(), key=lambda p: (-p[1], p[0]))]
        for name, counts in count.items()
    }
    pages.write(path, "organisations.html", shelves=shelves, total=total, links=links, numbers=numbers, choices=choices)


def _choice_words(name: str, code: str) -> str:
    if name == "region":
        return code
    return words.label("organisation_type" if name == "kind" else "sector", code)


def redirects(pages: Pages) -> None:
    """An old id keeps an address: a page that leads on."""
    folders = {"event": "events", "organisation": "organisations"}
    for row in pages.digest.rows("SELECT subject, old_id, new_id FROM redirect"):
        folder = folders[row["subject"]]
        pages.write(
            f"{folder}/{file_name(row['old_id'])}.html", "moved.html", target=f"{file_name(row['new_id'])}.html"
        )
