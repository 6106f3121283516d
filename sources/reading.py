"""The door of this room: a page goes in, a reading comes out."""

from __future__ import annotations

import re
from dataclasses import replace

from sources.articles.headline import whole_title
from sources.blocks import Tree, flat, parsed, text_of
from sources.catalogue import Source
from sources.families import FALLBACK
from sources.families.unknown import plain_article
from sources.family import Family
from sources.overrides import read_with
from sources.page import Article, Item, Listing, Page, Reading, Reason, Refused
from sources.recognise import BY_NAME, by_address, by_opening, key_of, recognise
from sources.refusals import refuse_moved, refuse_words

UNKNOWN = "unknown"
_MARKUP = re.compile(
    r"<(?:!doctype|html|head|body|meta|title|script|div|table|p|span|frameset|\?xml|rss|feed|rdf)\b", re.I
)
_CLOSING = ("</html", "</body", "</HTML", "</BODY", "</frameset")
_SWALLOW = (("<!--", "-->"), ("<script", "</script"), ("<textarea", "</textarea"), ("<style", "</style"))
_OTHER_TYPES = ("image/", "audio/", "video/", "font/", "application/pdf", "application/zip", "application/octet-stream")
_DATA_TYPES = ("application/json", "text/css", "text/javascript", "application/javascript")
_SNIFFED = 4096
DEEPEST = 12_000
_BLOCK_TAG = re.compile(
    r"<(/?)(?:div|section|article|ul|ol|li|dl|dd|dt|blockquote|center|main|aside|nav|header|footer|figure|form|fieldset|"
    r"details|address|dir|menu|hgroup|summary|pre|h[1-6])\b",
    re.I,
)
DEEPEST_STYLED = 2_000
_STYLE = r"(?:b(?:ig)?|i|u|s(?:u[bp]|pan|mall|tr(?:ong|ike))?|em|tt|font|code|nobr|label)\b"
_STYLE_TAG = re.compile(rf"<(?:(/){_STYLE}|{_STYLE}[^<>]*>(?=\s*[^\s<]))", re.I)  # opened before words, or closed
_LIKE_STYLE = re.compile(r"<(?:[bius]\W|s[pmtu]|bi|em|tt|[fcn]o|la)", re.I)  # all that opens words, cheap to count
_NO_TREE = Tree("")  # of what is no HTML; never changed
_SOMETHING = re.compile("[^\x00 \t\r\n\ufeff]")
_UNNATURAL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")


def read(page: Page, source: Source | None = None) -> Reading:
    """Read a page of any kind. Never raises on what a page holds: what is no article and no list is a named refusal.

    `source` is the outlet the page was asked from, when known: its family breaks ties that the page leaves open, and
    its selectors override those of the family.
    """
    family, tree = by_address(page.final_url), _NO_TREE
    try:
        _refuse_nesting(page.text)
        family, tree = _recognised(page)
        _refuse_status(page)
        _refuse_content(page)
        refuse_moved(page, tree)
        if family is None or family.opening is None:
            _refuse_data(page)
        if family is None:
            _refuse_plain(page)
            family = _expected(source) or FALLBACK
        if source is not None and source.channel == "board" and source.overrides:
            result = read_with(family, page, tree, source)
        else:
            result = family.read(page, tree, source)
        if isinstance(result, Article):
            _refuse_cut(page, tree, result)
            whole = whole_title(result.title, tree)
            result = result if whole is result.title else replace(result, title=whole)
            return Reading(family.name, "article", _key(family, page, tree), article=result)
        return Reading(family.name, "listing", listing=_with_keys(result, family))
    except Refused as given:
        key = _key(family, page, tree) if family is not None else None
        if given.reason is Reason.LAYOUT_CHANGED and family is not None and key is not None:
            by_look = plain_article(page, tree, source)  # a document of this engine in a skin of other names
            if by_look is not None:
                return Reading(family.name, "article", key, article=by_look)
        refused = _in_its_words(given, tree)
        return Reading(
            family.name if family else UNKNOWN, "refusal", key, refusal=refused.reason, detail=refused.detail
        )


def _in_its_words(refused: Refused, tree: Tree) -> Refused:
    """A page in which nothing was found may say why in a sentence: then that is the reason, and no layout changed."""
    if refused.reason in (Reason.LAYOUT_CHANGED, Reason.UNREADABLE):
        try:
            refuse_words(tree)
        except Refused as said:
            return said
    return refused


def _recognised(page: Page) -> tuple[Family | None, Tree]:
    """The page's family and its tree: parsed once, here. Feeds, JSON and binary data are not parsed as HTML."""
    family = by_opening(page.text)
    if family is not None:
        return family, _NO_TREE
    if not _MARKUP.search(page.text[:_SNIFFED]):
        return by_address(page.final_url), _NO_TREE
    tree = parsed(page.text)
    return recognise(page, tree), tree


def _expected(source: Source | None) -> Family | None:
    return BY_NAME.get(source.family) if source is not None else None


