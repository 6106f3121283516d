"""Organisations for an edition: where they were named, how they were written, what they were called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from pipelines.korean.legal_forms import says_which
from pipelines.publish.edition import KindSpan, ListNumber, OrganisationRow, seoul_day
from pipelines.publish.gathered import BETWEEN, Gathered
from store.listed import Identifier
from store.records import OrganisationGroup

MOST_SECTORS = 3
WRITTEN: Final = f"""SELECT forms, sectors, count(*) FROM (
    SELECT group_concat(forms, '{BETWEEN}') AS forms, max(sectors) AS sectors
    FROM named WHERE body = ? AND story IS NOT NULL GROUP BY article)
  GROUP BY forms, sectors"""
"""How many of the articles that may be quoted name a body in which forms and are of which sectors. Counted by SQLite:
it does with the most named ones what would be a million rows here."""
CALLED: Final = """SELECT type, min(day), max(day), count(*) FROM named WHERE body = ? AND story IS NOT NULL
  GROUP BY type ORDER BY type"""


def organisation_row(
    group: OrganisationGroup, gathered: Gathered, numbers: Sequence[Identifier]
) -> OrganisationRow | None:
    """A body as it stands; None where no article that may be spoken of (not of a `link` source) names it."""
    written, sectors = Counter[str](), Counter[str]()
    for forms, fields, articles in gathered.db.execute(WRITTEN, (group.id,)):
        written.update(dict.fromkeys(forms.split(BETWEEN), articles))
        sectors.update(dict.fromkeys(fields.split(), articles))
    if not written:
        return None
    sido, _, sigungu = (group.region or "").partition(" ")
    names = ((form, articles) for form, articles in written.items() if form == group.name or says_which(form))
    return OrganisationRow(
        group.id, group.name, group.type, sido or None, sigungu or None,
        tuple(sector for sector, _ in sorted(sectors.items(), key=_most_first)[:MOST_SECTORS]),
        tuple(sorted(names, key=_most_first)), with_lists(_kinds(gathered, group.id), numbers),
        parent_id=group.parent_id, numbers=tuple(map(list_number, numbers)),
    )  # fmt: skip


def _most_first(counted: tuple[str, int]) -> tuple[int, str]:
    return -counted[1], counted[0]


def list_number(n: Identifier) -> ListNumber:
    return ListNumber(n.list, n.number, n.name, n.since, seoul_day(n.gone_at))


def _kinds(gathered: Gathered, body: str) -> tuple[KindSpan, ...]:
    """For each kind the body was called by: from when to when, in how many articles."""
    fromiso, told = date.fromisoformat, gathered.db.execute(CALLED, (body,))
    return tuple(KindSpan(kind, fromiso(first), fromiso(last), times) for kind, first, last, times in told)


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
