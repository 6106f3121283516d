"""Which rows of a list are notices, where the skin has no mark for them that we know."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sources.blocks import Node
from sources.page import Item
from sources.words import holds_any

NOTICE = re.compile(r"\s*(?:\[?(?:공지|알림|필독|중요|notice|알림장)(?:사항)?\]?)\s*", re.I)
_NOTICE_SAID = re.compile(r">\s{0,9}(?:공지(?:사항)?|알림|필독|중요|notice)\s{0,9}</(?!a>)", re.I)
# Before the element of a title, not among those of section, reporter and day.
_NOTICE_BADGE = re.compile(r">\s{0,9}\[?공지(?:사항)?\]?\s{0,9}</(?:span|em|b|strong|i)>\s{0,9}<(?!/|span|em|li)")
_NOTICE_ICON = re.compile(r"""\s(?:title|alt|aria-label)\s?=\s?["']?(?:notice|공지(?:사항)?|필독)["'\s>]""", re.I)
# The picture's own file is called so («img/icon_notice.gif», «notice_icon.gif»), not the folder of a board.
_NOTICE_FILE = re.compile(
    r"""\ssrc\s?=\s?["']?[^"'<>\s]{0,200}/(?:(?:ico|icon|i|img|head|bul|list)[_-])?notice(?:[_-]?(?:icon|ico|\d))?\.(?:gif|png|jpe?g|svg|webp)\b""",
    re.I,
)
# Skins draw the icon by style sheets, in an element without words («<span class="na-notice"></span>»).
_NOTICE_DRAWN = re.compile(
    r"""<(i|span|em)\b[^<>]{0,200}\sclass\s?=\s?["'][^"'<>]{0,200}\bnotice\b[^<>]{0,200}>\s{0,9}</\1\s?>""", re.I
)
_PINNED = frozenset(("pin", "pinned", "sticky"))  # names of rows
_NOTICE_WORDS = ("notice", "공지", "알림", "필독", "중요")  # one is in each row that says so, in whatever letters


def with_notices(rows: Sequence[Node], items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Mark notices by a word, or by the name of an icon or row («pin»), if only rows on top have it."""
    if not items or any(item.notice for item in items):
        return items
    if _is_pinned(rows[0]):
        pinned = list(map(_is_pinned, rows))
        top = sum(pinned)
        alone = top < len(items) and all(pinned[:top])
        return tuple(replace(item, notice=alone and said) for item, said in zip(items, pinned, strict=True))
    if not says_notice(rows[0], items[0]):
        return items
    marked = [says_notice(row, item) for row, item in zip(rows, items, strict=True)]
    if not all(marked[: sum(marked)]):  # «공지» above rows of which some stand under «알림»
        first = _word_in(rows[0])
        marked = [said and _word_in(row) == first for said, row in zip(marked, rows, strict=True)]
    top = sum(marked)
    if top == len(items) or not all(marked[:top]):
        return items
    return tuple(replace(item, notice=said) for item, said in zip(items, marked, strict=True))


def with_badges(rows: Sequence[Node], items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Mark the rows of a newspaper's list that a badge calls notices («공지»), if only rows on top have one.

    Their section may be called so too, and that says nothing: it stands beside the day.
    """
    marked = [_NOTICE_BADGE.search(row.html or "") is not None for row in rows] if rows and _has_badge(rows[0]) else []
    top = sum(marked)
    if top in (0, len(items)) or not all(marked[:top]):
        return items
    return tuple(replace(item, notice=said or item.notice) for item, said in zip(items, marked, strict=True))


def _has_badge(row: Node) -> bool:
    return "공지" in row.text() and _NOTICE_BADGE.search(row.html or "") is not None


def _is_pinned(row: Node) -> bool:
    return not _PINNED.isdisjoint((row.attributes.get("class") or "").lower().split())


def _word_in(row: Node) -> str:
    said = _NOTICE_SAID.search(row.html or "")
    return said[0] if said else ""


def labels_notice(block: Node) -> bool:
    """Whether an element in the block says only that it is a notice. (Class names say it of whole boards.)"""
    return holds_any(block.text(), ("공지", "알림")) and _NOTICE_SAID.search(block.html or "") is not None


def says_notice(row: Node, item: Item) -> bool:
    """Whether a row says that it is a notice, by a word in an element of its own or by an icon."""
    html = row.html or ""
    if not holds_any(html.lower(), _NOTICE_WORDS):
        return False
    said = _NOTICE_SAID.search(html) is not None and not NOTICE.fullmatch(item.category or "")
    return said or any(icon.search(html) is not None for icon in (_NOTICE_ICON, _NOTICE_FILE, _NOTICE_DRAWN))
