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
    near = NAMED_BEHIND.fullmatch(scene.text, span[1], at) is not None
    if near and (heads or draft.name.head in roles.OWN) and not re.search(r"협약|계약", draft.title):
        draft.hosts = (name,)
        draft.note("host", span, "before name")


# «판매전은 울산 북구가 마련했고», «이번 대회는 부산경제진흥원이 판을 깔고»
PUT_ON = re.compile(r"(?:이|가)\s(?:마련|준비|주최|차렸|꾸렸|열었|판을 깔|판을 벌)")


@lru_cache(maxsize=1024)  # one for each noun of an event
def _topic(head: str) -> re.Pattern[str]:
    return re.compile(rf"(?:이번\s|이날\s|올해\s)?(?:{re.escape(head)}|행사|대회|축제|잔치|자리)(?:은|는)\s")


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
