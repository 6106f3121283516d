"""Fingerprints of a text: hashed runs of characters, sampled so that two texts keep the same ones.

Korean reprints change particles, quotes and spaces, so words are no unit to compare by (word 5-grams
of a lightly rewritten reprint: Jaccard .05) and characters are. A text is folded to its letters and
digits, every run of `SHINGLE` characters is hashed, and a hash is kept where it falls below a fixed
threshold: whichever text a run stands in, it is kept or dropped alike, so what two sampled sets
share estimates what the texts share. Short texts keep every run, long ones one in `THIN`.

Shapes: a text's fingerprints are a sorted, distinct `uint64` array of 40-bit hashes (8 bytes each,
about 2 KB for a body of 1,100 characters); the low 24 bits are free for a document number, so that
an index is one sorted array (`pipelines.merge.candidates`).
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Prints = NDArray[np.uint64]

SHINGLE = 8
"""Characters a run. Six finds a little more of a heavy rewrite, but «사회적협동조합» is seven."""
THIN = 8
SHORT = 700
"""Letters and digits below which a text keeps every run: a caption has few to lose."""
BITS = 40
_FACTOR = 0x9E3779B97F4A7C15
_MIX = 0xD6E8FEB86659FD93


def fingerprints(text: str) -> Prints:
    """The sampled fingerprints of one text; empty where it has fewer than `SHINGLE` letters."""
    import numpy as np

    letters = _letters(text)
    if len(letters) < SHINGLE:
        return np.empty(0, np.uint64)
    hashed = _hashes(letters)
    if len(letters) >= SHORT:
        hashed = hashed[hashed < _ceiling()]
    return np.unique(hashed)


def thinned(prints: Prints) -> Prints:
    """The part of a short text's fingerprints that a long text would have kept as well."""
    import numpy as np

    return prints[: int(np.searchsorted(prints, _ceiling()))]


def containment(left: Prints, right: Prints) -> float:
    """The share of the smaller set that is also in the other; 0 where either is empty."""
    import numpy as np

    if not len(left) or not len(right):
        return 0.0
    return len(np.intersect1d(left, right, assume_unique=True)) / min(len(left), len(right))


def _ceiling() -> np.uint64:
    import numpy as np

    return np.uint64((1 << BITS) // THIN)


def _letters(text: str) -> NDArray[np.uint64]:
    """Folded letters and digits as code units; punctuation, spaces and quotes fall out."""
    import numpy as np

    units = np.frombuffer(text.encode("utf-16-le", "replace"), np.uint16)
    folded = _folding()[units]
    letters: Prints = folded[folded != 0].astype(np.uint64)
    return letters


def _hashes(letters: NDArray[np.uint64]) -> Prints:
    """One 40-bit hash a run of eight, built by doubling: pairs, fours, eights."""
    import numpy as np

    f1 = np.uint64(_FACTOR)
    with np.errstate(over="ignore"):
        f2 = f1 * f1
        f4 = f2 * f2
        pairs = letters[:-1] * f1 + letters[1:]
        fours = pairs[:-2] * f2 + pairs[2:]
        eights = fours[:-4] * f4 + fours[4:]
        eights ^= eights >> np.uint64(29)
        eights *= np.uint64(_MIX)
    hashed: Prints = eights >> np.uint64(64 - BITS)
    return hashed


@lru_cache(maxsize=1)
def _folding() -> NDArray[np.uint16]:
    """Code unit → its folded letter (full width to half, upper to lower), 0 for what is no letter."""
    import numpy as np

    table = np.zeros(1 << 16, np.uint16)
    for code in (*range(0x0030, 0x0250), *range(0x0370, 0x0530), *range(0x1100, 0x1200), *range(0x3040, 0xD7A4),
                 *range(0xF900, 0xFB00), *range(0xFF00, 0xFFF0)):  # fmt: skip
        folded = unicodedata.normalize("NFKC", chr(code)).lower()
        if len(folded) == 1 and folded.isalnum() and ord(folded) < len(table):
            table[code] = ord(folded)
    return table
