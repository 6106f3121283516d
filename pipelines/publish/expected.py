"""What the catalogue says a healthy outlet brings (`expect`), against what the store got from it: part of the gate.

One outlet outside of what was expected warns: its entry may be the thing that is wrong. Where half of the outlets bring
too little, it is ours, and the release stops; but not in a week with a public holiday, when papers rest. What a round
read of each article (`filled`) is held to the entry by the diagnosis of rounds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, Protocol, runtime_checkable

from sqlmodel import Session

from pipelines.korean.working_days import is_public_holiday
from pipelines.publish.check import Breach
from pipelines.publish.edition import SEOUL
from pipelines.publish.gathered import CatalogueEntry
from store import published, runs
from store.counted import counted
from store.records import Round

WEEK = timedelta(days=7)
ENOUGH = 4
"""Of fewer outlets a half says nothing."""

Range = tuple[int, int]


class Expect(Protocol):
    """Documents (least, most) that a round lists and that a week brings; None where the entry does not say."""

    @property
    def round(self) -> Range | None: ...
    @property
    def week(self) -> Range | None: ...


@runtime_checkable
class Expecting(Protocol):
    """An entry of the catalogue that says what it expects; what a last release remembers of an outlet does not."""

    @property
    def expect(self) -> Expect: ...


def breaches(session: Session, catalogue: Mapping[str, CatalogueEntry], as_of: date) -> list[Breach]:
    """What outlets that are known for a week brought less or more than expected, a line each, and one for all."""
    end = datetime.combine(as_of + timedelta(days=1), time(), SEOUL)
    expected: dict[str, Expect] = {i: e.expect for i, e in catalogue.items() if isinstance(e, Expecting)}
    came, rounds = published.came_between(session, end - WEEK, end), runs.last_rounds(session)
    found: list[Breach] = []
    held = short = 0
    for name in sorted(rounds.keys() & expected.keys()):
        first = runs.first_round(session, name)
        if expected[name].week and first is not None and first <= end - WEEK:
            held += 1
            short += came.get(name, 0) < (expected[name].week or (0, 0))[0]
            found += _outside(
                f"{name}: {counted(came.get(name, 0), 'article')} in a week", came.get(name, 0), expected[name].week
            )
        listed = listed_in(rounds[name])
        if listed is not None:
            found += _outside(f"{name}: its last round listed {listed}", listed, expected[name].round)
    if held >= ENOUGH and 2 * short >= held:
        say = f"{short} of {held} outlets brought less in a week than expected"
        found.append(Breach("expected", say, not _holidays(as_of)))
    return found


def _holidays(as_of: date) -> bool:
    """Whether papers rested in that week: on 추석 half of them bring little, and nothing is broken."""
    return any(is_public_holiday(as_of - timedelta(days=n)) for n in range(WEEK.days + 1))


def _outside(what: str, count: int, limits: Range | None) -> Iterator[Breach]:
    if limits is not None and count < limits[0]:
        yield Breach("expected", f"{what}, at least {limits[0]} are expected", False)
    if limits is not None and count > limits[1]:
        yield Breach("expected", f"{what}, at most {limits[1]} are expected", False)


def listed_in(last: Round) -> int | None:
    """How many documents the lists of a round showed; None where none was read anew («not modified» shows none)."""
    lists: list[dict[str, Any]] = last.signs.get("lists", [])
    shown = [int(one.get("items", 0)) for one in lists if one.get("outcome") != "not_modified"]
    return sum(shown) if shown and last.outcome != "broken" else None
