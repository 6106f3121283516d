"""Calendars: days on lines of their own, and under each what is held then.

::

    «5/8 목 14:00»                     «◆19일(월)»
    «컨설턴트 데이»                      «△‘빈 병 백일장’ 시상식, 오후 2시, 성평등전주 1층»
    «센터 1층 상담실 / 한 팀 40분»          «△완산골협동조합 이사회, 오후 7시(비공개)»

The name stands *below* its day there. Rules that read line by line take the line above, which is the last thing of
another day; so a text that is laid out as a calendar is read as one, and nobody else reads its lines. It is one where
three days or more stand so, two with marks, and nothing speaks for names above them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import NamedTuple

from pipelines.extract.boilerplate import Line
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.fields.labels import labelled
from pipelines.extract.events.fields.labelwords import field_of
from pipelines.extract.events.fields.rowshapes import BULLET, Row
from pipelines.extract.events.names.rownames import CLOSED, DECIDED, OTHER
from pipelines.extract.events.notices.rowplaces import place, strip
from pipelines.extract.events.notices.rows import CALL_ROW, cells_of, set_hours
from pipelines.extract.events.scene import Scene, has_clock, is_dated, names_day
from pipelines.extract.events.words.headlines import clean_title
from pipelines.extract.events.words.titles import Name, head_of, tidy
from store.records import SpanPair, When

LEAST, LEAST_MARKED = 3, 2
"""Days: two on lines of their own are two fields of a notice, but not with a mark («◆») and other marks below."""
MOST = 100
"""Days of one calendar that are read, a quarter of a year: it bounds the cost of hostile input."""
LONGEST, LONGEST_NAME = 160, 45
_NO_WORDS = re.compile(r"[\W\d_]*(?:[월화수목금토일](?:요일)?|[日月火水木金土])?[\W\d_]*")
"""What may stand beside a day on its line: marks, a weekday."""
_NOTHING = re.compile(r"\W*(?:행사|일정|모임|예정)?\s?(?:없음|없습니다|없어요|쉼|쉽니다|쉬는\s?날|휴무|휴관)")
MOST_COLUMNS, LONGEST_COLUMN = 7, 8
_WHEN, _WHAT = ("when", "when+where"), ("title", "name")
_CLAUSE = re.compile(r"[가-힣][을를은는]$|[다요][.!?]")
"""«… 밤 줍는 날을 차린다»: a sentence, which other rules read."""
_ELSEWHEN = re.compile(r"(?:당초|원래|애초)\s|(?:옮겼|옮깁|옮겨|미뤘|미뤄|밀렸|밀림|연기|취소)")
_PIECE = re.compile(r"\s?[,，/|;※·∥│┃]\s?|\s?[.]\s|\s[-–—:]\s|\s?[(（]")
"""What ends the name in a line that goes on."""


@dataclass(frozen=True, slots=True)
class _Day:
    """A day, the hour that stands with it, and the lines below it."""

    times: tuple[When, ...]
    line: Line
    below: tuple[Line, ...]


class Calendar(NamedTuple):
    """What is held on each day, in order, and the words that no other rule reads: those events, every day's line, what
    is closed.
    """

    drafts: list[Draft]
    told: list[SpanPair]


def read_calendar(scene: Scene) -> Calendar:
    """The calendar of a text, empty where it is none."""
    days = [day for day in islice(_days(scene), MOST) if day.below]
    least = LEAST_MARKED if all(_marked(scene, day.line) for day in days) else LEAST
    if len(days) < least or not _names_are_below(scene, days):
        return Calendar([], [])
    drafts = [draft for day in days for draft in _of_day(scene, day)]
    closed = [line for day in days for line in day.below if _is_closed(_words(scene, line))]
    told = [(line.start, line.end) for line in (*(day.line for day in days), *closed)]
    return Calendar(drafts, [*told, *((draft.at, draft.until) for draft in drafts)])


def _is_closed(words: str) -> bool:
    return _NOTHING.match(words) is not None or CLOSED.search(words) is not None


def _days(scene: Scene) -> Iterator[_Day]:
    at, lines = 0, scene.lines
    while at < len(lines):
        head = at
        times = _only_times(scene, lines[head])
        at += 1
        if not any(_tells_day(when) for when in times):
            continue
        while at < len(lines) and (more := _only_times(scene, lines[at])) and not any(map(_tells_day, more)):
            times, at = (*times, *more), at + 1  # «10. 28.(월)» and «10:00» in cells of a line each
        first = at
        while at < len(lines) and not _only_times(scene, lines[at]) and (at == first or not _apart(scene, at)):
            at += 1
        yield _Day(times, lines[head], lines[first:at])


def _only_times(scene: Scene, line: Line) -> tuple[When, ...]:
    """The times of a line that holds nothing else."""
    times = scene.times_in(line.start, line.end)
    if not times or line.end - line.start > LONGEST_NAME:
        return ()
    words, at = [], line.start
    for when in times:
        words.append(scene.text[at : when.span[0]])
        at = when.span[1]
    words.append(scene.text[at : line.end])
    return times if all(_NO_WORDS.fullmatch(part) for part in words) else ()


def _tells_day(when: When) -> bool:
    return names_day(when) and (is_dated(when) or when.kind == "deadline")


def _apart(scene: Scene, number: int) -> bool:
    """Whether a blank line stands in front of a line."""
    return "\n\n" in scene.text[scene.lines[number - 1].end : scene.lines[number].start]


def _names_are_below(scene: Scene, days: Sequence[_Day]) -> bool:
    """Whether each day opens its paragraph, or what is below are items with a mark, or the columns say so."""
    numbers = [scene.line_number(day.line.start) or 0 for day in days]
    opens = sum(number == 0 or _apart(scene, number) for number in numbers)
    if opens >= len(days) - 1 and len(days) >= LEAST:
        return 2 * sum(labelled(_words(scene, day.below[0])) for day in days) < len(days)
    if all(_marked(scene, day.below[0]) for day in days):
        return not any(_marked(scene, day.line) == _marked(scene, day.below[0]) for day in days)
    return _columns_say_so(scene, numbers[0])


def _columns_say_so(scene: Scene, first: int) -> bool:
    """«일시 / 행사명 / 장소», a cell a line, right above the first day: its columns begin with the day."""
    cells = [_words(scene, line) for line in scene.lines[max(0, first - MOST_COLUMNS) : first]]
    fields = [field_of(cell) if len(cell) <= LONGEST_COLUMN else None for cell in cells]
    return any(now in _WHEN and behind in _WHAT for now, behind in pairwise(fields))


def _marked(scene: Scene, line: Line) -> str:
    mark = BULLET.match(_words(scene, line))
    return mark[0].strip()[:1] if mark is not None else ""


def _words(scene: Scene, line: Line) -> str:
    return scene.text[line.start : line.end]


def _of_day(scene: Scene, day: _Day) -> Iterator[Draft]:
    """An event for each line with a mark; without marks the first line names the one event and the rest tell of it."""
    mark = _marked(scene, day.below[0])
    items = [(line, line.end) for line in day.below if _marked(scene, line) == mark] if mark else []
    for number, (line, end) in enumerate(items or [(day.below[0], day.below[-1].end)]):
        row = _row(scene, day, line, end)
        draft = _draft(scene, day, row, line) if row is not None else None
        if draft is not None:
            draft.at = day.line.start if number == 0 else draft.at  # the day's own line is of its first event
            yield draft


def _row(scene: Scene, day: _Day, line: Line, end: int) -> Row | None:
    """The words of one event with its day's times in front; none of what is closed or has another day."""
    words = _words(scene, line)
    inside = [when for when in scene.times_in(line.start, end) if _tells_day(when) or has_clock(when.start)]
    own = [when for when in inside if when.span[0] < line.end]
    days = [when for when in own if _tells_day(when) and when.kind not in ("deadline", "recurrence")]
    if days or _ELSEWHEN.search(words) or _is_closed(words) or len(words) > LONGEST:
        return None
    return Row(line.start, end, (*day.times, *inside), marked=True)


