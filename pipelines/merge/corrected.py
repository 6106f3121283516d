"""What people corrected of events, laid over what the texts say.

    tellings ─as_corrected─► compared: a new article with the right day finds the event whose day was misread
    EventGroup ─stand─► the values people gave, each with a line of its own in the history

What the texts say is never lost: their lines stay in the history, as `corrected` where the person had seen them, as
`contradicted` where they came later, and the person's line holds what the texts alone would say (`instead`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from pipelines.merge.told import Told, moment_day
from store.corrections import Correction
from store.findings import MOMENTS
from store.records import Event, EventGroup, Said

NAMES = frozenset(("hosts", "organisers", "sponsors"))
CALENDAR = frozenset(("start", "end", "venue", "status"))
"""Fields of which calendars must be told (RFC 5546): each word said or taken back raises SEQUENCE."""
ABOUT_DAYS = ("broken_date", "month_only", "fuzzy_date")
"""Flags that say how badly a day could be read: pointless once a person has given it."""


def as_corrected(tellings: Iterable[Told], said: Iterable[Correction]) -> list[Told]:
    """The tellings as people corrected them, for comparison. Days that were misread stay among those they name:
    a reprint is misread in the same way."""
    words: dict[str, list[Correction]] = defaultdict(list)
    for correction in said:
        for anchor in correction.anchors:
            words[anchor].append(correction)
    return [_told(t, words[t.id]) if t.id in words else t for t in tellings]


def _told(telling: Told, said: Iterable[Correction]) -> Told:
    event = replace(telling.event, **{c.field: value_of(c) for c in said})
    start, end = moment_day(event.start), moment_day(event.end)
    if start and end and end < start:
        event = replace(event, end=None)
    return replace(telling, event=event, left=telling.left | telling.days)


def stand(group: EventGroup, said: Sequence[Correction]) -> EventGroup:
    """The event with people's words on it; `said` holds those taken back as well: SEQUENCE only ever grows."""
    for correction in said:
        if correction.stands:
            group = _with(group, correction)
    spoken = sum(c.words for c in said if c.field in CALENDAR)
    return replace(group, event=_consistent(group.event, said), sequence=group.sequence + spoken)


def value_of(said: Correction) -> Any:
    """The value as a field of an event has it."""
    if said.value is None:
        return getattr(Event(title=""), said.field)
    if said.field in MOMENTS:
        return date.fromisoformat(said.value) if len(said.value) == 10 else datetime.fromisoformat(said.value)
    return tuple(said.value) if said.field in NAMES else said.value


def written(value: Any) -> str:
    """A value as `Said` has it; empty where nothing is stated."""
    if isinstance(value, tuple | list):
        return " · ".join(value)
    return value.isoformat() if isinstance(value, date) else str(value or "")


def _with(group: EventGroup, said: Correction) -> EventGroup:
    texts_say = written(getattr(group.event, said.field))
    value = written(value_of(said))
    history = tuple(_seen(line, said, value) for line in group.history)
    line = Said(said.field, value, said.anchors[0], "", said.at, (), "current", said.by, texts_say)
    return replace(group, event=replace(group.event, **{said.field: value_of(said)}), history=(*history, line))


def _seen(line: Said, said: Correction, value: str) -> Said:
    """A text's line beside a person's word on the same field."""
    if line.field != said.field or line.by or line.standing == "superseded":
        return line
    if _alike(said.field, line.value, value):
        return replace(line, standing="current")
    known = _alike(said.field, line.value, written(said.before))
    return replace(line, standing="corrected" if known else "contradicted")


def _alike(field: str, one: str, other: str) -> bool:
    """The same moment, or its day alone; the same words but for spaces."""
    if field in MOMENTS and 10 in (len(one), len(other)):
        return one[:10] == other[:10]
    return "".join(one.split()) == "".join(other.split())


def _consistent(event: Event, said: Iterable[Correction]) -> Event:
    fields = {c.field for c in said if c.stands}
    if "start" in fields:
        flags = tuple(f for f in event.flags if not f.startswith(ABOUT_DAYS))
        event = replace(event, all_day=not isinstance(event.start, datetime), flags=flags)
    start, end = moment_day(event.start), moment_day(event.end)
    return replace(event, end=None) if end and (start is None or end < start) else event
