"""Author, dates, views, comments and category of a post or a row, from the short words around its title.

Skins mark such a word by a label before it (sometimes for screen readers only), by an icon, by the class of its
element, or not at all: then the one word left over beside the date is the author. Words that fit nothing are ignored.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sources.blocks import Node, flat, has_words, line_of
from sources.dates import When
from sources.metadata.comments import comments_below, comments_called, comments_counted
from sources.metadata.fields import Metadata, begins, is_title, put, take
from sources.metadata.roles import COUNT, LEADS_ON, NOWHERE, is_heading, is_whole
from sources.metadata.words import Word, words_of
from sources.page import Article, Page
from sources.pick import number
from sources.texts.boards import without_captions, without_inserts
from sources.texts.newsheader import Times, later

_LEVELS = 8  # boxes around a text whose elder neighbours are looked at
_BEFORE = 2  # neighbours before the one with the title: category, or the writer's row of an old table
_STEM = 24  # characters of a title by which it is known where a skin cuts it
_LONGEST = 400  # characters of a neighbour before the title
_BOXES = 2  # around a text that ends them, below which its line may stand
_LONGEST_LINE = 120  # characters of a line below a text that tells of it
_BEGINNING = 12  # characters by which the text is found in the page
_NEAR = 12  # words before a title that may belong to it

_COUNTED = re.compile(r"[\[(]\s?\+?\d{1,4}\s?[\])]")
_FLAG_BEHIND = re.compile(r"\s?(?:N|NEW|New|HOT|Hot|새글)$")
_BRACKETS = ("[", "]", "(", ")")
_NO_CATEGORY = "단독|속보|긴급|종합|포토|영상|인기|추천|필독|중요|마감|진행|접수|예정"  # flags of a post or a call
_PINS = "📌📢🔔 "
_SECTION = re.compile(
    r"/(?:sections?|category|categories|c|cat|topics?)/|[?&](?:cat|category|sec(?:tion)?\w{0,8})=", re.I
)
_STATE = re.compile(
    rf"(?:{_NO_CATEGORY}|모집|신청|처리|답변|완료|대기|종료|취소|끝남|예약|보류)\s?(?:중|임박|완료|대기|마감|됨)?"
)
_STANDS = re.compile(r"(?:모집|신청|접수|진행|처리|답변)\s?(?:중|임박|완료|대기|마감|예정)|완료|마감|종료")
_LABEL_NAMES = re.compile(
    r"badge|label|(?:^|[\s_-])(?:tag|sec|part|sort|type|field|ca|ctg|cate\w{0,5})(?:[\s_-]|$)", re.I
)
_LONGEST_BADGE = 8
_BADGE = re.compile(rf"(?!{_NO_CATEGORY})(?:[가-힣]{{2,5}}|[가-힣]{{1,4}}[·ㆍ/][가-힣]{{1,4}})")
_PLAIN = ("span", "em", "i", "b", "strong", "div", "p", "a")
_PASSED = frozenset(("-comment", "script", "style", "nav", "aside", "footer", "form"))
# Two patterns that each begin with signs of their own: as one, they would be tried at every letter of a page.
_CATEGORY_NAMED = re.compile(r"""class=["']?[^"'<>]{0,60}(?:cate|[-_]cat["'\s]|kicker|fa-(?:tag|folder)\b)""")
_CATEGORY_TITLED = ('title="Category"', 'title="분류"', 'title="카테고리"')
_CATEGORY_BRACKETED = re.compile(r">\[[가-힣A-Za-z·/ ]{2,12}\]</")
_BEFORE_HEADING = re.compile(r"\]\s{1,40}<h\d")  # «[소식] <h1>», in no element of its own
_LABEL_HINT = re.compile(
    r"""class=["'](?:[^"'<>]{0,40}(?:label|badge)[^"'<>]{0,40}|(?:ca|ctg|sort|sec)\d?)["']>[가-힣·ㆍ/]{2,9}</"""
)
_TAG = re.compile(r"<[^<>]{0,200}>")
_TAGS_LENGTH = 200  # characters between a label and the title behind it


def around_post(
    body: Node, title: str, fetched_at: datetime, info: Node | None = None, comments: int | None = None
) -> Metadata:
    """The metadata between a post's title and its text, and right before the title.

    Where no element holds the text alone, pass the element that holds text and metadata as `info`: its own words count
    too. `comments` is their number where it is known already. A date without a year is not completed.
    """
    region = _region(info or body, title[:_STEM]) or _region_below(body, title)
    words = words_of([*region, info] if info is not None else region)
    at = next((n for n, word in enumerate(words) if is_title(word.said, title)), len(words))
    told = Metadata(comments=comments)
    before, heading = words[max(0, at - _NEAR) : at], words[at : at + 1]
    before = [word for word in before if not _STANDS.fullmatch(word.said)]
    if heading and told.comments is None and (count := _counted_behind(heading[0], words[at + 1 : at + 2])):
        told.comments = number(count)
    take(told, words[at:], fetched_at, title, guess_year=False)
    take(told, before, fetched_at, title, guess_year=False, named_only=told.when is not None or bool(told.author))
    if info is None and (told.when is None or told.views is None):
        _take_foot(told, body, fetched_at, title)
    if told.category is None and before:
        glued = bool(heading) and _in_heading(before[-1], heading[0])
        above = bool(heading) and (_is_badge(before[-1], heading[0]) or _is_kicker(before[-1]))
        if glued or above or before[-1].said[0] in "[〔【":
            put(told, "category", before[-1].said, before[-1], fetched_at, False)
        told.title = heading[0].said if glued and told.category else None
    return told


