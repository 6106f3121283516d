"""Last days given to events: a window of theirs, or one counted back from each («각 회의 사흘 전까지»)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from pipelines.extract.events.days.uses import Use
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.scene import Scene, day_of
from pipelines.korean.numerals import DAY_COUNTS
from store.records import Moment, SpanPair, When

BEFORE_EACH = re.compile(
    r"(?P<count>전날|하루|이틀|사흘|나흘|닷새|엿새|이레|열흘|보름|일주일|(?:\d{1,2}|한|두|세)\s?(?:일|주일|"
    r"주))\s?(?:전|앞)(?:까지|에)?"
)
# «매주 목요일 … 이틀 전까지 예약»: of whichever time one comes, no last day; «3월 모임 오실 분은 전날까지» is one
_BACK = re.compile(r"전날|하루 전|당일|" + BEFORE_EACH.pattern)
_ONE_OF_THEM = re.compile(r"\d{1,2}월|\d{1,2}일|이번|이달|다음|첫")


# «3월 20일 전에», «16일 전에는»: a day of the month; «10일 전까지» counts
_NOT_ON_DAY = re.compile(
    r"(?:(?P<month>\d{1,2}(?:월\s?|[./]\s?))(?P<any>\d{1,2})|(?<!\d)(?!10|14|15|20|30)(?P<odd>[89]|[12]\d|3[01]))일?"
    r"(?:\s?\([월화수목금토일]\))?\s전(?P<until>까지)?"
)


def before_each(scene: Scene, start: int, end: int) -> re.Match[str] | None:
    """The words that count days back from an event; not «16일 전에», which names a day."""
    match = BEFORE_EACH.search(scene.text, start, end)
    named = _NOT_ON_DAY.search(scene.text, start, end + 1) if match is not None else None
    return None if named is not None and not (named["odd"] and named["until"]) else match


def not_on_day(scene: Scene, use: Use) -> Use:
    """«16일 전에 신청서를 보내야»: the last day is the one before."""
    when = use.when
    if when.kind != "deadline" or when.granularity != "day" or when.end is None:
        return use
    named = _NOT_ON_DAY.fullmatch(scene.text, *when.span)
    if named is None or (named["odd"] and named["until"]):
        return use
    return use._replace(when=replace(when, end=when.end - timedelta(days=1)))


_BARE = re.compile(r"[0-3]?\d일")


def is_behind(scene: Scene, when: When, closes: Moment | None, drafts: list[Draft]) -> bool:
    """Whether a last day lies behind the text: whatever was meant, nobody can apply till then.

    A bare day that was taken for one behind is moved on to the month of its event (`attach`).
    """
    last, told = day_of(closes), scene.published
    if last is None or told is None or last >= told:
        return False
    if before_each(scene, *when.span) is not None:
        return False  # «3일 전까지»
    if _BARE.match(scene.text, *when.span) is None:
        return True
    return not any(d.role == "main" and d.day is not None and (d.day - last).days >= MONTH for d in drafts)


MONTH = 28
"""Days from a bare last day to its event that make it one of the event's month."""


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
        last = day - timedelta(days=back) if day is not None else None
        if alike and last is not None and draft.role == "main" and (scene.published is None or last >= scene.published):
            draft.application_deadline = None
            attach(draft, None, last, span, "days before")


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
    if event is None or last is None or (event - last).days < MONTH or not draft.until or last.day > event.day:
        return closes
    return closes.replace(year=event.year, month=event.month)
