"""The door of `dure when`: one expression, marked in its context.

The words outside the span decide tense («… 열었다»), deadlines («까지», «마감»), the day a bare clock belongs to, and
year and month («작년엔 1월 …», «6월 모임은 11일»). Only id, ref, context, expression and span are looked at.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from pipelines.extract.times.finding import Reader, heed_neighbours, readings
from pipelines.extract.times.grammar import is_weak
from pipelines.extract.times.parts import Day, Reading
from pipelines.extract.times.refuse import is_refused
from pipelines.extract.times.resolve import KST
from pipelines.extract.times.tokens import normalise
from store.records import When, plain

_DIRECTION_BEFORE = re.compile(r"(?:(다가오는|돌아오는|오는)|(지난)|(이번))[ ]?\Z")
_NOTHING = When((0, 0), None, None, "none", "none")


def _place(item: dict[str, Any]) -> tuple[str, int, int]:
    """Context and span; the expression alone when the span does not hold it."""
    expression = str(item.get("expression") or "")
    context = str(item.get("context") or expression)
    span = item.get("span")
    if isinstance(span, list | tuple) and len(span) == 2 and all(isinstance(n, int) for n in span):
        start, end = span
        if 0 <= start < end <= len(context) and (not expression or context[start:end] == expression):
            return context, start, end
    start = context.find(expression) if expression else 0
    if start < 0:
        return expression, 0, len(expression)
    return context, start, start + len(expression) if expression else len(context)


def _reference(item: dict[str, Any]) -> datetime | None:
    ref = item.get("ref")
    if not ref:
        return None
    try:
        found = datetime.fromisoformat(str(ref))
    except ValueError as error:
        raise ValueError(
            f"{item.get('id', 'item')}: ref «{ref}» is no ISO 8601 time; write 2018-11-29T09:50:00+09:00"
        ) from error
    return found if found.tzinfo else found.replace(tzinfo=KST)


def _attach(found: list[Reading]) -> Reading:
    """Several pieces in one marked expression: a date takes the clock that follows it."""
    first, *others = found
    for other in others:
        if first.first and first.first.day is None and other.first and other.first.day and not other.first.clock:
            first.first.day = other.first.day  # «오후 6시부터 8시까지 28일»
            continue
        bare = other.first is not None and other.first.day is None and other.cycle is None
        if (
            bare
            and first.first
            and first.first.day
            and not first.first.clock
            and not first.clocks
            and other.first
            and other.first.clock
        ):
            first.clocks = (other.first.clock, other.last.clock if other.last else None)
    return first


def _anchored_after(text: str, end: int, reader: Reader) -> None:
    """«열흘 동안 접수(오늘부터)»: a length whose beginning stands behind it."""
    for reading in readings(text, end, min(len(text), end + 40)):
        if reading.opened and not is_weak(reading):
            reader.read(reading)
            return


def read(item: dict[str, Any]) -> When:
    """The marked expression as a `When` whose span lies in the context."""
    context, start, end = _place(item)
    text = normalise(context)
    reader = Reader(text, _reference(item))
    for earlier in readings(text, 0, start):
        if not is_weak(earlier) and not is_refused(text, earlier):
            when = reader.read(earlier)
            if (
                when.granularity == "year"
                and when.start is not None
                and not text[earlier.end : start].strip("에는은의 ,")
            ):
                reader.ledger.year = when.start.year
    found = [r for r in readings(text, start, end) if not is_refused(text, r)]
    strong = [r for r in found if not is_weak(r)]
    if not found:
        return _NOTHING
    reading = _attach(strong or found)
    direction = _DIRECTION_BEFORE.search(text[:start][-8:])
    if direction and reading.first and isinstance(reading.first.day, Day) and reading.first.day.direction is None:
        reading.first.day.direction = 1 if direction[1] else -1 if direction[2] else 0
    if reading.rule == "duration":
        if reading.lasts and reading.lasts[0][1] == "year":
            return _NOTHING
        if reader.ledger.day is None:
            _anchored_after(text, end, reader)
    elif is_weak(reading):
        return _NOTHING
    heed_neighbours(text, reading)  # «오후 6시 도착분까지»: before the marked words are all taken in
    reading.start, reading.end = min(reading.start, start), max(reading.end, end)
    return reader.read(reading, keep_sentence=True)


def read_expression(item: dict[str, Any]) -> dict[str, Any]:
    """{id, ref, context, expression, span} → {id, start, end, granularity, rrule, kind, flags}; null = not stated.

    Days are dates, minutes carry +09:00. Raises ValueError in one sentence when `ref` is no time.
    """
    when = read(item)
    values: dict[str, Any] = {
        "start": when.start,
        "end": when.end,
        "granularity": when.granularity,
        "rrule": when.rrule,
        "kind": when.kind,
        "flags": when.flags,
        "candidates": when.candidates,
        "rule": when.rule,
    }
    return {"id": item.get("id"), **{name: plain(value) for name, value in values.items()}}
