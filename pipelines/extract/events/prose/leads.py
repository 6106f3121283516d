"""What a day is of by the layout: the heading above its line, the words before its colon, the sentence behind it."""

from __future__ import annotations

import re

from pipelines.extract.events.days.occasions import Occasion
from pipelines.extract.events.fields.labels import BULLETED, labelled
from pipelines.extract.events.names.rownames import close_up
from pipelines.extract.events.prose.openings import ahead
from pipelines.extract.events.scene import Scene, has_clock, names_day
from pipelines.extract.events.words.alone import YARDS
from pipelines.extract.events.words.heads import CALL_HEADS
from pipelines.extract.events.words.titles import Name, head_of, tidy

# «- 책모임 : 5월은 쉽니다. 6월 4일(화) 19시에 다시 만나요»
ITEM_LEAD = re.compile(r"(?P<what>[가-힣A-Za-z0-9 ·‘’“”]{2,20}?)\s?[:：]\s")


NO_LEAD = re.compile(
    r"문의|신청|접수|마감|영업|운영|상담|전화|시간|일시|기간|장소|회비|발표|결과|배포|보도|모집|출발|제출|기한|의결|찾는|배송|수령|입금|납부"
)


# «가. 여름 독서학교 개설의 건: 원안 가결. 7월 24일(월)~28일(금) …»
AGENDA = re.compile(r"\s(?:개설|개최|운영|실시|추진|진행|시행)의\s건$")
# «9월 21일(토) 전의면 배밭 일손 돕기. 조합원 18명이 하루에 240상자를 땄습니다»
DAY_FIRST = re.compile(r"[ ,:]{1,2}(?P<what>[가-힣A-Za-z0-9·]{2,12}(?:\s[가-힣A-Za-z0-9·]{1,10}){1,4})\.(?=\s)")


def day_first(scene: Scene, moment: Occasion) -> Name | None:
    """What stands behind the day that a line begins with, where that is all of its sentence."""
    line = scene.line_at(moment.at)
    if line is None or moment.at - line.start > LEADS or not names_day(moment.times[0]):
        return None
    match = DAY_FIRST.match(scene.text, moment.times[-1].span[1], line.end)
    words = match["what"] if match is not None else ""
    head = head_of(words) if words else None
    named = words.endswith("기") or (head is not None and head not in CALL_HEADS and head not in YARDS)
    if match is None or not named:
        return None
    return Name(words, match.span("what"), head or "", False, False)


def item_lead(scene: Scene, moment: Occasion) -> Name | None:
    """What an item of a list says in front of its colon, where its times name nothing else."""
    line = scene.line_at(moment.at)
    mark = BULLETED.match(scene.text, line.start) if line is not None else None
    lead = ITEM_LEAD.match(scene.text, mark.end(), moment.at) if mark is not None else None
    what = AGENDA.sub("", close_up(lead["what"])) if lead is not None else ""
    if lead is None or not names_day(moment.times[0]) or labelled(lead[0]) or not ahead(scene, moment):
        return None
    head = head_of(what)
    told = lead.end() == moment.at and has_clock(moment.start) and NO_LEAD.search(lead["what"]) is None
    if head is None and told:  # «* 새 조합원 만남의 날 : 매달 둘째 화요일 오전 10시 30분»
        return Name(tidy(what), lead.span("what"), "", True, False)
    return None if head is None or head in CALL_HEADS else Name(tidy(what), lead.span("what"), head, True, False)


LEADS = 4
"""Characters of a bullet in front of a day."""
