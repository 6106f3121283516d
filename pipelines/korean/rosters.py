"""Rosters of a board: who stands beside a day, a team, an age, an office or a gift, without a label for each.

«이사장에 함도진, 감사에 길아진을 뽑았습니다», «3월 5일 옥진아» line by line, «1조 옥진아 길아진», «옥진아(62세)»,
«후원해 주신 분: 옥진아 3만 원». Such places hold other things as well, so each needs a name by its syllables, and a
list needs two of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipelines.korean.alternatives import together
from pipelines.korean.common_words import is_common
from pipelines.korean.cued import Cued
from pipelines.korean.names import is_region
from pipelines.korean.person_words import NAME, TITLES, is_name, taken_for_names
from pipelines.korean.wordlist import read_words

Hit = tuple[int, int, str, str]  # start, end, type, rule

_DRAWN_OUT = (
    "감사",
    "서기",
    "총무",
    "간사",
    "이사",
    "회장",
    "위원",
    "의장",
    "대표",
    "기록",
    "작성",
    "참석",
    "불참",
    "성명",
    "이름",
    "강사",
)
_OFFICES = together("|".join(word for word in read_words("held_roles") if word not in ("주민", "회원", "조합원")))
_PERSON = rf"(?P<who>{NAME})(?:님|씨|[ ](?:{TITLES}))?"

_CHOSEN = Cued(  # «이사장에 함도진, 부이사장에 옥진아, 감사에는 길아진을 뽑았다»
    rf"(?:{_OFFICES})(?:에|에는|엔|으로|로|로는|으로는)[ ]{_PERSON}"
    rf"(?=[ ]?(?:[,·)]|$)|[이가을를][ ]|(?:님|씨)(?:[이가을를][ ])|[ ](?:{TITLES}))",
    cues=rf"(?:{_OFFICES})(?:에|에는|엔|으로|로|로는|으로는)[ ]",
)
_CHOOSES = Cued("뽑|선출|선임|추대|위촉|임명|취임|맡")
_AGED = Cued(  # «옥진아(62)», «옥진아 (대표, 62세)», «옥진아(총무)»
    rf"(?<![가-힣A-Za-z0-9*])(?P<who>{NAME})[ ]?\((?:만[ ]?)?(?:\d{{2}}(?:세|살)?(?=[,·)])|(?:{_OFFICES})[,·/)])",
    cues=rf"\((?:만[ ]?)?(?:\d{{2}}(?:세|살)?[,·)]|(?:{_OFFICES})[,·/)])",
)


_RANKED = Cued(  # «기호 1번 변유솔, 기호 2번 길새온», «1등 …, 2등 …»
    rf"\d{{1,2}}(?:번|등|위)[ ](?P<who>{NAME})(?=[ ]?(?:[,·/(]|$|\n))", cues=r"\d(?:번|등|위)[ ]"
)
_POLLED = Cued(rf"(?<![가-힣])(?P<who>{NAME})[ ]\d{{1,4}}표", cues=r"\d표")  # «변유솔 32표, 길새온 21표»
_SPACED = Cued(  # «감 사  길새온», «서 기 : 도유나»: labels drawn out to one width
    rf"(?m)^[^\w\n]{{0,6}}(?:{'|'.join('[ ]{1,3}'.join(word) for word in _DRAWN_OUT)})"
    rf"[ ]{{0,4}}[:：|]?[ ]{{1,6}}(?P<who>{NAME})(?=[^\S\n]*(?:$|[(,]))",
    cues="|".join(gap.join(word) for word in _DRAWN_OUT for gap in (" ", "  ", "   ")),
)


def find_rosters(text: str) -> Iterator[Hit]:
    """Names that such places show, each once."""
    chosen = (_CHOSEN,) if _CHOOSES.may_fit(text) else ()
    for pattern in (*chosen, _AGED, _SPACED):
        for m in pattern.finditer(text):
            if _is_person(m["who"]):
                yield m.start("who"), m.end("who"), "person_name", "roster"
    ranked = [m.span("who") for pattern in (_RANKED, _POLLED) for m in pattern.finditer(text)]
    if len(ranked) > 1 and all(_is_person(text[start:end]) for start, end in ranked):
        for start, end in ranked:
            yield start, end, "person_name", "roster:rank"
    yield from _given(text)
    yield from _in_rows(text)


def _is_person(word: str) -> bool:
    return is_name(word, sure=False) and not is_common(word) and not is_region(word) and word not in taken_for_names()


# --- gifts ------------------------------------------------------------------------------------

_GIVERS = Cued(  # «후원: 옥진아 3만 원, …», «고마운 분들 - 옥진아 쌀 한 가마», «축하합니다! 옥진아, 길아진»
    r"(?m)^[^\w\n]{0,6}(?:[가-힣]{1,6}[ ]){0,2}?(?:(?:[가-힣]{1,3}해|도와|보내|보태|애써|챙겨)[ ]?주신|고마운|도우신|"
    r"애쓰신|후원|기부|기증|찬조|희사|봉헌|성금|당첨|축하합니다|축하드립니다|축하해요)[ ]?(?P<people>이|분|사람|자)?들?"
    r"(?:[ ]?명단)?[ ]?[!~:：\-–—|\])>]{0,2}[^\S\n]*\n?[ ]?(?P<said>[^\n]{3,300})",
    cues="후원|기부|기증|찬조|희사|봉헌|성금|고마운|애쓰신|도우신|주신|당첨|축하",
)
_PIECE = re.compile(r"[^,·ㆍ、/]+")
_FIRST = re.compile(rf"[ ]?(?P<who>{NAME})(?:님|씨|[ ](?:{TITLES}))?(?=[ ]|\(|[.!~]*$)")


def _given(text: str) -> Iterator[Hit]:
    for m in _GIVERS.finditer(text):
        firsts = [_FIRST.match(m["said"], *piece.span()) for piece in _PIECE.finditer(m["said"])]
        people = [f for f in firsts if f is not None and _is_person(f["who"])]
        if len(people) == 1 and (spaced := _RUN.match(m["said"], people[0].start("who"))) is not None:
            people = [n for n in re.finditer(rf"(?P<who>{NAME})", spaced[0]) if _is_person(n["who"])]
        for first in people if len(people) > (m["people"] is None) else ():
            yield m.start("said") + first.start("who"), m.start("said") + first.end("who"), "person_name", "roster:gift"


# --- rows -------------------------------------------------------------------------------------

_RUN = re.compile(rf"{NAME}(?:[ ]?[,·ㆍ、/][ ]?|[ ]){NAME}(?:(?:[ ]?[,·ㆍ、/][ ]?|[ ]){NAME})*(?![가-힣])")
_DATE = r"(?:\d{4}[-./년][ ]?)?\d{1,2}[ ]?[-./월][ ]?\d{1,2}[일.]?(?:[ ]?\(?[월화수목금토일](?:요일)?\)?)?"
_TEAM = (
    r"(?:제[ ]?)?\d{1,2}[ ]?(?:조|모둠|팀|구역|순위|번|호차)|[월화수목금토일]요일|(?:첫|둘|셋|넷)째[ ]?주|\d{1,2}[.)]"
)
_ROW = re.compile(  # a day, a team or a place in a queue, and nothing but names behind it
    rf"\n[^\w\n]{{0,4}}(?:{_DATE}|{_TEAM})[ ]?[:：\-–—|>]?[ ]{{0,3}}"
    rf"(?P<who>{NAME}(?:(?:[ ]?[,·ㆍ、/&][ ]?|[ ]){NAME}){{0,11}})(?:님|씨)?(?=[^\S\n]*(?:\n|\Z))"
)


def _in_rows(text: str) -> Iterator[Hit]:
    """«3월 5일 옥진아» above «3월 12일 길아진», «1조 옥진아 길아진»: two names at least, and none that is no name."""
    names = [
        (row.start("who") + name.start() - 1, row.start("who") + name.end() - 1)
        for row in _ROW.finditer(
            f"\n{text}"
        )  # a pattern that begins with one character is looked for at the speed of C
        for name in re.finditer(NAME, row["who"])
    ]
    if len(names) > 1 and _all_people([text[s:e] for s, e in names]):
        for start, end in names:
            yield start, end, "person_name", "roster:row"


def _all_people(words: Sequence[str]) -> bool:
    named = all(is_name(word, sure=True) and not is_region(word) for word in words)
    return named and sum(map(is_common, words)) * 4 <= len(words) and sum(map(_is_person, words)) * 2 > len(words)
