"""`view.php?key=YYYYMMDD…`: one path, unrelated papers, one row of selectors each (field guide §17).

The first eight digits of the key are the day. «신문게재 2019-03-19 4면», «발행일» is the day in print, often the next.
"""

from __future__ import annotations

import re

from sources.address import Address, parse
from sources.articles.newspaper import View
from sources.families.newsengine import reader
from sources.family import Family
from sources.lists.newslist import Rows

_VIEWS = re.compile(r"/(?:m_)?(?:view|print|view_print|viewamp|amp)\.php$")
_KEY = re.compile(r"^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[\d.]{3,16}$")


def key(url: str) -> str | None:
    """`viewphp_key:<site>/<key>`; prefixes such as /main, /web, /kn are one site."""
    address = parse(url)
    found = address.query.get("key", "").strip()
    return f"viewphp_key:{address.site}/{found}" if _KEY.match(found) and _VIEWS.search(address.path) else None


def _day(url: str) -> str | None:
    found = parse(url).query.get("key", "")
    return f"{found[:4]}-{found[4:6]}-{found[6:8]}" if _KEY.match(found) else None


def _address(address: Address) -> bool:
    return bool(_VIEWS.search(address.path) and _KEY.match(address.query.get("key", "")))


VIEW = View(
    # joongdo, kyeongin, yeongnam, viva100, ekn, asiatoday; wide containers after narrow ones
    body=(
        ".article-news-body",
        "#news_body_area_contents",
        ".left_text_box",
        ".view_txt #font",
        "#font",
        ".view_txt",
        "#articleBody",
        "[itemprop=articleBody]",
        ".news_body",
        ".article_body",
    ),
    title=(
        "h1.v-title1",
        ".hd-news-info h1",
        "h1.news-title",
        "h1.article-top-title",
        ".article-top-title",
        "h1.view_top_title",
        ".view_top_title",
        "h1.view-main-title",
        ".view-main-title",
        ".view h1[class*=title]",
        "h1[class*=tit]",
        "h2[class*=tit]",
    ),
    info=(
        "ul.view-term",
        ".hd-news-info",
        "span.news-date",
        ".news-date",
        "li.article-bottom-input",
        "p.view_top_days",
        ".view_top_days",
        ".view-main-date",
        ".view_date",
        ".article-info",
    ),
    author=("ul.gija li", ".news-writer", ".gija", ".view_byline", ".gija_gisa .name"),
    subtitles=(
        ".v-title2",
        ".sub-title",
        "h2.article-top-subtitle",
        ".article-top-sub",
        ".view_top_sub",
        ".view-sub-title",
        ".sub_title",
    ),
    category=("ul.view-loc li:last-child", ".view-loc", ".article-top-category", ".view_loc"),
    drop=".article-photo,.view_byline,.tag_news,.gija_gisa,.view_ad,.copyright,.article-copyright",
    captions=".article-photo p,.article-photo figcaption,.photo_caption",
    said_at=_day,
)

ROWS = Rows(
    rows=("li.news_item", "ul.news_list > li", ".list_news > li"),
    title=".tit,.title",
    date=".date",
    board=("main > h2", ".list_title"),
)

FAMILY = Family(
    name="viewphp_key",
    about="view.php?key= papers (joongdo, kyeongin, yeongnam, viva100, ekn, asiatoday)",
    evidence="reconstructed",
    read=reader(VIEW, ROWS, key),
    key=key,
    signs="h1.v-title1,h1.view_top_title,#news_body_area_contents,.article-news-body,a[href*='view.php?key=20']:not([href^=http])",
    address=_address,
)
