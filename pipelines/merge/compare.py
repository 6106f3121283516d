"""Are two texts one news item? A score with its reasons; what contradicts is named and decides.

Theory of operation
===================
A reprint is a *containment* question. A desk cuts the tail, adds a quotation, writes a new lead,
prints only the caption; what is left of the release is found whole in the longer text. So the first
evidence is the share of the shorter text's own fingerprints that stand in the longer one.

That is not enough in either direction:

* A rewritten release shares no run of eight characters but keeps what it cannot change: the day, the
  figures, the quoted title, the names. Each of these adds to the score by how telling it is.
* This year's notice is last year's with another day in it; the neighbour town's is the same form with
  another town. There nearly everything is shared and the difference decides. So contradictions
  (`BARS`) are not weighed against the rest: another edition, round, town, no day in common, or a new
  statement on the event (postponed, cancelled, held) keep two texts apart whatever they share.

The score is a sum of weights squashed to 0…1: above `SAME` the word is «same», above `UNSURE`
«unsure» (kept for people, joins nothing). Weights are set so that no single kind of evidence is
enough but a long verbatim share, and that share counts only with a fact or title beside it: texts
of boilerplate have none. A missed duplicate is better than a false merge.

Tried and dropped
=================
* One similarity threshold over words or shingles (the naive baseline): merges 31 of 45 hard pairs.
* Resemblance (MinHash, Jaccard): a caption resembles no article; cut tails fall below .5.
* Discounting shared text by document frequency alone: in a small set a story of eight outlets looks
  like boilerplate, and in a large one a new blurb does not. What else the sharing texts share decides
  (`candidates`).
* Day numbers as strings: «7일» of one month met «7일» of another; a day is a date, or both dates it
  may mean.
* Penalising every figure that one text has and the other has not: cut tails lose figures. Only
  *agreement* counts, and disagreement where both have several and share none.
* A person's name as a name: every release quotes some mayor. Bodies and venues tell more.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import exp
from typing import Literal

from pipelines.merge.candidates import Overlap
from pipelines.merge.evidence import Evidence, fold

SAME = 0.7
UNSURE = 0.4
WORDING = 0.3
"""Share of the shorter text (or of its words) below which wording alone says nothing."""
NOTHING = Overlap(0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the rules say of a pair: verdict, score from 0 to 1, and why, in words for people."""

    verdict: Literal["same", "different", "unsure"]
    score: float
    reasons: tuple[str, ...]


def compare(a: Evidence, b: Evidence, overlap: Overlap = NOTHING) -> Proposal:
    """Judge two articles; symmetric in `a` and `b`."""
    bars = contradictions(a, b, overlap.containment)
    weights = [(w, why) for rule in WEIGHTS for w, why in rule(a, b, overlap) if w]
    score = 1 / (1 + exp(-(BASE + sum(w for w, _ in weights))))
    reasons = tuple(why for _, why in sorted(weights, key=lambda x: (-abs(x[0]), x[1])))
    if bars:
        # Two winners of one list live in two towns: without common wording that is no contradiction.
        places = {other_place(a, b, overlap.containment), other_town(a, b, overlap.containment)}
        only_place = overlap.containment < WORDING and places.issuperset(bars)
        return Proposal("unsure" if only_place else "different", round(score, 4), (*bars, *reasons))
    if score >= SAME and (lack := _lacking(a, b, overlap)):
        return Proposal("unsure", round(UNSURE, 4), (lack, *reasons))
    verdict: Literal["same", "different", "unsure"] = "same" if score >= SAME else "unsure"
    return Proposal(verdict if score >= UNSURE else "different", round(score, 4), reasons)


def contradictions(a: Evidence, b: Evidence, contained: float = 0.0) -> tuple[str, ...]:
    """Reasons for which two texts cannot be one news item, empty where there is none."""
    return tuple(why for bar in BARS if (why := bar(a, b, contained)))


# --- what keeps apart ---------------------------------------------------------------------


