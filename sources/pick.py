"""Questions to a page's tree: the first, all or none of some selectors; a meta tag; an element's date or number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from sources.blocks import Node, Tree, flat, line_of
from sources.dates import When, read_date
from sources.page import Reason, Refused

_NUMBER = re.compile(r"\d{1,3}(?:,\d{3}){1,4}|\d{1,12}")


def first_of(scope: Tree | Node, selectors: Sequence[str]) -> Node | None:
    """The first element of the first selector that finds one: order of trust, not of the page."""
    for selector in selectors:
        node = scope.css_first(selector)
        if node is not None:
            return node
    return None


def one(scope: Tree | Node, selectors: Sequence[str], what: str) -> Node:
    """As `first_of`, for what every page of a family has. Raises `Refused(LAYOUT_CHANGED)` where it is missing."""
    node = first_of(scope, selectors)
    if node is None:
        raise Refused(Reason.LAYOUT_CHANGED, f"no {what}: looked for {', '.join(selectors)}")
    return node


def some(scope: Tree | Node, selectors: Sequence[str]) -> list[Node]:
    """All elements of the first selector that finds any."""
    for selector in selectors:
        nodes = scope.css(selector)
        if nodes:
            return nodes
    return []


def ranked(scope: Tree | Node, selectors: Sequence[str]) -> Iterator[list[Node]]:
    """The elements of each selector in turn, skipping selectors that find nothing new.

    Lazy: a selector is only run when the caller asks on, and mostly the first few are enough.
    """
    found: set[int] = set()
    for selector in selectors:
        nodes = scope.css(selector)
        if nodes and not found.issuperset(ids := [node.mem_id for node in nodes]):
            found.update(ids)
            yield nodes


def line_first(scope: Tree | Node, selectors: Sequence[str], drop: str = "") -> str:
    """The first non-empty text, as one line, in order of the selectors."""
    for selector in selectors:
        for node in scope.css(selector):
            line = line_of(node, drop)
            if line:
                return line
    return ""


def attribute(node: Node | None, name: str) -> str:
    """An attribute's value with its spaces folded; "" where there is no such element or attribute."""
    return flat(node.attributes.get(name) or "") if node is not None else ""


def meta(tree: Tree, *names: str) -> str:
    """Content of the first non-empty `<meta name|property=…>`, in order of the names."""
    for name in names:
        for node in tree.css(f'meta[property="{name}"],meta[name="{name}"]'):
            content = attribute(node, "content")
            if content:
                return content
    return ""


def when_said(node: Node | None, fetched_at: datetime | None = None) -> When | None:
    """The date of an element: from `datetime` or `content`, else from `title`, else from its words.

    The first one with a time of day wins, else the first. A missing year is never guessed.
    """
    if node is None:
        return None
    best: When | None = None
    attributes = node.attributes
    for said in (attributes.get("datetime"), attributes.get("content"), attributes.get("title"), line_of(node)):
        when = read_date(said, fetched_at, guess_year=False)
        if when is not None and when.exact and not when.date_only:
            return when
        best = best or when
    return best


def after_icon(icon: Node | None) -> str:
    """The words right after an icon that stands for a label (Eyoom, Nariya and many themes print no labels)."""
    node = icon.next if icon is not None else None
    while node is not None:
        said = node.text_content if node.tag == "-text" else line_of(node)
        if said and said.strip():
            return said
        node = node.next
    return ""


def number(text: str | None) -> int | None:
    """The first whole number of a text («조회 1,254회» → 1254)."""
    found = _NUMBER.search(text) if text else None
    return int(found[0].replace(",", "")) if found else None


def head_title(tree: Tree) -> str:
    """The words of the title tag; "" where there is none. SVG drawings in the body may hold titles too."""
    head = tree.head
    node = (head.css_first("head > title") if head is not None else None) or tree.css_first("title")
    return flat(node.text()) if node is not None else ""


def distinct_lines(nodes: Sequence[Node], drop: str = "") -> tuple[str, ...]:
    """The texts of some elements, one line each, in order, without empty ones and repeats; `drop` is left out."""
    return tuple(dict.fromkeys(said for said in (line_of(node, drop) for node in nodes) if said))
