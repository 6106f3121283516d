"""List pages by what every list has: one link per document, repeated in like rows.

Skins differ without end, the links do not. A row is the largest piece of the page that holds links to one document
only; its title is the text of the link that says most.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from sources.address import absolute, parse
from sources.blocks import Node, Tree, flat, line_of, text_of
from sources.dates import When, read_date
from sources.page import Item, Page
from sources.pick import number

# What skins put inside a title link beside the title.
NOT_TITLE = (
    ".sound_only,.cnt_cmt,.new_icon,.hot_icon,.bo_cate_link,.bo_cnt,.blind,.sr-only,.screen-reader-text,.comment_count,"
    ".replyNum,.trackbackNum,.cmt-count,.badge,.label,.ico,.icon,img,i.fa,i.xi,svg"
)
_DECORATION = re.compile(
    r"[\[(+]?\s?(?:\d{1,4}|N|H|NEW|HOT|New|new|Hot|새글|인기글?|댓글|비밀글|첨부파일?|공지)\s?개?[\])]?"
)
_EMPTIED = re.compile(r"\s{0,3}[\[(]\s?\+?\s?[\])]$")  # «(3)» whose number stood in an element of its own
_NOTICE = re.compile(r"\s*(?:\[?(?:공지|알림|필독|중요|notice|알림장)(?:사항)?\]?)\s*", re.I)
_SECRET = (
    ".fa-lock,.xi-lock,.lock,[class*=icon-lock],[class*=icon_lock],[class*=secret],img[src*=secret],img[src*=lock],"
    "img[alt*=비밀글]"
)
_REPLY = "[class*=reply]:not([class*=replyNum]):not(a[href*=comment]),img[src*=reply],img[alt*=답변]"
_ROLES = (
    ("date", re.compile(r"날짜|등록일|작성일|게시일|일시|일자|date", re.I)),
    ("views", re.compile(r"조회|읽음|views?|hit", re.I)),
    ("author", re.compile(r"글쓴이|작성자|이름|닉네임|담당|부서|author|writer", re.I)),
    ("number", re.compile(r"^(?:번호|no\.?|순번)$", re.I)),
    ("title", re.compile(r"제\s*목|title|subject", re.I)),
)
_AUTHORS = ".sv_member,.sv_guest,.member,.guest,.author,.writer,.nick"
_VIEWS = ".bo_view,.gall_view,.views,.hit,.readNum,.if_view"
_VIEWS_SAID = re.compile(r"조회\s?수?\s{0,3}[:：]?\s{0,3}([\d,]{1,12})")
_DATE_SAID = re.compile(r"(?:작성일|등록일|날짜)\s{0,3}[:：]?\s{0,3}(\S{1,20}(?:\s\d{1,2}:\d{2})?)")
_DATES = (
    "time[datetime]", ".td_datetime", ".td_date", "td.datetime", "td.date", "td.time", "td.td-date", ".bo_date",
    ".gall_date", ".if_date", "[class*=date]", "[class*=time]", ".regdate",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list: the element, the link to its document, and all links to that document in it."""

    node: Node
    link: Node
    url: str
    key: str
    links: tuple[Node, ...]


def rows_of(
    scope: Tree | Node,
    page: Page,
    key: Callable[[str], str | None],
    links: str = "a[href]",
    address_of: Callable[[Node], str | None] | None = None,
) -> list[Row]:
    """Rows in page order, one for each run of links to one document. The same document may have two rows (notices).

    `address_of` makes the address of a link where that is a script; by default it is the `href`.
    """
    root = scope.body if isinstance(scope, Tree) else scope
    if root is None:
        return []
    found: list[tuple[Node, str, str, list[Node]]] = []  # link, address, key, ancestors (nearest first)
    owner: dict[int, str | None] = {}  # element → the one document its links lead to, None for several
    for link in root.css(links):
        url = address_of(link) if address_of else absolute(page.final_url, link.attributes.get("href"))
        name = key(url) if url else None
        if url is None or name is None:
            continue
        chain = _chain(link, root.mem_id)
        for node in chain:
            if owner.setdefault(node.mem_id, name) != name:
                owner[node.mem_id] = None
        found.append((link, url, name, chain))
    return _grouped(found, owner)


def _chain(link: Node, stop: int) -> list[Node]:
    chain = [link]
    node = link.parent
    while node is not None and node.mem_id != stop and len(chain) < 40:
        chain.append(node)
        node = node.parent
    return chain


def _grouped(found: Iterable[tuple[Node, str, str, list[Node]]], owner: dict[int, str | None]) -> list[Row]:
    rows: dict[int, Row] = {}
    for link, url, name, chain in found:
        own = [node for node in chain if owner[node.mem_id] == name]
        in_table = [node for node in own if node.tag == "tr"]
        # With a single document on the page everything belongs to it: a row or list item is still no more than that.
        row = in_table[0] if in_table else next((n for n in reversed(own) if n.tag in ("li", "article", "dl")), own[-1])
        known = rows.get(row.mem_id)
        rows[row.mem_id] = Row(row, link, url, name, (link,)) if known is None else _with(known, link, url)
    return list(rows.values())


def _with(row: Row, link: Node, url: str) -> Row:
    return Row(row.node, row.link, row.url, row.key, (*row.links, link))


