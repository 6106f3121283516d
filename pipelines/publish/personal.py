"""What may never stand in a published file: personal phones, mail addresses, resident numbers.

This is the last look at finished files, so it knows shapes only. Addresses of pages are taken out
first: their numbers are nobody's telephone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ADDRESS = re.compile(r"https?://[^\s\"'<>\\)]{1,2000}")
_MOBILE = re.compile(r"(?<![\w.-])01[016789][-. )]{0,2}\d{3,4}[-. ]{0,2}\d{4}(?![\w-])")
_RESIDENT = re.compile(r"(?<![\w-])\d{6} ?- ?[1-8]\d{6}(?![\w-])")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}")


@dataclass(frozen=True, slots=True)
class Shape:
    """What something personal looks like. `part`: a part of it that begins with a fixed character and so is found
    fast; `before` and `beyond`: how far the whole goes around that."""

    name: str
    part: re.Pattern[str]
    whole: re.Pattern[str]
    before: int
    beyond: int

    def suspected(self, text: str) -> bool:
        """Whether it stands around one of its parts, of which the numbers in addresses make many."""
        spans = (found.span() for found in self.part.finditer(text))
        return any(self.whole.search(text, max(0, start - self.before), end + self.beyond) for start, end in spans)


SHAPES = (
    Shape("a mobile phone", re.compile(r"01[016789][-. )]{0,2}\d{3}"), _MOBILE, 1, 20),
    Shape("a resident number", re.compile(r"- ?[1-8]\d{6}"), _RESIDENT, 8, 8),
    Shape("a mail address", re.compile(r"@[A-Za-z0-9-]{1,63}\."), _MAIL, 65, 330),
)


_MAY = (  # the parts in bytes of UTF-8: whatever they do not find is in no part, digits of other scripts included
    re.compile(rb"01[016789][-. )]{0,2}[0-9\x80-\xff]{3}"), re.compile(rb"- ?[1-8][0-9\x80-\xff]{6}"),
    re.compile(rb"@[A-Za-z0-9-]{1,63}\."),
)  # fmt: skip


def may_hold(text: bytes) -> bool:
    """Whether a text (UTF-8) must be looked at: most need not even be decoded."""
    return any(part.search(text) for part in _MAY)


def personal(text: str) -> Iterator[tuple[str, str]]:
    """(what it is, the words) for everything personal in a text."""
    if any(shape.suspected(text) for shape in SHAPES):
        bare = _ADDRESS.sub(" ", text)  # rare, so the addresses of pages are only taken out now
        for shape in SHAPES:
            yield from ((shape.name, found.group()) for found in shape.whole.finditer(bare))


def office_only(contact: str | None) -> str | None:
    """A contact line as it may be published: none where it holds a mobile phone."""
    return None if contact and _MOBILE.search(contact) else contact
