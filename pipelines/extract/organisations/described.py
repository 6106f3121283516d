"""Names without a telling ending, told by the words around them: what a body makes, or who speaks for it.

«점자 교재를 만드는 센시블», «병뚜껑으로 열쇠고리를 찍는 …»: a clause of work in front. «다시결 대표는», «에코붓다
회원»: someone of it behind. The word itself must be no everyday word, no person, no place (`could_be_name`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipelines.extract.organisations.actors import could_be_name, kind_of
from pipelines.extract.organisations.cues import STATUS
from pipelines.extract.organisations.mentions import Mention
from pipelines.extract.organisations.tokens import bare, uses
from pipelines.korean.common_words import is_common
from pipelines.korean.cued import Cued
from pipelines.korean.legal_forms import is_generic
from pipelines.korean.person_words import is_name

_WORK = (  # what bodies do for a living, as it stands before a noun
    "만드는|만든|만들어 파는|만들어 온|짓는|지은|빚는|빚은|굽는|구운|볶는|볶아 파는|찍는|파는|"
    "고치는|고쳐 파는|고쳐 주는|꾸리는|꾸린|"
    "키우는|키운|기르는|가르치는|운영하는|운영해 온|"
    "개발하는|개발한|개발 중인|돕는|나르는|배달하는|빌려주는|"
    "빌려 주는|수거하는|모으는|잇는|제공하는|생산하는|재배하는|판매하는|가공하는|수리하는|"
    "대행하는|디자인하는|제작하는|제작한|펴내는|펴낸|공급하는|청소하는|"
    "돌보는|담그는|담근|내놓은|출시한|설계하는|설계한|되살리는|바꾸는|다루는|심는|줍는|엮는|유통하는|보급하는|선보인|납품하는|그리는"
)
_AFTER_WORK = Cued(
    rf"[가-힣A-Za-z](?:을|를) (?:[가-힣]{{1,6}} ){{0,2}}(?:{_WORK}) (?=[가-힣A-Za-z])", cues=rf"(?:{_WORK}) "
)
_NAME = re.compile(r"[가-힣A-Za-z][가-힣A-Za-z0-9&]{2,13}")
_ACTS = frozenset(("은", "는", "이", "가", "과", "와", "도", "의", "에", "에서", "에게", "이다", "측은", "등이"))
_CLOSED = (",", "·", ")", "/", ".", "(", " 등", " 대표", " 이사장", " 관계자", " 직원", " 조합원")
_SPEAKER = (
    r"[ ](?:대표|이사장|사무국장|상임이사|대표이사|조합원들|회원들|회원 여러분|조합원 여러분|임직원|"
    r"직원들|활동가들|실무자)"
    r"(?:[은는이가도와과]|에게|의|께서)?(?=[ ,.\n])"
)
_SPOKEN_FOR = Cued(rf"(?<![가-힣A-Za-z0-9·])([가-힣A-Za-z][가-힣A-Za-z0-9]{{2,11}}){_SPEAKER}")
_PERSON = re.compile(r"\(\d|[ ]?씨")  # «당귀를 키운 배창식(61) 씨»
_NOT_AFTER = re.compile(r"[^\s,·.(]{1,8}(?:의|한|은|는|인|던|될|할|된)[ ]$|[0-9][ ]$")


_SHORTENED = Cued(
    r"(?<![가-힣A-Za-z0-9])([가-힣A-Za-z0-9]{4,24})[ ]?\((?:이하|약칭)[ ]?[‘'“\"]?([가-힣A-Za-z0-9]{2,12})[’'”\"]?\)",
)
_CERTIFIED = Cued(  # «마을무지개가 고용노동부 사회적기업 인증을 받았습니다»
    r"(?<![가-힣A-Za-z0-9])([가-힣A-Za-z][가-힣A-Za-z0-9]{2,13})(?:이|가|은|는) [^.\n]{0,40}?"
    rf"({'|'.join(sorted(STATUS, key=len, reverse=True))})(?:으로)? (?:인증|지정|선정|인가)(?:을|를|됐|되었|받)",
    cues=rf"(?:{'|'.join(STATUS)})(?:으로)? (?:인증|지정|선정|인가)",
)
_BODY_NOUN = re.compile(
    r"(?:센터|상담소|조합|재단|법인|협회|협의회|연합|연대|단체|넷|네트워크|연구소|연구원|진흥원|기업|회사|법인|학교|준비위|위원회|본부|공동체)$"
)


def find_described(text: str, start: int, end: int) -> Iterator[Mention]:
    """Mentions of one line that a clause in front or a person behind gives away."""
    for m in _AFTER_WORK.finditer(text, start, end):
        if found := _NAME.match(text, m.end(), end):
            yield from _worker(text, found)
    for m in _CERTIFIED.finditer(text, start, end):
        if could_be_name(m[1], 4):
            yield Mention(m.start(1), m.end(1), m[1], STATUS[m[2]], "certified", weight=2)
    for m in _SHORTENED.finditer(text, start, end):  # «동백소셜벤처센터(이하 동백센터)»
        if _BODY_NOUN.search(m[2]) and _BODY_NOUN.search(m[1]) and not is_generic(m[1]):
            yield Mention(m.start(1), m.end(1), m[1], kind_of(m[1]), "shortened", weight=3)
    for m in _SPOKEN_FOR.finditer(text, start, end):
        known = len(uses(text, m[1])) > 1 or not is_name(m[1][:3], sure=False)
        if known and _own(m[1]) and not _NOT_AFTER.search(text, max(start, m.start() - 12), m.start()):
            yield Mention(m.start(1), m.end(1), m[1], kind_of(m[1]) or "company", "called:person", weight=1)


def _worker(text: str, found: re.Match[str]) -> Iterator[Mention]:
    name = bare(found[0], text, text[found.end() : found.end() + 1])
    particle = found[0][len(name) :]
    stop = found.start() + len(name)
    closed = particle in _ACTS if particle else text.startswith(_CLOSED, stop)
    if closed and _own(name) and not _PERSON.match(text, stop):
        yield Mention(found.start(), stop, name, kind_of(name) or "company", "called:work", weight=1)


_LESSON = re.compile(r"[가-힣]{1,2}(?:학교|교실|강좌|모임)")  # «일꾼을 기르는 밤학교»
_SAYING = re.compile(r"(?:리니|으니|니까|면서|지만|어서|아서|려면)$")  # «문자로 보내 드리니 사무국장 …»


def _own(name: str) -> bool:
    return not _SAYING.search(name) and not _LESSON.fullmatch(name) and could_be_name(name) and not is_common(name)
