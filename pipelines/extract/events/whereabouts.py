"""Where an event takes place that no rule found: every phrase near its day that may be a place, weighed.

::

    sentences around its day ─► phrases of up to seven words ─► features ─► weights (`data/places.tsv`) ─► the likeliest

«본관 2층 도서실.», «책방 다락, 1월 8일 …», «봉래동 물양장 일대가 북적인다»: no label, no «에서». «None of them»
competes with the phrases, and wins where the text names no place. Behind all rules that know the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pipelines.extract.events import status
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.placewords import NOT_PLACE, PLACE_WORD
from pipelines.extract.events.scene import Scene, Sentence
from pipelines.extract.loglinear import Weights
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


@dataclass(frozen=True, slots=True)
class Place:
    """Words that may be a place, where they stand and what speaks for or against them."""

    words: str
    span: SpanPair
    features: tuple[str, ...]


def places_near(scene: Scene, sentence: Sentence, when: When) -> list[Place]:
    """Each phrase once, where it first stands."""
    found: dict[str, Place] = {}
    at = scene.number_of(sentence)
    for number in range(max(0, at - SENTENCES_BEFORE), min(len(scene.sentences), at + SENTENCES_BEHIND + 1)):
        for span, particle in _phrases(scene, scene.sentences[number]):
            words = scene.text[slice(*span)]
            if words not in found and SHORTEST <= len(words) <= LONGEST:
                features = tuple(_features(scene, when, words, span, particle, number - at))
                found[words] = Place(words, span, features)
    return list(found.values())


def _phrases(scene: Scene, sentence: Sentence) -> Iterator[tuple[SpanPair, str]]:
    """Words up to a particle or a mark, and the particle; cut where a clause ends, but not at «…동», «…마을»."""
    words = list(_WORD.finditer(scene.text, sentence.start, sentence.end))
    for last, word in enumerate(words):
        tail = _PARTICLE.search(word[0])
        end = word.start() + (tail.start() if tail is not None else len(word[0]))
        for first in range(last, max(-1, last - MOST_WORDS), -1):
            if first < last and _STOPS.search(words[first][0]) and not PLACE_WORD.search(words[first][0]):
                break
            span = _bare(scene.text, words[first].start(), end)
            if span is not None:
                yield span, tail["particle"] if tail is not None else ""


def _bare(text: str, start: int, end: int) -> SpanPair | None:
    """Without quotes, brackets and bullets at its edges."""
    words = text[start:end]
    start += len(words) - len(words.lstrip(_EDGES))
    end -= len(words) - len(words.rstrip(_EDGES))
    return (start, end) if start < end else None


def _features(scene: Scene, when: When, phrase: str, span: SpanPair, particle: str, sentences_on: int) -> Iterator[str]:
    yield from _of_words(phrase)
    yield from _of_last_word(phrase.split()[-1], particle, sentences_on)
    yield from _around(scene.text, span, particle)
    yield from _beside_day(scene, when, span)
    yield from _of_line(scene, span)
    bodies = [body for body, _ in scene.bodies if body[0] < span[1] and span[0] < body[1]]
    yield f"o{bool(bodies)}"
    yield f"O{any(body[1] == span[1] for body in bodies)}{particle}"


def _of_words(phrase: str) -> Iterator[str]:
    words = phrase.split()
    yield f"e{phrase[-1]}"
    yield f"e{phrase[-2:]}"
    yield f"e{phrase[-3:]}"
    yield f"a{words[0]}"
    yield f"a{words[0][-2:]}"
    yield f"a{words[0][-1]}"
    yield f"n{min(len(words), 6)}"
    yield f"c{min(len(phrase) // 4, 8)}"
    yield f"f{_FLOOR.search(phrase) is not None}"
    yield f"x{NOT_PLACE.search(phrase) is not None}"
    regions = [word[-1] for word in words if word[-1] in _REGION]
    yield f"r{bool(regions)}"
    yield from (f"r{region}" for region in regions[:3])


def _of_last_word(word: str, particle: str, sentences_on: int) -> Iterator[str]:
    """Its kind, how it is used and how far behind the day's sentence it stands, alone and together."""
    place = PLACE_WORD.search(word) is not None
    yield f"w{word}"
    yield f"k{place}"
    yield f"k{place}{particle}"
    yield f"k{place}{sentences_on}"
    yield f"p{particle}"
    yield f"p{particle}{sentences_on}"
    yield f"s{sentences_on}"
    yield f"d{_DIGIT.search(word) is not None}{particle}"


def _around(text: str, span: SpanPair, particle: str) -> Iterator[str]:
    before, behind = text[max(0, span[0] - 14) : span[0]], text[span[1] : span[1] + 24]
    word = before.split()[-1] if before.strip() and not before.endswith("\n") else ""
    second = ([*behind.split(), "", ""])[1][:2]
    yield f"<{before[-1:]}"
    yield f"<{before[-2:]}"
    yield f"u{word[-2:]}"
    yield f">{behind[:2]}"
    yield f"v{second}"
    yield f"v{particle}|{second}"


def _beside_day(scene: Scene, when: When, span: SpanPair) -> Iterator[str]:
    """On which side of its day, how far, what stands between; whether it is a time itself."""
    later = span[0] >= when.span[1]
    first, last = (when.span[1], span[0]) if later else (span[1], when.span[0])
    between = scene.text[first:last]
    yield f"g{min(len(between) // 10, 9)}{later}"
    yield f"j{not between.strip()}{later}"
    yield f"l{chr(10) in between}{later}"
    yield f"t{min(3, len(scene.times_in(first, last)))}"
    near = scene.times_in(span[0] - 40, span[1])
    yield f"m{any(time.span[1] > span[0] for time in near)}"


def _of_line(scene: Scene, span: SpanPair) -> Iterator[str]:
    line = scene.line_at(span[0])
    lead = scene.text[line.start : span[0]] if line is not None else ""
    label = _LABEL.match(lead)
    if label is not None:
        yield "b"
        yield f"b{label[1]}"
    yield f"h{not lead.strip(_BULLETS)}"


@cache
def _weights() -> Weights:
    return Weights.read("places")


def likeliest_place(scene: Scene, sentence: Sentence, when: When) -> tuple[Place, float] | None:
    """The best phrase and how sure it is beside the others and «none of them»; None where that one is likelier."""
    found = places_near(scene, sentence, when)
    *shares, nowhere = _weights().shares([*(place.features for place in found), NOWHERE])
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
