"""No word is missing: what a pattern fits has one of its words inside, in texts and in strings made from it."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipelines.korean.cued import Cued

GOLD = Path(__file__).resolve().parents[2] / "gold"


def _all_cued() -> dict[str, Cued]:
    """Each pattern once, under the first name it was found by; those of a tuple under its name and their number."""
    found: dict[Cued, str] = {}
    for package in ("pipelines.extract", "pipelines.korean"):
        for info in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
            if not info.name.endswith(".flow"):  # Prefect takes seconds to import
                for name, value in vars(importlib.import_module(info.name)).items():
                    for number, one in enumerate(value if isinstance(value, tuple) else (value,)):
                        if isinstance(one, Cued):
                            found.setdefault(one, f"{info.name}.{name}{number or ''}")
    return {name: cued for cued, name in found.items()}


CUED = _all_cued()


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return [json.loads(row).get("text", "") for path in GOLD.glob("*.jsonl") for row in path.read_text().splitlines()]


@pytest.fixture(scope="module")
def lines(texts: list[str]) -> list[str]:
    """Each once; all patterns are asked for one of them in a row, as a reading does: its words are looked for once."""
    return list(dict.fromkeys(line for text in texts for line in text.splitlines()))


def test_in_texts(lines: list[str]) -> None:
    for line in lines:
        for name, cued in CUED.items():
            alone = [m.span() for m in cued.pattern.finditer(line)]
            assert [m.span() for m in cued.finditer(line)] == alone, name


def _stretches(text: str) -> list[tuple[int, int]]:
    """Its lines in order, some that lap over each other, and all again from the end."""
    lines = [m.span() for m in re.finditer(r"[^\n]+", text)]
    halves = [(start + (end - start) // 3, end - (end - start) // 4) for start, end in lines]
    return [*lines, *halves, (0, len(text)), *reversed(lines)]


def test_in_stretches_of_a_text(texts: list[str]) -> None:
    """Where its words stand is kept between two questions, whatever text and place they are about."""
    for text in texts[::5]:
        stretches = _stretches(text)
        for name, cued in CUED.items():
            for start, end in stretches:
                alone = [m.span() for m in cued.pattern.finditer(text, start, end)]
                assert [m.span() for m in cued.finditer(text, start, end)] == alone, (name, text[start:end])


@pytest.mark.parametrize("name", CUED)
def test_in_strings_made_from_the_pattern(name: str) -> None:
    """The texts hold a fifth of the words; these strings go through every alternative."""
    cued = CUED[name]

    @settings(max_examples=25, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(re.compile(cued.pattern.pattern)))
    def planted(words: str) -> None:
        if cued.pattern.search(words):
            assert cued.search(words), words

    planted()
