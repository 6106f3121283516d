"""Captions of pictures between a headline and its text, on pages of unknown layout."""

from __future__ import annotations

from sources.blocks import Node, flat, line_of, text_of
from sources.pick import attribute
from sources.texts.newswords import bare_caption, has_caption_mark, is_header
from sources.texts.posts import is_ago

_LONGEST_CAPTION = 300  # characters, with all the white space between its tags
_LEVELS = 3  # boxes around a text before which its pictures stand
_MOST_PICTURES = 100  # of a box of them


def captions_above(body: Node | None) -> list[str]:
    """What stands under pictures between the headline and the text."""
    found: list[str] = []
    at = body
    for _ in range(_LEVELS):
        block = at.prev if at is not None else None
        while block is not None and block.css_first("h1,h2") is None:
            framed = block.tag == "figure" or (at is body and _is_picture(block))
            if framed and (said := bare_caption(line_of(block) if block.tag == "figure" else _first_line(block))):
                found.insert(0, said)
            elif at is body:
                found[:0] = _said_twice(block)
            block = block.prev
        if at is None or block is not None:
            break
        at = at.parent
    return found


def _first_line(block: Node) -> str:
    return text_of(block).partition("\n")[0]


def _is_picture(block: Node) -> bool:
    """A box of one picture and a line below it, which leads nowhere (as buttons with pictures do); a table of one may
    say in a line of its own whose it is."""
    boxed = block.tag in ("div", "table", "p") and len(block.text()) <= _LONGEST_CAPTION
    pictures = block.css("img") if boxed else []
    plain = len(pictures) == 1 and block.css_first("a,button") is None
    if plain and (block.tag == "p" or block.css_first("table") is not None):
        return has_caption_mark(text_of(block))
    return plain and "\n" not in (said := text_of(block)) and not is_ago(said) and not is_header(said)


def _said_twice(block: Node) -> list[str]:
    """In a box of several pictures, the words behind each that it says of itself too (`alt`)."""
    pictures = block.css("img[alt]")[:_MOST_PICTURES]
    beside = ((flat(attribute(picture, "alt")), picture.next) for picture in pictures if len(pictures) > 1)
    return [bare_caption(said) for said, words in beside if said and words is not None and line_of(words) == said]
