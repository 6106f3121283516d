"""mediaOn: local papers and trade papers (field guide §12). The page prints the day of the *fetch* at its top."""

from __future__ import annotations

import re

from sources.address import Address, parse
from sources.articles.newspaper import View
from sources.families.newsengine import reader
from sources.family import Family
from sources.lists.newslist import Rows

_VIEWS = re.compile(r"/(?:news|mobile|m)/article(?:_print|_mail)?\.html$")
_LISTS = re.compile(
    r"/(?:news|mobile|m)/(?:section_list_all|article_list_all|tag_list_all|best_list_all|article_list_writer|section_list)\.html$"
)


def key(url: str) -> str | None:
    """`mediaon:<site>/<no>`; the mobile address has the same number."""
    address = parse(url)
    no = address.number("no")
    return f"mediaon:{address.site}/{no}" if no and _VIEWS.search(address.path) else None


def _address(address: Address) -> bool:
    return bool(_LISTS.search(address.path) or (_VIEWS.search(address.path) and address.number("no")))


VIEW = View(
    body=(
        "#news_body_area",
        ".news_body_area",
        "#news_bodyArea",
        ".cnt_view",
        ".smartOutput",
        "[itemprop=articleBody]",
    ),
    title=(".art_top h2", ".viewsubject h2", ".m01_arvM02 h2", ".fix_art_top h2", ".art_top h1", ".view_title"),
    info=(".art_top .art_info", ".art_top ul", "ul.art_info", ".viewsubject p", ".viewsubject", ".art_top"),
    author=(".art_info .name",),
    subtitles=(".art_top h3", ".viewsubject h3", ".art_top h4"),
    category=(".art_top_nav", ".path_wrap .art_top_nav", ".m01_arv1 .navi", ".path_wrap"),
    drop=".btn_share,.art_more,.article_bottom,.copyright,.reporter,.art_rel,.m01_rel,.tag_lst,.news_more",
    captions=".imgframe,.imgframe .caption,.imgframe td.caption,.img_caption",
)

ROWS = Rows(
    rows=("ul.art_list_all > li", ".art_list_all li"),
    title="h2,h3,h4",
    date=".art_info .date,.date",
    board=(".path_wrap h3", ".path_wrap h2"),
)

FAMILY = Family(
    name="mediaon",
    about="mediaOn news CMS (desktop skins arv_001 and m01, mobile)",
    evidence="reconstructed",
    read=reader(VIEW, ROWS, key),
    key=key,
    signs=(
        "#news_body_area,.news_body_area,#news_bodyArea,.m01_arv1,.m01_arvM02,a.media_on,a[href*='mediaon.co.kr'],"
        "link[href*='/data/cache/skin/'],link[href*='/data/skin/layout/'],ul.art_list_all"
    ),
    address=_address,
)
