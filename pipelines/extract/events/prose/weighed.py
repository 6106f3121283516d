"""Events that no table names: a day that is likely an event's (`likely`), called as seems likeliest (`candidates`).

«토요일인 20일 아침 열 시 반에 솥뚜껑을 열겠습니다» has no noun of an event, «❷ 결산·경영공시 반 : 3/5(화) 14시» none
that a table knows. Both must be sure enough; where one is not, nothing is told. Behind all rules that know the words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby
from operator import attrgetter

from pipelines.extract.events.days.likely import is_far, likelihood
from pipelines.extract.events.days.occasions import Occasion, occasions
from pipelines.extract.events.days.status import spoken_of
from pipelines.extract.events.days.uses import Use
from pipelines.extract.events.draft import Draft, day_told
from pipelines.extract.events.fields.labels import BULLETED
from pipelines.extract.events.names.candidates import bare, likeliest, within
from pipelines.extract.events.places.building import build
from pipelines.extract.events.prose.further import further, is_covered, is_further
from pipelines.extract.events.scene import (
    Scene,
    Sentence,
    covering,
    day_of,
    has_clock,
    is_dated,
    names_day,
)
from pipelines.extract.events.words.titles import QUOTED, Name, head_of, tidy
from store.records import SpanPair, When

LIKELY = 0.55
"""Days that are less likely an event's are not asked for a name: of nine between a half and this two were right."""
SURE, SURE_OF_ONE_WORD, SURE_OF_ANY = 0.25, 0.35, 0.45
"""How likely day and name have to be together: a name of several words; one word («얼굴», «과정»), which is more often
something else; one word that no table knows, on a day without an hour («2일 새 앱 ‘한들이’를 소개했다»)."""
SURE_WITHIN = 0.4
"""The same, of a part of a run of days that is told."""
MOST = 40
"""Days weighed in one text: more than any calendar of a month holds. It bounds the cost of hostile input."""

_CLOSES = re.compile(r"(?:에|까지|에는)?\s(?:문을\s)?(?:닫|쉬|쉽|마칩|마치|마감)")
"""«토요일은 오후 1시에 닫습니다»"""


_SAID = re.compile(r"^[“\"]|[.!?~,]\W?$|(?:습니다|어요|해요)\W?$")
"""What somebody says, not what something is called («‘별빛 수다’»)."""


Again = tuple[Sentence, Occasion, Name]
"""A day whose likeliest name another event has."""


def read_weighed(scene: Scene, uses: list[Use], drafts: list[Draft], taken: list[SpanPair]) -> list[Draft]:
    """Drafts for days that no draft has. `taken` are the spans of labelled fields."""
    told, again, weighed = list(drafts), list[Again](), 0
    for sentence, moment in free(scene, uses, covering(taken)):
        take_hours(scene, sentence, moment, told[len(drafts) :])
        if not any(_told(scene, draft, moment) for draft in told):
            told += _weigh(scene, sentence, moment, told, again)
            weighed += 1
        elif names_day(moment.times[0]) and is_covered(moment, told):
            told += _weigh_within(scene, sentence, moment, told)
            weighed += 1
        elif _is_another_hour(told, moment):
            told += _weigh_hour(scene, sentence, moment, told)
            weighed += 1
        if weighed == MOST:
            break
    for sentence, moment, name in again:  # not before: a later sentence may have the day's own name
        if not any(draft.day == day_of(moment.start) for draft in told):
            told += _further(scene, sentence, moment, told, name)
    return told[len(drafts) :]


def take_hours(scene: Scene, sentence: Sentence, moment: Occasion, weighed: list[Draft]) -> None:
    """«여섯 팀이 21일 … 나선다. ‘임팩트 발표날’이 이날 오후 2시부터 …»: the hours of a day weighed before."""
    if not has_clock(moment.start):
        return
    for draft in weighed:
        same = draft.day == day_of(moment.start) and draft.last_day == (day_of(moment.end) or draft.day)
        if same and not has_clock(draft.start) and draft.title in sentence.words(scene.text):
            draft.start, draft.end = moment.start, moment.end
            draft.note("start", moment.times[0].span, "hours behind")


def free(scene: Scene, uses: list[Use], taken: Callable[[int], bool]) -> Iterator[tuple[Sentence, Occasion]]:
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


def _is_another_hour(told: list[Draft], moment: Occasion) -> bool:
    """Whether a clock is neither the beginning nor the end of anything told of its day."""
    if not has_clock(moment.start):
        return False
    same = [d for d in told if d.covers(day_of(moment.start))]
    edges = [m for d in same for m in (d.start, d.end)]
    return all(has_clock(d.start) for d in same) and moment.start not in edges


