"""Papers of `view.php?idx=` with «↑↑» captions (field guide §15). Dada Media shares the path: markup decides."""

from __future__ import annotations

import re

from sources.address import Address, parse
from sources.articles.newspaper import View
from sources.blocks import Node
from sources.families.newsengine import reader
from sources.family import Family
from sources.lists.newslist import Rows

_VIEWS = re.compile(
    r"^/(?:(?:news|m|mobile)/)?(?:view|print|view_print|news_view)\.php$|/default/(?:index_view_page|news_view|all_news_print)\.php$"
)


def key(url: str) -> str | None:
    """`viewidx:<site>/<idx>`: desktop, mobile and the older `index_view_page.php` address."""
    address = parse(url)
    idx = address.number("idx")
    return f"viewidx:{address.site}/{idx}" if idx and _VIEWS.search(address.path) else None


def _address(address: Address) -> bool:
    return "part_idx" in address.query or "/default/index_view_page.php" in address.path


def _text_paragraph(body: Node) -> Node:
    """In the older skin (`#fontSzArea`) one paragraph holds title, another time, the fourth all of the text with br."""
    whole = len(body.text())
    return next((p for p in body.css("p") if len(p.text()) > whole * 0.6 and p.css_first("br") is not None), body)


VIEW = View(
    body=("#view_content_body", ".view_content_body", "#fontSzArea", ".fontSzArea", "#view_content", ".view_content"),
    title=(
        ".view_head_title",
        ".view_title",
        "#view_title",
        ".view_head h1",
        ".view_head h2",
        ".view_head h3",
        "#fontSzArea .title",
    ),
    info=(".view_head_info", ".view_head_info_date", ".view_info", ".view_head", ".view_date", ".view_title_info"),
    author=(".view_head_info_writer",),
    subtitles=(".view_head_subtitle", ".view_subtitle", ".view_head_sub"),
    category=(".view_head_navi", ".view_navi"),
    drop=".view_copy,.view_sns,.view_byline",
    captions="figure figcaption,.caption",
    inner_subtitles="blockquote",
    narrow=_text_paragraph,
)

ROWS = Rows(
    rows=(".news_list", ".list_news li", "#news_list li"),
    title="dt,.title",
    date="dd.date,.date",
    board=(".list_title", ".news_list_title"),
)

FAMILY = Family(
    name="viewidx",
    about="view.php?idx= papers with ↑↑ captions",
    evidence="reconstructed",
    read=reader(VIEW, ROWS, key),
    key=key,
    signs=".view_head_title,#view_content_body,#fontSzArea,.view_head_info_date",
    address=_address,
)
