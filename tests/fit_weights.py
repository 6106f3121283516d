"""Fits the weights of `pipelines/extract/data` to annotated texts, and tells how well they do on unseen ones.

    python tests/fit_weights.py ../shared/gold/articles.jsonl tests/gold/articles_*.jsonl     (writes all tables)
    python tests/fit_weights.py --held-out NEW.jsonl … -- OLD.jsonl …                         (measures only)

Five tables. `uses`: is a time the day of an event, does it open or close an application, or neither? `places`: which
of the words near a day is its place, or is none of them? `deadlines`: is a last day of a call of its own, of an event
told beside it, or of neither? `names`: is what a rule told an event's name, or which of the words near its day?
`owners`: what has to stand in front of a name that says little alone, or nothing? All are conditional logits, fitted
by AdaGrad with decay in a fixed order, so the same texts give the same tables. Figures: five folds, whole sets left
out, so that no annotator is in both parts. What is chosen between stands in `weight_choices`.
"""

from __future__ import annotations

import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from pipelines.korean.loglinear import weights
from tests.weight_choices import CLASSES, NEARLY, OWNERS, SAME_NAME, STAGES, Choice, read_set

DATA = Path(__file__).resolve().parents[1] / "pipelines" / "extract" / "data"
FOLDS, LEAST, EPOCHS, RATE, DECAY, SEED = 5, 2, 10, 0.05, 0.05, 7
SMALL = 0.03
"""Weights nearer to nothing are left out of the tables."""


def fit(choices: Sequence[Choice], rate: float = RATE) -> dict[str, float]:
    """Weights of all features that stand in two choices or more."""
    counts = Counter(f for c in choices for f in {f for option in c.options for f in option})
    rows = [
        (tuple(tuple(f for f in dict.fromkeys(o) if counts[f] >= LEAST) for o in c.options), c.right)
        for c in choices
        if c.right
    ]
    weights: dict[str, float] = defaultdict(float)
    steps: dict[str, float] = defaultdict(lambda: 1e-6)
    order = random.Random(SEED)
    for _ in range(EPOCHS):
        order.shuffle(rows)
        for options, right in rows:
            _learn(weights, steps, options, right, rate)
        for feature in weights:
            weights[feature] *= 1 - DECAY
    return dict(weights)


def _learn(
    weights: dict[str, float],
    steps: dict[str, float],
    options: Sequence[Sequence[str]],
    right: frozenset[int],
    rate: float,
) -> None:
    shares = shares_of(weights, options)
    good = max(sum(shares[n] for n in right), 1e-9)
    for number, option in enumerate(options):
        slope = (shares[number] / good if number in right else 0.0) - shares[number]
        for feature in option if abs(slope) > 1e-4 else ():
            steps[feature] += slope * slope
            weights[feature] += rate * slope / math.sqrt(steps[feature])


def shares_of(weights: dict[str, float], options: Sequence[Sequence[str]]) -> list[float]:
    sums = [sum(weights.get(f, 0.0) for f in dict.fromkeys(option)) for option in options]
    parts = [math.exp(value - max(sums)) for value in sums]
    return [part / sum(parts) for part in parts]


def report(table: str, choices: Sequence[Choice], learnt: dict[str, float]) -> Counter[str]:
    """Counts for the figures of one table."""
    counts: Counter[str] = Counter()
    classes = CLASSES.get(table, ())
    for choice in choices:
        shares = shares_of(learnt, choice.options) if choice.options else []
        best = max(range(len(shares)), key=shares.__getitem__, default=None)
        counts["all"] += 1
        counts["right"] += best in choice.right
        counts["alike"] += round(choice.alike[best]) if choice.alike and best is not None else 0
        counts["alone"] += round(choice.alike[0]) if choice.alike else 0
        if best is not None and not classes:
            counts["near"] += choice.alike[best] >= NEARLY or best in choice.right
            counts["right"] += choice.alike[best] >= SAME_NAME and best not in choice.right
        for number, name in enumerate(classes):
            wanted = number in choice.right
            counts[f"{name} found"] += best == number
            counts[f"{name} wanted"] += wanted
            counts[f"{name} both"] += wanted and best == number
    return counts


