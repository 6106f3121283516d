"""Which pairs are worth comparing: those that share fingerprints, or the facts of one news item.

`overlaps` is an inverted index in one sorted array of (fingerprint, text). A fingerprint that few
texts carry pairs all of them; one that many carry pairs each only with its next neighbour, so ten
thousand like texts cost ten thousand pairs, not fifty million, and are still one chain.

A fingerprint is *common* (boilerplate) when the texts that carry it share little else. It then
counts for nothing, neither in what is shared nor in the size of the texts. That says what a list of
known phrases cannot: the programme's blurb of every year, a ministry's closing paragraph, a lawyer's
notice in new words. No reprint is harmed, for its fingerprints keep each other company.

Neighbours are neighbours in the order of hashed ids, so both answers depend on the set of texts
alone, never on the order or the batches in which they came.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any

from pipelines.merge.fingerprints import BITS, THIN

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from pipelines.merge.fingerprints import Prints

    Ints = NDArray[np.int64]

CROWD = 24
"""Texts with one fingerprint up to which every pair of them is counted."""
COMPANY = 0.2
"""Mean likeness of the texts with a fingerprint below which it is common."""
FEW = 4
"""Texts below which a fingerprint cannot be called common."""
LEAST = 3
"""Specific fingerprints below which two texts are not worth a look."""
DOC_BITS = 64 - BITS


@dataclass(frozen=True)
class Overlap:
    """What two texts specifically share.

    `containment` is the share of the text that has less of its own (0 to 1), `resemblance` the share
    of the one that has more; `shared` is the number of fingerprints behind both.
    """

    shared: int
    containment: float
    resemblance: float


Pair = tuple[str, str]
"""Two ids, the smaller first."""


def overlaps(prints: Mapping[str, Prints], least: int = LEAST, floor: float = 0.0) -> dict[Pair, Overlap]:
    """Every pair that shares at least `least` specific fingerprints and is contained above `floor`."""
    ids = sorted(prints, key=_scattered)
    left, right, shared, smaller, larger = overlap_arrays([prints[i] for i in ids], least)
    keep = shared >= smaller * floor
    columns = (column[keep].tolist() for column in (left, right, shared, smaller, larger))
    found: dict[Pair, Overlap] = {}
    for a, b, n, small, large in zip(*columns, strict=True):
        pair = (ids[a], ids[b]) if ids[a] < ids[b] else (ids[b], ids[a])
        found[pair] = Overlap(n, min(1.0, n / max(1, small)), min(1.0, n / max(1, large)))
    return found


def overlap_arrays(prints: list[Prints], least: int = LEAST) -> tuple[Ints, Ints, Ints, Ints, Ints]:
    """The pairs by position: left, right, shared, and the sizes of the smaller and the larger text."""
    import numpy as np

    n = len(prints)
    index = _index(prints)
    if not len(index):
        nothing = np.empty(0, np.int64)
        return nothing, nothing, nothing, nothing, nothing
    value, doc = index >> np.uint64(DOC_BITS), (index & np.uint64((1 << DOC_BITS) - 1)).astype(np.int64)
    run, lengths = _runs(value)
    at, to = _neighbours(run, lengths)
    keys, which = np.unique(doc[at] * n + doc[to], return_inverse=True)
    left, right = keys // n, keys % n
    coarse = value < np.uint64((1 << BITS) // THIN)
    fine_size, coarse_size = np.bincount(doc, minlength=n), np.bincount(doc[coarse], minlength=n)
    raw = np.bincount(which, minlength=len(keys))
    _, larger = _measures(left, right, fine_size, coarse_size, fine_size == coarse_size)
    common = _common(run[at], raw[which] / np.maximum(1, larger[which]), lengths)
    own = ~common[run]
    shared = np.bincount(which[own[at]], minlength=len(keys))
    shared = _recounted(shared, left, right, doc[own], value[own], np.unique(which[(own & (lengths[run] > CROWD))[at]]))
    smaller, larger = _measures(
        left,
        right,
        np.bincount(doc[own], minlength=n),
        np.bincount(doc[own & coarse], minlength=n),
        fine_size == coarse_size,
    )
    keep = shared >= least
    return left[keep], right[keep], shared[keep], smaller[keep], larger[keep]


def by_keys(keys: Mapping[str, Iterable[Any]], crowd: int = CROWD) -> dict[Pair, int]:
    """Pairs that have facts in common (a day and a name, a figure and a place), and how many."""
    holders: dict[Any, list[str]] = defaultdict(list)
    for id_ in sorted(keys, key=_scattered):
        for key in set(keys[id_]):
            holders[key].append(id_)
    found: dict[Pair, int] = defaultdict(int)
    for ids in holders.values():
        pairs = combinations(ids, 2) if len(ids) <= crowd else pairwise(ids)
        for a, b in pairs:
            found[(a, b) if a < b else (b, a)] += 1
    return dict(found)


def _scattered(id_: str) -> bytes:
    return blake2b(id_.encode(), digest_size=8).digest()


def _index(prints: list[Prints]) -> Prints:
    import numpy as np

    sizes = [len(p) for p in prints]
    if not sum(sizes):
        return np.empty(0, np.uint64)
    index = np.concatenate(prints) << np.uint64(DOC_BITS)
    index |= np.repeat(np.arange(len(prints), dtype=np.uint64), sizes)
    index.sort()
    return index


def _runs(value: Prints) -> tuple[Ints, Ints]:
    """For each entry the number of its run of equal fingerprints, and the length of each run."""
    import numpy as np

    first = np.empty(len(value), bool)
    first[0] = True
    np.not_equal(value[1:], value[:-1], out=first[1:])
    starts = np.flatnonzero(first)
    return np.cumsum(first) - 1, np.diff(np.append(starts, len(value)))


def _neighbours(run: Ints, lengths: Ints) -> tuple[Ints, Ints]:
    """Positions of two entries of one run: all pairs in a small run, next neighbours in a crowd."""
    import numpy as np

    at = [np.flatnonzero(run[1:] == run[:-1])]
    to = [at[0] + 1]
    small = lengths[run[at[0]]] <= CROWD
    here = at[0][small]
    for step in range(2, CROWD):
        here = here[here + step < len(run)]
        here = here[run[here + step] == run[here]]
        if not len(here):
            break
        at.append(here)
        to.append(here + step)
    return np.concatenate(at), np.concatenate(to)


def _measures(left: Ints, right: Ints, fine: Ints, coarse: Ints, long: NDArray[np.bool_]) -> tuple[Ints, Ints]:
    """Sizes of the smaller and larger text of each pair, at the finer sampling both have."""
    import numpy as np

    thin = long[left] | long[right]
    a = np.where(thin, coarse[left], fine[left])
    b = np.where(thin, coarse[right], fine[right])
    return np.minimum(a, b), np.maximum(a, b)


def _common(run_of_pair: Ints, likeness: NDArray[np.float64], lengths: Ints) -> NDArray[np.bool_]:
    """Runs whose texts share little else."""
    import numpy as np

    pairs = np.bincount(run_of_pair, minlength=len(lengths))
    company = np.bincount(run_of_pair, weights=likeness, minlength=len(lengths)) / np.maximum(1, pairs)
    return (lengths >= FEW) & (company < COMPANY)


def _recounted(shared: Ints, left: Ints, right: Ints, doc: Ints, value: Prints, crowded: Ints) -> Ints:
    """Pairs seen in a crowd met only where they were neighbours: count what they share in full."""
    import numpy as np

    if not len(crowded):
        return shared
    order = np.argsort(doc, kind="stable")  # values stay sorted within a document
    value = value[order]
    bounds = np.searchsorted(doc[order], np.arange(int(doc.max()) + 2))
    for k in crowded.tolist():
        a, b = left[k], right[k]
        mine, other = value[bounds[a] : bounds[a + 1]], value[bounds[b] : bounds[b + 1]]
        shared[k] = len(np.intersect1d(mine, other, assume_unique=True))
    return shared
