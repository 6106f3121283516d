"""Places told beside an event where no «에서» says so: right behind its hour, of a visit, of a stall, on a caption."""

from __future__ import annotations

import re
from itertools import pairwise

from pipelines.extract.events.bodies import roles
from pipelines.extract.events.draft import Draft, sentences_of
from pipelines.extract.events.places import venues
from pipelines.extract.events.places.building import VISITS
from pipelines.extract.events.scene import Scene, Sentence, day_of, has_clock, is_dated, names_day
from pipelines.extract.events.words.placewords import PLACE_WORD
from pipelines.extract.events.words.titles import head_of
from pipelines.korean import regions
from pipelines.korean.cued import Cued
from store.records import SpanPair

NO_PLACE = re.compile(
    r"[은는이가을를도]\s|^(?:으로|로|에|을|를|의|과|와)\s|(?:[다요죠까며]|[다라자냐]고|연기|취소|발송|예정|가능|선정|모집|출동|환영|무료)$|\d\s?(?:명|원|팀|분|곳|가족)"
)
LONGEST = 45
"""Characters of a place."""


def look(scene: Scene, draft: Draft) -> None:
    """The place of an event that its clause tells in a form of its own; a course has that of no sitting alone."""
    if draft.rules.get("title") == "course":
        return
    for rule, find in WAYS:
        span = find(scene, draft)
        if span is not None:
            draft.venue = scene.text[slice(*span)]
            draft.note("venue", span, rule)
            return


def is_place(words: str) -> bool:
    """Whether words are a place and nothing else; a word for both («마당», «학교») is one behind another place."""
    bare = re.sub(r"\s?\([^()]*\)$", "", words).strip()
    if not 2 < len(bare) <= LONGEST or PLACE_WORD.search(bare) is None or NO_PLACE.search(bare):
        return False
    if venues.VERB_GO.search(bare):
        return False
    front = bare.split()[:-1]
    return head_of(bare) is None or any(PLACE_WORD.search(word) for word in front)


# «2회차 | 9.6.(화) 14:00-17:00 | 청소년수련관 | 4대 보험», «14일 아침 9시부터 어린이집 마당. 배추 80포기!»
GAP = re.compile(r"(?:부터|까지|에)?\s?[)\]]?\s?(?:[,/|·@—–:：]\s?)?(?:(?:두|세|네) 번(?: 다)?[,\s]\s?|모두\s)?")
PIECE = re.compile(r"\s?(?P<place>[^.,/|·※*—–\n(]{2,48}(?:\([^()\n]{2,30}\))?)\s?(?:[.,/|·※*—–]|\s및\s|$)")
PIECES = 3


def _behind_hour(scene: Scene, draft: Draft) -> SpanPair | None:
    clocks = [t.span for s in _around(scene, draft)[1:] for t in s.times if has_clock(t.start) or t.end is not None]
    for _, told in [*draft.evidence.get("start", ()), *clocks]:
        line = scene.line_at(max(0, told - 1))
        if line is None:
            continue
        at, until = _last_of(scene, told, line.end)
        gap = GAP.match(scene.text, at, until)
        at = gap.end() if gap is not None else at
        for _ in range(PIECES):
            piece = PIECE.match(scene.text, at, until)
            if piece is None:
                break
            if is_place(piece["place"]):
                return venues.trim(scene.text, piece.span("place"))
            if scene.text[piece.end() - 1] in ".※*":
                break
            at = piece.end()
    return None


def _last_of(scene: Scene, at: int, end: int) -> tuple[int, int]:
    """Behind the last of the times that stand together, and where the next day of its line begins."""
    until = end
    for when in scene.times_in(at, end):
        if not re.search(r"[가-힣]{3}", scene.text[at : when.span[0]]) and when.span[0] - at <= 8:
            at = max(at, when.span[1])
        elif is_dated(when) and names_day(when):
            until = when.span[0]
            break
    return at, until


