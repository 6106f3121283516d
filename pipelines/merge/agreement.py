"""What speaks for one news item, and by how much: one small rule a kind of evidence.

A rule gives weights with reasons in words for people; `compare` adds them to `BASE` as log odds. A
new kind of evidence is one more function and its line in `WEIGHTS`.
"""

from __future__ import annotations

from collections.abc import Callable

from pipelines.merge.candidates import Overlap
from pipelines.merge.evidence import Evidence
from pipelines.merge.likeness import gap_days, listed, near, places_meet, word_share

BASE = -4.0
Weighed = list[tuple[float, str]]


def wording(a: Evidence, b: Evidence, overlap: Overlap) -> Weighed:
    share = overlap.containment if overlap.shared >= 8 else overlap.containment / 2
    return [(8.0 * share, f"{overlap.containment:.0%} of the shorter text stands in the longer")] if share else []


def days(a: Evidence, b: Evidence, overlap: Overlap) -> Weighed:
    shared = a.event_days() & b.event_days()
    return [(1.2, f"same day: {listed(sorted(shared)[:3])}")] if shared else []


def figures(a: Evidence, b: Evidence, overlap: Overlap) -> Weighed:
    shared = a.figures & b.figures
    fewer = min(len(a.figures), len(b.figures))
    if shared:
        telling = sum(1.2 if n >= 100 or n % 10 else 0.7 for n in shared)
        return [(min(3.0, telling), f"same figures: {listed(sorted(shared)[:5])}")]
    return [(-1.2, "several figures on both sides, none in common")] if fewer >= 3 else []


def quotations(a: Evidence, b: Evidence, overlap: Overlap) -> Weighed:
    found: Weighed = []
    titles = near(a.titles, b.titles)
    if a.titles and b.titles and not titles:
        found.append((-1.5, "other titles quoted"))
    if titles:
        found.append((min(2.0, 1.3 * len(titles)), f"same quoted title: {listed(titles[:3])}"))
    sayings = a.sayings & b.sayings
    if sayings:
        found.append((1.5, "same words quoted"))
    return found


def names(a: Evidence, b: Evidence, overlap: Overlap) -> Weighed:
    shared = near(a.names, b.names)
    if not shared and min(len(a.names), len(b.names)) >= 2:
        return [(-1.0, "several names on both sides, none in common")]
    return [(min(2.1, 0.7 * len(shared)), f"same names: {listed(shared[:4])}")] if shared else []


def clock(a: Evidence, b: Evidence, overlap: Overlap) -> Weighed:
    shared = a.clocks & b.clocks
    if a.clocks and b.clocks and not shared:
        return [(-0.8, "other times of day")]
    return [(min(0.8, 0.4 * len(shared)), f"same time: {listed(sorted(shared)[:3])}")] if shared else []


def vocabulary(a: Evidence, b: Evidence, overlap: Overlap) -> Weighed:
    share = word_share(a, b)
    return [(min(1.6, 7.0 * (share - 0.12)), f"{share:.0%} of the words")]


def headline(a: Evidence, b: Evidence, overlap: Overlap) -> Weighed:
    shared = a.title_words & b.title_words
    return [(min(1.2, 0.4 * len(shared)), f"same words in the title: {listed(sorted(shared)[:4])}")] if shared else []


def place(a: Evidence, b: Evidence, overlap: Overlap) -> Weighed:
    return [(0.6, "same place")] if a.places and b.places and places_meet(a, b) else []


def nearness(a: Evidence, b: Evidence, overlap: Overlap) -> Weighed:
    gap = gap_days(a, b)
    if gap is None:
        return [(-0.6, "published nobody knows when")]
    weight = 1.0 if gap <= 2 else 0.4 if gap <= 7 else -1.0 if gap <= 30 else -2.0
    return [(weight, f"published {gap} days apart" if gap else "published on the same day")]


WEIGHTS: tuple[Callable[[Evidence, Evidence, Overlap], Weighed], ...] = (
    wording,
    days,
    figures,
    quotations,
    names,
    clock,
    vocabulary,
    headline,
    place,
    nearness,
)
