"""The days a text names, as far as comparing needs them.

Not a reading of time expressions (that is the extractors' work): a mention is kept as the set of days
it may mean, so a bare «20일» in a text of 18 October is 20 September or 20 October. Two texts agree
on a day where their sets meet, and disagree only where nothing of all they name meets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

FULL = re.compile(r"(?<![\d.])((?:19|20)?\d\d)\s?[.년/-]\s{0,2}(\d{1,2})\s?[.월/-]\s{0,2}(\d{1,2})(?![\d])")
MONTH_DAY = re.compile(r"(?<![\d.])(\d{1,2})월\s{0,2}(\d{1,2})(?=\s?(?:일|[~∼-]))")
DOTTED = re.compile(r"(?<![\d.~∼])(1[0-2]|0?[1-9])[./]\s?(3[01]|[12]\d|0?[1-9])(?:\.(?!\d)|(?=\s?[(~∼]))")
DOTTED_TAIL = re.compile(r"[~∼-]\s?(1[0-2]|0?[1-9])[./]\s?(3[01]|[12]\d|0?[1-9])(?![\d%])")
RELATIVE_MONTH = re.compile(r"(다음\s?달|내달|새달|이번\s?달|이달|지난\s?달)\s{0,2}(\d{1,2})(?=\s?(?:일|[~∼-]))")
BARE = re.compile(
    r"(오는|지난|이날인|올)?\s?(?<![\d.월,:])(\d{1,2})\s?(?=일(?!간|째|치|자리|당(?!진|일)|\s?동안)|[~∼-]\s?\d{1,2}일)"
)
SAID = re.compile(r"일\s?(?:오전|오후)?\s?(?:[^\n.]{0,12}\s)?(?:밝혔|전했|말했|알렸|발표했|밝힌)")

TENSE = re.compile(
    r"[^\n.]{0,160}?(?:(?P<coming>연다|엽니다|열린다|열립니다|개최한다|개최합니다|치른다|편다|마련한다|개막한다)|"
    r"(?P<past>열었다|열렸다|개최했다|치렀다|마쳤다|맺었다|참석했다|다녀갔다))(?=[.\s])"
)
"""The verb of a holding after a bare day. Others («밝혔다», «모집한다») speak of another day than the event's."""

JOINED = re.compile(
    r"\d{1,2}\s?일?\s?(?:\([월화수목금토일]\))?\s?(?:부터|에서|[~∼·,-]|과|와|및|[과와]? ?함께)?\s{0,2}$"
)
"""What may stand between the first day of a list or range and the next one («2일부터 13일»)."""
MANY = 200
"""Days that are read of one text: a calendar of a year is no news item."""

NEAR_PAST = timedelta(days=45)
NEAR_FUTURE = timedelta(days=420)


@dataclass(frozen=True, slots=True)
class Mention:
    """One naming of a day: what it may mean, where it stands, whether only of an announcement."""

    options: frozenset[date]
    at: int
    said: bool = False
    relative: bool = False
    """Whether the words name no month («지난 8일»): which one it is follows from the day of this print."""

    @property
    def day(self) -> date | None:
        """The day where there is no doubt."""
        return next(iter(self.options)) if len(self.options) == 1 else None


def mentions(text: str, published: date | None) -> list[Mention]:
    """The days named in a text, in its order; without a day of publication only the full ones."""
    found: dict[int, Mention] = {}
    taken: list[tuple[int, int]] = []
    for at, end, options, relative in _readings(text, published):
        if not options or any(at < e and s < end for s, e in taken[-MANY:]):
            continue
        taken.append((at, end))
        said = SAID.match(text, end) is not None
        found[at] = Mention(frozenset(options), at, said, relative)
        if len(found) >= MANY:
            break
    return _settled(_carried([found[at] for at in sorted(found)], text))


def live(found: list[Mention], published: date | None) -> list[Mention]:
    """Mentions near the publication: founding days and old agreements are no news."""
    if published is None:
        return found
    first, last = published - NEAR_PAST, published + NEAR_FUTURE
    return [m for m in found if any(first <= day <= last for day in m.options)]


def _carried(found: list[Mention], text: str) -> list[Mention]:
    """Bare days that continue a list or range take their month from the day before them."""
    told: list[Mention] = []
    for mention in found:
        before = told[-1].day if told else None
        if before and not mention.day and JOINED.search(text[max(told[-1].at, mention.at - 24) : mention.at]):
            later = {d for d in mention.options if d >= before}
            same_month = {d for d in mention.options if (d.year, d.month) == (before.year, before.month)}
            mention = replace(mention, options=frozenset(same_month or later or mention.options))
        told.append(mention)
    return told


def _settled(found: list[Mention]) -> list[Mention]:
    """A bare «18일» is the 18th that the text names without doubt elsewhere («오는 18일», «10월 18일»)."""
    certain = frozenset(m.day for m in found if m.day)
    return [
        m if m.day or len(meant := m.options & certain) != 1 else replace(m, options=frozenset(meant)) for m in found
    ]


def _readings(text: str, published: date | None) -> Iterator[tuple[int, int, set[date], bool]]:
    """Start, end, the days it may be, and whether the month follows from the day of publication alone."""
    for m in FULL.finditer(text):
        yield m.start(), m.end(), _valid((_year(m[1]), int(m[2]), int(m[3]))), False
    if published is None:
        return
    for pattern in (MONTH_DAY, DOTTED, DOTTED_TAIL):
        for m in pattern.finditer(text):
            yield m.start(1), m.end(), _nearest(int(m[1]), int(m[2]), published), False
    for m in RELATIVE_MONTH.finditer(text):
        month = published.month + (0 if m[1].startswith("이") else -1 if m[1].startswith("지난") else 1)
        year = published.year + (month - 1) // 12
        yield m.start(2), m.end(2), _valid((year, (month - 1) % 12 + 1, int(m[2]))), True
    for m in BARE.finditer(text):
        yield m.start(2), m.end(2), _bare(int(m[2]), m[1] or _tense(text, m.end()), published), True


def _tense(text: str, at: int) -> str | None:
    """«오는» or «지난» where the first verb that ends the sentence says so: «27일 저녁 수다회를 연다»."""
    said = TENSE.match(text, at)
    return None if said is None else "오는" if said["coming"] else "지난"


def _bare(number: int, cue: str | None, published: date) -> set[date]:
    """The last such day and the next; «오는» and «지난» say which."""
    months = [_shift(published, step) for step in (-2, -1, 0, 1, 2)]
    days = sorted(d for y, m in months for d in _valid((y, m, number)))
    past = [d for d in days if d <= published][-1:]
    coming = [d for d in days if d >= published][:1]
    if cue == "오는":
        return set(coming)
    return set(past if cue == "지난" else past + coming)


def _shift(day: date, months: int) -> tuple[int, int]:
    index = day.year * 12 + day.month - 1 + months
    return index // 12, index % 12 + 1


def _nearest(month: int, number: int, published: date) -> set[date]:
    days = [d for year in (-1, 0, 1) for d in _valid((published.year + year, month, number))]
    return {min(days, key=lambda d: abs((d - published).days))} if days else set()


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _valid(parts: tuple[int, int, int]) -> set[date]:
    try:
        return {date(*parts)}
    except ValueError:
        return set()
