"""Is a word an everyday one? A vocabulary (data/common_words.txt) and its glued compounds.

>>> is_common("운동회"), is_common("가을운동회"), is_common("소리다리"), is_common("다온푸드")
(True, True, True, False)
"""

from __future__ import annotations

from functools import lru_cache

from pipelines.korean.wordlist import read_words

_LONGEST = 6
_MANY = 10_000
_SUFFIXES = frozenset("들용형식장실관소점방집품제권력비금지원인자팀반층말초날때곳터길밭논")
_PREFIXES = frozenset("새첫큰본총대소신구전현각매올이그저재무반")


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """The vocabulary."""
    return frozenset(read_words("common_words"))


@lru_cache(maxsize=16384)
def is_common_word(word: str) -> bool:
    """A word of the vocabulary itself, not a compound."""
    return word in common_words()


@lru_cache(maxsize=1)
def _frequent() -> frozenset[str]:
    return frozenset(read_words("common_words")[:_MANY])


def is_frequent(word: str) -> bool:
    """One of the words everybody uses: «문화», but not «실타래»."""
    return word in _frequent()


@lru_cache(maxsize=16384)
def is_common(word: str) -> bool:
    """An everyday word, or everyday words glued together, perhaps with a suffix: «가을운동회», «회의장»."""
    known = common_words()
    if word in known:
        return True
    if len(word) > 12:
        return False
    if word[-1:] in _SUFFIXES and word[:-1] in known:
        return True
    if word[:1] in _PREFIXES and word[1:] in known:
        return True
    return any(word[:n] in known and is_common(word[n:]) for n in range(2, min(len(word) - 1, _LONGEST + 1)))
