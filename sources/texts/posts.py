"""Where a short post stands on a page of unknown layout: found by what is around it, not by its length.

Three lines are too few to be found as the densest prose of a page. But a table with «제목 | 작성일 | 조회» is that of
one post, and in a box with a heading and a date the text follows right below these.
"""

from __future__ import annotations

import re

from sources.blocks import Node, Tree, flat, has_words, line_of, text_of
from sources.texts.newsheader import DATE_SHAPE
from sources.texts.newswords import is_sentence
from sources.words import word_list

TITLE_LABELS = frozenset(("제목", "글제목", "공고명", "공고제목", "게시글제목", "게시물제목"))
_OTHER_LABELS = frozenset(
    word_list(
        """
        작성자 글쓴이 올린이 쓴이 이름 등록자 질문자 담당부서 작성부서 부서 작성일 등록일 게시일 날짜 올린날 쓴날 적은날
        조회 조회수 읽은수 본횟수
        """
    )
)
_LONGEST_LABEL = 12
_HEADINGS = "h1,h2,h3,h4"
DAY = re.compile(r"\d{2,4}\s?[-./년]\s?\d{1,2}\s?[-./월]\s?\d{1,2}")
_SAID = re.compile(r"글쓴이|작성자|등록자|이름|담당부서|작성부서|작성일|등록일|게시일|날짜|조회")
_LABELS, _LONGEST_BLOCK = 3, 300  # labels that a block of them says at least; its characters
_LONGEST_LINE, _SENTENCES = 120, 2  # characters of a line with a day, sentences of the text below it
_MOMENT = re.compile(r"(?:19|20)\d{2}\s?[-./년].{1,20}\d{1,2}:\d{2}")
_UP = 3  # boxes around such a block below which the text may stand
_MOST_BLOCKS = 1_500  # of a page that are looked at
_LEAST = 20  # characters of a text
_LEAST_TITLE = 4  # characters of a title
_MOST_TABLES = 100
_NO_TEXT = re.compile(
    r"comment|cmt|reply|(?:^|[\s_-])(?:bo_vc|file|attach|prev|next|list|btn\w{0,6}|sns|link)(?:[\s_-]|$)", re.I
)
_AGO = re.compile(r"\d\s?(?:초|분|시간|일|주|개월|달)\s?전|방금|어제")


def cell_of_post(tree: Tree) -> Node | None:
    """The text of a post that is a table of labels («제목», «작성일»): the cell with most words that is alone in its
    row."""
    for label in tree.css("th,td")[:_MOST_BLOCKS]:
        if _label(label) in TITLE_LABELS and (table := table_of(label)) is not None and _tells_more(table):
            return _text_alone(table)
    return titled_table(tree)[1]


def titled_table(scope: Tree | Node) -> tuple[Node | None, Node | None]:
    """Title and text of a post that is a table which labels neither: its first row is the title alone, below stand
    rows of labels («담당부서 | … | 등록일 | …»), then the text, alone in its row."""
    for table in scope.css("table")[:_MOST_TABLES]:
        rows = _rows(table)
        titled = len(rows) > 2 and len(rows[0]) == 1 and _may_be_title(rows[0][0])
        if titled and len({said for row in rows[1:] for cell in row if (said := _label(cell)) in _OTHER_LABELS}) >= 2:
            text = _text_alone(table)
            if text is not None and text.mem_id != rows[0][0].mem_id:
                return rows[0][0], text
    return None, None


def _may_be_title(cell: Node) -> bool:
    short = len(cell.text()) <= _LONGEST_BLOCK  # of tables in tables the first cell may be the whole page
    return short and _LEAST_TITLE <= len(line_of(cell)) <= _LONGEST_LINE


def _rows(table: Node) -> list[list[Node]]:
    """The cells of a table's own rows: a text may hold tables too."""
    parts = [part for part in table.iter() if part.tag in ("thead", "tbody", "tr")]
    rows = (row for part in parts for row in ([part] if part.tag == "tr" else part.iter()) if row.tag == "tr")
    return [[cell for cell in row.iter() if cell.tag in ("td", "th")] for row in rows]


