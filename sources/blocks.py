"""The text of an HTML subtree as a reader sees it, one block per line.

The walk is iterative, along `child`, `next` and `parent`: recursion dies on pages nested 10,000 deep, and those exist
(unclosed `<font>` in posts pasted from a word processor).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import lru_cache

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode, SelectolaxError

Tree = LexborHTMLParser
Node = LexborNode


def parsed(text: str) -> Tree:
    """The tree of a page, without events: all they do is copy the chosen `<option>` of a menu into its button."""
    return LexborHTMLParser(text, options=LexborDocumentOptions.WO_EVENTS)


def _keep_freed_memory() -> None:
    """Free one large block, so that glibc keeps what a page has freed for the next page.

    Until it has seen that, it gives freed memory back to the system and faults it in again: 57 faults a page of 60 KB,
    for which parsing took twice as long. Other C libraries do not mind.
    """
    bytes(4 << 20)


_keep_freed_memory()

_BLOCK_NAMES = """
    address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol optgroup option p plaintext
    pre section summary table tbody tfoot thead tr ul video xmp"""
BLOCKS = frozenset(_BLOCK_NAMES.split())
CELLS = frozenset(("td", "th"))
_AROUND = frozenset(("p", "div", "section", "article", "table", "ul", "ol", "dl", "figure"))
_UNSEEN_NAMES = """
    script style noscript template head title meta link iframe object embed applet select textarea input audio canvas
    svg math map noframes noembed -comment"""
UNSEEN = frozenset(_UNSEEN_NAMES.split())
# End of a block, end of a table row, start of a cell: a parser leaves no NUL in a text, so none is taken for a mark.
_SOFT, _HARD, _CELL = "\0", "\0\1", "\0\2"
_TYPED = frozenset(("pre", "xmp", "plaintext"))  # line breaks in it are meant
MARKS = {**dict.fromkeys((*BLOCKS, "br"), _SOFT), "tr": _HARD, **dict.fromkeys(CELLS, _CELL)}
ENDS = {**MARKS, **dict.fromkeys(CELLS, _SOFT)}
# Characters that carry no text: soft hyphen, zero-width marks, direction marks, and the C0/C1 controls that pasted
# documents bring along (a NUL would not even be stored by PostgreSQL).
_INVISIBLE = re.compile(
    "[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f-\x9f]"
)


_VISIBLE = re.compile(rf"[^\s{_INVISIBLE.pattern[1:-1]}]")


def has_words(node: Node) -> bool:
    """Whether an element holds any visible character."""
    return _VISIBLE.search(node.text()) is not None


def flat(text: str | None) -> str:
    """One line: whitespace of any kind runs together, invisible characters go, Hangul typed on a Mac is composed."""
    if not text:
        return ""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    line = " ".join(text.split())
    if line.isprintable():  # nearly every line, and much cheaper to ask
        return line
    return " ".join(_INVISIBLE.sub("", text).split())


def holds_blocks(node: Node) -> bool:
    """Whether an element holds other block elements. (`css_first` would answer with the node itself.)"""
    at = node.child
    while at is not None:
        if at.tag in _AROUND:
            return True
        at = at.next
    return False


def text_of(node: Node | None, drop: str = "", without: Collection[Node] = (), *, cells: str = "\t") -> str:
    """Text of a subtree by blocks: a line each, cells of a table row joined by `cells`, `<br>` ends a line.

    `drop` is a CSS selector group of what stands inside the subtree and is not part of the text, `without` the same
    as elements.
    """
    if node is None:
        return ""
    only = node.child
    if only is None or (only.tag == "-text" and only.next is None and node.tag != "pre"):
        return flat(only.text_content) if only is not None else ""  # most cells of a table
    return _lines(_pieces(node, _dropped(node, drop, without)), cells)


def line_of(node: Node | None, drop: str = "", without: Collection[Node] = ()) -> str:
    """Text of a subtree as one line."""
    if node is None:
        return ""
    only = node.child
    if only is None or (only.tag == "-text" and only.next is None):
        return flat(only.text_content) if only is not None else ""
    words = "".join(_pieces(node, _dropped(node, drop, without)))
    return flat(words.replace(_HARD, " ").replace(_CELL, " ").replace(_SOFT, " "))


def own_text(node: Node | None) -> str:
    """Text that stands directly in this element, without that of its children."""
    if node is None:
        return ""
    said = []
    child = node.child
    while child is not None:
        if child.tag == "-text":
            said.append(child.text_content or "")
        child = child.next
    return flat(" ".join(said))


def _dropped(node: Node, drop: str, without: Collection[Node]) -> frozenset[int]:
    found = node.css(drop) if drop else ()
    return frozenset(n.mem_id for n in (*found, *without)) if found or without else frozenset()


def _pieces(root: Node, dropped: frozenset[int]) -> list[str]:
    """Pieces of text and marks of breaks, in document order.

    Every question to the tree makes a new object, so each node is asked once, and the open elements are remembered
    with their tags instead of asked for again on the way out.
    """
    pieces: list[str] = []
    opened: list[tuple[Node, str]] = []
    node = root
    while True:
        tag = node.tag or ""
        if tag == "-text":
            text = node.text_content or ""
            if "\n" in text and opened and opened[-1][1] in _TYPED:
                pieces += [piece for line in text.split("\n") for piece in (line, _SOFT)]
            else:
                pieces.append(text)
        elif tag not in UNSEEN and not (dropped and node.mem_id in dropped):
            if tag in MARKS:
                pieces.append(MARKS[tag])
            elif tag == "img":
                pieces.append(_emoji(node))
            down = node.child
            if down is not None:
                opened.append((node, tag))
                node = down
                continue
        beside = node.next if opened else None
        if beside is not None and tag in BLOCKS:
            pieces.append(_SOFT)
        while beside is None and opened:
            node, tag = opened.pop()
            if tag in ENDS:
                pieces.append(ENDS[tag])
            beside = node.next if opened else None
        if beside is None:
            return pieces
        node = beside


def _emoji(node: Node) -> str:
    """Emoji that a script or feed turned into pictures (WordPress: `<img class=wp-smiley alt=🥕>`)."""
    marks = node.attributes.get("class") or ""
    return (node.attributes.get("alt") or "") if "wp-smiley" in marks or "emoji" in marks else ""


def _lines(pieces: list[str], cells: str) -> str:
    """Join pieces into lines. A cell swallows the soft breaks around it, so `<td><p>a</p></td><td>b` is one line."""
    text = "".join(pieces)
    if _HARD in text or _CELL in text:
        return _lines_of_table(pieces, cells)
    return "\n".join(line for block in text.split(_SOFT) if (line := flat(block)))


def _lines_of_table(pieces: Iterable[str], cells: str) -> str:
    lines: list[str] = []
    row: list[str] = []  # the finished cells of the open line
    words: list[str] = []  # the open cell
    pending = ""

    def flush() -> None:
        line = flat("".join(words))
        if row:
            line = cells.join((*row, line)).strip()
            row.clear()
        if line:
            lines.append(line)
        words.clear()

    for piece in pieces:
        if piece == _SOFT:
            if words or not row:  # a paragraph that opens a cell breaks no line
                pending = pending or _SOFT
        elif piece == _HARD:
            pending = _HARD
        elif piece == _CELL:
            if pending == _HARD:
                flush()
            else:
                row.append(flat("".join(words)))
                words.clear()
            pending = ""
        elif not pending:
            words.append(piece)
        elif not piece.isspace():
            if row or words:
                flush()
            pending = ""
            words.append(piece)
    flush()
    return "\n".join(lines)


@lru_cache(maxsize=1024)
def valid_selector(selector: str) -> bool:
    """Whether the engine accepts this CSS selector. (Overrides in the catalogue are checked on load.)"""
    try:
        LexborHTMLParser("<p>").css_first(selector)
    except (SelectolaxError, ValueError):
        return False
    return True