def other_year(a: Evidence, b: Evidence, contained: float) -> str:
    if a.years and b.years and not a.years & b.years:
        return f"another edition: {_list(a.years)} / {_list(b.years)}"
    return ""


def other_round(a: Evidence, b: Evidence, contained: float) -> str:
    for unit in {r[-1] for r in a.rounds} & {r[-1] for r in b.rounds}:
        mine, other = ({r for r in x.rounds if r[-1] == unit} for x in (a, b))
        if not mine & other:
            return f"another round: {_list(mine)} / {_list(other)}"
    return ""


def other_season(a: Evidence, b: Evidence, contained: float) -> str:
    if a.seasons and b.seasons and not a.seasons & b.seasons:
        return f"another season: {_list(a.seasons)} / {_list(b.seasons)}"
    return ""


def other_month(a: Evidence, b: Evidence, contained: float) -> str:
    if a.months and b.months and not a.months & b.months:
        return f"another month: {_list(a.months)} / {_list(b.months)}"
    return ""


def other_figures(a: Evidence, b: Evidence, contained: float) -> str:
    """The same form filled in anew: figures on both sides, none of them the same, weeks apart."""
    fewer, gap = min(len(a.figures), len(b.figures)), _gap(a, b)
    if fewer >= 2 and not a.figures & b.figures and gap is not None and gap > 7:
        return "other figures throughout"
    return ""


def other_place(a: Evidence, b: Evidence, contained: float) -> str:
    if a.places and b.places and not _places_meet(a, b):
        return f"another place: {_list(a.places)} / {_list(b.places)}"
    return ""


def other_town(a: Evidence, b: Evidence, contained: float) -> str:
    """Districts in both headlines, and neither text names the other's. No gazetteer knows them all."""
    if a.towns and b.towns and not a.towns & b.towns_told and not b.towns & a.towns_told:
        return f"another town: {_list(a.towns)} / {_list(b.towns)}"
    return ""


def other_days(a: Evidence, b: Evidence, contained: float) -> str:
    mine, other = a.event_days(), b.event_days()
    if mine and other and not mine & other:
        return f"no day in common: {_list(mine)} / {_list(other)}"
    return ""


def long_apart(a: Evidence, b: Evidence, contained: float) -> str:
    gap = _gap(a, b)
    if gap is not None and gap > 120 and contained < 0.8:
        return f"published {gap} days apart"
    return ""


def new_statement(a: Evidence, b: Evidence, contained: float) -> str:
    changed = {"moved", "cancelled"}
    if contained >= 0.8 or a.state == b.state:
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
    long_apart,
    new_statement,
)

# --- what speaks for it -------------------------------------------------------------------

BASE = -4.0
Weighed = list[tuple[float, str]]


def wording(a: Evidence, b: Evidence, overlap: Overlap) -> Weighed:
    share = overlap.containment if overlap.shared >= 8 else overlap.containment / 2
    return [(8.0 * share, f"{overlap.containment:.0%} of the shorter text stands in the longer")] if share else []


def days(a: Evidence, b: Evidence, overlap: Overlap) -> Weighed:
    shared = a.event_days() & b.event_days()
    return [(1.2, f"same day: {_list(sorted(shared)[:3])}")] if shared else []


def figures(a: Evidence, b: Evidence, overlap: Overlap) -> Weighed:
    shared = a.figures & b.figures
    fewer = min(len(a.figures), len(b.figures))
    if shared:
        telling = sum(1.2 if n >= 100 or n % 10 else 0.7 for n in shared)
        return [(min(3.0, telling), f"same figures: {_list(sorted(shared)[:5])}")]
    return [(-1.2, "several figures on both sides, none in common")] if fewer >= 3 else []


def quotations(a: Evidence, b: Evidence, overlap: Overlap) -> Weighed:
    found: Weighed = []
    titles = _near(a.titles, b.titles)
    if a.titles and b.titles and not titles:
        found.append((-1.5, "other titles quoted"))
    if titles:
        found.append((min(2.0, 1.3 * len(titles)), f"same quoted title: {_list(titles[:3])}"))
    sayings = a.sayings & b.sayings
    if sayings:
        found.append((1.5, "same words quoted"))
    return found


