"""A page as it lies in the archive, and what today's rules read from it: the evidence beside a diagnosis."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from pipelines.crawl.manners import SEOUL
from pipelines.crawl.reading import read_response
from pipelines.crawl.replay import response_of
from sources.catalogue import Source
from sources.page import Reading
from store.archive import Archive
from store.counted import counted

SHOWN = 60


@dataclass(frozen=True, slots=True)
class Captured:
    """`number` is that of `dure archive show`: 1 is the oldest capture of the address."""

    number: int
    at: datetime
    words: str


def captured(archive: Archive, url: str, by: datetime, source: Source | None) -> Captured | None:
    """The last capture of an address up to a moment; what is newest may be a later one, read again as a canary."""
    found = [(number, entry) for number, entry in enumerate(archive.find(url), 1) if entry.at <= by]
    if not found:
        return None
    number, entry = found[-1]
    answer = response_of(archive.read(entry))
    if answer.failure is not None:
        return Captured(number, entry.at, f"{answer.failure}: {answer.detail}")
    return Captured(number, entry.at, f"status {answer.status}, {said(read_response(answer, source))}")


def said(reading: Reading) -> str:
    """What was read, in one line."""
    if (article := reading.article) is not None:
        day = f"{article.published_at.astimezone(SEOUL):%Y-%m-%d %H:%M}" if article.published_at else "no date"
        return f"an article: «{article.title[:SHOWN]}», {counted(len(article.body_text), 'character')}, {day}"
    if (listing := reading.listing) is not None:
        first = f", the first «{listing.items[0].title[:SHOWN]}»" if listing.items else ""
        dated = sum(item.published_at is not None for item in listing.items)
        return f"a list of {counted(len(listing.items), 'item')}, {dated} of them dated{first}"
    return f"refused as «{reading.refusal}» ({reading.detail or 'no more is known'})"
