"""Sittings of one course told in rows: «1강 9/12 …», «첫째 밤 / 8. 29.(화) 19:00~21:00 / …», and the course they make.

A reader signs up for the course, so three sittings or more make one: from the first to the last, with their hours where
all share them; weekly where they are a week apart.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import timedelta

from pipelines.extract.events.days.several import Told, days_told, rhythm, told_apart
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.names import sittingnames
from pipelines.extract.events.names.candidates import bare
from pipelines.extract.events.scene import Scene, at_clock, day_of, has_clock
from pipelines.extract.events.words.titles import Name
from store.records import Moment, When

LEAST = 3  # sittings
WEEKS = timedelta(weeks=4)
MOST = 20
"""Last days of one name that are looked at. It bounds the cost of hostile input."""


def members(draft: Draft, times: tuple[When, ...]) -> list[Draft]:
    """«<월요일 밤의 협동조합 영화> 9/5·9/19 두 번, 저녁 7시 반»: one row, several sittings."""
    days = days_told(times) if not draft.recurrence else ()
    return [_on(draft, told) for told in told_apart(draft.title, days, draft.start, draft.end)] if days else [draft]


def _on(draft: Draft, told: Told) -> Draft:
    return replace(
        draft,
        title=told.title,
        start=told.start,
        end=told.end,
        recurrence=told.recurrence or draft.recurrence,
        flags=list(draft.flags),
        evidence={k: list(v) for k, v in draft.evidence.items()},
        rules=dict(draft.rules),
    )


def is_sitting(name: Name | None) -> bool:
    return name is not None and name.head == "" and name.sitting


def whole(scene: Scene, drafts: list[Draft], notices: list[Draft]) -> list[Draft]:
    """The course of the sittings among the drafts of rows, unless a labelled field told it."""
    sittings = [d for d in drafts if is_sitting(d.name) and d.day is not None]
    labelled = next((n for n in notices if all(n.covers(d.day) for d in sittings)), None)
    for draft in sittings if labelled is not None else ():
        draft.parent = labelled
        if labelled is not None and labelled.recurrence and not has_clock(draft.start):
            draft.start, draft.end = at_clock(draft.start, labelled.start), _closing(draft, labelled)
    if len(sittings) < LEAST or labelled is not None:
        return []
    first = sittings[0]
    title = sittingnames.course_of(scene, first.at)
    course = Draft(title, Name(title, (0, 0), "", True, False), first.day, at=first.at - 1, until=first.at - 1)
    course.rules = {"title": "course", "start": "sittings"}
    for draft in sittings:
        draft.parent = course
    return [course]


def _closing(draft: Draft, course: Draft) -> Moment | None:
    return at_clock(draft.start, course.end) if has_clock(course.end) else None


def settle(drafts: list[Draft]) -> None:
    """Days, hours and rhythm of a course from its sittings, once all was read."""
    for course in (d for d in drafts if d.rules.get("title") == "course"):
        sittings = sorted((d for d in drafts if d.parent is course and d.day), key=lambda d: str(d.start))
        if not sittings:
            continue
        first, last = sittings[0], sittings[-1]
        hours = {(str(d.start)[10:], str(d.end)[10:] if d.end else "") for d in sittings}
        course.start, course.end = first.day, last.day
        if len(hours) == 1:
            course.start, course.end = first.start, last.end if has_clock(last.end) else last.day
        course.evidence["start"] = [s for d in (first, last) for s in d.evidence.get("start", [])][:2]
        course.recurrence = rhythm([d.day for d in sittings if d.day is not None]) or course.recurrence


def share_deadlines(drafts: list[Draft]) -> None:
    """Who signs up for a course signs up for its sittings, and for each day of one name in the weeks behind that.

    In all sets seven such last days are right, four are of the first day alone.
    """
    for draft in drafts:
        if draft.parent is not None and draft.parent.rules.get("title") == "course":
            _close_alike(draft, draft.parent)
    same: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.role == "main" and not draft.call and not draft.recurrence and draft.day is not None:
            same[bare(draft.title)].append(draft)
    for fellows in same.values():
        told = [d for d in fellows if d.application_deadline is not None][:MOST]
        for draft in fellows if told else ():
            _close_alike(draft, next((d for d in told if _is_ahead(draft, d)), draft))


def _is_ahead(draft: Draft, told: Draft) -> bool:
    last = day_of(told.application_deadline)
    return last is not None and draft.day is not None and last <= draft.day <= last + WEEKS


def _close_alike(draft: Draft, told: Draft) -> None:
    if draft.application_deadline is None and told.application_deadline is not None:
        draft.application_deadline = told.application_deadline
        if "application_deadline" in told.evidence:
            draft.evidence["application_deadline"] = list(told.evidence["application_deadline"])
            draft.rules["application_deadline"] = "sitting"
