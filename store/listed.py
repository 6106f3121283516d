"""Bodies of the official lists: replaced list by list, touching only what differs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import select
from sqlmodel import Session

from store.bulk import core, upsert
from store.groups import successor
from store.tables import ListedBodyRow

OfficialList = Literal["social_enterprise", "cooperative", "village_enterprise"]


@dataclass(frozen=True, slots=True)
class ListedBody:
    """A body as an official list gives it. `number` is its identifier in that list; `organisation_id` the body of
    the register it was recognised as, None where no article named it yet or two could be meant."""

    list: OfficialList
    number: str
    name: str
    type: str
    region: str | None
    since: str | None  # day, month or year of certification, as far as the list tells
    organisation_id: str | None = None


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number that a list gives, or gave, a body (Popolo `identifiers`, HSDS `organization_identifier`)."""

    list: OfficialList
    number: str
    name: str  # as the list writes it
    type: str
    since: str | None  # day, month or year
    gone_at: datetime | None = None  # when a later list no longer had it


@dataclass(frozen=True, slots=True)
class Loaded:
    """What one load of one list did, as numbers of the list."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    unchanged: int


def replace(session: Session, name: OfficialList, bodies: Sequence[ListedBody], now: datetime) -> Loaded:
    """Make the list hold these bodies. One that is missing keeps its row, with the moment it was missed. Which body of
    the register is meant is not touched (`relate`)."""
    held = {row["number"]: dict(row) for row in _rows(session, name)}
    wanted = {b.number: asdict(b) | {"organisation_id": held.get(b.number, {}).get("organisation_id")} for b in bodies}
    added = [number for number in wanted if number not in held]
    changed = [n for n, values in wanted.items() if n in held and _differs(held[n], values)]
    gone = [n for n, row in held.items() if n not in wanted and row["gone_at"] is None]
    rows = [wanted[n] | {"loaded_at": now, "gone_at": None} for n in (*added, *changed)]
    upsert(session, ListedBodyRow, rows)
    upsert(session, ListedBodyRow, [held[n] | {"gone_at": now} for n in gone])
    return Loaded(tuple(added), tuple(changed), tuple(gone), len(wanted) - len(added) - len(changed))


def bodies(session: Session, name: OfficialList | None = None) -> list[ListedBody]:
    """What the last load of a list (or of each) holds, by list and number; bodies that left are not among them."""
    names = [field.name for field in fields(ListedBody)]
    return [ListedBody(**{n: row[n] for n in names}) for row in _rows(session, name) if row["gone_at"] is None]


def relate(session: Session, organisations: Mapping[tuple[str, str], str | None]) -> int:
    """Write which body each (list, number) was recognised as; how many rows changed."""
    rows = [dict(row) for row in _rows(session, None)]
    changed = [
        row | {"organisation_id": organisations[key]}
        for row in rows
        if (key := (row["list"], row["number"])) in organisations and row["organisation_id"] != organisations[key]
    ]
    upsert(session, ListedBodyRow, changed)
    return len(changed)


def identifiers(session: Session) -> dict[str, tuple[Identifier, ...]]:
    """Organisation id (the one that answers now) → its numbers by list, those that lapsed among them."""
    found: dict[str, list[Identifier]] = {}
    for row in _rows(session, None):
        if row["organisation_id"]:
            values = [row[field.name] for field in fields(Identifier)]
            found.setdefault(successor(session, row["organisation_id"]), []).append(Identifier(*values))
    return {organisation: tuple(numbers) for organisation, numbers in sorted(found.items())}


def _rows(session: Session, name: OfficialList | None) -> list[Any]:
    t = core(ListedBodyRow)
    query = select(t).order_by(t.c.list, t.c.number)
    return list(session.execute(query if name is None else query.where(t.c.list == name)).mappings())


def _differs(held: dict[str, Any], values: dict[str, Any]) -> bool:
    return held["gone_at"] is not None or any(held[name] != value for name, value in values.items())
