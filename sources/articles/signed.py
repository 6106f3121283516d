"""Posts on a board or blog engine that a reporter has signed: they are read by the rules of newspapers."""

from __future__ import annotations

import re
from dataclasses import replace

from sources.blocks import Node, flat, line_of
from sources.page import Article
from sources.texts.boards import around
from sources.texts.newsbody import read_body
from sources.texts.newsnames import sort_of_names
from sources.texts.newswords import credited, is_copyright, is_credit, signature
from sources.texts.reporters import NAME, TITLES, byline_name
from sources.texts.subtitles import deck_below, deck_in_header, subtitles_between

_RANKS, _LEVELS, _MOST_BLOCKS = "h1,h2,h3,h4", 6, 40  # boxes around a text, and blocks before each of them
_HEADINGS = "h1,h2,h3,h4,h5,td,dt,strong,b,div,p,span"
_BOXES, _CARDS = 2, 10  # boxes that hold a text alone; boxes below it that may be a reporter's card
_NAME, _ROLE = re.compile(NAME), re.compile(rf"(?:[가-힣·]{{1,8}}\s?)?(?:{TITLES})")
_BELOW = 3  # neighbours below a text that are looked at
_LONGEST_SIGNED = 120  # characters of one that is but a signature, with the white space in it
_MOST, _LARGE = 200, 400  # elements looked at; characters of a heading with all the white space in it


def as_newspaper(article: Article, body: Node, drop: str = "") -> Article:
    """The article of a board or blog engine, read again as a newspaper article where a reporter has signed it."""
    article = with_deck(article, body)
    first, _, rest = article.body_text.partition("\n")
    if rest and is_credit(first):
        article = replace(article, body_text=rest, author=article.author or credited(first))
    last = [line for line in article.body_text.split("\n")[-3:] if not is_copyright(line)]
    if last and is_credit(last[-1]):
        text = article.body_text.rpartition(f"\n{last[-1]}")[0]
        return replace(article, body_text=text, author=article.author or credited(last[-1]))
    if not last or "기자" not in last[-1] or "@" not in last[-1] or signature(last[-1]) is None:
        return article
    read = read_body(body, drop=drop, title=article.title, author=article.author or "")
    captions = tuple(dict.fromkeys((*article.image_captions, *read.captions)))
    above = subtitles_between(_headline(body, article.title), body)
    subtitles = tuple(dict.fromkeys((*article.subtitles, *above, *read.subtitles)))
    return replace(article, body_text=read.text, image_captions=captions, subtitles=subtitles)


def with_deck(article: Article, body: Node) -> Article:
    """The post with its 부제: right below its headline, where the family has read none."""
    if article.subtitles:
        return article
    deck = deck_in_header(body) or deck_below(_heading_above(body, article.title), body)
    return replace(article, subtitles=deck)


def signed_below(body: Node) -> str | None:
    """The reporter in a line of his own right below the text («○○○ 기자 mail@…»)."""
    at, looked = _below(body), 0
    while at is not None and looked < _BELOW:
        if at.tag not in ("-text", "-comment", "script"):
            looked += 1
            names = f"{at.attributes.get('class') or ''} {at.attributes.get('id') or ''}"[:200]
            if sort_of_names(names) == "person" and (name := byline_name(line_of(at)[:60])):
                return name
            if len(at.text()) <= _LONGEST_SIGNED and (name := _signed(at)):
                return name
            if name := next(filter(None, map(_on_card, at.css("div,p,li,dl")[:_CARDS])), None):
                return name
        at = at.next
    return None


def _below(body: Node) -> Node | None:
    """What follows a text, or the box in which it stands alone."""
    at = body
    for _ in range(_BOXES):
        beside = [part for part in at.parent.iter() if part.tag != "script"] if at.parent is not None else []
        if len(beside) != 1 or at.next is not None or at.parent is None or at.parent.tag == "body":
            break
        at = at.parent
    return at.next


def _on_card(box: Node) -> str | None:
    """Who is named on a reporter's card: the name in an element of its own, the desk in the next («바다팀 기자»)."""
    if len(box.text()) > _LONGEST_SIGNED or "기자" not in box.text():
        return None
    words = [flat(text.text_content) for text in box.traverse(include_text=True) if text.tag == "-text"]
    words = [said for said in words if said]
    card = len(words) > 1 and _NAME.fullmatch(words[0]) and _ROLE.fullmatch(words[1])
    return words[0] if card else None


def _signed(box: Node) -> str | None:
    """The reporter in a line of its own, or in a cell beside that of the date."""
    cells = box.css("td") if box.css_first("td") is not None else ()
    return next(filter(None, (signature(line_of(part)) for part in (box, *cells))), None)


def _headline(body: Node, title: str) -> Node | None:
    """The element that shows the title, in the nearest box around the text that holds both."""
    box = around(body, title)
    shown = box.css(_HEADINGS)[:_MOST] if box is not None else ()
    return next((node for node in shown if len(node.text()) <= _LARGE and line_of(node) == title), None)


def _heading_above(body: Node, title: str) -> Node | None:
    """The heading before a text that says the title, with its category before it or without («만나다 제목»)."""
    at: Node | None = body
    for _ in range(_LEVELS):
        block, looked = at.prev if at is not None else None, 0
        while block is not None and looked < _MOST_BLOCKS:
            looked += 1
            inner = block.css(_RANKS)[:_BELOW] if block.tag not in ("-text", "-comment", "nav", "aside") else ()
            for node in inner:
                said = line_of(node) if len(node.text()) <= _LARGE else ""
                if said == title or said.endswith(f" {title}"):
                    return node
            block = block.prev
        at = at.parent if at is not None and at.tag != "body" else None
    return None
