"""What the short words around a post, or in a row of a list, tell: who, when, how often read, under which heading.

Skins say what a word is by a label before it (sometimes one for screen readers alone), by an icon, by the name of its
element, or not at all: then the one word that is left over beside the day is the writer. A word that fits nothing
stays unread.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sources.blocks import Node, flat, has_words
from sources.boards import comments_below
from sources.dates import When, read_date
from sources.page import Article, Page
from sources.pick import number
from sources.toldwords import TRIM, Word, words_of

_LEVELS = 8  # boxes around a text whose elder neighbours are looked at
_BEFORE = 2  # neighbours before the one with the title: category, or the writer's row of an old table
_STEM = 24  # characters of a title by which it is known where a skin cuts it
_LONGEST = 400  # characters of a neighbour before the title
_BOXES = 2  # around a text that ends them, below which its line may stand
_LONGEST_LINE = 120  # characters of a line below a text that tells of it
_BEGINNING = 12  # characters by which the text is found in the page
_LONGEST_NAMED = 24  # characters of a label with a name
_LONGEST_NAME = 14  # characters of a name that nothing calls one
_NOWHERE = 12  # characters of a link that only calls its script («javascript:;»)
_NEAR = 12  # words before a title that may belong to it

_LABELS = (
    (
        "author",
        r"글\s?쓴\s?이|작성자명?|등록자명?|이\s?름|닉네임|담당\s?부서|작성\s?부서|등록\s?부서|부서명?|담당|기자명?|글|올린\s?이|"
        r"[Bb][Yy]\.?|[Aa]uthor|[Ww]riter|[Pp]osted\s[Bb]y",
    ),
    (
        "date",
        r"(?:작성|등록|게시)\s?일[시자]?|(?:작성|등록)\s?시[각간]|게재일|공고일자?|입력|등록|작성|게시|올린\s?[때날]|날\s?짜|"
        r"일시|일자|[Dd]ate",
    ),
    ("views", r"조\s?회\s?수?|읽음|[Vv]iews?|[Hh]its?|👁"),
    ("comments", r"댓\s?글\s?수?|덧글|의견|코멘트|[Cc]omments?|💬"),
    ("category", r"분\s?류|카테고리|말머리|[Cc]ategory"),
    (
        "other",
        r"제\s?목|내\s?용|번\s?호|수정일?|추천\s?수?|비추천|공감|좋아요|첨부\s?(?:파일)?|파일[\s#\d]{0,4}|링크|홈페이지|이메일|"
        r"전화(?:번호)?|연락처|담당자|기간|[가-힣]{2,4}\s?기간|장소|진행상태|상태|구분|사진|[Ii][Pp]",
    ),
)
_LABEL = re.compile("|".join(f"(?P<{role}>{words})" for role, words in _LABELS))
_LABELLED = re.compile(rf"(?:{_LABEL.pattern})(?:\s{{0,3}}[:：=]\s{{0,3}}|\s{{1,3}})(?P<value>\S.{{0,60}})")
_COUNT = re.compile(r"[(\[]?\+?(\d{1,3}(?:,\d{3}){1,3}|\d{1,9})\s?[회건개]?[)\]]?")
_COUNTED = re.compile(r"[\[(]\s?\+?\d{1,4}\s?[\])]")
_BRACKETS = ("[", "]", "(", ")")
_DATED = re.compile(
    r"\d{1,4}\s?[-./년월:]\s?\d|\d\s?(?:초|분|시간|일|주|개월|달|년)\s?전|^(?:어제|오늘|그제|그저께|방금)(?![가-힣]{2})"
)
_ADDRESS = re.compile(r"\s{0,3}\([Ii][Pp]\b.{0,40}$")
_NAME = re.compile(r"(?=.*[^\W\d_])[^\n|<>{}\[\]:@]{2,30}")
_HEADING = re.compile(r"[\[(〔【]?\s?([가-힣A-Za-z][가-힣A-Za-z\s·ㆍ&/]{0,14})\s?[\])〕】]?")
_NO_CATEGORY = "단독|속보|긴급|종합|포토|영상|인기|추천|필독|중요|마감|진행|접수|예정"  # flags of a post or a call
_PINS = "📌📢🔔 "
_SECTION = re.compile(
    r"/(?:sections?|category|categories|c|cat|topics?)/|[?&](?:cat|category|sec(?:tion)?\w{0,8})=", re.I
)
_CLOCK = re.compile(r"(?:오[전후]\s)?\d{1,2}:\d{2}(?::\d{2})?(?:\s오[전후])?")
_STATE = re.compile(rf"(?:{_NO_CATEGORY}|모집|신청|처리|답변|완료|대기|종료)\s?(?:중|임박|완료|대기|마감)?")
_LABEL_NAMES = re.compile(
    r"badge|label|(?:^|[\s_-])(?:tag|sec|part|sort|type|field|ca|ctg|cate\w{0,5})(?:[\s_-]|$)", re.I
)
_LONGEST_BADGE = 8
_BADGE = re.compile(rf"(?!{_NO_CATEGORY})[가-힣]{{2,5}}")
_BUTTON = re.compile(
    r"(?:글\s?)?(?:목록|인쇄|프린트|공유|신고|수정|삭제|답변|글쓰기|쓰기|스크랩|이전글?|다음글?|크게|작게|확대|축소|본문|복사|닫기|더보기|더\s?읽기|구독|관심|"
    r"첨부|추천|비추천|댓글|로그인|회원가입|등록|검색|메뉴|전체|최신순|조회순|새글|인기글?|공지|알림|필독|비밀글)(?:하기|보기|사항)?|"
    r"홈|[Hh]ome|HOME|[Ll][Vv]\.?\s?\d{0,3}|가[-+]?|URL|NEW|HOT|New|Hot|N|H|Share|Facebook|Twitter|[Xx]|페이스북|트위터|밴드|카카오\w{0,4}|네이버\s?\w{0,3}|"
    r"[Rr]ead\s[Mm]ore|[Cc]ontinue\s.{0,12}|"
    r".{0,6}(?:복사|바로가기|건너뛰기)|(?:약\s?)?\d[\d,.:\s]{0,9}\S{0,4}(?:\s이[내상])?"
)
_PEOPLE = "author|writer|write|nick(?:name)?|name|user(?:name)?|member|guest|by|byline|reporter"
_CALLED = (
    ("author", re.compile(rf"(?:^|[\s_-])(?:{_PEOPLE})(?:[\s_\d-]|$)", re.I)),
    (
        "category",
        re.compile(r"(?:^|[\s_-])(?:\w{0,12}cate|category\d?|categorize|cat|kicker|ctgr?y?)(?:[\s_-]|$)", re.I),
    ),
    (
        "views",  # the page of a post is a view too («view-meta»)
        re.compile(
            r"(?:^|[\s_-])(?:views?(?:[\s\d]|$|[_-](?:count|cnt|num|no|hit))|(?:hits?|readed|read(?:count|num))(?:[\s_\d-]|$))",
            re.I,
        ),
    ),
    ("comments", re.compile(r"comment|cmt|(?:^|[\s_-])reply", re.I)),
)
_MEMBERS = re.compile(
    r"자기\s?소개|아이디로\s?검색|이름으로\s?검색|쪽지\s?(?:보내기)?|메일\s?보내기|회원\s?(?:게시물|정보)(?:\s?보기)?|작성\s?글\s?보기"
)
_LEADS_TO = (  # links around a word, which all skins of an engine share
    ("author", re.compile(r"#popup_menu_area|/profile\.php\?|[?&](?:mb_id|member_srl|author)=|/author/|^showSideView")),
    (
        "category",
        re.compile(
            r"^(?!.*[?&](?:wr_id|uid|no|idx|document_srl)=).*(?:(?<!\d)[?&](?:sca|category\d?|cate|ca_name)=[^&]|/category/)"
        ),
    ),
    ("comments", re.compile(r"#(?:\w{0,20}comment\w{0,9}|bo_vc|c?reply\w{0,9}|cmt\w{0,9})$", re.I)),
)
_SHOWN_AS = (
    ("author", re.compile(r"user|person|account", re.I)),
    ("category", re.compile(r"(?:^|[\s_-])(?:tags?|folder(?:-\w{1,9})?|bookmark)(?:\s|$)", re.I)),
    ("views", re.compile(r"eye|view", re.I)),
    ("comments", re.compile(r"comment|chat|message", re.I)),
)
_PASSED = frozenset(("-comment", "script", "style", "nav", "aside", "footer", "form"))
_CATEGORY_HINT = re.compile(r"""class=["']?[^"'<>]{0,60}(?:cate|[-_]cat["'\s]|kicker|fa-(?:tag|folder)\b)""")


@dataclass(slots=True)
class Told:
    """What was told; None for what was not."""

    author: str | None = None
    when: When | None = None
    views: int | None = None
    comments: int | None = None
    category: str | None = None
    title: str | None = None  # where a category stands glued to it in one heading
    _dated: tuple[int, ...] = ()  # around the day
    _heading: tuple[int, ...] = ()  # around the title


def around_post(
    body: Node, title: str, fetched_at: datetime, info: Node | None = None, comments: int | None = None
) -> Told:
    """What is told between a post's title and its text, and right before the title.

    `info` stands in for the text where no element holds that alone: what it says itself counts too. `comments` is
    their number where the page has said it elsewhere.
    """
    region = _region(info or body, title[:_STEM])
    words = words_of([*region, info] if info is not None else region)
    at = next((n for n, word in enumerate(words) if _is_title(word.said, title)), len(words))
    told = Told(comments=comments)
    before, heading = words[max(0, at - _NEAR) : at], words[at : at + 1]
    _take(told, words[at:], fetched_at, title, guess_year=False)
    _take(told, before, fetched_at, title, guess_year=False, named_only=told.when is not None or bool(told.author))
    if info is None and (told.when is None or told.views is None):
        _take_foot(told, body, fetched_at, title)
    if told.category is None and before:
        glued = bool(heading) and _in_heading(before[-1], heading[0])
        badge = bool(heading) and _is_badge(before[-1], heading[0])
        if glued or badge or before[-1].said[0] in "[〔【" or (bool(heading) and _is_kicker(before[-1])):
            _put(told, "category", before[-1].said, before[-1], fetched_at, False)
        told.title = heading[0].said if glued and told.category else None
    return told


def _take_foot(told: Told, body: Node, fetched_at: datetime, title: str) -> None:
    """What a line right below the text tells («조회 58 · 관심 4»); who and when only if nothing above told the day."""
    line = _line_below(body)
    if line is None:
        return
    foot = Told()
    _take(foot, words_of([line]), fetched_at, title, guess_year=False, named_only=True)
    told.views = foot.views if told.views is None else told.views
    told.comments = foot.comments if told.comments is None else told.comments
    if told.when is None and foot.when is not None:
        told.when, told.author = foot.when, told.author or foot.author
        told.category = told.category or foot.category


def _line_below(body: Node) -> Node | None:
    """The block right below a text, if it is short and no list, heading or form."""
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
    """Does a word stand in an element of its own right before the title, in its element («<em>보도</em>제목»)?

    Set bold, it would be the title's own first word.
    """
    box = word.node.parent
    short = _BADGE.fullmatch(word.said) and box is not None and box.tag in ("em", "span", "i", "a")
    return bool(short) and _is_whole(word) and word.boxes[1:2] == title.boxes[:1]


def _is_badge(word: Word, title: Word) -> bool:
    """Does a short word stand alone in its box right before a heading, in the same box («안전» above a title)?"""
    box = word.node.parent
    plain = box is not None and box.tag in ("span", "em", "i", "b", "strong", "div", "p", "a")
    led = (box.attributes.get("href") or "") if plain and box is not None else ""
    alone = (
        plain
        and (len(led) <= _NOWHERE or _SECTION.search(led))
        and _BADGE.fullmatch(word.said) is not None
        and _is_whole(word)
    )
    return alone and bool(set(word.boxes[1:3]) & set(title.boxes[1:3])) and "<heading>" in title.names


def _is_kicker(word: Word) -> bool:
    """Is a word right before the title a link to a section, alone in its box («돌봄» above a headline)?"""
    link = word.node.parent
    box = link.parent if link is not None and link.tag == "a" else None
    section = box is not None and _is_whole(word) and flat(box.text()) == word.said
    return section and link is not None and bool(_SECTION.search(link.attributes.get("href") or ""))


def completed(article: Article, body: Node, page: Page, info: Node | None = None) -> Article:
    """The article with what its family found no name for, as told around its text (and its own values where not)."""
    timed = article.published_at and not article.date_only
    if article.comments is None and (said := comments_below(body)) is not None:
        article = replace(article, comments=said)
    if article.author and timed and article.views is not None and not _maybe_category(article, page):
        return article
    told = around_post(body, article.title, page.fetched_at, info, article.comments)
    when = _finer(article, told.when)
    glued = told.title is not None and article.title == f"{told.category}{told.title}"
    return replace(
        article,
        title=told.title if told.title and glued else article.title,
        author=article.author or told.author,
        published_at=when.at if when else article.published_at,
        date_only=when.date_only if when else article.date_only,
        views=told.views if article.views is None else article.views,
        comments=told.comments if article.comments is None else article.comments,
        category=article.category or told.category,
    )


def _finer(article: Article, told: When | None) -> When | None:
    """A time the article has not: where its family found none, or only the day of it."""
    if told is None or article.published_at is None:
        return told
    same_day = article.date_only and told.at.date() == article.published_at.date()
    return told if same_day and not told.date_only else None


def _maybe_category(article: Article, page: Page) -> bool:
    """May the page name a heading that its family did not find? Cheap, and mostly it does not."""
    if article.category is not None:
        return False
    text_begins = page.text.find(article.body_text[:_BEGINNING], page.text.find("<body")) if article.body_text else -1
    end = text_begins if text_begins > 0 else len(page.text)
    return _CATEGORY_HINT.search(page.text, 0, end) is not None


def in_row(row: Node, title: str, fetched_at: datetime, *, author: str | None = None, named_only: bool = False) -> Told:
    """What a row of a list tells beside its title. A day without a year is read against the day of the fetch.

    `author` is who is known to have written it; with `named_only` a word that nothing names stays unread.
    """
    told, words = Told(author), words_of([row])
    _take(told, words, fetched_at, title, guess_year=True, named_only=named_only)
    at = next((n for n, word in enumerate(words) if _is_title(word.said, title) or _begins(word, title)), 0)
    if told.category is None and at and _is_category_before(words[at - 1], told.author):
        told.category = words[at - 1].said.lstrip(_PINS).strip("[](〔【】〕) ")
    after = [word for word in words[at + 1 : at + 4] if word.said not in _BRACKETS]
    if told.comments is None and after and _is_count_after(after[0], words[at]):
        told.comments = number(after[0].said)
    return told


def _is_count_after(word: Word, title: Word) -> bool:
    """A bare count in an element of its own at the end of the title's, or in brackets beside it: how many have
    answered."""
    if _COUNT.fullmatch(word.said) is None:
        return False
    said = flat(word.node.parent.parent.text()) if word.node.parent and word.node.parent.parent else ""
    bracketed = _COUNTED.fullmatch(word.said) or _COUNTED.fullmatch(said)
    near = title.boxes[:2] if bracketed else title.boxes[:1]
    return bool(set(word.boxes[1 : 4 if bracketed else 2]) & set(near))


def _begins(word: Word, title: str) -> bool:
    """Is a word the first of a title that signs of separation cut («물목군, 염습지 …»)?"""
    return title.startswith(word.said) and title in flat(word.node.text_content)


def _is_category_before(word: Word, author: str | None) -> bool:
    """Is a short word right before the title of a row, alone in its element, the category? Where nobody is known to
    have written the post it might be a name, unless its element is named as such labels are."""
    labelled = author is not None or _LABEL_NAMES.search(word.names) is not None
    said = word.said.lstrip(_PINS)
    fits = said != author and _is_heading(said) and not _STATE.fullmatch(said)
    return labelled and fits and len(said) <= _LONGEST_BADGE and _is_whole(word)


def _region(body: Node, title: str) -> list[Node]:
    """The neighbours before a text, from the one that says its title on, in page order."""
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
                if first in (said := block.text()) and title in flat(said):
                    return [*_elder(block), *reversed(found)]
            block = block.prev
        at = at.parent
    return []


def _elder(block: Node) -> list[Node]:
    elder: list[Node] = []
    at = block.prev
    while at is not None and len(elder) < _BEFORE:
        if at.tag not in ("-text", "-comment", "script") and len(at.text()) <= _LONGEST:
            elder.insert(0, at)
        at = at.prev
    return elder


def _is_whole(word: Word) -> bool:
    """Does nothing else stand in the word's element?"""
    box = word.node.parent
    return box is not None and flat(box.text()).strip(TRIM) == word.said


