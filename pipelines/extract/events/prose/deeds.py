"""What took place, told by what was done: a picture's caption, a post of those who were there, the sign of a ceremony.

::

    «▲ 14일 매계리 비탈밭에서 조합원들이 두물차를 따고 있다»           두물차 따기
    «그제 토요일(10일)에 조합 텃밭에서 감자 캤습니다»                감자 캐기
    «5월 23일에는 새 작업장에서 현판을 걸었습니다»                   현판식

A deed is an event only where the sentence is its own: a caption shows what was done, a post begins with its day.
"""

from __future__ import annotations

import re
from datetime import timedelta

from pipelines.extract.events.days.occasions import Occasion
from pipelines.extract.events.prose.parts import DONE, NOTHING, thing_in
from pipelines.extract.events.scene import Scene, Sentence, day_of, names_day
from pipelines.extract.events.words.titles import Name
from pipelines.korean.verbs import clause_ends, nominal, stem_of

_CAPTION = re.compile(r"\s?(?:[▲△▼▽◀▶◁▷]|[\[<【(]\s?(?:사진|포토)[^\n\])>】]{0,12}[\])>】])\s?")
_NOUNS = r"(?P<what>(?:[가-힣A-Za-z0-9·]+\s){0,3}[가-힣A-Za-z0-9·]+?)"
_PHOTO = re.compile(r"포토|사진|화보")
"""A post of pictures; what a picture beside a report shows is of the event that the report tells."""
_STEMS = "|".join(sorted(DONE, key=len, reverse=True))
_SHOWN = re.compile(rf"{_NOUNS}(?:을|를)\s(?:[가-힣]{{1,6}}\s)?(?P<stem>{_STEMS})고\s있(?:다|는\s(?:모습|가운데))")
"""«두물차를 따고 있다»."""
_PAST = "|".join(form for stem in DONE for form in clause_ends(stem) if form.endswith("지)"))
_WE_DID = re.compile(rf"{_NOUNS}(?:을|를)?\s(?P<verb>{_PAST})")
CEREMONIES = (
    (re.compile(r"현판을\s(?:내?걸었|달았)"), "현판식"),
    (re.compile(r"첫\s?삽을\s떴"), "착공식"),
)
"""What is done at a ceremony, in the words of its sign."""
RECENT = timedelta(days=45)


def deed(scene: Scene, sentence: Sentence, moment: Occasion, until: int) -> Name | None:
    """The name of what was done on a day that is over."""
    day = day_of(moment.start)
    if scene.published is None or day is None or not names_day(moment.times[0]):
        return None
    if not timedelta(0) <= scene.published - day <= RECENT:
        return None
    behind = moment.times[-1].span[1]
    if (ceremony := _ceremony(scene, behind, _goes_on(scene, sentence, until))) is not None:
        return ceremony
    if _CAPTION.match(scene.text, sentence.line.start) is not None and _PHOTO.search(scene.document.title) is not None:
        shown = _SHOWN.search(scene.text, behind, until)
        return _done(shown, shown["stem"]) if shown is not None else None
    if scene.document.channel != "board" or moment.at - sentence.start > BEGINS:
        return None
    did = _WE_DID.search(scene.text, behind, until)
    return _done(did, stem_of(did["verb"], DONE)) if did is not None else None


def _ceremony(scene: Scene, since: int, until: int) -> Name | None:
    for sign, ceremony in CEREMONIES:
        match = sign.search(scene.text, since, until)
        if match is not None:
            return Name(ceremony, match.span(), ceremony, False, False)
    return None


def _goes_on(scene: Scene, sentence: Sentence, until: int) -> int:
    """«23일에는 경사가 있었습니다. 새 작업장에서 현판을 걸었습니다»: a short sentence and the one that says more."""
    at = scene.number_of(sentence) + 1
    following = scene.sentences[at] if at < len(scene.sentences) else None
    short = until == sentence.end and sentence.end - sentence.start <= SHORT
    goes_on = short and following is not None and following.line is sentence.line and not following.times
    return following.end if goes_on and following is not None else until


SHORT = 30
BEGINS = 8
"""Characters of a sentence in front of its day: «그제 토요일(10일)에»."""


def _done(match: re.Match[str], stem: str | None) -> Name | None:
    thing = thing_in(match["what"])
    if stem is None or len(thing) < 2 or NOTHING.search(thing) or thing.isdigit():
        return None
    end = match.end("what")
    return Name(f"{thing} {nominal(stem)}", (end - len(thing), end), "", False, False)
