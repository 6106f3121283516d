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
from pipelines.extract.events.candidates import bare, likeliest
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
from pipelines.extract.events.titles import Name, head_of
from pipelines.extract.events.uses import Use
from store.records import SpanPair

LIKELY = 0.7
"""On texts that the weights had not seen, nine in ten of such days were an event's."""
NAMED = 0.25
"""Of names so sure, nine in ten were right or nearly so; of any, eight."""
CERTAIN, NAMED_IF_CERTAIN = 0.85, 0.2
"""Where the day is an event's beyond doubt, a name that is half likely is better than none."""
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
    likely = likelihood(scene, sentence, moment.times[0])[0]
    if closes is not None or likely < LIKELY:
        return []
    best = likeliest(scene, sentence, moment.times[0])
    if best is None:
        return []
    name = best.name
    alone = " " not in name.title
    named = NAMED_BY_ONE if alone else NAMED_IF_CERTAIN if likely >= CERTAIN else NAMED
    if best.sure < named or (alone and not name.head and not has_clock(moment.start)):
        return []  # «2일 새 앱 ‘한들이’를 소개했다»
    if any(_same(name.title, draft.title) for draft in told):
        return []  # «비 오면 19일»: the other day of what was told
    drafts = build(scene, sentence, moment, best.full, sentence.end)
    for draft in drafts:
        draft.rules["title"] = "weighed"
    return drafts


LIKELIER = {None: (0.35, 0.25), "noun": (0.5, 0.16)}
"""By what told a name: how sure a likelier one has to be, and how unlikely the told one. Of names from nouns in nine
sets that neither rules nor weights had seen, six were put right so and one was not; those of rows and headings stay."""


def rename(scene: Scene, drafts: list[Draft]) -> None:
    """«익산사경레터 9월호» of a notice, «물건» of «…만든 물건을 판다»: called as the weights say, if they are sure."""
    for draft in drafts:
        least = LIKELIER.get(draft.rules.get("title"))
        if least is None or draft.call or draft.role != "main" or draft.parent is not None:
            continue
        if _is_plain(scene, draft):
            continue
        when = scene.first_time(draft.evidence.get("start"))
        sentence = next(iter(scene.sentences_in(*when.span)), None) if when is not None else None
        best = likeliest(scene, sentence, when, draft.title) if when is not None and sentence is not None else None
        if best is None or best.sure < least[0] or best.told > least[1] or _same(best.name.title, draft.title):
            continue
        if not any(_same(best.name.title, other.title) for other in drafts):
            _call(draft, best.full)


def _is_plain(scene: Scene, draft: Draft) -> bool:
    """Names that hardly ever give way, so that the weights are not asked: of several words, or of a ceremony («개소식»,
    whose house is no better name), where the post's title bears them or they are told with their day."""
    name, spans = draft.name, draft.evidence.get("start")
    if " " not in draft.title and not draft.title.endswith("식"):
        return False
    if draft.rules.get("title") is None:
        return head_of(draft.title) is not None
    own = next(iter(scene.sentences_in(*spans[0])), None) if spans else None
    return name is not None and own is not None and own.start <= name.span[0] < own.end and not name.weak


def _call(draft: Draft, name: Name) -> None:
    draft.title, draft.name = name.title, name
    draft.rules["title"] = "weighed"
    draft.evidence.pop("title", None)
    draft.note("title", name.span, "weighed")  # a name of the post's title has no words in the text


def _same(title: str, told: str) -> bool:
    return bare(title) in bare(told)
