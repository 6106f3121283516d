"""Patterns that fit only where one of their words stands: the words are looked for first.

A rule such as «some Hangul, then 드림, 올림 or 배상» is tried by `re` at every syllable of every line, with everything
that may stand in front. Its words alone are found at the speed of C, and hardly any line has one of them. Lines of one
text are asked in order, so where the next of the words stands is kept: most lines then cost two comparisons.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable

_NEVER = sys.maxsize
_SEES_THE_END = re.compile(r"\$|\\[ZbB]|\(\?<?!")
"""What may fit at the end of a stretch and not in the whole text: such cues are looked for in every stretch anew."""


class Cued:
    """A pattern with its cues, a pattern too: no match of the first without a match of the second inside it.

    It finds what the pattern alone would find. Good cues begin with a literal character in every alternative;
    `tests/pipelines/korean/test_cued.py` holds that none is missing.
    """

    __slots__ = ("_next", "cues", "pattern")

    def __init__(self, pattern: str, cues: str) -> None:
        self.pattern, self.cues = re.compile(pattern), re.compile(cues)
        self._next: tuple[str, int, int] | None = ("", 0, 0) if _SEES_THE_END.search(cues) is None else None

    def search(self, text: str, start: int = 0, end: int = _NEVER) -> re.Match[str] | None:
        return self.pattern.search(text, start, end) if self._stands(text, start, end) else None

    def match(self, text: str, start: int = 0, end: int = _NEVER) -> re.Match[str] | None:
        return self.pattern.match(text, start, end)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self.pattern.fullmatch(text)

    def finditer(self, text: str, start: int = 0, end: int = _NEVER) -> Iterable[re.Match[str]]:
        return self.pattern.finditer(text, start, end) if self._stands(text, start, end) else ()

    def _stands(self, text: str, start: int, end: int) -> bool:
        """Whether a cue may begin between two offsets. `_next`: a text, and a stretch of it before the next cue."""
        if self._next is None or end == _NEVER:
            return self.cues.search(text, start, end) is not None
        known, since, cue = self._next
        if known is not text or not since <= start <= cue:
            found = self.cues.search(text, start)
            cue = _NEVER if found is None else found.start()
            self._next = (text, start, cue)
        return cue < end
