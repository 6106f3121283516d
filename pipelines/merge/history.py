"""One event out of many tellings: each field as it stands, who said so, and what was said before.

Tellings come in rounds: all that one story says is one statement, and a later story (a change, a
cancellation, a report) is a newer one. For each field the newest story that speaks of it stands.
Within it outlets may contradict each other: most of them stand, the rest is shown, nothing is
averaged. What an older story said is superseded; so is a late reprint that still gives the day the
event was moved from. Nothing follows from a page that vanished: silence is no cancellation.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Literal

from pipelines.merge.evidence import fold
from pipelines.merge.told import Told, moment_day
from store.records import Event, Said

FIELDS = (
    "title", "start", "end", "venue", "address_region", "hosts", "organisers", "sponsors", "audience", "fee", "contact",
    "status", "application_start", "application_deadline", "recurrence",
)  # fmt: skip
MOVES = ("start", "end", "venue", "status")
"""Fields whose change a calendar must be told of (RFC 5546: SEQUENCE)."""
QUIET_STATUS = frozenset(("scheduled", "held", "recurring"))
Standing = Literal["current", "superseded", "contradicted"]


def in_order(tellings: Iterable[Told]) -> list[Told]:
    """Oldest first; those without a time last."""
    return sorted(tellings, key=_age)


def as_it_stands(tellings: Iterable[Told]) -> tuple[Event, tuple[Said, ...], int]:
    """The event, the history of its fields (oldest first) and its SEQUENCE."""
    told = in_order(tellings)
    stories = _statements(told)
    current = _consistent({name: _standing_value(name, stories) for name in FIELDS})
    history = tuple(said for name in FIELDS for said in _history(name, stories, current[name]))
    return _event(told, current), history, _sequence(stories)


def _age(told: Told) -> tuple[float, str]:
    return (told.published_at.timestamp() if told.published_at else float("inf"), told.id)


def _statements(told: Sequence[Told]) -> list[list[Told]]:
    """Tellings by story, stories by their first telling."""
    stories: dict[str, list[Told]] = defaultdict(list)
    for telling in told:
        stories[telling.story_id].append(telling)
    return list(stories.values())


def _left_days(told: Iterable[Told]) -> frozenset[date]:
    return frozenset(day for t in told for day in t.days_left)


def _is_stale(telling: Told, stories: Sequence[Sequence[Told]]) -> bool:
    """Whether it still tells the day that someone says the event was moved from."""
    return telling.day is not None and telling.day in _left_days(t for s in stories for t in s)


def _standing_value(name: str, stories: Sequence[Sequence[Told]]) -> Any:
    for fresh_only in (True, False):
        for story in reversed(stories):
            told = [t for t in story if not (fresh_only and _is_stale(t, stories))]
            if name == "start" and told and all(t.event.status == "postponed" and not t.day for t in told):
                return None  # put off, and nobody says until when
            said = [t for t in told if _value(t, name) and not (name in ("start", "end") and _is_afterword(t, stories))]
            if said:
                return _settled(name, _most_said(name, said), stories)
    return getattr(Event(title=""), name)


def _is_afterword(telling: Told, stories: Sequence[Sequence[Told]]) -> bool:
    """Whether it reports on a day inside the announced run: «13일 막을 내렸다» moves nothing."""
    announced = (t for s in stories for t in s if t.event.status != "held" and not _is_stale(t, stories))
    return telling.event.status == "held" and any(telling.day in t.days for t in announced)


def _settled(name: str, value: Any, stories: Sequence[Sequence[Told]]) -> Any:
    if name == "status":
        return _status(value, stories)
    if isinstance(value, date) and not isinstance(value, datetime):  # the minute, where anyone gives it
        exact = [v for s in stories for t in s if isinstance(v := _value(t, name), datetime) and moment_day(v) == value]
        return exact[-1] if exact else value
    if name == "venue":  # «광주» after «광주 김대중컨벤션센터» is the same place told more briefly
        full = [v for s in stories for t in s if (v := t.event.venue) and fold(value) in fold(v)]
        return max([value, *full], key=len)
    return value


def _consistent(current: dict[str, Any]) -> dict[str, Any]:
    """No end before the start: it belonged to the day that was left."""
    start, end = moment_day(current["start"]), moment_day(current["end"])
    if end and (start is None or end < start):
        current["end"] = None
    return current


def _status(value: str, stories: Sequence[Sequence[Told]]) -> str:
    """A cancellation stands until someone says a new day or reports that it was held."""
    if value != "scheduled":
        return value
    fresh = [t for story in stories for t in story if not _is_stale(t, stories)]
    cancelled = [t for t in fresh if t.event.status == "cancelled"]
    if not cancelled:
        return value
    last = cancelled[-1]
    return "cancelled" if all(t.day in (None, last.day) for t in fresh[fresh.index(last) :] if last.day) else value


def _most_said(name: str, said: Sequence[Told]) -> Any:
    """The value most articles give (ties: the one said first), in its most exact form."""
    votes: dict[Any, list[Told]] = defaultdict(list)
    for telling in said:
        votes[_key(name, _value(telling, name))].append(telling)
    best = max(votes.values(), key=len)  # the first of equals: dicts keep the order of telling
    values = [_value(t, name) for t in best]
    return max(values, key=_exactness)


def _exactness(value: Any) -> tuple[bool, int]:
    return (isinstance(value, datetime), len(value) if isinstance(value, str | tuple) else 0)


def _history(name: str, stories: Sequence[Sequence[Told]], current: Any) -> Iterable[Said]:
    speaking = [s for s in stories if any(_value(t, name) for t in s)]
    for story in speaking:
        for telling in story:
            value = _value(telling, name)
            if value:
                newest = story is speaking[-1] and not _is_stale(telling, stories)
                yield _said(name, value, telling, _standing(name, value, current, newest))


def _standing(name: str, value: Any, current: Any, newest: bool) -> Standing:
    if _key(name, value) == _key(name, current) or (name == "venue" and current and fold(value) in fold(current)):
        return "current"
    return "contradicted" if newest and current else "superseded"  # nothing stands: it was put off


def _said(name: str, value: Any, telling: Told, standing: Standing) -> Said:
    spans = tuple(telling.event.evidence.get(name, ()))
    return Said(name, _written(value), telling.id, telling.article_id, telling.published_at, spans, standing)


def _written(value: Any) -> str:
    if isinstance(value, tuple):
        return " · ".join(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def _value(telling: Told, name: str) -> Any:
    return getattr(telling.event, name)


def _key(name: str, value: Any) -> Any:
    """Values that say the same: a day and a minute of it, a venue with and without spaces."""
    if isinstance(value, date):
        return moment_day(value)
    if isinstance(value, tuple):
        return frozenset(map(fold, value))
    if name == "status":
        return value
    return fold(value) if isinstance(value, str) else value


def _sequence(stories: Sequence[Sequence[Told]]) -> int:
    """How often what a calendar shows has changed, over the stories in their order."""
    shown = [tuple(_shown(name, stories[: n + 1]) for name in MOVES) for n in range(len(stories))]
    return sum(before != after for before, after in itertools.pairwise(shown))


def _shown(name: str, stories: Sequence[Sequence[Told]]) -> Any:
    value = _standing_value(name, stories)
    if name == "status":
        return "open" if value in QUIET_STATUS else value
    return value if isinstance(value, datetime) else _key(name, value)


def _event(told: Sequence[Told], current: dict[str, Any]) -> Event:
    """The newest telling with every field as it stands."""
    newest = told[-1].event
    flags = tuple(dict.fromkeys(flag for t in told for flag in t.event.flags))
    is_main = any(t.event.role == "main" for t in told)
    return replace(
        newest,
        **current,
        all_day=not isinstance(current["start"], datetime),
        online=any(t.event.online for t in told),
        role="main" if is_main else "background",
        flags=flags,
        evidence={},
        rules={},
    )
