"""The hours of an event whose day was told without: «14일과 15일 … 연다. 첫날은 오전 10시에 열어 오후 5시에 닫고, …».

A clock in a sentence of its own takes its day from the one told before (`times`); here it finds the event of that day.
It is of the event if it begins the sentence, or if something opens or people come together at it; what begins «오후
2시에는 …» is another item of the day.

::

    rhythm_behind ─► hours_behind ─► lone_hours (the one hour of a day, whatever is done at it) ─► closing_hours
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipelines.extract.events.days.uses import Use
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.prose.completing import falls_on, run_hours
from pipelines.extract.events.scene import Scene, at_clock, day_of, has_clock, is_dated, names_day, touches
from pipelines.extract.events.words.heads import PARTS, WEAK
from store.records import SpanPair, When

NEAR, SENTENCES = 260, 3
"""Characters and sentences behind its day within which the hours of an event are told."""
# What may stand between the beginning of a sentence and the hours it tells: «장터는 이틀 모두 …», «물이 드는 …».
_TOPIC = r"(?:시간|시각|때|문|매장|수업|강의|교육|모임|판매|행사|[가-힣]{0,8}[장전회식터]|[두세네] (?:번|차례|마당|날))"
_HOW = (
    r"(?:모두|각각|다|똑같이|그대로|매회|매번|평일|주말|날마다|매일|내내"
    r"|(?:하루|이틀|사흘|나흘|닷새|엿새|이레)(?: (?:내내|모두|다))?"
    r"|첫날(?:은|엔)?|이날|그날|당일|[가-힣 ]{1,10}(?:드는|뜨는|트는|지는))"
)
_LEAD = re.compile(rf"[\W\d]{{0,4}}(?:{_TOPIC}(?:은|는|이|가|도)?\s)?(?:{_HOW}[,\s]{{1,2}}){{0,3}}")
_ALL = re.compile(r"(?:번|차례|마당|날|회|곳|강좌|모임) (?:모두|다|똑같이)\s|각각\s|매회\s")
_OPENS = re.compile(
    r"(?:부터|에|쯤|께|경|정각)?\s(?:[가-힣]{1,5}(?:을|를|에|이|가|에서|으로)?\s){0,3}?"
    r"(?:문\s?을?\s?(?:열|연)|열[어리고려린립]|연다|엽니다|시작|막을|판을|장을|편|폈|펴[고서는]?|펼|선다|섭니다|"
    r"모여|모이|모입|모인|만나|만납|출발|떠나|떠납|차리|차립|듣는다|들어요|진행)"
)
_CLOSES = re.compile(
    r"(?:이?면|에|쯤|까지)?\s?(?:[가-힣]{1,5}\s)?"
    r"(?:닫|접|걷|마[치친칩쳐]|끝|파[하한합]|흩|헤어|문을 내|막을 내|철수|정리)"
)
_ITEM = re.compile(r"(?:에는|엔|부터는|에도|이후)\s")
# «접수는 오전 9시부터», «전화는 평일 9시~18시»: hours of something else
_OTHERS = re.compile(r"접수|신청|문의|전화|상담|마감|제출|입금|등록|투표|집합|버스|리허설|입장|회신|연락")


def rhythm_behind(scene: Scene, uses: Sequence[Use], drafts: list[Draft]) -> list[Draft]:
    """«이달 24일 문을 엽니다. 3월 17일까지 화요일마다 저녁 7시부터 9시»: the event of the first day recurs.

    What was taken for an event of the rule alone, on a weekday before that first day, goes.
    """
    again = [use for use in uses if use.use == "occurrence" and use.when.kind == "recurrence" and use.when.rrule]
    gone: list[Draft] = []
    for draft in drafts if again else ():
        if draft.role != "main" or draft.call or draft.day is None or draft.title.endswith("식"):
            continue
        use = next((use for use in _behind(scene, uses, draft) if use in again and _is_rhythm(draft, use.when)), None)
        others = [d for d in drafts if use and d is not draft and _tells(d, use.when)]
        if use is None or any(d.day is None or d.day >= draft.day or not d.recurrence for d in others):
            continue
        _recurs(draft, use, uses)
        gone += others
    return [draft for draft in drafts if draft not in gone]


def _is_rhythm(draft: Draft, when: When) -> bool:
    """Whether a weekly rule falls on the first day; «10월 1일부터 15일까지 … 평일 9시~18시» are the hours of a run."""
    rule = when.rrule or ""
    if draft.recurrence not in (None, rule):
        return False
    hours_of_run = draft.last_day != draft.day and rule.count(",") > 1
    return "WEEKLY" in rule and not hours_of_run and draft.day is not None and falls_on(draft.day, rule)


def _tells(draft: Draft, when: When) -> bool:
    return any(touches(when.span, *span) for span in draft.evidence.get("start", ()))


def _recurs(draft: Draft, told: Use, uses: Sequence[Use]) -> None:
    """Its rule and hours, and its last day where the sentence says until when."""
    when = told.when
    limits = (u.when for u in uses if u.use == "limit" and u.sentence == told.sentence and not has_clock(u.when.end))
    limit = next((w for w in limits if draft.day and (day_of(w.end) or draft.day) > draft.day), None)
    draft.recurrence = when.rrule
    draft.note("start", when.span, "rhythm")
    if has_clock(when.start) and not has_clock(draft.start):
        draft.start = at_clock(draft.start, when.start)
    last = limit.end if limit is not None else draft.end
    if limit is not None:
        draft.note("end", limit.span, "until")
    closes = when.end if has_clock(when.end) else draft.end
    draft.end = at_clock(last or draft.start, closes) if has_clock(closes) and has_clock(draft.start) else last


def hours_behind(scene: Scene, uses: Sequence[Use], drafts: list[Draft]) -> None:
    """Gives each event that has a day alone the hours told behind it."""
    clocks = [use for use in uses if use.use in ("occurrence", "limit") and _is_clock(use.when)]
    for draft in [d for d in drafts if _without_hours(d)] if clocks else ():
        told = next((use for use in _behind(scene, uses, draft) if _opens(scene, use, draft, drafts)), None)
        if told is None:
            continue
        fellows = [d for d in drafts if _without_hours(d) and 0 <= d.at < told.when.span[0]]
        for one in fellows if _ALL.search(scene.text, told.sentence.start, told.when.span[0]) else [draft]:
            _take(scene, clocks, one, told.when)


_ENDS = re.compile(
    r"\s?(?:에|쯤|께|경|이?면|까지)?(?:에|이?면)?\s?(?:[가-힣]{1,6}(?:으로|로|을|를|이|가)?\s){0,2}?"
    r"(?:닫|접(?!수)|걷(?!기)|마[치친칩쳐침]|끝|파(?:한다|합니다|하|했)|흩어|헤어|막을 내|폐회|폐막|"
    r"도착(?=[\s,.)]|$)|돌아[오옵와온])"
)
REACH = 120
"""Characters behind its first hour within which the last hour of an event is told."""


def closing_hours(scene: Scene, drafts: list[Draft]) -> None:
    """«아침 열 시에 문 열고 오후 네 시에 접을게요», «19:00 개회, 20:40 폐회», «장터는 오후 4시에 문을 닫는다»."""
    for draft in drafts:
        if draft.role != "main" or draft.call or draft.end is not None or not has_clock(draft.start):
            continue
        last = _last_clock(scene, draft)
        end = at_clock(draft.start, last.start) if last is not None else None
        if last is None or end is None or str(end) <= str(draft.start):
            continue
        if not any(_tells(d, last) for d in drafts if d is not draft):
            draft.end = end
            draft.note("end", last.span, "closes")


def _last_clock(scene: Scene, draft: Draft) -> When | None:
    """The next clock behind its first, if something closes at it; a day of its own is another event's."""
    first = max((span[1] for span in draft.evidence.get("start", ())), default=0)
    if not first:
        return None
    when = next(iter(w for w in scene.times_in(first, first + REACH) if w.span[0] >= first), None)
    if when is None or names_day(when) or not has_clock(when.start) or when.end not in (None, when.start):
        return None
    return when if _ENDS.match(scene.text, when.span[1], when.span[1] + 24) else None


