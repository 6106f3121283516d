"""Whom a text wants, where it asks in no words that `called` knows: the name of a call that the weights are sure of.

::

    «대의원 나서 주실 분? 13일까지 답문자»                 대의원 나서 주실 분 모집
    «여기에 넣을 출자는 29일까지 받습니다»                 출자 모집
    «나서실 분은 28일까지 후보 등록 서류를 …»              이사·감사 후보 등록
"""

from __future__ import annotations

import re

from pipelines.extract.events.names.called import COMMON, OBJECT, as_call, without_clause
from pipelines.extract.events.scene import Scene, Sentence
from pipelines.extract.events.words.titles import QUOTED, SPEECH
from pipelines.korean.cued import Cued
from pipelines.korean.syllables import TO_COME
from store.records import SpanPair, When

_WHO = (
    r"(?:분|이웃|사람|벗|손|손길|일꾼|기업|단체|조직|팀|곳|모임|조합원|회원|청년|주민|식구|댁|가족|농가|어르신|학생|활동가|선생님|"
    r"참여자|직원|기획자|작가|가게|업체|트럭|집)"
)
_ASKED = Cued(
    rf"(?P<what>(?:[가-힣A-Za-z0-9·‘’]{{1,12}}\s){{0,4}}?[가-힣]{{0,8}}(?:[{TO_COME}]|고\s싶은|있는|잘\s아는|줄\s아는)\s{_WHO})(?![가-힣]*(?:습니|었|했))"
)
_RECEIVED = Cued(
    r"(?P<what>(?:[가-힣A-Za-z0-9·‘’]{1,12}\s){0,2}[가-힣A-Za-z0-9·]{2,12})(?:은|는|도)\s(?P<until>[^.\n]{0,40}?)(?:받[는습아음기고]|닫|마감|끝)"
)
# «재단은 8일부터 17일까지 첫 신청을 받는다»: who takes in, not what
_BY_WHOM = re.compile(r"(?:신청서?|접수|원서|서류|지원서|제안서)(?:을|를)\s$")
_SOUGHT = Cued(
    r"(?P<what>(?:[가-힣A-Za-z0-9·]{1,12}[^\S\n]){0,5}[가-힣A-Za-z0-9·]{2,12}?)(?:을|를|도)?\s?"
    r"(?:(?:\d{1,3}|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)\s?(?:명|분|사람|곳|팀))?(?:을|를|도)?\s?(?:더\s|새로\s)?"
    r"(?:모시기|모집|공모|뽑기|뽑[는습아고]|찾기|찾[는습고]|찾아[요\s]|구하기|구[한함합해]|채용|구인|충원|맞이하)"
)
_GOODS = Cued(
    r"(?P<what>(?:(?:단체|공동|사전|선)\s?(?:주문|구매)|(?:[가-힣]{2,6}\s)?(?:증자|출자)|(?:[가-힣]{2,6}\s){0,2}(?:원고|사연|작품))(?=[\s은는을를도:,.하]|금[은도]\s))"
)
# what is handed in, and when: no name of what one applies for
_NO_NAME = re.compile(
    r"^(?:(?:첫|이번|추가|온라인|방문|우편|참가|참여|접수)\s)?(?:서류|원서|지원서|신청서?|이력서|제안서|접수창?|창구|문|마감|접수|모집|날|자리|이름|전화|문자|"
    r"메일|문의|기한|기간|마지막\s?날|하루|돈|참가비|회비|결과|선착순|우편|방문|이메일|인원|정원|모집\s?인원|대상|규모|누리집|그것|이것|저희|우리|조합|센터|재단|협회|시|군|구|도|[가-힣]*(?:은|는|이|가|을|를))$"
)
# «접수는 1일 시작해 19일에 마친다»: what one does, not what for
BARE = re.compile(
    r"^(?:(?:첫|미리|참가|참여|온라인|방문|우편|추가|모집|신청|원서|서류|사람|분|이웃|신청서|지원서|이력서|접수)\s?)*(?:신청서?|접수|모집|주문|예약|공모|등록)$"
)
_LEAD = re.compile(
    r"^(?:(?:그리고|그래서|혹시|또|또한|참|아|끝으로|아울러|이번에|이날|그날|함께|같이|모두|꼭|여기에?|저기에?|[가-힣]*(?:은|는|이|가|요|다|도|면|서|께)|\d\S*)\s)+"
)
_PARTICLE = re.compile(r"(?<=\s[명분팀곳람])(?:을|를|도)$")
_OFFICES = r"(?:이사장|이사|감사|임원|대의원|운영위원장?|대표|회장|조합장|위원장|위원|공동대표)"
_OFFICE = re.compile(rf"(?<![가-힣]){_OFFICES}(?=[와과을를로에·,\s의도]|$|\s?후보|\s?\d)")
_STANDS = Cued(
    rf"후보\s?등록|입후보|출마|후보(?:자)?(?:로|에)\s|후보(?:자)?\s?(?:신청|추천|접수)|{_OFFICES}(?:에|로|으로)\s나[설서]|추천서|"
    r"(?:나서실|나설|나서고\s싶은|나서\s주실|뜻(?:이)?\s있는|해\s?보고\s싶은|맡고\s싶은|맡아\s주실)\s(?:분|사람|조합원|이웃|이)"
)
# «이사 5명과 감사 1명을 새로 뽑습니다. 등록 기간은 …», «새 이사 뽑기» above «해 보고 싶은 사람은 …»
_ELECTS = Cued(rf"{_OFFICES}[^.\n]{{0,24}}(?:뽑|모[십신셔시]|선출|보궐|후보)")
_HEARS = re.compile(r"의견|설문")
LEAD = 2
"""Sentences that tell the news."""
BACK = 3
"""Sentences of one paragraph, from whom one wants to until when."""


