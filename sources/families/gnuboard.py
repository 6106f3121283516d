"""What gnuboard 4, gnuboard 5 and Eyoom have in common: addresses, keys, lists, and the pages that are none.

Sources: the public skins of gnuboard 4.37 and 5.0 to 5.6, and pages served by them. Third-party themes replace every
class name, but not the addresses, the form `fboardlist` around a list, nor the `g5_bo_table` of the head.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import chain

from sources.address import Address, absolute, parse
from sources.blocks import Node, Tree, flat, has_words, line_of
from sources.families.gnuboard_themes import without_columns
from sources.lists.items import items_of
from sources.lists.rows import Row, next_page, rows_of
from sources.lists.rowtitles import Skin
from sources.metadata import boardname
from sources.page import Listing, Page, Reason, Refused
from sources.pick import first_of, head_title, number
from sources.refusals import refuse_alert
from sources.texts.posts import below_labels
from sources.texts.prose import container

# Scripts of /bbs/ that never show a list or a post of one board.
NOT_BOARD: dict[str, Reason] = {
    **dict.fromkeys(("write", "register", "register_form", "formmail", "memo_form", "password_lost", "member_confirm",
                     "qawrite", "login", "scrap_popin", "sns_send"), Reason.FORM),
    **dict.fromkeys(("search", "new", "profile", "scrap", "point", "tag"), Reason.SEARCH),
    **dict.fromkeys(("group", "content", "faq", "current_connect", "qalist", "qaview", "poll_result", "memo"),
                    Reason.FRONT),
    **dict.fromkeys(("link", "logout", "good", "nogood", "move"), Reason.REDIRECT),
}  # fmt: skip
BOARD_VARIABLE = re.compile(r"\bg[45]_bo_table\s{0,9}=\s{0,9}[\"'](\w{0,40})[\"']")
LISTS = ("form[name=fboardlist]", "#fboardlist", "#bo_list", "#bo_gall", "#bo_webzine", ".board-list", ".list-board")
TITLES = (
    ".gall_text_href a:not(.bo_cate_link)", ".bo_tit a:not(.bo_cate_link)", "a.bo_tit", "a.bo_subject",
    ".td_subject > a[href]:not(.bo_cate_link)", ".td-subject > a[href]",
)  # fmt: skip
CATEGORY = ".cate,.bo_cate_link,.bo_cate,a[href*='sca=']:not([href*='wr_id=']):not([href*='sfl='])"
SKIN = Skin(TITLES, notice="strong.notice_icon,.notice,.wr-notice,.bo_img_href strong", category=CATEGORY)
_OF_POST = ("write.php", "scrap_popin.php", "download.php", "good.php", "sns_send.php")
_MARK = re.compile(r"(?:본문\s)?내용\s(?:시작\s\{|출력)")
_BEGINS = re.compile(rf"<!--\s{{0,3}}{_MARK.pattern}\s{{0,3}}-->")
_REWRITTEN = re.compile(r"^((?:/[\w.-]{1,60}){0,3}?)/(\w{1,40})/(\d{1,12})/?$", re.A)
_TOTAL = re.compile(r"(?:Total|전체|총)\s{0,3}([\d,]{1,12})\s?건?", re.I)
_PAGE_OF_TITLE = re.compile(r"\s\d{1,6}\s?페이지$")


def key(url: str) -> str | None:
    """`gnuboard:host[/mount]/board/number` for the query form and the rewritten form of a post's address."""
    if "wr_id=" not in url and not url.partition("?")[0].rstrip("/")[-1:].isdigit():
        return None
    address = parse(url)
    board, post = address.word("bo_table"), address.number("wr_id")
    if board and post:
        mount, found, script = address.path.rpartition("/bbs/")
        if found and script in ("board.php", ""):
            return f"gnuboard:{address.site}{mount}/{board}/{post}"
        return None
    rewritten = _REWRITTEN.match(address.path)
    if rewritten and not board and "document_srl" not in address.query:
        return f"gnuboard:{address.site}{rewritten[1]}/{rewritten[2]}/{rewritten[3]}"
    return None


