"""The words of time, as tables: kind of token → surface → value. A new word goes into the row of its kind.

A space in a surface may be missing in the text (다음 달 = 다음달). Kinds whose words only count inside an
expression that something else opened stand in INNER; those that may open one stand in OPENING.
"""

from __future__ import annotations

from pipelines.korean.calendar import LUNAR_HOLIDAYS, SOLAR_HOLIDAYS, SOLAR_TERMS, WEEKDAY_HOLIDAYS

Value = int | str | tuple[int, ...]

REL_DAY = {
    "그끄저께": -3, "그끄제": -3, "그저께": -2, "엊그제": -2, "그제": -2, "어저께": -1, "어제": -1, "작일": -1,
    "어젯": -1,
    "오늘": 0, "금일": 0, "내일 모레": 2, "낼 모레": 2, "내일": 1, "낼": 1, "명일": 1, "모레": 2,
    "그글피": 4, "글피": 3,
}  # fmt: skip
"""Days counted from the publication."""

ANCHOR_DAY = {
    "이튿날": 1, "다음 날": 1, "익일": 1, "전날": -1, "하루 전날": -1, "당일": 0, "같은 날": 0, "이날": 0, "그날": 0,
}  # fmt: skip
"""Days counted from the day the text spoke of last."""

RUN_DAY = {"첫날": 1, "첫째 날": 1, "둘째 날": 2, "셋째 날": 3, "넷째 날": 4, "마지막 날": -1}
"""Days counted inside the period the text spoke of last."""

REL_WEEK = {
    "지지난 주": -2, "지난 주": -1, "저번 주": -1, "이번 주": 0, "요번 주": 0, "금주": 0,
    "다다음 주": 2, "다음 주": 1, "오는 주": 1, "담 주": 1, "내주": 1, "차주": 1,
}  # fmt: skip
ANCHOR_WEEK = {"그 다음 주": 1, "그다음 주": 1, "같은 주": 0, "그 주": 0}
"""Weeks counted from the day the text spoke of last; only in front of a weekday."""

REL_MONTH = {
    "지지난 달": -2, "지난 달": -1, "저번 달": -1, "전월": -1, "이번 달": 0, "이 달": 0, "금월": 0, "당월": 0,
    "다다음 달": 2, "다음 달": 1, "담 달": 1, "내달": 1, "익월": 1, "차월": 1,
}  # fmt: skip
REL_QUARTER = {"지난 분기": -1, "전 분기": -1, "직전 분기": -1, "이번 분기": 0, "금 분기": 0, "다음 분기": 1}
REL_YEAR = {
    "재작년": -2, "지지난 해": -2, "작년": -1, "작년도": -1, "지난 해": -1, "지난 한 해": -1, "전년": -1, "전년도": -1,
    "올 해": 0, "올해": 0, "올 한 해": 0, "금년": 0, "금년도": 0, "당해 연도": 0,
    "내후년": 2, "내년": 1, "내년도": 1, "차년도": 1, "익년": 1, "명년": 1, "다음 해": 1,
}  # fmt: skip
DIRECTION = {"다가오는": 1, "돌아오는": 1, "오는": 1, "지난": -1, "이번": 0, "다음": 1}

LUNAR = {"음력으로": "음력", "음력": "음력", "陰曆": "음력"}

EVERY = {
    "격주로": "WEEKLY2", "격주": "WEEKLY2", "매주": "WEEKLY", "주마다": "WEEKLY",
    "두 주에 한 번": "WEEKLY2", "두 주에 한 차례": "WEEKLY2", "두 주마다": "WEEKLY2", "한 주 걸러": "WEEKLY2",
    "격월": "MONTHLY2", "두 달마다": "MONTHLY2", "매월": "MONTHLY", "매달": "MONTHLY",
    "달마다": "MONTHLY", "다달이": "MONTHLY",
    "분기마다": "MONTHLY3", "매 분기": "MONTHLY3", "격년": "YEARLY2",
    "매년": "YEARLY", "매해": "YEARLY", "해마다": "YEARLY",
    "격일": "DAILY2", "매일": "DAILY", "날마다": "DAILY",
}  # fmt: skip
"""Frequency of RFC 5545 and the interval when it is not 1."""

