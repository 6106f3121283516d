"""RSS 0.9 to 2.0, RDF, Atom and JSON Feed of every engine.

Dates are read from their own words, not from what a feed library makes of them: KBoard and Mangboard print the Korean
clock and call it +0000, ndsoft prints no zone, gnuboard 4 puts RFC 822 into `dc:date`.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

from sources.address import absolute, parse
from sources.blocks import Tree, flat
from sources.catalogue import Source
from sources.dates import When, as_korean_clock, read_date
from sources.family import Family
from sources.feeds import xmltree
from sources.feeds.feedtext import html_text, title_text
from sources.feeds.jsonfeed import read_json_feed
from sources.feeds.xmltree import Element
from sources.page import Item, Listing, Page, Reason, Refused
from sources.pick import number
from sources.texts.boards import without_marker

OPENING = re.compile(
    r"\s{0,200}(?:<\?xml[^>]{0,300}\?>\s{0,200})?(?:<\?[^>]{0,400}\?>\s{0,200}|<!--(?:(?!-->).){0,2000}-->\s{0,200}){0,6}"
    r"<(?:!DOCTYPE\s{1,9})?(?:rss|feed|rdf:RDF|RDF)\b"
    r"|\s{0,200}\{(?=[^<]{0,2000}?\"version\"\s{0,9}:\s{0,9}\"https?:(?:\\?/){2}jsonfeed\.org)",
    re.S | re.I,
)
ENTRIES = ("item", "entry")
MOST = 1000
"""Entries of one feed, as many as a news sitemap may have. A feed of 20,000 whole posts took 18 s to read."""
BODIES = ("content:encoded", "content")
SUMMARIES = ("description", "summary")
DATES = ("pubdate", "published", "issued", "date", "created", "updated", "modified", "lastbuilddate")
# Feeds whose `description` is the whole post: said by their generator, or by the shape of their address.
WHOLE = ("rhymix", "xpressengine", "gnuboard", "kboard", "tistory")
_OFF = re.compile(r"피드\s?\(?\s?Feed\s?\)?\s?기능이\s?잠겨|RSS\s?보기가\s?금지|feed is (?:disabled|locked)", re.I)
_COMMENTS = re.compile(r"(?:^|\s)comments for\b|위한 댓글|의 댓글$|댓글 피드|comments on:", re.I)


@dataclass(frozen=True, slots=True)
class Engine:
    """What a feed says of its maker: which key to make of its links, and which clock its dates show."""

    name: str
    whole_bodies: bool
    mislabelled_clock: bool


def read(page: Page, tree: Tree, source: Source | None) -> Listing:
    if page.text.lstrip()[:1] == "{":
        return read_json_feed(page)
    root = xmltree.parse(page.text)
    if root is None:
        return _with_feedparser(page)
    channel = next((e for e in root.walk() if e.name in ("channel", "feed")), root)
    entries = list(islice((e for e in root.walk() if e.name in ENTRIES), MOST))
    _refuse(channel, entries, page)
    engine = _engine(channel, page)
    read_ones = (_item(entry, page, engine) for entry in entries)
    items = _on_korean_clock([item for item in read_ones if item is not None], page.fetched_at)
    return Listing(tuple(items), board=title_text(channel.first("title")) or None, next_page=_next(channel, page))


def _refuse(channel: Element, entries: list[Element], page: Page) -> None:
    said = " ".join(
        (channel.first("title"), channel.first("description"), *(e.first("title", "description") for e in entries[:1]))
    )
    off = _OFF.search(said)
    if off:
        raise Refused(Reason.FEED_OFF, off[0])
    query = parse(page.final_url).query.get("feed", "")
    links = [entry.first("link", "guid", "id") for entry in entries]
    if query.startswith("comments") or (links and all("#comment" in link for link in links)):
        raise Refused(Reason.NOT_A_PAGE, "a feed of comments, not of posts")
    if "/comments/feed" in page.final_url or (not entries and _COMMENTS.search(channel.first("title"))):
        raise Refused(Reason.NOT_A_PAGE, "a feed of comments, not of posts")


def _engine(channel: Element, page: Page) -> Engine:
    generator = channel.first("generator").lower()
    where = page.final_url.lower()
    for name, sign in (
        ("rhymix", "rhymix"), ("xe1", "xpressengine"), ("tistory", "tistory"), ("wordpress", "wordpress"),
    ):  # fmt: skip
        if sign in generator:
            return Engine(name, sign in WHOLE, False)
    if "/plugins/kboard/" in where:
        return Engine("kboard", True, True)
    if "mangboard" in where or "mb_board" in where:
        return Engine("mangboard", False, True)
    if "/bbs/rss.php" in where or "bo_table=" in channel.first("link"):
        return Engine("gnuboard5", True, False)
    return Engine("", False, False)


def _item(entry: Element, page: Page, engine: Engine) -> Item | None:
    url = _link(entry, page)
    title = title_text(entry.first("title"))
    if not url or not (title or entry.first(*SUMMARIES)):
        return None
    when = _date(entry, engine)
    return Item(
        url=url,
        title=title,
        canonical_key=_key(url, entry, engine),
        published_at=when.at if when else None,
        date_only=bool(when and when.date_only),
        author=_author(entry),
        comments=number(entry.first("slash:comments")) if entry.first("slash:comments") else None,
        category=flat(html.unescape(entry.first("category"))) or None,
        body_text=_body(entry, engine),
    )


def _link(entry: Element, page: Page) -> str | None:
    """The document's address: `link` as text (RSS), `link href` (Atom, rel=alternate), or a guid that is an address."""
    said = [entry.first("link")]
    said += [
        e.attributes.get("href", "")
        for e in entry.all("atom:link", "link")
        if e.attributes.get("rel", "alternate") == "alternate"
    ]
    said += [entry.first("guid", "id"), entry.attributes.get("about", "")]
    for href in said:
        url = absolute(page.final_url, html.unescape(href)) if href else None
        if url and not href.startswith(("tag:", "urn:")):
            return url
    return None


