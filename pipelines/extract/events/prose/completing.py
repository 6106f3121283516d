"""Times without a name: they give an event spoken of before its place, clock, end, or next instalment."""

from __future__ import annotations

import re
from datetime import date, timedelta

from pipelines.extract.events.days.occasions import SHIFTS, WHOLE_RUN, Occasion
from pipelines.extract.events.days.status import original_flag
from pipelines.extract.events.days.uses import EXTENDED, PREDICATE, Use
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.names.referring import alike, bare
from pipelines.extract.events.places.building import note_time, place
from pipelines.extract.events.scene import Scene, Sentence, at_clock, day_of, has_clock, names_day, touches
from pipelines.extract.events.words.titles import Name
from pipelines.korean.cued import Cued
from pipelines.korean.numerals import DAY_COUNTS
from store.records import Moment, SpanPair

ENDING = re.compile(
    r"(?:파장|폐장|마감|종료|끝나는 시각|마치는 시각)(?:은|시각은|시간은)?\s?$|^(?:에|"
    r"까지)?\s?(?:마친다|끝난다|문을 닫|막을 내|파한다|흩어진|헤어진|돌아온|돌아옵|"
    r"돌아와|돌아옴|마칩니다|끝납니다|마무리)"
)
NEXT_ONE = re.compile(r"다음\s?(?:번|회|장|차례)?\S{0,6}(?:은|는|엔)\s?$")
SAME_CLOCK = Cued(
    r"같은 (?:시간|시각)|(?:시간|시각)(?:은|도|이랑|과|이나)\s?(?:장소(?:는|도)?\s)?(?:모두\s)?(?:그대로|동일|같|똑같)",
)


def of_day(moment: Occasion, drafts: list[Draft]) -> Draft | None:
    """The event of that very day, spoken of before."""
    day = day_of(moment.start)
    return next((d for d in reversed(drafts) if d.role == "main" and day and d.day == day), None)


def same_clock(scene: Scene, sentence: Sentence, drafts: list[Draft]) -> None:
    """«같은 시간», «시간은 그대로»: the clock of the event before, its end too."""
    said = SAME_CLOCK.search(scene.text, sentence.start, sentence.end)
    timed = [d for d in drafts[:-1] if has_clock(d.start)] if said is not None else []
    if said is None or not timed or not drafts:
        return
    here = [d for d in drafts if sentence.start <= d.at < sentence.end]
    last = next((d for d in here if not has_clock(d.start)), drafts[-1])
    if has_clock(last.start) and not any(touches(span, *said.span()) for span in last.evidence.get("start", [])):
        return
    timed = [d for d in timed if d is not last]
    if not timed:
        return
    head = last.name.head if last.name else ""
    model = next((d for d in reversed(timed) if head and d.name is not None and alike(d.name.head, head)), timed[-1])
    if last.end is not None or last.day is None or last is model:
        return
    if not has_clock(last.start):
        last.note("start", said.span(), "same clock")
    last.start = at_clock(last.start, model.start)
    last.end = at_clock(last.start, model.end) if has_clock(model.end) and model.last_day == model.day else None


def moved(scene: Scene, sentence: Sentence, uses: list[Use], drafts: list[Draft]) -> None:
    """«강의는 당초 15일로 예고됐으나 이틀 늦춰졌다» behind the event that has its new day already."""
    for use in uses:
        if use.use != "original" or not SHIFTS.search(scene.text, sentence.start, sentence.end):
            continue
        told = next((d for d in reversed(drafts) if d.role == "main" and not d.call and d.day is not None), None)
        if told is not None and told.day != day_of(use.when.start):
            told.flag(original_flag(use.when))


# «새로 잡은 날은 26일이고», «바뀐 날짜는 10월 4일»
NEW_DAY = Cued(
    r"(?:(?:새로|다시)\s(?:잡은|정한|잡힌)|바뀐|바꾼|옮긴|미룬|새|변경된?)\s?(?:날|날짜|일정|일시|일자|행사일)(?:은|는|이|가)?\s(?:오는\s)?$"
)
KEPT_CLOCK = re.compile(
    r"(?:시간|시각)(?:은|도|과|이나|와|,)?\s?(?:장소(?:는|도)?\s)?[^.\n]{0,12}?(?:그대로|바뀌지|변함|변동|같|동일)"
)


