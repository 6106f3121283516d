"""What repeats: its next time, and how its rule is said."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any, Final

from dashboards import words

_RULE = re.compile(r"FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;[A-Z]{2,12}=[0-9A-Z,+:-]{1,60}){0,8}\Z")
"""Only rules that step by days or more: a rule by the second would be walked for minutes."""

_EVERY: Final = {
    "DAILY": ("매일", "일마다"),
    "WEEKLY": ("매주", "주마다"),
    "MONTHLY": ("매월", "개월마다"),
    "YEARLY": ("매년", "년마다"),
}
_DAY_CODES: Final = dict(zip(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), words.WEEKDAYS, strict=True))
_NTH: Final = {"1": "첫째", "2": "둘째", "3": "셋째", "4": "넷째", "5": "다섯째", "-1": "마지막"}
_BYDAY: Final = re.compile(r"(-?\d*)([A-Z]{2})")


def is_rule(recurrence: str | None) -> bool:
    return bool(recurrence and _RULE.match(recurrence))


def is_endless(recurrence: str | None) -> bool:
    """Whether a rule says neither a last day nor how many times."""
    return is_rule(recurrence) and not re.search(r";(?:UNTIL|COUNT)=", str(recurrence))


@lru_cache(maxsize=8192)
def _read_rule(recurrence: str, begun: datetime) -> Any:
    """A rule with the times it has given so far: an event is asked for its times on many days and pages.

    Raises ValueError for a rule that looks right and is not.
    """
    from dateutil.rrule import rrulestr  # type: ignore[import-untyped]

    return rrulestr(recurrence, dtstart=begun, cache=True)


def next_time(start: date | datetime, recurrence: str | None, today: date) -> date | datetime | None:
    """The first occurrence on or after `today`, of the same type as `start`; None when it is over.

    Where `recurrence` is words and no rule, nothing is computed: the stated start is all we know.
    """
    first = start.date() if isinstance(start, datetime) else start
    if first >= today or not is_rule(recurrence):
        return start if first >= today else None
    clock = start.time() if isinstance(start, datetime) else time()
    try:
        rule = _read_rule(str(recurrence), datetime.combine(first, clock))
        found = rule.after(datetime.combine(today, time()) - timedelta(minutes=1))
    except ValueError:  # a rule that looks right and is not, such as BYMONTH=13
        return None
    if found is None or not isinstance(start, datetime):
        return found.date() if found else None
    return datetime.combine(found.date(), start.timetz())


def times_between(start: date | datetime, recurrence: str | None, first: date, last: date) -> list[date]:
    """The days from `first` to `last` on which it takes place again; none where the words are no rule."""
    if not is_rule(recurrence):
        return []
    begun = start.date() if isinstance(start, datetime) else start
    try:
        rule = _read_rule(str(recurrence), datetime.combine(begun, time()))
        found = rule.between(datetime.combine(first, time()), datetime.combine(last, time()), inc=True)
    except ValueError:  # as above
        return []
    return [moment.date() for moment in found if moment.date() != begun]


def last_moment(
    start: date | datetime, end: date | datetime | None, following: date | datetime
) -> date | datetime | None:
    """The end that goes with the next time: on the same day it moves along; the last day of a series stays."""
    if end is None or type(end) is not type(start):
        return end if end is not None and end.isoformat()[:10] >= following.isoformat()[:10] else None
    if end.isoformat()[:10] == start.isoformat()[:10]:
        return following + (end - start)
    return end if end >= following else None


def when_words(
    start: date | datetime | None, end: date | datetime | None, recurrence: str | None, today: date
) -> tuple[str, ...]:
    """When something is, and how it repeats: («12월 2일 수요일 19:00–21:00», «매주 수요일, 12월 23일까지»)."""
    if start is None or not recurrence:
        return (words.full_when(start, end, today), *([repeats(recurrence, today)] if recurrence else []))
    day = start.date() if isinstance(start, datetime) else start
    return f"{words.day_words(day, today)} {words.session_hours(start, end)}".strip(), repeats(recurrence, today)


def repeats(rule: str | None, today: date) -> str:
    """An RRULE (RFC 5545) as people say it: «매주 목요일, 12월 10일까지», «매월 둘째 토요일»; «반복» where
    it says more. What is no rule but words of the source stays as it is."""
    if not is_rule(rule):
        return rule or words.label("event_status", "recurring")
    parts = dict(part.partition("=")[::2] for part in (rule or "").split(";"))
    every, step = _EVERY.get(parts.get("FREQ", ""), ("", "")), parts.get("INTERVAL", "1")
    if not every[0] or parts.keys() - {"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "UNTIL", "COUNT", "WKST"}:
        return words.label("event_status", "recurring")
    said = every[0] if step == "1" else f"{step}{every[1]}"
    days = [*_weekdays(parts.get("BYDAY", "")), *(f"{day}일" for day in filter(None, [parts.get("BYMONTHDAY")]))]
    return " ".join([said, "·".join(days)]).strip() + _last_time(parts, today)


def _weekdays(codes: str) -> list[str]:
    found = [(_NTH.get(nth, ""), _DAY_CODES.get(code, "")) for nth, code in _BYDAY.findall(codes)]
    if len(found) == 1 or any(nth for nth, _ in found):
        return [f"{nth} {day}요일".strip() for nth, day in found]
    return ["·".join(day for _, day in found)] if found else []


def _last_time(parts: Mapping[str, str], today: date) -> str:
    try:
        last = date.fromisoformat(parts.get("UNTIL", "")[:8])
    except ValueError:
        return f", {parts['COUNT']}회" if parts.get("COUNT", "").isdigit() else ""
    return f", {words.short_day(last, today)}까지"
