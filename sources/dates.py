"""Dates as pages print them → aware datetimes. A time without a zone is Korean time.

Lists leave out what the reader knows («11-20», «13:05», «2시간 3분전»): those are read against the moment the page was
fetched. A date without a time has a filler of midnight and says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz
from zoneinfo import ZoneInfo

KOREA = ZoneInfo("Asia/Seoul")
EARLIEST, SLACK = 1990, timedelta(days=2)  # no Korean board is older; clocks and zones of servers may run ahead


@dataclass(frozen=True, slots=True)
class When:
    """`at` is aware; with `date_only` its midnight is a filler. «3시간 전» and «11-20» are not `exact`."""

    at: datetime
    date_only: bool = False
    exact: bool = True


_WEEKDAY = r"(?:\([월화수목금토일]\)|[월화수목금토일]요일|[월화수목금토일](?=\s)|\((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\))"
_TIME = (
    rf"(?:[T\s,.]{{0,6}}{_WEEKDAY}?[\s,.\[(|-]{{0,6}}"
    r"(?P<half>오전|오후|AM|PM|am|pm)?\s{0,3}(?P<h>\d{1,2})\s{0,2}(?::|시)\s{0,2}(?P<mi>\d{1,2})?분?"
    r"(?:(?:\s{0,2}:\s{0,2}|\s{0,2}(?=\d{2}초))(?P<s>\d{2})(?!\d)초?)?(?:\.\d{1,9})?\s{0,3}(?P<half2>AM|PM|am|pm)?"
    r"\s{0,2}(?P<zone>Z|[+-]\d{2}:?\d{2}|UTC|GMT|KST)?)?"
)
_NOT_IN_NUMBER = r"(?<![\d.,/:-])"
_FULL = re.compile(
    _NOT_IN_NUMBER + r"(?P<y>(?:19|20)\d{2})\s{0,3}(?:[-./·]|년|年)\s{0,3}(?P<m>\d{1,2})\s{0,3}(?:[-./·]|월|月)\s{0,3}"
    r"(?P<d>\d{1,2}(?!\d)|\d{2}(?=\d{2}:\d{2}))"  # «2024.03.05» and «14:20» in elements without a space between
    r"\s{0,3}(?:일|日|\.)?" + _TIME
)
_COMPACT = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d{2})(?P<m>\d{2})(?P<d>\d{2})(?:T?(?P<h>\d{2})(?P<mi>\d{2})(?P<s>\d{2})?)?(?!\d)"
)
_SHORT_YEAR = re.compile(
    _NOT_IN_NUMBER + r"(?P<y>\d{2})(?P<sep>[-./])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?![\d])\.?" + _TIME
)
_QUOTED_YEAR = re.compile(r"['’‘](?P<y>\d{2})\s?[-./]\s?(?P<m>\d{1,2})\s?[-./]\s?(?P<d>\d{1,2})(?!\d)\.?" + _TIME)
# Drupal and plug-ins left in American: the month first, unless it can be none.
_YEAR_LAST = re.compile(r"(?<![\d/])(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>(?:19|20)\d{2})(?!\d)" + _TIME)
_DIGIT = re.compile(r"\d")
_SHORTEST = 6  # characters of a date with its year («26.1.2»); most rows of a list say «11-20» or «13:05»
_LIKE_A_DATE = re.compile(r"(?<!\d)\d{4}\s?[-./]\s?\d{1,2}\s?[-./]\s?\d{1,2}")
_MONTH_DAY = re.compile(
    _NOT_IN_NUMBER + r"(?P<m>\d{1,2})\s{0,2}(?:[-./]|월)\s{0,2}(?P<d>\d{1,2})(?!\d|[./-]\d)\s{0,2}(?:일|\.)?" + _TIME
)
_MONTH_FIRST = re.compile(
    r"(?P<m>\d{1,2})월\s{1,3}(?P<d>\d{1,2})(?:일)?\s{0,2},\s{0,3}(?P<y>(?:19|20)\d{2})(?!\d)" + _TIME
)
_CLOCK = re.compile(
    r"(?<![\d:])(?P<half>오전|오후|AM|PM|am|pm)?\s{0,3}(?P<h>\d{1,2})(?::|시\s{0,2})(?P<mi>\d{2})분?(?::(?P<s>\d{2}))?"
    r"\s{0,3}(?P<half2>AM|PM|am|pm)?(?![\d:])"
)
_AGO = re.compile(
    r"(?:(?P<days>\d{1,4})\s?일)?\s?(?:(?P<hours>\d{1,3})\s?시간)?\s?(?:(?P<minutes>\d{1,3})\s?분)?\s?(?:(?P<seconds>\d{1,5})\s?초)?\s?전(?![가-힣])"
)
_AGO_LONG = re.compile(r"(?P<n>\d{1,3})\s?(?P<unit>주|개월|달|년)일?\s?전(?![가-힣])")
_AGO_ENGLISH = re.compile(r"(?P<n>\d{1,4})\s(?P<unit>sec|min|hour|day|week|month|year)[a-z]{0,6}\s+ago\b", re.I)
_SECONDS = {
    "sec": 1,
    "min": 60,
    "hour": 3600,
    "day": 86400,
    "week": 7 * 86400,
    "month": 30 * 86400,
    "year": 365 * 86400,
}
_LIKE_AGO = re.compile("전|ago|방금|지금|just", re.I)  # one is in each time told from now back, and in little else
_JUST_NOW = re.compile(r"방금|지금\s?막|just now", re.I)
_DAYS_BACK = {"오늘": 0, "어제": 1, "그제": 2, "그저께": 2, "그끄저께": 3}
_DAY_WORD = re.compile("그끄저께|그저께|그제|어제|오늘")
_ENGLISH = re.compile(
    r"(?P<name>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s{1,3}(?P<d>\d{1,2})(?:st|nd|rd|th)?[.,]?\s{1,3}(?P<y>(?:19|20)\d{2})"
    + _TIME,
    re.I,
)
_DAY_FIRST = re.compile(
    r"(?<!\d)(?P<d>\d{1,2})(?:st|nd|rd|th)?\s{1,3}(?P<name>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?,?\s{1,3}"
    r"(?P<y>(?:19|20)\d{2})" + _TIME,
    re.I,
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_ZONE_SAID = re.compile(r"[+-]\d{2}:?\d{2}\b|\b(?:GMT|UTC?|Z|KST|[ECMP][SD]T)\b")
_RFC822 = re.compile(r"\d{1,2}\s{1,3}[A-Za-z]{3,9}\.?,?\s{1,3}\d{2,4}(?!\d)")


def read_date(text: str | None, fetched_at: datetime | None = None, *, guess_year: bool = True) -> When | None:
    """The first date in a short piece of text (a table cell, a byline, an attribute), or None.

    `fetched_at` (aware) is what dates without a year, clock times and relative times count from; without it those
    shapes are not read. A month and day alone are taken for the latest such day only with `guess_year`: right for the
    head of a list, a guess on the page of an old post. Impossible dates («2026-13-40») are passed over.
    """
    if not text:
        return None
    text = text[:400]
    for read in _WITH_YEAR if len(text) >= _SHORTEST and _DIGIT.search(text) else ():
        when = read(text, fetched_at)
        if when is not None:
            return when
    if fetched_at is None or _LIKE_A_DATE.search(text):  # «0000-00-00 00:00»: no date, and no clock of today either
        return None
    if not guess_year and _MONTH_DAY.search(text):
        return None
    for against in _AGAINST_CLOCK:
        when = against(text, fetched_at)
        if when is not None:
            return when
    return None


def korean(at: datetime) -> datetime:
    """The same moment on the Korean clock."""
    return at.astimezone(KOREA)


def as_korean_clock(at: datetime) -> datetime:
    """The same *numbers* as Korean time: for engines that label the Korean clock +0000 (KBoard, Mangboard)."""
    return at.replace(tzinfo=KOREA)


def _from_full(text: str, _: datetime | None) -> When | None:
    return _first(_FULL, text, lambda m: int(m["y"]))


def _from_short_year(text: str, _: datetime | None) -> When | None:
    return _first(_SHORT_YEAR, text, lambda m: _century(int(m["y"])))


def _from_compact(text: str, _: datetime | None) -> When | None:
    return _first(_COMPACT, text, lambda m: int(m["y"]))


def _from_month_first(text: str, _: datetime | None) -> When | None:
    return _first(_MONTH_FIRST, text, lambda m: int(m["y"]))


def _from_english(text: str, _: datetime | None) -> When | None:
    return _first(_ENGLISH, text, lambda m: int(m["y"]), lambda m: _MONTHS.index(m["name"].lower()) + 1)


def _from_day_first(text: str, _: datetime | None) -> When | None:
    return _first(_DAY_FIRST, text, lambda m: int(m["y"]), lambda m: _MONTHS.index(m["name"].lower()) + 1)


def _from_quoted_year(text: str, _: datetime | None) -> When | None:
    return _first(_QUOTED_YEAR, text, lambda m: _century(int(m["y"])))


def _from_year_last(text: str, _: datetime | None) -> When | None:
    for match in _YEAR_LAST.finditer(text):
        when = _built(match, int(match["y"]), int(match["m"])) or _built(
            match, int(match["y"]), int(match["d"]), int(match["m"])
        )
        if when is not None:
            return when
    return None


def _from_rfc822(text: str, _: datetime | None) -> When | None:
    """RFC 822/1123 dates of feeds and headers; without a zone, or with «KST», Korean time."""
    parsed = parsedate_tz(text) if _RFC822.search(text) else None
    if parsed is None:
        return None
    try:
        naive = datetime(_century(parsed[0]), *parsed[1:6])
        zoned = _ZONE_SAID.search(text)  # parsedate_tz calls a missing zone, and a name it does not know, UTC
        zone = timezone(timedelta(seconds=parsed[9] or 0)) if zoned and zoned[0] != "KST" else KOREA
        at = naive.replace(tzinfo=zone).astimezone(KOREA)
    except (ValueError, OverflowError):
        return None
    return When(at, date_only=not re.search(r"\d:\d", text))


def _from_ago(text: str, fetched_at: datetime) -> When | None:
    if _LIKE_AGO.search(text) is None:
        return None
    for match in _AGO.finditer(text):
        amounts = {unit: int(n) for unit, n in match.groupdict().items() if n}
        if amounts:
            at = korean(fetched_at) - timedelta(**amounts)
            return (
                When(_midnight(at), date_only=True, exact=False) if set(amounts) == {"days"} else When(at, exact=False)
            )
    long_ago = _AGO_LONG.search(text)
    if long_ago:
        days = {"주": 7, "개월": 30, "달": 30, "년": 365}[long_ago["unit"]] * int(long_ago["n"])
        return When(_midnight(korean(fetched_at) - timedelta(days=days)), date_only=True, exact=False)
    english = _AGO_ENGLISH.search(text)
    if english:
        ago = timedelta(seconds=int(english["n"]) * _SECONDS[english["unit"].lower()])
        at = korean(fetched_at) - ago
        whole_days = ago >= timedelta(days=1)
        return When(_midnight(at) if whole_days else at, date_only=whole_days, exact=False)
    if _JUST_NOW.search(text):
        return When(korean(fetched_at), exact=False)
    return None


def _from_month_day(text: str, fetched_at: datetime) -> When | None:
    """«11-20»: the latest such day that is not after the fetch."""
    now = korean(fetched_at)
    for match in _MONTH_DAY.finditer(text):
        for year in (now.year, now.year - 1):
            when = _built(match, year, int(match["m"]))
            if when is not None and when.at <= now + timedelta(days=1):
                return When(when.at, when.date_only, exact=False)
    return None


def _from_clock(text: str, fetched_at: datetime) -> When | None:
    """«13:05», «오후 3:05», «어제 13:05»: today's, or yesterday's when that moment is still to come."""
    now = korean(fetched_at)
    word = _DAY_WORD.search(text)
    day = _midnight(now) - timedelta(days=_DAYS_BACK[word[0]] if word else 0)
    for match in _CLOCK.finditer(text):
        clock = _clock(match.groupdict())
        if clock is not None:
            at = day + timedelta(hours=clock[0], minutes=clock[1], seconds=clock[2])
            return When(at - timedelta(days=1) if not word and at > now + timedelta(minutes=10) else at)
    return When(day, date_only=True) if word else None


_WITH_YEAR: tuple[Callable[[str, datetime | None], When | None], ...] = (
    _from_rfc822, _from_full, _from_month_first, _from_english, _from_day_first, _from_year_last,
    _from_quoted_year, _from_short_year, _from_compact,
)  # fmt: skip
_AGAINST_CLOCK: tuple[Callable[[str, datetime], When | None], ...] = (_from_ago, _from_month_day, _from_clock)


def _first(
    pattern: re.Pattern[str],
    text: str,
    year: Callable[[re.Match[str]], int],
    month: Callable[[re.Match[str]], int] = lambda m: int(m["m"]),
) -> When | None:
    for match in pattern.finditer(text):
        when = _built(match, year(match), month(match))
        if when is not None:
            return when
    return None


def _built(match: re.Match[str], year: int, month: int, day: int = 0) -> When | None:
    named = match.groupdict()
    clock, zone = _clock(named), _zone(named.get("zone"))
    try:
        at = datetime(year, month, day or int(named["d"]), *(clock or (0, 0, 0)), tzinfo=zone)
    except ValueError:
        return None
    if at.year < EARLIEST:
        return None
    return When(at if zone is KOREA else korean(at), date_only=clock is None)


def _clock(named: Mapping[str, str | None]) -> tuple[int, int, int] | None:
    """Hour, minute, second of a match by its groups; None when it has no time, or one no clock shows."""
    if not named.get("h"):
        return None
    hour, minute, second = int(named["h"] or 0), int(named.get("mi") or 0), int(named.get("s") or 0)
    half = (named.get("half") or named.get("half2") or "").lower()
    if half in ("오후", "pm") and hour < 12:
        hour += 12
    elif half in ("오전", "am") and hour == 12:
        hour = 0
    return (hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def _zone(said: str | None) -> ZoneInfo | timezone:
    if not said or said == "KST":
        return KOREA
    if said in ("Z", "UTC", "GMT"):
        return UTC
    digits = said.replace(":", "")
    offset = timedelta(hours=int(digits[1:3]), minutes=int(digits[3:5]))
    return timezone(-offset if said[0] == "-" else offset)


def _century(year: int) -> int:
    """Two-digit years as boards mean them: 26 is 2026, 98 is 1998."""
    return year if year >= 100 else year + (2000 if year < 70 else 1900)


def _midnight(at: datetime) -> datetime:
    return at.replace(hour=0, minute=0, second=0, microsecond=0)
