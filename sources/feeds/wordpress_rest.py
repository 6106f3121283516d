"""Answers of the WordPress REST interface: a post, or a page of the list of posts, with their whole texts."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from sources.address import absolute, parse
from sources.dates import read_date
from sources.feeds.feedtext import html_text, title_text
from sources.page import Article, Item, Listing, Page, Reason, Refused


def read_rest(page: Page, key: Callable[[str], str | None]) -> Article | Listing:
    try:
        answer: Any = json.loads(page.text)
    except (ValueError, RecursionError) as error:
        raise Refused(Reason.TRUNCATED, "JSON that does not end") from error
    posts = [post for post in (answer if isinstance(answer, list) else [answer]) if isinstance(post, dict)]
    items = [item for post in posts if (item := _item(post, page, key))]
    if isinstance(answer, list):
        return Listing(tuple(items))
    if not items or not items[0].body_text:
        raise Refused(Reason.NOT_A_PAGE, "JSON without a post's text")
    item = items[0]
    return Article(
        title=item.title, body_text=item.body_text or "", published_at=item.published_at, said_by={"*": "rest"}
    )


def _item(post: dict[str, Any], page: Page, key: Callable[[str], str | None]) -> Item | None:
    """`date_gmt` is the moment; `date` is the site's clock, whose zone the answer does not say."""
    url = absolute(page.final_url, post.get("link") if isinstance(post.get("link"), str) else None)
    if url is None or not isinstance(post.get("id"), int):
        return None
    moment, content = post.get("date_gmt"), _rendered(post, "content")
    when = read_date(f"{moment}Z") if isinstance(moment, str) else None
    return Item(
        url=url,
        title=title_text(_rendered(post, "title")),
        canonical_key=key(url) or f"wordpress:{parse(url).site}/{post['id']}",
        published_at=when.at if when else None,
        body_text=html_text(content) or None if content else None,
    )


def _rendered(post: dict[str, Any], name: str) -> str:
    field = post.get(name)
    text = field.get("rendered") if isinstance(field, dict) else None
    return text if isinstance(text, str) else ""
