"""Days till which one does something else than apply, and last days that hold no more.

::

    «날짜가 맞지 않아 못 나오는 팀은 16일까지 알려야», «취소하실 분은 6일까지»     who does not come
    «사정이 생기면 하루 전까지 알려 주세요», «11일까지 안 들어왔으면 전화»        whom something else befell
    «버스는 15일까지 신청», «통역이 필요하면 사흘 전까지»                      a service beside the event
    «23일에 닫으려던 등록도 28일까지», «12일 마감에서 19일 마감으로»             till when it was before
"""

from __future__ import annotations

import re

from pipelines.extract.events.scene import Scene
from store.records import SpanPair

_WHOM = r"(?:분|팀|사람|이|곳|조합원|회원|기업|단체|가족|집|가게)(?:들)?(?:은|는|께서는|께는)\s"
_TO_TIME = r"[^.\n]{0,36}$"
_BEFORE = re.compile(
    rf"(?:(?:하지|오지|가지|나오지|서지)\s못하(?:는|실|게\s된)|(?:못|안)\s(?:오|가|나오|서)(?:는|실|시는)|(?:물리|취소하|무르|빠지)고\s싶은|"
    rf"(?:취소|환불|철회|포기)(?:를\s원하|을\s바라)?(?:하실|할|하는|하시는|하려는|는)|빠지실|빠질|[이가]\s어려(?:운|우신))\s{_WHOM}{_TO_TIME}|"
    rf"사정이\s(?:생기|있으|바뀌|안\s되)[가-힣]{{1,3}}\s{_TO_TIME}|혹시\s$|"
    rf"(?:버스|차편|차량|셔틀|승합차|통역|돌봄|우편투표지|투표용지|수료증|합격증)(?:은|는|을|를|이|가)\s(?:따로\s|보내니\s|필요하면\s|필요하신\s분은\s|타실\s분은\s)?$"
)
_BEHIND = re.compile(
    r"(?:는|만)?\s(?:[^\s.,]{1,10}\s){0,3}?(?:안\s[가-힣]{1,4}(?:으면|면)|말씀\s안\s하|취소|치워|비워|이미\s|들어온|정해야|위임장|추천을\s받|뽑아\s드|"
    r"(?:합격|결과|당첨)(?:을|를|자)\s?(?:[가-힣]{1,4}\s)?알|비밀(?:[!.\s]|$))"
)
_WAS = re.compile(
    r"(?:에|까지(?:만)?)?\s(?:[가-힣]{1,6}\s)?(?:(?:닫으|마감하|끝내|끝맺으|받으|거두|하|마치|열)려(?:던|다가?\s|고\s했)|마감(?:할|될)?\s예정이던|마감이던|마감에서\s)|"
    r"(?:까지)?(?:이|였)던\s"
)

# «올해 안에 둘 예정인 팀», «이달 안에 설립인가를 신청하고»; not «이번 달 안에 톡 주세요»
_NO_DAY = re.compile(r"(?:올해|이달|이번\s?달|다음\s?달|이번\s?주|다음\s?주|\d{1,2}월)")
_ASKED_WITHIN = re.compile(r"\s안(?:에|으로)\s[^.\n]{0,40}?(?:주세요|주십시오|전화|문자|톡|바랍|하면\s된|하시면)")


def is_no_day(scene: Scene, span: SpanPair) -> bool:
    """Whether a month, week or year is told with nothing that says till when."""
    whole = _NO_DAY.fullmatch(scene.text, *span) is not None and not scene.text.startswith("까지", span[1])
    return whole and _ASKED_WITHIN.match(scene.text, span[1]) is None


def is_other_duty(scene: Scene, span: SpanPair, since: int, until: int) -> bool:
    """Whether a last day is of something else than an application, or of one that has another last day by now.

    `since`, `until`: where its sentence begins and ends.
    """
    if _BEFORE.search(scene.text, since, span[0]) or _BEHIND.match(scene.text, span[1], until):
        return True
    return _WAS.match(scene.text, span[1], until) is not None
