"""A new outlet, from any address of it: what answers there, where its list is, how its articles read.

::

    address ─► robots ─► first page ─► a list or feed?  else: link rel=alternate ─► links to lists ─► conventions
                                             └─► three articles ─► Survey ─► entry (a proposal for the catalogue)

Nothing is kept. What is asked, is asked through `Polite`, as in any round; what was found is a value, and what
keeps us from going on is an `OnboardingError`: what was found, and what to do next.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from pipelines.crawl.conventions import places
from pipelines.crawl.intake import is_feed
from pipelines.crawl.looking import Look, OnboardingError, look_at, refuse, whole_address
from pipelines.crawl.polite import Polite, Terms
from pipelines.crawl.reading import page_of
from sources.address import absolute, parse
from sources.blocks import Tree, flat
from sources.catalogue_fields import Mark
from sources.page import Item, Listing
from sources.recognise import key_of

ARTICLES = 3
ASKED_FOR_ARTICLES = 6
CANDIDATES = 5
"""Addresses tried as a list, and again as a feed: an operator waits for each of them."""

FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
_FEED_LINK = re.compile(r"/(?:rss|feed|atom)\b|rss\.php|allArticle\.xml|act=rss", re.I)
_COMMENTS = re.compile(r"comments?/feed|feed=comments|/\d{1,12}/feed|[?&]p=\d", re.I)
_LIST_LINK = re.compile(
    r"articleList|bo_table=\w|/(?:bbs|board|boards|list|category|section|notice|news)\b|[?&](?:mid|section|mcode|sc_section_code)=\w",
    re.I,
)
_LIST_WORDS = re.compile(r"전체\s?기사|기사\s?전체|최신|소식|공지|알림|게시판|뉴스|보도|자유")


@dataclass(frozen=True, slots=True)
class Place:
    """A list or feed. `listing` is None where it could not be looked at: then it is only this engine's convention."""

    url: str
    mark: Mark
    listing: Listing | None = None


@dataclass(frozen=True, slots=True)
class Survey:
    """All that was seen of an outlet. `family` is the engine of its articles."""

    address: str
    family: str
    name: str
    name_guess: bool
    lists: tuple[Place, ...]
    feeds: tuple[Place, ...]
    articles: tuple[Look, ...]
    looks: tuple[Look, ...]
    crawl_delay: float | None = None
    from_article: bool = False

    @property
    def items(self) -> tuple[Item, ...]:
        """The rows of the first list or feed that was read."""
        return next((p.listing.items for p in (*self.feeds, *self.lists) if p.listing and p.listing.items), ())


def survey(address: str, polite: Polite, terms: Terms, told: Callable[[Look], None] = lambda look: None) -> Survey:
    """Look at an outlet. Raises OnboardingError."""
    looks: list[Look] = []

    def ask(url: str) -> Look:
        looked = look_at(url, polite, terms)
        looks.append(looked)
        told(looked)
        return looked

    first = ask(whole_address(address))
    refuse(first)
    assert first.reading is not None
    lists, feeds = _places(first, ask)
    _refuse_nothing(first, lists, feeds)
    articles = _articles(first, (*feeds, *lists), ask)
    family = _family(first, articles)
    if not lists and not feeds:
        lists, feeds = _by_convention(family, first.response.final_url)
    name, guess = _name(looks)
    delay = polite.rules(first.response.final_url, terms).crawl_delay
    from_article = first.reading.kind == "article"
    return Survey(
        first.response.final_url, family, name, guess, lists, feeds, articles, tuple(looks), delay, from_article
    )


# --- lists and feeds --------------------------------------------------------------------------


def _places(first: Look, ask: Callable[[str], Look]) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """(lists, feeds) that answer, at most one of each."""
    lists: list[Place] = []
    feeds: list[Place] = []
    reading, response = first.reading, first.response
    assert reading is not None
    if reading.listing is not None and (reading.listing.items or not is_feed(response)):
        (feeds if is_feed(response) else lists).append(Place(response.final_url, "seen", reading.listing))
    if feeds:
        return (), tuple(feeds)
    named_feeds, named_lists = _named(first)
    there = places(reading.family, response.final_url)
    _first_that_answers(feeds, [*named_feeds, *there.feeds][:CANDIDATES], ask, feed=True)
    if not lists:
        _first_that_answers(lists, [*_folder(first), *there.lists, *named_lists][:CANDIDATES], ask, feed=False)
    return tuple(lists), tuple(feeds)


def _first_that_answers(found: list[Place], candidates: list[str], ask: Callable[[str], Look], *, feed: bool) -> None:
    for url in dict.fromkeys(candidates):
        looked = ask(url)
        listing = looked.reading.listing if looked.reading else None
        if listing is not None and listing.items and is_feed(looked.response) == feed:
            found.append(Place(looked.response.final_url, "seen", listing))
            return


def _folder(first: Look) -> list[str]:
    """Boards with rewritten addresses: the list of `/free/4510` is `/free`."""
    base, _, number = parse(first.response.final_url).path.rstrip("/").rpartition("/")
    return [urljoin(first.response.final_url, base)] if base and number.isdigit() else []