def candidates(scene: Scene, sentence: Sentence) -> str | None:
    """«감사 후보 등록은 17일까지», «이사와 감사로 나설 분은 … 서류를»: for whom an election lets one stand."""
    if _STANDS.search(scene.text, sentence.start, sentence.end) is None:
        return None
    if here := _offices(scene.text, sentence.start, sentence.end):
        return f"{'·'.join(here)} 후보 등록"
    since = max(scene.paragraph(sentence.start)[0], scene.sentences[max(0, scene.number_of(sentence) - BACK)].start)
    elects = _ELECTS.search(scene.text, since, sentence.start)
    here = _offices(scene.text, elects.start(), elects.end()) if elects is not None else []
    return f"{'·'.join(here)} 후보 등록" if here else None


def opinions(scene: Scene, near: str) -> str | None:
    """«초안 공개, 의견 듣는다» … «10일까지 누리집으로 의견을 내면 된다»; not what members may say of an agenda."""
    if "의견" not in near or _HEARS.search(scene.document.title) is None:
        return None
    named = (m for s in scene.sentences[:LEAD] for m in QUOTED.finditer(scene.text, s.start, s.end))
    first = next((m[m.lastindex or 1].strip() for m in named if not SPEECH.search(m[0])), "")
    return f"{first} 의견 접수".strip()


def _offices(text: str, start: int, end: int) -> list[str]:
    return list(dict.fromkeys(m[0] for m in _OFFICE.finditer(text, start, end)))[:3]


def wanted(scene: Scene, sentence: Sentence, when: When) -> tuple[str, SpanPair] | None:
    """Who or what is asked for around a last day, with its place: in its sentence, else in those right before."""
    number, first = scene.number_of(sentence), scene.paragraph(sentence.start)[0]
    received = _RECEIVED.search(scene.text, sentence.start, sentence.end)
    if received is not None and received.start("until") <= when.span[0] < received.end("until"):
        words = without_clause(received["what"]) if not _BY_WHOM.search(received["until"]) else ""
        if is_name(words):
            return as_call(words), received.span("what")
    for one in reversed(scene.sentences[max(0, number - BACK + 1) : number + 1]):
        if one.start >= first and (found := _asked(scene.text, one.start, one.end)) is not None:
            return found
    return in_lead(scene)


def is_of_goods(scene: Scene, sentence: Sentence, when: When) -> bool:
    """«출자는 20일까지 받습니다»: what is taken in is for itself, not for coming to an event told before."""
    received = _RECEIVED.search(scene.text, sentence.start, sentence.end)
    if received is None or not received.start("until") <= when.span[0] < received.end("until"):
        return False
    if _BY_WHOM.search(received["until"]):
        return False
    goods = _GOODS.search(scene.text, received.start("what"), received.end("what") + 1)
    return goods is not None and goods.end("what") == received.end("what")


