"""Whom or what the clause of a last day seeks: «운전원을 12일까지 구하고», «‘노랫말’을 4일까지 공모한다».

::

    in the clause itself (`sought_until`)  ──┐
    in words before it (`sought_earlier`)  ──┴─► who comes to an event is none ─► its name as a call

Who is sought beside the events of a text, whatever its last day, is in `staff`.
"""

from __future__ import annotations

import re

from pipelines.extract.events.names import called
from pipelines.extract.events.scene import Scene, Sentence
from pipelines.korean.cued import Cued
from pipelines.korean.numerals import NATIVE
from pipelines.korean.syllables import TO_COME
from store.records import SpanPair, When

# whom a body takes in, hires or needs, and what it collects; not who comes («참가자», «수강생»)
_FOLK = (
    r"조합원|회원|상인|팀|강사|선생님?|교사|기사|운전원|봉사자|활동가|[가-힣]꾼|직원|위원|배심원|모델|[가-힣]단|단원|지킴이|지기|도우미|일손|"
    r"출자자?|증자|식구|가맹점|가게|업체|기업|농가|부부|셀러|판매자|공연자|배우|작가|글쓴이|기획자|발기인|동의자|대의원|이사|감사|후보|"
    r"상담원|안내원|사무원|점원|연구원|관리원|판매원|멤버|주민해설사|글쓴이|입주자|인턴|보조|서포터즈|보호사|복지사|정비사|조리사|간호사|상담사|매니저|간사|국장|임자|주인|기자|조직|단체|주민|사람|이웃|청년|동문|[분집곳]"
)
_WORKS = r"그림|글|사연|사진|작품|원고|글귀|도안|영화|영상|수기|표어|이야기|영수증"
_CHOSEN = re.compile(r"그림|글귀|도안|표어|수기")
"""Works of which some win; of others all that come are taken."""
_ANYONE = re.compile(r"사람|이웃|청년|동문|주민|조직|팀|[분집곳]")
_IN_BRACKETS = r"(?:\([^)\n]{1,30}\))?"
_COUNT = rf"{_IN_BRACKETS}(?:\s?(?:\d{{1,3}}|{NATIVE})\s?(?:여\s?)?(?:명|팀|곳|분|사람|집|가구|개사)?)?{_IN_BRACKETS}"
_WHO = (
    r"(?P<what>(?:[가-힣A-Za-z0-9·‘’]{1,12}\s){0,4}?‘?(?:[가-힣A-Za-z0-9·]{1,6}\s)?[가-힣A-Za-z0-9·]{0,8}?"
    rf"(?P<head>{_FOLK}|{_WORKS})’?){_COUNT}"
)
_SEEKS = (
    r"(?:구(?:하[고며는]|[한합해])|찾(?:는|습|아(?!가)|고)|모(?:은다|읍|아요|으[며고는])|뽑(?:는|습|고|아요|으며)|모[십신셔]|모시|채용|모집|"
    r"받(?:는|습|고|아요|으[며니])|기다[리린립려])"
)
_SEEKING = Cued(_SEEKS)
_OBJECT_BEFORE = re.compile(rf"(?<![가-힣]){_WHO}(?:을|를|도|은|는)\s(?:[^.,\n을를]{{1,14}}\s)?$")
_SEEKS_BEHIND = re.compile(
    rf"[^.,\n]{{0,24}}?\s(?:신청|원서|지원서|서류)(?:을|를)\s받|(?:\s(?![^.,\n]{{0,20}}[을를]\s)[^.,\n]{{0,24}}?)?\s(?:더\s|새로\s)?{_SEEKS}"
)
_OBJECT_BEHIND = re.compile(
    rf"(?:\s?[–—―:]|,)?\s{_WHO}(?:(?<=[명분팀곳])\s|(?:을|를|도)\s(?:[^.,\n을를]{{1,14}}\s)?(?:더\s|새로\s)?|\s(?:더\s|새로\s)){_SEEKS}"
)
# «한마당에서 쓸 ‘우리 동네 노랫말’을 다음 달 4일까지 공모한다»: whatever it is, it is sought for itself
_CONTEST_BEFORE = re.compile(
    r"(?<![가-힣])(?P<what>(?:[가-힣A-Za-z0-9·]{1,12}\s){0,4}(?P<head>‘[^‘’\n]{2,24}’|[가-힣A-Za-z0-9·]{2,12}))(?:을|를|도)\s(?:[^.,\n을를]{1,14}\s)?$"
)
_CONTEST_BEHIND = re.compile(r"(?:\s[^.,\n을를]{1,20})?\s공모(?:한다|합니다|해요|하고|하며|하는|할\s|에\s)")
# «원고는 두 장 안팎, 30일까지 책방 메일로 보내시면 되고», «전시에 걸 사진은 … 보내 주세요»
_WORK_BEFORE = re.compile(
    r"(?<![가-힣])(?P<what>(?:[가-힣A-Za-z0-9·‘’]{1,12}\s){0,3}?[가-힣A-Za-z0-9·]{0,8}?"
    r"(?P<head>그림|사연|사진|작품|원고|글귀|도안|영상|수기|표어))(?:은|는)\s(?:[^.\n]{1,24},?\s)?$"
)
_SENT = re.compile(r"[^.\n]{0,24}?(?:보내|내면|내\s주|내시|올려|올리|부치|맡기)")
_COMERS = re.compile(
    r"(?:^|\s)(?:참가|참여|함께할|참여할|참가할|함께하실|참여하실|오실|올|들을|들으실|갈|가실|볼|들어올|들어오실|나올|나설|나갈|나오실|청중|\d{1,2}일)\s?"
    r"(?:팀|기업|업체|단체|조직|주민|사람|이웃|청년|가족|평가단|[분집곳])$"
)
# «이달 중순까지», «11월까지», «내년 말까지»: no day by which one must have applied
_NO_DAY = re.compile(r"[초중하상]순|내년|올해|연말|[월년]까지|년\s?말까지|[월년]$")
_TO_WORK_THERE = re.compile(r"(?:일할|거들|도울|맡을|꾸릴)\s")
_BEFORE, _BEHIND = 90, 60
"""Characters on either side of a last day in which its clause says whom one seeks."""
_TASK_OF = re.compile(
    rf"(?:^|\s)(?P<before>(?:[^\s]+\s){{1,3}})(?P<task>[가-힣]{{0,6}}[{TO_COME}](?<![을를])|[실넣담읽찍먹맡잡받닦엮묶심]을)\s(?P<who>[^\s].*)$"
)
_ITS_OBJECT = re.compile(r"(?:에서|에|을|를|로|함께|같이|손수|[아어여고게])$")
_BARE_OBJECT = re.compile(r"[가-힣]{2,5}(?<![은는이가을를에도로게서와과])")
_HOW = re.compile(r"(?:함께|같이|손수|[아어여고게])$")
_ALONE = re.compile(rf"{_WORKS}|부부|가족|동문|벗")
_IN_QUOTES = re.compile(r"‘(?P<inner>[^‘’]{2,32})’(?P<rest>.*)$")
_CLAUSE = re.compile(r"^.*(?:된|던|는|난)\s(?=\S)|^(?!올해|이달)\S+의\s(?=\S)|^수\s[있없]는\s")
_GENERIC = re.compile(r"기업|단체|팀|업체|조직|곳|분|집|가족|사람|주민|이웃|청년")
_NUMBER = re.compile(rf"\s(?:\d{{1,3}}|{NATIVE})\s?(?:개\s)?(?:명|팀|곳|분|사람|집)?$")
_ADVERB = re.compile(r"^(?:(?:또|또한|함께|이번에|올해|다시)\s)+")


