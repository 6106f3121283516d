"""The two ends of an application told by what its office does, not by «부터» and «까지».

::

    «서류는 13일 문을 열어 3월 3일 오후 6시에 닫는다»      13th opens, 3 March closes
    «이력서는 19일부터 받기 시작했고 8일 금요일이 끝이에요»  likewise
    «참가 기업 접수는 11일에 닫습니다»                     closes

What opens and closes must be an application: a shop, a show and a course do so too. Its word stands in the sentence;
where the sentence has no subject of its own, in the sentence before.
"""

from __future__ import annotations

import re

from pipelines.extract.events.scene import Scene, Sentence
from pipelines.korean.cued import Cued
from store.records import When

_DOOR = (
    r"(?:(?:서류|원서|접수|신청|공모|모집|주문|예약|받는\s일)?\s?(?:접수)?"
    r"(?:창구?|문|서류|접수|신청|주문|예약|모집)(?:을|를|이|가|은|는|도)?\s)?(?:모두\s|일찍\s)?"
)
# what is past or only wished is no last day to come: «15일에 닫았다», «닫으려던»
_CLOSES = re.compile(
    rf"(?:에|까지|이면|면|으로|로)?(?:\s?\([^)\n]{{1,12}}\)(?:에)?)?\s?{_DOOR}"
    r"(?:닫(?:힌다|힙니다|혀요|힘|는다|습니다|아요|을|음|아\s?걸|히[고며는]|[고으지])|"
    r"마감(?:한다|합니다|된다|됩니다|해요|돼요|이다|입니다|이에요|함|하[고며]|되[고며]|일|[!.]|$)|"
    r"끝(?:난다|납니다|나요|남|나[고며]|낸다|냅니다|내요|내[고며]|맺는다|맺습니다)|"
    r"마(?:친다|칩니다|쳐요|침|치[고며])|마무리(?:한다|합니다|된다|됩니다|하[고며])|거둔다|거둡니다|거둬요|끊는|끊습)|"
    r"[이가]\s(?:[가-힣]{2,4}\s)?(?:끝|마지막|마감)(?:이|입|날|일|예요|[!.,]|$)|[이가]\s지나면\s[^.\n]{0,14}(?:닫|마감|받지)"
)
_CLOSING_WORDS = Cued(r"닫|마감|끝|마친|마칩|마치|마쳐|마침|마무리|마지막|거둔|거둡|거둬|끊는|끊습")
_OPENS = re.compile(
    r"(?:에|부터|은|는)?\s?(?:(?:접수\s?)?(?:창구?|문|접수|신청|받기)(?:을|를|이|가)?\s)?"
    r"(?:시작|열(?:어|고|며|려|리[고며]|렸|었|린\s?뒤)|여[는고며]|받기\s시작|문\s?열|연\s뒤|막을\s올|이?고|이며|인데)"
)
# «창구가 열리는 날은 8일이고», «마지막으로 받는 날은 20일»
_OPENING_DAY = re.compile(r"(?:열리는|여는|받기\s시작하는|시작하는)\s날(?:은|이)\s(?:오는\s|이달\s)?$")
_CLOSING_DAY = re.compile(
    r"(?:(?:마지막(?:으로)?|끝으로)\s(?:[가-힣]{2,4}(?:을|를)\s)?(?:받는\s|접수\s|신청\s)?날|(?:닫는|닫히는|마감하는|끝나는)\s(?:날|때|시각))(?:은|이)\s(?:오는\s|이달\s|내달\s|다음\s달\s)?$"
)
_APPLIED = re.compile(
    r"서류|원서|지원서|신청|이력서|제안서|접수|모집|공모|응모|등록|예약|주문|창구|출자|증자|추천|출품|이름\s?(?:적|올)|미리\s?맞추|참가\s?기업|"
    r"찾는다|찾습니다|찾아요|뽑는다|뽑습니다|뽑고|뽑아요|받는다|받습니다|받아요|받고\s있|받기"
)
_SUBJECT = re.compile(r"[가-힣]{2,}(?:은|는|이|가)\s")
_OF_THE_CALL = re.compile(
    r"^(?:문|창|창구|접수창|마감|마지막|날|시각|때|접수|신청|서류|원서|모집|공모|[가-힣]*(?:일|날))(?:은|는|이|가)\s$"
)


def told_end(scene: Scene, sentence: Sentence, when: When) -> str | None:
    """«open» or «deadline» where the words around a time say that an application begins or ends then."""
    if when.granularity not in ("day", "time") or not _CLOSING_WORDS.search(scene.text, sentence.start, sentence.end):
        return None
    closing = next((t for t in sentence.times if _closes(scene, sentence, t)), None)
    if closing is None or not _of_an_application(scene, sentence, closing):
        return None
    if closing is when:
        return "deadline" if when.start in (None, when.end) or when.end is None else "window"
    return "open" if when.span[1] <= closing.span[0] and _opens(scene, sentence, when) else None


def _closes(scene: Scene, sentence: Sentence, when: When) -> bool:
    if when.granularity not in ("day", "time"):
        return False
    if _CLOSES.match(scene.text, when.span[1], sentence.end) is not None:
        return True
    return _CLOSING_DAY.search(scene.text, max(sentence.start, when.span[0] - 24), when.span[0]) is not None


def _opens(scene: Scene, sentence: Sentence, when: When) -> bool:
    if _OPENS.match(scene.text, when.span[1], sentence.end) is not None:
        return True
    return _OPENING_DAY.search(scene.text, max(sentence.start, when.span[0] - 24), when.span[0]) is not None


def _of_an_application(scene: Scene, sentence: Sentence, closing: When) -> bool:
    text = scene.text
    if _APPLIED.search(text, sentence.start, min(sentence.end, closing.span[1] + 12)) is not None:
        return True
    if any(not _OF_THE_CALL.match(m[0]) for m in _SUBJECT.finditer(text, sentence.start, closing.span[0])):
        return False
    at = scene.number_of(sentence)
    before = scene.sentences[at - 1] if at else None
    if before is None or before.start < scene.paragraph(sentence.start)[0]:
        return False
    return _APPLIED.search(text, before.start, before.end) is not None