def _draft(scene: Scene, day: _Day, row: Row, line: Line) -> Draft | None:
    named = _named(scene, row, line)
    words = scene.text[slice(*named)] if named is not None else ""
    title = tidy(words) if CALL_ROW.search(words) else clean_title(words)
    if named is None or not 2 <= len(title) <= LONGEST_NAME or DECIDED.search(title) or _CLAUSE.search(title):
        return None
    name = Name(title, named, head_of(title) or "", True, False)
    draft = Draft(title, name, at=row.start, until=row.end)
    draft.note("title", named, "calendar")
    _times(draft, day, row)
    if CALL_ROW.search(title):
        _as_call(draft)
    else:
        place(scene, draft, list(_cells_behind(scene, row, named[1])), None, day.times[0])
    return draft


def _cells_behind(scene: Scene, row: Row, at: int) -> Iterator[SpanPair]:
    """What stands behind the name, on its line and on those below it."""
    start = at
    for end in [*(at + m.start() for m in re.finditer("\n", scene.text[at : row.end])), row.end]:
        times = tuple(when for when in row.times if start <= when.span[0] < end)
        yield from cells_of(scene.text, Row(start, end, times, marked=True))
        start = end + 1


def _named(scene: Scene, row: Row, line: Line) -> SpanPair | None:
    """The first words of the line that are neither a time nor a place nor a remark."""
    mark = BULLET.match(scene.text, line.start, line.end)
    at = mark.end() if mark is not None else line.start
    inside = [when.span for when in row.times if line.start <= when.span[0] < line.end]
    for start, end in [*inside, (line.end, line.end)]:
        for piece in _pieces(scene.text, at, start):
            words = scene.text[slice(*piece)]
            if piece[1] - piece[0] > 1 and not OTHER.search(words) and not words.endswith("에서"):
                return piece
        at = max(at, end)
    return None


def _pieces(text: str, start: int, end: int) -> Iterator[SpanPair]:
    for cut in [*_PIECE.finditer(text, start, end), None]:
        yield strip(text, (start, cut.start() if cut is not None else end))
        start = cut.end() if cut is not None else end


def _times(draft: Draft, day: _Day, row: Row) -> None:
    first = next(when for when in day.times if _tells_day(when))
    draft.set_time(first, "calendar")
    if first.kind == "deadline":
        draft.start, draft.end = None, first.end
    for when in row.times:
        if when is first:
            continue
        if when.kind == "deadline" or (when.start is None and when.end is not None):  # «신청 5/9까지»
            draft.application_deadline = draft.application_deadline or when.end
            draft.note("application_deadline", when.span, "calendar")
        elif has_clock(when.start) and not names_day(when) and not has_clock(draft.start):
            set_hours(draft, when, "calendar")


def _as_call(draft: Draft) -> None:
    """«~5/30 금 / 나눔창업실 입주기업 모집»: the days of a call are those on which one may apply."""
    draft.call = True
    if draft.end is None:
        draft.start, draft.end = None, draft.start
    if draft.start is None:
        draft.flag("deadline_only")
    draft.application_start, draft.application_deadline = draft.start, draft.end
    draft.evidence["application_deadline"] = list(draft.evidence.get("start", []))
