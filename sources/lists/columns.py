"""Which column of a list is which, as its head says («번호 | 제목 | 글쓴이 | 날짜 | 조회»).

Works for tables, and for rows made of boxes below a line of as many names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from sources.blocks import Node, flat, line_of
from sources.pick import number

_ROLES = (
    ("date", re.compile(r"날짜|등록일|작성일|게시일|일시|일자|date", re.I)),
    ("views", re.compile(r"조회|읽음|views?|hit", re.I)),
    ("author", re.compile(r"글쓴이|작성자|이름|닉네임|담당|부서|author|writer", re.I)),
    ("number", re.compile(r"^(?:번호|no\.?|순번)$", re.I)),
    ("category", re.compile(r"^(?:분류|말머리|카테고리|갈래)$")),
    ("title", re.compile(r"제\s*목|title|subject", re.I)),
)
_MOST_COLUMNS = 20
_LONGEST_NAME = 8  # characters of the name of a column
_LEAST_NAMED = 3  # columns that a line has to name to be a head
_FOR_PHONES = 1  # parts of a row behind its columns, which say the same again on a small screen
_FIRST = 3  # lines of a table, or parts of a box of rows, among which its head is looked for
_LONGEST_HEAD = 60  # characters of such a line of boxes
_BOXES = frozenset(("li", "div", "dl", "ul", "article"))


@dataclass(frozen=True, slots=True)
class Column:
    """Where a column stands, and what its parts are called; empty where its head shares no name with them."""

    at: int
    called: str = ""


Heads = dict[int, dict[str, Column]]  # table, or box around the rows → what its columns are


def columns_of(row: Node, heads: Heads) -> dict[str, Node]:
    """Cells of a row by what the head of its list calls them: date, views, author, number, title."""
    table = row.parent
    while table is not None and table.tag != "table":
        table = table.parent
    if row.tag != "tr" or table is None:
        return _parts_of_box(row, heads) if row.tag in _BOXES else {}
    if table.mem_id not in heads:
        heads[table.mem_id] = _roles(table)
    roles = heads[table.mem_id]
    cells = _spread(row) if roles else []
    return {role: cells[column.at] for role, column in roles.items() if len(cells) > column.at}


def _spread(row: Node) -> list[Node]:
    """The cells of a row, one for each column they stand in («제목» over a picture and a title)."""
    cells = (node for node in row.iter() if node.tag in ("td", "th"))
    return [cell for cell in cells for _ in range(min(number(cell.attributes.get("colspan")) or 1, _MOST_COLUMNS))]


def _roles(table: Node) -> dict[str, Column]:
    lines = table.css("tr")
    head = table.css_first("thead tr") or next((tr for tr in lines if tr.css_first("th") is not None), None)
    head = head or next((tr for tr in lines[:_FIRST] if _names_columns(tr)), None)
    if head is None:
        return {}
    return _roles_of([flat(node.text()) or flat(node.attributes.get("class")) for node in _spread(head)])


def _roles_of(said: Sequence[str], called: Sequence[str] = ()) -> dict[str, Column]:
    roles: dict[str, Column] = {}
    for at, text in enumerate(said):
        role = next((role for role, pattern in _ROLES if role not in roles and pattern.search(text)), None)
        if role is not None:
            roles[role] = Column(at, called[at] if called else "")
    return roles


def _names_columns(line: Node) -> bool:
    """A line without heading cells that says of three columns what they are («번호 | 제목 | 글쓴이», as in old ASP);
    those by which the list can be sorted are links."""
    return _is_head([line_of(cell) for cell in line.css("td")])


def _is_head(said: Sequence[str]) -> bool:
    words = [one.replace(" ", "") for one in said]
    named = (len(one) <= _LONGEST_NAME and any(p.fullmatch(one) for _, p in _ROLES) for one in words)
    return sum(named) >= _LEAST_NAMED


def _parts_of_box(row: Node, heads: Heads) -> dict[str, Node]:
    """The same where no table is: a row of parts beside each other, below a line of as many names."""
    box = row.parent
    if box is None or heads.get(box.mem_id) == {}:
        return {}
    parts = _parts(row)
    if box.mem_id not in heads:
        heads[box.mem_id] = _roles_above(box, (len(parts), len(_opened(parts))))
    roles = heads[box.mem_id]
    parts = _opened(parts) if roles and len(parts) <= max(column.at for column in roles.values()) else parts
    named = {name: part for part in reversed(parts) if (name := _name_of(part))}  # a row may leave one out, or add one
    found = {role: named.get(c.called) or (parts[c.at] if len(parts) > c.at else None) for role, c in roles.items()}
    return {role: part for role, part in found.items() if part is not None}


def _name_of(part: Node) -> str:
    return (part.attributes.get("class") or "").strip()


def _opened(parts: list[Node]) -> list[Node]:
    """Parts of a row whose link holds some of them («<a><i>7</i><i>제목</i></a><div>글쓴이</div>»)."""
    return [inner for part in parts for inner in ((list(part.iter()) or [part]) if part.tag == "a" else [part])]


def _roles_above(box: Node, columns: Sequence[int]) -> dict[str, Column]:
    for head in (*islice(box.iter(), _FIRST), _before(box)):
        parts = _parts(head) if head is not None and len(flat(head.text())) <= _LONGEST_HEAD else []
        if any(0 <= count - len(parts) <= _FOR_PHONES for count in columns) and _is_head(
            [line_of(part) for part in parts]
        ):
            return _roles_of([line_of(part) for part in parts], [_name_of(part) for part in parts])
    return {}


def _before(box: Node) -> Node | None:
    at = box.prev
    while at is not None and at.tag in ("-text", "-comment"):
        at = at.prev
    return at


def _parts(row: Node) -> list[Node]:
    """The elements in a row; those of its only element, if it has one."""
    parts = list(row.iter())
    return list(parts[0].iter()) if len(parts) == 1 else parts
