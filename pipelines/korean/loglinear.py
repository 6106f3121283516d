"""A log-linear model: features that are present, a weight for each, and their sums as shares of one.

The weights are tables made by `tests/fit_weights.py` and `tests/fit_people.py` from annotated texts; nothing is learnt
at run time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from math import exp


@dataclass(frozen=True, eq=False)  # a table is itself alone: what was added up from it is remembered beside it
class Weights:
    """`of`: feature → a weight for each of `classes`. An unknown feature weighs nothing."""

    classes: int
    of: Mapping[str, tuple[float, ...]]

    @classmethod
    def read(cls, room: str, name: str) -> Weights:
        """The table `data/<name>.tsv` of a room of `pipelines`: a feature and its weights a line."""
        text = (files(f"pipelines.{room}") / "data" / f"{name}.tsv").read_text(encoding="utf-8")
        rows = [line.partition("\t")[::2] for line in text.splitlines()]
        number = cache(float)  # of some hundred different ones: shared, they stay in the processor's cache
        shared = {weights: tuple(map(number, weights.split("\t"))) for weights in {weights for _, weights in rows}}
        return cls(len(shared[rows[0][1]]), {feature: shared[weights] for feature, weights in rows})

    def probabilities(self, features: Iterable[str]) -> tuple[float, ...]:
        """One probability for each class, 1 in sum."""
        return softmax(self.sums(features))

    def shares(self, options: Iterable[Iterable[str]]) -> tuple[float, ...]:
        """How likely each of several options is the one, 1 in sum; for tables of one class."""
        return softmax([self.sum(features) for features in options])

    def sum(self, features: Iterable[str]) -> float:
        """The weights of all features added up; for tables of one class."""
        return sum(filter(None, map(self._single.get, dict.fromkeys(features))))

    @cached_property
    def _single(self) -> dict[str, float]:
        """Each feature's weight for the only class."""
        return {feature: weights[0] for feature, weights in self.of.items()}

    def sums(self, features: Iterable[str]) -> list[float]:
        """The weights of all features added up, class by class; a feature counts once, however often it is there."""
        known = filter(None, map(self.of.get, dict.fromkeys(features)))
        return list(map(sum, zip(*known, strict=True))) or [0.0] * self.classes


@cache
def weights(room: str, name: str) -> Weights:
    """The table of that name in a room of `pipelines`, read once."""
    return Weights.read(room, name)


def softmax(sums: Sequence[float]) -> tuple[float, ...]:
    most = max(sums)
    parts = [exp(value - most) for value in sums]
    whole = sum(parts)
    return tuple(part / whole for part in parts)
