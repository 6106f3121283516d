"""The JSON Lines of `dure extract`: an input item in, the same id with everything found out."""

from __future__ import annotations

from datetime import datetime
from operator import attrgetter
from typing import Any

from pipelines.extract.reading import read
from store.records import Channel, Document, Event, Fact, Findings, Organisation, Private, plain


def extract_line(item: dict[str, Any]) -> dict[str, Any]:
    """Read one item. Input: id, channel, source, title, byline, published_at, text; others are ignored.

    Raises ValueError with one sentence where the item is no such line.
    """
    document = as_document(item)
    return {"id": document.id, **as_row(read(document))}


def as_document(item: dict[str, Any]) -> Document:
    """The record behind an input line. A missing id or text, or a broken time, is said plainly."""
    if not isinstance(item, dict) or not isinstance(item.get("id"), str):
        raise ValueError("an item needs an «id» (a string); see the format of `dure extract --help`")
    where = f"item {item['id']!r}"
    if not isinstance(item.get("text"), str):
        raise ValueError(f"{where}: «text» is missing or no string")
    return Document(
        id=item["id"],
        channel=_channel(item.get("channel") or "news", where),
        title=item.get("title") or "",
        text=item["text"],
        published_at=_moment(item.get("published_at"), where),
        source=item.get("source"),
        byline=item.get("byline"),
        region=item.get("outlet_region"),
    )


def _channel(value: Any, where: str) -> Channel:
    if value == "news":
        return "news"
    if value == "board":
        return "board"
    raise ValueError(f"{where}: «channel» is {value!r}, expected news or board")


def _moment(value: Any, where: str) -> datetime | None:
    if value in (None, ""):
        return None
    try:
        moment = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        wanted = "ISO 8601 such as 2026-11-23T07:30:00+09:00"
        raise ValueError(f"{where}: «published_at» is {value!r}, expected {wanted}") from None
    from zoneinfo import ZoneInfo

    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo("Asia/Seoul"))


def as_row(findings: Findings) -> dict[str, Any]:
    """Findings in the shapes of the gold lines."""
    return {
        "relevant": findings.relevant,
        "relevance": list(findings.relevance),
        "item_kind": findings.item_kind,
        "sectors": list(findings.sectors),
        "region": {"sido": findings.region.sido, "sigungu": findings.region.sigungu} if findings.region else None,
        "events": [_event(e) for e in findings.events],
        "organisations": [_organisation(o) for o in findings.organisations],
        "facts": [_fact(f) for f in findings.facts],
        "pii": [_private(p) for p in findings.pii],
    }


EVENT_FIELDS = (
    "title", "start", "end", "all_day", "venue", "address_region", "online", "hosts", "organisers", "sponsors",
    "audience", "fee", "contact", "status", "application_start", "application_deadline", "recurrence", "role",
    "parent", "flags", "evidence", "rules",
)  # fmt: skip
_values = attrgetter(*EVENT_FIELDS)


def _event(event: Event) -> dict[str, Any]:
    return {name: plain(value) for name, value in zip(EVENT_FIELDS, _values(event), strict=True)}


def _organisation(found: Organisation) -> dict[str, Any]:
    return {
        "name": found.name,
        "type": found.type,
        "aliases": list(found.aliases),
        "mentions": [list(span) for span in found.mentions],
    }


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "subject": fact.subject,
        "measure": fact.measure,
        "value": fact.value,
        "unit": fact.unit,
        "as_of": fact.as_of,
        "evidence": list(fact.evidence),
        "surface": fact.surface,
    }


def _private(private: Private) -> dict[str, Any]:
    return {"type": private.type, "span": list(private.span), "text": private.text, "office": private.office}
