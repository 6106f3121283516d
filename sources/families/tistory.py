"""Tistory blogs: `/N`, `/entry/제목`, mobile `/m/N`; skins differ, the editor's box and the head of the page do not."""

from __future__ import annotations

import json
import re
from dataclasses import replace

from sources.address import Address, absolute, parse
from sources.articles.signed import as_newspaper
from sources.blocks import Node, Tree, flat, line_of, text_of
from sources.catalogue import Source
from sources.dates import When, read_date
from sources.families.gnuboard_themes import info_before
from sources.family import Family
from sources.lists.items import items_of
from sources.lists.rows import next_page, rows_of
from sources.lists.rowtitles import Skin
from sources.metadata.around import completed
from sources.metadata.comments import comments_said
from sources.page import Article, Listing, Page, Reason, Refused
from sources.pick import distinct_lines, first_of, head_title, line_first, meta, number, when_said

BODIES = (
    ".tt_article_useless_p_margin", ".useless_p_margin", ".contents_style", ".blogview_content", ".entry-content",
    ".article-view", ".article_view",
)  # fmt: skip
TITLES = (
    "h2.title_post", "h3.title_post", ".title_post", ".hgroup h1", ".article-header .title-article",
    ".tit_blogview", ".post-cover h1", ".title_view", ".entry-title", "article h1", "h1.title",
)  # fmt: skip
DATES = (".date", ".txt_date", ".timeago", ".blogview_info .date", "time", ".post-meta .date", ".meta")
NOT_BODY = (
    ".another_category,.container_postbtn,.postbtn_like,.tags,.tag_label,.revenue_unit_wrap,figcaption,"
    ".btn-toggle-moreless,[data-ke-type=opengraph],[class*=another_category],.ssp_adcontent,.fileblock,script"
)
LISTS = (
    "#main .list_content", ".list_horizontal", ".list-article", ".searchList", "#content .inner", "main",
    "#content",
)  # fmt: skip
PROTECTED = "form[action*='/protected'],.entry-content-protected,.protected_entry,#entryProtected"
COUNTS = (
    ".tt-box-total .tt_num_g",
    ".comments",
    ".link_cmt",
    ".comment_title",
    ".tit_comment",
    ".box-comment h3",
    ".count-comment",
)
SIGNS = (
    ".tt_article_useless_p_margin,link[href*='tistory_admin'],link[href*='t1.daumcdn.net/tistory'],"
    "script[src*='tistory_admin'],script[src*='t1.daumcdn.net/tistory'],meta[name=generator][content*=Tistory i],"
    "body[id^=tt-body-],.container_postbtn"
)
COMMENT_PARTS = "[id^=comment] *,[class^=comment] *,aside *"
SKIN = Skin((".tit_post", ".title", "strong", "h3", "h2"))
_LABEL = re.compile(
    r"entryInfo\s{0,3}=\s{0,3}\{[^{}]{0,200}\"categoryLabel\"\s?:\s?"
    r"\"((?:[^\"\\\n]|\\[\"/\\]|\\u(?![dD][89a-fA-F])[0-9a-fA-F]{4}){1,60})\""
)
_LOCKED = ("보호되어 있는 글입니다", "보호된 글")
_NUMBER = re.compile(r"^(?:/m)?/(\d{1,9})/?$", re.A)
_ENTRY = re.compile(r"^(?:/m)?/entry/(.{1,300}?)/?$")
_LISTS = re.compile(r"^(?:/m)?/(?:category|tag|archive|search|guestbook|notice)(?:/|$)")


def key(url: str) -> str | None:
    """`tistory:host/N` or `tistory:host/entry/제목`: a blog has one of the two forms."""
    address = parse(url)
    named = _NUMBER.match(address.path)
    if named:
        return f"tistory:{address.site}/{int(named[1])}"
    entry = _ENTRY.match(address.path)
    return f"tistory:{address.site}/entry/{entry[1].replace(' ', '-')}" if entry else None


def address(url: Address) -> bool:
    return url.site.endswith(".tistory.com")


