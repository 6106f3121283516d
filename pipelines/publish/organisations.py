"""Organisations for an edition: where they were named, how they were written, what they were called."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlmodel import Session

from pipelines.korean.legal_forms import says_which
from pipelines.publish.edition import EditionArticle, KindSpan, ListNumber, OrganisationRow, Reading, seoul_day
from store import findings, groups, listed
from store.listed import Identifier
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
    numbers = listed.identifiers(session)
    made = (
        _row(group, [named[f] for f in group.findings if f in named], articles, readings, numbers.get(group.id, ()))
        for group in groups.organisations(session)
    )
    shown = {row.id: row for row in made if row.mentions}
    return tuple(row if row.parent_id in shown else replace(row, parent_id=None) for row in shown.values())


def _row(
    group: OrganisationGroup, named: list[Named], articles: Mapping[str, EditionArticle],
    readings: Mapping[str, Reading], numbers: Sequence[Identifier],
) -> OrganisationRow:  # fmt: skip
    mentions: Counter[str] = Counter()
    written: dict[str, set[str]] = defaultdict(set)
    for article, times, _, forms in named:
        mentions[article] += times
        for form in forms:
            written[form].add(article)
    sido, _, sigungu = (group.region or "").partition(" ")
    told = ((form, len(seen)) for form, seen in written.items() if form == group.name or says_which(form))
    names = sorted(told, key=lambda pair: (-pair[1], pair[0]))
    sectors = Counter(sector for article in mentions for sector in readings[article].sectors)
    return OrganisationRow(
        group.id, group.name, group.type, sido or None, sigungu or None,
        tuple(sector for sector, _ in sorted(sectors.items(), key=lambda p: (-p[1], p[0]))[:MOST_SECTORS]),
        tuple(names), with_lists(_kinds(named, articles), numbers), tuple(sorted(mentions.items())), group.parent_id,
        tuple(ListNumber(n.list, n.number, n.name, n.since, seoul_day(n.gone_at)) for n in numbers),
    )  # fmt: skip


def _kinds(named: Iterable[Named], articles: Mapping[str, EditionArticle]) -> tuple[KindSpan, ...]:
    """For each kind the body was called by: from when to when, in how many articles."""
    days: dict[str, list[date]] = defaultdict(list)
    for article, _, kind, _ in named:
        told = articles[article]
        days[kind].append(seoul_day(told.published_at) or told.first_seen_on)
    return tuple(KindSpan(kind, min(seen), max(seen), len(seen)) for kind, seen in sorted(days.items()))


_EXCLUSIVE = (
    frozenset(("preliminary_social_enterprise", "social_enterprise")),
    frozenset(("cooperative", "social_cooperative")),
)
"""Kinds of which a body is one at a time: a designation that grew into a certificate, a legal form it left."""


def with_lists(told: Sequence[KindSpan], numbers: Sequence[Identifier]) -> tuple[KindSpan, ...]:
    """The kinds of a body with the time they held: lists say since when and till when, the news which came after which.

    A kind that a later one excludes is «before»; the day of the change is only given where a list states it.
    """
    kinds = {k.type: k for k in told}
    for n in sorted(numbers, key=lambda n: (n.gone_at is None, n.since or "")):  # what is still listed speaks last
        until = seoul_day(n.gone_at)
        held = kinds.get(n.type) or KindSpan(n.type, None, None, 0)
        kinds[n.type] = replace(held, valid_from=n.since, valid_until=until, standing="lapsed" if until else "now")
    return tuple(_standing(k, kinds.values()) for _, k in sorted(kinds.items()))


def _standing(kind: KindSpan, kinds: Iterable[KindSpan]) -> KindSpan:
    """«before» where an excluding kind was first told after this one was last told; a list's word stands."""
    rivals = [k for k in kinds if k.type != kind.type and any({k.type, kind.type} == pair for pair in _EXCLUSIVE)]
    later = any(k.first_on and kind.last_on and k.first_on > kind.last_on for k in rivals)
    return replace(kind, standing="before") if later and kind.standing == "now" and not kind.valid_from else kind
