"""Rhymix and XpressEngine 1 with their skins (default, xedition, sketchbook5 and other third-party ones).

Every skin prints a document between `<!--BeforeDocument(srl,member)-->` and `<!--AfterDocument(…)-->`, in a box of the
class `document_<srl>_<member> xe_content`; comments carry `xe_content` too, but `comment_<srl>_…`.
"""

from __future__ import annotations

import re

from sources.address import Address, absolute, parse
from sources.articles.signed import with_deck
from sources.blocks import Node, Tree, line_of, text_of
from sources.catalogue import Source
from sources.dates import When, read_date
from sources.families.gnuboard5 import COMMENT_LABELS, VIEW_LABELS
from sources.families.gnuboard_themes import without_columns
from sources.family import Family
from sources.lists.items import items_of
from sources.lists.rows import next_page, rows_of
from sources.lists.rowtitles import Skin
from sources.metadata.around import completed
from sources.metadata.boardname import board_name, trail_of, without_count
from sources.page import Article, Listing, Page, Reason, Refused
from sources.pick import attribute, first_of, head_title, line_first, meta, number, when_said
from sources.refusals import refuse_alert, refuse_words
from sources.texts.boards import around, without_marker
from sources.texts.files import files_named, named_in

BODIES = (
    "[class*=document_].xe_content", "[class*=document_].rhymix_content", ".read_body .xe_content",
    ".rd_body .xe_content",
)  # fmt: skip
HEADERS = (
    ".read_header", ".rd_hd", ".readHeader", ".board_read .titleArea", ".boardReadHeader", ".read-header",
    ".viewDocument .header", ".document-header",
)  # fmt: skip
TITLES = ("h1 a:not(.category)", "h1", ".np_18px_span", ".title h4 a", ".title a", ".title", "h3", "h2", "h4")
DATES = (".time", ".date", "[title*='20'] .date", "[class*=date]")
COMMENTS = (
    "#comment .fbHeader em", ".fbHeader em", ".feedback h2 em", ".comment_header em", ".fdb_hd b",
    "#comment h2 em", "#clb em", ".dateAndCount .replyCount", ".comment-list h3 strong",
)  # fmt: skip
COMMENT_ITEMS = (
    ".fbItem", ".fdb_itm", ".comment_item", "[id^=comment_][class*=item]", ".replyItem",
    "[class*=comment_].xe_content",
)  # fmt: skip
VIEWS = ".readedCount,.read_count,[title^='조회']"  # skins that put the label into an attribute
FILES = ("a[href*='procFileDownload']", ".fileList .files li a", ".attachedFile a")
LISTS = (
    ".board_list", "#board_list", ".bd_lst_wrp", ".bd_lst", ".boardList", "table.bd_lst", ".board-list",
    "form#fo_list", ".webzine_list", ".gallery_list", ".bd .lst", ".bd ul.lt",
)  # fmt: skip
MOBILE_INFO = ".hx .ex"  # «글쓴이 | 2026.08.24 15:55:00 | …», no labels
ROW_TITLES = (
    ".title > strong:not(.category)", "td.title a:not(.replyNum):not(.category)", ".title a.hx", "h3 a",
    ".title a:not(.replyNum)",
)  # fmt: skip
SKIN = Skin(ROW_TITLES, notice=".notice", category=".cate,.category")
_IN_PATH = re.compile(r"^(?:/[\w.-]{1,80}){0,3}/(\d{1,12})/?$", re.A)
_LABEL = re.compile(r"^\[[^\[\]]{1,20}\]\s?")  # «[구해요] 제목»
_OF_LIST = re.compile(r"/(?:category|page)/\d{1,12}/?$")
_COPIES = {"dispDocumentPrint": (Reason.NOT_A_PAGE, "a print copy; its document has its own page")}
_WRITTEN = re.compile(r"(\d{4}[-./]\d{1,2}[-./]\d{1,2}[^\n]{0,15}?)에 작성")
_SECRET = re.compile(r"비밀글입니다")
_CATEGORY_LINK = "a[href*='&category='],a[href*='/category/']"
_OPENS = "<!--BeforeDocument("
_LEAST = 3  # rows beside each other in a skin of other names


def key(url: str) -> str | None:
    """`xe:host/document_srl`: the number is unique over the site, the board's name before it is not needed."""
    address = parse(url)
    named = address.number("document_srl")
    if named:
        return f"xe:{address.site}/{named}"
    path = _IN_PATH.match(address.path) if not _OF_LIST.search(address.path) else None
    return f"xe:{address.site}/{path[1]}" if path and path[1] != "0" and "mid" not in address.query else None


def address(url: Address) -> bool:
    return "document_srl" in url.query


