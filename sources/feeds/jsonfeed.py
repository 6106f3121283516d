"""JSON Feed (jsonfeed.org): the entries of a feed that is no XML."""

from __future__ import annotations

import json
from typing import Any

from sources.address import absolute
from sources.blocks import flat
from sources.dates import read_date
from sources.feeds.feedtext import html_text, title_text
from sources.page import Item, Listing, Page, Reason, Refused


def read_json_feed(page: Page) -> Listing:
    try:
        feed: Any = json.loads(page.text)
    except (ValueError, RecursionError) as error:
        raise Refused(Reason.TRUNCATED, "JSON that does not end") from error
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        raise Refused(Reason.NOT_A_PAGE, "JSON without items")
    items = [_json_item(entry, page) for entry in feed["items"] if isinstance(entry, dict)]
    return Listing(
        tuple(item for item in items if item),
        next_page=absolute(page.final_url, _string(feed, "next_url")),
        board=flat(_string(feed, "title")) or None,
    )


def _json_item(entry: dict[str, Any], page: Page) -> Item | None:
    url = absolute(page.final_url, _string(entry, "url") or _string(entry, "id"))
    if not url:
        return None
    when = read_date(_string(entry, "date_published") or _string(entry, "date_modified"))
    markup = _string(entry, "content_html")
    return Item(
        url=url,
        title=title_text(_string(entry, "title")),
        published_at=when.at if when else None,
        date_only=bool(when and when.date_only),
        body_text=(html_text(markup) if markup else _string(entry, "content_text")) or None,
    )


def _string(entry: dict[str, Any], name: str) -> str:
    value = entry.get(name)
    return value if isinstance(value, str) else ""
