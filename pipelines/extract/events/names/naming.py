"""Titles that need their owner: «창립총회» alone says nothing in a list, «10강» even less."""

from __future__ import annotations

import re

from pipelines.extract.events.bodies import roles
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.names.owning import LEARNING, month_before, with_owner, without_call
from pipelines.extract.events.names.rownames import labelled_above
from pipelines.extract.events.scene import Scene
from pipelines.extract.events.words.headlines import clean_title
from pipelines.extract.events.words.heads import EXAMS, FOUNDING, GENERIC, PARTS
from pipelines.extract.events.words.titles import find_names, head_of
from pipelines.korean import regions

# What says nothing in a list without its owner: «면접», «직원 모집».
SHORT = 2  # words


def own_calls(scene: Scene, drafts: list[Draft]) -> None:
    """«직원 모집», «사회복지사 면접» of a post → with the body that seeks. Hosts must be known."""
    for draft in drafts:
        exam = draft.name is not None and draft.name.head in EXAMS
        if not (draft.call or exam) or draft.role != "main" or not draft.hosts or draft.parent is not None:
            continue
        host, known = draft.hosts[0], scene.organisations
        named = any(o.name in draft.title or any(a in draft.title for a in o.aliases if len(a) > 3) for o in known)
        if len(draft.title.split()) > SHORT or named or not (exam or ANYBODY.match(draft.title)):
            continue
        of_event = draft.call and not OWN_PEOPLE.match(draft.title)
        event = (_the_event(drafts) or _spoken_of(scene, draft, drafts)) if of_event else None
        headed = _heading_of(scene, draft)
        if headed is not None:
            draft.title = headed
        elif event is not None and event not in draft.title:  # «셀러 신청» of a market → 물때 셀러 신청
            draft.title = f"{event} {draft.title}"
        elif not roles.is_public(host):
            draft.title = f"{host} {draft.title}"


# whom a body seeks for itself, not for an event told beside: «새 조합원 모집» of a letter that tells of a market
OWN_PEOPLE = re.compile(r"(?:\S+\s)?(?:조합원|회원|대의원)\s(?:모집|접수|신청)$")
# «4. 2025 소셜벤처 청년 인턴» above «센터는 … 인턴 8명을 뽑습니다»
HEADING = re.compile(r"\s?(?:\d{1,2}[.)]|[❶-❿①-⑳■●◆▶◎○□☞▷])\s?(?P<what>[^.!?:\n]{4,30})")


def _heading_of(scene: Scene, draft: Draft) -> str | None:
    """The heading of the item that a call is told in, where it ends on whom the call seeks."""
    sought, *rest = draft.title.split()
    above = scene.lines_above(max(draft.at, 0), 1)
    match = HEADING.fullmatch(scene.text, above[0].start, above[0].end) if above else None
    what = match["what"].strip() if match is not None else ""
    return " ".join((what, *rest)) if rest and len(what.split()) > 1 and what.endswith(sought) else None


# Whom many bodies seek: alone it says nothing in a list.
ANYBODY = re.compile(
    r"(?:참여|신규|추가|기간제|정규직|상근)?\s?(?:직원|강사|회원|조합원|출자자|참가자|참여자|참가팀|참여팀|팀|기업|단체|셀러|판매자|봉사자|"
    r"자원봉사자|활동가|매니저|인턴|기자단|서포터즈|위원|이사|교육생|수강생|입주기업|참여기업|사업|신청|접수|모집|면접|사회복지사|조리사|"
    r"간사|사무국장|운영자|상담사|코디네이터)"
)


def _the_event(drafts: list[Draft]) -> str | None:
    """The one event, or series, that a post is about beside its call."""
    main = [d for d in drafts if d.role == "main" and not d.call and d.parent is None]
    bases = {SITTING_TAIL.sub("", d.title) for d in main if d.name is None or d.name.head not in EXAMS}
    return bases.pop() if len(bases) == 1 else None


def _spoken_of(scene: Scene, call: Draft, drafts: list[Draft]) -> str | None:
    """«장날에 물건을 내놓을 기업은 …»: the event whose noun stands in the sentence of its call."""
    words = scene.text[call.at : max(call.until, call.at)]
    main = [d for d in drafts if d.role == "main" and not d.call and d.parent is None and d.name is not None]
    told = [d.title for d in main if d.name is not None and len(d.name.head) > 1 and d.name.head in words]
    return told[0] if len(set(told)) == 1 else None