def _take_foot(told: Metadata, body: Node, fetched_at: datetime, title: str) -> None:
    """Add what a line right below the text says («조회 58 · 관심 4»): author and date only if no date stood above."""
    line = _line_below(body)
    if line is None:
        return
    foot = Metadata()
    take(foot, words_of([line]), fetched_at, title, guess_year=False, named_only=True)
    told.views = foot.views if told.views is None else told.views
    told.comments = foot.comments if told.comments is None else told.comments
    if told.when is None and foot.when is not None:
        told.when, told.author = foot.when, told.author or foot.author
        told.category = told.category or foot.category
        told.modified = told.modified or foot.modified


def _line_below(body: Node) -> Node | None:
    """The element right below a text, if it is short and neither a list, a heading nor a form."""
    at, box = _next_block(body), body.parent
    for _ in range(_BOXES):
        if at is not None or box is None or box.tag in ("body", "html", "td"):
            break
        at, box = _next_block(box), box.parent
    short = at is not None and at.tag in ("div", "p", "ul", "dl", "footer") and len(flat(at.text())) <= _LONGEST_LINE
    return at if short and at is not None and at.css_first("h2,h3,h4,form,li li") is None else None


def _next_block(node: Node) -> Node | None:
    at = node.next
    while at is not None and (at.tag in ("-text", "-comment", "script") or not has_words(at)):
        at = at.next
    return at


def _in_heading(word: Word, title: Word) -> bool:
    """Whether a word stands in an element of its own inside the heading, before the title («<em>보도</em>제목»).

    A bold element does not count: it would be the title's own first word.
    """
    box = word.node.parent
    short = _BADGE.fullmatch(word.said) and box is not None and box.tag in ("em", "span", "i", "a")
    return bool(short) and is_whole(word) and word.boxes[1:2] == title.boxes[:1]


def _is_badge(word: Word, title: Word) -> bool:
    """Whether a short word stands alone in its element right before a heading («안전» above a title)."""
    box = word.node.parent
    if box is None or box.tag not in _PLAIN or not _BADGE.fullmatch(word.said) or not is_whole(word):
        return False
    leads = box.attributes.get("href") or ""
    beside = set(word.boxes[1:3]) & set(title.boxes[1:3])
    heads = "<heading>" in title.names or _LABEL_NAMES.search(word.names) is not None
    return bool(beside) and heads and (len(leads) <= NOWHERE or bool(_SECTION.search(leads)))


def _is_kicker(word: Word) -> bool:
    """Whether a word right before the title is a link to a section, alone in its element («돌봄» above a headline)."""
    link = word.node.parent
    box = link.parent if link is not None and link.tag == "a" else None
    section = box is not None and is_whole(word) and flat(box.text()) == word.said
    return section and link is not None and bool(_SECTION.search(link.attributes.get("href") or ""))


def completed(article: Article, body: Node, page: Page, info: Node | None = None) -> Article:
    """The article with its empty fields filled from around its text; what the family has read stays.

    `body` is the element of the text; `info` as in `around_post`.
    """
    article = without_captions(without_inserts(article, body), body)
    timed = article.published_at and not article.date_only
    if article.comments is None:
        said = comments_below(body)
        said = said if said is not None else comments_called(page)
        said = comments_counted(body) if said is None and "<textarea" in page.text else said
        article = replace(article, comments=said)
    if article.author and timed and article.views is not None and not _maybe_category(article, page):
        return article
    told = around_post(body, article.title, page.fetched_at, info, article.comments)
    when = _finer(article, told.when)
    glued = told.title is not None and article.title == f"{told.category}{told.title}"
    return replace(
        article,
        title=told.title if told.title and glued else article.title,
        author=article.author or (told.author if told.author != article.category else None),
        published_at=when.at if when else article.published_at,
        date_only=when.date_only if when else article.date_only,
        views=told.views if article.views is None else article.views,
        comments=told.comments if article.comments is None else article.comments,
        category=article.category or told.category,
        modified_at=article.modified_at or later(Times(when or _shown(article), told.modified)),
    )


def _shown(article: Article) -> When | None:
    return When(article.published_at, article.date_only) if article.published_at is not None else None


def _finer(article: Article, told: When | None) -> When | None:
    """The time found around the text, where the family found none or only the day."""
    if told is None or article.published_at is None:
        return told
    same_day = article.date_only and told.at.date() == article.published_at.date()
    return told if same_day and not told.date_only else None