SPOTS = (
    # «옛 제지공장 터에 세운 ‘○○센터’ 개소식을», «옛 방앗간에 마련한 공유부엌의 개소식»
    re.compile(r"에\s(?:(?:지난\s)?\d{1,2}일\s)?(?:새로\s)?(?:세운|들어선|들어서는|지은|차린|마련한|꾸민|문을 연)\s"),
    # «농업인회관을 빌려 창립총회를», «사무실로 차 마시러 오세요»
    re.compile(r"(?:을|를)\s(?:통째로\s|하루\s)?빌려\s"),
    re.compile(
        r"(?:으로|로)\s(?:[가-힣]{1,6}\s){0,3}(?:오세요|오시면|오십시오|와 주세요|나오세요|나와 주세요|놀러 와)"
    ),
    # «주민센터 대강당에 모여 …», «명주상가 3층 다락으로 모입시다»
    re.compile(r"(?:에|으로|로)\s(?:둘러\s?)?(?:모여|모인|모였|모입|모이|둘러앉)"),
    # «문화의집에 초콜릿 가게가 선다», «공원에 스물네 팀이 좌판을 편다», «제방길을 따라 가게가 들어선다»
    re.compile(
        r"(?:에|에는|에도|(?:을|를) 따라)\s(?:[^.,\n]{1,40}?)(?:이|가)\s"
        r"(?:선다|섰다|섭니다|들어선다|들어섰다|들어섭니다|차려진다|차려졌다|펼쳐진다|펼쳐졌다)"
    ),
    re.compile(
        r"(?:에|에는|에도)\s[^.,\n]{1,30}?(?:좌판|판|천막|가게|부스|장|난장|멍석|돗자리)(?:을|를)\s"
        r"(?:편다|폈|펼친|펼쳤|벌인|벌였|차린|차렸|친다|쳤|놓는|놓았|깐다|깔았)"
    ),
    # «도서관 다목적실이고요, …», «청년공작소 1층이었고 …»
    re.compile(r"(?:이고요|고요|이구요|구요|이요|이었고|였고|이었어요|였어요|이었습니다|이에요|예요)(?=[\s.,!]|$)"),
)


def _set_up(scene: Scene, draft: Draft) -> SpanPair | None:
    """«…에 모여», «…에 가게가 선다» in the sentences of an event and the one behind that tells no other day."""
    for sentence in _around(scene, draft):
        for spot in SPOTS:
            for match in spot.finditer(scene.text, sentence.start, sentence.end):
                span = _words_before(scene, sentence, match.start())
                if span is not None and is_place(scene.text[slice(*span)]):
                    return span
    return None


# «행구수변공원 주차장에서 아침 8시에 떠나고 …», «별관 2층에서 만나요.» as the next sentence
STARTS = re.compile(
    r"(?P<place>[가-힣A-Za-z0-9][^.,\n은는이가을를]{2,32}?)에서\s[^.,\n]{0,14}?"
    r"(?:모여|모입|모이|만나|만납|떠나|떠납|출발|시작|합니다|해요|한다|열립|열린|엽니다|열어|진행|나눠|나눕)"
)


def _starts_next(scene: Scene, draft: Draft) -> SpanPair | None:
    if draft.name is not None and draft.name.head in VISITS:
        return None  # whence, not where
    for sentence in _around(scene, draft)[1:]:
        clock = next((t for t in sentence.times if has_clock(t.start)), None)
        if clock is not None and (span := venues.venue_near(scene, sentence, clock.span[1])) is not None:
            return span  # «그날 낮 12시, 8층 옥상에서 밥을 나눠요»
        match = STARTS.match(scene.text, sentence.start, sentence.end)
        if match is not None and is_place(match["place"]):
            return match.span("place")
    return None


def _around(scene: Scene, draft: Draft) -> list[Sentence]:
    """The sentences of an event and those of its line behind it up to one that tells another day."""
    told = sentences_of(scene, draft)
    if not told:
        return []
    behind = scene.sentences_in(told[-1].end, told[-1].line.end)
    following = [s for s in behind if s.start >= told[-1].end][:2]
    for number, sentence in enumerate(following):
        if any(is_dated(t) and names_day(t) for t in sentence.times):
            return [*told, *following[:number]]
    return [*told, *following]


