"""Mangboard (망보드) on WordPress. Numbers are per board, and the address does not say which: the page does.

Comments are loaded by a script and are not in the page (their count may be); the canonical link names the board, and
`article:published_time` is the Korean clock labelled +00:00.
"""

from __future__ import annotations

import re

from sources.address import absolute, parse
from sources.blocks import Node, Tree, flat, line_of, text_of
from sources.catalogue import Source
from sources.dates import When, read_date
from sources.families.gnuboard_themes import without_columns
from sources.family import Family
from sources.lists.items import items_of
from sources.lists.rows import next_page, rows_of
from sources.lists.rowtitles import CATEGORY, Skin
from sources.metadata.around import completed
from sources.metadata.boardname import board_name
from sources.metadata.comments import comments_said
from sources.page import Article, Listing, Page, Reason, Refused
from sources.pick import attribute, first_of, line_first, number
from sources.refusals import refuse_alert, refuse_sentence
from sources.texts.boards import without_marker
from sources.texts.files import files_named, named_in

TITLE_ROWS = (
    "[id^=mb_][id$=_tr_title] td", "[id^=mb_][id$=_tr_title]", ".mb-view-title", ".view-title",
    ".board-view-title",
)  # fmt: skip
BODIES = (
    "[id^=mb_][id$=_tr_content] .content-box", "tr[id^=mb_][id$=_tr_content] td", "[id^=mb_][id$=_tr_content]",
    ".content-box", ".mb-view-content",
)  # fmt: skip
DATE_ROWS = ("[id^=mb_][id$=_tr_reg_date] td", "[id^=mb_][id$=_tr_reg_date]", ".mb-view-date", ".reg-date")
FILES = (
    "[id^=mb_][id$=_tr_file_download] a.file-download",
    "a.file-download",
    "[onclick*='sendBoardFileData']",
    "a[href*='mb_ext=file']",
)
LISTS = ("#tbl_board_list", ".mb-board .list-body", "[id$=_board_body]", ".mb-mode-list")
SKIN = Skin(("td.text-left a", "a[title]"), notice=".mb-notice")
_BOARD = re.compile(r"mb_options\[\"board_name\"\]\s{0,9}=\s{0,9}\"([\w-]{1,60})\"")
_PID = re.compile(r"mb_options\[\"pid\"\]\s{0,9}=\s{0,9}\"(\d{1,12})\"")
_BOARD_CLASS = re.compile(r"\bmb-name-([\w-]{1,60})")
_NAMED_TITLES = ("h1,h2,h3,h4", "div[class*=title]", "div[class*=subject]")  # where the cell holds all the rest too
_FORM = "form[name$=_form_board_view]"
_LEAST = 2  # rows of a list without a name


def key(url: str) -> str | None:
    """The address names no board, so no document either; `key_in_page` does."""
    return None


def key_in_page(page: Page, tree: Tree) -> str | None:
    return _named(page, tree, _number(page.final_url) or _said(_PID, page.text))


def read(page: Page, tree: Tree, source: Source | None) -> Article | Listing:
    query = parse(page.final_url).query
    if query.get("search_text", "").strip():
        raise Refused(Reason.SEARCH, "search in a board")
    if query.get("mode") in ("write", "modify", "reply", "delete"):
        raise Refused(Reason.FORM, query["mode"])
    body = first_of(tree, BODIES)
    if body is not None:
        return _article(page, tree, body)
    if tree.css_first("#secret_form,.secret-form,input[name=secret_passwd]") is not None:
        raise Refused(Reason.SECRET, "asks for the password of a secret document")
    scope = first_of(tree, LISTS)
    if scope is None or _number(page.final_url):
        refuse_alert(page, tree, cut_off=True)
        said = line_of(first_of(tree, (".mb-board", ".error-box", ".mb-message")))[:200]
        if said or _number(page.final_url):
            refuse_sentence(said, Reason.LAYOUT_CHANGED)
    return _listing(page, tree, scope)


def _number(url: str) -> str | None:
    address = parse(url)
    return address.number("vid") or address.number("board_pid")


