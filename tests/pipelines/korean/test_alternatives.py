"""Alternatives brought together find what they found one after the other."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.korean.alternatives import spelled_out, together
from pipelines.korean.legal_forms import GENERIC
from pipelines.korean.wordlist import read_words

GOLD = Path(__file__).resolve().parents[2] / "gold"


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("총무|간사|총장|간호사", "총(?:무|장)|간(?:사|호사)"),
        ("가|가나", "가(?:|나)"),  # the shorter first: it stays the one that is found
        ("가?나|가다|[가나]다|가라|가마", "가?나|가다|[가나]다|가(?:라|마)"),
        (r"[]|]가|(?:가|나)다|\|가|가다", r"[]|]가|(?:가|나)다|\|가|가다"),
    ],
)
def test_alternatives_that_begin_alike_share_their_beginning(pattern: str, wanted: str) -> None:
    assert together(pattern) == wanted


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("(?:밥|떡)집|역", "밥집|떡집|역"),
        ("(?:(?:큰|작은)|새)집", "큰집|작은집|새집"),
        ("(?:가|)나", "가나|나"),
        (r"(?:가|나)?다|(?:[)|]|가\|)나", r"(?:가|나)?다|[)|]나|가\|나"),
        ("(?=가|나)다|(?P<a>가|나)", "(?=가|나)다|(?P<a>가|나)"),  # no plain groups
    ],
)
def test_groups_in_front(pattern: str, wanted: str) -> None:
    assert spelled_out(pattern) == wanted


@given(st.lists(st.text("가나다", min_size=1, max_size=4), min_size=1, max_size=12), st.text("가나다 ", max_size=30))
def test_any_words(words: list[str], text: str) -> None:
    plain, grouped = re.compile("|".join(words)), re.compile(together("|".join(words)))
    assert [m.span() for m in grouped.finditer(text)] == [m.span() for m in plain.finditer(text)]


@pytest.mark.parametrize("pattern", [GENERIC.pattern, "|".join(map(re.escape, sorted(read_words("plain_nouns"))))])
def test_lists_over_texts(pattern: str) -> None:
    plain, grouped = re.compile(pattern), re.compile(together(pattern))
    for row in (GOLD / "articles_own.jsonl").read_text(encoding="utf-8").splitlines():
        text = json.loads(row)["text"]
        assert [m.span() for m in grouped.finditer(text)] == [m.span() for m in plain.finditer(text)]
