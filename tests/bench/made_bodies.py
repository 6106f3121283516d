"""Made Korean-looking bodies with known reprints, for measuring near-duplicate search.

A body has about 1,100 characters in some two dozen sentences, a third of them out of a pool that
unrelated bodies share (blurbs, closing paragraphs). Two bodies in five belong to clusters of two to
six: a first text and its light edits, cut tails, added quotations, new leads and heavy rewrites.
Everything follows from the seed.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

SENTENCES = 23
POOL = 3000
SHARED = 1 / 3
IN_CLUSTERS = 0.4
ENDINGS = ("했다", "한다", "이다", "됐다", "밝혔다", "말했다", "나섰다", "열린다")
PARTICLES = ("은", "는", "이", "가", "을", "를", "에", "의", "로", "와", "")
SYLLABLES = (
    "가나다라마바사아자차카타파하거너더러머버서어저처고노도로모보소오조호구누두루무부수우주후그느"
    "드르므브스으즈기니디리미비시이지치강난단람만반산안장찬한건선전정천경성영평중동공문민신인진실"
)

Sentence = list[str]


@dataclass(frozen=True)
class Made:
    """One body. `cluster` is None for a body without reprints, `kind` says how it was made."""

    text: str
    cluster: int | None
    kind: str


class Press:
    """Writes sentences from one vocabulary, common words more often than rare ones."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        words = ["".join(self.random.choices(SYLLABLES, k=self.random.choice((2, 2, 3, 3, 4)))) for _ in range(20_000)]
        weights = [1 / (rank + 20) for rank in range(len(words))]
        self._stock = self.random.choices(words, weights, k=400_000)
        self.pool = [self.sentence() for _ in range(POOL)]

    def sentence(self) -> Sentence:
        length = self.random.randrange(7, 13)
        start = self.random.randrange(len(self._stock) - 16)
        offset = self.random.randrange(1, 997)
        chosen = [self._stock[(start + n * offset) % len(self._stock)] for n in range(length)]
        return [w + self.random.choice(PARTICLES) for w in chosen] + [self.random.choice(ENDINGS) + "."]

    def body(self) -> list[Sentence]:
        pick = self.random.random
        return [self.random.choice(self.pool) if pick() < SHARED else self.sentence() for _ in range(SENTENCES)]

    def retouched(self, sentence: Sentence, share: float) -> Sentence:
        return [
            self.random.choice(self._stock) + self.random.choice(PARTICLES) if self.random.random() < share else word
            for word in sentence
        ]


def light_edit(press: Press, body: list[Sentence]) -> list[Sentence]:
    return [press.retouched(s, 0.04) for s in body]


def cut_tail(press: Press, body: list[Sentence]) -> list[Sentence]:
    return body[: press.random.randrange(SENTENCES // 4, 3 * SENTENCES // 4)]


def added_quotes(press: Press, body: list[Sentence]) -> list[Sentence]:
    made = list(body)
    for _ in range(press.random.randrange(3, 9)):
        made.insert(press.random.randrange(len(made)), ["“", *press.sentence(), "”"])
    return made


def new_lead(press: Press, body: list[Sentence]) -> list[Sentence]:
    return [press.sentence() for _ in range(3)] + [press.retouched(s, 0.02) for s in body[2:]]


def heavy_rewrite(press: Press, body: list[Sentence]) -> list[Sentence]:
    kept = [press.retouched(s, press.random.uniform(0.08, 0.25)) for s in body if press.random.random() < 0.8]
    press.random.shuffle(kept)
    return [press.sentence(), *kept]


KINDS: tuple[Callable[[Press, list[Sentence]], list[Sentence]], ...] = (
    light_edit,
    cut_tail,
    added_quotes,
    new_lead,
    heavy_rewrite,
)


def made_bodies(count: int, seed: int = 1) -> Iterator[Made]:
    """`count` bodies in shuffled order (by blocks of 20,000, so that any count can be streamed)."""
    press = Press(seed)
    cluster = done = 0
    while done < count:
        block: list[Made] = []
        while len(block) < min(20_000, count - done):
            if press.random.random() < _share_of_starts():
                block += _cluster(press, cluster)
                cluster += 1
            else:
                block.append(Made(_joined(press.body()), None, "alone"))
        block = block[: count - done]
        press.random.shuffle(block)
        yield from block
        done += len(block)


def _share_of_starts() -> float:
    """How often a new text starts a cluster, so that `IN_CLUSTERS` of all bodies are in one (mean size 4)."""
    return IN_CLUSTERS / (4 - 3 * IN_CLUSTERS)


def _cluster(press: Press, number: int) -> list[Made]:
    first = press.body()
    made = [Made(_joined(first), number, "first")]
    for _ in range(press.random.randrange(1, 6)):
        change = press.random.choice(KINDS)
        made.append(Made(_joined(change(press, first)), number, change.__name__))
    return made


def _joined(body: list[Sentence]) -> str:
    return " ".join(" ".join(s) for s in body)
