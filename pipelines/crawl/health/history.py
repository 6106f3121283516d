"""What earlier rounds of a source left behind, ready for a diagnosis. The one part of health that asks the store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlmodel import Session

from pipelines.crawl.health.diagnosis import FINE, SEVERE
from pipelines.crawl.health.signs import Signs
from pipelines.crawl.health.usual import Usual, usual_of
from pipelines.crawl.manners import SEOUL
from store import runs, shelf
from store.records import Round

LOOKED_AT = 60
"""Rounds: two months of a source asked daily, more than a day of one asked every half hour."""
SETTLED = timedelta(days=14)
"""What has lasted so long without doing harm is what is usual now."""
RHYTHM = timedelta(days=42)
CANARIES_EVERY = timedelta(hours=20)


@dataclass(frozen=True, slots=True)
class History:
    """`canaries_due`: known articles have not been read again for a day."""

    usual: Usual = field(default_factory=Usual)
    canaries_due: bool = False


def recall(session: Session, source_id: str, now: datetime) -> History:
    """The history of a source at the start of a round."""
    rounds = [r for r in runs.rounds(session, source_id, LOOKED_AT) if r.diagnosis and r.started_at < now]
    if not rounds:
        return History()
    news = {at.astimezone(SEOUL).date() for at in shelf.news_since(session, source_id, now - RHYTHM)}
    since = max(_first_day(session, source_id), (now - RHYTHM).astimezone(SEOUL).date())
    usual = usual_of([Signs.of_row(r.signs) for r in telling(rounds, now)], news, since, now.astimezone(SEOUL).date())
    return History(usual, _canaries_due(rounds, now))


def telling(rounds: Sequence[Round], now: datetime) -> list[Round]:
    """The rounds, newest first, that say what is usual: the fine ones, else what has lasted for two weeks."""
    fine = [r for r in rounds if r.diagnosis in FINE]
    lately = [r for r in rounds if r.started_at > now - SETTLED]
    lasting = lately and lately[-1].started_at < now - SETTLED + timedelta(days=2)
    if lasting and not any(r.diagnosis in FINE or r.diagnosis in SEVERE for r in lately):
        return lately
    return fine


def _first_day(session: Session, source_id: str) -> date:
    """The day of the first round: what came in it was there before, and is no news."""
    first = runs.first_round(session, source_id)
    return (first.astimezone(SEOUL) + timedelta(days=1)).date() if first else date.max


def _canaries_due(rounds: Sequence[Round], now: datetime) -> bool:
    read = (r.started_at for r in rounds if r.signs.get("articles", {}).get("known"))
    return now - next(read, rounds[-1].started_at) >= CANARIES_EVERY
