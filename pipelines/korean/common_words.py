"""Is a word an everyday one? A vocabulary (data/common_words.txt) and its glued compounds.

>>> is_common("운동회"), is_common("가을운동회"), is_common("소리다리"), is_common("다온푸드")
(True, True, True, False)
"""

from __future__ import annotations

from functools import lru_cache

from pipelines.korean.wordlist import read_words

_LONGEST = 6
_SUFFIXES = frozenset("들 용 형 식 장 실 관 소 점 방 집 품 제 권 력 비 금 지 원 인 자 팀 반 층 말 초 날 때 곳 터 길 밭 논".split())
_PREFIXES = frozenset("새 첫 큰 본 총 대 소 신 구 전 현 각 매 올 이 그 저 재 무 반".split())


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """The vocabulary."""
    return frozenset(read_words("common_words"))


@lru_cache(maxsize=16384)
def is_common_word(word: str) -> bool:
    """A word of the vocabulary itself, not a compound."""
    return word in common_words()


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
