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
from pipelines.extract.events.draft import Draft, day_told
from pipelines.extract.events.places.tidied import behind_name
from pipelines.extract.events.scene import Scene, Sentence
from pipelines.extract.events.words.placewords import PLACE_WORD, no_place
from pipelines.extract.events.words.traits import Features, beside_day, pairs
from pipelines.korean.loglinear import softmax, weights
from store.records import SpanPair, When

SURE, TIMES, SURE_ALONE = 0.3, 1.5, 0.35
"""How sure a place has to be, and how many times surer than «none of them»; or how sure one phrase alone. Of 1,263
venues in texts that the weights had not seen ten more are right so than where each phrase stands for itself."""
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
_DIGIT = re.compile(r"\d")
_FAR = 100
"""Characters that hold more than ten words, which is far."""


class Place(NamedTuple):
    """Words that may be a place, where they stand and what speaks for or against them.

    Phrases that end alike («강당», «2층 강당», «회관 2층 강당») share the features of their `ending`,
    phrases that begin alike those of what stands in `front`.
    """

    words: str
    span: SpanPair
    own: Features
    front: Features
    ending: Features

    @property
    def features(self) -> Features:
        return self.own + self.front + self.ending


def places_near(scene: Scene, sentence: Sentence, when: When) -> list[Place]:
    """Each phrase once, where it first stands."""
    found: dict[str, Place] = {}
    in_front: dict[int, Features] = {}  # a word begins several phrases
    at = scene.number_of(sentence)
    for number in range(max(0, at - SENTENCES_BEFORE), min(len(scene.sentences), at + SENTENCES_BEHIND + 1)):
        around = scene.sentences[number]
        for spans, last, particle in _phrases(scene, around):
            ending = _of_ending(scene, when, around, last, particle, number - at)
            for span in spans:
                words = scene.text[slice(*span)]
                if words not in found and SHORTEST <= len(words) <= LONGEST:
                    front = in_front.get(span[0]) or in_front.setdefault(
                        span[0], _in_front(scene, when, around, span[0])
                    )
                    found[words] = Place(words, span, _of_phrase(words), front, ending)
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
    """What it is made of: how it begins, how each of its words ends, how long it is."""
    words = phrase.split()
    first = words[0]
    return (
        f"a{first}",
        f"a{first[-2:]}",
        f"a{first[-1]}",
        f"n{min(len(words), 6)}",
        f"c{min(len(phrase) // 4, 8)}",
        f"x{no_place(phrase)}",
        *[f"W{word[-2:]}" for word in words],
        *[f"B{pair}" for pair in pairs(phrase)],
        *_of_last_two(words[-2:]),
    )


def _of_last_two(words: list[str]) -> Features:
    """«2층 강당», «도서관 로비»: a place in a place."""
    if len(words) < 2:
        return ()
    first, last = words
    both = f"{PLACE_WORD.search(first) is not None}{PLACE_WORD.search(last) is not None}"
    return f"S{first[-1]}", f"S{first[-2:]}", f"S{first[-1]}_{last[-1]}", f"S{first[-2:]}_{last[-2:]}", f"S{both}"


def _in_front(scene: Scene, when: When, sentence: Sentence, start: int) -> Features:
    """What stands in front of a phrase: how many words, the last of them, the label of its line, its day."""
    before, line = scene.text[max(0, start - 14) : start], scene.line_at(start)
    lead = scene.text[line.start : start] if line is not None else ""
    label = _LABEL.match(lead)
    return (
        f"<{before[-1:]}",
        f"<{before[-2:]}",
        *(("b", f"b{label[1]}") if label is not None else ()),
        *_words_in_front(scene.text[max(sentence.start, start - 24) : start]),
        *(_since_day(scene.text[when.span[1] : start], True) if when.span[1] <= start else ()),
    )


def _words_in_front(before: str) -> Features:
    words = _DIGIT.sub("0", before).split()
    if not words:
        return ("i0",)
    last = words[-1]
    return f"i{min(4, len(words))}", f"U{last}", f"U{last[:2]}", f"U{last[-1]}", f"u{last[-2:]}"


