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
from datetime import datetime, timedelta
from functools import lru_cache

from pipelines.extract.events.scene import Scene, Sentence, day_of, has_clock, names_day
from pipelines.extract.events.words.titles import QUOTED, Name, find_names
from pipelines.extract.events.words.traits import Features
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


def standing(scene: Scene, sentence: Sentence, when: When) -> Features:
    """What else is known of a time than the words around it, whatever is asked of it; `deadlines` asks too."""
    return (
        *_spelled(scene, when),
        *_clock_and_length(when.start, when.end),
        *_away(scene, when),
        *_among(scene, when),
        *_in_sentence(sentence, when),
        *_in_line(scene, sentence, when),
    )


def _beside(before: str, behind: str) -> Features:
    return f"<{before[-1:]}", f">{behind[:1]}", f"<{before[-2:]}", f">{behind[:2]}"


def _words(before: str, behind: str) -> list[str]:
    found: list[str] = []
    for word in before.split()[-WORDS_BEFORE:]:
        found += f"L{word}", f"L{word[:2]}*", f"L*{word[-2:]}"
    for word in behind.split()[:WORDS_BEHIND]:
        found += f"R{word[:2]}*", f"R*{word[-2:]}"
    return found


def _sentence(scene: Scene, sentence: Sentence, when: When) -> Features:
    ending = scene.text[max(sentence.start, sentence.end - 24) : sentence.end].rstrip(_CLOSING)
    label = _LABEL.match(scene.text, sentence.line.start, when.span[0])
    return (
        *(f"E{ending[-2:]}", f"E{ending[-3:]}", f"E{ending[-4:]}", f"E{ending[-5:]}"),
        f"E{ending[-2:]}|{_distance(scene, when)}",
        *((f"B{label['label']}", f"B*{label['label'][-2:]}", "B") if label is not None else ()),
        *_of_title(scene.document.title),
    )


@lru_cache(maxsize=4)  # each time of a text asks
def _of_title(title: str) -> Features:
    return tuple(f"T*{word[-n:]}" for word in title.split() for n in (2, 3))


def _names(scene: Scene, sentence: Sentence, when: When) -> list[str]:
    """The events that its sentence names, each before or behind it."""
    names = find_names(scene.text, sentence.start, sentence.end)
    quotes = QUOTED.search(scene.text, sentence.start, sentence.end) is not None
    found = [f"n{min(3, len(names))}", f"q{quotes}"]
    for name in names[:NAMES]:
        found += _of_name(scene.text, name, name.span[0] >= when.span[1])
    return found


def _of_name(text: str, name: Name, behind: bool) -> Features:
    return (
        f"h{name.head}",
        f"h{name.head}{behind}",
        f"Q{name.quoted}{name.weak}{behind}",
        f"a{text[name.span[1] : name.span[1] + 2]}{behind}",
    )


def _itself(scene: Scene, when: When) -> Features:
    line = scene.line_at(when.span[0])
    return (
        "",  # how often any time is of an event
        f"k{when.kind}",
        f"g{when.granularity}",
        f"c{scene.document.channel}",
        f"h{has_clock(when.start)}{names_day(when)}",
        f"l{line is not None and when.span[0] - line.start <= 4}",
        f"p{when.span[0] * 5 // max(1, len(scene.text))}",
    )


def _spelled(scene: Scene, when: When) -> Features:
    """Its own words: «지난해», «오는 0일», «0월 0일부터»."""
    words = _DIGIT.sub("0", scene.text[slice(*when.span)])
    return (
        *(f"W{words[:12]}", f"W*{words[-3:]}", f"W{min(6, len(words) // 4)}", f"r{when.rule}"),
        *[f"f{flag}" for flag in when.flags],
    )


def _clock_and_length(start: Moment | None, end: Moment | None) -> list[str]:
    """One comes at two, but applies until six; a window lasts for weeks."""
    found: list[str] = []
    for sign, moment in (("s", start), ("e", end)):
        if isinstance(moment, datetime):
            hour = f"{sign}{moment.hour:02}"
            found += hour, f"{hour}:{moment.minute:02}"
    first, last = day_of(start), day_of(end)
    if first is not None and last is not None:
        days = (last - first).days
        found += f"t{min(40, days)}", f"t{days > 6}{days > 31}"
    return found


def _away(scene: Scene, when: When) -> Features:
    """How far from the day of publication, in steps that people speak in, in days and in months."""
    steps = f"d{_distance(scene, when)}"
    day, published = day_of(when.start or when.end), scene.published
    if day is None:
        return (steps,)
    if published is None:
        return steps, f"w{day.weekday()}"
    days = (day - published).days
    months = (day.month - published.month) % 12 if abs(days) < 200 else "far"
    return steps, f"w{day.weekday()}", f"d{days if abs(days) < 4 else 'x'}", f"m{months}"


def _distance(scene: Scene, when: When) -> str:
    day = day_of(when.start or when.end)
    if day is None or scene.published is None:
        return "?"
    days = (day - scene.published).days
    return next((name for last, name in _STEPS if days <= last), "later")


_STEPS = ((-40, "ago"), (-8, "weeks ago"), (-1, "just"), (0, "today"), (7, "week"), (70, "soon"))


def _among(scene: Scene, when: When) -> list[str]:
    """Whether its day is told elsewhere, and what stands before and behind it."""
    number, found = scene.time_number(when), []
    day = day_of(when.start or when.end)
    if day is not None:
        first, last = scene.told_on(day)
        found.append(f"S{0 <= first < number}{last > number}")
    if number:
        before = scene.times[number - 1]
        found.append(f"o{before.kind}{min(4, (when.span[0] - before.span[1]) // 20)}")
        found.append(f"o{before.kind}{before.granularity}|{when.kind}{when.granularity}")
    if number + 1 < len(scene.times):
        behind = scene.times[number + 1]
        found.append(f"O{behind.kind}{behind.granularity}|{when.kind}")
    return found


def _in_sentence(sentence: Sentence, when: When) -> Features:
    times = sentence.times
    return f"x{min(6, len(times))}", f"X{min(6, sum([other.span[0] < when.span[0] for other in times]))}"


def _in_line(scene: Scene, sentence: Sentence, when: When) -> Features:
    """The mark of its line, how long it is, where the time stands in it and how many there are."""
    line = sentence.line
    mark = scene.text[line.start : line.start + 3].strip()[:1]
    return (
        f"M{mark if not '가' <= mark <= '힣' else '가'}",
        f"z{min(8, (line.end - line.start) // 20)}",
        f"Z{min(8, (when.span[0] - line.start) // 15)}",
        f"u{min(9, len(scene.times_in(line.start, line.end)))}",
    )


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
