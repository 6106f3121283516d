"""gnuboard 4 (to 2013, commonly EUC-KR): table skins without ids, and the DTD edition.

Title, writer and time of the table skins are found by their labels; only `#writeContents` and `#commentContents` are
ids. Comments, secret and missing posts answer 200 with one line of script.
"""

from __future__ import annotations

import re

from sources.articles.headline import set_as_heading
from sources.blocks import Node, Tree, flat, line_of, text_of
from sources.catalogue import Source
from sources.dates import When, read_date
from sources.families import gnuboard
from sources.families.gnuboard5 import COMMENT_LABELS, DATE_LABELS, VIEW_LABELS
from sources.family import Family
from sources.metadata.around import completed
from sources.page import Article, Listing, Page, Reason, Refused
from sources.pick import distinct_lines, first_of, head_title, number
from sources.refusals import refuse_alert
from sources.texts.boards import full_title, subject, without_marker
from sources.texts.files import files_named, named_in

BODIES = ("#writeContents", "#view_content", "#board_view div.content", ".view_content", "#resContents")
HEADINGS = (
    "#board_view h2.title", "#board_view .title", "div[style*='font-weight:bold']",
    "td[style*='font-weight:bold']", "td.title", ".view_title", ".subject",
)  # fmt: skip
NOT_HEADER = (
    "#writeContents,#view_content,div.content,#commentContents,#comments,.comment,form,table.board_list,.list_table"
)
_CATEGORY = re.compile(r"\[([^\[\]]{1,30})\]\s{0,3}")
_AUTHOR = re.compile(
    r"(?:글쓴이|작성자|이름)\s{0,3}[:：]?\s{0,3}([^\n\t]{1,40}?)"
    r"(?=\s{0,3}(?:[|\n\t]|날짜|작성일|등록일|조회|추천|댓글|글번호|홈페이지|메일|IP\b|$))"
)
# The engine disarms scripts in posts by printing them as text.
_SCRIPT_SHOWN = re.compile(r"^<script\b[^\n]{0,4000}</script>$\n?", re.M | re.I)
_ROW_LINK = "a[href*='wr_id=']"  # in the rows of the list below, which skins name as they do headings
_MOST_HEADINGS = 3  # of one name that are looked at
_REAL_NAME = re.compile(r"\bname=([^&\"']{1,40})")


def read(page: Page, tree: Tree, source: Source | None) -> Article | Listing:
    gnuboard.refuse_others(page, tree)
    body = first_of(tree, BODIES) or gnuboard.behind_mark(page, tree)
    if body is None:
        refuse_alert(page, tree)
        of_post = gnuboard.key(page.final_url) is not None and " > " in head_title(tree)
        body = gnuboard.prose(page, tree, head_title(tree)) if of_post else None
    if body is None:
        return gnuboard.read_list(page, tree)
    told = text_of(tree.body, NOT_HEADER, [body])
    title, category = _title(tree, body)
    text, marker = without_marker(_SCRIPT_SHOWN.sub("", text_of(body)))
    when = _when(tree, told, page)
    views = VIEW_LABELS.search(told)
    article = Article(
        title=title,
        body_text=text,
        published_at=when.at if when else None,
        date_only=bool(when and when.date_only),
        author=_author(tree, told),
        views=number(views[1]) if views else None,
        comments=_comments(tree, told),
        attachments=_files(tree) or files_named(page, tree, body),
        board=gnuboard.board_of_post(page, tree, title),
        category=category,
        links=distinct_lines(tree.css("a[href*='link.php']")),
        moved_marker=marker,
    )
    return completed(article, body, page)


def _title(tree: Tree, body: Node) -> tuple[str, str | None]:
    """The heading, without the «[분류]» before it. The title tag has the same words, but loses anything in <>."""
    parts = head_title(tree).split(" > ", 2)
    head = parts[-1] if len(parts) > 1 else ""  # «무리 > 게시판 > 제목», of some skins «게시판 > 제목»
    shown = _shown(tree, body, head)
    if not shown and not head:
        raise Refused(Reason.LAYOUT_CHANGED, "no title of the post")
    shown = full_title(shown, head)
    title, before = subject(shown, head)
    if title == head:
        return title, before
    category = _CATEGORY.match(shown)
    if category and not head.startswith("["):
        rest = full_title(shown[category.end() :], head)
        return (rest, category[1]) if rest else (shown, None)
    return shown or head, None


def _shown(tree: Tree, body: Node, head: str) -> str:
    """What is set as the heading, best as the head of the page says it: rows of the list below are named so too."""
    inside = {node.mem_id for node in body.css("*")}
    named = (node for selector in HEADINGS for node in tree.css(selector)[:_MOST_HEADINGS] if node.mem_id not in inside)
    said = [said for node in named if node.css_first(_ROW_LINK) is None and (said := line_of(node))]
    fits = next((line for line in said if _says(line, head)), "") if head else ""
    if not fits and (not said or head):
        look = line_of(next(set_as_heading(body, ""), None))
        fits = look if not said or _says(look, head) else ""
    return fits or next(iter(said), "")


def _says(line: str, head: str) -> bool:
    stem = line.rstrip("….").strip()
    return bool(stem) and (head in line or stem in head or subject(line, head)[0] == head)


def _when(tree: Tree, told: str, page: Page) -> When | None:
    cell = first_of(tree, ("#board_view .sum .date", "#board_view .date"))
    if cell is not None:
        return read_date(line_of(cell), page.fetched_at, guess_year=False)
    for label in DATE_LABELS.finditer(told):
        when = read_date(label[1], page.fetched_at, guess_year=False)
        if when is not None:
            return when
    beside = (line for line in told.split("\n") if VIEW_LABELS.search(line))  # «이름 2014/03/05 20:31 조회 264»
    return next((when for line in beside if (when := read_date(line, page.fetched_at, guess_year=False))), None)


def _author(tree: Tree, told: str) -> str | None:
    """DTD skins cut names after four letters; the whole one is in `rel`."""
    node = first_of(tree, ("#board_view .sum .author", "#board_view .author"))
    if node is not None:
        link = node.css_first("[rel*='name=']")
        whole = _REAL_NAME.search(flat(link.attributes.get("rel"))) if link is not None else None
        return (whole[1] if whole else line_of(node)) or None
    found = _AUTHOR.search(told)
    return flat(found[1]) or None if found else None


def _comments(tree: Tree, told: str) -> int | None:
    counted = len(tree.css("a[name^=c_]")) or len(tree.css("[id^=c_]"))
    if counted or first_of(tree, ("#commentContents", "#comments", ".comments", "form[name=fviewcomment]")) is not None:
        return counted
    label = COMMENT_LABELS.search(told)
    return number(label[1]) if label else None


def _files(tree: Tree) -> tuple[str, ...]:
    links = tree.css("a[href*='file_download('],a[href*='download.php'],dl.attach a:not([href*='link.php'])")
    return named_in(links)


FAMILY = Family(
    name="gnuboard4",
    about="그누보드 4: 2013년 이전의 EUC-KR 게시판",
    evidence="rendered",
    read=read,
    key=gnuboard.key,
    signs="#writeContents,#commentContents,form[name=fboardlist] table.board_list",
    marks=("g4_path",),
    address=gnuboard.address,
    hints=("<script type='text/javascript'>alert('", "<script type='text/javascript'> location.replace('"),
    key_in_page=gnuboard.key_in_page,
)
