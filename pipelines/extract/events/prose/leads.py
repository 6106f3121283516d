"""What a day is of by the layout: the heading above its line, the words before its colon, the sentence behind it."""

from __future__ import annotations

import re

from pipelines.extract.events.days.occasions import Occasion
from pipelines.extract.events.fields.labels import BULLETED, labelled
from pipelines.extract.events.names.rownames import close_up
from pipelines.extract.events.prose.openings import ahead
from pipelines.extract.events.scene import Scene, Sentence, has_clock, names_day
from pipelines.extract.events.words.alone import YARDS
from pipelines.extract.events.words.heads import CALL_HEADS
from pipelines.extract.events.words.titles import Name, find_names, head_of, tidy
from pipelines.korean.marks import NUMBERED


def heading_above(scene: Scene, sentence: Sentence, moment: Occasion) -> Name | None:
    """«나. 자활기업 창업교육(총 4회)» above «- 애초 6. 18. 개강에서 7. 2.(목)로 연기, …»: what a sub-item is of."""
    mark = BULLETED.match(scene.text, sentence.line.start)
    block = _block_above(scene, sentence, moment) if mark is None else None
    if block is not None:
        return block
    for line in (
        reversed(scene.lines_above(sentence.line.start, 3)) if mark is not None and names_day(moment.times[0]) else ()
    ):
        other = BULLETED.match(scene.text, line.start)
        if other is not None and mark is not None and other[0] == mark[0]:
            continue
        if other is None or LETTERED.match(other[0]) is None or scene.times_in(line.start, line.end):
            return None
        words = tidy(re.sub(r"\s?\([^()]*\)$", "", scene.text[other.end() : line.end]))
        head = head_of(words)
        at = scene.text.find(words, line.start)
        fits = head is not None and head not in CALL_HEADS and at >= 0 and len(words) <= 40
        return Name(words, (at, at + len(words)), head or "", True, False) if fits else None
    return None


# «◆ 갱년기 수다방» above «9/9(목), 9/23(목) 19:00»
BLOCK = re.compile(r"\s?[◆◇■□●○▶▷★☆◎❖✿♣▣]\s?(?P<what>[^\n:：]{3,30})$")


def _block_above(scene: Scene, sentence: Sentence, moment: Occasion) -> Name | None:
    """The heading right above a line without a mark that begins with its day."""
    line = next(iter(scene.lines_above(sentence.line.start, 1)), None)
    leads = moment.at - sentence.line.start <= 1 and names_day(moment.times[0]) and has_clock(moment.start)
    match = BLOCK.match(scene.text, line.start, line.end) if line is not None and leads else None
    if match is None or scene.times_in(*match.span()) or labelled(match["what"]) or NO_LEAD.search(match["what"]):
        return None
    return Name(tidy(match["what"]), match.span("what"), head_of(match["what"]) or "", True, False)


LETTERED = re.compile(rf"[가나다라마바사아자차]\.|\d{{1,2}}[.)]|[{NUMBERED}]")
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


def named_behind(scene: Scene, sentence: Sentence, moment: Occasion) -> Name | None:
    """«· 21일 오후 2~5시, 지원센터 품다. ‘왜 멈췄나’ 긴급 좌담.»: an item of a list that tells its day first."""
    line = sentence.line
    leads = moment.at - line.start <= LEADS and sentence.start == line.start and BULLETED.match(scene.text, line.start)
    at = scene.number_of(sentence) + 1
    following = scene.sentences[at] if leads and at < len(scene.sentences) else None
    if following is None or following.line is not line or following.times or not has_clock(moment.start):
        return None
    names = find_names(scene.text, following.start, following.end)
    return next((n for n in names if n.head not in CALL_HEADS and (n.quoted or not n.weak)), None)


LEADS = 4
"""Characters of a bullet in front of a day."""
