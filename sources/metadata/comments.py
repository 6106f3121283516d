"""How many comments a post has: as a heading says, as the engine's links show, or as many as stand below the text.

A newspaper prints the count far from the text, a board above or below it, and some skins not at all. So the functions
here go from sure to guess; a caller asks the next one where the one before answers None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sources.blocks import Node, Tree, line_of, own_text, text_of
from sources.page import Page
from sources.refusals import SHORT_PAGE
from sources.words import holds_any

_COMMENT_HEADINGS = (
    "h2,h3,h4,h5,button,[class~=comment],[class$=-comment],[class*=comment_],[class*=comment-],[class*=cmt],"
    "[class*=reply],[class*=reply]>b,[class*=reply]>strong"
)
_COMMENT_COUNT = re.compile(
    r"(?:(?:이\s?)?(?:기사|글)에\s대한\s)?(?:(?:전체|독자|기사|네티즌|회원)\s?){0,2}(?:(?:댓글|덧글)(?:\s?목록)?|의견|코멘트|[Cc]omments?|한\s?줄\s?[가-힣]{1,3}|한\s?마디)(?:\s?(?:나누기|달기|쓰기|남기기))?\s?[:(\['‘]?\s?(?:(?:전체|총)\s?)?(\d[\d,]{0,6})\s?[개건]?\s?[)\]'’]?\s?[개건]?"
    r"(?:\s?[|·]\s.{0,40}|\s로그인.{0,30})?|(?:.{1,120}의\s)?(\d[\d,]{0,6})(?:개의\s(?:댓글|덧글|의견|생각|답글)(?:이\s있습니다\.?)?|\s(?:[Cc]omments?|[Rr]epl(?:y|ies)))"
)
# Links to answer or delete a comment: gnuboard and Tistory, WordPress, KBoard
_CALLS = (
    ("comment_box(", re.compile(r"comment_box\(\s?'?(\d{1,12})")),
    ("deleteComment(", re.compile(r"deleteComment\(\s?'?(\d{1,12})")),
    ("replytocom=", re.compile(r"replytocom=(\d{1,12})")),
    ("kboard_comments_reply(", re.compile(r"kboard_comments_reply\([^()<>]{0,40}reply-form-(\d{1,12})")),
)
_TYPED = re.compile(r"""itemtype=["']https?://schema\.org/Comment["']""")
_NO_COMMENT = re.compile(
    r"(?:(?:아직|등록된|[이본]\s기사에\s대한)\s){0,2}(?:댓글|덧글|의견)이\s(?:아직\s)?없습니다\.?(?:\s?[(\[]0[)\]])?"
)
_DIGIT = re.compile(r"\d")  # part of every count: a cheap first question to the many elements around a text
_HEADS_COMMENTS = re.compile(r"(?:전체\s?)?(?:댓글|덧글|의견|[Cc]omments?)(?:\s?(?:목록|나누기|달기|쓰기|남기기))?")
_MOMENT = re.compile(
    r"(?:\d{2,4}[-./]\s?)?\d{1,2}[-./]\s?\d{1,2}\.?,?\s(?:오[전후]\s)?\d{1,2}:\d{2}|\d\s?(?:분|시간|일)\s전"
)
_NUMBERED = re.compile(r"[가-힣][가-힣\s]{1,14}?\s?[(\[]?(\d{1,4})\s?[)\]]?\s?[개건]?")
_SAYS_WHEN = re.compile(
    rf"{_MOMENT.pattern}|\d{{1,2}}월\s\d{{1,2}}일|\d\s?(?:주|달|개월)\s전|\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}}"
)
_OF_THEM = ("댓글", "덧글", "의견", "omment", "답글", "마디", "한 줄", "한줄")
_LISTS_POSTS = re.compile(r"[?&;](?:wr_id|document_srl|idx|no|uid|nttId)=\d")
_MOST_HEADINGS = 100
_BELOW = 6  # boxes around a text below which its comments may stand, and around a heading that may make it a row
_LONGEST_HEADING = 60
_LONGEST_NAME = 14
_DAY = re.compile(r"(?:\d{2}|\d{4})[-./]\d{1,2}[-./]\d{1,2}\.?(?:\s\d{1,2}:\d{2}(?::\d{2})?)?(?:\s?(?:[xX×]|삭제))?")
_OF_COMMENTS = frozenset(
    ("div", "section", "article", "aside", "h2", "h3", "h4", "h5", "h6", "p", "form", "a", "table", "tr", "strong")
)


def comments_said(tree: Tree) -> int | None:
    """The count in the heading of the comments («댓글 2», «덧글 (0)»); None where there is no such heading."""
    for node in (*tree.css(_COMMENT_HEADINGS)[:_MOST_HEADINGS], *tree.css("td b")[:_MOST_HEADINGS]):
        words = node.text()
        counts = len(words) < SHORT_PAGE and _DIGIT.search(words) is not None
        if counts and (said := _COMMENT_COUNT.fullmatch(line_of(node))):
            return int((said[1] or said[2]).replace(",", ""))
    return None


def comments_called(page: Page) -> int | None:
    """How many comments the engine's own markup names; None where it names none.

    Counted are the different numbers in its links to answer or delete a comment, else elements of the schema.org type
    Comment (KBoard).
    """
    for word, pattern in _CALLS:
        if word in page.text:
            return len({said[1] for said in pattern.finditer(page.text)}) or None
    return len(_TYPED.findall(page.text)) or None if "schema.org/Comment" in page.text else None


def comments_below(body: Node) -> int | None:
    """The count found right below a text, or the number of comments that stand there; None where there is no sign.

    Passes over counts in the rows of a list and links to other pages: those belong to other posts.
    """
    for block in _blocks_below(body):
        words = block.text() if block.tag in _OF_COMMENTS else ""
        if holds_any(words, _OF_THEM):
            if (said := _said_in(block, words)) is not None:
                return said
            if entries := _entries_in(block, words):
                return entries
        if block.tag == "table" and (rows := _rows_of_comments(block)):
            return rows
    return None


def comments_counted(body: Node) -> int | None:
    """The number in a heading of any name («응원의 말 2») below a text.

    Believed only if that many dates follow it and there is a field to write another comment; None otherwise.
    """
    for block in _blocks_below(body):
        field = block.css_first("textarea") if block.tag in _OF_COMMENTS else None
        heading = block.css_first("h2,h3,h4,h5,h6") if field is not None else None
        said = _NUMBERED.fullmatch(line_of(heading)) if heading is not None else None
        if said is not None and _LISTS_POSTS.search(block.html or "") is None:
            lines = (line for line in text_of(block).split("\n") if len(line) <= _LONGEST_HEADING)
            moments = sum(_SAYS_WHEN.search(line) is not None for line in lines)
            return moments if moments == int(said[1]) else None
    return None


def _blocks_below(body: Node) -> Iterator[Node]:
    """The elements after a text, then those after each of the boxes around it."""
    at: Node | None = body
    for _ in range(_BELOW):
        block = at.next if at is not None else None
        while block is not None:
            yield block
            block = block.next
        at = at.parent if at is not None else None
        if at is None or at.tag in ("body", "html"):
            return


def _rows_of_comments(table: Node) -> int:
    """The rows of a table whose every row is a name, some words and a date; 0 for any other table.

    Old boards print comments so, under no heading. Links in such a table only call scripts («x»); its last row may be
    the form for a new comment.
    """
    away = table.css_first("th,a[href]:not([href^='#']):not([href^='javascript:'])")
    if away is not None or len(table.css("table")) > 1:  # with itself
        return 0
    lines = [row for row in table.css("tr")[:_MOST_HEADINGS] if row.css_first("input,textarea") is None]
    rows = [[line_of(cell) for cell in row.css("td")] for row in lines]
    told = (len(row) == 3 and len(row[0]) <= _LONGEST_NAME and row[1] and _DAY.fullmatch(row[2]) for row in rows)
    return len(rows) if all(told) else 0


def _said_in(block: Node, whole: str) -> int | None:
    if (own := _COMMENT_COUNT.fullmatch(own_text(block))) is not None:  # above their list, in no element of its own
        return int((own[1] or own[2]).replace(",", ""))
    for node in (block, *block.css("h1,h2,h3,h4,h5,h6,div,p,span,strong,b,a,legend,em,td")[:_MOST_HEADINGS]):
        words = node.text()
        counts = len(words) <= _LONGEST_HEADING and _DIGIT.search(words) is not None and not _in_row(node)
        if counts and (said := _COMMENT_COUNT.fullmatch(line_of(node))):
            return int((said[1] or said[2]).replace(",", ""))
    form = block.css_first("textarea") if len(whole) <= SHORT_PAGE else None
    said_so = (_COMMENT_COUNT.fullmatch(line) for line in (text_of(block).split("\n") if form is not None else ()))
    found = next(filter(None, said_so), None)  # «0개의 댓글» above the form, in its box
    if found is None and "없습니다" in whole and len(whole) <= SHORT_PAGE:
        lines = text_of(block).split("\n")
        headed = form is not None or _HEADS_COMMENTS.fullmatch(lines[0]) is not None
        return 0 if headed and any(map(_NO_COMMENT.fullmatch, lines)) else None
    return int((found[1] or found[2]).replace(",", "")) if found is not None else None


def _entries_in(block: Node, words: str) -> int:
    """How many times of day stand below a heading that says «댓글» without a number: each comment shows one.

    0 where the block links to other posts.
    """
    if _MOMENT.search(words) is None:
        return 0
    heads = (node for node in block.css("h1,h2,h3,h4,h5,h6,strong,legend") if _HEADS_COMMENTS.fullmatch(line_of(node)))
    if next(heads, None) is None or _LISTS_POSTS.search(block.html or ""):
        return 0
    return sum(
        len(line) <= _LONGEST_HEADING and _MOMENT.search(line) is not None for line in text_of(block).split("\n")
    )


def _in_row(node: Node) -> bool:
    at: Node | None = node
    for _ in range(_BELOW):
        if at is None or at.tag == "table":
            return False
        if (
            at.tag == "li"
            or (at.tag == "tr" and len(at.css("td,th")) > 1)
            or (at.tag == "a" and not (at.attributes.get("href") or "#").startswith("#"))
        ):
            return True
        at = at.parent
    return False