def new_day(scene: Scene, sentence: Sentence, moment: Occasion, drafts: list[Draft]) -> bool:
    """«축제를 2주 늦춘다. 새로 잡은 날은 26일이고 시작 시각과 장소는 바뀌지 않는다»."""
    if NEW_DAY.search(scene.text, max(sentence.start, moment.at - 24), moment.at) is None:
        return False
    put_off = [d for d in drafts if any(f.startswith("original_date:") for f in d.flags) and d.start is None]
    if not put_off or moment.start is None:
        return False
    draft = put_off[-1]
    draft.start, draft.end = moment.start, moment.end
    old = {f[14:24] for f in draft.flags if f.startswith("original_date:")}
    clocked = next((t for t in scene.times if str(day_of(t.start)) in old and has_clock(t.start)), None)
    if (
        clocked is not None
        and KEPT_CLOCK.search(scene.text, sentence.start, sentence.end)
        and not has_clock(draft.start)
    ):
        draft.start = at_clock(draft.start, clocked.start)
    for span in moment.spans:
        draft.note("start", span, "new day")
    return True


HOLDS = re.compile(r"기로|연다|엽니다|열[고며]|개최|합니다|한다|진행|치[르른릅]|모[여입인]|갖")


def held_instead(scene: Scene, sentence: Sentence, moment: Occasion, names: list[Name], drafts: list[Draft]) -> bool:
    """«20일 열기로 했던 총회를 미룹니다. … 총회를 7월 11일에 하기로 했습니다»: the new day, a sentence later."""
    put_off = [d for d in drafts if d.status == "" and d.start is None and d.role == "main" and d.name is not None]
    put_off = [d for d in put_off if any(f.startswith("original_date:") for f in d.flags)]
    day = day_of(moment.start)
    if not put_off or day is None or moment.moved is not None or not names_day(moment.times[0]):
        return False
    shifts = SHIFTS.search(scene.text, sentence.start, moment.at) is not None  # «이틀 앞당겨서 22일에 합니다»
    if scene.state not in ("postponed", "earlier") or any(not bare(n) for n in names):
        return False
    draft = put_off[-1]
    old = max(f[14:24] for f in draft.flags if f.startswith("original_date:"))
    again = any(draft.name is not None and alike(n.head, draft.name.head) for n in names)
    again = again or (shifts and not names)
    if (
        not again
        or (day.isoformat() <= old and not shifts)
        or day.isoformat() == old
        or HOLDS.search(scene.text, moment.at, sentence.end) is None
    ):
        return False
    draft.start, draft.end = moment.start, moment.end
    for span in moment.spans:
        draft.note("start", span, "held instead")
    return True


LASTING = re.compile(
    r"^(?:까지)?로?\s[^.\n]{0,40}?(?:늘[리립린려]|연장|이어|열[리립린]|진행|운영|계속|전시|판매|선다|서며|펼쳐)"
)
DAYS_LONG = Cued(rf"(?P<count>{'|'.join(DAY_COUNTS)})(?:간|\s?동안)\s[^.\n]{{0,12}}?(?:이어|열[리립린]|진행|계속|펼쳐)")


