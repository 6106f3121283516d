"""The headline of a page of unknown layout: the element that shows it, and its words.

The title a page declares (JSON-LD, OpenGraph, the title tag) is looked for in what the page shows. Where the title tag
names only the site, as on old boards and those of public bodies, the cell beside «제목» is taken, else what is set as a
heading before the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from sources.articles.declared import cut_at_quote, going_on, with_category
from sources.blocks import Node, Tree, flat, has_words, holds_blocks, line_of
from sources.lists.rowtitles import CATEGORY
from sources.pick import attribute
from sources.texts.boards import full_title
from sources.texts.newsheader import DATE_SHAPE, first_said, paper_name, said_in_head, title_tag, without_paper
from sources.texts.newsnames import sort_of_names
from sources.texts.newswords import credited, is_header, is_sentence
from sources.texts.posts import DAY, TITLE_LABELS
from sources.texts.prose import in_chrome, squeezed
from sources.texts.reporters import byline_name

GENERIC = 12  # a title tag with fewer letters beside the paper's name is that of a site or a board
_SHORTEST = 5  # characters of words that are told from others by what they say
_CLEARLY = 2  # set as a heading by its tag or name
_MOST_LINKS = 300
_LEVELS = 10  # boxes around the text whose elder siblings are looked at; a table in a table is four
_RANKS = frozenset(("h1", "h2", "h3", "h4", "h5"))
_PARTS = re.compile(r"\s[-|:<>–—]{1,2}\s")  # «게시판 | 누리집»
_NAMED = re.compile(
    r"(?:^|[\s_-])(?:\w{0,20}(?:title|subject|headline)|tit|subj)(?:[\s_\d-]|$)|(?-i:[a-z]Tit(?:le)?\b)", re.I
)
_FLAG = re.compile(
    r"(?:접수|모집|진행|신청|처리|답변)\s?(?:중|대기|예정|완료|마감)?|마감(?:임박)?|종료|예정|완료|상시|D\s?[-+]\s?(?:\d{1,3}|[Dd]ay)|"
    r"NEW|New|N|HOT|Hot|새글|공지|알림"
)  # how far a call has come, beside its title in an element of its own
_BOARDS = re.compile(r"(?:게시판|공지사항|알림마당|자료실|갤러리|사진첩|보도자료|고시\s?·?\s?공고)$")
_DATED = re.compile(rf"{DAY.pattern}|\d{{1,2}}월\s?\d{{1,2}}일\s\d{{1,2}}:\d{{2}}|\d\s?(?:분|시간|일)\s전")
_STEP = re.compile(r"[>›»＞→]|홈|HOME|[Hh]ome")
_LABEL = re.compile(
    r"(?:작성|등록|게시)(?:자|일시?|부서)|글쓴이|담당(?:부서|자)|이름|부서명?|날짜|조회수?|첨부(?:파일)?|작성(?:자|일)\s?[:：].{0,60}"
)
_PIECES = "h1,h2,h3,h4,h5,dt,th,td,p,div,span,strong,b,em,i,li,time"
_MOST_PIECES, _LONGEST_TRAIL, _LONGEST_SAID = 1_500, 60, 60
_WRITER_SAID = re.compile(r"(?:글쓴이|작성자|등록자|이름)\s?[:：]")
_TITLES_SAID = ("og:title", "twitter:title", "title")
_CUT = ("…", "..")
_SET_LARGE = re.compile(
    r"font-size\s{0,2}:\s{0,2}(?:1[89]|[2-9]\d)(?:\.\d)?p[xt]|font-weight\s{0,2}:\s{0,2}(?:bold|[6-9]00)", re.I
)


def headline(
    tree: Tree, ld: Mapping[str, Any], head: Mapping[str, str], paper: str, body: Node | None, said: dict[str, str]
) -> tuple[str, Node | None]:
    """Title, and the element that shows it. `body` holds the text; `said["title"]` is set to where it was found.

    A heading that names the board gives way to the words above the post's date.
    """
    title, shown = _set_or_said(tree, ld, head, paper, body, said)
    unsaid = shown is None and title_tag(tree).startswith(title)
    if unsaid and (short := _part_set_as_heading(tree, title_tag(tree))) is not None:
        return line_of(short), short
    if body is None or len(squeezed(title)) > GENERIC or not (unsaid or _is_of_board(tree, title)):
        return title, shown
    own = _above_labels(tree, shown, body, paper)
    if own is None:
        return title, shown
    said["title"] = "heading"
    return _without_label(without_flags(own), first_said(head, *_TITLES_SAID)), own


def _set_or_said(
    tree: Tree, ld: Mapping[str, Any], head: Mapping[str, str], paper: str, body: Node | None, said: dict[str, str]
) -> tuple[str, Node | None]:
    """The title set as a heading, else the declared one. Short declared words that nothing shows as a heading come
    last: mostly they are the site's name."""
    tag = title_tag(tree)
    declared = [
        ("json-ld", flat(str(ld.get("headline") or ""))),
        ("og", first_said(head, *_TITLES_SAID)),
    ]
    shown, words = _shown(tree, " ".join([text for _, text in declared] + [tag]), paper)
    if shown is not None and len(squeezed(words)) <= GENERIC and (labelled := _labelled(tree)) is not None:
        said["title"] = "label"  # a board's name is set as its heading, and the post's stands in the table
        return line_of(labelled), labelled
    if (
        shown is not None
        and len(squeezed(words)) <= GENERIC
        and (nearer := _nearer(tree, body, paper, words)) is not None
    ):
        said["title"] = "heading"
        return _without_label(without_flags(nearer), first_said(head, *_TITLES_SAID)), nearer
    if shown is not None and (len(squeezed(words)) > GENERIC or _look(shown)):
        said["title"] = "heading"
        return _without_label(without_paper(words, paper), first_said(head, *_TITLES_SAID)), shown
    for name, text in declared:
        if text and not _is_sites_name(text, paper, tag):
            said["title"] = name
            title = without_paper(text, paper or _common_tail(text, tag))
            if (whole := cut_at_quote(tree, title)) is not None:
                return line_of(whole), whole
            return title, with_category(tree, title)
    found = _undeclared(tree, body, paper, tag, said)
    if found is not None:
        return without_flags(found), found
    for part in _PARTS.split(tag):  # «누리집 | 게시판 | 제목», and «[분류] 제목» is shown
        if len(squeezed(part)) > GENERIC and (node := with_category(tree, part)) is not None:
            said["title"] = "heading"
            return part, node
        if part.endswith(_CUT) and (node := going_on(tree, part.rstrip("….").rstrip())) is not None:
            said["title"] = "heading"
            return without_flags(node), node
    if body is not None and tag == paper and (first := _first_words_above(body, paper)) is not None:
        said["title"] = "heading"
        return line_of(first), first
    name, text = next(((n, t) for n, t in (("heading", words), *declared) if t), ("title tag", tag))
    said["title"] = name
    return without_paper(text, paper), shown


