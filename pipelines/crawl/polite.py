"""Asking politely: robots before every request, one connection at a time per host, the pace kept.

::

    get(url) ──follow──► for each address on the way:  robots? ─► wait for the host ─► exchange
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Protocol

from pipelines.crawl import manners, robots
from pipelines.crawl.addresses import BadAddress, clean, host_of
from pipelines.crawl.follow import follow
from pipelines.crawl.response import Failure, Response
from pipelines.crawl.robots import Robots
from store.counted import counted

PATIENCE = timedelta(minutes=5)
"""A host that wants to be left alone for longer is not waited for: its round ends."""


TRIED_AGAIN = frozenset({Failure.CONNECT, Failure.INCOMPLETE, Failure.TIMEOUT})
SILENT = TRIED_AGAIN | {Failure.DNS}
"""No answer came, whatever it would have been."""


class Exchange(Protocol):
    """One request and its answer: `fetch.Fetcher.exchange`, or what a test puts in its place."""

    def __call__(
        self, url: str, *, headers: Mapping[str, str] | None = None, tls: str = "strict", head: int | None = None
    ) -> Response: ...


class Turns(Protocol):
    """Who may ask a host when: `manners.HostClock` for one process, `turns.SharedTurns` for all over one store."""

    def take_turn(self, host: str, now: datetime) -> float:
        """Seconds until the host may be asked; 0: it is our turn."""

    def end_turn(self, host: str, now: datetime, seconds: float) -> None:
        """The answer came at `now`; the next request may come `seconds` later."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How one source is asked."""

    pace_seconds: float = 5.0
    tls: str = "strict"


OnRobots = Callable[[Response, Robots], None]
"""Told of an answer to /robots.txt and of what it means."""


def _untold(answer: Response, rules: Robots) -> None:
    """For where nobody keeps a log."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Polite:
    """Shared by all rounds of a run, also in several threads: the pace is the host's, not the source's."""

    def __init__(
        self,
        exchange: Exchange,
        *,
        least_pace: float = manners.LEAST_PACE,
        turns: Turns | None = None,
        now: Callable[[], datetime] = _utc_now,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._exchange = exchange
        self._least_pace = least_pace
        self._now = now
        self._sleep = sleep
        self._turns = turns or manners.HostClock()
        self._rules: dict[str, Robots] = {}
        self._gates: dict[str, threading.Lock] = {}
        self._guard = threading.Lock()

    def get(
        self, url: str, terms: Terms, headers: Mapping[str, str] | None = None, on_robots: OnRobots = _untold
    ) -> Response:
        """The answer at the end of the redirects; ROBOTS as failure where an address on the way is closed.

        `on_robots` is told of every /robots.txt that had to be asked for. What a moment may mend (a connection
        that was refused or broke off) is tried once more, at the usual pace.
        """
        try:
            url = clean(url)
        except BadAddress as error:
            return Response(url, url, self._now(), failure=Failure.BAD_ADDRESS, detail=str(error))
        answer = follow(lambda at, sent: self._allowed(at, terms, sent, on_robots), url, headers)
        if answer.failure not in TRIED_AGAIN:
            return answer
        again = follow(lambda at, sent: self._allowed(at, terms, sent, on_robots), url, headers)
        return again if again.failure is None else replace(again, detail=f"{again.detail} (tried twice)")

    def rules(self, url: str, terms: Terms, on_robots: OnRobots = _untold) -> Robots:
        """What the host of an address allows, asked for at most once a day.

        Where no answer comes, an earlier one holds on; without one it is asked for once more. An answer that says that
        the site is in trouble (5xx, 429) closes it, whatever was said before.
        """
        site = robots.robots_url(url)
        # a lock of its own: a robots.txt that redirects to another host must not hold this host's gate meanwhile
        with self._gate(site):
            known = self._rules.get(site)
            if known is None or not known.fresh(self._now()):
                answer = self._ask_rules(site, terms)
                earlier = known.while_silent(answer.fetched_at) if known and answer.failure in SILENT else None
                if earlier is None and answer.failure in TRIED_AGAIN:
                    answer = self._ask_rules(site, terms)
                known = self._rules[site] = earlier or robots.meaning_of(answer)
                on_robots(answer, known)
            return known

    def _ask_rules(self, site: str, terms: Terms) -> Response:
        return follow(lambda at, _: self._paced(at, terms, None, {}, robots.MAX_BYTES + 1), site)

    def remember(self, site: str, rules: Robots) -> None:
        """Rules that an earlier run fetched."""
        self._rules.setdefault(site, rules)

    def remembered(self, urls: list[str]) -> dict[str, Robots]:
        """The rules known for the hosts of these addresses, by the address of their robots.txt."""
        sites = {robots.robots_url(url) for url in urls}
        return {site: self._rules[site] for site in sorted(sites) if site in self._rules}

    def _allowed(self, url: str, terms: Terms, headers: Mapping[str, str], on_robots: OnRobots) -> Response:
        rules = self.rules(url, terms, on_robots)
        if why := rules.why_not(url):
            failure = Failure.NO_ROBOTS if rules.meaning == "closed" else Failure.ROBOTS
            return Response(url, url, self._now(), failure=failure, detail=why)
        return self._paced(url, terms, rules.crawl_delay, headers)

    def _paced(
        self, url: str, terms: Terms, delay: float | None, headers: Mapping[str, str], head: int | None = None
    ) -> Response:
        host = host_of(url)
        pace = manners.pace(terms.pace_seconds, delay, self._least_pace)
        with self._gate(host):
            if (wait := self._wait_for_turn(host)) > 0:
                detail = f"{host} asked to be left alone for another {counted(round(wait / 60), 'minute')}"
                return Response(url, url, self._now(), failure=Failure.ASKED_TO_WAIT, detail=detail)
            asked = self._now()
            try:
                answer = self._exchange(url, headers=headers, tls=terms.tls, head=head)
                now = self._now()
                if answer.status in manners.BUSY and (until := manners.retry_after(answer, now)):
                    pace = max(pace, (until - now).total_seconds())
            finally:
                self._turns.end_turn(host, self._now(), pace)
            # the fetcher says it itself: a copy of every answer for the sake of one field is felt
            return answer if answer.seconds else replace(answer, seconds=(now - asked).total_seconds())

    def _wait_for_turn(self, host: str) -> float:
        """Sleep until it is our turn; seconds that are still missing where that would take too long."""
        waited = 0.0
        while (wait := self._turns.take_turn(host, self._now())) > 0:
            if waited + wait > PATIENCE.total_seconds():
                return wait
            self._sleep(wait)
            waited += wait
        return 0.0

    def _gate(self, name: str) -> threading.Lock:
        with self._guard:
            if name not in self._gates:
                self._gates[name] = threading.Lock()
            return self._gates[name]