def _is_title(said: str, title: str) -> bool:
    return said == title or (len(said) >= 6 and (said in title or title in said))


def _take(
    told: Told, words: Sequence[Word], fetched_at: datetime, title: str, *, guess_year: bool, named_only: bool = False
) -> None:
    role = ""  # of the label just read
    left: list[Word] = []
    before = 0  # words left over before the title
    for word in words:
        said = word.said
        if _is_title(said, title) or _begins(word, title):
            role, before, told._heading = "", before or len(left), word.boxes
        elif _MEMBERS.fullmatch(said):
            if left and told.author is None:  # the menu of a name, right behind it
                _put(told, "author", left.pop().said, word, fetched_at, guess_year)
        elif label := _LABEL.fullmatch(said.rstrip(" :：")):
            role = str(label.lastgroup)
        elif (labelled := _LABELLED.fullmatch(said)) and _is_labelled(labelled, word):
            _put(told, _role(labelled), labelled["value"], word, fetched_at, guess_year)
            role = ""
        elif role:
            _put(told, role, said, word, fetched_at, guess_year)
            role = ""
        elif named := _named(word):
            _put(told, named, said, word, fetched_at, guess_year)
        else:
            if told.when is None and (_DATED.search(said) or word.exact):
                _put(told, "date", said, word, fetched_at, guess_year)
            elif told.when is not None and told.when.date_only and _CLOCK.fullmatch(said):
                told.when = _with_clock(told.when, said)  # the hour in an element of its own
            left.append(word)
    _take_counts(told, left)
    if not named_only:
        _take_left(told, left[before:])
    if not named_only and before and told.author is None:
        _take_left(told, left)


