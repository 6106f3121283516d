"""A call whose first day was taken for an event of its own, and which is told until when in a sentence behind.

::

    «‘… 공모’를 9일 시작했다. 원서는 다음 달 3일까지 …»           one call, from the 9th
    «‘… 리그’가 14일 참가팀 접수를 시작했다. 마감은 …»            the call of the event, not the event
"""

from __future__ import annotations

import re

from pipelines.extract.events.days.uses import Use
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.scene import Scene, day_of
from pipelines.extract.events.words.heads import CALL_HEADS
from store.records import Moment

BEHIND = 2
"""Sentences from the first day to the last."""
_TAKES_IN = re.compile(
    r"(?:에|부터|자로)?\s(?P<what>(?:[가-힣A-Za-z0-9]{1,8}\s){0,2}(?:접수|모집|공모|신청))(?:창구?|을|를)?\s"
    r"(?:시작|열었|연다|들어[가갔])"
)
_BEGINS = re.compile(r"(?:에|부터)?\s(?:시작|열었|연다|막을\s올)")


def opened_by(scene: Scene, use: Use, closes: Moment | None, drafts: list[Draft]) -> Draft | None:
    """The event told right before whose day is the first of a call that this day closes: it becomes that call."""
    last = day_of(closes)
    if use.use != "deadline" or last is None:
        return None
    at = scene.number_of(use.sentence)
    since = scene.sentences[max(0, at - BEHIND)].start
    for draft in reversed(drafts):
        if draft.call or draft.role != "main" or not _is_single(draft) or not since <= draft.at <= use.sentence.start:
            continue
        title = _as_opened(scene, draft)
        if title is not None and draft.day is not None and draft.day < last:
            draft.title, draft.call, draft.end = title, True, closes
            draft.application_start, draft.application_deadline = draft.start, closes
            draft.note("application_deadline", use.when.span, f"prose:{use.use}")
            return draft
    return None


def _is_single(draft: Draft) -> bool:
    return draft.end is None and draft.recurrence is None and draft.application_deadline is None


def _as_opened(scene: Scene, draft: Draft) -> str | None:
    """What the call is named, if the words behind its day say that it opens."""
    until = max((end for _, end in draft.evidence.get("start", ())), default=len(scene.text))
    taken = _TAKES_IN.match(scene.text, until)
    if taken is not None:
        return draft.title if draft.title.endswith(taken["what"]) else f"{draft.title} {taken['what']}"
    is_call = draft.title.endswith(tuple(CALL_HEADS)) or draft.title.endswith("공모전")
    return draft.title if is_call and _BEGINS.match(scene.text, until) else None