def _text_alone(table: Node) -> Node | None:
    alone = [row[0] for row in _rows(table) if len(row) == 1 and row[0].tag == "td" and has_words(row[0])]
    return max(alone, key=lambda cell: len(cell.text()), default=None)


def is_ago(line: str) -> bool:
    """Whether a line says how long ago something was («별명 3주 전»)."""
    return _AGO.search(line) is not None


def below_labels(tree: Tree) -> Node | None:
    """The text of a post below a block that says «글쓴이», «작성일», «조회»: the block with most words of its own."""
    for block in tree.css("dl,ul,div,p,table")[:_MOST_BLOCKS]:
        words = block.text()
        if len(words) <= _LONGEST_BLOCK and len(set(_SAID.findall(words))) >= _LABELS and DAY.search(words):
            inner = next((c for c in block.iter() if len(set(_SAID.findall(c.text()))) >= _LABELS), None)
            if inner is None and (text := _text_below(block)) is not None:
                return text
    return None


def below_day(scope: Tree | Node) -> Node | None:
    """The text below a line that says a day and an hour, in the box of both: few sentences on a page of boxes."""
    dated = _MOMENT.search(scope.text()) is not None
    for line in scope.css("div,p,td,span")[:_MOST_BLOCKS] if dated else ():
        words = line.text()
        if len(words) <= _LONGEST_LINE and _MOMENT.search(words) and not _NO_TEXT.search(_names(line)):
            beside = line.next
            while beside is not None:
                if beside.tag in ("div", "td") and sum(map(is_sentence, text_of(beside).split("\n"))) >= _SENTENCES:
                    return beside if not _NO_TEXT.search(_names(beside)) else None
                beside = beside.next
    return None


def _text_below(block: Node) -> Node | None:
    at: Node | None = block
    for _ in range(_UP):
        beside, best = at.next if at is not None else None, None
        while beside is not None:
            if beside.tag in ("div", "td", "section", "article", "table", "p") and not _NO_TEXT.search(_names(beside)):
                best = max(best or beside, beside, key=_own_words)
            beside = beside.next
        if best is not None and _own_words(best) >= _LEAST:
            return best
        at = at.parent if at is not None else None
        if at is None or at.tag in ("body", "html"):
            return None
    return None


def _own_words(node: Node) -> int:
    """Characters outside links."""
    return len(line_of(node)) - sum(len(line_of(link)) for link in node.css("a"))


def _names(node: Node) -> str:
    return f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"[:200]


def below_heading(box: Node) -> Node:
    """The part of a box that holds its heading and day too («별명 · 3시간 전», «제목», text): the text alone, where one
    element holds that; else the box."""
    heading = box.css_first(_HEADINGS)
    whole = sum(map(is_sentence, text_of(box).split("\n"))) if heading is not None else 0
    at = heading
    while whole and at is not None and at.mem_id != box.mem_id:
        beside = at.next
        while beside is not None:
            if beside.tag not in ("-text", "-comment") and _holds_all(beside, whole, heading):
                return beside if _is_dated(box, beside) else box
            beside = beside.next
        at = at.parent
    return box


def _holds_all(part: Node, whole: int, heading: Node | None) -> bool:
    title = line_of(heading)
    return sum(map(is_sentence, text_of(part).split("\n"))) >= whole - is_sentence(title)


def _is_dated(box: Node, part: Node) -> bool:
    around = line_of(box, "", [part])
    return bool(DATE_SHAPE.search(around) or _AGO.search(around))


def _label(cell: Node) -> str:
    words = cell.text()
    return flat(words).replace(" ", "").rstrip(":") if len(words) <= 2 * _LONGEST_LABEL else ""


def table_of(cell: Node) -> Node | None:
    """The nearest table around a cell."""
    at = cell.parent
    while at is not None and at.tag != "table":
        at = at.parent
    return at


def _tells_more(table: Node) -> bool:
    return len({said for cell in table.css("th,td") if (said := _label(cell)) in _OTHER_LABELS}) >= 2
