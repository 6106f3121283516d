"""What a row of an outline or a table looks like: its mark, its end, the name in brackets that leads it."""

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
    led: bool = False  # begins with a name in brackets and its day


# «[김장] 11/23(토) …», «<돌봄노동자 마음돌봄 워크숍> 9/2(금) …»
LED = re.compile(r"\s?(?:[^\w\s\[<〈《【]\s?)?[\[<〈《【](?P<name>[^\]>〉》】\n]{2,30})[\]>〉》】]\s?")
# «[전달] 어제 단톡방에 온 거 …»: what kind of post it is
KIND_TAG = re.compile(
    r"(?:재\s?)?(?:전달|공유|퍼옴|펌|퍼온\s?글|받은\s?글|공지|알림|안내|긴급|필독|정정|수정|후기|질문|답변|사진|포토|단체\s?문자|"
    r"Web발신|국외발신|FW|RE)(?:\s?사항)?",
    re.I,
)
