"""Fits the weights of `pipelines/korean/data/people.tsv` to annotated board posts, and tells how they do on others.

    python tests/fit_people.py ../shared/gold/articles.jsonl tests/gold/articles_*.jsonl tests/gold/private_*own.*
                                                                                            (writes the table)
    python tests/fit_people.py --held-out NEW.jsonl … -- OLD.jsonl …                        (measures only)

Figures are of persons in board posts, named or called: what the rules and the weights find together, word by word.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from pipelines.korean import likely_people
from pipelines.korean.loglinear import Weights
from pipelines.korean.private import find_private
from tests import fit_weights
from tests.weight_choices import Choice

Row = dict[str, Any]
PEOPLE = ("person_name", "nickname")
DATA = Path(__file__).resolve().parents[1] / "pipelines" / "korean" / "data"


_MARK = re.compile(r"\{([np]):([^}]+)\}")
_MARKED = {"n": "nickname", "p": "person_name"}


def read_marked(line: str) -> tuple[str, list[tuple[str, int, int]]]:
    """«{n:달팽이}가 만든 …» without its marks, and what they say: type, start, end."""
    text, found, at = "", [], 0
    for mark in _MARK.finditer(line):
        text += line[at : mark.start()]
        found.append((_MARKED[mark[1]], len(text), len(text) + len(mark[2])))
        text, at = text + mark[2], mark.end()
    return text + line[at:], found


def marked_lines(path: Path) -> list[str]:
    """The lines of a file of marked lines, «⏎» for a new line; «? » in front: known not to be found yet."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.replace("⏎", "\n") for line in lines if line and not line.startswith("#")]


def posts(path: Path) -> Iterator[Row]:
    """The board posts of an annotated file, or each line of a file of marked lines."""
    if path.suffix == ".txt":
        for text, found in (read_marked(line.removeprefix("? ")) for line in marked_lines(path)):
            yield {"title": "", "text": text, "pii": [{"type": t, "span": [s, e]} for t, s, e in found]}
        return
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    yield from (row for row in rows if row["channel"] == "board" and "pii" in row)  # some sets have events alone


def choices(row: Row) -> Iterator[Choice]:
    """Each word that may be someone, with what a person annotated it as."""
    told = {tuple(p["span"]): p["type"] for p in row["pii"] if p["type"] in PEOPLE}
    for one in likely_people.candidates(row["text"]):
        kind = told.get((one.start, one.end), "nobody")
        options = tuple(tuple(f"{name}\t{f}" for f in one.features) for name in likely_people.CLASSES)
        yield Choice(options, frozenset([likely_people.CLASSES.index(kind)]))


def table_of(learnt: dict[str, float]) -> dict[str, tuple[float, ...]]:
    """Feature → a weight a class; what is nearer to nothing than `SMALL` is left out."""
    rows: dict[str, dict[str, float]] = {}
    for key, weight in learnt.items():
        name, _, feature = key.partition("\t")
        rows.setdefault(feature, {})[name] = weight
    kept = {f: w for f, w in rows.items() if max(map(abs, w.values())) >= fit_weights.SMALL and "\t" not in f}
    return {
        f: tuple(round(kept[f].get(name, 0.0), 2) for name in likely_people.CLASSES)
        for f in sorted(kept)
        if "\n" not in f and "\r" not in f
    }


def fit(files: Iterable[Path]) -> dict[str, tuple[float, ...]]:
    return table_of(fit_weights.fit([c for path in files for row in posts(path) for c in choices(row)]))


def measure(files: Sequence[Path]) -> Counter[str]:
    """Persons found, missed and invented in board posts by everything that `find_private` knows."""
    counts: Counter[str] = Counter()
    for row in (row for path in files for row in posts(path)):
        gold = [(p["type"], *p["span"]) for p in row["pii"] if p["type"] in PEOPLE]
        found = find_private(row["text"], channel="board", title=row["title"])
        ours = [(p.type, *p.span) for p in found if p.type in PEOPLE]
        for kind, start, end in gold:
            counts[f"{kind} {'found' if any(s < end and start < e for _, s, e in ours) else 'missed'}"] += 1
        for kind, start, end in ours:
            counts[f"{kind} invented"] += not any(s < end and start < e for _, s, e in gold)
    return counts


def main(arguments: list[str]) -> None:
    held: list[str] = []
    if arguments[:1] == ["--held-out"]:
        held, arguments = arguments[1 : arguments.index("--")], arguments[arguments.index("--") + 1 :]
    table = fit(map(Path, arguments))
    if held:
        with patch.object(likely_people, "weights", return_value=Weights(len(likely_people.CLASSES), table)):
            print(dict(measure([Path(path) for path in held])))
        return
    lines = ["\t".join([f, *(f"{w:.2f}" for w in row)]) for f, row in table.items()]
    (DATA / "people.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"people.tsv: {len(lines)} features")


if __name__ == "__main__":
    main(sys.argv[1:])
