"""Patterns that fit only where one of their words stands: the words are looked for first.

A rule such as «some Hangul, then 드림, 올림 or 배상» is tried by `re` at every syllable of every line, with everything
that may stand in front. Its words alone are found at the speed of C, and hardly any line has one of them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable


class Cued:
    """A pattern with its cues, a pattern too: no match of the first without a match of the second inside it.

    It finds what the pattern alone would find. Good cues begin with a literal character in every alternative;
    `tests/pipelines/korean/test_cued.py` holds that none is missing.
    """

    __slots__ = ("cues", "pattern")

    def __init__(self, pattern: str, cues: str) -> None:
        self.pattern, self.cues = re.compile(pattern), re.compile(cues)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self.pattern.search(text, start, end) if self.cues.search(text, start, end) else None

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self.pattern.match(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterable[re.Match[str]]:
        return self.pattern.finditer(text, start, end) if self.cues.search(text, start, end) else ()
