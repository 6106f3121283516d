"""The next time of something that repeats."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

_RULE = re.compile(r"FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;[A-Z]{2,12}=[0-9A-Z,+:-]{1,60}){0,8}\Z")
"""Only rules that step by days or more: a rule by the second would be walked for minutes."""


def is_rule(recurrence: str | None) -> bool:
    return bool(recurrence and _RULE.match(recurrence))


def next_time(start: date | datetime, recurrence: str | None, today: date) -> date | datetime | None:
    """The first occurrence on or after `today`, of the same type as `start`; None when it is over.

    Where `recurrence` is words and no rule, nothing is computed: the stated start is all we know.
    """
    first = start.date() if isinstance(start, datetime) else start
    if first >= today or not is_rule(recurrence):
        return start if first >= today else None
    from dateutil.rrule import rrulestr  # type: ignore[import-untyped]

    clock = start.time() if isinstance(start, datetime) else time()
    try:
        rule = rrulestr(str(recurrence), dtstart=datetime.combine(first, clock))
        found = rule.after(datetime.combine(today, time()) - timedelta(minutes=1))
    except ValueError:  # a rule that looks right and is not, such as BYMONTH=13
        return None
    if found is None or not isinstance(start, datetime):
        return found.date() if found else None
    return datetime.combine(found.date(), start.timetz())
