"""ncode papers: `newsview.php?ncode=N`, `/news/view/N`, `/amp/N` (field guide §14). N has 15 or 16 digits, no time."""

from __future__ import annotations

import re

from sources.address import Address, parse
from sources.articles.newspaper import View
from sources.families.newsengine import reader
from sources.family import Family
from sources.lists.newslist import Rows

_REST = re.compile(r"^/(?:news/view|amp|m/news/view|news/amp)/(\d{14,17})/?$")
_QUERY = re.compile(r"/(?:newsview|newsview_print|print|amp|articleview|newsprint)\.(?:php|html)$")


def key(url: str) -> str | None:
    """`ncode:<site>/<ncode>`."""
    address = parse(url)
    rest = _REST.match(address.path)
    ncode = rest[1] if rest else (address.number("ncode") if _QUERY.search(address.path) else None)
    return f"ncode:{address.site}/{ncode}" if ncode else None


def _address(address: Address) -> bool:
    if address.path.endswith("/newslist.php"):
        return True
    return bool(_REST.match(address.path) or ("ncode" in address.query and _QUERY.search(address.path)))


VIEW = View(
    body=(
        "#viewConts",
        ".viewConts",
        "#articleBody",
        "[itemprop=articleBody]",
        ".amp_conts",
        "#amp_conts",
        ".view_conts",
    ),
    title=(".viewTitle h3", ".viewTitle h1", ".viewTitle h2", ".viewTitle .title", ".amp_title", ".view_title h3"),
    info=(".viewTitle dl", ".viewTitle", ".amp_info", ".view_title"),
    subtitles=(".viewTitle h4", ".viewTitle .sub"),
    category=(".viewNav", ".view_nav"),
    drop="[id^=articleBody],.view_ad,.copy,.writerBox,.relNews,.snsBtn",
    captions="figcaption,[class*=_caption],[style*='color:#494949'],[style*='color: #494949']",
    inner_subtitles="blockquote.summary_title,.summary_title",
)

ROWS = Rows(
    rows=("#listWrap .listPhoto", "#listWrap .listText", "#listWrap > dl", "#listWrap li"),
    title="dt",
    date=".winfo span,.winfo,.date",
    board=("#listWrap h2", "#listWrap h3", ".listTitle"),
)

FAMILY = Family(
    name="ncode",
    about="ncode news CMS",
    evidence="reconstructed",
    read=reader(VIEW, ROWS, key),
    key=key,
    signs="#viewConts,.viewTitle + .snsBtn,#listWrap .listPhoto,a[href*='newsview.php?ncode=']:not([href^=http])",
    address=_address,
)
