"""Who is likely a person in a board post, where no rule knows: words weighed by their syllables and their neighbours.

The rules of `people` need a reason they know beside a name («참석 :», «총무 …», «… 올림»), and writers find others:
«온 사람  이사 일곱 가운데 다섯(…)», «조직부장 …에게», «[…] 저도 갈게요». Here each word that may be someone (the
syllables of a name, a word that neighbours are called by, a word with what only follows a person) is weighed by what it
is made of and what stands around it. The weights (`data/people.tsv`) are fitted to annotated posts by
`tests/fit_people.py`. What more likely than not is someone is masked:
a neighbour's name that is published cannot be taken back, and a word that is struck out wrongly spoils the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from pipelines.korean.common_words import is_common, is_common_word, is_frequent
from pipelines.korean.loglinear import weights
from pipelines.korean.names import is_region
from pipelines.korean.person_words import (
    FIELD_WORDS,
    NAME,
    NOT_NAMES,
    ROLE_BEFORE,
    ROLE_WORDS,
    TITLES,
    is_given,
    is_name,
    made_of_nicknames,
    no_persons,
    taken_for_names,
)

Hit = tuple[int, int, str, str]  # start, end, type, rule

CLASSES = ("nobody", "person_name", "nickname")
LIKELY = {"person_name": 0.5, "nickname": 0.55}
"""How likely a word has to be someone to be masked."""
LIKELY_OF_EVERY_DAY = 0.85
"""The same for a word of every day: «달팽이가 상추를 다 먹어서», «다래가 익어 가는 계절»."""

_TOKEN = re.compile(r"[가-힣A-Za-z0-9]+|([^\s가-힣A-Za-z0-9])\1*|\n")  # «((((» is one: hostile input has millions
_NAMED = re.compile(rf"(?:{NAME})")
_CALLED = (
    r"언니|누나|오빠|형님|형|아저씨|아줌마|아재|이모|삼촌|할매|할머니|할아버지|어르신|어머니|아버님|어머님|"
    r"자매님?|형제님?"
)
_BEHIND = re.compile(
    rf"(?:님|씨|쌤|샘|네|아빠|엄마|{_CALLED}|{TITLES})?(?:님)?"
    r"(?:께서는|께서|에게는|에게|한테는|한테|께|이랑은|이랑|이라고|이라는|라고|라는|랑|하고|이가|이는|이네|이도|"
    r"입니다|이에요|이예요|예요|에요|인데요|이고|이?나|[은는이가을를의와과도만야아])?"
)
_ONLY_OF_ONE = re.compile(rf"님|씨|쌤|샘|네|{_CALLED}|{TITLES}|에게|한테|께")
_NEXT_OF_ONE = re.compile(rf"(?:{_CALLED}|{TITLES})")
_OF_KIN = re.compile(rf"(?:{_CALLED}|아빠|엄마|맘|네)$")
_ROLE = re.compile(rf"(?:{ROLE_BEFORE}|부장|사서|지기|본부장|기사|조장|팀|과|부|반)$")
_GUEST = re.compile(
    r"[\W]*(?:참석|출석|결석|불참|온 |오신|나온|못 |빠진|함께|이사|기록|적은|배석|참가|참여|당번|모인|글쓴|지켜본)"
)
_OPENS, _SHUTS = frozenset("[@‘'(ㄴ└┗┖↳⤷>-\n"), frozenset("])’':：|\n")
"""What stands around the one who speaks in a chat, writes a comment or signs."""
_BODY = re.compile(r"[가-힣]{4,}(?:센터|조합|생협|재단|협의회|연합회|네트워크|법인)(?![가-힣]{3})")
"""What is called so is named after a place, a house or a word, not after who writes."""
_AS_PLACE = re.compile(
    r"\s?(?:\d{1,2}층|지하\s|주차장|정문|후문|입구|주민방|마을회관|놀이터)|"
    r"(?:에|으?로)?\s(?:앞|뒤|옆|건너편?|맞은편|골목)(?:[에의 ]|$)"
)
"""«보문로 느티나무집 1층», «옛 정미소 앞», «천지연 주차장»: where one goes, and nobody."""
_LISTED = frozenset(",·ㆍ、/")
SHORTEST, LONGEST = 2, 7
MOST = 5000
"""Words weighed in one post: a hundred pages of them. It bounds the cost of hostile input; rules look at all."""
LABEL = 24
"""So many characters of its line tell whether a word stands in a list of guests."""


Splits = tuple[tuple[int, bool], ...]
"""How long a name in a word may be, and whether it may be someone wherever it stands."""


@dataclass(frozen=True, slots=True)
class Someone:
    """A word that may be a person: its span and what the weights know it by."""

    start: int
    end: int
    features: tuple[str, ...]


def candidates(text: str) -> Iterator[Someone]:
    """Every word of a post that may be someone, cut from what is glued behind it in each way that makes sense."""
    tokens = list(_TOKEN.finditer(text))
    words = [t[0] for t in tokens]
    counts, begins = Counter(words), 0
    for number, (word, token) in enumerate(zip(words, tokens, strict=True)):
        begins = token.end() if word == "\n" else begins
        splits = _splits(word)
        cuts = _cuts(splits, words, number) if splits else []
        if not cuts or word in FIELD_WORDS:
            continue
        around, line = _around(words, number), text[begins : min(token.start(), begins + LABEL)]
        visited = _AS_PLACE.match(text, token.end()) is not None
        for length in cuts:
            stem, behind = word[:length], word[length:]
            features = (
                *_of_word(stem),
                *_of_place(stem, behind, around, line),
                f"n{min(3, counts[word])}",
                f"V{visited}{length_fits(stem)}",
            )
            yield Someone(token.start(), token.start() + length, features)


def find_likely(text: str) -> Iterator[Hit]:
    """Each word that is likely someone, the likeliest way to cut it, with its class."""
    best: dict[int, tuple[float, Hit]] = {}
    table, bodies = weights("korean", "people"), " ".join(["", *_BODY.findall(text)])
    for one in islice(candidates(text), MOST):
        if f" {text[one.start : one.end]}" in bodies:  # «온새미 장터» beside «온새미사회적경제지원센터»
            continue
        shares = dict(zip(CLASSES, table.probabilities(one.features), strict=True))
        kind = max(LIKELY, key=lambda name: shares[name])
        sure = shares["person_name"] + shares["nickname"]
        everyday = kind == "nickname" and is_common_word(text[one.start : one.end])
        if sure >= (LIKELY_OF_EVERY_DAY if everyday else LIKELY[kind]) and sure > best.get(one.start, (0.0,))[0]:
            best[one.start] = sure, (one.start, one.end, kind, "weighed")
    yield from (hit for _, hit in best.values())


@dataclass(frozen=True, slots=True)
class _Around:
    """The tokens on either side of a word, nearest first; "" beyond the text."""

    before: tuple[str, str, str]
    behind: tuple[str, str, str]


def _around(words: list[str], number: int) -> _Around:
    before = ["", "", "", *words[max(0, number - 3) : number]][-3:][::-1]
    behind = [*words[number + 1 : number + 4], "", "", ""][:3]
    return _Around((before[0], before[1], before[2]), (behind[0], behind[1], behind[2]))


def _cuts(splits: Splits, words: list[str], number: int) -> list[int]:
    """How long the name in a token may be: «김만기님이» 3, «달팽이가» 3 or 4."""
    after = words[number + 1] if number + 1 < len(words) else ""
    addressed = _is_called(after) or (after in _SHUTS and (words[number - 1] if number else "") in _OPENS)
    if after == "(" and number + 2 < len(words):
        addressed = addressed or words[number + 2].startswith("01")  # «보라(010-…)로»
    return [length for length, alone in splits if alone or addressed]


@lru_cache(maxsize=8192)
def _is_called(word: str) -> bool:
    """«언니», «회장님»: what follows the one who is called so."""
    return _NEXT_OF_ONE.match(word) is not None


@lru_cache(maxsize=16384)  # the words of posts are the same ones over and over
def _splits(word: str) -> Splits:
    """Each way to cut a word before a particle, and whether what is left may be someone wherever it stands."""
    found: list[tuple[int, bool]] = []
    if not word[0].isalnum() or word.isdigit():
        return ()
    for length in range(SHORTEST, min(len(word), LONGEST) + 1):
        stem, behind = word[:length], word[length:]
        if stem not in NOT_NAMES and (not behind or _BEHIND.fullmatch(behind)):
            found.append((length, _may_be(stem, behind)))
    return tuple(found)


def _may_be(stem: str, behind: str) -> bool:
    if _ONLY_OF_ONE.match(behind) or stem in taken_for_names() or made_of_nicknames(stem):
        return True
    if len(stem) > 3 and _OF_KIN.search(stem):  # «단무지누나가 전화해서»
        return True
    return length_fits(stem) and (not is_common(stem) or is_name(stem, sure=False))


@lru_cache(maxsize=16384)
def length_fits(stem: str) -> bool:
    """Whether a surname begins it and a given name of one or two syllables follows."""
    return _NAMED.fullmatch(stem) is not None


@lru_cache(maxsize=8192)
def _of_word(stem: str) -> tuple[str, ...]:
    """What a word is made of."""
    given = sum(is_given(c) for c in stem[1:3])
    kinds = (
        ("N", is_name(stem, sure=True)), ("W", is_name(stem, sure=False)), ("c", is_common(stem)),
        ("w", is_common_word(stem)), ("f", is_frequent(stem)), ("t", stem in taken_for_names()),
        ("m", made_of_nicknames(stem)), ("r", is_region(stem)), ("R", ROLE_WORDS.search(stem) is not None),
        ("h", stem.isascii()), ("S", length_fits(stem)), ("d", stem in no_persons()),
    )  # fmt: skip
    told = tuple(name for name, holds in kinds if holds)
    return (
        "",
        f"l{min(len(stem), 5)}",
        f"k{''.join(told)}",
        *(f"k:{name}" for name in told),
        f"g{given}{len(stem)}",
        f"1{stem[0]}",
        f"2{stem[1]}{len(stem)}",
        f"3{stem[2:3]}{len(stem)}",
        f"e{stem[-1]}",
        f"E{stem[-2:]}",
    )


def _of_place(stem: str, behind: str, around: _Around, line: str) -> tuple[str, ...]:
    """What stands around a word, and whether others like it stand beside it."""
    before, after, fits = around.before, around.behind, length_fits(stem)
    dialled = after[0] in ("(", "") and after[1][:2] in ("01", "02", "03", "04", "05", "06")
    return (
        f"p{behind}",
        f"P{bool(_ONLY_OF_ONE.match(behind))}{fits}",
        f"a{after[0][:3]}" if not behind else f"a+{after[0][:2]}",
        f"a2{after[0][:1]}{after[1][:2]}",
        f"b{before[0][-3:]}",
        f"b2{before[0][-2:]}",
        f"b1{before[0][-1:]}{before[1][-2:]}",
        f"B{_ROLE.search(before[0]) is not None}{fits}",
        f"A{_is_called(after[0])}{fits}",
        f"G{_GUEST.match(line) is not None}{fits}",
        f"L{_is_listed(before)}{_is_listed(after)}{fits}",
        f"d{dialled}{fits}",
        f"z{line.strip() == ''}{after[0] in ('', chr(10))}",
    )


def _is_listed(beside: tuple[str, str, str]) -> bool:
    """Whether the next word of a list has the syllables of a name: «강복례, 노상필, …», «김세린 문지원 …»."""
    others = [word for word in beside if word not in _LISTED][:1]
    return any(length_fits(word) and not is_common(word) for word in others)