def is_of_post(page: Page) -> bool:
    """Does an address name a post: by its number, or by its title (`/board/제목-조각/`) where the engine is set so?"""
    if key(page.final_url) is not None:
        return True
    *_, board, title = ("", "", *parse(page.final_url).path.rstrip("/").split("/"))
    return bool(title) and board != "" and board == board_of(page)


def key_in_page(page: Page, tree: Tree) -> str | None:
    """Addresses by title (`/board/제목-조각/`) and short ones (`/bbs/?t=b`): board and number stand in the forms."""
    form = tree.css_first("form[name=fviewcomment]")
    if form is not None:
        board, post = _value(form, "bo_table"), _value(form, "wr_id")
        if board and post.isdigit():
            return f"gnuboard:{parse(page.final_url).site}{_mount(page, tree)}/{board}/{int(post)}"
    for link in tree.css('a[href*="wr_id="]'):
        address = parse(absolute(page.final_url, link.attributes.get("href")) or "")
        script = address.path.rpartition("/")[2]
        named, told = address.word("bo_table"), address.number("wr_id")
        own = script in _OF_POST or (script == "password.php" and address.query.get("w") in ("u", "d"))
        if own and named and told:
            return f"gnuboard:{address.site}{address.path.rpartition('/bbs/')[0]}/{named}/{told}"
    return None


def behind_mark(page: Page, tree: Tree) -> Node | None:
    """The text of a post behind the comment that the engine's skins set before it, and most copies of them keep."""
    if tree.body is None or _BEGINS.search(page.text) is None:
        return None
    for node in tree.body.traverse(include_text=True):
        if node.tag == "-comment" and _MARK.fullmatch(flat(node.comment_content)):
            at = node.next
            while at is not None and at.tag in ("-text", "-comment", "br"):
                at = at.next
            return at if at is not None and has_words(at) else None
    return None


def prose(page: Page, tree: Tree, subject: str) -> Node | None:
    """The text of a post in a skin that kept no mark of the engine's."""
    found = below_labels(tree) or (container(page, tree, None)[0] if subject else None)
    return _behind_heading(found) if found is not None else None


def _behind_heading(box: Node) -> Node:
    """The text in a box that opens with the heading which the engine's skins set for those who are read to, and goes
    on with buttons."""
    heading = next((node for node in box.css("h2,h3") if line_of(node) == "본문"), None)
    parts, at = list[Node](), heading.next if heading is not None else None
    while at is not None:
        if at.tag in ("div", "section", "article"):
            parts.append(at)
        at = at.next
    last = max(parts, key=lambda part: len(line_of(part)), default=box)
    return last if len(line_of(last)) * 2 > len(line_of(box)) else box


def address(url: Address) -> bool:
    """`…/bbs/board.php?bo_table=` and the other scripts of /bbs/ that name a board."""
    return "bo_table" in url.query and "/bbs/" in url.path


def board_of(page: Page) -> str:
    """The board's id: from the address, else from the script in the head (empty on pages of no board)."""
    found = parse(page.final_url).word("bo_table") or ""
    said = BOARD_VARIABLE.search(page.text)
    return found or (said[1] if said else "")


def board_name(tree: Tree) -> str | None:
    """«제목 > 게시판 | 누리집» and «게시판 2 페이지 | 누리집» in the head: all themes keep it."""
    head = head_title(tree)
    if " | " not in head and " > " in head:  # gnuboard 4: «무리 > 게시판 > 제목»
        return _PAGE_OF_TITLE.sub("", head.split(" > ")[1]).strip() or None
    before_site = head.rpartition(" | ")[0]
    return _PAGE_OF_TITLE.sub("", before_site.rpartition(" > ")[2]).strip() or None


def board_of_post(page: Page, tree: Tree, title: str) -> str | None:
    """As the head says it; where a theme writes the head anew, as any board is told."""
    head = head_title(tree)
    if title and " | " not in head and head.endswith(f" > {title}"):  # gnuboard 4, with the board's group or without
        return head.removesuffix(f" > {title}").rpartition(" > ")[2].strip() or None
    before = bool(title) and head.startswith(title) and " | " not in head  # «제목 - 게시판 > 누리집»
    said = board_name(tree) if not before else None
    return said if said and said != title else boardname.board_name(page, tree, title)


