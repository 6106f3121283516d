"""Attachments, told by their links alone: words that are the name of a document.

For skins whose box of attachments has no name that we know.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from sources.blocks import Node, Tree, flat, has_words, line_of, own_text, text_of
from sources.page import Page
from sources.pick import attribute
from sources.texts.newsheader import inside
from sources.texts.prose import in_chrome
from sources.words import holds_any

_FILE = re.compile(r".{1,150}?\.(?:hwpx?|pdf|docx?|xlsx?|pptx?|zip|odt|csv|txt)(?![\w.])", re.I)
_ATTACHED = re.compile(
    r"^첨부\s?(?:파일)?\s{0,3}[:：]\s{0,3}(.{1,150}?\.(?:hwpx?|pdf|docx?|xlsx?|pptx?|zip))(?![\w.])", re.I | re.M
)
_FILE_ENDS = ("down", "Down", ".hwp", ".pdf", ".xls", ".doc", ".ppt", ".zip", ".odt", ".csv", ".txt", ".HWP", ".PDF")
_BEHIND_ICON = re.compile(
    r"own[^<>]{0,200}>\s{0,9}(?:<img[^<>]{0,300}>\s{0,9}){1,2}</a>[^<>]{1,150}\.(?:hwpx?|pdf|docx?|xlsx?|pptx?|zip)"
)
_ANY_FILE = re.compile(r".{1,150}?\.[A-Za-z]{3,4}(?![\w.])")
# «(23byte)», «[71 KB]», «(44.1KB)(63)», «[95.2KB/12]», «(1.2M) 7회 다운로드 DATE : …»; «예산(2M).pdf» is a name
_SIZE = re.compile(
    r"\s{0,9}(?:\[File Size:[^\]]{0,80}\]|"
    r"[(\[][\d.,]{1,12}\s?(?:bytes?|[KMGT](?:i?B(?:ytes?)?)?)(?:\s?/\s?\d{1,7})?[)\]])"
    r"(?:[\s,(\[].{0,120})?$",
    re.I,
)
_LONGEST_BOX = 300  # characters, with the white space between its tags
_SIZED = re.compile(
    r".{1,150}\.(?:hwpx?|pdf|docx?|xlsx?|pptx?|zip|odt|csv|txt|jpe?g|png|mp[34])"
    r"\s?[(\[]?[\d.,]{1,9}\s?[KMG]i?B[)\]]?(?:\s.{0,10})?",
    re.I,
)
_FETCHES = re.compile(r"(?:파일\s?)?(?:다운로드|내려\s?받기|받기|저장)(?:하기)?|[Dd]ownload")
_SORT = re.compile(
    r"(?:hwpx?|pdf|docx?|xlsx?|pptx?|zip|odt|csv|txt|jpe?g|png|gif|mp4|한글|엑셀|워드|그림)(?:\s?파일)?", re.I
)


def files_named(page: Page, tree: Tree, body: Node | None = None) -> tuple[str, ...]:
    """Links, buttons and words to be clicked that are the name of a document, without its size; those in the text
    (`body`) are its own."""
    links = [link for link in tree.css("a[href],button,span[onclick]") if "." in link.text()]
    links = links if links and holds_any(page.text, _FILE_ENDS) else []
    named = [(link, name) for link in links if (name := _file_name(link))]
    icons = [] if named else tree.css("a[href*=own]")
    if icons and _BEHIND_ICON.search(page.text):
        named = [(link, name) for link in icons if (name := _name_behind(link))]
    named = [(link, name) for link, name in named if not in_chrome(link)]
    found = tuple(dict.fromkeys(name for link, name in named if body is None or not inside(link, body)))
    if found or body is not None or "첨부" not in page.text:
        return found
    return tuple(dict.fromkeys(said[1].strip() for said in _ATTACHED.finditer(text_of(tree.body))))


def _name_behind(link: Node) -> str:
    """The words right behind a link that is only an icon («<a href=down.php><img></a> 나눔.hwp»)."""
    beside = link.next
    found = _FILE.match(flat(beside.text_content)) if beside is not None and beside.tag == "-text" else None
    return found[0] if found and not has_words(link) else ""


def is_file_box(box: Node, line: Callable[[Node], str] = line_of) -> bool:
    """Nothing but a link that says a file's name and how large it is («규칙.pdf 0.21MB»), as editors set files into a
    text."""
    link = box.css_first("a[href]")
    said = line(box) if link is not None and len(box.text()) <= _LONGEST_BOX else ""
    return _SIZED.fullmatch(said) is not None and link is not None and line(link) == said


def is_file_name(said: str) -> bool:
    """Whether words are the name of a document, such as «공고문.hwp»."""
    return _FILE.fullmatch(said) is not None


def without_size(line: str) -> str:
    """«공고문.hwp (23byte) 7회 다운로드 DATE : …» → «공고문.hwp»."""
    return _SIZE.sub("", line).strip()


def named_in(links: Iterable[Node], drop: str = "") -> tuple[str, ...]:
    """What links call their files, in order, without repeats: no sizes, nor the badge of the sort before the name
    («<i>PDF</i>공고문.pdf»)."""
    said = (name_beside(link, without_size(line_of(link, drop, _badges(link)))) for link in links)
    return tuple(dict.fromkeys(name for name in said if name))


def name_beside(link: Node, said: str) -> str:
    """The name in the box of a link that only says «다운로드» («공고문.hwp (18K) <a>다운로드</a>»), else its words."""
    box = link.parent if _FETCHES.fullmatch(said) else None
    if box is None or len(box.text()) > _LONGEST_BOX:
        return said
    parts = (line_of(part) for part in box.css("strong,b,span,em,a"))
    return next((part for part in parts if _ANY_FILE.fullmatch(part)), said)


def _badges(link: Node) -> list[Node]:
    first = next((part for part in link.css("span,i,em,b,strong,small") if part.mem_id != link.mem_id), None)
    said = line_of(first) if first is not None else ""
    alone = _SORT.fullmatch(said) is not None and line_of(link) != said
    return [first] if first is not None and alone and line_of(link).startswith(said) else []


def _file_name(link: Node) -> str:
    """The name of a document, or of any file where the address is a script for downloads."""
    called = f"{attribute(link, 'href').partition('?')[0]} {attribute(link, 'onclick')}"
    pattern = _ANY_FILE if "down" in called.lower() else _FILE
    whole = line_of(link)  # a day or a count may stand in it too
    whole = line_of(link, "", _badges(link)) if pattern.match(whole) else ""
    found = pattern.match(own_text(link)) or pattern.match(whole)
    return found[0] if found else own_name(link) if pattern is _ANY_FILE else ""


def own_name(link: Node) -> str:
    """The name of a file that a link says itself, or one element in it (others say its day, its downloads)."""
    parts = link.css("span,em,i,small,b,strong")
    found = _ANY_FILE.match(own_text(link)) if parts else None
    alone = (line for part in parts if _ANY_FILE.fullmatch(line := line_of(part)))
    return found[0] if found else next(alone, "")
