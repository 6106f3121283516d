"""Zeroboard 4 (제로보드 4, to 2009, EUC-KR): table skins without ids; list and post share `zboard.php?id=BOARD`.

Skins differ, but the engine itself wraps every text into `<table style="table-layout:fixed;"><col width=100%></col>`
(seen in its public sources and in two skins). The list is printed under the post, comments stand between them.
"""

from __future__ import annotations

from sources.address import Address, parse
from sources.articles.headline import headline
from sources.blocks import Node, Tree, line_of, text_of
from sources.catalogue import Source
from sources.family import Family
from sources.lists.items import items_of
from sources.lists.rows import next_page, rows_of
from sources.lists.rowtitles import Skin
from sources.metadata.around import completed
from sources.metadata.boardname import board_name
from sources.metadata.comments import comments_said
from sources.page import Article, Listing, Page, Reason, Refused
from sources.refusals import refuse_alert
from sources.texts.boards import without_marker
from sources.texts.files import named_in
from sources.texts.newsheader import inside
from sources.texts.prose import container

MEMO = "table[style*='table-layout:fixed'] > tbody > tr > td"
_SCRIPTS = ("zboard.php", "view.php")


def key(url: str) -> str | None:
    """`zeroboard:host/folder/board/number`; paging, sorting and searching parameters are only a way to it."""
    address = parse(url)
    folder, _, script = address.path.rpartition("/")
    board, number = address.word("id"), address.number("no")
    if script not in _SCRIPTS or not board or number is None:
        return None
    return f"zeroboard:{address.site}{folder}/{board}/{number}"


def address(url: Address) -> bool:
    return url.path.endswith("/zboard.php") and "id" in url.query


def read(page: Page, tree: Tree, source: Source | None) -> Article | Listing:
    query = parse(page.final_url).query
    if query.get("keyword", "").strip():
        raise Refused(Reason.SEARCH, "search in a board")
    if key(page.final_url) is None:
        return _listing(page, tree)
    refuse_alert(page, tree)
    body = _memo(tree) or container(page, tree, None)[0]
    if body is None and tree.css_first("input[type=password]") is not None:
        raise Refused(Reason.SECRET, "asks for the password of a post")
    title = headline(tree, {}, {}, "", body, {})[0] if body is not None else ""
    if body is None or not title:
        raise Refused(Reason.LAYOUT_CHANGED, "no text or no title of the post")
    text, marker = without_marker(text_of(body))
    links = tree.css("a[href*='download.php']")
    counted = len(tree.css("a[href*='del_comment.php']"))
    return completed(
        Article(
            title=title,
            board=board_name(page, tree, title),
            body_text=text,
            comments=counted or comments_said(tree),
            attachments=named_in(links),
            moved_marker=marker,
        ),
        body,
        page,
    )


def _memo(tree: Tree) -> Node | None:
    """The cell the engine puts around a text: of several (tables in a text may be so too) the outermost with words."""
    cells = [cell for cell in tree.css(MEMO) if line_of(cell)]
    return next((c for c in cells if not any(o is not c and inside(c, o) for o in cells)), None)


def _listing(page: Page, tree: Tree) -> Listing:
    rows = rows_of(tree, page, key)
    if not rows:
        refuse_alert(page, tree)
        raise Refused(Reason.LAYOUT_CHANGED, "no list of a board")
    return Listing(
        items=items_of(rows, page, Skin()),
        next_page=next_page(tree, page, key),
        page=int(parse(page.final_url).number("page") or 1),
    )


FAMILY = Family(
    name="zeroboard4",
    about="제로보드 4: 2000년대의 EUC-KR 게시판",
    evidence="none",
    read=read,
    key=key,
    address=address,
)
