"""Patterns that fit only where one of their words stands: the words are looked for first.

A rule such as «some Hangul, then 드림, 올림 or 배상» is tried by `re` at every syllable of every line, with everything
that may stand in front. Its words alone are found at the speed of C, and hardly any line has one of them. The words of
all such rules are looked for together, once in a text; whether a rule can fit in a line is then a look at a list.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from pipelines.korean.literals import longest, needed

_NEVER = sys.maxsize
_SHORT = 64
"""A stretch that was cut out of a text is searched as fast as its words would be."""
_OWNERS: dict[str, list[int]] = {}
"""A word and the numbers of the patterns that need it, or another of theirs."""
_WORDLESS: dict[int, list[int]] = {}
"""The numbers of the patterns without words, which may fit in any text."""


class Cued:
    """A pattern that knows words of which every match has one inside (`literals.needed`).

    It finds what the pattern alone would find. Where its words stand in every other text, `cues` say more: a pattern
    that has a match inside of each match, or in what that looks ahead to. `tests/pipelines/korean/test_cued.py` holds
    that none is missing.
    """

    __slots__ = ("_longest", "_number", "cues", "pattern", "words")
    _count = 0

    def __init__(self, pattern: str, cues: str = "") -> None:
        self.pattern = re.compile(pattern)
        self.words = (needed(cues) if cues else None) or needed(pattern)
        self.cues = re.compile(cues) if cues else None
        self._longest = longest(pattern)
        self._number = Cued._count
        Cued._count += 1
        for word in self.words or ():
            _OWNERS.setdefault(word, []).append(self._number)
        if self.words is None:
            _WORDLESS[self._number] = []

    def search(self, text: str, start: int = 0, end: int = _NEVER) -> re.Match[str] | None:
        if _last[0] is text and self._number not in _last[1]:
            return None
        first = self._first(text, start, end)
        return None if first is None else self.pattern.search(text, first, end)

    def match(self, text: str, start: int = 0, end: int = _NEVER) -> re.Match[str] | None:
        return self.pattern.match(text, start, end)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self.pattern.fullmatch(text)

    def finditer(self, text: str, start: int = 0, end: int = _NEVER) -> Iterable[re.Match[str]]:
        if _last[0] is text and self._number not in _last[1]:
            return ()  # as of nine in ten patterns that a text is asked for: none of their words stands in it
        first = self._first(text, start, end)
        if first is None:
            return ()
        return self._from(text, first, end) if self.words is not None else self.pattern.finditer(text, start, end)

    def may_fit(self, text: str) -> bool:
        """Whether one of the words stands anywhere in a text: where none does, no stretch of it need be asked."""
        return self._number in _ends(text)

    def _from(self, text: str, first: int | None, end: int) -> Iterator[re.Match[str]]:
        while first is not None and (found := self.pattern.search(text, first, end)) is not None:
            yield found
            first = self._first(text, found.end(), end)

    def _first(self, text: str, start: int, end: int) -> int | None:
        """Where the first match between two offsets may begin: so far before the end of a word as a match is long."""
        if self.words is not None and (_last[0] is text or len(text) >= _SHORT):
            ends = _ends(text).get(self._number)
            if ends is None or ends[-1] <= start:
                return None
            word = ends[bisect_right(ends, start)]
            if word > end:
                return None
            if word - self._longest > start:
                start = word - self._longest
        if self.cues is None:
            return start
        cue = self.cues.search(text, start, end)
        return None if cue is None else max(start, cue.start() - self._longest)


_last: tuple[str, dict[int, list[int]]] = ("", {})
"""The text asked about last, and for each pattern (by number) where words of it end, in order: rules ask about one text
many times in a row."""


def _ends(text: str) -> dict[int, list[int]]:
    global _last
    known, found = _last
    if known is not text:
        found = _found(text, Cued._count)
        _last = (text, found)
    return found


@lru_cache(maxsize=8)
def _found(text: str, _patterns: int) -> dict[int, list[int]]:
    matcher, owners = _matcher(_patterns)
    found = defaultdict(list, _WORDLESS)
    for index, _, end in matcher.find_matches_as_indexes(text, overlapping=True):  # in the order of their ends
        for number in owners[index]:
            found[number].append(end)
    return dict(found)


@lru_cache(maxsize=1)
def _matcher(_patterns: int) -> tuple[Any, tuple[tuple[int, ...], ...]]:
    """Built anew where a room with more patterns was opened since."""
    from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

    matcher = AhoCorasick(list(_OWNERS), matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA)
    return matcher, tuple(map(tuple, _OWNERS.values()))
