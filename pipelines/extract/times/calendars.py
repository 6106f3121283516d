"""The lines of a month's calendar, read as if 일 stood behind the number.

«6(화) 10:00 …», «07 토 | 시장 네거리 | 아침 10시».
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from pipelines.korean.calendar import WEEKDAYS
from store.records import SpanPair

_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])"
_BARE_DAY = re.compile(rf"(?<![\d./월~-]){_NUMBER}(?=[ ]?\([월화수목금토일]\))")
_LINE = re.compile(rf"(?m)^[^\w\n]{{0,4}}{_BARE_DAY.pattern}[ ]?\([월화수목금토일]\)")
_CELLS = re.compile(rf"(?m)^([ ]{{0,4}}{_NUMBER})[ ]([월화수목금토일])[ ](?=[|│┃/·:])")
_SUSPECT = re.compile(rf"\n[^\w\n]{{0,4}}{_NUMBER}[ ]?\(?[월화수목금토일]")
"""One line of them at least is not the first of the text: most texts are done with here."""
_LEAST = 3  # lines


class Calendar(NamedTuple):
    """The text with 일 put in, and where."""

    text: str
    put: tuple[int, ...]

    def back(self, text: str, span: SpanPair) -> SpanPair:
        """The offsets in the text as it was written; «07 토 » ends with its weekday."""
        start, end = (at - bisect_left(self.put, at) for at in span)
        return start, end - text[start:end].endswith(" ")


def calendar_in(text: str) -> Calendar | None:
    """The text read as a calendar; None where too few of its lines are those of one."""
    if _SUSPECT.search(text) is None:
        return None
    bracketed = _CELLS.sub(r"\1(\2)", text)
    lines = [m[0] for _, m in zip(range(_LEAST), _LINE.finditer(bracketed), strict=False)]
    if len(lines) < _LEAST and not _agree(lines):
        return None
    ends = [m.end() for m in _BARE_DAY.finditer(bracketed)]
    parts = [bracketed[a:b] for a, b in zip([0, *ends], [*ends, len(bracketed)], strict=True)]
    return Calendar("일".join(parts), tuple(at + number for number, at in enumerate(ends)))


def _agree(lines: list[str]) -> bool:
    """«15(목) …» and «17(토) …»: two lines are a calendar where their weekdays lie as far apart as their numbers."""
    if len(lines) != 2:
        return False
    (first, here), (last, there) = ((int(re.sub(r"\D", "", line)), WEEKDAYS[line[-2]]) for line in lines)
    return first < last and (last - first - there + here) % 7 == 0
