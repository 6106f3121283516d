"""Titles and texts of feeds: escaped once, twice, or not at all."""

from __future__ import annotations

import html
import re

from sources.blocks import Tree, flat, text_of

_DOUBLE = re.compile(
    r"&(?:#\d{1,6}|#x[0-9a-f]{1,5}|amp|lt|gt|quot|apos|nbsp|middot|hellip|lsquo|rsquo|ldquo|rdquo);", re.I
)
_TAGS = re.compile(r"</?(?:p|div|br|span|table|img|font|b|strong|li|ul)\b[^>]{0,2000}>", re.I)
_DRESS = re.compile(r"</?(?:font|span)\b[^<>]{0,200}>", re.I)


def title_text(raw: str) -> str:
    """A title as one line. Feeds escape it once or twice; colours go, any other «<b>» was typed by its author."""
    text = html.unescape(raw) if _DOUBLE.search(raw) else raw
    return flat(_DRESS.sub(" ", text))


def html_text(markup: str) -> str:
    """Text of a piece of HTML; a piece escaped once more (XE) is unwrapped first."""
    if "&lt;" in markup and not _TAGS.search(markup):
        markup = html.unescape(markup)
    return text_of(Tree(markup).body)
