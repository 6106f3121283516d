"""What the grammars hand on: a span that names a body, with its kind as far as the words tell."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """[start, end) of a name in the text. `type` None: the name alone does not tell. `venue_like`: an
    institution that does not count where it is only the place of something (guideline §5)."""

    start: int
    end: int
    text: str
    type: str | None
    rule: str
    weight: int = 5  # which of two overlapping mentions stays; the longer one among equals
