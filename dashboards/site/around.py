"""What pages of events and organisations are made of, asked for many of them at once.

Alone, each thing takes ten questions, and they were a third of its page.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from dashboards.site.digest import Digest
from dashboards.site.directory import ORGANISATIONS
from dashboards.site.evidence import EVIDENCE
from dashboards.site.lines import EVENT_COLUMNS, EVENT_LINES

AT_ONCE: Final = 100
MOST_EVENTS: Final = 40

Rows = list[sqlite3.Row]
Around = Mapping[str, Rows]
"""The answers about one thing, by the names of the questions below."""

OF_EVENTS: Final = {  # the id of the event stands first in each row
    "line": EVENT_LINES + "WHERE e.event_id IN ()",
    "told": """SELECT e.event_id, a.title, a.url, a.channel, a.reprint, coalesce(a.published_at, a.first_seen_on) AS at,
        o.name FROM event_article e JOIN article a USING (article_id) JOIN outlet o USING (outlet_id)
        WHERE e.event_id IN () ORDER BY e.event_id, at, a.article_id""",
    "parties": """SELECT event_id, role, name, organisation_id FROM event_party WHERE event_id IN ()
        ORDER BY event_id, role, name""",
    "evidence": EVIDENCE + "WHERE e.event_id IN () ORDER BY e.event_id, e.field, a.published_on, e.words",
    "changes": """SELECT c.*, o.name, a.url, a.title FROM event_change c LEFT JOIN article a USING (article_id)
        LEFT JOIN outlet o USING (outlet_id) WHERE c.event_id IN () ORDER BY c.event_id, c.step""",
    "claims": """SELECT c.event_id, c.field, c.value, c.chosen, o.name, a.url, a.published_on
        FROM event_claim c JOIN article a USING (article_id) JOIN outlet o USING (outlet_id)
        WHERE c.event_id IN () ORDER BY c.event_id, c.field, c.article_id""",
    "part_of": """SELECT e.event_id AS part, w.event_id, w.title, w.original_start, w.start_at
        FROM event e JOIN event w ON w.event_id = e.parent_id WHERE e.event_id IN ()""",
    "parts": """SELECT parent_id, event_id, title FROM event WHERE parent_id IN ()
        ORDER BY parent_id, start_at, event_id""",
}
OF_ORGANISATIONS: Final = {
    "row": ORGANISATIONS + "WHERE o.organisation_id IN ()",
    "names": """SELECT organisation_id, name, articles FROM organisation_name WHERE organisation_id IN ()
        ORDER BY organisation_id, articles DESC, name""",
    "kinds": "SELECT * FROM organisation_kind WHERE organisation_id IN () ORDER BY organisation_id, first_on, type",
    "numbers": """SELECT organisation_id, list, number, listed_name, valid_from, valid_until
        FROM organisation_identifier WHERE organisation_id IN ()
        ORDER BY organisation_id, valid_until IS NOT NULL, list, number""",
    "parent": """SELECT o.organisation_id AS unit, w.organisation_id, w.name FROM organisation o
        JOIN organisation w ON w.organisation_id = o.parent_id WHERE o.organisation_id IN ()""",
    "units": """SELECT parent_id, organisation_id, name FROM organisation WHERE parent_id IN ()
        ORDER BY parent_id, name, organisation_id""",
    "months": """SELECT m.organisation_id, substr(coalesce(a.published_on, a.first_seen_on), 1, 7) AS month,
        count(*) AS articles FROM mention m JOIN article a USING (article_id) WHERE m.organisation_id IN ()
        GROUP BY 1, 2""",
    "events": f"""SELECT n.organisation_id, {EVENT_COLUMNS} FROM (SELECT organisation_id, event_id, row_number() OVER (
          PARTITION BY organisation_id ORDER BY coalesce(start_on, deadline_on, first_seen_on) DESC, event_id) AS place
        FROM (SELECT DISTINCT organisation_id, event_id FROM event_party WHERE organisation_id IN ())
          JOIN event USING (event_id)) n JOIN event e ON e.event_id = n.event_id
        WHERE n.place <= {MOST_EVENTS} ORDER BY n.organisation_id, n.place""",
}  # fmt: skip


def around(digest: Digest, questions: Mapping[str, str], ids: Sequence[str]) -> Iterator[tuple[str, Around]]:
    """Each thing with the answers about it."""
    for at in range(0, len(ids), AT_ONCE):
        some = ids[at : at + AT_ONCE]
        found = {name: digest.grouped(sql, some) for name, sql in questions.items()}
        yield from ((identity, {name: rows.get(identity, []) for name, rows in found.items()}) for identity in some)
