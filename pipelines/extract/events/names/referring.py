"""Bare nouns that speak of an event named elsewhere: «행사는 …», «이번 과정은 …», «봄 장터는 …».

A text names its event once (‘협동조합 설립학교’) and goes on with the noun alone (교육은, 과정은). Such a noun is
no name; what it refers to is the event of that family told last, else the name that stands before it without a day.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from pipelines.extract.events.days.occasions import Occasion
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.names.nonames import behind_mark
from pipelines.extract.events.scene import Scene, Sentence, day_of, has_clock, names_day
from pipelines.extract.events.words.heads import CALL_HEADS, GENERIC
from pipelines.extract.events.words.titles import QUOTED, SPEECH, Name, find_names
from pipelines.korean.cued import Cued

FAMILIES = tuple(
    frozenset(words.split())
    for words in (
        "교육 강좌 강의 과정 실전반 기초반 심화반 입문반 초급반 중급반 고급반 창업반 학교 아카데미 교실 스쿨 "
        "특강 학당 캠프 연수 수업 워크숍 워크샵 교육과정 양성과정",
        "축제 한마당 어울마당 페스티벌 페스타 장터 장날 장 마켓 시장 벼룩시장 플리마켓 나눔장터 직거래장터 "
        "판매전 특판전 기획전 특별전 "
        "박람회 페어 엑스포 잔치 주간 대회 바자회 문화제 예술제 마당",
        "포럼 토론회 심포지엄 심포지움 세미나 콘퍼런스 컨퍼런스 집담회 원탁회의 좌담회 공론장 간담회 정담회 대화마당",
        "모임 소모임 회의 정기모임 반상회 독서모임 동아리 월례회",
        "총회 정기총회 임시총회 창립총회 회원총회 대의원총회",
        "설명회 사업설명회 주민설명회 공청회 보고회 공유회 발표회",
        "공연 콘서트 음악회 연주회 토크콘서트 토크쇼 북콘서트",
        "전시 전시회 그림전 사진전 작품전",
        "상담회 구매상담회",
        "대회 경진대회 경연대회 공모전 해커톤",
    )
)
ANYTHING = frozenset(("행사", "프로그램", "일정", "자리"))
SEASON = re.compile(r"^(?:올해|올|이번|이|금년|봄|여름|가을|겨울|새해|본|해당)\s")


def bare(name: Name | None) -> bool:
    """Whether a name is only its noun: «행사», «과정», «봄 장터»."""
    if name is None or name.quoted:
        return False
    return _only_noun(name.title, name.head)


@lru_cache(maxsize=1024)  # asked of each bare noun and of all events told before it
def _only_noun(title: str, head: str) -> bool:
    words = SEASON.sub("", title)
    return words == head or (words in GENERIC and " " not in words)


def alike(one: str, other: str) -> bool:
    """Whether two nouns may speak of one event: 과정 of an 아카데미, 축제 of a 한마당, 행사 of anything."""
    if one in ANYTHING or other in ANYTHING or one == other:
        return True
    return not _families(one).isdisjoint(_families(other))


@lru_cache(maxsize=1024)  # nouns of events are few, and each is compared with those of all events told before
def _families(head: str) -> frozenset[int]:
    """The families that a noun is of."""
    return frozenset(number for number, family in enumerate(FAMILIES) if _within(head, family))


def _within(head: str, family: frozenset[str]) -> bool:
    return head in family or any(head.endswith(word) and len(word) > 1 for word in family)


def refer(scene: Scene, sentence: Sentence, name: Name, moment: Occasion, drafts: list[Draft]) -> Name:
    """The name a bare noun stands for, or the noun itself."""
    if not bare(name) or name.head in CALL_HEADS or PART.search(scene.text[max(0, name.span[0] - 6) : name.span[0]]):
        return name
    if name.title.startswith("본 ") and (main := _main_one(scene, sentence, name)) is not None:
        return main
    told = _told(name, moment, drafts)
    if told is not None:
        return told
    if name.head in ANYTHING:  # «이번 행사를 시작으로 11월 20일에도»: the next of the one event told so far
        whole = [d for d in drafts if d.role == "main" and not d.call and d.name is not None and d.name.quoted]
        return whole[0].name if len(whole) == 1 and whole[0].name is not None else name
    if any(d.name is not None and alike(d.name.head, name.head) for d in drafts if d.role == "main"):
        return name  # of another day: an instalment with a title of its own
    return _named_before(scene, sentence, name) or name


LESSONS = re.compile(r"(?:수업|강의|교육|강좌)(?:은|는)\s")
OPENINGS = re.compile(r"\s?(?:입학식|개강식|입교식|개강)$")


def lessons(scene: Scene, sentence: Sentence, moment: Occasion, drafts: list[Draft]) -> Name | None:
    """«‘돌봄 협동조합 만들기’ 2기 입학식이 있습니다. 수업은 17일부터 수요일마다 …»: the course that was opened."""
    last = next((d for d in reversed(drafts) if d.role == "main" and not d.call and d.name is not None), None)
    topic = LESSONS.match(scene.text, behind_mark(scene, sentence.start, moment.at), moment.at)
    if topic is not None and (last is None or OPENINGS.search(last.title) is None):
        return _joined_before(scene, sentence)
    if last is None or last.name is None or topic is None:
        return None
    title = OPENINGS.sub("", last.title)
    return Name(title, (topic.start(), topic.end() - 2), "과정", True, False) if len(title) > 2 else None


# «‘처음 만드는 협동조합’ 수강생 20명을 모은다», «‘마을기업 첫걸음반’ 신청이 이날 끝난다»
JOINED = re.compile(r"\s?(?:제?\d{1,2}기\s?)?(?:수강생|교육생|수강|참가자|참여자|학생|신청|접수)")


def _joined_before(scene: Scene, sentence: Sentence) -> Name | None:
    """What the text lets people join, told in quotes a few sentences before its lessons."""
    at = scene.number_of(sentence)
    for earlier in reversed(scene.sentences[max(0, at - 5) : at]):
        for match in QUOTED.finditer(scene.text, earlier.start, earlier.end):
            group = match.lastindex or 1
            if JOINED.match(scene.text, match.end()) and not SPEECH.search(match[group]):
                return Name(match[group].strip(), match.span(group), "과정", True, False)
    return None


# «올해 마지막 장을 편다», «다음 장은 9일에 선다»: the market told before, on another day.
MARKET_AGAIN = Cued(
    r"(?<![가-힣])장(?:을|이|은)\s(?:[^.,\n]{0,20}\s)?(?:편다|폅니다|펼친|펼칩|연다|엽니다|열린|열립|선다|섭니다|서고)"
)


def market_again(scene: Scene, moment: Occasion, until: int, drafts: list[Draft]) -> Name | None:
    day, match = day_of(moment.start), MARKET_AGAIN.search(scene.text, moment.times[-1].span[1], until)
    before = [d for d in drafts[-REACH:] if d.name is not None and d.role == "main" and not d.call]
    markets = [d for d in before if d.name is not None and alike(d.name.head, "장터")]
    markets = [
        d for d in markets if d.name is not None and d.name.head.endswith(("장", "장터", "시장", "마켓"))
    ] or markets
    if match is not None and day is not None:
        for draft in markets[-1:]:
            base = MONTH.sub("", draft.title) if draft.day is not None and draft.day.month != day.month else draft.title
            title = base if draft.covers(day) else f"{base} {day.month}월"
            return Name(title, match.span(), draft.name.head, True, False)  # type: ignore[union-attr]
    return None


REACH = 60
"""Events told before, among which a bare noun finds its own: no reader remembers more."""
PART = re.compile(r"(?:다음|지난|앞선|이어진|개막|부대|별도|축하)\s?$")


def _told(name: Name, moment: Occasion, drafts: list[Draft]) -> Name | None:
    day = day_of(moment.start)
    open_day = not names_day(moment.times[0]) or moment.times[0].kind == "recurrence"
    for draft in reversed(drafts[-REACH:]):
        if draft.role != "main" or draft.call or draft.name is None or bare(draft.name):
            continue
        part = (
            draft.last_day != draft.day
            and has_clock(moment.start)
            and not open_day
            and day_of(moment.end) in (None, day)
        )
        hour = has_clock(draft.start) and has_clock(moment.start) and moment.start != draft.start
        part = part or (hour and draft.name.head in ANYTHING and name.head not in ANYTHING)  # «오후 2시 기념식에서는»
        if alike(draft.name.head, name.head) and (open_day or draft.covers(day)) and not part:
            return draft.name
    return None


MONTH = re.compile(r"(?<!\d)\d{1,2}월\s")


def _main_one(scene: Scene, sentence: Sentence, name: Name) -> Name | None:
    """«12월에 열릴 제33차 세계협동조합대회를 앞두고 …. 본 대회는 1일부터 …»."""
    for earlier in scene.sentences[: scene.number_of(sentence)]:
        for found in find_names(scene.text, earlier.start, earlier.end):
            if found.head.endswith(name.head) and not bare(found) and not found.weak:
                return replace(found, span=name.span)
    return None


HEADING = 40
"""Characters of a line that is a heading."""


def _named_before(scene: Scene, sentence: Sentence, name: Name) -> Name | None:
    """«‘2022 창업 아카데미’ 수강생을 … 모집한다. 교육은 3월 22일부터 …»."""
    at = scene.number_of(sentence)
    heading = next(iter(scene.lines_above(sentence.line.start, 1)), None)
    if (
        heading is not None
        and heading.end - heading.start <= HEADING
        and not scene.times_in(heading.start, heading.end)
    ):
        for found in find_names(
            scene.text, heading.start, heading.end
        ):  # «▲ 사진전(시청 로비)» above «전시를 늘립니다»
            if alike(found.head, name.head) and not bare(found) and found.head not in CALL_HEADS:
                return found
    for earlier in reversed(scene.sentences[max(0, at - 5) : at]):
        for found in reversed(find_names(scene.text, earlier.start, earlier.end)):
            if found.quoted and not found.weak and found.head not in CALL_HEADS and alike(found.head, name.head):
                return found
    return _joined_before(scene, sentence) if _within(name.head, FAMILIES[0]) else None
