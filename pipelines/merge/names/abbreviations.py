"""Short forms: by initials, by syllables, by what a context repeats. Each only says whether one name may abbreviate
the other; whether two bodies are one is `compare`'s to say."""

from __future__ import annotations

import re

from pipelines.korean.names import squeeze
from pipelines.korean.spelling import respell
from pipelines.merge.names.normalise import Shape


def subsequence(short: str, long: str) -> bool:
    letters = iter(long)
    return all(c in letters for c in short)


_MORPHEMES = re.compile(
    "한국|대한|전국|국제|중앙|사회연대경제|사연경|사회적|사회|중소|중기|벤처|기업|경제|시장|소상공인|지방정부|지방|정부|협의회|협의체|연합|연대|진흥|공단|공사|넷|사경|"
    "재단|기금|보증|신용|기술|개발|복지|자활|농업|농수산|식품|유통|문화|예술|여성|청년|마을|협동조합|협동|조합|운동|본부|네트워크|센터|연구|학회|협회|회의|[가-힣]"
)


def syllables(short: Shape, long: Shape) -> bool:
    """«중진공»: each syllable begins a word of «중소벤처기업진흥공단», from the first word to the last ones."""
    pieces = _MORPHEMES.findall(squeeze(long.parts.written))
    if not pieces or pieces[0][0] != short.whole[0]:
        return False
    starts = iter(enumerate(piece[0] for piece in pieces))
    at = -1
    for syllable in short.whole:
        at = next((i for i, c in starts if c == syllable), -2)
        if at == -2:
            return False
    return at >= len(pieces) - 2 and len(pieces[0]) > 1


def initials(a: Shape, b: Shape, shared: bool) -> bool:
    """«WFTO», «World Fair Trade Organization»: four letters speak for themselves, three need a
    word that the contexts share."""
    for acronym, full in ((a, b), (b, a)):
        letters = "".join(
            w[0] for w in re.findall(r"[A-Za-z]+", full.parts.written) if w not in ("of", "the", "for", "and")
        )
        if re.fullmatch(r"[A-Z]{3,8}", acronym.parts.written) and acronym.parts.written == letters.upper():
            return len(letters) >= 4 or shared
    return False


_IN_FRONT = re.compile(
    "한국|대한|전국|국제|서울|경기|인천|부산|대구|광주|대전|울산|세종|강원|충북|충남|전북|전남|경북|경남|제주"
)


def syllables_behind_prefix(short: Shape, long: Shape, context_of_short: str) -> bool:
    """«여인연» of «한국여성인력개발센터연합»: the prefix is not spoken. Only where the context of the short form
    repeats words of the long one; the short form takes the beginnings of its words in order, the first and the
    last (but one) among them."""
    context = squeeze(context_of_short)
    name = squeeze(long.parts.written)
    prefix = _IN_FRONT.match(name)
    rest = name[prefix.end() :] if prefix else ""
    told = any(rest[i : i + 4] in context for i in range(max(0, len(rest) - 3)))
    if not (rest and told) or not re.fullmatch("[가-힣]{3,6}", short.whole) or len(rest) < len(short.whole) + 2:
        return False
    pieces = [piece for piece in _MORPHEMES.findall(respell(rest)) if piece]
    return len(pieces) >= 2 and short.whole[0] == pieces[0][0] and _made_of(short.whole, pieces)


def _made_of(short: str, pieces: list[str]) -> bool:
    """Is the short form made of beginnings of the pieces, in order, up to the last but one at least?"""
    at, last = 0, -1
    for number, piece in enumerate(pieces):
        taken = next((n for n in range(len(piece), 0, -1) if short.startswith(piece[:n], at)), 0)
        if taken:
            at, last = at + taken, number
    return at == len(short) and last >= len(pieces) - 2
