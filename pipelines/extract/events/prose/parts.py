"""What is done at an hour or on a day of a longer event, whatever it is called: «첫날 저녁 7시 … 환영의 밤을 열고,
6일과 7일에는 … 일손을 보탠다. 마지막 날 오전 10시에는 … 폐막 회의를 갖는다».

::

    clause behind the time ─► quoted name ─► thing held («환영의 밤» + 열다) ─► thing done («일손» + 보태다)

No noun of an event is needed: the event in focus makes its parts events, its days and hours say which clauses are.
A new verb is one word in `HELD`, `HAPPENS` or `DONE`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipelines.extract.events.days.occasions import Occasion
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.scene import Scene, Sentence, day_of, has_clock, names_day
from pipelines.extract.events.words.titles import QUOTED, SPEECH, Name, head_of
from pipelines.korean.cued import Cued
from pipelines.korean.verbs import any_of, nominal, stem_of

HELD = (
    "열", "갖", "가지", "하", "개최하", "마련하", "펼치", "벌이", "치르", "진행하", "차리", "꾸리", "선보이",
    "준비하", "이어가", "곁들이", "잇", "운영하", "꾸미", "실시하", "방송하", "중계하",
)  # fmt: skip
"""«‘…’을 열다»: the object is the event."""
HAPPENS = (
    "열리", "이어지", "펼쳐지", "진행되", "마련되", "시작되", "시작하", "있", "서", "벌어지", "잇따르",
    "기다리", "준비되", "오르", "잡히", "예정되", "개최되", "이뤄지", "이루어지", "출발하", "막을 올리",
    "흥을 돋우", "흥을 더하", "손님을 맞", "관객을 만나", "관객을 맞", "무대에 오르", "자리를 잇",
)  # fmt: skip
"""«…이 열리다»: the subject is the event."""
DONE = (
    "둘러보", "돌아보", "살펴보", "찾아가", "찾", "방문하", "견학하", "탐방하", "걷", "만들", "배우", "익히",
    "나누", "심", "캐", "따", "거두", "담그", "빚", "굽", "줍", "돕", "보태", "맛보", "읽", "부르", "연주하",
    "공연하", "토론하", "겨루", "듣", "그리", "짓", "고치", "닦", "쓸", "치우", "청소하", "체험하", "즐기",
    "달리", "뛰", "나르", "뿌리", "논의하", "이야기하", "발표하", "시연하", "상영하", "관람하", "맞바꾸",
    "교환하", "끓이", "볶", "삶", "찧", "엮", "꿰매", "틀", "물들이", "다듬",
)  # fmt: skip
"""«일손을 보태다»: what is done is the event, its name object and verb."""

PLAYS = any_of(HAPPENS)
HOLDS = any_of(HELD)
DOES = any_of(DONE)
ADVERB = r"(?:[가-힣]{1,5}(?:게|히|로|서|고|어|아|며|씩)\s|함께\s|따로\s|직접\s|먼저\s|다시\s|같이\s|더\s|또\s)?"
NOUNS = r"(?P<what>[가-힣A-Za-z0-9·()]+(?:\s[가-힣A-Za-z0-9·()]+){0,5})"
THING_HELD = re.compile(rf"{NOUNS}(?:을|를|도|과|와)\s{ADVERB}(?:{HOLDS})")
THING_HAPPENS = re.compile(rf"{NOUNS}(?:이|가|은|는|도)\s(?:[가-힣0-9]{{1,8}}에서\s)?{ADVERB}(?:{PLAYS})")
THING_OPENS = Cued(rf"{NOUNS}(?:으로|로)\s(?:문|막|장|행사|첫날)을\s(?:열|올리|시작하)")
"""«풍물패 길놀이로 문을 열고»."""
THING_DONE = re.compile(rf"{NOUNS}(?:을|를|도)\s{ADVERB}(?P<verb>{DOES})")
NAMED = re.compile(r"[은는이가을를도으로과와,\s]")
# What is said with the same verbs and is no part: «문을 열고», «자리를 마련하고», «3천 명이 찾고».
NOTHING = re.compile(
    r"(?:^|\s)(?:문|막|장|입|답|손|뜻|표|상|값|돈|식사|점심|저녁|밥|것|수|때|등|땀|명|개|곳|팀|표|비|눈|이야기꽃|버스|행사|"
    r"(?<![가-힣]\s)시간|(?<![가-힣]\s)자리|[한두세네몇]\s시간|발길|운영|마감|시작|하루|의견|결과|얼굴|눈길|호응|성황|기록|매출|문의|신청|접수|등록|관심|사람|주민|시민|조합원|학생|어린이)$"
    r"|(?:\d\s?(?:명|개|곳|팀|가지|원)|명단|합격자|상금|비용|예산|기업|참가자|참여자|조합|단체|센터|재단|회사|합창단|악단|밴드|극단|"
    r"협회|연합회|이사장|대표|위원장|장관|시장|군수|구청장)$"
)
PARTICLE = re.compile(
    r"(?:에서|에서는|에는|에|은|는|이|가|을|를|으로|로|와|과|부터|까지|께|에게|[한된는던운린진할될]|하고|해|여|며|고|서|"
    r"나눠|모여|따라|통해|위해|이어|함께|직접|따로|다시|먼저|차례로|\d[명곳개팀]|[가-힣]아|[가-힣]어|엔)$"
)
KEEPS = re.compile(r"(?:의|마을|어린이|나들이|놀이|이야기|먹거리|맞이|길놀이|사이|살이|거리|사과|효과|고구마와)$")
LONGEST = 26
VISITS = frozenset(["견학", "탐방", "답사", "나들이", "소풍", "여행", "산행", "등반", "야유회", "투어", "연수"])
"""Their stations are no events: «10시쯤 도착해서 방송국을 둘러봤어요»."""


def part_of(scene: Scene, moment: Occasion, until: int, drafts: list[Draft]) -> Name | None:
    """The name of what its clause tells to be done within the event in focus; None where nothing is."""
    whole = focus(moment, drafts)
    if whole is None or whole.name is None or whole.name.head in VISITS:
        return None
    own = _as_part(told(scene, moment.times[-1].span[1], until))
    at = next((n for n, s in enumerate(scene.sentences) if s.start <= moment.at < s.end), 0)
    before = scene.sentences[at - 1] if at else None
    if own is None and before is not None and not before.times and before.end > before.line.start:
        return _as_part(_prepared(scene, before))
    return own


HELD_FOR_SURE = any_of(tuple(s for s in HELD if s not in ("하", "가지", "준비하", "잇", "꾸리", "차리")))
SURELY_HELD = Cued(rf"{NOUNS}(?:을|를|도)\s{ADVERB}(?:{HELD_FOR_SURE})")


def held(scene: Scene, since: int, until: int) -> Name | None:
    """«12월 4일에는 진주에서 송년의 밤을 마련한다»: what is held on a day of its own, whatever it is called."""
    for match in SURELY_HELD.finditer(scene.text, since, until):
        name = _name(scene, match)
        if name is not None and not COUNTED.search(name.title):
            return name
    return None


COUNTED = re.compile(
    r"^(?:\d|[가-힣]+\s(?:기업|업체|부스))|"
    r"(?:계획|정책|지원|사업|방안|대책|협의체|기금|서비스|활동|캠페인|일자리|가게|(?<!판)매장|공간)$"
)


def _as_part(name: Name | None) -> Name | None:
    return replace(name, part=True) if name is not None else None


PREPARES = any_of(("곁들이", "마련하", "준비하", "잡"))
PREPARED = re.compile(rf"{NOUNS}(?:을|를|도)\s(?:[가-힣0-9]{{1,4}}\s(?:차례|번|가지)\s)?(?:{PREPARES})")


def _prepared(scene: Scene, before: Sentence) -> Name | None:
    """«생방송도 네 차례 곁들인다. 9일과 10일 … 저녁 8시 … 한 시간씩 진행하며»: named a sentence before its days."""
    match = PREPARED.search(scene.text, before.start, before.end)
    return _name(scene, match) if match is not None else None


def focus(moment: Occasion, drafts: list[Draft]) -> Draft | None:
    """The event told before that a moment lies within: another day of its run, or an hour of its own that day."""
    day = day_of(moment.start)
    for draft in drafts:
        if draft.role != "main" or draft.call or draft.parent is not None or not draft.covers(day):
            continue
        several = draft.last_day != draft.day
        if moment.recurrence or (day_of(moment.end) not in (None, day) and not _shorter(moment, draft)):
            continue
        if several or (has_clock(moment.start) and moment.start != draft.start and not names_day(moment.times[0])):
            return draft
        if has_clock(moment.start) and has_clock(draft.start) and moment.start != draft.start:
            return draft
    return None


def _shorter(moment: Occasion, draft: Draft) -> bool:
    """«6일과 7일에는» of a run from the 5th to the 8th."""
    first, last = day_of(moment.start), day_of(moment.end)
    if first is None or last is None or draft.day is None or draft.last_day is None:
        return False
    return has_clock(moment.start) or 2 * (last - first).days < (draft.last_day - draft.day).days


def told(scene: Scene, since: int, until: int) -> Name | None:
    """A quoted name, a thing held, a thing done in a stretch of text."""
    for match in QUOTED.finditer(scene.text, since, until):
        inner = match[match.lastindex or 1]
        if not SPEECH.search(inner) and len(inner) <= LONGEST and NAMED.match(scene.text, match.end()):
            return Name(inner.strip(), match.span(match.lastindex or 1), head_of(inner) or "", True, False)
    for pattern in (THING_OPENS, THING_HELD, THING_HAPPENS, THING_DONE):
        for match in pattern.finditer(scene.text, since, until):
            name = _name(scene, match)
            if name is not None:
                return name
    return None


def thing_in(words: str) -> str:
    """The noun at the end of a clause with what belongs to it: «커먼즈필드 춘천에서 환영의 밤» → 환영의 밤."""
    parts = words.split()
    first = next((n for n in range(len(parts) - 1, 0, -1) if _ends(parts[n - 1])), 0)
    return " ".join(parts[first:])


def _name(scene: Scene, match: re.Match[str]) -> Name | None:
    thing = thing_in(match["what"])
    if not 2 <= len(thing) <= LONGEST or NOTHING.search(thing) or thing.isdigit():
        return None
    start = match.end("what") - len(thing)
    if "verb" not in match.re.groupindex:
        return Name(thing, (start, match.end("what")), head_of(thing) or "", False, False)
    stem = stem_of(match["verb"], DONE)
    return Name(f"{thing} {nominal(stem)}", (start, match.end("what")), "", False, False) if stem else None


def _ends(word: str) -> bool:
    return KEEPS.search(word) is None and PARTICLE.search(word) is not None
