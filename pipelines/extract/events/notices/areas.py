"""One thing held in several areas, a row for each: «원주  11월 17일 오후 2시  중앙도서관», «동부권 | 1월 27일 …»."""

from __future__ import annotations

import re

from pipelines.extract.boilerplate import Line
from pipelines.extract.events.scene import Scene, has_clock, is_dated, names_day
from pipelines.extract.events.words.headlines import clean_title
from pipelines.extract.events.words.heads import CALL_HEADS
from pipelines.extract.events.words.titles import Name, find_names, head_of
from pipelines.korean import regions
from store.records import SpanPair

_LEAD = re.compile(r"\s*(?:[^\w\s(]\s?)?[(（]?(?P<area>[가-힣]{2,5})[)）]?[\s:：|｜│/=-]{1,6}(?=\d)")
_AREA = re.compile(r"[가-힣]{1,3}(?:권역?|부권)|[동서남북중]부")
_CALL_TAIL = re.compile(r"\s?(?:참가자|참가기업|기업|참여자)?\s?(?:모집|신청|접수|안내)\S*$")
SENTENCES = 5
"""Sentences above the rows in which the series is spoken of."""


def area_of(scene: Scene, at: int) -> SpanPair | None:
    """The area that a row begins with, where a row above or below begins with another."""
    number = scene.line_number(at)
    if number is None:
        return None
    own = _led(scene, scene.lines[number])
    around = [n for n in (number - 1, number + 1) if 0 <= n < len(scene.lines)]
    fellows = [_led(scene, scene.lines[n]) for n in around if own is not None]
    words = scene.text[slice(*own)] if own is not None else ""
    return own if any(f is not None and scene.text[slice(*f)] != words for f in fellows) else None


def _led(scene: Scene, line: Line) -> SpanPair | None:
    lead = _LEAD.match(scene.text, line.start, line.end)
    if lead is None:
        return None
    first = next(iter(scene.times_in(lead.end(), lead.end() + 1)), None)
    timed = any(has_clock(t.start) for t in scene.times_in(line.start, line.end))
    if first is None or not timed or not is_dated(first) or not names_day(first):
        return None
    area = lead["area"]
    places = regions.find_places(area)
    whole = bool(places) and places[0].span == (0, len(area))
    return lead.span("area") if whole or _AREA.fullmatch(area) else None


def series_in(scene: Scene, area: SpanPair) -> Name | None:
    """«… 공공구매 설명회» + 동부권: what is spoken of last above the rows, else in the title."""
    above = scene.sentences_above(area[0], SENTENCES)
    names = [n for s in above for n in find_names(scene.text, s.start, s.end) if n.head not in CALL_HEADS]
    strong = [n for n in names if not n.weak]
    quoted = [n for n in strong if n.quoted] or strong
    title = _CALL_TAIL.sub("", clean_title(scene.document.title))
    series = quoted[-1].title if quoted else title if head_of(title) else ""
    words = f"{series} {scene.text[slice(*area)]}"
    return Name(words, area, head_of(series) or "", False, False) if series else None
