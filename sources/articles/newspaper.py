"""Reads an article page of any newspaper engine: the engine says where things stand, this module how they are read.

An engine is a `View`: lists of selectors in order of trust. One container id serves several skins, so each field is
looked up on its own, never by the name of a skin. Title, time and author are taken from the header block only: a page
holds 5 to 30 other dates and as many other reporters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from sources.articles.headline import heading_before
from sources.articles.signed import signed_below
from sources.blocks import Node, Tree, has_words, line_of, text_of
from sources.catalogue import Override, Source
from sources.dates import read_date
from sources.metadata.boardname import section_above, steps_in, trail_above
from sources.metadata.comments import comments_below
from sources.page import Article, Page, Reason, Refused
from sources.pagedata import json_ld
from sources.pick import number, ranked
from sources.refusals import SHORT_PAGE
from sources.texts.files import files_named
from sources.texts.newsbody import read_body
from sources.texts.newsheader import (
    DATE_SHAPE,
    Times,
    bare_name,
    between,
    column_of,
    contributor,
    finer,
    first_said,
    first_shown,
    has_label,
    inside,
    is_moved,
    labelled,
    labelled_lines,
    later,
    nearest_of,
    paper_name,
    said_in_head,
    shown_as,
    title_of,
    title_tag,
)
from sources.texts.newswords import caption_of, credited, is_gate, is_sentence, signature, to_the_reader
from sources.texts.reporters import byline_name
from sources.texts.subtitles import deck_above, subtitles_between
from sources.words import holds_any


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


_VIEWS = re.compile(r"(?:조회\s?수?|읽음)\s{0,3}[:：]?\s{0,3}([\d,]{1,12})")
_COMMENTS = re.compile(r"(?:댓글|의견)\s{0,3}\(?(\d{1,6})")
_ALERT = re.compile(r"""alert\s{0,3}\(\s{0,3}["'](?P<say>[^"'\n]{0,200})""")
_GONE = re.compile(r"삭제|존재하지|없습니다|없는\s|찾을\s수\s없|만료|비공개|잘못된\s?(?:접근|경로|요청)")
_GONE_ARTICLE = re.compile(
    r"(?:기사|페이지|게시[물글]|문서|자료)\S{0,2}\s.{0,30}(?:삭제\s?(?:된|되었|됐|하였|했)|존재하지|찾을\s수\s없)|"
    r"(?:기사|게시[물글]|페이지)[가는은]\s없습니다|(?:삭제된|없는|존재하지\s않는)\s(?:기사|페이지|게시[물글])"
)
_TO_WRITE = re.compile(r"쓰[기시려]|작성|등록|댓글|덧글|의견|문의|신청")  # what else a log-in is asked for
_CHANGED = ("최종수정", "최종 수정", "기사수정", "수정일", "수정 20", "수정 :", "수정:")
_NOTICE = 200  # characters of a page that says why it shows nothing
_PARTS = re.compile(r"\s{0,2}[|/·ㆍ•]\s{0,2}")  # of a line that says a name beside a day
_ASKS_LOGIN = re.compile(r"로그인|회원|권한")
_SEARCHES = ("/search", "search.php", "search_result", "searchlist")
_ASKED = re.compile(r"[?&](?:sc_word|stx|q|keyword|searchword|search_word)=[^&]")
_NAMED_TOO = re.compile(
    r"[?&](?:idx|no|num|number|id|uid|seq|idxno|article(?:no|id)?|news_?(?:no|id)|ntt(?:id|sn))=\d", re.I
)
NO_SECTIONS = frozenset(
    ("홈", "HOME", "Home", "뉴스홈", "뉴스", "기사본문", "본문", "본문영역", "전체", "전체기사", "광고")
)
_LONGEST_SECTION = 20
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_LABELLED = re.compile("기자명")
_FORMS = ("login", "join", "write", "register", "member_")


@dataclass(frozen=True, slots=True)
class _Header:
    """What stands in the header of an article."""

    title: str
    paper: str
    times: Times
    author: str | None
    subtitles: tuple[str, ...]
    sections: list[str]  # from the widest on
    comments: int | None
    views: int | None


def read_article(
    page: Page, tree: Tree, view: View, source: Source | None, links: Callable[[str], bool]
) -> Article | None:
    """The article of a page, or None where the page has no body container at all (a list, an error).

    `links` says whether an address is an article of this engine. Raises `Refused` for an article that is missing.
    """
    override = source.override_on(page.fetched_at.date()) if source and source.overrides else None
    view = _overridden(view, override)
    body = _container(tree, view.body)
    if body is None:
        return None
    whole, body = body, view.narrow(body)
    beside, signed_beside = _beside(whole, body)
    header = _read_header(page, tree, column_of(tree, body, view.title), view, body)
    read = read_body(
        body, drop=view.drop, captions=view.captions, subtitles=view.inner_subtitles, title=header.title,
        author=header.author or "", said=header.subtitles, paper=header.paper, is_article_link=links,
    )  # fmt: skip
    published = header.times.published
    refuse_notice(read.text)
    wordless = not read.text and not read.captions
    if not header.title or (wordless and (published is None or body.css_first("img,iframe,video") is None)):
        reason = Reason.CLOSED if header.title and read.gated else Reason.GONE
        raise Refused(reason, "an article page without a headline or without a text")
    said_by = {"*": "override"} if override else {}
    if read.gated:
        said_by["body_text"] = "gated: the public part"
    return Article(
        title=header.title, body_text=read.text,
        author=header.author or read.author or signed_below(whole) or signed_beside,
        published_at=published.at if published else None, date_only=bool(published and published.date_only),
        modified_at=later(header.times), comments=header.comments, views=header.views,
        category=next(reversed(header.sections), None), board=next(iter(header.sections), None),
        subtitles=tuple(dict.fromkeys((*header.subtitles, *read.subtitles))) or deck_above(whole),
        image_captions=(*beside, *read.captions), said_by=said_by,
        attachments=files_named(page, tree) if "첨" in page.text and "첨부" in page.text else (),  # one letter: cheap
    )  # fmt: skip


def _read_header(page: Page, tree: Tree, column: Tree | Node, view: View, body: Node) -> _Header:
    """Title, time, reporter and 부제 are looked for in the article's own column, the rest on the whole page."""
    head = said_in_head(tree)
    paper = paper_name(tree, head)
    headline = shown_as(tree, first_shown(column, view.title), paper, head)
    if headline is None and not first_said(head, "og:title", "twitter:title", "title"):
        headline = heading_before(body, paper, title_tag(tree))
    headline = nearest_of(tree, headline, body)
    info, dated = _header(column, view, body)
    if column is not tree and not dated:
        info, dated = _header(tree, view, body)
    after = "" if dated and byline_name(info) else _LABELLED.sub(" ", between(headline, body))
    if not dated or has_label(after):  # a block named for the header may be one of the comments
        info = f"{info}\n{after}"
    return _Header(
        title=title_of(tree, headline, paper, head),
        paper=paper,
        times=times_of(page, tree, view, info, head),
        author=author_of(column, view, info, head, paper) or byline_name(" | ".join(after.split("\n"))),
        subtitles=_subtitles(column, view) or subtitles_between(headline, body),
        sections=_sections(tree, view, head, headline),
        comments=_comments(tree, view, info, body),
        views=number(seen[1]) if (seen := _VIEWS.search(info)) else None,
    )


def refuse(page: Page, tree: Tree, what: str) -> Refused:
    """The named refusal for a page of a newspaper engine that is neither an article nor a list."""
    said = _ALERT.search(page.text[:200_000])
    path = page.final_url.partition("?")[0].lower()
    if said and len(page.text) < 20_000 and len(line_of(tree.body)) <= SHORT_PAGE:  # other pages warn on a press
        if _ASKS_LOGIN.search(said["say"]):
            return Refused(Reason.CLOSED, said["say"])
        return Refused(Reason.GONE if _GONE.search(said["say"]) else Reason.ENGINE_ERROR, said["say"])
    if is_search(page.final_url):
        return Refused(Reason.SEARCH, "search results")
    if holds_any(path, _FORMS):
        return Refused(Reason.FORM, "a form of the site")
    if path.count("/") <= 3 and path.rstrip("/").count("/") <= 2:
        return Refused(Reason.FRONT, "the front page")
    if re.search(
        r"찾을 수 없|존재하지 않|(?:삭제된|없는) (?:기사|페이지)|잘못된 (?:접근|경로)", line_of(tree.body)[:2000]
    ):
        return Refused(Reason.GONE, "the page says that there is nothing")
    return Refused(Reason.LAYOUT_CHANGED, f"no {what}")


def refuse_notice(text: str) -> None:
    """Raise `Refused` for a container whose few lines only say why there is no article: it is gone, or for members."""
    lines = text.split("\n") if len(text) <= _NOTICE else []
    if not 0 < len(lines) <= 5 or any(is_sentence(line) and not to_the_reader(line) for line in lines):
        return
    if any(map(is_gate, lines)):
        raise Refused(Reason.CLOSED, lines[0])
    if gone := next((line for line in lines if _GONE_ARTICLE.search(line)), None):
        raise Refused(Reason.GONE, gone)


def refuse_missing(tree: Tree) -> None:
    """Raise `Refused` for a page that says, outside links and beside a list, that its document is missing or for
    members."""
    lines = text_of(tree.body, "a,nav,header,footer,aside,script").split("\n")
    if gone := next((line for line in lines if len(line) <= _NOTICE and _GONE_ARTICLE.search(line)), None):
        raise Refused(Reason.GONE, gone)
    if gate := next((line for line in lines if is_gate(line) and not _TO_WRITE.search(line)), None):
        raise Refused(Reason.CLOSED, gate)


def is_search(url: str) -> bool:
    """Search results are never followed: they repeat everything under ever new addresses."""
    path = url.partition("?")[0].lower()
    if holds_any(path, _SEARCHES):
        return True
    return bool(_ASKED.search(url)) and not _NAMED_TOO.search(url)  # builders carry the list's search along


# --- single fields ---------------------------------------------------------------------------


def times_of(page: Page, tree: Tree, view: View, info: str, head: Mapping[str, str]) -> Times:
    """Published and modified: meta data of the page, else the header's lines by their labels, else the address."""
    shown = labelled(info)
    for selector in view.time:
        if shown.published is None and (node := tree.css_first(selector)) is not None:
            shown = labelled(text_of(node, cells=" | "))
    published = shown.published
    if view.published_meta:
        said = read_date(first_said(head, "article:published_time", "og:article:published_time"))
        published = finer(said, published) if not is_moved(said, published) else published
    modified = shown.modified
    if published is None or modified is None:
        ld = json_ld(tree)
        published = published or read_date(str(ld.get("datePublished") or ""))
        modified = modified or read_date(str(ld.get("dateModified") or ""))
    if published is None:
        foot = labelled(labelled_lines(tree))
        published = foot.published or read_date(view.said_at(page.final_url) or "")
        modified = modified or foot.modified
    elif modified is None and any(map(page.text.__contains__, _CHANGED)):
        foot = labelled(labelled_lines(tree))  # below the text, behind the same time of publishing
        same = foot.published is not None and foot.published.at.replace(second=0) == published.at.replace(second=0)
        modified = foot.modified if same else None
    return Times(published, modified)


def author_of(column: Tree | Node, view: View, info: str, head: Mapping[str, str], paper: str = "") -> str | None:
    """The reporter; the paper itself where its own name stands in the reporter's place."""
    info = _LABELLED.sub(" ", info)
    for node in chain.from_iterable(ranked(column, view.author)):
        words = line_of(node, ".show-for-sr,.blind,.sr-only")
        words = re.sub(r"^(?:기자명|글쓴이|작성자)\s{0,2}:?\s{0,2}", "", words)
        if name := byline_name(words) or bare_name(words) or (words == paper and words) or None:
            return name
    if name := byline_name(" | ".join(info.split("\n"))):
        return name
    for line in info.split("\n"):
        if name := credited(line):
            return name
        for part in _PARTS.split(line) if DATE_SHAPE.search(line) else line.split("|"):
            part = re.split(r"(?:19|20)\d{2}", part, maxsplit=1)[0].strip()
            if name := bare_name(part) or contributor(part):
                return name
    declared = first_said(head, "author", "og:article:author", "dable:author", "article:author")
    shown = bare_name(declared) and any(line.startswith(f"{declared} ") for line in info.split("\n"))
    return declared if shown else byline_name(declared)  # «노단풍 헌책방지기»: who is no reporter


def _beside(whole: Node, text: Node) -> tuple[list[str], str | None]:
    """Captions and signature in the container, outside the part of it that is the text."""
    if whole.mem_id == text.mem_id:
        return [], None
    lines = text_of(whole, without=[text]).split("\n")
    captions = [said for line in lines if (said := caption_of(line))]
    return captions, next((name for line in reversed(lines) if (name := signature(line))), None)


# --- parts of the page -----------------------------------------------------------------------


def _container(tree: Tree, selectors: tuple[str, ...]) -> Node | None:
    """The first container that holds text or a picture, else the first there is."""
    first: Node | None = None
    for selector in selectors:
        node = tree.css_first(selector)
        if node is None:
            continue
        if _holds_something(node):  # mostly, and then the others of its name need not be found
            return node
        if (other := next(filter(_holds_something, tree.css(selector)[1:5]), None)) is not None:
            return other
        first = first or node
    return first


def _holds_something(node: Node) -> bool:
    return has_words(node) or node.css_first("img,amp-img,iframe,video") is not None


def _header(scope: Tree | Node, view: View, body: Node) -> tuple[str, bool]:
    """The lines of the header blocks, and whether a date is among them; cells and list items are lines of their own."""
    lines: list[str] = []
    dated = False
    for nodes in ranked(scope, view.info):
        for node in nodes:
            if not inside(node, body):
                lines += text_of(node, ".show-for-sr,.blind,script", cells=" | ").split("\n")
        dated = any(DATE_SHAPE.search(line) for line in lines)
        if dated:
            break
    return "\n".join(line for line in lines if line), dated


def _subtitles(column: Tree | Node, view: View) -> tuple[str, ...]:
    lines: list[str] = []
    for nodes in ranked(column, view.subtitles):
        for node in nodes:
            lines += [line.lstrip("-–— ").strip() for line in text_of(node).split("\n")]
        if any(lines):
            break
    return tuple(dict.fromkeys(line for line in lines if line))


def _sections(tree: Tree, view: View, head: Mapping[str, str], headline: Node | None) -> list[str]:
    """The sections an article is filed under («홈 > 사회 > 노동»), the widest first."""
    for node in chain.from_iterable(ranked(tree, view.category)):
        said = text_of(node) if node.css_first("a,li") is None else "\n".join(steps_in(node))
        words = [w for w in re.split(r"\s{0,3}[>›»<\n]\s{0,3}|\s/\s", said) if w and w not in NO_SECTIONS]
        if words and len(words[-1]) <= _LONGEST_SECTION:
            return _whole_way([word for word in words if len(word) <= _LONGEST_SECTION], title_tag(tree))
    said = first_said(head, "article:section", "Classification")
    if said:
        return [said]
    steps = trail_above(headline) or section_above(tree, headline)
    return [step for step in steps if step not in NO_SECTIONS]


def _whole_way(sections: list[str], tag: str) -> list[str]:
    """A section with the wider ones that the title tag says behind it («제목 < 먹거리 < 경제 < 기사본문 - 매체»)."""
    if len(sections) != 1 or "< 기사본문" not in tag:
        return sections
    steps = [step.strip() for step in tag.partition("< 기사본문")[0].split("<")[1:]]
    steps = [step for step in steps if step and step not in NO_SECTIONS]
    return steps[::-1] if steps[:1] == sections and len(steps) > 1 else sections


def _comments(tree: Tree, view: View, info: str, body: Node) -> int | None:
    """The number of comments: beside the time, else by the engine's mark, else in a heading («댓글 3»), else below the
    text, where old skins print that heading as a table row."""
    if found := _COMMENTS.search(info):
        return int(found[1])
    for node in chain.from_iterable(ranked(tree, view.comments)):
        if (count := number(line_of(node))) is not None:
            return count
    for node in (node for tag in _HEADINGS for node in tree.tags(tag)[:30]):
        words = node.text()
        if ("댓글" in words or "의견" in words) and len(words) <= 80:
            said = _COMMENTS.search(line_of(node)[:24])
            if said:
                return int(said[1])
    said_below = comments_below(body)
    return said_below if said_below is not None else view.comments_unsaid


def _overridden(view: View, override: Override | None) -> View:
    """The engine's selectors, with the outlet's own before them."""
    if override is None:
        return view
    own: dict[str, Any] = {
        name: (selector, *getattr(view, name))
        for name, selector in (("title", override.title), ("body", override.body), ("author", override.author),
                               ("subtitles", override.subtitles), ("info", override.published_at))
        if selector
    }  # fmt: skip
    own["drop"] = ",".join(filter(None, (view.drop, *override.drop)))
    return replace(view, **own)
