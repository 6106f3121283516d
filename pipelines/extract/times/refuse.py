"""What looks like a time and is none: rates, decimals, versions, laws, fractions, round-the-clock services.

REFUSALS is a table; each row names the thing, and gives patterns for the words before, the words themselves and the
words after. The grammar has already turned away figures with other units, phone numbers and addresses.
"""
# ruff: noqa: E501 — one row, one line

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from pipelines.extract.times.days import splits
from pipelines.extract.times.parts import Reading

REACH = 16
"""Characters looked at on each side."""


class Refusal(NamedTuple):
    name: str
    before: str  # must end where the words begin
    words: str  # must fit the whole expression
    after: str  # must begin where they end


REFUSALS = (
    Refusal("rate", "", r"1일", r"[ ]?(?:평균|최대|최소|매출|생산|이용|방문|처리|권|체험|찻집|카페|강좌|특강|교사|명예|[0-9,]{1,9}[ ]?(?:회|명|시간|건|잔|톤|만|천|원|식|곳|개|인))"),
    Refusal("rate", r"(?:하루|매출|생산)[ ]", r"1일", ""),
    Refusal("round the clock", "", r"(?:24|이십사)시", r"[ ]?(?:콜|편의점|상담|운영|영업|간병|무인|동물|약국|사우나|어린이집|돌봄|해장|응급|병원)"),
    Refusal("body or event named after a month", "", r"[1-9][0-2]?[ ]?월", r"[ ]?(?:단체|항쟁|정신|어머니|혁명|영령|문학|민중|광주|학기제|호\b)"),
    Refusal("version", r"(?:버전|버젼|[Vv]er\.?|\bv|[A-Za-z]{2,})[ ]?", r"[0-9]{1,2}[./][0-9]{1,2}\.?", ""),
    Refusal("version", "", r"[0-9]{1,2}\.[0-9]{1,2}\.?", r"[ ]?(?:버전|버젼|판\b|세대|[Vv]er|이상|이하|미만|초과|규모|지진|퍼센트|포인트|평균)"),
    Refusal("mean or share", r"(?:평점|평균|평점은|비율|지수|경쟁률|만족도|학점|지진|규모|약|총|무려|최대)[ ]?[은는이가:]?[ ]?", r"[0-9]{1,2}[./][0-9]{1,2}\.?", ""),
    Refusal("fraction", "", r"[1-9]/[1-9][0-9]?", r"(?:[ ]?(?:이상|이하|수준|가량|정도|만|로 줄|씩)|[의을를로은이가])"),
    Refusal("tomorrow as the future", "", r"내일", r"(?:의|을)[ ]"),
    Refusal("what one can pay or hand in", "", r"낼(?:[ ]?수)?", r"[ ]?(?:수[ ])?(?:있|없|밖에|도[ ])|[ ](?:필요|줄[ ]|돈|서류|것|때|사람|곳|분|계획|예정|방침|생각|만[ ])"),
    Refusal("what one can pay or hand in", r"[을를에][ ]", r"낼", r"[ ][가-힣]{1,6}(?:[을를이가은는]|로)(?![가-힣])"),  # «장터에 낼 빵을 굽는다»
    Refusal("a verb, where no hour and no meeting follows", "", r"낼", r"(?![ ]?(?:[0-9(]|오전|오후|아침|저녁|밤|점심|새벽|낮|까지|부터|은|도[ ]|뵙|봬|봐|만나|모[여이레]|[월화수목금토일]요일|[한두세네열][ ]?시|다섯|여섯|일곱|여덟|아홉|꼭|드디어|이[에예]|있|비|눈|시간|회의|모임|총회|행사|마감|\Z|[,.!~\n]))"),
    Refusal("school year or class", "", r"(?:19|20)[0-9]{2}년", r"(?:생|대|산|형|식)"),
    Refusal("length of time", "", r"(?!이번|지난|다음|올|금|내|차|[0-9]{1,2}일 )[0-9가-힣 ]{1,6}(?:년|달|주|일|간|시간|개월|흘|틀|새|루|름)", r"[ ]?(?:이내|이상|만에|넘게|넘도록|연속|째|내내|가까이|남짓|치(?![러르렀른를뤄뤘룰]))"),
    Refusal("length of time", "", r"[0-9]{1,2}(?:~[0-9]{1,2})?일", r"[ ]?(?:걸[리린렸]|소요|씩|이내|이상|만에|가량|남짓|연속)"),
    Refusal("to give out", "", r"내주", r"(?:는|기|고|며|면|러|도)"),
    Refusal("days a week", r"(?<![가-힣])주[ ]?", r"[1-7]일", ""),
    Refusal("days a week", "", r"[1-7]일", r"[ ]?(?:근무|출근제)"),
    Refusal("issue of a newspaper", "", r"[0-9]{1,2}일", r"[ ]?자[ ](?:[0-9]{1,2}면|신문|지면|기사|보도)"),
    Refusal("newspaper or firm", "", r"매일", r"(?:경제|신문|유업|우유|방송|일보|노동)"),
)  # fmt: skip

