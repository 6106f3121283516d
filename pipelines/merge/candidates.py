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

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from pipelines.merge.fingerprints import BITS, THIN

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from pipelines.merge.fingerprints import Prints

    Ints = NDArray[np.int64]

CROWD = 12
"""Texts with one fingerprint up to which every pair of them is counted."""
COMPANY = 0.2
"""Mean likeness of the texts with a fingerprint below which it is common."""
FEW = 4
"""Texts below which a fingerprint cannot be called common."""
LEAST = 3
"""Specific fingerprints below which two texts are not worth a look."""
DOC_BITS = 64 - BITS
SLICE = 1 << 20
"""Entries of the index that are worked on at a time."""


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


def overlaps(prints: Mapping[str, Prints]) -> dict[Pair, Overlap]:
    """Every pair of ids that shares at least `LEAST` specific fingerprints, with how much it shares."""
    ids = sorted(prints, key=_scattered)
    columns = (column.tolist() for column in overlap_arrays([prints[i] for i in ids]))
    found: dict[Pair, Overlap] = {}
    for a, b, n, small, large in zip(*columns, strict=True):
        pair = (ids[a], ids[b]) if ids[a] < ids[b] else (ids[b], ids[a])
        found[pair] = Overlap(n, min(1.0, n / max(1, small)), min(1.0, n / max(1, large)))
    return found


def overlap_arrays(prints: list[Prints]) -> tuple[Ints, Ints, Ints, Ints, Ints]:
    """The pairs by position: left, right, shared, and the sizes of the smaller and the larger text.

    Two passes over the index, in slices that hold memory down: the first counts what each pair shares
    at all, the second what it shares of fingerprints that are not common.
    """
    import numpy as np

    n = max(1, len(prints))
    sizes = _sizes(prints)
    index = _index(prints)
    slices = list(_slices(index))
    keys, raw = _counted([_pair_keys(index[a:b], n) for a, b in slices], LEAST)
    left, right = keys // n, keys % n
    long = sizes[0] == sizes[1]
    likeness = raw / np.maximum(1, _measures(left, right, sizes, long)[1])
    shared, crowded, own = np.zeros(len(keys), np.int64), np.zeros(len(keys), bool), []
    for a, b in slices:
        own.append(_specific(index[a:b], n, keys, likeness, shared, crowded))
        _take_off(sizes, index[a:b][~own[-1]])
    if crowded.any():
        at = np.flatnonzero(crowded)
        specific = np.concatenate(
            [_of_texts(index[a:b][o], left[at], right[at], n) for (a, b), o in zip(slices, own, strict=True)]
        )
        _recount(shared, left, right, specific, at, n)
    smaller, larger = _measures(left, right, sizes, long)
    keep = shared >= LEAST
    return left[keep], right[keep], shared[keep], smaller[keep], larger[keep]


def by_keys(keys: Mapping[str, Iterable[Any]]) -> dict[Pair, int]:
    """Pairs that have facts in common (a day and a name, a figure and a place), and how many."""
    return by_prints({id_: key_prints(of) for id_, of in keys.items()})


