"""Events told in sentences: «29일 오후 3시~6시 … 에서 ‘…’를 개최한다».

::

    sentence ─► times by use ─► moments (a day with its clock) ─► + the name nearest ─► draft
                    └─ deadlines and windows go to `calls`

A time without a name nearby makes no event; it may still complete one spoken of before (its clock, its end).
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from pipelines.extract.events.days.occasions import Occasion, occasions
from pipelines.extract.events.days.uses import Use
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.names.referring import alike, lessons, market_again, refer
from pipelines.extract.events.places.building import build, place
from pipelines.extract.events.places.venues import element
from pipelines.extract.events.prose.again import called, sitting_of
from pipelines.extract.events.prose.asked import asked_about
from pipelines.extract.events.prose.choosing import choose, pending, unlisted, usable
from pipelines.extract.events.prose.completing import (
    complete,
    course,
    daily,
    held_instead,
    lasting,
    late_end,
    moved,
    new_day,
    of_day,
    same_clock,
)
from pipelines.extract.events.prose.deeds import deed
from pipelines.extract.events.prose.leads import day_first, item_lead
from pipelines.extract.events.prose.openings import ahead
from pipelines.extract.events.prose.parts import focus, held, part_of
from pipelines.extract.events.scene import (
    Scene,
    Sentence,
    at_clock,
    covering,
    day_of,
    has_clock,
    is_dated,
    names_day,
)
from pipelines.extract.events.words.headlines import clean_title
from pipelines.extract.events.words.heads import CALL_HEADS, EXAMS
from pipelines.extract.events.words.titles import Name, find_names, head_of
from store.records import SpanPair, When


def read_prose(scene: Scene, uses: list[Use], taken: list[SpanPair], notices: list[Draft]) -> list[Draft]:
    """Drafts in reading order. `taken` are the spans of labelled fields, already told by `notices`."""
    drafts = list(notices)
    idle = _idle_days(scene, uses)
    covered = covering(taken)
    by_sentence: dict[int, list[Use]] = {}
    for use in uses:
        if not covered(use.when.span[0]):
            by_sentence.setdefault(use.sentence.start, []).append(use)
    for sentence in scene.sentences:
        here = by_sentence.get(sentence.start, [])
        if covered(sentence.start):
            continue
        drafts += _read_sentence(scene, sentence, here, drafts, idle)
    return drafts[len(notices) :]


def _idle_days(scene: Scene, uses: list[Use]) -> frozenset[date]:
    """Days that only date what is reported, or no longer hold: «20일 현재 612명», «17일 밝혔다», «당초 20일»."""
    told: set[date | None] = set()
    idle: set[date | None] = set()
    for use in uses:
        if names_day(use.when) and not _points_back(scene, use.when):
            over = use.use == "none" or (use.use == "original" and told)  # where only the place changed the day holds
            (idle if over else told if use.use == "occurrence" else set()).add(day_of(use.when.start))
    return frozenset(day for day in idle - told if day is not None)


def _read_sentence(
    scene: Scene, sentence: Sentence, uses: list[Use], before: list[Draft], idle: frozenset[date]
) -> list[Draft]:
    moments = [m for m in occasions(scene, sentence, uses) if _has_day(scene, m, before, idle)] if uses else []
    lasting(scene, sentence, uses, before)
    told = find_names(scene.text, sentence.start, sentence.end) if moments else []
    spans = [t.span for t in sentence.times if is_dated(t)] if told else []  # «2022년» may belong to a name
    names = [n for n in told if usable(scene, sentence, n, spans)]
    made: list[Draft] = []
    listed: list[tuple[Occasion, int]] = []  # days of a list whose name comes last
    for number, moment in enumerate(moments):
        last = number + 1 == len(moments)
        since, until = moment.at if number else sentence.start, sentence.end if last else moments[number + 1].at
        here = [n for n in names if since <= n.span[0] < until]
        if new_day(scene, sentence, moment, before):
            continue
        if held_instead(scene, sentence, moment, names, before):
            continue
        name = _name_of(scene, sentence, moment, until, here, before, made)
        if _told_already(scene, sentence, moment, until, name, [*before, *made]):
            continue
        if name is None and not last and _place_only(scene, moment.spans[-1][1], until):
            listed.append((moment, until))
            continue
        for earlier, end in listed if name is not None else ():
            made += build(scene, sentence, earlier, name, end)
        listed = []
        made += _build(scene, sentence, moment, until, name, here, [*before, *made])
        if name is None:
            made += complete(scene, sentence, moment, [*before, *made], until)
    if not moments:
        moved(scene, sentence, uses, before)
        late_end(scene, sentence, uses, before)
    same_clock(scene, sentence, [*before, *made])
    return made


def _name_of(
    scene: Scene,
    sentence: Sentence,
    moment: Occasion,
    until: int,
    here: list[Name],
    before: list[Draft],
    made: list[Draft],
) -> Name | None:
    """What is held then: named beside it, or pointed at («이 행사», «둘째 날»), in this order of trust."""
    told = [*before, *made]
    name = choose(scene, sentence, here, moment)
    name = refer(scene, sentence, name, moment, told) if name is not None else None
    known = of_day(moment, before) if name is None else None
    name = name or lessons(scene, sentence, moment, told) or unlisted(scene, moment, until, known)
    if name is None and known is None:
        name = _unnamed(scene, sentence, moment, until, told, made)
    return name or part_of(scene, moment, until, told)


def _unnamed(
    scene: Scene, sentence: Sentence, moment: Occasion, until: int, told: list[Draft], made: list[Draft]
) -> Name | None:
    """The name of a day that stands alone: told by its verb, said a sentence before, or that of the day before it."""
    behind = moment.times[-1].span[1]
    if (name := _named_next(scene, sentence, moment, told) or item_lead(scene, moment)) is not None:
        return name
    if (name := day_first(scene, moment) or _called_so(scene, sentence, moment)) is not None:
        return name
    if (name := asked_about(scene, sentence, moment, told)) is not None:
        return name
    if (name := called(scene, moment, until) or sitting_of(scene, sentence, moment, told)) is not None:
        return name
    if (name := deed(scene, sentence, moment, until)) is not None:
        return name
    if (name := market_again(scene, moment, until, told)) is not None:
        return name
    if names_day(moment.times[0]) and ahead(scene, moment) and (name := held(scene, behind, until)) is not None:
        return name
    name = pending(scene, sentence, moment, told) or part_of(scene, moment, until, told)
    if name is not None or until - behind > NEAR or OWN_SUBJECT.search(scene.text, behind, until):
        return name
    return next((draft.name for draft in made if draft.name is not None), None)


def _named_next(scene: Scene, sentence: Sentence, moment: Occasion, told: list[Draft]) -> Name | None:
    """«지난 3일부터 5일까지 공원이 들기름 냄새로 가득 찼다. … ‘마을기업 한마당’에 44곳이 모였다»: a report's lead."""
    past = scene.published is not None and (day_of(moment.start) or scene.published) < scene.published
    at = scene.number_of(sentence)
    # «▲ 반죽이 부풀기를 기다리는 눈빛들. 12일 …», «늦게 올려 미안합니다. … 시월 스무닷샛날 …»
    first = at <= FIRST_TOLD and not any(is_dated(t) for s in scene.sentences[:at] for t in s.times)
    if not first or told or not past or not names_day(moment.times[0]):
        return None
    for following in scene.sentences[at + 1 : at + REPORT_LEAD]:
        names = find_names(scene.text, following.start, following.end)
        if any(is_dated(t) for t in following.times):
            return None
        named = (n for n in names if n.quoted and n.head and not n.weak and n.head not in CALL_HEADS)
        if following is scene.sentences[at + 1] and (name := next(named, None)) is not None:
            return name
        ceremony = next((n for n in names if n.head.endswith("식") and AT_IT.match(scene.text, n.span[1])), None)
        if ceremony is not None:  # «… 차량 2대를 전달했다. 전달식에는 40여 명이 참석했다»
            title, deed = clean_title(scene.document.title), ceremony.head.removesuffix("식")
            return replace(ceremony, title=f"{title}식") if title.endswith(f" {deed}") else ceremony
    return None


