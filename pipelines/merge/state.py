"""At which point of an event's life a text stands: ahead of it, moved, cancelled, or after it.

A new statement on the same event (postponed, called off, held) is a new story about the same event;
a reprint of the old one is not. What a text only reckons with («비가 오면 미룬다») does not count.
"""

from __future__ import annotations

import re
from datetime import date

from pipelines.merge.clean import sentences
from pipelines.merge.days import Mention

CANCELLED = re.compile(
    r"취소(?!선|하기 어|하려|할 수|해 주|하고|표)|열지 않기로|무산(?!소)|못 (?:연다|열게|여는)|중단하기로|개최하지 않|"
    r"(?:려던|(?:예정|계획)이던|기로\s?(?:했던|한))[^\n.]{0,60}(?:거뒀|거두기로|접었|접기로|접는다|않는다)"
)
# «옮긴다», «바뀌었다» say so only of a place or a time; «미뤄졌다», «순연» need no such word beside them.
_PUT_OFF = (
    r"순연|미뤄|미룬|미뤘|미루|밀렸|밀린|밀려|늦[춘췄춥춰]|늦추|앞당|"
    r"연기(?=[된됐됩되돼하한했해합]|\s?(?:결정|공지|안내|키로)|$|[…\s.,’”])"
)
# «자리로 바뀌었다» turns something into a place; «자리가 바뀌었다» moves it.
_WHAT = r"(?:장소|자리|무대|날짜|일정|일시|시간|시각|개최지|행사장)(?!로|으로)"
_CHANGED = r"(?:변경|바뀌|바뀐|바꾸|바꿔|바꾼|바꿨|바뀝|옮[기겨긴겼])"
_MARKED = r"\[(?:변경|정정|연기|일정변경|장소변경)|바뀐 (?:것은 )?(?:일시|날짜|장소|시간)|새 날짜"
_ELSEWHERE = r"(?:으로|로) (?:자리를 )?옮[긴겨겼]|대신[^\n.]{0,20}(?:에서|서)$"
MOVED = re.compile(rf"{_PUT_OFF}|{_WHAT}[^\n.]{{0,30}}{_CHANGED}|{_MARKED}|{_ELSEWHERE}")
CONDITION = re.compile(r"(?:[가-힣]면|우천\s?시|경우|때는|따라서는|수 있)[\s,]")
AHEAD = re.compile(
    r"연다|열린다|엽니다|열립니다|개최한다|개최합니다|운영한다|마련한다|치른다|이어진다|개막한다|"
    r"모집|받는다|찾는다|예정|계획이다|선착순|신청|소집|앞두|나선다|참여할"
)
REPORT = re.compile(
    r"열렸|열었|개최했|개최됐|가졌다|성료|성황|마쳤|마무리|막을 내렸|다녀갔|다녀가|거뒀|맺었|치렀|진행했|"
    r"수료식을|뽑혔|수상|전달했|보냈|참석했|참가했|모였다|이었다\.|북적였|완판|동났|끝났"
)
DONE_ON = re.compile(r"지난\s?(?:\d{1,2}월\s?)?\d{1,2}일[^\n.]{0,160}[했됐였었았렸졌섰]다")
"""«지난 8일 … 출범했다»: what was done on a day of its own, under whatever verb."""
HOURS_KEPT = re.compile(
    r"(?:시간|시각)[은도과이]?(?=\s)[^\n.]{0,40}(?:그대로|같[다고은으]|동일|변[동경함화]\s?(?:은\s)?없)|날짜만\s[^\n.]{0,20}(?:바[뀌꾸뀐꿔]|변경|옮)"
)
SAID_ON = re.compile(r"(?:밝혔|전했|말했|알렸|발표했|공고했|시작했)다")
LEAD = 3


def state_of(title: str, text: str, days: list[Mention], published: date | None) -> str | None:
    """ahead, moved, cancelled, report, or None where the text does not say."""
    lead = [title, *sentences(text)[:LEAD]]
    told = [s for s in lead if not CONDITION.search(s)]
    reported = any(REPORT.search(s) for s in lead[:2]) and _is_past(days, published)
    if not reported and any(CANCELLED.search(s) for s in told):
        return "cancelled"
    if not reported and any(MOVED.search(s) for s in told):
        return "moved"
    if reported or any(DONE_ON.search(s) and not SAID_ON.search(s) for s in lead):
        return "report"
    return "ahead" if any(AHEAD.search(s) for s in lead) else None


def keeps_hours(text: str) -> bool:
    """Whether a text on a change says that the hours stay: «장소와 시간은 그대로다»."""
    return HOURS_KEPT.search(text) is not None


def _is_past(days: list[Mention], published: date | None) -> bool:
    """Whether the first day the text names can have come already."""
    first = next((m for m in days if not m.said), None)
    return published is None or first is None or min(first.options) <= published
