"""Hours told as those of another day: «다음 이사회: 4월 11일 같은 시각», «20일로 물렸다. 시각과 장소는 그대로다».

::

    put off        ─► the hour of the day it was put off from
    next meeting   ─► the hours of the meeting whose minutes these are, not of what its agenda speaks of
    another row    ─► the hour of the event above it
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipelines.extract.events.draft import Draft
from pipelines.extract.events.names.referring import alike
from pipelines.extract.events.scene import Scene, at_clock, day_of, has_clock, names_day, touches
from pipelines.korean.cued import Cued
from store.records import Moment, SpanPair

SAME = Cued(
    r"(?:같은|똑같은|동일한?)\s?(?:시각|시간대?|때)(?!보다|에 비)|"
    r"(?<![가-힣])(?:(?:모이는|여는|시작하?는?)\s)?(?:시각|시간|때)"
    r"(?:(?:과|와|이랑|랑|하고|·|,)?\s?(?:장소|자리|곳|부엌|데)(?:\([^()\n]{0,20}\))?)?(?:[은는도이]\s|\s)"
    r"(?:모두\s|다\s|늘\s|(?:이번|오늘|전날|지난번)(?:과|이랑)\s)?(?:그대로|같[음아습다고]|똑같|동일)"
)
_UNCHANGED = re.compile(r"(?:날짜|날|일자)(?:와|과|이랑|,|·)?\s?$")
"""«날짜와 시간은 그대로»: only the place is another."""
_LAST_YEAR = re.compile(r"(?:작년|지난해|전년|[가-힣] 전)(?:과|의)?\s$")
NEAR, SENTENCES = 90, 3
"""Characters and sentences from a day to the words that its hours are the same."""
BEHIND = 3
"""Characters from those words to the hours, where they are said once more."""
_OTHERWISE = re.compile(r"(?:비가?|비 소식|정족수|성원|모자라|미달|무산|못 미치|과반)")
"""«비가 오면 9일 같은 시간»: a day on which it is held only if …"""
_NEXT = re.compile(r"다음|차기|담\s?(?:번|달|모임|회의)|제?\s?\d{1,2}차|(?:오늘|이번)(?:과|이랑)\s")
_MEETINGS = re.compile(r"(?:이사회|위원회|운영위|총회|회의|월례회|반상회|간담회|회의록|기록|모임)$")


def same_hours(scene: Scene, drafts: list[Draft]) -> None:
    """Gives an event whose hours are told as those of another the hours of that."""
    if not SAME.may_fit(scene.text):
        return
    for draft in drafts:
        told = _told(scene, draft, drafts) if draft.role == "main" and not draft.call else None
        if told is None:
            continue
        own = not has_clock(draft.start)
        hours = _behind(scene, told) or _before_the_change(scene, draft)
        hours = hours or _of_the_meeting(scene, draft, drafts, told)
        hours = hours or (_above(draft, drafts) if own else None)
        if hours is not None and has_clock(hours[0]):
            _take(draft, hours, told)


def _told(scene: Scene, draft: Draft, drafts: Iterable[Draft]) -> SpanPair | None:
    """Where a text says so of an event that has its day but no hour, or one that was guessed from these very words."""
    spans = draft.evidence.get("start", ())
    if not spans or draft.day is None or draft.recurrence or draft.last_day != draft.day:
        return None
    day = next((w for w in scene.times_in(*spans[0]) if names_day(w)), None)
    sentence = scene.sentence_at(spans[0][0])
    if day is None or sentence is None:
        return None
    last = scene.sentences[min(scene.number_of(sentence) + SENTENCES, len(scene.sentences) - 1)]
    said = SAME.search(scene.text, spans[0][0], min(last.end, day.span[1] + NEAR))
    if said is None or _OTHERWISE.search(scene.text, sentence.start, said.start()):
        return None
    lead = scene.text[max(0, said.start() - 8) : said.start()]
    if _UNCHANGED.search(lead) or _LAST_YEAR.search(lead):
        return None
    guessed = any(touches(said.span(), *span) for span in spans)
    if has_clock(draft.start) and not guessed:
        return None
    others = [span for d in drafts if d is not draft for span in d.evidence.get("start", ())]
    between = scene.times_in(day.span[1], said.start())
    return None if any(touches(w.span, *span) for w in between for span in others) else said.span()


def _behind(scene: Scene, told: SpanPair) -> tuple[Moment | None, Moment | None] | None:
    """«모이는 시각은 그대로 오전 8시»: said once more."""
    again = next(iter(scene.times_in(told[1], told[1] + BEHIND)), None)
    plain = again is not None and not names_day(again) and has_clock(again.start)
    return (again.start, again.end) if again is not None and plain else None


def _before_the_change(scene: Scene, draft: Draft) -> tuple[Moment | None, Moment | None] | None:
    """The hour of the day that an event was put off from."""
    old = {f[14:24] for f in draft.flags if f.startswith("original_date:")}
    told = next((t for t in scene.times if str(day_of(t.start)) in old and has_clock(t.start)), None) if old else None
    return (told.start, told.end) if told is not None else None


def _of_the_meeting(
    scene: Scene, draft: Draft, drafts: Iterable[Draft], told: SpanPair
) -> tuple[Moment | None, Moment | None] | None:
    """The hour of the meeting whose minutes these are."""
    line = scene.line_at(told[0])
    following = line is not None and _NEXT.search(scene.text[line.start : line.end] + draft.title)
    if not following or not _is_meeting(draft):
        return None
    held = [d for d in drafts if d is not draft and d.day and draft.day and d.day < draft.day and has_clock(d.start)]
    held = [d for d in held if scene.published is not None and d.day is not None and d.day <= scene.published]
    own = next((d for d in held if _is_meeting(d) or d.rules.get("start", "").startswith("label")), None)
    return (own.start, None) if own is not None else None


def _is_meeting(draft: Draft) -> bool:
    head = draft.name.head if draft.name is not None else ""
    return _MEETINGS.search(draft.title) is not None or _MEETINGS.search(head) is not None


def _above(draft: Draft, drafts: Iterable[Draft]) -> tuple[Moment | None, Moment | None] | None:
    """The hours of the event above, one of the same kind first."""
    before = [d for d in drafts if d.at < draft.at and d.role == "main" and not d.call]
    timed = [d for d in before if has_clock(d.start)]
    if any(d.title == draft.title and d is not draft and not has_clock(d.start) for d in drafts):
        return None  # the hours of its own first day were not read
    head = draft.name.head if draft.name is not None else ""
    fellows = [d for d in timed if head and d.name is not None and alike(d.name.head, head)] or timed
    model = max(fellows, key=lambda d: d.at, default=None)
    if model is None:
        return None
    return model.start, model.end if model.last_day == model.day else None


def _take(draft: Draft, hours: tuple[Moment | None, Moment | None], told: SpanPair) -> None:
    opens, closes = hours
    draft.start = at_clock(draft.start, opens)
    draft.end = at_clock(draft.start, closes) if has_clock(closes) else None
    draft.note("start", told, "same hours")
