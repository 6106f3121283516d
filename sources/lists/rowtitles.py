"""The title in a row of a list: without the icons, counts and labels that skins put into its link."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sources.blocks import Node, flat, line_of, own_text
from sources.lists.rows import Row
from sources.metadata.roles import LEADS_ON
from sources.texts.boards import full_title

# What skins put inside a title link beside the title.
NOT_TITLE = (
    ".sound_only,.cnt_cmt,.new_icon,.hot_icon,.bo_cate_link,.bo_cnt,.blind,.sr-only,.screen-reader-text,.comment_count,"
    ".cate,.replyNum,.trackbackNum,.cmt-count,.info-group,.wrp,.badge,.label,.ico,.icon,[class*=icon__],img,i.fa,i.xi,svg"
)


@dataclass(frozen=True, slots=True)
class Skin:
    """Where a family's skins keep the parts of a row: selectors of the title in order of trust, of what is not part of
    it, of the mark of a notice, and of the category."""

    titles: Sequence[str] = ()
    drop: str = NOT_TITLE
    notice: str = ""
    category: str = ""


_DECORATION = re.compile(
    r"개|[\[(+]?\s?(?:(?:댓글\s?)?\d{1,4}|(?:N|H|NEW|HOT|New|new|Hot)(?:\s?(?:새글|인기글))?|새\s?글|인기글?|댓글|비밀글|답(?:[변글]글|변|글)|첨부(?:파일)?(?:\s?있음)?|(?:공지|알림)(?:사항)?)\s?개?[\])]?|(?i:no\s?[-_]?\s?image)|이미지(?:가|는)?\s?없(?:음|습니다)\.?"
)
_COUNTS = re.compile(
    r"(?:(?:추천|댓글|조회|답변|공감|좋아요)\s?[:：]?\s?\d[\d,]{0,9}\s?){1,4}"
)  # a link of labels beside it
CATEGORY = re.compile(r"[\[(〔【][^\[\]()〔〕【】]{1,20}[\])〕】]")  # «[행사]» in an element of its own
_BEFORE_TITLE = 24  # characters of a category that a link's `title` says before the words of the title
_EMPTIED = re.compile(r"\s{0,3}[\[(]\s?\+?\s?[\])]$")  # «(3)» whose number stood in an element of its own
_MOST_BOXES = 40  # in a link that are looked at
_UNITS = ("년", "월", "일", "차", "회", "기", "호", "주", "명", "개")  # the number before it belongs to the title
_BULLETS = "·ㆍ•∙ "
_IN_CARD = "time,[class*=date],[class*=regdt]"
_CALLED_TITLE = "[class*=tit],[class*=subj],strong"
_NAMED_TITLE = "[class$=tit],[class$=title],[class*=subj]"
BARE_DATE = re.compile(r"(?:(?:20)?\d{2}[-./])?\d{1,2}[-./]\d{1,2}\.?(?:\s\d{1,2}:\d{2})?|\d{1,2}:\d{2}")
_LABELS = re.compile(r"(?:작성자|등록일|작성일|조회)")
_A_DAY = re.compile(rf"{BARE_DATE.pattern}|\d{{1,2}}\s?(?:초|분|시간|일|주|달|개월)\s?전|(?:작성|등록)일")
CUT = ("…", "..")
_LEAST_PARTS, _MUCH = 3, 8  # of a card, and characters of its title
NOTICE = re.compile(r"\[?(?:공지(?:사항)?|필독)\]?")
_FRONT = re.compile(r"공지(?:사항)?|필독|N|NEW|New|HOT|Hot|새글")
_BEHIND = re.compile(r"[\[(]\s?\+?\d{1,4}\s?[\])]|N|NEW|New|새글")


_LABEL_TAGS = frozenset(("span", "em", "strong", "b", "small", "font"))


def title_of(row: Row, skin: Skin) -> str:
    """The title in a row: by the skin's own selectors, else the first link that says more than a number or a label."""
    for selector in skin.titles:
        node = row.node.css_first(selector)
        if node is not None:
            said = clean_title(node, skin.drop)
            if said:
                return said
    for link in row.links:
        if said := _card_title(link, skin):
            return said
        bare = _bare_title(link, skin.drop)
        if bare and not any(words.fullmatch(bare) for words in (_DECORATION, _COUNTS, LEADS_ON)):
            return clean_title(link, skin.drop)
    return max((clean_title(link, skin.drop) for link in row.links), key=len, default="")


def _card_title(link: Node, skin: Skin) -> str:
    """The title in a card that is one link: its heading or, where the date stands in it too, what is called a title."""
    heading = link.css_first("h1,h2,h3,h4,h5,h6")
    if heading is None and link.css_first(_IN_CARD) is not None:
        heading = link.css_first(_CALLED_TITLE)
    if heading is None and (link.css_first("img") is not None or _LABELS.search(link.text())):
        heading = link.css_first(_NAMED_TITLE) or _first_of_parts(link)
    if heading is None:
        heading = _first_of_blocks(link)
    return clean_title(heading, skin.drop) if heading is not None else ""


