"""Korean numerals: digits with 만 and 억, Sino-Korean (이천십오) and native (예순두) words, day counts (사흘).

Regular-expression fragments for the scanners stand beside the readers, so both stay in step.
"""

from __future__ import annotations

import re

SINO_DIGITS = {c: n for n, c in enumerate("일이삼사오육칠팔구", 1)} | {"영": 0, "공": 0, "륙": 6, "유": 6, "시": 10}
SMALL_UNITS = {"십": 10, "백": 100, "천": 1000}
LARGE_UNITS = {"만": 10**4, "억": 10**8, "조": 10**12}

# The counting forms (한, 두, 세 …) come before nouns, the plain ones (하나, 둘 …) stand alone.
NATIVE_ONES = {
    "한": 1, "하나": 1, "두": 2, "둘": 2, "세": 3, "셋": 3, "석": 3, "서": 3, "네": 4, "넷": 4, "넉": 4, "너": 4,
    "다섯": 5, "닷": 5, "여섯": 6, "엿": 6, "일곱": 7, "여덟": 8, "아홉": 9,
}  # fmt: skip
NATIVE_TENS = {
    "열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90,
}  # fmt: skip

DAY_COUNTS = {
    "하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9,
    "열흘": 10, "열하루": 11, "열이틀": 12, "보름": 15, "스무날": 20, "일주일": 7,
}  # fmt: skip
"""Native names of spans of days. 그믐 is a day of the lunar month, not a count."""

_DAY_ONES = (
    ("하루", "하룻날"), ("이틀", "이튿날"), ("사흘", "사흗날"), ("나흘", "나흗날"), ("닷새", "닷샛날"),
    ("엿새", "엿샛날"), ("이레", "이렛날"), ("여드레", "여드렛날"), ("아흐레", "아흐렛날"),
)  # fmt: skip
MONTH_DAYS = {
    f"{tens}{word}": start + n
    for tens, start in (("초", 0), ("열", 10), ("스무", 20))
    for n, words in enumerate(_DAY_ONES, 1)
    for word in (*words, f"{words[0]}날")
} | {"초열흘": 10, "열흘": 10, "열흘날": 10, "보름": 15, "보름날": 15, "스무날": 20, "그믐": -1, "그믐날": -1}
"""Native names of days of a month: 초하루, 열이튿날 (some write 열이틀날); -1 is the last. 열흘 counts days as well."""

ORDINALS = {
    "첫째": 1, "첫번째": 1, "첫": 1, "둘째": 2, "두번째": 2, "두째": 2, "셋째": 3, "세번째": 3, "세째": 3,
    "넷째": 4, "네번째": 4, "네째": 4, "다섯째": 5, "다섯번째": 5, "마지막": -1, "끝": -1,
}  # fmt: skip


def _longest_first(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


NATIVE = rf"(?:(?:{_longest_first(NATIVE_TENS)})(?:{_longest_first(NATIVE_ONES)})?|{_longest_first(NATIVE_ONES)})"
"""A native number below 100, as a regular expression without groups that capture."""

_NATIVE_PARTS = re.compile(rf"({_longest_first(NATIVE_TENS)})?({_longest_first(NATIVE_ONES)})?")
_AMOUNT_PART = re.compile(r"([0-9][0-9,.]{0,20}|[일이삼사오육칠팔구])?\s?([십백천])?\s?([만억조])?")


def native(word: str) -> int | None:
    """예순두 → 62, 스무 → 20, 열하나 → 11; None when the word is no native number."""
    found = _NATIVE_PARTS.fullmatch(word.replace(" ", ""))
    if not word or found is None:
        return None
    return NATIVE_TENS.get(found[1] or "", 0) + NATIVE_ONES.get(found[2] or "", 0)


def sino(word: str) -> int | None:
    """이천십오 → 2015, 이십칠 → 27, 공이 → 2 (digit by digit); None when the word is no Sino-Korean number."""
    if not word or any(c not in SINO_DIGITS and c not in SMALL_UNITS and c not in LARGE_UNITS for c in word):
        return None
    if all(c in SINO_DIGITS for c in word):
        return int("".join(str(SINO_DIGITS[c] % 10 if len(word) > 1 else SINO_DIGITS[c]) for c in word))
    total = part = digit = 0
    for c in word:
        if c in SINO_DIGITS:
            digit = SINO_DIGITS[c]
        elif c in SMALL_UNITS:
            part += (digit or 1) * SMALL_UNITS[c]
            digit = 0
        else:
            total += ((part + digit) or 1) * LARGE_UNITS[c]
            part = digit = 0
    return total + part + digit


def spelled(word: str) -> int | None:
    """예순두 → 62, 오백 → 500, 백스무 → 120: native, Sino-Korean, or hundreds before a native rest; None otherwise."""
    word = word.replace(" ", "")
    for cut in range(len(word), -1, -1):
        head, tail = sino(word[:cut]) if cut else 0, native(word[cut:]) if cut < len(word) else 0
        if head is not None and tail is not None and (cut in (0, len(word)) or head % 100 == 0):
            return head + tail
    return None


def amount(text: str) -> float | None:
    """2억4천만 → 240000000, 4만3400 → 43400, 73조244억 → 73024400000000, 1,700 → 1700; None when it is no amount."""
    total = part = 0.0
    at, text = 0, text.strip()
    while at < len(text):
        found = _AMOUNT_PART.match(text, at)
        if found is None or found.end() == at:
            return None
        figure, small, large = found.groups()
        if figure is None and small is None and not part:
            return None
        if figure or small:
            try:
                number = 1.0 if figure is None else float(SINO_DIGITS.get(figure) or figure.replace(",", ""))
            except ValueError:
                return None
            part += number * SMALL_UNITS.get(small or "", 1)
        if large:
            total += part * LARGE_UNITS[large]
            part = 0.0
        at = found.end()
        while at < len(text) and text[at] == " ":
            at += 1
    return total + part if text else None
