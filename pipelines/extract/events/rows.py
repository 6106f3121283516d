"""Events told in rows: an outline of a post, a flattened table, «△북부 2월 20일 오후 2시 파주문화원».

::

    row ─► cells between its times ─► name (before the time, or on the line above) · place · window
                                 └─ no event noun: the series spoken of last + the cell («… 설명회 전주권»)

A row is no sentence. What a labelled field tells is left to `notice`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise

from pipelines.extract.events import status, venues
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.headlines import clean_title
from pipelines.extract.events.heads import CALL_HEADS, EXAMS
from pipelines.extract.events.labels import Label, labelled
from pipelines.extract.events.scene import Scene, at_clock, covering, has_clock, is_dated, names_day
from pipelines.extract.events.titles import Name, find_names, head_of, tidy
from pipelines.extract.events.uses import Use
from store.records import SpanPair, When

LONGEST = 140
SENTENCE = re.compile(
    r"[다요죠까]\s?[.!?~^ㅎㅋㅠ]+|(?:습니다|합니다|니다|어요|해요|예요|세요|한다|된다|열린다|했다)\s?[.!?~)]*$"
)
MARKS = re.compile(r"[△▲▷▶◇◆▪◾]\s?")
BULLET = re.compile(r"^\s?(?:[□■○●◦◎◇◆▲△▶▷•·\-–—*+✔☞①-⑳ㅇo|❍⦁▪▣]\s?|\d{1,2}[.)]\s?|[가-하][.)]\s|안건\s?\d{0,2}[.:]?\s|"
                    r"\d{1,2}호\s?안건[.:]?\s?|[\[(<【〈]\s?){1,3}")  # fmt: skip
CELL = re.compile(r"\s?[|/;,\t]\s?|\s?[:：]\s|\s[-–—]\s|\s?(?:->|→|⇒)\s?|\s{3,}")
TAIL = re.compile(r"\s?(?:개최의 건|개최 건|의 건|건|안건|안내|개최|일정|예정)\s?$")
APPLY = re.compile(r"접수|신청|모집|마감|등록|응모|까지")
OTHER = re.compile(
    r"\d\s?[만천]\s?원|재료비|교재비|\d\s?(?:명|원|팀|개소|개사|가족|분|부|점|인)(?:\s|$|\))|무료|유료|선착순|"
    r"문의|예약|주관|주최|후원|준비물|"
    r"참가비|회비|"
    r"변동없음|미정|그대로|^\(|줌|온라인|만나요|같은 |Zoom|ZOOM|강사|까지$|현재|기준|누적"
)
CANCELLED = re.compile(r"(?:->|→|⇒|:)\s?취소|취소$|취소[,)\s]")
BEGINS = re.compile(r"\s?(?:부터|에)?\s?(?:시작|개강|첫)")
SHIFTED = re.compile(r"(?:->|→|⇒)\s?(?:취소|\d)")
MOVED = re.compile(r"^\)?\s?(?:->|→|⇒)\s?")
SITTING = re.compile(r"^(?:제\s?)?\d{1,2}\s?(?:강|회차|회|차시|주차|차)$")
# What is decided or done behind closed doors on a day is nothing to attend: «결과 발표», «최종 선정», «첫 출근».
DECIDED = re.compile(
    r"결과|합격|선정|통보|출근|입금|납부|환불|서류|발표$|현황|배포|개별\s?(?:연락|안내)|지급|정산|제출"
)
CALL_ROW = re.compile(r"(?:모집|공모|접수|신청|예약)$")
NO_NAME = re.compile(r"[은는이가을를]\s|^\(?(?:수정|변경|정정|기존|당초|바뀐|조정)|[:：]")


@dataclass(frozen=True, slots=True)
class Row:
    start: int
    end: int
    times: tuple[When, ...]
    marked: bool  # bullet, cell border or mark in front
    inline: bool = False  # one of several marks in one line


def read_rows(scene: Scene, uses: list[Use], labels: tuple[Label, ...], notices: list[Draft]) -> list[Draft]:
    """Drafts of all rows with a day in them, in reading order."""
    taken = [_label_line(scene, label) for label in labels]
    taken += [label.value for label in labels if label.field != "other"]  # «일정표» heads the rows below it
    idle = {use.when.span for use in uses if use.use == "none"}  # «2019. 11. 1. 현재», «8월 말 기준»
    taken += [(d.at, d.until) for d in notices]
    covered = covering(taken)
    rows = [r for r in _rows(scene, idle) if not covered(r.times[0].span[0])]
    drafts: list[Draft] = []
    agenda = _agenda(scene)
    for row in rows:
        alone = len(rows) == 1
        draft = _draft(scene, row, alone, len(rows), row.start in agenda)
        if draft is None or (notices and (draft.name is None or draft.name.weak)):
            continue
        drafts.append(draft)
    return drafts


def _agenda(scene: Scene) -> set[int]:
    """Where lines begin with a day, three or more on end: a calendar of the month, whatever its items are called."""
    found: set[int] = set()
    run: list[int] = []
    for line in [*scene.lines, None]:
        first = next((t for t in scene.times_in(line.start, line.end) if _tells_day(t)), None) if line else None
        if line is not None and first is not None and first.span[0] - line.start <= LEADS:
            run.append(line.start)
        else:
            found |= set(run) if len(run) > 2 else set()
            run = []
    return found


LEADS = 4
"""Characters of a bullet in front of a day."""


def _label_line(scene: Scene, label: Label) -> SpanPair:
    line = next((ln for ln in scene.lines if ln.start <= label.at < ln.end), None)
    return (line.start, line.end) if line else label.value


def _rows(scene: Scene, idle: set[SpanPair]) -> list[Row]:
    found = []
    for line in scene.lines:
        inside = [t for t in scene.times_in(line.start, line.end) if t.span not in idle]
        if not any(_tells_day(t) for t in inside):
            continue
        words = scene.text[line.start : line.end]
        marks = [m.start() for m in MARKS.finditer(words)]
        borders = [*marks, len(words)] if len(marks) > 1 else [0, len(words)]
        for a, b in pairwise(borders):
            part = words[a:b].rstrip(" .")
            span = (line.start + a, line.start + a + len(part))
            times = tuple(t for t in inside if span[0] <= t.span[0] < span[1])
            if (
                not any(_tells_day(t) for t in times)
                or len(part) > LONGEST
                or (SENTENCE.search(re.sub(r"\([^()]*\)$", "", part)) and not SHIFTED.search(part))
            ):
                continue
            found.append(Row(*span, times, BULLET.match(words) is not None or len(marks) > 1, len(marks) > 1))
    return found


def _tells_day(when: When) -> bool:
    return (is_dated(when) and names_day(when)) or (when.kind == "recurrence" and when.start is not None)


def _draft(scene: Scene, row: Row, alone: bool, rows: int, listed: bool) -> Draft | None:
    text = scene.text
    dated = [t for t in row.times if _tells_day(t)]
    windows = [t for t in dated if APPLY.match(text[t.span[1] : row.end].lstrip(" )"))]
    dated = [t for t in dated if t not in windows]
    windows += [t for t in row.times if t.start is None and t.end is not None]  # «★정원 15명, 5/9 마감»
    begins = dated[0].kind == "recurrence" if dated else False  # «매주 수요일 오전 10시 (5월 4일 시작)»
    if not dated or (len(dated) > 1 and not begins and not MOVED.match(text[dated[0].span[1] : dated[1].span[0] + 1])):
        return None  # several days in one row: prose reads them one by one
    first = dated[0]
    cells = _cells(text, row)
    before = [c for c in cells if c[1] <= first.span[0]]
    if row.inline and not before:
        return None  # «△27일 어린이 그림전 개막 △28일 …» reads like prose
    named = next((c for c in before if _is_name(text[slice(*c)])), None) or next(
        (c for c in cells if c[0] >= first.span[1] and _is_name(text[slice(*c)])), None
    )
    name = _name(scene, row, named) if named else None
    if name is None and listed and not before and (name := _item(scene, row, cells, first)) is not None:
        named = next(c for c in cells if c[0] == name.span[0])
    if name is None and not before:
        name = _above(scene, row, rows)
    if name is None and rows > 1 and before:
        name = _own_word(scene, row, before[0])
    if name is None:
        name = _of_series(scene, row, before, alone)
    if name is None or not _fits(scene, row, first):
        return None
    draft = Draft(name.title, name, at=row.start, until=row.end)
    draft.note("title", name.span, "row")
    _times(scene, draft, row, dated)
    if CALL_ROW.search(name.title) and draft.end is not None:  # «2. 시민펀드 모집 : 10월 8일부터 11월 2일까지»
        draft.call = True
        draft.application_start, draft.application_deadline = draft.start, draft.end
        return draft
    for window in windows:
        draft.application_start = window.start if window.end else None
        draft.application_deadline = window.end or window.start
        draft.note("application_deadline", window.span, "row")
    _place(scene, draft, cells, named, first)
    return draft


def _fits(scene: Scene, row: Row, first: When) -> bool:
    """A row begins with its mark or its time; «2024.5.3 홍길동» of a list of posts is none."""
    return row.marked or first.span[0] - row.start <= 40


def _cells(text: str, row: Row) -> list[SpanPair]:
    """The words between the times and separators of a row."""
    cells: list[SpanPair] = []
    at = row.start
    lead = BULLET.match(text[row.start : row.end])
    at += lead.end() if lead else 0
    for a, b in [*(t.span for t in row.times), (row.end, row.end)]:
        piece = at
        for cut in [*CELL.finditer(text, at, max(at, a)), None]:
            end = cut.start() if cut else max(at, a)
            span = _strip(text, (piece, end))
            if span[1] - span[0] > 1:
                cells.append(span)
            piece = cut.end() if cut else piece
        at = max(at, b)
    return cells


def _strip(text: str, span: SpanPair) -> SpanPair:
    start, end = span
    while start < end and text[start] in " \t|:：,·/-–~()[]<>‘’“”'\"→△▲▷▶":
        start += 1
    while end > start and text[end - 1] in " \t|:：,·/-–~([]<>‘’“”'\"→":
        end -= 1
    if end > start and text[end - 1] == ")" and "(" not in text[start:end]:
        end -= 1
    return start, end


def _is_name(words: str) -> bool:
    words = TAIL.sub("", words)
    head = head_of(words)
    if DECIDED.search(words):
        return False
    return head is not None and head not in CALL_HEADS and len(words) > (1 if head in EXAMS else 2)


def _name(scene: Scene, row: Row, cell: SpanPair) -> Name:
    words = clean_title(TAIL.sub("", scene.text[slice(*cell)]))
    return Name(words, cell, head_of(words) or "", False, False)


# A house and nothing else; «정리», «걷기로» end like villages and roads.
HOUSE = re.compile(
    r"(?:센터|회관|강당|광장|공원|[시구군도]청|대학교?|도서관|복지관|문화원|문화관|체육관|기념관|미술관|극장|홀|호텔|"
    r"회의실|교육장|교육실|강의실|세미나실|카페|책방|캠퍼스|주차장|\d층|\d호|[가-힣]{2}역|행정복지센터)$"
)
ITEM_END = re.compile(r"\s*[★☆※@◆◇(\[『「<《]")
NO_ITEM = re.compile(r"휴무|휴관|휴일|연휴|방학|쉽니다|쉼$|마감|접수|신청|등록|납부|입금|발표|결과")


def _item(scene: Scene, row: Row, cells: list[SpanPair], first: When) -> Name | None:
    """«5/8(목) 14:00~16:00 새내기 조합 세무 한판 정리»: what stands behind the day and hour of a calendar's line.

    Behind the days of one course or of a tour stand places: such rows are named by their series.
    """
    cell = next((c for c in cells if c[0] >= first.span[1]), None)
    words = ITEM_END.split(scene.text[slice(*cell)])[0].strip() if cell is not None else ""
    if cell is None or len(words) < 3 or any(p.search(words) for p in (NO_ITEM, DECIDED, OTHER, HOUSE)):
        return None
    return Name(clean_title(words), (cell[0], cell[0] + len(words)), head_of(words) or "", False, False)


def _above(scene: Scene, row: Row, rows: int) -> Name | None:
    """«1호 안건. 8월 벼룩장터 개최의 건» above «- 8/18(토) 11시-16시, 당산공원»: the heading of the row's block.

    Lines with the row's own bullet between the two are its fellows («- 정원 15명»).
    """
    mark = BULLET.match(scene.text[row.start : row.end])
    clocked = any(has_clock(t.start) for t in row.times)
    above = [ln for ln in scene.lines if ln.end <= row.start][-5:]
    for line in reversed(above):
        words = scene.text[line.start : line.end]
        lead = BULLET.match(words)
        fellow = mark is not None and lead is not None and lead[0].strip() == mark[0].strip()
        if fellow and (line is not above[-1] or not _strong_name(scene, line.start, line.end)):
            continue
        bare = TAIL.sub("", words[lead.end() if lead else 0 :].strip(" :>]】"))
        if SENTENCE.search(words) or len(words) > 60 or ":" in bare or DECIDED.search(bare):
            return None
        names = [n for n in find_names(scene.text, line.start, line.end) if n.head not in CALL_HEADS]
        if names and not head_of(bare):
            best = max(names, key=lambda n: (not n.weak, len(n.title)))
            whole = best.quoted and lead is not None and len(bare) <= 40  # «1. 걷기모임 ‘느린걸음’»
            return replace(best, title=tidy(bare)) if whole else best
        if len(bare) > 2 and head_of(bare):
            title = clean_title(bare)
            at = scene.text.index(bare, line.start) if bare in words else line.start
            return Name(title, (at, at + len(bare)), head_of(title) or "", False, False)
        if line is above[-1] and mark is not None and lead is None and clocked and rows > 1 and 4 <= len(bare) <= 30:
            return Name(bare, (line.start, line.start + len(bare)), "", False, False)  # «가을 김장재료 알고 먹자»
        return None
    return None


def _own_word(scene: Scene, row: Row, cell: SpanPair) -> Name | None:
    """«손바느질 - 매주 월요일 오전 10시, 조합 활동방» among rows of one outline: its word is the name."""
    words = scene.text[slice(*cell)]
    clock = any(has_clock(t.start) for t in row.times)
    regular = any(t.kind == "recurrence" for t in row.times)
    if not (clock and regular) or len(words) > 20 or NO_NAME.search(words + " ") or labelled(words):
        return None
    return Name(clean_title(words), cell, "", False, False)


def _strong_name(scene: Scene, start: int, end: int) -> bool:
    dated = any(start <= t.span[0] < end and t.start is not None for t in scene.times)
    return not dated and any(n.quoted or len(n.title.split()) > 1 for n in find_names(scene.text, start, end))


def _of_series(scene: Scene, row: Row, before: list[SpanPair], alone: bool) -> Name | None:
    """«△북부(파주) …» behind «‘2026 사회연대경제 원탁회의’ 일정표를 내놨다» → the series and the row's own cell."""
    sitting = bool(before) and SITTING.match(scene.text[slice(*before[0])]) is not None
    if alone or not (row.marked or sitting) or (before and NO_NAME.search(scene.text[slice(*before[0])] + " ")):
        return None
    cell = before[0] if before else None
    own = scene.text[slice(*cell)] if cell else ""
    if SITTING.match(own):  # «2강 9/12(화) 19:30 돌봄과 마을» in a post titled «9월 마을강좌 모집합니다»
        course = re.sub(r"\s?(?:모집|신청|접수|안내)\S*$", "", clean_title(scene.document.title))
        return Name(f"{course} {own}".strip(), cell or (0, 0), "", False, False)
    if DECIDED.search(own):
        return None
    if len(own.split()) > 1 and not NO_NAME.search(own + " "):  # a name of its own: «회원 한마음 등반»
        return Name(clean_title(own), cell or (0, 0), "", False, False)
    earlier = [s for s in scene.sentences if s.end <= row.start][-4:]
    names = [n for s in earlier for n in find_names(scene.text, s.start, s.end) if n.head not in CALL_HEADS]
    series = [n for n in names if n.quoted and not n.weak] or [n for n in names if not n.weak]
    if not series:
        return None
    title = f"{series[-1].title} {own}".strip()
    return Name(title, cell or series[-1].span, series[-1].head, False, False)


