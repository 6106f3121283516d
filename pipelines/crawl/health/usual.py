"""What is usual for a source, learnt from the rounds in which it was well. No clock: days are those of the rounds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from statistics import median

from pipelines.crawl.health.signs import ArticleSigns, ListSigns, Signs
from pipelines.korean.working_days import is_working_day
from sources.catalogue_fields import Expect

ENOUGH = 3
"""Rounds before a source has something usual."""
LEARNT_DAYS = 10
"""Working days before a silence can be told from a slow outlet."""


@dataclass(frozen=True, slots=True)
class UsualList:
    """One list as it usually is. Shares are of its items."""

    items: float = 0.0
    dated: float = 0.0
    days: float = 0.0
    garbled: float = 0.0
    families: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()  # where it answered, if elsewhere
    newest: str = ""


@dataclass(frozen=True, slots=True)
class Usual:
    """A source as it usually is; `rounds` it was learnt from. `chance`: share of working days that bring news."""

    rounds: int = 0
    lists: Mapping[str, UsualList] = field(default_factory=dict)
    dated: float = 0.0
    seconds: float = 0.0
    chance: float = 0.0
    silent: int = 0  # working days since the last news
    good: str = ""  # an article that read well, of the newest such round
    promised: bool = False  # `dated` is what the entry expects; no rounds have shown it yet

    @property
    def known(self) -> bool:
        return self.rounds >= ENOUGH


def usual_of(past: Sequence[Signs], news_days: Set[date], since: date, today: date) -> Usual:
    """Learnt from earlier rounds, newest first, and from the days since `since` on which something new came."""
    lists: dict[str, list[ListSigns]] = {}
    for signs in past:
        for one in signs.lists:
            lists.setdefault(one.url, []).append(one)
    articles = [signs.articles for signs in past if signs.articles.read]
    chance, silent = rhythm(news_days, since, today)
    return Usual(
        rounds=len(past),
        lists={url: _usual_list(seen) for url, seen in lists.items()},
        dated=_share(articles, lambda a: a.dated),
        seconds=_middle(one.seconds for seen in lists.values() for one in seen),
        chance=chance,
        silent=silent,
        good=next((a.good for a in articles if a.good), ""),
    )


def promised(usual: Usual, expect: Expect) -> Usual:
    """Until a source has something usual, what its entry in the catalogue expects: a first round may be wrong too."""
    dated = expect.filled.get("published_at", 0.0)
    return usual if usual.known or not dated else replace(usual, dated=dated, promised=True)


def _usual_list(seen: Sequence[ListSigns]) -> UsualList:
    read = [one for one in seen if one.items]
    items = sum(one.items for one in read) or 1
    return UsualList(
        items=_middle(one.items for one in read),
        dated=sum(one.dated for one in read) / items,
        days=_middle(one.days for one in read),
        garbled=sum(one.garbled for one in read) / items,
        families=frozenset(one.family for one in read),
        places=frozenset(one.at for one in seen if one.at),
        newest=max((one.newest for one in read), default=""),
    )


def rhythm(news_days: Set[date], since: date, today: date) -> tuple[float, int]:
    """(share of working days with news, working days of silence up to today); (0, 0) while too little is known.

    A silence that still lasts must not make itself usual, so it is left out of the share. The share is Laplace's
    (k + 1) / (n + 2): eight days of eight are no certainty.
    """
    working = [day for day in _days(since, today) if is_working_day(day)]
    if len(working) < LEARNT_DAYS:
        return 0.0, 0
    last = max(news_days, default=since)
    spoken = [day for day in working if day <= last]
    silent = len(working) - len(spoken)
    return (sum(day in news_days for day in spoken) + 1) / (len(spoken) + 2), silent


def _days(first: date, last: date) -> Iterator[date]:
    yield from (first + timedelta(days=n) for n in range((last - first).days + 1))


def _middle(values: Iterable[float]) -> float:
    known = [value for value in values if value]
    return float(median(known)) if known else 0.0


def _share(articles: Sequence[ArticleSigns], count: Callable[[ArticleSigns], int]) -> float:
    read = sum(a.read for a in articles)
    return sum(map(count, articles)) / read if read else 0.0
