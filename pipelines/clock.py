"""What time it is: real time, unless DURE_CLOCK says otherwise, which only tests do.

========================================================  ==========================================================
``2026-09-01T06:00:00+09:00``                             time stands still at that moment
``2026-09-01T06:00:00+09:00 every 20 since 1788210000``   at that second of real time (Unix) it was that moment;
                                                          every 20 seconds are a day: they pass as they do, and the
                                                          rest of the day is left out
========================================================  ==========================================================
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

_SAID = re.compile(r"(?P<start>\S+)(?: every (?P<every>\d+) since (?P<since>\d+(?:\.\d+)?))?")


def real() -> datetime:
    return datetime.now(UTC)


def clock(said: str) -> Callable[[], datetime]:
    """The clock that a setting names; real time for an empty one. Raises ValueError with what it should look like."""
    if not said:
        return real
    found = _SAID.fullmatch(said)
    try:
        start = datetime.fromisoformat(found["start"]) if found else None
    except ValueError:
        start = None
    if found is None or start is None or start.tzinfo is None or found["every"] == "0":
        raise ValueError("a moment with its zone, as 2026-09-01T06:00:00+09:00 [every SECONDS since UNIX-SECONDS]")
    if found["every"] is None:
        return lambda: start.astimezone(UTC)
    return _daily(start.astimezone(UTC), int(found["every"]), float(found["since"]))


def _daily(start: datetime, every: int, since: float) -> Callable[[], datetime]:
    def now() -> datetime:
        day, seconds = divmod(real().timestamp() - since, every)
        return start + timedelta(days=day, seconds=seconds)

    return now