REPORT_LEAD = 3  # sentences
FIRST_TOLD = 3  # sentences in front of the one that a report begins with
# «한글날, 체험공원 잔디밭에서 장을 편다. 이름하여 ‘말과 말 장터’»
CALLED_SO = re.compile(
    r"(?:이름하여|(?:행사|장터|잔치|모임|자리|강좌)?\s?(?:이름|제목)(?:은|도))\s[‘“'\"『「](?P<name>[^‘’“”'\"『』「」\n]{2,30})[’”'\"』」]"
)


def _called_so(scene: Scene, sentence: Sentence, moment: Occasion) -> Name | None:
    """The name that the next sentence gives to what is held on this day."""
    at = scene.number_of(sentence) + 1
    following = scene.sentences[at] if at < len(scene.sentences) and names_day(moment.times[0]) else None
    match = CALLED_SO.match(scene.text, following.start, following.end) if following is not None else None
    if match is None:
        return None
    return Name(match["name"], match.span("name"), head_of(match["name"]) or "", True, False)


AT_IT = re.compile(r"에(?:는|서는|서)\s")


def _told_already(
    scene: Scene, sentence: Sentence, moment: Occasion, until: int, name: Name | None, told: list[Draft]
) -> bool:
    """Whether this day tells nothing new: an exam nobody attends, «이날», hours of every day, a course's next date."""
    if name is not None and name.head in EXAMS:
        return True
    if name is not None and (_that_day(scene, moment, name, told) or daily(scene, moment, name, told)):
        return True
    if not course(scene, moment, name, told):
        return False
    if told[-1].venue is None:
        place(scene, sentence, told[-1], moment, until)
    return True


