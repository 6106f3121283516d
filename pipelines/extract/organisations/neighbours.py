"""Names told by the company they keep: in one list, or in one column of a table, with recognised bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipelines.extract.organisations.actors import could_be_name, kind_of
from pipelines.extract.organisations.cues import STATUS
from pipelines.extract.organisations.mentions import Mention
from pipelines.extract.organisations.tokens import bare, words
from pipelines.korean.cued import Cued
from pipelines.korean.legal_forms import weak_ending_of
from pipelines.korean.names import is_region_stem

_SEPARATOR = re.compile(r"(?:\([^()\n]{1,30}\))?(?:, |,|[ ]?[·ㆍ/][ ]?|[ ]및[ ]|(?:와|과)[ ])")
_LIST_END = re.compile(
    r"(?:[ ]등|,|[ ]?[·ㆍ/]|\(|\)|\.|\n|$|[ ]및|[ ](?:관계자|직원|조합원)|"
    r"(?:은|는|이|가|과|와|도|을|를|의|에|에게|다|이다|이며|입니다)(?![가-힣]))"
)
_BEFORE = re.compile(
    r"(?:^|[\s,·ㆍ/(])([가-힣A-Za-z0-9]{3,14})"
    r"((?:\([^()\n]{1,20}\))?(?:, |[ ]?[·ㆍ/][ ]?|와 |과 | 및 )(?:([가-힣]{2,3})(?:의)? )?)$"
)
_REGION_IN_FRONT = re.compile(r"([가-힣]{2,3})(?:의)? (?=[가-힣A-Za-z]{3})")  # «…, 통영 바다살림»
_STATUS = "|".join(sorted(STATUS, key=len, reverse=True))
_HANDED_ON = frozenset(
    (
        "company",
        "social_venture",
        "social_enterprise",
        "preliminary_social_enterprise",
        "village_enterprise",
        "self_sufficiency",
    )
)
_NO_NEIGHBOURS = frozenset(("local_government", "central_government"))
_LONGEST_LIST = 12


def find_neighbours(text: str, mentions: tuple[Mention, ...]) -> Iterator[Mention]:
    """Items of a list in which a recognised body stands: «㈜리플라, 에이트테크, 포이엔 등 10곳»."""
    starts = {m.start for m in mentions}
    ends = {m.end for m in mentions}
    for m in mentions:
        if m.type not in _NO_NEIGHBOURS:
            kind = m.type if m.type in _HANDED_ON else None
            yield from _rightwards(text, m.end, starts, kind)
            yield from _leftwards(text, m.start, ends, kind)


def _rightwards(text: str, at: int, starts: set[int], kind: str | None) -> Iterator[Mention]:
    for _ in range(_LONGEST_LIST):
        sep = _SEPARATOR.match(text, at)
        if sep is None or sep.end() in starts:
            return
        here = sep.end()
        found = words(text, here, here + 24, 1)
        if not found or found[0].start != here:
            return
        name = bare(found[0].text, text, text[found[0].end : found[0].end + 1])
        region = _REGION_IN_FRONT.match(text, here)
        if region and is_region_stem(region[1]):
            here = region.end()
            found = words(text, here, here + 24, 1)
            name = bare(found[0].text, text, text[found[0].end : found[0].end + 1])
        if not could_be_name(name, listed=True) or not _LIST_END.match(text, here + len(name)) or text[here - 1] == "(":
            return
        if sep[0].strip() in ("와", "과", ",") and not _sure(name, text, here):
            return
        yield Mention(here, here + len(name), name, kind_of(name) or kind, "neighbour", weight=1)
        at = here + len(name)


def _sure(name: str, text: str, at: int) -> bool:
    """Behind «…과» or a comma a new clause may begin («…센터, 폐현수막으로»): no adverbial, no short word."""
    return weak_ending_of(name) is not None or len(name) >= 4 or text.startswith((" 등", ",", "·"), at + len(name))


def _leftwards(text: str, at: int, ends: set[int], kind: str | None) -> Iterator[Mention]:
    for _ in range(_LONGEST_LIST):
        m = _BEFORE.search(text[max(0, at - 48) : at])
        if m is None:
            return
        stop = at - len(m[2])
        start, name = stop - len(m[1]), m[1]
        if (m[3] and not is_region_stem(m[3])) or stop in ends or not could_be_name(name, listed=True):
            return
        yield Mention(start, stop, name, kind_of(name) or kind, "neighbour", weight=1)
        at = start


_GIVEN = Cued(rf"({_STATUS})(?:들)?[ ]?\(([가-힣A-Za-z][^()\n]{{4,200}})\)")


def find_bracketed(text: str, start: int, end: int) -> Iterator[Mention]:
    """«자활기업(늘푸른세탁, 두레청소, 손끝누비)»: a status noun with the bodies that are meant behind it."""
    for m in _GIVEN.finditer(text, start, end):
        items = list(re.finditer(r"[^,·ㆍ/]+", m[2]))
        for item in items if len(items) > 1 else ():
            name = re.sub(r"[ ](?:등|외)(?:[ ].*)?$", "", item[0].strip())
            at = m.start(2) + item.start() + item[0].index(name)
            if len(name.split()) <= 2 and could_be_name(name.replace(" ", ""), listed=True):
                yield Mention(at, at + len(name), name, STATUS[m[1]], "status:list", weight=4)


def find_columns(text: str, mentions: list[Mention], lines: Sequence[tuple[int, int]]) -> Iterator[Mention]:
    """Cells of a table («3 | 달팽이공방 | 지갑») in a column where at least two other cells are bodies."""
    spans = {m.start for m in mentions}
    columns: dict[int, list[tuple[int, str]]] = {}
    for start, end in lines:
        row = text[start:end]
        if row.count("|") + row.count("\t") < 1:
            continue
        for n, cell in enumerate(re.finditer(r"[^|\t]+", row)):
            name = cell[0].strip()
            if name:
                columns.setdefault(n, []).append((start + cell.start() + cell[0].index(name), name))
    for cells in columns.values():
        bodies = sum(at in spans for at, _ in cells)
        if bodies >= 2 and bodies * 3 >= len(cells):
            for at, name in cells[1:]:
                called = re.match(rf"(?:{_STATUS}) ", name)
                at, name = (at + called.end(), name[called.end() :]) if called else (at, name)
                if at not in spans and len(name.split()) <= 2 and could_be_name(name.replace(" ", "")):
                    yield Mention(at, at + len(name), name, kind_of(name), "column", weight=1)
