"""What a row of an outline or a table looks like: its mark and its end."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.korean.marks import NUMBERED
from store.records import When

LONGEST = 140
SENTENCE = re.compile(
    r"[다요죠까]\s?[.!?~^ㅎㅋㅠ]+|(?:습니다|합니다|니다|어요|해요|예요|세요|한다|된다|열린다|했다)\s?[.!?~)]*$"
)
SIGN = rf"(?:[{NUMBERED}ㅁㅇㆍo|]|[^\w\s()\[\]<>〈〉【】「」『』《》‘’“”\"'~.,!?:;/%&@=|\\])"
BULLET = re.compile(
    rf"^\s?(?:{SIGN}{{1,2}}\s?|\d{{1,2}}[.)]\s?|[가-하ㄱ-ㅎ][.)]\s|안건\s?\d{{0,2}}[.:]?\s|"
    r"\d{1,2}호\s?안건[.:]?\s?|[\[(<【〈]\s?){1,3}"
)


@dataclass(frozen=True, slots=True)
class Row:
    start: int
    end: int
    times: tuple[When, ...]
    marked: bool  # bullet, cell border or mark in front
    inline: bool = False  # one of several marks in one line
