"""Events told in sentences: «29일 오후 3시~6시 … 에서 ‘…’를 개최한다».

::

    sentence ─► times by use ─► moments (a day with its clock) ─► + the name nearest ─► draft
                    └─ deadlines and windows go to `calls`

A time without a name nearby makes no event; it may still complete one spoken of before (its clock, its end).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from pipelines.extract.events import status, venues
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.scene import Scene, Sentence, day_of, has_clock, is_dated, names_day
from pipelines.extract.events.titles import CALL_HEADS, FOUNDING, Name, clean_title, find_names, head_of
from store.records import Moment, SpanPair, When

REPORTED = re.compile(r"^(?:자로|자|에)?\s?(?:[가-힣]{1,6}[을를로에]\s)?(?:밝혔|전했|전한|알렸|말했|설명했|발표했|소개했|강조했|당부했|덧붙였|공고했|보도했|밝힌|공표|통보)")
AS_OF = re.compile(r"^(?:\s?말)?\s?(?:기준|현재)")
APPLY = re.compile(r"려면|올리[고면]|내면|제출|보내|말씀하|알려\s?주|댓글로|연락\s?주|지원할|신청|접수|모집|응모|공모|등록|지원서|선착순|이름을 올리|참여기업을|참가자를|수강생을|교육생|원서|참가를 원|예약|서류를|받는다|받고 있|받습니다|찾는다|찾습니다")
OPEN_ONLY = re.compile(r"신청|접수|모집|응모|등록|받는다|받고|받습니다|예약")
CALLING = re.compile(r"모집|접수|신청|공모|응모|등록|찾는다|찾습니다|받는다|받고|받습니다|뽑는다|뽑습니다|예약")
PREDICATE = re.compile(
    r"연다|열린|열렸|열었|열기로|열려|엽니|열 예정|열고|열어|개최|갖는|가졌|갖기로|갖고|가진|진행|치른|치렀|치러|마련|시작|막을|막이|실시|이어진|이어졌|펼친|펼쳤|펼쳐|선보|다녀|있습니다|있다|있어요|합니다|한다|했다|했습니다|했어요|해요|한대|만났|만나|모입|모였|모여|"
    r"공개|올라온|올렸|운영|벌인|벌였|벌어|서고|앉|불러|시행|됩니다|된다|되었|됐다|예정|참석|참여|맺|체결|서명|들었|잡혔|초대|오세요|이에요|예요|입니다|갑니다|갔|왔|마쳤|취소|연기|미뤘|당겼|돌린다|차린다|채운|선다|섰다|나선다|성료|떠난|잡았|자리다|자리를|문을 연|문을 열"
)
SPEECH = re.compile(r"“[^”\n]{12,}”|\"[^\"\n]{12,}\"")
EARLIER_EDITION = re.compile(r"앞서|지난해|작년|재작년|지난번|첫 회|1회는|전년도")
ENDING = re.compile(r"(?:파장|폐장|마감|종료|끝나는 시각|마치는 시각)(?:은|시각은|시간은)?\s?$|^(?:에|까지)?\s?(?:마친다|끝난다|문을 닫|막을 내|파한다|돌아온|마칩니다|끝납니다|마무리)")
REPORT_TITLE = re.compile(r"후기|다녀|갔다|보고|스케치|결과|뒷얘기|이야기|참석|사진")
HELD_TITLE = re.compile(r"개최|열어|열려|열었|연다|열린다|성료|가져|마쳐|실시|진행")
NEXT_ONE = re.compile(r"다음\s?(?:번|회|장|차례)?\S{0,6}(?:은|는|엔)\s?$")
EACH = re.compile(r"모두|각각|매회|각\s$")
WHOLE_RUN = re.compile(r"매일|날마다|기간 (?:중|내내)|모두|각각|매회|회차마다")
ATTENDED = re.compile(r"^에(?:도|서)?\s(?:참석|참가|초청)")
EXTENDED = re.compile(r"^(?:까지)?로?\s[^.\n]{0,12}(?:늘린|늘렸|늘리|늦추|늦췄|연장)")
SHIFT = re.compile(r"에서|→|⇒|->")
LONG_AGO = timedelta(days=45)
SESSION = re.compile(r"(?P<title>\d{1,2}\s?(?:강|회차|회|차시|차|기|탄|주차))(?:은|는|:|,)?\s?$")
SESSION_TOPIC = re.compile(r"(?P<title>\d{1,2}\s?(?:강|회차|회|차시|차|기|탄|주차))(?:은|는)\s")
# «모시밭 걷기가 이어진다»: whatever is held is an event, whether its noun is in the table or not.
HELD_THING = re.compile(
    r"(?P<what>(?:[가-힣A-Za-z0-9·]{1,12}\s){0,3}[가-힣A-Za-z0-9·]{2,14})(?:이|가|을|를|도)\s(?:[가-힣]{1,6}(?:서|게|히)?\s)?(?:열린다|열리고|열렸다|열립니다|이어진다|이어지고|이어졌다|펼쳐진다|펼쳐지고|진행된다|진행되고|마련된다|마련되고|연다|엽니다|개최한다|갖는다|선보인다|잇따른다|벌어진다)"
)
NO_THING = re.compile(r"(?:문|막|장|행사|시간|자리|발길|입|상담|접수|신청|행렬|관심|하루|의견|이야기|질문|모습)$")
SAME_CLOCK = re.compile(r"같은 (?:시간|시각)|시간(?:은|도) (?:그대로|동일|같)")
DAILY_LONGEST = 31  # days of a run with daily hours that is still one event


@dataclass(slots=True)
class Moment_:
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


@dataclass(frozen=True, slots=True)
class Use:
    when: When
    use: str  # occurrence, original, deadline, window, open, none
    sentence: Sentence


def uses_of(scene: Scene) -> list[Use]:
    """What each time of the text is for, in reading order."""
    found = []
    for sentence in scene.sentences:
        for when in sentence.times:
            if EXTENDED.match(scene.text[when.span[1] : when.span[1] + 24]) and SHIFT.search(scene.text, *when.span):
                # «접수를 23일에서 30일까지로 늘린다»: one deadline, the later one
                found.append(Use(replace(when, start=None, kind="deadline"), "deadline", sentence))
                continue
            found.append(Use(when, _use(scene, sentence, when), sentence))
    return found


def _use(scene: Scene, sentence: Sentence, when: When) -> str:
    text = scene.text
    behind = text[when.span[1] : min(sentence.end, when.span[1] + 48)]
    before = text[max(sentence.start, when.span[0] - 26) : when.span[0]]
    if when.kind == "none" or REPORTED.match(behind) or AS_OF.match(behind) or AS_OF.search(text[when.span[0] : when.span[1]]):
        return "none"
    if any(m.start() < when.span[0] < m.end() for m in SPEECH.finditer(text, sentence.start, sentence.end)):
        return "none"
    near = before + text[slice(*when.span)] + behind
    if re.search(r"연휴|방학|명절", text[slice(*when.span)]) or re.search(r"(?:연휴|방학)\s?\($", before):
        return "none"
    if when.start is None and when.end is not None:
        return "deadline" if APPLY.search(near) else "limit"
    if when.kind == "range" and when.end is not None and CALLING.search(_clause(near, before, behind)):
        return "window"
    if when.kind == "range" and when.end is None and OPEN_ONLY.search(behind) and not re.search(r"교육|강의 시작", behind[:12]):
        return "open"
    if not is_dated(when) and not (when.kind == "recurrence" and when.start):
        return "fuzzy"
    if status.CONDITIONAL.search(text, sentence.start, sentence.end):
        return "none"
    moved = status.spoken_of(scene, when.span)
    return "original" if moved == "original" else "occurrence"


def _clause(near: str, before: str, behind: str) -> str:
    """The words a range belongs to: behind it up to the end of the clause, before it only a label."""
    label = re.search(r"(?:신청|접수|모집|공모|응모|등록)[가-힣\s]{0,8}(?:은|는|기간은|기간|일정은)\s?$", before)
    first = re.split(r"[,.](?:\s|$)|(?:하고|하며|이며|으로,)\s", behind)[0]
    return first + (label[0] if label else "")


def read_prose(scene: Scene, uses: list[Use], taken: list[SpanPair], notices: list[Draft]) -> list[Draft]:
    """Drafts in reading order. `taken` are the spans of labelled fields, already told by `notices`."""
    drafts = list(notices)
    by_sentence: dict[int, list[Use]] = {}
    for use in uses:
        if not any(a <= use.when.span[0] < b for a, b in taken):
            by_sentence.setdefault(use.sentence.start, []).append(use)
    for sentence in scene.sentences:
        here = by_sentence.get(sentence.start, [])
        if any(a <= sentence.start < b for a, b in taken):
            continue
        drafts += _read_sentence(scene, sentence, here, drafts)
    return drafts[len(notices) :]


def _read_sentence(scene: Scene, sentence: Sentence, uses: list[Use], before: list[Draft]) -> list[Draft]:
    moments = _moments(scene, sentence, uses)
    spans = [t.span for t in sentence.times if is_dated(t)]  # «2022년» may belong to a name
    names = [n for n in find_names(scene.text, sentence.start, sentence.end) if _usable(scene, sentence, n, spans)]
    made: list[Draft] = []
    for number, moment in enumerate(moments):
        until = moments[number + 1].at if number + 1 < len(moments) else sentence.end
        since = moment.at if number else sentence.start
        name = _choose(scene, sentence, [n for n in names if since <= n.span[0] < until], moment)
        known = _of_day(moment, before) if name is None else None
        name = name or _unlisted(scene, moment, until, known)
        if name is None and known is None:
            name = _pending(scene, sentence, moment, [*before, *made])
            name = name or next((d.name for d in made if d.name is not None and len(moments) > 1), None)
        made += _drafts(scene, sentence, moment, name, until)
        if name is None:
            made += _complete(scene, sentence, moment, [*before, *made], until)
    if not moments:
        _late_end(scene, sentence, uses, before)
    _same_clock(scene, sentence, [*before, *made])
    return made


def _of_day(moment: Moment_, drafts: list[Draft]) -> Draft | None:
    """The event of that very day, spoken of before."""
    day = day_of(moment.start)
    return next((d for d in reversed(drafts) if d.role == "main" and day and d.day == day), None)


def _unlisted(scene: Scene, moment: Moment_, until: int, known: Draft | None) -> Name | None:
    """A session («10강은 09.23.»), or a thing held whose noun is in no table."""
    text = scene.text
    line = text.rfind("\n", 0, moment.at) + 1
    session = SESSION.search(text, max(line, moment.at - 12), moment.at) or SESSION_TOPIC.search(text, max(line, moment.at - 50), moment.at)
    if session is not None:
        return Name(session["title"], session.span("title"), "", False, False)
    held = HELD_THING.search(text, moment.times[-1].span[1], until)
    if held is None or NO_THING.search(held["what"]) or (known is not None and not has_clock(moment.start)):
        return None
    words = [w for w in held["what"].split()]
    while len(words) > 1 and re.search(r"(?:에서|에는|에|은|는|이|가|을|를|으로|로|와|과|부터|까지|한|된|는|하고|해)$", words[0]):
        words.pop(0)
    title = " ".join(words)
    at = text.index(title, held.start("what"))
    return Name(title, (at, at + len(title)), "", False, False) if len(title) > 2 else None


def _pending(scene: Scene, sentence: Sentence, moment: Moment_, drafts: list[Draft]) -> Name | None:
    """«… ‘천 포기 김장나눔’ 날짜가 바뀌었다. … 11월 30일로 당겼다»: the name stands a sentence before its day.

    A board report may name its event only in the title of the post.
    """
    text = scene.text
    if not names_day(moment.times[0]) or (PREDICATE.search(text, sentence.start, sentence.end) is None and "날짜" not in text[sentence.start : sentence.end]):
        return None
    used = {d.name.span for d in drafts if d.name is not None}
    at = scene.sentences.index(sentence)
    for earlier in reversed(scene.sentences[max(0, at - 2) : at]):
        if any(has_clock(t.start) for t in earlier.times):
            continue
        undated = not any(is_dated(t) for t in earlier.times)
        for name in reversed(find_names(text, earlier.start, earlier.end)):
            if (name.quoted or undated) and not name.weak and name.span not in used:
                return name
    told = REPORT_TITLE if scene.document.channel == "board" else HELD_TITLE
    if not drafts and at < 8 and told.search(scene.document.title):
        title = clean_title(scene.document.title)
        if head_of(title) is not None:
            return Name(title, (moment.at, moment.at), head_of(title) or "", False, False)
    return None


def _same_clock(scene: Scene, sentence: Sentence, drafts: list[Draft]) -> None:
    """«같은 시간», «시간은 그대로»: the clock of the event before, its end too."""
    said = SAME_CLOCK.search(scene.text, sentence.start, sentence.end)
    timed = [d for d in drafts[:-1] if has_clock(d.start)]
    if said is None or not timed or not drafts:
        return
    last, model = drafts[-1], timed[-1]
    if last.end is not None or last.day is None:
        return
    if not has_clock(last.start):
        last.note("start", said.span(), "same clock")
    last.start = _at(last.start, model.start)
    last.end = _at(last.start, model.end) if has_clock(model.end) and model.last_day == model.day else None


def _late_end(scene: Scene, sentence: Sentence, uses: list[Use], drafts: list[Draft]) -> None:
    """«오후 5시까지 이어진다» in a sentence of its own."""
    for use in uses:
        if use.use == "limit" and has_clock(use.when.end) and drafts and PREDICATE.search(scene.text, sentence.start, sentence.end):
            draft = drafts[-1]
            if draft.end is None and has_clock(draft.start) and day_of(use.when.end) == draft.day:
                draft.end = use.when.end
                draft.note("end", use.when.span, "until")


def _moments(scene: Scene, sentence: Sentence, uses: list[Use]) -> list[Moment_]:
    found: list[Moment_] = []
    originals = [u.when for u in uses if u.use == "original"]
    for use in uses:
        when = use.when
        if use.use == "limit" and found:
            _limit(found[-1], when)
        if use.use != "occurrence":
            continue
        if len(found) > 1 and not names_day(when) and EACH.search(scene.text[max(sentence.start, when.span[0] - 10) : when.span[0]]):
            for moment in found:
                _join(scene, moment, when)
        elif found and _joins(scene, found[-1], when):
            _join(scene, found[-1], when)
        else:
            found.append(_moment(scene, when))
    if found and originals:
        found[0].moved = originals[0]
    elif originals and not found and not scene.state:  # only the place changed
        found.append(_moment(scene, originals[0]))
    elif originals and not found:
        first = originals[0]
        kept = (first.start, _end(first)) if scene.state == "cancelled" else (None, None)
        moved = None if scene.state == "cancelled" else first
        found.append(Moment_([first], *kept, moved=moved, spans=[first.span]))
    return found


def _limit(moment: Moment_, when: When) -> None:
    """«오전 11시 … 막을 올려 오후 5시까지 이어진다»: the end of the day's run, never before its start."""
    end = _at(moment.start, when.end)
    if has_clock(when.end) and has_clock(moment.start) and moment.end is None and end is not None and str(end) > str(moment.start):
        moment.end = end
        moment.spans.append(when.span)


