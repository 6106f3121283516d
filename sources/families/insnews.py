"""insnews («인스» type): `sub_read.html?uid=N`, or the bare number `/N` (field guide §6, §13).

Old skins are nested tables in EUC-KR whose title tag is only the paper's name, and whose date stands at the foot
(«기사입력: 2018/11/25 [00:01] 최종편집:»). The clock at the top of every page is not the article's.
"""

from __future__ import annotations

import re

from sources.address import Address, parse
from sources.articles.newspaper import View
from sources.families.newsengine import reader
from sources.family import Family
from sources.lists.newslist import Rows

_BARE = re.compile(r"^/(?:m/)?(\d{1,9})/?$")
_READ = re.compile(r"/(?:sub_read|read|print|sub_read_print|m_read|print_read)\.html$")
_N_HOST = re.compile(r"^n\.")  # n.breaknews.com is the same site


def key(url: str) -> str | None:
    """`insnews:<site>/<uid>`: the long address and the bare number are one document."""
    address = parse(url)
    uid = address.number("uid") if _READ.search(address.path) else None
    if uid is None and (bare := _BARE.match(address.path)):
        uid = str(int(bare[1]))
    return f"insnews:{_N_HOST.sub('', address.site)}/{uid}" if uid else None


def _address(address: Address) -> bool:
    if address.path.endswith("/sub_read.html") and address.number("uid"):
        return True
    return address.path.endswith("/sub.html") and "section" in address.query


VIEW = View(
    body=(
        "#CLtag",
        "#textinput",
        "td.td_sub_read_contents",
        "#CLASS_read",
        "div.read",
        "#read_contents",
        "td.read",
        "#articleBody",
        "[itemprop=articleBody]",
    ),
    title=(
        ".article_head .read_title",
        "h1.read_title",
        ".read_title b",
        ".read_title",
        "td.read_title",
        "h1.article_title",
    ),
    info=(
        ".read_option_top .writer_time",
        ".writer_time",
        ".read_option_top",
        "td.text_9",
        ".text_9",
        ".read_date",
        ".article_head",
    ),
    time=("td.text_9", "table table"),
    author=(".writer_time .writer", ".read_writer", "tr:has(#CLASS_read) ~ tr .writer", ".writer"),
    subtitles=(".read_sub_title", ".read_sub", ".sub_title", ".read_subtitle"),
    category=(".read_option_navi", ".read_navi"),
    comments_unsaid=0,
    drop=".read_option_bottom,.copyright_read,.ad_label,.bn,#tit_rel,.sns_box,.read_bottom",
    captions=".body_img_caption,.img_caption",
)

ROWS = Rows(
    rows=(".sub_read_list_box", ".section-list .media", "#sub_list .list_box"),
    title="dt,h4,.title",
    date="dd.etc .d,dd.etc,.write-time,.s_date",
    board=(".sub_title", "#sub_title", ".section_title"),
)

FAMILY = Family(
    name="insnews",
    about="insnews type news CMS (sub_read.html, bare number)",
    evidence="reconstructed",
    read=reader(VIEW, ROWS, key),
    key=key,
    signs=(
        "#CLtag,td.td_sub_read_contents,.sub_read_list_box,#CLASS_read,.read_option_top,img[src*='insnews.gif'],img[alt='인스뉴스'],"
        "a[href*='sub_read.html?uid=']:not([href^=http])"
    ),
    marks=('"/sub.html?section=', '"sub.html?section='),  # the menu of pages whose address is a bare number
    address=_address,
)
