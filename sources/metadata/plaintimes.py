"""When an article of unknown layout was published and changed: as the page declares it, else as it shows it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import cache
from typing import Any

from sources.address import parse
from sources.blocks import Tree, line_of
from sources.dates import When, korean, read_date
from sources.page import Page
from sources.pick import attribute
from sources.texts.newsheader import Times, first_said, is_moved, labelled, labelled_lines
from sources.texts.prose import in_chrome
from sources.words import word_list

_ISSUE = re.compile(
    r"(?:제\s?|통권\s?)\d{1,5}\s?호[\s·|,(\[]{1,5}((?:19|20)\d{2}\s?[-./년]\s?\d{1,2}\s?[-./월]\s?\d{1,2})"
)
_HEAD = 600  # characters from the top of a page among which its issue stands
_META_TIMES = word_list(
    """
    article:published_time og:article:published_time article:published datePublished date pubdate publishdate
    DC.date.issued dc.date DC.date og:regDate dable:published_time article:created date.issued regdate
    """
)


def times_of(
    page: Page,
    tree: Tree,
    ld: Mapping[str, Any],
    meta: Mapping[str, str],
    head: str,
    above: str,
    said: dict[str, str],
) -> Times:
    """Both times, from the ways in order of trust; `said["published_at"]` is set to the one that told the first.

    `head` is what stands between headline and text, `above` what stands right above the headline.
    """
    shown = labelled(head)
    at_foot = cache(lambda: labelled(labelled_lines(tree)))
    ways: tuple[tuple[str, Callable[[], When | None]], ...] = (
        ("json-ld", lambda: read_date(str(ld.get("datePublished") or ld.get("dateCreated") or ""))),
        ("meta", lambda: read_date(first_said(meta, *_META_TIMES))),
        ("microdata", lambda: _microdata_time(tree, "datePublished")),
        ("header", lambda: shown.published),
        ("time element", lambda: _time_element(tree)),
        ("above the headline", lambda: _not_today(read_date(above), page)),
        ("label", lambda: at_foot().published),
        ("address", lambda: _in_address(page.final_url)),
        ("issue", lambda: _of_issue(tree)),
    )
    published: When | None = None
    for name, way in ways:
        when = way()
        if when is None or (published is not None and (not published.date_only or when.date_only)):
            continue
        if name == "meta" and shown.published is not None and _gives_way(when, shown.published):
            when = shown.published
        if published is not None and when.at.date() != published.at.date():
            continue  # a finer time counts only for the same day
        published, said["published_at"] = when, name
        if not when.date_only:
            break
    modified = (
        shown.modified
        or read_date(str(ld.get("dateModified") or "") or meta.get("article:modified_time"))
        or _microdata_time(tree, "dateModified")
        or (at_foot().modified if said.get("published_at") == "label" else None)
    )
    return Times(published, modified)


def _gives_way(declared: When, shown: When) -> bool:
    """Plug-ins write the Korean clock, which the page shows too, and call it +00:00; a bare day, or one days after
    that which the article shows, is that of the page or of its move into a new system."""
    if is_moved(declared, shown) or (declared.date_only and not shown.date_only):
        return True
    return timedelta(0) <= declared.at - shown.at - timedelta(hours=9) < timedelta(minutes=1)


def _not_today(when: When | None, page: Page) -> When | None:
    """A bare day of the fetch may be the page's own clock."""
    return when if when is not None and when.at.date() != korean(page.fetched_at).date() else None


def _of_issue(tree: Tree) -> When | None:
    """The day beside the number of the issue, in the head of the page of a weekly («제412호 · 2026년 11월 20일»)."""
    found = _ISSUE.search(line_of(tree.body)[:_HEAD])
    return read_date(found[1]) if found else None


def _microdata_time(tree: Tree, name: str) -> When | None:
    node = tree.css_first(f"[itemprop={name}]")
    return (
        read_date(attribute(node, "content") or attribute(node, "datetime") or line_of(node))
        if node is not None
        else None
    )


def _time_element(tree: Tree) -> When | None:
    for node in tree.css("time[datetime],time[pubdate],time,abbr[title],[class~=published][title]"):
        exact = attribute(node, "datetime") or attribute(node, "title")
        if not in_chrome(node) and (when := read_date(exact or line_of(node))):
            return when
    return None


def _in_address(url: str) -> When | None:
    found = re.search(
        r"(?<!\d)((?:19|20)\d{2})[/.-]?(0[1-9]|1[0-2])[/.-]?(0[1-9]|[12]\d|3[01])(?=\d{0,14}(?!\d))",
        parse(url).path + "?" + "&".join(parse(url).query.values()),
    )
    return read_date(f"{found[1]}-{found[2]}-{found[3]}") if found else None
