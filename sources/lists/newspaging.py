"""The next page of a list, from the links under it."""

from __future__ import annotations

import re

from sources.address import absolute, parse, with_query
from sources.blocks import Tree, line_of
from sources.page import Page
from sources.pick import attribute
from sources.words import word_list

_NEXT = re.compile(
    r"(?:다음|지난\s?(?:글|기사|소식)|더\s?보기|older|next)[^가-힣]{0,4}(?:페이지|글|기사|목록)?\W{0,4}$|[›»>]{1,2}$",
    re.I,
)
_PAGE_NAMES = word_list(
    "page pagenum pageNo pageno page_no pageNum p pg cpage paged start offset currentPage pageIndex"
)


def current_page(url: str) -> int | None:
    """The page number an address asks for; None when it names none."""
    for name in _PAGE_NAMES:
        if (value := parse(url).number(name)) is not None:
            return int(value)
    found = re.search(r"/page/(\d{1,6})/?$", parse(url).path)
    return int(found[1]) if found else None


def next_page(page: Page, tree: Tree, drop: tuple[str, ...] = ()) -> str | None:
    """The address of the next page: the smallest number above this page's, among links to this very list.

    Engines count from 1 or from 0: the labels of the numbered links tell which. A «다음» that leads back or to this
    page is the end.
    """
    here = parse(page.final_url)
    steps: dict[int, str] = {}
    base: int | None = None
    first: str | None = None  # of a list that counts from 0 and says no numbers: «더보기» leads to its page 1
    for node in tree.css("a[href]"):
        href = attribute(node, "href")
        url = absolute(page.final_url, href) if any(f"{n}=" in href for n in _PAGE_NAMES) or "/page/" in href else None
        if not url:
            continue
        there = parse(url)
        name = next((n for n in _PAGE_NAMES if there.number(n) is not None), "/page/" if "/page/" in there.path else "")
        value = current_page(url)
        if (
            value is None
            or not name
            or not _same_list(here.path, there.path)
            or not _same_section(here.query, there.query)
        ):
            continue
        steps.setdefault(value, url)
        label = line_of(node)
        first = url if value == 1 and _NEXT.match(label) else first
        if label.isdigit() and base is None and int(label) - value in (0, 1):
            base = 1 - (int(label) - value)
    now = current_page(page.final_url)
    if first and now is None and base is None and len(steps) == 1:
        return _without(first, drop)
    now = now if now is not None else (base if base is not None else 1)
    later = sorted(value for value in steps if value > now)
    if not steps:
        return _numbered(page, tree) or _worded(page, tree)
    return _without(steps[later[0]], drop) if later else None


def _numbered(page: Page, tree: Tree) -> str | None:
    """The page after this one where its parameter has a name of its own («nav=2»): links to this list that differ in
    one number from each other, and are labelled with it or with one more.
    """
    here = parse(page.final_url)
    named: dict[str, dict[int, str]] = {}
    for node in tree.css("a[href]"):
        label = line_of(node).strip("[]() ")
        url = absolute(page.final_url, attribute(node, "href")) if label.isdigit() and len(label) <= 5 else None
        there = parse(url) if url else here
        if url is None or there.site != here.site or not _same_list(here.path, there.path):
            continue
        changed = [name for name in there.query if there.query[name] != here.query.get(name)]
        value = there.number(changed[0]) if len(changed) == 1 else None
        if value is not None and int(label) - int(value) in (0, 1) and not set(here.query) - set(there.query):
            named.setdefault(changed[0], {}).setdefault(int(label), url)
    for name, steps in named.items():
        asked = here.number(name)
        first = 0 if 0 in (label - int(parse(url).number(name) or 0) for label, url in steps.items()) else 1
        now = int(asked) + first if asked is not None else 1
        if now + 1 in steps:
            return steps[now + 1]
    return None


def _same_list(here: str, there: str) -> bool:
    return re.sub(r"/page/\d{1,6}/?$", "", here).rstrip("/") == re.sub(r"/page/\d{1,6}/?$", "", there).rstrip("/")


def _same_section(here: object, there: object) -> bool:
    """Links of another section or sort order are not this list's pages: what this address says, the link says too."""
    if not isinstance(here, dict) or not isinstance(there, dict):
        return True
    paging = {*_PAGE_NAMES, "total", "box_idxno", "view_type"}
    return all(there.get(name) in (value, None) for name, value in here.items() if name not in paging)


def _without(url: str, names: tuple[str, ...]) -> str:
    return with_query(url, **dict.fromkeys(names)) if names else url


def _worded(page: Page, tree: Tree) -> str | None:
    """The link «다음», «지난 글», «Older» from `/archive` to `/archive/2`, from there to `/archive/3`."""
    here = parse(page.final_url)
    path = here.path.rstrip("/")
    stem, _, last = path.rpartition("/")
    wanted = {f"{path}/2", f"{stem}/{int(last) + 1}"} if last.isdigit() and len(last) <= 4 else {f"{path}/2"}
    for node in tree.css("a[href]"):
        url = absolute(page.final_url, attribute(node, "href"))
        if not url or parse(url).path.rstrip("/") not in wanted or parse(url).site != here.site:
            continue
        if _NEXT.match(line_of(node)) or attribute(node, "rel") == "next":
            return url
    return None
