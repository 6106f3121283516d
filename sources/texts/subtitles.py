"""The 부제 (deck) between a headline and the text, found by where it stands, without the skin's names."""

from __future__ import annotations

import re

from sources.blocks import Node, flat, has_words, line_of, own_text, text_of
from sources.pick import attribute
from sources.texts.inserts import are_buttons
from sources.texts.newsheader import DATE_SHAPE, inside
from sources.texts.newsnames import sort_of_names
from sources.texts.newswords import has_caption_mark, is_sentence, is_share
from sources.texts.posts import DAY
from sources.texts.reporters import byline_name

_LENGTH, _LONGEST_LINE = (8, 80), 120  # characters of a 부제 that nothing calls so, of the line below it
_LARGE = 1_000  # characters of a block, with all the white space in it, that is no line
_UP, _FOLLOWING = 3, 8  # boxes that hold a headline alone, elements behind it that are looked at
_BLOCKS = frozenset(("p", "div", "span", "tr"))
_OF_A_PAPER = re.compile(r"(?:입력|승인|송고)\s{0,2}[:：]?\s{0,2}\d{4}")
_LABEL = re.compile(
    r"(?:작성|등록|게시|담당|부서|조회|첨부|분류|번호|이름|글쓴이|구분|기간|전화|이메일|제목|파일|댓글|추천|[Bb]y\b)"
)
_OF_PEOPLE = re.compile(r"기자|제보|@|\d-\d{3,4}")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4"))
_DASHES = ("-", "–", "—")
_OF_DECK = frozenset(("div", "blockquote", "h2", "h3", "h4"))
_MOST_BOXES, _MOST_LINES, _LONGEST_OF_DECK = 3, 4, 60
_SORT = re.compile(r"^[\[<〈【][가-힣\s]{2,8}[\]>〉】]\s?")
_QUOTED = re.compile(r"^[^.“\"]{0,40}[“\"][^.”\"]{4,50}다[”\"]$")
_MARKED = re.compile(r"[^\w\s\"'“‘(-]|\d{1,2}[.)]|.{1,8}\s?[:：]\s|안녕")


def subtitles_between(headline: Node | None, body: Node | None) -> tuple[str, ...]:
    """Headings, and elements named or set so, that follow the headline before the text."""
    if headline is None or body is None:
        return ()
    found: list[str] = []
    at = _behind(headline, body)
    for _ in range(_FOLLOWING):
        if at is None or at.mem_id == body.mem_id:
            break
        if at.tag == "tr" and inside(body, at):  # what stands behind the text is no 부제
            break
        if at.tag not in ("-text", "-comment", "br"):
            names = f"{attribute(at, 'class')} {attribute(at, 'id')}"
            could = not found and at.tag in _BLOCKS and _could_be_deck(at)
            deck = _is_above_day(at) if could else not found and at.tag == "ul" and _is_list_of_deck(at)
            if could and not deck and (alike := _alike_behind(at)):
                return tuple(line_of(line).lstrip("-–— ") for line in alike)
            if deck or at.tag in ("h2", "h3", "h4") or sort_of_names(names[:200]) in ("subtitle", "lead"):
                found += [line.lstrip("-–— ").strip() for line in _lines(at) if 3 < len(line) < 120]
        at = at.next
    return tuple(found)


def deck_within(body: Node) -> list[Node]:
    """The boxes that a body opens with, of two lines and more that are no sentences, right above its first sentence:
    a 부제 («주민 108가구가 낸 2억 / 도서관으로 되살아나»). What a board lists opens with marks or labels."""
    found: list[Node] = []
    lines: list[str] = []
    at = body.child
    while at is not None and len(found) <= _MOST_BOXES:
        if not lines and at.tag not in _OF_DECK and at.tag not in ("-text", "-comment") and has_words(at):
            return []
        words = flat(at.text_content) if at.tag in ("-text", "-comment") else text_of(at)
        said = [line for line in words.split("\n") if line]
        if said and (all(map(is_share, said)) or (lines and _is_picture(at, said))):
            said = []
        set_so = at.tag in _HEADINGS and len(said) > 1
        if said and (
            at.tag not in _OF_DECK or not all(_of_deck(_unlabelled(line) if set_so else line) for line in said)
        ):
            prose = is_sentence(said[0]) or is_sentence(said[-1])
            quoted = len(found) == 1 and found[0].tag == "blockquote"  # of one line too, where the editor sets it apart
            return found if prose and (quoted or len(lines) > 1) and len(lines) <= _MOST_LINES else []
        if said:
            found.append(at)
            lines += said
        at = at.next
    return []


def deck_above(body: Node) -> tuple[str, ...]:
    """The same where it is in a box of its own with the text, which holds nothing else; there it may be a list."""
    parts = list(body.parent.iter()) if body.parent is not None else []
    if len(parts) != 2 or parts[1].mem_id != body.mem_id:
        return ()
    named = sort_of_names(attribute(parts[0], "class")) in ("subtitle", "lead")
    if named and _could_be_deck(parts[0]) and "\n" not in (said := text_of(parts[0])):
        return (said.lstrip("-–— "),)
    if parts[0].tag not in (*_OF_DECK, "ul"):
        return ()
    lines = text_of(parts[0]).split("\n") if len(parts[0].text()) <= _LARGE else []
    deck = 2 <= len(lines) <= _MOST_LINES and all(map(_of_deck, lines))
    return tuple(line.lstrip("-–— ") for line in lines) if deck else ()


