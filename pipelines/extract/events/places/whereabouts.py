"""Where an event takes place that no rule found: every phrase near its day that may be a place, weighed.

::

    sentences around its day ─► phrases of up to seven words ─► features ─► weights (`data/places.tsv`) ─► the likeliest

«본관 2층 도서실.», «책방 다락, 1월 8일 …», «봉래동 물양장 일대가 북적인다»: no label, no «에서». «None of them»
competes with the phrases, and wins where the text names no place. Behind all rules that know the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipelines.extract.events.days import status
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.scene import Scene, Sentence
from pipelines.extract.events.words.placewords import PLACE_WORD, no_place
from pipelines.korean.loglinear import softmax, weights
from store.records import SpanPair, When

SURE = 0.35
"""On nine sets that neither rules nor weights had seen, all but one of fourteen places so sure were right."""
SENTENCES_BEFORE, SENTENCES_BEHIND = 2, 3
MOST_WORDS, SHORTEST, LONGEST = 7, 2, 45
NOWHERE = ("nowhere",)
"""The features of «none of them»."""

_WORD = re.compile(r"\S+")
_PARTICLE = re.compile(
    r"(?P<particle>(?:에서(?:는|도|요)?|에선|에서의|으로|로|에|이다|입니다|이에요|예요|이고|이며|였다|이었다|이요)?)"
    r"[,.!?~”’)]*$"
)
_STOPS = re.compile(
    r"(?:[은는이가을를]|부터|까지|하고|하며|에게|께서|[다요죠]|[고며]|에서|으로|면서|지만)[,.]?$|[,.!?]$"
)
_EDGES = " \t‘’“”\"'(<[『「·▶■-:：|"
_LABEL = re.compile(r"[^\w\n]{0,4}([가-힣 ]{1,12}?)\s?[:：=|∥▶>\]】〉—–-]\s?$")
_FLOOR, _DIGIT = re.compile(r"\d[층호]"), re.compile(r"\d")
_REGION = frozenset("시군구읍면동리도")
_BULLETS = " -·*▶■□○◇▷"


Features = tuple[str, ...]


class Place(NamedTuple):
    """Words that may be a place, where they stand and what speaks for or against them.

    Phrases that end alike («강당», «2층 강당», «회관 2층 강당») share the features of their `ending`.
    """

    words: str
    span: SpanPair
    own: Features
    ending: Features

    @property
    def features(self) -> Features:
        return self.own + self.ending


def places_near(scene: Scene, sentence: Sentence, when: When) -> list[Place]:
    """Each phrase once, where it first stands."""
    found: dict[str, Place] = {}
    in_front: dict[int, Features] = {}  # a word begins several phrases
    at = scene.number_of(sentence)
    for number in range(max(0, at - SENTENCES_BEFORE), min(len(scene.sentences), at + SENTENCES_BEHIND + 1)):
        for spans, last, particle in _phrases(scene, scene.sentences[number]):
            ending = _of_ending(scene, when, last, particle, number - at)
            for span in spans:
                words = scene.text[slice(*span)]
                if words not in found and SHORTEST <= len(words) <= LONGEST:
                    front = in_front.get(span[0]) or in_front.setdefault(span[0], _in_front(scene, span[0]))
                    found[words] = Place(words, span, _of_phrase(words) + front, ending)
    return list(found.values())


def _phrases(scene: Scene, sentence: Sentence) -> Iterator[tuple[list[SpanPair], SpanPair, str]]:
    """(phrases that end there, their last word, its particle): up to a particle, a mark or a word of places; cut where
    a clause ends."""
    words = list(_WORD.finditer(scene.text, sentence.start, sentence.end))
    stops = [_STOPS.search(word[0]) is not None and PLACE_WORD.search(word[0]) is None for word in words]
    for last, word in enumerate(words):
        tail = _PARTICLE.search(word[0])
        end = word.start() + (tail.start() if tail is not None else len(word[0]))
        if end == word.start() or (end == word.end() and last + 1 < len(words) and PLACE_WORD.search(word[0]) is None):
            continue  # a mark alone, or a word in the midst of a clause
        since = last
        while since > max(0, last - MOST_WORDS + 1) and not stops[since - 1]:
            since -= 1
        bare = [_bare(scene.text, first.start(), end) for first in words[since : last + 1]]
        yield [span for span in bare if span is not None], (word.start(), end), tail["particle"] if tail else ""


def _bare(text: str, start: int, end: int) -> SpanPair | None:
    """Without quotes, brackets and bullets at its edges."""
    words = text[start:end]
    start += len(words) - len(words.lstrip(_EDGES))
    end -= len(words) - len(words.rstrip(_EDGES))
    return (start, end) if start < end else None


def _of_phrase(phrase: str) -> Features:
    """What it begins with, how long it is, which regions it names."""
    words = phrase.split()
    first = words[0]
    regions = [word[-1] for word in words if word[-1] in _REGION]
    return (
        f"a{first}",
        f"a{first[-2:]}",
        f"a{first[-1]}",
        f"n{min(len(words), 6)}",
        f"c{min(len(phrase) // 4, 8)}",
        f"f{_FLOOR.search(phrase) is not None}",
        f"x{no_place(phrase)}",
        f"r{bool(regions)}",
        *[f"r{region}" for region in regions[:3]],
    )


def _in_front(scene: Scene, start: int) -> Features:
    """What stands in front of a phrase: a word, the label of its line."""
    before, line = scene.text[max(0, start - 14) : start], scene.line_at(start)
    word = before.split()[-1] if before.strip() and not before.endswith("\n") else ""
    lead = scene.text[line.start : start] if line is not None else ""
    label = _LABEL.match(lead)
    return (
        f"<{before[-1:]}",
        f"<{before[-2:]}",
        f"u{word[-2:]}",
        *(("b", f"b{label[1]}") if label is not None else ()),
        f"h{not lead.strip(_BULLETS)}",
    )


def _of_ending(scene: Scene, when: When, last: SpanPair, particle: str, sentences_on: int) -> Features:
    """Its last word, how it is used, what follows, and where its day stands."""
    text, word = scene.text, scene.text[slice(*last)]
    place = PLACE_WORD.search(word) is not None
    behind = text[last[1] : last[1] + 24]
    second = ([*behind.split(), "", ""])[1][:2]
    bodies = [body for body, _ in scene.bodies if body[0] < last[1] and last[0] < body[1]]
    return (
        *(f"e{word[-1]}", f"e{word[-2:]}", f"e{word[-3:]}", f"w{word}"),
        *(f"k{place}", f"k{place}{particle}", f"k{place}{sentences_on}"),
        *(f"p{particle}", f"p{particle}{sentences_on}", f"s{sentences_on}"),
        f"d{_DIGIT.search(word) is not None}{particle}",
        *(f">{behind[:2]}", f"v{second}", f"v{particle}|{second}"),
        f"o{bool(bodies)}",
        f"O{any(body[1] == last[1] for body in bodies)}{particle}",
        *_beside_day(scene, when, last),
    )


def _beside_day(scene: Scene, when: When, last: SpanPair) -> Features:
    """On which side of its day, how far, what stands between; whether it is a time itself."""
    later = last[0] >= when.span[1]
    first, until = (when.span[1], last[0]) if later else (last[1], when.span[0])
    between = scene.text[first:until]
    near = scene.times_in(last[0] - 40, last[1])
    return (
        f"g{min(len(between) // 10, 9)}{later}",
        f"j{not between.strip()}{later}",
        f"l{chr(10) in between}{later}",
        f"t{min(3, len(scene.times_in(first, until)))}",
        f"m{any(time.span[1] > last[0] for time in near)}",
    )


def likeliest_place(scene: Scene, sentence: Sentence, when: When) -> tuple[Place, float] | None:
    """The best phrase and how sure it is beside the others and «none of them»; None where that one is likelier."""
    found, table = places_near(scene, sentence, when), weights("extract", "places")
    of_ending = {place.ending: table.sum(place.ending) for place in found}
    sums = [table.sum(place.own) + of_ending[place.ending] for place in found]
    *shares, nowhere = softmax([*sums, table.sum(NOWHERE)])
    sure, first = max(((share, -number) for number, share in enumerate(shares)), default=(0.0, 0))
    return (found[-first], sure) if sure > nowhere else None


def _conditional(scene: Scene, place: Place) -> bool:
    """«비가 많이 오면 장소를 도서관 로비로 옮긴다»: where it would be."""
    own = next(iter(scene.sentences_in(*place.span)), None)
    return own is not None and status.CONDITIONAL.search(scene.text, own.start, place.span[1]) is not None


def look(scene: Scene, draft: Draft) -> None:
    """The likeliest place of an event that has none, where it is sure enough."""
    when = scene.first_time(draft.evidence.get("start"))
    sentence = next(iter(scene.sentences_in(*when.span)), None) if when is not None else None
    best = likeliest_place(scene, sentence, when) if when is not None and sentence is not None else None
    if best is not None and best[1] >= SURE and not _conditional(scene, best[0]):
        draft.venue = best[0].words
        draft.note("venue", best[0].span, "weighed")
