"""Last days and windows that the rules of days leave alone or take for an occurrence, told here for what they are.

::

    «14일부터 23일까지 종이를 채워 담임 선생님께 내 주세요»          window     something is handed in
    «늦어도 30일에는 접수를 마칩니다», «26일 밤 10시에 신청 글을 닫아요»  deadline   an application ends
    «마감은 상영 전날 저녁 여섯 시», «접수는 13일 해 지기 전까지»        deadline
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipelines.extract.events.calls.sought import sought_earlier, sought_until
from pipelines.extract.events.calls.taken import name_or_gift
from pipelines.extract.events.calls.wanted import candidates
from pipelines.extract.events.days.duties import is_no_day, is_other_duty
from pipelines.extract.events.days.meant import next_month
from pipelines.extract.events.days.uses import Use
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.scene import Scene, at_clock, day_of, has_clock, is_dated, names_day
from pipelines.korean.cued import Cued
from store.records import Moment

_ASKED = Cued(
    r"(?:내|보내|적어|남겨|올려|넣어|채워|말씀해|알려|접어|써)\s?(?:내\s)?(?:주세요|주십시오|주시면|주셔요|주시기|주십사)|"
    r"(?:내시|보내시|적으시|남기시|올리시|넣으시|써\s?내|적어\s?내)(?:면|기)\s?(?:됩|돼|된|바랍)|"
    r"(?:내|보내|적|남기|올리|넣)으?면\s(?:됩|돼|된)"
)
_NOT_TO_JOIN = re.compile(
    r"위임장|의결서|회비|입금|반납|돌려|잔금|서명부|의견|보고서|못\s?오|어려우|바꾸|취소|환불|동의서|설문|성금|물품"
)
_FAR = 70
"""Characters from a window to what is asked."""
_ONLY_WHEN = re.compile(r"(?:이며|이고|이다|입니다|다|예요|이에요)[,.\s]")
_TAKES = re.compile(
    r"(?:출자|신청|접수|원서|원고|서류|작품|사연|조합원|회원|참가자|참여자|참가팀)[^\s.]{0,3}\s(?:[가-힣]{1,4}\s){0,2}(?:받는다|받습니다|받아요|모은다|모읍니다)|"
    r"(?:모집한다|모집합니다|찾는다|찾습니다|뽑는다|뽑습니다|구한다|구합니다|모신다|모십니다|[명분팀곳]을\s기다립니다)[.]"
)
# «지원: 24일까지 수업계획서를 …»: a label that is known for other things too
_LABELLED = re.compile(r"\W*(?:지원|응모|보내실\s?때|보낼\s?때|내실\s?때|낼\s?때|받는\s?때)\s?[:：\])】]\s?(?=\S$)")
_EXTENDED = re.compile(r"(?:까지)?로\s(?:[^\s.]{1,8}\s)?(?:늘[리립렸린]|늦[추춥췄춘]|연장|미[룹룬뤘])")
# «접수를 26일까지로 늘렸다고 10일 밝혔다»: told as done, and still ahead
_EXTENDED_THEN = re.compile(r"(?:까지)?로\s(?:[^\s.]{1,8}\s)?(?:늘렸|늦췄|연장했|미뤘)")
_APPLIES = r"(?:접수|신청|모집|예약|등록|원서|서류|이름)\s?(?:글|창구?|문|받기)?"
_CLOSES = re.compile(
    rf"(?:에|에는|에서)?\s(?:[가-힣]{{1,6}}\s)?{_APPLIES}(?:을|를|이|가|은|는)?\s"
    r"(?:마(?:친다|칩니다|치고|쳐요|칠|감한다|감합니다|감해요)|닫(?:는다|습니다|고|아요|을|힌다|힙니다)|끝(?:난다|납니다|나요|날))"
)
# «… 그림도 모은다. 다음 달 20일이 마지막 날이다», «… 새로 모십니다. 이건 31일에 닫아요»: of whom or what was sought
_LAST = re.compile(
    r"(?:이|가)\s(?:신청\s|접수\s)?(?:마지막(?:\s?날)?|마감)(?:이|입|예요|인)|에(?:\s(?:신청|접수|문|창구)(?:을|를))?\s(?:닫|막[는습아])"
)
_UNTIL = re.compile(r"\s(?:해\s|날\s|문\s)?[가-힣]{1,4}기\s전까지")
_CLOSING = re.compile(
    r"마감(?:일|시한|시각)?(?:은|는|:|\s:|\s-)\s(?:[가-힣]{1,6}\s)?$|(?:닫는|끝나는)\s날은\s(?:[가-힣]{1,6}\s)?$"
)
# «접수를 16일에서 23일 밤 11시로 미뤘다», «출품 접수는 8월 28일에서 9월 25일로 늘립니다»
_MOVED_FROM = re.compile(r"(?:접수|마감|모집|신청|공모|출품|등록|예약)[^.\n]{0,40}에서\s$")
_MOVED_TO = re.compile(r"(?:으)?로\s(?:[^\s.]{1,8}\s){0,2}(?:늘[리립렸린려]|늦[추춥췄춘춰]|연장|미[룹룬뤘룬뤄])")
# «13일 정오 전에 연락 주시면», «1일 정오 전에 전화», «신청은 20일 월요일 점심시간 전까지»
_BEFORE_HOUR = re.compile(r"\s(?:[가-힣]{1,4}시간\s|해\s지기\s)?전(?:까지|에)(?=[\s.,])")
_CALLED_BY = re.compile(r"[^.\n]{0,16}?(?:전화|연락|문자|댓글|신청|예약|말씀|알려\s?주)")
_APPLY_BY = re.compile(r"(?:신청|접수|예약|등록|모집)(?:은|는)\s$")
# «새내기 교실은 3월 6일까지 스무 분을 모십니다»
_TAKES_SO_MANY = re.compile(
    r"(?:만|에만)?\s(?:[^.,\n]{0,10}\s)?(?:\d{1,3}|[가-힣]{1,3})\s?(?:명|분|팀|가족|집|사람|가정)(?:을|만|까지|만을)?\s(?:모십|모신|모셔|받[는습아]|모읍|모은)"
)
# «이건 20일 마감인데», «안 차도 18일에 닫습니다» where something is signed up for
_SHUTS = re.compile(
    r"\s?마감(?:인데|이며|이고|이라|이에요|입니다|[,)])|(?:에|이면)\s(?:[가-힣]{2,5}\s)?(?:닫(?:는다|습니다|아요|고|는데|힙니다|혀요|힌다)|막(?:는다|습니다|아요))"
)
_SIGNED_UP = re.compile(
    r"신청|접수|모집|원서|선착순|정원|자리가|[명분팀]\s?(?:만|까지)|예약|차면\s(?:먼저\s)?닫|안\s차도"
)
_BEFORE = 14


def asked_for(scene: Scene, use: Use, drafts: list[Draft]) -> Use:
    """A time of no application, told as one where the words around it say so."""
    when = use.when
    if (
        use.use in ("limit", "none")
        and when.kind == "deadline"
        and _LABELLED.match(scene.text, use.sentence.line.start, when.span[0] + 1)
    ):
        return use._replace(use="deadline")
    if (
        use.use in ("limit", "none")
        and when.kind == "deadline"
        and (_of_sought(scene, use) or _is_answered(scene, use))
    ):
        return use._replace(use="deadline")
    if use.use == "deadline" and _EXTENDED_THEN.match(scene.text, when.span[1], use.sentence.end):
        return use._replace(when=replace(when, end=_ahead(scene, when.end)))
    if use.use == "limit" and (_is_extended(scene, use) or takes_so_many(scene, use)):
        return use._replace(use="deadline")
    if use.use not in ("none", "occurrence") or not is_dated(when) or _is_of_event(use, drafts):
        return use
    if when.kind == "range":
        window = (use.use == "none" and _hands_in(scene, use)) or _says_when(scene, use)
        window = window or (
            use.use == "occurrence" and names_day(when) and sought_until(scene, use.sentence, when) is not None
        )
        return use._replace(use="window") if window else use
    if when.kind == "instant" and _ends(scene, use):
        last = _ahead(scene, when.start)
        return use._replace(when=replace(when, start=None, end=last, kind="deadline"), use="deadline")
    return use


def _of_sought(scene: Scene, use: Use) -> bool:
    ways = (sought_until, sought_earlier, name_or_gift)
    return any(way(scene, use.sentence, use.when) is not None for way in ways) or _stands(scene, use)


def _stands(scene: Scene, use: Use) -> bool:
    """«감사 두 분을 새로 뽑는데, 뜻 있는 분은 2월 7일까지 귀띔해 주세요»."""
    return names_day(use.when) and candidates(scene, use.sentence) is not None


# «14일까지 저에게 DM», «9일 낮까지 문자를 보낸 사람부터», «12일까지는 알려 달라»: how one answers
_ANSWER = re.compile(
    r"(?:때까지)?(?:은|는|만|요)?,?\s?(?:안으로\s)?[^.\n]{0,20}?(?:DM|디엠|톡(?=[\s!.~]|으로|주|해)|쪽지|댓글|답장|답문|문자|전화(?!드)|말해|말하|말씀|"
    r"알려(?!온|왔)|알리면|적어야|적으면|이름을|손\s?들|\(?\d{2,3}-\d{3,4}-\d{4})"
)
_NO_ANSWER = re.compile(r"(?:[셨했왔었였렸]|돌려|갑니다|보내\s?준|필요하면|소식|못\s|어려[운우])")


def _is_answered(scene: Scene, use: Use) -> bool:
    """A last day ahead by which one is to answer, in no words of an application."""
    (_, end), sentence = use.when.span, use.sentence
    last = day_of(use.when.end)
    if last is None or scene.published is None or last < scene.published or not names_day(use.when):
        return False
    answer = _ANSWER.match(scene.text, end, sentence.end)
    said = (
        scene.text[max(sentence.start, use.when.span[0] - 2 * _FAR) : min(sentence.end, answer.end() + _BEFORE)]
        if answer is not None
        else "못 "
    )
    return not _NO_ANSWER.search(said) and not _NOT_TO_JOIN.search(said)


def _context(scene: Scene, use: Use) -> int:
    """Where the sentence before begins, in the same paragraph."""
    before = scene.sentences[max(0, scene.number_of(use.sentence) - 1)].start
    return max(scene.paragraph(use.sentence.start)[0], before)


def _is_of_event(use: Use, drafts: list[Draft]) -> bool:
    return any(use.when.span in d.evidence.get("start", ()) for d in drafts)


def _hands_in(scene: Scene, use: Use) -> bool:
    when = use.when
    if when.end is None or not names_day(when):
        return False
    asked = _ASKED.search(scene.text, when.span[1], min(use.sentence.end, when.span[1] + _FAR))
    return asked is not None and not _NOT_TO_JOIN.search(scene.text, use.sentence.start, asked.end())


def _is_extended(scene: Scene, use: Use) -> bool:
    """«5월 3일까지였으나 17일까지로 늘립니다» where something is called for."""
    extended = _EXTENDED.match(scene.text, use.when.span[1], use.sentence.end) is not None
    return extended and re.search(_APPLIES + "|공모", scene.document.title) is not None


def _taken_before(scene: Scene, use: Use) -> bool:
    at = scene.number_of(use.sentence)
    before = scene.sentences[at - 1] if at else use.sentence
    return before.line is use.sentence.line and _TAKES.search(scene.text, before.start, before.end) is not None


def _says_when(scene: Scene, use: Use) -> bool:
    """«조합원 출자를 받는다. 20일부터 6월 14일까지이며 …»: a sentence that only says when, behind whom one seeks."""
    if use.when.span[0] != use.sentence.start or not _ONLY_WHEN.match(scene.text, use.when.span[1], use.sentence.end):
        return False
    return _taken_before(scene, use)


def takes_so_many(scene: Scene, use: Use) -> bool:
    """Whether a last day says how many are taken in till then."""
    last = day_of(use.when.end)
    ahead = use.when.kind == "deadline" and last is not None and scene.published is not None and last >= scene.published
    return (
        ahead
        and names_day(use.when)
        and _TAKES_SO_MANY.match(scene.text, use.when.span[1], use.sentence.end) is not None
    )


def is_put_off(scene: Scene, use: Use) -> bool:
    """Whether a day is the later last day of an application: «접수를 16일에서 23일로 미뤘다»."""
    (start, end), sentence = use.when.span, use.sentence
    before = scene.text[max(sentence.start, start - _FAR) : start]
    return _MOVED_TO.match(scene.text, end, sentence.end) is not None and _MOVED_FROM.search(before) is not None


def _moved_or_before(scene: Scene, use: Use) -> bool:
    """A last day that was put off, or an hour before which one must have called."""
    (start, end), sentence = use.when.span, use.sentence
    before = scene.text[max(sentence.start, start - _FAR) : start]
    if is_put_off(scene, use):
        return True
    hour = _BEFORE_HOUR.match(scene.text, end, sentence.end)
    if hour is None or not names_day(use.when) or _NOT_TO_JOIN.search(scene.text, sentence.start, sentence.end):
        return False
    return _APPLY_BY.search(before) is not None or _CALLED_BY.match(scene.text, hour.end(), sentence.end) is not None


def _ends(scene: Scene, use: Use) -> bool:
    (start, end), sentence = use.when.span, use.sentence
    if _moved_or_before(scene, use):
        return True
    if _CLOSES.match(scene.text, end, sentence.end):
        return True
    before = scene.text[max(sentence.start, start - _BEFORE) : start]
    if _CLOSING.search(before):
        return True
    if _SHUTS.match(scene.text, end, sentence.end) and _SIGNED_UP.search(
        scene.text, _context(scene, use), sentence.end
    ):
        return True
    if _LAST.match(scene.text, end, sentence.end) and sought_earlier(scene, sentence, use.when) is not None:
        return True
    applied = re.search(_APPLIES, scene.text[sentence.start : start])
    return applied is not None and _UNTIL.match(scene.text, end, sentence.end) is not None


def _ahead(scene: Scene, last: Moment | None) -> Moment | None:
    """A bare day that was taken for one behind: an application that is open ends ahead."""
    day, told = day_of(last), scene.published
    if day is None or told is None or day >= told:
        return last
    later = next_month(day)
    return at_clock(later, last) if later is not None and later >= told else last


_OF_LAST_DAY = re.compile(r"마감일\s?(?:은|에는)?\s?$|마지막\s?날(?:은|에는)?\s?$")
_ARRIVES = re.compile(r"\s?(?:도착|마감|소인)")


def hour_of_last_day(scene: Scene, use: Use, calls: list[Draft]) -> bool:
    """«마감일 오후 5시에 닫힌다», «마지막 날은 밤 아홉 시», «우편은 29일 18시 도착분까지»: of a day told before."""
    moment = use.when.end if use.when.start is None else use.when.start
    open_still = [d for d in calls if d.application_deadline is not None and not has_clock(d.application_deadline)]
    if not has_clock(moment) or not open_still or _is_of_event(use, calls):
        return False
    words = scene.text[max(use.sentence.start, use.when.span[0] - _BEFORE) : use.when.span[0]]
    last_day = _OF_LAST_DAY.search(words) or scene.text.startswith(("마지막 날", "마감일"), use.when.span[0])
    same = [d for d in open_still if day_of(d.application_deadline) == day_of(moment)]
    if not last_day and not (same and _ARRIVES.match(scene.text, use.when.span[1])):
        return False
    call = (same or open_still)[-1]
    day = day_of(call.application_deadline)
    assert day is not None
    call.application_deadline = at_clock(day, moment)
    call.end = call.application_deadline if call.call else call.end
    return True


_NOT_A_CALL = re.compile(r"의결서|돌려|환불|위임장|동의서|의견|입금|계약|제출한 서류|결과|발표|예산|대출|반납")
_APPLIED_FOR = re.compile(
    r"참가(?!비)|참여 신청|모집|공모|(?:신청|접수|원서|이력서|지원서)(?:을|를)\s받|"
    r"신청\s?(?:방법|기한)?\s?[:：]|신청서|지원서|이름을\s(?:올|적|남)|자리를\s(?:맡|잡)"
)
# «소집 통지는 24일까지 보낸다», «못 오시면 20일까지 알려 주세요»: nothing to apply for
_OWN_DUTY = Cued(
    r"(?:통지서?|통보|안내문|공고문|안건지|자료집|초대장)(?:는|은|을|를)\s(?:[가-힣]{1,5}\s)?$|"
    r"(?:못\s(?:오시|하시|가시|오|가|나오)[가-힣]{0,3}|안\s맞[가-힣]{1,3}|맞지\s않으면)\s(?:[가-힣]{1,5}\s)?$|"
    r"(?:(?:못|안)\s(?:오|가|나오)실|(?:올|갈|나올)\s수\s없는|(?:오기|가기|나오기)\s어려운)\s(?:분|곳|사람|이|기업|팀|단체)(?:들)?(?:은|는)\s$|"
    r"(?:치수|계좌(?:번호)?|정산\s서류|서류\s원본)(?:은|는|를|을)\s$"
)
# «알릴 일이 있는 단체는 수요일까지 편집부로»: news for the paper
_TO_THE_PAPER = re.compile(r"편집부|편집국|제보|(?:알릴|실을|전할)\s(?:일|소식|글)")
# «8월 8일까지 매주 화 19:00»: the end of what comes again and again
_RHYTHM = re.compile(r"\s(?:매주|매달|매월|격주)\s")
_HOURS_AGO = re.compile(r"(?:시간|분)\s?전$")
# «어제까지 열두 분이 신청하셨어요»
_TILL_NOW = re.compile(r"(?:어제|그제|지금|이제)까지")


def is_no_application(scene: Scene, use: Use, near: str) -> bool:
    """Whether a day is of something else: what the sender does till then, a proxy, money, hours ago."""
    if _HOURS_AGO.search(scene.text, *use.when.span) or _TO_THE_PAPER.search(near):
        return True
    if _TILL_NOW.fullmatch(scene.text, *use.when.span) or _RHYTHM.match(scene.text, use.when.span[1], use.sentence.end):
        return True
    if use.use != "deadline":
        return False
    if is_no_day(scene, use.when.span) or is_other_duty(scene, use.when.span, use.sentence.start, use.sentence.end):
        return True
    other = _NOT_A_CALL.search(near) and not _APPLIED_FOR.search(near)
    return bool(other) or _OWN_DUTY.search(scene.text, use.sentence.start, use.when.span[0]) is not None
