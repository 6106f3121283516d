"""What a check says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Repair = Literal["index", "loss", "tail", "groups", "release", ""]
"""index: index the WARC files anew · loss: the same, and what they lost is accepted · tail: cut a half-written end
off · groups: merge again · release: make it anew"""


@dataclass(frozen=True, slots=True)
class Ailment:
    """One thing that is wrong: where, what, and how it is repaired; else (`repair` empty) what a person can do."""

    where: Literal["store", "archive", "search", "published"]
    what: str
    repair: Repair = ""
    step: str = ""
