"""Officials whom a notice on a board quotes: a name, then the office with what it is for («나인영 복지교육국장»)."""

from __future__ import annotations

from collections.abc import Iterator

from pipelines.korean.common_words import is_common_word
from pipelines.korean.cued import Cued
from pipelines.korean.names import is_region
from pipelines.korean.person_words import NAME, ROLE_WORDS, SURNAMES, is_name

Hit = tuple[int, int, str, str]  # start, end, type, rule

_OFFICES = (
    "국장|과장|실장|소장|처장|센터장|위원장|이사장|조합장|단장|본부장|부구청장|구청장|부시장|시장|부군수|군수|의장|회장|지부장|"
    "지회장|대표|원장|관장|계장|면장|읍장|동장|권사|집사|장로"
)
_QUOTED = Cued(
    rf"(?m)(?:^[^\w\n]{{0,6}}|[.!?”\"’][ ]|\()({NAME})[ ](?:[가-힣]{{2,10}}[ ]?)?(?:{_OFFICES})(?=[은는이가도께]|\)|$)",
    cues=rf"(?:{_OFFICES})(?:[은는이가도께)\n]|$)",
)
_SPACED = Cued(  # «이 사 장   민 가 람 (직인생략)»
    rf"(?m)[장표사무]([ ]{{1,6}})([{SURNAMES}][ ]{{1,3}}[가-힣][ ]{{1,3}}[가-힣])[^\S\n]*"
    r"(?=\(|올림|드림|배상|\[|$|직인)",
    cues=r"[ ][가-힣][ ]{1,3}[가-힣][^\S\n]*(?:\(|올림|드림|배상|\[|$|\n|직인)",
)


def find_officials(text: str) -> Iterator[Hit]:
    """Names that open a sentence or a bracket before an office. A surname may begin a word too: «경기도 경제국장은»."""
    for m in _QUOTED.finditer(text):
        word = m[1]
        word_alone = is_region(word) or is_common_word(word) or ROLE_WORDS.search(word) is not None
        if is_name(word, sure=False) and not word_alone:
            yield m.start(1), m.end(1), "person_name", "official"
    for m in _SPACED.finditer(text):
        if is_name(m[2].replace(" ", ""), sure=False):
            yield m.start(2), m.end(2), "person_name", "official:spaced"
