"""Applications: windows and deadlines. They matter most to readers, so nothing may miss one that is stated.

A window or deadline belongs to the event it lets people join; where there is none, or the event would be
over before the deadline, the call is an event of its own (guideline §4).
"""

from __future__ import annotations

import re

from pipelines.extract.events.draft import Draft
from pipelines.extract.events.heads import CALL_HEADS
from pipelines.extract.events.labels import Label
from pipelines.extract.events.scene import Scene, Sentence, day_of
from pipelines.extract.events.titles import QUOTED, Name, clean_title, find_names
from pipelines.extract.events.uses import Use
from store.records import Moment, SpanPair, When

CALL_VERB = re.compile(r"모집|공모|접수|신청|응모|찾는다|찾습니다|뽑는다|뽑습니다|등록")
OBJECT = re.compile(
    r"(?P<what>(?:[가-힣A-Za-z0-9·()]{1,20}\s){0,5}[가-힣A-Za-z0-9·()]{1,20})(?:을|를)\s"
    r"(?P<between>(?:(?![을를]\s)[^.,\n]){0,40}?)(?P<verb>모집|공모|접수|찾는|찾습|뽑|모은|구한|구합)"
)
# Words of the clause before: «마을기업을 키우기 위해 오는 22일까지 참여 단체를 모집» calls for 참여 단체.
CLAUSE_END = re.compile(
    r"^(?:오는|지난|이달|다음|내달|새해|올해|내년|공개|추가|새로|그|이)$|(?:위해|위하여|까지|부터|통해|따라|에서|에게|으로|[은는이가을를]|"
    r"함께|[할될]|\d[일시분])$"
)
KEEPS = re.compile(r"^(?:마을|어린이|청년이|놀이|먹거리|사회|문화|나눔이|지킴이|도우미이)$")
COUNT = re.compile(r"\s?\d[\d,]{0,6}\s?(?:팀|명|곳|개사|개소|개|가구|가족|개 팀|개 기업)(?:\s?(?:내외|안팎))?$")
COMMON = re.compile(
    r"^(?:참여|참가|희망|입주|지원|신규|예비|새)?\s?(?:단체|기업|팀|업체|조직|법인|참여자|참가자|사람|주민|이웃|시민|곳|기관|공동체|대상자|"
    r"신청자|회원|조합원|식구)$"
)
PROGRAMME = re.compile(
    r"(?P<what>(?:[가-힣A-Za-z0-9·’‘]{1,20}\s){0,5}[가-힣A-Za-z0-9·’]{2,20})에\s(?:참여|참가|함께|지원|도전)할"
)
TOPIC = re.compile(r"(?P<what>(?:[가-힣]{1,10}\s){0,2}[가-힣]{2,12})(?:은|는)\s(?P<verb>공모|모집)(?:로|으로|을|한)")
PARTICIPANTS = re.compile(
    r"(?:참가자|참여자|수강생|교육생|참가팀|참여팀|수강자|참석자|자원봉사자?|봉사자|"
    r"방청객|관람객|참가 신청|참여 신청|참가신청|사전등록|사전 등록|수강 신청|수강신청|"
    r"자원봉사는)"
)
NOT_A_CALL = re.compile(r"돌려|환불|위임장|동의서|의견|입금|계약|제출한 서류|결과|발표|예산|대출|반납")
OWN_WORDS = re.compile(r"(?:신청|접수|모집|공모|응모|등록|지원)[가-힣\s]{0,6}$")


def read_calls(scene: Scene, uses: list[Use], labels: tuple[Label, ...], drafts: list[Draft]) -> list[Draft]:
    """Attach every window and deadline to its draft, or make a call of it; returns the new drafts."""
    made: list[Draft] = []
    for label in labels:
        if label.field == "apply":
            made += _from_label(scene, label, labels, [*drafts, *made])
    seen = [label.value for label in labels if label.field == "apply"]
    other = [label.value for label in labels if label.field not in ("apply", "when", "when+where")]
    for use in uses:
        at = use.when.span[0]
        if use.use not in ("window", "deadline", "open") or any(a <= at < b for a, b in seen):
            continue
        if any(a <= at < b for a, b in other) and not CALL_VERB.search(
            scene.text, use.sentence.start, use.sentence.end
        ):
            continue
        made += _from_prose(scene, use, [*drafts, *made])
    return made


