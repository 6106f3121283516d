"""Events whose day is not known yet: «다음 달 중», «2021년 7월로 미뤄», «무기한 연기».

Their start stays empty, the words become a flag.
"""

from __future__ import annotations

import re
from datetime import date

from pipelines.extract.events.days.status import original_flag, spoken_of
from pipelines.extract.events.days.uses import Use
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.names.referring import bare
from pipelines.extract.events.places import venues
from pipelines.extract.events.scene import Scene, day_of, is_dated
from pipelines.extract.events.words.heads import CALL_HEADS, FOUNDING
from pipelines.extract.events.words.titles import Name, find_names
from pipelines.korean.cued import Cued
from store.records import When

FUZZY = {
    "month": "month_only",
    "part_of_month": "fuzzy_date",
    "week": "week_only",
    "half_year": "fuzzy_date",
    "year": "year_only",
}
MOVED_TO = re.compile(r"^\s?(?:으로|로|에)\s[^.\n]{0,14}(?:늦추|늦춰|늦췄|미뤄|미뤘|미루|연기|순연|옮|열|개최)")
COMING = re.compile(r"열|개최|갖기로|갖|진행|마련|예정|계획|연다|미뤄|미뤘|연기|늦추|늦춰|순연|넘어|취소")


def read_undated(scene: Scene, state: str) -> list[Draft]:
    """The one event such a text is about: its first strong name, or the one with a fuzzy time beside it."""
    for sentence in scene.sentences:
        names = [
            n
            for n in find_names(scene.text, sentence.start, sentence.end)
            if n.head not in FOUNDING and n.head not in CALL_HEADS
        ]
        strong = [n for n in names if not n.weak]
        fuzzy = [t for t in sentence.times if t.granularity in FUZZY]
        moved = state in ("postponed", "cancelled") and strong
        if strong and (
            moved or (fuzzy and COMING.search(scene.text, sentence.start, sentence.end) and _coming(scene, fuzzy[0]))
        ):
            return [_draft(scene, strong[0], sentence.start, sentence.end, fuzzy, state)]
    return []


OFF = Cued(r"취소|접었|접는다|접기로|접고|쉽니다|쉰다|열지 않|없습니다|안 합니다")
CALLED_OFF = re.compile(
    r"[’”」』'\"]?(?:\([^()\n]{1,40}\))?\s?(?:은|는|을|를|이|가|도|:)\s?[^.\n]{0,24}?(?:취소(?:됐|되었|된다|했|한다|합니다|하기로|하고|하며|해)|접(?:었다|었습니다|는다|기로|고\s)|쉽니다|"
    r"쉰다|열지 않|없습니다|안 합니다)"
)


def read_cancelled(scene: Scene, uses: list[Use], drafts: list[Draft]) -> list[Draft]:
    """«예정했던 제품 전시회는 취소됐다», «청천동 반상회 : 이번달은 쉽니다»: called off, no day of it is told."""
    found: list[Draft] = []
    for sentence in scene.sentences_for(OFF) if scene.state != "cancelled" else ():
        if OFF.search(scene.text, sentence.start, sentence.end) is None:
            continue
        dated = [u.when for u in uses if u.sentence is sentence and is_dated(u.when)]
        if any(spoken_of(scene, t.span) != "original" for t in dated):
            continue
        for name in find_names(scene.text, sentence.start, sentence.end):
            off = CALLED_OFF.match(scene.text, name.span[1], sentence.end)
            known = any(name.title in d.title or d.title in name.title for d in [*drafts, *found])
            if off is None or known or name.weak or name.head in CALL_HEADS or bare(name):
                continue
            draft = Draft(name.title, name, status="cancelled", at=sentence.start, until=sentence.end)
            draft.note("title", name.span, "called off")
            where = venues.venue_near(scene, sentence, sentence.start, name.span[0])
            if where is not None:
                draft.venue = scene.text[slice(*where)]
                draft.note("venue", where, "에서")
            if PUT_OFF.search(off[0]):  # «20일로 잡았던 견학은 미루었고 새 날짜는 아직 없습니다»
                draft.status = "postponed"
                draft.rules["title"] = "put off"
                for old in dated:
                    draft.flag(original_flag(old))
            elif dated:  # «19일 저녁으로 잡혔던 전야제는 취소했다»
                draft.set_time(dated[0], "called off")
            else:
                draft.flag("undated")
            found.append(draft)
    return found