def say(what: str, table: str, counts: Counter[str]) -> None:
    print(f"{what}: {table} {counts['right'] / counts['all']:.3f} right", end="")
    if table not in CLASSES:
        print(f", {counts['near'] / counts['all']:.3f} near", end="")
        if table in OWNERS:  # of 100, each word too many or too few counted; the first option is the name alone
            print(f", alike {counts['alike'] / counts['all']:.1f}, alone {counts['alone'] / counts['all']:.1f}", end="")
        print()
        return
    for name in CLASSES[table]:
        both, of = counts[f"{name} both"], counts[f"{name} found"] + counts[f"{name} wanted"]
        print(f", {name} F1 {2 * both / max(1, of):.3f}", end="")
    print()


def write(table: str, learnt: dict[str, float]) -> None:
    rows: dict[str, dict[str, float]] = defaultdict(dict)
    names = CLASSES.get(table, ("",))
    for key, weight in learnt.items():
        name, _, feature = key.partition("\t") if table in CLASSES else ("", "", key)
        rows[feature][name] = weight
    kept = {f: w for f, w in rows.items() if max(map(abs, w.values())) >= SMALL and not set(f) & {"\t", "\n", "\r"}}
    lines = ["\t".join([f, *(f"{kept[f].get(name, 0):.2f}" for name in names)]) for f in sorted(kept)]
    (DATA / f"{table}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{table}.tsv: {len(lines)} features")


def main(arguments: list[str]) -> None:
    if arguments[:1] == ["--held-out"]:
        middle = arguments.index("--")
        measure(arguments[1:middle], arguments[middle + 1 :])
    else:
        with _kept():
            learnt = learn(arguments)
            for table, weights_of in learnt.items():
                write(table, weights_of)


def measure(new: Sequence[str], old: Sequence[str]) -> None:
    """How well the choices of new texts are made by what old ones teach; the tables stay as they are."""
    for tables in STAGES:
        known, held = _read(old, tables), _read(new, tables)
        for table in tables:
            learnt = fit([c for one in known for name, c in one if name == table], RATE)
            say("held out", table, report(table, [c for one in held for name, c in one if name == table], learnt))


def learn(paths: Sequence[str]) -> dict[str, dict[str, float]]:
    """All tables. What is asked among the finds of earlier tables is read with those that the other half taught."""
    half = (len(paths) + 1) // 2
    first, second = taught(paths[half:], paths[:half]), taught(paths[:half], paths[half:])
    learnt: dict[str, dict[str, float]] = {}
    for table, sets in first.items():
        _over_folds(table, sets + second[table])
        learnt[table] = fit([c for one in sets + second[table] for c in one], RATE)
    return learnt


def taught(teachers: Sequence[str], pupils: Sequence[str]) -> dict[str, list[list[Choice]]]:
    """The choices of the pupils' sets, table by table, as they come up where the teachers wrote the earlier tables.

    Weights know their own texts by heart: read with those, rules and weights would hardly ever be wrong, and what is
    fitted next would learn to trust them more than it can on texts that nobody has seen.
    """
    found: dict[str, list[list[Choice]]] = {}
    for tables in STAGES:
        known = _read(teachers, tables)
        for table in tables:
            write(table, fit([c for one in known for name, c in one if name == table], RATE))
        weights.cache_clear()
        for one in _read(pupils, tables):
            for table in tables:
                found.setdefault(table, []).append([c for name, c in one if name == table])
    return found


def _read(paths: Sequence[str], tables: Sequence[str]) -> list[list[tuple[str, Choice]]]:
    return [list(read_set(Path(path), tables)) for path in paths]


@contextmanager
def _kept() -> Iterator[None]:
    """The tables as they were, if the fit is broken off, by Ctrl-C too: those of one half must not stay."""
    before = {path: path.read_bytes() for path in DATA.glob("*.tsv")}
    try:
        yield
    except BaseException:
        for path, content in before.items():
            path.write_bytes(content)
        raise


def _over_folds(table: str, sets: Sequence[Sequence[Choice]]) -> None:
    """Prints how well the choices of each fold are made by what the others teach."""
    figures: Counter[str] = Counter()
    for fold in range(FOLDS):
        learnt = fit([c for n, s in enumerate(sets) if n % FOLDS != fold for c in s], RATE)
        figures += report(table, [c for n, s in enumerate(sets) if n % FOLDS == fold for c in s], learnt)
    say("five folds", table, figures)


if __name__ == "__main__":
    main(sys.argv[1:])
