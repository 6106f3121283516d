"""What every event rule looks at: the article's own sentences, their times, the bodies named in them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from pipelines.extract.boilerplate import LONGEST, Line
from pipelines.extract.events.days.stretches import joined
from pipelines.korean.cued import Cued
from store.records import Document, Moment, Organisation, Region, SpanPair, When

# A sentence ends at a full stop behind a verb ending or a quote, never inside «2020.5.19. (화)».
# The mark stands first in the pattern and looks back from there: so `re` skips from mark to mark.
SENTENCE_END = re.compile(r"[.!?](?:(?<=[가-힣”’\"')!?~ㅎㅋㅠ][.!?])[.!?]*[”’\"')]?(?=\s|$)|(?<=[!?])[!?]*(?=\s))")
SENTENCE_LONGEST = 1500
DATED = frozenset(("time", "day", "part_of_day"))


class Sentence(NamedTuple):
    start: int
    end: int
    line: Line
    times: tuple[When, ...]

    def words(self, text: str) -> str:
        return text[self.start : self.end]


_span = attrgetter("span")


Edges = tuple[tuple[int, ...], tuple[int, ...]]
"""Where things begin and where they end: rules ask for what lies at an offset hundreds of times."""


def _edges(things: Sequence[Line] | Sequence[Sentence]) -> Edges:
    return tuple([thing.start for thing in things]), tuple([thing.end for thing in things])


@dataclass(frozen=True, slots=True)
class Scene:
    """One document laid out for the event rules. `lines` are content lines only."""

    document: Document
    text: str
    lines: tuple[Line, ...]
    sentences: tuple[Sentence, ...]
    times: tuple[When, ...]
    organisations: tuple[Organisation, ...]
    region: Region | None
    bodies: tuple[tuple[SpanPair, str], ...]  # every mention of an organisation with its name, in order
    published: date | None
    state: str = ""  # what the whole text announces: cancelled, postponed, earlier
    # where each of the times, bodies, lines and sentences begins, where each line and sentence ends
    _begins: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _bodies: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _lines: Edges = field(init=False, repr=False, compare=False)
    _sentences: Edges = field(init=False, repr=False, compare=False)
    _told: dict[date, SpanPair] = field(init=False, repr=False, compare=False)  # first and last time of each day

    def __post_init__(self) -> None:
        object.__setattr__(self, "_begins", tuple([t.span[0] for t in self.times]))
        object.__setattr__(self, "_bodies", tuple([start for (start, _), _ in self.bodies]))
        object.__setattr__(self, "_lines", _edges(self.lines))
        object.__setattr__(self, "_sentences", _edges(self.sentences))
        told: dict[date, SpanPair] = {}
        for number, when in enumerate(self.times):
            if (day := day_of(when.start or when.end)) is not None:
                told[day] = (told.get(day, (number, number))[0], number)
        object.__setattr__(self, "_told", told)

    def time_number(self, when: When) -> int:
        """Which of the times it is, counted from the first."""
        return bisect_left(self._begins, when.span[0])

    def told_on(self, day: date) -> SpanPair:
        """The numbers of the first and the last time of a day; (-1, -1) where no time has it."""
        return self._told.get(day, (-1, -1))

    def times_in(self, start: int, end: int) -> tuple[When, ...]:
        """The times that begin between two offsets."""
        first = bisect_left(self._begins, start)
        return self.times[first : bisect_left(self._begins, end, lo=first)]

    def bodies_in(self, start: int, end: int) -> tuple[tuple[SpanPair, str], ...]:
        """The mentions of bodies that begin between two offsets."""
        first = bisect_left(self._bodies, start)
        return self.bodies[first : bisect_left(self._bodies, end, lo=first)]

    def body_before(self, at: int) -> tuple[SpanPair, str] | None:
        """The last mention of a body that begins before an offset."""
        number = bisect_left(self._bodies, at)
        return self.bodies[number - 1] if number else None

    def first_time(self, spans: Sequence[SpanPair] | None) -> When | None:
        """The first time in the first of some stretches of the text: the day that evidence names."""
        return next(iter(self.times_in(*spans[0])), None) if spans else None

    def line_number(self, at: int) -> int | None:
        """Which of the lines an offset lies in."""
        number = bisect_right(self._lines[0], at) - 1
        return number if number >= 0 and at < self.lines[number].end else None

    def line_at(self, at: int) -> Line | None:
        """The line that an offset lies in."""
        number = self.line_number(at)
        return None if number is None else self.lines[number]

    def lines_above(self, at: int, most: int) -> tuple[Line, ...]:
        """The last lines that end before an offset, in order."""
        until = bisect_right(self._lines[1], at)
        return self.lines[max(0, until - most) : until]

    def line_below(self, at: int) -> Line | None:
        """The first line that begins at an offset or behind it."""
        return next(iter(self.lines[(number := bisect_left(self._lines[0], at)) : number + 1]), None)

    def sentences_above(self, at: int, most: int) -> tuple[Sentence, ...]:
        """The last sentences that end before an offset, in order."""
        until = bisect_right(self._sentences[1], at)
        return self.sentences[max(0, until - most) : until]

    def sentence_at(self, at: int) -> Sentence | None:
        """The sentence that an offset lies in."""
        found = next(iter(self.sentences_in(at, at + 1)), None)
        return found if found is not None and found.start <= at < found.end else None

    def sentences_in(self, start: int, end: int) -> tuple[Sentence, ...]:
        """The sentences that lie, if only in part, between two offsets."""
        first = bisect_right(self._sentences[1], start)
        return self.sentences[first : bisect_left(self._sentences[0], end, lo=first)]

    def sentences_for(self, pattern: Cued) -> tuple[Sentence, ...]:
        """All sentences, or none where the pattern can fit nowhere in the text: most patterns fit in hardly any."""
        return self.sentences if pattern.may_fit(self.text) else ()

    def paragraph(self, at: int) -> SpanPair:
        """The lines around an offset up to the blank ones."""
        before = self.text.rfind("\n\n", 0, at)
        behind = self.text.find("\n\n", at, LONGEST)
        return before + 2 if before >= 0 else 0, behind if behind >= 0 else min(len(self.text), LONGEST)

    def number_of(self, sentence: Sentence) -> int:
        """Which of the sentences it is."""
        return bisect_left(self._sentences[0], sentence.start)


def lay_out(
    document: Document,
    lines: tuple[Line, ...],
    times: tuple[When, ...],
    organisations: tuple[Organisation, ...],
    region: Region | None,
) -> Scene:
    content = tuple(line for line in lines if line.kind == "text")
    ordered = tuple(joined(document.text, sorted(dict.fromkeys(times), key=lambda t: t.span)))
    own = tuple(t for line in content for t in _between(ordered, line.start, line.end))
    sentences = tuple(s for line in content for s in _sentences(document.text, line, own))
    mentions = [(span, o.name) for o in organisations for span in o.mentions]
    bodies = tuple(sorted(mentions, key=lambda body: (body[0][0], -body[0][1])))
    day = document.published_at.date() if document.published_at else None
    return Scene(document, document.text, content, sentences, own, organisations, region, bodies, day)


# «◇ 광명 = 광명시사회연대경제센터는 …», «▶원주= …», «◇ 전국학교협동조합연합회 : …»: news in brief.
ITEM = re.compile(
    r"[◇▶■●◆▲▷□○△▪]\s?(?:[가-힣A-Za-z0-9·() ]{2,16}\s?=|"
    r"[가-힣A-Za-z0-9·() ]{2,20}(?:연합회|협동조합|네트워크|협의회|재단|센터|조합|시|군|구|도)\s?[:：])\s?[^\n]{30}"
)
ITEMS_LEAST = 2


def items(scene: Scene) -> list[Scene]:
    """Each item of a text of several that have nothing to do with each other as a scene; else the one scene."""
    starts = [ln.start for ln in scene.lines if ITEM.match(scene.text, ln.start, ln.end)]
    if len(starts) < ITEMS_LEAST:
        return [scene]
    first = scene.lines[0].start
    bounds = [*([first] if first < starts[0] else []), *starts, len(scene.text)]
    return [
        replace(
            scene,
            lines=tuple(ln for ln in scene.lines if a <= ln.start < b),
            sentences=tuple(s for s in scene.sentences if a <= s.start < b),
            times=_between(scene.times, a, b),
        )
        for a, b in pairwise(bounds)
    ]


def _between(times: tuple[When, ...], start: int, end: int) -> tuple[When, ...]:
    """The times that begin between two offsets; `times` are in order."""
    if not times:  # most sentences have none
        return times
    first = bisect_left(times, (start,), key=_span)
    return times[first : bisect_left(times, (end,), lo=first, key=_span)]


def _sentences(text: str, line: Line, times: tuple[When, ...]) -> list[Sentence]:
    found: list[Sentence] = []
    here = _between(times, line.start, line.end)
    start = line.start
    ends = [m.end() for m in SENTENCE_END.finditer(text, line.start, line.end)] + [line.end]
    for end in _bounded(line.start, ends):
        before = _between(here, line.start, end)
        if (before and end < before[-1].span[1]) or not text[start:end].strip():
            continue
        inside = _between(before, start, end)
        lead = len(text[start:end]) - len(text[start:end].lstrip())
        found.append(Sentence(start + lead, end, line, inside))
        start = end
    return found


def _bounded(start: int, ends: list[int]) -> list[int]:
    """A «sentence» of many thousand characters is a flattened table: it is cut, so that no rule scans it all."""
    cut: list[int] = []
    for end in ends:
        while end - start > SENTENCE_LONGEST:
            start += SENTENCE_LONGEST
            cut.append(start)
        cut.append(end)
        start = end
    return cut


def day_of(moment: Moment | None) -> date | None:
    return moment.date() if isinstance(moment, datetime) else moment


def has_clock(moment: Moment | None) -> bool:
    return isinstance(moment, datetime)


def names_day(when: When) -> bool:
    """Whether the words name a day themselves; «오후 4시» alone takes its day from the context."""
    return "anchor" not in when.flags and "day_assumed" not in when.flags


def is_dated(when: When) -> bool:
    return when.start is not None and when.granularity in DATED


def touches(span: SpanPair, start: int, end: int) -> bool:
    return span[0] < end and start < span[1]


def covering(spans: list[SpanPair]) -> Callable[[int], bool]:
    """Whether an offset lies in one of the spans; they are brought together once, asked in O(log n)."""
    merged: list[list[int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    starts = [start for start, _ in merged]

    def covered(at: int) -> bool:
        before = bisect_right(starts, at)
        return before > 0 and at < merged[before - 1][1]

    return covered


def at_clock(day: Moment | None, clock: Moment | None) -> Moment | None:
    """That day at this clock."""
    base = day_of(day)
    if base is None or not isinstance(clock, datetime):
        return day
    return clock.replace(year=base.year, month=base.month, day=base.day)