def _nearer(tree: Tree, body: Node | None, paper: str, words: str) -> Node | None:
    """The heading of a post where the title tag names only its board, as a link of the site does too."""
    heading = first_heading(body, paper) if body is not None else None
    if heading is None or squeezed(line_of(heading)) in squeezed(words) or _look(heading) < _CLEARLY:
        return None
    return heading if is_of_menu(tree, words) else None


def _without_label(words: str, declared: str) -> str:
    """A heading without the label before it («[공동작업] 된장 가르기»), which the page's head leaves out."""
    label = words.removesuffix(declared) if declared else words
    return declared if label != words and CATEGORY.fullmatch(label.strip()) else words


def is_of_menu(tree: Tree, heading: str) -> bool:
    """Whether a short heading is the name of a board: a link of the site has the same words."""
    links = tree.css("a[href]")[:_MOST_LINKS] if len(squeezed(heading)) <= GENERIC else ()
    return any(flat(link.text()) == heading for link in links)


def _part_set_as_heading(tree: Tree, tag: str) -> Node | None:
    """The element, no link, that shows just the short first part of the title tag («첫눈 - 자유게시판 | 누리집»)."""
    first = _PARTS.split(tag)[0]
    where = "h1,h2,h3,h4" if len(first) >= _SHORTEST else "h1,h2,h3,h4,strong,b,td,dt,dd,p,div,span"
    shown = (node for node in tree.css(where) if flat(node.text()) == first and not in_chrome(node))
    return next((node for node in shown if _is_innermost(node) and not _is_linked(node)), None)


def _is_linked(node: Node) -> bool:
    return node.parent is not None and node.parent.tag == "a"


def _is_of_board(tree: Tree, title: str) -> bool:
    """Whether a short title is a board's name: a menu or breadcrumb has the same words, or its last word says so."""
    if _BOARDS.search(title) or is_of_menu(tree, title):
        return True
    ends = (flat(node.text()) for node in tree.css("div,p,ol,ul,nav")[:_MOST_LINKS])
    return any(line.endswith(title) and _STEP.search(line) is not None for line in ends if len(line) <= _LONGEST_TRAIL)


def _above_labels(tree: Tree, board: Node | None, body: Node, paper: str) -> Node | None:
    """The last words that may be a title, below a board's heading and above the first label or date."""
    found, below = None, board is None
    for node in tree.css(_PIECES)[:_MOST_PIECES]:
        if node.mem_id == body.mem_id:
            return None
        if not below or in_chrome(node):
            below = below or (board is not None and node.mem_id == board.mem_id)
            continue
        words = "" if holds_blocks(node) else line_of(node)
        dated = _DATED.search(words) is not None
        if _LABEL.fullmatch(words) or (dated and _is_innermost(node)):
            return found
        named = node.css_first("a[href],button") is not None or credited(words) is not None  # «글 나무늘보»
        if not dated and not named and (_could_be_title(node, paper) or _is_said(words)):
            found = node
    return None


