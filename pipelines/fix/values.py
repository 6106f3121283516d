"""What a person typed → the value as it is kept (plain JSON), or one sentence that says why it cannot be."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta, timezone
from typing import Any, Final

from pipelines.korean.private import find_private

SEOUL: Final = timezone(timedelta(hours=9), "KST")
LONGEST: Final = 160
"""Characters of a value: what a column of the published file holds."""
STATUSES: Final = ("scheduled", "held", "postponed", "cancelled", "recurring")


class NotFixable(Exception):
    """A correction that cannot be made; the message says why and what to do."""


def moment(typed: str) -> str:
    """«2026-12-05» or «2026-12-05 14:00» (Korean time) → ISO 8601.

    >>> moment("2026-12-05 14:00")
    '2026-12-05T14:00:00+09:00'
    """
    said = typed.strip().replace(" ", "T")
    try:
        if len(said) == 10:
            return date.fromisoformat(said).isoformat()
        when = datetime.fromisoformat(said)
    except ValueError:
        raise NotFixable(f"«{typed}» is no day and no time; write 2026-12-05 or «2026-12-05 14:00».") from None
    when = when if when.tzinfo else when.replace(tzinfo=SEOUL)
    return when.astimezone(SEOUL).replace(second=0, microsecond=0).isoformat()


def words(typed: str) -> str:
    """A value in words: one line, short, nobody's private number."""
    said = " ".join(typed.split())
    if not said:
        raise NotFixable("An empty value says nothing; --clear NAME takes a value away.")
    if len(said) > LONGEST:
        raise NotFixable(f"«{said[:40]}…» has {len(said)} characters; at most {LONGEST} are published.")
    for private in find_private(said, channel="news"):
        if not private.office:
            raise NotFixable(f"«{private.text}» looks like private data ({private.type}), which is never published.")
    return said


def contact(typed: str) -> str:
    """An office's line; a mobile phone or a personal mail never."""
    words(f"문의 {typed}")
    return " ".join(typed.split())


def name(typed: str) -> str:
    """Who speaks, as it is published beside the value: no mail address, no number."""
    said = " ".join(typed.split())
    if not said or len(said) > 20 or re.search(r"@|\d{4}", said):
        raise NotFixable(f"--by «{typed}»: a short name or role, as readers may see it (at most 20 characters).")
    return said


def status(typed: str) -> str:
    if typed not in STATUSES:
        raise NotFixable(f"--status «{typed}»: one of {', '.join(STATUSES)}.")
    return typed


def _names(typed: list[str]) -> list[str]:
    return list(dict.fromkeys(map(words, typed)))


FIELDS: Final[Mapping[str, tuple[str, Callable[[Any], Any]]]] = {
    "title": ("title", words), "start": ("start", moment), "end": ("end", moment), "venue": ("venue", words),
    "host": ("hosts", _names), "organiser": ("organisers", _names), "sponsor": ("sponsors", _names),
    "audience": ("audience", words), "fee": ("fee", words), "contact": ("contact", contact),
    "opens": ("application_start", moment), "deadline": ("application_deadline", moment), "status": ("status", status),
}  # fmt: skip
"""Name of the option → field of an event, and how what was typed becomes its value."""
CLEARABLE: Final = tuple(name for name in FIELDS if name not in ("title", "status"))


def checked(typed: Mapping[str, Any], cleared: list[str]) -> dict[str, Any]:
    """Field → value for everything typed; None for what is taken away. Raises NotFixable."""
    wrong = [name for name in cleared if name not in CLEARABLE]
    if wrong:
        raise NotFixable(f"--clear {wrong[0]}: one of {', '.join(CLEARABLE)}.")
    if both := sorted(set(cleared) & {name for name, value in typed.items() if value}):
        raise NotFixable(f"--{both[0]} and --clear {both[0]} contradict each other.")
    given = {FIELDS[n][0]: FIELDS[n][1](value) for n, value in typed.items() if value not in (None, [])}
    return given | {FIELDS[n][0]: None for n in cleared}
