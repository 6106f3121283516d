"""The /na/ntt builder of schools, education offices and public bodies: `selectNttInfo.do?nttSn=N`."""

from __future__ import annotations

import re

from sources.address import Address, absolute, parse, with_query
from sources.blocks import Node, Tree, flat
from sources.catalogue import Source
from sources.families import publicboard
from sources.family import Family
from sources.lists.rows import next_page
from sources.page import Article, Listing, Page, Reason, Refused

_NUMBER = re.compile(r"(?:nttInfo|fn_\w{0,30}|goView|selectNttInfo)\(\s{0,3}'?(\d{1,12})'?")
_PAGE = re.compile(r"(?:goPaging|linkPage|fn_\w{0,30}[pP]age\w{0,20}|goPage)\(\s{0,3}'?(\d{1,6})'?")
_PAGE_NAMES = ("currPage", "pageIndex", "page")


def key(url: str) -> str | None:
    """`ntt:host/nttSn`: one row of numbers for the whole builder; `nttSnUrl` is a changing token."""
    address = parse(url)
    number = address.number("nttSn")
    return f"ntt:{address.site}/{number}" if number and "selectNttInfo" in address.path else None


def address(url: Address) -> bool:
    return "selectNttInfo.do" in url.path or "selectNttList.do" in url.path


def read(page: Page, tree: Tree, source: Source | None) -> Article | Listing:
    if "selectNttInfo" in parse(page.final_url).path:
        return publicboard.article(page, tree)
    if parse(page.final_url).query.get("searchValue", "").strip():
        raise Refused(Reason.SEARCH, "search in a board")
    return publicboard.listing(page, tree, key, lambda link: _address_of(link, page), lambda t: _following(t, page))


def _address_of(link: Node, page: Page) -> str | None:
    plain = absolute(page.final_url, link.attributes.get("href"))
    if plain and key(plain):
        return plain
    number = flat(link.attributes.get("data-id"))
    found = _NUMBER.search(f"{flat(link.attributes.get('onclick'))} {flat(link.attributes.get('href'))}")
    number = number if number.isdigit() else (found[1] if found else "")
    if not number:
        return None
    query = {name: value for name in ("mi", "bbsId") if (value := parse(page.final_url).word(name))}
    return with_query(page.final_url.partition("?")[0].replace("selectNttList", "selectNttInfo"), nttSn=number, **query)


def _following(tree: Tree, page: Page) -> str | None:
    for name in _PAGE_NAMES:
        plain = next_page(tree, page, key, name)
        if plain:
            return plain
    here = parse(page.final_url)
    number = int(here.number("currPage") or here.number("pageIndex") or 1)
    for link in tree.css("a[onclick],a[href^='javascript:']"):
        script = f"{flat(link.attributes.get('onclick'))} {flat(link.attributes.get('href'))}"
        if any(int(m[1]) == number + 1 for m in _PAGE.finditer(script)):
            return with_query(page.final_url, currPage=number + 1)
    return None


FAMILY = Family(
    name="ntt",
    about="교육청·공공기관 /na/ntt 게시판 (selectNttInfo.do)",
    evidence="none",
    read=read,
    key=key,
    signs="a.nttInfoBtn,.bbs_ViewA .bbsV_cont",
    address=address,
)