def lasting(scene: Scene, sentence: Sentence, uses: list[Use], drafts: list[Draft]) -> None:
    """«14일 … 막을 올린다. 사흘간 이어지며 판매대는 16일까지 날마다 …»: the last day of the event told last."""
    if not uses and not DAYS_LONG.may_fit(scene.text):  # as of most sentences
        return
    again = any(u.when.kind == "recurrence" and "DAILY" not in (u.when.rrule or "") for u in uses)
    draft = next((d for d in reversed(drafts) if d.role == "main" and not d.call), None)
    if again or scene.state == "cancelled" or draft is None:
        return
    first = draft.day
    own = any(u.use == "occurrence" and names_day(u.when) for u in uses)
    if first is None or draft.end is not None or draft.recurrence:
        return
    for use in uses:
        if own and EXTENDED.match(scene.text[use.when.span[1] : use.when.span[1] + 24]):
            continue  # of the event of its own sentence: see `occasions`
        last = day_of(use.when.end)
        if use.use != "limit" or use.when.granularity != "day" or last is None or not first < last:
            continue
        if (last - first).days <= RUN_LONGEST and LASTING.match(scene.text[use.when.span[1] : sentence.end]):
            draft.end = last
            draft.note("end", use.when.span, "lasts until")
            return
    count = DAYS_LONG.search(scene.text, sentence.start, sentence.end)
    if count is not None and not any(u.use == "occurrence" and names_day(u.when) for u in uses):
        draft.end = first + timedelta(days=DAY_COUNTS[count["count"]] - 1)
        draft.note("end", count.span("count"), "lasts")


RUN_LONGEST = 62
"""Days from the opening to a last day told a sentence later."""


def late_end(scene: Scene, sentence: Sentence, uses: list[Use], drafts: list[Draft]) -> None:
    """«오후 5시까지 이어진다» in a sentence of its own."""
    for use in uses:
        if (
            use.use == "limit"
            and has_clock(use.when.end)
            and drafts
            and PREDICATE.search(scene.text, sentence.start, sentence.end)
        ):
            draft = drafts[-1]
            if draft.end is None and has_clock(draft.start) and day_of(use.when.end) == draft.day:
                draft.end = use.when.end
                draft.note("end", use.when.span, "until")


def complete(scene: Scene, sentence: Sentence, moment: Occasion, drafts: list[Draft], until: int) -> list[Draft]:
    """A nameless time: the place, the clock or the end of an event of that day, or the next of a series."""
    when = moment.times[0]
    run = _run(drafts, scene.text[sentence.start : when.span[0]])
    if run is not None and "DAILY" in (when.rrule or "") and has_clock(moment.start):  # «매일 오전 10시부터 …»
        run_hours(run, moment.start, moment.end, when.span)
        return []
    if run is not None and _whole_run(run, moment):  # «첫날은 11시에 열고 이튿날은 16시에 닫습니다»
        run_hours(run, moment.start, moment.end, when.span)
        return []
    same = of_day(moment, drafts)
    following = _next_of_series(scene, sentence, moment, drafts) if same is None else None
    if following is not None:
        return [following]
    if same is not None and same.venue is None:
        place(scene, sentence, same, moment, until)
    draft = same or (drafts[-1] if drafts and not names_day(when) else None)
    if draft is None or not has_clock(moment.start) or OF_OTHERS.search(scene.text, sentence.start, when.span[0]):
        return []
    if run is not None and not names_day(when) and WHOLE_RUN.search(scene.text[sentence.start : when.span[0]]):
        run_hours(run, moment.start, moment.end, when.span)
        return []
    if HOURS_OF_RUN.search(scene.text[max(sentence.start, when.span[0] - 14) : when.span[0]]):
        run_hours(_run(drafts) or draft, moment.start, moment.end, when.span)
        return []
    whole = (
        [d for d in drafts if d.role == "main" and not d.call and (d.name is draft.name or not has_clock(d.start))]
        if WHOLE_RUN.search(scene.text, sentence.start, sentence.end)
        else [draft]
    )
    for one in whole:
        _take_clock(scene, sentence, moment, one)
    return []


OF_OTHERS = re.compile(
    r"(?:버스|차량|차|기차|배|접수|신청|입장|리허설|전화|투표|회신)(?:은|는|이|가)\s(?:[가-힣]+\s){0,2}$"
)
"""«버스는 오전 9시에 떠난다»: hours of what belongs to an event, not of the event."""


def _whole_run(run: Draft, moment: Occasion) -> bool:
    clocked = has_clock(moment.start) and has_clock(moment.end)
    return clocked and (day_of(moment.start), day_of(moment.end)) == (run.day, run.last_day)