def _times(scene: Scene, draft: Draft, row: Row, dated: list[When]) -> None:
    first = dated[0]
    moved = next((t for t in dated[1:] if MOVED.match(scene.text[first.span[1] : t.span[0] + 1])), None)
    behind = scene.text[first.span[1] : row.end]
    if moved is not None:
        draft.flag(status.original_flag(first))
        draft.status = "postponed" if str(moved.start)[:10] > str(first.start)[:10] else "scheduled"
        first = moved
    draft.set_time(first, "row")
    starts = next(
        (t for t in dated[1:] if first.kind == "recurrence" and BEGINS.match(scene.text[t.span[1] :][:8])), None
    )
    if starts is not None:
        draft.start = at_clock(starts.start, first.start)
        draft.end = at_clock(starts.start, first.end) if has_clock(first.end) else None
    if CANCELLED.search(behind[:12]):
        draft.status = "cancelled"
    for when in row.times:
        if when.span[0] < first.span[1] or names_day(when) or not has_clock(when.start):
            continue
        if not has_clock(draft.start) and (draft.last_day == draft.day or isinstance(when.end, datetime)):
            last = draft.end or draft.start
            draft.start = at_clock(draft.start, when.start)
            draft.end = at_clock(last, when.end) if has_clock(when.end) else draft.end
            draft.note("start", when.span, "row")