SITTING_TAIL = re.compile(r"\s\d{1,2}\s?(?:강|회차|회|차시|주차|차)$")


IN_BRACKETS = re.compile(r"\s?\((?P<label>[가-힣]{1,4}(?:[·/, ][가-힣]{1,4}){0,3})\)")


def _bracketed(scene: Scene, draft: Draft) -> str | None:
    """«설명회(북부)는 22일 …, 설명회(남부)는 24일 …»."""
    match = IN_BRACKETS.match(scene.text, draft.name.span[1]) if draft.name is not None and draft.name.span[1] else None
    return match["label"] if match is not None else None


def tell_apart(scene: Scene, drafts: list[Draft]) -> None:
    """«찾아가는 설명회» in four towns: each with its town, as a list would have it. Places must be known."""
    main = [d for d in drafts if d.role == "main" and not d.call]
    for title in {d.title for d in main}:
        series = [d for d in main if d.title == title]
        labels = [_bracketed(scene, d) for d in series]
        if len(series) > 1 and all(labels) and len(set(labels)) == len(series):
            for draft, label in zip(series, labels, strict=True):
                draft.title = f"{title}({label})"
            continue
        towns = [_town(d.venue) for d in series]
        if len(series) > 1 and all(towns) and len(set(towns)) == len(series) == len({d.day for d in series}):
            for draft, town in zip(series, towns, strict=True):
                draft.title = f"{title} ({town})"


def _town(venue: str | None) -> str | None:
    """나주시 빛가람동행정복지센터 → 나주; a venue that names no town → None."""
    first = venue.split()[0] if venue and venue.split() else ""
    places = regions.find_places(first) if first else ()
    if not places or places[0].span != (0, len(first)):
        return None
    return re.sub(r"(?:특별자치|특별|광역)?[시군구도]$", "", first) if len(first) > 2 else first


SESSION = re.compile(r"^\d{1,2}\s?(?:강|회|차|회차|기|탄|주차)(?:\s[가-힣]{2,8}편)?$")
ORDINAL = re.compile(r"\s?(?:제\s?)?\d{1,3}\s?(?:강|회차|회|차|기|탄|주차)(?:\s|$)")
OWNER_BEFORE = re.compile(r"(?:은|는|이|가)$")


def complete_titles(scene: Scene, drafts: list[Draft]) -> None:
    base = clean_title(scene.document.title)
    for draft in sorted(drafts, key=lambda d: not d.call):
        if draft.call:
            continue
        draft.title = _without_clause(draft.title, drafts)
        if draft.parent is not None and _needs_parent(draft):
            draft.title = f"{draft.parent.title} {draft.title}"
        elif SESSION.match(draft.title):
            line = scene.line_at(max(draft.at, 0))
            above = labelled_above(scene, line.start) if line is not None else None
            if above is not None:  # «5. 필수교육 : … 입문과정 이수» above «- 1기 2025. 1. 23.(목) …»
                draft.title = f"{above} {draft.title}"
                continue
            earlier = next((d for d in drafts if d.at < draft.at and d.name and d.name.head in LEARNING), None)
            counted = _counted(scene, draft) if earlier is None else None
            numbered = [d for d in drafts if d is not draft and d.at < draft.at and LESSON.search(d.title)]
            if numbered and counted is None:  # «… 연속 세미나 3강», then «4강은 12일»
                draft.title = f"{LESSON.sub('', numbered[0].title).strip()} {draft.title}"
                continue
            if counted is not None:
                draft.title = f"{counted} {draft.title}"
                continue
            series = ORDINAL.sub(" ", earlier.title if earlier is not None and not head_of(base) else base).strip()
            draft.title = f"{series} {draft.title}" if series else draft.title
        elif draft.role == "background" and _round(draft.title) and _earlier_round(draft, drafts):
            draft.title = _earlier_round(draft, drafts) or draft.title
        elif _of_a_call(draft) and (call := next((d for d in drafts if d.call and d.at <= draft.at), None)) is not None:
            draft.title = f"{without_call(call.title)} {draft.title}"
        elif _next_one(scene, draft):
            draft.title = _instalment(scene, draft, drafts, base)
        elif _of_month(scene, draft, base):
            draft.title = _of_month(scene, draft, base) or draft.title
        elif _named_month(scene, draft):
            draft.title = _named_month(scene, draft)
        elif (longer := _compound(scene, draft)) is not None:
            draft.title = longer
        elif _generic(draft):
            draft.title = with_owner(scene, draft, drafts, base)


