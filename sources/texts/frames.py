"""Frames around a picture in a text, whatever their class: which of their words are its caption."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sources.blocks import Node, flat, line_of
from sources.texts.newswords import is_sentence
from sources.words import word_list

_LONGEST_UNNAMED = 60  # characters of a caption that nothing calls so
_CREDITED = re.compile(r"(?:기자|제공|촬영|사진\s?[=:]\s?[가-힣]{2,5})\s?[\])]?$|[ⓒ©]")
_COPYRIGHT = ("ⓒ", "©")
_UNDER_PICTURE = frozenset(word_list("span em small i p div"))
_WIDE = re.compile(r"(?<![-\w])width\s{0,2}:\s{0,2}\d{2,4}px", re.I)


def is_marked(figure: Node) -> bool:
    """Whether a picture's frame names its owner beside the caption («ⓒ 매체»). In a line of its own that would end the
    text."""
    words = figure.text()
    said = line_of(figure, "figcaption") if any(sign in words for sign in _COPYRIGHT) else ""
    return said[:1] in _COPYRIGHT and 0 < len(said) <= _LONGEST_UNNAMED


def _is_wide(box: Node) -> bool:
    """A box, or the one that holds it alone, is as wide as a picture."""
    outer = box.parent
    alone = outer is not None and outer.child is not None and outer.child.mem_id == box.mem_id and box.next is None
    styles = [box.attributes.get("style") or "", (outer.attributes.get("style") or "") if alone and outer else ""]
    return any(map(_WIDE.search, styles))


def is_framed(box: Node) -> bool:
    """A picture and one element of words, and nothing else: no sentence, or one that ends with who took it, or one in
    a box as wide as the picture."""
    parts = [part for part in box.iter() if part.tag != "br"]
    words = flat(box.text()) if len(parts) == 2 and parts[1].tag in _UNDER_PICTURE else ""
    short = len(words) <= _LONGEST_UNNAMED and not is_sentence(words)
    told = short or _CREDITED.search(words) or _is_wide(box)
    framed = parts[:1] != [] and (parts[0].tag in ("img", "a") or _is_only_picture(parts[0]))
    return framed and bool(words and told)


def _is_only_picture(box: Node) -> bool:
    return box.tag in ("div", "span", "p") and box.css_first("img") is not None and not flat(box.text())


def elements_around(body: Node, nodes: Iterable[Node]) -> frozenset[int]:
    """The elements of a body that hold a link, or a picture, so that the many others need not be searched."""
    around: set[int] = set()
    for node in nodes:
        at: Node | None = node
        while at is not None and at.mem_id not in around:
            around.add(at.mem_id)
            at = at.parent if at.mem_id != body.mem_id else None
    return frozenset(around)


def look_of(node: Node) -> str:
    """How an element is set: what its own and its only child's attributes say."""
    look = [f"{node.tag} {node.attributes.get('style') or ''} {node.attributes.get('align') or ''}"]
    inner = node.child
    if inner is not None and inner.tag not in ("-text", "-comment") and inner.next is None:
        look.append(f"{inner.tag} {inner.attributes.get('style') or ''} size={inner.attributes.get('size') or ''}")
    return " ".join(look).lower()[:400]
