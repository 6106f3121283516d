"""What a round saw of a source, in numbers that later rounds can be compared with. Answers in, signs out."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from statistics import median
from typing import Any
from urllib.parse import urlsplit

from pipelines.crawl.intake import Taken
from pipelines.crawl.response import Response
from sources.page import Article, Item
from store.records import KeptArticle

AHEAD = timedelta(days=2)
"""A date so far after the fetch is a misread one; papers date the morning's pages a day ahead."""
LISTS = frozenset({"listing", "feed"})
_HANGUL = re.compile("[가-힣]")
_REPLACED = "\ufffd"


@dataclass(frozen=True, slots=True)
class ListSigns:
    """One list or feed as it answered. Counts are of items; `at` is where it answered, if elsewhere."""

    url: str
    outcome: str  # as in the counts of the round
    status: int = 0
    at: str = ""
    family: str = ""
    detail: str = ""
    items: int = 0
    titles: int = 0  # different ones
    garbled: int = 0  # titles without Hangul, or with characters that could not be decoded
    dated: int = 0
    days: int = 0  # different ones
    ahead: int = 0  # dated later than the fetch
    newest: str = ""  # ISO day
    fresh: int = 0  # items we had never seen
    seconds: float = 0.0

    @property
    def read(self) -> bool:
        return self.outcome in LISTS or self.outcome == "not_modified"


@dataclass(frozen=True, slots=True)
class ArticleSigns:
    """The articles of a round together. `known`: canaries, asked for although we hold them: do they still read?"""

    asked: int = 0
    outcomes: Mapping[str, int] = field(default_factory=dict)
    status: int = 0  # of the most frequent outcome that is no article
    read: int = 0
    dated: int = 0
    ahead: int = 0
    garbled: int = 0
    length: int = 0  # median of the bodies, in characters
    alike: int = 0  # bodies that are one and the same text
    known: int = 0
    changed: Mapping[str, int] = field(default_factory=dict)  # known ones that read otherwise, by what is wrong
    good: str = ""  # an address that read well
    bad: str = ""  # the first that did not
    detail: str = ""  # what the bad one said
    seconds: float = 0.0  # median of the answers


@dataclass(frozen=True, slots=True)
class Signs:
    """All that a round saw."""

    at: str = ""  # ISO moment of its end
    lists: tuple[ListSigns, ...] = ()
    articles: ArticleSigns = ArticleSigns()

    def as_row(self) -> dict[str, Any]:
        """JSON for the round's row, without what is empty."""
        return {
            "at": self.at,
            "lists": [_full(asdict(one)) for one in self.lists],
            "articles": _full(asdict(self.articles)),
        }

    @classmethod
    def of_row(cls, row: Mapping[str, Any]) -> Signs:
        """Back from the row; a row of an older or newer Dure gives what both know."""
        lists = tuple(ListSigns(**_known(ListSigns, one)) for one in row.get("lists", ()))
        return cls(row.get("at", ""), lists, ArticleSigns(**_known(ArticleSigns, row.get("articles", {}))))


def _full(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in ("", 0, 0.0, {})}


def _known(cls: type, row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name in cls.__dataclass_fields__}  # type: ignore[attr-defined]


# --- one answer ---------------------------------------------------------------------------


def list_signs(url: str, response: Response, taken: Taken, fresh: int) -> ListSigns:
    """What a list or feed showed. `fresh`: how many of its items were new to us."""
    listing = taken.reading.listing if taken.reading else None
    items = [item for item in listing.items if not item.notice] if listing else []
    dates = [item.published_at for item in items if item.published_at]
    return ListSigns(
        url=url,
        outcome=taken.outcome,
        status=response.status,
        at=response.final_url if place(response.final_url) != place(url) else "",
        family=taken.reading.family if taken.reading else "",
        detail=taken.detail[:200],
        items=len(items),
        titles=len({item.title for item in items}),
        garbled=sum(map(_garbled_title, items)),
        dated=len(dates),
        days=len({at.date() for at in dates}),
        ahead=sum(at > response.fetched_at + AHEAD for at in dates),
        newest=max(dates).date().isoformat() if dates else "",
        fresh=fresh,
        seconds=round(response.seconds, 2),
    )


