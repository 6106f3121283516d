"""Applications: windows and deadlines. They matter most to readers, so nothing may miss one that is stated.

::

    window / deadline ─► what is it for? ─► an event named in its clause, else the event told last ─► its deadline
                                      └──► nothing here to join, or the post recruits ─► a call, an event of its own

A window or deadline belongs to the event it lets people join; where there is none, or the post looks for exhibitors
or staff, or the event would be over before the deadline, the call is an event of its own (guideline §4).
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from pipelines.extract.events import called
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.heads import CALL_HEADS, EXAMS
from pipelines.extract.events.labels import Label
from pipelines.extract.events.referring import ANYTHING
from pipelines.extract.events.scene import Scene, Sentence, at_clock, day_of
from pipelines.extract.events.titles import Name
from pipelines.extract.events.uses import Use
from pipelines.korean.numerals import DAY_COUNTS
from store.records import Moment, SpanPair, When

CALL_VERB = re.compile(r"모집|공모|접수|신청|응모|찾는다|찾습니다|뽑는다|뽑습니다|등록|예약")
PARTICIPANTS = re.compile(
    r"(?:참가자|참여자|수강생|교육생|참가팀|참여팀|수강자|참석자|자원봉사자?|봉사자|"
    r"방청객|관람객|참가 신청|참여 신청|참가신청|사전등록|사전 등록|수강 신청|수강신청|"
    r"자원봉사는)"
)
NOT_A_CALL = re.compile(r"의결서|돌려|환불|위임장|동의서|의견|입금|계약|제출한 서류|결과|발표|예산|대출|반납")
INVITED = re.compile(
    r"(?:오실|함께하실|참여하실|참가하실|나오실|들으실|하실|관심 있는|원하는|원하시는|희망하는)\s?(?:분|사람|"
    r"이웃|주민|기업|단체)"
)
OWN_VERB = re.compile(r"신청|접수|모집|공모|응모|원서|지원서|서류")
# A post that looks for exhibitors, teams or staff: its window is an event beside the fair it is for.
RECRUITED = re.compile(
    r"(?:참가|참여|입점|입주)?\s?(?:기업|업체|단체|팀|셀러|판매자|부스|조직|운영자|위원|기획자|강사|직원|"
    r"매니저|인턴|활동가|코디네이터|기자단|"
    r"서포터즈|단원|인력|근로자|조합원|회원|상인|작가|공방)(?:을|를)?\s?(?:\d{1,3}\s?(?:팀|명|곳)\s)?(?:공개\s|"
    r"추가\s|신규\s)?"
    r"(?:모집|공모|채용|구합|찾[아습는]|뽑)|채용\s?(?:재)?공고|인턴십|지원사업\s?(?:공고|공모|모집)"
)
BEFORE_EACH = re.compile(
    r"(?P<count>하루|이틀|사흘|나흘|닷새|엿새|이레|열흘|보름|일주일|(?:\d{1,2}|한|두|세)\s?(?:일|주일|"
    r"주))\s?전(?:까지|에)?"
)
NO_TOPIC = re.compile(r"^(?:신청|접수|참가|모집|예약|등록|행사|참여|사전)$")
OF_WHAT = re.compile(
    r"(?P<what>[가-힣A-Za-z0-9·]{2,14})(?:은|는|\s?(?:참가|참여|사전|관람|수강|체험)?\s?(?:신청|예약|접수|"
    r"등록)(?:은|는|을|도)?)\s"
)


def read_calls(scene: Scene, uses: list[Use], labels: tuple[Label, ...], drafts: list[Draft]) -> list[Draft]:
    """Attach every window and deadline to its draft, or make a call of it; returns the new drafts."""
    made: list[Draft] = []
    for label in labels:
        if label.field == "apply":
            made += _from_label(scene, label, labels, [*drafts, *made])
    seen = [label.value for label in labels if label.field == "apply"]
    other = [label.value for label in labels if label.field not in ("apply", "when", "when+where")]
    opened: Use | None = None
    for use in uses:
        at = use.when.span[0]
        if use.use not in ("window", "deadline", "open") or any(a <= at < b for a, b in seen):
            continue
        if any(a <= at < b for a, b in other) and not CALL_VERB.search(
            scene.text, use.sentence.start, use.sentence.end
        ):
            continue
        if use.use == "open" and _closes_soon(uses, use):
            opened = use  # told together with its deadline
            continue
        made += _from_prose(scene, use, opened, [*drafts, *made])
        opened = use if use.use == "open" else None
    return made


FAR = 200
"""Characters between the two ends of a window told in two sentences."""


def _closes_soon(uses: list[Use], opened: Use) -> bool:
    """«참가팀을 21일부터 모집한다. 마감은 9월 8일 …»: the next time is the other end of the window."""
    behind = uses[uses.index(opened) + 1 :]
    following = next((u for u in behind if u.use != "none"), None)
    if following is None or following.use != "deadline" or following.when.span[0] - opened.when.span[1] > FAR:
        return False
    first, last = day_of(opened.when.start), day_of(following.when.end or following.when.start)
    return first is not None and last is not None and first <= last


def _from_label(scene: Scene, label: Label, labels: tuple[Label, ...], drafts: list[Draft]) -> list[Draft]:
    times = [t for t in scene.times if label.value[0] <= t.span[0] < label.value[1] and t.kind != "none"]
    when = next((t for t in times if t.start is not None or t.end is not None), None)
    if when is None:
        return []
    opens, closes = _window(when)
    if len(times) > 1 and closes is None:  # «5월 16일(월)부터 / 5월 25일(수) 오후 5시까지»
        closes = next((t.end for t in times if t.start is None and t.end is not None), None)
    target = _nearest(drafts, label.at, closes)
    before_each = BEFORE_EACH.search(scene.text, *label.value)
    if before_each is not None and target is not None:
        _before_each(scene, target, drafts, before_each, when.span)
        return []
    if target is not None and not recruits(scene) and not called.own_object(label):
        for one in _sittings(target, drafts):
            _attach(one.parent or one, opens, closes, when.span, f"label:{label.name}")
        return []
    title = called.by_label(scene, label, labels)
    if not title or _same_window(drafts, opens, closes):
        return []
    return [_call(scene, title, None, when, label.at, label.value[1], f"label:{label.name}")]


BARE_DAY = re.compile(r"\d{1,2}일(?!\s?[간동])")


def _in_its_month(scene: Scene, when: When, drafts: list[Draft]) -> When:
    """«다음 달 14일 … 설명회를 연다. … 12일까지 이름을 남기면»: a bare day is of the month of the event it leads to."""
    last, told = day_of(when.end), [d for d in drafts if d.role == "main" and not d.call and d.at < when.span[0]]
    event = told[-1].day if told else None
    if event is None or last is None or when.start is not None or not BARE_DAY.match(scene.text, *when.span):
        return when
    if last <= event or last.day > event.day or (last - event).days > 31:
        return when
    moved = last.replace(year=event.year, month=event.month)
    early = scene.published is not None and moved < scene.published
    return when if early else replace(when, end=at_clock(moved, when.end))


def _same_window(drafts: list[Draft], opens: Moment | None, closes: Moment | None) -> Draft | None:
    """The call that was told before: its other end, or the same last day again."""
    for draft in drafts:
        if closes is not None and day_of(draft.application_deadline) == day_of(closes):
            return draft
        if draft.call and opens is None and closes is not None and draft.application_deadline is None:
            return draft
    return None


def _window(when: When) -> tuple[Moment | None, Moment | None]:
    if when.kind in ("deadline",) or (when.start is None):
        return None, when.end
    if when.end is None or when.end == when.start:
        # «접수: 4/12» alone is its last day; «12일부터» only opens.
        return (when.start, None) if when.kind == "range" else (None, when.start)
    return when.start, when.end


def _from_prose(scene: Scene, use: Use, opened: Use | None, drafts: list[Draft]) -> list[Draft]:
    when, sentence = _in_its_month(scene, use.when, drafts), use.sentence
    near = scene.text[max(sentence.start, when.span[0] - 40) : min(sentence.end, when.span[1] + 60)]
    if use.use == "deadline" and NOT_A_CALL.search(near) and not re.search(r"참가|참여 신청|모집|공모", near):
        return []
    opens, closes = (when.start, None) if use.use == "open" else _window(when)
    if _known(use, when, opens, closes, drafts) or _of_numbers(scene, use, when, opens, closes, drafts):
        return []
    named = _named(scene, use, drafts)
    target = named or _nearest(drafts, when.span[0], closes or (opens if use.use == "open" else None))
    before_each = BEFORE_EACH.search(scene.text, *when.span)
    if before_each is not None and target is not None:
        _before_each(scene, target, drafts, before_each, when.span)
        return []
    staff = _seeks_staff(scene, sentence) if named is None else None
    if staff is not None or _calls_for_others(scene, when, named, target, near):
        target = None
    own = called.in_prose(scene, opened or use) if staff is None else (f"{staff} 모집", None)
    whole_window = use.use == "window" or opened is not None
    topic = called.by_topic(scene, use) if staff is None else None
    apart = topic is not None and not (target is not None and _joins_event(scene, sentence, target, topic[0]))
    own = topic if topic is not None and apart else own
    separate = own is not None and (whole_window or apart) and not _joins_event(scene, sentence, target, own[0])
    if target is not None and not separate:
        _join(use, opened, named, target, drafts, opens, closes, when)
        return []
    asked = OWN_VERB.search(near) or (use.use == "deadline" and INVITED.search(near))
    if own is None and use.use != "open" and asked:
        own = called.by_document(scene), None
    opens_only = use.use == "open" and (own is None or own[1] is None or target is not None)
    if opens_only or own is None or not own[0]:
        return []
    call = _call(scene, own[0], own[1], when, sentence.start, sentence.end, f"prose:{use.use}")
    if opened is not None and opens is None and sentence.start - opened.sentence.end < FAR:
        _opens(call, opened.when)
    return [call]


def _known(use: Use, when: When, opens: Moment | None, closes: Moment | None, drafts: list[Draft]) -> bool:
    """The other end of a window, or the same last day told again: the call told before takes it up."""
    half = next((d for d in drafts if d.call and d.start is None), None) if use.use == "open" else None
    if half is not None:
        _opens(half, when)
        return True
    same = _same_window(drafts, opens, closes)
    if same is None:
        return False
    if same.application_deadline is None or len(str(closes)) > len(str(same.application_deadline)):
        same.application_deadline = closes
        same.end = closes if same.call and same.start is not None else same.end
    same.note("application_deadline", when.span, "prose")
    return True


def _of_numbers(
    scene: Scene, use: Use, when: When, opens: Moment | None, closes: Moment | None, drafts: list[Draft]
) -> bool:
    """Whether it is told for items by their number, and then given to them."""
    numbered = _numbered(scene, use, drafts)
    for one in numbered:
        _attach(one, opens, closes, when.span, f"prose:{use.use}")
    return bool(numbered)


def _calls_for_others(scene: Scene, when: When, named: Draft | None, target: Draft | None, near: str) -> bool:
    """A post that calls for teams or exhibitors, or whose event is told later: the window is of the call itself."""
    if PARTICIPANTS.search(near):
        return False
    later = target is not None and _is_call(scene) and target.at > when.span[0]
    return later or (named is None and recruits(scene))


def _join(
    use: Use, opened: Use | None, named: Draft | None, target: Draft, drafts: list[Draft],
    opens: Moment | None, closes: Moment | None, when: When,
) -> None:  # fmt: skip
    """Give the window to the event that it lets people join, to its parent where only a part was meant."""
    for one in _sittings(target, drafts):
        whole = one.parent if one.parent is not None and named is None else one
        _attach(whole, opens, closes, when.span, f"prose:{use.use}")
        if opened is not None:
            _attach(whole, opened.when.start, None, opened.when.span, "prose:open")


STAFF = re.compile(
    r"(?P<who>직원|셀러|판매자|참가팀|참여팀|입주기업|참여기업|참가업체|활동가|매니저|인턴|강사|기자단|서포터즈)"
    r"(?:\s?\d{1,3}\s?(?:명|팀|곳))?(?:을|를|도)?\s(?:새로\s|추가로\s)?(?:모집|뽑|채용|찾|구한|구하|구합)"
)


def _seeks_staff(scene: Scene, sentence: Sentence) -> str | None:
    """«조합은 매장에서 일할 직원 4명도 뽑는다. 원서는 12일까지»: its deadline is not of the event told before."""
    at = scene.sentences.index(sentence)
    match = STAFF.search(scene.text, scene.sentences[max(0, at - 1)].start, sentence.end)
    return match["who"] if match is not None and not recruits(scene) else None


def _opens(call: Draft, when: When) -> None:
    """«신청서를 15일부터 받는다. … 문은 26일 오후 6시에 닫힌다»: both ends of a window told apart."""
    call.start, call.end, call.application_start = when.start, call.application_deadline, when.start
    call.flags.remove("deadline_only")
    call.note("start", when.span, "prose:open")


def _is_call(scene: Scene) -> bool:
    return re.search(r"모집|공모|찾는다|찾습니다|뽑는다|뽑습니다", scene.document.title) is not None


def recruits(scene: Scene) -> bool:
    """Whether the post looks for exhibitors, teams or staff, not for people to take part in an event."""
    return RECRUITED.search(scene.document.title) is not None


def _sittings(target: Draft, drafts: list[Draft]) -> list[Draft]:
    """The sittings of one course told in one field share its deadline."""
    one_field = [d for d in drafts if d is target or (d.name is target.name and d.name is not None)]
    return [
        d for d in one_field if d.role == "main" and (d is target or d.rules.get("start") == target.rules.get("start"))
    ]


def _named(scene: Scene, use: Use, drafts: list[Draft]) -> Draft | None:
    """«골든벨 참가 신청은 8일까지», «상담은 13일까지 … 예약한»: the event its own clause names."""
    clause = scene.text[use.sentence.start : min(use.sentence.end, use.when.span[1] + 30)]
    match = OF_WHAT.search(scene.text, use.sentence.start, use.when.span[0])
    word = match["what"] if match is not None else ""
    fits = [d for d in drafts if d.role == "main" and not d.call and d.name is not None]
    by_topic = [d for d in fits if len(word) > 1 and not NO_TOPIC.match(word) and _speaks_of(d, word)]
    beside = scene.document.title if recruits(scene) else ""
    heads = {d.name.head: d for d in fits if d.name is not None and len(d.name.head) > 1}
    places = {clause.rfind(h): d for h, d in heads.items() if h not in ANYTHING and h not in beside}
    nearest = max(places, default=-1)
    if by_topic and match is not None and match.start() - use.sentence.start >= nearest - 1:
        return by_topic[-1]
    return places[nearest] if nearest >= 0 else None


NUMBERS = re.compile(r"(?P<mark>[①-⑳]|\d{1,2})(?=번|[,·와과]\s?\d{1,2}번|[,·와과]\s?[①-⑳])|[①-⑳]")


def _numbered(scene: Scene, use: Use, drafts: list[Draft]) -> list[Draft]:
    """«②번과 ③번은 7월 5일까지 … 신청»: the items of the list above, by their number."""
    clause = scene.text[use.sentence.start : use.when.span[0]]
    marks = {m[0].translate(CIRCLED) for m in NUMBERS.finditer(clause)} if "번" in clause else set()
    found = []
    for draft in drafts if marks else ():
        line = next((ln for ln in scene.lines if ln.start <= draft.at < ln.end), None)
        lead = re.match(r"([①-⑳]|\d{1,2}(?=[.)]))", scene.text[line.start : line.end]) if line is not None else None
        if lead is not None and lead[1].translate(CIRCLED) in marks and draft.role == "main":
            found.append(draft)
    return found


CIRCLED = {ord(mark): str(number) for number, mark in enumerate("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", 1)}


def _speaks_of(draft: Draft, word: str) -> bool:
    return draft.title.endswith(word) or (draft.name is not None and draft.name.head.startswith(word))


def _before_each(scene: Scene, target: Draft, drafts: list[Draft], match: re.Match[str], span: SpanPair) -> None:
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
        if alike and day is not None and draft.role == "main" and (scene.published is None or day >= scene.published):
            draft.application_deadline = None
            _attach(draft, None, day - timedelta(days=back), span, "days before")


SITTING_TAIL = re.compile(r"\s\d{1,2}\s?(?:강|회차|회|차시|주차|차)$")


def _days_back(words: str) -> int:
    if words in DAY_COUNTS:
        return DAY_COUNTS[words]
    count = re.match(r"\d{1,2}|한|두|세", words)
    number = {"한": 1, "두": 2, "세": 3}.get(count[0]) or int(count[0]) if count else 1
    return number * (7 if "주" in words else 1)


def _joins_event(scene: Scene, sentence: Sentence, target: Draft | None, title: str) -> bool:
    """Whether a window is for joining the event at hand: «수강생을 … 모집», «신청은 1일부터 …»."""
    if target is None:
        return False
    if PARTICIPANTS.search(scene.text, sentence.start, sentence.end):
        return True
    words = {w for w in re.split(r"\W+", title) if len(w) > 1 and w not in CALL_HEADS}
    return not words or bool(words & set(re.split(r"\W+", target.title)))


def _nearest(drafts: list[Draft], at: int, closes: Moment | None) -> Draft | None:
    """The event a deadline is for: spoken of last before it, not over by then, no interview."""
    last = day_of(closes)
    open_still = [
        d
        for d in drafts
        if d.role == "main"
        and not d.call
        and not (d.name and d.name.head in EXAMS)
        and (last is None or d.last_day is None or d.last_day >= last)
    ]
    open_still = [d for d in open_still if d.application_deadline is None or closes is None]
    before = [d for d in open_still if d.at <= at]
    if before:
        return before[-1]
    return open_still[0] if open_still else None


def _attach(draft: Draft, opens: Moment | None, closes: Moment | None, span: SpanPair, rule: str) -> None:
    if opens is not None and draft.application_start is None:
        draft.application_start = opens
        draft.note("application_start", span, rule)
    if closes is not None and draft.application_deadline is None:
        draft.application_deadline = _in_time(draft, closes)
        draft.note("application_deadline", span, rule)


def _in_time(draft: Draft, closes: Moment) -> Moment:
    """«다음달 7일 … 1일까지 말씀하시면»: a bare day behind an event of next month is a day of that month."""
    event, last = draft.day, day_of(closes)
    if event is None or last is None or (event - last).days < 28 or not draft.until or last.day > event.day:
        return closes
    return closes.replace(year=event.year, month=event.month)


def _call(scene: Scene, title: str, name: Name | None, when: When, at: int, until: int, rule: str) -> Draft:
    opens, closes = _window(when)
    draft = Draft(title, name, opens, closes, call=True, at=at, until=until)
    draft.application_start, draft.application_deadline = opens, closes
    if opens is None:
        draft.flag("deadline_only")
        draft.note("application_deadline", when.span, rule)
    else:
        draft.note("start", when.span, rule)
        draft.note("application_deadline", when.span, rule)
    if name is not None:
        draft.note("title", name.span, "call")
    return draft