def read(page: Page, tree: Tree, source: Source | None) -> Article | Listing:
    _refuse_acts(page)
    body = first_of(tree, BODIES)
    if body is not None:
        return _article(page, tree, body)
    header = first_of(tree, HEADERS)
    if header is not None:
        if tree.css_first("input[type=password][name=password]") is not None or _SECRET.search(text_of(tree.body)):
            raise Refused(Reason.SECRET, "asks for the password of a secret document")
        marked = _between_markers(page.text, tree)
        if marked is not None:
            return _article(page, tree, marked)
        raise Refused(Reason.LAYOUT_CHANGED, "a document's header without its text")
    if key(page.final_url) is not None:
        refuse_alert(page, tree)
        refuse_words(tree)
        return _by_look(page, tree, source)
    return _listing(page, tree)


def _by_look(page: Page, tree: Tree, source: Source | None) -> Article:
    """A document in a skin of other names: between the marks the engine sets around its text, or as any page is read.
    Where neither finds one, the list that stands below each document is all there is."""
    from sources.families.unknown import plain_article  # here: the fallback is a family, and families import this

    if (marked := _between_markers(page.text, tree)) is not None:
        return _article(page, tree, marked)
    asks = tree.css_first("input[type=password][name=password]") is not None
    if not asks and not _calls_itself_board(page, tree) and (article := plain_article(page, tree, source)) is not None:
        return article
    raise Refused(Reason.GONE, "the board's list in place of the document")


def _calls_itself_board(page: Page, tree: Tree) -> bool:
    """XE names what it shows in the canonical link: for a document that is gone, the board that it shows in its place.

    The site's front page is named by sites that set one link into all their pages: that says nothing.
    """
    said = absolute(page.final_url, attribute(tree.css_first("link[rel=canonical]"), "href")) or ""
    named = parse(said)
    board = named.word("mid") or named.path.removesuffix("index.php").strip("/")
    return named.site == parse(page.final_url).site and bool(board) and key(said) is None


def _refuse_acts(page: Page) -> None:
    query = parse(page.final_url).query
    act = query.get("act", "")
    if act in _COPIES:
        reason, why = _COPIES[act]
        raise Refused(reason, why)
    if act.startswith(("disp", "proc")) and act not in (
        "dispBoardContent",
        "dispBoardContentView",
        "dispBoardContentList",
    ):
        raise Refused(Reason.SEARCH if act in ("dispBoardTagList", "dispBoardCategory") else Reason.FORM, act)
    if act == "IS" or query.get("search_keyword", "").strip():
        raise Refused(Reason.SEARCH, "search results")
    if query.get("sort_index", "").strip() and "document_srl" not in query:
        raise Refused(Reason.SEARCH, "a list sorted anew")


def _between_markers(text: str, tree: Tree) -> Node | None:
    """The document between its comments, for skins of other names: its box, where it stands in the page.

    Where a skin dropped that box, the document is cut out, and what stands around it is not to be asked.
    """
    start = text.find(_OPENS)
    end = text.find("<!--AfterDocument(", start)
    if not 0 <= start < end:
        return None
    cut = Tree(text[text.find("-->", start) + 3 : end]).body
    only = cut.child if cut is not None else None
    if only is None or only.next is not None or only.tag != "div":
        return cut
    return next((box for box in tree.css("div") if _opens(box.prev) and box.text() == only.text()), cut)


def _opens(before: Node | None) -> bool:
    return before is not None and before.tag == "-comment" and (before.html or "").startswith(_OPENS)


def _article(page: Page, tree: Tree, body: Node) -> Article:
    header = first_of(tree, HEADERS)
    title = line_first(header, TITLES, ".category,.cate,i,img,.replyNum") if header is not None else ""
    title = title or _said_in_head(tree) or head_title(tree).partition(" - ")[2] or head_title(tree)
    if not title:
        raise Refused(Reason.LAYOUT_CHANGED, "no title of the document")
    text, marker = without_marker(text_of(body, ".document_popup_menu"))
    header = header or around(body, title)  # a skin of other names: what stands around the text beside its title
    told = text_of(header, without=[body]) if header is not None else ""
    when = _when(header, tree, page)
    article = Article(
        title=title,
        body_text=text,
        published_at=when.at if when else None,
        date_only=bool(when and when.date_only),
        author=_author(header),
        views=_views(header, told),
        comments=_comments(tree, told),
        attachments=named_in(_files(tree)) or files_named(page, tree, body),
        board=_board(tree, page, title),
        category=line_first(header, (".category", ".cate", _CATEGORY_LINK)) or None if header is not None else None,
        moved_marker=marker,
        said_by={} if header is not None and when else {"published_at": "article:published_time"} if when else {},
    )
    return with_deck(completed(article, body, page), body)


