"""Cheap questions to a text, asked before a pattern or a selector is: mostly the answer is no."""

from __future__ import annotations

from collections.abc import Iterable


def holds_any(text: str, words: Iterable[str]) -> bool:
    """Does any of the words stand in a text?"""
    for word in words:  # noqa: SIM110 - asked of every line, row and link; a generator takes twice as long
        if word in text:
            return True
    return False