def deck_below(headline: Node | None, body: Node) -> tuple[str, ...]:
    """The 부제 of a post: some lines in the block right below its headline that are neither sentences nor labels."""
    block = _behind(headline, body) if headline is not None else None
    while block is not None and (block.tag in ("-text", "-comment") or not has_words(block)):
        block = block.next
    if block is None or block.tag not in (*_OF_DECK, "ul") or len(block.text()) > _LARGE or inside(body, block):
        return ()
    lines = text_of(block).split("\n") if block.css_first("a[href],button,input") is None else []
    deck = 2 <= len(lines) <= _MOST_LINES and not any(map(_LABEL.match, lines)) and not are_buttons(block)
    deck = deck and all(_of_deck(_unlabelled(line)) for line in lines)
    return tuple(line.lstrip("-–— ") for line in lines) if deck else ()


def deck_in_header(body: Node) -> tuple[str, ...]:
    """The line below a heading in a `header` that holds nothing else, before a text: boards keep it in a field."""
    at: Node | None = body
    for _ in range(_UP):
        block = at.prev if at is not None else None
        while block is not None and block.tag != "header":
            block = block.prev
        parts = list(block.iter()) if block is not None else []
        if len(parts) == 2 and parts[0].tag in _HEADINGS and _could_be_deck(parts[1]):
            return (line_of(parts[1]).lstrip("-–— "),)
        at = at.parent if at is not None and at.tag != "body" else None
    return ()


def _is_picture(block: Node, said: list[str]) -> bool:
    """A picture with what it shows, between a 부제 and the first sentence."""
    if block.css_first("figcaption") is not None:
        return True
    return len(said) == 1 and has_caption_mark(said[0]) and block.css_first("img") is not None


def _unlabelled(line: str) -> str:
    """Without the sort of an article that opens the heading of some lines («[인터뷰] 한끼 이사장 / …»)."""
    return _SORT.sub("", line)


def _of_deck(line: str) -> bool:
    quoted = _QUOTED.search(line) is not None  # «읍사무소 “국거리가 동난다”», without a full stop
    short = _LENGTH[0] <= len(line) <= _LONGEST_OF_DECK and (quoted or not is_sentence(line))
    return short and not (_MARKED.match(line) or _OF_PEOPLE.search(line) or DATE_SHAPE.search(line))


def _is_list_of_deck(block: Node) -> bool:
    """A 부제 of a line or some, each an item of a list right below the headline, above the line of the day."""
    items = [part for part in block.iter() if part.tag == "li"] if len(block.text()) <= _LARGE else []
    if not 1 <= len(items) <= _MOST_LINES or block.css_first("a[href],button,input") is not None:
        return False
    below = _next_block(block) if all(_of_deck(line_of(item)) for item in items) else None
    said = line_of(below) if below is not None and len(below.text()) <= _LARGE else ""
    return len(said) <= _LONGEST_LINE and DATE_SHAPE.search(said) is not None


def _behind(headline: Node, body: Node) -> Node | None:
    """What follows a headline; where it stands alone in its box (a row of a table), what follows that."""
    at = headline
    for _ in range(_UP):
        if _next_block(at) is not None or at.parent is None or inside(body, at.parent):
            break
        at = at.parent
    return at.next


def _next_block(node: Node) -> Node | None:
    at = node.next
    while at is not None and (at.tag in ("-text", "-comment") or not has_words(at)):
        at = at.next
    return at


def _lines(block: Node) -> list[str]:
    parts = [part for part in block.iter() if part.tag == "span"]
    apart = len(parts) > 1 and len(parts) == len(list(block.iter())) and not own_text(block)
    return [line_of(part) for part in parts] if apart else text_of(block).split("\n")


def _below(block: Node) -> Node | None:
    """What follows a block in its box, else what follows the box; the rows of a table are in two."""
    at, boxes = block, 2 if block.tag == "tr" else 1
    for _ in range(boxes):
        if (below := _next_block(at)) is not None or at.parent is None:
            return below
        at = at.parent
    return _next_block(at)


def _alike_behind(first: Node) -> list[Node]:
    """A 부제 of some blocks beside each other that a skin sets alike, the last right above the line of the day."""
    names = attribute(first, "class")
    lines, at = [first], _next_block(first) if names else None
    while at is not None and at.tag == first.tag and attribute(at, "class") == names and len(lines) < _MOST_LINES:
        lines.append(at)
        at = _next_block(at)
    deck = len(lines) > 1 and all(map(_could_be_deck, lines[1:])) and _is_above_day(lines[-1])
    return lines if deck else []


def _could_be_deck(block: Node) -> bool:
    """A short block that is no sentence, no label, no line of people and nothing to press."""
    if len(block.text()) > _LARGE:
        return False
    words = line_of(block)
    if (
        not _LENGTH[0] <= len(words) <= _LENGTH[1]
        or is_sentence(words)
        or DATE_SHAPE.search(words)
        or DAY.search(words)
    ):
        return False
    pressed = block.css_first("a[href],button,input,th,td + td") is not None
    return not (_OF_PEOPLE.search(words) or _LABEL.match(words) or pressed or are_buttons(block))


def _is_above_day(block: Node) -> bool:
    """Does a short block right below the headline stand above the line of the reporter or the day?"""
    words = line_of(block)
    below = _below(block)
    said = line_of(below) if below is not None and len(below.text()) <= _LARGE else None
    if said is None or len(said) > _LONGEST_LINE:
        return False
    dated = DATE_SHAPE.search(said) is not None
    if block.tag in ("p", "tr"):
        return dated or (block.tag == "tr" and byline_name(said) is not None)
    return (
        (dated and words.startswith(_DASHES))
        or byline_name(said) is not None
        or "기자" in said
        or _OF_A_PAPER.search(said) is not None
    )