def _moment(scene: Scene, when: When) -> Moment_:
    """«연말까지» is no day; a run with daily hours is one event, not a recurring one."""
    end, rule = _end(when), when.rrule
    moved = status.shifted(scene, when)
    if moved is not None:
        old = replace(when, start=moved[0], end=None)
        return Moment_([when], moved[1], None, moved=old, spans=[when.span])
    if rule and re.search(r"말까지|내내|연중", scene.text[slice(*when.span)]):
        end = None
    first, last = day_of(when.start), day_of(when.end)
    if rule and "DAILY" in rule and first and last and (last - first).days <= DAILY_LONGEST:
        rule = None
    return Moment_([when], when.start, end, rule, spans=[when.span])


def _end(when: When) -> Moment | None:
    return None if when.end == when.start and not has_clock(when.end) else when.end


def _joins(scene: Scene, moment: Moment_, when: When) -> bool:
    """A clock behind a day belongs to it; so does «매월 셋째 주 수요일» behind its first day."""
    if when.kind == "recurrence" and moment.recurrence is None:
        return True
    if moment.recurrence and when.kind != "recurrence":
        return names_day(when) is False
    return has_clock(when.start) and not names_day(when) and not _is_session(scene, moment, when)


def _is_session(scene: Scene, moment: Moment_, when: When) -> bool:
    return has_clock(moment.start) and bool(re.search(r"[,;]\s?[가-힣\s]{0,12}$", scene.text[moment.times[-1].span[1] : when.span[0]]))


