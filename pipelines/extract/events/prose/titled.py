"""Events that only the document's title names: «3월 조합원 밥상모임 알려요», «두부만들기 후기».

The text tells day, hour and place and never says the name again. Last resort, behind notices, rows and prose.
"""

from __future__ import annotations

import re

from pipelines.extract.events.days.occasions import Occasion, occasions
from pipelines.extract.events.days.uses import PREDICATE, Use
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.names.referring import alike
from pipelines.extract.events.places.building import build
from pipelines.extract.events.prose.choosing import HELD_TITLE, OPENING_TITLE, REPORT_TITLE
from pipelines.extract.events.scene import Scene, Sentence, day_of, has_clock, names_day
from pipelines.extract.events.words.headlines import clean_title, without_tags
from pipelines.extract.events.words.heads import CALL_HEADS
from pipelines.extract.events.words.titles import Name, find_names, head_of
from store.records import SpanPair

EARLY = 8  # sentences in which the event of the title is told
WENT = re.compile(r"다녀|왔|갔|들었|들었|참석|참여|모여|만났|했어요|했습니다|했다")


def read_titled(scene: Scene, uses: list[Use], drafts: list[Draft], taken: list[SpanPair]) -> list[Draft]:
    """The event of the title with the first occasion that no other event has, or nothing."""
    name = _name(scene, drafts)
    if name is None:
        return []
    main = [d for d in drafts if d.role == "main"]
    days = [d for d in drafts if d.day is not None and d.role == "main"]
    found: list[tuple[Sentence, Occasion]] = []
    for sentence in scene.sentences[:EARLY]:
        here = [u for u in uses if u.sentence is sentence and not any(a <= u.when.span[0] < b for a, b in taken)]
        for moment in occasions(scene, sentence, here):
            if (
                names_day(moment.times[0])
                and not any(d.covers(day_of(moment.start)) for d in days)
                and _told(scene, sentence, moment, main)
            ):
                found.append((sentence, moment))
    clocked = [f for f in found if has_clock(f[1].start)]
    chosen = clocked[0] if clocked else (found[0] if found else None)
    return build(scene, chosen[0], chosen[1], name, chosen[0].end) if chosen is not None else []


def _name(scene: Scene, drafts: list[Draft]) -> Name | None:
    """What the title names and no draft has."""
    title = without_tags(scene.document.title)
    names = [n for n in find_names(title, 0, len(title)) if n.head not in CALL_HEADS and (n.head or n.quoted)]
    best = max(names, key=lambda n: (n.quoted, not n.weak, len(n.title)), default=None)
    words = clean_title(scene.document.title)
    report = REPORT_TITLE.search(title) is not None and scene.document.channel == "board"
    if (best is None and not report) or re.search(r"문의|질문|궁금", title):
        return None
    head = best.head if best is not None else head_of(words) or ""
    if any(d.name is not None and d.role == "main" and alike(d.name.head, head) for d in drafts if head):
        return None
    if best is not None and len(best.title.split()) < 2 and head_of(words) == head:
        best = None  # the whole title says more than its noun
    return Name(best.title if best is not None else words, (0, 0), head, False, False) if words else None


def _told(scene: Scene, sentence: Sentence, moment: Occasion, main: list[Draft]) -> bool:
    """Whether a sentence tells of an event: an hour; in a report what was done; never much beside other events."""
    title, day = scene.document.title, day_of(moment.start)
    past = scene.published is not None and day is not None and day <= scene.published
    if past and scene.document.channel == "board" and REPORT_TITLE.search(title):
        return has_clock(moment.start) or WENT.search(scene.text, sentence.start, sentence.end) is not None
    if main or not has_clock(moment.start):
        return False
    announced = OPENING_TITLE.search(title) or HELD_TITLE.search(title) or scene.document.channel == "board"
    return bool(announced) or PREDICATE.search(scene.text, sentence.start, sentence.end) is not None
