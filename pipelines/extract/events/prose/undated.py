"""Events whose day is not known yet: «다음 달 중», «2021년 7월로 미뤄», «무기한 연기».

Their start stays empty, the words become a flag.
"""

from __future__ import annotations

import re

from pipelines.extract.events.days.status import original_flag, spoken_of
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.places import venues
from pipelines.extract.events.scene import Scene, day_of, is_dated
from pipelines.extract.events.words.heads import CALL_HEADS, FOUNDING
from pipelines.extract.events.words.titles import Name, find_names
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
