"""Bodies that nothing in their names gives away (data/known_bodies.txt), and the banks."""

from __future__ import annotations

import re
from functools import lru_cache

from pipelines.korean.wordlist import read_words

BANK = re.compile(
    r"(?:NH|IBK|KB|SC제일|Sh)?(?:농협|기업|국민|신한|우리|하나|수협|제일|산업|수출입|부산|대구|경남|광주|전북|제주|iM|카카오|케이|토스|씨티)은행$|한국산업은행$|한국수출입은행$"
)


def bodies() -> tuple[tuple[str, ...], ...]:
    """The names of each body that the table gives more than one name, the full one first."""
    groups = (tuple(entry.partition(":")[2].replace("_", " ").split("=")) for entry in read_words("known_bodies"))
    return tuple(group for group in groups if len(group) > 1)


@lru_cache(maxsize=1)
def known_bodies() -> dict[str, tuple[str, str]]:
    """Every name in the table → (the first name of that body, its type)."""
    found: dict[str, tuple[str, str]] = {}
    for entry in read_words("known_bodies"):
        kind, _, names = entry.partition(":")
        first, *others = (n.replace("_", " ") for n in names.split("="))
        found |= dict.fromkeys((first, *others), (first, kind))
    return found


def known_body(name: str) -> tuple[str, str] | None:
    """(full name, type) of a widely known body or bank; None for others."""
    if (found := known_bodies().get(name)) is not None:
        return found
    return (name, "company") if name.endswith("은행") and BANK.fullmatch(name) else None


@lru_cache(maxsize=1)
def _alternatives() -> dict[str, tuple[str, ...]]:
    named = (tuple(name.replace("_", " ") for name in entry.split("=")) for entry in read_words("known_names"))
    return {name: tuple(n for n in group if n != name) for group in (*named, *bodies()) for name in group}


def known_alternatives(name: str) -> tuple[str, ...]:
    """The other names of a widely known body: «신용보증기금» → «신보», «KODIT»; none for others."""
    return _alternatives().get(name, ())