WEEKDAY_SET = {"평일": (0, 1, 2, 3, 4), "주중": (0, 1, 2, 3, 4), "주말": (5, 6)}
DAYPART = {
    "오전": "am", "오후": "pm", "새벽": "dawn", "아침": "morning", "점심": "noon", "한낮": "noon", "대낮": "noon",
    "낮": "noon", "저녁": "evening", "심야": "night", "한밤": "night", "밤": "night",
    "a.m.": "am", "p.m.": "pm", "AM": "am", "PM": "pm", "am": "am", "pm": "pm", "Am": "am", "Pm": "pm",
}  # fmt: skip
FIXED_CLOCK = {"정오": "noon", "자정": "midnight"}
YEAR_PART = {
    "상반기": "H1", "전반기": "H1", "하반기": "H2", "후반기": "H2",
    "연초": "start", "연말": "december", "세밑": "december", "연내": "whole", "연중": "whole",
}  # fmt: skip
MONTH_PART = {
    "초순": "early", "상순": "early", "중순": "middle", "하순": "late", "월초": "early", "월말": "late", "말일": "last",
}  # fmt: skip
SHORT_PART = {"초": "early", "말": "late", "중": "whole"}
"""One syllable: only right after a month, a year or 지난달 and the like."""
SEASON = {"봄": "봄", "여름": "여름", "가을": "가을", "겨울": "겨울"}
_NO_HOLIDAY_ALONE = ("설", "동지")
"""Too often other words (설 자리, 소문이라는 설; 옛 동지)."""
HOLIDAY = {
    name: name
    for name in [*SOLAR_HOLIDAYS, *LUNAR_HOLIDAYS, *SOLAR_TERMS, *WEEKDAY_HOLIDAYS]
    if name not in _NO_HOLIDAY_ALONE and not name[0].isdigit()  # 3·1절 is a row of FIGURES
} | {
    "설 연휴": "설 연휴", "설 당일": "설 당일", "설 명절": "설", "설 전날": "설 전날",
}  # fmt: skip

AFTER = {"이후": 1, "뒤": 1, "후": 1, "이전": -1, "전": -1}
FROM = {
    "으로부터": "", "로부터": "", "부터": "", "을 시작으로": "", "를 시작으로": "", "을 기점으로": "",
    "을 시작해": "", "를 시작해": "", "에서": "where",
}  # fmt: skip
UNTIL = {"까지": "", "限": ""}
APPROXIMATE = {"쯤": "", "경": "", "께": "", "무렵": "", "즈음": "", "정도": ""}
AS_OF = {"기준": "", "현재": ""}
SAME_CLOCK = {"같은 시각": "", "같은 시간": "", "동일 시간": "", "동일한 시간": "", "동일 시각": ""}

JOSA = "에은는의을를이가과와로도부까엔쯤께경인만마동안랑"
"""First syllables of what may follow a word of time; other Hangul there means another word (내일배움카드)."""

TABLES: dict[str, dict[str, Value]] = {
    "REL_DAY": {**REL_DAY}, "ANCHOR_DAY": {**ANCHOR_DAY}, "RUN_DAY": {**RUN_DAY}, "REL_WEEK": {**REL_WEEK},
    "ANCHOR_WEEK": {**ANCHOR_WEEK},
    "REL_QUARTER": {**REL_QUARTER},
    "REL_MONTH": {**REL_MONTH}, "REL_YEAR": {**REL_YEAR}, "DIRECTION": {**DIRECTION}, "LUNAR": {**LUNAR},
    "EVERY": {**EVERY},
    "WEEKDAY_SET": {**WEEKDAY_SET}, "DAYPART": {**DAYPART}, "FIXED_CLOCK": {**FIXED_CLOCK},
    "YEAR_PART": {**YEAR_PART}, "MONTH_PART": {**MONTH_PART}, "SHORT_PART": {**SHORT_PART}, "SEASON": {**SEASON},
    "HOLIDAY": {**HOLIDAY}, "AFTER": {**AFTER}, "FROM": {**FROM}, "UNTIL": {**UNTIL},
    "APPROXIMATE": {**APPROXIMATE}, "AS_OF": {**AS_OF}, "SAME_CLOCK": {**SAME_CLOCK},
}  # fmt: skip

OPENING = (
    "REL_DAY", "ANCHOR_DAY", "RUN_DAY", "REL_WEEK", "ANCHOR_WEEK", "REL_QUARTER", "REL_MONTH", "REL_YEAR",
    "DIRECTION", "LUNAR",
    "EVERY",
    "WEEKDAY_SET",
    "DAYPART", "FIXED_CLOCK", "YEAR_PART", "MONTH_PART", "HOLIDAY", "SAME_CLOCK",
)  # fmt: skip
"""Kinds a search of the text stops at. Digits, native hours and weekdays open an expression as well."""
