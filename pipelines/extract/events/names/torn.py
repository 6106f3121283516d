"""Words of the clause in front that look like the first of a name: «하기로 한 | 감자 심기», «19시에 | 두레 모임».

>>> is_torn("토요일에 하기로 한 감자 심기는", (9, 10)), is_torn("이웃과 한 모씩 심기", (4, 5))
(True, False)
>>> behind_particle("19시에 두레 모임", "에 두레 모임", (3, 10))
('두레 모임', (5, 10))
"""

from __future__ import annotations

import re

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
    if _NEVER_FIRST.fullmatch(first):
        return True
    before = text[max(0, word[0] - _LONGEST_BEFORE) : word[0]]
    return any(own.fullmatch(first) and front.search(before) for own, front in _AFTER)


def behind_particle(text: str, words: str, span: SpanPair) -> tuple[str, SpanPair]:
    """The words without the particle that hangs on what stands in front of them."""
    glued = 0 < span[0] < span[1] and (text[span[0] - 1].isalnum() or text[span[0] - 1] in ")’”")
    particle = _PARTICLE.match(words) if glued else None
    return (words[particle.end() :], (span[0] + particle.end(), span[1])) if particle is not None else (words, span)