def _build(
    scene: Scene,
    sentence: Sentence,
    moment: Occasion,
    until: int,
    name: Name | None,
    here: list[Name],
    told: list[Draft],
) -> list[Draft]:
    """The event of a day, under its whole where it is a part, and another that is told beside it."""
    whole = focus(moment, told) if name is not None and name.part else None
    own = build(scene, sentence, moment, name, until)
    for draft in own:
        draft.parent = whole
    beside = _beside(scene, here, name)
    return own + (build(scene, sentence, moment, beside, until) if beside is not None else [])


NEAR = 40
"""Characters behind a day within which no subject of its own may stand for it to share the name of the day before."""
# «내달 2일 대전을 시작으로 10일 부산, 16일 서울에서 권역별 설명회를 진행한다»: the name stands behind the last place.
LISTED = re.compile(r"\s?[^.\n,]{2,30}?(?:을 시작으로|를 시작으로|에 이어|에서|,|·)\s?(?:[가-힣]{1,4}\s)?")
# «첫날 오후 1시 개회식에 이어 둘째 날에는 분과토론 12개가 이어진다»: the second day has a subject of its own.
# «이튿날에는 마을기업 세 곳을 찾아간다» has an object of its own.
OWN_SUBJECT = re.compile(
    r"[가-힣](?:이|가)\s(?:이어|열|진행|마련|펼쳐)|[가-힣](?:을|를)\s(?:찾|둘러|돌아|만나|돕|보러|방문)"
)
TOGETHER = re.compile(r"(?:과|와)\s(?:함께\s)?[‘“「『<《]?$")


def _that_day(scene: Scene, moment: Occasion, name: Name, drafts: list[Draft]) -> bool:
    """«이날 총회에서는 토론이 벌어졌다» speaks of the assembly told before, whatever day was named in between."""
    this = scene.text.startswith("이날", moment.at) and not has_clock(moment.start)
    return this and any(d.name is not None and alike(d.name.head, name.head) for d in drafts if d.role == "main")


def _beside(scene: Scene, names: list[Name], name: Name | None) -> Name | None:
    """«개막식과 함께 ‘공공구매 상담회’가 열린다» tells two events at one hour."""
    if name is None:
        return None
    for other in names:
        if other is name or other.weak or other.head in CALL_HEADS:
            continue
        first, second = sorted((other, name), key=lambda n: n.span)
        between = scene.text[first.span[1] : second.span[0]]
        if len(between) < 9 and TOGETHER.search(between) and not second.weak and second.quoted:
            return other
    return None


def _place_only(scene: Scene, after: int, until: int) -> bool:
    """Whether nothing but a place stands between two days of a list."""
    words = scene.text[after:until]
    if LISTED.fullmatch(words) is None:
        return False
    return LINKED.search(words) is not None or element(scene, after, until) is not None


def _points_back(scene: Scene, when: When) -> bool:
    """«같은 날 오후 1시부터»: the day of what was told, as a bare clock is."""
    return scene.text.startswith(("같은 날", "이날", "그날", "당일"), when.span[0])


LINKED = re.compile(r"시작으로|이어|에서")


def _has_day(scene: Scene, moment: Occasion, before: list[Draft], idle: frozenset[date]) -> bool:
    """A clock without any day («오후 2시에는 …») is of the day told last; where none was told, of no day at all.

    A day that only dates the report («20일 현재 …») is no day of an event.
    """
    hangs = not names_day(moment.times[0]) or _points_back(scene, moment.times[0])
    borrowed = hangs and day_of(moment.start) in idle
    if "day_assumed" not in moment.times[0].flags and not borrowed:
        return True
    last = next((d for d in reversed(before) if d.role == "main" and d.day), None)
    if last is None:
        return False
    moment.start, moment.end = (
        at_clock(last.start, moment.start),
        at_clock(last.start, moment.end) if moment.end else None,
    )
    return True
