"""What a day without a name is a sitting of, or what its own clause calls it in words that no table knows.

::

    «둘러보기도 이틀 잡았다. 19일에는 애월을, 20일에는 구좌를 돈다»       a number of sittings, then their days
    «… 4월 1일 저녁 7시, 같은 내용으로 한 번 더 합니다»                the event told last, once more
    «가을 장은 10월 20일 같은 자리에서 선다»                          the market told before, in another season
    «‘은퇴 뒤 협동조합’은 이틀짜리다. 4월 25일과 26일 … 열린다»          the subject of the sentence before
    «11일 저녁 7시 반 사무실에서 ‘사과 한 알’을 해요»                  a name in quotes that is held
    «12월 18일 저녁 6시 터전에서 임시총회요»                          a noun that is all of the predicate
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipelines.extract.events.days.occasions import Occasion
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.names.referring import alike
from pipelines.extract.events.prose.openings import ahead
from pipelines.extract.events.prose.parts import ADVERB, HOLDS, PLAYS, thing_in
from pipelines.extract.events.scene import Scene, Sentence, has_clock, is_dated, names_day
from pipelines.extract.events.words.heads import CALL_HEADS
from pipelines.extract.events.words.titles import SPEECH, Name, find_names, head_of
from pipelines.korean.cued import Cued

_OPEN, _CLOSE = "[‘“「『<《]", "[’”」』>》]"
_INNER = r"(?P<what>[^‘’“”「」『』<>《》\n]{2,30})"
_NUMBER = r"(?:두|세|네|다섯|여섯|[2-9])\s?(?:차례|번|곳|군데|회)|이틀|사흘|나흘"
ANNOUNCED = Cued(
    rf"(?:은|는|을|를|도|이|가)\s(?:[가-힣]{{2,8}}(?<![은는을를도이가])\s)?(?:모두\s|다\s)?(?:{_NUMBER})(?:에\s걸쳐|으?로|을|를|씩)?"
    r"(?:\s?(?:이?다|입니다|예요|이에요)|\s(?:[가-힣]{2,6}\s)?(?:나눠|마련|잡|준비|연다|열|엽니|있|진행|치[르른러]|한다|합니|해요|둔다|뒀))"
)
REACH = 3
"""Sentences between what is announced and the last of its days."""


_TOPIC = re.compile(rf"{_OPEN}{_INNER}{_CLOSE}(?:은|는|도)\s")
_OCCURS = re.compile(rf"[^.\n]{{0,60}}?(?:{PLAYS}|{HOLDS})")
_OWN_SUBJECT = re.compile(r"[가-힣’”](?:이|가)\s")
QUOTED_HELD = Cued(rf"{_OPEN}{_INNER}{_CLOSE}(?:을|를|도|이|가)\s{ADVERB}(?:{HOLDS}|{PLAYS})")
_PREDICATE = re.compile(
    r"(?:에서|[,\d]층|[실관터당]),?\s(?P<what>(?:[가-힣A-Za-z0-9]{1,10}\s){0,2}[가-힣A-Za-z0-9]{2,10}?)"
    r"(?:이에요|예요|요|입니다|이다|다)(?=[.!~]|\s?$|\s?\n)"
)


_COUNTED_FROM = re.compile(r"전날|하루\s전|이튿날|당일|이날|그날|같은\s날|오늘|어제")
"""«접속 주소는 전날 보낸다»."""


def sitting_of(scene: Scene, sentence: Sentence, moment: Occasion, told: list[Draft]) -> Name | None:
    """The event that a day of its own is a sitting of."""
    if not names_day(moment.times[0]) or _COUNTED_FROM.match(scene.text, moment.at):
        return None
    ways = (_announced, _subject_before)
    return next((name for way in ways if (name := way(scene, sentence, moment, told)) is not None), None)


def called(scene: Scene, moment: Occasion, until: int) -> Name | None:
    """What the clause of a day itself calls it: a name in quotes that is held, or a noun that is all it says."""
    behind = moment.times[-1].span[1]
    if not names_day(moment.times[0]) or not (ahead(scene, moment) or has_clock(moment.start)):
        return None
    for held in QUOTED_HELD.finditer(scene.text, behind, until):
        if SPEECH.search(held["what"]) is None:
            return Name(held["what"].strip(), held.span("what"), head_of(held["what"]) or "", True, False)
    match = _PREDICATE.search(scene.text, behind, until)
    words = thing_in(match["what"]) if match is not None else ""
    head = head_of(words) if words else None
    if match is None or head is None or head in CALL_HEADS:
        return None
    at = match.end("what") - len(words)
    return Name(words, (at, at + len(words)), head, False, False)


def _announced(scene: Scene, sentence: Sentence, moment: Occasion, told: list[Draft]) -> Name | None:
    first, _ = scene.paragraph(sentence.start)
    at = scene.number_of(sentence)
    for earlier in reversed(scene.sentences[max(0, at - REACH) : at + 1]):
        until = min(earlier.end, moment.at)
        match = ANNOUNCED.search(scene.text, earlier.start, until) if earlier.start >= first else None
        if match is not None:
            name = _before(scene, earlier, match.start())
            return _known(name, told, first) if name is not None else None
    return None


def _before(scene: Scene, sentence: Sentence, until: int) -> Name | None:
    """The name that ends where its particle stands: «집들이는 두 번 …», «‘빈집 둘러보기’도 이틀 …»."""
    names = [n for n in find_names(scene.text, sentence.start, until) if n.head not in CALL_HEADS]
    if names and until - names[-1].span[1] <= 1:
        return names[-1]
    quoted = re.search(rf"{_OPEN}{_INNER}{_CLOSE}$", scene.text[sentence.start : until])
    if quoted is None or SPEECH.search(quoted["what"]):
        return None
    at = sentence.start + quoted.start("what")
    return Name(quoted["what"], (at, at + len(quoted["what"])), head_of(quoted["what"]) or "", True, False)


def _known(name: Name, told: list[Draft], since: int) -> Name:
    """As the first of its sittings is called already."""
    for draft in reversed(told):
        if draft.at < since or draft.name is None or draft.role != "main" or draft.call:
            continue
        if draft.name.span == name.span or (name.head and alike(draft.name.head, name.head)):
            return replace(draft.name, title=draft.title)
    return name


def _subject_before(scene: Scene, sentence: Sentence, moment: Occasion, told: list[Draft]) -> Name | None:
    at = scene.number_of(sentence)
    before = scene.sentences[at - 1] if at and moment.at - sentence.start <= 3 else None
    if before is None or before.line is not sentence.line or any(is_dated(t) for t in before.times):
        return None
    match = _TOPIC.match(scene.text, before.start, before.end)
    behind = moment.times[-1].span[1]
    occurs = _OCCURS.match(scene.text, behind, sentence.end)
    if match is None or occurs is None or SPEECH.search(match["what"]) or _OWN_SUBJECT.search(occurs[0]):
        return None
    return Name(match["what"].strip(), match.span("what"), head_of(match["what"]) or "", True, False)