def _words_before(scene: Scene, sentence: Sentence, end: int) -> SpanPair | None:
    """The words right in front of an offset, behind the last time, comma or particle."""
    text = scene.text
    start = max([sentence.start, *(t.span[1] for t in sentence.times if t.span[1] <= end)])
    cuts = [m.end() for m in venues.CUT.finditer(text, start, end) if m.end() < end and not venues.UNCUT.search(m[0])]
    start = cuts[-1] if cuts else start
    cuts = [m.end() for m in SUBJECT.finditer(text, start, end)]
    span = venues.trim(text, venues.after_particle(text, (cuts[-1] if cuts else start, end)))
    return span if span[0] < span[1] else None


SUBJECT = re.compile(
    r"(?:명|분|곳|팀|집|저|나)[은는이가]\s|[가-힣]{2}[은는이가]\s|누구나\s|(?:다 )?함께\s|다 같이\s"
)  # «조합원 열한 명이 …»
# «예산의 마을기업 사과꽃집을 둘러본다», «㈜더하는이웃을 찾아가 …»
VISITED = Cued(
    r"(?:을|를)\s(?:함께\s|직접\s|차례로\s)?(?:둘러|돌아보|찾아가|찾아간|찾는|찾았|찾아 |방문|견학|"
    r"탐방|걷는|걷습|걸었|구경)|"
    r"\s(?:견학|방문)을\s(?:다녀|갑니다|간다|떠)|(?<=[가-힣])(?:으로|로)\s(?:당일|1박\s?2일|하루)[^.\n]{0,6}\s(?:다녀|떠)"
)
SOME = re.compile(
    r"(?:두|세|네|다섯|여섯|몇|여러|\d+)\s?(?:곳|군데)$|"
    r"(?:^|\s)(?:현장|업체|기업|시설|농가|일터|지역|마을|이웃|동네|곳곳)$"
)
KIND = re.compile(
    r"^(?:[가-힣]{2,6}\s){0,2}(?:[가-힣]{2,4}의\s)?(?:예비)?"
    r"(?:마을기업|사회적기업|협동조합|자활기업|소셜벤처)인?\s(?=\S)"
)
WALKS = frozenset(("방문", "체험", "걷기", "산책", "기행", "순례"))


def visited(scene: Scene, draft: Draft) -> SpanPair | None:
    """Where a visit goes, whatever it is called: the object of «둘러본다», «찾아간다» in its own sentence."""
    head = draft.name.head if draft.name is not None else ""
    goes = head in VISITS or head in WALKS or draft.parent is not None
    for sentence in sentences_of(scene, draft):
        for match in VISITED.finditer(scene.text, sentence.start, sentence.end):
            span = _words_before(scene, sentence, match.start())
            words = scene.text[slice(*span)] if span is not None else ""
            if span is None or not 2 < len(words) <= LONGEST or SOME.search(words) or NO_PLACE.search(words):
                continue
            kind = KIND.match(words)
            if not goes and kind is None and not is_place(words) and not roles.bodies_in(scene, span):
                continue
            return (span[0] + kind.end(), span[1]) if kind is not None else span
    return None


CAPTION = re.compile(r"\s?(?:[▲△▼◀▶◁▷]|\[?사진)\s?")
SHOWN = re.compile(r"고\s있(?:다|는 모습)\.?\s?$")


def _on_caption(scene: Scene, draft: Draft) -> SpanPair | None:
    """«▲ 22일 오전 봉황동 가야실마당에서 아이들이 물레를 돌리고 있다»: where what is told of that day took place."""
    for sentence in scene.sentences:
        below = CAPTION.match(scene.text, sentence.line.start) or SHOWN.search(scene.text, sentence.start, sentence.end)
        if below is None or draft.day is None:
            continue
        when = next((t for t in sentence.times if is_dated(t) and names_day(t)), None)
        if when is not None and day_of(when.start) == draft.day:
            return venues.venue_near(scene, sentence, when.span[1])
    return None