def _is_labelled(found: re.Match[str], word: Word) -> bool:
    """A heading or a longer line that begins like a label is none («글 쓰는 사람들», «담당 부서가 바뀝니다»)."""
    return found["author"] is None or (len(word.said) <= _LONGEST_NAMED and "<heading>" not in word.names)


def _role(found: re.Match[str]) -> str:
    return next(role for role, _ in _LABELS if found[role] is not None)


def _named(word: Word) -> str:
    """What an icon or the names around a word say that it is."""
    count = _COUNT.fullmatch(word.said) is not None
    ways = ((_CALLED, word.names), (_SHOWN_AS, word.icon))
    for signs, names in reversed(ways) if count else ways:  # a count's icon is its own, a writer's may be his picture
        for role, pattern in signs:
            if count == (role in ("views", "comments")) and pattern.search(names) and not _DATED.search(word.said):
                return role
    href = _href(word)
    return next((r for r, link in _LEADS_TO if href and count == (r == "comments") and link.search(href)), "")


def _href(word: Word) -> str:
    """Where the link leads that a word stands in."""
    at = word.node.parent
    if at is not None and at.tag != "a":
        at = at.parent
    if at is None or at.tag != "a":
        return ""
    href = at.attributes.get("href") or ""
    return href if len(href) > _NOWHERE else (at.attributes.get("onclick") or href)


