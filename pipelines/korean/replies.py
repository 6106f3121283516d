"""Replies pasted at the foot of a post: a block of «who : what they say», whatever mark stands before each.

«ㅡ 초록대문: 헐 저도 똑같은 거 왔어요», «RE: 곱창집사장 ― 저도 받음», «양념반 :» above what was said. In a block that
ends the post anybody may stand before the colon, so an everyday word is believed there; one field of a notice
(«- 장소 : …») among the lines makes it a list of fields, and nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipelines.korean.person_words import nick_or_name

Hit = tuple[int, int, str, str]  # start, end, type, rule

_WHO = r"[가-힣A-Za-z0-9_]{2,8}"
_LINE = re.compile(
    r"[^\S\n]{0,8}(?P<mark>(?:RE|Re|re)[:.]?[ ]?|[ㅡㄴㅇ][ ]|[^\w\s][^\S\n]{0,2}|Q[.)]?[ ])?"
    rf"(?P<who>{_WHO})(?:님)?[ ]?(?:\([^)\n]{{0,30}}\)[ ]?)?(?:[:：―]|[-–—ㅡ](?=[ ]))[ ]?(?P<said>[^\n]{{2,400}})"
)
_ALONE = re.compile(rf"(?m)^[^\S\n]{{0,4}}(?P<who>{_WHO})[ ]?[:：][^\S\n]*\n(?=[^\n]{{4}})")
_ANSWERS = re.compile(r"(?:RE|Re|re)|[ㄴ└┗↳⤷╰┖]")
"""Marks that nothing but a reply bears."""
_TALK = re.compile(
    r"(?:[요죠네까니래]|[음슴됨함감옴임]|[ㅋㅎㅠㅜㅇ~!?^♥]|[가-힣]다|\.\.|[가-힣]게)[.)~!]{0,3}[^\S\n]*$"
)
_SOUNDS = re.compile(r"ㅋㅋ|ㅎㅎ|ㅠ|ㅜㅜ|저도|저는|저희|제가|헐|우리 |감사|[요죠][.!~?]")
_FIELD = re.compile(
    r"(?:언제|어디서|누가|무엇|어떻게|얼마|때|곳|날|대상|방법|기간|장소|일시|시간|비용|회비|값|문의|신청|접수|내용|주제|인원|정원|강사|준비물|입금|계좌|주최|주관|후원|안건|"
    r"자격|혜택|지원|제출|서류|일정|순서|차례|분야|상금|참가비|수강료|교육|보고|기타|의결|결과)$"
)
_MOST_LINES = 40


def find_replies(text: str) -> Iterator[Hit]:
    """Who speaks in the replies below a post, each place once."""
    yield from _at_foot(text)
    heads = list(_ALONE.finditer(text))
    if len(heads) > 1 and not any(_FIELD.search(m["who"]) for m in heads):
        yield from _people(heads)


def _at_foot(text: str) -> Iterator[Hit]:
    """The lines that end the post, while each is someone and what they say."""
    run: list[re.Match[str]] = []
    end = len(text)
    while end > 0 and len(run) < _MOST_LINES:
        start = text.rfind("\n", 0, end) + 1
        line = _LINE.fullmatch(text, start, end)
        if line is None and text[start:end].strip():
            break
        run += [line] if line is not None else []
        end = start - 1
    if _is_talk(run):
        yield from _people(run[::-1])


def _is_talk(run: Sequence[re.Match[str]]) -> bool:
    """Two lines or a mark of replies, no field among them, and most sound like talk."""
    if not run or any(_FIELD.search(m["who"]) for m in run):
        return False
    answers = all(m["mark"] and _ANSWERS.match(m["mark"]) for m in run)
    talk = [m for m in run if _TALK.search(m["said"]) or _SOUNDS.search(m["said"])]
    return (answers or len(run) > 1) and len(talk) * 2 > len(run) and any(_SOUNDS.search(m["said"]) for m in talk)


def _people(found: Sequence[re.Match[str]]) -> Iterator[Hit]:
    for m in found:
        kind = nick_or_name(m["who"], "reply")
        if kind is not None:
            yield m.start("who"), m.end("who"), *kind
