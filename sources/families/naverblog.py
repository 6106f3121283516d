"""Naver blogs, read only where an outlet asked for it. The desktop address is a frameset without text: take the mobile
host or the frame's own address. Editor ONE writes `.se-main-container`, older posts stand in `#postViewArea`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sources.address import Address, absolute, parse
from sources.blocks import Node, Tree, flat, line_of, text_of
from sources.catalogue import Source
from sources.dates import When, read_date
from sources.family import Family
from sources.lists.items import items_of
from sources.lists.rows import rows_of
from sources.lists.rowtitles import Skin
from sources.metadata.fields import begins
from sources.metadata.roles import is_heading, is_name
from sources.metadata.words import words_of
from sources.page import Article, Listing, Page, Reason, Refused
from sources.pick import distinct_lines, first_of, head_title, line_first, meta, number
from sources.refusals import refuse_alert
from sources.texts.files import is_file_name
from sources.texts.newswords import is_sentence

BODIES = (
    ".se-main-container", "#viewTypeSelector", "#postViewArea", ".se_component_wrap.sect_dsc", ".post_ct",
    "#post-view",
)  # fmt: skip
TITLES = (
    ".se-title-text", ".se_title h3", ".htitle .itemSubjectBoldfont", ".pcol1.itemSubjectBoldfont", ".tit_h3",
    "h3.tit_view",
)  # fmt: skip
DATES = (".blog_date", ".se_publishDate", ".date", "._postAddDate", ".se_date")
CATEGORIES = (".blog2_series", ".blog_category", ".se_series", "#category_name", ".category_title")
NOT_BODY = (
    ".se-documentTitle,.se-file,.se-oglink,.se-caption,.se-module-oglink,.se-section-oglink,.se-placesMap,.se-sticker,"
    "script"
)
SKIN = Skin(titles=(".title", ".tit", "strong"))
_PATH = re.compile(r"^/([\w-]{2,40})/(\d{6,14})/?$", re.A)
_MOST_BLOCKS = 1_500  # that are asked whether they say the title
_LEVELS = 8  # boxes around a title beside which its text may stand
_FETCH = " 파일 다운로드"  # what the button of a file's part says to those who are read to
_SECRET = re.compile(r"비공개\s?(?:글|포스트)|이웃에게만|서로이웃")


def key(url: str) -> str | None:
    """`naverblog:ID/logNo`, for the desktop, mobile, frame and query forms alike."""
    address = parse(url)
    if not re.search(r"(?:^|\.)blog\.naver\.", address.site):
        return None
    path = _PATH.match(address.path)
    blog, post = (path[1], path[2]) if path else (address.word("blogId"), address.number("logNo"))
    return f"naverblog:{blog.lower()}/{post}" if blog and post else None


def address(url: Address) -> bool:
    return bool(re.search(r"(?:^|\.)blog\.naver\.", url.site))


def read(page: Page, tree: Tree, source: Source | None) -> Article | Listing:
    body = first_of(tree, BODIES)
    if body is None and key(page.final_url) is not None and (laid := _laid_out(tree)) is not None:
        return _by_layout(page, tree, laid)
    if body is None:
        frame = tree.css_first("iframe#mainFrame,frame#mainFrame,frame[name=mainFrame]")
        if frame is not None:
            raise Refused(Reason.REDIRECT, absolute(page.final_url, flat(frame.attributes.get("src"))) or "the frame")
        refuse_alert(page, tree)
        if _SECRET.search(line_of(tree.body)[:2000]):
            raise Refused(Reason.CLOSED, "for neighbours of the blog only")
        return _listing(page, tree)
    title = line_first(tree, TITLES) or _declared(tree)
    if not title:
        raise Refused(Reason.LAYOUT_CHANGED, "no title of the post")
    when, category = _when(tree, page), line_first(tree, CATEGORIES) or None
    return Article(
        title=title,
        body_text=text_of(body, NOT_BODY),
        published_at=when.at if when else None,
        date_only=bool(when and when.date_only),
        author=meta(tree, "naverblog:nickname") or line_first(tree, (".blog_author", ".nick", "#nickNameArea")) or None,
        comments=_comments(tree),
        attachments=distinct_lines(body.css(".se-file-name-container") or body.css(".se-file-name")),
        board=category,
        category=category,
        tags=tuple(tag.lstrip("#") for tag in distinct_lines(tree.css(".post_tag a,.wrap_tag a,.tag_area a"))),
        image_captions=distinct_lines(body.css(".se-caption")),
    )


def _declared(tree: Tree) -> str:
    """The title as the head of the page says it."""
    return meta(tree, "og:title") or head_title(tree).rpartition(" : ")[0]


@dataclass(frozen=True, slots=True)
class _Layout:
    """How Editor ONE lays out a post, whatever its parts are called: a part with title, writer and time, and behind it
    the text, a box for each of its parts."""

    title: str
    head: Node
    text: Node


def _laid_out(tree: Tree) -> _Layout | None:
    title = _declared(tree)
    for at in tree.css("p,h3")[:_MOST_BLOCKS] if title else ():
        if len(at.text()) > 2 * len(title) or line_of(at) != title or at.css_first("a") is not None:
            continue
        head: Node | None = at
        for _ in range(_LEVELS):
            if head is None:
                break
            if (text := _text_behind(head)) is not None:
                return _Layout(title, head, text)
            head = head.parent
    return None


def _text_behind(head: Node) -> Node | None:
    beside = head.next
    while beside is not None and beside.tag in ("-text", "-comment"):
        beside = beside.next
    told = beside is not None and beside.tag == "div" and any(map(is_sentence, text_of(beside).split("\n")))
    return beside if told else None


def _by_layout(page: Page, tree: Tree, laid: _Layout) -> Article:
    words = [word for word in words_of([laid.head]) if word.said.strip("・")]
    at = next((n for n, word in enumerate(words) if begins(word, laid.title)), 0)
    dated = ((n, read_date(w.said, page.fetched_at, guess_year=False)) for n, w in enumerate(words) if n > at)
    day, when = next(((n, when) for n, when in dated if when is not None), (0, None))
    before = words[at - 1].said if at else ""
    writer = words[day - 1].said if day > at + 1 else ""
    category = before if is_heading(before) else None
    parts = list(laid.text.iter())
    pictures = [part for part in parts if part.css_first("img") is not None and not _is_card(part)]
    files = [part for part in parts if line_of(part).endswith(_FETCH)]
    cards = [part for part in parts if _is_card(part)]
    return Article(
        title=laid.title,
        body_text=text_of(laid.text, "script", [*pictures, *cards, *files]),
        published_at=when.at if when else None,
        date_only=bool(when and when.date_only),
        author=meta(tree, "naverblog:nickname") or (writer if is_name(writer) else None),
        comments=_counted("\n".join(_below(laid.text))),
        attachments=tuple(
            filter(
                is_file_name, (*distinct_lines(cards), *(name.removesuffix(_FETCH) for name in distinct_lines(files)))
            )
        ),
        board=category,
        category=category,
        image_captions=distinct_lines(pictures),
    )


def _below(text: Node) -> Iterator[str]:
    at: Node | None = text
    while at is not None and at.tag != "body":
        beside = at.next
        while beside is not None:
            yield line_of(beside)
            beside = beside.next
        at = at.parent


def _is_card(part: Node) -> bool:
    """A part that is a link as a whole, with boxes in it: another page, a file, a place on the map."""
    link = part.css_first("a")
    return link is not None and link.css_first("div,p,strong") is not None and line_of(link) == line_of(part) != ""


def _when(tree: Tree, page: Page) -> When | None:
    """Fresh posts say «3시간 전»: right to the hour only, and the page has nothing better."""
    for selector in DATES:
        when = read_date(line_of(tree.css_first(selector)), page.fetched_at, guess_year=False)
        if when is not None:
            return when
    return None


def _comments(tree: Tree) -> int:
    told = _counted(line_first(tree, (".post_btn", ".section_t1", ".btn_comment", ".area_btn", ".area_sympathy")))
    return told or number(line_of(tree.css_first("#commentCount"))) or 0


def _counted(told: str) -> int:
    said = re.search(r"댓글\s{0,3}([\d,]{1,7})", told)
    return (number(said[1]) or 0) if said else 0


def _listing(page: Page, tree: Tree) -> Listing:
    if key(page.final_url) is not None:
        raise Refused(Reason.LAYOUT_CHANGED, "no text of the post")
    rows = rows_of(tree, page, key)
    if not rows:
        raise Refused(Reason.FRONT, "no list of posts")
    return Listing(items_of(rows, page, SKIN))


FAMILY = Family(
    name="naverblog",
    about="네이버 블로그 (요청한 곳만)",
    evidence="reconstructed",
    read=read,
    key=key,
    signs=".se-main-container,iframe#mainFrame[src*='PostView']",
    address=address,
)
