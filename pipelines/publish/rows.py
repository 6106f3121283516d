"""An `Edition` as rows of the public tables, in the order of the tables' keys.

`STREAMS` is the register the writer walks through: each thing is taken up once and gives its rows to all its tables,
so that an edition that lies on disk is read once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Any, TypeVar

from dashboards.safe import clean, web_link
from dashboards.words import LABELS, closing_day
from pipelines.publish.edition import (
    Edition,
    EditionArticle,
    EventRow,
    Figure,
    ListNumber,
    OrganisationRow,
    Outlet,
    Story,
    Tally,
    seoul_day,
    seoul_iso,
    story_day,
    to_seoul,
)  # fmt: skip
from pipelines.publish.schema import LIMIT, Kind
from store.records import Moment

Row = tuple[Any, ...]
T = TypeVar("T")


def short(text: str | None, kind: Kind = "value") -> str | None:
    """At most what a column of this kind may hold; what is cut says so."""
    if text is None:
        return None
    text, limit = clean(text), LIMIT[kind]
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


# --- the rows of one thing ------------------------------------------------------------------


def _outlet(o: Outlet) -> Iterator[Row]:
    yield (
        o.id, short(o.name, "title"), o.kind, web_link(o.home), o.region, o.tier, o.state, o.trouble,
        _day(o.last_read_on), o.expected, o.read_today,
    )  # fmt: skip


def _story(s: Story) -> Iterator[Row]:
    lead = s.articles[0]
    yield (
        s.id, lead.id, short(lead.title, "title"), _day(story_day(s)),
        _day(min(a.first_seen_on for a in s.articles)), s.sido, short(s.sigungu), s.item_kind,
        len(s.articles), len({a.outlet_id for a in s.articles}),
    )  # fmt: skip


def _article(pair: tuple[EditionArticle, str]) -> Iterator[Row]:
    a, story_id = pair
    yield (
        a.id, story_id, a.outlet_id, a.channel, short(a.title, "title"), web_link(a.url), seoul_iso(a.published_at),
        _day(seoul_day(a.published_at)), _day(a.first_seen_on), int(a.reprint),
    )  # fmt: skip


def _sectors(thing: Story | EventRow | OrganisationRow) -> Iterator[Row]:
    return ((thing.id, sector) for sector in sorted(set(thing.sectors)))


def _event(e: EventRow) -> Iterator[Row]:
    start, end = seoul_day(e.start), seoul_day(e.end)
    deadline = closing_day(to_seoul(e.application_deadline)) if e.application_deadline else None
    yield (
        e.id, e.uid or e.id, short(e.title, "title"), e.kind, e.status, seoul_iso(e.start), seoul_iso(e.end),
        _day(start), _day(end or start), int(not _has_clock(e.start)), short(e.venue), e.sido, short(e.sigungu),
        int(e.online), short(e.audience), short(e.fee), short(e.contact), seoul_iso(e.application_start),
        seoul_iso(e.application_deadline), _day(deadline), short(e.recurrence), seoul_iso(e.original_start),
        e.sequence, _day(e.first_seen_on), _day(e.changed_on), " ".join(e.notes) or None, e.parent_id,
    )  # fmt: skip


def _has_clock(moment: Moment | None) -> bool:
    return hasattr(moment, "hour")


def _event_parties(e: EventRow) -> Iterator[Row]:
    seen: dict[tuple[str, str], str | None] = {}
    for p in e.parties:
        seen.setdefault((p.role, short(p.name) or ""), p.organisation_id)
    return ((e.id, role, name, seen[role, name]) for role, name in sorted(seen))


def _event_articles(e: EventRow) -> Iterator[Row]:
    return ((e.id, article) for article in sorted(set(e.article_ids)))


def _event_evidence(e: EventRow) -> Iterator[Row]:
    rows = {(v.field, v.article_id, short(v.words, "evidence")) for v in e.evidence}
    return ((e.id, *row) for row in sorted(rows, key=lambda row: tuple(value or "" for value in row)))


def _event_changes(e: EventRow) -> Iterator[Row]:
    for step, c in enumerate(e.history, start=1):
        yield e.id, step, _day(c.on), c.kind, c.field, short(c.before), short(c.after), c.article_id


def _event_claims(e: EventRow) -> Iterator[Row]:
    claims = {(c.field, c.article_id): (short(c.value), int(c.chosen)) for c in e.claims}
    return ((e.id, *key, *claims[key]) for key in sorted(claims))


def _organisation_names(o: OrganisationRow) -> Iterator[Row]:
    names = {short(name, "title") or "": count for name, count in o.names}
    return ((o.id, name, names[name]) for name in sorted(names))


def _organisation_kinds(o: OrganisationRow) -> Iterator[Row]:
    for k in sorted(o.kinds, key=attrgetter("type")):
        days = (day and _day(day) for day in (k.first_on, k.last_on))
        yield o.id, k.type, *days, k.articles, k.valid_from, k.valid_until and _day(k.valid_until), k.standing


def _organisation(pair: tuple[OrganisationRow, Tally]) -> Iterator[Row]:
    o, (first, last, held, told) = pair
    yield o.id, short(o.name, "title"), o.type, o.sido, short(o.sigungu), told, held, first, last, o.parent_id


def _organisation_identifier(pair: tuple[str, ListNumber]) -> Iterator[Row]:
    body, n = pair
    yield n.list, n.number, body, short(n.name, "title"), n.since, _day(n.until) if n.until else None


def _figures(told: Sequence[Figure]) -> Iterator[Row]:
    """Those of one article, numbered."""
    for number, f in enumerate(sorted(told, key=lambda f: (f.surface, f.value)), start=1):
        yield (
            f.article_id, number, short(f.subject), short(f.measure), f.value, short(f.unit, "code"),
            short(f.as_of, "code"), short(f.surface, "evidence"),
        )  # fmt: skip


# --- the things of an edition, in the order of the tables' keys ------------------------------


def _labels(_: Edition) -> Iterator[Row]:
    return ((subject, code, LABELS[subject][code]) for subject in sorted(LABELS) for code in sorted(LABELS[subject]))


def _articles(edition: Edition) -> Iterable[tuple[EditionArticle, str]]:
    if edition.articles is not None:
        return edition.articles
    return sorted(((a, s.id) for s in edition.stories for a in s.articles), key=lambda pair: pair[0].id)


def _bodies(edition: Edition) -> Iterator[tuple[OrganisationRow, Tally]]:
    tally_of = edition.tally_of or _tallies(edition).__getitem__
    return ((body, tally_of(body.id)) for body in _in_order(edition, edition.organisations))


def _tallies(edition: Edition) -> dict[str, Tally]:
    days = {a.id: story_day(s) for s in edition.stories for a in s.articles}
    held = Counter(
        organisation for e in edition.events for organisation in {p.organisation_id for p in e.parties} if organisation
    )
    found: dict[str, Tally] = {}
    for o in edition.organisations:
        seen = sorted(days[article] for article, _ in o.mentions)
        first, last = (_day(seen[0]), _day(seen[-1])) if seen else (None, None)
        found[o.id] = first, last, held[o.id], len(o.mentions)
    return found


def _mentions(edition: Edition) -> Iterable[tuple[str, str, int]]:
    if edition.mentions is not None:
        return edition.mentions
    return sorted((o.id, article, times) for o in edition.organisations for article, times in o.mentions)


def _numbers(edition: Edition) -> list[tuple[str, ListNumber]]:
    told = edition.numbers
    if told is None:
        told = [(o.id, n) for o in edition.organisations for n in o.numbers]
    return sorted(told, key=lambda pair: (pair[1].list, pair[1].number, pair[0]))


def _figures_by_article(edition: Edition) -> Iterator[Sequence[Figure]]:
    told = edition.figures
    if edition.articles is None:
        told = sorted(told, key=attrgetter("article_id"))
    return (list(those) for _, those in groupby(told, attrgetter("article_id")))


def _redirects(edition: Edition) -> Iterator[Row]:
    yield from sorted((r.subject, r.old_id, r.new_id) for r in edition.redirects)


def _in_order(edition: Edition, values: Iterable[T]) -> Iterable[T]:
    return values if edition.articles is not None else sorted(values, key=attrgetter("id"))


def _of_body(
    rows: Callable[[OrganisationRow], Iterator[Row]],
) -> Callable[[tuple[OrganisationRow, Tally]], Iterator[Row]]:
    return lambda pair: rows(pair[0])


def _as_it_is(row: Row) -> Iterator[Row]:
    yield row


@dataclass(frozen=True, slots=True)
class Stream:
    """Things of an edition that are walked once, and the rows each gives to which tables.

    `kind`: what `Edition.only` calls these things, `column` the column of all these tables with their id. A stream
    without is always whole. `ahead`: whether its tables can be in `Edition.ahead`.
    """

    things: Callable[[Edition], Iterable[Any]]
    tables: Mapping[str, Callable[[Any], Iterator[Row]]]
    kind: str = ""
    column: str = ""
    ahead: bool = False


STREAMS: tuple[Stream, ...] = (
    Stream(_labels, {"label": _as_it_is}),
    Stream(lambda edition: sorted(edition.outlets, key=attrgetter("id")), {"outlet": _outlet}),
    Stream(
        lambda edition: _in_order(edition, edition.stories), {"story": _story, "story_sector": _sectors},
        "story", "story_id", ahead=True,
    ),
    Stream(_articles, {"article": _article}, "article", "article_id", ahead=True),
    Stream(
        lambda edition: _in_order(edition, edition.events),
        {
            "event": _event, "event_sector": _sectors, "event_party": _event_parties,
            "event_article": _event_articles, "event_evidence": _event_evidence, "event_change": _event_changes,
            "event_claim": _event_claims,
        },
        "event", "event_id",
    ),
    Stream(
        _bodies,
        {
            "organisation": _organisation, "organisation_name": _of_body(_organisation_names),
            "organisation_kind": _of_body(_organisation_kinds), "organisation_sector": _of_body(_sectors),
        },
        "organisation", "organisation_id",
    ),
    Stream(_mentions, {"mention": _as_it_is}, "mention", "article_id"),
    Stream(_numbers, {"organisation_identifier": _organisation_identifier}, "organisation", "organisation_id"),
    Stream(_figures_by_article, {"figure": _figures}, "article", "article_id"),
    Stream(_redirects, {"redirect": _as_it_is}),
)  # fmt: skip
