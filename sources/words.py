"""Plain string helpers: a cheap test to run before a pattern or selector, and tables of words."""

from __future__ import annotations

from collections.abc import Iterable


def holds_any(text: str, words: Iterable[str]) -> bool:
    """Whether any of the words occurs in the text."""
    for word in words:  # noqa: SIM110 - asked of every line, row and link; a generator takes twice as long
        if word in text:
            return True
    return False


def word_list(text: str) -> tuple[str, ...]:
    """The words of a text, as a tuple: long tables of words read better as text than as quoted strings."""
    return tuple(text.split())
