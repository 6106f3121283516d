"""Whose an event is by where its name stands: behind its body, as the topic of who put it on, below a headline."""

from __future__ import annotations

import re
from functools import lru_cache

from pipelines.extract.events.bodies import roles
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.fields.labels import BULLETED
from pipelines.extract.events.scene import Scene

# «· ○○지원센터 ‘찾아가는 상담’ 29일까지», «○○연대(줄여서 연대) 임시총회가»: whose it is stands before it
NAMED_BEHIND = re.compile(
    r"[’”」』》]?(?:\([^()\n]{1,20}\))?\s?[:：=]?\s?(?:(?:제?\d{1,3}차|\d{1,2}월|정기|임시|조합원|상반기|하반기)\s){0,2}[‘“'\"「『<《]?"
)

OWN_THING = re.compile(r"[’”」』》]?\s(?:[가-힣0-9]{2,8}\s){1,2}")  # «한들영농조합법인 저온저장고 준공식»


def before_name(scene: Scene, draft: Draft) -> None:
    """The body right in front of a name, at the head of an item or before what bodies hold themselves."""
    at = draft.name.span[0] if draft.name is not None else 0
    line = scene.line_at(at) if at else None
    bodies = roles.bodies_in(scene, (line.start, at)) if line is not None else []
    if not bodies or draft.name is None or (roles.is_public(bodies[-1][0]) and draft.name.head in roles.OWN):
        return
    name, span = bodies[-1]
    mark = BULLETED.match(scene.text, line.start) if line is not None else None
    heads = mark is not None and span[0] - mark.end() <= 1
    own = OWN_THING.fullmatch(scene.text, span[1], at) is not None and draft.name.head in roles.OWN
    near = own or NAMED_BEHIND.fullmatch(scene.text, span[1], at) is not None
    if near and (heads or draft.name.head in roles.OWN) and not re.search(r"협약|계약", draft.title):
        draft.hosts = (name,)
        draft.note("host", span, "before name")


# «판매전은 울산 북구가 마련했고», «이번 대회는 부산경제진흥원이 판을 깔고»
PUT_ON = re.compile(r"(?:이|가)\s(?:마련|준비|주최|차렸|꾸렸|열었|열고|연다|엽니다|판을 깔|판을 벌)")


@lru_cache(maxsize=1024)  # one for each noun of an event
def _topic(head: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:이번\s|이날\s|올해\s)?(?:{re.escape(head)}|행사|대회|축제|잔치|자리|장터|한마당|교육|강좌|과정|포럼)(?:은|는)\s"
    )


def topical(scene: Scene, draft: Draft) -> None:
    """Who put an event on, in a sentence that begins with the event itself."""
    head = draft.name.head if draft.name is not None else ""
    for sentence in scene.sentences if head else ():
        topic = _topic(head).match(scene.text, sentence.start, sentence.end)
        for name, span in roles.bodies_in(scene, (topic.end(), sentence.end)) if topic is not None else ():
            if PUT_ON.match(scene.text, span[1]) is not None:
                draft.hosts = (name,)
                draft.note("host", span, "topic")
                return


TITLE_SUBJECT = re.compile(r"(?:\[[^\[\]]*\]\s?)?(?P<who>[가-힣A-Za-z0-9·() ]{2,24}?)(?:,|\s?[…]|\.\.)\s?\S")


def heads_title(scene: Scene, main: list[Draft]) -> None:
    """«안동시, 사회적기업 지정 돕는다»: the headline's subject tells of its own, where nobody else is told of."""
    match = TITLE_SUBJECT.match(scene.document.title) if scene.document.channel == "news" else None
    who = match["who"].strip() if match is not None else ""
    known = next((o.name for o in scene.organisations if who in (o.name, *o.aliases)), None) if who else None
    if known is None and who and roles.is_government(who):
        known = roles.full_name(who, scene)
    if known is None:
        return
    other = bool(main) and bool(main[0].hosts) and known not in main[0].hosts
    for draft in main if not other else ():
        if not draft.hosts and not re.search(r"협약|계약", draft.title):
            draft.hosts = (known,)
            draft.rules.setdefault("host", "headline")


# «[골목 사람들] “뜯어봐야 고친다” 한들손기술협동조합 한보람 이사장»
GUEST = re.compile(
    r"\s[가-힣]{2,4}\s(?:상임|전|신임)?\s?(?:이사장|대표|센터장|관장|소장|위원장|회장|사무국장)(?![가-힣])"
)
QUESTION = re.compile(r"\s?(?:[-–—―▲]|Q[.:]?|문[.:])\s?[^“”\n]{3,80}[.?]\s?$")
QUESTIONS_LEAST = 2


def of_guest(scene: Scene, main: list[Draft]) -> None:
    """An interview: what the head of a body says «we hold» in an answer is held by that body."""
    title = scene.document.title
    guest = GUEST.search(title)
    named = [
        o
        for o in scene.organisations
        if guest and any(title[: guest.start()].endswith(n) for n in (o.name, *o.aliases))
    ]
    asked = [line for line in scene.lines if QUESTION.match(scene.text, line.start, line.end)] if named else []
    for draft in main if len(asked) >= QUESTIONS_LEAST else ():
        line = scene.line_at(max(draft.at, 0))
        if line is not None and line.start > asked[0].start and not (draft.hosts or draft.organisers):
            draft.hosts = (named[0].name,)
            draft.note("host", named[0].mentions[0] if named[0].mentions else None, "guest")
