"""The Korean calendar: weekdays with their short and Hanja signs, weeks of a month, seasons, holidays, lunar days.

Fuzzy words follow guideline §10: 초 1–10, 중순 11–20, 하순 and 말 21–end; seasons 3–5, 6–8, 9–11, 12–2.
Weeks begin on Monday.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

Days = tuple[date, date]
"""First and last day, both included."""

WEEKDAYS = {c: n for n, c in enumerate("월화수목금토일")} | {c: n for n, c in enumerate("月火水木金土日")}
"""Monday is 0, as in `date.weekday`."""

RRULE_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

SEASONS = {"봄": 3, "여름": 6, "가을": 9, "겨울": 12}
"""First month; each lasts three."""

SOLAR_HOLIDAYS: dict[str, tuple[int, int]] = {
    "새해 첫날": (1, 1), "삼일절": (3, 1), "3·1절": (3, 1), "3.1절": (3, 1), "식목일": (4, 5),
    "근로자의 날": (5, 1), "노동절": (5, 1), "어린이날": (5, 5), "어버이날": (5, 8), "스승의 날": (5, 15),
    "사회적기업의 날": (7, 1), "현충일": (6, 6), "제헌절": (7, 17), "광복절": (8, 15), "개천절": (10, 3),
    "한글날": (10, 9), "크리스마스": (12, 25), "성탄절": (12, 25),
    "크리스마스 이브": (12, 24), "성탄 전야": (12, 24), "성탄 이브": (12, 24),
}  # fmt: skip
LUNAR_HOLIDAYS: dict[str, tuple[int, int]] = {
    "설날": (1, 1), "설": (1, 1), "정월 대보름": (1, 15), "정월대보름": (1, 15), "대보름": (1, 15),
    "부처님 오신 날": (4, 8), "석가탄신일": (4, 8), "초파일": (4, 8), "단오": (5, 5), "단옷날": (5, 5),
    "단오날": (5, 5),
    "칠석": (7, 7), "백중": (7, 15), "추석": (8, 15), "한가위": (8, 15), "삼짇날": (3, 3), "중양절": (9, 9),
}  # fmt: skip
SOLAR_TERMS: dict[str, tuple[int, float]] = {"동짓날": (12, 21.98), "동지": (12, 21.98), "입춘": (2, 3.91)}
"""Month, and the constant of the usual formula for this century, moved from Beijing to Korean time."""
WEEKDAY_HOLIDAYS: dict[str, tuple[int, int, int]] = {"협동조합의 날": (7, 1, 5)}
"""Month, which, and weekday: by law the first Saturday of July."""


def last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def valid_day(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day (2월 30일); -1 is the last day of the month (그믐)."""
    if day == -1:
        return last_day(year, month)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def add_months(day: date, months: int) -> date:
    """The same day some months away, or the last day of that month when it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    last = last_day(day.year + years, month + 1)
    return last if day.day > last.day else last.replace(day=day.day)


def month_days(year: int, month: int) -> Days:
    return date(year, month, 1), last_day(year, month)


def part_of_month(year: int, month: int, part: str) -> Days:
    """part is early (1–10), middle (11–20) or late (21–end)."""
    first, last = month_days(year, month)
    return {
        "early": (first, first.replace(day=10)),
        "middle": (first.replace(day=11), first.replace(day=20)),
        "late": (first.replace(day=21), last),
    }[part]


def season(year: int, name: str) -> Days:
    """Winter begins in December of `year` and ends in February of the next."""
    first = date(year, SEASONS[name], 1)
    return first, add_months(first, 3) - timedelta(days=1)


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> date | None:
    """The nth such weekday of a month, -1 the last; None where the month has no fifth."""
    first, last = month_days(year, month)
    if nth < 0:
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    return day if day <= last else None


def weeks_of_month(year: int, month: int, nth: int) -> tuple[Days, ...]:
    """The nth week, Monday to Sunday: counted from the week of the 1st and, where that differs, from the first week
    that has its Thursday in the month (the rule of KS X ISO 8601). -1 is the week of the last day."""
    first, last = month_days(year, month)
    if nth < 0:
        monday = last - timedelta(days=last.weekday())
        return ((monday, monday + timedelta(days=6)),)
    monday = first - timedelta(days=first.weekday()) + timedelta(weeks=nth - 1)
    counted = [(monday, monday + timedelta(days=6))]
    if first.weekday() > 3:
        monday += timedelta(weeks=1)
        counted.append((monday, monday + timedelta(days=6)))
    return tuple(counted)


@lru_cache(maxsize=4096)  # 26 lunar holidays of a hundred years and more: reading one from the tables is dear
def lunar_day(year: int, month: int, day: int) -> date | None:
    """The solar date of a day of the Korean lunar calendar (음력); None outside its tables (1391–2050)."""
    from korean_lunar_calendar import KoreanLunarCalendar

    table = KoreanLunarCalendar()
    if day < 0:  # 그믐: the last day of the month
        return lunar_day(year, month, 30) or lunar_day(year, month, 29)
    if not table.setLunarDate(year, month, day, False):
        return None
    return date.fromisoformat(table.SolarIsoFormat())


def holiday(name: str, year: int) -> date | None:
    """The day itself, without the days around it."""
    if name in SOLAR_HOLIDAYS:
        return date(year, *SOLAR_HOLIDAYS[name])
    if name in WEEKDAY_HOLIDAYS:
        month, nth, weekday = WEEKDAY_HOLIDAYS[name]
        return nth_weekday(year, month, nth, weekday)
    if name in LUNAR_HOLIDAYS:
        return lunar_day(year, *LUNAR_HOLIDAYS[name])
    if name in SOLAR_TERMS and 2000 < year < 2100:
        month, constant = SOLAR_TERMS[name]
        leap = (year - 2000 - (month < 3)) // 4
        return date(year, month, int((year - 2000) * 0.2422 + constant) - leap)
    return None


def holiday_run(name: str, year: int) -> Days | None:
    """연휴: 설 and 추석 with the day before and after (law on public holidays); substitute days are left out."""
    day = holiday(name, year)
    if day is None:
        return None
    around = timedelta(days=1 if name in ("설", "설날", "추석", "한가위") else 0)
    return day - around, day + around
