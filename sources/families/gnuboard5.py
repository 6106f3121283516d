"""gnuboard 5 (5.0 to 5.6), desktop and mobile skins, third-party themes with and without the `bo_v_*` ids."""

from __future__ import annotations

import re
from datetime import datetime

from sources.articles.headline import first_heading
from sources.articles.signed import as_newspaper
from sources.blocks import Node, Tree, line_of, text_of
from sources.catalogue import Source
from sources.dates import When, read_date
from sources.families import gnuboard
from sources.families.gnuboard_themes import FURNITURE, HEADINGS, bare_view, info_before, is_inside, neighbours
from sources.family import Family
from sources.metadata.around import completed
from sources.page import Article, Listing, Page, Reason, Refused
from sources.pick import after_icon, distinct_lines, first_of, head_title, number, some, when_said
from sources.refusals import refuse_alert
from sources.texts.boards import subject, without_marker
from sources.texts.files import files_named, name_beside, own_name, without_size
from sources.texts.newsheader import Times, later

BODIES = (
    "#bo_v_con", ".board-view-con", ".bo_v_con", "[itemprop=description].view-content", ".view-content",
    "#view_content", ".view_content", "article div[itemprop=description]",
)  # fmt: skip
TITLES = (".bo_v_tit", "#bo_v_title", ".headline h3", ".board-view-title")
THEME_TITLES = (".view-wrap > h1", "h1[itemprop=headline]", "blockquote h3", ".view_title", ".view-title")
VIEW = "#bo_v,article.board-view,.view-wrap"
INFOS = ("#bo_v_info", ".board-view-info", ".view-head", ".bo_v_info", "blockquote footer", "blockquote")
CATEGORY = ".bo_v_cate,.headline .category,header [class*=cate]"
LINKS = ("#bo_v_link a,.board-view-link a", "a[href*='/link.php?']")  # themes without the box keep the counting address
FILES = ("#bo_v_file li,.board-view-file li,.bo_v_file li", "a[href*='download.php']")
NOT_INFO = ".sv,noscript,#bo_v_top,.bo_v_com,.pf_img,script,h1,h2,h3,h4,.bo_v_tit,#bo_v_title"
CHANGE_LABELS = re.compile(r"(?:최종\s?)?수정(?:일시?)?\s{0,3}[:：]\s{0,3}([^\n]{1,60})")
DATE_LABELS = re.compile(r"(?:작성일시?|등록일시?|게시일|날짜)\s{0,3}[:：]?\s{0,3}([^\n]{1,60})")
VIEW_LABELS = re.compile(r"(?:조회\s?수?|읽음|Views?\b|Hits?\b)\s{0,3}[:：]?\s{0,3}([\d,]{1,12})")
COMMENT_LABELS = re.compile(r"댓글\s{0,3}[:：]?\s{0,3}([\d,]{1,7})\s?[건개]?")
_MONTH_DAY = re.compile(r"(?<![\d.:/-])(\d{1,2})[-./](\d{1,2})(?![\d.:/-])")
_BESIDE_NAME = "[class*=pull-right]"  # the time of a file, in the same link
_BARE_COUNT = re.compile(r"\d[\d,]{0,11}\s?[회건개]?")
_UNSEEN = ".visually-hidden,.sr-only,.sound_only,.blind"
_COMMENTS = ("#bo_vc article[id^=c_]", "#bo_vc [id^=c_]", ".view-comment [id^=c_]")


def read(page: Page, tree: Tree, source: Source | None) -> Article | Listing:
    gnuboard.refuse_others(page, tree)
    body = first_of(tree, BODIES) or gnuboard.behind_mark(page, tree)
    if body is not None:
        return _article(page, tree, body, text_of(body))
    of_post = gnuboard.is_of_post(page)  # many a theme prints the list below it
    if (of_post or first_of(tree, gnuboard.LISTS) is None) and gnuboard.board_of(page):
        refuse_alert(page, tree)
        box, info = bare_view(tree, _subject(tree))
        if box is not None:
            title = [node for node in box.css(HEADINGS) if line_of(node).endswith(_subject(tree))]
            return _article(page, tree, box, text_of(box, FURNITURE, title), info)
        if of_post and (prose := gnuboard.prose(page, tree, _subject(tree))) is not None:
            return _article(page, tree, prose, text_of(prose))
        if of_post:
            raise Refused(Reason.LAYOUT_CHANGED, "no text of the post")
    return gnuboard.read_list(page, tree)


def _article(page: Page, tree: Tree, body: Node, body_text: str, info: Node | None = None) -> Article:
    view = tree.css_first(VIEW) or tree
    title, category = _title(tree, view, body)
    info = info or _info(tree, view, body)
    told = text_of(info, NOT_INFO) if info is not None else ""
    if info is None:
        told = text_of(tree.body, f"{','.join(BODIES)},#bo_vc,.bo_v_nb,form,nav,header,aside,footer,.nb_date")
    text, marker = without_marker(body_text)
    when = _when(told, info, page) or _year_of_neighbours(told, tree)
    article = Article(
        title=title,
        body_text=text,
        published_at=when.at if when else None,
        date_only=bool(when and when.date_only),
        modified_at=_modified(told, when),
        author=line_of(first_of(info, (".sv_member", ".sv_guest")), ".sv,noscript,img") or None
        if info is not None
        else None,
        views=_views(told, info),
        comments=_comments(tree, told, info),
        attachments=_files(view) or files_named(page, tree, body),
        board=gnuboard.board_of_post(page, tree, title),
        category=category,
        links=distinct_lines(some(view, LINKS)),
        moved_marker=marker,
    )
    bare = info if info is not None and is_inside(info, body) else None
    return as_newspaper(completed(article, body, page, bare), body)