def _refuse_status(page: Page) -> None:
    status = page.status
    if 300 <= status < 400:
        raise Refused(Reason.REDIRECT, page.headers.get("location", ""))
    if status in (404, 410):
        raise Refused(Reason.GONE, f"status {status}")
    if status == 403 and "비밀글입니다" in page.text:
        raise Refused(Reason.SECRET, "status 403, a secret document")
    if status in (401, 402, 403, 407, 451):
        raise Refused(Reason.CLOSED, f"status {status}")
    if status >= 400:
        raise Refused(Reason.SERVER_ERROR, f"status {status}")


def _refuse_content(page: Page) -> None:
    """Empty answers, pictures, archives and other things that are no page, whatever their address promised."""
    if _SOMETHING.search(page.text) is None:
        raise Refused(Reason.EMPTY, "the answer has no text")
    kind = page.content_type.partition(";")[0].strip().lower()
    head = page.text[:_SNIFFED]
    if kind.startswith(_OTHER_TYPES) and not _MARKUP.search(head):
        raise Refused(Reason.NOT_A_PAGE, f"content type {kind}")
    if head.startswith("%PDF-") or _is_binary(head):
        raise Refused(Reason.NOT_A_PAGE, "binary data")


def _is_binary(head: str) -> bool:
    """Whether more than a tenth is control characters and U+FFFD. Any such text has one of the three tested first."""
    if not ("\x00" in head or "\x01" in head or "\ufffd" in head):
        return False
    return len(_UNNATURAL.findall(head)) > max(8, len(head) // 10)


def _refuse_nesting(text: str) -> None:
    """The time to parse unclosed blocks grows with the square of their depth: 100,000 `<div>` take half a minute.

    So does the time to read words in unclosed `<b>` (60,000 took minutes): each holds the words of all behind it. No
    page needs more than a few hundred; blocks nested 10,000 deep are still read.
    """
    tags = text.count("<")
    if tags < DEEPEST_STYLED:
        return
    most = tags - text.count("</")  # that can stand open at once: to count is far cheaper than to follow them
    if most > DEEPEST and _deeper(text, _BLOCK_TAG, DEEPEST):
        raise Refused(Reason.NOT_A_PAGE, f"blocks nested more than {DEEPEST:,} deep")
    styled = most > DEEPEST_STYLED and len(_LIKE_STYLE.findall(text)) > DEEPEST_STYLED
    if styled and _deeper(text, _STYLE_TAG, DEEPEST_STYLED):
        raise Refused(Reason.NOT_A_PAGE, f"words nested more than {DEEPEST_STYLED:,} deep")


def _deeper(text: str, pattern: re.Pattern[str], deepest: int) -> bool:
    """Whether more than so many tags stand open at once."""
    depth = 0
    for closes in pattern.findall(text):
        depth = max(0, depth - 1) if closes else depth + 1
        if depth > deepest:
            return True
    return False


def _refuse_data(page: Page) -> None:
    """JSON, scripts and style sheets of no family; recognition has passed over the feeds and answers we read."""
    start = page.text[:_SNIFFED].lstrip("\ufeff \t\r\n")[:1]
    kind = page.content_type.partition(";")[0].strip().lower()
    if (start in ("{", "[") and ("json" in kind or not _MARKUP.search(page.text[:_SNIFFED]))) or kind in _DATA_TYPES:
        raise Refused(Reason.NOT_A_PAGE, f"data ({kind or 'JSON'}), not a page")


def _refuse_plain(page: Page) -> None:
    """A sentence without markup means something only at an engine's own address («RSS 보기가 금지되어 있습니다.»)."""
    if "<" not in page.text:
        raise Refused(Reason.NOT_A_PAGE, f"plain text: «{flat(page.text[:80])}»")


def _refuse_cut(page: Page, tree: Tree, article: Article) -> None:
    """A page that ends inside its article: no closing tag, and the last words of the page are those of the body."""
    if not article.body_text and any(page.text.rfind(a) > page.text.rfind(b) for a, b in _SWALLOW):
        raise Refused(Reason.TRUNCATED, "an element that never ends holds the rest of the page, and the text")
    if any(page.text.rfind(tag) >= 0 for tag in _CLOSING) or not page.text.lstrip().startswith("<"):
        return
    last_line = article.body_text.rpartition("\n")[2]
    if text_of(tree.body).endswith(last_line):  # an article without a word ends everywhere
        raise Refused(Reason.TRUNCATED, f"the page ends inside the article, after «{last_line[-40:]}»")


def _key(family: Family, page: Page, tree: Tree) -> str | None:
    key = family.key(page.final_url)
    if key is None and family.key_in_page is not None:
        key = family.key_in_page(page, tree)
    return key or family.key(page.url)


def _with_keys(listing: Listing, family: Family) -> Listing:
    """Rows get the key their address says; a reader that knows better has set it already."""

    def keyed(item: Item) -> Item:
        return item if item.canonical_key else replace(item, canonical_key=key_of(item.url, family))

    return replace(listing, items=tuple(keyed(item) for item in listing.items))