def _join(scene: Scene, moment: Moment_, when: When) -> None:
    moment.times.append(when)
    moment.spans.append(when.span)
    if when.kind == "recurrence":
        moment.recurrence = when.rrule or "recurring"
        if moment.end is not None and re.search(r"말까지|내내", scene.text[slice(*moment.times[0].span)]):
            moment.recurrence += f";UNTIL={moment.end.isoformat()[:10].replace('-', '')}"
            moment.end = None
        if has_clock(when.start) and not has_clock(moment.start):
            moment.start = _at(moment.start, when.start)
            moment.end = _at(moment.end or moment.start, when.end) if has_clock(when.end) else moment.end
        return
    several = day_of(moment.end) not in (None, day_of(moment.start))
    if several and not WHOLE_RUN.search(scene.text[moment.at : when.span[0]]):
        return
    if has_clock(moment.start):  # a second clock ends the first: «오전 10시에 시작해 오후 5시에 마친다»
        moment.end = moment.end or _at(moment.start, when.start)
        return
    last = moment.end if several else moment.start
    moment.start = _at(moment.start, when.start)
    moment.end = _at(last, when.end) if has_clock(when.end) else (moment.end if several else None)


def _at(day: Moment | None, clock: Moment | None) -> Moment | None:
    """That day at this clock."""
    base = day_of(day)
    if base is None or not isinstance(clock, datetime):
        return day
    return clock.replace(year=base.year, month=base.month, day=base.day)