def refuse_others(page: Page, tree: Tree) -> None:
    """Raise for pages of the engine that are neither a list nor a post."""
    url = parse(page.final_url)
    script = url.path.rpartition("/")[2].removesuffix(".php")
    if "/bbs/" in url.path:
        if script == "rss":
            raise Refused(Reason.FEED_OFF, flat(page.text)[:120])
        if script == "password":
            raise Refused(
                Reason.SECRET if url.query.get("w", "s") in ("s", "sc") else Reason.FORM, "asks for a password"
            )
        if script == "login" and parse(page.url).path != url.path:
            raise Refused(Reason.CLOSED, "leads to the log-in form")
        if script in NOT_BOARD:
            raise Refused(NOT_BOARD[script], f"{script}.php")
    if tree.css_first("#validation_check") is not None or "오류안내" in head_title(tree):
        refuse_alert(page, tree)
    if "wr_id" not in url.query:
        if url.query.get("stx", "").strip():
            raise Refused(Reason.SEARCH, "search in a board")
        if url.query.get("sst", "").strip():
            raise Refused(Reason.SEARCH, "a list sorted anew")


def read_list(page: Page, tree: Tree) -> Listing:
    """A list of any skin. The scope is the form around it; a theme without one is searched for rows of this board."""
    scopes = filter(None, map(tree.css_first, LISTS))
    scope = next(scopes, None)
    board = board_of(page)

    def document(url: str) -> str | None:
        return key(url) or _by_title(url, page, board)

    if scope is not None and board:
        rows = _rows_in(chain((scope,), scopes), page, document)
    else:
        refuse_alert(page, tree)
        rows = without_columns(rows_of(tree, page, _of_board(board))) if key(page.final_url) is None and board else []
        if not rows:
            raise Refused(*((Reason.LAYOUT_CHANGED, "no list of a board") if board else (Reason.FRONT, "no board")))
    items = tuple(item if key(item.url) else replace(item, canonical_key=None) for item in items_of(rows, page, SKIN))
    told = line_of(first_of(tree, ("#bo_list_total", ".board-info", "#bo_btn_top", ".bo_fx", "span[class*=total]")))
    total = _TOTAL.search(told)
    return Listing(
        items=items,
        next_page=next_page(tree, page, document) if items else None,
        board=board_name(tree),
        total=number(total[1]) if total else None,
        page=int(parse(page.final_url).number("page") or 1),
    )


def _rows_in(scopes: Iterable[Node], page: Page, document: Callable[[str], str | None]) -> list[Row]:
    """The rows of the first scope that has any. A theme that puts its search form into the form of the list ends that
    form there (HTML knows no form in a form), and the rows stand outside of it, in the box of the board."""
    return next((rows for scope in scopes if (rows := rows_of(scope, page, document))), [])


def _of_board(board: str) -> Callable[[str], str | None]:
    """Keys of posts of one board only: a page without a list's form also links those of others."""

    def document(url: str) -> str | None:
        found = key(url)
        return found if found and found.rpartition("/")[0].endswith(f"/{board}") else None

    return document


def _by_title(url: str, page: Page, board: str) -> str | None:
    """Identity of a row whose link names the post by its title: the address itself, until the page is read."""
    there = parse(url)
    if there.site != parse(page.final_url).site or there.query.keys() - {"page", "sca"}:
        return None
    before, found, slug = there.path.rstrip("/").rpartition(f"/{board}/")
    return f"{there.site}{before}/{board}/{slug}" if found and slug and "/" not in slug else None


def _mount(page: Page, tree: Tree) -> str:
    form = tree.css_first("form[name=fviewcomment]")
    action = absolute(page.final_url, form.attributes.get("action")) if form is not None else None
    return parse(action or page.final_url).path.rpartition("/bbs/")[0]


def _value(form: Node, name: str) -> str:
    node = form.css_first(f"input[name={name}]")
    return flat(node.attributes.get("value")) if node is not None else ""
