"""Where the text stands on a page of unknown layout.

Found by container names that many systems share, then by where prose is densest, then by a general extractor
(trafilatura). The extractor only finds the place: the words there are read by the rules all newspapers share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from sources.blocks import Node, Tree, flat, line_of, text_of
from sources.catalogue import Source
from sources.page import Page
from sources.texts.newsnames import sort_of_names
from sources.texts.newswords import is_others_heading, is_sentence
from sources.texts.posts import below_day, below_heading, below_labels, cell_of_post
from sources.words import word_list

# Where many in-house systems put the text, surest first. Only ever a hint: the container must hold sentences.
_BODIES = word_list(
    """
    [itemprop=articleBody] #articleBody #article-body #articlebody #article_body .article-body .article_body
    .articleBody #newsBody #news_body .news_body .news-body #newsContent #news_content .news_content
    .news-content #articleContent .article-content .article_content #article_content .article_view .article-text
    .article_txt .view_con .view_cont .view-content .view_content #view_content .entry-content .post-content
    .post_content .content-body .story-body .text_area .detail_content
    """
)
_UNSEEN = re.compile(r"display\s{0,2}:\s{0,2}none", re.I)
MOST_TAGS = 60_000  # in one page that the extractor is asked about: it takes a second for so many
_LONGEST_LEAD, _SHORTEST_TITLE = 300, 8  # characters
_BEFORE_LEAD = frozenset(("dt", "div", "p", "a", "strong", "b"))
LEAST = 60  # characters: what is shorter is a notice or a caption, unless the page declares an article


def container(page: Page, tree: Tree, source: Source | None) -> tuple[Node | None, str]:
    """The element that holds the text, and who found it."""
    override = source.override_on(page.fetched_at.date()) if source and source.overrides else None
    if override and override.body and (node := tree.css_first(override.body)) is not None:
        return node, "override"
    for selector in _BODIES:
        for node in tree.css(selector)[:3]:
            if sentences(node) >= 1 and not in_chrome(node) and _prose(node) >= LEAST:
                return below_heading(node), "microdata" if "itemprop" in selector else f"container {selector}"
    densest = _densest(tree)
    if densest is not None:
        framed = densest.parent is not None and densest.parent.tag == "body"  # with all the menus
        part = below_day(tree if framed else densest)
        if part is not None and (framed or _is_most_of(part, densest)):
            return part, "below the day"
        return below_heading(densest), "text density"
    if (cell := cell_of_post(tree)) is not None:
        return cell, "label"
    if (found := below_labels(tree)) is not None:
        return found, "below labels"
    located = _located(tree, _extracted(page.text))
    return located or below_day(tree), "trafilatura" if located is not None else "below the day"


def _is_most_of(part: Node, box: Node) -> bool:
    """Whether a part holds nearly all sentences of its box: all but those of a comment or two."""
    return sentences(part) * 4 >= sentences(box) * 3


def _extracted(html: str) -> str:
    """trafilatura's text (fast, no metadata, no comments); "" when it gives up."""
    if html.count("<") > MOST_TAGS:
        return ""
    from trafilatura import extract  # slow to import, and needed for a third of the outlets only

    try:
        return (
            extract(html[:3_000_000], fast=True, include_comments=False, include_tables=True, with_metadata=False) or ""
        )
    except (
        ValueError,
        RecursionError,
        AttributeError,
        TypeError,
    ):  # its own slips on broken markup: the next way is asked
        return ""


