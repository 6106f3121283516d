"""What an engine is: how to recognise it, how to name its documents, and how to read them.

A new engine is a module in `sources/families/` that defines `FAMILY = Family(...)`, plus its line in the register.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from sources.address import Address
from sources.blocks import Tree
from sources.catalogue import Source
from sources.page import Article, Listing, Page

Evidence = Literal["rendered", "saved", "reconstructed", "none"]


Read = Callable[[Page, Tree, Source | None], Article | Listing]


@dataclass(frozen=True, slots=True, eq=False)
class Family:
    """One engine. There is one object for each; they are compared by identity.

    `opening` matches the first bytes of what is not HTML (feeds, JSON). `signs` is a CSS selector group and `marks` are
    strings of its scripts: either in a page proves the engine. `address` says whether an address *alone* is this
    engine's (shared shapes such as `/word/123` answer False there). `hints` are strings that, together with such an
    address, prove the engine on pages that show no more than a script or the frame of their host.

    `host` names the engine this one lives on: where the host left its mark, only its guests are asked. A page of one
    engine may load a file of another (boards beside a blog); `files` are the folders of a guest's themes, which decide
    then.

    `key` makes the canonical key of a document from its address, None where the address names no document;
    `key_in_page` finds it in the page where the address does not say (slugs, short addresses). `read` raises `Refused`.

    `evidence` is what the reader was tested on: pages served by the real engine, saved from live sites, reconstructed
    from public selectors, or none.
    """

    name: str
    about: str
    evidence: Evidence
    read: Read
    key: Callable[[str], str | None]
    opening: re.Pattern[str] | None = None
    signs: str = ""
    marks: tuple[str, ...] = ()
    address: Callable[[Address], bool] = lambda _: False
    host: str = ""
    files: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    key_in_page: Callable[[Page, Tree], str | None] | None = None