def lone_hours(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """«14일 … ‘표고 축하연’을 벌인다. 낮 12시에 솥을 걸어 표고밥을 나눈다»: the one hour told of a day is the event's.

    Of 33 such days in annotated texts 18 had but one event. What opens a run, is quoted or has a ceremony's or a
    meeting's own name stays an event beside it; a place or body that opens with a ceremony is no event beside that.
    """
    gone: list[Draft] = []
    for draft in filter(_without_hours, drafts):
        told = [d for d in drafts if d.day == draft.day and d is not draft and has_clock(d.start) and not d.call]
        if len(told) != 1 or told[0].parent is not draft or told[0].rules.get("title") != "noun":
            continue
        if any(_is_item(scene, draft, span) for span in told[0].evidence.get("start", ())):
            continue
        if _is_opening(draft, told[0]):
            told[0].parent = draft.parent
            gone.append(draft)
        elif _is_same(draft, told[0]):
            _take_hour(draft, told[0])
            gone.append(told[0])
    return [draft for draft in drafts if draft not in gone]


def _is_item(scene: Scene, draft: Draft, span: SpanPair) -> bool:
    """«오후 2시에는 …», or an hour of a run that is not told of all its days."""
    if draft.last_day == draft.day:
        return _ITEM.match(scene.text, span[1]) is not None
    sentence = next(iter(scene.sentences_in(*span)), None)
    return sentence is None or _EACH_DAY.search(scene.text, sentence.start, span[1]) is None


_EACH_DAY = re.compile(r"모두|매일|날마다|내내|똑같이")
_OPENING_PART = re.compile(r"^(?:개막|폐막|개회|폐회|공개|전야|축하|기념)")


def _is_opening(draft: Draft, told: Draft) -> bool:
    """«새로 지은 ‘콩꽃 체험관’이 20일 …. 오후 2시 개관식에는»."""
    bare = draft.name is not None and draft.name.quoted and not draft.name.head
    return bare and told.name is not None and told.name.head.endswith("식") and told.name.head not in PARTS


def _is_same(draft: Draft, told: Draft) -> bool:
    name, opens = told.name, draft.title.endswith("식") or (draft.name is not None and draft.name.head == "개업식")
    ceremony = opens and draft.rules.get("title") == "noun"
    if name is None or name.quoted or name.head in PARTS or _OPENING_PART.match(name.title):
        return False
    return not name.head or name.head in WEAK or name.head == "잔치" or (ceremony and name.head.endswith("식"))


def _take_hour(draft: Draft, told: Draft) -> None:
    """Its hour becomes the event's, and its last hour that of the last day."""
    draft.start = at_clock(draft.start, told.start)
    if has_clock(told.end):
        draft.end = at_clock(draft.end or draft.start, told.end)
    for span in told.evidence.get("start", ()):
        draft.note("start", span, "lone hour")
    draft.until = max(draft.until, told.until)
    if draft.venue is None and told.venue is not None:
        draft.venue = told.venue
        draft.evidence["venue"] = told.evidence.get("venue", [])


def _without_hours(draft: Draft) -> bool:
    return draft.role == "main" and not draft.call and draft.day is not None and not has_clock(draft.start)


def _is_clock(when: When) -> bool:
    return has_clock(when.start) or (when.start is None and has_clock(when.end))


def _behind(scene: Scene, uses: Sequence[Use], draft: Draft) -> Iterator[Use]:
    """The times behind the day of an event, up to the next day that is another event's."""
    spans = draft.evidence.get("start", [])
    if not spans:
        return
    at = spans[0][1]
    own = scene.number_of(next(iter(scene.sentences_in(*spans[0])), scene.sentences[0]))
    for use in uses:
        if use.when.span[0] < at or touches(use.when.span, *spans[0]):
            continue
        if use.when.span[0] > at + NEAR or scene.number_of(use.sentence) > own + SENTENCES:
            return
        apart = is_dated(use.when) and names_day(use.when) and not _within(draft, use.when)
        if apart and use.use not in ("none", "limit") and use.when.kind != "recurrence":
            return
        yield use


def _within(draft: Draft, when: When) -> bool:
    day = day_of(when.start or when.end)
    return day is not None and draft.covers(day)


def _opens(scene: Scene, use: Use, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a clock is the beginning of an event, and nobody else's."""
    when, sentence = use.when, use.sentence
    if use.use != "occurrence" or not has_clock(when.start) or day_of(when.start) != draft.day:
        return False
    others = (d for d in drafts if d is not draft)
    if any(touches(when.span, *span) for d in others for spans in d.evidence.values() for span in spans):
        return False
    around = scene.text[sentence.start : min(sentence.end, when.span[1] + 24)]
    if _ITEM.match(scene.text, when.span[1]) or _OTHERS.search(around):
        return False
    lead = _LEAD.match(scene.text, sentence.start, when.span[0])
    first = lead is not None and lead.end() >= when.span[0]
    return first or _OPENS.match(scene.text, when.span[1], sentence.end) is not None


def _take(scene: Scene, clocks: Sequence[Use], draft: Draft, opens: When) -> None:
    """The hours of an event; those of several days only where they are told from opening to closing."""
    shuts = next((use.when for use in clocks if use.when.span[0] >= opens.span[1] and _shuts(scene, opens, use)), None)
    closes = opens.end if has_clock(opens.end) else (shuts.start or shuts.end) if shuts is not None else None
    if closes is None and draft.last_day != draft.day and not draft.recurrence:
        return  # of its first item
    run_hours(draft, opens.start, closes, opens.span)
    if shuts is not None and draft.end is not None:
        draft.note("end", shuts.span, "closes")
    if has_clock(closes) and not has_clock(draft.end):
        draft.end = at_clock(draft.start, closes)


def _shuts(scene: Scene, opens: When, use: Use) -> bool:
    """«… 오후 5시에 닫는다», «… 17시까지», in the sentence that opens."""
    own = use.sentence.start <= opens.span[0] < use.sentence.end
    return own and (use.use == "limit" or _CLOSES.match(scene.text, use.when.span[1], use.sentence.end) is not None)
