"""Which engine made a page: by its markup first, by its address second."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from sources.address import parse
from sources.blocks import Tree
from sources.families import FAMILIES
from sources.family import Family
from sources.page import Page
from sources.words import holds_any

HEAD = 30_000  # characters within which engines set their variables
_HOSTS = tuple(family for family in FAMILIES if family.name in {f.host for f in FAMILIES})
_GUESTS = {host: tuple(family for family in FAMILIES if family.host == host.name) for host in _HOSTS}
_ELSEWHERE = {
    host: tuple(family for family in FAMILIES if family.files and family.host != host.name) for host in _HOSTS
}
_ALONE = tuple(family for family in FAMILIES if family not in _HOSTS)
_OPENINGS = tuple((family.opening, family) for family in FAMILIES if family.opening)
BY_NAME = {family.name: family for family in FAMILIES}


def recognise(page: Page, tree: Tree) -> Family | None:
    """The family of a page, or None. Feeds and other non-HTML are recognised before, by `by_opening`.

    Where two engines left marks, the order of the register decides: KBoard stands in WordPress and Eyoom on gnuboard,
    and the guest comes first.
    """
    at = _at(page.final_url)
    return (
        by_markup(page, tree, at)  # mostly right, and then most families need not be asked
        or next((family for family in at if holds_any(page.text, family.hints)), None)
        or _on_host(page, tree)
        or by_markup(page, tree, _likely_first(page.final_url))
        or by_address(page.final_url)
    )


def _on_host(page: Page, tree: Tree) -> Family | None:
    """The guest of an engine that left its mark, else that engine itself; a guest of another by its own files."""
    host = by_markup(page, tree, _HOSTS)
    if host is None:
        return None
    elsewhere = (family for family in _ELSEWHERE[host] if _holds(page, family.files))
    return by_markup(page, tree, _GUESTS[host]) or next(elsewhere, host)


def _likely_first(url: str) -> Iterator[Family]:
    """The engines that stand alone, first those in which the address could name a document: few need to be asked."""
    unlikely = []
    for family in _ALONE:
        if family.key(url) is None:
            unlikely.append(family)
        else:
            yield family
    yield from unlikely


def by_opening(text: str) -> Family | None:
    """Families that are no HTML, by how they begin. Asked first: it saves parsing a feed as a page."""
    return next((family for opening, family in _OPENINGS if opening.match(text)), None)


def by_markup(page: Page, tree: Tree, families: Iterable[Family]) -> Family | None:
    """The first of the families that left a mark in the page."""
    for family in families:
        if family.marks and _holds(page, family.marks):
            return family
        if family.signs and tree.css_first(family.signs) is not None:
            return family
    return None


def _holds(page: Page, marks: Iterable[str]) -> bool:
    return any(page.text.find(mark, 0, HEAD) >= 0 for mark in marks)


def by_address(url: str) -> Family | None:
    """The family whose addresses alone give it away; None for shapes that several engines share."""
    sharing = _at(url)  # an address that guests share with their host says no more than the host
    return next((family for family in sharing if family in _HOSTS), next(iter(sharing), None))


@lru_cache(maxsize=4096)
def _at(url: str) -> tuple[Family, ...]:
    address = parse(url)
    return tuple(family for family in FAMILIES if family.address(address))


def key_of(url: str, family: Family | None = None) -> str | None:
    """Canonical key of the document at an address: as `family` names it, else as the address gives itself away."""
    if family is not None:
        key = family.key(url)
        if key is not None:
            return key
    told = by_address(url)
    return told.key(url) if told is not None and told is not family else None