def _from_label(scene: Scene, label: Label, labels: tuple[Label, ...], drafts: list[Draft]) -> list[Draft]:
    times = [t for t in scene.times if label.value[0] <= t.span[0] < label.value[1] and t.kind != "none"]
    when = next((t for t in times if t.start is not None or t.end is not None), None)
    if when is None:
        return []
    opens, closes = _window(when)
    target = _nearest(drafts, label.at, closes)
    if target is not None and not _recruits(scene):
        for one in _sittings(target, drafts):
            _attach(one.parent or one, opens, closes, when.span, f"label:{label.name}")
        return []
    title = _label_title(scene, labels)
    if not title:
        return []
    return [_call(scene, title, None, when, label.at, label.value[1], f"label:{label.name}")]


def _window(when: When) -> tuple[Moment | None, Moment | None]:
    if when.kind in ("deadline",) or (when.start is None):
        return None, when.end
    if when.end is None or when.end == when.start:
        # «접수: 4/12» alone is its last day; «12일부터» only opens.
        return (when.start, None) if when.kind == "range" else (None, when.start)
    return when.start, when.end


def _label_title(scene: Scene, labels: tuple[Label, ...]) -> str:
    for label in labels:
        if label.field == "title":
            return _as_call(clean_title(label.words(scene.text)))
    title = re.sub(r"\s?(?:안내|공고|알림)\s?$", "", clean_title_keeping_call(scene.document.title))
    return _as_call(title)


def clean_title_keeping_call(title: str) -> str:
    """As `clean_title`, but «… 참여기업 모집» keeps its last word."""
    found = re.search(r"(?:모집|공모|접수)", title)
    cleaned = clean_title(title)
    if found and found[0] not in cleaned:
        return f"{cleaned} {found[0]}".strip()
    return cleaned


def _as_call(words: str) -> str:
    words = words.strip()
    return (
        words
        if not words or any(words.endswith(h) for h in CALL_HEADS) or "모집" in words or "공모" in words
        else f"{words} 모집"
    )


def _from_prose(scene: Scene, use: Use, drafts: list[Draft]) -> list[Draft]:
    when, sentence = use.when, use.sentence
    near = scene.text[max(sentence.start, when.span[0] - 40) : min(sentence.end, when.span[1] + 60)]
    if use.use == "deadline" and NOT_A_CALL.search(near) and not re.search(r"참가|참여 신청|모집|공모", near):
        return []
    opens, closes = _window(when)
    same = [d for d in drafts if closes and day_of(d.application_deadline) == day_of(closes)]
    if same:
        if same[-1].application_deadline is not None and len(str(closes)) > len(str(same[-1].application_deadline)):
            same[-1].application_deadline = closes
        same[-1].note("application_deadline", when.span, "prose")
        return []
    target = _nearest(drafts, when.span[0], closes)
    if target is not None and _is_call(scene) and target.at > when.span[0] and not PARTICIPANTS.search(near):
        target = None
    own = _call_title(scene, use)
    separate = own is not None and use.use == "window" and not _joins_event(scene, sentence, target, own[0])
    if target is not None and not separate:
        _attach(target.parent or target, opens, closes, when.span, f"prose:{use.use}")
        return []
    if own is None and use.use != "open" and OWN_VERB.search(near):
        own = _from_document(scene), None
    if use.use == "open" or own is None or not own[0]:
        return []
    return [_call(scene, own[0], own[1], when, sentence.start, sentence.end, f"prose:{use.use}")]


OWN_VERB = re.compile(r"신청|접수|모집|공모|응모|원서")


def _from_document(scene: Scene) -> str:
    """Nothing may miss a stated deadline: where no words name the call, the document's title does."""
    title = clean_title(scene.document.title)
    return f"{title} 신청" if title else ""


def _is_call(scene: Scene) -> bool:
    return re.search(r"모집|공모|찾는다|찾습니다|뽑는다|뽑습니다", scene.document.title) is not None


def _sittings(target: Draft, drafts: list[Draft]) -> list[Draft]:
    """The sittings of one course told in one field share its deadline."""
    return [
        d for d in drafts if d is target or (d.at == target.at and d.name is target.name and d.until == target.until)
    ]


def _recruits(scene: Scene) -> bool:
    """A post that looks for exhibitors or teams: its window is an event beside the fair it is for."""
    title = scene.document.title
    return re.search(r"모집|공모", title) is not None and re.search(RECRUITED, title) is not None


RECRUITED = re.compile(
    r"(?:참가|참여|입점|입주)?\s?(?:기업|업체|단체|팀|셀러|판매자|부스|조직|운영자|위원|기획자|강사)(?:을|를)?\s?(?:추가\s)?(?:모집|공모)"
)


