"""Texts → words on pairs of them: the whole of article comparison, as one pure function.

    texts ─► same body? ──────────────► rule:same-text
          ├► fingerprints ─► overlaps ┐
          └► evidence ─► fact keys ───┴► compare ─► rule:reprint

The answer depends on the set of texts alone; `stories.groups` makes groups of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations, pairwise, product

from pipelines.merge.candidates import Overlap, Pair, by_keys, overlaps
from pipelines.merge.clean import clean
from pipelines.merge.compare import NOTHING, UNSURE, Proposal, compare
from pipelines.merge.evidence import Evidence, evidence, fold, korean_day
from pipelines.merge.fingerprints import fingerprints
from store.records import Findings

LIVE_DAYS = 30
"""Days between publications up to which facts alone make a pair worth a look; fingerprints have no limit."""
SAME_TEXT_DAYS = 14
"""Days within which the same body is the same post; later it may be the same notice of another date."""
SAME_TEXT_LETTERS = 40
REMEMBERED = 50_000
"""Texts whose evidence is held at a time (some 4 KB each)."""
FACTS = 2
"""Fact keys in common below which a pair without common wording is not looked at."""


@dataclass(frozen=True, slots=True)
class Text:
    """An article as merge reads it."""

    id: str
    outlet: str
    title: str
    text: str
    published_at: datetime | None
    findings: Findings | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """A rule's word on a pair, ready to become a judgement. `left` < `right`."""

    left: str
    right: str
    said: Proposal
    by: str


def judge(texts: Sequence[Text]) -> list[Word]:
    """Every word there is to say on pairs of these texts, by pair."""
    by_id = {t.id: t for t in sorted(texts, key=lambda t: t.id)}
    words, twins = _same_text(by_id)
    heads = {i: t for i, t in by_id.items() if i not in twins}
    shared = overlaps({i: fingerprints(clean(t.text)) for i, t in heads.items()})
    facts = lru_cache(maxsize=REMEMBERED)(lambda i: read(heads[i]))
    pairs = dict.fromkeys(_worth_a_look(heads, shared, facts))
    said = ((p, compare(facts(p[0]), facts(p[1]), shared.get(p, NOTHING))) for p in pairs)
    words += [_word(p, word) for p, word in said if word.verdict != "unsure" or word.score >= UNSURE]
    return sorted(words, key=lambda w: (w.left, w.right))


def read(text: Text) -> Evidence:
    """The evidence of one text."""
    return evidence(text.id, text.title, text.text, text.published_at, text.findings)


def _word(pair: Pair, said: Proposal, by: str = "rule:reprint") -> Word:
    return Word(*pair, said, by)


def _same_text(texts: Mapping[str, Text]) -> tuple[list[Word], set[str]]:
    """Words on equal bodies, each with the one before it, and the ids that need no further look."""
    words: list[Word] = []
    twins: set[str] = set()
    for same in _by_body(texts.values()):
        bold = not read(same[0]).is_bare()
        same.sort(key=lambda t: (t.published_at.timestamp() if t.published_at else 0.0, t.id))
        for earlier, later in pairwise(same):
            if _close(earlier, later) and (bold or fold(earlier.title) == fold(later.title)):
                pair = (min(earlier.id, later.id), max(earlier.id, later.id))
                words.append(_word(pair, Proposal("same", 1.0, ("the same text",)), "rule:same-text"))
                twins.add(later.id)
    return words, twins


def _by_body(texts: Iterable[Text]) -> list[list[Text]]:
    """Texts with equal letters and digits, two or more each; bodies too short to say anything are left out."""
    raw: dict[str, list[Text]] = defaultdict(list)
    for text in texts:
        raw[text.text].append(text)
    bodies: dict[bytes, list[Text]] = defaultdict(list)
    for written, same in raw.items():
        letters = "".join(filter(str.isalnum, clean(written).lower()))
        if len(letters) >= SAME_TEXT_LETTERS:
            bodies[blake2b(letters.encode("utf-8", "replace"), digest_size=16).digest()] += same
    return [same for same in bodies.values() if len(same) > 1]


def _close(a: Text, b: Text) -> bool:
    if a.published_at is None or b.published_at is None:
        return a.published_at == b.published_at
    return abs((a.published_at - b.published_at).days) <= SAME_TEXT_DAYS


def _worth_a_look(
    texts: Mapping[str, Text], shared: Mapping[Pair, Overlap], facts: Callable[[str], Evidence]
) -> Iterator[Pair]:
    yield from shared
    for window in _windows(texts.values()):
        for pair, count in by_keys({i: fact_keys(facts(i)) for i in window}).items():
            if count >= FACTS and _live(texts[pair[0]], texts[pair[1]]):
                yield pair


def _windows(texts: Iterable[Text]) -> Iterator[list[str]]:
    """Ids by publication, in windows of twice `LIVE_DAYS` that overlap by half: all live pairs, and no
    more than two months of facts in memory. Texts without a day are a window of their own."""
    buckets: dict[int | None, list[str]] = defaultdict(list)
    for text in texts:
        day = korean_day(text.published_at)
        buckets[day.toordinal() // LIVE_DAYS if day else None].append(text.id)
    yield buckets.pop(None, [])
    for number in sorted(n for n in buckets if n is not None):
        yield buckets[number] + buckets.get(number + 1, [])


def _live(a: Text, b: Text) -> bool:
    if a.published_at is None or b.published_at is None:
        return True
    return abs((a.published_at - b.published_at).days) <= LIVE_DAYS


def fact_keys(read: Evidence) -> Iterable[tuple[str, str]]:
    """Keys under which paraphrases of one release meet: a day or a figure, with a name or a place."""
    days = sorted({d.isoformat() for m in read.days[:4] for d in m.options})[:6]
    figures = [f"{n:g}" for n in sorted(read.figures, reverse=True)[:6]]
    about = sorted(read.title_words | read.places | read.titles | read.names, key=lambda w: (-len(w), w))[:14]
    yield from product(days + figures, about)
    yield from combinations(sorted(about[:8]), 2)
