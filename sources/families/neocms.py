"""Municipal boards of NeoCMS: `…/selectBbsNttView.do?bbsNo=B&nttNo=N&key=MENU`.

Its parts have the classes `p-table__subject_text`, `p-table__content` and `p-attach`, beside icons whose words («hwp
문서», «새글») are for screen readers.
"""

from __future__ import annotations

from dataclasses import replace

from sources.address import Address, absolute, parse
from sources.blocks import Node, Tree, line_of
from sources.catalogue import Source
from sources.families import publicboard
from sources.family import Family
from sources.lists.rows import next_page
from sources.lists.rowtitles import CATEGORY
from sources.page import Article, Listing, Page, Reason, Refused
from sources.pick import distinct_lines

_TITLE, _ICONS = ".p-table__subject_text", ".p-icon,.skip,.blind"


def key(url: str) -> str | None:
    """`neocms:host/bbsNo/nttNo`; `key` is the menu one came by."""
    address = parse(url)
    board, number = address.number("bbsNo"), address.number("nttNo")
    if not board or not number or "selectBbsNttView" not in address.path:
        return None
    return f"neocms:{address.site}/{board}/{number}"


def address(url: Address) -> bool:
    return "selectBbsNttView.do" in url.path or "selectBbsNttList.do" in url.path


def read(page: Page, tree: Tree, source: Source | None) -> Article | Listing:
    here = parse(page.final_url)
    if "selectBbsNttView" in here.path:
        return _article(page, tree)
    if here.query.get("searchKrwd", "").strip():
        raise Refused(Reason.SEARCH, "search in a board")
    return publicboard.listing(
        page, tree, key, lambda link: _address_of(link, page), lambda t: next_page(t, page, key, "pageIndex")
    )


def _address_of(link: Node, page: Page) -> str | None:
    plain = absolute(page.final_url, link.attributes.get("href"))
    return plain if plain and key(plain) else None


def _article(page: Page, tree: Tree) -> Article:
    article = publicboard.article(page, tree)
    title = line_of(tree.css_first(_TITLE), _ICONS) or article.title
    category = CATEGORY.match(title)
    if category is not None and title[category.end() :].strip():
        article = replace(article, title=title[category.end() :].strip(), category=category[0][1:-1])
    links = tree.css("a.p-attach__link")
    files = publicboard.names_beside(links) or distinct_lines(links, _ICONS)
    return replace(article, attachments=files or article.attachments)


FAMILY = Family(
    name="neocms",
    about="지방자치단체 NeoCMS 게시판 (selectBbsNttView.do)",
    evidence="none",
    read=read,
    key=key,
    address=address,
)
