"""Reading an article page of any newspaper engine: the engine says where things stand, this module how they are read.

An engine is a `View`: lists of selectors in order of trust (the same container id serves several skins, so fields are
found one by one and never by the name of a skin). Title, time and author are taken from the header block only: a page
holds 5 to 30 other dates and as many other reporters.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sources.blocks import Node, Tree, flat, line_of, text_of
from sources.catalogue import Override, Source
from sources.dates import When, read_date
from sources.newsbody import gated, read_body, sort_of_names
from sources.newslines import TITLES, byline_name, is_sentence, looks_like_a_name
from sources.page import Article, Page, Reason, Refused
from sources.pagedata import json_ld
from sources.pick import attribute, meta, number


@dataclass(frozen=True, slots=True)
class View:
    """Where an engine's article page keeps its things; every tuple is CSS selectors in order of trust.

    `info` are the header blocks that hold time and reporter. `drop`, `captions` are CSS groups inside the body.
    `said_at` finds a time the page itself does not print (in its address), as a last resort.
    """

    body: tuple[str, ...]
    title: tuple[str, ...]
    info: tuple[str, ...] = ()
    time: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    subtitles: tuple[str, ...] = ()
    category: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    comments_unsaid: int | None = None  # 0 where the engine prints comments into the page and counts only some
    drop: str = ""
    captions: str = ""
    inner_subtitles: str = ""
    published_meta: bool = True  # article:published_time of this engine is the moment of publishing
    said_at: Callable[[str], str | None] = lambda _: None
    narrow: Callable[[Node], Node] = lambda body: body  # a part of the container that is the text


@dataclass(frozen=True, slots=True)
class Times:
    published: When | None = None
    modified: When | None = None


_PUBLISHED = r"승인|등록|기사입력|최초입력|입력|작성일?|게시일?|게재일?|송고|기사등록|보도"
_MODIFIED = r"최종수정|기사수정|최종편집|수정일?|업데이트|편집"
# The day printed on paper is often the next one: never the time of publishing.
_PRINTED = r"발행일|신문게재|지면|게재면"
_LABEL = re.compile(rf"(?P<printed>{_PRINTED})|(?P<modified>{_MODIFIED})|(?P<published>{_PUBLISHED})")
_DATE_SHAPE = re.compile(
    r"(?:(?:19|20)\d{2}\s{0,2}[-./년]\s{0,2}\d{1,2}\s{0,2}[-./월]\s{0,2}\d{1,2}"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d{1,2},?\s(?:19|20)\d{2}|\d{1,2}월\s\d{1,2},\s(?:19|20)\d{2})"
    rf"[^|\n]{{0,40}}?(?=$|[|\n]|(?:19|20)\d{{2}}\s{{0,2}}[-./년]|{_PUBLISHED}|{_MODIFIED}|{_PRINTED}|조회|댓글)|(?<!\d)20\d{{6}}(?!\d)"
)
_FOOT_TIME = re.compile(r"(?:기사입력|입력|등록|승인|게재|작성일)\s{0,2}[:：]?\s{0,2}\d{4}")
_COMMENTS = re.compile(r"(?:댓글|의견)\s{0,3}\(?(\d{1,6})")
_PAPER_TAIL = re.compile(r"\s{1,3}(?:[-|:<›»·–—]|::)\s{1,3}[^-|<›»–—]{1,60}$")
_ALERT = re.compile(r"""alert\s{0,3}\(\s{0,3}["'](?P<say>[^"'\n]{0,200})""")
_GONE = re.compile(r"삭제|존재하지|없습니다|없는\s|찾을\s수\s없|만료|비공개|잘못된\s?(?:접근|경로|요청)")
_ASKS_LOGIN = re.compile(r"로그인|회원|권한")
_SEARCHES = ("/search", "search.php", "search_result", "searchlist", "tag_list")
_FORMS = ("login", "join", "write", "register", "member_")


def read_article(
    page: Page, tree: Tree, view: View, source: Source | None, links: Callable[[str], bool]
) -> Article | None:
    """The article of a page, or None where the page has no body container at all (a list, an error).

    `links` says whether an address is an article of this engine. Raises `Refused` for an article that is missing.
    """
    override = source.override_on(_shown_day(page)) if source and source.overrides else None
    view = _overridden(view, override)
    body = _container(tree, view.body)
    if body is None:
        return None
    paper = paper_name(tree)
    title = title_of(tree, view.title, paper)
    body = view.narrow(body)
    headline = _headline(tree, view.title)
    info = _header(tree, view, body)
    if not _DATE_SHAPE.search(info):
        info = "\n".join((info, between(headline, body)))
    times = times_of(tree, view, info, page)
    subtitles = _subtitles(tree, view, body) or subtitles_between(headline, body)
    author = author_of(tree, view, info) or byline_name(" | ".join(between(headline, body).split("\n")))
    category = _category(tree, view)
    comments = _comments(tree, view, info)
    drop = ",".join(filter(None, (view.drop, *(override.drop if override else ()))))
    read = read_body(
        body, drop=drop, captions=view.captions, subtitles=view.inner_subtitles, title=title, author=author or "",
        said=subtitles, paper=paper, is_article_link=links,
    )  # fmt: skip
    if not title or (
        not read.text and not read.captions and (times.published is None or body.css_first("img,iframe,video") is None)
    ):
        raise Refused(Reason.GONE, "an article page without a headline or without a text")
    published = times.published
    return Article(
        title=title,
        body_text=read.text,
        published_at=published.at if published else None,
        date_only=bool(published and published.date_only),
        author=author or read.author,
        modified_at=later(times),
        comments=comments,
        category=category,
        board=category,
        subtitles=tuple(dict.fromkeys((*subtitles, *read.subtitles))),
        image_captions=read.captions,
        said_by={"body_text": "gated: the public part"} if gated(body) else {},
    )


def refuse(page: Page, tree: Tree, what: str) -> Refused:
    """The named refusal for a page of a newspaper engine that is neither an article nor a list."""
    said = _ALERT.search(page.text[:200_000])
    path = page.final_url.partition("?")[0].lower()
    if said and len(page.text) < 20_000:
        if _ASKS_LOGIN.search(said["say"]):
            return Refused(Reason.CLOSED, said["say"])
        return Refused(Reason.GONE if _GONE.search(said["say"]) else Reason.ENGINE_ERROR, said["say"])
    if is_search(page.final_url):
        return Refused(Reason.SEARCH, "search results")
    if any(word in path for word in _FORMS):
        return Refused(Reason.FORM, "a form of the site")
    if path.count("/") <= 3 and path.rstrip("/").count("/") <= 2:
        return Refused(Reason.FRONT, "the front page")
    if re.search(r"찾을 수 없|존재하지 않|삭제된 (?:기사|페이지)|잘못된 (?:접근|경로)", line_of(tree.body)[:2000]):
        return Refused(Reason.GONE, "the page says that there is nothing")
    return Refused(Reason.LAYOUT_CHANGED, f"no {what}")


def is_search(url: str) -> bool:
    """Search results are never followed: they repeat everything under ever new addresses."""
    path = url.partition("?")[0].lower()
    return any(word in path for word in _SEARCHES) or bool(
        re.search(r"[?&](?:sc_word|stx|q|keyword|searchword|search_word)=[^&]", url)
    )


# --- single fields ---------------------------------------------------------------------------


def paper_name(tree: Tree) -> str:
    """The paper's own name: og:site_name, the copyright meta, or the logo's words."""
    name = meta(tree, "og:site_name", "Copyright", "copyright", "application-name")
    name = re.sub(r"^(?:copyright\s{0,2})?[@ⓒ©\s]{0,3}", "", name, flags=re.I)
    if name:
        return name
    for selector in ("h1 a img[alt]", "h1 img[alt]", "a img[src*=logo][alt]", "img[src*=logo][alt]"):
        if alt := attribute(tree.css_first(selector), "alt"):
            return alt
    for selector in ("h1 a[href]", ".logo a", ".mlogo a", "header a[href]"):
        node = tree.css_first(selector)
        if node is not None and (
            attribute(node, "href").rstrip("/") in ("", ".", "/m") or attribute(node, "href").count("/") == 2
        ):
            return line_of(node)
    return ""


def title_of(tree: Tree, selectors: tuple[str, ...], paper: str) -> str:
    """Headline from the page's header, then og:title, then the title tag; without the paper's name."""
    for selector in selectors:
        for node in tree.css(selector):
            words = line_of(node, ".show-for-sr,.blind,.sr-only,.hidden,script")
            if words:
                return without_paper(words, paper)
    said = meta(tree, "og:title", "twitter:title", "title")
    tag = title_tag(tree)
    if said:
        return without_paper(said, paper or _shared_tail(said, tag))
    return without_paper(tag, paper)


def title_tag(tree: Tree) -> str:
    node = tree.css_first("title")
    return flat(node.text()) if node is not None else ""


def without_paper(title: str, paper: str) -> str:
    """«제목 - 산마루신문», «제목 < 사회 < 기사본문 - 산마루신문», «[산마루신문] 제목», «산마루신문:: 제목» → «제목».

    Only a tail (or head) that names the paper goes: headlines hold dashes of their own.
    """
    title = re.sub(r"\s{1,3}<\s{1,3}[^<]{1,40}\s{1,3}<\s{1,3}기사본문(?:\s{1,3}[-|]\s{1,3}.{1,60})?$", "", title)
    if not paper:
        return title
    name = re.escape(paper)
    cut = re.sub(rf"\s{{0,3}}(?:[-|:<›»·–—]|::)\s{{0,3}}{name}\s{{0,2}}$", "", title)
    cut = re.sub(rf"^(?:\[{name}\]\s{{0,2}}|{name}\s{{0,2}}(?:::|[-|:»])\s{{0,3}})", "", cut)
    return cut.strip() or title


def _shared_tail(said: str, tag: str) -> str:
    """What og:title and the title tag both end in after a dash, when no one names the paper."""
    tail = _PAPER_TAIL.search(said)
    other = _PAPER_TAIL.search(tag)
    name = tail[0].strip(" -|:<›»·–—") if tail else ""
    return name if other and name == other[0].strip(" -|:<›»·–—") and said != tag else ""


def times_of(tree: Tree, view: View, info: str, page: Page) -> Times:
    """Published and modified: meta data of the page, else the header's lines by their labels, else the address."""
    shown = labelled(info)
    for selector in view.time:
        if shown.published is None and (node := tree.css_first(selector)) is not None:
            shown = labelled(text_of(node, cells=" | "))
    published = shown.published
    if view.published_meta:
        said = read_date(meta(tree, "article:published_time", "og:article:published_time"))
        published = _finer(said, published)
    modified = shown.modified
    if (published is None or modified is None) and "datePublished" in page.text:
        ld = json_ld(tree)
        published = published or read_date(str(ld.get("datePublished") or ""))
        modified = modified or read_date(str(ld.get("dateModified") or ""))
    if published is None:
        published = labelled(labelled_lines(tree)).published or read_date(view.said_at(page.final_url) or "")
    return Times(published, modified)


def _finer(said: When | None, shown: When | None) -> When | None:
    """The meta time wins; a shown time of the same minute or a meta without a time gives way to the finer one."""
    if said is None or (said.date_only and shown is not None and not shown.date_only):
        return shown
    return said


def labelled(text: str) -> Times:
    """Times of a header by the label before each; the first without a label is the time of publishing."""
    found: dict[str, When] = {}
    for line in text.split("\n"):
        at = 0
        for match in _DATE_SHAPE.finditer(line):
            when = read_date(match[0].replace("[", " ").replace("]", " "))
            if when is None:
                continue
            labels = list(_LABEL.finditer(line, at, match.start()))
            sort = str(labels[-1].lastgroup) if labels else ("plain" if at == 0 else "later")
            found.setdefault(sort, when)
            at = match.end()
    return Times(found.get("published") or found.get("plain"), found.get("modified"))


def author_of(tree: Tree, view: View, info: str) -> str | None:
    for selector in view.author:
        for node in tree.css(selector):
            words = line_of(node, ".show-for-sr,.blind,.sr-only")
            words = re.sub(r"^(?:기자명|글쓴이|작성자)\s{0,2}:?\s{0,2}", "", words)
            if name := byline_name(words) or _bare_name(words):
                return name
    if name := byline_name(re.sub(r"기자명", " ", " | ".join(info.split("\n")))):
        return name
    for line in info.split("\n"):
        for part in line.split("|"):
            if name := _bare_name(re.split(r"(?:19|20)\d{2}", part, maxsplit=1)[0].strip()):
                return name
    return byline_name(meta(tree, "author", "og:article:author", "dable:author", "article:author"))


def _bare_name(words: str) -> str | None:
    found = re.match(rf"^([가-힣]{{2,5}})(?:\s{{1,2}}(?:{TITLES}))?$", words)
    return found[1] if found and looks_like_a_name(found[1]) else None


# --- parts of the page -----------------------------------------------------------------------


def _container(tree: Tree, selectors: tuple[str, ...]) -> Node | None:
    """The first container that holds text or a picture, else the first there is."""
    first: Node | None = None
    for selector in selectors:
        for node in tree.css(selector)[:5]:
            if flat(node.text()) or node.css_first("img,amp-img,iframe,video") is not None:
                return node
            first = first or node
    return first


def _header(tree: Tree, view: View, body: Node) -> str:
    """The lines of the header blocks, cells and items apart from each other."""
    lines: list[str] = []
    for selector in view.info:
        for node in tree.css(selector):
            if not _inside(node, body):
                lines += text_of(node, ".show-for-sr,.blind,script", cells=" | ").split("\n")
        if any(_DATE_SHAPE.search(line) for line in lines):
            break
    return "\n".join(line for line in lines if line)


def _headline(tree: Tree, selectors: tuple[str, ...]) -> Node | None:
    return next((node for s in selectors for node in tree.css(s) if flat(node.text())), None)


def between(headline: Node | None, body: Node | None, limit: int = 300) -> str:
    """Short lines that stand between the headline and the text, in page order: reporter, time, section."""
    if headline is None or body is None:
        return ""
    lines: list[str] = []
    at: Node | None = headline
    first = True
    for _ in range(limit):
        step = None if first or at is None or at.tag in ("script", "style") else at.child
        first = False
        while step is None and at is not None:
            step = at.next
            at = at.parent if step is None else at
        if step is None or step.mem_id == body.mem_id:
            break
        at = step
        if at.tag == "-text" and (words := flat(at.text_content)):
            if len(words) > 40 and is_sentence(words):  # the text has begun: the container holds the headline too
                break
            lines.append(words)
    return "\n".join(line for line in lines if len(line) <= 120)


def labelled_lines(tree: Tree) -> str:
    """Lines anywhere in the main column that name a publishing time by its label (old skins print it at the foot)."""
    lines = text_of(tree.body, "aside,nav,footer,header", cells="\n").split("\n")
    return "\n".join(line for line in lines if len(line) < 120 and _FOOT_TIME.search(line))


def _inside(node: Node, box: Node) -> bool:
    at: Node | None = node
    while at is not None:
        if at.mem_id == box.mem_id:
            return True
        at = at.parent
    return False


def _subtitles(tree: Tree, view: View, body: Node) -> tuple[str, ...]:
    lines: list[str] = []
    for selector in view.subtitles:
        for node in tree.css(selector):
            lines += [line.lstrip("-–— ").strip() for line in text_of(node).split("\n")]
        if any(lines):
            break
    return tuple(dict.fromkeys(line for line in lines if line))


def subtitles_between(headline: Node | None, body: Node | None) -> tuple[str, ...]:
    """Headings, and elements named so, that follow the headline before the text: the 부제."""
    if headline is None or body is None:
        return ()
    found: list[str] = []
    at = headline.next
    if at is None and headline.parent is not None and not _inside(body, headline.parent):
        at = headline.parent.next
    for _ in range(8):
        if at is None or at.mem_id == body.mem_id:
            break
        if at.tag not in ("-text", "-comment"):
            names = f"{attribute(at, 'class')} {attribute(at, 'id')}"
            if at.tag in ("h2", "h3", "h4") or sort_of_names(names[:200]) == "subtitle":
                found += [line.lstrip("-–— ").strip() for line in text_of(at).split("\n") if 3 < len(line) < 120]
        at = at.next
    return tuple(found)


def _category(tree: Tree, view: View) -> str | None:
    for selector in view.category:
        node = tree.css_first(selector)
        if node is None:
            continue
        words = [
            w
            for w in re.split(r"\s{0,3}[>›»<\n]\s{0,3}", text_of(node))
            if w and w not in ("홈", "HOME", "Home", "뉴스홈", "뉴스", "기사본문", "본문")
        ]
        if words and len(words[-1]) <= 20:
            return words[-1]
    return meta(tree, "article:section", "Classification") or None


def _comments(tree: Tree, view: View, info: str) -> int | None:
    for selector in view.comments:
        node = tree.css_first(selector)
        if node is not None and (count := number(line_of(node))) is not None:
            return count
    headings = (line_of(node) for node in tree.css("h2,h3,h4,h5,h6")[:60])
    for words in (*info.split("\n"), *(w for w in headings if len(w) <= 24)):
        if found := _COMMENTS.search(words):
            return int(found[1])
    return view.comments_unsaid


def later(times: Times) -> datetime | None:
    """A time of change, if it is not the time of publishing said again."""
    if times.modified is None or (times.published and times.modified.at <= times.published.at):
        return None
    return times.modified.at


def _overridden(view: View, override: Override | None) -> View:
    """The outlet's own selectors before those of its engine."""
    if override is None:
        return view
    own: dict[str, Any] = {
        name: (selector, *getattr(view, name))
        for name, selector in (("title", override.title), ("body", override.body), ("author", override.author),
                               ("subtitles", override.subtitles), ("info", override.published_at))
        if selector
    }  # fmt: skip
    return replace(view, **own)


def _shown_day(page: Page) -> Any:
    return page.fetched_at.date()
