"""Words of a line, and where a name ends and its particle begins (조사)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from pipelines.korean.alternatives import together
from pipelines.korean.legal_forms import BY_LENGTH, GENERIC, HOUSES, ending_of
from pipelines.korean.wordlist import read_words

WORD = re.compile(r"[가-힣A-Za-z0-9○][가-힣A-Za-z0-9&+\-○]*")

PARTICLES = tuple(sorted(read_words("particles"), key=lambda p: (-len(p), p)))
_AFTER_CONSONANT = frozenset(
    (
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
    )
)
_AFTER_VOWEL = frozenset(
    (
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
    )
)
_MODIFIER = re.compile(  # a word that bends towards the next one, so no part of a name
    r"(?:은|는|을|를|의|에|에서|으로|와|과|도|만|까지|부터|하는|되는|있는|없는|위한|대한|통한|관한|던|및|또는|이|가|한|할|된|될|인|적|형|"
    r"하여|해서|해|고|하며|되어|돼|며|지난|오는|내|외|간|별|들|중|등|께|랑|서|면|려고|러|지만|라며|로|째|여|씩|만든|꾸린|넘긴|맡긴|남긴|옮긴|섬긴|빌린|버린|물린|밀린|뿌린|뭉친|합친|지친|돌아선|들어선|맞선|앞선|는데|동안|한테|마다|끼리|이나|마친|지킨|멈춘|떠받칠|않게|생기면|[가오]자|[오가]나|차린|키운|세운|이룬|나선|펼친|거둔|일군|이끈|열린|알린|살린|모인|뽑힌|만난|생긴|따른|맞은|픈|쁜|로운|러운|거운|까운|려운|쉬운|큰|빠른|다른|작은|산하|소속|거나|다섯|여섯|일곱|여덟|아홉|가진|지닌|꾸려|나뉘어|나눠|모여|만들어|어울려|이뤄|거쳐|요일|오전|오후|"
    r"\d(?:번|번째|명|곳|개|년|월|일|시간|차|회|호|시|분|층))$"
)
KEEP = re.compile(r"(?:마을|나눔|[가-힣]{2,}(?:시|군|구|동|읍|면|리)|[A-Za-z0-9]+)$")
_ANY_ENDING = re.compile("|".join(sorted({e[-2:] for e in (*BY_LENGTH, *HOUSES)})))


class Word(NamedTuple):
    """A word with its place in the text."""

    start: int
    end: int
    text: str


_MAKE = tuple.__new__  # two thirds of the cost of Word(…), and every word of a text becomes one


@lru_cache(maxsize=64)
def line_words(text: str, start: int, end: int) -> list[Word]:
    """The words of a line, which every grammar reads in turn; not to be changed."""
    return [_MAKE(Word, (m.start(), m.end(), m[0])) for m in WORD.finditer(text, start, end)]


def words(text: str, start: int, end: int, limit: int | None = None) -> list[Word]:
    """The words of a stretch of text, at most `limit` of them."""
    found = []
    for m in WORD.finditer(text, start, end):
        found.append(Word(m.start(), m.end(), m[0]))
        if limit is not None and len(found) >= limit:
            break
    return found


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


@lru_cache(maxsize=32768)
def splits(word: str) -> tuple[tuple[str, str], ...]:
    """(base, particle), the whole word first, then ever shorter bases: «재단은» → 재단은+, 재단+은."""
    found = [(word, "")]
    sweets = _SWEETS.search(word) if "한과" in word else None
    for size in range(1, min(len(word), 6)):
        particle = word[-size:]
        if sweets and len(word) - size == sweets.start() + 1:
            continue
        if particle in _PARTICLE_SET and fits(word[:-size], particle):
            found.append((word[:-size], particle))
    return tuple(found)


_SWEETS = re.compile(r"한과(?:의|는|가|와|에서|에|도)$")
"""«다담한과의»: 한과 is what many a village house sells, not a name in 한 with 과의 behind it."""
_PARTICLE_SET = frozenset(PARTICLES)


@lru_cache(maxsize=32768)
def telling(word: str) -> tuple[str, str, str] | None:
    """(base, ending, type) of a word that carries a telling ending before its particle."""
    if not _ANY_ENDING.search(word):
        return None
    for base, _ in splits(word):
        if (found := ending_of(base)) is not None:
            return base, *found
    return None


def is_modifier(word: str) -> bool:
    """«꾸리는», «도내»: a word that belongs to what follows it, not to a name."""
    return _MODIFIER.search(word) is not None and not KEEP.search(word)


@lru_cache(maxsize=1)
def _plain() -> re.Pattern[str]:
    listed = sorted({*read_words("plain_nouns"), *GENERIC.pattern.split("|")}, key=len, reverse=True)
    return re.compile(together("|".join(map(re.escape, listed))))


_PLAIN_TAIL = re.compile(
    r"(?:관계|담당|참여|참가|상근|창업|종사|신청|이용|기획|실무|설립|운영|예정|희망|수혜|당사|후보|근로|기부|봉사|퇴직|은퇴|연구)자$|창업팀$|참가팀$|[가-힣](?:시스템|만들기|꾸리기|살리기|가꾸기|상품전|판매전|기획전|특별전|제도|지원|과정|담당|대상|분야|업체|업종|제품|관계자|공고|공모|자금|명단|목록|협약|업무|담당관|활동|운동|현황|사례|"
    r"정책|계획|사업|교육|강좌|박람회|축제|한마당|장터|기본법|특별법|조례|상담회|설명회|간담회|발표회|보고회|전시회|바자회|단원)$"
)


def is_plain(word: str) -> bool:
    """Nothing but everyday words: «설립절차», «통합정보시스템» yes, «서울아이» no."""
    return only_plain(word) or _PLAIN_TAIL.search(word) is not None


def only_plain(word: str) -> bool:
    """Whether nothing is left once everyday words are taken out, whatever it ends in."""
    return not _plain().sub("", word.removesuffix("들") if len(word) > 3 else word).strip()


_RUN = re.compile(r"[가-힣A-Za-z0-9]+")
_LONGEST_RUN = 60
_GLUED = re.compile(r"[A-Z][A-Za-z]+(?=[가-힣])")
"""«GSEF총회»: an acronym glued to what it owns."""


@lru_cache(maxsize=4096)
def uses(text: str, base: str) -> tuple[tuple[int, str], ...]:
    """Every reading of a text's words as this one: (where it begins, the particle behind it), in order."""
    found: list[tuple[int, str]] = []
    at = text.find(base) if _RUN.fullmatch(base) else -1
    while at >= 0 and (run := _RUN.match(text, at)) is not None:
        particle, begins = text[at + len(base) : run.end()], at == 0 or _RUN.match(text, at - 1) is None
        if not begins or run.end() - at > _LONGEST_RUN:
            pass
        elif not particle or (particle in _PARTICLE_SET and len(particle) < 6 and fits(base, particle)):
            found.append((at, particle))
        elif base[0] <= "Z" and (latin := _GLUED.match(run[0])) and latin[0] == base:
            found.append((at, ""))
        at = text.find(base, run.end())
    return tuple(found)


@lru_cache(maxsize=4096)
def _spread(text: str, base: str) -> int:
    """How many different particles (none counts too) stand behind a base in the text."""
    return len({particle for _, particle in uses(text, base)})


def bare(word: str, text: str, after: str = "") -> str:
    """A name without a telling ending, freed of its particle. Where both readings are possible («담을이»,
    «담을») the one that the document uses with more particles wins. A comma or bracket right behind the word
    (`after`) speaks for the whole word: particles do not stand there."""
    options = [(b, p) for b, p in splits(word) if len(b) >= 2 and not p.startswith("들")]  # «풀뿌리사람들이»
    if len(options) <= 1:
        return word
    closed = after[:1] in (",", "·", ")", "(", "/", "’", "'", "”")

    def weight(option: tuple[str, str]) -> tuple[int, int]:
        base, particle = option
        return _spread(text, base), -len(particle) if closed else len(particle)

    return max(options, key=weight)[0]
