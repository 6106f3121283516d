"""An event held more than once on its day: «27일 오전 10시와 오후 2시에 두 번 엽니다», «1일(수) 영화 오후 3시·7시».

One goes to either, so each hour is one (as with several days: see `several`). «오전 10시와 오후 4시» without a word of
how often may be when it opens and closes, and stays one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from pipelines.extract.events.draft import Draft
from pipelines.extract.events.scene import Scene, at_clock, has_clock, names_day
from store.records import When

_AND = re.compile(r"\s?(?:에)?(?:와|과)\s|,\s|\s?[·/]\s?")
_SIGN = re.compile(r"\s?[·/]\s?")
_COUNT = r"(?:하루\s?)?(?:두|세|네|2|3|4)\s?(?:번|차례|회)(?![째가-힣]*\s?(?:뿐|넘게))"
_OFTEN_BEHIND = re.compile(rf"\s?(?:에)?\s?(?:{_COUNT}|각각|중\s골라)")
_OFTEN_BEFORE = re.compile(rf"{_COUNT}\s?[,:(（]?\s?\Z")
_LATER = re.compile(r"뒤로는?\s|이후|부터는\s")  # «그 뒤로는 토·일 하루 두 번, 10시와 2시예요»
_REACH = 12
MOST = 6
"""Hours of one event."""


def twice_a_day(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Each draft, or one for each of its hours."""
    return [one for draft in drafts for one in _apart(scene, draft, drafts)]


def _apart(scene: Scene, draft: Draft, drafts: list[Draft]) -> list[Draft]:
    if draft.role != "main" or draft.call or draft.recurrence or not has_clock(draft.start):
        return [draft]
    if draft.last_day not in (None, draft.day):
        return [draft]
    hours = _hours(scene, draft)
    if len(hours) < 2:
        return [draft]
    return [_at(draft, when, number) for number, when in enumerate(hours, 1)]


def _hours(scene: Scene, draft: Draft) -> list[When]:
    """Its first hour and those that stand beside it, where the words say that it is held at each."""
    first = next((t for span in draft.evidence.get("start", ()) for t in scene.times_in(*span) if _is(t, draft)), None)
    found = [first] if first is not None else []
    for when in scene.times_in(found[0].span[1], found[0].span[1] + 80) if found else ():
        between = scene.text[found[-1].span[1] : when.span[0]]
        if names_day(when) or not has_clock(when.start) or when.end is not None or not _AND.fullmatch(between):
            break
        found.append(when)
    return found[:MOST] if len(found) > 1 and _often(scene, found) else found[:1]


def _is(when: When, draft: Draft) -> bool:
    return has_clock(when.start) and when.end is None and str(when.start)[10:16] == str(draft.start)[10:16]


def _often(scene: Scene, hours: list[When]) -> bool:
    start, end = hours[0].span[0], hours[-1].span[1]
    if _LATER.search(scene.text, max(0, start - 3 * _REACH), start) is not None:
        return False
    signs = all(_SIGN.fullmatch(scene.text, a.span[1], b.span[0]) for a, b in pairwise(hours))
    behind = _OFTEN_BEHIND.match(scene.text, end, end + _REACH) is not None
    return signs or behind or _OFTEN_BEFORE.search(scene.text, max(0, start - _REACH), start) is not None


def _at(draft: Draft, when: When, number: int) -> Draft:
    evidence = {key: list(spans) for key, spans in draft.evidence.items() if key != "end"}
    one = replace(draft, title=f"{draft.title} {number}회", flags=list(draft.flags), rules=dict(draft.rules))
    one.evidence, one.start, one.end = evidence, at_clock(draft.day, when.start), None
    if number > 1:
        one.note("start", when.span, "hours of a day")
    return one