# «먼저 들어야 하는 교육», «꼭 오셔야 하는 자리», «가장 가까운 교육»
CLAUSE_IN_FRONT = re.compile(r"(?:꼭|먼저|미리|반드시|가장)\s(?:[가-힣]+\s){0,3}?(?=(?P<head>[가-힣]+)$)")


def _without_clause(title: str, drafts: list[Draft]) -> str:
    """A clause that says who must come is no name: what it is for, by the text's call, and the noun behind it."""
    clause = CLAUSE_IN_FRONT.match(title)
    if clause is None or head_of(clause["head"]) != clause["head"]:
        return title
    call = next((d for d in drafts if d.call), None)
    return f"{without_call(call.title)} {clause['head']}" if call is not None else clause["head"]


def _compound(scene: Scene, draft: Draft) -> str | None:
    """«여름 책캠프에 함께할 가족 … 캠프는 25일부터»: the longer word told before it in its paragraph, if only one."""
    head = draft.name.head if draft.name is not None else ""
    if draft.name is None or draft.name.quoted or draft.title != head or not draft.name.span[1]:
        return None
    since = max(scene.paragraph(draft.name.span[0])[0], draft.name.span[0] - COMPOUND_WITHIN)
    before = scene.text[since : draft.name.span[0]]
    found = re.findall(
        rf"(?<![가-힣])((?:[가-힣0-9]{{1,6}}\s)?[가-힣]{{1,4}}{re.escape(head)})(?=[은는이가을를에의로와과도,.])",
        before,
    )
    return found[0] if len({words.split()[-1] for words in found}) == 1 and not CLAUSE.search(found[0]) else None


COMPOUND_WITHIN = 160  # characters
CLAUSE = re.compile(r"[은는을를이가의던할될한된]\s|(?:에서|까지|부터|으로)\s")


LESSON = re.compile(r"(?<=[가-힣])\s\d{1,2}\s?(?:강|회차|차시|탄)$")
TIMES = re.compile(
    r"[’”」』]?\s?(?:[가-힣]{2,6})?(?:을|를|이|가|은|는)\s[^.\n]{0,20}?(?:두|세|네|다섯|여섯|\d{1,2})\s?(?:차례|번|회)"
)


def _counted(scene: Scene, draft: Draft) -> str | None:
    """«‘정체성을 묻다’ 웨비나를 세 차례 연다. 1회는 14일, 2회는 21일 …»: what is said to come several times."""
    for sentence in reversed([s for s in scene.sentences if s.start <= draft.at][-4:]):
        for name in find_names(scene.text, sentence.start, sentence.end):
            if not name.weak and TIMES.match(scene.text, name.span[1], sentence.end):
                return name.title
    return None


def _of_a_call(draft: Draft) -> bool:
    """«ㅇ 미리 듣는 자리 : 2. 13.(木) 15:00, 군청 3층» in a notice that calls: what for stands in its title."""
    bare = draft.name is not None and draft.name.head == "" and not draft.call and draft.parent is None
    return bare and draft.title.endswith(("자리", "시간")) and len(draft.title.split()) <= SHORT + 1


NEXT_ONE = re.compile(
    r"(?:다음|담|차기)\s?(?:번|달|주)?\s?(?:정기\s?)?(?:회의|모임|반상회|월례회|만남)|(?:담|다음)번|다음에?\s(?:모일|만날|여는)\s?(?:날|때)"
)


def _next_one(scene: Scene, draft: Draft) -> bool:
    """«다음 이사회는 10월 11일(목) …»: an instalment is told from the one before by its month."""
    if draft.name is None or draft.name.quoted or not draft.day or "월" in draft.title:
        return False
    return NEXT_ONE.fullmatch(draft.title) is not None or (
        re.search(r"다음(?:번|\s달)?\s$", scene.text[max(0, draft.name.span[0] - 5) : draft.name.span[0]]) is not None
    )


