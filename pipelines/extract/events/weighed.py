"""Events that no table names: a day that is likely an event's (`likely`), called as seems likeliest (`candidates`).

«토요일인 20일 아침 열 시 반에 솥뚜껑을 열겠습니다» has no noun of an event, «❷ 결산·경영공시 반 : 3/5(화) 14시» none
that a table knows. Both must be sure enough; where one is not, nothing is told. Behind all rules that know the words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby
from operator import attrgetter

from pipelines.extract.events.building import build
from pipelines.extract.events.candidates import likeliest
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.labels import BULLETED
from pipelines.extract.events.likely import likelihood
from pipelines.extract.events.occasions import Occasion, occasions
from pipelines.extract.events.scene import (
    Scene,
    Sentence,
    covering,
    day_of,
    has_clock,
    is_dated,
    names_day,
)
from pipelines.extract.events.uses import Use
from store.records import SpanPair

LIKELY = 0.7
"""On texts that the weights had not seen, nine in ten of such days were an event's."""
NAMED = 0.25
"""Of names so sure, nine in ten were right or nearly so; of any, eight."""
MOST = 40
"""Days weighed in one text: more than any calendar of a month holds. It bounds the cost of hostile input."""
NAMED_BY_ONE = 0.35
"""A single word («얼굴», «과정») is more often something else."""

_CLOSES = re.compile(r"(?:에|까지|에는)?\s(?:문을\s)?(?:닫|쉬|쉽|마칩|마치|마감)")
"""«토요일은 오후 1시에 닫습니다»"""


def read_weighed(scene: Scene, uses: list[Use], drafts: list[Draft], taken: list[SpanPair]) -> list[Draft]:
    """Drafts for days that no draft has. `taken` are the spans of labelled fields."""
    told, weighed = list(drafts), 0
    for sentence, moment in _free(scene, uses, covering(taken)):
        if not any(_told(scene, draft, moment) for draft in told):
            told += _weigh(scene, sentence, moment, told)
            weighed += 1
        if weighed == MOST:
            break
    return told[len(drafts) :]


def _free(scene: Scene, uses: list[Use], taken: Callable[[int], bool]) -> Iterator[tuple[Sentence, Occasion]]:
    """What may be an event's day, sentence by sentence, outside of labelled fields."""
    free = (use for use in uses if use.use == "occurrence" and not taken(use.when.span[0]))
    for sentence, group in groupby(free, attrgetter("sentence")):
        here = list(group)
        if any(is_dated(use.when) for use in here):
            yield from ((sentence, moment) for moment in occasions(scene, sentence, here))


def _told(scene: Scene, draft: Draft, moment: Occasion) -> bool:
    """Whether a draft has the day already; a row with an hour of its own is a part of a run of days."""
    day = day_of(moment.start)
    if day is None or draft.day == day or not draft.covers(day):
        return day is None or draft.day == day
    line = scene.line_at(moment.at)
    row = line is not None and BULLETED.match(scene.text, line.start) is not None
    return not (row and has_clock(moment.start) and names_day(moment.times[0]))


def _weigh(scene: Scene, sentence: Sentence, moment: Occasion, told: list[Draft]) -> list[Draft]:
    """The event of a day, where it is likely one and has a likely name that no other event has."""
    closes = _CLOSES.match(scene.text, moment.times[-1].span[1], sentence.end)
    if closes is not None or likelihood(scene, sentence, moment.times[0])[0] < LIKELY:
        return []
    best = likeliest(scene, sentence, moment.times[0])
    if best is None:
        return []
    name = best.name
    alone = " " not in name.title
    if best.sure < (NAMED_BY_ONE if alone else NAMED) or (alone and not name.head and not has_clock(moment.start)):
        return []  # «2일 새 앱 ‘한들이’를 소개했다»
    if any(_same(name.title, draft.title) for draft in told):
        return []  # «비 오면 19일»: the other day of what was told
    drafts = build(scene, sentence, moment, best.full, sentence.end)
    for draft in drafts:
        draft.rules["title"] = "weighed"
    return drafts


OF_TITLE, LOST = 0.35, 0.25
"""A likelier name replaces the post's own title, where that is unlikely: on texts that the weights had not seen, six
were put right and none wrong. What a noun, a quote, a row or a heading names stays: as many went wrong as right."""


def rename(scene: Scene, drafts: list[Draft]) -> None:
    """«익산사경레터 9월호» of a notice without a name of its own: called as the weights say, where they are sure."""
    for draft in drafts:
        spans, own = draft.evidence.get("start"), "title" in draft.rules
        if own or draft.call or draft.role != "main" or draft.parent is not None or not spans:
            continue
        when = next(iter(scene.times_in(*spans[0])), None)
        sentence = next((s for s in scene.sentences if s.start <= spans[0][0] < s.end), None)
        best = likeliest(scene, sentence, when, draft.title) if when is not None and sentence is not None else None
        if best is None or best.sure < OF_TITLE or best.told > LOST or _same(best.name.title, draft.title):
            continue
        if not any(_same(best.name.title, other.title) for other in drafts):
            draft.title, draft.name = best.full.title, best.full
            draft.rules["title"] = "weighed"
            draft.evidence.pop("title", None)
            draft.note("title", best.full.span, "weighed")  # a name of the post's title has no words in the text


def _same(title: str, told: str) -> bool:
    return title.replace(" ", "") in told.replace(" ", "")
