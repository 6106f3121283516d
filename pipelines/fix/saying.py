"""Writing a correction down, taking it back, confirming it: rows, never overwritten.

The values follow with the next run: an event's when merge derives it, an article's when it is read (again).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from pipelines.fix.values import NotFixable, Typed, article_values
from store import corrections, findings, groups, shelf
from store.corrections import REGION, Correction
from store.findings import event_values
from store.records import EventGroup

if TYPE_CHECKING:
    from sqlmodel import Session


@dataclass(frozen=True, slots=True)
class Who:
    """Who speaks, why, and when."""

    by: str
    why: str
    at: datetime


def event_of(session: Session, id_: str) -> EventGroup:
    """The event that an id of the digest stands for today. Raises NotFixable."""
    group = groups.event(session, groups.successor(session, id_))
    if group is None:
        raise NotFixable(
            f"{id_}: no event has this id; the address of its page ends with it, and `dure search` shows it."
        )
    return group


def article_of(session: Session, name: str) -> str:
    """The article with this id or address. Raises NotFixable."""
    found = shelf.article(session, name) or shelf.at_address(session, name)
    if found is None:
        raise NotFixable(f"{name}: no article has this id or address; `dure search` shows ids.")
    return found.id


def fix_event(session: Session, id_: str, values: Mapping[str, Any], who: Who) -> list[tuple[int, Correction]]:
    """Say what these fields of an event are; the rows that were written, each with its number. Raises NotFixable."""
    if not values:
        raise NotFixable("Nothing was said; name a value, such as --start 2026-12-05 or --cancelled.")
    group = event_of(session, id_)
    _check_order(group, values)
    earlier = {c.field: c for c in of_event(session, group) if c.stands}
    basis = _revisions(session, [s.article_id for s in group.history if s.article_id])
    written = []
    for field, value in values.items():
        said = Correction(
            "event", group.id, field, value, _texts_say(group, field), group.findings, basis, who.by, who.why, who.at
        )
        written.append((_in_place_of(session, earlier.get(field), said), said))
    return written


def fix_article(
    session: Session, name: str, typed: Typed, who: Who, cleared: Sequence[str] = ()
) -> list[tuple[int, Correction]]:
    """Say whether an article belongs here, where its news is, what it is about, what kind of text it is; it is read
    again by the next run. The rows that were written, each with its number. Raises NotFixable.
    """
    id_ = article_of(session, name)
    day = shelf.published(session, [id_])[id_]
    values = article_values(typed, cleared, day.date() if day else None)
    if not values:
        raise NotFixable("Nothing was said; name a value, such as --not-relevant, --region 강원 or --kind call.")
    return _fix_article(session, id_, values, who)


def _fix_article(session: Session, id_: str, values: Mapping[str, Any], who: Who) -> list[tuple[int, Correction]]:
    earlier, basis = corrections.of_articles(session).get(id_, {}), _revisions(session, [id_])
    written = []
    for field, value in values.items():
        before = earlier[field].before if field in earlier else _rules_say(session, id_, field)
        said = Correction("article", id_, field, value, before, (id_,), basis, who.by, who.why, who.at)
        written.append((_in_place_of(session, earlier.get(field), said), said))
    shelf.read_again(session, [id_])
    return written


def _rules_say(session: Session, id_: str, field: str) -> Any:
    """What was read of an article, as a correction has it; None where it was not read yet."""
    reading = findings.stored(session, [id_])[id_]["reading"]
    if field == REGION:
        return [name for name in (reading.get("sido"), reading.get("sigungu")) if name] or None
    return reading.get(field)


def undo(session: Session, number: int, who: Who) -> Correction:
    """Take a word back; what the texts say holds again. Raises NotFixable."""
    said = _standing(session, number)
    corrections.withdraw(session, [number], who.by, who.at)
    if said.subject == "article":
        shelf.read_again(session, [said.target])
    return said


def confirm(session: Session, number: int, who: Who) -> tuple[int, Correction]:
    """Say the same again, knowing what the texts say now. Raises NotFixable."""
    said = _standing(session, number)
    if said.subject == "article":
        return _fix_article(session, said.target, {said.field: said.value}, who)[0]
    group = groups_of(session, [said]).get(number)
    if group is None:
        raise NotFixable(
            f"{number}: no reading finds this event any more; `dure fix undo {number}` takes the word back."
        )
    return fix_event(session, group.id, {said.field: said.value}, who)[0]


def of_event(session: Session, group: EventGroup) -> list[Correction]:
    """Everything said of an event, whatever its id was then."""
    said = [c for c in corrections.all_(session) if c.subject == "event"]
    return [c for c in said if (found := groups_of(session, [c]).get(c.id)) and found.id == group.id]


def groups_of(session: Session, said: Sequence[Correction]) -> dict[int, EventGroup]:
    """Correction → the event it belongs to today."""
    members = groups.events_holding(session, {anchor for c in said for anchor in c.anchors})
    found = {c.id: held for c in said for held in corrections.by_group([c], members)}
    events = {id_: groups.event(session, id_) for id_ in set(found.values())}
    return {number: group for number, id_ in found.items() if (group := events[id_])}


def _in_place_of(session: Session, earlier: Correction | None, said: Correction) -> int:
    if earlier is not None:
        corrections.withdraw(session, [earlier.id], said.by, said.at)
    return corrections.say(session, said)


def _standing(session: Session, number: int) -> Correction:
    said = corrections.one(session, number)
    if said is None or not said.stands:
        raise NotFixable(f"{number}: no correction with this number stands; `dure fix list` shows them.")
    return said


def _texts_say(group: EventGroup, field: str) -> Any:
    """The value without any person's word, as it was last derived."""
    for line in group.history:
        if line.by and line.field == field:
            return line.instead or None
    return event_values(group.event)[field] or None


def _revisions(session: Session, article_ids: Sequence[str]) -> dict[str, int]:
    return {a.id: a.revision for a in shelf.articles(session, article_ids)}


def _check_order(group: EventGroup, values: Mapping[str, Any]) -> None:
    """An event ends after it begins."""
    stands = event_values(group.event) | dict(values)
    start, end = stands["start"], stands["end"]
    if ("start" in values or "end" in values) and start and end and end[:10] < start[:10]:
        raise NotFixable(f"It would begin on {start[:10]} and end on {end[:10]}; give --end too, or --clear end.")
