"""People whom a chatty post takes for known: «살구랑 달팽이가 챙겨 와서», «사진은 …가 찍었는데», «… 수고했어».

Such a post introduces nobody. A word that neighbours are called by is someone where it does what only people do, is
thanked, or has a turn; beasts and vegetables do none of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from pipelines.korean.common_words import is_common, is_common_word, is_frequent
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
_DOES_TOO = (
    r"(?:늦잠|지각|들이부|쏟아[ ]?부|싸[ ]?[왔온와]|사[ ]?[왔온와]|몰았|몰고[ ]|빌려|고쳐|꿰매|설거지|볶[아았]|"
    r"부쳤|담갔|담가|썰[어었]|무쳤|무쳐|끓였|삶[아았]|치웠|치워|닦[아았]|"
    r"넘어졌|넘어져|미끄러|엉엉|졸[아았]|옮[겨겼]|날[라랐]|가져[왔와오]|코를|하품|기타를|취직|장가|입원|퇴원)"
)
_SOMEONE = rf"(?<![가-힣])(?:(?P<with>{_WHO}?)님?(?:이랑|랑|하고|와|과)[ ])?(?P<who>{_WHO}?)(?:님|네)?(?:이가|가|이)[ ]"
_BETWEEN = r"(?P<between>(?:[가-힣]{1,5}[ ]){0,3}?)"
_ACTS = tuple(Cued(rf"{_SOMEONE}{_BETWEEN}{does}", cues=does) for does in (_DOES, _DOES_TOO))
_ELSEWHERE = re.compile(
    r"(?:[서며면니지]|[가-힣]고|는데|던데|다고|라고|[는던은]|[가-힣](?<![같많높깊])이|[가-힣]가|"
    r"때에?|무렵에?|날에?|철에?)[ ]"
)
"""Words behind which it is something else that does: «단풍이 드는 때에 알려 …», «감자가 남아서 나눠 …»."""
_SAME_ONE = re.compile(r"(?:[가-힣]{1,4}[을를][ ])(?:[가-힣]{1,4}서[ ])")
"""«커피를 내려서 나눠 …»: the same does both."""
_THANKED = Cued(
    rf"(?<![가-힣])(?P<who>{_WHO}?)(?:님|야|아)?(?:께|도)?,?[ ](?:(?:정말|너무|진짜|오늘|생일)[ ])?"
    r"(?:수고했|수고하셨|수고 많|고생했|고생하셨|고생 많|고마워|고맙|축하해|축하드)"
)
_SAID = Cued(
    rf"(?<![가-힣])(?P<who>{_WHO}?)님?[은는][ ](?:[가-힣]{{1,5}}[ ]){{0,2}}?(?:말했|말하|말씀|물었|웃었|대답했)",
    cues="말했|말하|말씀|물었|웃었|대답했",
)
_OF_A_HOME = (
    r"(?:아이|애들|애가|집(?:에|으로|에서|이|은|앞|[ ]|마당)|트럭|차[로에를는가]|"
    r"밭에|마당|가게|텃밭|식구|부부|거실|창고|옥상)"
)
_FAMILY = Cued(  # «두더지네 아이들», «찔레네 트럭»
    rf"(?<![가-힣])(?P<who>{_WHO}?)님?네[ ](?={_OF_A_HOME})", cues=rf"네[ ]{_OF_A_HOME}"
)
_ALL_OF_IT = r"[가이][ ](?:다|맡아|맡아서|도맡아|같이|함께)?[ ]?(?:했|합니다|해요|해[ ]?[주줬]|하기로|하시|하고)"
_DID_IT = Cued(  # «뒷정리는 두더지랑 찔레가 했습니다»
    rf"[은는][ ](?:(?P<with>{_WHO}?)(?:이랑|랑|하고|와|과)[ ])?(?P<who>{_WHO}?)님?이?{_ALL_OF_IT}", cues=_ALL_OF_IT
)
_STAYED = r"(?:못[ ]?(?:왔|온대|오고|오셔|옵니다)|늦게[ ](?:왔|옵니다|온대)|바빠서|아파서|먼저[ ](?:갔|가[ ]))"
_ABSENT = Cued(  # «찔레는 못 왔어요»
    rf"(?<![가-힣])(?P<who>{_WHO}?)님?[은는도][ ](?:[가-힣]{{1,5}}[ ])?{_STAYED}", cues=_STAYED
)
_GETS = r"(?:받[으아]|맡[기겨]|문의|입금|송금|톡|문자|전화|내면|내[세시]|내고|빌[려리]|물어)"
_TAKES = Cued(  # «열쇠는 두더지한테 받으세요»
    rf"(?<![가-힣])(?P<who>{_WHO}?)님?(?:한테|에게)서?[ ](?:[가-힣]{{1,4}}[ ])?{_GETS}",
    cues=rf"(?:한테|에게)서?[ ](?:[가-힣]{{1,4}}[ ])?{_GETS}",
)
_TURN = Cued(
    rf"(?:이번|다음|다다음|첫째|둘째|셋째|넷째)[ ](?:주|달)(?:는|엔|에는|가|은)?[ ](?P<who>{_WHO}?)(?:님|가|이)?"
    r"(?=[,.)!~\n]|예요|이에요|입니다|[ ]차례|$)"
)
_NEXT_TURN = Cued(rf"[은는][ ](?P<who>{_WHO}?)님?[ ]차례(?![가-힣])", cues="[ ]차례")  # «간식은 두더지 차례»
_VOTED = Cued(  # «두꺼비는 찬성, 다래는 반대»
    rf"(?<![가-힣])(?P<who>{_WHO}?)님?[은는][ ](?:찬성|반대|기권|동의)(?![가-힣])",
    cues="[은는][ ](?:찬성|반대|기권|동의)",
)
_SHOWN = (*_ACTS, _SAID, _TURN, _NEXT_TURN, _FAMILY, _DID_IT, _ABSENT, _TAKES, _VOTED)
BODY_BEFORE = re.compile(
    r"(?:기업|조합|단체|업체|카페|가게|식당|공방|책방|밴드|극단|농원|농장|상점|모임|팀)[ ][‘'“\"]?\Z"
)
"""«사회적기업 나무…이 도와»: what follows is its name."""


def find_circle(text: str) -> Iterator[Hit]:
    """Nicknames that nothing but what is said of them shows, each place once."""
    for m in chain.from_iterable(pattern.finditer(text) for pattern in _SHOWN):
        said = m.groupdict()
        between = said.get("between") or ""
        if _ELSEWHERE.search(between) and not _SAME_ONE.fullmatch(between):
            continue
        for group in said.keys() & {"with", "who"}:
            if m[group] and not BODY_BEFORE.search(text, max(0, m.start(group) - 9), m.start(group)):
                end = _end(text, *m.span(group))
                pet = end > m.end(group) and _is_pet_name(text, *m.span(group))
                if _is_called(text[m.start(group) : end], pet=pet):
                    yield m.start(group), end, "nickname", "circle"
    for m in _THANKED.finditer(text):
        if _is_called(m["who"]):
            yield m.start("who"), m.end("who"), "nickname", "circle:thanks"


def _end(text: str, start: int, end: int) -> int:
    """«달팽이가» is 달팽이 + 가, for there is such a word, and «밥심이가» is 밥심이 + 가, for after 밥심 a plain noun
    would have 이 alone; «고등어랑» has no such syllable."""
    longer = text[start : end + 1]
    return end + (text.startswith("이", end) and (longer in taken_for_names() or _is_pet_name(text, start, end)))


def _is_pet_name(text: str, start: int, end: int) -> bool:
    longer = text[start : end + 1]
    closed = (ord(text[end - 1]) - ord("가")) % 28 > 0
    return closed and text.startswith("이가 ", end) and len(longer) < _LONGER and not is_common(longer)


def _is_called(word: str, *, pet: bool = False) -> bool:
    """What none but a neighbour is called: a word taken for a name, or a playful one made of it («감자도리»)."""
    if word not in taken_for_names() and (is_region(word) or is_nobody(word) or NOT_NIM.search(word)):
        return False
    if nick_or_name(word, "") is None:
        return False
    if pet:
        return True
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