def key_prints(keys: Iterable[Any]) -> Prints:
    """Keys hashed as fingerprints are: 8 bytes each instead of some 200, and one index for both."""
    import numpy as np

    hashed = {int.from_bytes(blake2b(repr(key).encode(), digest_size=BITS // 8).digest()) for key in keys}
    return np.fromiter(sorted(hashed), np.uint64, len(hashed))


def by_prints(prints: Mapping[str, Prints], least: int = 1) -> dict[Pair, int]:
    """Pairs that meet in at least `least` hashed keys; in a crowd only next neighbours meet."""
    ids = sorted(prints, key=_scattered)
    index, n = _index([prints[i] for i in ids]), max(1, len(ids))
    met, counts = _counted([_pair_keys(index[a:b], n) for a, b in _slices(index)], least)
    pairs = zip((met // n).tolist(), (met % n).tolist(), counts.tolist(), strict=True)
    return {(min(ids[a], ids[b]), max(ids[a], ids[b])): count for a, b, count in pairs}


def _scattered(id_: str) -> bytes:
    return blake2b(id_.encode(), digest_size=8).digest()


def _index(prints: list[Prints]) -> Prints:
    """All entries, sorted: the fingerprint above, the position of its text in the low bits."""
    import numpy as np

    sizes = [len(p) for p in prints]
    if not sum(sizes):
        return np.empty(0, np.uint64)
    index = np.concatenate(prints) << np.uint64(DOC_BITS)
    index |= np.repeat(np.arange(len(prints), dtype=np.uint64), sizes)
    index.sort()
    return index


def _slices(index: Prints) -> Iterator[tuple[int, int]]:
    """Bounds of about `SLICE` entries that part no run of equal fingerprints."""
    import numpy as np

    start = 0
    while start < len(index):
        end = min(start + SLICE, len(index))
        if end < len(index):
            last = (index[end - 1] >> np.uint64(DOC_BITS)) + np.uint64(1)
            end = (
                int(np.searchsorted(index, last << np.uint64(DOC_BITS))) if last >> np.uint64(BITS) == 0 else len(index)
            )
        yield start, end
        start = end


def _runs(part: Prints) -> tuple[Ints, Ints]:
    """For each entry the number of its run of equal fingerprints, and the length of each run."""
    import numpy as np

    value = part >> np.uint64(DOC_BITS)
    first = np.empty(len(part), bool)
    first[0] = True
    np.not_equal(value[1:], value[:-1], out=first[1:])
    starts = np.flatnonzero(first)
    return np.cumsum(first) - 1, np.diff(np.append(starts, len(part)))


def _neighbours(run: Ints, lengths: Ints) -> tuple[Ints, Ints]:
    """Positions of two entries of one run: all pairs in a small run, next neighbours in a crowd."""
    import numpy as np

    at = [np.flatnonzero(run[1:] == run[:-1])]
    to = [at[0] + 1]
    here = at[0][lengths[run[at[0]]] <= CROWD]
    for step in range(2, CROWD):
        here = here[here + step < len(run)]
        here = here[run[here + step] == run[here]]
        if not len(here):
            break
        at.append(here)
        to.append(here + step)
    return np.concatenate(at), np.concatenate(to)


def _docs(part: Prints) -> Ints:
    import numpy as np

    return (part & np.uint64((1 << DOC_BITS) - 1)).astype(np.int64)


def _pair_keys(part: Prints, n: int) -> tuple[Ints, Ints]:
    """Each pair of texts that meets in this slice as one number, and how often it meets."""
    import numpy as np

    at, to = _neighbours(*_runs(part))
    doc = _docs(part)
    keys = doc[at] * n + doc[to]
    keys.sort()
    keys, counts = _summed(keys, np.ones(len(keys), np.int64))
    return keys, np.minimum(counts, 0xFFFF)


def _counted(parts: list[tuple[Ints, Ints]], least: int) -> tuple[Ints, Ints]:
    """The slices' counts added up; pairs below `least` are dropped."""
    import numpy as np

    if not parts:
        return np.empty(0, np.int64), np.empty(0, np.int64)
    # pair above (48 bits), count below: one plain sort of numbers instead of an order and two gathers
    packed = np.concatenate([(k.astype(np.uint64) << np.uint64(16)) | c.astype(np.uint64) for k, c in parts])
    packed.sort()
    keys, counts = _summed((packed >> np.uint64(16)).astype(np.int64), (packed & np.uint64(0xFFFF)).astype(np.int64))
    keep = counts >= least
    return keys[keep], counts[keep]


def _summed(keys: Ints, counts: Ints) -> tuple[Ints, Ints]:
    import numpy as np

    if not len(keys):
        return keys, counts
    starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    return keys[starts], np.add.reduceat(counts, starts)


def _specific(
    part: Prints, n: int, keys: Ints, likeness: NDArray[np.float64], shared: Ints, crowded: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Which entries of a slice are not common; adds what each pair shares of them to `shared`."""
    import numpy as np

    run, lengths = _runs(part)
    at, to = _neighbours(run, lengths)
    doc = _docs(part)
    wanted = doc[at] * n + doc[to]
    order = np.argsort(wanted)  # in order, the search walks through `keys`; at random it misses the cache each time
    where = np.empty(len(wanted), np.int64)
    where[order] = np.searchsorted(keys, wanted[order])
    where[where == len(keys)] = 0
    known = keys[where] == wanted if len(keys) else np.zeros(len(wanted), bool)
    of_run = run[at]
    likely = np.where(known, likeness[where], 0.0) if len(keys) else np.zeros(len(wanted))
    pairs = np.bincount(of_run, minlength=len(lengths))
    company = np.bincount(of_run, weights=likely, minlength=len(lengths)) / np.maximum(1, pairs)
    own: NDArray[np.bool_] = ~((lengths >= FEW) & (company < COMPANY))[run]
    counted = known & own[at]
    shared += np.bincount(where[counted], minlength=len(keys))
    crowded[where[counted & (lengths[of_run] > CROWD)]] = True
    return own


def _sizes(prints: list[Prints]) -> tuple[Ints, Ints]:
    """How many entries each text has, and how many of them a long text would have kept as well."""
    import numpy as np

    ceiling = np.uint64((1 << BITS) // THIN)
    fine = np.fromiter(map(len, prints), np.int64, len(prints))
    coarse = np.fromiter((np.searchsorted(p, ceiling) for p in prints), np.int64, len(prints))
    return fine, coarse


def _take_off(sizes: tuple[Ints, Ints], common: Prints) -> None:
    """Take entries that are common off the sizes of their texts."""
    import numpy as np

    ceiling = np.uint64(((1 << BITS) // THIN) << DOC_BITS)
    for size, entries in zip(sizes, (common, common[: int(np.searchsorted(common, ceiling))]), strict=True):
        size -= np.bincount(_docs(entries), minlength=len(size))


def _of_texts(specific: Prints, left: Ints, right: Ints, n: int) -> Prints:
    """The entries of some texts."""
    import numpy as np

    wanted = np.zeros(n, bool)
    wanted[left] = wanted[right] = True
    return specific[wanted[_docs(specific)]]


def _measures(left: Ints, right: Ints, sizes: tuple[Ints, Ints], long: NDArray[np.bool_]) -> tuple[Ints, Ints]:
    """Sizes of the smaller and larger text of each pair, at the finer sampling both have."""
    import numpy as np

    fine, coarse = sizes
    thin = long[left] | long[right]
    a = np.where(thin, coarse[left], fine[left])
    b = np.where(thin, coarse[right], fine[right])
    return np.minimum(a, b), np.maximum(a, b)


def _recount(shared: Ints, left: Ints, right: Ints, specific: Prints, crowded: Ints, n: int) -> None:
    """Pairs seen in a crowd met only where they were neighbours: count in full what they share."""
    import numpy as np

    doc = _docs(specific)
    order = np.argsort(doc, kind="stable")  # values stay sorted within a text
    value = (specific >> np.uint64(DOC_BITS))[order]
    bounds = np.searchsorted(doc[order], np.arange(n + 1))
    for k in crowded.tolist():
        a, b = left[k], right[k]
        mine, other = value[bounds[a] : bounds[a + 1]], value[bounds[b] : bounds[b + 1]]
        shared[k] = len(np.intersect1d(mine, other, assume_unique=True))
