"""One event out of many tellings: each field as it stands, who said so, and what was said before.

Tellings come in rounds: all that one story says is one statement, and a later story (a change, a
cancellation, a report) is a newer one. For each field the newest story that speaks of it stands.
Within it outlets may contradict each other: most of them stand, the rest is shown, nothing is
averaged. What an older story said is superseded; so is a late reprint that still gives the day the
event was moved from (`statements`). Start and end are one value (`occasion`). Nothing follows from a
page that vanished: silence is no cancellation.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Literal

from pipelines.merge.evidence import fold
from pipelines.merge.occasion import occasion
from pipelines.merge.statements import Statements
from pipelines.merge.told import Told, moment_day
from store.records import Event, Said

FIELDS = (
    "title", "start", "end", "venue", "address_region", "hosts", "organisers", "sponsors", "audience", "fee", "contact",
    "status", "application_start", "application_deadline", "recurrence",
)  # fmt: skip
WHEN = ("start", "end")
FULLER = frozenset(("venue", "hosts", "organisers", "sponsors", "audience", "fee", "contact"))
"""Fields of which a briefer telling takes nothing away."""
QUIET_STATUS = frozenset(("scheduled", "held", "recurring"))
Standing = Literal["current", "superseded", "contradicted"]


def as_it_stands(tellings: Iterable[Told]) -> tuple[Event, tuple[Said, ...], int]:
    """The event, the history of its fields (oldest first) and its SEQUENCE."""
    said = Statements.of(_by_role(list(tellings)))
    current = _current(said)
    history = tuple(line for name in FIELDS for line in _history(name, said, current[name]))
    return _event(said.tellings, current), history, _sequence(said)


def _by_role(tellings: Sequence[Told]) -> list[Told]:
    """«센터는 장터를 연다» names no host where another telling has hosts of its own and the centre only runs it (주관).

    A postponement that the centre announced took the place of the city and the province as hosts, and the page named
    one body as host and as organiser.
    """
    told_apart: set[str] = set()
    for telling in tellings:
        hosts, run = (set(map(fold, names)) for names in (telling.event.hosts, telling.event.organisers))
        if hosts and not hosts & run:
            told_apart |= run
    return [_as_run(t) if t.event.hosts and told_apart.issuperset(map(fold, t.event.hosts)) else t for t in tellings]


def _as_run(telling: Told) -> Told:
    """The telling with what it calls the host as the one that runs the event."""
    event = telling.event
    return replace(telling, event=replace(event, hosts=(), organisers=event.organisers or event.hosts))


def _current(said: Statements) -> dict[str, Any]:
    when = occasion(said)
    current = {name: _standing_value(name, said) for name in FIELDS if name not in WHEN}
    return {**current, "start": when.start, "end": when.end}


def _standing_value(name: str, said: Statements) -> Any:
    if name == "title":
        return _title(said)
    for fresh_only in (True, False):
        for story in reversed(said.stories):
            told = said.fresh(story) if fresh_only else story
            speaking = [t for t in told if _value(t, name)]
            if speaking:
                return _settled(name, _most_said(name, speaking), said)
    return getattr(Event(title=""), name)


def _title(said: Statements) -> str:
    """What most call it over its whole life: a change or a report seldom names an event anew."""
    return str(_most_said("title", [t for t in said.tellings if t.event.title] or said.tellings))


def _settled(name: str, value: Any, said: Statements) -> Any:
    """The value, or a fuller one told before: «광주» after «광주 김대중컨벤션센터» is the same, told more briefly."""
    if name == "status":
        return _status(value, said)
    if name in FULLER:
        told = [v for t in said.tellings if (v := _value(t, name)) and _within(value, v)]
        return max([value, *told], key=len)
    return value


def _within(brief: Any, full: Any) -> bool:
    """Whether the one says no more than the other."""
    if isinstance(brief, tuple):
        return set(map(fold, brief)) <= set(map(fold, full))
    return fold(brief) in fold(full)


def _status(value: str, said: Statements) -> str:
    """A cancellation stands until someone says a new day or reports that it was held."""
    if value != "scheduled":
        return value
    fresh = said.fresh(said.tellings)
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


def _history(name: str, said: Statements, current: Any) -> Iterable[Said]:
    speaking = [s for s in said.stories if any(_value(t, name) for t in s)]
    for story in speaking:
        for telling in story:
            value = _value(telling, name)
            if value:
                newest = story is speaking[-1] and not said.is_stale(telling)
                yield _said(name, value, telling, _standing(name, value, current, newest))


def _standing(name: str, value: Any, current: Any, newest: bool) -> Standing:
    if _key(name, value) == _key(name, current) or (name in FULLER and current and _within(value, current)):
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


def _sequence(said: Statements) -> int:
    """How often what a calendar shows has changed, over the statements in their order."""
    shown = [_shown(_current(said.first(n + 1))) for n in range(len(said.stories))]
    return sum(before != after for before, after in itertools.pairwise(shown))


def _shown(current: dict[str, Any]) -> tuple[Any, ...]:
    """What a calendar must be told of (RFC 5546): start, end, venue, status."""
    status = "open" if current["status"] in QUIET_STATUS else current["status"]
    times = (v if isinstance(v, datetime) else _key("start", v) for v in (current["start"], current["end"]))
    return (*times, _key("venue", current["venue"]), status)


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