def _usable(scene: Scene, sentence: Sentence, name: Name, spans: list[SpanPair]) -> bool:
    if any(a < name.span[1] and name.span[0] < b for a, b in spans) and not name.quoted:
        return False
    if any(m.start() < name.span[0] < m.end() - 1 and m.end() - m.start() > 40 for m in SPEECH.finditer(scene.text, sentence.start, sentence.end)):
        return False
    return not (scene.document.channel == "news" and ATTENDED.match(scene.text[name.span[1] : name.span[1] + 8]))


def _choose(scene: Scene, sentence: Sentence, names: list[Name], moment: Moment_) -> Name | None:
    """The name a moment belongs to: quoted first, then the nearest strong noun, then a weak one with a verb of holding."""
    names = [n for n in names if n.head not in CALL_HEADS or n.quoted]
    quoted = [n for n in names if n.quoted and not n.weak]
    strong = [n for n in names if not n.weak]
    acting = PREDICATE.search(scene.text, sentence.start, sentence.end) is not None or sentence.end - sentence.start < 60
    for options in (quoted, strong, [n for n in names if n.quoted], names if acting else []):
        behind = [n for n in options if n.span[0] >= moment.at]
        if behind:
            return behind[0]
        if options:
            return options[-1]
    return None


def _drafts(scene: Scene, sentence: Sentence, moment: Moment_, name: Name | None, until: int) -> list[Draft]:
    if name is None or (moment.start is None and moment.moved is None):
        return []
    days = _members(moment)
    drafts = []
    for number, (start, end) in enumerate(days, 1):
        title = name.title if len(days) == 1 else f"{name.title} {number}회"
        draft = Draft(title, name, start, end, moment.recurrence, at=min(sentence.start, name.span[0]), until=sentence.end)
        draft.note("title", name.span, "quoted" if name.quoted else "noun")
        for when in moment.times:
            _note_time(draft, when)
        if moment.moved is not None:
            draft.flag(status.original_flag(moment.moved))
            if moment.start is None:
                draft.evidence.pop("start", None)
        _background(scene, sentence, draft, name)
        _place(scene, sentence, draft, moment, until)
        _lasting(scene, draft)
        drafts.append(draft)
    return drafts


