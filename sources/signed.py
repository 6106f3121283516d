"""Posts on the engine of a board or blog that are signed as newspapers sign: read by the rules of newspapers then."""

from __future__ import annotations

from dataclasses import replace

from sources.blocks import Node, line_of
from sources.boards import around
from sources.newsbody import read_body
from sources.newswords import credited, is_copyright, is_credit, signature
from sources.page import Article
from sources.subtitles import subtitles_between

_HEADINGS = "h1,h2,h3,h4,h5,td,dt,strong,b,div,p,span"
_MOST, _LARGE = 200, 400  # elements looked at; characters of a heading with all the white space in it


def as_newspaper(article: Article, body: Node, drop: str = "") -> Article:
    """An article on the engine of a board or blog, read by the rules of newspapers where a reporter has signed it."""
    last = [line for line in article.body_text.split("\n")[-3:] if not is_copyright(line)]
    if last and is_credit(last[-1]):
        text = article.body_text.rpartition(f"\n{last[-1]}")[0]
        return replace(article, body_text=text, author=article.author or credited(last[-1]))
    if not last or "기자" not in last[-1] or "@" not in last[-1] or signature(last[-1]) is None:
        return article
    read = read_body(body, drop=drop, title=article.title, author=article.author or "")
    captions = tuple(dict.fromkeys((*article.image_captions, *read.captions)))
    above = subtitles_between(_headline(body, article.title), body)
    subtitles = tuple(dict.fromkeys((*article.subtitles, *above, *read.subtitles)))
    return replace(article, body_text=read.text, image_captions=captions, subtitles=subtitles)


def _headline(body: Node, title: str) -> Node | None:
    """The element that shows the title, in the nearest box around the text that holds both."""
    box = around(body, title)
    shown = box.css(_HEADINGS)[:_MOST] if box is not None else ()
    return next((node for node in shown if len(node.text()) <= _LARGE and line_of(node) == title), None)
