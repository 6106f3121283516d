"""How long an event is where its length is told, not its end; and the first sitting of what repeats."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from pipelines.extract.events.draft import Draft, sentences_of
from pipelines.extract.events.prose.completing import falls_on
from pipelines.extract.events.scene import Scene, at_clock, day_of, has_clock, is_dated, names_day
from pipelines.korean.cued import Cued
from store.records import When

# «집담회가 두 시간가량 이어진다», «각각 한 시간씩 … 방송한다», «해설사와 함께 두 시간 도는 여행»
HOURS_LONG = Cued(
    r"(?<![0-9.])(?P<count>\d{1,2}|한|두|세|네)\s?시간(?P<half>\s?(?:반|30분))?\s?(?:씩|가량|쯤|정도|동안|간|남짓)?\s"
    r"(?:[^.\n]{0,24}?\s)?(?:이어|진행|열[리린립]|도는|돈다|돌아|방송|걷|만나|펼쳐|계속|합니다|한다)"
)
# «6시 30분부터 두 시간입니다», «19:30, 100분 동안»: right behind the hour
LONG_BEHIND = re.compile(
    r"[^가-힣\n\d]{0,4}(?:부터|에 시작(?:해|하여|해서))?,?\s?"
    r"(?:(?P<count>\d{1,2}|한|두|세|네)\s?시간(?P<half>\s?(?:반|30분))?|(?P<minutes>\d{2,3})\s?분)"
    r"\s?(?:동안|간|씩)?(?:입니다|이에요|예요|이고|이며|[,.)]|(?<=동안)\s|(?<=씩)\s|$)"
)
# «국수 삶고 노래하고 오후 3시에 접습니다»
ENDS_AT = re.compile(r"에\s?(?:접[습는어]|마[칩친쳐]|끝[나납냅]|파[합한]|막을 내|문을 닫)")
NEAR = 200
"""Characters within which another event makes it unclear whose end is told."""
HOUR_WORDS = {"한": 1, "두": 2, "세": 3, "네": 4}


def durations(scene: Scene, drafts: list[Draft]) -> None:
    """The end of an event whose length in hours is told with it, or a sentence behind where it is the only one."""
    timed = [d for d in drafts if d.role == "main" and not d.call and has_clock(d.start)]
    for draft in timed:
        course = draft.recurrence is not None and not has_clock(draft.end)
        if (draft.end is not None and not course) or _long_behind(scene, draft):
            continue
        alone = draft.parent is None and sum(abs(d.at - draft.at) < NEAR for d in timed) == 1
        if (draft.recurrence and len(timed) > 1) or (alone and _ends_at(scene, draft)):
            continue
        told = sentences_of(scene, draft)
        if told and len(timed) == 1:
            at = scene.number_of(told[-1])
            told = [*told, *scene.sentences[at + 1 : at + 3]]
        for sentence in told:
            match = HOURS_LONG.search(scene.text, sentence.start, sentence.end)
            if match is not None and not EARLY.search(scene.text[sentence.start : match.start()]):
                hours = HOUR_WORDS.get(match["count"]) or int(match["count"])
                _lasts(draft, timedelta(hours=hours, minutes=30 if match["half"] else 0))
                draft.note("end", match.span("count"), "hours long")
                break


def _long_behind(scene: Scene, draft: Draft) -> bool:
    """Whether its length stands right behind its hour, and then its end is set."""
    for _, behind in draft.evidence.get("start", ()):
        match = LONG_BEHIND.match(scene.text, behind)
        if match is None or not isinstance(draft.start, datetime):
            continue
        hours = HOUR_WORDS.get(match["count"]) or int(match["count"] or 0)
        minutes = int(match["minutes"] or 0) + (30 if match["half"] else 0)
        _lasts(draft, timedelta(hours=hours, minutes=minutes))
        draft.note("end", match.span(), "long behind")
        return True
    return False


def _lasts(draft: Draft, length: timedelta) -> None:
    """Sets the end from the length; that of a course falls on its last day."""
    if isinstance(draft.start, datetime):
        closes = draft.start + length
        draft.end = at_clock(draft.end, closes) if draft.end is not None else closes


def _ends_at(scene: Scene, draft: Draft) -> bool:
    """Whether a sentence of its line says at what hour it closes."""
    told = sentences_of(scene, draft)
    line = told[-1].line if told else None
    behind = scene.sentences_in(told[-1].end, line.end)[:2] if line is not None else ()
    for sentence in (*told, *behind):
        for when in sentence.times:
            later = isinstance(when.start, datetime) and str(when.start)[11:16] > str(draft.start)[11:16]
            if not later or names_day(when) or ENDS_AT.match(scene.text, when.span[1]) is None:
                continue
            draft.end = at_clock(draft.end or draft.start, when.start)
            draft.note("end", when.span, "closes")
            return True
    return False


# «매주 월요일 … 이달 첫 모임은 대체휴일(6일)을 쉬고 13일부터»
FIRST_ONE = re.compile(
    r"(?:첫\s?(?:모임|시간|수업|날|회|장|만남|밥상|상자|손님|공연|상영|강의)|개강|이달|이번\s달)[은는이가]?\s[^.\n]{0,40}?(?=\d{1,2}일)"
)
# «수요일마다 오전 10시 … . 더위로 한 달 쉬었고 9월 11일부터 다시 시작합니다», «매주 화 19:00, 5/13부터 넉 번»
_BEGINS_THEN = re.compile(r"\s(?:다시\s)?(?:시작|(?:두|세|네|넉|다섯|여섯|일곱|여덟|아홉|열|\d{1,2})\s?[번회차주])")


RESTED = re.compile(r"(?:쉬고|건너뛰고|빼고)\s$")  # «이번 주 6일은 쉬고 20일에 만납니다»


AHEAD = timedelta(days=36)
"""Days by which the first sitting may be behind the next day of the rule."""


def first_sittings(scene: Scene, drafts: list[Draft]) -> None:
    """What repeats begins on the day that is told as its first; told for itself, that day is the same event."""
    for draft in list(drafts):
        if not draft.recurrence or draft.role != "main" or draft.day is None:
            continue
        told = max((last for _, last in draft.evidence.get("start", ())), default=draft.at)
        line = scene.line_at(max(told - 1, draft.at, 0))
        times = scene.times_in(draft.at, line.end) if line is not None else ()
        first = next((when for when in times if _is_first(scene, draft, when)), None)
        if first is None:
            continue
        draft.start = at_clock(day_of(first.start), draft.start)
        draft.end = at_clock(day_of(first.start), draft.end) if has_clock(draft.end) else draft.end
        draft.note("start", first.span, "first sitting")
        for other in [d for d in drafts if d is not draft and d.day == draft.day and _is_same(d, draft, first)]:
            drafts.remove(other)


def _is_first(scene: Scene, draft: Draft, when: When) -> bool:
    day = day_of(when.start)
    if day is None or draft.day is None or not draft.day < day < draft.day + AHEAD:
        return False
    lead = FIRST_ONE.search(scene.text, max(draft.at, when.span[0] - 50), when.span[1])
    begins = scene.text.endswith("부터", *when.span) and _BEGINS_THEN.match(scene.text, when.span[1])
    lead = lead or begins or RESTED.search(scene.text, max(draft.at, when.span[0] - 12), when.span[0])
    off = re.match(r"\)?(?:을|를|은|는)?\s?(?:쉬|빼|건너)", scene.text[when.span[1] : when.span[1] + 6])
    return bool(lead) and not off and falls_on(day, draft.recurrence or "")


def _is_same(one: Draft, other: Draft, first: When) -> bool:
    """«흙손 모임 … . 첫 모임은 6월 8일»: called alike, or told by that very day in a word of its name."""
    if one.role != "main" or one.call or one.recurrence:
        return False
    by_it = first.span in one.evidence.get("start", ())
    return one.title == other.title or (by_it and (one.title in other.title or other.title in one.title))


EACH_LONG = Cued(
    r"(?:(?P<count>\d{2,3}분|\d시간|한 시간|두 시간|세 시간)씩|"
    r"(?:회차마다|매회|회마다)\s(?P<each>\d{2,3}분|\d시간|한 시간|두 시간|세 시간)\s?(?:동안|간)?)"
)


EACH_GROUP = re.compile(r"(?:조|팀|사람|기업|명|곳|분|집)(?:에|당|마다|별로)\s$")
"""«한 조에 30분씩»: turns, no sittings."""


def each_long(scene: Scene, drafts: list[Draft]) -> None:
    """«모두 줌으로 90분씩 이어지고»: of every sitting told before it."""
    for sentence in scene.sentences_for(EACH_LONG):
        match = EACH_LONG.search(scene.text, sentence.start, sentence.end)
        if match is None or any(is_dated(t) for t in sentence.times):
            continue
        if EACH_GROUP.search(scene.text, sentence.start, match.start()):
            continue
        told = [d for d in drafts if d.role == "main" and not d.call and d.at < sentence.start and d.end is None]
        length_told = match["count"] or match["each"]
        count = re.match(r"\d+|한|두|세", length_told)
        number = {"한": 1, "두": 2, "세": 3}.get(count[0]) or int(count[0]) if count else 0
        length = timedelta(minutes=number) if length_told.endswith("분") else timedelta(hours=number)
        for draft in told if len(told) > 1 else ():
            if isinstance(draft.start, datetime):
                draft.end = draft.start + length
                draft.note("end", match.span(), "minutes each")


EARLY = re.compile(r"(?:전|앞서|지난해)\s?$")
