"""Bodies whose head signs a letter: «종로구사회적경제지원센터장 (직인생략)», «하남시장» below the day of a notice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipelines.extract.organisations.mentions import Mention
from pipelines.extract.organisations.readings import ACTING
from pipelines.extract.organisations.tokens import telling
from pipelines.korean.names import is_region

_SIGNS = re.compile(
    r"[^\S\n]*(?P<who>[가-힣A-Za-z·]{2,20}(?: [가-힣A-Za-z·]{2,20}){0,2}?)장[^\S\n]*"
    r"(?P<seal>[(\[〔]?(?:직인|관인|인)[ ]?(?:생략)?[)\]〕]?)?[^\S\n]*"
)
_DATED = re.compile(r"\d{1,2}\s?[.월]\s?\d{1,2}\s?[.일]?\s*\n\s*$")
_LONGEST = 70


def find_signed(text: str, start: int, end: int) -> Iterator[Mention]:
    """The body of a line that is but the signature of its head; one without a seal stands below a day, or last."""
    match = _SIGNS.fullmatch(text, start, end) if end - start <= _LONGEST else None
    ends = match is not None and (match["seal"] or not text[end:].strip())
    if match is None or not (ends or _DATED.search(text, max(0, start - 24), start)):
        return
    before, _, last = match["who"].rpartition(" ")
    who = last if is_region(before) and not is_region(last) else match["who"]
    stop, known = match.end("who"), telling(last)
    if known is not None and known[0] == last:
        yield Mention(stop - len(who), stop, who, known[2], "signed", weight=6)
    elif is_region(who):
        yield Mention(stop - len(who), stop, who, *ACTING)
