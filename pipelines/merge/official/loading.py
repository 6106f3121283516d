"""Lists into the store: read, kept, and recognised among the bodies of the register.

A body that the news names only later is recognised by the next merge: `relate` is asked whenever a list or the
register changed. Its words are judgements between a finding and a listed body («li-…»), so that `dure judge` can
overrule them for good. The caller's transaction makes it all or nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from pipelines.merge.ids import mint
from pipelines.merge.official.matching import Difference, Match, differences, listed_id, match
from pipelines.merge.official.reading import ListError, Reading
from store import groups, judgements, listed
from store.listed import ListedBody, Loaded
from store.records import Judgement, OrganisationGroup, Verdict

if TYPE_CHECKING:
    from sqlmodel import Session


@dataclass(frozen=True, slots=True)
class Load:
    """What a load did: rows by number, bodies with what they were recognised as, what does not agree."""

    rows: Loaded
    bodies: tuple[ListedBody, ...]
    differences: tuple[Difference, ...]


def load(session: Session, reading: Reading, now: datetime, shrink: bool = False) -> Load:
    """Bring the register in line with the list. A second load of the same file changes nothing.

    Raises ListError where the file holds less than half of what was loaded before: a cut-off download.
    """
    held = len(listed.bodies(session, reading.list))
    if len(reading.bodies) * 2 < held and not shrink:
        raise ListError(
            f"it holds {len(reading.bodies)} bodies where the register has {held} of this list; if that is true, load"
            " it with --shrink, else fetch the file again."
        )
    rows = listed.replace(session, reading.list, reading.bodies, now)
    matches = _related(session, reading.bodies, groups.organisations(session))
    judgements.save(session, _words(matches, now))
    bodies = tuple(replace(m.body, organisation_id=m.found.id if m.found else None) for m in matches)
    return Load(rows, bodies, tuple(differences(matches)))


def relate(session: Session, register: Sequence[OrganisationGroup], now: datetime) -> tuple[int, list[Judgement]]:
    """Recognise the bodies of all lists anew; how many rows changed, and the words to be kept."""
    bodies = listed.bodies(session)
    if not bodies:
        return 0, []
    before = {(b.list, b.number): b.organisation_id for b in bodies}
    matches = _related(session, bodies, register)
    changed = sum(before[m.body.list, m.body.number] != (m.found.id if m.found else None) for m in matches)
    return changed, list(_words(matches, now))


def _related(session: Session, bodies: Sequence[ListedBody], register: Sequence[OrganisationGroup]) -> list[Match]:
    matches = list(match(bodies, register, judgements.live(session, "organisation")))
    listed.relate(session, {(m.body.list, m.body.number): m.found.id if m.found else None for m in matches})
    return matches


def _words(matches: Sequence[Match], now: datetime) -> Iterator[Judgement]:
    """«same» for the one that is meant, «unsure» where more than one may be; each between founder and listed body."""
    for m in matches:
        for organisation, said in m.alike:
            founder = next((f for f in organisation.findings if mint("org", f) == organisation.id), None)
            if founder is not None:
                meant = m.found is not None and m.found.id == organisation.id
                left, right = sorted((founder, listed_id(m.body)))
                reasons = (f"{m.body.list} {m.body.number}", *said.reasons)
                verdict: Verdict = "same" if meant else "unsure"
                yield Judgement("organisation", left, right, verdict, said.score, reasons, "rule:list", now)
