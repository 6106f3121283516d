"""Whom a text seeks beside its events: staff, sellers, volunteers («조합은 매장에서 일할 직원 4명도 뽑는다»).

What the clause of a last day seeks is in `sought`.
"""

from __future__ import annotations

import re

from pipelines.extract.events.calls import joining
from pipelines.extract.events.names import called
from pipelines.extract.events.scene import Scene, Sentence
from pipelines.korean.cued import Cued
from pipelines.korean.numerals import NATIVE
from pipelines.korean.syllables import TO_COME

STAFF = Cued(
    r"(?P<who>직원|셀러|판매자|참가팀|참여팀|입주기업|참여기업|참가업체|[가-힣]{0,6}활동가|매니저|인턴|강사|기자단|서포터즈|자문위원|심사위원|운영위원|홍보단|"
    r"(?:[가-힣]{2,5}\s)?[가-힣]{0,4}(?:선생님|요양보호사|사회복지사|조리사|영양사|자원교사|길동무|일꾼|점원|사무원|자원활동가))"
    rf"(?:\s\d{{1,2}}기)?(?:\s?(?:\d{{1,3}}|{NATIVE})\s?(?:명|팀|곳|분|사람))?"
    r"(?:을|를|도)?\s(?:[^.,\n]{0,36}?(?:까지|로|으로)\s)?(?:새로\s|추가로\s)?(?:더\s)?(?:모집|뽑|채용|찾|구한|구하|구합|모십|모신|모셔|받[는습아])"
)


# «시민실천단 20명을 찾는다», «청년 장애인 5명을 새로 뽑는다»
HIRED = Cued(
    r"(?<![가-힣])(?P<who>(?:[가-힣]{2,4}\s)?[가-힣]{1,5}(?:단|원|인|공|사|꾼|지기|도우미))\s(?:\d{1,3}\s?(?:여\s?)?명|하나|둘|셋|넷|다섯|여섯)(?:을|도)\s(?:새로\s|더\s|추가로\s)?(?:뽑|찾|채용|구한|구합)"
)
# «사업단에서 일할 주민을 5월 3일까지 모집한다», «강좌를 함께 꾸릴 기획단을 찾습니다»
FOR_A_TASK = Cued(
    rf"(?P<before>(?:[가-힣0-9·‘’]{{1,14}}\s){{0,3}})(?P<task>[가-힣]{{0,6}}[{TO_COME}])\s"
    r"(?P<who>(?:[가-힣]{1,10}(?<![을를])\s)?(?:[가-힣]{2,12}?|분|벗|팀|곳)(?<![을를]))"
    r"(?:\s(?:\d{1,3}|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)\s?(?:여\s)?(?:명|팀|곳|사람))?(?:을|를|도)\s(?:[^.,\n]{0,36}?\s)?"
    r"(?:모집|뽑[는습아을]|찾[는습아고]|구[한합하해]|모[십신셔])"
)
# «무대에 서 주실 분», «의자를 날라 주실 이웃»: who helps, not who comes
HELPS = Cued(
    r"(?P<before>(?:[가-힣0-9·‘’]{1,14}[^\S\n]){1,3})주실\s(?P<who>분|이웃|사람)(?:들)?(?:을|를|도)?\s(?:[^.,\n]{0,24}?\s)?"
    r"(?:모집|뽑|찾[는습아고]|구[한합하해]|모[십신셔]|기다)"
)
_COUNTED = re.compile(r"(?:\d{1,2}|한|두|세|네|다섯|여섯|일|이)|(?:달|주|해|일|밤|박|번|주일)")
# who comes to an event is asked so too: «함께할 시민을 모집한다»
_COMES = re.compile(
    r"(?:참여|참가|함께|수강|관람|이용|동참)할$|^(?:들을|배울|올|오실|볼|즐길|갈|낄|앉을|할|하실|될)$|"
    r"(?:분|사람|이웃|가족|조합원|회원|시민|수강생|교육생|참가자|참여자|관객|어린이)$"
)
_SUBJECT = re.compile(r"[은는이가요]$")
_OF_THE_TASK = re.compile(r"(?:에서|에|을|를|함께|같이|손수)$")

# «나눔장터 꾸릴 단체», «새참 나를 트럭»: the object without its particle
_OBJECT = re.compile(
    r"[가-힣]{1,6}(?:장터?|시장|마당|가게|매점|부엌|자리|점포|짐|새참|밥|국|모임|행사|"
    r"잔치|축제|강좌|수업|교실|가판|책|밭|논|집|방)"
)


def _with_task(match: re.Match[str]) -> str:
    """«사업단에서 일할 주민»: whom one seeks, for what, and where."""
    kept: list[str] = []
    for word in reversed(match["before"].split()):
        if "".join(kept).count("’") > "".join(kept).count("‘"):  # «‘협동의 집’에 들어올 조합»
            kept.insert(0, word)
            continue
        if kept and _COUNTED.fullmatch(word):  # «한 달 살이에 나설»
            kept.insert(0, word)
            continue
        bare = not kept and _OBJECT.fullmatch(word) is not None and called.without_clause(word) != ""
        if not bare and not _OF_THE_TASK.search(word):
            break
        kept.insert(0, word)
    return " ".join((*kept, match["task"], match["who"]))


