"""What time it is: real time, unless DURE_CLOCK says otherwise, which only tests do.

======================================================  ===========================================================
``2026-09-01T06:00:00+09:00``                           time stands still at that moment
``2026-09-01T06:00:00+09:00 since 1788210000``          at that second of real time (Unix) it was that moment, and
                                                        time passes as it does
``@/path/of/a/file``                                    one of these, looked up in a file whenever time is asked for
======================================================  ===========================================================
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

_SAID = re.compile(r"(?P<start>\S+)(?: since (?P<since>\d+(?:\.\d+)?))?\s*")


def real() -> datetime:
    return datetime.now(UTC)


def clock(said: str) -> Callable[[], datetime]:
    """The clock that a setting names; real time for an empty one. Raises ValueError with what it should look like."""
    if not said:
        return real
    if said.startswith("@"):
        path = Path(said[1:])
        return lambda: clock(path.read_text(encoding="utf-8"))()
    found = _SAID.fullmatch(said)
    try:
        start = datetime.fromisoformat(found["start"]) if found else None
    except ValueError:
        start = None
    if found is None or start is None or start.tzinfo is None:
        raise ValueError("give a moment with its zone: 2026-09-01T06:00:00+09:00 [since UNIX-SECONDS], or @FILE")
    began, since = start.astimezone(UTC), found["since"]
    if since is None:
        return lambda: began
    return lambda: began + timedelta(seconds=real().timestamp() - float(since))