def sought_until(scene: Scene, sentence: Sentence, when: When) -> tuple[str, SpanPair] | None:
    """«운전원 한 명을 12일까지 구하고», «28일까지 시음단을 뽑는다»: whom or what the clause of a last day seeks.

    Who is hired, taken in or needed is sought for itself, whatever event stands beside; who comes to it is not.
    """
    (start, end), text = when.span, scene.text
    until = min(sentence.end, end + _BEHIND)
    if when.kind not in ("deadline", "range") or when.end is None or _NO_DAY.search(text, start, end):
        return None
    if _SEEKING.search(text, end, until) is None and "공모" not in text[end:until]:
        work = _WORK_BEFORE.search(text, max(sentence.start, start - _BEFORE), start)
        return _called(work) if work is not None and _SENT.match(text, end, until) else None
    match = _OBJECT_BEFORE.search(text, max(sentence.start, start - _BEFORE), start)
    if match is not None and _SEEKS_BEHIND.match(text, end, until) is None:
        match = None
    match = match or _OBJECT_BEHIND.match(text, end, until)
    return (
        _called(match) if match is not None else _contest(text, max(sentence.start, start - _BEFORE), when.span, until)
    )


def _contest(text: str, since: int, span: SpanPair, until: int) -> tuple[str, SpanPair] | None:
    before = _CONTEST_BEFORE.search(text, since, span[0])
    if before is None or _CONTEST_BEHIND.match(text, span[1], until) is None:
        return None
    named = _sought_name(before["what"])
    told = named and not _COMERS.search(before["what"]) and not called.COMMON.match(named)
    return (named if named.endswith(called.CONTESTS) else f"{named} 공모", before.span("what")) if told else None


