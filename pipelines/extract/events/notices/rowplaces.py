"""Where the event of a row takes place: before or behind its name, in a cell of its own, on the line below."""

from __future__ import annotations

import re

from pipelines.extract.events.draft import Draft
from pipelines.extract.events.fields.rowshapes import BULLET, SENTENCE, Row
from pipelines.extract.events.names import rownames
from pipelines.extract.events.names.rownames import OTHER
from pipelines.extract.events.notices import courses
from pipelines.extract.events.places import beside
from pipelines.extract.events.scene import Scene
from pipelines.extract.events.words.placewords import PLACE_WORD, no_place
from pipelines.extract.events.words.titles import Name, head_of
from pipelines.korean.marks import BARS
from store.records import SpanPair, When

NO_PLACE = re.compile(
    r"^(?:[가-힣]{1,4}\s(?:명|분|팀|집|가족|가구)|[가-힣]{1,6}[할실]\s분은)$|[은는이가을를께와과]\s|(?:[다요음함됨고며]|연기|취소|당번\s\S+|발송|안내|예정|가능|참고|선정|모집)$|^(?:로|으로)\s"
)


def place_by_name(scene: Scene, row: Row, draft: Draft, name: Name, named: SpanPair | None) -> bool:
    """A place right before or behind the name: whether there was one."""
    before = AT_PLACE.fullmatch(scene.text[named[0] : name.span[0]]) if named is not None else None
    surely = before is not None and not no_place(before["place"]) and len(before["place"]) > 2
    if before is not None and named is not None and (surely or PLACE_WORD.search(before["place"])):
        draft.venue = before["place"]  # «- 12월 3일(토) 오후 2시 우리 작업장에서 토란쿠키 시식회»
        draft.note("venue", (named[0], named[0] + len(before["place"])), "row")
    aside = ASIDE.match(scene.text, name.span[1], row.end) if draft.venue is None else None
    if aside is not None and PLACE_WORD.search(aside["place"]):
        draft.venue = aside["place"]  # «10/10(토) 11:00 나눔장터 (당산공원)»
        draft.note("venue", aside.span("place"), "row")
    return draft.venue is not None


NAMED_HOUSE = re.compile(
    r"(?:책방|카페|서점|식당|밥집|찻집|극장|공방|농장|미술관|갤러리)\s[가-힣A-Za-z0-9]{2,8}$"
)  # «책방 심다»


SAME_PLACE = re.compile(r"같은\s(?:곳|장소|자리)에서\s")


AT_PLACE = re.compile(r"(?P<place>[가-힣A-Za-z0-9 ]{2,30}?)에서\s[‘“「『]?")


ASIDE = re.compile(r"\s?\((?P<place>[^(),\d][^(),]{1,24}?)(?:\s모임|\s집결)?(?:,[^()]*)?\)")


PARTICLE = re.compile(r"(?:은|는|에|엔|에는|부터)\s(?=\S)")  # «5월 26일은 단양으로 모내기»


_BEHIND = frozenset(f" \t\u3000|:：,·/-–~([]<>‘’“”'\"→{BARS}")
_BEFORE = _BEHIND | frozenset(")△▲▷▶")


def strip(text: str, span: SpanPair) -> SpanPair:
    start, end = span
    while start < end and text[start] in _BEFORE:
        start += 1
    particle = PARTICLE.match(text, start, end)
    start = particle.end() if particle is not None else start
    while end > start and text[end - 1] in _BEHIND:
        end -= 1
    if end > start and text[end - 1] == ")" and "(" not in text[start:end]:
        end -= 1
    return start, end


def place(scene: Scene, draft: Draft, cells: list[SpanPair], named: SpanPair | None, first: When) -> None:
    for cell in sorted(cells, key=lambda c: beside.only_region(scene.text[slice(*c)])):  # the town last
        if draft.name is not None and courses.is_sitting(draft.name):
            break
        words = re.split(r"\s\(|에서\s|(?<=분은)\s", scene.text[slice(*cell)])[0]
        if cell == named or cell[0] < first.span[1] or OTHER.search(words) or head_of(words) is not None:
            continue
        bare = re.sub(r"\([^()]*\)$", "", words).strip(" ")
        if PLACE_WORD.search(bare) or NAMED_HOUSE.match(bare) or (" " in words and not NO_PLACE.search(bare)):
            span = (cell[0], cell[0] + len(words))
            draft.venue = scene.text[slice(*span)]
            draft.note("venue", span, "row")
            return
    if draft.name is not None and courses.is_sitting(draft.name):
        own = [
            c for c in cells if c[0] >= first.span[1] and scene.text[c[0] - 2 : c[0]].strip() in (",", "/", "|", "@")
        ]
        house = next((c for c in own if rownames.HOUSE.search(scene.text[slice(*c)])), None)
        if house is not None:  # «가. 1차: 2. 11.(화) 14:00, 고창군립도서관 시청각실»
            draft.venue = scene.text[slice(*house)]
            draft.note("venue", house, "row")
            return
        _cell_below(scene, draft)
        return
    below = scene.line_below(draft.until)
    leads = first.span[0] - draft.at <= 4 and not BULLET.match(scene.text[draft.at : draft.until])
    if (
        below is not None
        and not scene.times_in(below.start, below.end)
        and not draft.call
        and _place_line(scene.text[below.start : below.end], leads)
    ):
        lead = BULLET.match(scene.text[below.start : below.end])
        start = below.start + (lead.end() if lead else 0)
        starts = STARTS_AT.search(scene.text, start, below.end)
        if starts is not None:
            draft.venue = starts["place"]
            draft.note("venue", starts.span("place"), "row below")
            return
        span = strip(scene.text, (start, start + len(re.split(r"\s\(", scene.text[start : below.end])[0])))
        draft.venue = scene.text[slice(*span)]
        draft.note("venue", span, "row below")


def _cell_below(scene: Scene, draft: Draft) -> None:
    """«1강», «4월 18일 19:00», «사회적기업의 이해», «청년창작소 2층»: the place of a sitting, one cell a line."""
    named_above = draft.name is not None and draft.name.span[1] <= draft.at
    number = scene.line_number(draft.at) if named_above else None
    line = scene.lines[number + 2] if number is not None and number + 2 < len(scene.lines) else None
    words = scene.text[line.start : line.end] if line is not None else ""
    if line is not None and len(words) <= 30 and PLACE_WORD.search(words.rsplit(" ", 1)[-1]):
        draft.venue = words
        draft.note("venue", (line.start, line.end), "row below")


# «- 월드컵경기장역 2번 출구에서 출발합니다»
STARTS_AT = re.compile(
    r"(?P<place>[가-힣A-Za-z0-9][가-힣A-Za-z0-9 ]{2,28})에서\s(?:출발|모입|모여|만나|만납|시작|합니다|해요)"
)


def _place_line(words: str, unmarked: bool) -> bool:
    """«- 평화동 로컬푸드 카페» on a line of its own below the day."""
    lead = BULLET.match(words)
    if lead and STARTS_AT.search(words):
        return True
    bare = re.split(r"\s\(", words[lead.end() if lead else 0 :])[0].strip(" '\"’‘")
    place = 2 < len(bare) <= 40 and (PLACE_WORD.search(bare) or re.search(r"\d층|카페|센터|회관|공원", bare))
    fits = bool((lead or unmarked) and place) and ":" not in bare
    return fits and not SENTENCE.search(words) and head_of(bare) is None
