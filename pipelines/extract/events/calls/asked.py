"""Last days and windows that the rules of days leave alone or take for an occurrence, told here for what they are.

::

    «14일부터 23일까지 종이를 채워 담임 선생님께 내 주세요»          window     something is handed in
    «늦어도 30일에는 접수를 마칩니다», «26일 밤 10시에 신청 글을 닫아요»  deadline   an application ends
    «마감은 상영 전날 저녁 여섯 시», «접수는 13일 해 지기 전까지»        deadline
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipelines.extract.events.days.meant import next_month
from pipelines.extract.events.days.uses import Use
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.scene import Scene, at_clock, day_of, has_clock, is_dated, names_day
from pipelines.korean.cued import Cued
from store.records import Moment

_ASKED = Cued(
    r"(?:내|보내|적어|남겨|올려|넣어|채워|말씀해|알려|접어|써)\s?(?:내\s)?(?:주세요|주십시오|주시면|주셔요|주시기|주십사)|"
    r"(?:내시|보내시|적으시|남기시|올리시|넣으시|써\s?내|적어\s?내)(?:면|기)\s?(?:됩|돼|된|바랍)|"
    r"(?:내|보내|적|남기|올리|넣)으?면\s(?:됩|돼|된)"
)
_NOT_TO_JOIN = re.compile(
    r"위임장|의결서|회비|입금|반납|돌려|잔금|서명부|의견|보고서|못\s?오|어려우|바꾸|취소|환불|동의서|설문|성금|물품"
)
_FAR = 70
"""Characters from a window to what is asked."""
_APPLIES = r"(?:접수|신청|모집|예약|등록|원서|서류|이름)\s?(?:글|창구?|문|받기)?"
_CLOSES = re.compile(
    rf"(?:에|에는|에서)?\s(?:[가-힣]{{1,6}}\s)?{_APPLIES}(?:을|를|이|가|은|는)?\s"
    r"(?:마(?:친다|칩니다|치고|쳐요|칠|감한다|감합니다|감해요)|닫(?:는다|습니다|고|아요|을|힌다|힙니다)|끝(?:난다|납니다|나요|날))"
)
_UNTIL = re.compile(r"\s(?:해\s|날\s|문\s)?[가-힣]{1,4}기\s전까지")
_CLOSING = re.compile(r"마감(?:일|시한|시각)?(?:은|는|:|\s:)\s(?:[가-힣]{1,6}\s)?$")
_BEFORE = 14


def asked_for(scene: Scene, use: Use, drafts: list[Draft]) -> Use:
    """A time of no application, told as one where the words around it say so."""
    when = use.when
    if use.use not in ("none", "occurrence") or not is_dated(when) or _is_of_event(use, drafts):
        return use
    if when.kind == "range":
        return use._replace(use="window") if use.use == "none" and _hands_in(scene, use) else use
    if when.kind == "instant" and _ends(scene, use):
        last = _ahead(scene, when.start)
        return use._replace(when=replace(when, start=None, end=last, kind="deadline"), use="deadline")
    return use


def _is_of_event(use: Use, drafts: list[Draft]) -> bool:
    return any(use.when.span in d.evidence.get("start", ()) for d in drafts)


def _hands_in(scene: Scene, use: Use) -> bool:
    when = use.when
    if when.end is None or not names_day(when):
        return False
    asked = _ASKED.search(scene.text, when.span[1], min(use.sentence.end, when.span[1] + _FAR))
    return asked is not None and not _NOT_TO_JOIN.search(scene.text, use.sentence.start, asked.end())


def _ends(scene: Scene, use: Use) -> bool:
    (start, end), sentence = use.when.span, use.sentence
    if _CLOSES.match(scene.text, end, sentence.end):
        return True
    before = scene.text[max(sentence.start, start - _BEFORE) : start]
    if _CLOSING.search(before):
        return True
    applied = re.search(_APPLIES, scene.text[sentence.start : start])
    return applied is not None and _UNTIL.match(scene.text, end, sentence.end) is not None


def _ahead(scene: Scene, last: Moment | None) -> Moment | None:
    """A bare day that was taken for one behind: an application that is open ends ahead."""
    day, told = day_of(last), scene.published
    if day is None or told is None or day >= told:
        return last
    later = next_month(day)
    return at_clock(later, last) if later is not None and later >= told else last


_OF_LAST_DAY = re.compile(r"마감일\s?(?:은|에는)?\s?$|마지막\s?날(?:은|에는)?\s?$")
_ARRIVES = re.compile(r"\s?(?:도착|마감|소인)")


def hour_of_last_day(scene: Scene, use: Use, calls: list[Draft]) -> bool:
    """«마감일 오후 5시에 닫힌다», «마지막 날은 밤 아홉 시», «우편은 29일 18시 도착분까지»: of a day told before."""
    moment = use.when.end if use.when.start is None else use.when.start
    open_still = [d for d in calls if d.application_deadline is not None and not has_clock(d.application_deadline)]
    if not has_clock(moment) or not open_still or _is_of_event(use, calls):
        return False
    words = scene.text[max(use.sentence.start, use.when.span[0] - _BEFORE) : use.when.span[0]]
    last_day = _OF_LAST_DAY.search(words) or scene.text.startswith(("마지막 날", "마감일"), use.when.span[0])
    same = [d for d in open_still if day_of(d.application_deadline) == day_of(moment)]
    if not last_day and not (same and _ARRIVES.match(scene.text, use.when.span[1])):
        return False
    call = (same or open_still)[-1]
    day = day_of(call.application_deadline)
    assert day is not None
    call.application_deadline = at_clock(day, moment)
    call.end = call.application_deadline if call.call else call.end
    return True


_NOT_A_CALL = re.compile(r"의결서|돌려|환불|위임장|동의서|의견|입금|계약|제출한 서류|결과|발표|예산|대출|반납")
_APPLIED_FOR = re.compile(
    r"참가(?!비)|참여 신청|모집|공모|신청\s?(?:방법|기한)?\s?[:：]|신청서|지원서|이름을\s(?:올|적|남)|자리를\s(?:맡|잡)"
)
# «소집 통지는 24일까지 보낸다», «못 오시면 20일까지 알려 주세요»: nothing to apply for
_OWN_DUTY = Cued(
    r"(?:통지서?|통보|안내문|공고문|안건지|자료집|초대장)(?:는|은|을|를)\s(?:[가-힣]{1,5}\s)?$|"
    r"(?:못\s(?:오시|하시|가시)[가-힣]{0,3}|안\s맞[가-힣]{1,3})\s(?:[가-힣]{1,5}\s)?$"
)
_HOURS_AGO = re.compile(r"(?:시간|분)\s?전$")


def is_no_application(scene: Scene, use: Use, near: str) -> bool:
    """Whether a day is of something else: what the sender does till then, a proxy, money, hours ago."""
    if _HOURS_AGO.search(scene.text, *use.when.span):
        return True
    if use.use != "deadline":
        return False
    other = _NOT_A_CALL.search(near) and not _APPLIED_FOR.search(near)
    return bool(other) or _OWN_DUTY.search(scene.text, use.sentence.start, use.when.span[0]) is not None
