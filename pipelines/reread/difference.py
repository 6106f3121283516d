"""What two readings of one article say differently, value by value. Pure.

Things are matched as the store matches them when it replaces findings (`store.finding_ids`), so a value counts as
changed exactly where its finding would keep its id. A thing that only one side has is one line, not one a field.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final, Literal

from store.finding_ids import Likeness, assigned, of_events, of_organisations
from store.records import KeptArticle

Kind = Literal["added", "changed", "lost"]
WHOLE: Final = ""
"""The field of a change that is a whole event, body, figure or article."""
ARTICLE: Final = ("title", "text", "published_at", "date_only", "byline", "board", "category", "attachments")
READING: Final = ("relevant", "item_kind", "sectors", "sido", "sigungu")
NOT_VALUES: Final = frozenset(("evidence", "rules", "flags", "all_day"))
Rows = Mapping[str, Any]
"""`store.findings.stored` or `as_rows`: reading, events, organisations, facts."""


@dataclass(frozen=True, slots=True)
class Change:
    """One value that differs. `before` is empty for what was added, `after` for what was lost."""

    thing: str  # article, reading, event, organisation, figure
    field: str
    before: str
    after: str

    @property
    def kind(self) -> Kind:
        return "changed" if self.before and self.after else "added" if self.after else "lost"

    @property
    def name(self) -> str:
        return f"{self.thing}.{self.field}" if self.field else self.thing


def of_articles(held: KeptArticle, fresh: KeptArticle) -> Iterator[Change]:
    """What the page says differently."""
    yield from _fields("article", *({n: getattr(a, n) for n in ARTICLE} for a in (held, fresh)))


def of_findings(held: Rows, fresh: Rows) -> Iterator[Change]:
    """What was found differently in it."""
    yield from _fields("reading", *({n: side["reading"].get(n) for n in READING} for side in (held, fresh)))
    for thing, likeness, values in (
        ("event", of_events, _event), ("organisation", of_organisations, _body), ("figure", _of_figures, _figure),
    ):  # fmt: skip
        yield from _things(thing, held[thing], fresh[thing], likeness, values)


def _things(
    thing: str, held: Sequence[Rows], fresh: Sequence[Rows], likeness: Likeness, values: Any
) -> Iterator[Change]:
    named = [{**row, "id": str(n)} for n, row in enumerate(held)]
    same = {n: int(old) for n, old in assigned(named, fresh, likeness).items()} if held and fresh else {}
    for n, row in enumerate(fresh):
        if n in same:
            yield from _fields(thing, values(held[same[n]]), values(row))
        else:
            yield Change(thing, WHOLE, "", _called(row))
    for n, row in enumerate(held):
        if n not in same.values():
            yield Change(thing, WHOLE, _called(row), "")


def _fields(thing: str, held: Rows, fresh: Rows) -> Iterator[Change]:
    for field in dict.fromkeys((*held, *fresh)):
        before, after = written(held.get(field)), written(fresh.get(field))
        if before != after:
            yield Change(thing, field, before, after)


def written(value: Any) -> str:
    """A value as text; empty where nothing is stated. «false» counts as nothing stated."""
    if isinstance(value, list | tuple):
        return " · ".join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, datetime):  # a page says +09:00, the store keeps UTC
        return value.astimezone(UTC).isoformat()
    return "" if value is None else str(value)


def _event(row: Rows) -> Rows:
    return {name: value for name, value in row["values"].items() if name not in NOT_VALUES}


def _body(row: Rows) -> Rows:
    return {"name": row["name"], "type": row["type"]}


def _figure(row: Rows) -> Rows:
    return {name: row[name] for name in ("value", "unit", "subject", "measure", "as_of")}


def _of_figures(row: Rows) -> tuple[Any, ...]:
    return (row["surface"], tuple(row["span"])), tuple(row["span"])


def _called(row: Rows) -> str:
    return str(row.get("title") or row.get("name") or row.get("surface"))