def _joins_event(scene: Scene, sentence: Sentence, target: Draft | None, title: str) -> bool:
    """Whether a window is for joining the event at hand: «수강생을 … 모집», «신청은 1일부터 …»."""
    if target is None:
        return False
    if PARTICIPANTS.search(scene.text, sentence.start, sentence.end):
        return True
    words = {w for w in re.split(r"\W+", title) if len(w) > 1 and w not in CALL_HEADS}
    return not words or bool(words & set(re.split(r"\W+", target.title)))


def _nearest(drafts: list[Draft], at: int, closes: Moment | None) -> Draft | None:
    """The event a deadline is for: spoken of last before it, not over by then."""
    last = day_of(closes)
    open_still = [
        d
        for d in drafts
        if d.role == "main" and not d.call and (last is None or d.last_day is None or d.last_day >= last)
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


def _call_title(scene: Scene, use: Use) -> tuple[str, Name | None] | None:
    """What is called for, from the sentence, the one before it, or the document's title."""
    text, sentence = scene.text, use.sentence
    quoted = next((m for m in QUOTED.finditer(text, sentence.start, sentence.end)), None)
    if quoted is None:  # «‘… 추가모집’ 신청서를 15일부터 받는다. … 문은 26일에 닫힌다»
        before = QUOTED.finditer(text, _previous(scene, sentence).start, sentence.start)
        quoted = next((m for m in before if re.search(r"모집|공모|지원사업|육성사업", m[m.lastindex or 1])), None)
    verb = _verb(scene.text[use.when.span[1] : sentence.end] + scene.document.title)
    if quoted is not None:
        inner = quoted[quoted.lastindex or 1].strip()
        name = Name(f"{inner} {verb}", (quoted.start(), quoted.end()), verb, True, False)
        return (inner if inner.endswith(("공모", "모집")) else name.title), name
    for pattern, start in ((TOPIC, None), (OBJECT, sentence.start)):
        since = start if start is not None else _previous(scene, sentence).start
        match = pattern.search(text, since, sentence.end)
        if match is not None:
            head = "공모" if match["verb"] == "공모" else "모집"
            words = _object(match["what"])
            if COMMON.match(words):
                words = _programme(scene, sentence, words) or words
            name = Name(f"{words} {head}", match.span("what"), head, False, False)
            return (words if words.endswith(("모집", "공모")) else name.title), name
    names = [
        n
        for n in find_names(text, sentence.start, sentence.end)
        if n.head in CALL_HEADS and len(n.title) > 2 and not BARE_CALL.match(n.title)
    ]
    if names:
        return names[0].title, names[0]
    title = clean_title_keeping_call(scene.document.title)
    return (title, None) if re.search(r"모집|공모|접수", title) else None


BARE_CALL = re.compile(r"^(?:공개|추가|상시|수시|긴급|정기|신규|참가자|참여자)\s?(?:모집|공모|접수)$")


def _object(words: str) -> str:
    """The object without what stands before it in the clause, and without its number («창업팀 8팀»)."""
    kept: list[str] = []
    for word in reversed(COUNT.sub("", words.strip()).split()):
        if CLAUSE_END.search(word) and not KEEPS.match(word):
            break
        kept.insert(0, word)
    return " ".join(kept) or words.strip().split()[-1]


def _programme(scene: Scene, sentence: Sentence, words: str) -> str | None:
    """«단체를 모집»: what for stands before («… 육성사업에 참여할 단체»), quoted, or in the document's title."""
    match = PROGRAMME.search(scene.text, _previous(scene, sentence).start, sentence.end)
    if match is not None:
        return f"{_object(match['what'])} {words}"
    title = scene.document.title
    quoted = next((m for m in QUOTED.finditer(title)), None)
    if quoted is not None:
        return quoted[quoted.lastindex or 1].strip()
    cleaned = re.sub(r"\s?(?:모집|공모|접수|공고)$", "", clean_title_keeping_call(title))
    return cleaned if re.search(r"모집|공모|공고|접수|찾", title) and len(cleaned) > 4 else None


def _verb(words: str) -> str:
    return "공모" if "공모" in words and "모집" not in words[:20] else "모집"


def _previous(scene: Scene, sentence: Sentence) -> Sentence:
    at = scene.sentences.index(sentence)
    return scene.sentences[max(0, at - 1)]


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
