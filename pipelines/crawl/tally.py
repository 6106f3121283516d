"""What a round counts, and what it leaves behind when it ends."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from pipelines.crawl.intake import Taken
from pipelines.crawl.response import Response
from store.counted import counted
from store.records import RequestLog, Round
from store.shelf import storable

LOG = logging.getLogger("dure.crawl")
TAKEN = "another worker is asking it"


@dataclass(frozen=True, slots=True)
class Tally:
    """One source in the report of a run. `decisions` (added, replaced, left) add up to the articles."""

    source_id: str
    round: Round | None = None
    decisions: Mapping[str, int] = field(default_factory=dict)
    skipped: str = ""  # why there was no round: not due, disabled …


def round_id(source_id: str, started: datetime) -> str:
    """From source and start, so that a replayed round is the same round."""
    return f"{source_id[:40]}@{started.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def log_round(round_: Round) -> None:
    """One line of the run's log for the outcome of a round (there «round»); on a screen and in a journal a sentence."""
    told = {name: getattr(round_, name) for name in ("source_id", "outcome", "diagnosis", "pages", "detail")}
    told |= {"what": "round", "round": round_.id, "seconds": (round_.finished_at - round_.started_at).total_seconds()}
    why = f" ({round_.detail})" if round_.outcome == "broken" and round_.detail else ""
    said = f"{round_.source_id}: {round_.diagnosis or round_.outcome}, {counted(round_.pages, 'page')}{why}"
    LOG.log(logging.WARNING if round_.outcome == "broken" else logging.INFO, said, extra={"told": told})


class Counting:
    """Counts pages and decisions of one round, and words its log."""

    def __init__(self, round_id: str) -> None:
        self.round_id = round_id
        self.pages = 0
        self.counts: Counter[str] = Counter()
        self.decisions: Counter[str] = Counter()
        self.complaints: list[str] = []

    def count(self, response: Response, taken: Taken) -> None:
        """Give a page its one place in the counts."""
        self.pages += 1
        self.counts[taken.outcome] += 1
        if taken.decision is not None:
            self.decisions[str(taken.decision.action)] += 1
        if taken.outcome.startswith("error/"):
            self.complain(f"{response.url}: {taken.outcome.partition('/')[2]} ({taken.detail})")

    def complain(self, sentence: str) -> None:
        """Something people should hear of; the first one stands for a broken round."""
        self.complaints.append(storable(sentence))

    def entry(self, response: Response, taken: Taken, why: str = "") -> RequestLog:
        """The log line of a request and of what was decided on its answer."""
        if taken.decision is not None:
            decision = str(taken.decision.action)
        elif taken.reading is not None and taken.reading.listing is not None:
            decision = "fetched"
            why = f"{taken.outcome}, {counted(len(taken.reading.listing.items), 'item')}"
        else:
            decision = taken.outcome.replace("/", ":")
        detail = "; ".join(part for part in (why, taken.detail) if part)
        return RequestLog(
            self.round_id,
            response.url[:2000],
            response.fetched_at,
            decision[:60],
            response.status or None,
            storable(detail[:500]),
        )

    def robots(self, answer: Response, meaning: str, why: str) -> RequestLog:
        """The log line of a /robots.txt: «robots:rules», «robots:open» or «robots:closed»."""
        status = answer.status or None
        detail = storable((why or answer.detail or "kept for a day")[:500])
        return RequestLog(self.round_id, answer.url[:2000], answer.fetched_at, f"robots:{meaning}", status, detail)

    def note(self, url: str, at: datetime, decision: str, detail: str = "") -> RequestLog:
        """The log line of a decision not to ask."""
        return RequestLog(self.round_id, storable(url[:2000]), at, decision, None, storable(detail[:500]))
