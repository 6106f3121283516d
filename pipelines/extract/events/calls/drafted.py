"""A call as an event of its own, and the two ends of its window, told at once or apart.

::

    «신청서를 15일부터 받는다. … 문은 26일 오후 6시에 닫힌다»     the other end of a call told before
    «참가팀을 21일부터 모집한다. 마감은 9월 8일 …»               the first day waits for the last
"""

from __future__ import annotations

from dataclasses import replace

from pipelines.extract.events.days.uses import Use
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.scene import Scene, day_of
from pipelines.extract.events.words.titles import Name
from store.records import Moment, When

FAR = 200
"""Characters between the two ends of a window told in two sentences."""


def call_of(scene: Scene, title: str, name: Name | None, when: When, at: int, until: int, rule: str) -> Draft:
    opens, closes = window(when)
    draft = Draft(title, name, opens, closes, call=True, at=at, until=until)
    draft.application_start, draft.application_deadline = opens, closes
    if opens is None:
        draft.flag("deadline_only")
        draft.note("application_deadline", when.span, rule)
    else:
        draft.note("start", when.span, rule)
        draft.note("application_deadline", when.span, rule)
    if name is not None:
        draft.note("title", name.span, "call")
    return draft


def of_sentence(scene: Scene, use: Use, when: When, title: str, name: Name | None) -> Draft:
    if use.use == "open":  # «접수는 13일 문을 연다»: the day is the first, no last one
        when = replace(when, kind="range", end=None)
    return call_of(scene, title, name, when, use.sentence.start, use.sentence.end, f"prose:{use.use}")


def window(when: When) -> tuple[Moment | None, Moment | None]:
    if when.kind in ("deadline",) or (when.start is None):
        return None, when.end
    if when.end is None or when.end == when.start:
        # «접수: 4/12» alone is its last day; «12일부터» only opens.
        if when.kind == "range":  # «2일 하루만 받습니다» opens and closes
            return when.start, when.end
        return None, when.start
    return when.start, when.end


def closes_soon(uses: list[Use], opened: Use) -> bool:
    """«참가팀을 21일부터 모집한다. 마감은 9월 8일 …»: the next time is the other end of the window."""
    behind = uses[uses.index(opened) + 1 :]
    following = next((u for u in behind if u.use != "none"), None)
    if following is None or following.use != "deadline" or following.when.span[0] - opened.when.span[1] > FAR:
        return False
    first, last = day_of(opened.when.start), day_of(following.when.end or following.when.start)
    return first is not None and last is not None and first <= last


def same_window(drafts: list[Draft], opens: Moment | None, closes: Moment | None) -> Draft | None:
    """The call that was told before: its other end, or the same last day again."""
    for draft in drafts:
        if closes is not None and day_of(draft.application_deadline) == day_of(closes):
            return draft
        if draft.call and opens is None and closes is not None and draft.application_deadline is None:
            return draft
    return None


def is_known(use: Use, when: When, opens: Moment | None, closes: Moment | None, drafts: list[Draft]) -> bool:
    """The other end of a window, or the same last day told again: the call told before takes it up."""
    halves = (d for d in drafts if d.call and d.start is None and "start" not in d.rules)
    near = (d for d in halves if abs(use.when.span[0] - d.until) < FAR)
    half = next(near, None) if use.use == "open" else None
    if half is not None:
        _opens(half, when)
        return True
    same = same_window(drafts, opens, closes)
    if same is None:
        return False
    if same.application_deadline is None or len(str(closes)) > len(str(same.application_deadline)):
        same.application_deadline = closes
        same.end = closes if same.call and same.start is not None else same.end
    same.note("application_deadline", when.span, "prose")
    return True


def opened_before(call: Draft, use: Use, opened: Use | None) -> None:
    """The first day of its window, where that was told apart."""
    only_closes = use.use != "open" and call.start is None
    if opened is not None and only_closes and use.sentence.start - opened.sentence.end < FAR:
        _opens(call, opened.when)


def _opens(call: Draft, when: When) -> None:
    """«신청서를 15일부터 받는다. … 문은 26일 오후 6시에 닫힌다»: both ends of a window told apart."""
    first, last = day_of(when.start), day_of(call.application_deadline)
    if first is not None and last is not None and first > last:
        return  # «대의원은 13일까지 … 떡 예약은 18일부터»: of something else
    call.start, call.end, call.application_start = when.start, call.application_deadline, when.start
    call.flags.remove("deadline_only")
    call.note("start", when.span, "prose:open")