def _said(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(text)
    return found[1] if found else None


def _board(page: Page, tree: Tree) -> str | None:
    node = tree.css_first("[class*=mb-name-]")
    classes = flat(node.attributes.get("class")) if node is not None else ""
    paging = tree.css_first("a[href*='board_name='][href*='board_page=']")
    told = parse(absolute(page.final_url, attribute(paging, "href")) or "").word("board_name")
    form = attribute(tree.css_first(_FORM), "name").removesuffix("_form_board_view")
    return _said(_BOARD, page.text) or _said(_BOARD_CLASS, classes) or told or form or None


def _named(page: Page, tree: Tree, number_said: str | None) -> str | None:
    board = _board(page, tree)
    return f"mangboard:{parse(page.final_url).site}/{board}/{number_said}" if board and number_said else None


def _article(page: Page, tree: Tree, body: Node) -> Article:
    cell = first_of(tree, TITLE_ROWS)
    labels = [part for part in cell.css("span,em") if CATEGORY.fullmatch(line_of(part))] if cell is not None else []
    title, when = _title(cell, page, labels)
    if not title:
        raise Refused(Reason.LAYOUT_CHANGED, "no title of the document")
    when = when or read_date(line_first(tree, DATE_ROWS), page.fetched_at, guess_year=False)
    text, marker = without_marker(text_of(body))
    article = Article(
        title=title,
        body_text=text,
        published_at=when.at if when else None,
        date_only=bool(when and when.date_only),
        author=line_first(tree, ("[id$=_tr_user_name] .btn-user-info", "[id$=_tr_user_name] td")) or None,
        views=number(line_first(tree, ("[id$=_tr_hit] td", ".view-hit"))),
        comments=comments_said(tree),
        attachments=named_in(_first_files(tree)) or files_named(page, tree, body),
        board=line_first(tree, ("h1.entry-title", "h1.wp-block-post-title")) or board_name(page, tree, title),
        category=line_first(tree, ("[id$=_tr_category1] td", ".view-category"))
        or next((line_of(label)[1:-1] for label in labels), None),
        moved_marker=marker,
    )
    return completed(article, body, page)


def _title(cell: Node | None, page: Page, labels: list[Node]) -> tuple[str, When | None]:
    """Title and time stand in the same cell, a span each; the time is the last span that is nothing but a date."""
    if cell is None:
        return "", None
    if (named := first_of(cell, _NAMED_TITLES)) is not None:
        return line_of(named, "", labels), None
    for span in reversed(cell.css("span,div,p")):
        said = line_of(span)
        if re.fullmatch(r"[\d.:\s/-]{5,22}", said):
            return line_of(cell, "", [span, *labels, *cell.css("th")]), read_date(
                said, page.fetched_at, guess_year=False
            )
    return line_of(cell, "th", labels), None


def _first_files(tree: Tree) -> list[Node]:
    return next((found for selector in FILES if (found := tree.css(selector))), [])


def _listing(page: Page, tree: Tree, scope: Node | None) -> Listing:
    board = _board(page, tree)

    def document(url: str) -> str | None:
        number_said = _number(url)
        return f"mangboard:{parse(page.final_url).site}/{board}/{number_said}" if board and number_said else None

    rows = rows_of(scope, page, document) if scope is not None else without_columns(rows_of(tree, page, document))
    if scope is None and len(rows) < _LEAST:
        raise Refused(Reason.FRONT, "no list of a board")
    items = items_of(rows, page, SKIN)
    caption = scope.css_first("caption") if scope is not None else None
    following = next_page(tree, page, document, "board_page") if items else None
    return Listing(items, absolute(page.final_url, following), line_of(caption) or None)


FAMILY = Family(
    name="mangboard",
    about="망보드: 워드프레스 위의 게시판",
    evidence="rendered",
    read=read,
    key=key,
    signs=".mb-board,#tbl_board_list,#tbl_board_view,[class*=mb-mode-],[class*=mb-style],[id^=mb_][id$=_tr_title],"
    + _FORM,
    marks=('mb_options["board_name"]="', 'mb_options["board_name"] = "'),
    host="wordpress",
    key_in_page=key_in_page,
)
