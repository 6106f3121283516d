"""Several days in one field are several sittings of one course: «11.17(화)/11.19(목) 14시-17시», or a line for each."""

from __future__ import annotations

import re
from dataclasses import replace

from pipelines.extract.events.days.several import days_told, told_apart
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.fields.labels import BULLETED, Label, labelled
from pipelines.extract.events.scene import Scene, is_dated, names_day
from store.records import When

CALL_TAIL = re.compile(r"\s?(?:모집|신청|접수)$")
# «- (기초) 2024. 9. 10.», «- 1강 6월 14일(화)»: what a sitting is called.
CELL = re.compile(
    r"^(?P<cell>\([가-힣0-9 ]{1,8}\)|\d{1,2}\s?(?:강|회차|회|차시|주차|차|기|반)|[가-힣]{1,3}반)\s?[:：]?\s*$"
)


def sittings(scene: Scene, anchor: Label, draft: Draft) -> list[Draft]:
    """The drafts of one «일시»: as many as it tells days apart."""
    lines = _lines(scene, anchor)
    if len(lines) > 1:
        return [_of_line(scene, draft, start, end, when, n) for n, (start, end, when) in enumerate(lines, 1)]
    days = days_told(scene.times_in(*anchor.value))
    if len(days) < 2:
        return [draft]
    return [
        replace(_copy(draft), title=title, start=start, end=end, recurrence=rule or draft.recurrence)
        for title, start, end, rule in told_apart(CALL_TAIL.sub("", draft.title), days, draft.start, draft.end)
    ]


def _lines(scene: Scene, anchor: Label) -> list[tuple[int, int, When]]:
    """The bulleted lines below a label that ends its line, each with a day of its own."""
    first = scene.line_number(anchor.value[0])
    if first is None or scene.lines[first].start <= anchor.at:
        return []
    mark = BULLETED.match(scene.text, scene.lines[first].start)
    found: list[tuple[int, int, When]] = []
    for line in scene.lines[first:]:
        own = BULLETED.match(scene.text, line.start)
        when = next((t for t in scene.times_in(line.start, line.end) if _tells_day(t)), None)
        fellow = own is not None and mark is not None and own[0] == mark[0]
        if not fellow or when is None or labelled(scene.text[line.start : line.end]):
            break
        found.append((line.start, line.end, when))
    return found


def _tells_day(when: When) -> bool:
    return is_dated(when) and names_day(when)


def _of_line(scene: Scene, draft: Draft, start: int, end: int, when: When, number: int) -> Draft:
    mark = BULLETED.match(scene.text, start)
    cell = CELL.match(scene.text[mark.end() if mark else start : when.span[0]].strip())
    name = cell["cell"] if cell else f"{number}회"
    course = CALL_TAIL.sub("", draft.title)
    one = replace(
        _copy(draft), title=f"{course}{name}" if name.startswith("(") else f"{course} {name}", at=start, until=end
    )
    one.evidence.pop("start", None)
    one.recurrence = None
    one.set_time(when, draft.rules.get("start", "label"))
    return one


def _copy(draft: Draft) -> Draft:
    return replace(
        draft,
        flags=list(draft.flags),
        evidence={k: list(v) for k, v in draft.evidence.items()},
        rules=dict(draft.rules),
    )
