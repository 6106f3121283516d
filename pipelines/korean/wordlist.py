"""Reads the word lists in `pipelines/korean/data/*.txt`: words between white space, `#` begins a comment."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def read_words(name: str) -> tuple[str, ...]:
    """The words of `data/<name>.txt` in their order."""
    text = (files("pipelines.korean") / "data" / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(word for line in text.splitlines() for word in line.split("#", 1)[0].split())