def place(url: str) -> str:
    """An address without what a harmless redirect changes: http or https, www, a closing slash."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}?{parts.query}"


def _garbled_title(item: Item) -> bool:
    return garbled(item.title)


def garbled(text: str) -> bool:
    """Words of a Korean source without Hangul, or with characters that could not be decoded."""
    return _REPLACED in text or not _HANGUL.search(text)


def difference(held: KeptArticle, now: Article | None) -> str:
    """What is wrong with the reading of an article we hold: «unread», «short», «undated», «retitled»; empty: nothing.

    An edited article changes its words or grows; one that lost its date or most of its text was read wrong.
    """
    if now is None:
        return "unread"
    if garbled(now.title + now.body_text[:200]) and not garbled(held.title):
        return "garbled"
    if len(now.body_text) < 0.5 * len(held.text):
        return "short"
    if now.published_at is None and held.published_at is not None:
        return "undated"
    if "".join(now.title.split()) != "".join(held.title.split()):
        return "retitled"
    return ""


# --- a whole round ------------------------------------------------------------------------


class Seeing:
    """Gathers the signs of one round while it runs."""

    def __init__(self) -> None:
        self._lists: list[ListSigns] = []
        self._outcomes: Counter[str] = Counter()
        self._statuses: dict[str, int] = {}
        self._read: list[tuple[Article, datetime]] = []
        self._changed: Counter[str] = Counter()
        self._known = 0
        self._seconds: list[float] = []
        self._good = self._bad = self._detail = self._closed_by = ""

    def robots(self, answer: Response) -> None:
        """Why the rules of a site could not be had, for then nothing of it is asked."""
        if answer.failure is not None or answer.status >= 500:
            self._closed_by = f"error/{answer.failure}" if answer.failure else "refused/server_error"

    def list(self, url: str, response: Response, taken: Taken, fresh: int) -> None:
        """A first page of a list; what follows it is part of the same list."""
        seen = list_signs(url, response, taken, fresh)
        if seen.outcome == "error/robots_unreachable" and self._closed_by:
            seen = replace(seen, outcome=self._closed_by)
        self._lists.append(seen)

    def article(self, response: Response, taken: Taken, held: KeptArticle | None = None) -> None:
        """An article, or what came instead. `held`: it was asked for only to see whether it still reads."""
        if taken.outcome == "not_modified":
            return
        article = taken.reading.article if taken.reading else None
        self._outcomes[taken.outcome] += 1
        self._statuses.setdefault(taken.outcome, response.status)
        self._seconds.append(response.seconds)
        wrong = "" if article else "unread"
        if held is not None:
            self._known += 1
            wrong = difference(held, article)
            self._changed[wrong] += bool(wrong)
        if article is not None:
            self._read.append((article, response.fetched_at))
        self._remember(response.url, wrong, taken)

    def _remember(self, url: str, wrong: str, taken: Taken) -> None:
        if not wrong:
            self._good = self._good or url
        elif not self._bad:
            self._bad, self._detail = url, (taken.detail or taken.outcome)[:200]

    @property
    def failing(self) -> bool:
        """Some article did not read: worth looking whether those we know still do."""
        return bool(self._bad)

    def signs(self, now: datetime) -> Signs:
        """The round so far."""
        return Signs(now.isoformat(timespec="seconds"), tuple(self._lists), self._articles())

    def _articles(self) -> ArticleSigns:
        others = [name for name in self._outcomes if name != "article"]
        worst = max(sorted(others), key=lambda name: self._outcomes[name], default="")
        bodies = [article.body_text for article, _ in self._read]
        return ArticleSigns(
            asked=self._outcomes.total(),
            outcomes=dict(sorted(self._outcomes.items())),
            status=self._statuses.get(worst, 0),
            read=len(self._read),
            dated=sum(article.published_at is not None for article, _ in self._read),
            ahead=sum(a.published_at is not None and a.published_at > at + AHEAD for a, at in self._read),
            garbled=sum(garbled(article.title + article.body_text[:200]) for article, _ in self._read),
            length=int(median(map(len, bodies))) if bodies else 0,
            alike=_largest_group(bodies),
            known=self._known,
            changed={name: count for name, count in sorted(self._changed.items()) if count},
            good=self._good,
            bad=self._bad,
            detail=self._detail,
            seconds=round(median(self._seconds), 2) if self._seconds else 0.0,
        )


def _largest_group(bodies: Sequence[str]) -> int:
    """How many bodies are one and the same text; picture posts without a word do not count."""
    digests = Counter(hashlib.sha256(body.encode()).digest() for body in bodies if body.strip())
    return max(digests.values(), default=0)