def _take_counts(told: Told, left: Sequence[Word]) -> None:
    """Bare counts beside the day. One that the heading of the comments says too is theirs; of several, or of those
    that are left then, the largest is that of the readers: who answers or likes has read."""
    dated = set(told._dated)
    beside = [word for word in left if dated & set(word.boxes) and _COUNT.fullmatch(word.said)]
    counts = [count for word in beside if (count := number(word.said)) is not None]
    known = told.comments in counts
    if known and told.comments is not None:
        counts.remove(told.comments)
    if told.views is None and counts and (known or (len(counts) > 1 and all(word.icon for word in beside))):
        told.views = max(counts)


def _put(told: Told, role: str, said: str, word: Word, fetched_at: datetime, guess_year: bool) -> None:
    if role == "author" and told.author is None and _is_name(name := _ADDRESS.sub("", said)):
        told.author = name
    elif role == "category" and told.category is None and _is_heading(said):
        told.category = said.strip("[](〔【】〕) ")
    elif role == "date" and told.when is None:
        told.when = _date(said, word.exact, fetched_at, guess_year)
        told._dated = word.boxes if told.when else ()
    elif role in ("views", "comments") and getattr(told, role) is None and (count := _COUNT.match(said)):
        setattr(told, role, number(count[1]))


def _date(said: str, exact: str, fetched_at: datetime, guess_year: bool) -> When | None:
    """What the element says to machines is finer than what it shows («2시간 전»)."""
    told = read_date(exact, fetched_at, guess_year=False) if exact else None
    if told is not None and not told.date_only:
        return told
    shown = read_date(said, fetched_at, guess_year=guess_year)
    return shown if told is None or (shown is not None and shown.at.date() == told.at.date()) else told


