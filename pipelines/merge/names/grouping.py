"""Mentions of organisations → pairs with verdicts, and the groups that follow from them.

    mentions ─► nodes (written alike, one region) ─► pairs within blocks ─► verdicts ─► groups

Everything is a function of the *set* of mentions: nodes and pairs are sorted, so the order in which mentions
came, or in how many batches, makes no difference. A «different» that is sure keeps two groups apart even
where a chain of «same» would join them; such a refusal is reported, not hidden.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple

from pipelines.korean.ministries import ministries
from pipelines.korean.names import squeeze
from pipelines.merge.names.compare import Comparison, compare_shapes
from pipelines.merge.names.normalise import Shape, blocking_keys, known, shape
from store.records import Verdict


@dataclass(frozen=True, slots=True)
class OrganisationMention:
    """One organisation of one article, as extracted. `region` is where it is said to be («서울 은평구»)."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    type: str | None = None
    region: str | None = None
    article: str | None = None


@dataclass(frozen=True, slots=True)
class PairVerdict:
    """What a comparison says of two mentions; `left` < `right`. Ready to become a Judgement row."""

    left: str
    right: str
    verdict: Verdict
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grouping:
    """`groups` are sorted tuples of mention ids, every id in exactly one. `contradictions` are pairs that a
    chain of «same» would join although they are «different»: the weakest link was left open."""

    pairs: tuple[PairVerdict, ...]
    groups: tuple[tuple[str, ...], ...]
    contradictions: tuple[PairVerdict, ...] = ()


@dataclass(frozen=True, slots=True)
class _Node:
    """All mentions that are written alike in one region; compared once for all of them."""

    key: tuple[str, ...]
    name: str
    shape: Shape
    context: str
    members: tuple[str, ...]


SAME_FROM = 0.78
UNSURE_FROM = 0.3
MAX_BLOCK = 60
"""A key that more nodes share than this («사경센터») tells nothing; nodes meet under their finer keys."""


def group_organisations(mentions: Iterable[OrganisationMention]) -> Grouping:
    """Groups and the pairs that made them. The order of the mentions makes no difference; cost grows with
    their number (names are compared within blocks of at most MAX_BLOCK nodes)."""
    with _without_collector():
        return _grouped(_nodes(mentions))


