"""What a word by itself may be read as. Hardly any word is more than a word: a line is asked once for those that are.

A new sort of word that a grammar reads by itself is asked for in `_Told`, so that the line hands it on.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipelines.extract.organisations.tokens import Word, line_words, splits, telling
from pipelines.korean.known_bodies import known_body
from pipelines.korean.legal_forms import weak_ending_of
from pipelines.korean.ministries import ministries
from pipelines.korean.names import is_region, region_names
from pipelines.korean.wordlist import read_words

BRAND = "한살림"
_WORDS = 65_536
"""Words remembered: some days of news. A dictionary that begins anew costs a third of one that forgets in turn."""


class _Told(dict[str, bool]):
    """Whether some grammar may read a word by itself, for the words seen so far."""

    def __missing__(self, word: str) -> bool:
        if len(self) >= _WORDS:
            self.clear()
        self[word] = told = (
            telling(word) is not None
            or BRAND in word
            or body_readings(word) != (None, None)
            or bool(government_readings(word))
        )
        return told


_told = _Told()


@lru_cache(maxsize=64)
def told_words(text: str, start: int, end: int) -> list[tuple[int, Word]]:
    """The words of a line that some grammar may read by themselves, with their numbers; not to be changed."""
    return [(i, word) for i, word in enumerate(line_words(text, start, end)) if _told[word[2]]]


@lru_cache(maxsize=16384)
def body_readings(word: str) -> tuple[tuple[str, str] | None, tuple[str, str, str, str] | None]:
    """((name, type) of a known body, (name, particle, weak ending, type)) a word may be read as."""
    known = next(((base, body[1]) for base, _ in splits(word) if (body := known_body(base)) is not None), None)
    weak = next(((base, p, *found) for base, p in splits(word) if (found := weak_ending_of(base)) is not None), None)
    return known, weak


Row = tuple[str, str, int]
"""Type, rule and weight of a mention."""
MINISTRY: Row = ("central_government", "ministry", 8)
REGIONAL_OFFICE: Row = ("central_government", "office", 8)
FOREIGN: Row = ("foreign", "city:foreign", 6)
ACTING: Row = ("local_government", "government:actor", 4)
_OFFICE = re.compile(r"[가-힣]{2,4}지방[가-힣]{2,8}청")  # «광주지방조달청»
_CITY = re.compile(r"^[가-힣]{2,9}시$")


@lru_cache(maxsize=16384)
def government_readings(word: str) -> tuple[tuple[str, str, Row], ...]:
    """(base, particle, row) of the governments a word may name; hardly any word names one."""
    return tuple((base, particle, row) for base, particle in splits(word) if (row := _row_of(base)) is not None)


@lru_cache(maxsize=1)
def _last_letters() -> frozenset[str]:
    """What a government's name ends in: hardly any other word does, and all words are asked about."""
    return frozenset(name[-1] for name in (*ministries(), *region_names(), "청", "시"))


def _row_of(base: str) -> Row | None:
    if base[-1:] not in _last_letters():
        return None
    if base in ministries():
        return MINISTRY
    if _OFFICE.fullmatch(base):
        return REGIONAL_OFFICE
    region = is_region(base)
    if not region and _CITY.match(base) and base[:-1] in read_words("foreign_cities"):
        return FOREIGN
    return ACTING if region else None
