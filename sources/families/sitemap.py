"""Sitemaps (sitemaps.org), sitemap indexes and news sitemaps: addresses, and what they say of their documents."""

from __future__ import annotations

import re

from sources.address import absolute
from sources.blocks import Tree, flat
from sources.catalogue import Source
from sources.dates import read_date
from sources.family import Family
from sources.feeds import xmltree
from sources.feeds.xmltree import Element
from sources.page import Item, Listing, Page, Reason, Refused

OPENING = re.compile(
    r"\s{0,200}(?:<\?xml[^>]{0,300}\?>\s{0,200})?(?:<\?[^>]{0,400}\?>\s{0,200}|<!--(?:(?!-->).){0,2000}-->\s{0,200}){0,6}"
    r"<(?:\w{1,20}:)?(?:urlset|sitemapindex)\b",
    re.S | re.I,
)


def read(page: Page, tree: Tree, source: Source | None) -> Listing:
    """`lastmod` is the time of a change and is left out; a news sitemap says the title and the time of publishing."""
    root = xmltree.parse(page.text)
    if root is None:
        raise Refused(Reason.TRUNCATED, "a sitemap that is not whole")
    items = [_item(entry, page) for entry in root.children if entry.name in ("url", "sitemap")]
    return Listing(tuple(item for item in items if item))


def _item(entry: Element, page: Page) -> Item | None:
    url = absolute(page.final_url, entry.first("loc"))
    news = next(entry.all("news"), None)
    when = read_date(news.first("publication_date")) if news is not None else None
    if url is None:
        return None
    return Item(
        url=url,
        title=flat(news.first("title")) if news is not None else "",
        published_at=when.at if when else None,
        date_only=bool(when and when.date_only),
    )


FAMILY = Family(
    name="sitemap",
    about="사이트맵과 뉴스 사이트맵: 주소 목록",
    evidence="rendered",
    read=read,
    key=lambda url: None,
    opening=OPENING,
)