def _said_in_head(tree: Tree) -> str:
    """The heading that the title tag says too, of several the longest: sites put names before it and behind it."""
    head = head_title(tree)
    shown = [line_of(node) for node in tree.css("h1,h2,h3,h4")]
    without = [_LABEL.sub("", said) for said in shown]
    return max((said for said in (*shown, *without) if said in head), key=len, default="")


def _when(header: Node | None, tree: Tree, page: Page) -> When | None:
    """The header's own date; skins that say «3 시간 전» keep the exact one in `title` or in the head of the page."""
    exact = read_date(meta(tree, "article:published_time"))
    shown = read_date(line_of(tree.css_first(MOBILE_INFO)), page.fetched_at, guess_year=False)
    dated = (header.css_first(selector) for selector in DATES) if header is not None else ()
    for node in filter(None, dated):
        beside = read_date(attribute(node.parent, "title"), page.fetched_at, guess_year=False)
        shown = when_said(node, page.fetched_at)
        if beside is not None and (shown is None or shown.date_only or not shown.exact):
            shown = beside
        if shown is not None:
            break
    if shown is None and header is not None and (said := _WRITTEN.search(line_of(header))):
        shown = read_date(said[1])
    if shown is not None and shown.exact and not (shown.date_only and exact):
        return shown
    return exact or shown


def _views(header: Node | None, told: str) -> int | None:
    label = VIEW_LABELS.search(told.replace("\n", " "))
    if label or header is None:
        return number(label[1]) if label else None
    return number(line_of(header.css_first(VIEWS)))


def _author(header: Node | None) -> str | None:
    if header is None:
        return None
    named = line_first(header, (".author", ".nick", "a[class*=member_] > strong", "[class*=member_]"), "i,img")
    if named:
        return named
    plain = header.css_first(".meta")
    if plain is not None:
        return line_of(plain, ".sum,.time,.read_count,i") or None
    # «by 이름» of blog styles; within links it is of the post before and the next
    by = next((small for small in header.css("small") if line_of(small) == "by" and not _is_linked(small)), None)
    return line_of(by.parent, "small") or None if by is not None else None


def _is_linked(node: Node) -> bool:
    at = node.parent
    while at is not None and at.tag != "a":
        at = at.parent
    return at is not None


def _comments(tree: Tree, told: str) -> int | None:
    said = number(line_of(first_of(tree, COMMENTS)))
    label = COMMENT_LABELS.search(told.replace("\n", " "))
    if said is None and label:
        said = number(label[1])
    if said is not None:
        return said
    counted = max(len(tree.css(selector)) for selector in COMMENT_ITEMS)
    return counted if counted or tree.css_first("#comment,.feedback,.fdb_lst_wrp") is not None else None


def _files(tree: Tree) -> list[Node]:
    for selector in FILES:
        found = tree.css(selector)
        if found:
            of_comments = {node.mem_id for node in tree.css("#comment a,.feedback a,.fdb_lst_wrp a")}
            return [node for node in found if node.mem_id not in of_comments]
    return []


def _board(tree: Tree, page: Page, title: str) -> str | None:
    """By the skins' names; else the title tag, where sites put it before the post's title, or the site's name there."""
    said = line_first(tree, (".board_header h2", ".bd_hd h1", ".bd_tlt", ".boardHeader h2"))
    if said:
        return without_count(said)
    board, _, after = head_title(tree).partition(" - ")
    trail = trail_of(page, tree, title)
    site = meta(tree, "og:site_name")
    first = board if board and board not in (title, site) and (not title or after) else None
    return trail[-1] if trail else first or board_name(page, tree, title, trail)


def _listing(page: Page, tree: Tree) -> Listing:
    scope = first_of(tree, LISTS)
    rows = rows_of(scope, page, key) if scope is not None else without_columns(rows_of(tree, page, key))
    here = parse(page.final_url)
    if scope is None and (
        len(rows) < _LEAST or not (here.path.strip("/").removesuffix("index.php") or here.word("mid"))
    ):
        refuse_alert(page, tree)
        raise Refused(Reason.FRONT, "no list of a board")
    items = items_of(rows, page, SKIN)
    return Listing(
        items=items,
        next_page=next_page(tree, page, key) if items else None,
        board=_board(tree, page, ""),
        page=int(parse(page.final_url).number("page") or 1),
    )


FAMILY = Family(
    name="rhymix",
    about="라이믹스 게시판 (기본, xedition, sketchbook5 등)",
    evidence="rendered",
    read=read,
    key=key,
    signs="meta[name=generator i][content*=rhymix i],.rhymix_content",
    address=address,
)
