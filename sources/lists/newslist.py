"""Reading a list page of any newspaper engine, by what repeats.

Skins of one engine name their rows differently, and tables, `dl` and cards all occur. What they share: a box whose
children each lead to one article. Among all such boxes the list is the one with most rows that also show a date or a
lead; «많이 본 뉴스» columns, tickers and menus show neither. An engine may name its rows, which then come first.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from sources.address import absolute
from sources.blocks import Node, Tree, flat, has_words, line_of, own_text, text_of
from sources.dates import When, read_date
from sources.lists.items import without_categories
from sources.lists.newspaging import current_page, next_page
from sources.lists.notices import labels_notice, with_badges, with_notices
from sources.lists.rowlines import DATE, signed_in
from sources.lists.rows import Row
from sources.lists.rowtitles import CATEGORY, NOTICE, bracketed, in_parts, whole_of, without_labels
from sources.metadata.around import in_row
from sources.metadata.roles import LEADS_ON
from sources.page import Item, Listing, Page
from sources.pick import attribute, number

Key = Callable[[str], str | None]

MOST_LINKS = 4_000  # of a page that are looked at; a list with more is no page for readers
UP = 8  # how many levels above a link its row may lie
_SIDE = re.compile(
    r"(?:^|[\s_-])(?:best|rank\w*|side\w*|aside|right|recent\w*|popular|hot\w*|pop|ticker|breaking|sokbo|footer|foot|header|head|gnb|nav\w*|menu|"
    r"banner|relat\w*|photo_?news|box-skin|Box_best|auto-article|m_best|container_ri|many|most|slide\w*|swiper\w*)(?:[\s_-]|$)",
    re.I,
)
_TITLES = (
    ".titles,.list-titles,.altlist-subject,.title,.tit,.subject,.headline,.list_title,.news_tit,.article_tit,.tt,.sbj"
)
_TITLE_TAGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "dt", "strong", "b"))
_DATED = re.compile(
    r"(?:^|[\s_-])(?:date\w*|time\w*|dated|regist\w*|info\w*|byline|etc|day|write-time|s_date|altlist-info-item|winfo|List_Date)(?:[\s_-]|$)",
    re.I,
)
_LEAST_PARTS = 3
_ABOVE = 4  # boxes around the first row above which notices may stand
_TAGS_OF_BLOCKS = frozenset(("div", "ul", "dl", "table"))
_COUNT = re.compile(r"[\[(+]?\s?\d{1,4}\s?[\])]?")
_COUNTED = re.compile(r"\d(?:\s?N(?:EW)?)?$")
_DAY_LAST = re.compile(r"(?<!\d)(?:19|20)\d{2}\s?[-./]\s?\d{1,2}\s?[-./]\s?\d{1,2}\.?(?:\s\d{1,2}:\d{2})?$")
_PINNED = re.compile("📌|📢|🔔")
_TOTAL = re.compile(
    r"(?:총|전체|Total)\s{0,3}:?\s{0,3}(\d{1,3}(?:,\d{3}){0,4}|\d{1,9})\s{0,2}건?|\((\d{1,3}(?:,\d{3}){0,4}|\d{1,9})건\)"
)


@dataclass(frozen=True, slots=True)
class Rows:
    """What an engine says of its lists, in CSS: rows, a row's title and date, the board's name, what is no row."""

    rows: tuple[str, ...] = ()
    title: str = ""
    date: str = ""
    board: tuple[str, ...] = ()
    not_rows: str = "#sample"
    drop_from_next: tuple[str, ...] = ()
    told: bool = False  # a board's row says who and how often read without naming it «기자»
    script_link: tuple[str, str] = ("", "")  # a javascript link («article_view('(\\d+)')») and the address it opens


@dataclass(slots=True)
class _Link:
    node: Node
    url: str
    key: str
    text: str


@dataclass(slots=True)
class _Box:
    """A box that might be the list: its children that hold article links, in page order."""

    node: Node
    depth: int
    rows: dict[int, tuple[Node, list[_Link]]] = field(default_factory=dict)


def read_list(page: Page, tree: Tree, key: Key, spec: Rows, least: int = 1) -> Listing | None:
    """The list of a page, or None when fewer than `least` articles are listed."""
    rows = _named_rows(page, tree, key, spec) or _found_rows(page, tree, key, spec)
    read = [(row, item) for row, links in rows if (item := _item(page, row, links, spec)) is not None]
    if len(read) < least:
        return None
    pinned = [(row, item) for row, links in _pinned(page, rows, key, spec) if (item := _item(page, row, links, spec))]
    items = tuple(item for _, item in read)
    if spec.told:
        linked = {row.mem_id: tuple(link.node for link in links) for row, links in rows}
        marked = [Row(row, item.url, item.canonical_key or "", linked[row.mem_id]) for row, item in read]
        items = with_notices([row for row, _ in read], without_categories(marked, items))
    else:
        items = with_badges([row for row, _ in read], items)
    items = (*(replace(item, notice=True) for _, item in pinned), *items)
    text = line_of(tree.body)[:6000]
    total = _TOTAL.search(text)
    here = current_page(page.final_url)
    return Listing(
        items=items,
        next_page=next_page(page, tree, spec.drop_from_next),
        board=_board(tree, spec, rows),
        total=number(total[1] or total[2]) if total else None,
        page=here if here else 1,
    )


def read_front(page: Page, tree: Tree, key: Key) -> Listing | None:
    """Every article a front page links, once, by the longest words of its links; order of the page."""
    titles: dict[str, _Link] = {}
    for link in _links(page, tree, key, Rows()):
        known = titles.get(link.key)
        if known is None or len(known.text) < len(link.text) <= 120:
            titles[link.key] = link
    items = tuple(
        Item(url=link.url, title=link.text, canonical_key=link.key) for link in titles.values() if len(link.text) >= 6
    )
    return Listing(items) if items else None


# --- rows ------------------------------------------------------------------------------------


def _links(page: Page, scope: Tree | Node, key: Key, spec: Rows) -> list[_Link]:
    found = []
    for node in scope.css("a[href]")[:MOST_LINKS]:
        url = absolute(page.final_url, _href(node, spec))
        name = key(url) if url else None
        if url and name:
            found.append(_Link(node, url, name, _words(node, spec.told)))
    return found


def _words(link: Node, parted: bool) -> str:
    """What a link says, without the category that stands before the title in an element of its own («[알림] 제목»);
    on boards (`parted`) without the number before it and the count behind it too."""
    said = line_of(link) or attribute(link, "aria-label")  # a link laid over a card has no words of its own
    if said[:1] not in ("[", "(", "〔", "【"):
        said = in_parts(link) or said if parted and (said[:1].isdigit() or _COUNTED.search(said)) else said
        return "" if LEADS_ON.fullmatch(said) else said
    label = next((part for part in link.css("span,em,b,i,strong,small") if CATEGORY.fullmatch(line_of(part))), None)
    return (line_of(link, without=[label]) or said) if label is not None else said


def _href(node: Node, spec: Rows) -> str:
    href = attribute(node, "href")
    pattern, opens = spec.script_link
    if pattern and (found := re.search(pattern, f"{href} {attribute(node, 'onclick')}")):
        return opens.format(*found.groups())
    return href


def _named_rows(page: Page, tree: Tree, key: Key, spec: Rows) -> list[tuple[Node, list[_Link]]]:
    for selector in spec.rows:
        rows = []
        for node in tree.css(selector):
            links = [] if spec.not_rows and node.css_matches(spec.not_rows) else _links(page, node, key, spec)
            if links:
                rows.append((node, links))
        if sum(len({link.key for link in links}) == 1 for _, links in rows) * 2 > len(rows):
            return _in_main(rows)  # else the name is that of the box around the rows
    return []


def _in_main(rows: list[tuple[Node, list[_Link]]]) -> list[tuple[Node, list[_Link]]]:
    """The rows without those in a side column («많이 본 기사»), which some skins name the same."""
    boxes = {row.parent.mem_id: row.parent for row, _ in rows if row.parent is not None}
    beside = {box for box, node in boxes.items() if _beside(node)} if len(boxes) > 1 else set()
    return [(row, links) for row, links in rows if row.parent is None or row.parent.mem_id not in beside] or rows


def _found_rows(page: Page, tree: Tree, key: Key, spec: Rows) -> list[tuple[Node, list[_Link]]]:
    """The children of the best box, each with its links; [] when no box has two rows and no link has a title."""
    boxes: dict[int, _Box] = {}
    links = _links(page, tree, key, spec)
    for link in links:
        child, parent = link.node, link.node.parent
        for depth in range(UP):
            if parent is None or parent.tag in ("html", "-document"):
                break
            box = boxes.setdefault(parent.mem_id, _Box(parent, depth))
            box.rows.setdefault(child.mem_id, (child, []))[1].append(link)
            child, parent = parent, parent.parent
    best = max(boxes.values(), key=_score, default=None)
    if best is None or _score(best) <= 0:
        return []
    return _with_top(best, page, key, spec) + [row for row in best.rows.values() if any(link.text for link in row[1])]


def _with_top(best: _Box, page: Page, key: Key, spec: Rows) -> list[tuple[Node, list[_Link]]]:
    """The top story in a box of its own right before the list, if it leads to one article and shows its day."""
    above = best.node.prev
    while above is not None and above.tag in ("-text", "-comment"):
        above = above.prev
    if above is None or above.tag in ("nav", "header", "form") or _beside(above) or labels_notice(above):
        return []
    links = _links(page, above, key, spec)
    known = {link.key for _, more in best.rows.values() for link in more}
    alone = len({link.key for link in links}) == 1 and links[0].key not in known
    return [(above, links)] if alone and DATE.search(line_of(above)) else []


def _pinned(page: Page, rows: list[tuple[Node, list[_Link]]], key: Key, spec: Rows) -> list[tuple[Node, list[_Link]]]:
    """Notices in a box of their own right above the list, marked «공지»."""
    at, listed = rows[0][0], {link.key for _, links in rows for link in links}
    for _ in range(_ABOVE):
        block = at.prev
        while block is not None and (block.tag in ("-text", "-comment", "script") or not has_words(block)):
            block = block.prev
        if block is not None:
            pinned = block.tag not in ("nav", "header", "form") and labels_notice(block) and not _beside(block)
            links = _links(page, block, key, spec) if pinned else []
            return [] if listed.intersection(link.key for link in links) else _apart(block, links)
        if at.parent is None or at.parent.tag == "body":
            break
        at = at.parent
    return []


def _apart(box: Node, links: list[_Link]) -> list[tuple[Node, list[_Link]]]:
    """The pieces of a box that lead to one article each."""
    if len({link.key for link in links}) < 2:
        return [(box, links)] if links else []
    inside = ((part, [link for link in links if _holds(part, link.node)]) for part in box.iter())
    return [row for part, held in inside for row in _apart(part, held)]


def _score(box: _Box) -> float:
    """Rows that lead to one article each; worth more with a date or a lead; side columns are worth little."""
    score = 0.0
    counted: set[str] = set()
    for node, links in box.rows.values():
        keys = {link.key for link in links}
        if keys <= counted:  # picture, headline and lead of one article, each in a link
            continue
        counted |= keys
        if len(keys) > 1:
            score -= 2.0 * len(keys)
            continue
        words = line_of(node)
        title = max((link.text for link in links), key=len, default="")
        if not title:
            continue
        in_card = (title[-1].isdigit() and _DAY_LAST.search(title)) or (
            len(title) > 120 and DATE.search(title)
        )  # a row that is one link
        score += 1.0 + (1.5 if in_card or DATE.search(words.replace(title, "", 1)) else 0.0)
        score += 0.7 if len(words) > len(title) + 30 or len(title) > 80 else 0.0
    return score * (0.25 if _beside(box.node) else 1.0) - 0.01 * box.depth


def _beside(node: Node) -> bool:
    at: Node | None = node
    while at is not None and at.tag not in ("body", "html"):
        if at.tag in ("aside", "nav", "footer", "header"):
            return True
        names = f"{at.attributes.get('class') or ''} {at.attributes.get('id') or ''}"
        if names != " " and _SIDE.search(names[:200]):
            return True
        at = at.parent
    return False


def _item(page: Page, row: Node, links: list[_Link], spec: Rows) -> Item | None:
    title = _title(row, links, spec)
    if not title:
        return None
    when, shown = _when(row, title, page.fetched_at, spec)
    rest = text_of(row, cells=" | ").replace(title, "", 1)
    first = links[0]
    words, front = without_labels(title, row) if spec.told else (title, "")
    author, section = signed_in(row, rest, shown, title)
    told = in_row(row, title, page.fetched_at, author=author, named_only=not spec.told)
    when = when or (told.when if spec.told else None)  # «06:40» between a name and a count
    return Item(
        url=first.url,
        title=whole_of(words, row),
        canonical_key=first.key,
        published_at=when.at if when else None,
        date_only=bool(when and when.date_only),
        author=told.author,
        category=section or told.category or bracketed(front),
        views=told.views if spec.told else None,
        comments=told.comments if spec.told else None,
        notice=bool(spec.told and (_PINNED.search(rest) or NOTICE.fullmatch(front))),
    )


def _title(row: Node, links: list[_Link], spec: Rows) -> str:
    """The words of a row's headline: in an element that says so, else the first link with words."""
    selectors = [s for s in (spec.title, _TITLES) if s]
    for selector in selectors:
        for node in row.css(selector):
            if (node.css_first("a[href]") is not None or _in_link(node)) and (
                words := line_of(node, ".blind,.sr-only,.num,.cnt,img")
            ):
                linked = node.css_first("a[href]")
                if linked is None and _COUNTED.search(words):
                    return in_parts(node)
                return line_of(linked) or words if linked is not None else words
    for link in links:
        at: Node | None = link.node
        while at is not None and at.mem_id != row.mem_id and at.tag not in _TITLE_TAGS:
            at = at.parent
        if at is not None and at.tag in _TITLE_TAGS and link.text:
            return link.text
    for link in links:
        for tag in ("h1", "h2", "h3", "h4", "h5", "strong", "b", "dt"):
            if words := line_of(link.node.css_first(tag)):
                return words
    for link in links:
        if link.text and (part := _longest_part(link.node)):
            return part
    for link in links:
        if link.text:
            lines = text_of(link.node).split("\n")
            return next((line for line in lines if not DATE.search(line)), lines[0]) if len(lines) > 1 else link.text
    return ""


