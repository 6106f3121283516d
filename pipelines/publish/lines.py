"""What feeds and calendars say: the same lines as the pages, with absolute addresses."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dashboards import words
from dashboards.channels import Channel
from dashboards.site.digest import Digest
from dashboards.site.lines import EVENT_LINES, STORY_LINES, EventLine, StoryLine, event_line, story_lines
from dashboards.site.occurrence import when_words
from pipelines.publish.edition import SEOUL

NEWS_DAYS, EVENT_DAYS, MOST = 14, 60, 100
"""A feed holds what was seen in these days, and at most so many entries."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed. `summary` is our own line; `updated` is aware."""

    id: str
    kind: str
    title: str
    url: str
    summary: str
    updated: datetime
    outlet: str
    region: str
    sectors: tuple[str, ...]


def urn(subject: str, identity: str) -> str:
    """A name that stays the same wherever the folder is served."""
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'dure:{subject}/{identity}')}"


def at_midnight(day: date) -> datetime:
    return datetime.combine(day, time(), SEOUL)


def entries(digest: Digest, site: str) -> list[Entry]:
    """Stories and events of the last weeks, newest first."""
    found = [*_stories(digest, site), *_events(digest, site)]
    return sorted(found, key=lambda entry: (-entry.updated.timestamp(), entry.id))


def _stories(digest: Digest, site: str) -> Iterator[Entry]:
    rows = digest.rows(
        STORY_LINES + "WHERE first_seen_on BETWEEN ? AND ? ORDER BY day DESC, outlet_count DESC, story_id LIMIT 2000",
        (digest.today - timedelta(days=NEWS_DAYS)).isoformat(), digest.today.isoformat(),
    )  # fmt: skip
    for line in story_lines(digest, rows):
        lead = line.tellings[0]
        published = lead.published
        updated = published if isinstance(published, datetime) else at_midnight(published or line.day)
        yield Entry(
            urn("story", line.id), "story", line.title, lead.url or f"{site}days/{line.day}.html", story_words(line),
            updated, lead.outlet, line.region, line.sectors,
        )  # fmt: skip


def _events(digest: Digest, site: str) -> Iterator[Entry]:
    rows = digest.rows(
        EVENT_LINES + "WHERE changed_on BETWEEN ? AND ? ORDER BY changed_on DESC, event_id LIMIT 2000",
        (digest.today - timedelta(days=EVENT_DAYS)).isoformat(), digest.today.isoformat(),
    )  # fmt: skip
    for row in rows:
        line = event_line(row, digest.today)
        kind = "call" if line.deadline_on and line.deadline_on >= digest.today else "event"
        yield Entry(
            urn("event", line.id), kind, line.title, site + line.href, event_words(line, digest.today),
            at_midnight(date.fromisoformat(row["changed_on"])), "두레", line.region, line.sectors,
        )  # fmt: skip


def story_words(line: StoryLine) -> str:
    """«미리내신문 09:00 · 경기 미리내시 · 정책 · 매체 12곳»."""
    if line.quiet:
        return line.tellings[0].outlet
    kind = words.label("item_kind", line.item_kind) if line.item_kind else ""
    told = words.outlets_words(line.outlets, line.boards)
    return " · ".join(filter(None, (line.tellings[0].outlet, line.place, kind, told)))


def event_words(line: EventLine, today: date) -> str:
    """«11월 24일 화요일 15:00–18:00 · 상상청 · 주최 …», «12월 2일 수요일 19:00 · 매주 수요일 · …»."""
    status = "" if line.status in ("scheduled", "recurring") else words.label("event_status", line.status)
    closes = f"마감 {words.until(line.deadline, today)}" if line.deadline else ""
    when = when_words(line.start, line.end, line.recurrence, today) if line.start or not closes else ()
    adrift = f"본행사 {words.label('event_status', line.adrift)}" if line.adrift and not line.over(today) else ""
    host = f"주최 {line.hosts}" if line.hosts else ""
    place = line.venue or ("온라인" if line.online else line.place)
    return " · ".join(filter(None, (status, adrift, *when, place, host, closes)))


def belongs(channel: Channel | None, region: str, sectors: tuple[str, ...]) -> bool:
    """Whether a line belongs to a channel; what is meant for the whole country belongs to every region."""
    if channel is None:
        return True
    if channel.by == "sector":
        return channel.value in sectors
    return region in (channel.value, "전국", "온라인")
