"""Data that a page carries for machines: JSON-LD, and the state in a script from which other scripts draw the page."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sources.blocks import Tree, flat, text_of
from sources.words import word_list

_STATE = re.compile(
    r"(?:__NEXT_DATA__|__NUXT__|__INITIAL_STATE__|__PRELOADED_STATE__|__APOLLO_STATE__|=)\s{0,5}(?=[{\[])"
)
# Names that in-house systems give to the fields of an article, in lower case without separators.
_TEXTS = frozenset(
    word_list(
        "content contents body articlebody newscontent newscontents articlecontent bodyhtml contenthtml html newsbody"
    )
)
_TITLES = frozenset(word_list("title newstitle articletitle headline subject"))
_TIMES = frozenset(
    word_list("publishedat publishdate published datepublished regdate regdt createdat registdate writedate pubdate")
)
_PEOPLE = frozenset(word_list("writer reporter author reportername writername byline authorname"))
_MOST_VALUES = 5_000  # of one script that are looked at
LIMIT = 2_000_000  # characters of one script that are looked at


@dataclass(frozen=True, slots=True)
class ScriptArticle:
    """An article found in a script's data. `html` may be markup or plain text."""

    title: str
    html: str
    time: str = ""
    author: str = ""

    @property
    def lines(self) -> list[str]:
        text = text_of(Tree(self.html).body) if "<" in self.html else self.html
        return [line for line in map(flat, text.split("\n")) if line]


def json_ld(tree: Tree) -> Mapping[str, Any]:
    """The first JSON-LD object of a page that is an article ({} when there is none, or it is broken)."""
    for node in tree.tags("script"):
        if node.attributes.get("type") != "application/ld+json":
            continue
        for item in _objects(_loaded((node.text() or "")[:LIMIT])):
            kind = item.get("@type")
            kinds = kind if isinstance(kind, list) else [kind]
            if any(isinstance(k, str) and k.endswith(("Article", "Posting", "Report")) for k in kinds):
                return item
    return {}


def script_article(tree: Tree) -> ScriptArticle | None:
    """The article in the state of a page that a script draws: the object with a title and the longest Korean text."""
    best: ScriptArticle | None = None
    for node in tree.css("script"):
        source = (node.text() or "")[:LIMIT]
        if len(source) < 200 or not re.search("[가-힣]|\\\\u[bcd][0-9a-f]{3}", source):
            continue
        for item in _objects(_state(source)):
            found = _as_article(item)
            if found and (best is None or len(found.html) > len(best.html)):
                best = found
    return best


def _state(source: str) -> object:
    """The first JSON value of a script: the whole of it, or what follows an assignment."""
    source = source.strip()
    if source[:1] in "{[":
        return _loaded(source)
    found = _STATE.search(source)
    if not found:
        return None
    try:
        return json.JSONDecoder(strict=False).raw_decode(source, found.end())[0]
    except (ValueError, RecursionError):
        return None


def _as_article(item: Mapping[str, Any]) -> ScriptArticle | None:
    named = {re.sub(r"[\W_]{1,5}", "", str(name)).lower(): value for name, value in item.items()}
    title, html = _said(named, _TITLES), _said(named, _TEXTS)
    if not title or len(html) < 80:
        return None
    return ScriptArticle(title, html, _said(named, _TIMES), _said(named, _PEOPLE))


def _said(named: Mapping[str, Any], names: frozenset[str]) -> str:
    return next((v.strip() for n, v in named.items() if n in names and isinstance(v, str) and v.strip()), "")


def _loaded(text: str) -> object:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(data: object) -> Iterator[dict[str, Any]]:
    """All objects inside a JSON value, outer ones first, among its first `_MOST_VALUES` values."""
    queue = deque([data])
    for _ in range(_MOST_VALUES):
        if not queue:
            return
        item = queue.popleft()
        if isinstance(item, dict):
            yield item
            queue += [v for v in item.values() if isinstance(v, dict | list)]
        elif isinstance(item, list):
            queue += [v for v in item[:500] if isinstance(v, dict | list)]