def _located(tree: Tree, text: str) -> Node | None:
    """The smallest element that holds nearly all sentences of an extracted text."""
    lines = (cell.strip() for line in text.split("\n") for cell in (line.split("|") if line[:1] == "|" else [line]))
    wanted = [squeezed(line)[:60] for line in lines if is_sentence(line) and len(line) > 20]
    if not wanted or tree.body is None:
        return None
    node, need = tree.body, max(1, len(wanted) * 4 // 5)
    for _ in range(200):
        inner = next((c for c in node.iter() if _held(c, wanted) >= need), None)
        if inner is None or inner.tag in ("p", "span", "b", "strong", "font"):
            break
        node = inner
    return node


def _held(node: Node, wanted: list[str]) -> int:
    words = squeezed(node.text())
    return sum(line in words for line in wanted)


def _densest(tree: Tree) -> Node | None:
    """The element around most prose: each stretch of text counts for its own box and the next, half for the third.

    Text inside links and in side columns does not count, so leads of other articles («li > p» each) stay below the
    paragraphs of one article, which share a parent.
    """
    scores: dict[int, list[Any]] = {}
    if tree.body is None:
        return None
    whole = len(tree.body.text())
    headed: dict[int, bool] = {}  # boxes → do they begin as lists of other articles do?
    for text in tree.body.traverse(include_text=True):
        if text.tag != "-text":
            continue
        words = flat(text.text_content)
        if len(words) < 12:
            continue
        box = _own_box(text, whole)
        if box is not None and box.mem_id not in headed:
            headed[box.mem_id] = is_others_heading(_first_words(box)) or _is_lead(box)
        if box is None or headed[box.mem_id]:
            continue
        weight = len(words) * (1.0 if is_sentence(words) or len(words) > 80 else 0.3)
        for share in (1.0, 1.0, 0.5, 0.25):
            if box is None or box.tag in ("body", "html"):
                break
            scores.setdefault(box.mem_id, [0.0, box])[0] += weight * share
            box = box.parent
    best = max(scores.values(), key=lambda pair: pair[0], default=None)
    if best is None or best[0] < 1.5 * LEAST:
        return None
    # A box around the text and the line of its reporter weighs a little more than the text alone.
    inner: Iterator[Node] = (box for score, box in scores.values() if score >= 0.9 * best[0] and _inside(box, best[1]))
    densest: Node = best[1]
    return _whole_article(min(inner, key=lambda box: len(box.text()), default=densest))


def _is_lead(box: Node) -> bool:
    """Does an item of a list begin with a link, or a short block follow one that is nothing else, or hold it and the
    words in elements beside each other? Then its words are of another article."""
    short = len(box.text()) <= _LONGEST_LEAD
    first = box.child if box.tag in ("li", "dd") or (box.tag == "div" and short) else None
    while first is not None and first.tag == "-text" and not flat(first.text_content):
        first = first.next
    if first is not None and first.tag == "a" and "href" in first.attributes:
        behind = first.next
        if box.tag != "div" or (behind is not None and behind.tag in ("span", "p", "em")):
            return True
    above = box.prev if short else None
    while above is not None and above.tag in ("-text", "-comment") and not flat(above.text_content):
        above = above.prev
    link = above.css_first("a[href]") if above is not None and above.tag in _BEFORE_LEAD else None
    return link is not None and len(said := line_of(link)) >= _SHORTEST_TITLE and said == line_of(above)


def _first_words(box: Node) -> str:
    texts = (flat(node.text_content) for node in box.traverse(include_text=True) if node.tag == "-text")
    return next(filter(None, texts), "")


def _whole_article(part: Node) -> Node:
    """All of an `article` whose text stands in several sections; else the part itself."""
    outer = part.parent
    if outer is None or outer.tag != "article" or part.tag != "section":
        return part
    sections = sum(child.tag == "section" and sentences(child) > 0 for child in outer.iter())
    return outer if sections > 1 else part


def _inside(node: Node, box: Node) -> bool:
    at = node.parent
    while at is not None and at.mem_id != box.mem_id:
        at = at.parent
    return at is not None


def _own_box(text: Node, whole: int) -> Node | None:
    """The nearest block around a text; None inside links, scripts and side columns, unless one holds most of the page
    («print_area»)."""
    at = text.parent
    box: Node | None = None
    while at is not None and at.tag not in ("body", "html"):
        if at.tag in (
            "a",
            "script",
            "style",
            "noscript",
            "nav",
            "aside",
            "footer",
            "button",
            "select",
            "label",
            "textarea",
            "figcaption",
        ):
            return None
        if box is None and at.tag in (
            "p",
            "div",
            "td",
            "section",
            "article",
            "li",
            "dd",
            "blockquote",
            "center",
            "main",
            "font",
        ):
            box = at
        attributes = at.attributes
        names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"[:200]
        if _is_covered(attributes):
            return None
        if sort_of_names(names) == "box" and at.tag != "article" and len(at.text()) * 2 < whole:
            return None
        at = at.parent
    return box


def _is_covered(attributes: Mapping[str, str | None]) -> bool:
    """Does an element wait for a button («이용 약관» in a layer)? Its prose may be longer than the post's."""
    layer = attributes.get("role") in ("dialog", "alertdialog") or attributes.get("aria-hidden") == "true"
    return layer or _UNSEEN.search(attributes.get("style") or "") is not None


def sentences(node: Node) -> int:
    """How many lines of an element are sentences."""
    return sum(is_sentence(line) for line in text_of(node).split("\n"))


def _prose(node: Node) -> int:
    """Characters outside links."""
    return len(line_of(node)) - sum(len(line_of(a)) for a in node.css("a"))


def in_chrome(node: Node) -> bool:
    """Whether an element stands in a side column, a menu or a footer."""
    at: Node | None = node
    while at is not None and at.tag not in ("body", "html"):
        if at.tag in ("aside", "nav", "footer"):
            return True
        at = at.parent
    return False


def squeezed(text: str | None) -> str:
    """A text without spaces and signs, for comparing."""
    return re.sub(r"[\s\W_]{1,50}", "", text or "")
