"""Texts → words on pairs of them: the whole of article comparison, as one pure function.

    texts ─► same body? ──────────────► rule:same-text
          ├► fingerprints ─► overlaps ┐
          └► evidence ─► fact keys ───┴► compare ─► rule:reprint

The answer depends on the set of texts alone; `stories.groups` makes groups of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from itertools import combinations, pairwise, product
from typing import TYPE_CHECKING

from pipelines.merge.candidates import Overlap, Pair, by_prints, key_prints, overlaps
from pipelines.merge.clean import clean
from pipelines.merge.compare import NOTHING, UNSURE, Proposal, compare
from pipelines.merge.evidence import Evidence, fold, korean_day
from pipelines.merge.fingerprints import fingerprints
from pipelines.merge.texts import Facts, Texts, read
from store.bulk import batches

if TYPE_CHECKING:
    from pipelines.merge.fingerprints import Prints

LIVE_DAYS = 30
"""Days between publications up to which facts alone make a pair worth a look; fingerprints have no limit."""
SAME_TEXT_DAYS = 14
"""Days within which the same body is the same post; later it may be the same notice of another date."""
SAME_TEXT_LETTERS = 40
FACTS = 2
"""Fact keys in common below which a pair without common wording is not looked at."""
BATCH = 500
"""Texts or pairs that are worked on at a time."""


@dataclass(frozen=True, slots=True)
class Word:
    """A rule's word on a pair, ready to become a judgement. `left` < `right`."""

    left: str
    right: str
    said: Proposal
    by: str


def judge(texts: Texts) -> list[Word]:
    """Every word there is to say on pairs of these texts, by pair."""
    bodies, prints = _scanned(texts)
    words, twins = _same_text(texts, bodies)
    heads = {i: p for i, p in prints.items() if i not in twins}
    shared = overlaps(heads)
    facts = Facts(texts)
    pairs = dict.fromkeys(_worth_a_look(texts, heads, shared, facts))
    words += (_word(p, said) for p, said in _compared(texts, pairs, shared, facts))
    return sorted(words, key=lambda w: (w.left, w.right))


def _word(pair: Pair, said: Proposal, by: str = "rule:reprint") -> Word:
    return Word(*pair, said, by)


def _scanned(texts: Texts) -> tuple[dict[bytes, list[str]], dict[str, Prints]]:
    """The ids of each body (letters and digits, hashed) by id, and the fingerprints of each text.

    Bodies too short to say anything have fingerprints, but are nobody's twin. Equal bodies share one array.
    """
    bodies: dict[bytes, list[str]] = defaultdict(list)
    prints: dict[str, Prints] = {}
    for text in texts.read(texts.published):
        own = clean(text.text)
        letters = "".join(filter(str.isalnum, own.lower()))
        key = blake2b(letters.encode("utf-8", "replace"), digest_size=16).digest()
        known = bodies.get(key)
        prints[text.id] = prints[known[0]] if known else fingerprints(own)
        if len(letters) >= SAME_TEXT_LETTERS:
            bodies[key].append(text.id)
    return {key: sorted(ids) for key, ids in bodies.items() if len(ids) > 1}, prints


def _same_text(texts: Texts, bodies: Mapping[bytes, list[str]]) -> tuple[list[Word], set[str]]:
    """Words on equal bodies, each with the one before it, and the ids that need no further look."""
    words: list[Word] = []
    twins: set[str] = set()
    for ids in bodies.values():
        titles = {text.id: fold(text.title) for text in texts.read(ids)}
        bold = not read(next(texts.read(ids[:1]))).is_bare()
        order = sorted(ids, key=lambda i: (_moment(texts.published[i]), i))
        for earlier, later in pairwise(order):
            close = _within(texts.published[earlier], texts.published[later], SAME_TEXT_DAYS, unknown=False)
            if close and (bold or titles[earlier] == titles[later]):
                pair = (min(earlier, later), max(earlier, later))
                words.append(_word(pair, Proposal("same", 1.0, ("the same text",)), "rule:same-text"))
                twins.add(later)
    return words, twins


def _moment(published: datetime | None) -> float:
    return published.timestamp() if published else 0.0


def _within(a: datetime | None, b: datetime | None, days: int, unknown: bool) -> bool:
    """Whether two publications lie so near; `unknown` answers where one of them has no day."""
    if a is None or b is None:
        return unknown or a == b
    return abs((a - b).days) <= days


def _compared(
    texts: Texts, pairs: Iterable[Pair], shared: Mapping[Pair, Overlap], facts: Facts
) -> Iterator[tuple[Pair, Proposal]]:
    """What is worth saying of pairs. They are taken by date, so that few texts are read twice."""
    by_date = sorted(pairs, key=lambda p: (max(_moment(texts.published[i]) for i in p), p))
    for some in batches(by_date, BATCH):
        held = facts.of(i for pair in some for i in pair)
        for pair in some:
            said = compare(held[pair[0]], held[pair[1]], shared.get(pair, NOTHING))
            if said.verdict != "unsure" or said.score >= UNSURE:
                yield pair, said


def _worth_a_look(
    texts: Texts, heads: Mapping[str, Prints], shared: Mapping[Pair, Overlap], facts: Facts
) -> Iterator[Pair]:
    yield from shared
    for window in _windows({i: texts.published[i] for i in heads}):
        keys = {i: key_prints(fact_keys(read)) for some in batches(window, BATCH) for i, read in facts.of(some).items()}
        for (a, b), count in by_prints(keys, FACTS).items():
            if count >= FACTS and _within(texts.published[a], texts.published[b], LIVE_DAYS, unknown=True):
                yield (a, b)


def _windows(published: Mapping[str, datetime | None]) -> Iterator[list[str]]:
    """Ids by publication, in windows of twice `LIVE_DAYS` that overlap by half: all live pairs, and no
    more than two months of facts in memory. Texts without a day are a window of their own."""
    buckets: dict[int | None, list[str]] = defaultdict(list)
    for id_, moment in published.items():
        day = korean_day(moment)
        buckets[day.toordinal() // LIVE_DAYS if day else None].append(id_)
    yield buckets.pop(None, [])
    for number in sorted(n for n in buckets if n is not None):
        yield buckets[number] + buckets.get(number + 1, [])


def fact_keys(read: Evidence) -> Iterable[tuple[str, str]]:
    """Keys under which paraphrases of one release meet: a day or a figure, with a name or a place."""
    days = sorted({d.isoformat() for m in read.days[:4] for d in m.options})[:6]
    figures = [f"{n:g}" for n in sorted(read.figures, reverse=True)[:6]]
    about = sorted(read.title_words | read.places | read.titles | read.names, key=lambda w: (-len(w), w))[:14]
    yield from product(days + figures, about)
    yield from combinations(sorted(about[:8]), 2)
