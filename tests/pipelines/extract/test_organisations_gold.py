"""Bodies of the annotated sets by canonical name or alias: how many are found, and how many are none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipelines.extract.lines import as_document
from pipelines.extract.organisations import find_organisations
from pipelines.korean.names import squeeze
from store.records import Organisation

GOLD = Path(__file__).resolve().parents[2] / "gold"


def texts(sets: range) -> Iterator[dict[str, Any]]:
    for number in sets:
        lines = (GOLD / f"articles_blind{number}.jsonl").read_text(encoding="utf-8").splitlines()
        yield from (a for a in map(json.loads, lines) if a["relevant"] and "organisations" in a)


def names(told: Any) -> set[str]:
    name, aliases = (told.name, told.aliases) if isinstance(told, Organisation) else (told["name"], told["aliases"])
    return {squeeze(each) for each in (name, *aliases)}


def counts(text: dict[str, Any]) -> tuple[int, int, int]:
    """(found, made up, missed) of one text. As the guideline has it, a government or a place of an event is neither
    right nor wrong where no annotation names it."""
    gold = [names(body) for body in text["organisations"]]
    venues = " ".join(squeeze(e["venue"]) for e in text["events"] if e["venue"])
    told = [
        (body, own)
        for body in find_organisations(as_document(text))
        if (own := names(body)) & set().union(*gold)
        or not (body.type == "local_government" or any(word in venues for word in own))
    ]
    found = sum(any(one & own for _, own in told) for one in gold)
    return found, sum(not any(one & own for one in gold) for _, own in told), len(gold) - found


@pytest.mark.parametrize(
    ("sets", "floor"),
    [
        pytest.param(range(13, 80), 0.95, id="known to the rules"),
        pytest.param(range(80, 95), 0.95, id="read"),
        pytest.param(range(95, 126), 0.92, id="read once"),
        pytest.param(range(126, 133), 0.86, id="known to the weights alone"),
        pytest.param(range(133, 137), 0.85, id="read by nobody"),
    ],
)
def test_bodies_of_the_once_blind_sets(sets: range, floor: float) -> None:
    found, invented, missed = map(sum, zip(*map(counts, texts(sets)), strict=True))
    f1 = 2 * found / (2 * found + invented + missed)
    print(f"precision {found / (found + invented):.3f}, recall {found / (found + missed):.3f}, F1 {f1:.3f}")
    assert f1 >= floor