def _key(url: str, entry: Element, engine: Engine) -> str | None:
    """By the family of the link's address; guids keep the number where links are slugs (WordPress `?p=N`)."""
    from sources.recognise import BY_NAME, key_of  # the register holds this module too

    family = BY_NAME.get(engine.name)
    guid = entry.first("guid", "id")
    for address in (url, guid if "://" in guid else ""):
        key = key_of(address, family) if address else None
        if key is not None:
            return key
    return None


def _date(entry: Element, engine: Engine) -> When | None:
    when = next((w for name in DATES if (w := read_date(entry.first(name)))), None)
    if when is None or not engine.mislabelled_clock:
        return when
    return When(as_korean_clock(when.at.astimezone(UTC)), when.date_only)


def _on_korean_clock(items: list[Item], fetched_at: datetime) -> list[Item]:
    """Entries from the future: a Korean clock that was labelled UTC puts the newest up to nine hours ahead."""
    ahead = [i for i in items if i.published_at and i.published_at > fetched_at + timedelta(minutes=30)]
    if not ahead or any(i.published_at and i.published_at > fetched_at + timedelta(hours=9, minutes=5) for i in ahead):
        return items
    from dataclasses import replace

    back = timedelta(hours=9)
    return [replace(i, published_at=i.published_at - back) if i.published_at and not i.date_only else i for i in items]


def _author(entry: Element) -> str | None:
    nested = next((a.first("name") for a in entry.all("author") if a.children), "")
    said = flat(html.unescape(entry.first("creator") or nested or entry.first("author")))
    return said or None


def _body(entry: Element, engine: Engine) -> str | None:
    """The whole text, where the feed has it: `content`, or the description of engines that put all of it there."""
    whole = entry.first(*BODIES)
    if not whole and engine.whole_bodies:
        whole = entry.first(*SUMMARIES)
        whole = "" if whole.rstrip().endswith("...") else whole
    if not whole:
        return None
    return without_marker(html_text(whole))[0] or None


def _next(channel: Element, page: Page) -> str | None:
    """RFC 5005: `<link rel="next">` of a paged feed."""
    for link in channel.all("atom:link", "link"):
        if link.attributes.get("rel") == "next":
            return absolute(page.final_url, link.attributes.get("href"))
    return None


def _with_feedparser(page: Page) -> Listing:
    """Feeds no XML parser takes (cut off, unclosed): feedparser's loose parser reads what is there."""
    import io

    import feedparser

    text = re.sub(r"^\s*<\?xml[^>]{0,300}\?>", "", xmltree.without_doctype(page.text))
    try:
        parsed = feedparser.parse(io.BytesIO(text.encode()), sanitize_html=False, resolve_relative_uris=False)
    except (ValueError, OverflowError) as error:  # a character reference past the end of Unicode
        raise Refused(Reason.TRUNCATED, f"a feed no parser reads: {error}") from error
    entries = [_loose(entry) for entry in parsed.entries[:MOST]]
    engine = _engine(Element("channel", children=[Element("generator", str(parsed.feed.get("generator", "")))]), page)
    items = [_item(entry, page, engine) for entry in entries]
    if not any(items):
        raise Refused(Reason.TRUNCATED, "a feed without one whole entry")
    return Listing(tuple(item for item in items if item is not None), board=flat(parsed.feed.get("title", "")) or None)


def _loose(entry: Any) -> Element:
    parts = {"title": "title", "link": "link", "id": "guid", "author": "creator", "summary": "description"}
    children = [Element(name, str(entry.get(said) or "")) for said, name in parts.items()]
    children.append(
        Element("pubdate", str(entry.get("published") or entry.get("updated") or entry.get("created") or ""))
    )
    return Element("item", children=children)


FAMILY = Family(
    name="feed",
    about="RSS·RDF·Atom·JSON Feed: 어느 엔진의 것이든",
    evidence="rendered",
    read=read,
    key=lambda url: None,
    opening=OPENING,
)
