"""gnuboard themes that dropped the ids of the skins: where a post and a list stand, told by what every theme keeps.

The head's title «제목 > 게시판 | 누리집» names the post; addresses name the rows of a list; the post's time stands in
the nearest block before its text. Seen in portfolio, portal and magazine themes.
"""

from __future__ import annotations

import re
from collections import Counter

from sources.blocks import Node, Tree, line_of
from sources.dates import read_date
from sources.lists.rows import Row
from sources.pick import attribute, head_title
from sources.words import holds_any

# What of a view without ids is furniture.
FURNITURE = (
    "form,nav,ul:has(i.fa),ul:has(i.fas),ul:has(i.far),.btn-group,.btn,.text-muted,.pagination,aside,#bo_vc,.bo_v_nb,"
    "script"
)
HEADINGS = "h1,h2,h3,h4,h5"
_ASIDE = frozenset(("aside", "nav", "footer", "header"))
_OTHERS = ("file", "link", "cmt", "comment", "attach", "prev", "next", "side")  # blocks whose dates are not the post's
_DAY = re.compile(r"\d{1,2}[-./]\d{1,2}|\d{1,2}:\d{2}|전$")
_LONGEST_INFO, _LEVELS = 300, 6  # characters of an info line; ancestors of the text looked at


def is_inside(node: Node | None, box: Node) -> bool:
    """Is `box` the node itself or one of its ancestors?"""
    while node is not None and node.mem_id != box.mem_id:
        node = node.parent
    return node is not None


def info_before(body: Node, subject: str) -> Node | None:
    """The nearest block before the text that shows a date with its year, or a clock before one without; headings and
    side columns are passed over."""
    at: Node | None = body
    for _ in range(_LEVELS):
        if at is None or at.tag in ("body", "html"):
            return None
        block = at.prev
        while block is not None:
            if _is_info(block, subject):
                return block
            block = block.prev
        at = at.parent
    return None


def _is_info(block: Node, subject: str) -> bool:
    tag = block.tag or "-"
    if tag[0] == "-" or tag in ("script", "style", "aside", "nav", "form", "ins"):
        return False
    names = f"{attribute(block, 'class')} {attribute(block, 'id')}".lower()
    if holds_any(names, _OTHERS):
        return False
    told = line_of(block, f"{HEADINGS},.sv,noscript")
    told = told.replace(subject, "") if subject else told
    dated = read_date(told) is not None or block.css_first("i[class*=fa-clock]") is not None
    return dated and len(told) <= _LONGEST_INFO


def neighbours(tree: Tree) -> list[Node]:
    """Rows of the previous and the next post, with their dates."""
    named = tree.css(".nb_date,.bo_v_nb,.bo_v_prev,.bo_v_next,.btn_prv,.btn_next")
    return named or [row for row in tree.css("li") if line_of(row).startswith(("이전글", "다음글"))]


def bare_view(tree: Tree, subject: str) -> tuple[Node | None, Node | None]:
    """The box of a post in a theme without ids, and the block in it that tells time and views by icons alone.

    It stands around the lines «조회 : N» and «작성일 :» outside of lists; where icons stand for these words, it is the
    nearest one in which the post's heading stands too. A page without either is left to be refused: what of it is
    the text nobody can say.
    """
    if " > " not in head_title(tree):
        return None, None
    for icon in tree.css("i.fa-eye,i.fa-clock-o"):
        info = icon.parent
        while info is not None and info.tag not in ("ul", "dl", "div", "table"):
            info = info.parent
        if info is None or info.parent is None or info.parent.tag == "body" or _in_aside(info):
            continue
        if any(label in line_of(info) for label in ("조회", "작성일", "등록일")):
            return info.parent, info
        if _told_by_icons(info) and (box := _with_heading(info, subject)) is not None:
            return box, info
    return None, None


def _told_by_icons(info: Node) -> bool:
    return info.css_first("i.fa-eye") is not None and info.css_first("i[class*=fa-clock]") is not None


def _with_heading(info: Node, subject: str) -> Node | None:
    """The nearest box around the block in which a heading says the post's subject."""
    box = info.parent
    while box is not None and box.tag not in ("body", "html"):
        if any(line_of(heading).endswith(subject) for heading in box.css(HEADINGS)):
            return box
        box = box.parent
    return None


def without_columns(rows: list[Row]) -> list[Row]:
    """Of the rows of a whole page those of its list: the most that stand side by side outside of side columns."""
    outside = [row for row in rows if not _in_aside(row.node)]
    boxes = Counter(row.node.parent.mem_id for row in outside if row.node.parent is not None)
    best = max(boxes, key=lambda box: boxes[box], default=None)
    listed = [row for row in outside if row.node.parent is not None and row.node.parent.mem_id == best]
    return _on_top(outside, listed) + listed


def _on_top(rows: list[Row], listed: list[Row]) -> list[Row]:
    """Notices and the post shown large, each in a box of its own above the list, in the box of the board."""
    box = listed[0].node.parent if listed else None
    board = box.parent if box is not None else None
    if board is None or board.tag in ("body", "main", "html"):
        return []
    known, first = {row.key for row in listed}, next(n for n, row in enumerate(rows) if row is listed[0])
    above = (row for row in rows[:first] if row.key not in known and is_inside(row.node, board))
    return [row for row in above if _DAY.search(line_of(row.node))]


def _in_aside(node: Node | None) -> bool:
    while node is not None and node.tag not in _ASIDE:
        node = node.parent
    return node is not None