def names(a: Evidence, b: Evidence, overlap: Overlap) -> Weighed:
    shared = _near(a.names, b.names)
    if not shared and min(len(a.names), len(b.names)) >= 2:
        return [(-1.0, "several names on both sides, none in common")]
    return [(min(2.1, 0.7 * len(shared)), f"same names: {_list(shared[:4])}")] if shared else []


def clock(a: Evidence, b: Evidence, overlap: Overlap) -> Weighed:
    shared = a.clocks & b.clocks
    if a.clocks and b.clocks and not shared:
        return [(-0.8, "other times of day")]
    return [(min(0.8, 0.4 * len(shared)), f"same time: {_list(sorted(shared)[:3])}")] if shared else []


def vocabulary(a: Evidence, b: Evidence, overlap: Overlap) -> Weighed:
    share = _word_share(a, b)
    return [(min(1.6, 7.0 * (share - 0.12)), f"{share:.0%} of the words")]


def headline(a: Evidence, b: Evidence, overlap: Overlap) -> Weighed:
    shared = a.title_words & b.title_words
    return [(min(1.2, 0.4 * len(shared)), f"same words in the title: {_list(sorted(shared)[:4])}")] if shared else []


def place(a: Evidence, b: Evidence, overlap: Overlap) -> Weighed:
    return [(0.6, "same place")] if a.places and b.places and _places_meet(a, b) else []


def nearness(a: Evidence, b: Evidence, overlap: Overlap) -> Weighed:
    gap = _gap(a, b)
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


def _lacking(a: Evidence, b: Evidence, overlap: Overlap) -> str:
    """What is missing for «same» at any score, or nothing.

    Shared wording needs a fact beside it (boilerplate has none); without wording the two must share
    what it is about: one host announces two courses on one day.
    """
    if (a.is_bare() or b.is_bare()) and not _one_headline(a, b):
        return "nothing but wording in one of them, under another headline"
    about = a.figures & b.figures or a.sayings & b.sayings or a.title_words & b.title_words or _near(a.titles, b.titles)
    if about:
        return ""
    if overlap.containment < WORDING:
        return "who, where and when in common, but not what"
    facts = a.event_days() & b.event_days() or _near(a.names, b.names)
    return "" if facts else "no fact in common, only wording"


def _one_headline(a: Evidence, b: Evidence) -> bool:
    fewer = min(len(a.title_words), len(b.title_words))
    return fold(a.title) == fold(b.title) or (fewer >= 2 and len(a.title_words & b.title_words) >= 0.6 * fewer)


def _word_share(a: Evidence, b: Evidence) -> float:
    fewer = min(len(a.words), len(b.words))
    return len(a.words & b.words) / fewer if fewer >= 5 else 0.0


def _near(mine: frozenset[str], other: frozenset[str]) -> list[str]:
    """Names of one side that the other has whole, or as a part of a longer one (금천구 사회적경제 한마당)."""
    exact = mine & other
    parts = {
        min(x, y, key=len)
        for x in mine - exact
        for y in other - exact
        if min(len(x), len(y)) >= 5 and (x in y or y in x)
    }
    return sorted(exact | parts, key=lambda n: (-len(n), n))


def _places_meet(a: Evidence, b: Evidence) -> bool:
    """A district meets itself; a province meets its districts."""
    return any(x.startswith(y) or y.startswith(x) for x in a.places for y in b.places)


def _gap(a: Evidence, b: Evidence) -> int | None:
    if a.published is None or b.published is None:
        return None
    return abs((a.published - b.published).days)


def _list(values: object) -> str:
    return ", ".join(str(v) for v in (sorted(values) if isinstance(values, set | frozenset) else values))  # type: ignore[attr-defined]
