"""Short forms that the text itself introduces, and bare head nouns («센터») that mean the body named before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipelines.extract.organisations.mentions import Mention
from pipelines.extract.organisations.tokens import is_modifier, uses
from pipelines.korean.legal_forms import HEAD_NOUNS
from pipelines.korean.names import is_region_stem

_INTRODUCED = re.compile(
    r"^[’'”\"」』》>]?[ ]?\((?:[^()\n]{0,40}?[·,;/ ])?"
    r"(?:이하|약칭|줄여서?|일명|통칭|(?:구|옛|전)(?=[ ]))[ ]?[:：]?[ ]?[‘'“\"]?([가-힣A-Za-z0-9·]{2,20})[’'”\"]?"
    r"(?:[ ]?(?:라|이라) ?(?:함|칭함|한다))?\)"
)
_BRACKET = re.compile(
    r"^[’'”\"]?[ ]?\(([A-Z][A-Za-z]{1,9}(?:공사|은행|센터|재단|연합|생협|기금)?|"
    r"[가-힣]{2,8}(?:연대|센터|조합|협|넷|은행|재단|네트워크))\)"
)
_BEFORE_HEAD = re.compile(r"(?:^|[^가-힣\w\s]\s{0,2}|\n\s*)$")
_LAST_WORD = re.compile(r"([가-힣A-Za-z0-9]+) $")


@dataclass(frozen=True, slots=True)
class Alias:
    """`short` stands for the body named at `of` (start of a mention), from `at` on."""

    short: str
    of: int
    at: int
    rule: str


def introduced(text: str, mentions: list[Mention]) -> Iterator[Alias]:
    """«…(이하 센터)», «…(약칭 의료사협연합회)», «…(센터장 아무개, 이하 지원센터)», «…(LH)», «…(사회연대은행)»."""
    for m in mentions:
        after = text[m.end : m.end + 90].split("\n")[0]
        if found := _INTRODUCED.match(after):
            yield Alias(found[1], m.start, m.end, "alias:이하")
        elif (found := _BRACKET.match(after)) or ((found := _HANGUL.match(after)) and _abbreviates(found[1], m.text)):
            yield Alias(found[1], m.start, m.end, "alias:bracket")


_HANGUL = re.compile(r"^[’'”\"]?[ ]?\(([가-힣]{2,8})\)")


def _abbreviates(short: str, name: str) -> bool:
    """«서금원» of «서민금융진흥원»: its syllables stand in the name in that order."""
    letters = iter(name)
    return len(short) < len(name) and not is_region_stem(short) and all(c in letters for c in short)


def occurrences(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Every place where `word` stands as a word of its own, with or without a particle."""
    head, _, rest = word.partition(" ")
    if not rest:
        for start, _ in uses(text, word):
            yield start, start + len(word)
        return
    for start, particle in uses(text, head):
        after = text[start + len(word) : start + len(word) + 1]
        if not particle and text.startswith(word, start) and not re.match(r"[A-Za-z0-9]", after):
            yield start, start + len(word)


def head_nouns(text: str) -> Iterator[tuple[int, int, str]]:
    """Bare «센터», «재단» … before which stands a mark, or a word that ends in a particle («이틀간 센터 교육장»)."""
    for noun in HEAD_NOUNS:
        for start, end in occurrences(text, noun):
            before = text[max(0, start - 20) : start]
            last = _LAST_WORD.search(before)
            bent = last and (is_modifier(last[1]) or _ADVERB.fullmatch(last[1])) and last[1] not in _DETERMINERS
            if _BEFORE_HEAD.search(before) or bent:
                yield start, end, noun


_ADVERB = re.compile(
    r"대신|이에|이로써|한편|먼저|다만|모두|또|또한|특히|함께|이날|현재|당시|앞서|이번에|올해|지난해|내년|오늘|내일|그동안|이후|만큼|뒤|후|때|동안|직후|대로|덕에|탓에|[가-힣]{1,4}\d{0,2}(?:동|읍|면|로|길)"
)
_DETERMINERS = frozenset(("도내", "관내", "시내", "국내", "군내", "이들", "다른", "모든", "각각의", "이런", "어떤"))
