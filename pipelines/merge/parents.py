"""Which body is a part of which: «한국사회적기업진흥원 경남지역본부», «수원도시재단 사회적경제센터».

A name that begins with the whole name of another body and goes on with a unit of its own is that body's part. Only
names speak here, and only where one body alone is called so in that region; a preparatory committee comes before the
later body and is no part of it (guideline §9). Popolo and Open Referral HSDS call it the parent organisation.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipelines.korean.legal_forms import ending_of, is_generic
from pipelines.korean.names import parse, squeeze
from store.records import OrganisationGroup

_UNIT = re.compile(
    r"(?:지역본부|본부|지부|지회|지사|지점|분원|사업단|사업소|센터|연구소|연구단|위원회|캠퍼스|의원|매장|학교|어린이집)$|^부설"
)
_SHORTEST = 4


def parents(bodies: Sequence[OrganisationGroup]) -> dict[str, str]:
    """Body id → id of the body it is a part of; those that are whole are left out."""
    called: dict[str, set[str]] = defaultdict(set)
    by_id = {body.id: body for body in bodies}
    for body in bodies:
        for name in (body.name, *body.names):
            called[squeeze(name)].add(body.id)
    found = {}
    for body in bodies:
        for front in _fronts(body.name):
            owners = {o for o in called.get(front, ()) if _above(by_id[o], body)}
            if len(owners) == 1:
                found[body.id] = owners.pop()
                break
    return found


def _fronts(name: str) -> Iterator[str]:
    """What stands before the unit, the longest first, squeezed: of words apart or, at the end, of one word."""
    parts = parse(name)
    if parts.preparatory:
        return
    words = name.split()
    for n in range(len(words) - 1, 0, -1):
        front, rest = squeeze(" ".join(words[:n])), " ".join(words[n:])
        if len(front) >= _SHORTEST and not is_generic(front) and (_UNIT.search(rest) or ending_of(squeeze(rest))):
            yield front
    whole = squeeze(name)
    if parts.unit and whole.endswith(parts.unit) and len(whole) - len(parts.unit) >= _SHORTEST:
        yield whole.removesuffix(parts.unit)


def _above(parent: OrganisationGroup, body: OrganisationGroup) -> bool:
    """Another, shorter-named body; of one 시도 where both have one, unless the whole is nationwide."""
    if parent.id == body.id or len(squeeze(parent.name)) >= len(squeeze(body.name)):
        return False
    if parent.type in ("public_agency", "foreign", "central_government", "association_network"):
        return True
    return not (parent.region and body.region) or parent.region.split()[0] == body.region.split()[0]
