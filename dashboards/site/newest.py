"""The newest stories that name each of many organisations.

::

    stories of the last weeks, read once for all organisations ──► enough for those named again and again
    all articles that name an organisation ──────────────────────► for any other

Both ways give the same. But the most named organisation is in tens of thousands of articles, and sorting all its
stories to find the newest took a third of the time of the next day's pages.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from operator import itemgetter
from typing import Final

from dashboards.site.digest import Digest
from dashboards.site.lines import BRIEF_COLUMNS

MOST: Final = 25
AT_ONCE: Final = 100
LATELY: Final = timedelta(days=40)
"""Of longer, reading them for all costs more than it spares."""

# CROSS: a digest whose pages are made for the first time knows nothing yet of the sizes of its tables; +: from the
# few articles on, not from the many bodies
OF_LATELY: Final = """SELECT DISTINCT m.organisation_id, s.story_id, s.day
    FROM story s CROSS JOIN article a USING (story_id) CROSS JOIN mention m USING (article_id)
    WHERE s.day >= ? AND +m.organisation_id IN (SELECT value FROM json_each(?))"""
OF_ALL_TIME: Final = """SELECT m.organisation_id, s.story_id, s.day FROM (
      SELECT DISTINCT m.organisation_id, a.story_id FROM mention m CROSS JOIN article a USING (article_id)
      WHERE m.organisation_id IN ()) m CROSS JOIN story s USING (story_id)"""
BRIEF: Final = f"""SELECT s.story_id, {BRIEF_COLUMNS} FROM story s JOIN article l ON l.article_id = s.lead_article_id
    JOIN outlet o ON o.outlet_id = l.outlet_id WHERE s.story_id IN ()"""

Told = Mapping[str, Sequence[sqlite3.Row]]
"""Per body (organisation_id, story_id, day) of stories that name it."""


def newest_stories(digest: Digest, ids: Sequence[str]) -> Iterator[list[sqlite3.Row]]:
    """Of each body, in their order, the rows of its newest stories (see `lines.brief_line`)."""
    lately = _lately(digest, ids)
    for at in range(0, len(ids), AT_ONCE):
        some = ids[at : at + AT_ONCE]
        rest = digest.grouped(OF_ALL_TIME, [body for body in some if len(lately.get(body, ())) < MOST])
        shown = {body: _first(rest.get(body) or lately.get(body, ())) for body in some}
        rows = digest.grouped(BRIEF, {story for stories in shown.values() for story in stories})
        yield from ([rows[story][0] for story in shown[body]] for body in some)


def _lately(digest: Digest, ids: Iterable[str]) -> Told:
    found: dict[str, list[sqlite3.Row]] = defaultdict(list)
    since = (digest.today - LATELY).isoformat()
    for row in digest.each(OF_LATELY, since, json.dumps(list(ids), ensure_ascii=False)):
        found[row[0]].append(row)
    return found


def _first(told: Iterable[sqlite3.Row]) -> list[str]:
    """The ids of the newest, those of one day by id."""
    by_id = sorted(told, key=itemgetter("story_id"))
    return [row["story_id"] for row in sorted(by_id, key=itemgetter("day"), reverse=True)[:MOST]]
