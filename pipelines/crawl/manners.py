"""Manners, as pure decisions: how long to wait, when to come back. `now` is always an argument.

What a source asks of us stands in its catalogue entry: `pace_seconds`, and under `oddities` the keys
`hours` («01:00-06:00», when it may be asked, Seoul time) and `tls` («old» or «unverified»); `keep_days` is read
by `retention`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from pipelines.crawl.response import Failure, Response
from sources.catalogue import Source
from sources.catalogue_fields import TLS_LEVELS, hours
from store.records import SourceState

SEOUL = ZoneInfo("Asia/Seoul")
LEAST_PACE = 1.0
"""Seconds between two requests to one host of the open net, whatever a catalogue entry says."""

SOONEST = timedelta(minutes=30)
LATEST = timedelta(hours=23)
"""A day, less an hour: a source asked at 06:03 must be due again at the 06:00 of the next day."""
FIRST_GUESS = timedelta(hours=3)
LONGEST_PENALTY = timedelta(days=7)
ASKEW = timedelta(minutes=10)
"""By so much the clocks of two machines may differ."""
BUSY = (429, 503)

TEMPORARY = frozenset(
    {Failure.TIMEOUT, Failure.CONNECT, Failure.INCOMPLETE, Failure.DNS, Failure.NO_ROBOTS, Failure.ASKED_TO_WAIT}
)
HARD = frozenset({Failure.BAD_ADDRESS, Failure.PRIVATE_ADDRESS, Failure.ROBOTS, Failure.REDIRECTS})


@dataclass(frozen=True, slots=True)
class Hours:
    """A daily window in Seoul; `start` after `end` goes over midnight."""

    start: time
    end: time

    def open_at(self, now: datetime) -> bool:
        at = now.astimezone(SEOUL).time()
        return self.start <= at < self.end if self.start <= self.end else at >= self.start or at < self.end

    def next_opening(self, now: datetime) -> datetime:
        local = now.astimezone(SEOUL)
        today = local.replace(hour=self.start.hour, minute=self.start.minute, second=0, microsecond=0)
        return today if today > local else today + timedelta(days=1)


def hours_of(source: Source) -> Hours | None:
    """When a source may be asked; None: always."""
    said = hours(source.oddities.get("hours", ""))
    return Hours(*said) if said else None


def tls_of(source: Source) -> str:
    """How strict the encryption has to be; strict where the entry says nothing known."""
    level = source.oddities.get("tls", "strict")
    return level if level in TLS_LEVELS else "strict"


def pace(source_seconds: float, crawl_delay: float | None, least: float = LEAST_PACE) -> float:
    """Seconds between two requests: the longest of what the entry, the site and decency ask."""
    return max(source_seconds, crawl_delay or 0.0, least)


def retry_after(answer: Response, now: datetime) -> datetime | None:
    """The moment a server asks us to wait for (RFC 9110 §10.2.3: seconds or a date), at most a week."""
    said = answer.header("retry-after").strip()
    if not said:
        return None
    if said.isdecimal() and len(said) < 10:
        return now + min(timedelta(seconds=int(said)), LONGEST_PENALTY)
    try:
        at = parsedate_to_datetime(said)
    except ValueError:
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return min(max(at, now), now + LONGEST_PENALTY)


def weight(answer: Response) -> float:
    """How much a failure counts: hard 1, soft ½, temporary ¼, none 0."""
    if answer.failure in HARD or answer.status in (401, 403, 404, 410):
        return 1.0
    if answer.failure in TEMPORARY or answer.status in BUSY:
        return 0.25
    return 0.5 if answer.failure is not None or answer.status >= 400 else 0.0


def rhythm(published: Iterable[datetime], now: datetime) -> timedelta | None:
    """The source's usual gap between two articles, the silence since the last one included."""
    past = sorted({at for at in published if at <= now})[-20:]
    return (now - past[0]) / len(past) if len(past) >= 2 else None


def next_due(published: Sequence[datetime], now: datetime, last_wait: timedelta | None, news: int) -> datetime:
    """When to ask a healthy source again: twice per gap of its own rhythm, between 30 minutes and a day.

    Without dates the last wait is doubled where nothing came, halved where something did.
    """
    gap = rhythm(published, now)
    if gap is not None:
        wait = gap / 2
    elif last_wait is None:
        wait = FIRST_GUESS
    else:
        wait = last_wait / 2 if news else last_wait * 2
    return now + min(max(wait, SOONEST), LATEST)


def due_after_failure(failures: float, now: datetime, asked_to_wait: datetime | None) -> datetime:
    """When to try a broken source again: half an hour, doubling with each whole failure, at most a week."""
    wait = min(SOONEST * 2 ** min(failures, 10.0), LONGEST_PENALTY)
    return max(now + wait, asked_to_wait or now)


def misdated(state: SourceState, now: datetime) -> bool:
    """Whether a clock that ran ahead wrote when a source is due: its last round lies in the future, or the next one
    further ahead than any wait we give. Such a source is due now; else it would be left alone until then.
    """
    ahead = state.next_due_at is not None and state.next_due_at > now + LONGEST_PENALTY + timedelta(days=1)
    return ahead or (state.last_round_at is not None and state.last_round_at > now + ASKEW)


class HostClock:
    """When each host may be asked next, in this process alone. It neither sleeps nor looks at a clock."""

    def __init__(self) -> None:
        self._next: dict[str, datetime] = {}

    def take_turn(self, host: str, now: datetime) -> float:
        """Seconds until the host may be asked; 0: now."""
        at = self._next.get(host)
        return max(0.0, (at - now).total_seconds()) if at else 0.0

    def end_turn(self, host: str, now: datetime, seconds: float) -> None:
        """A request ended at `now`; the next one may come `seconds` later."""
        self._next[host] = now + timedelta(seconds=seconds)