def title_of(row: Row, titles: Sequence[str] = (), drop: str = NOT_TITLE) -> str:
    """The title in a row: by the skin's own selectors, else the first link that says more than a number or a label."""
    for selector in titles:
        node = row.node.css_first(selector)
        if node is not None:
            said = clean_title(node, drop)
            if said:
                return said
    texts = [clean_title(link, drop) for link in row.links]
    return next((text for text in texts if text and not _DECORATION.fullmatch(text)), max(texts, key=len, default=""))


def clean_title(node: Node, drop: str = NOT_TITLE) -> str:
    """Text of a title link without icons, counts and labels that stand in elements of their own."""
    whole = line_of(node)
    if not whole:
        return flat(node.attributes.get("title"))
    labels = [part for part in node.css("span,em,strong,b,small,font,sup") if _DECORATION.fullmatch(line_of(part))]
    bare = _EMPTIED.sub("", line_of(node, drop, labels))
    bare = bare or whole
    full = flat(node.attributes.get("title"))
    cut = bare.rstrip("….")
    return full if cut != bare and len(cut) > 4 and full.startswith(cut) else bare


def columns(row: Node) -> dict[str, Node]:
    """Cells of a table row by what the table's head calls them: date, views, author, number, title."""
    table = row.parent
    while table is not None and table.tag != "table":
        table = table.parent
    if row.tag != "tr" or table is None:
        return {}
    cells = [node for node in row.iter() if node.tag in ("td", "th")]
    heads = _heads(table)
    return {role: cells[at] for role, at in heads.items() if len(cells) > at} if heads else {}


def _heads(table: Node) -> dict[str, int]:
    head = table.css_first("thead tr") or next((tr for tr in table.css("tr") if tr.css_first("th") is not None), None)
    if head is None:
        return {}
    said = [flat(node.text()) or flat(node.attributes.get("class")) for node in head.iter() if node.tag in ("th", "td")]
    roles: dict[str, int] = {}
    for at, text in enumerate(said):
        for role, pattern in _ROLES:
            if role not in roles and pattern.search(text):
                roles[role] = at
                break
    return roles


def date_of(row: Row, cells: dict[str, Node], fetched_at: datetime, dates: Sequence[str] = _DATES) -> When | None:
    """The date a row shows, from its own cell; never from the words of the title."""
    nodes = [cells["date"]] if "date" in cells else []
    nodes += [node for selector in dates for node in row.node.css(selector)[:2]] if not nodes else []
    for node in nodes:
        when = read_date(node.attributes.get("datetime"), fetched_at) or read_date(line_of(node), fetched_at)
        if when is not None:
            return when
    said = _DATE_SAID.search(line_of(row.node)) if not nodes else None
    return read_date(said[1], fetched_at) if said else None


def item_of(
    row: Row, page: Page, *, titles: Sequence[str] = (), drop: str = NOT_TITLE, notice: str = "", category: str = ""
) -> Item:
    """An item with all that the skins of boards have in common."""
    cells = columns(row.node)
    when = date_of(row, cells, page.fetched_at)
    label = line_of(cells.get("number")) if "number" in cells else ""
    marks = flat(row.node.attributes.get("class"))
    title = title_of(row, titles, drop)
    author = line_of(cells.get("author") or row.node.css_first(_AUTHORS), ".sv,noscript,img")
    return Item(
        url=row.url,
        title=title,
        canonical_key=row.key,
        published_at=when.at if when else None,
        date_only=bool(when and when.date_only),
        author=author or None,
        views=_views(row, cells),
        comments=comments_in(row),
        notice="notice" in marks or bool(_NOTICE.fullmatch(label)) or bool(notice and row.node.css_first(notice)),
        secret=row.node.css_first(_SECRET) is not None,
        reply=row.node.css_first(_REPLY) is not None,
        category=(line_of(row.node.css_first(category)) or None) if category else None,
    )


def _views(row: Row, cells: dict[str, Node]) -> int | None:
    node = cells.get("views") or row.node.css_first(_VIEWS)
    if node is not None:
        return number(line_of(node, ".sound_only"))
    said = _VIEWS_SAID.search(line_of(row.node)) if row.node.tag != "tr" else None
    return number(said[1]) if said else None


def comments_in(row: Row) -> int | None:
    """The count of comments beside the title; rows without any print nothing."""
    for node in row.node.css(".cnt_cmt,.comment,.replyNum,.kboard-comments-count,.cmt-count,.comment_count,.reply_num"):
        count = number(line_of(node))
        if count is not None:
            return count
    return 0


def next_page(scope: Tree | Node, page: Page, key: Callable[[str], str | None], name: str = "page") -> str | None:
    """The address of the next page of a list that counts its pages in the parameter `name`.

    Read from the paging links: it must be the number after that of this page (past the end, skins still link the
    last pages). Links to documents carry the number of the list they stand in, and are passed over by their `key`.
    """
    here = int(parse(page.final_url).number(name) or 1)
    for link in scope.css(f'a[href*="{name}="]'):
        url = absolute(page.final_url, link.attributes.get("href"))
        there = parse(url).number(name) if url else None
        if url and there and int(there) == here + 1 and _same_list(url, page.final_url) and key(url) is None:
            return url
    return None


def _same_list(one: str, other: str) -> bool:
    """Paging stays on the site; its path may differ (`/board` and `/index.php?mid=board`)."""
    return urlsplit(one).netloc.split(":")[0] == urlsplit(other).netloc.split(":")[0]


def lines(node: Node | None) -> list[str]:
    return text_of(node).split("\n") if node is not None else []
