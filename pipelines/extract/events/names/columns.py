"""Lists in columns apart by spaces, name, day, place: «섬벽화      18일 (토) 오후 1시      골목»."""

from __future__ import annotations

import re

from pipelines.extract.events.fields.rowshapes import BULLET, SENTENCE, Row
from pipelines.extract.events.scene import Scene
from pipelines.extract.events.words.headlines import clean_title
from pipelines.extract.events.words.titles import head_of
from store.records import SpanPair

_COLUMN = re.compile(r"\W{0,3}[가-힣][^\n]{0,22}?[ ]{2,}(?=\d{1,2}(?:일|[./월])|매[주월]\s)")
_TAKEN_IN = re.compile(r"받[는기]|접수|신청|마감|알림|원서|모집|원래|바뀜|변경|당초")
_LEAST = 3  # lines
_NUMBER = re.compile(r"^\s?\d{1,2}[\]】)]\s?")


def is_columned(scene: Scene, row: Row, cell: SpanPair) -> bool:
    """«섬벽화      18일 (토) 오후 1시      골목» among others: names, days and places in columns apart by spaces."""
    number = scene.line_number(row.start)
    if number is None or _TAKEN_IN.search(scene.text, *cell):
        return False
    around = scene.lines[max(0, number - _LEAST) : number + _LEAST + 1]
    columns = [_COLUMN.match(scene.text, line.start, line.end) is not None for line in around]
    return columns[number - max(0, number - _LEAST)] and sum(columns) >= _LEAST


def over(scene: Scene, row: Row) -> str:
    """«【1】 선거구 모임» right above them: what all are."""
    for line in reversed(scene.lines_above(row.start, 2 * _LEAST)):
        if _COLUMN.match(scene.text, line.start, line.end) is not None:
            continue
        words = scene.text[line.start : line.end]
        bare = _NUMBER.sub("", words[lead.end() if (lead := BULLET.match(words)) else 0 :])
        return clean_title(bare) if len(bare) <= 30 and head_of(bare) and SENTENCE.search(words) is None else ""
    return ""