def _is_innermost(node: Node) -> bool:
    child = node.child
    return child is not None and child.next is None and child.tag == "-text"


def _is_said(words: str) -> bool:
    return 6 <= len(words) <= _LONGEST_SAID and is_sentence(words) and not words.endswith(".")


def whole_title(title: str, tree: Tree) -> str:
    """A title cut by its skin with «…», completed from the page's head."""
    stem = title.rstrip("….").rstrip()
    if not title.endswith(_CUT) or stem == title:
        return title
    said = said_in_head(tree)
    paper = paper_name(tree, said)
    others = (without_paper(said[name], paper) for name in _TITLES_SAID[:2] if name in said)
    return full_title(title, *(other for other in others if not other[len(stem) :].lstrip().startswith(_CUT)))


def is_sure(tree: Tree, title: str, board: str | None) -> bool:
    """Whether a title is surely the post's. A short one may name the board or the site, unless the page's head begins
    with it, or names something else and the board is another."""
    if len(squeezed(title)) > GENERIC:
        return True
    tag = title_tag(tree)
    if is_of_menu(tree, title):
        return False
    other = board is not None and board != title and title not in tag and len(title) >= _SHORTEST
    parts = _PARTS.split(tag)  # «누리집 > 게시판 > 제목»
    return tag.startswith(title) or other or (parts[-1] == title and len(parts) > 2 and is_of_menu(tree, parts[-2]))


def _is_sites_name(text: str, paper: str, tag: str) -> bool:
    return len(squeezed(without_paper(text, paper))) <= GENERIC and squeezed(text) in squeezed(paper + tag)


def _undeclared(tree: Tree, body: Node | None, paper: str, tag: str, said: dict[str, str]) -> Node | None:
    """The title's element where nothing in the page's head names it: by its label, by its look, the first heading."""
    if (labelled := _labelled(tree)) is not None:
        said["title"] = "label"
        return labelled
    said["title"] = "heading"
    if body is not None and (look := heading_before(body, paper, tag)) is not None:
        return look
    return None if tag else next((n for n in tree.css("h1") if not in_chrome(n) and len(line_of(n)) >= 8), None)


def _shown(tree: Tree, declared: str, paper: str) -> tuple[Node | None, str]:
    """The element with most of the declared title's words; headings before others, outer boxes never."""
    whole, best, found = squeezed(declared), 0, None
    for node in tree.css("[itemprop=headline],h1,h2,h3,h4,h5,strong,b,dt,td,p,div,span,font,li"):
        outer = node.child is None or holds_blocks(node)
        words = "" if outer else flat(node.text())
        if not _SHORTEST <= len(words) <= 200 or words == paper:
            continue
        bare = squeezed(words)
        surer = found is not None and len(bare) == best and node.tag in _RANKS and found.tag not in _RANKS
        if (len(bare) > best or surer) and bare in whole and not in_chrome(node):
            best, found = len(bare), node
    return (
        (found, line_of(found, ".blind,.sr-only"))
        if found is not None and best * 3 >= len(squeezed(paper))
        else (None, "")
    )


def _first_words_above(body: Node, paper: str) -> Node | None:
    """Of a page that calls nothing a heading, and itself but by the paper's name: the first words before the text, in
    its box, that are long enough for a title."""
    found, at = None, body.prev
    while at is not None:
        if at.tag not in ("-text", "-comment") and not in_chrome(at) and _could_be_title(at, paper):
            found = at if len(squeezed(line_of(at))) > GENERIC else found
        at = at.prev
    return found


def without_flags(heading: Node) -> str:
    """The words of a heading without the flags in it («접수중», «D-3»)."""
    flags = [part for part in heading.css("span,em,i,b,small,strong") if _FLAG.fullmatch(line_of(part))]
    return (line_of(heading, "", flags) if flags else "") or line_of(heading)


def _labelled(tree: Tree) -> Node | None:
    """The cell beside «제목» in a table or list of labels."""
    for label in tree.css("th,dt,td,strong,span"):
        words = label.text()
        if len(words) > 12 or label.next is None or flat(words).replace(" ", "").rstrip(":") not in TITLE_LABELS:
            continue
        beside: Node | None = label.next
        while beside is not None and beside.tag in ("-text", "-comment"):
            beside = beside.next
        if beside is not None and beside.tag in ("td", "dd", "span", "div") and 4 <= len(line_of(beside)) <= 200:
            return beside
    return None