# «신입 조합원 가입은 26일까지», «· 이차보전 신청 : 9/30까지», «보험료 지원은 10일까지 서류를 …»
_APPLIED = re.compile(
    r"(?P<what>(?:[가-힣A-Za-z0-9·]{1,16}\s){0,4}[가-힣A-Za-z0-9·]{2,16})\s(?P<verb>신청|접수|가입|등록|추천|공모|모집|주문)(?:\s서류)?(?:은|는|도|이|가|을|\s?[:：])\s(?:예정대로\s)?$"
)
_QUOTED_APPLIED = re.compile(
    r"[‘“「『](?P<what>[^’”」』\n]{2,24})[’”」』]\s(?P<verb>(?:참가\s|참여\s)?(?:신청|접수))(?:은|는|도|을)\s(?:예정대로\s)?$"
)
_SUPPORTED = re.compile(
    r"(?P<what>(?:[가-힣A-Za-z0-9·]{1,16}\s){0,4}(?:지원|융자|대출|지원금|지원사업))(?P<verb>)(?:은|는)\s$"
)
# «- 홍보물 제작 지원 12개 기업, 21일 18시까지», «· 시제품 제작비 지원 : 다섯 팀, 팀당 400만원. 9.10(금) 18시»
_SUPPORTED_ITEM = re.compile(
    r"[^가-힣A-Za-z0-9\n]{1,4}(?P<what>(?:[가-힣A-Za-z0-9·]{1,16}\s){0,4}(?:지원|융자|대출|지원금|지원사업))(?P<verb>)(?:\s\d{1,3}\s?(?:개\s)?[가-힣]{1,3},|\s?[:：])\s[^\n]{0,24}$"
)
_PAPERS = re.compile(r"[^.\n]{0,40}?(?:서류|신청서|신청)")
_AS_COMER = re.compile(
    r"(?:^|\s)(?:참가|참여|참석|참관|수강|관람|방청|봉사|자원봉사|모두|셀러|판매자|부스지기|사전|온라인|현장|방문|우편|새로|미리|추가|강좌|교육|체험|견학|상담|자리|좌판|부스|매대|버스|단체|개인|다음|이번|첫|\d+차|[가-힣]*장)$|(?:는데|[요며고로만서])$"
)
_BEFORE = 80


def applied_for(scene: Scene, sentence: Sentence, when: When) -> tuple[str, SpanPair] | None:
    """What the words right in front of a last day say one applies for: a thing of its own, not a seat of an event."""
    start = when.span[0]
    since = max(sentence.start, start - _BEFORE)
    if (quoted := _QUOTED_APPLIED.search(scene.text, since, start)) is not None:
        return f"{quoted['what']} {quoted['verb']}", quoted.span("what")
    match = _APPLIED.search(scene.text, since, start)
    if match is None:
        match = _supported(scene, sentence, when)
    if match is None:
        return None
    words = without_clause(match["what"]).lstrip("· ")
    if not is_name(words) or _AS_COMER.search(words):
        return None
    return f"{words} {match['verb'] or '신청'}", match.span("what")


def _supported(scene: Scene, sentence: Sentence, when: When) -> re.Match[str] | None:
    """Support that one applies for: by its papers, or an item of a list that tells nothing else."""
    start = when.span[0]
    match = _SUPPORTED.search(scene.text, max(sentence.start, start - _BEFORE), start)
    if match is not None and _PAPERS.match(scene.text, when.span[1], sentence.end):
        return match
    line = scene.text[sentence.line.start : min(start, sentence.line.start + 2 * _BEFORE)]
    return _SUPPORTED_ITEM.match(line) if start - sentence.line.start < 2 * _BEFORE else None


def is_name(words: str) -> bool:
    """Whether words say whom or what one seeks; «서류», «기업» do not."""
    return len(words) > 1 and not _DOES.search(words) and not any(p.match(words) for p in (_NO_NAME, BARE, COMMON))


_DOES = re.compile(r"(?:받아|골라|거쳐|통해|모아|나눠|불러|따라|살펴)$")
"""«신청을 받아 뽑는다»: how, not whom."""
MEMBERS = re.compile(r"(?:.*\s)?(?:조합원|회원|대의원)")
"""Whom a body seeks for itself: its own name makes it tell more than «기업 모집»."""


def in_lead(scene: Scene) -> tuple[str, SpanPair] | None:
    """«내년에 함께할 신입 조합원 가정을 모집한다», the news, of which «원서는 …» says until when."""
    for one in scene.sentences[:LEAD]:
        match = OBJECT.search(scene.text, one.start, one.end)
        words = without_clause(match["what"]) if match is not None else ""
        if match is not None and is_name(words):
            named = f"{words} 공모" if match["verb"] == "공모" else as_call(words)
            return named, match.span("what")
    return None


def _asked(text: str, start: int, end: int) -> tuple[str, SpanPair] | None:
    for pattern in (_SOUGHT, _ASKED, _GOODS):
        match = pattern.search(text, start, end)
        if match is None:
            continue
        sought = _PARTICLE.sub("", match["what"])  # «물품위원 세 분을»
        words = _LEAD.sub("", match["what"]) if pattern is _ASKED else without_clause(sought)
        if is_name(words):
            if match[0].endswith("공모") or words.endswith(("주문", "구매")):
                return f"{words} 공모" if match[0].endswith("공모") else words, match.span("what")
            return as_call(words), match.span("what")
    return None