@contextmanager
def _without_collector() -> Iterator[None]:
    """Nothing here makes cycles, yet the collector would walk all live objects again and again while they grow: a
    fourth of the time at 300,000 mentions, and hardly any at 10,000."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Judged(NamedTuple):
    """Two nodes by their numbers, what comparing them gave, and the verdict."""

    a: int
    b: int
    comparison: Comparison
    verdict: Verdict


def _grouped(nodes: list[_Node]) -> Grouping:
    pairs: list[PairVerdict] = []
    for node in nodes:
        pairs += [_pair(node.members[0], m, "same", 1.0, ("written alike, same region",)) for m in node.members[1:]]
    judged = [_judge(nodes, a, b) for a, b in _candidates(nodes)]
    pairs += [_pair_of(nodes, j, j.verdict) for j in judged]
    roots, refused = _join(len(nodes), judged)
    groups: dict[int, list[str]] = defaultdict(list)
    for i, node in enumerate(nodes):
        groups[roots[i]] += node.members
    return Grouping(
        pairs=tuple(sorted(pairs, key=lambda p: (p.left, p.right))),
        groups=tuple(sorted(tuple(sorted(g)) for g in groups.values())),
        contradictions=tuple(_pair_of(nodes, j, "unsure") for j in refused),
    )


def _nodes(mentions: Iterable[OrganisationMention]) -> list[_Node]:
    found: dict[tuple[str, ...], list[OrganisationMention]] = defaultdict(list)
    known_names: dict[str, _Name] = {}
    for m in mentions:
        name = known_names.get(m.name) or known_names.setdefault(m.name, _name(m.name))
        region = "" if name.everywhere or m.type in _NATIONWIDE else m.region or ""
        weak = (m.article or m.id) if name.weak else ""  # «센터», «밴드»: one article's alone
        found[(*name.key, region, weak)].append(m)
    nodes = []
    for key, members in sorted(found.items()):
        ids = tuple(sorted({m.id for m in members}))
        first = min(m.name for m in members)
        nodes.append(_Node(key, first, known_names[first].shape, members[0].region or "" if key[3] else "", ids))
    return nodes


@dataclass(frozen=True, slots=True)
class _Name:
    """What a name says by itself, found out once however many articles write it."""

    shape: Shape
    key: tuple[str, str, str]
    everywhere: bool
    weak: bool


def _name(written: str) -> _Name:
    s = shape(written)
    return _Name(s, (s.parts.form or "", s.parts.region or "", s.whole), _everywhere(written, s), s.weak or not s.whole)


_NATIONWIDE = frozenset(("central_government", "foreign", "public_agency"))


def _everywhere(written: str, s: Shape) -> bool:
    """Bodies whose place an article's region says nothing about: ministries, bodies abroad, national and
    well-known ones, and those that carry their province in the name."""
    widely_known = squeeze(written) in known() or squeeze(written) in ministries()
    return s.national or s.parts.sido is not None or widely_known


def _candidates(nodes: list[_Node]) -> Iterator[tuple[int, int]]:
    blocks: dict[str, list[int]] = defaultdict(list)
    for i, node in enumerate(nodes):
        if not node.key[4]:
            for key in blocking_keys(node.name, node.shape):
                blocks[key].append(i)
    seen: set[tuple[int, int]] = set()
    for key in sorted(blocks):
        block = blocks[key]
        if len(block) > MAX_BLOCK:
            continue
        for x, a in enumerate(block):
            for b in block[x + 1 :]:
                if (a, b) not in seen:
                    seen.add((a, b))
                    yield a, b


def _judge(nodes: list[_Node], a: int, b: int) -> _Judged:
    left, right = nodes[a], nodes[b]
    found = compare_shapes(left.shape, left.context, right.shape, right.context)
    return _Judged(a, b, found, _verdict(found, left.key[:3] == right.key[:3]))


def _verdict(c: Comparison, alike: bool) -> Verdict:
    """One name in articles of two regions is kept apart, yet left for a person to judge: the region is the
    article's, and perhaps not the body's."""
    if alike and not c.same:
        return "unsure"
    if c.same and c.score >= SAME_FROM:
        return "same"
    return "different" if c.sure_different or c.score < UNSURE_FROM else "unsure"


def _join(count: int, judged: list[_Judged]) -> tuple[list[int], list[_Judged]]:
    """The root of each node, and the «same» that were refused: union by falling score, never of «different» nodes.

    A node that is «same» as two that are «different» could be either, so it is joined to neither.
    """
    apart = _neighbours(j for j in judged if j.verdict != "same" and j.comparison.sure_different)
    same = [j for j in judged if j.verdict == "same"]
    torn = {i for i, others in _neighbours(same).items() if any(apart[o] & others for o in others)}
    union, refused = _Union(count), []
    for j in sorted(same, key=lambda j: (-j.comparison.score, j.a, j.b)):
        if j.a in torn or j.b in torn or not union.join(j.a, j.b, apart):
            refused.append(j)
    return [union.root(i) for i in range(count)], refused


def _neighbours(pairs: Iterable[_Judged]) -> defaultdict[int, set[int]]:
    found: defaultdict[int, set[int]] = defaultdict(set)
    for pair in pairs:
        found[pair.a].add(pair.b)
        found[pair.b].add(pair.a)
    return found


class _Union:
    """Disjoint sets of nodes (union by size, paths halved)."""

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))
        self._members: dict[int, set[int]] = {i: {i} for i in range(count)}

    def root(self, i: int) -> int:
        parent = self._parent
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    def join(self, a: int, b: int, apart: defaultdict[int, set[int]]) -> bool:
        """Put the sets of two nodes together; False where that would join two nodes that `apart` keeps apart."""
        small, large = sorted((self.root(a), self.root(b)), key=lambda r: (len(self._members[r]), r))
        if small == large:
            return True
        if any(apart[i] & self._members[large] for i in self._members[small]):
            return False
        self._parent[small] = large
        self._members[large] |= self._members.pop(small)
        return True


def _pair_of(nodes: list[_Node], j: _Judged, verdict: Verdict) -> PairVerdict:
    left, right = nodes[j.a].members[0], nodes[j.b].members[0]
    return _pair(left, right, verdict, j.comparison.score, j.comparison.reasons)


def _pair(a: str, b: str, verdict: Verdict, score: float, reasons: tuple[str, ...]) -> PairVerdict:
    left, right = sorted((a, b))
    return PairVerdict(left, right, verdict, score, reasons)