def heading_before(body: Node, paper: str, tag: str) -> Node | None:
    """What is set as the heading of a text whose title tag names only the site."""
    if any(len(squeezed(part)) > GENERIC for part in _PARTS.split(without_paper(tag, paper))):
        return None
    found = first_heading(body, paper)
    return (_bold_above(found, paper) or found) if found is not None else _above_day(body, paper)


def _bold_above(found: Node, paper: str) -> Node | None:
    """The line set bold right above one set so too, each alone in its row of a table: the lower one is the 부제."""
    row: Node | None = found
    while row is not None and row.tag in ("b", "strong", "font", "td"):
        row = row.parent
    above = row.prev if row is not None and row.tag == "tr" and found.tag in ("b", "strong") else None
    while above is not None and (above.tag in ("-text", "-comment") or not has_words(above)):
        above = above.prev
    bold = above.css_first("b,strong") if above is not None and above.tag == "tr" else None
    alone = bold is not None and above is not None and line_of(bold) == line_of(above)
    return bold if alone and bold is not None and _could_be_title(bold, paper) else None


def first_heading(body: Node, paper: str) -> Node | None:
    """What is set as the heading of a text. Of headings right above each other the larger: below it stands the 부제."""
    found = next(set_as_heading(body, paper), None)
    if found is None or found.tag not in _RANKS:
        return found
    best, above = found, _heading_right_above(found)
    while above is not None and _could_be_title(above, paper):  # a 부제 may be of two headings
        best = above if (above.tag or "") < (best.tag or "") else best
        above = _heading_right_above(above)
    return best


def _heading_right_above(heading: Node) -> Node | None:
    above = heading.prev
    while above is not None and above.tag in ("-text", "-comment"):
        above = above.prev
    return above if above is not None and above.tag in _RANKS else None


def _above_day(body: Node, paper: str) -> Node | None:
    """In a page without any dress: the line above that of the day, where both stand right before the text, or in the
    rows above that of the text."""
    at, dated = _row_around(body).prev, False
    while at is not None:
        if at.tag not in ("-text", "-comment") and not holds_blocks(at):
            words = line_of(at)
            if dated and _could_be_title(at, paper):
                return at
            dated = dated or (len(words) <= 60 and bool(DATE_SHAPE.search(words)))
        at = at.prev
    return None


def _row_around(body: Node) -> Node:
    """The row of a table in which a text stands alone; else the text."""
    at: Node | None = body
    while at is not None and at.tag not in ("tr", "body", "html"):
        alone = at.parent is not None and all(c.mem_id == at.mem_id or not has_words(c) for c in at.parent.iter())
        at = at.parent if alone else None
    return at if at is not None and at.tag == "tr" else body


def set_as_heading(body: Node, paper: str) -> Iterator[Node]:
    """Elements before the text that are set as headings are: nearest box first, in a box the most clearly set first."""
    at: Node | None = body
    for _ in range(_LEVELS):
        if at is None or at.tag in ("body", "html"):
            return
        block: Node | None = at.prev
        while block is not None:
            if block.tag not in ("-text", "-comment") and not in_chrome(block):
                inside = [block, *block.css("h1,h2,h3,h4,h5,dt,b,strong,font,td,div,p,span")]
                fit = [node for node in inside if _look(node) and _could_be_title(node, paper)]
                yield from sorted(fit, key=_look, reverse=True)
            block = block.prev
        at = at.parent


def _look(node: Node) -> int:
    """How clearly an element is set as a heading: 2 by its tag or name, 1 by its type, 0 not."""
    names = f"{attribute(node, 'class')} {attribute(node, 'id')}"
    if node.tag in _RANKS or (_NAMED.search(names[:200]) and sort_of_names(names[:200]) != "subtitle"):
        return 2
    size, style = attribute(node, "size"), attribute(node, "style")
    return int(node.tag in ("b", "strong", "dt") or size in ("4", "5", "6", "7") or bool(_SET_LARGE.search(style)))


def _could_be_title(node: Node, paper: str) -> bool:
    words = "" if holds_blocks(node) else line_of(node)
    return (
        6 <= len(words) <= 150
        and words != paper
        and not CATEGORY.fullmatch(words)
        and not _WRITER_SAID.match(words)
        and not DATE_SHAPE.match(words)
        and not is_header(words)
        and byline_name(words) is None
        and words[:2] not in ("- ", "– ")
        and "://" not in words
        and (not is_sentence(words.rstrip("!?”\"’'")) or (node.tag in _RANKS and not words.endswith(".")))
    )


def _common_tail(text: str, tag: str) -> str:
    found = re.search(r"\s[-|:<–—]\s([^-|<–—]{2,40})$", tag)
    return found[1] if found and text.endswith(found[1]) and text != found[1] else ""
