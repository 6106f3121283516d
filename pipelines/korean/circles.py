"""People whom a chatty post takes for known: «살구랑 달팽이가 챙겨 와서», «사진은 …가 찍었는데», «… 수고했어».

Such a post introduces nobody. A word that neighbours are called by is someone where it does what only people do, is
thanked, or has a turn; beasts and vegetables do none of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipelines.korean.common_words import is_common_word, is_frequent
from pipelines.korean.cued import Cued
from pipelines.korean.names import is_region
from pipelines.korean.person_words import NOT_NIM, is_nobody, made_of_nicknames, nick_or_name, taken_for_names

Hit = tuple[int, int, str, str]  # start, end, type, rule

_WHO = r"[가-힣]{2,6}"
_DOES = (
    r"(?:챙겨|찍었|찍어|찍은|찍고|맡[았아기은]|도와|데려|데리고|들고[ ]?와|들려[ ]?주|불러|가르쳐|"
    r"알려|준비|빨아|만들어|만든|구워|끓여|써[ ]?[주줬]|적어|적었|그려|그린|읽어|나눠[ ]?[주줬]|이야기|얘기|말해|말했|"
    r"말씀|웃|울었|운전|진행|노래|다녀|한턱|쏘|쐈)"
)
_ACTS = Cued(
    rf"(?<![가-힣])(?:(?P<with>{_WHO}?)님?(?:이랑|랑|하고|와|과)[ ])?(?P<who>{_WHO}?)(?:님|네)?(?:이가|가|이)[ ]"
    rf"(?:[가-힣]{{1,5}}[ ]){{0,3}}?{_DOES}",
    cues=_DOES,
)
_THANKED = Cued(
    rf"(?<![가-힣])(?P<who>{_WHO}?)(?:님|야|아)?,?[ ](?:(?:정말|너무|진짜|오늘)[ ])?"
    r"(?:수고했|수고하셨|수고 많|고생했|고생하셨|고생 많|고마워|고맙|축하해|축하드)"
)
_SAID = Cued(
    rf"(?<![가-힣])(?P<who>{_WHO}?)님?[은는][ ](?:[가-힣]{{1,5}}[ ]){{0,2}}?(?:말했|말하|말씀|물었|웃었|대답했)",
    cues="말했|말하|말씀|물었|웃었|대답했",
)
_TURN = Cued(
    rf"(?:이번|다음|다다음|첫째|둘째|셋째|넷째)[ ](?:주|달)(?:는|엔|에는|가|은)?[ ](?P<who>{_WHO}?)(?:님|가|이)?"
    r"(?=[,.)!~\n]|예요|이에요|입니다|[ ]차례|$)"
)
_BODY = re.compile(r"(?:기업|조합|단체|업체|카페|가게|식당|공방|책방|밴드|극단|농원|농장|상점|모임|팀)[ ][‘'“\"]?\Z")
"""«사회적기업 나무…이 도와»: what follows is its name."""


def find_circle(text: str) -> Iterator[Hit]:
    """Nicknames that nothing but what is said of them shows, each place once."""
    for m in (*_ACTS.finditer(text), *_SAID.finditer(text), *_TURN.finditer(text)):
        for group in ("with", "who") if m.re is _ACTS.pattern else ("who",):
            if m[group] and not _BODY.search(text, max(0, m.start(group) - 9), m.start(group)):
                end = _end(text, *m.span(group))
                if _is_called(text[m.start(group) : end]):
                    yield m.start(group), end, "nickname", "circle"
    for m in _THANKED.finditer(text):
        if _is_called(m["who"]):
            yield m.start("who"), m.end("who"), "nickname", "circle:thanks"


def _end(text: str, start: int, end: int) -> int:
    """«달팽이가» is 달팽이 + 가, for there is such a word; «고등어랑» has no such syllable."""
    return end + (text.startswith("이", end) and text[start : end + 1] in taken_for_names())


def _is_called(word: str) -> bool:
    """What none but a neighbour is called: a word taken for a name, or a playful one made of it («감자도리»)."""
    if word not in taken_for_names() and (is_region(word) or is_nobody(word) or NOT_NIM.search(word)):
        return False
    if nick_or_name(word, "") is None:
        return False
    made = len(word) < _LONGER and made_of_nicknames(word) and not (is_common_word(word) or is_common_word(word + "이"))
    return made or (word in taken_for_names() and not (is_frequent(word) and word in _OFTEN_THINGS))


_LONGER = 5
"""A body is called so rather than a neighbour: «박달재손두부가 준비한 두부»."""
_OFTEN_THINGS = frozenset(
    (
        *("가을", "겨울", "여름", "바다", "바람", "하늘", "시내", "우물"),
        *("나무", "나리", "국화", "국수", "김밥", "두부", "만두", "마루"),
    )
)
"""Taken for names, and more often the thing: «하늘이 도와 비가 그쳤다»."""
