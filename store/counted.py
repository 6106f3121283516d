"""A count in a sentence for people: «1 capture», «2 captures», «1 address», «2 addresses»."""

from __future__ import annotations


def counted(number: int, what: str, several: str = "") -> str:
    """`several` is the plural, where that is not `what` with an s."""
    return f"{number} {what if number == 1 else several or what + 's'}"
