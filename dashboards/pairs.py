"""Text as character pairs, so that any SQLite with FTS5 finds Korean by substring.

FTS5's own tokenizers fail here: `unicode61` misses a stem with its particle (광장 in 광장에서),
`trigram` returns nothing for words of two syllables (마을, 자활). Text without its spaces, cut
into overlapping pairs, finds both and does not mind spacing: «마을 기업» and «마을기업» are the
same pairs. A query is asked as a phrase of pairs, which is a substring match.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_LEGAL_MARKS = re.compile(r"[(\[](?:주|유|사|재|사단|재단|주식회사)[)\]]")


def squeeze(text: str) -> str:
    """What is compared: compatibility forms folded, ㈜ and its kin dropped, letters and digits only."""
    folded = _LEGAL_MARKS.sub(" ", unicodedata.normalize("NFKC", text))
    return "".join(char for char in folded.casefold() if char.isalnum())


@lru_cache(maxsize=50_000)
def pairs(text: str) -> str:
    """`pairs("마을 기업")` → «마을 을기 기업 업»; the last character stands alone for one-syllable queries.

    Remembered: outlets, places and days stand in very many lines.
    """
    letters = squeeze(text)
    return " ".join(letters[at : at + 2] for at in range(len(letters)))


def field_pairs(fields: Iterable[str]) -> str:
    """Several fields as one column; the single last character keeps phrases within a field."""
    return " ".join(filter(None, map(pairs, fields)))


def phrase(word: str) -> str | None:
    """An FTS5 phrase for one query word; None where nothing is left of it.

    The trailing single is left out, since it would ask for the end of a field.
    """
    letters = squeeze(word)
    if not letters:
        return None
    if len(letters) == 1:
        return f'"{letters}"*'
    return '"' + " ".join(letters[at : at + 2] for at in range(len(letters) - 1)) + '"'
