"""Organisations for an edition: where they were named, how they were written, what they were called."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from sqlmodel import Session

from pipelines.publish.edition import EditionArticle, KindSpan, OrganisationRow, Reading, seoul_day
from store import findings, groups
from store.records import OrganisationGroup

Named = tuple[str, int, str, tuple[str, ...]]
"""(article id, times, type, written forms) of one finding."""

MOST_SECTORS = 3


def organisation_rows(
    session: Session, articles: Mapping[str, EditionArticle], readings: Mapping[str, Reading],
    quiet: set[str],
) -> tuple[OrganisationRow, ...]:  # fmt: skip
    """Organisations named in at least one article that may be spoken of (not of a `link` source)."""
    named: dict[str, Named] = {}
    for found in findings.organisations(session):
        if found.article_id in articles and found.article_id not in quiet:
            body = found.organisation
            named[found.id] = (found.article_id, max(len(body.mentions), 1), body.type, (body.name, *body.aliases))
    made = (
        _row(group, [named[f] for f in group.findings if f in named], articles, readings)
        for group in groups.organisations(session)
    )
    return tuple(row for row in made if row.mentions)


def _row(
    group: OrganisationGroup, named: list[Named], articles: Mapping[str, EditionArticle],
    readings: Mapping[str, Reading],
) -> OrganisationRow:  # fmt: skip
    mentions: Counter[str] = Counter()
    written: dict[str, set[str]] = defaultdict(set)
    for article, times, _, forms in named:
        mentions[article] += times
        for form in forms:
            written[form].add(article)
    sido, _, sigungu = (group.region or "").partition(" ")
    names = sorted(((form, len(seen)) for form, seen in written.items()), key=lambda pair: (-pair[1], pair[0]))
    sectors = Counter(sector for article in mentions for sector in readings[article].sectors)
    return OrganisationRow(
        group.id, group.name, group.type, sido or None, sigungu or None,
        tuple(sector for sector, _ in sorted(sectors.items(), key=lambda p: (-p[1], p[0]))[:MOST_SECTORS]),
        tuple(names), _kinds(named, articles), tuple(sorted(mentions.items())),
    )  # fmt: skip


def _kinds(named: Iterable[Named], articles: Mapping[str, EditionArticle]) -> tuple[KindSpan, ...]:
    """For each kind the body was called by: from when to when, in how many articles."""
    days: dict[str, list[date]] = defaultdict(list)
    for article, _, kind, _ in named:
        told = articles[article]
        days[kind].append(seoul_day(told.published_at) or told.first_seen_on)
    return tuple(KindSpan(kind, min(seen), max(seen), len(seen)) for kind, seen in sorted(days.items()))