def _first_of_blocks(link: Node) -> Node | None:
    """The title in a link of two boxes, one with it and one with the beginning of the text."""
    boxes = [box for box in link.iter() if box.tag in ("div", "p")]
    said = [line_of(box) for box in boxes]
    alone = len(boxes) == 2 and len(boxes) == len(list(link.iter())) and not own_text(link)
    lead = alone and len(said[1]) >= _MUCH and not _A_DAY.search(said[1]) and not _COUNTS.fullmatch(said[0])
    return boxes[0] if lead and len(said[0]) >= _MUCH else None


def _first_of_parts(link: Node) -> Node | None:
    """The title in a card whose parts stand in elements of their own, one of them a day: the first that says much."""
    parts = [part for part in link.css("b,strong,span,p,div,em,i") if _is_innermost(part)]
    said = [line_of(part) for part in parts]
    if len(parts) < _LEAST_PARTS or not any(map(_A_DAY.fullmatch, said)):
        return None
    return next((part for part, line in zip(parts, said, strict=True) if len(line) >= _MUCH), None)


def _is_innermost(part: Node) -> bool:
    child = part.child
    return child is not None and child.next is None and child.tag == "-text"


def clean_title(node: Node, drop: str = NOT_TITLE) -> str:
    """Text of a title link without icons, counts and labels that stand in elements of their own.

    A text cut with «…» is completed from the link's `title` where that has the whole.
    """
    full = flat(node.attributes.get("title"))
    bare = _bare_title(node, drop) or line_of(node) or full
    cut = bare.rstrip("….")
    at = full.find(cut) if cut != bare and len(cut) > 4 else -1
    return full[at:] if 0 <= at <= _BEFORE_TITLE else bare


def _bare_title(node: Node, drop: str) -> str:
    """Text of a link without what is not title; empty where it is nothing but labels («공지» on a picture)."""
    if node.tag == "input":  # boards whose rows are forms
        return flat(node.attributes.get("value"))
    parts = node.css("span,em,strong,b,small,font,sup,i")
    labels = [part for part in parts if _DECORATION.fullmatch(said := line_of(part)) or CATEGORY.fullmatch(said)]
    bare = _EMPTIED.sub("", line_of(node, drop, labels)).lstrip(_BULLETS)
    return bare or _EMPTIED.sub("", line_of(node, drop, [p for p in labels if not CATEGORY.fullmatch(line_of(p))]))


def whole_of(title: str, row: Node) -> str:
    """A title cut with «…», completed from what its picture or its link says of itself."""
    if not title.endswith(CUT):
        return title
    said = (node.attributes.get("alt") or node.attributes.get("title") for node in row.css("img[alt],a[title]"))
    return full_title(title, *map(flat, said))


def in_parts(node: Node) -> str:
    """The words of a title whose parts stand in elements beside each other, without its number, count and flags
    («<i>7</i><i><i>제목</i><i>4</i><i>N</i></i>»)."""
    boxes = [node, *(part for part in node.css("span,div,p,strong,em") if part.mem_id != node.mem_id)]
    apart = (list(box.iter()) for box in boxes[:_MOST_BOXES] if box.child is not None and not own_text(box))
    drop = [part for parts in apart if len(parts) > 1 for part in parts if _DECORATION.fullmatch(line_of(part))]
    words = line_of(node, ".blind,.sr-only", drop)
    return line_of(node) if not words or words.startswith(_UNITS) else words


def label_in_link(row: Row, html: str) -> str:
    """«[분류]» in an element of its own in the link of a title, or right before it."""
    parts = row.links[0].css("span,em,strong,b,small,font") if "[" in html else []
    before = row.links[0].prev if "[" in html else None
    while before is not None and before.tag == "-text" and not flat(before.text_content):
        before = before.prev
    said = (line_of(part) for part in (*parts, before) if part is not None and part.tag in _LABEL_TAGS)
    return next((line for line in said if CATEGORY.fullmatch(line) and not _DECORATION.fullmatch(line)), "")


def without_labels(title: str, row: Node) -> tuple[str, str]:
    """A title without what stands in elements of its own before it («[소식]», «공지») and behind it («(3)»), and the
    former."""
    front = ""
    for part in row.css("span,em,b,i,strong,small,font"):
        said = line_of(part)
        rest = title.removeprefix(said).strip() if CATEGORY.fullmatch(said) or _FRONT.fullmatch(said) else ""
        if rest and rest != title:
            title, front = rest, said
        elif _BEHIND.fullmatch(said) and len(title) > len(said):
            title = title.removesuffix(said).strip()
    return title, front


def bracketed(label: str) -> str | None:
    """The category in a bracketed label («[행사]» → 행사); None for other labels and for notices."""
    return label[1:-1].strip() if CATEGORY.fullmatch(label) and not NOTICE.fullmatch(label) else None
