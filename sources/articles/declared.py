"""Finds the heading that shows the title declared in the page's head, where the two differ: the heading has a category
before the title, or goes on where the head has cut it."""

from __future__ import annotations

from sources.blocks import Node, Tree, holds_blocks, line_of
from sources.texts.prose import in_chrome, squeezed

_CATEGORY = 12  # letters of a category before a title
_LEAST = 5  # letters of a title that are no accident
_LEAST_CUT = 12  # of one that is cut
_QUOTES = "\"'“‘"


def with_category(tree: Tree, title: str) -> Node | None:
    """The heading that shows a declared title after a category («소식 제목»)."""
    bare = squeezed(title)
    for node in tree.css("h1,h2,h3,h4,h5,dt,td,p,div,strong") if len(bare) >= _LEAST else ():
        if len(node.text()) < 2 * len(title) + 60 and not holds_blocks(node):
            before, found, after = squeezed(node.text()).rpartition(bare)
            if found and not after and len(before) <= _CATEGORY and not in_chrome(node):
                return node
    return None


def going_on(tree: Tree, stem: str) -> Node | None:
    """The heading whose first words are all that the title tag kept of it («기금 두 해 보고... : 누리집»)."""
    if len(squeezed(stem)) <= _LEAST_CUT:
        return None
    whole = (node for node in tree.css("h1,h2,h3,h4,h5,strong,dt,th,td,p,div") if node.text().strip().startswith(stem))
    return next((node for node in whole if not holds_blocks(node) and not in_chrome(node)), None)


def cut_at_quote(tree: Tree, title: str) -> Node | None:
    """The heading that goes on with a quotation where an unescaped quote ended the declared title (`content="제목
    "인용" 끝"`)."""
    for node in tree.css("h1,h2,h3,h4,h5") if title else ():
        words = line_of(node)
        if words.startswith(title) and words[len(title) :].lstrip()[:1] in tuple(_QUOTES) and not in_chrome(node):
            return node
    return None
