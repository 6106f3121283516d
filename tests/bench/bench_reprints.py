"""Near-duplicate search over made bodies, beside datasketch and rensa, in one interleaved run.

    python tests/bench/bench_reprints.py                    100,000 bodies, all methods; then ours on 10,000
    python tests/bench/bench_reprints.py --count 10000
    python tests/bench/bench_reprints.py --count 1000000 --only dure

The methods take turns by chunks of bodies, so that a busy machine is busy for all of them. Printed for
each: CPU ms a body, KB a body (what has to be held to find the pairs), precision and recall of pairs;
then every bar that was missed, with exit 1.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Protocol

from made_bodies import Made, made_bodies

CHUNK = 1000
SMALL = 10_000
"""Bodies whose cost the cost of many is measured against."""
PERMUTATIONS = 128
Pairs = set[tuple[int, int]]


class Method(Protocol):
    """One way to find reprints. `add` takes bodies in their order, `pairs` answers at the end."""

    name: str

    def add(self, bodies: list[str]) -> None: ...
    def pairs(self) -> Pairs: ...
    def held(self) -> float:
        """Bytes held a body."""


class Dure:
    """Sampled fingerprints, containment of what is not common."""

    name = "dure, containment ≥ .2"

    def __init__(self, threshold: float = 0.2) -> None:
        from pipelines.merge.fingerprints import fingerprints

        self.threshold, self.fingerprints = threshold, fingerprints
        self.prints: list[Any] = []
        fingerprints("the tables are built once")

    def add(self, bodies: list[str]) -> None:
        self.prints += [self.fingerprints(body) for body in bodies]

    def pairs(self) -> Pairs:
        from pipelines.merge.candidates import overlap_arrays

        left, right, shared, smaller, _ = overlap_arrays(self.prints)
        keep = shared >= self.threshold * smaller
        return set(zip(left[keep].tolist(), right[keep].tolist(), strict=True))

    def held(self) -> float:
        entries = sum(len(p) for p in self.prints) / len(self.prints)
        return entries * (8 + 8) + 112  # each text's own array with its header, and its entry in the index


def tokens(body: str) -> set[str]:
    letters = "".join(c for c in body if c.isalnum())
    return {letters[n : n + 5] for n in range(len(letters) - 4)}


class Datasketch:
    """MinHash of five-character runs, Jaccard."""

    def __init__(self, threshold: float = 0.5) -> None:
        from datasketch import MinHash, MinHashLSH

        self.name = f"datasketch char-5, Jaccard ≥ {threshold}"
        self.make, self.index = MinHash, MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
        self.threshold = threshold
        self.sketches: list[Any] = []

    def add(self, bodies: list[str]) -> None:
        for body in bodies:
            sketch = self.make(num_perm=PERMUTATIONS)
            sketch.update_batch([t.encode() for t in tokens(body)])
            self.index.insert(len(self.sketches), sketch)
            self.sketches.append(sketch)

    def pairs(self) -> Pairs:
        found: Pairs = set()
        for number, sketch in enumerate(self.sketches):
            for other in self.index.query(sketch):
                if other > number and sketch.jaccard(self.sketches[other]) >= self.threshold:
                    found.add((number, other))
        return found

    def held(self) -> float:
        return PERMUTATIONS * 8 + self.index.b * (self.index.r * 8 + 120)  # hash values; a key and a set a band


class Rensa:
    """The same in Rust."""

    def __init__(self, threshold: float, bands: int) -> None:
        from rensa import RMinHash, RMinHashLSH

        self.name = f"rensa char-5, Jaccard ≥ {threshold}"
        self.make, self.bands, self.threshold = RMinHash, bands, threshold
        self.index = RMinHashLSH(threshold=threshold, num_perm=PERMUTATIONS, num_bands=bands)
        self.sketches: list[Any] = []

    def add(self, bodies: list[str]) -> None:
        made = self.make.from_token_sets([list(tokens(b)) for b in bodies], PERMUTATIONS, 42)
        self.index.insert_many(made, len(self.sketches))
        self.sketches += made

    def pairs(self) -> Pairs:
        found: Pairs = set()
        for number, others in enumerate(self.index.query_all(self.sketches)):
            sketch = self.sketches[number]
            found |= {(number, o) for o in others if o > number and sketch.jaccard(self.sketches[o]) >= self.threshold}
        return found

    def held(self) -> float:
        return PERMUTATIONS * 4 + self.bands * 48  # signature; a bucket entry a band


def chunks(bodies: Iterable[Made]) -> Iterator[list[Made]]:
    chunk: list[Made] = []
    for body in bodies:
        chunk.append(body)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


@dataclass(frozen=True)
class Result:
    """CPU ms and KB a body; precision and recall of pairs."""

    ms: float
    kb: float
    precision: float
    recall: float


def missed(ours: Result, small: Result, peers: dict[str, Result]) -> Iterator[str]:
    """The bars that this run did not reach, in words."""
    if ours.recall < 0.96 or ours.precision < 0.995:
        yield f"pair recall {ours.recall:.4f} (≥ .96) at precision {ours.precision:.4f} (≥ .995)"
    if ours.ms > 0.35 or ours.kb > 4:
        yield f"{ours.ms:.3f} ms (≤ .35) and {ours.kb:.2f} KB (≤ 4) a body"
    if ours.ms > 1.3 * small.ms:
        yield f"{ours.ms / small.ms:.2f} times the cost a body of {SMALL:,} bodies (≤ 1.3)"
    for name, peer in peers.items():
        times = 5 if name.startswith("datasketch") else 1
        if peer.ms < times * ours.ms or peer.recall >= ours.recall:
            yield f"{peer.ms / ours.ms:.1f}× {name} (≥ {times}), recall {ours.recall - peer.recall:+.3f}"


def bench(count: int, methods: list[Method], seed: int) -> dict[str, Result]:
    spent: dict[str, float] = defaultdict(float)
    clusters: dict[int, list[int]] = defaultdict(list)
    number = 0
    for turn, chunk in enumerate(chunks(made_bodies(count, seed))):
        for body in chunk:
            if body.cluster is not None:
                clusters[body.cluster].append(number)
            number += 1
        texts = [body.text for body in chunk]
        for method in methods[turn % len(methods) :] + methods[: turn % len(methods)]:
            spent[method.name] += timed(lambda m=method, t=texts: m.add(t))[0]  # type: ignore[misc]
    truth = {pair for members in clusters.values() for pair in combinations(members, 2)}
    print(f"{count:,} bodies, {len(truth):,} true pairs, seed {seed}")
    print(f"{'method':36} {'ms/body':>8} {'KB/body':>8} {'precision':>9} {'recall':>8}")
    results = {}
    for method in methods:
        seconds, found = timed(method.pairs)
        hits = len(found & truth)
        ms = 1000 * (spent[method.name] + seconds) / count
        result = Result(ms, method.held() / 1024, hits / max(1, len(found)), hits / max(1, len(truth)))
        print(f"{method.name:36} {ms:8.3f} {result.kb:8.2f} {result.precision:9.4f} {result.recall:8.4f}")
        results[method.name] = result
    return results


def timed(work: Any) -> tuple[float, Any]:
    started = time.process_time()
    result = work()
    return time.process_time() - started, result


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--count", type=int, default=100_000)
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--only", choices=("dure", "all"), default="all")
    given = options.parse_args()
    methods: list[Method] = [Dure()]
    if given.only == "all":
        methods += [Rensa(0.5, 32), Rensa(0.7, 16), Datasketch(0.5)]
    results = bench(given.count, methods, given.seed)
    small = bench(SMALL, [Dure()], given.seed)
    ours = results.pop(Dure.name)
    bars = list(missed(ours, small[Dure.name], results))
    for bar in bars:
        print(f"MISSED: {bar}")
    return 1 if bars else 0


if __name__ == "__main__":
    raise SystemExit(main())
