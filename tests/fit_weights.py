"""Fits the weights of `pipelines/extract/data` to annotated texts, and tells how well they do on unseen ones.

    python tests/fit_weights.py ../shared/gold/articles.jsonl tests/gold/articles_*.jsonl     (writes all tables)
    python tests/fit_weights.py --held-out NEW.jsonl … -- OLD.jsonl …                         (measures only)

Three tables. `uses`: is a time the day of an event, does it open or close an application, or neither? `names`: which
of the words near its day is an event's name? `places`: which is its place, or is none of them? All are conditional
logits, fitted by AdaGrad with decay in a fixed order, so the same texts give the same tables. Figures: five folds,
whole sets left out, so that no annotator is in both parts.
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from pipelines.extract.boilerplate import split_lines
from pipelines.extract.events.assemble import set_out
from pipelines.extract.events.candidates import candidates
from pipelines.extract.events.likely import features
from pipelines.extract.events.uses import Use, told_uses
from pipelines.extract.events.whereabouts import NOWHERE, Place, places_near
from pipelines.extract.lines import as_document
from pipelines.extract.organisations import find_organisations
from pipelines.extract.region import find_region
from pipelines.extract.times import find_times

DATA = Path(__file__).resolve().parents[1] / "pipelines" / "extract" / "data"
FOLDS, LEAST, EPOCHS, DECAY, SEED = 5, 2, 10, 0.05, 7
RATES = {"uses": 0.05, "names": 0.05, "places": 0.05}
CLASSES = ("neither", "event", "apply")
SAME_NAME, NEARLY = 80, 50
SAME_PLACE, NEARLY_BEST = 60, 0.93
SMALL = 0.03
"""Weights nearer to nothing are left out of the tables."""
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Choice:
    """Options with their features, and which of them are right; `alike` are how near each name is to the gold one."""

    options: tuple[tuple[str, ...], ...]
    right: frozenset[int]
    alike: tuple[float, ...] = ()


def read_set(path: Path) -> Iterator[tuple[str, Choice]]:
    """The choices of one annotated file, each with the table it is of."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row.get("relevant"):
            yield from _choices(row)


def _choices(row: Row) -> Iterator[tuple[str, Choice]]:
    document = as_document(row)
    lines = split_lines(document.text, document.title)
    times = find_times(document.text, document.published_at)
    bodies = find_organisations(document, lines)
    scene, _ = set_out(document, lines, times, bodies, find_region(document, lines))
    named: set[int] = set()
    for use in told_uses(scene):
        known = features(scene, use.sentence, use.when)
        options = tuple(tuple(f"{name}\t{feature}" for feature in known) for name in CLASSES)
        yield "uses", Choice(options, frozenset([CLASSES.index(_use_of(row["events"], use))]))
        for number, event in enumerate(row["events"]):
            if number not in named and event["role"] == "main" and _is_day_of(event, use):
                named.add(number)
                found = candidates(scene, use.sentence, use.when)
                alike = tuple(_alike(event["title"], c.title) for c in found)
                right = frozenset(n for n, score in enumerate(alike) if score >= SAME_NAME)
                yield "names", Choice(tuple(c.features for c in found), right, alike)
                if not _is_call(event) and not event.get("online"):
                    yield "places", _place(event["venue"], places_near(scene, use.sentence, use.when))


def _place(told: str | None, found: Sequence[Place]) -> Choice:
    """The phrases near a day; right are those most like the annotated place, «none of them» where there is none."""
    options = (*(p.features for p in found), NOWHERE)
    if told is None:
        return Choice(options, frozenset([len(found)]), tuple(0.0 for _ in options))
    alike = [float(fuzz.token_set_ratio(told, p.words)) for p in found]
    whole = [fuzz.ratio(told, p.words) if a >= SAME_NAME else 0.0 for p, a in zip(found, alike, strict=True)]
    least = max(SAME_PLACE, NEARLY_BEST * max(whole, default=0.0))
    return Choice(options, frozenset(n for n, score in enumerate(whole) if score >= least), (*alike, 0.0))


def _touches(spans: Iterable[Sequence[int]], use: Use) -> bool:
    return any(a < use.when.span[1] and use.when.span[0] < b for a, b in spans)


def _is_call(event: Row) -> bool:
    """Whether the event is the window of an application itself."""
    window = event.get("application_start") is not None and event["start"] == event["application_start"]
    return bool(window or (event["start"] is None and event.get("application_deadline")))


def _is_day_of(event: Row, use: Use) -> bool:
    spans = event["evidence"].get("start") or []
    return _touches(spans, use) if spans else bool(event["start"]) and _same_day(event["start"], use.when.start)


def _same_day(told: str | None, found: object) -> bool:
    return told is not None and found is not None and told[:10] == str(found)[:10]