PUT_OFF = re.compile(r"미루었|미뤘|미뤄|연기|늦췄|늦춰")


def settle_called_off(scene: Scene, draft: Draft) -> None:
    """«19일 저녁으로 잡혔던 전야제는 취소했다» in a text that moves another event: its own day stays, called off."""
    told = draft.name is not None and draft.name.span[1] and not draft.call and draft.status in ("", "scheduled")
    off = told and draft.name is not None and CALLED_OFF.match(scene.text, draft.name.span[1], draft.until)
    if off and PUT_OFF.search(off[0]):  # «20일로 잡았던 견학은 미루었고 새 날짜는 아직 없습니다»
        if draft.start is not None and any(f.startswith("original_date:") for f in draft.flags):
            draft.start = draft.end = None
            draft.status = "postponed"
            draft.evidence.pop("start", None)
        return
    clocks = draft.evidence.get("start", []) if off else []
    if off and clocks and off.end() <= clocks[0][0] and "." in scene.text[off.start() : clocks[0][0]]:
        off = None  # «책모임 : 5월은 쉽니다. 6월 4일에 다시 만나요»
    if off and draft.start is not None and scene.state != "cancelled":
        draft.status = "cancelled"
        draft.flags = [f for f in draft.flags if f != f"original_date:{draft.day}"]
    flag = next((f for f in draft.flags if f.startswith("original_date:")), None)
    if draft.start is not None or flag is None or draft.name is None or scene.state == "cancelled":
        return
    off = CALLED_OFF.match(scene.text, draft.name.span[1], max(draft.until, draft.name.span[1]))
    if off is not None and PUT_OFF.search(off[0]) is None:
        draft.flags.remove(flag)
        day = date.fromisoformat(flag[14:24])
        own = next((s.start for s in scene.sentences_in(draft.at, draft.at + 1)), draft.at)
        spoken = next((t for t in scene.times if own <= t.span[0] and day_of(t.start) == day), None)
        draft.start, draft.status = spoken.start if spoken is not None else day, "cancelled"
        draft.note("start", spoken.span if spoken is not None else None, "called off")


def _coming(scene: Scene, when: When) -> bool:
    last = day_of(when.end) or day_of(when.start)
    return scene.published is None or last is None or last >= scene.published


def _new_time(scene: Scene) -> When | None:
    """«2021년 7월로 한 해 늦추기로»: the coming month or season it was put off to."""
    coming = [t for t in scene.times if t.granularity in FUZZY and _coming(scene, t)]
    moved = [t for t in coming if MOVED_TO.match(scene.text[t.span[1] : t.span[1] + 24])]
    return moved[0] if moved else None


def _draft(scene: Scene, name: Name, start: int, end: int, fuzzy: list[When], state: str) -> Draft:
    draft = Draft(name.title, name, at=start, until=end)
    draft.note("title", name.span, "undated")
    sentence = next(s for s in scene.sentences if s.start == start)
    place = venues.venue_near(scene, sentence, sentence.start)
    if place is not None:
        draft.venue = scene.text[slice(*place)]
        draft.note("venue", place, "에서")
    when = _new_time(scene) if state == "postponed" else (fuzzy[0] if fuzzy else None)
    for old in scene.times:
        if state == "postponed" and is_dated(old) and spoken_of(scene, old.span) == "original":
            draft.flag(original_flag(old))
    if when is not None and when.start is not None:
        prefix = "new_date_" if state == "postponed" else ""
        shown = (
            when.start.isoformat()[:7]
            if when.granularity == "month"
            else f"{when.start.isoformat()[:10]}/{when.end.isoformat()[:10] if when.end else ''}"
        )
        draft.flag(f"{prefix}{FUZZY[when.granularity]}:{shown}")
        draft.note("start", when.span, "fuzzy")
    return draft