def daily(scene: Scene, moment: Occasion, name: Name, drafts: list[Draft]) -> bool:
    """«박람회는 매일 오전 10시부터 오후 6시까지 운영하며»: the hours of the run of that name."""
    when = moment.times[0]
    if "DAILY" not in (when.rrule or "") or not has_clock(moment.start) or (names_day(when) and when.kind == "range"):
        return False
    run = _run(drafts)
    if run is None or run.name is None or not alike(run.name.head, name.head):
        return False
    run_hours(run, moment.start, moment.end, when.span)
    return True


def course(scene: Scene, moment: Occasion, name: Name | None, drafts: list[Draft]) -> bool:
    """«5월 20일부터 ‘설립학교’를 운영한다. … 매주 화·목 오후 7시부터 진행된다»: one course in two sentences.

    The first day comes from the one, its rule, hours and last day from the other.
    """
    if moment.recurrence is None or (names_day(moment.times[0]) and moment.times[0].kind != "recurrence"):
        return False
    open_drafts = [d for d in drafts if d.role == "main" and not d.call and not d.recurrence and d.day]
    same = [d for d in open_drafts if name is None or d.title == name.title]
    draft = same[-1] if same else None
    if draft is None or draft.day is None or (scene.published and draft.day < scene.published):
        return False
    ceremony = draft.name is not None and draft.name.head.endswith("식")  # «입학식이 있습니다. 수업은 17일부터 …»
    if ceremony or not falls_on(draft.day, moment.recurrence):
        return False
    draft.recurrence = moment.recurrence
    last = moment.end if day_of(moment.end) not in (None, day_of(moment.start)) else draft.end
    hours = moment.start, moment.end if has_clock(moment.end) else draft.end
    if has_clock(hours[0]) and not has_clock(draft.start):
        draft.start = at_clock(draft.start, hours[0])
    if day_of(last) not in (None, draft.day):
        draft.end = at_clock(last, hours[1]) if has_clock(hours[1]) else last
    elif has_clock(hours[1]):
        draft.end = at_clock(draft.start, hours[1])
    for span in moment.spans:
        draft.note("start", span, "course")
    return True


WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def falls_on(day: date, rule: str) -> bool:
    """Whether a first day is one of the rule's weekdays; a rule without weekdays takes any."""
    named = re.search(r"BYDAY=([^;]+)", rule)
    return named is None or WEEKDAYS[day.weekday()] in named[1]


HOURS_OF_RUN = re.compile(
    r"(?:(?:운영|관람|개장|행사|판매|전시|영업|개방|장터|입장)\s?시간|문 여는 (?:시간|시각))(?:은|"
    r"는)?\s?(?:[가-힣]{1,4}\s){0,3}$|(?:^|[.]\s|\n)(?:문|행사장|장터|전시장|행사|매장)은\s$"
)


def _run(drafts: list[Draft], said: str = "") -> Draft | None:
    """The run of days that hours are said of: the first that still has none, not one of its parts told in between.

    «이틀 다 오전 11시에» is said of two days.
    """
    runs = [
        d for d in drafts if d.role == "main" and not d.call and not d.recurrence and d.rules.get("title") != "course"
    ]
    runs = [d for d in runs if d.last_day != d.day and not has_clock(d.start)]
    if (count := DAYS_OF_RUN.search(said)) is not None:
        runs = [d for d in runs if _length(d) == DAY_COUNTS.get(count["days"], 0)]
    return next(iter(runs), None)


DAYS_OF_RUN = re.compile(r"(?:(?P<days>이틀|사흘|나흘|닷새)|(?:두|세|네)\s?(?:번|차례))\s(?:다|모두|내내)\s")


def _length(run: Draft) -> int:
    return (run.last_day - run.day).days + 1 if run.day is not None and run.last_day is not None else 0


def run_hours(draft: Draft, opens: Moment | None, closes: Moment | None, span: SpanPair) -> None:
    """«운영시간은 오전 10시부터 오후 7시까지»: the first opening and the last closing of a run of days."""
    if has_clock(draft.start) or draft.day is None or not has_clock(opens):
        return
    last = draft.end or draft.start
    draft.start = at_clock(draft.start, opens)
    draft.end = at_clock(last, closes) if has_clock(closes) else draft.end
    draft.note("start", span, "daily hours")


