"""One outlet of the catalogue looked at now, nothing kept: do its lists answer, and do their articles read?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from pipelines.crawl.looking import Look, OnboardingError, look_at, unreachable, whole_address
from pipelines.crawl.manners import SEOUL, tls_of
from pipelines.crawl.onboarding import ARTICLES, ASKED_FOR_ARTICLES, missing
from pipelines.crawl.polite import Polite, Terms
from sources.catalogue import Source
from sources.page import Item


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check saw. `problems` is empty where the outlet reads as its entry says."""

    places: tuple[Look, ...]
    articles: tuple[Look, ...]
    problems: tuple[str, ...]
    day: date


def check_source(source: Source, polite: Polite, terms: Terms) -> Checked:
    """Ask every list and feed, and articles of the first that answers."""
    terms = _terms(source, terms)
    places = [look_at(a.url, polite, terms, source) for a in (*source.feeds, *source.lists)]
    items = _items(places)
    articles: list[Look] = []
    for item in items[:ASKED_FOR_ARTICLES]:
        if len(articles) >= ARTICLES:
            break
        look = look_at(item.url, polite, terms, source)
        if look.reading is not None and look.reading.article is not None:
            articles.append(look)
    problems = tuple(_problems(source, places, articles))
    return Checked(tuple(places), tuple(articles), problems, datetime.now(SEOUL).date())


def one_look(source: Source, url: str, polite: Polite, terms: Terms) -> Look:
    """The page at an address of the outlet; without one, the first article of its lists. Raises OnboardingError."""
    terms = _terms(source, terms)
    if url:
        return look_at(whole_address(url), polite, terms, source)
    for address in (*source.feeds, *source.lists):
        for item in _items([look_at(address.url, polite, terms, source)])[:1]:
            return look_at(item.url, polite, terms, source)
    raise OnboardingError(f"{source.id}: no list or feed answered with articles; name one page with --url.")


def _items(places: list[Look]) -> list[Item]:
    """The rows of the first place that has some; notices last, secret posts not at all."""
    lists = (look.reading.listing for look in places if look.reading is not None and look.reading.listing is not None)
    rows = next((listing.items for listing in lists if listing.items), ())
    return sorted((item for item in rows if not item.secret), key=lambda item: item.notice)


def _problems(source: Source, places: list[Look], articles: list[Look]) -> Iterator[str]:
    for look in places:
        listing = look.reading.listing if look.reading else None
        if look.response.failure is not None:
            yield unreachable(look.url, look.response)
        elif listing is None or not listing.items:
            yield f"{look.url} gives no list of articles ({look.found}); run `dure add {source.home}` to find it."
    if not places:
        yield f"{source.id} has no list or feed; run `dure add {source.home}` to find one."
    elif len(articles) < ARTICLES:
        yield f"only {len(articles)} of {ARTICLES} articles could be read."
    families = {look.reading.family for look in articles if look.reading}
    if families and source.family not in families:
        yield f"its pages are made by {', '.join(sorted(families))}, the entry says {source.family}."
    for look in articles:
        if lacks := ", ".join(missing(look)):
            yield f"{look.url}: without {lacks}."


def _terms(source: Source, given: Terms) -> Terms:
    """The entry's own pace and encryption; a recording has no pace."""
    pace = source.pace_seconds if given.pace_seconds else 0.0
    return replace(given, pace_seconds=pace, tls=tls_of(source))
