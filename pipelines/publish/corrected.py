"""What a person corrected, as readers see it: the proof of the value, and a step of the event's history.

The name is the one given with `dure fix … --by`; a value that a person took away has a step and no proof.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pipelines.publish import steps
from pipelines.publish.edition import WORDS_LIMIT, Change, Evidence, seoul_day
from store.records import Said


def evidence(history: Iterable[Said], today: date) -> tuple[Evidence, ...]:
    """«kim 바로잡음 (2026년 11월 25일)» for each value that a person gave."""
    return tuple(
        Evidence(s.field, _words(s.by, seoul_day(s.said_at) or today), None) for s in history if s.by and s.value
    )


def changes(history: Iterable[Said], today: date) -> tuple[Change, ...]:
    """A step for each corrected value that differs from what the texts say."""
    return tuple(
        Change(_day(s, today), "corrected", None, s.field, _shown(s, s.instead, today), _shown(s, s.value, today))
        for s in history
        if s.by and s.value != (s.instead or "")
    )


def _words(by: str, day: date) -> str:
    when = f" 바로잡음 ({day.year}년 {day.month}월 {day.day}일)"
    return by[: WORDS_LIMIT - len(when)] + when


def _shown(said: Said, value: str | None, today: date) -> str | None:
    return steps.in_words(said.field, value, today) if value else None


def _day(said: Said, today: date) -> date:
    """A past day's release made again shows the event as it is known today, but no day that is still to come."""
    return min(seoul_day(said.said_at) or today, today)
