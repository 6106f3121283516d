"""The rows of any list page: one link per document, repeated in like elements.

Skins differ without end, links do not. A row is the largest element that holds links to one document only. What stands
in it is read by `sources/lists/items.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sources.address import absolute, parse
from sources.blocks import Node, Tree
from sources.page import Page

DEEPEST = 40  # ancestors looked at; a list's row is never further up
_LEAST_BESIDE = 3
Found = tuple[Node, str, str, list[Node]]  # link, address, key, the link and its ancestors (nearest first)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list: the element, the address and key of its document, and all links to it in the row."""

    node: Node
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
    found: list[Found] = []
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
    return _grouped([link for link in found if owner[link[0].mem_id]], owner)  # a table in a link may hold another


def _chain(link: Node, stop: int) -> list[Node]:
    chain = [link]
    node = link.parent
    while node is not None and node.mem_id != stop and len(chain) < DEEPEST:
        chain.append(node)
        node = node.parent
    return chain


def _grouped(found: Sequence[Found], owner: dict[int, str | None]) -> list[Row]:
    rows: dict[int, Row] = {}
    beside = _beside_each_other(found, owner)
    for link, url, name, chain in found:
        own = [node for node in chain if owner[node.mem_id] == name]
        in_table = next((node for node in own if node.tag == "tr"), None)
        if own[-1].tag == "td" or (own[-1].tag == "tr" and own[-1].mem_id in beside):
            in_table = own[-1]  # a table of pictures, a document in each cell; a row with a table in it
        # With a single document on the page everything belongs to it: a row or list item is still no more than that.
        inner = own if own[-1].mem_id not in beside else own[-1:]
        row = in_table or next((n for n in reversed(inner) if n.tag in ("li", "article", "dl")), own[-1])
        known = rows.get(row.mem_id) or _upper_half(row, name, rows)
        rows[known.node.mem_id if known else row.mem_id] = _with(known, link) if known else Row(row, url, name, (link,))
    return list(rows.values())


def _beside_each_other(found: Sequence[Found], owner: dict[int, str | None]) -> set[int]:
    """The largest pieces of documents of which several stand in one box: rows, however they are made up."""
    pieces: dict[int, dict[str, int]] = {}
    for _, _, name, chain in found:
        piece = next(node for node in reversed(chain) if owner[node.mem_id] == name)
        if piece.parent is not None:
            pieces.setdefault(piece.parent.mem_id, {})[name] = piece.mem_id
    return {piece for box in pieces.values() if len(box) >= _LEAST_BESIDE for piece in box.values()}


def _upper_half(row: Node, name: str, rows: dict[int, Row]) -> Row | None:
    """The row above, of a document that takes two rows of a table (`rowspan`): title and dates, then its lead."""
    above = row.prev if row.tag == "tr" else None
    while above is not None and above.tag != "tr":
        above = above.prev
    upper = rows.get(above.mem_id) if above is not None else None
    if upper is None or upper.key != name or upper.node.css_first("td[rowspan]") is None:
        return None
    return upper


def _with(row: Row, link: Node) -> Row:
    return Row(row.node, row.url, row.key, (*row.links, link))


def next_page(scope: Tree | Node, page: Page, key: Callable[[str], str | None], name: str = "page") -> str | None:
    """The address of the next page of a list that counts its pages in the parameter `name`.

    Read from the paging links: it must be the number after that of this page (past the end, skins still link the
    last pages). Links to documents carry the number of the list they stand in, and are passed over by their `key`.
    """
    following = int(parse(page.final_url).number(name) or 1) + 1
    for link in scope.css(f'a[href*="{name}={following}"]'):
        url = absolute(page.final_url, link.attributes.get("href"))
        if url and parse(url).number(name) == str(following) and _same_site(url, page.final_url) and key(url) is None:
            return url
    return None


def _same_site(one: str, other: str) -> bool:
    """Paging stays on the site; its path may differ (`/board` and `/index.php?mid=board`)."""
    return parse(one).site.partition(":")[0] == parse(other).site.partition(":")[0]
