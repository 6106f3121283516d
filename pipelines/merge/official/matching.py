"""Bodies of a list and bodies of the register: the same where one, and only one, is surely meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipelines.merge.names import blocking_keys, compare
from store.listed import ListedBody
from store.records import OrganisationGroup

SURE = 0.8
_CONTEXT = {"social_enterprise": "사회적기업", "cooperative": "협동조합", "village_enterprise": "마을기업"}


@dataclass(frozen=True, slots=True)
class Difference:
    """Something a person should look at: the list and the register disagree, or more than one body is meant."""

    body: ListedBody
    organisations: tuple[str, ...]
    what: str


def match(
    bodies: Iterable[ListedBody], register: Sequence[OrganisationGroup]
) -> tuple[tuple[ListedBody, ...], tuple[Difference, ...]]:
    """The bodies with the organisation each was recognised as, and what does not agree.

    Cost grows with the lists, not with their product: only namesakes by blocking key are compared.
    """
    by_key: dict[str, list[OrganisationGroup]] = defaultdict(list)
    for organisation in register:
        for key in {k for name in (organisation.name, *organisation.names) for k in blocking_keys(name)}:
            by_key[key].append(organisation)
    matched, differences = [], []
    for body in bodies:
        met = {o.id: o for key in blocking_keys(body.name) for o in by_key.get(key, ())}
        alike = [o for o in met.values() if _same(body, o)]
        exact = [o for o in alike if body.name in o.names] if len(alike) > 1 else alike
        found = exact[0] if len(exact) == 1 else None
        matched.append(replace(body, organisation_id=found.id if found else None))
        if found:
            differences += [Difference(body, (found.id,), what) for what in _disagree(body, found)]
        elif alike:
            ids = tuple(sorted(o.id for o in alike))
            differences.append(Difference(body, ids, "more than one body of the register may be meant"))
    return tuple(matched), tuple(differences)


def _same(body: ListedBody, organisation: OrganisationGroup) -> bool:
    """By any way the name was written; both regions must agree as far as they are known."""
    context = f"{body.region or ''} {_CONTEXT[body.list]}"
    other = f"{organisation.region or ''} {_CONTEXT[body.list]}"
    results = [compare(body.name, context, name, other) for name in (organisation.name, *organisation.names)]
    best = max(results, key=lambda result: (result.same, result.score))
    return best.same and best.score >= SURE and not any(r.sure_different for r in results[:1])


def _disagree(body: ListedBody, organisation: OrganisationGroup) -> Iterator[str]:
    if body.name not in organisation.names and body.name != organisation.name:
        yield f"the register writes «{organisation.name}»"
    if body.type != organisation.type:
        yield f"the register has it as {organisation.type}"
    if body.region and organisation.region and body.region.split()[0] != organisation.region.split()[0]:
        yield f"the register has it in {organisation.region}"
