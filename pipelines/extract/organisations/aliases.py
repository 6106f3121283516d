"""Short forms that the text itself introduces, and bare head nouns («센터») that mean the body named before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipelines.extract.organisations.mentions import Mention
from pipelines.extract.organisations.tokens import PARTICLES

_INTRODUCED = re.compile(
    r"^[’'”\"」』》>]?[ ]?\((?:[^()\n]{0,40}?[·,;/ ])?(?:이하|약칭|줄여서|일명|이하 약칭)[ ]?[‘'“\"]?([가-힣A-Za-z0-9·]{2,20})[’'”\"]?(?:[ ]?(?:라|이라) ?(?:함|칭함|한다))?\)"
)
_BRACKET = re.compile(r"^[’'”\"]?[ ]?\(([A-Z][A-Za-z]{1,9}|[가-힣]{2,8}(?:연대|센터|조합|협|넷|은행|재단|네트워크))\)")
HEAD_NOUNS = ("센터", "재단", "연구소", "준비위", "지원센터", "연합회", "협의회", "진흥원", "네트워크", "연대회의")
_PARTICLE = "(?:" + "|".join(sorted(map(re.escape, PARTICLES), key=len, reverse=True)) + ")"


@dataclass(frozen=True, slots=True)
class Alias:
    """`short` stands for the body named at `of` (start of a mention), from `at` on."""

    short: str
    of: int
    at: int
    span: tuple[int, int] | None  # where it is introduced
    rule: str


def introduced(text: str, mentions: list[Mention]) -> Iterator[Alias]:
    """«…(이하 센터)», «…(약칭 의료사협연합회)», «…(센터장 아무개, 이하 지원센터)», «…(LH)», «…(사회연대은행)»."""
    for m in mentions:
        after = text[m.end : m.end + 90].split("\n")[0]
        if found := _INTRODUCED.match(after):
            yield Alias(found[1], m.start, m.end, (m.end + found.start(1), m.end + found.end(1)), "alias:이하")
        elif found := _BRACKET.match(after):
            yield Alias(found[1], m.start, m.end, (m.end + found.start(1), m.end + found.end(1)), "alias:bracket")


def occurrences(text: str, word: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Every place where `word` stands as a word of its own, with or without a particle."""
    pattern = rf"(?<![가-힣A-Za-z0-9]){re.escape(word)}(?=(?:{_PARTICLE})?(?![가-힣A-Za-z0-9]))"
    if re.fullmatch(r"[A-Z][A-Za-z]+", word):  # «GSEF총회»: an acronym may be glued to what it owns
        pattern = rf"(?<![A-Za-z0-9]){re.escape(word)}(?![A-Za-z0-9])"
    for m in re.finditer(pattern, text[start:end]):
        yield start + m.start(), start + m.end()


_DETERMINED = re.compile(r"(?:[가-힣A-Za-z0-9]\s|[·,/]\s?)$")
_BEFORE_HEAD = re.compile(
    r"(?:^|[.!?”’\"'(\n]\s*|(?:은|는|이|가|을|를|에|에서|의|로|와|과|도|며|고|서|해|면|부터|까지|요)\s|^\s*|[^가-힣\w\s]\s?)$"
)


def head_nouns(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Bare «센터», «재단» … with a particle behind them and nothing that bends towards them in front."""
    for noun in HEAD_NOUNS:
        for s, e in occurrences(text, noun, start, end):
            before = text[max(start, s - 12) : s]
            if s == start or _BEFORE_HEAD.search(before):
                yield s, e, noun