def _lasting(scene: Scene, draft: Draft) -> None:
    """«어린이 그림전 개막(2주간)»."""
    if draft.name is None or draft.end is not None or draft.day is None:
        return
    weeks = re.match(r"[^()\n]{0,6}\((\d{1,2}|한|두|세)\s?(주간|주|일간)\)", scene.text[draft.name.span[1] : draft.name.span[1] + 20])
    if weeks:
        number = {"한": 1, "두": 2, "세": 3}.get(weeks[1]) or int(weeks[1])
        days = number * (1 if weeks[2] == "일간" else 7)
        draft.end = draft.day + timedelta(days=days - 1)
        draft.flag(f"duration:{weeks[1]}{weeks[2]}")


def _note_time(draft: Draft, when: When) -> None:
    kept = draft.start, draft.end, draft.recurrence
    draft.set_time(when, f"prose:{when.rule or when.kind}")
    draft.start, draft.end, draft.recurrence = kept


def _members(moment: Moment_) -> list[tuple[Moment | None, Moment | None]]:
    """«10월 1일과 2일, 6일» is three days; anything else one."""
    for when in moment.times:
        for flag in when.flags:
            if when.kind == "set" and flag.startswith("members="):
                days = [datetime.fromisoformat(d).date() for d in re.split(r"[+,]", flag.removeprefix("members="))]
                return [(d, None) for d in days]
    return [(moment.start, moment.end)]


