"""Documents whose addresses are words («/read/wood-stove»), in lists of unknown engines."""

from __future__ import annotations

import re
from collections.abc import Callable

from sources.address import absolute, parse
from sources.blocks import Tree
from sources.page import Page
from sources.pick import attribute

Key = Callable[[str], str | None]

_SLUG = re.compile(r"[a-z\d]{1,20}(?:-[a-z\d]{1,20}){1,8}")
_LEAST = 3  # documents in a folder
_MOST_LINKS = 4_000


def with_short_slugs(page: Page, tree: Tree, key: Key, named: Key) -> Key:
    """A key function that also takes short slugs, in folders that hold documents with long ones. `named` makes the key
    of any address."""
    site, folders = parse(page.final_url).site, dict[str, set[str]]()
    for link in tree.css("a[href]")[:_MOST_LINKS]:
        url = absolute(page.final_url, attribute(link, "href")) or ""
        if (folder := _folder(url, site)) and (found := key(url)):
            folders.setdefault(folder, set()).add(found)
    known = {folder for folder, keys in folders.items() if len(keys) >= _LEAST}

    def wider(url: str) -> str | None:
        return key(url) or (named(url) if known and _folder(url, site) in known else None)

    return wider


def _folder(url: str, site: str) -> str:
    address = parse(url)
    folder, _, slug = address.path.rstrip("/").rpartition("/")
    return f"{folder}/" if address.site == site and not address.query and _SLUG.fullmatch(slug) else ""
