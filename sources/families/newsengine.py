"""Makes the reader of a newspaper family from its tables: `View`, `Rows` and the key of its addresses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sources.address import absolute, parse
from sources.articles.newspaper import NO_SECTIONS, View, is_search, read_article, refuse
from sources.blocks import Tree, line_of
from sources.catalogue import Source
from sources.family import Read
from sources.lists.newslist import Rows, read_front, read_list
from sources.metadata.boardname import section_above, trail_above, trail_of
from sources.page import Article, Listing, Page, Reason, Refused

Key = Callable[[str], str | None]

_FRONTS = frozenset(
    ("/", "/index.html", "/index.htm", "/index.php", "/main.html", "/main.php", "/m", "/m/", "/mobile", "/mobile/")
)


def reader(view: View, rows: Rows, key: Key, otherwise: Read | None = None) -> Read:
    """The `read` of a newspaper family. `otherwise` reads what has none of the engine's containers."""

    def read(page: Page, tree: Tree, source: Source | None) -> Article | Listing:
        document = key(page.final_url) or key(page.url)
        if document is None:
            if is_search(page.final_url):
                raise Refused(Reason.SEARCH, "search results")
            if is_front(page.final_url):
                return front_page(page, tree, key, source)
            listing = read_list(page, tree, key, _rows(rows, page, source))
            if listing is not None:
                return listing

        def links(href: str) -> bool:
            url = absolute(page.final_url, href)
            name = key(url) if url else None
            return name is not None and name != document

        article = read_article(page, tree, view, source, links)
        if article is not None:
            return article
        if otherwise is not None:
            return otherwise(page, tree, source)
        refused = refuse(page, tree, "article" if document else "list")
        looks = document and refused.reason in (Reason.LAYOUT_CHANGED, Reason.FRONT)  # «/66120» is as short as «/»
        if looks and (found := _by_look(page, tree, source)):
            return found
        raise refused

    return read


def front_page(page: Page, tree: Tree, key: Key, source: Source | None) -> Listing:
    """A front page is a list only where the catalogue says so, for want of a better one: then all its articles."""
    if source is not None and any(_same_address(page, listed.url) for listed in source.lists):
        listing = read_front(page, tree, key)
        if listing is not None:
            return listing
    raise Refused(Reason.FRONT, "the front page")


def _same_address(page: Page, url: str) -> bool:
    said, asked = parse(url), (parse(page.url), parse(page.final_url))
    return any(
        said.site == a.site and said.path.rstrip("/") == a.path.rstrip("/") and said.query == a.query for a in asked
    )


def is_front(url: str) -> bool:
    """Whether an address is that of a front page."""
    address = parse(url)
    return address.path in _FRONTS and not address.query


def _by_look(page: Page, tree: Tree, source: Source | None) -> Article | None:
    """The article of a page of this engine in an unknown skin, read as a page of an unknown engine is."""
    from sources.families.unknown import plain_article  # here: the fallback is a family, and families import this

    article = plain_article(page, tree, source)
    trail = (trail_of(page, tree, article.title) or _above(tree, article.title)) if article is not None else []
    sections = [step for step in trail if step not in NO_SECTIONS]
    if article is None or not sections:
        return article
    return replace(article, board=sections[0], category=article.category or sections[-1])


def _above(tree: Tree, title: str) -> list[str]:
    """The steps right above the heading that says the title («공동체 > 마을기업»)."""
    heading = next((node for node in tree.css("h1,h2,h3,h4") if line_of(node) == title), None)
    return trail_above(heading) or section_above(tree, heading)


def _rows(rows: Rows, page: Page, source: Source | None) -> Rows:
    override = source.override_on(page.fetched_at.date()) if source and source.overrides else None
    if override is None or not override.items:
        return rows
    return replace(rows, rows=(override.items, *rows.rows))
