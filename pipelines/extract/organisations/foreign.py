"""Bodies abroad and the names they have at home: «쿠폴리스(Coopolis)», «BBF(Bilbao Berrikuntza Faktoria)».

An original in brackets is trusted where the text is about other countries; it lets a name without any telling
ending through, and takes the words in front back to the last particle or comma. Without that surrounding
(«카페 ‘에스파체(Espace)’») it is only a spelling.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pipelines.extract.organisations.mentions import Mention
from pipelines.extract.organisations.tokens import is_modifier, is_plain, telling
from pipelines.korean.cued import Cued
from pipelines.korean.legal_forms import is_generic
from pipelines.korean.names import split_region, squeeze
from pipelines.korean.wordlist import read_words

ORIGINAL = Cued(
    r"\(([A-ZÀ-Ý][A-Za-zÀ-ÿ0-9 .&'’\-]{1,60})(?:[,·/]\s?(?:이하\s?)?[‘'“\"]?([A-Z][A-Za-z]{1,12})[’'”\"]?)?\)"
)
_WORLD = re.compile(r"^(?:국제|세계|글로벌|아시아|유럽|유엔|UN|EU|OECD|범아시아|동아시아)")
_LATIN = re.compile(r"[A-Z][A-Za-zÀ-ÿ0-9'’&-]*(?:[ ][A-Z][A-Za-zÀ-ÿ0-9'’&-]*){0,5}$")
_CONNECT = re.compile(r"^(?:또한|이어|특히|또|그리고|한편|현지|관련|옛|등)$")
_COUNTRY_OF = re.compile(r"([가-힣]{1,9})(?:의)?[ ][‘'“\"]?$")


@lru_cache(maxsize=1)
def _places() -> re.Pattern[str]:
    listed = [p for p in (*read_words("foreign_countries"), *read_words("foreign_cities")) if len(p) > 1]
    return re.compile("(?<![가-힣])(?:" + "|".join(sorted(listed, key=len, reverse=True)) + ")")


def abroad(text: str, at: int, reach: int = 200) -> bool:
    """Is the neighbourhood of `at` about other countries? `reach` characters to either side."""
    return _places().search(text, max(0, at - reach), min(len(text), at + reach)) is not None


def behind_country(text: str, at: int) -> bool:
    """«일본 생활클럽생협», «캐나다 퀘벡의 ‘샹티에’»: the word right before is a country or a region abroad."""
    found = _COUNTRY_OF.search(text, max(0, at - 14), at)
    return found is not None and found[1].removesuffix("의") in _countries()


def names_place(name: str) -> bool:
    return _places().match(name) is not None or _WORLD.match(name) is not None


def find_foreign(text: str, start: int, end: int) -> Iterator[Mention]:
    """Mentions of one line with an original in brackets, and the originals themselves as mentions."""
    for m in ORIGINAL.finditer(text, start, end):
        left = _name_before(text, start, m.start())
        if left is None:
            continue
        name = text[left : m.start()]
        known = telling(name.split()[-1]) if name.split() else None
        korean = re.match(r"(?:한국|대한|전국|서울|국민)", name) or any(split_region(squeeze(name))[:2])
        here = not korean and (names_place(name) or abroad(text, m.start()))
        if not here and known is None:
            continue
        kind = "foreign" if here else known[2] if known else None
        yield Mention(left, m.start(), name, kind, "original:name", weight=8 if here else 3)
        yield Mention(m.start(1), m.end(1), m[1].strip(), kind, "original", weight=8)
        if m[2]:
            yield Mention(m.start(2), m.end(2), m[2], kind, "original:short", weight=8)
    yield from _listed(text, start, end)


def _name_before(text: str, start: int, at: int) -> int | None:
    """Where the name before a bracket begins; None where there is none."""
    head = text[max(start, at - 60) : at]
    latin = _LATIN.search(head)
    if latin:
        return at - len(latin[0])
    cut = max((head.rfind(c) for c in ",‘'“\"”’.△▲(:"), default=-1)
    words_before = [(w.start(), w[0]) for w in re.finditer(r"\S+", head[cut + 1 :])]
    if not words_before or at - max(start, at - 60) - cut - 1 <= 0:
        return None
    chosen: int | None = None
    last = ""
    for offset, word in reversed(words_before[-4:]):
        if chosen is not None and (is_modifier(word) or _CONNECT.match(word) or word in _countries()):
            break
        if chosen is not None and not _goes_on(word, last):
            break
        if chosen is None and not re.search(r"[가-힣A-Za-z0-9]$", word):
            return None
        last = word if chosen is None else last
        chosen = offset
    return None if chosen is None else at - len(head) + cut + 1 + chosen


def _goes_on(word: str, last: str) -> bool:
    """A name that ends like a body may have common words in front («파리 …혁신지원기관»); a mere sound has not
    («사회주택 조직 바티르송카르티에»)."""
    return _BODY_END.search(last) is not None or telling(last) is not None or not (is_plain(word) or is_generic(word))


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    return frozenset(read_words("foreign_countries"))


_ITEM = re.compile(r", ([가-힣]{2,8} [가-힣0-9·]{1,12}(?: [가-힣0-9·]{2,12}){0,2})(?=[을를은는이가과와,])")
_BODY_END = re.compile(r"(?:기업|기관|연합|조합|센터|네트워크|재단|학교|협회|은행)$")


def _listed(text: str, start: int, end: int) -> Iterator[Mention]:
    """«…, 파리 10구 지역관리 기업을»: an entry of a list that begins with a city abroad and ends like a body."""
    for m in _ITEM.finditer(text, start, end):
        name = m[1] if _BODY_END.search(m[1]) else re.sub("[을를은는이가과와]$", "", m[1])
        inner = name.split()[:-1]
        if _places().match(name) and _BODY_END.search(name) and not any(is_modifier(w) for w in inner):
            yield Mention(m.start(1), m.start(1) + len(name), name, "foreign", "listed:city", weight=7)
