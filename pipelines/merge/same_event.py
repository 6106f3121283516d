"""Do two texts of different stories tell of one event? Announcement, change, cancellation, report.

Texts on one event are days or months apart and share little wording. What links them is the event
itself: its title, its round, its day (a change names the old one), its place. A link needs the *what*
(title, round) and the *when*; who, where and the rest only raise it. The contradictions of `compare`
hold here as well, but for the days: a moved event has two.
"""

from __future__ import annotations

from datetime import date, timedelta
from math import exp

from pipelines.merge.compare import Proposal
from pipelines.merge.contradictions import (
    other_place,
    other_programme,
    other_round,
    other_season,
    other_town,
    other_year,
)
from pipelines.merge.evidence import TITLE_LIKE, Evidence
from pipelines.merge.likeness import listed, near, places_meet

LINKED = 0.6
FARTHEST_DAYS = 500
CHANGE_DAYS = 120
NAMING = 5
"""Letters from which a word of the headline in the form of a title («봄나들이장») names the event by itself."""
REPORT_WITHIN = timedelta(days=10)
BARS = (other_year, other_round, other_season, other_place, other_town, other_programme)


def same_event(a: Evidence, b: Evidence) -> Proposal:
    """Judge whether two texts are about one event; symmetric."""
    bars = tuple(why for bar in BARS if (why := bar(a, b, 0.0)))
    what, reasons = _what(a, b)
    when, day_reasons = _when(a, b)
    rest, more = _rest(a, b)
    reasons = [*reasons, *day_reasons, *more]
    score = 1 / (1 + exp(-(-4.0 + what + when + rest)))
    if bars:
        return Proposal("different", round(score, 4), (*bars, *reasons))
    if what < 1.0 or when <= 0.0 or score < LINKED:
        return Proposal("unsure", round(min(score, LINKED), 4), tuple(reasons))
    return Proposal("same", round(score, 4), tuple(reasons))


def _what(a: Evidence, b: Evidence) -> tuple[float, list[str]]:
    titles = near(a.titles, b.titles)
    head = a.title_words & b.title_words
    numbered = a.rounds & b.rounds
    named = any(len(word) >= NAMING and TITLE_LIKE.search(word) for word in head)
    quoted = [] if titles else near(a.titles, b.names) + near(a.names, b.titles)
    weight = 2.0 * bool(titles) + 1.0 * bool(quoted) + 0.6 * min(3, len(head) + named) + 1.2 * bool(numbered)
    reasons = []
    if titles:
        reasons.append(f"same event title: {listed(titles[:2])}")
    if quoted:
        reasons.append(f"quoted in one, named in the other: {listed(quoted[:2])}")
    if head:
        reasons.append(f"same words in the title: {listed(sorted(head)[:4])}")
    if numbered:
        reasons.append(f"same round: {listed(numbered)}")
    return weight, reasons


def _when(a: Evidence, b: Evidence) -> tuple[float, list[str]]:
    gap = abs((a.published - b.published).days) if a.published and b.published else 0
    if gap > FARTHEST_DAYS:
        return -3.0, []
    shared = a.event_days() & b.event_days()
    if shared:
        return 2.0, [f"same day: {listed(sorted(shared)[:3])}"]
    earlier, later = sorted((a, b), key=lambda e: (e.published or date.min, e.id))
    if later.state in ("moved", "cancelled") and earlier.state not in ("moved", "cancelled") and gap <= CHANGE_DAYS:
        return 1.0, [f"{later.state} {gap} days later"]
    if later.state == "report" != earlier.state and later.published and _just_over(earlier, later.published):
        return 1.2, ["reported in the days after it"]
    return 0.0, []


def _just_over(announced: Evidence, today: date) -> bool:
    return any(timedelta(0) <= today - day <= REPORT_WITHIN for m in announced.days if (day := m.day))


def _rest(a: Evidence, b: Evidence) -> tuple[float, list[str]]:
    names = near(a.names, b.names)
    fewer = min(len(a.words), len(b.words))
    words = len(a.words & b.words) / fewer if fewer >= 5 else 0.0
    weight = min(1.2, 0.6 * len(names)) + min(1.5, 5 * max(0.0, words - 0.12))
    weight += 0.4 * bool(a.clocks & b.clocks) + 0.6 * (bool(a.places) and bool(b.places) and places_meet(a, b))
    return weight, [f"same names: {listed(names[:3])}"] if names else []
