"""The words of a place without what its clause says around them: «방과 후에 도서실», «장소는 …», «…으로 결정»."""

from __future__ import annotations

import re

from pipelines.extract.events.draft import Draft
from pipelines.extract.events.places.venues import VERB_GO
from pipelines.extract.events.scene import Scene
from pipelines.extract.events.words.placewords import PLACE_WORD, no_place
from pipelines.extract.events.words.titles import head_of
from pipelines.korean import regions
from store.records import SpanPair

# What no place holds, so that one begins behind it: of 1,575 annotated places only «장곡면에 있는 …» has such a word.
_AHEAD = re.compile(
    r"(?:^|(?<=\s))(?:"
    r"(?:장소|위치|자리|모이는 곳|만나는 곳|곳)(?:은|는|도|만)"
    r"|\S*[가-힣](?:까지|부터|마다|씩|도록|자마자|만에|동안|던)|[하되았었였]던|이면|없으면|\S*(?:[가-힣]{2}[으하되오]면|려면|시면)"
    r"|(?:때|후|뒤|전|낮|밤|아침|저녁|오전|오후|사이|무렵|나절)에(?:는|도)?|\S+에게|따로 모여"
    r"|시간|그대로|그냥|역시|모두|함께|같이|직접|이번에는|올해는|올해도|늘|일찍|조금|(?:신|입|들|메|타|챙기|가지|데리)고"
    r")\s(?!있는\s)"
)
# «잦아든 부산 영도구 …», «있는 센터 교육장»: the last word of a clause about the place
_ABOUT = re.compile(r"(?:있는|있던|열린|열리는|찾은)\s|[가-힣]{1,4}[든난된진한린은]\s")
_BEHIND = re.compile(
    r"(?:(?:으로|로)?\s(?:결정|확정|변경|예정|동일|이동)|(?:이었|였|입)(?:습)?니다|(?<=[가-힣]{2})(?:으로|에서))$"
)
# «기다리지 못해요», «재료값 2만 원도», «바뀐 날짜에도 나오고», «자리도 그대로», «‘위임 이름’ 회신»
_CLAUSE = re.compile(
    r"(?:[\d만천백]\s?원(?:도|은|을)?|[려어아해와]서|[ㄱ-ㅎㅏ-ㅣ]+|[하되이지치르리오가받]고|[지니했됐]다|[어아해세네까예]요|[니습]까|"
    r"남짓|회신|문의|무료|필수|선착순|제출|[하했]다고|[했었았]고|시라|주관|주최|신청|교육|강의|(?<![마가노])[을를]\s[가-힣]{1,3})\W*$"
)
# «따고», «바뀐다», «배추 200포기», «현장 접수 서른 명», «문자로», «변동 없음», «강조!!)», «고장 난 선풍기 고치기»
_OTHER = re.compile(
    r"(?:^[가-힣]{1,3}고|[뀐뀌킨린친]다|[하되히]면|(?:\d|두|세|네|다섯|여섯|일곱|여덟|아홉|열|스무|서른|마흔)\s?(?:명|번|팀|포기|점|개|㎏|kg)|"
    r"기념|광복절|접수|방문|필참|마침|없음|기사|기사님|교육생|문자로|일로|만원|공지|연락|(?:[고리]치|찾|만들|보|듣|쓰|하|배우|나누)기|것|★|[!?]+\)?|♥)$"
)
# «축하 자리 [오천읍», «같습니다(교동 센터 3층 교육실»: half of what a bracket holds
_HALF = re.compile(r"\s?[(\[](?P<inside>[^()\[\]]{2,})$")
_NAME_AHEAD = re.compile(r"[^가-힣A-Za-z0-9]+")
# «느린 장터 옆 경로당» is a place by the place of another event
_BEHIND_NAME = re.compile(r"(?!\s?(?:옆|앞|뒤|마당|광장|터))(?:\([^()]*(?:반|조|줌|회|차)\)|[^가-힣A-Za-z0-9])*")
# «투자자들 앞에서», «우리에서»: before whom, no place
_BEFORE_WHOM = re.compile(r"(?:들|님|분|객|(?<!정)자)\s앞$|^(?:우리|저희|여러분)$")


def settle(scene: Scene, drafts: list[Draft]) -> None:
    """Cuts each told place to what it is; takes away what is none at all."""
    for draft in drafts:
        spans = draft.evidence.get("venue", [])
        if draft.venue is None or not spans or scene.text[slice(*spans[0])] != draft.venue:
            continue  # the place of another event, or put together
        spans[0] = tidied(scene.text, behind_name(scene.text, spans[0], draft.title))
        draft.venue = scene.text[slice(*spans[0])]
        if not draft.venue or is_clause(draft.venue):
            draft.venue = None
            draft.evidence.pop("venue")
            draft.rules.pop("venue", None)


def behind_name(text: str, span: SpanPair, title: str) -> SpanPair:
    """«돌봄 반찬 나눔 | 마을 부엌» of a row: the place behind the event's name, nothing where the name is all."""
    named = _NAME_AHEAD.match(text[slice(*span)])
    start = span[0] + named.end() if named is not None else span[0]
    if not text.startswith(title, start, span[1]) or head_of(title) is None or title.endswith("마당"):
        return span
    rest = _BEHIND_NAME.match(text[start + len(title) : span[1]])
    behind = start + len(title) + (rest.end() if rest is not None else 0)
    place = text[behind : span[1]]
    is_place = not place or PLACE_WORD.search(place) is not None or _is_known(place)
    return (behind, span[1]) if rest is not None and is_place else span


def tidied(text: str, span: SpanPair) -> SpanPair:
    """The place within its words; all of them where nothing would be left."""
    start, end = span
    behind = _BEHIND.search(text[start:end])
    if behind is not None and PLACE_WORD.search(text[start : start + behind.start()]):
        end = start + behind.start()
    ahead = max((m.end() for m in _AHEAD.finditer(text[start:end])), default=0)
    start += ahead if not text.startswith("(", start + ahead) else 0
    half = _HALF.search(text[start:end])
    if half is not None and PLACE_WORD.search(half["inside"]):
        before = text[start : start + half.start()]
        whole = PLACE_WORD.search(before) is not None and not no_place(before)
        start, end = (start, start + half.start()) if whole else (start + half.start("inside"), end)
    about = _ABOUT.match(text, start, end)
    if about is not None and _is_known(text[about.end() : end]):
        start = about.end()
    return (start, end) if end - start > 1 else span


def _is_known(words: str) -> bool:
    """Whether words begin with a region or the short name of a house: «부산 영도구 …», «센터 교육장»."""
    places = regions.find_places(words)
    return (bool(places) and places[0].span[0] == 0) or words.startswith(("센터", "재단", "조합", "본관", "별관"))


def is_clause(words: str) -> bool:
    """Whether words end as a clause does, with no word of places."""
    bare = re.sub(r"\s?\([^()]*\)$", "", words)
    if bare.endswith("그대로") or VERB_GO.search(bare) or _BEFORE_WHOM.search(bare):
        return True
    if PLACE_WORD.search(bare) is not None:
        return False
    return _CLAUSE.search(bare) is not None or _OTHER.search(bare) is not None
