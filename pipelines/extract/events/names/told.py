"""What a text itself names the call that its headline tells in a clause («… 할 동네 찾는다», «… 그려 주세요»).

::

    ‘2026 새솔 일터 공모’가 …                        a name in quotes that says it is a call
    ‘2026년 새솔형 마을기업’을 할 동네를 찾는다           a programme, and whom it seeks
    ▶ 새솔 로고 공모전 ◀                             a line that is nothing but the name
"""

from __future__ import annotations

import re

from pipelines.extract.events.scene import Scene, Sentence
from pipelines.extract.events.words.titles import QUOTED, SPEECH, tidy
from pipelines.korean.cued import Cued
from pipelines.korean.syllables import TO_COME

LEAD = 4
"""Sentences that tell the news."""
LINES = 14
"""Lines at the head of a text, a table among them."""
_CALL = r"(?:모집|공모|공모전|채용)"
_IS_CALL = re.compile(rf"\s{_CALL}$")
_YEAR = re.compile(r"20\d\d\s?년?도?\s|상반기|하반기|제?\d{1,2}\s?(?:기|회|차)(?=\s|$)")
# «▶ ▶ 매점 로고 공모전 ◀ ◀», «2019년 서귀포시 마을기업 공모» of a table
_ALONE = re.compile(
    rf"(?:[^\n]*[▶▷►☞★♥♡]\s?(?P<framed>[가-힣A-Za-z0-9][가-힣A-Za-z0-9·’‘ ]{{3,38}}\s?{_CALL})\s?[◀◁◄☜★♥♡][\W]*|"
    rf"\W*(?P<dated>20\d\d년도?\s[가-힣A-Za-z0-9·’‘() ]{{3,38}}\s?{_CALL})(?:\s?(?:공고|안내))?\W*)"
)
_WHO = r"(?P<who>[가-힣]{1,6}(?:[^\S\n][가-힣]{1,6})?)(?:[^\S\n](?:\d{1,3}|[가-힣]{1,3})\s?(?:곳|팀|명|분))?"
_SEEKS = r"(?:을|를)\s[^.\n]{0,40}?(?:찾|모집|구한|구합|구하|뽑|모[십신집]|공모|기다)"
# «2022년도 마을기업 육성사업에 참여할 단체를 찾는다»
_WHOM = rf"(?:에|을|를)\s(?P<task>[가-힣]{{0,6}}[{TO_COME}])\s{_WHO}{_SEEKS}"
_PROGRAMME = Cued(
    r"(?P<name>20\d\d년도?\s(?:[가-힣A-Za-z0-9·]{1,14}\s){0,4}?[가-힣A-Za-z0-9·]{0,12}(?:사업|공모|마을기업|프로그램|과정))"
    + _WHOM
)
_SEEKS_WHOM = re.compile(_WHOM)


def told_name(scene: Scene) -> str | None:
    """The name that the first sentences or lines give the call, if any."""
    for sentence in scene.sentences[:LEAD]:
        if (found := _in_sentence(scene, sentence)) is not None:
            return found
    alone = [m for ln in scene.lines[:LINES] if (m := _ALONE.fullmatch(scene.text, ln.start, ln.end)) is not None]
    if len(alone) != 1:  # several are a list of calls, and which is meant nobody knows
        return None
    return tidy(alone[0]["framed"] or alone[0]["dated"])


def _in_sentence(scene: Scene, sentence: Sentence) -> str | None:
    for quoted in QUOTED.finditer(scene.text, sentence.start, sentence.end):
        inner = tidy(quoted[quoted.lastindex or 1])
        if SPEECH.search(inner):
            continue
        if _IS_CALL.search(inner):
            return inner
        whom = _SEEKS_WHOM.match(scene.text, quoted.end(), sentence.end)
        if whom is not None and (_YEAR.search(inner) or "사업" in inner):
            return _with_whom(inner, whom)
    told = _PROGRAMME.search(scene.text, sentence.start, sentence.end)
    return _with_whom(told["name"], told) if told is not None else None


def _with_whom(name: str, whom: re.Match[str]) -> str:
    takes_part = whom["task"] in ("참여할", "참가할", "함께할") and not whom["who"].startswith("참")
    return f"{name} {'참여 ' if takes_part else ''}{whom['who']} 모집"
