"""KBoard on WordPress (6.x, skins default, avatar, thumbnail and their like).

The board sits in a WordPress page and keeps its own numbers, one row of them for all boards of a site. The canonical
link, shortlink and og:url are all a short address that only redirects; deleted documents answer 200 with the page cut
off after an `alert`.
"""

from __future__ import annotations

from dataclasses import replace

from sources.address import Address, parse
from sources.blocks import Node, Tree, flat, line_of, text_of
from sources.catalogue import Source
from sources.dates import read_date
from sources.families.gnuboard_themes import without_columns
from sources.family import Family
from sources.lists.items import items_of
from sources.lists.rows import next_page, rows_of
from sources.lists.rowtitles import Skin
from sources.metadata.around import completed
from sources.metadata.boardname import board_name
from sources.page import Article, Item, Listing, Page, Reason, Refused
from sources.pick import distinct_lines, first_of, head_title, line_first, number
from sources.refusals import refuse_alert
from sources.texts.boards import without_marker
from sources.texts.files import files_named

DOCUMENT = "#kboard-document,[id^=kboard-][id$=-document]"
TITLES = (".kboard-title h1", ".kboard-title p", ".kboard-title", "[itemprop=name]")
BODIES = (".content-view", ".kboard-content", "[itemprop=description]")
LISTS = (".kboard-list", "[id^=kboard-][id$=-list]", ".kboard-gallery-list", ".kboard-webzine-list")
ROW_TITLES = (".kboard-list-title [class*=cut-strings]", "[class*=cut-strings]", ".kboard-list-title a")
ROW_DROP = ".kboard-comments-count,[class*=new-notify],[class*=-new],.kboard-mobile-contents,.category,img"
COUNTS = (".comments-total-count", ".comments-list-total", ".comments-count")
FILES = (
    ".kboard-attach button", ".kboard-attach a", ".kboard-button-download",
    "[onclick*='action=kboard_file_download']",
)  # fmt: skip
NOT_BODY = (
    "button,.kboard-button-action-wrap,.like-area,.kboard-item-like,.kboard-document-action,.kboard-attach,.kboard-comments-area,.kboard-document-navi,"
    ".kboard-control,script"
)
SKIN = Skin(ROW_TITLES, ROW_DROP, notice=".kboard-list-notice", category=".kboard-category,.kboard-category1")
_NOTICE = "[공지사항] "
_LEAST = 3  # rows of a list without a name
_LABELS = {"writer": "작성자", "date": "작성일", "view": "조회"}


def key(url: str) -> str | None:
    """`kboard:host/uid`; the page around the board, its page number and categories are only a way to it."""
    address = parse(url)
    named = address.number("kboard_content_redirect")
    if named is None and address.query.get("mod") == "document":
        named = address.number("uid")
    if named is None and address.query.get("action") == "kboard_document_print":
        named = address.number("uid")
    return f"kboard:{address.site}/{named}" if named else None


def address(url: Address) -> bool:
    if "kboard_content_redirect" in url.query or "kboard_document_print" in url.query.get("action", ""):
        return True
    return url.query.get("mod") in ("document", "list", "editor") and ("uid" in url.query or "pageid" in url.query)


def read(page: Page, tree: Tree, source: Source | None) -> Article | Listing:
    query = parse(page.final_url).query
    if query.get("action") == "kboard_document_print":
        raise Refused(Reason.NOT_A_PAGE, "a print copy; its document has its own page")
    if query.get("mod") == "editor":
        raise Refused(Reason.FORM, "the form for writing")
    if query.get("keyword", "").strip():
        raise Refused(Reason.SEARCH, "search in a board")
    document = tree.css_first(DOCUMENT)
    body = first_of(document, BODIES) if document is not None else None
    if document is not None and body is not None:
        return _article(page, tree, document, body)
    if tree.css_first(".kboard-confirm-row,#kboard-confirm-password-input") is not None:
        raise Refused(Reason.SECRET, f"asks for the password of «{head_title(tree)}»")
    if key(page.final_url) is not None:
        refuse_alert(page, tree, cut_off=True, otherwise=Reason.GONE)
        raise Refused(Reason.LAYOUT_CHANGED, "no document on the page of one")
    return _listing(page, tree)