_COMPILED = tuple(
    (
        re.compile(rf"(?:{r.before})\Z") if r.before else None,
        re.compile(r.words),
        re.compile(r.after) if r.after else None,
    )
    for r in REFUSALS
)
_SUSPECT = re.compile("|".join(f"(?:{r.words})" for r in REFUSALS))

_CUE_BEFORE = re.compile(
    r"(?:일시|일자|날짜|기간|기한|접수|신청|모집|마감|발표|공고|면접|심사|예약|시작|종료|일정|개최|개강|행사일|운영|교육|공모|등록|예매|휴관|휴점|휴무|방학|시간|때|언제|장소)"
    r"(?:일|일시|기간|일자)?[ ]{0,3}[:)(은는\]\t]?[ ]{0,2}\Z|[(\[][ ]?~?[ ]?\Z|(?:->|[→⇒])[ ]?\Z"
)
_CUE_AFTER = re.compile(
    r"[ ]?(?:부터|까지|마감|개최|열|에[ ]|[)]|오전|오후|예정|정기|모임|접수|신청|예약|행사|교육|발표|시작|개강|개막|종강|출발|자정|정오|(?:두|세|네|[2-9])[ ]?(?:번|차례)|-{1,2}>|[→⇒])"
)


_BULLET = re.compile(r"(?:\A|\n)[ ]{0,4}(?:[^\w\n ][ ]{0,2})?\Z")
_MEETING = re.compile(
    r"[ ](?:[가-힣]{1,6}[ ]?){0,2}?"
    r"(?:총회|이사회|회의|모임|교육|강좌|강의|설명회|간담회|장터|행사|캠프|포럼|개소식|발표회|개강|견학|나들이|워크숍|잔치)"
)
"""«- 10/12 창립총회»: what a line of a list of dates goes on with."""

# «근무: 주 5일, 09:00~18:00»
_A_WEEK, _DAYS_A_WEEK = re.compile(r"(?<![가-힣])주[ ]?\Z"), re.compile(r"[1-7]일")


def is_refused(text: str, reading: Reading) -> bool:
    """True when the words, or the words around them, say that this is no time."""
    before, after = text[max(0, reading.start - REACH) : reading.start], text[reading.end : reading.end + REACH]
    words = text[reading.start : reading.end]
    if not _broken_stands(reading) or (_DAYS_A_WEEK.match(words) and _A_WEEK.search(before)):
        return True
    if len(words) > 14:
        return False
    if not _SUSPECT.fullmatch(words):
        return not _weak_date_stands(reading, before, words, after)
    for left, right in _refusals_of(words):
        if (left is None or left.search(before)) and (right is None or right.match(after)):
            return True
    return not _weak_date_stands(reading, before, words, after)


@lru_cache(maxsize=512)
def _refusals_of(words: str) -> tuple[tuple[re.Pattern[str] | None, re.Pattern[str] | None], ...]:
    """What must stand before and behind such words («1일», «3월», «내일») to refuse them."""
    return tuple((left, right) for left, middle, right in _COMPILED if middle.fullmatch(words))


def _broken_stands(reading: Reading) -> bool:
    """«315일» and «201711.15» are dates only with a side (지난), a weekday or a clock; eight figures in a row may stand."""
    day = reading.first.day if reading.first else None
    if day is None or day.written is None:
        return True
    if not splits(day.written):
        return False
    if day.direction or day.weekdays or day.year_shift is not None:
        return True
    clock = (reading.first and reading.first.clock) or (reading.last and reading.last.clock)
    return clock is not None or len(day.written.rstrip(".")) == 8


def _weak_date_stands(reading: Reading, before: str, words: str, after: str) -> bool:
    """«7.19~8.18», «10/21», «12.7.»: a date when its form or its company says so, otherwise a number."""
    day = reading.first.day if reading.first else None
    if day is None or not day.weak or reading.deadline or reading.cycle is not None:
        return True
    assert reading.first is not None
    company = (
        reading.first.clock or day.weekdays or day.year is not None or day.direction or day.month_shift is not None
    )
    if (
        company
        or (reading.last and reading.last.clock)
        or (reading.last and reading.last.day and reading.last.day.weekdays)
        or (reading.members and (reading.members[-1].clock or ((m := reading.members[-1].day) and m.weekdays)))
    ):
        return True
    if words.endswith("부터") or _CUE_BEFORE.search(before) or _CUE_AFTER.match(after):
        return True
    numbers = re.findall(r"[0-9]+", words)
    if reading.last is not None:
        if day.style == "slash" and len(numbers) == 4 and numbers[0] == numbers[2]:
            return True  # «11/8~11/11»: fractions would share what stands behind the stroke
        return any(int(n) > 12 for n in numbers[1::2]) or any(n[0] == "0" for n in numbers) or words.endswith(".")
    if day.style == "slash":
        return (day.day or 0) > 12 or bool(words[-1].isdigit() and _BULLET.search(before) and _MEETING.match(after))
    return words.endswith(".") and len(words) > 3 and not after[:1].strip()