_SAYS_SO = (
    r"(?:구(?:한다|합니다|해요|하는데|하고|함)|찾(?:는다|습니다|아요|는데|고|음)|모(?:은다|읍니다|아요|으는데|으고)|"
    r"뽑(?:는다|습니다|아요|는데|고|음)|모(?:신다|십니다|셔요|시는데|시고|신답니다)|(?:모집|채용)(?:한다|합니다|해요|하는데|하고|[.])|"
    r"(?:더\s|새로\s|아직\s)받(?:는다|습니다|아요|는데|고)|기다(?:린다|립니다|려요))"
)
_SOUGHT_EARLIER = Cued(
    rf"(?<![가-힣]){_WHO}(?:(?:\s\d{{1,2}}기)?(?:을|를|도)\s(?:[^.,\n을를]{{1,14}}\s)?(?:더\s|새로\s)?|"
    rf"(?:(?<=[명분팀곳])\s(?:더\s|새로\s)?|\s(?:더\s|새로\s))){_SAYS_SO}"
)
# «‘논벗’도 더 찾고 있다», «‘주말농부’를 기다린다»
_NAME_EARLIER = Cued(rf"‘(?P<what>[^’‘\n]{{2,16}})’(?:을|를|도)\s(?:[^.,\n을를]{{1,14}}\s)?(?:더\s|새로\s)?{_SAYS_SO}")
_NEEDED_EARLIER = Cued(
    rf"(?<![가-힣]){_WHO}(?:이|가|도)\s(?:더\s)?(?:필요하(?![면시신])|필요합|필요해(?!서)|모자라|부족하)"
)
# «설명회에 들어오려면», «2차에 나올 기업은», «봉사를 원하는 시민은»: of something else than who is sought
_OF_ELSE = re.compile(r"(?:려면|(?:나올|오실|올|들을|참여할|참가할|원하는|바라는)\s[가-힣]{1,4}(?:은|는))\s")
_EARLIER = 200
"""Characters of a sentence that may say whom one seeks."""
_SENTENCES = 2
"""Between whom one seeks and until when."""


