"""What words are made of and how they lie to a day: features of what the tables weigh."""

from __future__ import annotations

import re
from itertools import pairwise

_NO_LETTERS = re.compile(r"\W+")
_DIGIT = re.compile(r"\d")
_NEAREST = 24
"""Characters in which the word beside a day lies."""

Features = tuple[str, ...]


def pairs(words: str) -> list[str]:
    """Its letters two by two, without spaces: 마을, 을총, 총회 of «마을 총회». New words are made of known pairs."""
    letters = _NO_LETTERS.sub("", words)
    return [one + other for one, other in pairwise(letters)]


def beside_day(between: str, later: bool) -> Features:
    """The word next to the day, on the side of what is weighed: «15일 오후 …», «… 오는 15일»; none where they touch."""
    near = _DIGIT.sub("0", between[:_NEAREST] if later else between[-_NEAREST:]).split()
    if not near:
        return (f"D{later}",)
    word = near[0 if later else -1]
    return f"D{later}{word[:3]}", f"D{later}*{word[-2:]}"