def _maybe_category(article: Article, page: Page) -> bool:
    """Whether the page may name a category that the family did not find: a cheap test, mostly False."""
    if article.category is not None:
        return False
    text_begins = page.text.find(article.body_text[:_BEGINNING], page.text.find("<body")) if article.body_text else -1
    end = text_begins if text_begins > 0 else len(page.text)
    ways = (_CATEGORY_NAMED, _CATEGORY_BRACKETED, _BEFORE_HEADING)
    if any(way.search(page.text, 0, end) is not None for way in ways):
        return True
    if any(page.text.find(said, 0, end) >= 0 for said in _CATEGORY_TITLED):
        return True
    behind = (page.text[label.end() :][:_TAGS_LENGTH] for label in _LABEL_HINT.finditer(page.text, 0, end))
    return any(_TAG.sub("", f"<{words}").lstrip().startswith(article.title[:_BEGINNING]) for words in behind)


def in_row(
    row: Node, title: str, fetched_at: datetime, *, author: str | None = None, named_only: bool = False
) -> Metadata:
    """The metadata in a row of a list. A date without a year is the last such day before the fetch.

    `author` is the writer, if known already; with `named_only`, words that nothing marks are ignored.
    """
    told, words = Metadata(author), words_of([row])
    at = next((n for n, word in enumerate(words) if is_title(word.said, title) or begins(word, title)), 0)
    after = [word for word in words[at + 1 : at + 4] if word.said not in _BRACKETS]
    if after and _is_count_after(after[0], words[at]):
        told.comments = number(after[0].said)
    take(told, words, fetched_at, title, guess_year=True, named_only=named_only)
    before = next((word for word in reversed(words[:at]) if not LEADS_ON.fullmatch(word.said)), None)
    if told.category is None and before is not None and _is_category_before(before, told.author):
        told.category = before.said.lstrip(_PINS).strip("[](〔【】〕) ")
    return told


def _counted_behind(title: Word, behind: Sequence[Word]) -> str | None:
    """The number of comments in brackets («[3]») in an element of its own right after a post's title."""
    box = behind[0].node.parent if behind else None
    said = flat(box.text()) if box is not None else ""
    near = bool(behind) and bool(set(behind[0].boxes[1:3]) & set(title.boxes[:3]))
    return said.strip("[]() ") if near and _COUNTED.fullmatch(said) else None


def _is_count_after(word: Word, title: Word) -> bool:
    """Whether a number right after a row's title counts its comments.

    It does in an element of its own at the end of the title's, in brackets beside it, or alone with it in a box.
    """
    if COUNT.fullmatch(word.said) is None:
        return False
    said = flat(word.node.parent.parent.text()) if word.node.parent and word.node.parent.parent else ""
    said = _FLAG_BEHIND.sub("", said)
    if said == f"{title.said}{word.said}" or said == f"{title.said} {word.said}":
        return True
    bracketed = _COUNTED.fullmatch(word.said) or _COUNTED.fullmatch(said)
    near = title.boxes[:2] if bracketed else title.boxes[:1]
    return bool(set(word.boxes[1 : 4 if bracketed else 3]) & set(near))


def _is_category_before(word: Word, author: str | None) -> bool:
    """Whether a short word right before a row's title, alone in its element, is its category.

    While the author is unknown it might be the author's name, unless its element is named as labels are.
    """
    labelled = author is not None or _LABEL_NAMES.search(word.names) is not None
    said = word.said.lstrip(_PINS)
    fits = said != author and is_heading(said) and not _STATE.fullmatch(said)
    return labelled and fits and len(said) <= _LONGEST_BADGE and is_whole(word)


def _region(body: Node, title: str) -> list[Node]:
    """The elements before a text, in page order, beginning with the one that holds its title; [] without one."""
    found: list[Node] = []
    first = title.split(" ", 1)[0]
    at: Node | None = body
    for _ in range(_LEVELS):
        if at is None or at.tag in ("body", "html"):
            return []
        block = at.prev
        while block is not None:
            if block.tag not in _PASSED:
                found.append(block)
                if first in (said := block.text()) and (title in flat(said) or title in line_of(block)):  # with `<br>`
                    return [*_elder(block), *reversed(found)]
            block = block.prev
        at = at.parent
    return []


def _region_below(body: Node, title: str) -> list[Node]:
    """The element below a text that holds its title, and the one after it: photo boards put the picture first."""
    at = _next_block(body)
    while at is not None and (len(at.text()) > _LONGEST or not flat(at.text()).endswith(title)):
        at = _next_block(at)
    line = _next_block(at) if at is not None else None
    return [at, line] if at is not None and line is not None and len(flat(line.text())) <= _LONGEST_LINE else []


def _elder(block: Node) -> list[Node]:
    elder: list[Node] = []
    at = block.prev
    while at is not None and len(elder) < _BEFORE:
        if at.tag not in ("-text", "-comment", "script") and len(at.text()) <= _LONGEST:
            elder.insert(0, at)
        at = at.prev
    return elder
