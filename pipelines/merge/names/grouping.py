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


def _grouped(nodes: list[_Node]) -> Grouping:
    pairs: list[PairVerdict] = []
    for node in nodes:
        pairs += [_pair(node.members[0], m, "same", 1.0, ("written alike, same region",)) for m in node.members[1:]]
    verdicts = [
        (a, b, compare_shapes(nodes[a].shape, nodes[a].context, nodes[b].shape, nodes[b].context))
        for a, b in _candidates(nodes)
    ]
    judged = [(a, b, c, _verdict(c, nodes[a].key[:3] == nodes[b].key[:3])) for a, b, c in verdicts]
    pairs += [_pair(nodes[a].members[0], nodes[b].members[0], v, c.score, c.reasons) for a, b, c, v in judged]
    roots, contradictions = _join(len(nodes), judged)
    groups: dict[int, list[str]] = defaultdict(list)
    for i, node in enumerate(nodes):
        groups[roots[i]] += node.members
    clashes = tuple(
        _pair(nodes[a].members[0], nodes[b].members[0], "unsure", c.score, c.reasons) for a, b, c in contradictions
    )
    return Grouping(
        tuple(sorted(pairs, key=lambda p: (p.left, p.right))),
        tuple(sorted(tuple(sorted(g)) for g in groups.values())),
        clashes,
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


def _verdict(c: Comparison, alike: bool) -> Verdict:
    """One name in articles of two regions is kept apart, yet left for a person to judge: the region is the
    article's, and perhaps not the body's."""
    if alike and not c.same:
        return "unsure"
    if c.same and c.score >= SAME_FROM:
        return "same"
    return "different" if c.sure_different or c.score < UNSURE_FROM else "unsure"


def _join(
    count: int, judged: list[tuple[int, int, Comparison, Verdict]]
) -> tuple[list[int], list[tuple[int, int, Comparison]]]:
    """Union by falling score; a union that would bring two «different» nodes together is refused."""
    parent = list(range(count))
    members: dict[int, set[int]] = {i: {i} for i in range(count)}
    apart: dict[int, set[int]] = defaultdict(set)
    for a, b, c, v in judged:
        if v != "same" and c.sure_different:
            apart[a].add(b)
            apart[b].add(a)

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    near: dict[int, set[int]] = defaultdict(set)
    for a, b, _, v in judged:
        if v == "same":
            near[a].add(b)
            near[b].add(a)
    torn = {i for i, others in near.items() if any(apart[o] & others for o in others)}  # could be either: is neither
    refused: list[tuple[int, int, Comparison]] = []
    for a, b, c, _ in sorted((j for j in judged if j[3] == "same"), key=lambda j: (-j[2].score, j[0], j[1])):
        if a in torn or b in torn:
            refused.append((a, b, c))
            continue
        x, y = sorted((root(a), root(b)), key=lambda r: (len(members[r]), r))
        if x == y:
            continue
        if any(apart[i] & members[y] for i in members[x]):
            refused.append((a, b, c))
            continue
        parent[x] = y
        members[y] |= members.pop(x)
    return [root(i) for i in range(count)], refused


def _pair(a: str, b: str, verdict: Verdict, score: float, reasons: tuple[str, ...]) -> PairVerdict:
    left, right = sorted((a, b))
    return PairVerdict(left, right, verdict, score, reasons)