def for_a_task(text: str, start: int, end: int) -> str | None:
    """Whom words seek, with what he is to do."""
    found = (
        m for m in FOR_A_TASK.finditer(text, start, end) if not _COMES.search(m["task"]) and not _COMES.search(m["who"])
    )
    named = next((_with_task(m) for m in found), None)
    helps = HELPS.search(text, start, end) if named is None else None
    if helps is None:
        return named
    before = helps["before"].split()
    since = max((n for n, word in enumerate(before, 1) if _SUBJECT.search(word)), default=0)
    return " ".join((*before[since:], "주실", helps["who"]))


# «장돌뱅이도 새로 모은다», «돌봄 선생님을 더 뽑는다»: beside whatever the text tells
NEWLY = Cued(
    r"(?<![가-힣])(?P<who>(?:[가-힣]{2,6}[^\S\n])?[가-힣]{2,8})(?:\s(?:\d{1,3}|[가-힣]{1,3})\s?[명분팀곳])?"
    r"(?:을|를|도)\s(?:새로|더|추가로)\s(?:모은다|모읍|모집|뽑[는습으을]|찾[는습으]|구한|구합|구하)"
)
# «짐 나르기와 아이 돌봄 자원활동가 열 명, 이쪽은 …»
COUNTED_ROLE = Cued(
    rf"(?P<who>(?:자원)?(?:활동가|봉사자|지킴이|도우미|일꾼|기자|강사))\s(?:\d{{1,3}}|{NATIVE})\s?(?:명|분|사람),"
)
# «거기서 일할 분도 네 명 모시는데, 이력서는 …», «일할 사람 여덟 명의 원서를 받는다»
TO_WORK = Cued(r"일할\s(?:사람|분|이웃|이)(?:을|도|들|\s)[^\n]{0,40}?(?:이력서|원서|지원서|채용)")
# «겨루기에 나설 참가팀(8~12명)은 30일까지», «풍물을 보여 줄 주민 동아리는 28일까지»: not who comes to see
_PERFORMS = re.compile(
    r"(?:나설|겨룰|설|오를|보여\s줄|선보일|펼칠|부를)\s"
    r"(?P<who>(?:[가-힣]{2,4}\s)?(?:[가-힣]{0,4}팀|동아리|모둠|출연자|공연자))(?:\([^)\n]{1,20}\))?(?:은|는)\s(?:오는\s|이달\s)?$"
)
_JUDGES = Cued(
    r"(?P<who>[가-힣]{0,4}(?:평가단|심사단|배심원단?))\s?(?:\d{1,3}\s?여?\s?명)?(?:을|를|도)\s(?:따로\s|함께\s|또\s)?"
    r"(?:모[은읍]|모집|뽑[는습]|찾[는습])"
)
_BEFORE = 60
BACK = 3
"""Sentences of one paragraph, from whom one seeks to until when."""


def seeks_staff(scene: Scene, sentence: Sentence) -> str | None:
    """«조합은 매장에서 일할 직원 4명도 뽑는다. 원서는 12일까지»: its deadline is not of the event told before."""
    at = scene.number_of(sentence)
    first, _ = scene.paragraph(sentence.start)
    since = max(first, scene.sentences[max(0, at - BACK + 1)].start)
    match = STAFF.search(scene.text, scene.sentences[max(0, at - 1)].start, sentence.end)
    match = match or HIRED.search(scene.text, since, sentence.end)
    counted = COUNTED_ROLE.search(scene.text, sentence.start, sentence.end)
    if counted is not None and counted["who"] not in scene.document.title:
        return counted["who"]
    if joining.recruits(scene):
        return None
    if match is not None:
        return called.without_clause(match["who"])
    return _newly(scene, sentence) or for_a_task(scene.text, since, sentence.end)


def _newly(scene: Scene, sentence: Sentence) -> str | None:
    """Who is sought anew in the sentence before or in this one."""
    since = max(sentence.line.start, scene.sentences[max(0, scene.number_of(sentence) - 1)].start)
    if TO_WORK.search(scene.text, since, sentence.end) is not None:
        return "직원"
    match = NEWLY.search(scene.text, since, sentence.end)
    who = match["who"].rpartition(" ")[2] if match is not None else ""
    return who if who and not called.COMMON.match(who) and not _COMES.search(who) else None


def performs(scene: Scene, sentence: Sentence, start: int) -> str | None:
    """Who is to play, compete or judge at an event till a day at `start`: sought beside those who come to see it."""
    found = _PERFORMS.search(scene.text, max(sentence.start, start - _BEFORE), start)
    if found is None:
        at = scene.number_of(sentence)
        since = max(scene.paragraph(sentence.start)[0], scene.sentences[max(0, at - 1)].start)
        found = _JUDGES.search(scene.text, since, start)
    return found["who"] if found is not None else None
