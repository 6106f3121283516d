"""Events that no table names: a day that is likely an event's (`likely`), called as seems likeliest (`candidates`).

«토요일인 20일 아침 열 시 반에 솥뚜껑을 열겠습니다» has no noun of an event, «❷ 결산·경영공시 반 : 3/5(화) 14시» none
that a table knows. Both must be sure enough; where one is not, nothing is told. Behind all rules that know the words.
"""

from __future__ import annotations

from pipelines.extract.events.building import build
from pipelines.extract.events.candidates import likeliest
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.likely import likelihood
from pipelines.extract.events.occasions import Occasion, occasions
from pipelines.extract.events.scene import Scene, Sentence, covering, day_of, is_dated
from pipelines.extract.events.titles import Name
from pipelines.extract.events.uses import Use
from store.records import SpanPair

LIKELY = 0.7
"""On texts that the weights had not seen, nine in ten of such days were an event's."""
NAMED = 0.25
"""Of names so sure, nine in ten were right or nearly so; of any, eight."""


def read_weighed(scene: Scene, uses: list[Use], drafts: list[Draft], taken: list[SpanPair]) -> list[Draft]:
    """Drafts for days that no draft has. `taken` are the spans of labelled fields."""
    made: list[Draft] = []
    covered = covering(taken)
    for sentence in scene.sentences:
        here = [u for u in uses if u.sentence is sentence and u.use == "occurrence" and not covered(u.when.span[0])]
        for moment in occasions(scene, sentence, here) if any(is_dated(u.when) for u in here) else ():
            if not any(_told(draft, moment) for draft in (*drafts, *made)):
                made += _weigh(scene, sentence, moment)
    return made


def _told(draft: Draft, moment: Occasion) -> bool:
    day = day_of(moment.start)
    return day is None or draft.covers(day)


def _weigh(scene: Scene, sentence: Sentence, moment: Occasion) -> list[Draft]:
    """The event of a day, where it is likely one and has a likely name."""
    if likelihood(scene, sentence, moment.times[0])[0] < LIKELY:
        return []
    name = likely_name(scene, sentence, moment)
    drafts = build(scene, sentence, moment, name, sentence.end)
    for draft in drafts:
        draft.rules["title"] = "weighed"
    return drafts


def likely_name(scene: Scene, sentence: Sentence, moment: Occasion) -> Name | None:
    best = likeliest(scene, sentence, moment.times[0])
    return best[1] if best is not None and best[0] >= NAMED else None
