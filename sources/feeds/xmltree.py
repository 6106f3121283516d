"""Feeds and sitemaps as plain trees: safe on entity bombs, patient with what Korean feeds get wrong."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree

_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30});")
_BARE = re.compile(r"&(?!#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|(?:amp|lt|gt|quot|apos);)")
_BUILT_IN = frozenset(("amp", "lt", "gt", "quot", "apos"))


@dataclass(slots=True)
class Element:
    """An element without its namespace: `name` in lower case, its own and its children's text joined in `text`."""

    name: str
    text: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element] = field(default_factory=list)

    def all(self, *names: str) -> Iterator[Element]:
        return (child for child in self.children if child.name in names)

    def first(self, *names: str) -> str:
        """Text of the first child that has some, in the order of the names."""
        for name in names:
            for child in self.children:
                if child.name == name and child.text.strip():
                    return child.text.strip()
        return ""

    def walk(self) -> Iterator[Element]:
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(element.children))


def parse(text: str) -> Element | None:
    """The root element, or None for what cannot be read as XML even after the usual repairs.

    A DOCTYPE is dropped before parsing: nothing we read needs one, and entities are only ever defined there to
    explode («billion laughs») or to read files.
    """
    text = _CONTROL.sub("", without_doctype(_DECLARATION.sub("", text.lstrip("\ufeff \t\r\n"), count=1)))
    for repair in (lambda t: t, _named_entities, _bare_ampersands):
        text = repair(text)
        try:
            return _plain(ElementTree.fromstring(text))
        except (ElementTree.ParseError, ValueError):
            continue
    return None


def without_doctype(text: str) -> str:
    """The text without its DOCTYPE, internal subset included."""
    start = text.find("<!DOCTYPE", 0, 2000)
    if start < 0:
        return text
    bracket, close = text.find("[", start), text.find(">", start)
    if close < 0:
        return text[:start]
    if 0 <= bracket < close:
        end = re.compile(r"\]\s{0,20}>").search(text, bracket)
        return text[:start] + text[end.end() :] if end else text[:start]
    return text[:start] + text[close + 1 :]


def _named_entities(text: str) -> str:
    """`&nbsp;` and other names of HTML, which XML does not know."""
    return _NAMED.sub(lambda m: m[0] if m[1] in _BUILT_IN else html.unescape(m[0]).replace("&", "&amp;"), text)


def _bare_ampersands(text: str) -> str:
    return _BARE.sub("&amp;", text)


def _plain(root: ElementTree.Element) -> Element:
    """Depth-first without recursion: a feed may be nested as deep as its author likes."""
    top = _one(root)
    waiting = [(root, top)]
    while waiting:
        source, target = waiting.pop()
        for child in source:
            if not isinstance(child.tag, str):
                continue
            made = _one(child)
            target.children.append(made)
            waiting.append((child, made))
    return top


def _one(source: ElementTree.Element) -> Element:
    name = str(source.tag)
    prefix = name[1:].partition("}")[0] if name.startswith("{") else ""
    bare = name.rpartition("}")[2].lower()
    if bare == "encoded" and "content" in prefix:
        bare = "content:encoded"
    elif "search.yahoo.com/mrss" in prefix or "itunes" in prefix:
        bare = f"media:{bare}"  # `media:title` is the title of a picture
    elif bare == "link" and prefix.endswith("/Atom"):
        bare = "atom:link"
    text = source.text or ""
    if source.tag and len(source) and bare in ("title", "content", "summary", "description"):
        text = "".join(source.itertext())  # XHTML content of Atom
    attributes = {str(key).rpartition("}")[2].lower(): value for key, value in source.attrib.items()}
    return Element(bare, text, attributes)
