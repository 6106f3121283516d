"""Further occurrences in a text of a name or nickname that one place of it told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipelines.korean.common_words import is_common
from pipelines.korean.person_words import taken_for_names

Hit = tuple[int, int, str, str]  # start, end, type, rule

_PARTICLES = re.compile(
    r"(?:네가|네는|네|에게|한테|께서|께|님|씨|이?랑|이?가|[이은는을를의와과도](?![가-힣])|입니다|이에요|예요|이었|선생|샘|쌤)"
)


def find_again(text: str, words: dict[str, tuple[str, str]]) -> Iterator[Hit]:
    """Further occurrences, each place once."""
    last = 0
    for start, end in _occurrences(text, words):
        if start < last:
            continue
        last = end
        after = text[end : end + 4]
        if is_same(text[start:end], after):
            kind, rule = words[text[start:end]]
            yield start, end, kind, rule + ":again"


def is_same(word: str, after: str) -> bool:
    """Is it that person here? A word of two syllables may be a plain noun («감자») or begin another word, so it needs
    what only follows a person, or to be no word of every day («로라»)."""
    if len(word) > 2:
        return not _HANGUL.match(after) or _PARTICLES.match(after) is not None
    plain = is_common(word) or word in taken_for_names()
    return (_ADDRESSED if plain else _NAMED).match(after) is not None


def _occurrences(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Where these stand as words of their own, the longer first; one pass, however many they are."""
    import ahocorasick_rs

    listed = tuple(words)
    if not listed:
        return []
    places = ahocorasick_rs.AhoCorasick(listed).find_matches_as_indexes(text, overlapping=True)
    own = [(start, end) for _, start, end in places if not _WORDLIKE.match(text[start - 1 : start])]
    return sorted(((s, e) for s, e in own if not _LATIN.match(text, e)), key=lambda place: (place[0], -place[1]))


_HANGUL, _LATIN, _WORDLIKE = re.compile("[가-힣]"), re.compile("[A-Za-z0-9]"), re.compile("[가-힣A-Za-z0-9]")
_NAMED = re.compile(
    r"(?:이랑|랑|에게|한테|께서|께|님|씨|이?가|[은는를의와과도])?(?![가-힣])|[ ]?(?:님|쌤|샘|씨|[:：])|"
    r"입니다|이에요|예요"
)
_ADDRESSED = re.compile(r"[ ]?(?:님|쌤|샘|씨)|[ ]?[:：]|이?랑[ ]|한테[ ]|에게[ ]|네[ ]|네가[ ]")
