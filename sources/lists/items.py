"""One row of a list → an `Item`: its title, date, views, category and marks (notice, secret, answer).

What a table's cells mean is read from its head («제목 | 글쓴이 | 날짜 | 조회»); in lists without a head, from class
names. A page has many rows, so classes and icons are searched in the row's markup instead of by a selector each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from urllib.parse import unquote

from sources.blocks import Node, flat, has_words, line_of, own_text, text_of
from sources.dates import When, read_date
from sources.lists.columns import Heads, columns_of
from sources.lists.notices import NOTICE, says_notice, with_notices
from sources.lists.rows import Row
from sources.lists.rowtitles import BARE_DATE, CUT, Skin, label_in_link, title_of, whole_of
from sources.metadata.around import in_row
from sources.metadata.roles import COUNT, MEMBERS, is_heading, leads_to, role_named
from sources.metadata.words import words_of
from sources.page import Item, Page
from sources.pick import after_icon, number
from sources.words import holds_any

_BRACKETS = "[](){}〔〕【】 ·"
_TAGS = re.compile(r"<(?:img|span|i|em|b|td|div|tr|li|a|strong)\b[^<>]{0,600}")
_CLASSES = re.compile(r"""\s(?:class|src|alt)=["'][^"'<>]{0,300}""")
_MARKED = ("lock", "secret", "비밀글", "reply", "_re.", "/re.", '"re.', "답변")
_SECRET = re.compile(r"""(?:icon[-_]?|[-_/"'\s])(?:lock|secret)(?![a-z])|비밀글""")
_REPLY = re.compile(r"""(?:icon[-_]|[-_/"'\s])(?:reply|re)(?:[-_.]|["'\s]|$)|답변""")
_SECRET_ICON = re.compile(r"""<(?:i|img|span|em)\b[^<>]{0,200}\b(?:title|alt|aria-label)=["']비밀\s?글["']""")
_SECRET_TITLE = re.compile(r"비밀\s?글(?:입니다)?\.?")
_SECRET_SAID = re.compile(r">\s{0,9}비밀글\s{0,9}</(?!a>)")  # for screen readers; a title has more around it
_ANSWER_SAID = re.compile(r">\s{0,9}답[변글]글\s{0,9}</(?!a>)")
_REPLY_SAID = re.compile(r"\[답[변글]\]")  # «Re:» may have been typed by anyone
_ROLES_OF_AUTHOR = re.compile(r"(?:글쓴이|작성자|등록자|올린\s?이|이름|닉네임|담당부서|작성부서|부서)\s?[:：]?")
_AUTHORS = ".sv_member,.sv_guest,.member,.guest,.author,.writer,.nick"
_COUNTED = re.compile(r"[\[(]\s?\+?(\d{1,4})\s?[\])]")
_COUNT_SAID = re.compile(
    r">\s{0,9}댓글\s{0,3}(?:</\w{1,9}>\s{0,9})?(?:<\w{1,9}\b[^<>]{0,200}>\s{0,9})?\+?\s?(\d{1,4})\b"
)
_COUNT_LINK = re.compile(
    r"""<a\b[^<>]{0,300}#(?:\w{0,20}[Cc]omment\w{0,9}|bo_vc|cmt\w{0,9}|reply\w{0,9})["'][^<>]{0,200}>\s{0,9}"""
    r"(?:<\w{1,9}\b[^<>]{0,200}>\s{0,9}){0,2}[\[(+]?\s?(\d{1,4})\b"
)
_COUNT_BOX = re.compile(
    r"<(?:span|em|b|strong|small|sup|font)\b[^<>]{0,200}>\s{0,9}(?:[\[(]\s?\+?|\+\s?)"
    r"(?:<(?:span|em|b|strong)\b[^<>]{0,200}>\s{0,3})?(\d{1,4})\s?(?:</(?:span|em|b|strong)>\s{0,3})?[\])]?\s{0,9}</"
)
_UNSEEN = ".sr-only,.sound_only,.blind"  # words for screen readers, where a picture stands for them
_VIEWS = ".bo_view,.gall_view,.views,.hit,.readNum,.if_view,[class$=_hit],[class$=-hit]"
_COUNTS = (
    ".cnt_cmt,[class*=cmt_cnt],a [class*=cmt],[class*=comment_count],.replyAndTrackback,.comment,.replyNum,"
    ".kboard-comments-count,.cmt-count,.reply_num,.count.orangered"
)
_COUNT_NAMES = ("cmt", "comment", "reply", "orangered")  # one is in each of these
_DATES = "time[datetime],.regdate,[class*=date],[class*=time]"
_ANGLES = ("└", "┗", "ㄴ", "↳")
_VIEWS_SAID = re.compile(r"(?:조회\s?수?|(?<![A-Za-z])Views)\s{0,3}[:：]?\s{0,3}([\d,]{1,12})")
_DATE_SAID = re.compile(r"(?:작성일|등록일|날짜|(?<![A-Za-z])Date)\s{0,3}[:：]?\s{0,3}(\S{1,20}(?:\s\d{1,2}:\d{2})?)")
_BARE = re.compile(r"(?:조회\s?수?\s?)?\d[\d,]{0,9}")
_LONGEST_CATEGORY = 6  # characters of one that nothing calls so
# What calls a category so; each pattern has an opening of its own, for they are looked for in every row.
_CATEGORY_CUES = tuple(
    map(re.compile, (r"""cat(?:e(?:gory)?)?\d?[_"'\s/-]""", r"""sca=[^&"'#]""", r"""ca_name=[^&"'#]"""))
)
_MENU_LINK = re.compile(r"""[?&;](?:sca|ca_name|category1?)=([^&"'#<>\s]{1,200})["']""")
_LEAST_ROWS = 3
_ANSWERS = re.compile(r"(?:(?:\[답[변글]\]|답[변글]\s?[:：]|[Rr][Ee]\s?[:：])\s{0,3}){1,3}")
_LEAST_STEM = 8  # letters by which the title of a question is known
_COUNT_TAGS = "span,b,strong,em,small,sup,font,a"


def items_of(rows: Iterable[Row], page: Page, skin: Skin) -> tuple[Item, ...]:
    """Items in the order of their rows. Dates without a year or day are read against `page.fetched_at`."""
    heads: Heads = {}
    rows, items = _without_repeats(tuple(rows), tuple(_item(row, page, skin, heads) for row in rows))
    items = _with_menus_categories(_with_last_counts(rows, items), page)
    items = _with_categories_before(rows, _with_whole_answers(items), page.fetched_at)
    return _with_replies(without_categories(rows, with_notices([row.node for row in rows], items)))


def _with_categories_before(rows: Sequence[Row], items: tuple[Item, ...], fetched_at: datetime) -> tuple[Item, ...]:
    """Categories that nothing marks: a short word alone in its element before a card's title («<span>행사</span>»).

    Taken if the same words return in other rows. The last row is asked first: it is no notice.
    """
    cards = len(rows) >= _LEAST_ROWS and not any(item.category for item in items) and rows[-1].node.tag != "tr"
    if not cards or _before(rows[-1], items[-1], fetched_at) is None:
        return items
    said = [_before(row, item, fetched_at) for row, item in zip(rows, items, strict=True)]
    told = list(filter(None, said))
    if len(told) * 2 < len(items) or len(set(told)) * 2 > len(told):
        return items
    return tuple(replace(item, category=word) for item, word in zip(items, said, strict=True))


def _before(row: Row, item: Item, fetched_at: datetime) -> str | None:
    return in_row(row.node, item.title, fetched_at, author=item.author, named_only=True).category


def _without_repeats(rows: tuple[Row, ...], items: tuple[Item, ...]) -> tuple[tuple[Row, ...], tuple[Item, ...]]:
    """Rows without those of a box («많이 본 글») that repeat a post listed below with its author and views.

    A notice may stand on top once more.
    """
    told = {item.canonical_key for item in items if item.author or item.views is not None}
    both = list(zip(rows, items, strict=True))
    kept = [(row, item) for row, item in both if not (_is_bare(row, item) and item.canonical_key in told)]
    return tuple(row for row, _ in kept), tuple(item for _, item in kept)


def _is_bare(row: Row, item: Item) -> bool:
    return not item.author and item.views is None and not item.notice and not says_notice(row.node, item)


def _with_menus_categories(items: tuple[Item, ...], page: Page) -> tuple[Item, ...]:
    """Move «[분류]» from the titles to the categories where most rows have one and the board's menu links to it; in a
    list of few rows it was typed by hand."""
    labelled = sum(item.category is None and item.title.startswith("[") for item in items)
    if labelled < _LEAST_ROWS or labelled * 2 < len(items):
        return items
    names = {unquote(said[1], page.encoding, "replace").strip() for said in _MENU_LINK.finditer(page.text)}
    told = tuple(_with_menus_category(item, names) if item.category is None else item for item in items)
    changed = sum(item is not was for item, was in zip(told, items, strict=True))
    return told if changed >= _LEAST_ROWS and changed * 2 >= len(items) else items


def _with_menus_category(item: Item, names: set[str]) -> Item:
    label, _, rest = item.title[1:].partition("]")
    fits = item.title.startswith("[") and label.strip() in names and rest.strip()
    return replace(item, title=rest.strip(), category=label.strip()) if fits else item


def _with_whole_answers(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Titles of answers that «[답변]» made too long, completed from the title they answer."""
    if not any(item.title.endswith(CUT) and _ANSWERS.match(item.title) for item in items):
        return items
    return tuple(_with_whole_answer(item, items) for item in items)


def _with_whole_answer(item: Item, items: Sequence[Item]) -> Item:
    answers = _ANSWERS.match(item.title) if item.title.endswith(CUT) else None
    stem = item.title[answers.end() :].rstrip("….").rstrip() if answers else ""
    if answers is None or len(stem) < _LEAST_STEM:
        return item
    asked = {other.title for other in items if other.title.startswith(stem) and not other.title.endswith(CUT)}
    return replace(item, title=f"{answers[0]}{asked.pop()}") if len(asked) == 1 else item


def _with_replies(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Mark answers that no skin marks: a title «Re: 제목» right below «제목» was not typed by hand."""
    if not any(item.title[:2] in ("Re", "RE", "re", "답변") for item in items[1:]):
        return items
    told, asked = [], ""
    for item in items:
        stem = _ANSWERS.sub("", item.title, 1) if _ANSWERS.match(item.title) else ""
        told.append(replace(item, reply=True) if stem and stem == asked else item)
        asked = stem or item.title
    return tuple(told)


def without_categories(rows: Sequence[Row], items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Move a short word in an element of its own before the title to the category, where it returns in other rows."""
    first = [_first_part(row, item.title) for row, item in zip(rows, items, strict=True)]
    said = list(filter(None, first))
    if len(said) < _LEAST_ROWS or len(said) * 2 < len(items) or len(set(said)) == len(said):
        return items
    both = zip(items, first, strict=True)
    return tuple(
        replace(item, title=item.title.removeprefix(word).strip(), category=item.category or word) if word else item
        for item, word in both
    )


def _first_part(row: Row, title: str) -> str:
    part = next((link.css_first("b,span,em,strong,i") for link in row.links if title in line_of(link)), None)
    said = line_of(part) if part is not None else ""
    return said if 2 <= len(said) <= _LONGEST_CATEGORY < len(title) and title.startswith(said) else ""


def _with_last_counts(rows: Sequence[Row], items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Views of rows that print them without a label (notices, in some skins): the other rows show that they end the
    row."""
    if len(rows) < _LEAST_ROWS or len({item.views is None for item in items}) == 1:
        return items
    ends = [number(said) if _BARE.fullmatch(said := _last_word(row.node)) else None for row in rows]
    known = [end == item.views for end, item in zip(ends, items, strict=True) if item.views is not None]
    if not all(known) or len(known) * 2 < len(rows):
        ends = [_only_count(row.node) if item.views is None else None for row, item in zip(rows, items, strict=True)]
    return tuple(replace(i, views=end) if i.views is None else i for end, i in zip(ends, items, strict=True))


def _only_count(row: Node) -> int | None:
    """The one number of a row that has an icon before it; None where there are several."""
    counts = [word.said for word in words_of([row]) if word.icon and COUNT.fullmatch(word.said)]
    return number(counts[0]) if len(counts) == 1 else None


def _last_word(row: Node) -> str:
    return text_of(row).rpartition("\n")[2]


def _item(row: Row, page: Page, skin: Skin, heads: Heads) -> Item:
    cells = columns_of(row.node, heads)
    when = _date(row, cells, page.fetched_at)
    html = row.node.html or ""
    marked = holds_any(html, _MARKED)
    marks = " ".join(_CLASSES.findall(" ".join(_TAGS.findall(html)))) if marked else ""
    author = _author(cells.get("author") or row.node.css_first(_AUTHORS))
    title, views, comments = whole_of(title_of(row, skin), row.node), _views(row, cells, html), _comments(row, html)
    comments = comments or (_count_behind(row, title) if row.node.tag == "tr" else 0)
    labelled = row.node.css_first(skin.category) if skin.category else None
    category = line_of(labelled or cells.get("category"))
    # the head of a table tells all there is, but for what stands there for telephones
    if (not cells or "조회" in html) and (when is None or not author or views is None):
        told = in_row(row.node, title, page.fetched_at)
        when, author, category = when or told.when, author or told.author or "", category or told.category or ""
        views, comments = told.views if views is None else views, comments or told.comments or 0
    if not category and ("cat" in html or "sca=" in html or "ca_name=" in html) and _names_category(html):
        category = _category_in(row)
    return Item(
        url=row.url,
        title=title,
        canonical_key=row.key,
        published_at=when.at if when else None,
        date_only=bool(when and when.date_only),
        author=author or None,
        views=views,
        comments=comments,
        notice=_is_notice(row, cells, skin, html),
        secret=_is_secret(title, marks, html),
        reply=bool(_REPLY.search(marks)) or _is_answer(row, html) or _REPLY_SAID.match(title) is not None,
        category=(category or label_in_link(row, html)).strip(_BRACKETS) or None,
    )


def _names_category(html: str) -> bool:
    return any(cue.search(html) is not None for cue in _CATEGORY_CUES)


def _category_in(row: Row) -> str:
    """A heading that its element's name calls the category, or words that lead to its posts («공지» may be one too)."""
    words = (word for word in words_of([row.node]) if role_named(word) == "category")
    return next((word.said for word in words if is_heading(word.said) or leads_to(word, "category")), "")


def _date(row: Row, cells: dict[str, Node], fetched_at: datetime) -> When | None:
    """The date a row shows, from its own cell or after its label; never from the words of the title."""
    nodes = [cells["date"]] if "date" in cells else row.node.css(_DATES)[:6]
    for node in nodes:
        when = read_date(node.attributes.get("datetime"), fetched_at) or read_date(line_of(node), fetched_at)
        if when is not None:
            return when
    if nodes:
        return None
    said = _DATE_SAID.search(_apart(row.node))
    if said:
        return read_date(said[1], fetched_at)
    bare = (line for part in row.node.css("span,small,em,p,li,dd") if BARE_DATE.fullmatch(line := line_of(part)))
    return read_date(next(bare, None), fetched_at)


def _apart(node: Node) -> str:
    """The text of a row, with a space between elements («<i>조회 12</i><i>10:41</i>»)."""
    return flat(node.text(separator=" "))


def _author(cell: Node | None) -> str:
    """The author's cell without the column's name, which is printed in it again for small screens."""
    if cell is None:
        return ""
    words = flat(cell.text())
    parts = cell.css("em,span,strong,b,label") if _ROLES_OF_AUTHOR.search(words) else []
    parts += cell.css("li,a") if MEMBERS.search(words) else []  # the menu of a name
    labels = [part for part in parts if _ROLES_OF_AUTHOR.fullmatch(said := line_of(part)) or MEMBERS.fullmatch(said)]
    return line_of(cell, ".sv,noscript,img", labels)


def _views(row: Row, cells: dict[str, Node], html: str) -> int | None:
    node = cells.get("views") or row.node.css_first(_VIEWS)
    if node is not None:
        return number(line_of(node, ".sound_only"))
    if "fa-eye" in html:
        return number(after_icon(row.node.css_first("i[class*=fa-eye]")))
    said = _VIEWS_SAID.search(_apart(row.node)) if row.node.tag != "tr" else None
    return number(said[1]) if said else None


def _comments(row: Row, html: str) -> int:
    """The number of comments beside the title or its icon; 0 where none is printed."""
    named = row.node.css(_COUNTS) if holds_any(html, _COUNT_NAMES) else ()
    counts = (number(line_of(node)) for node in named)
    said = next((count for count in counts if count is not None), None)
    if said is None and "fa-comment" in html:
        said = number(after_icon(row.node.css_first("i[class*=fa-comment]")))
    if said is None and row.node.tag == "tr" and (beside := _COUNTED.fullmatch(own_text(row.links[-1].parent))):
        said = int(beside[1])  # «제목 (4)», the count outside of the link
    if said is None and (boxed := _count_in(html)):
        said = int(boxed[1])
    return said or 0


def _count_behind(row: Row, title: str) -> int:
    """A bare count in an element of its own that ends the title's link, or stands right behind it in its cell."""
    for link in row.links:
        inner = next((part for part in link.css(_COUNT_TAGS) if COUNT.fullmatch(flat(part.text()))), None)
        beside = link.next
        while beside is not None and (beside.tag == "-comment" or not has_words(beside)):
            beside = beside.next
        alone = beside is not None and beside.tag in _COUNT_TAGS.split(",") and COUNT.fullmatch(flat(beside.text()))
        if (inner is None and not alone) or not (said := line_of(link)).startswith(title or said):
            continue
        if inner is not None and said.removeprefix(title).strip().startswith(words := line_of(inner)):
            return number(words) or 0
        if alone:
            return number(line_of(beside)) or 0
    return 0


def _count_in(html: str) -> re.Match[str] | None:
    """A count in an element of its own, behind its word, or in a link to the comments."""
    found = _COUNT_BOX.search(html)
    found = found or (_COUNT_SAID.search(html) if "댓글" in html else None)
    return found or (_COUNT_LINK.search(html) if "#" in html else None)


def _is_answer(row: Row, html: str) -> bool:
    """Whether a row is an answer: by a word for screen readers, or the angle that old boards put before its title."""
    if "답변" in html and any(line_of(part) == "답변" for part in row.node.css(_UNSEEN)):
        return True
    if "답" in html and _ANSWER_SAID.search(html) is not None:
        return True
    before = row.links[0].prev if holds_any(html, _ANGLES) else None
    return before is not None and before.tag == "-text" and flat(before.text_content).endswith(_ANGLES)


def _is_secret(title: str, marks: str, html: str) -> bool:
    if _SECRET.search(marks) or _SECRET_TITLE.fullmatch(title):
        return True
    said = "비밀" in html and (_SECRET_ICON.search(html) or _SECRET_SAID.search(html))
    return bool(said)


def _number_said(cell: Node) -> str:
    icon = None if (said := line_of(cell)) else cell.css_first("img[alt]")
    return said if icon is None else flat(icon.attributes.get("alt"))


def _is_notice(row: Row, cells: dict[str, Node], skin: Skin, html: str) -> bool:
    if "notice" in flat(row.node.attributes.get("class")):
        return True
    if "number" in cells and NOTICE.fullmatch(_number_said(cells["number"])):
        return True
    if skin.notice and row.node.css_first(skin.notice) is not None:
        return True
    if "공지" in html and any(NOTICE.fullmatch(line_of(part)) for part in row.node.css(_UNSEEN)):
        return True
    if "공지" not in html or "notice" not in html:
        return False
    badge = row.node.css_first("em[class*=notice],span[class*=notice],strong[class*=notice]")
    return badge is not None and bool(NOTICE.fullmatch(line_of(badge)))
