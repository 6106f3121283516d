"""What becomes of an event, in words: called off, put off, brought forward.

One table for titles, sentences, rows and fields::

    stem in `OFF`, `PUT_OFF` or `FORWARD` ─► its clause ends and its noun form ─► `change_in`

A new verb is one word there. What is denied («미루지 않는다») is no change, because only clause ends of the verb
itself are looked for; whether it is only reckoned with («비가 오면 취소») the caller asks.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipelines.korean.cued import Cued
from pipelines.korean.verbs import any_of, noun_form

NOT_HELD = tuple(
    f"{verb} {end}"
    for verb in ("열지", "하지", "갖지", "치르지", "개최하지", "열리지", "진행하지", "만나지", "가지", "서지")
    for end in ("않", "못하")
)
OFF = ("취소하", "취소되", "없던 일로 하")
DROPPED = ("접", "안 하", "못 하", *NOT_HELD)
"""«집들이는 하지 않습니다», «고구마 캐는 날을 접습니다»: of an event as of anything else («시식은 하지 않는다»)."""
RESTS = ("쉬", "쉬어 가", "쉬어가")
"""«반상회 : 이번달은 쉽니다»: said of a shop just as often."""
PUT_OFF = (
    "연기하",
    "연기되",
    "미루",
    "미뤄지",
    "늦추",
    "늦춰지",
    "순연하",
    "순연되",
    "밀리",
    "물러나",
    "뒤로 미루",
    "뒤로 옮기",
)
FORWARD = ("앞당기", "앞당겨지", "당기", "당겨지")
_BARE = r"(?=$|[.!)\],/…~(]|\s?(?:안내|공지|알림|결정)|를\s(?:알|결정))"
"""Behind a noun that is the whole predicate: «→ 취소», «연기 안내»."""
_CLAUSE = r"(?<![가-힣])"


def _ends(stems: Sequence[str]) -> str:
    nouns = "|".join(noun_form(stem) for stem in stems)
    whole = "|".join(stem for stem in stems if stem[-1] in "되루추기")  # «미루었다», «취소되었다»
    return f"{any_of(stems)}|(?:{nouns})(?![가-힣])|(?:{whole or stems[0]})었(?:다|습니다|고|으며|는데)".replace(
        " ", r"\s?"
    )


_OFF_WORDS = rf"{_CLAUSE}(?:{_ends(OFF)})|(?:취소|무산){_BARE}|(?<![가-힣])폐강"
_DROPPED_WORDS = rf"{_CLAUSE}(?:{_ends(DROPPED)})"
_RESTS_WORDS = rf"{_CLAUSE}(?:{_ends(RESTS)}|없습니다)"
_PUT_WORDS = rf"{_CLAUSE}(?:{_ends(PUT_OFF)})|(?:연기|순연){_BARE}"
_FORWARD_WORDS = rf"{_CLAUSE}(?:{_ends(FORWARD)})"
_CUES = (
    r"취소|[지던]\s?[않못일]|접[고며면으기는습었음어자지려]|[안못]\s?[하합해한했할함]|쉬|슀|쉽니|쉰다|쉴|쉼|없습|무산|폐강|"
    r"연기|미[루뤄뤘룬룹룸룰]|늦[추춰췄춘춥춤출]|순연|밀[리려렸린립림릴]|물러|뒤로|당[기겨겼긴깁김길]"
)
CHANGES = Cued(
    f"(?P<off>{_OFF_WORDS})|(?P<dropped>{_DROPPED_WORDS})|(?P<rests>{_RESTS_WORDS})|(?P<put>{_PUT_WORDS})|"
    f"(?P<forward>{_FORWARD_WORDS})",
    cues=_CUES,
)
_NOT_SAID = re.compile(r"(?:자|려고)$")
"""«취소하자는 말도 나왔지만»."""
_HEARSAY = re.compile(r"(?<=다)는\s")
"""«하루 미뤘다는 소문은 헛소문»."""
_STATES = {"off": "cancelled", "dropped": "cancelled", "rests": "cancelled", "put": "postponed", "forward": "earlier"}


class Change(NamedTuple):
    """What a verb says of the event before it, and where the verb stands."""

    kind: str  # off, dropped, rests, put, forward
    start: int
    end: int
    words: str

    @property
    def state(self) -> str:
        """cancelled, postponed or earlier."""
        return _STATES[self.kind]

    @property
    def is_plain(self) -> bool:
        """Whether the words say so of an event, whatever they stand beside: «취소한다», «열지 않기로 했다»."""
        return self.kind in ("off", "put", "forward") or (self.kind == "dropped" and self.words.endswith("기로"))


def changes_in(text: str, since: int = 0, until: int = sys.maxsize) -> Iterator[Change]:
    """What is said of events between two offsets, in order."""
    for match in CHANGES.finditer(text, since, until):
        if _NOT_SAID.search(match[0]) is None and _HEARSAY.match(text, match.end()) is None:
            yield Change(match.lastgroup or "off", match.start(), match.end(), match[0])


def change_in(text: str, since: int, until: int) -> Change | None:
    """The first change that is said between two offsets."""
    return next(changes_in(text, since, until), None)
