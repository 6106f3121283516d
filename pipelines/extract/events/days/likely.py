"""How likely a time is the day of an event, or the end of an application, by the words around it.

The rules of `uses` say what a time is for where they know the words. What they do not know («솥뚜껑을 열겠습니다»,
«받는 기간») is weighed here: each word, ending and label around a time is a feature, each feature has a weight fitted
to annotated texts (`data/uses.tsv`, made by `tests/fit_weights.py`), and the weights are added (a log-linear model).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pipelines.extract.events.scene import Scene, Sentence, day_of, has_clock, names_day
from pipelines.korean.loglinear import weights
from store.records import When

BEFORE, BEHIND = 80, 120
"""Characters looked at on either side, within the sentence."""
WORDS_BEFORE, WORDS_BEHIND = 6, 10
_DIGIT = re.compile(r"\d")
_CLOSING = ".!?~)”\"’' ^ㅎㅋ♥☆"
_LABEL = re.compile(r"[^\w\n]{0,4}(?P<label>[가-힣][가-힣·/() ]{0,14}?)\s?[:：=|∥▶>\]】〉-]\s?$")


def features(scene: Scene, sentence: Sentence, when: When) -> list[str]:
    """What the weights know a time by; digits are masked, so that no day is learnt."""
    text, (start, end) = scene.text, when.span
    before = _DIGIT.sub("0", text[max(sentence.start, start - BEFORE) : start])
    behind = _DIGIT.sub("0", text[end : min(sentence.end, end + BEHIND)])
    return [*_beside(before, behind), *_words(before, behind), *_sentence(scene, sentence, when), *_itself(scene, when)]


def _beside(before: str, behind: str) -> Iterator[str]:
    for n in (1, 2, 3):
        yield f"<{before[-n:]}"
        yield f">{behind[:n]}"


def _words(before: str, behind: str) -> Iterator[str]:
    for word in before.split()[-WORDS_BEFORE:]:
        yield f"L{word}"
        yield f"L{word[:2]}*"
        yield f"L*{word[-2:]}"
        yield f"L*{word[-3:]}"
    for word in behind.split()[:WORDS_BEHIND]:
        yield f"R{word[:2]}*"
        yield f"R{word[:3]}*"
        yield f"R*{word[-2:]}"
        yield f"R*{word[-3:]}"


def _sentence(scene: Scene, sentence: Sentence, when: When) -> Iterator[str]:
    ending = scene.text[max(sentence.start, sentence.end - 24) : sentence.end].rstrip(_CLOSING)
    for n in (2, 3, 4, 5):
        yield f"E{ending[-n:]}"
    yield f"E{ending[-2:]}|{_distance(scene, when)}"
    label = _LABEL.match(scene.text, sentence.line.start, when.span[0])
    if label is not None:
        yield f"B{label['label']}"
        yield f"B*{label['label'][-2:]}"
        yield "B"
    yield from _of_title(scene.document.title)


@lru_cache(maxsize=4)  # each time of a text asks
def _of_title(title: str) -> tuple[str, ...]:
    return tuple(f"T*{word[-n:]}" for word in title.split() for n in (2, 3))


def _itself(scene: Scene, when: When) -> Iterator[str]:
    yield ""  # how often any time is of an event
    yield f"k{when.kind}"
    yield f"g{when.granularity}"
    yield f"c{scene.document.channel}"
    yield f"d{_distance(scene, when)}"
    yield f"h{has_clock(when.start)}{names_day(when)}"
    line = scene.line_at(when.span[0])
    yield f"l{line is not None and when.span[0] - line.start <= 4}"
    yield f"p{when.span[0] * 5 // max(1, len(scene.text))}"


def _distance(scene: Scene, when: When) -> str:
    """How far from the day of publication, in steps that people speak in."""
    day = day_of(when.start or when.end)
    if day is None or scene.published is None:
        return "?"
    days = (day - scene.published).days
    return next((name for last, name in _STEPS if days <= last), "later")


_STEPS = ((-40, "ago"), (-8, "weeks ago"), (-1, "just"), (0, "today"), (7, "week"), (70, "soon"))


def likelihood(scene: Scene, sentence: Sentence, when: When) -> tuple[float, float]:
    """(that it is a day of an event, that it ends or opens an application), each 0 to 1."""
    _, event, apply = weights("extract", "uses").probabilities(features(scene, sentence, when))
    return event, apply
