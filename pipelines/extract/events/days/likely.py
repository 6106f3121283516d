"""How likely a time is the day of an event, or the end of an application, by the words around it.

The rules of `uses` say what a time is for where they know the words. What they do not know («솥뚜껑을 열겠습니다»,
«받는 기간») is weighed here: each word, ending and label around a time is a feature, each feature has a weight fitted
to annotated texts (`data/uses.tsv`, made by `tests/fit_weights.py`), and the weights are added (a log-linear model).

::

    words beside it · end of its sentence · label · names of events in its sentence
    · its own words, its clock, how long it lasts, how far from the publication it is
    · whether its day is told elsewhere, the times before and behind it, which of its sentence and its line it is

The words alone put nine in ten times of unread texts right; with the last two rows, a quarter of the rest is right too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache

from pipelines.extract.events.scene import Scene, Sentence, day_of, has_clock, names_day
from pipelines.extract.events.words.titles import QUOTED, Name, find_names
from pipelines.korean.loglinear import weights
from store.records import Moment, When

BEFORE, BEHIND = 80, 120
"""Characters looked at on either side, within the sentence."""
WORDS_BEFORE, WORDS_BEHIND = 6, 10
NAMES = 4
"""Names of events looked at in its sentence."""
_DIGIT = re.compile(r"\d")
_CLOSING = ".!?~)”\"’' ^ㅎㅋ♥☆"
_LABEL = re.compile(r"[^\w\n]{0,4}(?P<label>[가-힣][가-힣·/() ]{0,14}?)\s?[:：=|∥▶>\]】〉-]\s?$")


def features(scene: Scene, sentence: Sentence, when: When) -> list[str]:
    """What the weights know a time by; digits are masked, so that no day is learnt."""
    text, (start, end) = scene.text, when.span
    before = _DIGIT.sub("0", text[max(sentence.start, start - BEFORE) : start])
    behind = _DIGIT.sub("0", text[end : min(sentence.end, end + BEHIND)])
    return [
        *_beside(before, behind),
        *_words(before, behind),
        *_sentence(scene, sentence, when),
        *_names(scene, sentence, when),
        *_itself(scene, when),
        *standing(scene, sentence, when),
    ]


def standing(scene: Scene, sentence: Sentence, when: When) -> Iterator[str]:
    """What else is known of a time than the words around it, whatever is asked of it; `deadlines` asks too."""
    yield from _spelled(scene, when)
    yield from _clock_and_length(when.start, when.end)
    yield from _away(scene, when)
    yield from _among(scene, when)
    yield from _in_sentence(sentence, when)
    yield from _in_line(scene, sentence, when)


def _beside(before: str, behind: str) -> Iterator[str]:
    for n in (1, 2):
        yield f"<{before[-n:]}"
        yield f">{behind[:n]}"


def _words(before: str, behind: str) -> Iterator[str]:
    for word in before.split()[-WORDS_BEFORE:]:
        yield f"L{word}"
        yield f"L{word[:2]}*"
        yield f"L*{word[-2:]}"
    for word in behind.split()[:WORDS_BEHIND]:
        yield f"R{word[:2]}*"
        yield f"R*{word[-2:]}"


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


def _names(scene: Scene, sentence: Sentence, when: When) -> Iterator[str]:
    """The events that its sentence names, each before or behind it."""
    found = find_names(scene.text, sentence.start, sentence.end)
    yield f"n{min(3, len(found))}"
    yield f"q{QUOTED.search(scene.text, sentence.start, sentence.end) is not None}"
    for name in found[:NAMES]:
        yield from _of_name(scene.text, name, name.span[0] >= when.span[1])


def _of_name(text: str, name: Name, behind: bool) -> Iterator[str]:
    yield f"h{name.head}"
    yield f"h{name.head}{behind}"
    yield f"Q{name.quoted}{name.weak}{behind}"
    yield f"a{text[name.span[1] : name.span[1] + 2]}{behind}"


def _itself(scene: Scene, when: When) -> Iterator[str]:
    yield ""  # how often any time is of an event
    yield f"k{when.kind}"
    yield f"g{when.granularity}"
    yield f"c{scene.document.channel}"
    yield f"h{has_clock(when.start)}{names_day(when)}"
    line = scene.line_at(when.span[0])
    yield f"l{line is not None and when.span[0] - line.start <= 4}"
    yield f"p{when.span[0] * 5 // max(1, len(scene.text))}"


def _spelled(scene: Scene, when: When) -> Iterator[str]:
    """Its own words: «지난해», «오는 0일», «0월 0일부터»."""
    words = _DIGIT.sub("0", scene.text[slice(*when.span)])
    yield f"W{words[:12]}"
    yield f"W*{words[-3:]}"
    yield f"W{min(6, len(words) // 4)}"
    yield f"r{when.rule}"
    yield from (f"f{flag}" for flag in when.flags)


def _clock_and_length(start: Moment | None, end: Moment | None) -> Iterator[str]:
    """One comes at two, but applies until six; a window lasts for weeks."""
    if has_clock(start):
        yield f"s{start:%H}"
        yield f"s{start:%H:%M}"
    if has_clock(end):
        yield f"e{end:%H}"
        yield f"e{end:%H:%M}"
    first, last = day_of(start), day_of(end)
    if first is not None and last is not None:
        days = (last - first).days
        yield f"t{min(40, days)}"
        yield f"t{days > 6}{days > 31}"


def _away(scene: Scene, when: When) -> Iterator[str]:
    """How far from the day of publication, in steps that people speak in, in days and in months."""
    yield f"d{_distance(scene, when)}"
    day, published = day_of(when.start or when.end), scene.published
    if day is None:
        return
    yield f"w{day.weekday()}"
    if published is None:
        return
    days = (day - published).days
    yield f"d{days if abs(days) < 4 else 'x'}"
    yield f"m{(day.month - published.month) % 12 if abs(days) < 200 else 'far'}"


def _distance(scene: Scene, when: When) -> str:
    day = day_of(when.start or when.end)
    if day is None or scene.published is None:
        return "?"
    days = (day - scene.published).days
    return next((name for last, name in _STEPS if days <= last), "later")


_STEPS = ((-40, "ago"), (-8, "weeks ago"), (-1, "just"), (0, "today"), (7, "week"), (70, "soon"))


def _among(scene: Scene, when: When) -> Iterator[str]:
    """Whether its day is told elsewhere, and what stands before and behind it."""
    number = scene.time_number(when)
    day, own = day_of(when.start or when.end), f"{when.kind}{when.granularity}"
    if day is not None:
        first, last = scene.told_on(day)
        yield f"S{0 <= first < number}{last > number}"
    if number:
        before = scene.times[number - 1]
        yield f"o{before.kind}{min(4, (when.span[0] - before.span[1]) // 20)}"
        yield f"o{before.kind}{before.granularity}|{own}"
    if number + 1 < len(scene.times):
        behind = scene.times[number + 1]
        yield f"O{behind.kind}{behind.granularity}|{when.kind}"


def _in_sentence(sentence: Sentence, when: When) -> Iterator[str]:
    yield f"x{min(6, len(sentence.times))}"
    yield f"X{min(6, sum(1 for other in sentence.times if other.span[0] < when.span[0]))}"


def _in_line(scene: Scene, sentence: Sentence, when: When) -> Iterator[str]:
    """The mark of its line, how long it is, where the time stands in it and how many there are."""
    line = sentence.line
    mark = scene.text[line.start : line.start + 3].strip()[:1]
    yield f"M{mark if not '가' <= mark <= '힣' else '가'}"
    yield f"z{min(8, (line.end - line.start) // 20)}"
    yield f"Z{min(8, (when.span[0] - line.start) // 15)}"
    yield f"u{min(9, len(scene.times_in(line.start, line.end)))}"


FAR = timedelta(days=5 * 366)
"""Four of 3,357 annotated events lie further from the day of their text: the weights know nothing of such days."""


def is_far(scene: Scene, moment: Moment | None) -> bool:
    """Whether a day lies where the weights know nothing."""
    day = day_of(moment)
    return scene.published is not None and day is not None and abs(scene.published - day) > FAR


def likelihood(scene: Scene, sentence: Sentence, when: When) -> tuple[float, float]:
    """(that it is a day of an event, that it ends or opens an application), each 0 to 1."""
    _, event, apply = weights("extract", "uses").probabilities(features(scene, sentence, when))
    return event, apply
