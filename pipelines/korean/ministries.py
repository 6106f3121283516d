"""Central government bodies with their short names (data/ministries.txt)."""

from __future__ import annotations

from functools import lru_cache

from pipelines.korean.wordlist import read_words


@lru_cache(maxsize=1)
def ministries() -> dict[str, str]:
    """Every name in use, full or short → the full name."""
    names: dict[str, str] = {}
    for entry in read_words("ministries"):
        full, _, short = entry.partition("=")
        names[full] = full
        names |= {s: full for s in short.split(",") if s}
    return names