def sought_earlier(scene: Scene, sentence: Sentence, when: When) -> tuple[str, SpanPair] | None:
    """«또 운영위원 두 명을 새로 뽑는다. 누구나 28일까지 손들 수 있다»: whom the words before a last day seek."""
    start, number = when.span[0], scene.number_of(sentence)
    if _NO_DAY.search(scene.text, *when.span) or _OF_ELSE.search(
        scene.text, max(sentence.start, start - _EARLIER), start
    ):
        return None
    first = scene.paragraph(sentence.start)[0]
    for one in reversed(scene.sentences[max(0, number - _SENTENCES) : number + 1]):
        if one.start < first:
            return None
        until = min(one.end, start)
        since = max(one.start, until - _EARLIER)
        match = _last(_NAME_EARLIER, scene.text, since, until) or _last(_SOUGHT_EARLIER, scene.text, since, until)
        match = match or _last(_NEEDED_EARLIER, scene.text, since, until)
        if match is None:
            continue
        between = (t for t in scene.times_in(match.start(), start) if t.kind != "none" and t.span[1] <= start)
        return (
            None
            if _GENERIC.fullmatch(_head(match)) or _ANYONE.fullmatch(_head(match)) or next(between, None)
            else _called(match)
        )
    return None


def _last(pattern: Cued, text: str, start: int, end: int) -> re.Match[str] | None:
    return next(reversed(list(pattern.finditer(text, start, end))), None)


def _called(match: re.Match[str]) -> tuple[str, SpanPair] | None:
    comes = _COMERS.search(match["what"]) and not _TO_WORK_THERE.search(match["what"])
    named = "" if comes else _sought_name(match["what"])
    named = "직원" if re.fullmatch(rf"일할\s(?:사람|분|이웃|이)(?:\s{NATIVE}|\s\d+명?)?", named) else named
    return (_as_call(named, _head(match)), match.span("what")) if named else None


def _head(match: re.Match[str]) -> str:
    return match.groupdict().get("head") or match["what"].rpartition(" ")[2]


def is_anyone(title: str) -> bool:
    """«가족 12팀 모집», «들어오실 곳 모집»: its noun says nobody in particular."""
    words = _NUMBER.sub("", re.sub(r"\s모집$", "", title.strip()))
    return _GENERIC.fullmatch(words.rpartition(" ")[2]) is not None


def has_task(title: str) -> bool:
    """«솥을 닦을 사람 모집»: somebody, by what he is to do."""
    return _TASK_OF.search(re.sub(r"\s모집$", "", title)) is not None or _TO_WORK_THERE.search(title) is not None


def _as_call(named: str, head: str) -> str:
    return f"{named} 공모" if _CHOSEN.fullmatch(head) else called.as_call(named)


def _sought_name(what: str) -> str:
    """«트럭을 몰 운전원»: 운전원; «일손을 보탤 사람», who is nobody without the task: as it stands."""
    quoted = _IN_QUOTES.search(what)
    if quoted is not None and quoted["rest"][:1] in ("", " "):
        contest = quoted["inner"].endswith(called.CONTESTS)
        return quoted["inner"] if contest else f"{quoted['inner']}{quoted['rest']}"
    what = quoted["rest"].partition(" ")[2] if quoted is not None else what
    task = _TASK_OF.search(what)
    if task is not None and _BARE_OBJECT.fullmatch(task["before"].strip()) and _ANYONE.fullmatch(task["who"]):
        return f"{task['before'].strip()} {task['task']} {task['who']}"  # «체험 안내할 이웃»
    if task is None or not _ITS_OBJECT.search(task["before"].strip()):
        return _CLAUSE.sub("", _ADVERB.sub("", called.without_clause(what)))
    alone = called.COMMON.match(task["who"]) or _ALONE.fullmatch(task["who"])
    return f"{_object_of(task['before'])} {task['task']} {task['who']}" if alone else task["who"]


def _object_of(before: str) -> str:
    """«밭을 함께»: what one does it to and how, up to the first word that says what."""
    kept: list[str] = []
    for word in reversed(before.split()):
        if not _ITS_OBJECT.search(word):
            break
        kept.insert(0, word)
        if not _HOW.search(word):
            break
    return " ".join(kept)
