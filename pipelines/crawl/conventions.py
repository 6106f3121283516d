"""Where each engine keeps its lists and feeds, for an outlet of which only the engine is known.

A row is an address relative to the site's root. `{bo_table}` and the like are parameters of the address that was
given; a row whose parameter it lacks is left out. Sources: the engines' own code, and feeds seen in the wild.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin

from sources.address import parse


@dataclass(frozen=True, slots=True)
class Places:
    """Lists and feeds of one engine, the likeliest first."""

    lists: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()


_GNUBOARD = Places(("{mount}/bbs/board.php?bo_table={bo_table}",), ("{mount}/bbs/rss.php?bo_table={bo_table}",))
_RHYMIX = Places(("{mount}/index.php?mid={mid}",), ("{mount}/index.php?mid={mid}&act=rss", "/rss"))
PLACES: dict[str, Places] = {
    "ndsoft": Places(("/news/articleList.html?view_type=sm",), ("/rss/allArticle.xml", "/rss/gn_rss_allArticle.xml")),
    "mediaon": Places((), ("/data/rss/news.xml",)),
    "insnews": Places((), ("/rss/rss_news.php",)),
    "dadamedia": Places(("/news/list.php",), ("/rss.php",)),
    "wordpress": Places((), ("/feed/", "/?feed=rss2")),
    "kboard": Places((), ("/wp-content/plugins/kboard/rss.php",)),
    "tistory": Places(("/category",), ("/rss",)),
    "gnuboard4": _GNUBOARD,
    "gnuboard5": _GNUBOARD,
    "eyoom": _GNUBOARD,
    "rhymix": _RHYMIX,
    "xe1": _RHYMIX,
}
_ANY = Places((), ("/rss/allArticle.xml", "/feed/", "/rss"))
_PARAMETER = re.compile(r"\{(\w{1,20})\}")


def places(family: str, url: str) -> Places:
    """The addresses this engine would have at the site of `url`. Unknown engines get the commonest feeds."""
    known = PLACES.get(family, _ANY if family == "unknown" else Places())
    return Places(_filled(known.lists, url), _filled(known.feeds, url))


def _filled(rows: tuple[str, ...], url: str) -> tuple[str, ...]:
    there = parse(url)
    mount = there.path.rpartition("/bbs/")[0] if "/bbs/" in there.path else there.path.rpartition("/index.php")[0]
    values = {name: quote(value) for name, value in there.query.items() if value} | {"mount": mount}
    whole = (row for row in rows if all(name in values for name in _PARAMETER.findall(row)))
    return tuple(urljoin(url, _PARAMETER.sub(lambda m: values[m[1]], row)) for row in whole)
