"""One address of an outlet, looked at for `dure add`: what it is, or the sentence that says why it is of no use."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from pipelines.crawl.addresses import BadAddress, clean
from pipelines.crawl.intake import is_feed
from pipelines.crawl.polite import Polite, Terms
from pipelines.crawl.reading import page_of, read_response
from pipelines.crawl.response import Failure, Response
from sources.address import parse
from sources.blocks import Tree
from sources.catalogue import Source
from sources.page import Reading, Reason

_CAUSES = tuple(
    (re.compile(pattern, re.I), words)
    for pattern, words in (
        ("not known|getaddrinfo|nodename|resolution", "no host of this name is known; check the spelling"),
        ("refused", "no web server listens there (connection refused); check host and port in a browser"),
        ("timed out|no whole answer|no route", "the host does not answer; wait a while"),
    )
)
"""What the system says of a connection, in words that tell what to do."""
_LOGIN = re.compile(r"login|signin|sign-in|member_?confirm|auth", re.I)


class OnboardingError(Exception):
    """No outlet can be proposed: one sentence saying what was found and what to do next."""


@dataclass(frozen=True, slots=True)
class Look:
    """One address that was asked, and what came of it."""

    url: str
    found: str
    response: Response
    reading: Reading | None = None


def whole_address(said: str) -> str:
    """The address a person meant; `www.paper.kr` is taken as https. Raises OnboardingError."""
    said = said.strip()
    meant = said if "://" in said else f"https://{said}"
    try:
        url = clean(meant)
        if "://" not in said and "." not in (urlsplit(url).hostname or ""):
            raise BadAddress("names no host")
    except BadAddress as error:
        raise OnboardingError(
            f"{said!r} is not an address ({error}); give the whole one, like https://www.paper.kr/news/list.html."
        ) from error
    return url


def look_at(url: str, polite: Polite, terms: Terms, source: Source | None = None) -> Look:
    """Ask an address and read what it answers, as the outlet's entry says where it has one; nothing is kept."""
    response = polite.get(url, terms)
    if response.failure is not None:
        return Look(url, f"{response.failure}: {response.detail}", response)
    reading = read_response(response, source)
    if reading.listing is not None:
        kind = "feed" if is_feed(response) else "list"
        return Look(url, f"{kind} of {len(reading.listing.items)} ({reading.family})", response, reading)
    if reading.article is not None:
        return Look(url, f"article ({reading.family})", response, reading)
    return Look(url, f"{reading.refusal}: {reading.detail}", response, reading)


def refuse(first: Look) -> None:
    """Say what stands at the given address where nothing can be made of it."""
    url, response, reading = first.url, first.response, first.reading
    if response.failure is not None:
        raise OnboardingError(unreachable(url, response))
    assert reading is not None
    if is_login(first):
        raise OnboardingError(
            f"{url} shows a login page: Dure only reads what everybody may see; give the address of a public list."
        )
    sentence = {
        Reason.SECRET: "asks for a password; give the address of a public list.",
        Reason.CLOSED: "is closed to visitors; ask the outlet, or give the address of a public list.",
        Reason.GONE: "is not there (any more); look the address up in a browser.",
        Reason.SERVER_ERROR: "answers with an error of its server; try again later.",
        Reason.NOT_A_PAGE: "is neither a page nor a feed; give the address of the list, as a browser shows it.",
        Reason.EMPTY: "answers with an empty page; look at it in a browser and give the address of its list.",
        Reason.FEED_OFF: "is a feed that is switched off; give the address of the list instead.",
    }.get(reading.refusal) if reading.refusal else None  # fmt: skip
    if sentence:
        raise OnboardingError(f"{url} {sentence} (found: {reading.refusal}, {reading.detail or 'nothing more'})")


def unreachable(url: str, response: Response) -> str:
    """Why an address gave no answer that can be read, and what to do next: one sentence."""
    detail = response.detail
    if response.failure is Failure.ROBOTS:
        return (
            f"{url} is closed by the robots.txt of its site: Dure keeps to it; ask the outlet for leave or for a feed, "
            "or give the address of a list that is open."
        )
    if response.failure is Failure.NO_ROBOTS and "status" in detail:
        return f"{url} may not be asked now: {detail}; try again later."
    if response.failure is Failure.PRIVATE_ADDRESS:
        return f"{url} is not on the open net ({detail}); for an intranet set DURE_ALLOW_PRIVATE=true."
    if response.failure is Failure.TLS or "ssl" in detail.lower() or "certificate" in detail.lower():
        level = "unverified" if "certificate" in detail.lower() and "too" not in detail.lower() else "old"
        what = "certificate is not in order" if level == "unverified" else "encryption is out of date"
        return (
            f"{url} cannot be reached: its {what} ({detail}); try http://, or add the entry by hand with "
            f'oddities = {{ tls = "{level}" }}.'
        )
    if response.failure is Failure.BAD_ADDRESS:
        return f"{url} is not an address that can be asked ({detail}); give the whole one, as a browser shows it."
    if response.failure is Failure.NOT_RECORDED:
        return f"{url} is not in the recording; give an address that was recorded, or leave --replay out."
    if response.failure in (Failure.CONTENT_TYPE, Failure.TOO_LARGE):
        return f"{url} is no page ({detail}); give the address of the list, as a browser shows it."
    cause = next((words for pattern, words in _CAUSES if pattern.search(detail)), f"{detail}; check the address")
    return f"{url} cannot be reached: {cause}, and try again."


def is_login(look: Look) -> bool:
    """A form with a password, where nothing else was read; an address of a login page says it too."""
    assert look.reading is not None
    if look.reading.kind == "listing" or is_feed(look.response):
        return False
    by_address = bool(_LOGIN.search(parse(look.response.final_url).path))
    asks = Tree(page_of(look.response).text).css_first("input[type=password]") is not None
    closed = look.reading.refusal in (Reason.CLOSED, Reason.FORM)
    return (asks and (by_address or look.reading.refusal is not None)) or (closed and by_address)
