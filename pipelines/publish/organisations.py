"""Organisations for an edition: where they were named, how they were written, what they were called."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from pipelines.korean.legal_forms import says_which
from pipelines.publish.edition import KindSpan, ListNumber, OrganisationRow, seoul_day
from pipelines.publish.gathered import Gathered
from store.listed import Identifier
from store.records import OrganisationGroup

MOST_SECTORS = 3


def organisation_row(
    group: OrganisationGroup, gathered: Gathered, numbers: Sequence[Identifier]
) -> OrganisationRow | None:
    """A body as it stands; None where no article that may be spoken of (not of a `link` source) names it."""
    mentions: Counter[str] = Counter()
    written: dict[str, set[str]] = defaultdict(set)
    days: dict[str, list[str]] = defaultdict(list)
    said: dict[str, str] = {}
    for article, times, kind, forms, seen, published, fields in gathered.names_in(group.id):
        mentions[article] += times
        for form in forms.split("\x1f"):
            written[form].add(article)
        days[kind].append(_day(published) if published else seen)
        said[article] = fields
    if not mentions:
        return None
    sido, _, sigungu = (group.region or "").partition(" ")
    told = ((form, len(where)) for form, where in written.items() if form == group.name or says_which(form))
    names = sorted(told, key=lambda pair: (-pair[1], pair[0]))
    sectors = Counter(sector for those in said.values() for sector in those.split())
    return OrganisationRow(
        group.id, group.name, group.type, sido or None, sigungu or None,
        tuple(sector for sector, _ in sorted(sectors.items(), key=lambda p: (-p[1], p[0]))[:MOST_SECTORS]),
        tuple(names), with_lists(_kinds(days), numbers), tuple(sorted(mentions.items())), group.parent_id,
        tuple(map(list_number, numbers)),
    )  # fmt: skip


def list_number(n: Identifier) -> ListNumber:
    return ListNumber(n.list, n.number, n.name, n.since, seoul_day(n.gone_at))


def _kinds(days: Mapping[str, list[str]]) -> tuple[KindSpan, ...]:
    """For each kind the body was called by: from when to when, in how many articles."""
    fromiso = date.fromisoformat
    return tuple(KindSpan(kind, fromiso(min(d)), fromiso(max(d)), len(d)) for kind, d in sorted(days.items()))


def _day(published: str) -> str:
    """The day in Korea of a moment as it is gathered."""
    if len(published) == 10:
        return published
    return published[:10] if published.endswith("+09:00") else str(seoul_day(datetime.fromisoformat(published)))


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
