"""The article inside a newspaper's body container: first elements that are not its text are taken out, then lines.

Captions, subtitles, advertisements, boxes of reporters and buttons, and lists of other articles are found by the words
in their class and id, by their style and by what they hold, never by one paper's names. An element that holds most of
the text stays, whatever its class says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sources.blocks import Node, flat, has_words, holds_blocks, line_of, text_of
from sources.texts.files import is_file_box
from sources.texts.frames import elements_around, is_framed, is_marked, look_of
from sources.texts.inserts import (
    BARE_LABELS,
    are_buttons,
    goes_on,
    is_button_box,
    is_choice,
    is_end_of_letter,
    is_labelled_advertisement,
    is_labelled_box,
    is_labelled_words,
)
from sources.texts.newslines import own_lines
from sources.texts.newsnames import sort_of_names
from sources.texts.newswords import (
    bare_caption,
    has_caption_mark,
    is_advertisement,
    is_gate,
    is_others_heading,
    is_sentence,
    is_tail_words,
    signature,
)
from sources.texts.reporters import byline_name
from sources.texts.subtitles import deck_within
from sources.words import word_list


@dataclass(frozen=True, slots=True)
class NewsBody:
    """`text`: one block per line. `author` only where the text itself is signed."""

    text: str
    captions: tuple[str, ...] = ()
    subtitles: tuple[str, ...] = ()
    author: str | None = None
    gated: bool = False  # ends in a notice that the rest is for members: `text` is the public part
    left_out: frozenset[int] = frozenset()  # `mem_id` of all elements that are no text


# How captions without a class are set; in-body headings are too, but hardly ever right after a picture.
_SMALL = re.compile(
    r"text-align\s{0,2}:\s{0,2}center|\bcenter\b|font-size\s{0,2}:\s{0,2}(?:[89]|1[0-3])(?:\.\d)?p[xt]|\bsmall\b|size=[12]\b|\bem\b"
)
_LONGEST_POLL = 400  # characters of a box in which readers are asked something
MOST = 3000  # elements of one body that are looked at; each look may walk what is inside
_PICTURED = re.compile(r"(?:^|[\s_-])(?:img|image|photo|pic|picture)(?:[\s_\d-]|box|wrap|area|c|center|s?$)", re.I)
_FIXED_HEIGHT = re.compile(r"(?<![-\w])height\s{0,2}:\s{0,2}\d{2,4}(?:\.\d+)?px", re.I)
_HIDDEN = re.compile(r"display\s{0,2}:\s{0,2}none|visibility\s{0,2}:\s{0,2}hidden", re.I)
_ASK_MORE = re.compile(r"다른\s?기사|전체\s?기사|기사\s?더?\s?보기|무단|저작권|공유|구독|@|제보|로그인|회원")
_OF_REPORTER = re.compile(r"@|다른\s?기사")
_OFFICE = re.compile(r"(?:담당\s?(?:부서|자|기관)|연락처|공공누리|만족도|첨부\s?파일|이전\s?글|다음\s?글)")
_FURNITURE = frozenset(word_list("header aside nav form button footer"))  # pull quotes, sign-up forms, menus
_LISTS = frozenset(("ul", "ol", "dl"))
_LOOKED_AT = _FURNITURE | _LISTS | {*word_list("img amp-img table figure figcaption ins h2 h3 h4 h5 strong b p div")}
_DRESS = frozenset(("class", "id", "style", "aria-hidden"))  # what has one of these is looked at too
_ASKED_FOR = frozenset(word_list("a img amp-img details input script style"))
_MACHINE_MADE = re.compile(r"(?<![A-Za-z])AI(?![A-Za-z])|인공지능|챗봇")
_BULLETS = " ☞▶▷■□●○◆◇·•→-–[]<>"
_SET_IN = frozenset(("div", "td", "table", "section", "p", "center"))
_FILE_BOXES = frozenset(("figure", "div", "p"))
_FLOWS = {*word_list("p div section article td li blockquote span font center small em i h1 h2 h3 h4 h5 h6 b strong")}


def read_body(
    node: Node,
    *,
    drop: str = "",
    captions: str = "",
    subtitles: str = "",
    title: str = "",
    author: str = "",
    said: tuple[str, ...] = (),
    paper: str = "",
    is_article_link: Callable[[str], bool] = lambda _: False,
) -> NewsBody:
    """Read a body container.

    `drop`, `captions`, `subtitles` are the engine's own CSS groups inside it; `said` are subtitles already read from
    the header; `is_article_link` tells links to other articles from links a text may hold.
    """
    found = _Sorter(node, is_article_link)
    found.put("caption", node.css(captions) if captions else ())
    found.put("subtitle", node.css(subtitles) if subtitles else ())
    found.put("box", node.css(drop) if drop else ())
    if not found.subtitles:
        found.put("subtitle", deck_within(node))
    found.sort()
    lines = text_of(node, without=found.taken).split("\n")
    gate = any(is_gate(line) for line in lines[-4:]) or any(map(is_gate, found.boxes))
    known = (*said, *found.subtitles)
    rest = own_lines(
        [line for line in lines if line and line not in found.loose],
        title=title,
        author=author,
        said=(*known, *found.captions),
        paper=paper,
    )
    return NewsBody(
        text="\n".join(rest.text),
        captions=(*found.captions, *rest.captions),
        subtitles=(*found.subtitles, *rest.subtitles),
        author=rest.author or found.author,
        gated=gate,
        left_out=frozenset(found.out),
    )


class _Sorter:
    """One pass over the elements of a body, in page order; what was taken out is not looked into again."""

    def __init__(self, body: Node, is_article_link: Callable[[str], bool]) -> None:
        self.body = body
        self.is_article_link = is_article_link
        self.captions: list[str] = []
        self.subtitles: list[str] = []
        self.author: str | None = None  # whom a reporter's box in the text names
        self.boxes: list[str] = []  # the words of short boxes that were taken out: a gate may be among them
        self._elements = [(node, node.tag or "") for node in body.traverse()]
        self._by_tag: dict[str, list[Node]] = {tag: [] for tag in _ASKED_FOR}
        for node, tag in self._elements:
            if tag in _ASKED_FOR:
                self._by_tag[tag].append(node)
        self._labelled = any(label in body.text() for label in BARE_LABELS)
        # Good enough to tell most of the text from little of it, and much cheaper than its words.
        self._whole = len(body.text()) - sum(len(node.text()) for node in self._tagged("script", "style"))
        self._lines: dict[int, str] = {}
        self.loose: set[str] = set()
        self.taken: list[Node] = []
        self.out: set[int] = set()  # the taken elements and all within them
        self._linked = elements_around(body, self._tagged("a"))
        self._pictured = elements_around(body, self._tagged("img", "amp-img"))
        self._folded = elements_around(body, self._tagged("details"))
        self._asking = elements_around(body, filter(is_choice, self._tagged("input")))

    def _tagged(self, *tags: str) -> Iterator[Node]:
        return (node for tag in tags for node in self._by_tag[tag])

    def _line(self, node: Node) -> str:
        """The words of an element as one line: several rules ask for the same."""
        known = self._lines.get(node.mem_id)
        if known is None:
            known = self._lines[node.mem_id] = line_of(node)
        return known

    def put(self, sort: str, nodes: Iterable[Node]) -> None:
        for node in nodes:
            if node.mem_id not in self.out:
                self._take(node, sort)

    def sort(self) -> None:
        looked_at = [
            (node, tag) for node, tag in self._elements if tag in _LOOKED_AT or not _DRESS.isdisjoint(node.attributes)
        ]
        if len(looked_at) > MOST:  # not an article anybody wrote; its lines are still read
            return
        for node, tag in looked_at:
            if node.mem_id in self.out:
                continue
            sort = self._sort_of(node, tag)
            if sort:
                self._take(node, sort)

    def _take(self, node: Node, sort: str) -> None:
        if sort == "caption":
            if not self._note(self.captions, bare_caption(self._line(node)), limit=300):
                return
        elif sort == "subtitle":
            for line in text_of(node).split("\n"):
                if not is_tail_words(line):  # «[관련기사] …», set as quotes are
                    self._note(self.subtitles, line.lstrip("-–—· ").strip(), limit=200)
        elif sort == "picture":
            if caption := bare_caption(self._line(node)):
                self._note(self.captions, caption, limit=300)
        elif sort == "others":
            self._take_following(node)
        elif sort == "box" and len(words := node.text()) < 200:
            self.boxes.append(flat(words))
            self.author = self.author or signature(flat(words)) or signature(text_of(node).partition("\n")[0])
        self._leave_out(node)

    def _note(self, where: list[str], text: str, limit: int) -> bool:
        if len(text) > limit:
            return False
        if text and text not in where:
            where.append(text)
        return True

    def _leave_out(self, node: Node) -> None:
        self.taken.append(node)
        self.out.update(inner.mem_id for inner in node.traverse())

    def _take_following(self, heading: Node) -> None:
        """A heading of other articles takes what belongs to it: lists, boxes of links, lines that are no sentences.

        It ends at the first paragraph of prose: such headings also stand in the middle of a text.
        """
        at = heading.next
        while at is not None:
            if at.tag == "-text" and is_sentence(flat(at.text_content)):
                break
            if at.tag not in ("-text", "-comment"):
                lists = at.tag in _LISTS or (
                    at.tag not in ("p", "h2", "h3", "h4") and at.css_first("a[href]") is not None
                )
                if not lists and is_sentence(self._line(at)):
                    break
                self._leave_out(at)
            at = at.next

    # --- what is it? ------------------------------------------------------------------------

    def _sort_of(self, node: Node, tag: str) -> str:
        if tag == "figcaption":
            return "caption"
        if tag == "figure" and is_marked(node):
            self.put("caption", node.css("figcaption"))
            return "box"
        if tag in _FURNITURE:
            return self._furniture(node, tag)
        if tag == "ins":
            return "box" if len(self._line(node)) < 20 else ""
        attributes = node.attributes
        style = attributes.get("style") or ""
        if style and (sort := self._by_style(node, style)):
            return sort
        if "aria-hidden" in attributes and attributes["aria-hidden"] == "true" and not self._holds_most(node):
            return "box"  # a pull quote says again what the text does
        names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"[:200]
        if names.strip() and (sort := self._by_name(node, names)):
            return sort
        if tag == "table":
            return self._table(node)
        if tag in ("img", "amp-img"):
            self._beside_picture(node)
            return ""
        boxed = tag in ("div", "p", "span", "center") and (names != " " or style)
        if boxed and (sort := self._picture_box(node, names)):
            return sort
        return self._by_content(node, tag)

    def _furniture(self, node: Node, tag: str) -> str:
        """Headers, pull quotes, forms and menus inside a container; a footer may hold the writer's note."""
        if tag == "header":
            return "box" if node.css_first("h1,h2") is not None and not self._holds_most(node) else ""
        note = tag == "footer" and any(map(is_sentence, text_of(node).split("\n"))) and not self._mostly_links(node)
        return "box" if len(self._line(node)) < 120 and not note else ""

    def _holds_most(self, node: Node) -> bool:
        """Scripts in an element say more than is seen of it, so most are asked once."""
        return len(node.text()) * 2 > self._whole and len(self._line(node)) * 2 > self._whole

    def _by_style(self, node: Node, style: str) -> str:
        if _HIDDEN.search(style):
            return "box"
        fixed = node.tag != "table" and _FIXED_HEIGHT.search(style) is not None
        if fixed and len(self._line(node)) < 80 and not is_sentence(self._line(node)):
            return "box" if node.css_first("img") is None else ""
        return ""

    def _by_name(self, node: Node, names: str) -> str:
        sort = sort_of_names(names)
        if not sort or self._holds_most(node):  # most: it holds the text itself
            return ""
        if sort == "caption" and len(node.text()) > 300 and len(self._line(node)) > 300:
            return ""
        if sort == "lead":  # a first paragraph mostly; a 부제 where it is no sentence
            said = self._line(node)
            return "subtitle" if 0 < len(said) < 80 and not is_sentence(said) and node.css_first("a") is None else ""
        if sort != "person":
            return sort
        said = self._line(node)
        prose = len(said) > 12 and is_sentence(said) and not _ASK_MORE.search(said)
        if prose and not self._mostly_links(node):
            return ""
        self.author = self.author or byline_name(said[:60])
        return "box"

    def _table(self, table: Node) -> str:
        """A table around a picture with one line of words is the picture; any other table is text."""
        text = text_of(table, without=self.taken)
        words = " ".join(text.split())
        if len(words) <= 120 and _OFFICE.match(words):
            return "box"
        if table.mem_id in self._linked and is_labelled_advertisement(table):
            return "box"
        if table.mem_id not in self._pictured:
            return ""
        if len(words) <= 120 and _OF_REPORTER.search(words):
            return "box"
        said = [line for line in text.split("\n") if line]
        short = sum(map(len, said)) <= 250 and len(said) <= 3 and not any("\t" in line for line in said)
        return "picture" if short else ""

    def _picture_box(self, box: Node, names: str) -> str:
        """A box called after pictures, around one and a line or two of words: the words are its caption."""
        if box.mem_id not in self._pictured or len(box.text()) > 400 or not (_PICTURED.search(names) or is_framed(box)):
            return ""
        said = [line for line in text_of(box, without=self.taken).split("\n") if line]
        if not said or len(said) > 3 or sum(map(len, said)) > 200 or sum(map(len, said)) * 2 > self._whole:
            return ""
        return "picture"

    def _beside_picture(self, picture: Node) -> None:
        """The words right after a picture are its caption when they open with ▲ or its like."""
        box = picture
        outer = box.parent
        while outer is not None and outer.mem_id != self.body.mem_id and not self._says_anything(outer):
            box, outer = outer, outer.parent
        at = box.next
        while at is not None and (
            at.tag in ("br", "-comment") or (at.tag == "-text" and not (at.text_content or "").strip())
        ):
            at = at.next
        if at is not None and at.tag == "-text" and has_caption_mark(words := flat(at.text_content)):
            self.loose.add(words)  # stands between `<br>`: no element to take out
            self._note(self.captions, bare_caption(words), limit=300)
        if at is None or (at.tag not in _FLOWS) or at.mem_id in self.out:
            return
        words = self._line(at)
        small = 0 < len(words) <= 100 and not is_sentence(words) and bool(_SMALL.search(look_of(at)))
        if small or has_caption_mark(words):
            self._take(at, "caption")

    def _says_anything(self, node: Node) -> bool:
        return has_words(node) and (not self.taken or bool(line_of(node, without=self.taken)))

    def _by_content(self, node: Node, tag: str) -> str:
        linked = tag in _FILE_BOXES and node.mem_id in self._linked
        if linked and (is_file_box(node, self._line) or is_labelled_advertisement(node)):
            return "box"
        if node.mem_id in self._asking and len(node.text()) <= _LONGEST_POLL and not self._holds_most(node):
            return "box"  # readers are asked to choose, or for an address
        if tag in _SET_IN and self._is_set_in(node) and not self._holds_most(node):
            return "box"
        if node.mem_id in self._folded and _MACHINE_MADE.search(node.text()) and not self._holds_most(node):
            return "box"  # questions with answers to unfold, which say themselves that a machine has made them
        if tag in ("h2", "h3", "h4", "h5", "strong", "b", "p", "div"):
            long = len(node.text()) > 120  # a paragraph of the text, mostly: its words need not be looked at
            words = "" if long or holds_blocks(node) else self._line(node)
            if words.startswith(BARE_LABELS) and is_labelled_words(node, words):
                return "box"
            if len(words) > 40 or not words:
                return self._links(node) if tag in ("div", "p") else ""
            if is_others_heading(words):
                return "others"
            if (is_advertisement(words) and not goes_on(node)) or (tag == "div" and are_buttons(node)):
                return "box"
            return self._links(node) if tag in ("div", "p") else ""
        if tag in _LISTS:
            words = self._line(node)
            if tag == "dl" and node.mem_id in self._pictured and has_caption_mark(words):
                return "picture"
            return "box" if len(words) <= 120 and _OFFICE.match(words) else self._links(node)
        return ""

    def _is_set_in(self, node: Node) -> bool:
        """A labelled advertisement, a button, or the end of a letter."""
        if self._labelled and is_labelled_box(node):
            return True
        linked = node.mem_id in self._linked and (is_button_box(node) or is_end_of_letter(node))
        return linked and not is_file_box(node, self._line)

    def _links(self, node: Node) -> str:
        """Lists of links to other articles; one link inside a paragraph is text."""
        links = node.css("a[href]") if node.mem_id in self._linked else []
        if not links or not self._mostly_links(node, links):
            return ""
        others = sum(self.is_article_link(link.attributes.get("href") or "") for link in links)
        alone = others == 1 and self._line(node).strip(_BULLETS) == self._line(links[0]).strip(_BULLETS)
        many = others >= 2 or alone or (others == 1 and node.tag in _LISTS)
        return "box" if many and len(self._line(node)) * 2 <= self._whole else ""

    def _mostly_links(self, node: Node, links: list[Node] | None = None) -> bool:
        said = len(self._line(node))
        linked = sum(len(self._line(link)) for link in (links if links is not None else node.css("a")))
        return bool(said) and linked >= said * 0.6
