"""The hours of a practice or a workplace, weekday by weekday below their heading; nobody goes to an event then."""

from __future__ import annotations

import re

from pipelines.extract.events.days.uses import Use
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.scene import Scene, day_of, names_day
from store.records import When

# «■ 진료 시간이 바뀝니다» above «월·수·금 / 오전 9시~오후 6시», «일하는 때» above «월~금 9시부터 18시»
_HEAD = re.compile(r"(?:진료|영업|근무|업무)\s?(?:시간|안내)|일하는\s(?:때|시간|날)|문\s?여는\s(?:때|시간)")
_WEEKDAYS = re.compile(
    r"[^\n]{0,8}?(?:[월화수목금토일](?:요일)?\s?[·,~∼–-]\s?){1,5}[월화수목금토일](?![가-힣])|평일|주말"
)
_WITHIN = 6  # lines


def without_open_hours(scene: Scene, drafts: list[Draft], uses: list[Use]) -> tuple[list[Draft], list[Use]]:
    """Less what was taken for an event on the day of publication: «월~금 9시부터 18시» below «일하는 때»."""
    kept = [draft for draft in drafts if not any(_of_house(scene, when) for when in _told_at(scene, draft))]
    return kept, [use for use in uses if not _of_house(scene, use.when)]


def _told_at(scene: Scene, draft: Draft) -> tuple[When, ...]:
    """The time that told its day."""
    span = next(iter(draft.evidence.get("start", ())), None)
    return tuple(t for t in scene.times_in(*span)[:1] if day_of(t.start) == draft.day) if span is not None else ()


def _of_house(scene: Scene, when: When) -> bool:
    line = scene.line_at(when.span[0])
    if line is None or (names_day(when) and when.kind != "recurrence"):
        return False
    above = [*scene.lines_above(line.start, _WITHIN), line]
    words = [scene.text[x.start : x.end] for x in above]
    heads = [n for n, told in enumerate(words[:-1]) if _HEAD.search(told)]
    return bool(heads) and any(map(_WEEKDAYS.match, words[max(heads[-1] + 1, len(words) - 2) :]))
