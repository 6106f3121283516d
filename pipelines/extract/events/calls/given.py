"""Last days given to events: a window of theirs, or one counted back from each («각 회의 사흘 전까지»)."""

from __future__ import annotations

import re
from datetime import timedelta

from pipelines.extract.events.days.uses import Use
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.scene import Scene, day_of
from pipelines.korean.numerals import DAY_COUNTS
from store.records import Moment, SpanPair

BEFORE_EACH = re.compile(
    r"(?P<count>전날|하루|이틀|사흘|나흘|닷새|엿새|이레|열흘|보름|일주일|(?:\d{1,2}|한|두|세)\s?(?:일|주일|"
    r"주))\s?(?:전|앞)(?:까지|에)?"
)
# «매주 목요일 … 이틀 전까지 예약»: of whichever time one comes, no last day; «3월 모임 오실 분은 전날까지» is one
_BACK = re.compile(r"전날|하루 전|당일|" + BEFORE_EACH.pattern)
_ONE_OF_THEM = re.compile(r"\d{1,2}월|\d{1,2}일|이번|이달|다음|첫")


def of_each_time(scene: Scene, use: Use, target: Draft) -> bool:
    """Whether a last day is counted back from each time of something that comes again and again."""
    start, end = use.when.span
    counted = target.recurrence is not None and _BACK.match(scene.text, start, end) is not None
    return counted and _ONE_OF_THEM.search(scene.text, use.sentence.start, start) is None


def count_back(scene: Scene, target: Draft, drafts: list[Draft], match: re.Match[str], span: SpanPair) -> None:
    """«각 회의 사흘 전까지», «한 주 전까지 예약»: counted back from the event itself, for each of a series."""
    back = _days_back(match["count"])
    head = target.name.head if target.name else ""
    for draft in drafts:
        base = SITTING_TAIL.sub("", draft.title)
        series = base != draft.title and base == SITTING_TAIL.sub("", target.title)
        alike = (
            draft is target
            or series
            or (head and draft.name is not None and draft.name.head == head and not draft.call)
        )
        day = draft.day
        alike = alike or bool(NUMBERED.fullmatch(draft.title) and NUMBERED.fullmatch(target.title))
        alike = alike or (EACH_OF.search(scene.text, max(0, span[0] - 16), span[0]) is not None and not draft.call)
        if alike and day is not None and draft.role == "main" and (scene.published is None or day >= scene.published):
            draft.application_deadline = None
            attach(draft, None, day - timedelta(days=back), span, "days before")


EACH_OF = re.compile(r"(?:(?<![가-힣])(?:각(?!자)|모든|매)\s?(?:[가-힣]{1,4})?(?:의)?|[가-힣](?:마다|별로))\s?$")
"""«각 수업 사흘 전까지», «강좌마다 이틀 전까지»."""
NUMBERED = re.compile(r"\d{1,2}\s?(?:강|회차|회|차시|주차|차)")
SITTING_TAIL = re.compile(r"\s\d{1,2}\s?(?:강|회차|회|차시|주차|차)$")


def _days_back(words: str) -> int:
    if words in DAY_COUNTS:
        return DAY_COUNTS[words]
    count = re.match(r"\d{1,2}|한|두|세", words)
    number = {"한": 1, "두": 2, "세": 3}.get(count[0]) or int(count[0]) if count else 1
    return number * (7 if "주" in words else 1)


def attach(
    draft: Draft, opens: Moment | None, closes: Moment | None, span: SpanPair, rule: str, *, exact: bool = False
) -> None:
    """Give an event its window. `exact`: the words name the month of the last day."""
    if opens is not None and draft.application_start is None:
        draft.application_start = opens
        draft.note("application_start", span, rule)
    if closes is not None and draft.application_deadline is None:
        draft.application_deadline = closes if exact else _in_time(draft, closes)
        draft.note("application_deadline", span, rule)


def _in_time(draft: Draft, closes: Moment) -> Moment:
    """«다음달 7일 … 1일까지 말씀하시면»: a bare day behind an event of next month is a day of that month."""
    event, last = draft.day, day_of(closes)
    if event is None or last is None or (event - last).days < 28 or not draft.until or last.day > event.day:
        return closes
    return closes.replace(year=event.year, month=event.month)
