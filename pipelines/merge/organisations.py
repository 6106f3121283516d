"""Organisation findings → one body with every way its name was written.

The comparing of names is `pipelines.merge.names`; here its groups become records with lasting ids. A
person's word is heard last: their «same» joins and their «different» parts whatever the names say.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import combinations, starmap

from pipelines.merge.ids import founder, mint, successors
from pipelines.merge.names import Grouping, OrganisationMention, group_organisations
from pipelines.merge.parents import parents
from pipelines.merge.stories import groups
from store.records import Judgement, Organisation, OrganisationGroup

WORTH_KEEPING = 0.2
"""Score below which a «different» is plain and no row is kept of it."""


@dataclass(frozen=True, slots=True)
class Named:
    """An organisation as one article names it. `id` is the finding's, `region` the article's."""

    id: str
    article_id: str
    published_at: datetime | None
    region: str | None
    organisation: Organisation


def compared(named: Iterable[Named]) -> Grouping:
    """What the names say."""
    return group_organisations(
        OrganisationMention(
            n.id, n.organisation.name, n.organisation.aliases, n.organisation.type, n.region, n.article_id
        )
        for n in named
    )


def said(grouping: Grouping, now: datetime) -> list[Judgement]:
    """The names' words as rows."""
    return [
        Judgement("organisation", p.left, p.right, p.verdict, round(p.score, 4), p.reasons, "rule:name", now)
        for p in grouping.pairs
        if p.verdict != "different" or p.score >= WORTH_KEEPING
    ]


def bodies(
    named: Sequence[Named], grouping: Grouping, people: Iterable[Judgement], before: Iterable[OrganisationGroup],
    redirected: Iterable[str] = (),
) -> tuple[list[OrganisationGroup], dict[str, str]]:  # fmt: skip
    """Bodies by id, and the ids that now answer for earlier ones (`redirected`: those that did not stand before)."""
    by_id = {n.id: n for n in named}
    published = {n.id: n.published_at for n in named}
    persons = [j for j in people if j.by.startswith("person:")]
    parted = {m for j in persons if j.verdict == "different" for m in (j.left, j.right)}
    joined = [said for group in grouping.groups for said in _joins(group, parted)]
    found = [_body([by_id[m] for m in sorted(g)], founder(g, published)) for g in groups(by_id, [*joined, *persons])]
    found.sort(key=lambda body: body.id)
    above = parents(found)
    found = [replace(body, parent_id=above.get(body.id)) for body in found]
    now = {m: body.id for body in found for m in body.findings}
    return found, successors("org", {b.id: b.findings for b in before}, now, redirected)


def _joins(group: Sequence[str], parted: Collection[str]) -> Iterator[Judgement]:
    """The fewest words that hold a group together, and what a person parts from one of it still with the rest."""
    hub = next((m for m in group if m not in parted), group[0])
    yield from (_held(hub, m) for m in group if m != hub)
    yield from starmap(_held, combinations([m for m in group if m in parted and m != hub], 2))


def _held(left: str, right: str) -> Judgement:
    return Judgement("organisation", left, right, "same", 1.0, (), "rule:name", datetime.min)


def _body(members: Sequence[Named], first: str) -> OrganisationGroup:
    documents: dict[str, set[str]] = defaultdict(set)
    for member in members:
        for spelling in (member.organisation.name, *member.organisation.aliases):
            documents[spelling].add(member.article_id)
    times = sorted(m.published_at for m in members if m.published_at)
    return OrganisationGroup(
        id=mint("org", first),
        name=_most(Counter(m.organisation.name for m in members)) or "",
        type=_most(Counter(m.organisation.type for m in members)) or "",
        region=_most(Counter(m.region for m in members if m.region)),
        names={spelling: len(documents[spelling]) for spelling in sorted(documents)},
        findings=tuple(m.id for m in members),
        first_seen_at=times[0] if times else None,
        last_seen_at=times[-1] if times else None,
    )


def _most(counted: Mapping[str, int]) -> str | None:
    """The most frequent, of equals the fullest."""
    return max(counted, key=lambda name: (counted[name], len(name), name)) if counted else None