def read(page: Page, tree: Tree, source: Source | None) -> Article | Listing:
    path = parse(page.final_url).path
    if path.startswith(("/search", "/m/search")):
        raise Refused(Reason.SEARCH, "search in a blog")
    if tree.css_first(PROTECTED) is not None:
        raise Refused(Reason.SECRET, "a post behind a password")
    body = first_of(tree, BODIES) if key(page.final_url) is not None or not _is_list(page) else None
    if body is None:
        return _by_look(page, tree, source) or _listing(page, tree)
    title = line_first(tree, TITLES) or _heading_to_itself(tree, page) or meta(tree, "og:title")
    title = title or re.split(r"\s(?:::|—|-)\s", head_title(tree))[0]
    if not title:
        raise Refused(Reason.LAYOUT_CHANGED, "no title of the post")
    when = _when(tree, page, body, title)
    article = Article(
        title=title,
        body_text=text_of(body, NOT_BODY),
        published_at=when.at if when else None,
        date_only=bool(when and when.date_only),
        author=meta(tree, "og:article:author", "article:author") or None,
        comments=_comments(tree),
        attachments=distinct_lines(tree.css("figure.fileblock .filename .name,.fileblock .name")),
        category=line_first(tree, (".category", ".txt_category", ".link_cate")) or _category_said(page),
        image_captions=distinct_lines(body.css("figcaption")),
    )
    article = as_newspaper(completed(article, body, page), body, NOT_BODY)
    return replace(article, board=article.category)  # a blog has no other boards


def _by_look(page: Page, tree: Tree, source: Source | None) -> Article | None:
    """A post in a skin of other names, as any page is read, under the category that the blog's own script tells."""
    from sources.families.unknown import plain_article  # here: the fallback is a family, and families import this

    category = _category_said(page) if key(page.final_url) is not None else None
    article = plain_article(page, tree, source) if category else None
    return replace(article, category=category, board=category) if article is not None else None


def _category_said(page: Page) -> str | None:
    """As the blog's own script tells its machinery, whatever the skin; «부모/자식» below another."""
    said = _LABEL.search(page.text) if "entryInfo" in page.text else None
    label = json.loads(f'"{said[1]}"', strict=False) if said else ""
    return flat(label.rpartition("/")[2]) or None


def _is_list(page: Page) -> bool:
    path = parse(page.final_url).path
    return path in ("/", "/m", "/m/") or bool(_LISTS.match(path))


def _heading_to_itself(tree: Tree, page: Page) -> str:
    """The heading that links to this very post: old skins put the blog's name first into the head of the page."""
    own = key(page.final_url)
    links = tree.css("h1 a[href],h2 a[href],h3 a[href]") if own else []
    return next((line_of(a) for a in links if key(absolute(page.final_url, a.attributes.get("href")) or "") == own), "")


def _when(tree: Tree, page: Page, body: Node, title: str) -> When | None:
    exact = read_date(meta(tree, "article:published_time", "og:regDate"))
    if exact is not None:
        return exact
    of_comments = {node.mem_id for node in tree.css(COMMENT_PARTS)}
    nodes = (node for selector in DATES for node in tree.css(selector)[:2] if node.mem_id not in of_comments)
    said = next((when for node in nodes if (when := when_said(node, page.fetched_at))), None)
    return said or read_date(line_of(info_before(body, title)), page.fetched_at, guess_year=False)


def _comments(tree: Tree) -> int:
    said = number(line_first(tree, COUNTS)) or comments_said(tree)
    return said or len(tree.css("[id^=comment].comment-item,li[id^=comment]"))


def _listing(page: Page, tree: Tree) -> Listing:
    if not _is_list(page):
        raise Refused(Reason.LAYOUT_CHANGED, "no text of the post")
    scopes = [
        node
        for node in (*(tree.css_first(selector) for selector in LISTS), tree.css_first("#main"), tree.body)
        if node is not None
    ]
    found = [rows for scope in scopes if (rows := rows_of(scope, page, key))]
    if not found:
        raise Refused(Reason.FRONT, "no list of posts")
    # some skins give each row the name that others give the list
    items = items_of(next((rows for rows in found if len(rows) > 1), found[0]), page, SKIN)
    items = tuple(replace(item, secret=item.secret or item.title.startswith(_LOCKED)) for item in items)
    link = tree.css_first("link[rel=next],a.next,a.link_next")
    following = absolute(page.final_url, flat(link.attributes.get("href"))) if link is not None else None
    return Listing(items, following or next_page(tree, page, key))


FAMILY = Family(
    name="tistory",
    about="티스토리 블로그",
    evidence="reconstructed",
    read=read,
    key=key,
    signs=SIGNS,
    address=address,
)