def _of_ending(
    scene: Scene, when: When, sentence: Sentence, last: SpanPair, particle: str, sentences_on: int
) -> Features:
    """Its last word, how it is used, what follows, and where its day stands."""
    text, word = scene.text, scene.text[slice(*last)]
    place = PLACE_WORD.search(word) is not None
    behind = text[last[1] : last[1] + 24]
    second = ([*behind.split(), "", ""])[1][:2]
    return (
        *(f"e{word[-1]}", f"e{word[-2:]}", f"e{word[-3:]}", f"w{word}"),
        *(f"k{place}", f"k{place}{particle}", f"k{place}{sentences_on}"),
        *(f"p{particle}", f"p{particle}{sentences_on}", f"s{sentences_on}"),
        *(f">{behind[:2]}", f"v{second}", f"v{particle}|{second}"),
        f"I{min(5, len(text[last[1] : min(sentence.end, last[1] + 60)].split()))}",
        f"P{last[0] * 10 // max(1, len(text))}",
        *_beside_day(scene, when, last, place),
    )


def _beside_day(scene: Scene, when: When, last: SpanPair, place: bool) -> Features:
    """On which side of its day, how far, what stands between."""
    later = last[0] >= when.span[1]
    first, until = (when.span[1], last[0]) if later else (last[1], when.span[0])
    between = scene.text[first:until]
    return (
        f"g{min(len(between) // 10, 9)}{later}",
        f"l{chr(10) in between}{later}",
        f"t{min(3, len(scene.times_in(first, until)))}",
        f"G{_words_in(between)}{later}{place}",
        *(_since_day(between, False) if not later else ()),
    )


def _since_day(between: str, later: bool) -> Features:
    return f"d{_words_in(between)}{later}", *beside_day(between, later)


def _words_in(between: str) -> int:
    return min(10, len(between[:_FAR].split()))


def likeliest_place(scene: Scene, sentence: Sentence, when: When) -> tuple[Place, float] | None:
    """The best phrase and how sure its place is beside the others and «none of them»; None where that one is likelier.

    «동부리 조합 마당» and «조합 마당», which end at one word, are one place, told in full or not: they speak together.
    """
    found, table = places_near(scene, sentence, when), weights("extract", "places")
    shared = {features: table.sum(features) for place in found for features in (place.front, place.ending)}
    sums = [table.sum(place.own) + shared[place.front] + shared[place.ending] for place in found]
    *shares, nowhere = softmax([*sums, table.sum(NOWHERE)])
    together: dict[int, float] = {}
    for place, share in zip(found, shares, strict=True):
        together[place.span[1]] = together.get(place.span[1], 0.0) + share
    last = max(together, key=together.__getitem__, default=0)
    alike = [(share, -number) for number, share in enumerate(shares) if found[number].span[1] == last]
    best, first = max(alike, default=(0.0, 0))
    alone = best > nowhere and best >= SURE_ALONE
    return (found[-first], together[last]) if alone or together.get(last, 0.0) > TIMES * nowhere else None


def _conditional(scene: Scene, place: Place) -> bool:
    """«비가 많이 오면 장소를 도서관 로비로 옮긴다»: where it would be."""
    own = next(iter(scene.sentences_in(*place.span)), None)
    return own is not None and status.CONDITIONAL.search(scene.text, own.start, place.span[1]) is not None


def look(scene: Scene, draft: Draft) -> None:
    """The likeliest place of an event that has none, where it is sure enough."""
    told = day_told(scene, draft)
    best = likeliest_place(scene, *told) if told is not None else None
    if best is not None and best[1] >= SURE and not _conditional(scene, best[0]):
        start, end = behind_name(scene.text, best[0].span, draft.title)
        draft.venue = best[0].words if (start, end) == best[0].span else scene.text[start:end] or None
        if draft.venue is not None:
            draft.note("venue", (start, end), "weighed")