def _next_of_series(scene: Scene, sentence: Sentence, moment: Occasion, drafts: list[Draft]) -> Draft | None:
    """«담달은 10/21 입니다» behind a market held every month."""
    day = day_of(moment.start)
    following = NEXT_ONE.search(scene.text, sentence.start, moment.at)
    if following is not None and drafts and drafts[-1].day and day and day > drafts[-1].day:
        draft = Draft(
            drafts[-1].title, drafts[-1].name, moment.start, moment.end, at=sentence.start, until=sentence.end
        )
        note_time(draft, moment.times[0])
        place(scene, sentence, draft, moment, sentence.end)
        return draft
    series = next((d for d in reversed(drafts) if d.recurrence and d.day), None)
    if series is None or day is None or series.day is None or day <= series.day or not names_day(moment.times[0]):
        return None
    if sentence.end - moment.spans[-1][1] > 14 or moment.at - sentence.start > 14:
        return None
    if series.covers(day) and "UNTIL" in (series.recurrence or ""):
        return None  # «9일에는 신협을, 16일에는 의료사협을 다룬다»: sittings of the course
    draft = Draft(
        f"{series.title} {day.month}월",
        series.name,
        day,
        None,
        venue=series.venue,
        at=sentence.start,
        until=sentence.end,
    )
    draft.start = moment.start if has_clock(moment.start) else at_clock(day, series.start)
    draft.end = at_clock(day, series.end) if has_clock(series.end) else None
    note_time(draft, moment.times[0])
    return draft


GATHERED = re.compile(
    r"(?:쯤)?(?:에|까지)?\s[^.\n]{0,24}?(?:모여|모였|모입|출발|떠나|떠난|만나|시작|와\s?주|오세요|오시|나와)"
)
# «시작 시각(오후 2시 30분)은 그대로», «바뀐 때는 23일 오전 9시이며»
CLOCK_TOPIC = re.compile(r"(?:시각|시간|때|일시|날짜)(?:은|는|\()\s?(?:\d{1,2}일\s?)?$")


EACH_TIME = re.compile(
    r"(?:(?:수업|강의|교육)?\s?(?:시간|시각)(?:은|는)\s?(?:매번|매회|모두|늘)?\s?|(?:매번|매회|회차마다)\s)$"
)


def _take_clock(scene: Scene, sentence: Sentence, moment: Occasion, draft: Draft) -> None:
    when = moment.times[0]
    around = (
        scene.text[max(sentence.start, when.span[0] - 14) : when.span[0]],
        scene.text[when.span[1] : when.span[1] + 12],
    )
    if ENDING.search(around[0]) or ENDING.match(around[1]):
        if draft.end is None and has_clock(draft.start):
            draft.end = at_clock(draft.start, moment.start)
            draft.note("end", when.span, "ending")
    elif draft.recurrence and not has_clock(draft.start) and EACH_TIME.search(around[0]):
        last = draft.end or draft.start  # «시간은 매번 오후 7시에서 9시까지다»
        draft.start = at_clock(draft.start, moment.start)
        draft.end = at_clock(last, moment.end) if has_clock(moment.end) else draft.end
        draft.note("start", when.span, "each time")
    elif (
        not has_clock(draft.start)
        and draft.last_day == draft.day
        and (
            PREDICATE.search(scene.text, when.span[1], sentence.end)
            or sentence.end - sentence.start < 45
            or GATHERED.match(scene.text, when.span[1], sentence.end)
            or CLOCK_TOPIC.search(around[0])
            or has_clock(moment.end)  # «130여 명이 오전 9시부터 두 시간 동안 … 걸으며»
            or re.match(r"\s?(?:이며|이고|이다|입니다)", around[1])
        )
    ):
        draft.start = at_clock(draft.start, moment.start)
        draft.end = at_clock(draft.start, moment.end) if has_clock(moment.end) else draft.end
        draft.note("start", when.span, "clock")
