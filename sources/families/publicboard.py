"""Boards of public institutions: the parts that eGovFrame skins and the /na/ntt builder have in common.

Every institution dresses these boards anew, so parts are found by the usual containers, then by the labels of a
`th`/`td` table. Text is often only in the attached HWP or PDF: an empty body with a file is still an article.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from sources.blocks import Node, Tree, flat, line_of, text_of
from sources.dates import read_date
from sources.lists.items import items_of
from sources.lists.rows import rows_of
from sources.lists.rowtitles import Skin
from sources.metadata.around import completed
from sources.metadata.boardname import board_name
from sources.metadata.comments import comments_said
from sources.page import Article, Listing, Page, Reason, Refused
from sources.pick import first_of, number
from sources.refusals import refuse_alert
from sources.texts.boards import without_marker
from sources.texts.files import files_named, named_in
from sources.texts.posts import below_labels, cell_of_post, table_of, titled_table

VIEWS = (
    ".bbs_detail", ".bbs_ViewA", ".board_view", ".bbs_view", ".boardView", ".board-view", ".view_area", ".bbsView",
    ".viewTable", "table.view", ".bbs-view", "#nttViewForm", ".board_detail", ".bd_view", ".p-table", ".wTableFrm",
    "table.wTable", ".board_view2", "#datail_table", "#detail_table", ".view_wrap",
)  # fmt: skip
TITLES = (
    ".tit", ".title", ".subject", ".view_tit", ".view_title", ".board_title", "[class*=subject]", "h3",
    "h4", "caption + thead th", "h2",
)  # fmt: skip
_CALLED = 7  # of these are names
BODIES = (
    ".bbsV_cont", ".cont", ".view_cont", ".view_con", ".view_contents", ".view_content", ".board_cont",
    ".bbs_content", ".bbs_cont", ".dbdata", ".nttCn", ".nttCtnt", "td.content", ".content", ".contents",
    "tr.cont td", ".txt_area", ".editor", ".board_article", ".attach_content",
)  # fmt: skip
FILES = (
    "a[href*='downFile']", "a[onclick*='downFile']", "a[href*='FileDown']", "a[href*='fileDown']",
    "a[onclick*='fileDown']", "a[onclick*='FileDown']", "a[href*='download']", "a[href*='Download']",
    "a[onclick*='ownload']", ".bbsV_atchmnfl a", ".file a", ".attach a",
)  # fmt: skip
LIKELY_BODIES = ("td[class*=content]", "div[class*=content]")  # after the labels of a table
TITLE_LABELS = ("제목", "글제목", "게시글제목", "게시물제목", "공고명", "공고제목")
BODY_LABELS = ("내용", "본문", "글내용", "게시글내용", "게시물내용", "상세내용", "공고내용")
# Furniture that some skins put inside the container of the text.
NOT_BODY = (
    "caption:is(.hidden,.hide,.blind,.skip,.sr-only,.sound_only),"  # editors make them for those who are read to
    ".satisfaction,.koglBox,.kogl,.charge,.prevnext,.prev_next,.bbsV_prne,.bbsV_atchmnfl,.file,.sns,.btn_area,.btnWrap,.btns,"
    "script"
)
_DATE_NAMES = r"작성일시?|작성시[간각]|등록일시?|등록시[간각]|게시일자?|공고일자?|등록\s?일자|작성\s?일자|날짜"
_DATE = re.compile(rf"(?:{_DATE_NAMES})\s{{0,3}}[:：]?\s{{0,3}}([^\n]{{1,40}})")
_LABEL_LINE = re.compile(rf"({_DATE_NAMES}|조회수?|작성자명?|등록자명?|담당부서|작성부서)\n")
_VIEWS = re.compile(r"조회수?\s{0,3}[:：]?\s{0,3}([\d,]{1,12})")
_AUTHOR, _DEPARTMENT = (
    re.compile(
        rf"(?:{label})\s{{0,3}}[:：]?\s{{0,3}}([^\n\t]{{1,40}}?)"
        r"(?=\s{1,3}(?:작성일|등록일|게시일|조회|날짜)|[\n\t]|$)"
    )
    for label in ("작성자명?|등록자명?|글쓴이", "담당부서|작성부서")
)
_FILE = re.compile(r".{1,150}\.(?:hwpx?|pdf|docx?|xlsx?|pptx?|zip|jpe?g|png|mp4|odt|txt)", re.I)
_NOT_A_NAME = re.compile(r"(?:미리\s?보기|바로\s?보기|다운로드|내려\s?받기|전체\s?(?:받기|다운로드)|뷰어|보기)")
_TOTAL = re.compile(r"(?:총|전체)\s{0,3}(?:게시물\s{0,3})?[:：]?\s{0,3}([\d,]{1,12})\s{0,3}건")


def article(page: Page, tree: Tree) -> Article:
    """The document of a view page. `tree` is searched from the usual container on, else from the whole page."""
    named = first_of(tree, VIEWS)
    view = named or tree.body
    if view is None:
        raise Refused(Reason.LAYOUT_CHANGED, "no document")
    body = first_of(view, BODIES) or _beside(view, BODY_LABELS) or first_of(view, LIKELY_BODIES)
    heading, cell = titled_table(view) if body is None else (None, None)
    if cell is not None:
        view = table_of(cell) or view
    body = body or cell or cell_of_post(tree) or _only_cell(view) or below_labels(tree)
    title_node = _beside(view, TITLE_LABELS) or heading
    if title_node is None:  # of a whole page the first heading is a menu's: that is left to who reads by look
        selectors = TITLES if named is not None else TITLES[:_CALLED]
        title_node = next((n for s in selectors for n in view.css(s) if line_of(n)), None)
    if body is None or title_node is None:
        refuse_alert(page, tree, cut_off=True)
        raise Refused(Reason.LAYOUT_CHANGED, f"no {'text' if body is None else 'title'} of the document")
    told = text_of(view, "caption", [body]).replace("\t", "\n")
    told = _LABEL_LINE.sub(r"\1 ", told)
    when = read_date(_said(_DATE, told), page.fetched_at, guess_year=False)
    text, marker = without_marker(text_of(body, NOT_BODY) or _typed(body))
    article = Article(
        title=line_of(title_node, ".blind,.hidden,.skip,img,.new"),
        body_text=text,
        published_at=when.at if when else None,
        date_only=bool(when and when.date_only),
        author=_said(_AUTHOR, told) or _said(_DEPARTMENT, told),
        views=number(_said(_VIEWS, told)),
        comments=comments_said(tree) or 0,
        attachments=_files(view) or files_named(page, tree, body),
        moved_marker=marker,
    )
    return completed(replace(article, board=board_name(page, tree, article.title)), body, page)


def listing(
    page: Page,
    tree: Tree,
    key: Callable[[str], str | None],
    address_of: Callable[[Node], str | None],
    following: Callable[[Tree], str | None],
) -> Listing:
    """A list whose links are scripts: `address_of` makes the address of a link, `following` that of the next page."""
    if tree.body is None:
        raise Refused(Reason.EMPTY, "no page")
    rows = rows_of(tree, page, key, "a,input[type=submit][onclick],button[onclick]", address_of)
    if not rows:
        refuse_alert(page, tree)
        if tree.css_first("table,ul,.board_list") is None:
            raise Refused(Reason.LAYOUT_CHANGED, "no list")
    items = items_of(rows, page, Skin())
    total = _TOTAL.search(text_of(tree.body)) if items else None
    return Listing(items, following(tree) if items else None, total=number(total[1]) if total else None)


def _only_cell(view: Node) -> Node | None:
    """The text of a table without a label for it: the cell with most words among those alone in their row."""
    cells = (row.css("td,th") for row in view.css("tr"))
    alone = [row[0] for row in cells if len(row) == 1 and row[0].tag == "td"]
    return max(alone, key=lambda cell: len(cell.text()), default=None)


def names_beside(links: Sequence[Node]) -> tuple[str, ...]:
    """Names of files that stand beside their links, where these say no more than «다운로드»."""
    parts = (part for link in links if link.parent is not None for part in link.parent.css("span,strong,em,b,p"))
    return tuple(dict.fromkeys(said for part in parts if _FILE.fullmatch(said := line_of(part))))


def _typed(body: Node) -> str:
    """Text that a skin shows in a locked `<textarea>`."""
    area = body.css_first("textarea")
    lines = (flat(line) for line in (area.text() if area is not None else "").split("\n"))
    return "\n".join(line for line in lines if line)


def _said(pattern: re.Pattern[str], told: str) -> str | None:
    found = pattern.search(told)
    return found[1].strip() or None if found else None


def _beside(view: Node, labels: Sequence[str]) -> Node | None:
    """The cell after a heading cell of this name («제목 | …»)."""
    for head in view.css("th,dt"):
        if line_of(head).replace(" ", "") in labels:
            node = head.next
            while node is not None and node.tag not in ("td", "dd"):
                node = node.next
            if node is not None:
                return node
    return None


def _files(view: Node) -> tuple[str, ...]:
    for selector in FILES:
        links = view.css(selector)
        said = named_in(links, ".blind,.hidden,.skip,.size")
        found = tuple(name for name in said if not _NOT_A_NAME.fullmatch(name))
        if found or (found := names_beside(links)):
            return found
    return ()
