"""Attachments told by their links alone: words that are the name of a document.

For skins whose own box of files has no name we know.
"""

from __future__ import annotations

import re

from sources.blocks import Node, Tree, line_of, own_text, text_of
from sources.newsheader import inside
from sources.page import Page
from sources.pick import attribute
from sources.prose import in_chrome

_FILE = re.compile(r".{1,150}?\.(?:hwpx?|pdf|docx?|xlsx?|pptx?|zip|odt|csv|txt)(?![\w.])", re.I)
_ATTACHED = re.compile(
    r"^첨부\s?(?:파일)?\s{0,3}[:：]\s{0,3}(.{1,150}?\.(?:hwpx?|pdf|docx?|xlsx?|pptx?|zip))(?![\w.])", re.I | re.M
)
_FILE_ENDS = ("down", "Down", ".hwp", ".pdf", ".xls", ".doc", ".ppt", ".zip", ".odt", ".csv", ".txt", ".HWP", ".PDF")
_ANY_FILE = re.compile(r".{1,150}?\.[A-Za-z]{3,4}(?![\w.])")


def files_named(page: Page, tree: Tree, body: Node | None = None) -> tuple[str, ...]:
    """Links and buttons whose words are the name of a document, without its size; those in the text (`body`) are its
    own."""
    links = [link for link in tree.css("a[href],button") if "." in link.text()]
    links = links if links and any(end in page.text for end in _FILE_ENDS) else []
    named = [(link, name) for link in links if (name := _file_name(link)) and not in_chrome(link)]
    found = tuple(dict.fromkeys(name for link, name in named if body is None or not inside(link, body)))
    if found or body is not None or "첨부" not in page.text:
        return found
    return tuple(dict.fromkeys(said[1].strip() for said in _ATTACHED.finditer(text_of(tree.body))))


def _file_name(link: Node) -> str:
    """The name of a document, or of any file where the address is a script for downloads."""
    called = f"{attribute(link, 'href').partition('?')[0]} {attribute(link, 'onclick')}"
    pattern = _ANY_FILE if "down" in called.lower() else _FILE
    found = pattern.match(own_text(link)) or pattern.match(line_of(link))  # a day or a count may stand in it too
    return found[0] if found else own_name(link) if pattern is _ANY_FILE else ""


def own_name(link: Node) -> str:
    """The name of a file that a link says itself, or one element in it (others say its day, its downloads)."""
    parts = link.css("span,em,i,small,b,strong")
    found = _ANY_FILE.match(own_text(link)) if parts else None
    alone = (line for part in parts if _ANY_FILE.fullmatch(line := line_of(part)))
    return found[0] if found else next(alone, "")