SITTING_BODIES = ("이사회", "총회", "위원회", "대의원회", "회의", "모임", "반상회", "협의회")


def _of_its_month(series: str, draft: Draft) -> str:
    """«2024년 이사회», 4 June → «2024년 6월 이사회»."""
    before, _, last = series.rpartition(" ")
    return f"{before} {draft.day.month}월 {last}".strip() if draft.day is not None else series


def _instalment(scene: Scene, draft: Draft, drafts: list[Draft], base: str) -> str:
    """The series' own name without its number; where that says nothing, the month."""
    head = draft.name.head if draft.name else ""
    first = next((d for d in drafts if d is not draft and d.role == "main" and not d.call), None)
    bare = draft.title.endswith("번")  # «담번은 11월 9일 토욜이에요»
    if NEXT_ONE.fullmatch(draft.title) and first is not None and (bare or first.title.endswith(SITTING_BODIES)):
        return _of_its_month(ORDINAL.sub(" ", MONTH.sub("", first.title)).strip(), draft)
    earlier = [d for d in drafts if d is not draft and not d.call and d.name is not None and d.name.head.endswith(head)]
    own = draft.title != head and draft.title.replace(" ", "") not in GENERIC
    title = ORDINAL.sub(" ", MONTH.sub("", earlier[0].title)).strip() if earlier and head and not own else draft.title
    if title.replace(" ", "") in GENERIC:
        title = with_owner(scene, draft, [draft], "")
    return title if title.replace(" ", "") not in GENERIC or draft.day is None else f"{draft.day.month}월 {title}"


ROUND = re.compile(r"(?:제\s?)?(\d{1,2})\s?(차|회|기)(?=\s|$)")


def _round(title: str) -> str | None:
    match = ROUND.search(title)
    return match[2] if match else None


def _earlier_round(draft: Draft, drafts: list[Draft]) -> str | None:
    """«앞서 1차 상담회는» beside «2018년 제2차 사회적기업 구매상담회» → 2018년 제1차 사회적기업 구매상담회."""
    own = ROUND.search(draft.title)
    later = next((d for d in drafts if d.role == "main" and own and _round(d.title) == own[2]), None)
    if own is None or later is None:
        return None
    return ROUND.sub(lambda m: m[0].replace(m[1], own[1], 1), later.title, count=1)


MONTHLY = ("이사회", "월례회", "운영위원회", "반상회")


def _named_month(scene: Scene, draft: Draft) -> str:
    """«7월 이사회를 같은 날 16시로 당깁니다» → 7월 이사회."""
    if draft.name is None or draft.name.quoted or draft.title not in MONTHLY or not draft.name.span[1]:
        return ""
    month = month_before(scene, draft)
    return f"{month} {draft.title}" if month else ""


MONTH = re.compile(r"(?<!\d)\d{1,2}월(?=\s)")


def _of_month(scene: Scene, draft: Draft, base: str) -> str | None:
    """«6월 모임은» in a report titled «4월 마을모임 후기» → 6월 마을모임."""
    if draft.name is None or not draft.name.weak or not MONTH.search(base) or head_of(base) != draft.name.head:
        return None
    before = re.search(r"(\d{1,2}월)\s?$", scene.text[max(0, draft.name.span[0] - 5) : draft.name.span[0]])
    return MONTH.sub(before[1], base) if before else None


def _needs_parent(draft: Draft) -> bool:
    """«토크콘서트», «실시간 공연»: of a part only a quoted or a long name stands alone."""
    parent = draft.parent.title if draft.parent else ""
    short = (
        _generic(draft)
        or draft.name is None
        or draft.name.head == ""
        or draft.name.weak
        or len(draft.title.split()) < 3
    )
    named = draft.name is not None and draft.name.quoted and draft.name.head not in PARTS
    return (short or (draft.name is not None and draft.name.head in PARTS)) and not named and parent not in draft.title


def _generic(draft: Draft) -> bool:
    bare = draft.title.replace(" ", "")
    without_round = ORDINAL.sub(" ", draft.title).strip().replace(" ", "")
    return bare in GENERIC or without_round in GENERIC or bare in FOUNDING
