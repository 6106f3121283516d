"""What a clause left at the ends of a name: «하기로 한 | 감자 심기», «19시에 | 두레 모임», «두레 학교 | 함께할 분».

>>> is_torn("토요일에 하기로 한 감자 심기는", (9, 10)), is_torn("이웃과 한 모씩 심기", (4, 5))
(True, False)
>>> behind_particle("19시에 두레 모임", "에 두레 모임", (3, 10))
('두레 모임', (5, 10))
"""

from __future__ import annotations

import re

from pipelines.extract.events.words.namewords import has_own_words, is_left
from pipelines.extract.events.words.titles import head_of
from store.records import SpanPair

# «아울러 6월 이사회», «게 이기는 것이», «들어오는 곳 박람회 누리집», «담날 말고 낼 장터»
_NEVER_FIRST = re.compile(r"아울러|그라고|그리고|그러려면|아니라|끝나고|것이|것은|것을|게|곳|데|줄|낼|담날")
# «하기로 한», «조례를 놓고»
_AFTER = (
    (re.compile(r"(?:한|했던)"), re.compile(r"기로\s$")),
    (re.compile(r"(?:놓고|두고)"), re.compile(r"[을를]\s$")),
)
_LONGEST_BEFORE = 6
# «19시에 두레 모임», «11일은 칼 가는 날»
_PARTICLE = re.compile(r"(?:에서|에는|에|은|는|을|를|이|가|엔|의|부터|까지)\s+(?=\S\S)")


def is_torn(text: str, word: SpanPair) -> bool:
    """Whether a word belongs to what stands in front of it."""
    first = text[slice(*word)]
    if _NEVER_FIRST.fullmatch(first) or is_left(first) or has_own_words(first, text[max(0, word[0] - 8) : word[0]]):
        return True
    before = text[max(0, word[0] - _LONGEST_BEFORE) : word[0]]
    return any(own.fullmatch(first) and front.search(before) for own, front in _AFTER)


def behind_particle(text: str, words: str, span: SpanPair) -> tuple[str, SpanPair]:
    """The words without the particle that hangs on what stands in front of them."""
    glued = 0 < span[0] < span[1] and (text[span[0] - 1].isalnum() or text[span[0] - 1] in ")’”")
    particle = _PARTICLE.match(words) if glued else None
    return (words[particle.end() :], (span[0] + particle.end(), span[1])) if particle is not None else (words, span)


# «4호기 시민 출자(를 받습니다)», «햇살어린이집 (새 식구 찾기 나서)», «첫걸음 학교 (함께할 분)»
_SOUGHT = re.compile(
    r"(?:[을를]?\s(?:받|모집합|찾|구합)[가-힣]*니다|\s(?:새\s)?식구\s[^,]{1,12}|\s[가-힣]{2,5}\s\d{1,3}\s?명|\s(?:함께|같이)\s?할\s(?:분|사람|이웃)|\s(?:추가\s?)?모집(?:\s공고)?)$"
)
_WHOM = re.compile(
    r"[을할될실릴줄갈올낼꾸]\s(?:[가-힣]{1,3}\s)?(?:분|사람|이웃|곳|팀|단체|기업|조직|농가|동네|가구|손)$"
)


def without_sought(words: str) -> str:
    """What a call is for, without whom it seeks; nothing where it says no more than that («차를 몰아 주실 분»)."""
    left = _SOUGHT.sub("", words)
    return "" if _WHOM.search(left) else left


CALLS = re.compile(r"\s?(?:추가\s?|공개\s?|참여\s단체\s|참여\s기업\s|참가자\s)?(?:모집|공모|접수|신청)$")
_CLAUSE_IN_FRONT = re.compile(r"(?:꼭|먼저|미리|반드시|가장)\s(?:[가-힣]+\s){0,3}?(?=(?P<head>[가-힣]+)$)")


def without_call(title: str) -> str:
    """«운영팀 모집» → 운영팀."""
    return CALLS.sub("", title)


def without_clause(title: str) -> str:
    """«먼저 들어야 하는 교육», «꼭 오셔야 하는 자리»: who must come is no part of a name."""
    clause = _CLAUSE_IN_FRONT.match(title)
    return title if clause is None or head_of(clause["head"]) != clause["head"] else clause["head"]