def _background(scene: Scene, sentence: Sentence, draft: Draft, name: Name) -> None:
    earlier = EARLIER_EDITION.search(scene.text, sentence.start, max(sentence.start, draft.evidence["start"][0][0]) if "start" in draft.evidence else sentence.end)
    long_ago = scene.published is not None and draft.last_day is not None and scene.published - draft.last_day > LONG_AGO
    coming = scene.published is not None and draft.day is not None and draft.day >= scene.published
    if name.head in FOUNDING or (earlier and not coming) or (long_ago and scene.document.channel == "news"):
        draft.role = "background"


def _place(scene: Scene, sentence: Sentence, draft: Draft, moment: Moment_, until: int) -> None:
    span = venues.moved_to(scene, sentence) or venues.venue_near(scene, sentence, moment.spans[0][1], until)
    if span is None and until < sentence.end:
        comma = scene.text.find(",", moment.spans[0][1], until)
        span = venues.between(scene, moment.spans[0][1], comma) if comma > 0 else None
    if span is None and draft.name is not None and draft.name.span[0] > moment.spans[-1][1]:
        span = venues.between(scene, moment.spans[-1][1], draft.name.span[0])
    if span is not None and not (draft.name and draft.name.span[0] <= span[0] < draft.name.span[1]):
        draft.venue = scene.text[slice(*span)]
        draft.note("venue", span, "에서")


def _complete(scene: Scene, sentence: Sentence, moment: Moment_, drafts: list[Draft], until: int) -> list[Draft]:
    """A nameless time: the place, the clock or the end of an event of that day, or the next of a series."""
    when = moment.times[0]
    same = _of_day(moment, drafts)
    following = _next_of_series(scene, sentence, moment, drafts) if same is None else None
    if following is not None:
        return [following]
    if same is not None and same.venue is None:
        _place(scene, sentence, same, moment, until)
    draft = same or (drafts[-1] if drafts and not names_day(when) else None)
    if draft is None or not has_clock(moment.start):
        return []
    whole = [d for d in drafts if d.name is draft.name] if WHOLE_RUN.search(scene.text, sentence.start, sentence.end) else [draft]
    for one in whole:
        _take_clock(scene, sentence, moment, one)
    return []


def _next_of_series(scene: Scene, sentence: Sentence, moment: Moment_, drafts: list[Draft]) -> Draft | None:
    """«담달은 10/21 입니다» behind a market held every month."""
    day = day_of(moment.start)
    following = NEXT_ONE.search(scene.text, sentence.start, moment.at)
    if following is not None and drafts and drafts[-1].day and day and day > drafts[-1].day:
        draft = Draft(drafts[-1].title, drafts[-1].name, moment.start, moment.end, at=sentence.start, until=sentence.end)
        _note_time(draft, moment.times[0])
        _place(scene, sentence, draft, moment, sentence.end)
        return draft
    series = next((d for d in reversed(drafts) if d.recurrence and d.day), None)
    if series is None or day is None or series.day is None or day <= series.day or not names_day(moment.times[0]):
        return None
    if sentence.end - moment.spans[-1][1] > 14 or moment.at - sentence.start > 14:
        return None
    draft = Draft(f"{series.title} {day.month}월", series.name, day, None, venue=series.venue, at=sentence.start, until=sentence.end)
    draft.start = moment.start if has_clock(moment.start) else _at(day, series.start)
    draft.end = _at(day, series.end) if has_clock(series.end) else None
    _note_time(draft, moment.times[0])
    return draft


def _take_clock(scene: Scene, sentence: Sentence, moment: Moment_, draft: Draft) -> None:
    when = moment.times[0]
    around = scene.text[max(sentence.start, when.span[0] - 14) : when.span[0]], scene.text[when.span[1] : when.span[1] + 12]
    if ENDING.search(around[0]) or ENDING.match(around[1]):
        if draft.end is None and has_clock(draft.start):
            draft.end = _at(draft.start, moment.start)
            draft.note("end", when.span, "ending")
    elif not has_clock(draft.start) and draft.last_day == draft.day and (PREDICATE.search(scene.text, when.span[1], sentence.end) or sentence.end - sentence.start < 45):
        draft.start = _at(draft.start, moment.start)
        draft.end = _at(draft.start, moment.end) if has_clock(moment.end) else draft.end
        draft.note("start", when.span, "clock")
