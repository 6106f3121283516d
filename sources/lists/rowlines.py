"""Reporter and section of a row in a newspaper's list, from the line that shows its date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from sources.blocks import Node, flat, line_of
from sources.metadata.words import words_of
from sources.texts.reporters import byline_name, looks_like_a_name

DATE = re.compile(
    r"(?:19|20)\d{2}\s{0,2}[-./년]\s{0,2}\d{1,2}|(?<!\d)\d{1,2}[-./]\d{1,2}(?!\d)(?:\s{1,3}\d{1,2}:\d{2})?|\d{1,3}\s?(?:분|시간|일)\s?전|^\s{0,3}(?:(?:오[전후]\s?)?\d{1,2}:\d{2}|어제|그제|\d{1,2}월\s?\d{1,2}일(?:\s\d{1,2}:\d{2})?)\s{0,3}$"
)
_LONGEST_SIGNED = 40
_LONGEST_DAY, _LONGEST_SECTION = 20, 8
_DESK = re.compile(r"편집[국부팀실]|취재[부팀]|보도[국부팀]|(?:온라인|디지털)?\s?뉴스[팀부룸]|편집위원회|데스크")
_SIGNED_SO = re.compile(rf"{_DESK.pattern}|(?:외부|독자)?\s?(?:기고|투고)|[가-힣]{{0,4}}통신원")
_OF_READER = re.compile(r"(?:독자|시민)\s{1,2}([가-힣]{2,4})")
_WORD = re.compile(r"[가-힣][가-힣·\s]{1,9}")


def signed_in(row: Node, rest: str, shown: str, title: str = "") -> tuple[str | None, str | None]:
    """Reporter and section of a row. `rest` are the row's words beside its `title`, `shown` its date as printed."""
    section, name = _in_three(rest)
    author, section = _author(rest) or name, _category(rest) or section
    if section is None and (three := _in_three_elements(row)) is not None:
        section, author = three  # in one line with no space between, the section reads as part of the name
    return author or _signed(row, title), section


def _in_three(rest: str) -> tuple[str | None, str | None]:
    """Section and reporter of a line «section | name | time» whose name stands without «기자», or of three lines that
    say so below each other."""
    lines = rest.split("\n")
    for line in lines:
        parts = [part.strip() for part in line.split("|")]
        if len(parts) == 3 and DATE.search(parts[2]) and all(_WORD.fullmatch(part) for part in parts[:2]):
            return parts[0], parts[1]
    for section, name, day in zip(lines, lines[1:], lines[2:], strict=False):
        short = len(day) <= _LONGEST_DAY and len(section) <= _LONGEST_SECTION
        if short and looks_like_a_name(name) and _WORD.fullmatch(section) and DATE.search(day):
            return section, name
    return None, None


def _in_three_elements(row: Node) -> tuple[str, str] | None:
    """The same where each of the three stands in an element of its own («<em>사회</em><em>○○○ 기자</em>…»)."""
    for before in row.css("em,span,li,dd"):
        parts = [before, *islice(_elements_behind(before), 2)]
        alike = len(parts) == 3 and parts[0].tag == parts[1].tag == parts[2].tag
        if not alike or len(day := parts[2].text()) > _LONGEST_SIGNED or not DATE.search(flat(day)):
            continue
        said, signed = line_of(before), line_of(parts[1])
        of_reader = _OF_READER.fullmatch(signed)
        name = byline_name(signed) or (of_reader[1] if of_reader else None)
        name = name or (signed if _SIGNED_SO.fullmatch(signed) else None)
        if name is not None and _WORD.fullmatch(said) and byline_name(said) is None:
            return said, name
    return None


def _elements_behind(node: Node) -> Iterator[Node]:
    at = node.next
    while at is not None:
        if at.tag not in ("-text", "-comment"):
            yield at
        at = at.next


def _author(rest: str) -> str | None:
    for line in rest.split("\n"):
        for part in line.split("|"):
            if len(part) <= _LONGEST_SIGNED and (name := byline_name(part.strip())):
                return name
    return None


def _signed(row: Node, title: str) -> str | None:
    """The reporter in an element beside others that nothing sets apart («<em>사회</em><em>○○○ 기자</em>»), else the
    desk that signs in his place («편집국»)."""
    words = [said for word in words_of([row]) if len(said := word.said) <= _LONGEST_SIGNED and said not in title]
    names = (name for said in words if "기자" in said and (name := byline_name(said)))
    desk = next(names, None) or next(filter(_DESK.fullmatch, words), None)
    before = (said for said, day in pairwise(words) if _SIGNED_SO.fullmatch(said) and DATE.search(day))
    return desk or next(before, None)


def _category(rest: str) -> str | None:
    """The first short word of a line «section | reporter | time», or of its cells."""
    lines = [part.strip() for line in rest.split("\n") for part in line.split("|")]
    for before, after in pairwise(lines):
        if 0 < len(before) <= 12 and byline_name(after) and not byline_name(before) and not DATE.search(before):
            return before
    return None
