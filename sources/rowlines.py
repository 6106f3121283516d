"""Who wrote the article of a row in a newspaper's list, and in which section: from the line with its day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from sources.blocks import Node, line_of
from sources.newswords import byline_name
from sources.toldwords import words_of

DATE = re.compile(
    r"(?:19|20)\d{2}\s{0,2}[-./년]\s{0,2}\d{1,2}|(?<!\d)\d{1,2}[-./]\d{1,2}(?!\d)(?:\s{1,3}\d{1,2}:\d{2})?|\d{1,3}\s?(?:분|시간|일)\s?전|^\s{0,3}(?:\d{1,2}:\d{2}|어제|그제|\d{1,2}월\s?\d{1,2}일)\s{0,3}$"
)
_LONGEST_SIGNED = 40
_OF_READER = re.compile(r"(?:독자|시민)\s{1,2}([가-힣]{2,4})")
_WORD = re.compile(r"[가-힣][가-힣·\s]{1,9}")


def signed_in(row: Node, rest: str, shown: str) -> tuple[str | None, str | None]:
    """Reporter and section of a row. `rest` is what it says beside its title, `shown` its day."""
    section, name = _in_three(rest)
    if name is None:
        section, name = _in_three_elements(row)
    return _author(rest) or name or _signed(row), _category(rest, shown) or section


def _in_three(rest: str) -> tuple[str | None, str | None]:
    """Section and reporter of a line «section | name | time» whose name stands without «기자»."""
    for line in rest.split("\n"):
        parts = [part.strip() for part in line.split("|")]
        if len(parts) == 3 and DATE.search(parts[2]) and all(_WORD.fullmatch(part) for part in parts[:2]):
            return parts[0], parts[1]
    return None, None


def _in_three_elements(row: Node) -> tuple[str | None, str | None]:
    """The same where each of the three stands in an element of its own («<em>사회</em><em>○○○ 기자</em>…»)."""
    for before in row.css("em,span,li,i,b,dd,a,p"):
        parts = [before, *islice(_elements_behind(before), 2)]
        said = [line_of(part) for part in parts]
        if len(said) == 3 and {part.tag for part in parts} == {before.tag} and DATE.search(said[2]):
            name = byline_name(said[1]) or (found[1] if (found := _OF_READER.fullmatch(said[1])) else None)
            if name is not None and _WORD.fullmatch(said[0]) and byline_name(said[0]) is None:
                return said[0], name
    return None, None


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


def _signed(row: Node) -> str | None:
    """The reporter in an element beside others that nothing sets apart («<em>사회</em><em>○○○ 기자</em>»)."""
    said = (word.said for word in words_of([row]) if "기자" in word.said and len(word.said) <= _LONGEST_SIGNED)
    return next((name for line in said if (name := byline_name(line))), None)


def _category(rest: str, shown: str) -> str | None:
    """The first short word of a line «section | reporter | time», or of its cells."""
    lines = [part.strip() for line in rest.split("\n") for part in line.split("|")]
    for before, after in pairwise(lines):
        if 0 < len(before) <= 12 and byline_name(after) and not byline_name(before) and not DATE.search(before):
            return before
    return None
