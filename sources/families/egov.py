"""The standard board of eGovFrame (전자정부 표준프레임워크): `…/selectBoardArticle.do?bbsId=BBSMSTR_…&nttId=N`.

Links are scripts that post a form; a GET with the same names usually answers, and is what our addresses are.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from sources.address import Address, absolute, parse
from sources.blocks import Node, Tree, flat
from sources.catalogue import Source
from sources.families import publicboard
from sources.family import Family
from sources.lists.rows import next_page
from sources.lists.scriptlinks import write_addresses
from sources.page import Article, Listing, Page, Reason, Refused

_ARTICLE = re.compile(r"selectboard(?:article|detail|view)\w{0,20}\.m?do$|selectarticledetail\.m?do$", re.I)
_LIST = re.compile(r"selectarticlelist\.m?do$|selectboardlist\.m?do$|selectboardarticles?list\.m?do$", re.I)
_BOARD_IN_PATH = re.compile(r"/(BBSMSTR_\w{1,30})/")
# The standard's own function, or any other that is given a document's number and a board's id (institutions rename it).
_NOTICE = re.compile(
    r"fn_egov_inqire_notice\(\s{0,3}(?:'?\d{1,6}'?\s{0,3},\s{0,3})?'?(\d{1,12})'?\s{0,3},\s{0,3}'(\w{1,40})'"
    r"|\(\s{0,3}(?:'?\d{1,6}'?\s{0,3},\s{0,3})?'?(\d{1,12})'?\s{0,3},\s{0,3}'(BBSMSTR_\w{1,30})'"
    r"|\(\s{0,3}'(BBSMSTR_\w{1,30})'\s{0,3},\s{0,3}'?(\d{1,12})'?"
)
_GROWS = re.compile(r"더\s?보기\s?[(\[]?\s?(\d{1,5})\s?/\s?(\d{1,5})\s?[)\]]?")
_OF_PAGE = frozenset(("pageIndex", "nttId", "searchCnd", "searchWrd"))
_PAGE = re.compile(r"fn_egov_select_noticeList\(\s{0,3}'?(\d{1,6})'?\s{0,3}\)|linkPage\(\s{0,3}'?(\d{1,6})'?\s{0,3}\)")


def key(url: str) -> str | None:
    """`egov:host/bbsId/nttId`, the board from the query or the path; session ids and page numbers are dropped."""
    address = parse(url)
    number = address.number("nttId")
    if number is None or not _ARTICLE.search(address.path):
        return None
    return f"egov:{address.site}/{_board(address)}/{number}"


def address(url: Address) -> bool:
    return bool(_ARTICLE.search(url.path) or _LIST.search(url.path)) and ("nttId" in url.query or bool(_board(url)))


def read(page: Page, tree: Tree, source: Source | None) -> Article | Listing:
    here = parse(page.final_url)
    if key(page.final_url) is not None:
        return publicboard.article(page, tree)
    if here.query.get("searchWrd", "").strip():
        raise Refused(Reason.SEARCH, "search in a board")
    listing = _listing(page, tree)
    if not listing.items:
        write_addresses(page, tree)  # an institution's own function, of which only the page says what it sends
        listing = _listing(page, tree)
    return listing


def _listing(page: Page, tree: Tree) -> Listing:
    return publicboard.listing(page, tree, key, lambda link: _address_of(link, page), lambda t: _following(t, page))


def _board(address: Address) -> str:
    in_path = _BOARD_IN_PATH.search(address.path)
    return address.word("bbsId") or (in_path[1] if in_path else "")


def _address_of(link: Node, page: Page) -> str | None:
    """The view a link leads to: plain, or by its script, beside the list's own address."""
    plain = absolute(page.final_url, link.attributes.get("href"))
    if plain and key(plain):
        return plain
    script = f"{flat(link.attributes.get('onclick'))} {flat(link.attributes.get('href'))}"
    found = _NOTICE.search(script)
    if found is None:
        return None
    number, board = found[1] or found[3] or found[6], found[2] or found[4] or found[5]
    return _beside(page, "selectBoardArticle.do", f"bbsId={board}&nttId={number}")


def _beside(page: Page, script: str, query: str) -> str:
    path = re.sub(r";jsessionid=[^?#]{0,100}", "", page.final_url).partition("?")[0]
    return f"{path.rpartition('/')[0]}/{script}?{query}"


def _following(tree: Tree, page: Page) -> str | None:
    here = parse(page.final_url)
    plain = next_page(tree, page, key, "pageIndex")
    if plain and (_board(parse(plain)) or not _board(here)):  # «?pageIndex=2» alone only stands in for the script
        return plain
    number = int(here.number("pageIndex") or 1)
    for link in tree.css("a[onclick*='List('],a[href*='List('],a[onclick*='linkPage('],a[href*='linkPage(']"):
        script = f"{flat(link.attributes.get('onclick'))} {flat(link.attributes.get('href'))}"
        if any(int(m[1] or m[2]) == number + 1 for m in _PAGE.finditer(script)):
            return _beside(page, here.path.rpartition("/")[2], f"{_carried(here)}pageIndex={number + 1}")
    if any(_goes_further(button) for button in tree.css("button,a")):
        return _beside(page, here.path.rpartition("/")[2], f"{_carried(here)}pageIndex={number + 1}")
    return None


def _goes_further(button: Node) -> bool:
    """Whether a button adds the next page below this one, and says that there is one («더보기 1 / 513»)."""
    grown = _GROWS.fullmatch(flat(button.text())) if "더" in button.text() else None
    return grown is not None and int(grown[1]) < int(grown[2])


def _carried(here: Address) -> str:
    """What the form sends along with the number of a page: the board, and the menu it hangs in."""
    board = {} if "bbsId" in here.query or not _board(here) else {"bbsId": _board(here)}
    said = {name: value for name, value in here.query.items() if value and name not in _OF_PAGE}
    return "".join(f"{name}={quote(value)}&" for name, value in (board | said).items())


FAMILY = Family(
    name="egov",
    about="전자정부 표준프레임워크 게시판 (selectBoardArticle.do)",
    evidence="reconstructed",
    read=read,
    key=key,
    address=address,
)
