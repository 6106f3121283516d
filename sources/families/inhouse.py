"""In-house systems that share only a shape of address: the day and a serial in the path (field guide §19).

One row of selectors a paper: kyeonggi, jjan, imaeil, idaegu (before ND soft), sjbnews, regional MBC, kbmaeil.
Papers of such addresses without a row here are read by the fallback, under a key of their own.
"""

from __future__ import annotations

import re

from sources.address import Address, parse
from sources.articles.newspaper import View
from sources.families.newsengine import reader
from sources.families.unknown import read as read_unknown
from sources.family import Family
from sources.lists.newslist import Rows

_PATHS = re.compile(r"^/(?:article|page/view|NewsArticle|news/article)/([0-9A-Za-z_-]{5,40})/?$")
_DATED = re.compile(r"^/(?:article|page/view)/(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3,11}/?$")
_MBC = re.compile(r"^/NewsArticle/(\d{1,9})/?$")


def key(url: str) -> str | None:
    """`inhouse:<site>/<number or token>`; regional MBC answers at /NewsArticle/N and /article/N."""
    address = parse(url)
    found = _PATHS.match(address.path) or _MBC.match(address.path)
    return f"inhouse:{address.site}/{found[1]}" if found and any(c.isdigit() for c in found[1]) else None


def _day(url: str) -> str | None:
    path = parse(url).path
    digits = path.rstrip("/").rpartition("/")[2]
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}" if _DATED.match(path) else None


def _address(address: Address) -> bool:
    return bool(_DATED.match(address.path) or _MBC.match(address.path))


VIEW = View(
    body=(
        ".article_cont_wrap",
        ".article_txt_container",
        "#journal_article_wrap",
        "#articlebody",
        "#articleContent",
        ".news_text",
    ),
    title=(
        "h1.article_tit",
        ".article_tit",
        ".article_title_wrap h1",
        "h1.entry-title",
        "h1.title",
        ".news_title",
        "h1.tit",
        ".article_head h1",
        ".article_title",
    ),
    info=(
        ".article_date",
        ".byline_info_wrap",
        "h1.entry-title + .row .col",
        ".single-entry .row .col",
        "span.date",
        ".article_head .byline",
        ".news_info",
        ".article_info",
        ".title + .date",
    ),
    author=(
        ".article_head .byline a",
        ".byline a",
        ".byline_info_wrap .name",
        ".report_box strong",
        ".author-box strong",
    ),
    subtitles=(".article_head .sub_tit", ".sub_title", ".article_subtitle"),
    category=(".article_head .cate", ".cate", ".article_category"),
    drop=(
        ".report_box,[class^=center_ad],[class^=btm_ad],[class^=tag_],.arti_copy,.art_mid_ad,.author-box,.borderT,"
        ".article_txt_container > table"
    ),
    captions="figure figcaption,.article-photo,.photo_caption,figure .caption",
    inner_subtitles=".sub_tit",
    said_at=_day,
)

ROWS = Rows(rows=("li.list_item", ".list_item"), title=".tit,.title", date=".date", board=("main > h2", ".list_title"))

FAMILY = Family(
    name="inhouse",
    about="in-house systems: kyeonggi, jjan, imaeil, kbmaeil, regional MBC and their like",
    evidence="reconstructed",
    read=reader(VIEW, ROWS, key, otherwise=read_unknown),
    key=key,
    signs=".article_cont_wrap,.article_txt_container,#journal_article_wrap,a[href^='/article/20']",
    address=_address,
)
