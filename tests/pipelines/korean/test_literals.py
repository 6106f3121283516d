"""Words that a pattern cannot do without: each match has one of them inside."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.korean.literals import longest, needed

TOLD = {
    r"장터를": {"장터를"},
    r"[가-힣]{2,8}(?:이|가)\s(?:주최|후원)": {"주최", "후원"},
    r"(?<=꿈)?나눔(?:장터)?": {"나눔"},
    r"(?:개소|개원)식(?=을)": {"개소식", "개원식"},
    r"\d+(?:(?:장터|잔치)+|모임)": {"장터", "잔치", "모임"},
    r"밥상\s?모임": {"밥상", "모임"},
    r"(?P<what>텃밭[ ]?모임)|마실": {"텃밭 모임", "텃밭모임", "마실"},
    r"[쌤샘]님?": {"쌤", "샘"},
    r"(?m)^[·•]\s": {"·", "•"},
}


@pytest.mark.parametrize(("pattern", "words"), TOLD.items())
def test_a_pattern_names_words_that_every_match_holds(pattern: str, words: set[str]) -> None:
    found = needed(pattern)
    assert found is not None
    assert found == words or words >= found


@pytest.mark.parametrize(
    "pattern", [r"[가-힣]+", r"(?:장터)?", r"장터|\d+", r"(?i)coop", r"[^\n]{3}", r"이|가", r"(?:장터)*$"]
)
def test_nothing_to_say(pattern: str) -> None:
    assert needed(pattern) is None


@pytest.mark.parametrize("pattern", TOLD)
def test_every_match_has_one(pattern: str) -> None:
    words = needed(pattern)

    @settings(max_examples=60, deadline=None, database=None)
    @given(st.from_regex(re.compile(pattern)))
    def holds(text: str) -> None:
        found = re.search(pattern, text)
        assert found is None or (words is not None and any(word in found[0] for word in words)), text

    holds()


def test_a_pattern_tells_how_long_a_match_can_be() -> None:
    assert longest(r"[가-힣]{2,4}(?:장터|잔치)(?=[은는]\s)") == 8
    assert longest(r"(?<=마을)장터(?!를)") == 2
    assert longest(r"장터[^\n]*") > 10**6
