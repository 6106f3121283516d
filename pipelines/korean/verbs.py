"""Verbs as they end a clause: a stem («펼치», «걷», «담그») → every way a paper or a board writes it.

::

    열 → 연다 엽니다 열고 열며 열어 열었다 열기로 열 예정 …

Regular stems, ㄹ, ㄷ, ㅂ, 르 and ㅡ stems (한글 맞춤법 §18) are conjugated by rule, so that a new verb is one word in
somebody's table. Forms that stand before a noun («펼친», «여는») are left out: they end no clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

_FIRST = ord("가")
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_JOINED = {"ㅗ": "ㅘ", "ㅜ": "ㅝ", "ㅣ": "ㅕ", "ㅚ": "ㅙ"}
_D_TO_L = frozenset("걷듣싣묻깨닫")
_B_TO_U = frozenset("돕굽줍눕")

_PLAIN = "(?:고|며|면서|으며|으면서|기로|는다|습니다|지만|자|려고)"
_PAST = "(?:다|습니다|고|으며|어요|는데|지)"
_OPEN = r"(?:서|요)?(?=[\s,.!]|$)"


def _split(syllable: str) -> tuple[int, str, str]:
    code = ord(syllable) - _FIRST
    return code // 588, _VOWELS[code // 28 % 21], _FINALS[code % 28]


def _join(initial: int, vowel: str, final: str = "") -> str:
    return chr(_FIRST + initial * 588 + _VOWELS.index(vowel) * 28 + _FINALS.index(final))


def _with_final(stem: str, final: str) -> str:
    initial, vowel, _ = _split(stem[-1])
    return stem[:-1] + _join(initial, vowel, final)


def infinitive(stem: str) -> str:
    """펼치 → 펼쳐, 걷 → 걸어, 돕 → 도와, 담그 → 담가, 부르 → 불러, 하 → 해."""
    head, (initial, vowel, final) = stem[:-1], _split(stem[-1])
    if stem[-1] == "하":
        return head + "해"
    if stem[-1] in _B_TO_U:
        return head + _join(initial, vowel) + ("와" if stem[-1] == "돕" else "워")
    if final:
        base = _with_final(stem, "ㄹ") if stem[-1] in _D_TO_L else stem
        return base + ("아" if vowel in "ㅏㅗ" else "어")
    if vowel == "ㅡ":
        bright = bool(head) and _split(head[-1])[1] in "ㅏㅗ"
        if stem[-1] == "르" and head:
            return _with_final(head, "ㄹ") + ("라" if bright else "러")
        return head + _join(initial, "ㅏ" if bright else "ㅓ")
    return head + _join(initial, _JOINED.get(vowel, vowel))


def clause_ends(stem: str) -> tuple[str, ...]:
    """Patterns of the forms of a stem that end a clause, for an alternation."""
    _, _, final = _split(stem[-1])
    opened = infinitive(stem)
    bare = opened[-1]
    past = opened[:-1] + (_with_final(bare, "ㅆ") if not _split(bare)[2] else bare)
    forms = [f"{stem}{_PLAIN}", f"{opened}{_OPEN}", f"{past}{_PAST}"]
    if not final or final == "ㄹ":
        forms += [f"{_with_final(stem, 'ㄴ')}다", f"{_with_final(stem, 'ㅂ')}니다"]
        forms.append(rf"{_with_final(stem, 'ㄹ')}\s?(?:예정|계획|참|것)")
    return tuple(forms)


def any_of(stems: Iterable[str]) -> str:
    """One alternation of all clause ends of some stems, longest stems first."""
    return "|".join(form for stem in sorted(set(stems), key=len, reverse=True) for form in clause_ends(stem))


def noun_form(stem: str) -> str:
    """«미루» → 미룸, «하지 않» → 하지 않음: how minutes and tables end a clause."""
    return f"{stem}음" if _split(stem[-1])[2] else _with_final(stem, "ㅁ")


def nominal(stem: str) -> str:
    """«둘러보» → 둘러보기, «방문하» → 방문: what is done, as the name of a thing to do."""
    return stem.removesuffix("하") if len(stem) > 2 and stem.endswith("하") else f"{stem}기"


def stem_of(words: str, stems: Iterable[str]) -> str | None:
    """The longest stem whose clause end begins the words."""
    longest_first = sorted(stems, key=len, reverse=True)
    return next((stem for stem in longest_first if _ending(stem).match(words) is not None), None)


@cache  # stems come from tables; `re` itself remembers too few patterns for all of them
def _ending(stem: str) -> re.Pattern[str]:
    return re.compile("|".join(clause_ends(stem)))
