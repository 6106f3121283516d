"""WordPress: classic themes (2017, 2020, 2021 and their like), block themes (2023, 2024), REST answers.

What a page is stands in `body class` (`single postid-N`, `page-id-N`, `archive …`), its number in the shortlink; class
names of the theme only tell where the parts are. Addresses by title carry no number, and change with the title.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from sources.address import Address, absolute, parse
from sources.articles.headline import set_as_heading
from sources.articles.signed import as_newspaper
from sources.blocks import Node, Tree, flat, line_of, text_of
from sources.catalogue import Source
from sources.dates import When, read_date
from sources.families.newsengine import is_front
from sources.family import Family
from sources.feeds.wordpress_rest import read_rest
from sources.lists.rows import next_page
from sources.metadata.around import completed, in_row
from sources.page import Article, Item, Listing, Page, Reason, Refused
from sources.pick import attribute, distinct_lines, first_of, line_first, meta, number, some
from sources.texts.boards import around
from sources.texts.newsheader import Times, column_of, later
from sources.texts.newswords import bare_caption, without_sharing
from sources.texts.prose import container
from sources.texts.subtitles import subtitles_between

OPENING = re.compile(r"\s{0,20}\[?\s{0,20}\{\s{0,20}\"id\"\s{0,9}:\s{0,9}\d{1,12}\s{0,9},\s{0,20}\"date\"\s{0,9}:")
TITLES = (
    "h1.entry-title", "h1.wp-block-post-title", ".entry-header h1", "h1.post-title",
    "[class*=theme-post-title] .elementor-heading-title", "article h1", "main h1", "h1", ".entry-title", ".post-title",
)  # fmt: skip
BODIES = (
    ".et_pb_post_content",
    ".wp-block-post-content", ".entry-content", ".post-content", ".post-entry", "[itemprop=articleBody]",
    ".td-post-content", "[class*=theme-post-content] .elementor-widget-container",
    "[class*=theme-post-content]", "[itemprop=text]", ".single-content", ".post-body", ".blog-content",
    "[data-elementor-type='wp-post']",
)  # fmt: skip
DATES = (
    "time.entry-date", ".wp-block-post-date time", ".posted-on time",
    ".post-date time", ".post-date", ".entry-date", ".wp-block-post-date", ".posted-on", ".entry-meta time",
    "article header time", "time.published", "abbr.published", ".published", "[itemprop=datePublished]",
    "[class*=post-date]", "[class*=entry-date]", "[class*=info__item--type-date]", ".updated + span",
)  # fmt: skip
AUTHORS = (
    ".byline .author a", ".byline a", ".posted-by .author", ".post-author a", ".wp-block-post-author__name",
    ".wp-block-post-author-name", ".author.vcard a", ".author.vcard", "[class*=author-name] a", "[itemprop=author]",
    "[rel=author]",
)  # fmt: skip
NOT_BODY = (
    "button,.sharedaddy,.jp-relatedposts,#jp-post-flair,.post-navigation,.author-bio,.author-box,.page-links,.post-nav-links,"
    ".addtoany_share_save_container,.addtoany_content,.crp_related,.yarpp-related,.yarpp,.rp4wp-related-posts,"
    ".heateor_sss_sharing_container,.social-share,.ssba,.post-views,.wp-block-file__button,.wp-block-buttons,.comment-respond,"
    "figcaption,.wp-caption-text,.gallery-caption,.wp-block-post-comments-form,.ez-toc-container,.code-block,.td-a-rec,"
    # modules of Divi's builder that are no text
    ".et_pb_post_title,.et_pb_sidebar,.et_pb_signup,.et_pb_cta,.et_pb_social_media_follow,.et_pb_comments_module,"
    ".et_pb_posts_nav,.et_pb_blog_grid,.et_pb_contact,"
    "[class*=stream-item],[class*=social],[id*=related],[class*=related],[class*=sharing],[class*=post-tags],[class*=bottom-tags]"
)
VIEWS = (
    ".post-views-count", ".post-views .total-views", "[class*=td-nr-views]",
)  # of the plug-in that counts them, of newspapers' themes  # fmt: skip
SUBTITLES = ".td-post-sub-title,.jeg_post_subtitle,.entry-subtitle,.post-subtitle"  # of newspaper themes
CATEGORY_OF_CARD = ".td-post-category,.jeg_post_category a"
CATEGORIES = (".cat-links a", ".entry-categories a", ".taxonomy-category a", "a[rel~=category]")
CAPTIONS_ABOVE = ".featured-image-caption,[class*=featured] figcaption,[class*=featured] [class*=caption-text]"
CAPTIONS = "figcaption,.wp-caption-text,.gallery-caption"
ITEMS = (
    "li.wp-block-post", "article[id^=post-]", "article.post", "article.hentry", ".hentry", "div[id^=post-]",
    "main article", ".td_module_wrap", ".post-item", ".blog-post",
    ".type-post", ".format-standard",
)  # fmt: skip
ITEM_TITLES = (".entry-title a", ".wp-block-post-title a", ".post-title a", "h2 a[href]", "h3 a[href]", "h1 a[href]")
NEXT = (
    "a.next.page-numbers", "a.wp-block-query-pagination-next", ".nav-previous a", ".pagination a.next",
    "link[rel=next]", ".nav-links a.next", "a.nextpostslink", ".older-posts a", "a.older-posts", "a.pagination-next",
)  # fmt: skip
SIGNS = (
    "meta[name=generator][content^=WordPress],"
    "link:is([rel='https://api.w.org/'],[href*='/wp-content/'],[href*='/wp-includes/']),"
    "script:is([src*='/wp-content/'],[src*='/wp-includes/']),"
    # plug-ins hide the other marks
    "body:is(.archive.category,.archive.tag,.single-post[class*=postid-],.post-template-default)"
)
_DOCUMENT = re.compile(r"\.(?:hwpx?|pdf|docx?|xlsx?|pptx?|zip|txt|csv|show|cell|odt|ods)(?:$|[?#])", re.I)
_WRITTEN_BY = re.compile(r"^(?:글쓴이|작성자|글|[Bb]y)\s?[:：]?\s{1,3}(?=\S)")  # of builders, before a name
_POST_CLASS = re.compile(r"\bpost-(\d{1,12})\b", re.A)
_POST_ROUTE = re.compile(r"/wp/v2/posts/(\d{1,12})", re.A)
_COMMENT = re.compile(r"comment-\d{1,12}", re.A)
_PAGE_IN_PATH = re.compile(r"/page/(\d{1,6})/?$", re.A)
_LONGEST_NOTICE = 300  # characters in place of a post that only members read
_OF_ARCHIVE = re.compile(r"^(?:카테고리|Category)\s?:\s?")
_LOCKED = re.compile(r"^(?:잠긴 글|보호된 글|비공개|비밀글|Protected|Private)\s?:\s?")


def key(url: str) -> str | None:
    """`wordpress:host[/mount]/number` from `?p=N`, `/archives/N` or a REST address; a slug names no number."""
    address = parse(url)
    path = address.path.removesuffix("index.php").rstrip("/")
    named = address.number("p")
    if named and "post_type" not in address.query and "feed" not in address.query:
        return f"wordpress:{address.site}{path}/{named}"
    route = _POST_ROUTE.search(address.query.get("rest_route", "") or address.path)
    if route:
        return f"wordpress:{address.site}{path.partition('/wp-json')[0]}/{route[1]}"
    mount, archives, number = path.rpartition("/archives/")
    return f"wordpress:{address.site}{mount}/{int(number)}" if archives and re.fullmatch(r"\d{1,12}", number) else None


def key_in_page(page: Page, tree: Tree) -> str | None:
    short = tree.css_first("link[rel=shortlink]")
    href = absolute(page.final_url, short.attributes.get("href")) if short is not None else None
    named = key(href) if href else None
    if named:
        return named
    route = tree.css_first(
        "link[rel=alternate][href*='/wp/v2/posts/'],link[rel=alternate][href*='%2Fwp%2Fv2%2Fposts%2F']"
    )
    named = key(absolute(page.final_url, route.attributes.get("href")) or "") if route is not None else None
    if named:
        return named
    classes = _body_class(tree)
    number = re.search(r"\bpostid-(\d{1,12})\b", classes)
    if number is None and "single" in classes:  # other pages hold other posts, the one for missing addresses too
        number = _POST_CLASS.search(attribute(tree.css_first("article[id^=post-]"), "id"))
    return f"wordpress:{parse(page.final_url).site}/{number[1]}" if number else None


def address(url: Address) -> bool:
    return (
        "rest_route" in url.query or "/wp-json/" in url.path or url.path.endswith(("/wp-login.php", "/wp-sitemap.xml"))
    )


def read(page: Page, tree: Tree, source: Source | None) -> Article | Listing:
    if page.text.lstrip()[:1] in ("[", "{"):
        return read_rest(page, key)
    classes = f" {_body_class(tree)} "
    _refuse(page, tree, classes)
    if _is_post(tree, classes):
        return _article(page, tree)
    if " page-id-" in classes or (" page " in classes and " single" not in classes):
        raise Refused(Reason.FRONT, "a static page")
    return _listing(page, tree) or _by_look(page, tree, source)


def _by_look(page: Page, tree: Tree, source: Source | None) -> Article | Listing:
    """A theme of other names, or the page of a board that a plug-in of other names fills: as any page is read."""
    from sources.families.unknown import plain_article, plain_list  # here: families import this one

    if not is_front(page.final_url):
        if (article := plain_article(page, tree, source)) is not None:
            return article
        if (listing := plain_list(page, tree)) is not None:
            return replace(listing, items=tuple(replace(item, canonical_key=None) for item in listing.items))
    raise Refused(Reason.FRONT, "no list of posts")


def _body_class(tree: Tree) -> str:
    return flat(tree.body.attributes.get("class")) if tree.body is not None else ""


def _is_post(tree: Tree, classes: str) -> bool:
    if " single " in classes or " postid-" in classes or " single-post " in classes:
        return True
    if any(f" {word} " in classes for word in ("home", "blog", "archive", "page")):
        return False
    route = tree.css_first("link[rel=alternate][type='application/json'][href*='posts']")
    return route is not None or tree.css_first("link[rel=shortlink][href*='?p=']") is not None


def _refuse(page: Page, tree: Tree, classes: str) -> None:
    url = parse(page.final_url)
    if " error404 " in classes:
        raise Refused(Reason.GONE, "the theme's page for missing addresses")
    if tree.css_first("form.post-password-form") is not None:
        raise Refused(Reason.SECRET, "asks for the password of a post")
    if " search-results " in classes or " search-no-results " in classes or url.query.get("s", "").strip():
        raise Refused(Reason.SEARCH, "search results")
    if url.path.endswith("/wp-login.php") or " login " in classes:
        raise Refused(Reason.FORM, "the log-in form")
    if " attachment " in classes or " attachmentid-" in classes:
        raise Refused(Reason.FRONT, "the page of a picture or file")
    if tree.css_first("div.wp-embed,.wp-embed-heading") is not None or url.path.rstrip("/").endswith("/embed"):
        raise Refused(Reason.NOT_A_PAGE, "the card of a post, for other sites to show")


def _article(page: Page, tree: Tree) -> Article:
    body, found_by = first_of(tree, BODIES), ""
    if body is None:  # a theme or page builder of other names: where prose is densest
        body, found_by = container(page, tree, None)
    title = line_first(tree, TITLES, ".sr-only,.screen-reader-text")
    title = title or (line_of(next(set_as_heading(body, ""), None)) if body is not None else "")
    if body is None or not title:
        raise Refused(Reason.LAYOUT_CHANGED, f"no {'text' if body is None else 'title'} of the post")
    text = without_sharing(text_of(body, NOT_BODY, [link for link in body.css("a[download]") if _is_button(link)]))
    _refuse_members_only(body, text)
    column = column_of(tree, body, TITLES)
    when = _published(column, page, tree)
    article = Article(
        title=title,
        body_text=text,
        published_at=when.at if when else None,
        date_only=bool(when and when.date_only),
        modified_at=_modified(tree, column, when),
        author=_WRITTEN_BY.sub("", line_first(column, AUTHORS) or line_first(tree, AUTHORS)) or None,
        views=number(line_of(first_of(tree, VIEWS))),
        comments=sum(bool(_COMMENT.fullmatch(attribute(node, "id"))) for node in tree.css("[id^='comment-']")) or None,
        attachments=distinct_lines([link for link in body.css("a[href]") if _is_file(link)]),
        category=line_of(first_of(tree, CATEGORIES)) or None,
        subtitles=distinct_lines(tree.css(SUBTITLES)) or subtitles_between(_heading(column, title), body),
        tags=distinct_lines(some(tree, (".tags-links a", ".post-tags a", ".taxonomy-post_tag a", ".tagcloud-post a"))),
        image_captions=tuple(map(bare_caption, distinct_lines([*_featured(page, column), *body.css(CAPTIONS)]))),
        said_by={"body_text": found_by} if found_by else {},
    )
    article = as_newspaper(completed(article, body, page), body, NOT_BODY)
    category = article.category or _category_beside(body, title)
    return replace(article, category=category, board=category, comments=article.comments or 0)


def _featured(page: Page, column: Tree | Node) -> list[Node]:
    """The words under the picture that stands above a post."""
    if "featured" not in page.text or "caption" not in page.text:
        return []
    box: Node | None = column if isinstance(column, Node) else None
    while box is not None and box.tag not in ("article", "body"):
        box = box.parent
    return (box if box is not None and box.tag == "article" else column).css(CAPTIONS_ABOVE)


def _heading(column: Tree | Node, title: str) -> Node | None:
    return next((node for node in column.css("h1,h2") if line_of(node) == title), None)


def _category_beside(body: Node, title: str) -> str | None:
    """Of a theme of other names: the first link to the posts of a category that stands around the text."""
    box = around(body, title)
    return (line_of(box.css_first("a[href*='/category/'],a[href*='?cat=']")) or None) if box is not None else None


def _refuse_members_only(body: Node, text: str) -> None:
    """Plug-ins for members put a sentence and a log-in form in place of the text."""
    if (
        len(text) > _LONGEST_NOTICE
        or body.css_first("#loginform,form[action*='wp-login'],input[type=password]") is None
    ):
        return
    raise Refused(Reason.CLOSED, f"asks for a log-in: «{flat(text)[:80]}»")


def _is_file(link: Node) -> bool:
    return bool(_DOCUMENT.search(attribute(link, "href"))) and not _is_button(link)


def _is_button(link: Node) -> bool:
    """The button beside the name of a file, which leads there too."""
    if "wp-block-file__button" in attribute(link, "class"):
        return True
    beside = link.prev
    same = beside is not None and beside.tag == "a" and attribute(beside, "href") == attribute(link, "href")
    return same and "download" in link.attributes


def _when(scope: Tree | Node, page: Page) -> When | None:
    """`time[datetime]` has the zone and the minute even where the theme prints the day only."""
    for selector in DATES:
        for node in scope.css(selector)[:2]:
            when = read_date(attribute(node, "datetime")) or read_date(line_of(node), page.fetched_at, guess_year=False)
            if when is not None:
                return when
    return None


def _modified(tree: Tree, column: Tree | Node, when: When | None) -> datetime | None:
    """The second time that themes print («Updated»), or that the head of the page declares."""
    shown = column.css_first("time.updated[datetime]:not(.published)")
    said = read_date(attribute(shown, "datetime")) or read_date(meta(tree, "article:modified_time"))
    return later(Times(when, said))


def _published(column: Tree | Node, page: Page, tree: Tree) -> When | None:
    """What the post itself shows; where it shows no date, or only the day, what SEO plug-ins write into the head.

    Before any other date of the page: those of widgets are other posts'. So are those of a column that holds related
    posts and not the header, whose day is the declared one.
    """
    shown, declared = _when(column, page), read_date(meta(tree, "article:published_time"))
    if shown is not None and declared is not None and declared.at.date() != shown.at.date():
        first = _when(tree, page)
        return first if first is not None and first.at.date() == declared.at.date() else shown
    if shown is None or (declared is not None and shown.date_only and declared.at.date() == shown.at.date()):
        return declared or shown or _when(tree, page)
    return shown


def _listing(page: Page, tree: Tree) -> Listing | None:
    rows = [row for row in some(tree, ITEMS) if first_of(row, ITEM_TITLES) is not None]
    if not rows:
        return None
    board = _heading_of_list(tree)
    items = [item for row in rows if (item := _item(row, page, board)) is not None]
    if " category " in f" {_body_class(tree)} ":  # a theme need not say it again in each row
        items = [replace(item, category=item.category or board) for item in items]
    link = first_of(tree, NEXT)
    following = absolute(page.final_url, link.attributes.get("href")) if link is not None else None
    return Listing(
        items=tuple(items),
        next_page=following or next_page(tree, page, lambda url: None, "paged") or _next_in_path(tree, page),
        board=board,
    )


def _heading_of_list(tree: Tree) -> str | None:
    said = line_first(tree, (".page-title", ".archive-title", ".wp-block-query-title"))
    of_archive = tree.css("h1") if "archive" in _body_class(tree) else ()
    said = said or next((line_of(node) for node in of_archive if node.css_first("a[href]") is None), "")
    return _OF_ARCHIVE.sub("", said) or None


def _next_in_path(tree: Tree, page: Page) -> str | None:
    """`…/page/3/` from `…/page/2/`, for themes whose paging has names of its own."""
    here = _PAGE_IN_PATH.search(parse(page.final_url).path)
    following = f"/page/{int(here[1]) + 1 if here else 2}"
    links = (absolute(page.final_url, link.attributes.get("href")) for link in tree.css(f"a[href*='{following}']"))
    return next((url for url in links if url and parse(url).path.rstrip("/").endswith(following)), None)


def _category_of(row: Node, board: str | None) -> str | None:
    """The first category of a card; of several not the one whose list this is."""
    ways = (".cat-links a", ".taxonomy-category a", "a[rel~=category]", CATEGORY_OF_CARD, "a[href*='/category/']")
    said = distinct_lines(next(filter(None, map(row.css, ways)), ()))
    return next((name for name in said if name != board), next(iter(said), None))


def _item(row: Node, page: Page, board: str | None) -> Item | None:
    link = first_of(row, ITEM_TITLES)
    url = absolute(page.final_url, link.attributes.get("href")) if link is not None else None
    if url is None:
        return None
    marks = f"{attribute(row, 'class')} {attribute(row, 'id')}"
    number = _POST_CLASS.search(marks)
    when = _when(row, page)
    title = line_of(link)
    told = in_row(row, title, page.fetched_at)
    when = when or told.when
    return Item(
        url=url,
        title=title,
        canonical_key=key(url) or (f"wordpress:{parse(url).site}/{number[1]}" if number else None),
        published_at=when.at if when else None,
        date_only=bool(when and when.date_only),
        author=line_first(row, AUTHORS) or told.author,
        views=told.views,
        comments=told.comments,
        notice="sticky" in marks.split(),
        secret=bool(_LOCKED.match(title)),
        category=_category_of(row, board),
    )


FAMILY = Family(
    name="wordpress",
    about="워드프레스 (고전 테마와 블록 테마, REST)",
    evidence="rendered",
    read=read,
    key=key,
    opening=OPENING,
    signs=SIGNS,
    address=address,
    key_in_page=key_in_page,
)
