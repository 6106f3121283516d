"""Who signs: «토마토 올림», «이사장 계민성 드림», «방유라 (인)», and what only looks so.

Bodies sign as well («두레생협 산본매장 드림»), and 드림 and 올림 are verbs («도장 찍어 드림», «15만원으로 올림»).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipelines.korean.common_words import is_common, is_common_word, is_frequent
from pipelines.korean.cued import Cued
from pipelines.korean.person_words import (
    PLACES,
    is_given,
    is_name,
    is_rarer_name,
    made_of_nicknames,
    nick_or_name,
    taken_for_names,
)
from pipelines.korean.verbs import infinitive
from pipelines.korean.wordlist import read_words

Hit = tuple[int, int, str, str]  # start, end, type, rule

_SIGNS = "올림|드림|배상|씀|적음|拜上|두 손 모음"
_SIGNED = Cued(
    rf"(?<![가-힣A-Za-z0-9*])([가-힣A-Za-z][가-힣A-Za-z0-9]{{1,7}})[ ]{{0,3}}(?:{_SIGNS})(?![가-힣])", cues=_SIGNS
)
_SEALED = Cued(  # «서명 이사장 계민성 (인)», «의장 방유라(서명)»
    r"(?<![가-힣])(?P<who>[가-힣]{3,4})[ ]{0,3}(?:\([ ]?(?:인|서명|날인|印|직인|서명 ?생략|직인 ?생략)[ ]?\)|㊞)",
    cues=r"\([ ]?(?:인|서명|날인|印|직인)|㊞",
)
_LINE_END = re.compile(r"[^\S\n]*[.~^!♡♥]{0,3}[^\S\n]*(?:\n|\Z)")  # «토마토 올림» ends the post
_RAISED = re.compile(r"(?:으로|[가-힣]을|[가-힣]를|까지|에서|만원|천원|알려|돌려|들려|챙겨|보내|[가-힣]{2}에|갖다)$")
"""«회비를 … 15만원으로 올림», «알려 드림»: no signature"""
_PLACE = re.compile(rf"(?:{PLACES})$")
_DONE = "려내겨줘워와해서여쳐켜눠봐어아라"
"""How a verb ends before 드림 where it is written in one («돌려드림»)."""


def find_signatures(text: str) -> Iterator[Hit]:
    """Those who sign a post, each place once."""
    for m in _SIGNED.finditer(text):
        nobody = _RAISED.search(m[1]) or m[1].endswith("들") or _is_done(m)  # «센터 일꾼들 올림»
        if nobody or _is_body(text, m[1]):
            continue
        called = m[1] in taken_for_names()
        plain = len(m[1]) == 3 and ((is_frequent(m[1]) and not called) or not _LINE_END.match(text, m.end()))
        believed = is_name(m[1], sure=True) or is_rarer_name(m[1])
        if believed if plain else nick_or_name(m[1], ""):
            named = believed and not called and _is_full_name(m[1])
            yield m.start(1), m.end(1), "person_name" if named else "nickname", "signature"
    for m in _SEALED.finditer(text):
        if (is_name(m["who"], sure=True) and not is_common(m["who"])) or is_rarer_name(m["who"]):
            yield m.start("who"), m.end("who"), "person_name", "signature:seal"


def _is_full_name(word: str) -> bool:
    """«구름빵» and «호빵맨» begin with a surname and are what someone is called."""
    given = any(is_given(syllable) for syllable in word[1:])
    return is_name(word, sure=False) or is_rarer_name(word) or (given and not made_of_nicknames(word))


def _is_done(signed: re.Match[str]) -> bool:
    """«문자 드림», «돌려드림», «도장 찍어 드림»: what is given, or done for someone, and nobody who signs."""
    word, glued = signed[1], signed[0][len(signed[1])] != " "
    if len(re.findall("드림|올림", _line(signed))) > 1:  # «쿠폰 드림, 상품권 드림»
        return True
    alone = not signed.string[signed.string.rfind("\n", 0, signed.start()) + 1 : signed.start()].strip()
    if not alone and (word in _favours() or word.endswith("해")):
        return True
    plain = is_common_word(word) or (is_common(word) and not alone)
    plain = plain and not (word in taken_for_names() and alone)  # «점심 국수 드림»
    return (plain and (glued or len(word) == 2 or not alone)) or (glued and word[-1] in _DONE)


def _line(m: re.Match[str]) -> str:
    end = m.string.find("\n", m.end())
    return m.string[m.string.rfind("\n", 0, m.start()) + 1 : end if end >= 0 else len(m.string)]


@cache
def _favours() -> frozenset[str]:
    """찍어, 나눠, 실어다: what is done for someone, as it stands before 드림."""
    forms = [infinitive(stem) for stem in read_words("favours")]
    return frozenset([*forms, *(f"{form}다" for form in forms)])


def _is_body(text: str, word: str) -> bool:
    """«산본매장 드림»; «마을기업 솔뫼장독 영농조합법인», and «솔뫼장독 올림» below: a body signs."""
    if _PLACE.search(word) and word not in taken_for_names():
        return True
    return re.search(rf"{word}[ ]?(?:영농조합|농업회사|사회적협동|협동조합|생협|마을기업|주식회사)", text) is not None
