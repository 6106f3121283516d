"""What may never stand in a published file: personal phones, mail addresses, resident numbers.

This is the last look at finished files, so it knows shapes only. Addresses of pages are taken out
first: their numbers are nobody's telephone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_ADDRESS = re.compile(r"https?://[^\s\"'<>\\)]{1,2000}")
_MOBILE = re.compile(r"(?<![\w.-])01[016789][-. )]{0,2}\d{3,4}[-. ]{0,2}\d{4}(?![\w-])")
_RESIDENT = re.compile(r"(?<![\w-])\d{6} ?- ?[1-8]\d{6}(?![\w-])")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}")
SHAPES = (  # (what it is, a part of it that begins with a fixed character and so is looked for fast, its shape)
    ("a mobile phone", re.compile(r"01[016789][-. )]{0,2}\d{3}"), _MOBILE),
    ("a resident number", re.compile(r"- ?[1-8]\d{6}"), _RESIDENT),
    ("a mail address", re.compile(r"@[A-Za-z0-9-]{1,63}\."), _MAIL),
)


def personal(text: str) -> Iterator[tuple[str, str]]:
    """(what it is, the words) for everything personal in a text."""
    suspected = [shape for _, part, shape in SHAPES if part.search(text) and shape.search(text)]
    if suspected:  # rare, so the addresses of pages are only taken out now
        bare = _ADDRESS.sub(" ", text)
        for name, _, shape in SHAPES:
            yield from ((name, found.group()) for found in shape.finditer(bare))


def office_only(contact: str | None) -> str | None:
    """A contact line as it may be published: none where it holds a mobile phone."""
    return None if contact and _MOBILE.search(contact) else contact
