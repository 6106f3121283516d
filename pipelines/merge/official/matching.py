"""Bodies of a list and bodies of the register: the same where one, and only one, is surely meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipelines.merge.ids import mint
from pipelines.merge.names import Comparison, blocking_keys, compare
from store.listed import ListedBody
from store.records import Judgement, OrganisationGroup

SURE = 0.8
_CONTEXT = {"social_enterprise": "사회적기업", "cooperative": "협동조합", "village_enterprise": "마을기업"}


@dataclass(frozen=True, slots=True)
class Difference:
    """Something a person should look at: the list and the register disagree, or more than one body is meant."""

    body: ListedBody
    organisations: tuple[str, ...]
    what: str


@dataclass(frozen=True, slots=True)
class Match:
    """A listed body with those of the register that its name allows, each with what the comparison said; `found` is
    the one that is surely meant."""

    body: ListedBody
    alike: tuple[tuple[OrganisationGroup, Comparison], ...]
    found: OrganisationGroup | None


def listed_id(body: ListedBody) -> str:
    """The id under which a person judges a listed body: «li-…», the same in every load."""
    return mint("li", f"{body.list}:{body.number}")


def match(
    bodies: Iterable[ListedBody], register: Sequence[OrganisationGroup], people: Iterable[Judgement] = ()
) -> Iterator[Match]:
    """What each listed body was recognised as. A person's «same» decides, their «different» keeps away.

    Cost grows with the lists, not with their product: only namesakes by blocking key are compared.
    """
    by_key: dict[str, list[OrganisationGroup]] = defaultdict(list)
    for organisation in register:
        for key in {k for name in (organisation.name, *organisation.names) for k in blocking_keys(name)}:
            by_key[key].append(organisation)
    home = {finding: organisation for organisation in register for finding in organisation.findings}
    spoken = _spoken(people, home)
    for body in bodies:
        said = spoken.get(listed_id(body), {})
        met = {o.id: o for key in blocking_keys(body.name) for o in by_key.get(key, ())}
        compared = ((o, _compared(body, o)) for id_, o in met.items() if said.get(id_) != "different")
        alike = tuple((o, result) for o, result in compared if result.same)
        told = {id_ for id_, verdict in said.items() if verdict == "same"}
        by_people = [o for o in register if o.id in told]
        yield Match(body, alike, _meant(body, [o for o, _ in alike]) if not by_people else _only(by_people))


def _spoken(people: Iterable[Judgement], home: Mapping[str, OrganisationGroup]) -> dict[str, dict[str, str]]:
    """Listed id → organisation id → a person's verdict; their «different» on any part of a body counts for it all."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for word in people:
        for listed, finding in ((word.left, word.right), (word.right, word.left)):
            if listed.startswith("li-") and finding in home and word.by.startswith("person:"):
                organisation = home[finding].id
                if found[listed].get(organisation) != "different":
                    found[listed][organisation] = word.verdict
    return found


def _meant(body: ListedBody, alike: Sequence[OrganisationGroup]) -> OrganisationGroup | None:
    return _only([o for o in alike if body.name in o.names] if len(alike) > 1 else alike)


def _only(found: Sequence[OrganisationGroup]) -> OrganisationGroup | None:
    return found[0] if len(found) == 1 else None


def differences(matches: Iterable[Match]) -> Iterator[Difference]:
    """What a person should look at."""
    for m in matches:
        if m.found:
            yield from (Difference(m.body, (m.found.id,), what) for what in _disagree(m.body, m.found))
        elif m.alike:
            ids = tuple(sorted(o.id for o, _ in m.alike))
            yield Difference(m.body, ids, "more than one body of the register may be meant")


def _compared(body: ListedBody, organisation: OrganisationGroup) -> Comparison:
    """By any way the name was written; both regions must agree as far as they are known."""
    context = f"{body.region or ''} {_CONTEXT[body.list]}"
    other = f"{organisation.region or ''} {_CONTEXT[body.list]}"
    results = [compare(body.name, context, name, other) for name in (organisation.name, *organisation.names)]
    best = max(results, key=lambda result: (result.same, result.score))
    sure = best.same and best.score >= SURE and not results[0].sure_different
    return best if sure else Comparison(False, min(best.score, results[0].score), results[0].reasons)


def _disagree(body: ListedBody, organisation: OrganisationGroup) -> Iterator[str]:
    if body.name not in organisation.names and body.name != organisation.name:
        yield f"the register writes «{organisation.name}»"
    if body.type != organisation.type:
        yield f"the register has it as {organisation.type}"
    if body.region and organisation.region and body.region.split()[0] != organisation.region.split()[0]:
        yield f"the register has it in {organisation.region}"