def _article(page: Page, tree: Tree, document: Node, body: Node) -> Article:
    title = line_first(document, TITLES)
    if not title:
        raise Refused(Reason.LAYOUT_CHANGED, "no title of the document")
    when = read_date(_detail(document, "date"), page.fetched_at, guess_year=False)
    text, marker = without_marker(text_of(body, NOT_BODY))
    article = Article(
        title=title,
        body_text=text,
        published_at=when.at if when else None,
        date_only=bool(when and when.date_only),
        author=_detail(document, "writer") or None,
        views=number(_detail(document, "view")),
        comments=_comments(document),
        attachments=_files(document) or files_named(page, tree, body),
        board=line_first(tree, ("h1.entry-title", ".wp-block-post-title", ".page-title"))
        or board_name(page, tree, title),
        category=_category(document),
        moved_marker=marker,
    )
    return completed(article, body, page)


def _detail(document: Node, part: str) -> str:
    """A value of the line under the title, by its class, else by the label before it."""
    value = line_of(document.css_first(f".detail-{part} .detail-value"))
    if value:
        return value
    for row in document.css(".detail-attr"):
        if line_of(row.css_first(".detail-name")).startswith(_LABELS[part]):
            return line_of(row.css_first(".detail-value"))
    return ""


def _category(document: Node) -> str | None:
    """A `.detail-name` without a value."""
    for row in document.css(".detail-attr"):
        said = line_of(row) if row.css_first(".detail-value") is None else ""
        if said and read_date(said) is None and not said.startswith(("조회", "·")):
            return said
    return None


def _comments(document: Node) -> int | None:
    for selector in COUNTS:
        said = number(line_of(document.css_first(selector)))
        if said is not None:
            return said
    return (
        len(document.css(".kboard-comments-item")) if document.css_first(".kboard-comments-area") is not None else None
    )


def _files(document: Node) -> tuple[str, ...]:
    for selector in FILES:
        found = distinct_lines([node for node in document.css(selector) if not _in_comments(node)])
        if found:
            return found
    return ()


def _in_comments(node: Node) -> bool:
    parent = node.parent
    while parent is not None:
        if "kboard-comments" in flat(parent.attributes.get("class")):
            return True
        parent = parent.parent
    return False


def _listing(page: Page, tree: Tree) -> Listing:
    scope = first_of(tree, LISTS)
    rows = rows_of(scope, page, key) if scope is not None else without_columns(rows_of(tree, page, key))
    if scope is None and len(rows) < _LEAST:
        refuse_alert(page, tree, cut_off=True)
        raise Refused(Reason.FRONT, "no list of a board")
    items = items_of(rows, page, SKIN)
    items = tuple(map(_without_mark, items if scope is not None else _by_look(items, page, tree)))
    return Listing(
        items=items,
        next_page=next_page(tree, page, key, "pageid") if items else None,
        board=line_first(tree, ("h1.entry-title", ".wp-block-post-title", ".page-title")) or None,
        total=number(line_of(tree.css_first(".kboard-total-count"))),
        page=int(parse(page.final_url).number("pageid") or 1),
    )


def _by_look(items: tuple[Item, ...], page: Page, tree: Tree) -> tuple[Item, ...]:
    """Rows of a skin that calls its parts something else: title, writer and day as any list shows them. What comes
    again in other rows («추천») is no title."""
    from sources.families.unknown import plain_list  # here: families are registered after each other

    listing = plain_list(page, tree)
    told = {item.url: item for item in listing.items} if listing is not None else {}
    differ = len({item.title for item in told.values()}) == len(items)
    return tuple(_told_by(told.get(item.url), item) if differ else item for item in items)


def _told_by(look: Item | None, item: Item) -> Item:
    if look is None:
        return item
    dated = look if item.published_at is None else item
    author = item.author or look.author
    return replace(item, title=look.title, author=author, published_at=dated.published_at, date_only=dated.date_only)


def _without_mark(item: Item) -> Item:
    """A notice of skins that print its mark into the title."""
    title = item.title.removeprefix(_NOTICE)
    return replace(item, title=title, notice=True) if title != item.title else item


FAMILY = Family(
    name="kboard",
    about="KBoard: 워드프레스 위의 게시판",
    evidence="rendered",
    read=read,
    key=key,
    signs=(
        "#kboard-document,.kboard-list,.kboard-confirm-row,[id^=kboard-][id$=-list],[name=kboard_list_sort],"
        "a[href*='mod=document&uid='],a[href*='mod=document'][href*='&uid=']"
    ),
    host="wordpress",
    address=address,
    hints=("/plugins/kboard/", "kboard"),
)
