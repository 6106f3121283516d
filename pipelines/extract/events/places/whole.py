"""The places of all events of a text that their own clause did not tell: the same as before, told later, of all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise

from pipelines.extract.events.days.uses import PREDICATE
from pipelines.extract.events.draft import Draft, sentences_of
from pipelines.extract.events.fields.labels import BULLETED
from pipelines.extract.events.names.referring import alike
from pipelines.extract.events.places import beside, tidied, venues, whereabouts
from pipelines.extract.events.scene import Scene, Sentence, names_day
from pipelines.extract.events.words.placewords import PLACE_WORD, no_place
from pipelines.korean.cued import Cued
from store.records import SpanPair


def find_places(scene: Scene, drafts: list[Draft]) -> None:
    """Venues of events that name none beside their day, the surest ways first."""
    _same_as_before(scene, drafts)
    main = [d for d in drafts if d.role == "main"]
    _of_all(scene, main)
    _stated(scene, main)
    for draft in _without_place(main):
        _around(scene, draft)
    if main:
        _moved_now(scene, main)
    for draft in _without_place(main):
        _where_named(scene, draft)
    for draft in _without_place(main):
        beside.look(scene, draft)
    beside.settle_regions(scene, main)
    beside.of_field(scene, main)
    tidied.settle(scene, main)
    beside.in_same_house(main)
    _of_parent(main)
    if main and main[0].venue is None and not main[0].call:
        _take_first(scene, main[0], venues.moved_behind, "moved")
    _of_twin(main)
    if main and main[0].venue is None and main[0].parent is None:
        other = next((d.at for d in main[1:] if d.at > main[0].at and d.parent is not main[0]), len(scene.text))
        _take_first(scene, main[0], lambda sc, s: venues.stated_venue(sc, s) if s.start < other else None, "stated")
    tidied.settle(scene, main)
    _by_default(scene, main)
    wholes = {d.parent for d in main}
    for draft in _without_place(main):
        if draft not in wholes:  # what stands near the day of a whole week is where its first part takes place
            whereabouts.look(scene, draft)
    for draft in main:
        if draft.rules.get("title") == "calendar":
            _only_own(draft)


def _without_place(main: list[Draft]) -> Iterator[Draft]:
    return (d for d in main if d.venue is None and not d.call and not d.online)


def _only_own(draft: Draft) -> None:
    """What stands at another day of a calendar is the place of something else."""
    spans = draft.evidence.get("venue", [])
    if draft.rules.get("venue") != "same place" and any(not draft.at <= span[0] < draft.until for span in spans):
        draft.venue = None
        draft.evidence.pop("venue")
        draft.rules.pop("venue")


def _same_as_before(scene: Scene, drafts: list[Draft]) -> None:
    previous: Draft | None = None
    for draft in sorted(drafts, key=lambda d: d.at):
        for sentence in _with_next(scene, draft) if draft.venue is None else ():
            same = venues.says_same(scene, sentence)
            if same is not None and previous is not None and previous.venue:
                before = _alike_before(draft, drafts) or previous
                draft.venue = beside.other_room(before.venue or "", same["room"])
                draft.note("venue", same.span(), "same place")
        previous = draft if draft.venue else previous


def _of_all(scene: Scene, main: list[Draft]) -> None:
    everywhere = of_all(scene) if len(main) > 1 else None
    if everywhere is not None:
        _place_all(scene, main, everywhere)


def _by_default(scene: Scene, main: list[Draft]) -> None:
    """«따로 표시 없으면 송천매장 2층 모임방입니다»: what names no place of its own."""
    for sentence in scene.sentences if len(main) > 1 else ():
        match = UNLESS.search(scene.text, sentence.start, sentence.end)
        if match is not None and PLACE_WORD.search(match["place"]):
            _place_all(scene, main, venues.trim(scene.text, match.span("place")))


def _place_all(scene: Scene, main: list[Draft], where: SpanPair) -> None:
    for draft in _without_place(main):
        draft.venue = scene.text[slice(*where)]
        draft.note("venue", where, "of all")


def _around(scene: Scene, draft: Draft) -> None:
    """In the sentences and lines around its day."""
    _told_later(scene, draft)
    _told_before(scene, draft)
    for look in (_below_head, _line_below, _alone_behind):
        if draft.venue is None:
            look(scene, draft)


def _moved_now(scene: Scene, main: list[Draft]) -> None:
    """«장소는 …로 바뀌었다»: where it is now, but for what a label says; of the event told last in that line."""
    for sentence in scene.sentences:
        moved = venues.now_at(scene, sentence)
        told = [d for d in main if sentence.line.start <= d.at < sentence.end]
        draft = told[-1] if told else main[0]
        if moved is not None and not draft.rules.get("venue", "").startswith("label:"):
            draft.evidence.pop("venue", None)
            draft.venue = scene.text[slice(*moved)]
            draft.note("venue", moved, "moved")


def _of_parent(main: list[Draft]) -> None:
    for draft in main:
        if draft.venue is None and draft.parent is not None and draft.parent.venue and not draft.call:
            draft.venue = draft.parent.venue
            draft.rules.setdefault("venue", "same place")


def _of_twin(main: list[Draft]) -> None:
    """«19일 저녁 7시 / 22일 오전 10시, 두 번 다 침산마을회관»"""
    for one, other in pairwise(main):
        if one.venue is None and other.venue and one.title == other.title and one.at == other.at:
            one.venue = other.venue
            one.rules.setdefault("venue", "same place")


def _take_first(scene: Scene, draft: Draft, look: Callable[[Scene, Sentence], SpanPair | None], rule: str) -> None:
    """The place that the first sentence which tells one tells."""
    span = next((found for s in scene.sentences if (found := look(scene, s)) is not None), None)
    if span is not None:
        draft.venue = scene.text[slice(*span)]
        draft.note("venue", span, rule)


def of_all(scene: Scene) -> SpanPair | None:
    """«장소는 모두 공유부엌입니다»: the place of every event of the text."""
    for sentence in scene.sentences:
        match = venues.STATED.search(scene.text, sentence.start, sentence.end)
        if match is not None and match["all"]:
            return venues.trim(scene.text, match.span("place"))
        match = THE_REST.search(scene.text, sentence.start, sentence.end)
        if match is not None and PLACE_WORD.search(re.sub(r"\([^()]*\)$", "", match["place"])):
            return match.span("place")
        match = ALL_ARE.search(scene.text, sentence.start, sentence.end)
        if match is not None and PLACE_WORD.search(match["place"]) and not NO_PLACE.search(match["place"]):
            return venues.trim(scene.text, match.span("place"))
        match = ALL_AT.search(scene.text, sentence.start, sentence.end)
        if match is not None and not any(t.start is not None for t in sentence.times):
            return venues.with_address(scene.text, venues.trim(scene.text, match.span("place")))
    return None


# «장소를 따로 적지 않은 것은 모두 센터 2층 모둠방(정왕동)입니다»
THE_REST = Cued(
    r"장소[^.\n]{0,20}(?:것|곳|나머지|행사|모임)(?:은|는)\s(?:모두|전부|다)\s(?P<place>[^.,()\n]{3,30}(?:\([^()\n]{2,30}\))?)(?:입니다|이에요|예요|에서)"
)
# «별다른 말이 없으면 모두 센터 열린방(원미로 131)에서 합니다»
ALL_AT = Cued(
    r"(?<![가-힣])(?:모두|전부|둘 다|셋 다|다)\s(?P<place>[^.,()\n은는]{3,30}(?:\([^()\n]{2,30}\))?)"
    r"에서\s(?:합니다|해요|한다|열|진행|모[여이]|만나)",
    cues=r"에서\s(?:합니다|해요|한다|열|진행|모[여이]|만나)",
)
# «둘 다 좌동 터전이고», «자리는 다섯 판 모두 복컴 목공실인데»
ALL_ARE = Cued(
    r"(?:둘 다|셋 다|(?:두|세|네|다섯|여섯|일곱)\s(?:번|판|날|강|회|차례|모임)\s(?:다|모두)|모두)\s"
    r"(?P<place>[^.,()\n은는]{3,30}?)(?:입니다|이에요|예요|이고|인데|이며)(?=[\s.!,]|$)",
    cues=r"[둘셋번판날강회례임]\s(?:다|모두)|모두",
)
UNLESS = Cued(
    r"(?:표시|말|안내|얘기|이야기|설명|언급)[이가은는도]?\s없으면\s(?:모두\s|다\s)?"
    r"(?P<place>[^.,()\n은는]{3,30}?)(?:입니다|이에요|예요|이고|인데|이며|에서)(?=[\s.!,]|$)"
)


def _alone_behind(scene: Scene, draft: Draft) -> None:
    """«… 저녁 7시에 시작합니다. 입장은 반 시간 전부터. 목포시 대의동 갓바위예술창고.»"""
    line = scene.line_at(max(draft.at, 0))
    told = max(draft.until, draft.at)
    for sentence in scene.sentences_in(told, line.end)[:3] if line is not None and told < line.end else ():
        if any(t.start is not None and names_day(t) for t in sentence.times):
            return
        span = alone(scene, sentence) if sentence.start >= told else None
        if span is not None:
            draft.venue = scene.text[slice(*span)]
            draft.note("venue", span, "alone")
            return


def _below_head(scene: Scene, draft: Draft) -> None:
    """«□ 28일(금) 14:00 이음회의» above «… 장소 강릉시청 8층 상황실.»: the lines of an item below its head."""
    head = scene.line_at(max(draft.at, 0))
    mark = BULLETED.match(scene.text, head.start) if head is not None else None
    if head is None or mark is None or draft.until > head.end:
        return
    _, last = scene.paragraph(head.start)
    for sentence in scene.sentences_in(head.end, last):
        if sentence.start < head.end or BULLETED.match(scene.text, sentence.line.start):
            return
        span = _told_in(scene, sentence)
        if span is not None:
            draft.venue = scene.text[slice(*span)]
            draft.note("venue", span, "below")
            return


def _line_below(scene: Scene, draft: Draft) -> None:
    """«2.24(土) 14시» on a line of its own, «평생학습원 지하1층 상상극장» on the next."""
    first = next(iter(draft.evidence.get("start", [])), None)
    line = scene.line_at(first[0]) if first is not None else None
    number = scene.line_number(line.start) if line is not None else None
    if first is None or line is None or number is None or line.end - line.start > first[1] - first[0] + 4:
        return
    below = scene.lines[number + 1] if number + 1 < len(scene.lines) else None
    words = scene.text[below.start : below.end].strip() if below is not None else ""
    fits = 2 < len(words) <= 40 and PLACE_WORD.search(words) and not NO_PLACE.search(words) and ":" not in words
    if below is not None and fits and not scene.times_in(below.start, below.end):
        draft.venue = words
        draft.note("venue", (below.start, below.start + len(words)), "line below")


# «장소 강릉시청 8층 상황실.», «강릉아레나 주차장에 … 가게를 폅니다»
PLACE_FIELD = re.compile(r"(?<![가-힣])(?:장소|곳)\s(?P<place>[가-힣A-Za-z0-9][^.,\n]{2,30}?)\s?(?:\.|$)")
SET_UP = re.compile(
    r"(?P<place>[^.,\n]{2,24}?)에\s[^.\n]{2,40}?(?:폅니다|펴요|폅|차립니다|차려요|엽니다|섭니다|펼칩니다)"
)
# «목포시 대의동 갓바위예술창고.», «센터 2층 모임방.»: a place and nothing else
ALONE = re.compile(r"(?P<place>[가-힣A-Za-z0-9][^.,:\n]{3,36}?)\.?\s?$")


def _told_in(scene: Scene, sentence: Sentence) -> SpanPair | None:
    stated = venues.stated_venue(scene, sentence) or venues.venue_near(scene, sentence, sentence.start)
    if stated is not None:
        return stated
    for pattern in (PLACE_FIELD, SET_UP):
        match = pattern.search(scene.text, sentence.start, sentence.end)
        if match is not None and PLACE_WORD.search(match["place"]):
            return match.span("place")
    return alone(scene, sentence)


def alone(scene: Scene, sentence: Sentence) -> SpanPair | None:
    match = ALONE.match(scene.text, sentence.start, sentence.end)
    fits = match is not None and match.end() >= sentence.end and not sentence.times
    if match is None or not fits or NO_PLACE.search(match["place"]) or not PLACE_WORD.search(match["place"]):
        return None
    return match.span("place") if beside.is_place(match["place"]) else None


NO_PLACE = re.compile(r"[은는이가을를도]\s|(?:[다요죠까])$|\d\s?(?:명|원|팀)")


def _with_next(scene: Scene, draft: Draft) -> list[Sentence]:
    """The sentences of an event and the one behind it that tells no day: «… 모임도 있어요. 장소는 같습니다!»."""
    told = sentences_of(scene, draft)
    behind = next((s for s in scene.sentences if told and s.start >= told[-1].end), None)
    return [*told, behind] if behind is not None and not behind.times else told


def _stated(scene: Scene, main: list[Draft]) -> None:
    """«모이는 곳은 사북역 광장.», «장소는 주민센터 2층이에요» is of the event told last in its paragraph."""
    for sentence in scene.sentences if len(main) > 1 else ():
        since = sentence.line.start
        told = [d for d in main if not d.call and d.at <= sentence.start and (since <= d.at or since < d.until)]
        if not told or told[-1].venue is not None or told[-1].online:
            continue
        span = venues.stated_venue(scene, sentence)
        if span is not None:
            told[-1].venue = scene.text[slice(*span)]
            told[-1].note("venue", span, "stated")


HAPPENS_AT = re.compile(r"에서\s(?:벌어|펼쳐|열리|열린|이어|시작|치러|선보)[^.\n]{0,12}\.?\s?$")


def _told_before(scene: Scene, draft: Draft) -> None:
    """«첫 사업은 구청 앞마당에서 벌어진다. 협의회가 다음 달 3일 … 여는 ‘점심시간 반짝 장터’다.»"""
    before = scene.sentences_above(draft.at, 1)
    for sentence in before if draft.venue is None else ():
        if (
            sentence.times
            or sentence.line.start > draft.at
            or not HAPPENS_AT.search(scene.text, sentence.start, sentence.end)
        ):
            continue
        span = venues.venue_near(scene, sentence, sentence.start)
        if span is not None and sentence.end > sentence.line.start and draft.at < sentence.line.end:
            draft.venue = scene.text[slice(*span)]
            draft.note("venue", span, "told before")


def _alike_before(draft: Draft, drafts: list[Draft]) -> Draft | None:
    """«다음 이사회는 … 같은 장소에서»: where the last of its kind was, not the event told in between."""
    head = draft.name.head if draft.name else ""
    earlier = [d for d in drafts if d.at < draft.at and d.venue and d.name is not None and head]
    return next((d for d in reversed(earlier) if d.name is not None and alike(d.name.head, head)), None)


HELD_AT = re.compile(
    r"에서\s(?:열리는|여는|하는|서는|펼쳐지는|진행되는|진행하는|개최하는|개최되는|열릴)\s?[‘“「『<《]?$"
)

# «‘한낮의 상담소’를 광명전통시장 고객쉼터에서 운영한다»
HELD_BEHIND = re.compile(
    r"[’”」』>》]?(?:을|를|은|는)\s(?P<place>(?:[가-힣A-Za-z0-9]{1,12}\s){0,4}[가-힣A-Za-z0-9]{1,14})에서\s"
    r"(?:[가-힣]{1,8}\s)?(?:운영|열|연다|엽|여는|개최|진행|펼[치쳐친]|마련|갖는|갖고|선보|치르|치른|한다|합니다)"
)


def _where_named(scene: Scene, draft: Draft) -> None:
    """«강릉 월화거리에서 열리는 ‘모두장터’가 올해도 …»: the place stands where the name was first given."""
    if draft.name is None or draft.name.span[1] == 0:
        return
    sentence = scene.sentence_at(draft.name.span[0])
    held = HELD_BEHIND.match(scene.text, draft.name.span[1], sentence.end) if sentence is not None else None
    if held is not None and PLACE_WORD.search(held["place"]) and not no_place(held["place"]):
        draft.venue = held["place"]
        draft.note("venue", held.span("place"), "에서 열리는")
        return
    if sentence is not None and HELD_AT.search(scene.text, sentence.start, draft.name.span[0]):
        span = venues.venue_near(scene, sentence, sentence.start, draft.name.span[0])
        if span is not None:
            draft.venue = scene.text[slice(*span)]
            draft.note("venue", span, "에서 열리는")


@lru_cache(maxsize=1024)  # one for each noun of an event
def _topic(head: str) -> re.Pattern[str]:
    """«개점식은», «이번행사는» as the first words of a sentence."""
    return re.compile(rf"\S{{0,10}}(?:{re.escape(head) or '행사'}|행사)(?:은|는|이|가)\s")


# «첨단동의 작은 국숫집에 마흔 명 남짓이 끼어 앉았다»
CROWD = re.compile(
    r"(?P<place>[^.,\n은는이]{2,30}?)에(?:는|만)?\s[^.,\n]{0,16}?명[^.,\n]{0,16}?(?:모였|모여|앉았|앉아|찾았|찾아|함께했|둘러|몰렸|몰려)"
)


def _told_later(scene: Scene, draft: Draft) -> None:
    """«개점식은 장생포문화창고 1층에서 갖는다» in a later sentence without a day."""
    head = draft.name.head if draft.name else ""
    following = [
        s for s in scene.sentences if s.start >= draft.until and not any(t.start and names_day(t) for t in s.times)
    ]
    past = scene.published is not None and draft.last_day is not None and draft.last_day <= scene.published
    for sentence in following[:1] if past else ():
        crowd = CROWD.match(scene.text, sentence.start, sentence.end)
        if crowd is not None and PLACE_WORD.search(crowd["place"]):
            draft.venue = crowd["place"]
            draft.note("venue", crowd.span("place"), "came to")
            return
    for sentence in following[:3]:
        topic = _topic(head).match(scene.text, sentence.start, sentence.end)
        span = (
            venues.venue_near(scene, sentence, sentence.start)
            if topic and PREDICATE.search(scene.text, sentence.start, sentence.end)
            else None
        )
        if span is not None:
            draft.venue = scene.text[slice(*span)]
            draft.note("venue", span, "에서")
            return
