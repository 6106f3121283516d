"""Items of a programme under the event of that day: «조합원 장기자랑(오후 3시)», «14:00 개회식»."""

from __future__ import annotations

import re

from pipelines.extract.events.draft import Draft
from pipelines.extract.events.scene import Scene, at_clock, day_of, has_clock, names_day
from pipelines.extract.events.words.titles import Name, head_of, tidy
from store.records import When

BEFORE = re.compile(r"(?:^|[,/·、:：?]|\n)\s?(?P<what>[가-힣A-Za-z0-9]{2,10}(?:\s[가-힣A-Za-z0-9]{2,10}){0,2})\s?\($")
BEHIND = re.compile(r"\s?[:：)\-–]?\s?(?P<what>[^\n,/|(]{2,30})")
NO_ITEM = re.compile(
    r"접수|등록|휴식|점심|저녁|식사|이동|도착|출발|해산|마감|질의|까지|부터|신청|문의|[은는이가을를에도]$|예정|"
    r"오픈"
)


# What is no turn of a programme even where each line of it begins with a clock.
NO_TURN = re.compile(r"접수|등록|휴식|점심|저녁|식사|이동|도착|출발|해산|마감|질의|문의|정리|[.!?다]$")


def read_programme(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Parts told by an hour and a noun, where one event of a single day stands before them."""
    found: list[Draft] = []
    listed = _listed(scene)
    for when in scene.times:
        if not has_clock(when.start) or names_day(when):
            continue
        parent = _parent(drafts, when)
        told = [d for d in drafts if when.span in d.evidence.get("start", [])]
        if parent is None or (told and not (told == [parent] and when.span[0] in listed)):
            continue
        name = _name(scene, when, when.span[0] in listed)
        if name is None or any(name.title in d.title and d.start == when.start for d in [*drafts, *found]):
            continue
        draft = Draft(name.title, name, at=name.span[0], until=max(name.span[1], when.span[1]), parent=parent)
        draft.set_time(when, "programme")
        draft.start, draft.end = at_clock(parent.day, when.start), at_clock(parent.day, when.end) if when.end else None
        draft.note("title", name.span, "programme")
        found.append(draft)
    return found


CLOCK_FIRST = re.compile(r"[^\w\n]{0,4}\d{1,2}(?::\d\d|시)")


def _listed(scene: Scene) -> set[int]:
    """Where lines begin with a clock, three or more on end: «13:30~14:00 길놀이», «16:30~ 둘러보기»."""
    found: set[int] = set()
    run: list[int] = []
    for line in [*scene.lines, None]:
        first = CLOCK_FIRST.match(scene.text, line.start, line.end) if line is not None else None
        if first is not None:
            run.append(first.end() - len(first[0].lstrip(" -·•*○◦▪□■▷▶\t")))
        else:
            found |= set(run) if len(run) > 2 else set()
            run = []
    return found


def _parent(drafts: list[Draft], when: When) -> Draft | None:
    before = [d for d in drafts if d.role == "main" and not d.call and d.parent is None and d.at < when.span[0]]
    last = before[-1] if before else None
    single = last is not None and last.day is not None and last.last_day == last.day and not last.recurrence
    return last if single and last is not None and day_of(when.start) == last.day else None


def _name(scene: Scene, when: When, listed: bool) -> Name | None:
    text, (start, end) = scene.text, when.span
    line = text.rfind("\n", 0, start) + 1
    opened = BEFORE.search(text, line, start)
    if opened is not None and text[end : end + 1] == ")":
        return None if NO_ITEM.search(opened["what"]) else _named(opened["what"], opened.start("what"))
    lead = text[line:start].strip(" ·•-–*○◦▪□■▷▶\t")
    behind = BEHIND.match(text, end) if not lead else None
    if behind is None or (NO_TURN if listed else NO_ITEM).search(behind["what"]):
        return None
    if head_of(behind["what"]) is None and not listed:
        return None
    return _named(behind["what"], behind.start("what"))


def _named(words: str, at: int) -> Name:
    title = tidy(words)
    return Name(title, (at, at + len(words)), head_of(title) or "", False, False)
