"""What the store remembers of an event (`Said`: who said what of which field) as lines for readers.

`Said.value` is ISO 8601 for moments; readers get Korean days. A step is written where the value
that stood changed; what outlets say differently at the same time is a claim, not a step.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter
from typing import Final

from dashboards import words
from dashboards.pairs import squeeze
from pipelines.korean.regions import find_places
from pipelines.publish.edition import WORDS_LIMIT, Change, Claim, Evidence, seoul_day, to_seoul
from store.records import Moment, Said

WORD: Final = re.compile(r"\w{2,}")
MOMENTS: Final = frozenset(("start", "end", "application_start", "application_deadline"))
FIRST_WORD: Final = {"held": "reported", "cancelled": "cancelled", "postponed": "postponed"}
"""What the first telling is, by the status it gives: we may hear of an event only when it is called off."""
STEP_FIELDS: Final = ("start", "venue", "status", "application_deadline")
"""Fields whose change is a step of the event's history."""
NAMED: Final = frozenset(("hosts", "organisers", "sponsors", "address_region"))
"""Fields whose value is a name, kept without a span where the reading took it from a list of names."""


def moment_of(value: str) -> Moment | None:
    """The moment in a `Said.value`; None where it is no ISO 8601."""
    try:
        return date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)
    except ValueError:
        return None


def in_words(field: str, value: str, today: date) -> str:
    """A stated value as readers see it."""
    if field in MOMENTS:
        moment = moment_of(value)
        return words.full_when(to_seoul(moment), None, today) if moment else value
    return words.label("event_status", value) if field == "status" else value


def steps(history: Sequence[Said], seen: Mapping[str, date], today: date, status: str) -> tuple[Change, ...]:
    """The history as steps, oldest first. `seen`: article id → the day we first saw it."""
    first = min(
        (said for said in history if not said.by), key=lambda said: (_day(said, seen), said.article_id), default=None
    )
    if first is None:
        return ()
    begun = FIRST_WORD.get(_says(history, first.article_id, "status") or "", "announced")
    start = _corrected(history) or _says(history, first.article_id, "start")
    opening = Change(_day(first, seen), begun, first.article_id)
    if start:
        opening = Change(opening.on, begun, first.article_id, "start", None, in_words("start", start, today))
    later = _said_once([step for field in STEP_FIELDS for step in _changes(field, history, seen, today, status)])
    return (opening, *sorted(later, key=lambda change: (change.on, STEP_FIELDS.index(change.field or "start"))))


def _said_once(steps: Iterable[Change]) -> list[Change]:
    """A postponement that says a new day is one step, by that day; also of what was held since."""
    found = list(steps)
    put_off = {(s.on, s.article_id) for s in found if (s.kind, s.field) == ("postponed", "status")}
    found = [
        replace(s, kind="postponed") if s.field == "start" and (s.on, s.article_id) in put_off else s for s in found
    ]
    if any((s.kind, s.field) == ("postponed", "start") for s in found):
        found = [s for s in found if (s.kind, s.field) != ("postponed", "status")]
    return found


def _says(history: Iterable[Said], article_id: str, field: str) -> str | None:
    return next((s.value for s in history if s.article_id == article_id and s.field == field), None)


def _corrected(history: Iterable[Said]) -> str | None:
    """The start that a person gave instead of one that was misread: no text ever announced that."""
    misread = any(s.field == "start" and s.standing == "corrected" for s in history)
    return next((s.value for s in history if s.by and s.field == "start"), None) if misread else None


def _changes(
    field: str, history: Sequence[Said], seen: Mapping[str, date], today: date, status: str
) -> Iterable[Change]:
    told = sorted(
        (s for s in history if s.field == field and s.standing in ("current", "superseded") and not s.by),
        key=lambda s: _day(s, seen),
    )
    before: Said | None = None
    for said in told:
        if before is not None and not same(field, said.value, before.value):
            yield Change(
                _day(said, seen), _kind(field, said.value, status), said.article_id, field,
                in_words(field, before.value, today), in_words(field, said.value, today),
            )  # fmt: skip
        if before is None or said.standing == "current" or before.standing != "current":
            before = said


