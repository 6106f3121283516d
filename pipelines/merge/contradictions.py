"""What keeps two texts apart whatever else they share: one small rule a contradiction.

A rule gives its reason in words for people, or nothing. `contained` is the share of the shorter text
that stands in the longer. A new contradiction is one more function and its line in `BARS`.
"""

from __future__ import annotations

from collections.abc import Callable

from pipelines.merge.evidence import Evidence
from pipelines.merge.likeness import gap_days, listed, places_meet

WHOLE = 0.8
"""Share of the shorter text from which a late or changed print is still the same text."""
TELLING = 3
"""Figures in common that happen once."""


def contradictions(a: Evidence, b: Evidence, contained: float = 0.0) -> tuple[str, ...]:
    """Reasons for which two texts cannot be one news item, empty where there is none."""
    return tuple(why for bar in BARS if (why := bar(a, b, contained)))


def other_year(a: Evidence, b: Evidence, contained: float) -> str:
    if a.years and b.years and not a.years & b.years:
        return f"another edition: {listed(a.years)} / {listed(b.years)}"
    return ""


def other_round(a: Evidence, b: Evidence, contained: float) -> str:
    for unit in {r[-1] for r in a.rounds} & {r[-1] for r in b.rounds}:
        mine, other = ({r for r in x.rounds if r[-1] == unit} for x in (a, b))
        if not mine & other:
            return f"another round: {listed(mine)} / {listed(other)}"
    return ""


def other_season(a: Evidence, b: Evidence, contained: float) -> str:
    if a.seasons and b.seasons and not a.seasons & b.seasons:
        return f"another season: {listed(a.seasons)} / {listed(b.seasons)}"
    return ""


def other_month(a: Evidence, b: Evidence, contained: float) -> str:
    if a.months and b.months and not a.months & b.months:
        return f"another month: {listed(a.months)} / {listed(b.months)}"
    return ""


def other_figures(a: Evidence, b: Evidence, contained: float) -> str:
    """The same form filled in anew: figures on both sides, none of them the same, weeks apart, for another day."""
    fewer, gap = min(len(a.figures), len(b.figures)), gap_days(a, b)
    anew = fewer >= 2 and not a.figures & b.figures and gap is not None and gap > 7
    if anew and not a.certain_days() & b.certain_days():
        return "other figures throughout"
    return ""


def other_place(a: Evidence, b: Evidence, contained: float) -> str:
    if a.places and b.places and not places_meet(a, b):
        return f"another place: {listed(a.places)} / {listed(b.places)}"
    return ""


def other_town(a: Evidence, b: Evidence, contained: float) -> str:
    """Districts in both headlines, and neither text names the other's. No gazetteer knows them all."""
    if a.towns and b.towns and not a.towns & b.towns_told and not b.towns & a.towns_told:
        return f"another town: {listed(a.towns)} / {listed(b.towns)}"
    return ""


def other_days(a: Evidence, b: Evidence, contained: float) -> str:
    mine, other = a.event_days(), b.event_days()
    if mine and other and not mine & other and not (contained >= WHOLE and _read_from_print(a, b)):
        return f"no day in common: {listed(mine)} / {listed(other)}"
    return ""


def _read_from_print(a: Evidence, b: Evidence) -> bool:
    """Whether the days differ only because a late reprint keeps «24일» and each print gives it another month.

    Of what lies ahead that may be the same notice of the next month; what happened, with its figures, did so once.
    """
    if "ahead" in (a.state, b.state) or len(a.figures & b.figures) < TELLING:
        return False
    mine, other = ({(d.day, m.relative) for m in x.days if not m.said for d in m.options} for x in (a, b))
    return mine == other


def other_programme(a: Evidence, b: Evidence, contained: float) -> str:
    """One host fills in its form twice for one day: neither the title nor the time of day is the other's."""
    on_one_day = contained < WHOLE and a.event_days() & b.event_days()
    timed = a.clocks and b.clocks and not a.clocks & b.clocks
    if on_one_day and timed and a.titles and b.titles and not _titles_meet(a, b):
        return f"another title and time: {listed(a.titles)} {listed(a.clocks)} / {listed(b.titles)} {listed(b.clocks)}"
    return ""


def _titles_meet(a: Evidence, b: Evidence) -> bool:
    return any(x in y or y in x for x in a.titles for y in b.titles)


def long_apart(a: Evidence, b: Evidence, contained: float) -> str:
    gap = gap_days(a, b)
    if gap is not None and gap > 120 and contained < WHOLE:
        return f"published {gap} days apart"
    return ""


def new_statement(a: Evidence, b: Evidence, contained: float) -> str:
    changed = {"moved", "cancelled"}
    if contained >= WHOLE or a.state == b.state:
        return ""
    if (a.state in changed) != (b.state in changed) or _event_between(a, b):
        return f"a new statement: {a.state or 'plain'} / {b.state or 'plain'}"
    return ""


def _event_between(a: Evidence, b: Evidence) -> bool:
    """Whether one text announces and the other reports what took place between the two."""
    if {a.state, b.state} != {"ahead", "report"} or a.published is None or b.published is None:
        return False
    before, after = (a.published, b.published) if a.state == "ahead" else (b.published, a.published)
    return any(before < day <= after for day in a.event_days() & b.event_days())


BARS: tuple[Callable[[Evidence, Evidence, float], str], ...] = (
    other_year,
    other_round,
    other_season,
    other_month,
    other_figures,
    other_place,
    other_town,
    other_days,
    other_programme,
    long_apart,
    new_statement,
)
