"""Fits the weights by which proposed names are judged bodies or none, and tells how well they do on unseen texts.

    python tests/fit_bodies.py ../shared/gold/articles.jsonl tests/gold/articles_*.jsonl     (writes bodies.tsv)
    python tests/fit_bodies.py --held-out NEW.jsonl … -- OLD.jsonl …                         (measures only)

Each proposal of the grammars is a choice: a body, or none. The fit is that of `fit_weights`. What is found and made up
for a reader is measured by `test_organisations_gold.py`.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from pipelines.extract.boilerplate import split_lines
from pipelines.extract.lines import as_document
from pipelines.extract.organisations import own_lines, proposals
from pipelines.extract.organisations.judging import (
    LEAST_OF_GUESSES,
    features,
    features_of_proposal,
    lines_of,
    stretch_of,
)
from tests.fit_weights import fit, shares_of, write
from tests.weight_choices import Choice

TABLE = "bodies"
NONE, BODY = 0, 1


def choices_of(path: Path) -> Iterator[Choice]:
    """The choices of the relevant texts of one annotated file whose bodies are annotated."""
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        if row.get("relevant") and "organisations" in row:
            yield from _of_text(row)


def _of_text(row: dict[str, Any]) -> Iterator[Choice]:
    document = as_document(row)
    named = {(start, end) for body in row["organisations"] for start, end in body["mentions"]}
    lines = own_lines(split_lines(document.text, document.title))
    line_of = lines_of(document.text, document.title, lines)
    for mention in dict.fromkeys(proposals(document, lines)):
        line = line_of(mention)
        if (stretch := stretch_of(line, mention)) is not None:
            asked = dict.fromkeys((*features(line, stretch), *features_of_proposal(mention, stretch)))
            right = BODY if (mention.start, mention.end) in named else NONE
            yield Choice(((), tuple(asked)), frozenset((right,)))


def measure(learnt: dict[str, float], choices: Iterable[Choice]) -> None:
    """Prints how many of the right and of the wrong proposals stay."""
    counts: Counter[str] = Counter()
    for choice in choices:
        right = "right" if BODY in choice.right else "wrong"
        counts[right] += 1
        counts[f"{right} kept"] += shares_of(learnt, choice.options)[BODY] >= LEAST_OF_GUESSES
    print(f"right {counts['right kept']} of {counts['right']}, wrong {counts['wrong kept']} of {counts['wrong']} stay")


def main(arguments: list[str]) -> None:
    if arguments[:1] == ["--held-out"]:
        middle = arguments.index("--")
        measure(fit(_read(arguments[middle + 1 :])), _read(arguments[1:middle]))
    else:
        write(TABLE, fit(_read(arguments)))


def _read(paths: Iterable[str]) -> list[Choice]:
    return [choice for path in paths for choice in choices_of(Path(path))]


if __name__ == "__main__":
    main(sys.argv[1:])
