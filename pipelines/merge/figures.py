"""The figures and times of day of a text, as plain values two texts can share.

Not the extractors' facts: nobody asks here what was counted. Small numbers, dates, rounds and phone
numbers are left out, because every text has them.
"""

from __future__ import annotations

import re

from pipelines.korean import numerals

NUMBER = re.compile(
    r"(?<![\d.,:])(\d[\d,]{0,14}(?:\.\d{1,4})?(?:\s?[만억조천백]\s?(?:\d[\d,]{0,8})?){0,4})\s?([가-힣㎾㎏%a-zA-Z]{0,3})"
)
YEAR_ALONE = re.compile(r"(?:19|20)\d\d")
WORD_NUMBER = re.compile(
    rf"(?<![가-힣\d])(?<!\d\s)({numerals.NATIVE}|[이삼사오육칠팔구]?[십백천](?:[일이삼사오육칠팔구]?[십백])?(?:[일이삼사오육칠팔구])?)\s?(?=[가-힣])"
)
COUNTED = (
    "명",
    "사람",
    "분",
    "곳",
    "군데",
    "가지",
    "통",
    "편",
    "점",
    "개",
    "팀",
    "채",
    "장",
    "기업",
    "석",
    "가구",
    "농가",
    "업체",
    "단체",
    "조합",
    "마리",
    "동",
    "건",
    "권",
    "벌",
    "대",
    "칸",
    "째",
)
TIME_UNITS = (
    "년",
    "월",
    "일",
    "시",
    "분",
    "차",
    "회",
    "기",
    "호",
    "층",
    "번",
    "세",
    "살",
    "주",
    "교시",
    "번지",
    "동",
    "로",
    "길",
    "주년",
    "분기",
    "반기",
    "위",
    "대",
    "초",
    "조",
    "항",
)
CLOCK = re.compile(
    r"(오전|오후|낮|저녁|밤|아침|새벽)?\s?(?<!\d)(\d{1,2})(?::(\d\d)|시(?!간)(?:\s?(\d{1,2})분|\s?(반))?)"
)
WORD_CLOCK = re.compile(
    r"(오전|오후|낮|저녁|밤|아침|새벽)?\s?(열두|열한|다섯|여섯|일곱|여덟|아홉|열|한|두|세|네)\s?시(?!간|장|민|군|작|절)"
)


def figures(text: str) -> frozenset[float]:
    """Counts and amounts of ten and more, and shares; no dates, times, rounds or phone numbers."""
    found: set[float] = set()
    for match in NUMBER.finditer(text):
        unit = match[2]
        if text[match.start() - 1 : match.start()] == "-" or text[match.end(1) : match.end(1) + 1] in "-.:/~∼":
            continue
        if unit.startswith(TIME_UNITS) and not unit.startswith(("개", "대상")):
            continue
        if YEAR_ALONE.fullmatch(match[1]) and not unit.startswith(COUNTED):
            continue
        value = numerals.amount(match[1].strip())
        if value is not None and unit.startswith("할"):
            value *= 10  # 3할 is 30 %
        if value is not None and (value >= 10 or unit.startswith(("%", "할", "톤"))):
            found.add(float(value))
    for match in WORD_NUMBER.finditer(text):
        if text.startswith(COUNTED, match.end()):
            count = numerals.native(match[1]) or numerals.sino(match[1])
            if count and count >= 10:
                found.add(float(count))
    return frozenset(found)


def clocks(text: str) -> frozenset[str]:
    """Times of day as HH:MM."""
    found = set()
    for half, hour, minute, minute2, half_past in CLOCK.findall(text):
        found.add(_clock(half, int(hour), int(minute or minute2 or (30 if half_past else 0))))
    for half, word in WORD_CLOCK.findall(text):
        found.add(_clock(half, numerals.native(word) or 0, 0))
    if "정오" in text:
        found.add("12:00")
    return frozenset(c for c in found if c)


def _clock(half: str, hour: int, minute: int) -> str:
    if half in ("오후", "저녁", "밤") and hour < 12:
        hour += 12
    if half == "낮" and hour < 6:
        hour += 12
    return f"{hour:02d}:{minute:02d}" if 0 < hour <= 24 and minute < 60 else ""