def _info(tree: Tree, view: Tree | Node, body: Node) -> Node | None:
    """The block with writer, time and views: by the skins' names, else the nearest dated one before the text."""
    for selector in INFOS:
        for node in view.css(selector)[:3]:
            quoted = node.tag == "blockquote" and _MONTH_DAY.search(line_of(node)) is None  # a heading, set as one
            if not quoted and not is_inside(node, body):
                return node
    return info_before(body, _subject(tree))


def _title(tree: Tree, view: Tree | Node, body: Node) -> tuple[str, str | None]:
    """Title and category. The heading may be cut with «…» and carry the category («분류 | 제목», or glued to it);
    the title tag «제목 > 게시판 | 누리집» has the whole subject and nothing else."""
    head = _subject(tree)
    category = line_of(view.css_first(CATEGORY), _UNSEEN) or None
    shown = line_of(first_of(view, TITLES), ".bo_v_cate,.sound_only,i,img") or _heading(tree, head)
    if not shown and not head:
        shown = line_of(first_of(tree, THEME_TITLES), ".sound_only,i,img")
    if not shown:
        shown = line_of(first_heading(body, "")) if not head else ""
        if shown:
            return shown, category
        if not head:
            raise Refused(Reason.LAYOUT_CHANGED, "no title of the post")
        return head, category
    title, before = subject(shown, head)
    return title, category or before


def _subject(tree: Tree) -> str:
    return head_title(tree).rpartition(" | ")[0].rpartition(" > ")[0].strip()


def _heading(tree: Tree, head: str) -> str:
    """The heading of a theme without ids: the one that holds the words of the title tag."""
    return next((said for node in tree.css("h1,h2,h3,h4") if head and head in (said := line_of(node))), "")


def _when(told: str, info: Node | None, page: Page) -> When | None:
    """From the label, else the first date of the info line. A date without a year stays unread: it would be a guess."""
    stamped = when_said(info.css_first("time[datetime]"), page.fetched_at) if info is not None else None
    if stamped is not None and not stamped.date_only:
        return stamped
    headings = [line_of(node) for node in info.css(HEADINGS)] if info is not None else []
    for label in DATE_LABELS.finditer("\n".join((told, *headings))):
        when = read_date(label[1], page.fetched_at, guess_year=False)
        if when is not None:
            return when
    if info is None:
        return None
    dated = info.css_first(".if_date,time,[class*=date]")
    lines = [line_of(dated)] if dated is not None else told.split("\n")
    return next((when for line in lines if (when := read_date(line, page.fetched_at, guess_year=False))), None)


def _modified(told: str, when: When | None) -> datetime | None:
    label = CHANGE_LABELS.search(told) if "수정" in told else None
    return later(Times(when, read_date(label[1], guess_year=False))) if label else None


def _year_of_neighbours(told: str, tree: Tree) -> When | None:
    """A theme that prints «11-20» and no year, beside a previous and a next post with theirs («26.11.18»).

    A post stands between its neighbours, so its year is the one that brings it nearest to them. Without neighbours
    the year would be a guess, and the date stays empty (the feed has it).
    """
    around = [read_date(line_of(node)) for node in neighbours(tree)]
    years = sorted({when.at.year for when in around if when})
    label = DATE_LABELS.search(told)
    day = _MONTH_DAY.search(label[1] if label else told)
    if not years or day is None:
        return None
    found = [read_date(f"{year}-{day[1]}-{day[2]}") for year in range(years[0] - 1, years[-1] + 2)]
    dated = [when for when in found if when]
    return min(dated, key=lambda w: min(abs(w.at - near.at) for near in around if near)) if dated else None


def _views(told: str, info: Node | None) -> int | None:
    if (beside := _in_box(info, "조회")) is not None:
        return beside
    label = VIEW_LABELS.search(told.replace("\n", " "))
    if label:
        return number(label[1])
    return number(after_icon(info.css_first("i.fa-eye"))) if info is not None else None


def _in_box(info: Node | None, label: str) -> int | None:
    """The number that shares a box with a label for screen readers, before or behind it («3,408 <조회>»)."""
    for node in info.css(_UNSEEN) if info is not None else ():
        if line_of(node) == label and node.parent is not None:
            said = line_of(node.parent, "", [node])
            return number(said) if _BARE_COUNT.fullmatch(said) else None
    return None


def _comments(tree: Tree, told: str, info: Node | None) -> int | None:
    if (beside := _in_box(info, "댓글")) is not None:
        return beside
    label = COMMENT_LABELS.search(told.replace("\n", " "))
    if label:
        return number(label[1])
    icon = info.css_first("i[class*=fa-comment]") if info is not None else None
    said = number(after_icon(icon))
    if said is not None:
        return said
    if tree.css_first("#bo_vc,#bo_vc_empty,.view-comment") is None:
        return None
    return max(len(tree.css(selector)) for selector in _COMMENTS)


def _files(view: Tree | Node) -> tuple[str, ...]:
    for selector in FILES:
        named = [n.css_first("strong") or n.css_first("a") or n for n in view.css(selector)]
        said = [own_name(n) or line_of(n, _BESIDE_NAME) or line_of(n) or line_of(n.parent) for n in named]
        if said:
            lines = (name_beside(node, without_size(line)) for node, line in zip(named, said, strict=True))
            return tuple(dict.fromkeys(filter(None, lines)))
    return ()


FAMILY = Family(
    name="gnuboard5",
    about="그누보드 5 게시판: 누리집과 마을 포털에서 가장 흔한 게시판",
    evidence="rendered",
    read=read,
    key=gnuboard.key,
    signs="#bo_v,#bo_list,#bo_gall,#bo_vc,form#fboardlist",
    marks=("g5_bo_table",),
    address=gnuboard.address,
    key_in_page=gnuboard.key_in_page,
)
