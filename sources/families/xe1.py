"""XpressEngine 1: the markup of Rhymix under another generator. A deleted document answers 200 with the board's list,
and a secret one 200 with its title; `sources/families/rhymix.py` knows both."""

from __future__ import annotations

from sources.families import rhymix
from sources.family import Family

FAMILY = Family(
    name="xe1",
    about="XE 1 (XpressEngine) 게시판",
    evidence="rendered",
    read=rhymix.read,
    key=rhymix.key,
    signs="meta[name=generator i][content*=xpressengine i],.xe_content",
    marks=("var current_mid",),
    address=rhymix.address,
)
