"""A further day of prose whose likeliest name another event has: what else its sentence names, or that event once more.

::

    «28일 오후 2시 … 이야기마당 … . 13일 오전 10시 여서동 바다 건강강좌도 …»     another name in its own sentence
    «저녁반은 18일 19시부터», «다음 장은 8월 12일»                           the event told before, on a day of its own
    «축제는 2~6일 … . 4일은 ‘조합원 책 읽는 밤’»                            a part of a run of days

Of 104 such days of 57 sets two in three were events of their own, nearly all where the day is told by its number, is
likely an event's and lies ahead; hours alone («매일 오전 10시부터») and weeks were none.
"""

from __future__ import annotations

import re

from pipelines.extract.events.days.occasions import Occasion
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.names.candidates import Candidate, as_name, bare, candidates
from pipelines.extract.events.prose.openings import ahead
from pipelines.extract.events.scene import Scene, Sentence, day_of, names_day
from pipelines.extract.events.words.heads import CALL_HEADS
from pipelines.extract.events.words.titles import Name, head_of
from pipelines.korean.loglinear import weights
from store.records import When

FURTHER = 0.85
"""Days less likely an event's are left with what was told («20일쯤 정한다»)."""
NUMBERED = re.compile(
    r"\d\s?일|\d{1,2}\s?[./]\s?\d|\d\([월화수목금토일]\)|(?:하루|이틀|사흘|나흘|닷새|엿새|이레|여드레|아흐레|열흘|보름|그믐|스무)"
)
ROUGH = re.compile(r"쯤|께$|무렵")
LAST_OF = re.compile(
    r"(?:\([월화수목금토일]\))?(?:에|이|까지|면)?,?\s(?:[가-힣]{1,6}\s)?(?:마치|마친|마칩|끝나|끝난|끝납|마감|됩니다|된다|쉰|쉬|쉽|정한|정합)"
)
"""«다섯 주, 10월 2일에 마친다», «마지막 8강이 12월 1일이 됩니다»: the last of what was told."""
LEAST_KNOWN, LEAST = 0.03, 0.25
"""How likely another name has to be among all: of a known noun of events, of any words."""
TOLD_OUT = re.compile(r"[다요죠]$")
_BETWEEN = re.compile(r"[^가-힣A-Za-z0-9]*")


def is_further(scene: Scene, sentence: Sentence, moment: Occasion, likely: float) -> bool:
    """Whether a day is surely one of its own: told by its number, still to come, no last day of a run."""
    when = moment.times[0]
    words = scene.text[slice(*when.span)]
    if likely < FURTHER or when.kind == "recurrence" or not names_day(when) or not ahead(scene, moment):
        return False
    if NUMBERED.search(words) is None or ROUGH.search(words):
        return False
    return LAST_OF.match(scene.text, moment.times[-1].span[1], sentence.end) is None


def further(scene: Scene, sentence: Sentence, moment: Occasion, told: list[Draft]) -> Name | None:
    """Another name that the sentence of a further day has."""
    when = moment.times[0]
    found = candidates(scene, sentence, when)
    shares = weights("extract", "names").shares(c.features for c in found)
    free = [
        (share, c)
        for share, c in zip(shares, found, strict=True)
        if sentence.start <= c.span[0] < sentence.end and not c.never and not _is_told(c.title, told)
    ]
    known = ((share, c) for share, c in free if _is_surely_one(scene, when, share, c))
    _, best = max(known, key=lambda pair: pair[0], default=(0.0, None))
    return as_name(best) if best is not None else None


def _is_surely_one(scene: Scene, when: When, share: float, other: Candidate) -> bool:
    head = head_of(other.title)
    if head is not None and head not in CALL_HEADS and share >= LEAST_KNOWN:
        return True
    first, last = sorted((other.span, when.span))
    beside = _BETWEEN.fullmatch(scene.text, first[1], last[0]) is not None if first[1] <= last[0] else False
    return share >= LEAST and beside and not TOLD_OUT.search(other.title)


def _is_told(title: str, told: list[Draft]) -> bool:
    own = bare(title)
    return any(own in bare(draft.title) or bare(draft.title) in own for draft in told)


def is_covered(moment: Occasion, told: list[Draft]) -> bool:
    """Whether only runs that began on another day have the day: «4일은 …» in a week of events."""
    day = day_of(moment.start)
    return all(draft.day != day for draft in told if draft.covers(day))