def _with_clock(day: When, clock: str) -> When:
    hour, _, half = clock.partition(" 오")  # «4:15 오후», as WordPress sets it
    return read_date(f"{day.at:%Y-%m-%d} {f'오{half} {hour}' if half else clock}") or day


def _is_name(said: str) -> bool:
    return bool(_NAME.fullmatch(said)) and not _DATED.search(said) and not _BUTTON.fullmatch(said)


def _is_heading(said: str) -> bool:
    found = _HEADING.fullmatch(said)
    return found is not None and not _BUTTON.fullmatch(found[1].strip())


def _take_left(told: Told, left: Sequence[Word]) -> None:
    """One word alone beside the day, which nothing names: the writer; the category, where the writer is known."""
    below = [word for word in left if not set(word.boxes[:2]) & set(told._heading[:2])]
    beside = _beside(left, told._dated[:2], 3) or _beside(below, told._dated, 4)
    if len(beside) > 1:
        beside = [word for word in beside if _is_whole(word)]  # «별명» in an element of its own above «마을 · 3시간 전»
    if len(beside) > 1:
        beside = [word for word in beside if _opens_menu(word)]
    if len(beside) != 1:
        return
    if told.author is None:
        told.author = beside[0].said
    elif told.category is None and _is_whole(beside[0]) and _is_heading(beside[0].said):
        told.category = beside[0].said


def _beside(left: Sequence[Word], dated: Sequence[int], boxes: int) -> list[Word]:
    """The words beside the day that may be names: in the box of its line, else in a box above in the same one."""
    around = set(dated)
    near = (word for word in left if around & set(word.boxes[:boxes]) and "<heading>" not in word.names)
    return [word for word in near if _is_name(word.said) and len(word.said) <= _LONGEST_NAME]


def _opens_menu(word: Word) -> bool:
    """Does a name stand in a link that leads nowhere? The menu of a member opens there."""
    link = word.node.parent
    return link is not None and link.tag == "a" and len(link.attributes.get("href") or "") <= _NOWHERE
