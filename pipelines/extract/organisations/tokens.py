"""Words of a line, and where a name ends and its particle begins (조사)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipelines.korean.legal_forms import GENERIC, ending_of
from pipelines.korean.wordlist import read_words

WORD = re.compile(r"[가-힣A-Za-z0-9&+\-○]+")

PARTICLES = tuple(
    sorted(
        [
            "은",
            "는",
            "이",
            "가",
            "을",
            "를",
            "의",
            "에",
            "에서",
            "에게",
            "과",
            "와",
            "도",
            "로",
            "으로",
            "만",
            "까지",
            "부터",
            "이나",
            "나",
            "이라",
            "라",
            "라는",
            "이라는",
            "란",
            "이란",
            "에서는",
            "에는",
            "측",
            "측은",
            "측이",
            "쪽",
            "쪽은",
            "쪽이",
            "등",
            "등은",
            "등이",
            "등을",
            "등과",
            "등의",
            "들",
            "들이",
            "들은",
            "입니다",
            "이에요",
            "예요",
            "이다",
            "다",
            "이며",
            "며",
            "이고",
            "고",
            "인",
            "랑",
            "이랑",
            "께서",
            "보다",
            "처럼",
            "에도",
            "에서도",
            "과의",
            "와의",
            "과는",
            "와는",
            "으로부터",
            "로부터",
            "이었다",
            "였다",
            "여서",
            "라고",
            "이라고",
            "하고",
            "에서의",
            "에서만",
            "까지도",
            "만의",
            "조차",
            "마저",
            "이든",
            "든",
            "이야",
            "야",
            "씩",
            "님",
            "께",
            "이자",
            "자",
        ],
        key=len,
        reverse=True,
    )
)
_AFTER_CONSONANT = frozenset(
    [
        "은",
        "이",
        "을",
        "과",
        "으로",
        "이나",
        "이라",
        "이라는",
        "이란",
        "이다",
        "이며",
        "이고",
        "이랑",
        "이라고",
        "이었다",
        "이에요",
        "이자",
        "이든",
        "이야",
    ]
)
_AFTER_VOWEL = frozenset(
    [
        "는",
        "가",
        "를",
        "와",
        "나",
        "라",
        "라는",
        "란",
        "다",
        "며",
        "고",
        "랑",
        "라고",
        "였다",
        "예요",
        "여서",
        "자",
        "든",
        "야",
    ]
)
_MODIFIER = re.compile(  # a word that bends towards the next one, so no part of a name
    r"(?:은|는|을|를|의|에|에서|으로|와|과|도|만|까지|부터|하는|되는|있는|없는|위한|대한|통한|관한|던|및|또는|이|가|한|할|된|될|인|적|형|"
    r"하여|해서|해|하고|하며|되어|돼|이며|지난|오는|내|외|간|별|들|중|등|께|랑|서|며|면|고|려고|러|지만|라며|로|째|번|명|곳|개|년|월|일|시간|차|회|호|여|씩|당|측|쪽|및)$"
)
_KEEP = re.compile(r"(?:마을|나눔|[가-힣]{2,}(?:시|군|구|동|읍|면|리)|[A-Za-z0-9]+)$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its place in the text."""

    start: int
    end: int
    text: str


def words(text: str, start: int, end: int) -> list[Word]:
    return [Word(m.start(), m.end(), m[0]) for m in WORD.finditer(text, start, end)]


def has_batchim(syllable: str) -> bool:
    """Does a Hangul syllable end in a consonant? Decides which form of a particle follows."""
    return "가" <= syllable <= "힣" and (ord(syllable) - 0xAC00) % 28 > 0


def fits(base: str, particle: str) -> bool:
    """«담을이»: 이 may follow 담을; «해나이»: 이 may not follow 해나."""
    if not base or not ("가" <= base[-1] <= "힣"):
        return bool(base)
    if particle in _AFTER_CONSONANT:
        return has_batchim(base[-1])
    return not (particle in _AFTER_VOWEL and has_batchim(base[-1]))


def splits(word: str) -> Iterator[tuple[str, str]]:
    """(base, particle), the whole word first, then shorter bases: «재단은» → 재단은+, 재단+은."""
    yield word, ""
    for particle in reversed(PARTICLES):
        if len(particle) < len(word) and word.endswith(particle) and fits(word[: -len(particle)], particle):
            yield word[: -len(particle)], particle


def telling(word: str) -> tuple[str, str, str] | None:
    """(base, ending, type) of a word that carries a telling ending before its particle."""
    for base, _ in splits(word):
        if (found := ending_of(base)) is not None:
            return base, *found
    return None


def is_modifier(word: str) -> bool:
    return _MODIFIER.search(word) is not None and not _KEEP.search(word)


@lru_cache(maxsize=1)
def _plain() -> re.Pattern[str]:
    listed = sorted(read_words("plain_nouns"), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, listed))}|{GENERIC.pattern})")


def is_plain(word: str) -> bool:
    """Nothing but everyday words: «설립절차» yes, «서울아이» no."""
    return not _plain().sub("", word).strip()


def bare(word: str, text: str) -> str:
    """A name without a telling ending, freed of its particle. Where both readings are possible («담을이»,
    «담을») the one that the rest of the document uses more often wins; the shorter particle-less one first."""
    options = [(b, p) for b, p in splits(word) if len(b) >= 2]
    if len(options) <= 1:
        return word
    best = max(options, key=lambda o: (_uses(o[0], text), len(o[1])))
    return best[0]


def _uses(base: str, text: str) -> int:
    """How many different particles (or none, before a mark) follow `base` in the text."""
    seen = {m[1] for m in re.finditer(rf"(?<![가-힣]){re.escape(base)}([가-힣]{{0,4}})(?![가-힣])", text)}
    return sum(1 for rest in seen if rest == "" or (rest in PARTICLES and fits(base, rest)))
