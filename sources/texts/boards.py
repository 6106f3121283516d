"""Posts of all board engines: titles cut by a skin, moderators' move markers, captions and inserts in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sources.blocks import Node, flat, has_words, line_of, text_of
from sources.page import Article
from sources.pick import distinct_lines
from sources.texts.inserts import boxes_of_others
from sources.texts.newsnames import sort_of_names
from sources.texts.newswords import bare_caption, has_caption_mark

# «[이 게시물은 X님에 의해 2026-01-02 03:04:05 자유게시판에서 복사 됨]»
_MOVED = re.compile(r"\[\s?이 게시물은 [^\n\]]{1,120}에서 (?:복사|이동)\s?됨\s?\]")
_AROUND = 6  # boxes around a text that are looked at
_LINES = frozenset(("p", "div", "span", "figcaption", "center", "em", "small", "tr"))
_MOST_PICTURES, _LONGEST_CAPTION = 100, 300
_MAYBE_CAPTION = "[class*=desc],[class*=cap]"
_STEM = 8  # characters of a subject that are no accident


def without_marker(body_text: str) -> tuple[str, str | None]:
    """Body text without the line «[이 게시물은 …에서 복사 됨]» that a moderator's copy ends with, and that line."""
    found = None
    for match in _MOVED.finditer(body_text[-2000:]):
        found = match[0]
    if found is None:
        return body_text, None
    kept, _, after = body_text.rpartition(found)
    return "\n".join(line for line in (kept + after).split("\n") if line.strip()), flat(found)


def full_title(shown: str, *others: str) -> str:
    """A heading that the skin has cut with «…», completed from the shortest of `others` that begins with its words."""
    stem = shown.rstrip("….").rstrip()
    if stem == shown or len(stem) < _STEM:
        return shown
    longer = [other for other in others if other.startswith(stem) and len(other) > len(stem)]
    return min(longer, key=len) if longer else shown


def subject(shown: str, head: str) -> tuple[str, str | None]:
    """Title and category, from the heading of a skin and the subject in the head of the page.

    A heading may be cut with «…», and carry the category before the title: «분류 | 제목», «[분류] 제목», or glued on.
    """
    if not head:
        return shown, None
    for start in (0, shown.find(" | ") + 3, shown.find("] ") + 2):
        if full_title(shown[start:], head) == head:
            return head, shown[:start].strip(" |[]") or None
    if shown.endswith(head) or (len(head) >= _STEM and head in shown):  # day and count in the heading, behind it
        return head, shown.partition(head)[0].strip(" |[]") or None
    return shown, None


def around(body: Node, title: str) -> Node | None:
    """The nearest element around a text that also holds the title, outside the text; None within six levels."""
    box = body.parent
    for _ in range(_AROUND):
        if box is None or box.tag in ("body", "html"):
            return None
        if title in line_of(box, "script", [body]):
            return box
        box = box.parent
    return None


def without_inserts(article: Article, body: Node) -> Article:
    """The post without the advertisements and links to other posts that stand inside its text."""
    said = {line for box in boxes_of_others(body) for line in text_of(box).split("\n")}
    if not said:
        return article
    return replace(article, body_text="\n".join(x for x in article.body_text.split("\n") if x not in said))


def without_captions(article: Article, body: Node) -> Article:
    """The post with picture captions moved from its text to `image_captions`.

    A caption is a `figcaption`, an element named so, or a line below a picture that opens with an arrow («▲ 개소식»).
    """
    captions = body.css("figcaption") if not article.image_captions else []
    lines = article.body_text.split("\n")
    named = not article.image_captions and body.css_first(_MAYBE_CAPTION) is not None
    if not captions and (named or any(map(has_caption_mark, lines))):
        captions = list(_marked_captions(body, named))
    if not captions:
        return article
    said = {line for caption in captions for line in text_of(caption).split("\n")}
    text = "\n".join(line for line in lines if line not in said)
    return replace(article, body_text=text, image_captions=tuple(map(bare_caption, distinct_lines(captions))))


def _marked_captions(body: Node, named: bool) -> Iterator[Node]:
    """Lines right below a picture that are named captions or open with an arrow (elsewhere arrows mark list items)."""
    for picture in body.css("img")[:_MOST_PICTURES]:
        box = picture
        while box.parent is not None and box.parent.mem_id != body.mem_id and not has_words(box.parent):
            box = box.parent
        below = box.next
        while below is not None and (below.tag in ("-comment", "br") or not has_words(below)):
            below = below.next
        if below is None or below.tag not in _LINES:
            continue
        called = named and len(below.text()) <= _LONGEST_CAPTION and _is_called_caption(below)
        if called or has_caption_mark(line_of(below)):
            yield below


def _is_called_caption(node: Node) -> bool:
    return sort_of_names(node.attributes.get("class") or "") == "caption"
