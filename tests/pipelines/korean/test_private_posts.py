"""Persons in the posts of the annotated sets: how many are found, and how many words are struck out that are nobody."""

from __future__ import annotations

from pathlib import Path

import pytest
from fit_people import measure

GOLD = Path(__file__).resolve().parents[2] / "gold"
EVENTS_ALONE = range(105, 109)


@pytest.mark.parametrize(
    ("sets", "precision", "recall"),
    [
        pytest.param(range(13, 80), 0.97, 0.95, id="known to rules and weights"),
        pytest.param(range(80, 117), 0.93, 0.90, id="known to the weights"),
        # of the 23 words here that nobody annotated, thirteen are people («└ 한라봉요정 : …», «책벌레맘입니다»)
        pytest.param(range(121, 125), 0.70, 0.80, id="known to none"),
        pytest.param(range(125, 129), 0.85, 0.88, id="known to none, of two others"),
    ],
)
def test_persons_of_posts(sets: range, precision: float, recall: float) -> None:
    found = measure([GOLD / f"articles_blind{n}.jsonl" for n in sets if n not in EVENTS_ALONE])
    told = found["person_name found"] + found["nickname found"]
    invented = found["person_name invented"] + found["nickname invented"]
    missed = found["person_name missed"] + found["nickname missed"]
    print(f"precision {told / (told + invented):.3f}, recall {told / (told + missed):.3f} of {told + missed}")
    assert told / (told + invented) >= precision
    assert told / (told + missed) >= recall
