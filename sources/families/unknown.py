"""The fallback for pages of unknown engines. Says of each field where it was read (`Article.said_by`).

Order of trust: what the page declares (JSON-LD, microdata, OpenGraph), what stands between headline and text, then what
an extractor makes of it. The extractor (trafilatura) only finds *where* the text is; the words there are read by the
rules all newspapers share, because a general extractor keeps captions, bylines and notices.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from sources.address import Address, absolute, parse
from sources.articles.headline import headline, is_sure
from sources.articles.newspaper import View, author_of, is_search, refuse, refuse_missing, refuse_notice
from sources.articles.signed import signed_below
from sources.blocks import Node, Tree, flat, line_of
from sources.catalogue import Source
from sources.dates import read_date
from sources.families.newsengine import front_page, is_front
from sources.family import Family
from sources.lists.columns import Heads, columns_of
from sources.lists.items import items_of
from sources.lists.newslist import Rows, read_list
from sources.lists.rows import rows_of
from sources.lists.rowtitles import Skin
from sources.lists.scriptlinks import write_addresses
from sources.lists.slugs import with_short_slugs
from sources.metadata.around import completed
from sources.metadata.boardname import board_name, section_above, trail_above
from sources.metadata.comments import comments_said
from sources.metadata.plaintimes import times_of
from sources.page import Article, Item, Listing, Page, Reason, Refused
from sources.pagedata import json_ld, script_article
from sources.pick import attribute, number
from sources.refusals import refuse_leaving
from sources.texts.boards import without_marker
from sources.texts.captions import captions_above
from sources.texts.files import files_named
from sources.texts.newsbody import NewsBody, read_body
from sources.texts.newsheader import (
    between,
    just_above,
    later,
    paper_name,
    said_in_head,
    without_paper,
)
from sources.texts.newslines import own_lines
from sources.texts.newswords import is_sentence
from sources.texts.prose import LEAST, container, sentences
from sources.texts.reporters import byline_name, looks_like_a_name
from sources.texts.subtitles import deck_above, subtitles_between

_NOISE = re.compile(
    r"^(?:utm_\w+|fbclid|gclid|ref|referer|source|from|page|pagenum|pageNo|pageNum|p|sort|order|device|mobile|site_preference|replyAll|"
    r"reply_sc_order_by|total|box_idxno|pageIndex|nPage|search(?:Cnd|Wrd|Krwd|Ctgry)|integrDeptCode|sm|stx\d?|sdate|edate|outurl|OutUrl|_ga|spm|share|amp)$"
)
_DOCUMENT = re.compile(
    r"\d{3,}|(?-i:/(?=[A-Z]*\d)(?=\d*[A-Z])[\dA-Z]{6,}$)|[0-9a-f]{16,}|/[^/]{12,}$|^(?:/[^/?]{1,30}){1,4}/\d{1,2}$|"
    r"[?&](?:idx|no|num|number|id|uid|seq|article(?:no|id)?|(?:news|board|bbs|post|ntt)_?(?:no|id|sn|seq))=\d{1,2}(?:&|$)",
    re.I,
)
_NO_DOCUMENT = re.compile(
    r"(?:^|/)(?:\w{0,20}list|category|section|tag|author|writer|search|login|member|rss|feed|about|company|archive(?!s?/\d{2,12}/?$))s?(?:[/._]|$)|"
    r"\.(?:hwpx?|pdf|docx?|xlsx?|pptx?|zip)$",  # beside the posts of a list, their files
    re.I,
)
_HIDDEN = re.compile(r"\b(?:displaynone|d-none|hidden)\b|display\s?:\s?none")
_OF_CELLS = ("notice", "reply", "secret", "views", "comments", "author", "category")
_VIEWS = re.compile(r"(?:조회\s?수?|본\s?사람)\s{0,3}[:：]?\s{0,3}([\d,]{1,12})")
_COMMENTS = re.compile(r"(?:^|[\n|])\s{0,3}(?:댓글|덧글)\s{0,3}[:：]?\s{0,3}\(?(\d{1,6})(?=\)?\s{0,3}(?:[\n|]|$))")
_WRITER = re.compile(r"(?:^|[\n|])\s{0,3}(?:작성자|글쓴이|등록자|올린\s?이)(?:\s{0,3}[:：]\s{0,3}|\n)([^\n|:：]{2,20})")
# Whom to ask is not who wrote: of a public body that is the department, which stands beside it
_ASKED = re.compile(r"(?:^|(?<=[\n|]))\s{0,3}담당자(?:\s{0,3}[:：]\s{0,3}|\n|\s)[^\n|:：]{2,20}")
_EDITS = re.compile(r"(?:삭제|수정)하(?:려면|시려면)")  # below a post, what who wrote it may do
_AMP = re.compile(r"/amp/?$|^/amp(?=/)")


def key(url: str) -> str | None:
    """`unknown:<site><path>?<query>` of an address that can name a document: it holds a number, or a long slug.

    Tracking, paging and device parameters are dropped; the rest is kept in order of name.
    """
    address = parse(url)
    name = _named(address)
    whole = name.partition(":")[2].removeprefix(address.site)
    if not address.site or not _DOCUMENT.search(whole) or (_NO_DOCUMENT.search(address.path) and "?" not in whole):
        return None
    return name


def _named(address: Address) -> str:
    path = _AMP.sub("", address.path.rstrip("/")) or "/"
    pairs = sorted((n, v) for n, v in address.query.items() if v and not _NOISE.match(n))
    query = "&".join(f"{n}={v}" for n, v in pairs)
    return f"unknown:{address.site}{path}?{query}" if query else f"unknown:{address.site}{path}"


def read(page: Page, tree: Tree, source: Source | None) -> Article | Listing:
    """An article if the page holds one, else a list by its repeated links, else a named refusal."""
    if is_front(page.final_url):
        return front_page(page, tree, _link_key(page), source)
    _refuse_plainly(page, tree)
    write_addresses(page, tree)
    ld, head = json_ld(tree), said_in_head(tree)
    declared = (
        bool(ld)
        or head.get("og:type", "").lower() in ("article", "news")
        or tree.css_first("[itemprop=articleBody]") is not None
    )
    article = _article(page, tree, ld, head, source) or _from_script(page, tree, head)
    if article is not None and (declared or _enough(article)):
        refuse_notice(article.body_text)
        return article
    listing = plain_list(page, tree) if not (declared and article is not None) else None
    if listing is not None:
        if key(page.final_url) is not None:
            refuse_missing(tree)
        return listing
    raise Refused(Reason.UNREADABLE, "neither one article nor a list of them was found")


def plain_article(page: Page, tree: Tree, source: Source | None) -> Article | None:
    """The article of a page whose address says that it is one: headline, time and sentences must all be there."""
    article = _article(page, tree, json_ld(tree), said_in_head(tree), source)
    shown = article is not None and article.said_by.get("title") == "heading" and article.published_at is not None
    if article is None or not shown or not _enough(article) or not is_sure(tree, article.title, article.board):
        return None
    return article


def plain_list(page: Page, tree: Tree) -> Listing | None:
    """A list by its repeated links, where it surely is one."""
    link_key = with_short_slugs(page, tree, _link_key(page), lambda url: _named(parse(url)))
    listing = read_list(page, tree, link_key, Rows(told=True), least=3)
    if listing is None or not _certain(listing):
        return None
    items = _with_cells(listing, page, tree).items
    return replace(listing, items=tuple(replace(i, author=byline_name(i.author or "") or i.author) for i in items))


def _refuse_plainly(page: Page, tree: Tree) -> None:
    if is_search(page.final_url):
        raise Refused(Reason.SEARCH, "search results")
    refuse_leaving(page, tree)
    script_only = len(page.text) < 20_000 and "alert" in page.text and len(line_of(tree.body)) < 200
    if script_only or (_asks_for_password(tree) and len(line_of(tree.body)) < 800):
        refused = refuse(page, tree, "article")
        raise refused if script_only else Refused(Reason.FORM, "a form that asks for a password")
    if not line_of(tree.body) and tree.css_first("script") is None:
        raise Refused(Reason.UNREADABLE, "a page without words (frames, or nothing)")


def _asks_for_password(tree: Tree) -> bool:
    """A form that does. One for a comment asks for its text too; a field that stands hidden waits for a button."""
    for field in tree.css('form input[type="password"]'):
        form, hidden = field.parent, False
        while form is not None and form.tag != "form":
            hidden = hidden or bool(_HIDDEN.search(f"{attribute(form, 'class')} {attribute(form, 'style')}"))
            form = form.parent
        if form is not None and not hidden and not _is_for_words(form) and not _EDITS.search(form.text()):
            return True
    return False


def _is_for_words(form: Node) -> bool:
    """One for comments asks for them, in a field for some lines or in one beside that of the name."""
    fields = [field for field in form.css("input") if attribute(field, "type").lower() in ("", "text")]
    return form.css_first("textarea") is not None or len(fields) > 1


def _enough(article: Article) -> bool:
    """Without a declaration: sentences enough for an article, and a time or a text too long for a notice."""
    if article.said_by.get("body_text") == "label" and article.published_at is not None:
        return True  # a table that says «제목» and «작성일» is that of a post
    sentences = sum(is_sentence(line) for line in article.body_text.split("\n"))
    long = len(article.body_text)
    told = (article.author, article.views, article.comments)  # of a line whose day has no year
    dated = article.published_at is not None or (sum(said is not None for said in told) >= 2 and sentences >= 2)
    return sentences >= 1 and long >= LEAST and (dated or (long >= 250 and sentences >= 3))


def _with_cells(listing: Listing, page: Page, tree: Tree) -> Listing:
    """A list that has columns tells more of its rows: notices, answers and secrets by marks, views and comments."""
    heads: Heads = {}
    rows = [row for row in rows_of(tree, page, _link_key(page)) if row.node.tag == "tr" or columns_of(row.node, heads)]
    told = {item.url: item for item in items_of(rows, page, Skin())}

    def completed(item: Item) -> Item:
        cells = told.get(item.url)
        if cells is None:
            return item
        said = {name: getattr(cells, name) or getattr(item, name) for name in _OF_CELLS}
        return replace(item, **said)

    return replace(listing, items=tuple(map(completed, listing.items))) if told else listing


def _certain(listing: Listing) -> bool:
    """Three documents beside each other are a list if each shows its day; four need not."""
    documents = len({item.canonical_key for item in listing.items})
    return documents > 3 or (documents == 3 and all(item.published_at is not None for item in listing.items))


def _is_list(page: Page, body: Node, left_out: frozenset[int], *, timed: bool) -> bool:
    """Do the sentences of a container stand beside as many links to documents? Then they are leads.

    Three links are enough where nothing tells the article's own time (`timed`).
    """
    own = key(page.final_url)
    link_key = _link_key(page)
    links = [a for a in body.css("a[href]") if a.mem_id not in left_out]
    documents = {k for a in links if (k := link_key(absolute(page.final_url, attribute(a, "href")) or "")) and k != own}
    return len(documents) >= (4 if timed else 3) and len(documents) * 2 >= sentences(body)


def _from_script(page: Page, tree: Tree, head: Mapping[str, str]) -> Article | None:
    """The article a script would draw, from its data."""
    found = script_article(tree)
    if found is None:
        return None
    author = byline_name(found.author) or (found.author if looks_like_a_name(found.author) else None)
    lines = own_lines(found.lines, title=found.title, author=author or "")
    if not lines.text or not any(map(is_sentence, lines.text)):
        return None
    when = read_date(found.time)
    return Article(
        title=without_paper(flat(found.title), _paper(tree, {}, head)), body_text="\n".join(lines.text), author=author,
        published_at=when.at if when else None, date_only=bool(when and when.date_only),
        image_captions=lines.captions, subtitles=lines.subtitles,
        said_by=dict.fromkeys(("title", "body_text", "published_at"), "script data"),
    )  # fmt: skip


def _article(
    page: Page, tree: Tree, ld: Mapping[str, Any], said_head: Mapping[str, str], source: Source | None
) -> Article | None:
    said: dict[str, str] = {}
    paper = _paper(tree, ld, said_head)
    body, said["body_text"] = container(page, tree, source)
    title, heading = headline(tree, ld, said_head, paper, body, said)
    if not title:
        return None
    head, over = between(heading, body), just_above(heading, body)
    times = times_of(page, tree, ld, said_head, head, over, said)
    author = _author(tree, ld, said_head, head, said, paper)
    decks = subtitles_between(heading, body)
    text = _text_of(page, body, title, author, decks, paper)
    if body is not None and not ld and _is_list(page, body, text.left_out, timed=times.published is not None):
        return None
    text = _declared(ld, text, title, paper, said)
    if not text.text:
        return None
    words, marker = without_marker(text.text)
    views = _VIEWS.search(head)
    article = Article(
        title=title, body_text=words, author=text.author,
        published_at=times.published.at if times.published else None,
        date_only=bool(times.published and times.published.date_only),
        modified_at=later(times), category=said_head.get("article:section") or _section_of(ld),
        subtitles=tuple(dict.fromkeys((*decks, *text.subtitles))),
        image_captions=tuple(dict.fromkeys((*captions_above(body), *text.captions))),
        attachments=files_named(page, tree), views=number(views[1]) if views else None,
        comments=said_below if (said_below := comments_said(tree)) is not None else _answers(head),
        said_by=said, moved_marker=marker,
    )  # fmt: skip
    article = completed(article, body, page) if body is not None else article
    return _placed(article, tree, page, heading, over)


def _answers(head: str) -> int | None:
    """How many have answered, as the line of the day says it («조회 2211 | 댓글 5»)."""
    found = _COMMENTS.search(head)
    return number(found[1]) if found else None


def _text_of(
    page: Page, body: Node | None, title: str, author: str | None, decks: tuple[str, ...], paper: str
) -> NewsBody:
    """What the box of the text holds, sorted; nothing where there is none."""
    if body is None:
        return NewsBody("", author=author)
    own, links = key(page.final_url), _link_key(page)

    def leads_to_another(href: str) -> bool:
        return (there := links(absolute(page.final_url, href) or "")) is not None and there != own

    found = read_body(body, title=title, author=author or "", said=decks, paper=paper, is_article_link=leads_to_another)
    below_the_title = found.subtitles if decks or found.subtitles else deck_above(body)
    return replace(found, subtitles=below_the_title, author=author or found.author or signed_below(body))


def _declared(ld: Mapping[str, Any], found: NewsBody, title: str, paper: str, said: dict[str, str]) -> NewsBody:
    """What the page declares as its text, where it shows not half of it."""
    words = str(ld.get("articleBody") or "")
    if len(words) <= 2 * len(found.text):
        return found
    said["body_text"] = "json-ld"
    rows = [flat(line) for line in words.split("\n") if flat(line)]
    lines = own_lines(rows, title=title, author=found.author or "", paper=paper)
    return replace(found, text="\n".join(lines.text), captions=lines.captions, subtitles=())


def _placed(article: Article, tree: Tree, page: Page, heading: Node | None, over: str | None) -> Article:
    """The article with its board and its category, where the page tells them."""
    board = board_name(page, tree, article.title) or article.category
    above = trail_above(heading) or section_above(tree, heading) if board is None else []
    category = article.category or (over if over and over == board else None)  # the last step, right above the title
    return replace(article, board=board or next(reversed(above), None), category=category)


def _section_of(ld: Mapping[str, Any]) -> str | None:
    said = ld.get("articleSection")
    first = said[0] if isinstance(said, list) and said else said
    return flat(first) or None if isinstance(first, str) else None


# --- fields ----------------------------------------------------------------------------------


def _paper(tree: Tree, ld: Mapping[str, Any], head: Mapping[str, str]) -> str:
    publisher = ld.get("publisher")
    name = publisher.get("name") if isinstance(publisher, dict) else publisher
    return paper_name(tree, head) or (flat(name) if isinstance(name, str) else "")


def _author(
    tree: Tree, ld: Mapping[str, Any], meta: Mapping[str, str], head: str, said: dict[str, str], paper: str
) -> str | None:
    people = ld.get("author")
    first = people[0] if isinstance(people, list) and people else people
    name = first.get("name") if isinstance(first, dict) else first
    spec = View(body=(), title=(), author=("[itemprop=author] [itemprop=name]", "[itemprop=author]", "[rel=author]"))
    declared = re.sub(r"\s{0,2}(?:기자|특파원)$", "", flat(name)) if isinstance(name, str) else ""
    head = _ASKED.sub("\n", head)
    labelled = _WRITER.search(head)
    if labelled and byline_name(labelled[1]) is None:
        return None  # the word behind the label, which the labels' own reader finds
    found = author_of(tree, spec, head, meta)
    if declared and declared != paper and re.fullmatch(r"[가-힣]{2,5}", declared):
        said["author"] = "json-ld"
        return declared
    if found:
        said["author"] = "header"
    return found


# --- links of a list -------------------------------------------------------------------------


def _link_key(page: Page) -> Callable[[str], str | None]:
    """Articles of the same site only: a list of an unknown engine does not lead elsewhere."""
    here: Address = parse(page.final_url)
    itself = _named(here)  # its other pages have the same name: the number of a page is no part of it

    def own(url: str) -> str | None:
        there = parse(url)
        elsewhere = there.site != here.site or there.path == here.path
        return None if (elsewhere and there.query == here.query) or _named(there) == itself else key(url)

    return own


def _key_in_page(page: Page, tree: Tree) -> str | None:
    """The key of a page by its slug, however short («/minutes/»): known as a document once its page was asked for."""
    address = parse(page.final_url)
    return None if is_front(page.final_url) or _NO_DOCUMENT.search(address.path) else _named(address)


FAMILY = Family(
    name="unknown",
    about="any page that declares an article or looks like one; lists by their repeated links",
    evidence="reconstructed",
    read=read,
    key=key,
    key_in_page=_key_in_page,
)
