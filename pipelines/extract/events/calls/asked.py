"""Days that no word of an application stands beside, but by which a reader is asked to hand something in.

«14일부터 23일까지 가입 종이를 채워 담임 선생님께 내 주세요», «17일부터 28일 밤 9시까지 문자로 이름을 보내 주세요»
"""

from __future__ import annotations

import re

from pipelines.extract.events.days.uses import Use
from pipelines.extract.events.scene import Scene, names_day
from pipelines.korean.cued import Cued

_ASKED = Cued(
    r"(?:내|보내|적어|남겨|올려|넣어|채워|말씀해|알려|접어|써)\s?(?:내\s)?(?:주세요|주십시오|주시면|주셔요|주시기|주십사)|"
    r"(?:내시|보내시|적으시|남기시|올리시|넣으시|써\s?내|적어\s?내)(?:면|기)\s?(?:됩|돼|된|바랍)|(?:내|보내|적|남기|올리|넣)으?면\s(?:됩|돼|된)"
)
_NOT_TO_JOIN = re.compile(
    r"위임장|의결서|회비|입금|반납|돌려|잔금|서명부|의견|보고서|"
    r"못\s?오|어려우|바꾸|취소|환불|동의서|설문|성금|물품"
)
_FAR = 70


def asked_for(scene: Scene, use: Use) -> Use:
    """A window in which the sentence asks for something, told for what it is."""
    when = use.when
    if use.use != "none" or when.kind != "range" or when.start is None or when.end is None or not names_day(when):
        return use
    behind = when.span[1], min(use.sentence.end, when.span[1] + _FAR)
    asked = _ASKED.search(scene.text, *behind)
    if asked is None or _NOT_TO_JOIN.search(scene.text, use.sentence.start, asked.end()):
        return use
    return use._replace(use="window")