def _weigh(scene: Scene, sentence: Sentence, moment: Occasion, told: list[Draft], again: list[Again]) -> list[Draft]:
    """The event of a day, where it is likely one and has a likely name that no other event has."""
    likely = _likely(scene, sentence, moment)
    best = likeliest(scene, sentence, moment.times[0]) if likely >= LIKELY else None
    if best is None or likely * best.sure < _least(best.name, moment) or within(best.name.span, moment.times[0]):
        return []
    if not any(_same(best.name.title, draft.title) for draft in told):
        return _build(scene, sentence, moment, best.full)
    if is_further(scene, sentence, moment, likely):
        again.append((sentence, moment, best.name))
    return []  # «비 오면 19일»: the other day of what was told


def _further(scene: Scene, sentence: Sentence, moment: Occasion, told: list[Draft], again: Name | None) -> list[Draft]:
    name = further(scene, sentence, moment, told) or again
    return _build(scene, sentence, moment, name) if name is not None else []


def _weigh_within(scene: Scene, sentence: Sentence, moment: Occasion, told: list[Draft]) -> list[Draft]:
    """A part of a run of days that has a name of its own: «4일은 ‘조합원 책 읽는 밤’»."""
    likely = _likely(scene, sentence, moment)
    best = likeliest(scene, sentence, moment.times[0]) if likely >= LIKELY else None
    if best is None or likely * best.sure < SURE_WITHIN or within(best.name.span, moment.times[0]):
        return []
    if any(_same(best.name.title, draft.title) for draft in told):
        is_own = is_further(scene, sentence, moment, likely)
        return _further(scene, sentence, moment, told, None) if is_own else []
    return _build(scene, sentence, moment, best.full) if sentence.start <= best.name.span[0] < sentence.end else []


def _weigh_hour(scene: Scene, sentence: Sentence, moment: Occasion, told: list[Draft]) -> list[Draft]:
    """A further event of a day, at an hour of its own: the one name that its sentence has in quotes."""
    quoted = [m for m in QUOTED.finditer(scene.text, *sentence[:2]) if not _SAID.search(m[0])]
    if len(quoted) != 1 or _likely(scene, sentence, moment) < LIKELY:
        return []
    words, span = quoted[0][quoted[0].lastindex or 1], quoted[0].span(quoted[0].lastindex or 1)
    name = Name(tidy(words), span, head_of(words) or "", True, False)
    if any(_same(name.title, draft.title) for draft in told):
        return []
    return _build(scene, sentence, moment, name)


def _likely(scene: Scene, sentence: Sentence, moment: Occasion) -> float:
    if _CLOSES.match(scene.text, moment.times[-1].span[1], sentence.end):
        return 0.0
    if _hours_of_run(moment.times[0], moment.recurrence) and day_of(moment.end) in (None, day_of(moment.start)):
        return 0.0
    return likelihood(scene, sentence, moment.times[0])[0]


def _build(scene: Scene, sentence: Sentence, moment: Occasion, name: Name) -> list[Draft]:
    drafts = build(scene, sentence, moment, name, sentence.end)
    for draft in drafts:
        draft.rules["title"] = "weighed"
    return drafts


def _least(name: Name, moment: Occasion) -> float:
    if " " in name.title:
        return SURE
    return SURE_OF_ONE_WORD if name.head or has_clock(moment.start) else SURE_OF_ANY


NOBODYS = 0.25
"""Of ten days of prose that were less likely an event's or an application's, on texts new to the weights, nine were
neither."""


NOBODYS_ROW = 0.1
"""Of six rows that were less likely one was an event («2024. 4. 1. 근무 시작», «처음에 3월 25일로 …»)."""


def without_nobodys(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Less what prose tells of a day that hardly is an event's: «16일 총회에서 뽑힌», «3월부터 방송을 해 온»."""
    return [draft for draft in drafts if not _is_nobodys(scene, draft)]


def _is_nobodys(scene: Scene, draft: Draft) -> bool:
    rule = draft.rules.get("start", "")
    least = NOBODYS if rule.startswith("prose:") else NOBODYS_ROW if rule == "row" else 0.0
    if draft.role != "main" or not least:
        return False
    told = day_told(scene, draft)
    if told is not None and _hours_of_run(told[1], draft.recurrence) and draft.last_day == draft.day:
        return True
    if is_far(scene, draft.start):
        return False
    if told is None or spoken_of(scene, told[1].span) == "new":
        return False  # «애초 25일에서 18일로 앞당겼다» says itself that the day is an event's
    return sum(likelihood(scene, *told)) < least


def _hours_of_run(when: When, rule: str | None) -> bool:
    """«날마다 오전 10시에 열어 6시에 닫으며»: no first day of anything; the run is told elsewhere."""
    return when.kind == "recurrence" and rule == "FREQ=DAILY"


def _same(title: str, told: str) -> bool:
    return bare(title) in bare(told)
