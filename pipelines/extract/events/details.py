"""What else a reader asks: for whom, how much, whom to call, online or not. One small rule each."""

from __future__ import annotations

import re

from pipelines.extract.events.draft import Draft
from pipelines.extract.events.scene import Scene, names_day
from pipelines.korean.cued import Cued
from store.records import SpanPair

FREE = Cued(
    r"(?:참가비|수강료|입장료|참가료|교육비|관람료|비용|회비)(?:는|은|가)?\s?(?:없|무료|"
    r"받지 않)|(?:참가|입장|수강|관람|교육)(?:은|는)?\s?무료|무료로\s(?:진행|열|참가|참여|"
    r"들을|운영)|전액 무료|무료(?:다|이다|입니다)\.?",
)
FEE = Cued(
    r"(?P<what>참가비|수강료|입장료|참가료|재료비|교재비|체험비|회비|관람료|교육비)(?:는|"
    r"은|가)?\s?(?:1인당\s|한 사람에\s|팀당\s)?(?P<sum>\d[\d,]{0,9}\s?(?:만|"
    r"천)?\s?\d{0,4}\s?원)",
)
AUDIENCE = Cued(
    r"(?:대상은|참가 대상은|교육 대상은|신청 대상은|모집 "
    r"대상은)\s(?P<who>[^.\n]{3,60}?)(?:이며|이고|이다|으로|다\.|\.|$)|"
    r"(?P<open>(?:[가-힣·]{1,16}\s){0,6}누구나)(?=\s(?:참여|참가|신청|올|들을|와|함께))",
)
ONLINE = Cued(
    r"비대면(?:으로|\s(?:방식|행사|포럼|총회|온라인))|온라인(?:으로|에서)?\s(?:열|개최|"
    r"진행|치러|치른|공개|생중계|중계|포럼|총회|교육|강좌|설명회|행사|박람회|강연)|"
    r"유튜브(?:로|에서|\s(?:채널|생중계|라이브|실시간|‘))|(?:(?<![가-힣])줌|Zoom|ZOOM|"
    r"zoom)(?:으로|\s?\(|을 (?:통해|이용)|에서|\s회의|\s화상)?|화상(?:으로|회의)|웨비나|"
    r"메타버스|랜선|실시간 (?:중계|송출|방송)|쇼핑\s?(?:라이브|생방송)|"
    r"인터넷(?:으로|에서)\s(?:열|연|엽|만|진행|중계|판|본|볼)|"
    r"인터넷\s(?:화상|생방송|방송)|(?<=에 )화면으로\s|화면으로\s(?:만[나난납]|열|연|엽|듣|모|진행|함께)|"
    r"온라인\s(?=[/|·])",
)
ONLINE_NAME = re.compile(r"온라인|랜선|웨비나|라이브|비대면|메타버스")
REACH = 160
"""Characters behind the last sentence of an event that still tell of it: «· 방식: 줌(Zoom)으로 만나요»."""
NOT_ONLINE = re.compile(
    r"유튜브[^.\n]{0,14}(?:없|않)|중계는 없|온라인(?:에서|으로)?\s?(?:신청|접수|등록|"
    r"예약)|온라인으로 바뀔 수|온라인 판로|온라인몰|온라인 소통|촬영|편집|크리에이터"
)
OFFICE = re.compile(r"(?<!\d)0\d{1,2}[)\-. ]{1,3}\d{3,4}[-. ]?\d{4}(?!\d)")
CONTACT_CUE = Cued(r"문의|신청|전화|연락|☎|담당|접수")


def fill(scene: Scene, drafts: list[Draft]) -> None:
    """Details of the article belong to its first main event; its parts inherit being online."""
    main = [d for d in drafts if d.role == "main"]
    if not main:
        return
    first = main[0]
    _fee(scene, first)
    _audience(scene, first)
    _contact(scene, first)
    for draft in main:
        _online(scene, draft, lone=len(main) == 1)
    for draft in main:
        if draft.parent is not None and draft.parent.online and draft.venue is None:
            draft.online = True


def _fee(scene: Scene, draft: Draft) -> None:
    if draft.fee is not None:
        return
    told = FREE.may_fit(scene.text) or FEE.may_fit(scene.text)
    for line in scene.lines if told else ():
        free, fee = FREE.search(scene.text, line.start, line.end), FEE.search(scene.text, line.start, line.end)
        if fee is not None:
            draft.fee = re.sub(r"\s+", " ", fee["sum"])
            draft.note("fee", fee.span(), "fee")
            return
        if free is not None:
            draft.fee = "무료"
            draft.note("fee", free.span(), "free")
            return


def _audience(scene: Scene, draft: Draft) -> None:
    if draft.audience is not None:
        return
    for line in scene.lines if AUDIENCE.may_fit(scene.text) else ():
        match = AUDIENCE.search(scene.text, line.start, line.end)
        if match is not None:
            which = "who" if match["who"] else "open"
            draft.audience = match[which].strip()
            draft.note("audience", match.span(which), "대상")
            return


def _contact(scene: Scene, draft: Draft) -> None:
    """An office line only: mobile numbers are personal (010…) and never leave the room."""
    for line in scene.lines if CONTACT_CUE.may_fit(scene.text) else ():
        if not CONTACT_CUE.search(scene.text, line.start, line.end):
            continue
        match = OFFICE.search(scene.text, line.start, line.end)
        if match is not None and not match[0].startswith("01"):
            draft.contact = match[0]
            draft.note("contact", match.span(), "office")
            return


def _online(scene: Scene, draft: Draft, lone: bool) -> None:
    spans: list[SpanPair] = [(draft.at, max(draft.until, draft.at))]
    if draft.venue is not None and re.search(r"온라인|유튜브|(?<![가-힣])줌|[Zz]oom|ZOOM|화상|비대면", draft.venue):
        draft.online = True
    if ONLINE_NAME.search(draft.title) and not draft.call:
        draft.online = True
    spans.append((spans[0][1], _told_until(scene, spans[0][1])))
    if lone:
        spans += [(s.start, s.end) for s in scene.sentences]
    for start, end in spans:
        match = ONLINE.search(scene.text, start, end)
        if match is not None and not NOT_ONLINE.search(
            scene.text, max(start, match.start() - 4), min(end, match.end() + 24)
        ):
            draft.online = True
            draft.note("online", match.span(), "online")
            return


def _told_until(scene: Scene, since: int) -> int:
    """Where what is told behind an event ends: with its paragraph, before the sentence of another day."""
    blank = scene.text.find("\n\n", since)
    until = min(since + REACH, blank if blank >= 0 else len(scene.text))
    other = next((t for t in scene.times_in(since, until) if names_day(t) and t.start is not None), None)
    if other is not None:
        until = next((s.start for s in scene.sentences_in(*other.span)), other.span[0])
    return max(since, until)