def _use_of(events: Sequence[Row], use: Use) -> str:
    """What a person's annotation says of a time: by its evidence, else by the day itself."""
    plain = [e for e in events if not _is_call(e)]
    main = [e for e in plain if e["role"] == "main"]
    if any(_touches(e["evidence"].get("start") or [], use) for e in main):
        return "event"
    for event in events:
        spans = [s for key in ("application_start", "application_deadline") for s in event["evidence"].get(key) or []]
        if _is_call(event):
            spans += [s for key in ("start", "end") for s in event["evidence"].get(key) or []]
        if _touches(spans, use):
            return "apply"
    if any(_touches(e["evidence"].get("start") or [], use) for e in plain):
        return "neither"
    if any(_same_day(e["start"], use.when.start) for e in main):
        return "event"
    return "apply" if any(_same_day(e.get("application_deadline"), use.when.end) for e in events) else "neither"


def _alike(one: str, other: str) -> float:
    """The shared scorer's measure of titles."""
    return max(fuzz.token_set_ratio(one, other), fuzz.ratio(one.replace(" ", ""), other.replace(" ", "")))


def fit(choices: Sequence[Choice], rate: float) -> dict[str, float]:
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
    shares = _shares(weights, options)
    good = max(sum(shares[n] for n in right), 1e-9)
    for number, option in enumerate(options):
        slope = (shares[number] / good if number in right else 0.0) - shares[number]
        for feature in option if abs(slope) > 1e-4 else ():
            steps[feature] += slope * slope
            weights[feature] += rate * slope / math.sqrt(steps[feature])


def _shares(weights: dict[str, float], options: Sequence[Sequence[str]]) -> list[float]:
    sums = [sum(weights.get(f, 0.0) for f in dict.fromkeys(option)) for option in options]
    parts = [math.exp(value - max(sums)) for value in sums]
    return [part / sum(parts) for part in parts]


def report(table: str, choices: Sequence[Choice], weights: dict[str, float]) -> Counter[str]:
    """Counts for the figures of one table."""
    counts: Counter[str] = Counter()
    for choice in choices:
        shares = _shares(weights, choice.options) if choice.options else []
        best = max(range(len(shares)), key=shares.__getitem__, default=None)
        counts["all"] += 1
        if best is not None and table != "uses":
            counts["near"] += choice.alike[best] >= NEARLY or best in choice.right
            counts["right"] += choice.alike[best] >= SAME_NAME or best in choice.right
        for number, name in enumerate(CLASSES) if table == "uses" else ():
            wanted = number in choice.right
            counts[f"{name} found"] += best == number
            counts[f"{name} wanted"] += wanted
            counts[f"{name} both"] += wanted and best == number
    return counts


def say(what: str, table: str, counts: Counter[str]) -> None:
    if table != "uses":
        print(f"{what}: {table} {counts['near'] / counts['all']:.3f} near, {counts['right'] / counts['all']:.3f} right")
        return
    f1 = {n: 2 * counts[f"{n} both"] / max(1, counts[f"{n} found"] + counts[f"{n} wanted"]) for n in CLASSES}
    print(f"{what}: uses F1 event {f1['event']:.3f}, apply {f1['apply']:.3f}")


def write(table: str, weights: dict[str, float]) -> None:
    rows: dict[str, dict[str, float]] = defaultdict(dict)
    names = CLASSES if table == "uses" else ("",)
    for key, weight in weights.items():
        name, _, feature = key.partition("\t") if table == "uses" else ("", "", key)
        rows[feature][name] = weight
    kept = {f: w for f, w in rows.items() if max(map(abs, w.values())) >= SMALL and not set(f) & {"\t", "\n", "\r"}}
    lines = ["\t".join([f, *(f"{kept[f].get(name, 0):.2f}" for name in names)]) for f in sorted(kept)]
    (DATA / f"{table}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{table}.tsv: {len(lines)} features")


def main(arguments: list[str]) -> None:
    held: list[str] = []
    if arguments[:1] == ["--held-out"]:
        held, arguments = arguments[1 : arguments.index("--")], arguments[arguments.index("--") + 1 :]
    sets = [list(read_set(Path(path))) for path in arguments]
    new = [pair for path in held for pair in read_set(Path(path))]
    for table, rate in RATES.items():
        own = [[c for name, c in pairs if name == table] for pairs in sets]
        weights = fit([c for s in own for c in s], rate)
        if held:
            say("held out", table, report(table, [c for name, c in new if name == table], weights))
            continue
        figures: Counter[str] = Counter()
        for fold in range(FOLDS):
            learnt = fit([c for n, s in enumerate(own) if n % FOLDS != fold for c in s], rate)
            figures += report(table, [c for n, s in enumerate(own) if n % FOLDS == fold for c in s], learnt)
        say("five folds", table, figures)
        write(table, weights)


if __name__ == "__main__":
    main(sys.argv[1:])
