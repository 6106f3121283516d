"""The views of the private store, with the meaning of every column: the one place for these words.

Where SQLite and PostgreSQL differ, the SQL holds a macro (`{today}`, `{each:…}`; see `analysis.py`).
Views that build on others stand after them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class View:
    """A view; `sql` selects its columns in this order."""

    name: str
    meaning: str
    columns: Mapping[str, str]
    sql: str


_EVENT: Final = {
    "event_id": "id of the event", "title": "as it stands", "start_at": "first day or minute, with +09:00",
    "end_at": "last day or minute", "venue": "place", "region": "시도 시군구 of the place",
}  # fmt: skip

VIEWS: Final[tuple[View, ...]] = (
    View(
        "relevant_articles", "articles of the social economy that are on the web, with what was read in them",
        {
            "article_id": "id of the article", "story_id": "its story", "role": "original, reprint or own",
            "source_id": "outlet", "channel": "news or board", "title": "as shown", "url": "address",
            "text": "body, private data masked", "published_on": "day it says (Seoul)",
            "first_seen_on": "day we first read it (Seoul)", "item_kind": "event_notice, call, report …",
            "sido": "where it happens", "sigungu": "where it happens", "sectors": "JSON list of fields",
        },
        """SELECT a.id, s.story_id, s.role, a.source_id, a.channel, a.title, a.url, a.text, {day:a.published_at},
          {day:a.first_seen_at}, r.item_kind, r.sido, r.sigungu, r.sectors
        FROM article a JOIN reading r ON r.article_id = a.id LEFT JOIN story_article s ON s.article_id = a.id
        WHERE r.relevant AND a.state = 'live'""",
    ),
    View(
        "events_now", "events as they stand, one column a value",
        {
            **_EVENT, "start_on": "first day", "end_on": "last day; the first where none is stated",
            "status": "scheduled, held, postponed, cancelled, recurring", "role": "main or background",
            "online": "1: one can take part online", "audience": "for whom", "fee": "price", "contact": "office line",
            "application_start": "applications from", "application_deadline": "last moment to apply",
            "deadline_on": "its day", "recurrence": "RFC 5545 rule, or the words", "hosts": "joined by comma",
        },
        """SELECT e.id, e.title, e."start", e."values" ->> 'end', e."values" ->> 'venue',
          e."values" ->> 'address_region', substr(e."start", 1, 10),
          substr(coalesce(e."values" ->> 'end', e."start"), 1, 10), e.status, e."values" ->> 'role',
          CASE WHEN CAST(e."values" ->> 'online' AS TEXT) IN ('1', 'true') THEN 1 ELSE 0 END,
          e."values" ->> 'audience', e."values" ->> 'fee', e."values" ->> 'contact',
          e."values" ->> 'application_start', e."values" ->> 'application_deadline',
          substr(e."values" ->> 'application_deadline', 1, 10), e."values" ->> 'recurrence',
          (SELECT {list:x.value} FROM {each:e."values" -> 'hosts'})
        FROM event e""",
    ),
    View(
        "upcoming_events", "events from today on (Seoul), the nearest first",
        {**_EVENT, "hosts": "joined by comma", "status": "as it stands"},
        """SELECT event_id, title, start_at, end_at, venue, region, hosts, status FROM events_now
        WHERE role = 'main' AND end_on >= {today} AND status <> 'cancelled' ORDER BY start_at, event_id""",
    ),
    View(
        "open_calls", "what can still be applied for, by deadline",
        {
            "event_id": "id of the event", "title": "as it stands", "application_deadline": "last moment to apply",
            "days_left": "from today (Seoul)", "audience": "for whom", "fee": "price", "region": "시도 시군구",
        },
        """SELECT event_id, title, application_deadline, {days:deadline_on} - {days:t.today}, audience, fee, region
        FROM events_now, (SELECT {today} AS today) t
        WHERE role = 'main' AND deadline_on >= t.today AND status <> 'cancelled' ORDER BY deadline_on, event_id""",
    ),
    View(
        "event_sayings", "who said what of each field of an event",
        {
            "event_id": "id of the event", "title": "of the event, as it stands", "field": "field of the event",
            "value": "as said; moments in ISO 8601", "article_id": "who says so", "said_at": "when it says so (UTC)",
            "standing": "current, superseded, contradicted or corrected",
            "said_by": "the person, where one corrected it",
        },
        """SELECT e.id, e.title, x.value ->> 'field', x.value ->> 'value', x.value ->> 'article_id',
          x.value ->> 'said_at', x.value ->> 'standing', x.value ->> 'by' FROM event e, {entries:e.history}""",
    ),
    View(
        "moved_events", "days, places and states that were said before and no longer hold, latest first",
        {
            "event_id": "id of the event", "title": "as it stands", "field": "what changed",
            "before": "the value that was said", "article_id": "who had said it", "said_at": "when (UTC)",
        },
        """SELECT event_id, title, field, value, article_id, said_at FROM event_sayings
        WHERE standing = 'superseded' AND field IN ('start', 'venue', 'status', 'application_deadline')
        ORDER BY said_at DESC, event_id""",
    ),
    View(
        "stories_by_week_sector", "stories and articles by week (Monday) and field",
        {"week": "the Monday", "sector": "code of the field", "stories": "how many", "articles": "how many"},
        """SELECT {week:coalesce(a.published_on, a.first_seen_on)}, x.value, count(DISTINCT a.story_id), count(*)
        FROM relevant_articles a, {each:a.sectors} GROUP BY 1, 2 ORDER BY 1, 2""",
    ),
    View(
        "events_by_region", "events by 시도",
        {"sido": "시도; «미상» where none is stated", "events": "how many", "upcoming": "of them from today on"},
        """SELECT coalesce({first:region}, '미상'), count(*),
          sum(CASE WHEN end_on >= {today} AND status <> 'cancelled' THEN 1 ELSE 0 END)
        FROM events_now WHERE role = 'main' GROUP BY 1 ORDER BY 2 DESC, 1""",
    ),
    View(
        "outlet_reprints", "relevant articles of each outlet and how many of them are reprints",
        {"source_id": "outlet", "articles": "how many", "reprints": "how many", "share": "0 to 1"},
        """SELECT source_id, count(*), sum(CASE WHEN role = 'reprint' THEN 1 ELSE 0 END),
          round(avg(CASE WHEN role = 'reprint' THEN 1.0 ELSE 0.0 END), 3)
        FROM relevant_articles GROUP BY source_id ORDER BY 2 DESC, 1""",
    ),
    View(
        "organisation_months", "articles that name an organisation, by month",
        {"organisation_id": "id", "name": "fullest name", "month": "YYYY-MM", "articles": "how many"},
        """SELECT o.id, o.name, substr(coalesce(a.published_on, a.first_seen_on), 1, 7), count(DISTINCT a.article_id)
        FROM organisation o JOIN organisation_member m ON m.organisation_id = o.id
        JOIN organisation_finding f ON f.id = m.finding_id JOIN relevant_articles a ON a.article_id = f.article_id
        GROUP BY 1, 2, 3 ORDER BY 1, 3""",
    ),
    View(
        "organisation_kinds", "what an organisation was called, and between which days",
        {
            "organisation_id": "id", "name": "fullest name", "type": "one of the 17 kinds", "first_on": "first day",
            "last_on": "last day", "articles": "how many",
        },
        """SELECT o.id, o.name, f.type, min(coalesce(a.published_on, a.first_seen_on)),
          max(coalesce(a.published_on, a.first_seen_on)), count(DISTINCT a.article_id)
        FROM organisation o JOIN organisation_member m ON m.organisation_id = o.id
        JOIN organisation_finding f ON f.id = m.finding_id JOIN relevant_articles a ON a.article_id = f.article_id
        GROUP BY 1, 2, 3 ORDER BY 1, 4""",
    ),
    View(
        "organisation_identifiers", "numbers of organisations in official lists, those struck off among them",
        {
            "organisation_id": "id", "name": "fullest name",
            "list": "social_enterprise, cooperative, village_enterprise",
            "number": "in that list", "listed_name": "as the list writes it", "since": "day, month or year",
            "gone_on": "when a later list no longer had it",
        },
        """SELECT o.id, o.name, l.list, l.number, l.name, l.since, {day:l.gone_at}
        FROM listed_body l JOIN organisation o ON o.id = l.organisation_id ORDER BY 1, 3, 4""",
    ),
)  # fmt: skip
