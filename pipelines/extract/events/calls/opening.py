"""Events told by the other rules that are calls themselves, or the first day of one.

::

    «‘… 공모’를 9일 시작했다. 원서는 다음 달 3일까지 …»           one call, from the 9th
    «‘… 리그’가 14일 참가팀 접수를 시작했다. 마감은 …»            the call of the event, not the event
    «‘2024년 … 신규 공모’를 17일부터 2월 2일까지 한다»           ends with its own deadline
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipelines.extract.events.calls.given import attach
from pipelines.extract.events.days.uses import Use
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.fields.labels import Label
from pipelines.extract.events.scene import Scene, day_of, has_clock
from pipelines.extract.events.words.heads import CALL_HEADS
from store.records import Moment, When

BEHIND = 2
"""Sentences from the first day to the last."""
_TAKES_IN = re.compile(
    r"(?:에|부터|자로)?\s(?P<what>(?:[가-힣A-Za-z0-9]{1,8}\s){0,2}(?:접수|모집|공모|신청))(?:창구?|을|를|에)?\s"
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


APPLIES_THEN = re.compile(r"(?:지원서|원서|신청서|이력서|서류|제안서)(?:는|은|를|을)\s[^.\n]{0,20}$")


def is_itself(scene: Scene, use: Use, told: Draft) -> None:
    """«활동가 공개모집 - 지원서는 15일부터 19일까지 받음»: what was taken for an event of these days is their call."""
    if not has_clock(use.when.start) and APPLIES_THEN.search(scene.text, use.sentence.start, use.when.span[0]):
        attach(told, use.when.start, use.when.end, use.when.span, "prose:window", exact=True)


APPLICATIONS = ("모집", "공모", "신청", "접수", "예약")
"""What an event of several days is called that ends with its own last day."""
CONTESTS = ("공모전", "경진대회", "백일장", *APPLICATIONS)


def becomes_call(use: Use, drafts: list[Draft]) -> bool:
    """«‘… 공모전’ 접수를 16일에서 23일로 미뤘다»: what was taken for the contest's own day is its last."""
    for draft in drafts:
        if use.when.span in draft.evidence.get("start", ()) and draft.title.endswith(CONTESTS) and not draft.call:
            draft.application_deadline = draft.end = use.when.end or use.when.start
            draft.start, draft.call = None, True
            draft.flag("deadline_only")
            draft.note("application_deadline", use.when.span, "prose:deadline")
            return True
    return False


# «신청: 7월 20일까지였는데 … 31일까지로 늘립니다», «마감 : 11월 25일 → 12월 7일», «(당초) 3일까지⏎(변경) 9일까지»
_PUT_OFF = re.compile(
    r"(?:까지)?(?:였|이었)[^.]{0,40}|\s*(?:→|⇒|->)\s*(?:변경\s)?|(?:까지)?에서\s|(?:까지)?\s*\W?\s?변\s?경(?:\s?후)?\s?\W?\s*"
)


def behind_day(scene: Scene, label: Label, times: list[When]) -> When | None:
    """«김장 신청» above «18일 김장은 10일까지 매장에 …»: the last day, not the day that one applies for."""
    if not times or times[0].kind != "instant" or "\n" not in scene.text[label.at : label.value[0]]:
        return None
    sentence = next(iter(scene.sentences_in(*times[0].span)), None)
    told = [t for t in times[1:] if sentence is not None and t.span[0] < sentence.end]
    return next((t for t in told if t.kind == "deadline" and t.end is not None), None)


def later_of_two(scene: Scene, times: list[When]) -> When | None:
    """The last day that holds, of two."""
    if len(times) < 2 or _PUT_OFF.fullmatch(scene.text, times[0].span[1], times[1].span[0]) is None:
        return None
    if times[1].kind == "range" and times[0].kind == "range":
        return times[1]
    return replace(times[1], start=None, end=times[1].end or times[1].start, kind="deadline")


# «언제 : 12일 ~ 26일 17시 도착분까지»: what must arrive by then is an application
RECEIVED = re.compile(r"\)?\s?(?:도착|접수|소인|우편)\S{0,4}\s?(?:까지|마감|유효|한함)|\s?(?:접수\s)?마감(?!\s?후)")


def _received(scene: Scene, draft: Draft) -> bool:
    last = max((b for _, b in draft.evidence.get("start", ())), default=0)
    return bool(last) and draft.last_day != draft.day and RECEIVED.match(scene.text, last) is not None


PROLONGED = re.compile(r"(?P<what>[가-힣]{0,6}\s?(?:모집|접수|신청|공모))\s?(?:기간\s?)?연장")


def _is_prolonged(scene: Scene, draft: Draft) -> bool:
    """«… 참여기업 모집 연장» with «변경 : 22일 ~ 17일까지»: the window that is told is the call's."""
    title = scene.document.title
    prolonged = PROLONGED.search(title)
    if prolonged is None or draft.title not in title or draft.last_day == draft.day or draft.recurrence:
        return False
    bare = re.sub(r"\s?(?:기간\s?)?연장$", "", draft.title)
    what = prolonged["what"].strip()
    draft.title = bare if bare.endswith(what) else f"{bare} {what}"
    return True


def of_themselves(scene: Scene, drafts: list[Draft]) -> None:
    """«‘2024년 마을기업 신규 공모’를 17일부터 2월 2일까지 한다»: an event that is a call ends with its own deadline."""
    for draft in drafts:
        is_call = (draft.name is not None and draft.name.head in CALL_HEADS) or draft.title.endswith(APPLICATIONS)
        is_call = is_call and draft.last_day != draft.day
        is_call = is_call or _received(scene, draft) or _is_prolonged(scene, draft)
        if is_call and draft.end is not None and draft.application_deadline is None and draft.role == "main":
            draft.application_start, draft.application_deadline = draft.start, draft.end
            draft.rules.setdefault("application_deadline", "a call's own end")
            draft.evidence.setdefault("application_deadline", list(draft.evidence.get("start", ())))