def _place(scene: Scene, draft: Draft, cells: list[SpanPair], named: SpanPair | None, first: When) -> None:
    for cell in cells:
        if draft.name is not None and SITTING.search(draft.name.title.split()[-1]):
            return
        words = re.split(r"\s\(", scene.text[slice(*cell)])[0]
        if cell == named or cell[0] < first.span[1] or OTHER.search(words) or head_of(words) is not None:
            continue
        if venues.PLACE_WORD.search(re.sub(r"\([^()]*\)$", "", words).strip(" ")) or " " in words:
            span = (cell[0], cell[0] + len(words))
            draft.venue = scene.text[slice(*span)]
            draft.note("venue", span, "row")
            return
    below = next((ln for ln in scene.lines if ln.start >= draft.until), None)
    leads = first.span[0] - draft.at <= 4 and not BULLET.match(scene.text[draft.at : draft.until])
    if below is not None and not draft.call and _place_line(scene.text[below.start : below.end], leads):
        lead = BULLET.match(scene.text[below.start : below.end])
        start = below.start + (lead.end() if lead else 0)
        starts = STARTS_AT.search(scene.text, start, below.end)
        if starts is not None:
            draft.venue = starts["place"]
            draft.note("venue", starts.span("place"), "row below")
            return
        span = _strip(scene.text, (start, start + len(re.split(r"\s\(", scene.text[start : below.end])[0])))
        draft.venue = scene.text[slice(*span)]
        draft.note("venue", span, "row below")


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
    place = 2 < len(bare) <= 40 and (venues.PLACE_WORD.search(bare) or re.search(r"\d층|카페|센터|회관|공원", bare))
    fits = bool((lead or unmarked) and place) and ":" not in bare
    return fits and not SENTENCE.search(words) and head_of(bare) is None
