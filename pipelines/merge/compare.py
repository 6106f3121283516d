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
  (`contradictions`) are not weighed against the rest: another edition, round, town, no day in common, or a new
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
* Shared words without a cap: notices off one template share three words in four and no fact. A true
  rewrite shares a third; more than that says nothing more.
* A low score as «different»: it parted the cuts of one release that a third text holds together.
  Only a named contradiction parts; a low score is no word at all.
* A bare «27일» as either month whatever its verb: March's notice met February's. «연다» and «열었다» say
  which; of a late reprint of what is over the number alone must agree (`contradictions`).
* Sampling seen as sameness where one host fills in its form twice for one day: the headline, the place and
  a third of the wording agree. Title and time of day, both other, keep them apart.
* Towns from a gazetteer alone: the recorded boards are full of districts no gazetteer has.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from typing import Literal

from pipelines.merge.agreement import BASE, WEIGHTS
from pipelines.merge.candidates import Overlap
from pipelines.merge.contradictions import WHOLE, contradictions, other_days, other_place, other_town
from pipelines.merge.evidence import Evidence, fold
from pipelines.merge.likeness import gap_days, near

SAME = 0.62
UNSURE = 0.4
CLOSE_DAYS = 2
FRESH_DAYS = 14
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
        verdict: Literal["same", "different", "unsure"] = "unsure" if _only_weak(a, b, overlap, bars) else "different"
        return Proposal(verdict, round(score, 4), (*bars, *reasons))
    if score >= SAME and (lack := _lacking(a, b, overlap)):
        return Proposal("unsure", round(UNSURE, 4), (lack, *reasons))
    return Proposal("same" if score >= SAME else "unsure", round(score, 4), reasons)


def _only_weak(a: Evidence, b: Evidence, overlap: Overlap, bars: tuple[str, ...]) -> bool:
    """Contradictions that keep two texts from being joined directly, but not by way of a third.

    Two winners of one list live in two towns, where no wording is shared; two cuts of one release,
    printed a day apart, may each keep another of its days.
    """
    weak = set()
    if overlap.containment < WORDING:
        weak |= {other_place(a, b, overlap.containment), other_town(a, b, overlap.containment)}
    if (gap := gap_days(a, b)) is not None and gap <= CLOSE_DAYS:
        weak.add(other_days(a, b, overlap.containment))
    return weak.issuperset(bars)


def _lacking(a: Evidence, b: Evidence, overlap: Overlap) -> str:
    """What is missing for «same» at any score, or nothing.

    Shared wording needs a fact beside it (boilerplate has none); without wording the two must share
    what it is about: one host announces two courses on one day.
    """
    if (a.is_bare() or b.is_bare()) and not _one_headline(a, b, overlap):
        return "nothing but wording in one of them, under another headline"
    gap = gap_days(a, b)
    if gap is not None and gap > FRESH_DAYS and overlap.containment < WHOLE and not a.event_days() & b.event_days():
        return "weeks apart with no day in common: the same form may have been filled in anew"
    about = a.figures & b.figures or a.sayings & b.sayings or a.title_words & b.title_words or near(a.titles, b.titles)
    if about:
        return ""
    if overlap.containment < WORDING:
        return "who, where and when in common, but not what"
    facts = a.event_days() & b.event_days() or near(a.names, b.names)
    return "" if facts else "no fact in common, only wording"


def _one_headline(a: Evidence, b: Evidence, overlap: Overlap) -> bool:
    """Whether the headlines make up for a body without facts; less will do where the other body has some."""
    shared, fewer = len(a.title_words & b.title_words), min(len(a.title_words), len(b.title_words))
    if fold(a.title) == fold(b.title) or (fewer >= 2 and shared >= 0.6 * fewer):
        return True
    gap = gap_days(a, b)
    whole = overlap.containment >= 0.6 and overlap.shared >= 16
    return whole and bool(shared) and a.is_bare() != b.is_bare() and gap is not None and gap <= CLOSE_DAYS
