"""An `Edition` as rows of the public tables, in the order of the tables' keys.

One function per table that has its own values; `ROWS` is the register the writer walks through.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from operator import attrgetter, itemgetter
from typing import Any

from dashboards.safe import clean, web_link
from dashboards.words import LABELS, closing_day
from pipelines.publish.edition import (
    Edition,
    EditionArticle,
    EventRow,
    OrganisationRow,
    Outlet,
    Story,
    seoul_day,
    seoul_iso,
    to_seoul,
)  # fmt: skip
from pipelines.publish.schema import LIMIT, Kind
from store.records import Moment

Row = tuple[Any, ...]
_BY_ID = attrgetter("id")


def short(text: str | None, kind: Kind = "value") -> str | None:
    """At most what a column of this kind may hold; what is cut says so."""
    if text is None:
        return None
    text, limit = clean(text), LIMIT[kind]
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def story_day(story: Story) -> date:
    lead = story.articles[0]
    return seoul_day(lead.published_at) or lead.first_seen_on


def labels(_: Edition) -> Iterator[Row]:
    for subject in sorted(LABELS):
        for code in sorted(LABELS[subject]):
            yield subject, code, LABELS[subject][code]


def outlets(edition: Edition) -> Iterator[Row]:
    for o in _sorted(edition.outlets):
        yield _outlet(o)


def _outlet(o: Outlet) -> Row:
    return (
        o.id, short(o.name, "title"), o.kind, web_link(o.home), o.region, o.tier, o.state, o.trouble,
        _day(o.last_read_on), o.expected, o.read_today,
    )  # fmt: skip


def stories(edition: Edition) -> Iterator[Row]:
    for s in _sorted(edition.stories):
        lead = s.articles[0]
        yield (
            s.id, lead.id, short(lead.title, "title"), _day(story_day(s)),
            _day(min(a.first_seen_on for a in s.articles)), s.sido, short(s.sigungu), s.item_kind,
            len(s.articles), len({a.outlet_id for a in s.articles}),
        )  # fmt: skip


def articles(edition: Edition) -> Iterator[Row]:
    pairs = ((a, s.id) for s in edition.stories for a in s.articles)
    for article, story_id in sorted(pairs, key=lambda pair: pair[0].id):
        yield _article(article, story_id)


def _article(a: EditionArticle, story_id: str) -> Row:
    return (
        a.id, story_id, a.outlet_id, a.channel, short(a.title, "title"), web_link(a.url), seoul_iso(a.published_at),
        _day(seoul_day(a.published_at)), _day(a.first_seen_on), int(a.reprint),
    )  # fmt: skip


def story_sectors(edition: Edition) -> Iterator[Row]:
    for s in _sorted(edition.stories):
        yield from ((s.id, sector) for sector in sorted(set(s.sectors)))


def events(edition: Edition) -> Iterator[Row]:
    for e in _sorted(edition.events):
        yield _event(e)


def _event(e: EventRow) -> Row:
    start, end = seoul_day(e.start), seoul_day(e.end)
    deadline = closing_day(to_seoul(e.application_deadline)) if e.application_deadline else None
    return (
        e.id, e.uid or e.id, short(e.title, "title"), e.kind, e.status, seoul_iso(e.start), seoul_iso(e.end),
        _day(start), _day(end or start), int(not _has_clock(e.start)), short(e.venue), e.sido, short(e.sigungu),
        int(e.online), short(e.audience), short(e.fee), short(e.contact), seoul_iso(e.application_start),
        seoul_iso(e.application_deadline), _day(deadline), short(e.recurrence), seoul_iso(e.original_start),
        e.sequence, _day(e.first_seen_on), _day(e.changed_on), " ".join(e.notes) or None, e.parent_id,
    )  # fmt: skip


def _has_clock(moment: Moment | None) -> bool:
    return hasattr(moment, "hour")


def event_sectors(edition: Edition) -> Iterator[Row]:
    for e in _sorted(edition.events):
        yield from ((e.id, sector) for sector in sorted(set(e.sectors)))


def event_parties(edition: Edition) -> Iterator[Row]:
    for e in _sorted(edition.events):
        seen: dict[tuple[str, str], str | None] = {}
        for p in e.parties:
            seen.setdefault((p.role, short(p.name) or ""), p.organisation_id)
        yield from ((e.id, role, name, seen[role, name]) for role, name in sorted(seen))


def event_articles(edition: Edition) -> Iterator[Row]:
    for e in _sorted(edition.events):
        yield from ((e.id, article) for article in sorted(set(e.article_ids)))


def event_evidence(edition: Edition) -> Iterator[Row]:
    for e in _sorted(edition.events):
        rows = {(v.field, v.article_id, short(v.words, "evidence")) for v in e.evidence}
        yield from ((e.id, *row) for row in sorted(rows, key=lambda row: tuple(value or "" for value in row)))


def event_changes(edition: Edition) -> Iterator[Row]:
    for e in _sorted(edition.events):
        for step, c in enumerate(e.history, start=1):
            yield e.id, step, _day(c.on), c.kind, c.field, short(c.before), short(c.after), c.article_id


def event_claims(edition: Edition) -> Iterator[Row]:
    for e in _sorted(edition.events):
        claims = {(c.field, c.article_id): (short(c.value), int(c.chosen)) for c in e.claims}
        yield from ((e.id, *key, *claims[key]) for key in sorted(claims))


def organisations(edition: Edition) -> Iterator[Row]:
    days = {a.id: story_day(s) for s in edition.stories for a in s.articles}
    held = Counter(
        organisation for e in edition.events for organisation in {p.organisation_id for p in e.parties} if organisation
    )
    for o in _sorted(edition.organisations):
        seen = sorted(days[article] for article, _ in o.mentions)
        yield (
            o.id, short(o.name, "title"), o.type, o.sido, short(o.sigungu), len(o.mentions), held[o.id],
            _day(seen[0]) if seen else None, _day(seen[-1]) if seen else None, o.parent_id,
        )  # fmt: skip


def organisation_identifiers(edition: Edition) -> Iterator[Row]:
    numbers = [(n.list, n.number, o.id, n) for o in edition.organisations for n in o.numbers]
    for listed, number, body, n in sorted(numbers, key=itemgetter(0, 1, 2)):
        yield listed, number, body, short(n.name, "title"), n.since, _day(n.until) if n.until else None


def organisation_names(edition: Edition) -> Iterator[Row]:
    for o in _sorted(edition.organisations):
        names = {short(name, "title") or "": count for name, count in o.names}
        yield from ((o.id, name, names[name]) for name in sorted(names))


def organisation_kinds(edition: Edition) -> Iterator[Row]:
    for o in _sorted(edition.organisations):
        for k in sorted(o.kinds, key=attrgetter("type")):
            days = (day and _day(day) for day in (k.first_on, k.last_on))
            yield o.id, k.type, *days, k.articles, k.valid_from, k.valid_until and _day(k.valid_until), k.standing


def organisation_sectors(edition: Edition) -> Iterator[Row]:
    for o in _sorted(edition.organisations):
        yield from ((o.id, sector) for sector in sorted(set(o.sectors)))


def mentions(edition: Edition) -> Iterator[Row]:
    for o in _sorted(edition.organisations):
        yield from ((o.id, article, times) for article, times in sorted(o.mentions))


def figures(edition: Edition) -> Iterator[Row]:
    ordered = sorted(edition.figures, key=lambda f: (f.article_id, f.surface, f.value))
    numbers = Counter[str]()
    for f in ordered:
        numbers[f.article_id] += 1
        yield (
            f.article_id, numbers[f.article_id], short(f.subject), short(f.measure), f.value, short(f.unit, "code"),
            short(f.as_of, "code"), short(f.surface, "evidence"),
        )  # fmt: skip


def redirects(edition: Edition) -> Iterator[Row]:
    yield from sorted((r.subject, r.old_id, r.new_id) for r in edition.redirects)


def _sorted(values: Iterable[OrganisationRow | EventRow | Story | Outlet]) -> list[Any]:
    return sorted(values, key=_BY_ID)


ROWS: dict[str, Callable[[Edition], Iterator[Row]]] = {
    "label": labels,
    "outlet": outlets,
    "story": stories,
    "article": articles,
    "story_sector": story_sectors,
    "event": events,
    "event_sector": event_sectors,
    "event_party": event_parties,
    "event_article": event_articles,
    "event_evidence": event_evidence,
    "event_change": event_changes,
    "event_claim": event_claims,
    "organisation": organisations,
    "organisation_name": organisation_names,
    "organisation_identifier": organisation_identifiers,
    "organisation_kind": organisation_kinds,
    "organisation_sector": organisation_sectors,
    "mention": mentions,
    "figure": figures,
    "redirect": redirects,
}
