"""The short words around a post or in a row of a list, each with its elements, their classes and the icon before it.

Buttons, forms and menus say nothing of a post and are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple

from sources.blocks import UNSEEN, Node, flat, has_words

_MOST = 80  # words looked at
NAMES = 3  # elements around a word whose classes may tell what it is
_APART = re.compile(r"\s{0,3}\|\s{0,3}|\s[·•ㆍ/]\s|,\s|[\s\xa0]{2,}|\s(?=[Bb]y[.:]?\s)")
_HEADINGS = dict.fromkeys(("h1", "h2", "h3"), " <heading>")
_ICONS = frozenset(("img", "i", "span", "em"))
TRIM = "·|/,•() \xa0"
_FURNITURE = frozenset(("button", "form", "nav", "aside", "select", "svg", "ins"))
_MENU = re.compile(
    r"(?:^|\s)(?:sv|sns\w{0,9}|share\w{0,9}|btn\w{0,9}|breadcrumbs?|crumb\w{0,9}|location|prev|next|displaynone)(?:\s|$)|sharing|crumb",
    re.I,
)
_LARGEST = 2_000  # characters of a drawing that is an icon
# Feather and Lucide, Heroicons, Bootstrap, Material: pasted into pages without their names
_DRAWINGS = (
    ("clock", re.compile(r"12 6 12 12 16 14|M12 6v6|M12 8v4l3 3|M8 3\.5a\.5|M11\.99 2C6\.47|<rect\b[^<>]*\brx?=")),
    (
        "user",
        re.compile(r"M20 21v-2a4|M19 21v-2a4|<circle\b[^<>]*\bcy=[\"']7[\"']|M8 8a3 3|M12 12c2\.21|M15\.75 6a3\.75"),
    ),
    (
        "eye",
        re.compile(
            r"M1 12s4-8|M2\.062 12\.3|M2\.036 12\.3|M15 12a3 3|M16 8s-3-5\.5|M12 4\.5C7|"
            r"cx=[\"']12[\"'] cy=[\"']12[\"'] r=[\"']3[\"']"
        ),
    ),
    (
        "comment",
        re.compile(
            r"M21 15a2 2|M21 11\.5a8\.38|M7\.9 20A9|M8 10h\.01|M22 17a2 2|M21\.99 4c|M2\.678 11\.894|M2\.992 16\.342"
        ),
    ),
    ("heart", re.compile(r"M20\.84 4\.61|M12 21\.35l|M21 8\.25c|M19 14c1\.49")),
)


_Around = tuple[tuple[int, str, str], ...]
"""The elements around, nearest first: id of the node, its classes, its machine-readable value."""


class Word(NamedTuple):
    """A piece of text between two separators («|», «·», an element's edge), with what stands around it."""

    said: str
    names: str  # classes of the elements around, nearest first
    icon: str  # the name of the icon right before
    exact: str  # the element's `datetime` or `content`, or its tooltip
    boxes: tuple[int, ...]  # elements around, nearest first
    node: Node


def words_of(roots: Sequence[Node]) -> list[Word]:
    """The words of some elements, in page order."""
    return list(islice(chain.from_iterable(map(_walk, roots)), _MOST))


def _walk(root: Node) -> Iterator[Word]:
    """The words of a subtree in page order; buttons, forms and menus are passed over."""
    icon = ""
    stack: list[tuple[Node, _Around]] = [(root, ())]
    while stack:
        node, around = stack.pop()
        tag = node.tag or ""
        if around and (beside := node.next) is not None:
            stack.append((beside, around))
        if tag == "-text":
            text = node.text_content
            if text and not text.isspace():
                yield from _split(node, text, around, icon)
                icon = ""
        elif tag not in UNSEEN and tag not in _FURNITURE and not (tag == "label" and _is_of_field(node)):
            attributes = node.attributes
            rank = _HEADINGS.get(tag, "")
            if "role" in attributes and attributes["role"] == "heading":
                rank = _HEADINGS["h1"]
            name = f"{attributes.get('class') or ''} {attributes.get('rel') or ''}{rank}"
            first = node.child
            if tag == "img" or first is None or (tag in _ICONS and not has_words(node)):
                icon = f"{name} {attributes.get('alt') or ''}" if tag in _ICONS else icon
            elif name == " " or not _is_menu(name):
                exact = attributes.get("datetime") or attributes.get("content") or attributes.get("title") or ""
                stack.append((first, ((node.mem_id, name, exact), *around[:NAMES])))
        elif tag == "svg":
            icon = f"svg {node.attributes.get('class') or ''} {_drawn(node)}"


@lru_cache(maxsize=4096)
def _is_menu(name: str) -> bool:
    """Whether the classes are those of a menu. Cached: neighbouring rows have the same."""
    return _MENU.search(name) is not None


def _is_of_field(label: Node) -> bool:
    """Whether a `label` belongs to a form's field; some skins use the tag for badges and counts."""
    return "for" in label.attributes or label.css_first("input,select,textarea") is not None


def _drawn(svg: Node) -> str:
    """What an unnamed SVG icon shows ("eye", "clock" …), by the paths that the common icon sets draw; else ""."""
    drawing = svg.html or ""
    return next((name for name, lines in _DRAWINGS if len(drawing) < _LARGEST and lines.search(drawing)), "")


def _split(node: Node, text: str, around: _Around, icon: str) -> Iterator[Word]:
    """The words of a text node, split at separators; the icon belongs to the first."""
    names = " ".join([name for _, name, _ in around[:NAMES]])
    exact = next((said for _, _, said in around[:2] if said), "")
    boxes = tuple([box for box, _, _ in around[:4]])
    for part in _APART.split(text.strip()):
        if said := flat(part).strip(TRIM):
            yield Word(said, names, icon, exact, boxes, node)
            icon = ""
