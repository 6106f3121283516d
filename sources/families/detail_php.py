"""`detail.php?number=N` papers (field guide §16). A missing number answers 200 with the frame and no headline."""

from __future__ import annotations

import re

from sources.address import Address, parse
from sources.articles.newspaper import View
from sources.families.newsengine import reader
from sources.family import Family
from sources.lists.newslist import Rows

_VIEWS = re.compile(r"/(?:detail|print_paper|print|m_detail)\.php$")


def key(url: str) -> str | None:
    """`detail_php:<site>/<number>`; thread is only the section one came from."""
    address = parse(url)
    found = address.number("number")
    return f"detail_php:{address.site}/{found}" if found and _VIEWS.search(address.path) else None


def _address(address: Address) -> bool:
    return bool(_VIEWS.search(address.path) and "number" in address.query) or (
        address.path.endswith("/section.php") and "thread" in address.query
    )


VIEW = View(
    body=("div#ct", "#ct", "div.detail_view", ".de_cont", "#articleBody"),
    title=(
        "h2.de_tit",
        ".de_tit",
        "h2.font_25.font_malgun",
        "h2.font_22.font_malgun",
        "h2.font_malgun",
        ".detail_tit",
        ".detail_title",
        "h2",
    ),
    info=(".de_date_txt", ".detail_date", ".detail_info", ".de_info"),
    subtitles=(".de_subtit", ".de_sub_tit", "h3.font_malgun", ".de_sub"),
    category=(".navi", ".de_navi", ".location"),
    drop=".copy,.writer,.reply,.sns",
    captions="div[style*='margin-top:30px'] span,div[style*='margin-top:30px'],div[style*='margin-top: 30px']",
)

ROWS = Rows(rows=(".news_box", ".section_list li"), title=".title", date=".font_12,.date", board=(".section_title",))

FAMILY = Family(
    name="detail_php",
    about="detail.php?number= papers",
    evidence="reconstructed",
    read=reader(VIEW, ROWS, key),
    key=key,
    signs=".de_tit,.de_date_txt,a[href*='detail.php?number=']:not([href^=http])",
    address=_address,
)
