"""A cheap look spares a dear pattern: never where the pattern would have found something.

Strings made from each pattern go through all its alternatives, those that no text of ours has, too.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipelines.extract.events.days import changes
from pipelines.extract.events.fields import labels


def _changes(words: str) -> bool:
    return changes.CHANGES.search(words) is not None


def _may_begin(words: str) -> bool:
    return words[-1:] not in labels.TOLD or labels.COLON.search(words) is not None


def _apart(words: str) -> bool:
    return labels.TWO_BLANKS.search(words) is not None


def _bare(words: str) -> bool:
    found = labels.BARE.match(words)
    told = found and (found["mark"].strip() or "  " in found["name"] or len(found["gap"]) > 1)
    return not told or _apart(words) or not labels._begins_plainly(words)


def _bodies(words: str) -> bool:
    return "주최" in words or "주관" in words or "는 곳" in words


LOOKS: tuple[tuple[re.Pattern[str], Callable[[str], bool]], ...] = (
    (changes.CHANGES.pattern, _changes),
    (labels.AT_START, _may_begin),
    (labels.BARE, _bare),
    (labels.WIDE, _apart),
    (labels.BODIES, _bodies),
)


@pytest.mark.parametrize(("pattern", "look"), LOOKS, ids=[look.__name__ for _, look in LOOKS])
def test_nothing_is_missed(pattern: re.Pattern[str], look: Callable[[str], bool]) -> None:
    @settings(max_examples=150, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(pattern))
    def planted(words: str) -> None:
        line = words.split("\n")[0]
        if pattern.search(line):
            assert look(line), line

    planted()
