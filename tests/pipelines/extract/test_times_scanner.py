"""The scanner asks only rows whose key stands in the text; no row may be missed by its keys."""

from __future__ import annotations

import json
import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from pipelines.extract.times.lexicon import TABLES
from pipelines.extract.times.tokens import _FIGURE, normalise, rows

GOLD = Path(__file__).parents[2] / "gold"
ROWS = [(keys, re.compile(pattern)) for _, keys, pattern, _ in rows()]
WORDS = sorted({word for table in TABLES.values() for word in table})
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.integers(0, 99_999_999).map(str),
    st.sampled_from(
        [*" ./-~:,·()'일월년시분주째회차박달", "요일", "개월", "분기", "학년도", "pm", "3·1절", "초하루", "정월"]
    ),
)


def missed(text: str) -> list[tuple[str, str]]:
    """(pattern, words) of every row that fits somewhere and is not asked there."""
    found = []
    for at in range(len(text)):
        figure = _FIGURE.match(text, at)
        key = text[figure.end() : figure.end() + 1] if figure else text[at]
        for keys, pattern in ROWS:
            firsts, says_figure, after = keys.partition("#")
            asked = says_figure and (not after or key in after) if figure else key in firsts
            if not asked and (match := pattern.match(text, at)):
                found.append((pattern.pattern, match[0]))
    return found


def test_annotated_expressions() -> None:
    for path in sorted(GOLD.glob("temporal*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            assert missed(normalise(json.loads(line)["context"])) == []


@given(st.lists(PIECES, max_size=8).map("".join))
def test_made_expressions(text: str) -> None:
    assert missed(normalise(text)) == []
