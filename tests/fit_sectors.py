"""Fits `pipelines/extract/data/sectors.tsv` to annotated texts, and tells how well it does on unseen ones.

    python tests/fit_sectors.py ../shared/gold/articles.jsonl tests/gold/articles_*.jsonl               (writes)
    python tests/fit_sectors.py --held-out NEW.jsonl … -- OLD.jsonl …                                   (measures only)

One logistic a sector over the fragments of words that a text holds and the points of the rules' own words
(`pipelines/extract/sectors.py`), with a penalty on each weight. Figures are micro F1 of five folds, whole sets left
out.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from pipelines.extract import sectors
from pipelines.extract.boilerplate import split_lines
from pipelines.extract.lines import as_document

TABLE = Path(__file__).resolve().parents[1] / "pipelines" / "extract" / "data" / "sectors.tsv"
FOLDS, FRAGMENTS, LEAST = 5, 8000, 3
PENALTY_FRAGMENT, PENALTY_POINTS = 110.0, 15.0
STEPS, RATE = 400, 0.05
NAMES = tuple(sectors.WORDS)
Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Text:
    fragments: frozenset[str]
    points: tuple[float, ...]  # log points, share and presence, sector by sector
    wanted: frozenset[str]


@dataclass(frozen=True, slots=True)
class Model:
    fragments: tuple[str, ...]
    of_fragments: Matrix  # fragment, sector
    of_points: Matrix  # kind of points, sector
    bias: Matrix


def read_set(path: Path) -> Iterator[Text]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row.get("relevant") and row.get("sectors"):
            document = as_document(row)
            read = sectors.gather(document, split_lines(document.text, document.title), sectors.every_fragment)
            yield Text(frozenset(read.fragments), read.points, frozenset(row["sectors"]))


def choose(texts: Sequence[Text]) -> tuple[str, ...]:
    """The fragments that stand apart most in the texts of some sector (deviation from what chance would give)."""
    counts = Counter(f for text in texts for f in text.fragments)
    told = {name: [t for t in texts if name in t.wanted] for name in NAMES}
    apart: dict[str, float] = {}
    for own in told.values():
        share = len(own) / len(texts)
        inside = Counter(f for t in own for f in t.fragments)
        for fragment, count in counts.items():
            if count >= LEAST:
                expected = count * share
                value = (inside[fragment] - expected) ** 2 / max(expected, 1e-9)
                apart[fragment] = max(apart.get(fragment, 0.0), value)
    return tuple(sorted(sorted(apart), key=lambda f: -apart[f])[:FRAGMENTS])


def lay_out(texts: Sequence[Text], fragments: Sequence[str]) -> tuple[Matrix, Matrix]:
    """Text × fragment (0 or 1) and text × kind of points × sector."""
    number = {fragment: n for n, fragment in enumerate(fragments)}
    present = np.zeros((len(texts), len(fragments)), dtype=np.float32)
    for row, text in enumerate(texts):
        present[row, [number[f] for f in text.fragments if f in number]] = 1
    points = np.array([t.points for t in texts], dtype=np.float32).reshape(len(texts), len(NAMES), -1)
    return present, points.transpose(0, 2, 1)


def fit(texts: Sequence[Text]) -> Model:
    """Full-batch Adam: the same texts give the same weights."""
    fragments = choose(texts)
    present, points = lay_out(texts, fragments)
    wanted = np.array([[name in t.wanted for name in NAMES] for t in texts], dtype=np.float32)
    sizes = ((len(fragments), len(NAMES)), (points.shape[1], len(NAMES)), (1, len(NAMES)))
    weights = [np.zeros(size, dtype=np.float32) for size in sizes]
    first, second = ([np.zeros_like(w) for w in weights] for _ in range(2))
    for step in range(1, STEPS + 1):
        off = _likely(_sums(weights, present, points)) - wanted
        slopes = [
            present.T @ off + PENALTY_FRAGMENT * weights[0],
            np.einsum("nks,ns->ks", points, off) + PENALTY_POINTS * weights[1],
            off.sum(0, keepdims=True),
        ]
        for w, slope, m, v in zip(weights, slopes, first, second, strict=True):
            m += 0.1 * (slope - m)
            v += 0.001 * (slope * slope - v)
            w -= RATE * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
    return Model(fragments, *weights)


def _sums(weights: Sequence[Matrix], present: Matrix, points: Matrix) -> Matrix:
    return np.asarray(present @ weights[0] + np.einsum("nks,ks->ns", points, weights[1]) + weights[2])


def _likely(sums: Matrix) -> Matrix:
    return np.asarray(1 / (1 + np.exp(-np.clip(sums, -30, 30))))


def counted(model: Model, texts: Sequence[Text]) -> Counter[str]:
    present, points = lay_out(texts, model.fragments)
    counts: Counter[str] = Counter()
    for sums, text in zip(
        _sums((model.of_fragments, model.of_points, model.bias), present, points), texts, strict=True
    ):
        kept = set(sectors.kept(dict(zip(NAMES, sums.tolist(), strict=True))))
        counts += Counter(found=len(kept), wanted=len(text.wanted), both=len(kept & text.wanted))
    return counts


def say(what: str, counts: Counter[str]) -> None:
    print(f"{what}: sectors micro F1 {2 * counts['both'] / (counts['found'] + counts['wanted']):.3f}")


def write(model: Model) -> None:
    rows = {"#bias": model.bias[0]}
    rows |= {f"#{kind}": row for kind, row in zip(sectors.KINDS_OF_POINTS, model.of_points, strict=True)}
    rows |= {
        f: row for f, row in sorted(zip(model.fragments, model.of_fragments, strict=True)) if abs(row).max() >= 0.01
    }
    lines = ["\t".join([key, *(f"{value:.3f}" for value in row)]) for key, row in rows.items()]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{TABLE.name}: {len(lines)} rows")


def main(arguments: list[str]) -> None:
    held: list[str] = []
    if arguments[:1] == ["--held-out"]:
        held, arguments = arguments[1 : arguments.index("--")], arguments[arguments.index("--") + 1 :]
    sets = [list(read_set(Path(path))) for path in arguments]
    if held:
        say("held out", counted(fit([t for s in sets for t in s]), [t for p in held for t in read_set(Path(p))]))
        return
    figures: Counter[str] = Counter()
    for fold in range(FOLDS):
        learnt = fit([t for n, s in enumerate(sets) if n % FOLDS != fold for t in s])
        figures += counted(learnt, [t for n, s in enumerate(sets) if n % FOLDS == fold for t in s])
    say("five folds", figures)
    write(fit([t for s in sets for t in s]))


if __name__ == "__main__":
    main(sys.argv[1:])
