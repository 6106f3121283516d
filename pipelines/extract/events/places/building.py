"""An occasion and a name → a draft, with its place and whether it is only background."""

from __future__ import annotations

import re
from datetime import timedelta

from pipelines.extract.events.days import status
from pipelines.extract.events.days.occasions import Occasion
from pipelines.extract.events.days.several import Told, days_told, told_apart
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.places import venues
from pipelines.extract.events.scene import Scene, Sentence, day_of
from pipelines.extract.events.words.heads import FOUNDING
from pipelines.extract.events.words.titles import Name
from pipelines.korean.cued import Cued
from store.records import When

EARLIER_EDITION = Cued(r"앞서|지난해|작년|재작년|지난번|첫 회|1회는|전년도")
SAME_DAY = re.compile(r"이날|같은 날")
LONG_AGO = timedelta(days=45)
# «지난달 16일 창립총회를 마친 새내기 조합»: how a body came to be, in a text about something else.
FOUNDED = frozenset(("창립총회", "창립식", "출범식", "개소식", "개업식", "발족식", "창립"))
PASSED = re.compile(r"(?:을|를)\s(?:마친|연|열고|치른|치르고|가진|거친|거쳐|마치고)\s")
RECENT = timedelta(days=20)


def build(scene: Scene, sentence: Sentence, moment: Occasion, name: Name | None, until: int) -> list[Draft]:
    if name is None or (moment.start is None and moment.moved is None):
        return []
    drafts = []
    for title, start, end, rule in _told(name.title, moment):
        draft = Draft(title, name, start, end, rule, at=min(sentence.start, name.span[0]), until=sentence.end)
        draft.note("title", name.span, "quoted" if name.quoted else "noun")
        for when in moment.times:
            note_time(draft, when)
        if moment.moved is not None:
            draft.flag(status.original_flag(moment.moved))
            if moment.start is None:
                draft.evidence.pop("start", None)
        _background(scene, sentence, draft, name)
        place(scene, sentence, draft, moment, until)
        _lasting(scene, draft)
        drafts.append(draft)
    return drafts


def _told(title: str, moment: Occasion) -> list[Told]:
    days = days_told(moment.times)
    if not days:
        return [Told(title, moment.start, moment.end, moment.recurrence)]
    closes = moment.end if day_of(moment.end) in (days[0], days[-1]) else None
    return told_apart(title, days, moment.start, closes)


def _lasting(scene: Scene, draft: Draft) -> None:
    """«어린이 그림전 개막(2주간)»."""
    if draft.name is None or draft.end is not None or draft.day is None:
        return
    weeks = re.match(
        r"[^()\n]{0,6}\((\d{1,2}|한|두|세)\s?(주간|주|일간)\)", scene.text[draft.name.span[1] : draft.name.span[1] + 20]
    )
    if weeks:
        number = {"한": 1, "두": 2, "세": 3}.get(weeks[1]) or int(weeks[1])
        days = number * (1 if weeks[2] == "일간" else 7)
        draft.end = draft.day + timedelta(days=days - 1)
        draft.flag(f"duration:{weeks[1]}{weeks[2]}")


def note_time(draft: Draft, when: When) -> None:
    kept = draft.start, draft.end, draft.recurrence
    draft.set_time(when, f"prose:{when.rule or when.kind}")
    draft.start, draft.end, draft.recurrence = kept


def _background(scene: Scene, sentence: Sentence, draft: Draft, name: Name) -> None:
    earlier = EARLIER_EDITION.search(
        scene.text,
        sentence.start,
        max(sentence.start, draft.evidence["start"][0][0]) if "start" in draft.evidence else sentence.end,
    )
    long_ago = (
        scene.published is not None and draft.last_day is not None and scene.published - draft.last_day > LONG_AGO
    )
    gone = scene.published is not None and draft.last_day is not None and scene.published - draft.last_day > RECENT
    founded = gone and name.head in FOUNDED and PASSED.match(scene.text[name.span[1] :][:12]) is not None
    coming = scene.published is not None and draft.day is not None and draft.day >= scene.published
    if "start" in draft.evidence and SAME_DAY.match(scene.text, draft.evidence["start"][0][0]):
        earlier = None  # «협약에 앞서 이날 오전에는 품평회가 있었다»
    if (
        (name.head in FOUNDING and not name.quoted and not coming)
        or (earlier and not coming)
        or founded
        or (long_ago and scene.document.channel == "news")
    ):
        draft.role = "background"


# «조합 앞에서 모여 금광호수 둘레길을 걸었습니다»: where a visit sets out is not where it goes.
GATHER = re.compile(r"(?:에서|에)\s(?:다 같이\s)?(?:모여|모인|출발|버스|만나|집결|떠나|차를)")
VISITS = frozenset(("견학", "탐방", "답사", "나들이", "소풍", "여행", "산행", "등반", "야유회", "투어", "현장방문"))


def place(scene: Scene, sentence: Sentence, draft: Draft, moment: Occasion, until: int) -> None:
    span = venues.moved_to(scene, sentence) or venues.moved_behind(scene, sentence)
    listed = until < sentence.end and draft.name is not None and draft.name.span[0] >= until
    span = span or (venues.element(scene, moment.spans[-1][1], until) if listed else None)
    span = span or venues.venue_near(scene, sentence, moment.spans[0][1], until)
    if span is None and until < sentence.end:
        comma = scene.text.find(",", moment.spans[0][1], until)
        span = venues.between(scene, moment.spans[0][1], comma) if comma > 0 else None
    if span is None and draft.name is not None and draft.name.span[0] > moment.spans[-1][1]:
        span = venues.between(scene, moment.spans[-1][1], draft.name.span[0])
    if span is None:
        span = venues.element(scene, moment.spans[-1][1], until)
    if draft.name is not None and draft.name.head in VISITS:
        gathers = span is None or GATHER.match(scene.text, span[1]) is not None
        span = (venues.visited(scene, sentence) or (None if gathers else span)) if gathers else span
    if span is not None and not (draft.name and draft.name.span[0] <= span[0] < draft.name.span[1]):
        draft.venue = scene.text[slice(*span)]
        draft.note("venue", span, "에서")
