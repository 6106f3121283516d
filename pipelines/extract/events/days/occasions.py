"""Times of one sentence brought together: a day and its clock, a run and its daily hours, a first day and its rule."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from pipelines.extract.events.days import status
from pipelines.extract.events.days.idle import HABIT
from pipelines.extract.events.days.uses import EXTENDED, Use
from pipelines.extract.events.scene import Scene, Sentence, at_clock, day_of, has_clock, names_day
from store.records import Moment, SpanPair, When

EACH = re.compile(r"모두|각각|매회|각\s$")
WHOLE_RUN = re.compile(
    r"(?:운영|관람|개장|행사|판매)\s?시간|매일|날마다|기간 (?:중|내내)|모두|각각|매회|회차마다|(?:이틀|사흘|"
    r"나흘|둘|셋|넷|다섯|두 번|세 번|네 번|양일|두 날|세 날)\s?(?:다|모두|간|내리|내내|연이어)\s|"
    r"(?<![가-힣])(?:내리|연이어)\s|시간은 (?:둘|셋|넷|다섯)? ?다"
)
DAILY_LONGEST = 31  # days of a run with daily hours that is still one event


@dataclass(slots=True)
class Occasion:
    """A day, or a run of days, with the clock that goes with it."""

    times: list[When]
    start: Moment | None
    end: Moment | None
    recurrence: str | None = None
    moved: When | None = None  # the day that no longer holds
    spans: list[SpanPair] = field(default_factory=list)

    @property
    def at(self) -> int:
        return self.times[0].span[0]


def occasions(scene: Scene, sentence: Sentence, uses: list[Use]) -> list[Occasion]:
    found: list[Occasion] = []
    longer = any(u.use == "limit" and _extended(scene, u.when) for u in uses)
    originals = [u.when for u in uses if u.use == "original" and not longer]
    for use in uses:
        when = use.when
        if use.use == "limit" and found:
            _limit(scene, found[-1], when)
        if use.use != "occurrence":
            continue
        if (
            len(found) > 1
            and not names_day(when)
            and EACH.search(scene.text[max(sentence.start, when.span[0] - 10) : when.span[0]])
        ):
            for moment in found:
                _join(scene, moment, when)
        elif found and _joins(scene, found[-1], when):
            for moment in _sharing(scene, found, when):
                _join(scene, moment, when)
        else:
            found.append(_moment(scene, when))
    habit = next(
        (u.when for u in uses if u.when.kind == "recurrence" and HABIT.match(scene.text, u.when.span[1])), None
    )
    if habit is not None and len(found) == 1 and found[0].recurrence is None and found[0].at > habit.span[1]:
        found[0].recurrence = habit.rrule  # «매달 마지막 금요일 하던 밥상모임은 … 2월 28일에 봐요»
    if found and originals:
        found[0].moved = originals[0]
    elif originals and not found and SHIFTS.search(scene.text, sentence.start, sentence.end) and not scene.state:
        return []  # «강의는 당초 15일로 예고됐으나 이틀 늦춰졌다»: see `completing.moved`
    elif originals and not found and not scene.state:  # only the place changed
        found.append(_moment(scene, originals[0]))
    elif originals and not found:
        first = originals[0]
        kept = (first.start, _end(first)) if scene.state == "cancelled" else (None, None)
        moved = None if scene.state == "cancelled" else first
        found.append(Occasion([first], *kept, moved=moved, spans=[first.span]))
    return found


SHIFTS = re.compile(r"늦[췄추춰]|미[뤄뤘루룬]|연기|순연|앞당|당[겼겨긴]")


def _sharing(scene: Scene, found: list[Occasion], when: When) -> list[Occasion]:
    """«9일 홍천군 여성회관, 11일 평창군 대화면사무소에서도 오후 2시에»: a clock apart is of all days."""
    apart = scene.text[found[-1].times[-1].span[1] : when.span[0]]
    alike = not any(has_clock(m.start) for m in found) and when.kind != "recurrence"
    return found if alike and len(found) > 1 and re.search(r"(?:에서도|각각|모두|에서)\s$", apart) else found[-1:]


def _extended(scene: Scene, when: When) -> bool:
    return EXTENDED.match(scene.text[when.span[1] : when.span[1] + 24]) is not None


def _limit(scene: Scene, moment: Occasion, when: When) -> None:
    """«오전 11시 … 막을 올려 오후 5시까지 이어진다»: the end of the day's run, never before its start.

    «매주 화·목요일 오후 7시부터 10시까지 6월 5일까지»: the last day of what repeats.
    «1일 시작한 전시를 15일까지로 늘린다»: of what lasts longer than was said.
    """
    first, last = day_of(moment.start), day_of(when.end)
    if _extended(scene, when) and moment.end is None and first and last and first < last:
        moment.end = last
        moment.spans.append(when.span)
        return
    if moment.recurrence and when.granularity == "day":
        first, last = day_of(moment.start), day_of(when.end)
        if first and last and last > first:
            moment.end = at_clock(when.end, moment.end) if has_clock(moment.end) else last
            moment.spans.append(when.span)
        return
    end = at_clock(moment.start, when.end)
    if (
        has_clock(when.end)
        and has_clock(moment.start)
        and moment.end is None
        and end is not None
        and str(end) > str(moment.start)
    ):
        moment.end = end
        moment.spans.append(when.span)


def _moment(scene: Scene, when: When) -> Occasion:
    """«연말까지» is no day; a run with daily hours is one event, not a recurring one."""
    end, rule = _end(when), when.rrule
    moved = status.shifted(scene, when)
    if moved is not None:
        old = replace(when, start=moved[0], end=None)
        return Occasion([when], moved[1], None, moved=old, spans=[when.span])
    if rule and re.search(r"말까지|내내|연중", scene.text[slice(*when.span)]):
        end = None
    first, last = day_of(when.start), day_of(when.end)
    if rule and "DAILY" in rule and first and last and (last - first).days <= DAILY_LONGEST:
        rule = None
    return Occasion([when], when.start, end, rule, spans=[when.span])


def _end(when: When) -> Moment | None:
    return None if when.end == when.start and not has_clock(when.end) else when.end


def _joins(scene: Scene, moment: Occasion, when: When) -> bool:
    """A clock behind a day belongs to it; so does «매월 셋째 주 수요일» behind its first day."""
    if when.kind == "recurrence" and moment.recurrence is None:
        return True
    if moment.recurrence and when.kind != "recurrence":
        return names_day(when) is False
    if _weekday_of(scene, moment, when):
        return True
    return has_clock(when.start) and not names_day(when) and not _is_session(scene, moment, when)


def _weekday_of(scene: Scene, moment: Occasion, when: When) -> bool:
    """«16일과 23일, 두 토요일 오후 3시»: the weekday told again with the clock of both."""
    told, day = moment.times[-1], day_of(when.start)
    if told.kind != "set" or day is None or not has_clock(when.start) or has_clock(moment.start):
        return False
    days = {date.fromisoformat(d) for f in told.flags if f.startswith("members=") for d in DAYS.findall(f)}
    between = scene.text[told.span[1] : when.span[0]]
    return len(between) <= 8 and bool(days) and {d.weekday() for d in days} == {day.weekday()}


DAYS = re.compile(r"\d{4}-\d\d-\d\d")
ANOTHER = re.compile(
    r"(?:에 이어|을 시작으로|를 시작으로)\s$|[가-힣](?:고|며),?\s$|[,;]\s?[가-힣\s]{0,12}$|[가-힣](?:고|"
    r"며)\s[^,.;]{2,30}(?:은|는)\s$"
)
"""«…, 오후 3시에는 체험이», «대회가 펼쳐지고 폐막 경매는 오후 4시에»: the second clock has a subject of its own."""
OF_ITS_OWN = re.compile(r"(?:에는|엔|부터는)\s")  # «오후 2시에는 …», «오후 1시 30분부터는 …»
OVER = re.compile(
    r"\s?(?:에|쯤|경)?\s?(?:마[치친칩]|끝[나난]|파[하한]|흩어|헤어|돌아[오온]|마무리|막을 내|해산|문을 닫|"
    r"닫[는습고]|맺[는으고]|접[는으고])"
)


def _is_session(scene: Scene, moment: Occasion, when: When) -> bool:
    between = scene.text[moment.times[-1].span[1] : when.span[0]]
    bracketed = scene.text[when.span[0] - 1 : when.span[0]] == "(" and scene.text.startswith(")", when.span[1])
    if bracketed and "(" not in between[:-1].rpartition(")")[2]:
        return has_clock(moment.start)
    own = ANOTHER.search(between) is not None or OF_ITS_OWN.match(scene.text, when.span[1]) is not None
    return has_clock(moment.start) and own and not OVER.match(scene.text, when.span[1])


def _join(scene: Scene, moment: Occasion, when: When) -> None:
    moment.times.append(when)
    moment.spans.append(when.span)
    if when.kind == "recurrence":
        moment.recurrence = when.rrule or "recurring"
        if moment.end is not None and re.search(r"말까지|내내", scene.text[slice(*moment.times[0].span)]):
            moment.recurrence += f";UNTIL={moment.end.isoformat()[:10].replace('-', '')}"
            moment.end = None
        if has_clock(when.start) and not has_clock(moment.start):
            moment.start = at_clock(moment.start, when.start)
            moment.end = at_clock(moment.end or moment.start, when.end) if has_clock(when.end) else moment.end
        return
    several = day_of(moment.end) not in (None, day_of(moment.start))
    apart = moment.times[0].kind == "set"  # «16일과 23일, 두 토요일 오후 3시»
    if (
        several
        and not apart
        and moment.recurrence is None
        and not WHOLE_RUN.search(scene.text[moment.at : when.span[0]])
    ):
        return
    if has_clock(moment.start):  # a second clock ends the first: «오전 10시에 시작해 오후 5시에 마친다»
        moment.end = moment.end or at_clock(moment.start, when.start)
        return
    last = moment.end if several else moment.start
    moment.start = at_clock(moment.start, when.start)
    moment.end = at_clock(last, when.end) if has_clock(when.end) else (moment.end if several else None)