def same(field: str, one: str, other: str) -> bool:
    """Whether two values say the same: a day and a minute of it; a venue and the same with its town before it."""
    if field in MOMENTS:
        return one[:10] == other[:10]
    left, right = squeeze(one), squeeze(other)
    if field == "status":
        return left == right
    return left in right or right in left or (field == "venue" and (_all_in(one, right) or _all_in(other, left)))


def _all_in(venue: str, whole: str) -> bool:
    """«시민공원 안 흔적극장» beside «부산시민공원 흔적극장»: each of its words stands there. A town alone is no other
    place: «광주» after «김대중컨벤션센터»."""
    towns = [place.span for place in find_places(venue)]
    told = [m for m in WORD.finditer(venue) if not any(s <= m.start() and m.end() <= e for s, e in towns)]
    return all(squeeze(m[0]) in whole for m in told)


def _kind(field: str, value: str, status: str) -> str:
    if field == "status":
        return {"cancelled": "cancelled", "postponed": "postponed", "held": "reported"}.get(value, "detail")
    if field == "start":
        return "postponed" if status == "postponed" else "moved"
    return "detail"


def _day(said: Said, seen: Mapping[str, date]) -> date:
    """The day it was said; not one after we read it, as a post dated ahead would have it."""
    return min(seoul_day(said.said_at) or date.max, seen[said.article_id])


def claims(history: Sequence[Said], today: date, status: str = "scheduled") -> tuple[Claim, ...]:
    """Fields of which articles say different things at the same time: the value we show and the others.

    Titles differ in wording, and each telling of something that repeats names its own next day: no contradiction.
    """
    ignored = {"title", "start", "end"} if status == "recurring" else {"title"}
    found: list[Claim] = []
    for field, group in groupby(sorted(history, key=attrgetter("field")), key=attrgetter("field")):
        if field in ignored:
            continue
        told = [said for said in group if said.standing in ("current", "contradicted") and not said.by]
        shown = [said for said in told if said.standing == "current"]
        others = [
            s for s in told if s.standing == "contradicted" and not any(same(field, s.value, c.value) for c in shown)
        ]
        if others:
            found += [
                Claim(field, in_words(field, s.value, today), s.article_id, s in shown) for s in (*shown, *others)
            ]
    return tuple(found)


def names_of(said: Said) -> list[str]:
    """The names of a value that has no span; of a region only the smaller part, which is what a text writes."""
    if said.spans or said.field not in NAMED:
        return []
    return said.value.split(" ")[-1:] if said.field == "address_region" else said.value.split(" · ")


def evidence(
    history: Sequence[Said], texts: Mapping[str, Mapping[tuple[int, int], str]],
    names: Mapping[str, Collection[str]] | None = None, original: Moment | None = None,
) -> tuple[Evidence, ...]:  # fmt: skip
    """The words of each value that stands, and of the day it was moved from (`original`, as the page shows it).

    `names`: per article the names without a span that stand in its text as they are.
    """
    found: dict[tuple[str, str, str], None] = {}
    for said in history:
        if said.standing in ("contradicted", "corrected") or (
            said.standing == "superseded" and not _says_day(said, original)
        ):
            continue
        field = "original_start" if said.standing == "superseded" else said.field
        for span in said.spans:
            cut = texts.get(said.article_id, {}).get(span)
            if cut:
                found[field, cut, said.article_id] = None
        for name in names_of(said):
            if name in (names or {}).get(said.article_id, ()):
                found[field, cut_words(name, (0, len(name))), said.article_id] = None
    return tuple(Evidence(*key) for key in found)


def _says_day(said: Said, day: Moment | None) -> bool:
    return said.field == "start" and day is not None and seoul_day(moment_of(said.value)) == seoul_day(day)


def cut_words(text: str, span: tuple[int, int]) -> str:
    """The words of a span, at most WORDS_LIMIT characters: a value's own words, never its sentence."""
    said = " ".join(text[span[0] : span[1]].split())
    return said if len(said) <= WORDS_LIMIT else said[: WORDS_LIMIT - 1] + "…"
