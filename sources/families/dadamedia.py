"""Dada Media (다다미디어), the CMS of the 뉴스21 papers (field guide §4): new and old skin, mobile, /article/N.

«많이 본 뉴스» beside the article holds ~100 characters of seven others, with their reporters and dates.
"""

from __future__ import annotations

import re

from sources.address import Address, parse
from sources.articles.newspaper import View
from sources.families.newsengine import reader
from sources.family import Family
from sources.lists.newslist import Rows

_QUERY = re.compile(r"^/(?:(?:news|m|mobile)/)?(?:view|print|article_print|view_print)\.php$")
_REST = re.compile(r"^/(?:m/)?(?:news|article)/(\d{1,12})/?$")


def key(url: str) -> str | None:
    """`dadamedia:<site>/<idx>`: view.php, /news/N, /article/N and the mobile address are one document."""
    address = parse(url)
    rest = _REST.match(address.path)
    idx = str(int(rest[1])) if rest else (address.number("idx") if _QUERY.search(address.path) else None)
    return f"dadamedia:{address.site}/{idx}" if idx else None


def _address(address: Address) -> bool:
    if not re.fullmatch(r"m[0-9a-z]{2,20}", address.query.get("mcode", "")):
        return False
    return bool(
        key(f"http://x.test{address.path}?idx={address.query.get('idx', '')}") or address.path.endswith("/list.php")
    )


VIEW = View(
    body=(
        "#viewContent .fr-view",
        "#viewContent",
        ".viewContent",
        ".viewContentWrap .fr-view",
        ".viewContentWrap",
        ".basicView .fr-view",
        ".basicView .content",
        ".basicView",
    ),
    title=(
        ".article-head-title",
        ".m_title",
        ".basicView .title",
        ".basicView h3",
        ".basicView h2",
        ".viewTitle",
        ".view-title",
    ),
    info=(
        ".info-text",
        ".article-head-info",
        ".m_info",
        ".basicView .info",
        ".basicView .registDate",
        ".basicView dl",
        ".basicView .date",
        ".view-info",
    ),
    subtitles=("#viewContent ul.subj li", "ul.subj li", ".subj"),
    category=(".article-head-nav", ".basicView .location"),
    comments_unsaid=0,
    drop=".button-container,.btns,.btn-list,.like,.view-prevnext,.rank-news,.banner",
    captions=".fr-img-caption .fr-inner,.fr-inner",
    inner_subtitles="ul.subj,.subj",
)

ROWS = Rows(
    rows=(".basicList li", ".basicList dl", ".basicList tr", ".photoList li"),
    title="dt.title,.title",
    date=".registDate,.date",
    script_link=(r"article_view\(\s{0,2}['\"]?(\d{1,12})", "/news/view.php?idx={}"),
    board=(".list-title", "h2.title"),
)

FAMILY = Family(
    name="dadamedia",
    about="Dada Media (다다미디어) news CMS, the 뉴스21 papers",
    evidence="reconstructed",
    read=reader(VIEW, ROWS, key),
    key=key,
    signs=(
        "#viewContent,.viewContentWrap,.basicView,.basicList,.article-head-info .info-text,.rank-news .headline,"
        "a[href*='/news/list.php?mcode=m']:not([href^=http]) + a[href*='list.php?mcode=m']"
    ),
    address=_address,
)