def _longest_part(link: Node) -> str:
    """In a row that is one link with its parts in elements beside each other (category, title, writer, day): the part
    that says most, without a count in an element of its own. The day tells that it is a whole row."""
    parts = [part for part in link.iter() if line_of(part)]
    if len(parts) < _LEAST_PARTS or own_text(link) or not any(DATE.search(line_of(part)) for part in parts):
        return ""
    longest = max(parts, key=lambda part: len(line_of(part)))
    counts = [part for part in longest.css("i,em,b,span,small") if _COUNT.fullmatch(line_of(part))]
    return line_of(longest, "", counts) if longest.tag not in _TAGS_OF_BLOCKS else ""


def _in_link(node: Node) -> bool:
    at: Node | None = node.parent
    for _ in range(3):
        if at is None:
            return False
        if at.tag == "a":
            return True
        at = at.parent
    return False


def _when(row: Node, title: str, fetched_at: datetime, spec: Rows) -> tuple[When | None, str]:
    """The row's own date: where a class says so, else the last short line that is one (leads quote dates of events)."""
    selectors = [spec.date] if spec.date else []
    for node in [n for s in selectors for n in row.css(s)] + [n for n in row.css("[class],time,em") if _says_date(n)]:
        words = line_of(node)
        if len(words) <= 80 and DATE.search(words) and (when := _read(words, fetched_at)):
            return when, words
        if node.tag == "time" and (when := read_date(node.attributes.get("datetime"))):  # «11월 18, 2026»
            return when, words
    for line in reversed(text_of(row, cells="\n").replace("|", "\n").split("\n")):
        line = line.strip()
        if line and line not in title and len(line) <= 60 and DATE.search(line) and (when := _read(line, fetched_at)):
            return when, line
    for node in reversed(row.css("span,small,em,i,b,font,p,dd,td")):  # where a skin sets them in one line
        words = line_of(node)
        if words not in title and len(words) <= 60 and DATE.search(words) and (when := _read(words, fetched_at)):
            return when, words
    return None, ""


def _says_date(node: Node) -> bool:
    return node.tag in ("time", "em") or bool(_DATED.search((node.attributes.get("class") or "")[:120]))


def _read(words: str, fetched_at: datetime) -> When | None:
    return read_date(words.replace("[", " ").replace("]", " "), fetched_at)


def _board(tree: Tree, spec: Rows, rows: list[tuple[Node, list[_Link]]]) -> str | None:
    for selector in spec.board:
        node = tree.css_first(selector)
        if node is not None and (words := line_of(node, "small,script")):
            return words[:40]
    for selector in ("main h2", "#container h2", "h2", "h3"):
        for node in tree.css(selector)[:4]:
            words = line_of(node, "small")
            if words and len(words) <= 20 and not _beside(node) and not any(_holds(row, node) for row, _ in rows):
                return words
    title = tree.css_first("title")
    first = re.split(r"\s{1,3}[-|:<›»]\s{1,3}|::", flat(title.text()) if title is not None else "")
    return first[0].strip() if len(first) > 1 and len(first[0]) <= 20 else None


def _holds(row: Node, node: Node) -> bool:
    at: Node | None = node
    while at is not None:
        if at.mem_id == row.mem_id:
            return True
        at = at.parent
    return False
