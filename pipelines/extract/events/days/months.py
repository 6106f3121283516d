"""Bare days told beside a call, taken to the month that is meant: of the event they lead to, or behind the last day."""

from __future__ import annotations

import re
from dataclasses import replace

from pipelines.extract.events.days.meant import next_month
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.scene import Scene, at_clock, day_of
from pipelines.extract.events.words.heads import EXAMS
from store.records import When

BARE_DAY = re.compile(r"\d{1,2}일(?!\s?[간동])")


def in_its_month(scene: Scene, when: When, drafts: list[Draft]) -> When:
    """«다음 달 14일 … 설명회를 연다. … 12일까지 이름을 남기면»: a bare day is of the month of the event it leads to."""
    last, told = day_of(when.end), [d for d in drafts if d.role == "main" and not d.call and d.at < when.span[0]]
    event = told[-1].day if told else None
    if event is None or last is None or when.start is not None or not BARE_DAY.match(scene.text, *when.span):
        return when
    if last <= event or last.day > event.day or (last - event).days > 31:
        return when
    moved = last.replace(year=event.year, month=event.month)
    early = scene.published is not None and moved < scene.published
    return when if early else replace(when, end=at_clock(moved, when.end))


def exams_behind(drafts: list[Draft], made: list[Draft]) -> None:
    """«3월 19일까지 원서를 받는다. … 통과하면 23일 면접을 본다» in February: seen after the last day to apply."""
    closing = max((d for d in (day_of(c.application_deadline) for c in made) if d is not None), default=None)
    for draft in drafts:
        day = draft.day
        if closing is None or day is None or draft.name is None or draft.name.head not in EXAMS or day >= closing:
            continue
        moved = next_month(day)
        if moved is not None and 0 <= (moved - closing).days <= 31:
            draft.start, draft.end = at_clock(moved, draft.start), at_clock(moved, draft.end) if draft.end else None


def briefings_ahead(scene: Scene, drafts: list[Draft]) -> None:
    """«22일까지 신청서를 받는다. … 1월 8일부터 컨설팅 … 설명회는 12일»: who is told how to apply is told before."""
    closing = max((d for d in (day_of(c.application_deadline) for c in drafts) if d is not None), default=None)
    for draft in drafts:
        day, spans = draft.day, draft.evidence.get("start", [])
        briefing = draft.name is not None and draft.name.head.endswith("설명회")
        if closing is None or day is None or day <= closing or not briefing or not spans:
            continue
        if BARE_DAY.match(scene.text, *spans[0]) is None or day.day > closing.day:
            continue
        moved = day.replace(year=closing.year, month=closing.month)
        if scene.published is not None and scene.published <= moved:
            draft.start, draft.end = at_clock(moved, draft.start), at_clock(moved, draft.end) if draft.end else None
