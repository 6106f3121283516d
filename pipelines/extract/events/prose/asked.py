"""Days told in answers: the question names what is held then, or asks when the text's own event is.

::

    «Q. 총회라는 거 꼭 가야 해요?  4월 11일 수요일 4시 30분, 시청각실이에요»
    «- 날짜가 어떻게 되나.  “4월 27일에 시작해 5월 20일에 끝난다 …”»
"""

from __future__ import annotations

import re

from pipelines.extract.events.days.occasions import Occasion
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.names.referring import bare
from pipelines.extract.events.scene import Scene, Sentence, names_day
from pipelines.extract.events.words.heads import CALL_HEADS
from pipelines.extract.events.words.titles import Name, find_names, head_of
from pipelines.korean.marks import NUMBERED

QUESTION = re.compile(
    rf"\s?(?:[-–—―•·▷▶☞]|Q\d{{0,2}}\s?[.:)]?|문\d{{0,2}}\s?[).:]|물음\s?\d{{0,2}}\s?[).:]|\d{{1,2}}[.)]|[{NUMBERED}]"
    r"|\[[가-힣A-Za-z0-9 ]{1,10}\]|[가-힣A-Za-z]{2,8}\s?:)\s?"
    r"(?P<asked>[^\n]{2,60}?(?:\?|(?:[나까]요?|죠|(?<!까)지)\.?))\s*$"
)
"""Of an interview, of questions often asked, of people who chat."""
# «어르신 반찬 배달 언제 시작이랬죠»
WHAT_WHEN = re.compile(
    r"(?!언제|어디|어느|누가|누구|무엇|무슨|뭘|뭐|왜|어떻게|얼마|몇|아무)(?P<what>[가-힣A-Za-z0-9]+(?:\s[가-힣A-Za-z0-9]+){0,3}?)(?P<topic>은|는|이|가)?\s언제"
)
SAID_FIRST = re.compile(r"(?:근데|그런데|그럼|그러면|그리고|참|아|저기|혹시|우리)[,]?\s")
COUNTED = re.compile(r"오늘|내일|모레|어제|그제|이날|그날|당일|전날")
"""«내일도 해요»: counted from the day of the chat, not from that of the post."""
WHEN = re.compile(r"언제|며칠|날짜|일정|때가|시간")
ANSWER = 4  # sentences
# «총회라는 거 꼭 가야 해요?»
SPOKEN_OF = re.compile(r"(?P<what>[가-힣A-Za-z0-9]{2,12}?)이?라는\s")


def asked_about(scene: Scene, sentence: Sentence, moment: Occasion, told: list[Draft]) -> Name | None:
    """The event that the question before this answer names; the text's own where only its day is asked for."""
    at = scene.number_of(sentence)
    if not names_day(moment.times[0]) or COUNTED.match(scene.text, moment.at):
        return None
    for earlier in reversed(scene.sentences[max(0, at - ANSWER) : at]):
        match = QUESTION.match(scene.text, earlier.line.start, earlier.line.end)
        if match is not None:
            return _named(scene, match) or (_own(scene, match.start(), told) if WHEN.search(match["asked"]) else None)
    return None


def _named(scene: Scene, match: re.Match[str]) -> Name | None:
    first = match.start("asked")
    lead = SAID_FIRST.match(match["asked"])
    first += lead.end() if lead is not None else 0
    names = [n for n in find_names(scene.text, first, match.end("asked")) if n.head not in CALL_HEADS]
    names = [n for n in names if not n.weak or " " in n.title]
    if names:
        return names[-1]
    what = WHAT_WHEN.match(scene.text[first : match.end("asked")])
    if what is not None and len(what["what"]) > 3:
        at = first + what.start("what")
        return Name(what["what"], (at, at + len(what["what"])), head_of(what["what"]) or "", True, False)
    for word in SPOKEN_OF.finditer(scene.text, *match.span("asked")):
        head = head_of(word["what"])
        if head is not None and head not in CALL_HEADS:
            return Name(word["what"], word.span("what"), head, False, False)
    return None


def _own(scene: Scene, until: int, told: list[Draft]) -> Name | None:
    """What the text is about: the first event that it names in quotes and tells no day of."""
    for sentence in scene.sentences:
        if sentence.start >= until:
            return None
        for name in find_names(scene.text, sentence.start, sentence.end):
            whole = name.quoted and not name.weak and not bare(name) and name.head not in CALL_HEADS
            if whole and not any(d.name is not None and d.name.title == name.title for d in told):
                return name
    return None