def settle_regions(scene: Scene, main: list[Draft]) -> None:
    """«부산 사하구에서 … 주민센터 대강당에 모여»: a place that says the town alone yields to one that says where."""
    for draft in main:
        if draft.call or not only_region(draft.venue) or draft.rules.get("venue", "").startswith("label:"):
            continue
        town, rule, spans = draft.venue, draft.rules.pop("venue", ""), draft.evidence.pop("venue", [])
        draft.venue = None
        look(scene, draft)
        told = next((s for s in _around(scene, draft) if venues.stated_venue(scene, s)), None)
        span = venues.stated_venue(scene, told) if draft.venue is None and told is not None else None
        if span is not None and is_place(scene.text[slice(*span)]):
            draft.venue = scene.text[slice(*span)]
            draft.note("venue", span, "stated")
        if draft.venue is None or only_region(draft.venue):
            draft.venue, draft.rules["venue"], draft.evidence["venue"] = town, rule, spans


SAME_HOUSE = re.compile(r"같은\s(?:건물|곳|장소|센터|회관)\s(?=\S)")
ROOM_ALONE = re.compile(
    r"(?:지하\s?)?\d층(?:\s\S{1,10})?$|(?:로비|옥상|복도|앞마당|뒷마당|주차장|강당|대강당|소강당|회의실|대회의실|소회의실|세미나실|교육장|교육실)$"
)
ROOM = re.compile(
    r"\s(?:(?:지하\s?)?\d{1,2}층|\S{0,6}(?:로비|옥상|복도|마당|주차장|강당|실|홀|방|공연장|극장|마루|교육장|회의장|무대))(?=\s|$).*$"
)


def in_same_house(main: list[Draft]) -> None:
    """«1층 책마루», «같은 건물 국제회의장» behind an event of the same house: a room is called with its house."""
    told = sorted((d for d in main if d.venue), key=lambda d: d.at)
    for before, draft in pairwise(told):
        room = draft.venue or ""
        same = SAME_HOUSE.match(room)
        house = _house_of(before.venue or "")
        apart = before.day != draft.day and same is None
        if (same is None and ROOM_ALONE.match(room) is None) or apart or only_region(house) or not _house(house):
            continue
        draft.venue = f"{house} {room[same.end() :] if same is not None else room}"


def other_room(place: str, room: str | None) -> str:
    """A room of the house that a place lies in («같은 건물 로비»); the place itself without one, or if no house."""
    return f"{_house_of(place)} {room}" if room is not None and not _OPEN.search(place) else place


_OPEN = re.compile(r"(?:일원|일대|거리|골목|둔치)$")


def _house_of(place: str) -> str:
    return ROOM.sub("", place).strip()


def _house(words: str) -> bool:
    return PLACE_WORD.search(words) is not None or words.endswith(("터", "관", "센터"))


def only_region(words: str | None) -> bool:
    """«인천 강화군», «안산»: a place that says in which town, not where."""
    places = regions.find_places(words) if words else ()
    return bool(places) and words is not None and places[0].span[0] == 0 and places[-1].span[1] == len(words)


# «✓ 공부방 : 수원 더함파크 지하1층 배움실», «장소 경남혁신도시 복합혁신센터 다목적강의실»
FIELD = re.compile(
    r"\W{0,4}(?:[가-힣]{0,4}\s?(?:방|곳|데|터|자리|교실|강의실|교육장|위치)\s?[:：=|]|장\s?소)\s{1,4}(?P<place>[^:：/\n]{4,50})"
)


def of_field(scene: Scene, main: list[Draft]) -> None:
    """The one line of a notice that is a field of a place, whatever its label: of all its events."""
    found = [m for line in scene.lines if (m := FIELD.fullmatch(scene.text, line.start, line.end)) is not None]
    found = [m for m in found if is_place(m["place"])]
    for draft in main if len(found) == 1 else ():
        if draft.venue is None and not draft.call and not draft.online:
            draft.venue = found[0]["place"].strip()
            draft.note("venue", found[0].span("place"), "field")


WAYS = (
    ("behind hour", _behind_hour),
    ("visited", visited),
    ("set up", _set_up),
    ("starts", _starts_next),
    ("caption", _on_caption),
)