def _named(first: Look) -> tuple[list[str], list[str]]:
    """(feeds, lists) that the page itself names; lists whose words promise articles first."""
    if is_feed(first.response):
        return [], []
    base = first.response.final_url
    tree = Tree(page_of(first.response).text)
    feeds = [
        absolute(base, node.attributes.get("href"))
        for node in tree.css("link[rel~=alternate][type]")
        if (node.attributes.get("type") or "").lower() in FEED_TYPES
    ]
    lists: list[tuple[bool, str]] = []
    for node in tree.css("a[href]"):
        url = absolute(base, node.attributes.get("href"))
        if url is None or parse(url).site != parse(base).site:
            continue
        if _FEED_LINK.search(url):
            feeds.append(url)
        elif _LIST_LINK.search(url) and key_of(url) is None:
            lists.append((not _LIST_WORDS.search(flat(node.text())), url))
    wanted = [url for url in feeds if url and not _COMMENTS.search(url)]
    return list(dict.fromkeys(wanted)), list(dict.fromkeys(url for _, url in sorted(lists, key=lambda one: one[0])))


def _by_convention(family: str, url: str) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """Where this engine keeps them, unverified: what is left for a person to check."""
    there = places(family, url) if family != "unknown" else places("", url)
    return tuple(Place(u, "convention") for u in there.lists[:1]), tuple(
        Place(u, "convention") for u in there.feeds[:1]
    )


def _refuse_nothing(first: Look, lists: tuple[Place, ...], feeds: tuple[Place, ...]) -> None:
    assert first.reading is not None
    if lists or feeds:
        return
    url, family = first.url, first.reading.family
    if first.reading.article is not None:
        there = _by_convention(family, url)
        if family != "unknown" and any(there):
            return  # the engine says where they would be
        raise OnboardingError(
            f"{url} is a single article («{first.reading.article.title[:60]}», engine {family}), and no list or feed "
            "could be found from it; give the address of the list it is in."
        )
    if family == "unknown":
        raise OnboardingError(
            f"{url} was read, but no engine was recognised and no list or feed was found on it ({first.found}); "
            'give the address of the list or of a feed, or add the entry by hand with family = "unknown".'
        )
    raise OnboardingError(
        f"{url} is made by {family}, but it is no list and names none that answers ({first.found}); "
        "open the outlet's list in a browser and give that address."
    )


# --- articles, and what they tell of the outlet -----------------------------------------------


def _articles(first: Look, found: tuple[Place, ...], ask: Callable[[str], Look]) -> tuple[Look, ...]:
    """The first articles of the list or feed that can be read: notices and secret posts come last."""
    assert first.reading is not None
    read = [first] if first.reading.article is not None else []
    home = parse(first.response.final_url).site
    items = next((p.listing.items for p in found if p.listing and p.listing.items), ())
    rows = [i for i in items if not i.secret]
    urls = [i.url for i in sorted(rows, key=lambda i: i.notice)]
    seen = {first.url, first.response.final_url}
    for url in [u for u in dict.fromkeys(urls) if u not in seen][:ASKED_FOR_ARTICLES]:
        if len(read) >= ARTICLES:
            break
        looked = ask(url) if parse(url).site == home or _same_outlet(url, home) else None
        if looked is not None and looked.reading is not None and looked.reading.article is not None:
            read.append(looked)
    return tuple(read)


def _same_outlet(url: str, home: str) -> bool:
    """A feed on cdn.paper.kr leads to articles on paper.kr."""
    there = parse(url).site
    return there.endswith(f".{home}") or home.endswith(f".{there}")


def _family(first: Look, articles: tuple[Look, ...]) -> str:
    read = Counter(look.reading.family for look in articles if look.reading is not None)
    if read:
        return read.most_common(1)[0][0]
    assert first.reading is not None
    return first.reading.family if first.reading.family not in ("feed", "sitemap") else "unknown"


def _name(looks: list[Look]) -> tuple[str, bool]:
    """(the outlet's name, whether it is only a guess): og:site_name, what all titles share, the feed's title."""
    pages = [look for look in looks if look.reading is not None and look.response.status == 200]
    trees = [Tree(page_of(look.response).text) for look in pages if not is_feed(look.response)]
    for tree in trees:
        node = tree.css_first('meta[property="og:site_name"]')
        if node is not None and (said := flat(node.attributes.get("content"))):
            return said, False
    titles = [_parts(flat(node.text())) for tree in trees if (node := tree.css_first("head title")) is not None]
    counted = Counter(part for title in titles for part in set(title))
    shared = [part for part in (titles[-1] if titles else ()) if counted[part] == len(titles)]
    if shared and len(titles) > 1:
        return shared[-1], len(titles) < ARTICLES
    feeds = [
        look.reading.listing.board for look in pages if is_feed(look.response) and look.reading and look.reading.listing
    ]
    if named := next((_parts(board)[0] for board in feeds if board and _parts(board)), ""):
        return named, True
    articles = {look.reading.article.title for look in pages if look.reading and look.reading.article}
    alone = [part for part in (titles[0] if titles else ()) if part not in articles]
    return (alone[-1] if alone else ""), True


def _parts(title: str) -> list[str]:
    """The title tag, taken apart where sites put their name."""
    named = re.match(r"\[([^\]]{2,30})\]\s?(.{1,300})", title)  # «[산마루신문] 제목»
    if named:
        return [named[2].strip(), named[1].strip()]
    return [part.strip() for part in re.split(r"\s[-|>:<·–—]{1,2}\s|\s?::\s?|\s?\|\s?", title) if part.strip()]


def home_of(url: str) -> str:
    """The front page of an address's site."""
    return urljoin(url, "/")


def missing(look: Look) -> Iterator[str]:
    """Fields a reader would look for and does not find in an article."""
    article = look.reading.article if look.reading else None
    if article is None:
        return
    for name in ("title", "published_at", "body_text"):
        if not getattr(article, name):
            yield name
