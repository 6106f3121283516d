"""Events told in rows: an outline of a post, a flattened table, «△북부 2월 20일 오후 2시 파주문화원».

::

    row ─► cells between its times ─► name (before the time, or on the line above) · place · window
                                 └─ no event noun: the series spoken of last + the cell («… 설명회 전주권»)

A row is no sentence. What a labelled field tells is left to `notice`.
"""

from __future__ import annotations

import re
from datetime import datetime
from itertools import pairwise

from pipelines.extract.boilerplate import Line
from pipelines.extract.events.bodies import roles
from pipelines.extract.events.days import status
from pipelines.extract.events.days.duties import is_other_duty
from pipelines.extract.events.days.uses import Use
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.fields.labels import Label, header_row
from pipelines.extract.events.fields.rowshapes import BULLET, LONGEST, SENTENCE, Row
from pipelines.extract.events.names import called, rownames, sittingnames
from pipelines.extract.events.notices import areas, courses
from pipelines.extract.events.notices.duetables import due_call, due_lines
from pipelines.extract.events.notices.rowplaces import SAME_PLACE, place, place_by_name, strip
from pipelines.extract.events.scene import Scene, at_clock, covering, day_of, has_clock, is_dated, names_day
from pipelines.extract.events.words.titles import Name
from pipelines.korean.marks import BARS
from store.records import SpanPair, When

MARKS = re.compile(r"[△▲▷▶◇◆▪◾]\s?")
CELL = re.compile(rf"\s?[|/;,\t@※{BARS}]\s?|[\]】〉>》」』]\s?|[.!]\s|\s?[:：]\s|\s[-–—]\s|\s?(?:->|→|⇒)\s?|\s{{3,}}")
APPLY = re.compile(r"접수|신청|모집|마감|등록|응모|까지")
BEGINS = re.compile(r"\s?(?:부터|에)?\s?(?:시작|개강|첫)")
RAIN = re.compile(r"(?:비\s?(?:가\s)?오면|우천\s?시)(?:에는|엔|는)?\s?\Z")  # «(비 오면 25일)»
SHIFTED = re.compile(r"(?:->|→|⇒)\s?(?:취소|연기|\d)")
DAY_HEADS = re.compile(r"\)?\s?[=]\s?")  # «○4일(목)=일터 구경. 버스가 9시 떠난다.»: the rest is told of it
FIRST_SENTENCE = re.compile(r"[.!]\s")
MOVED = re.compile(r"^\)?\s?(?:->|→|⇒)\s?")
BARE_CALL = re.compile(r"(?:서류|신청서?|참가|참여|원서|온라인|기업|\s)*(?:모집|공모|접수|신청)(?:\s?기간)?$")
CALL_ROW = re.compile(r"(?:모집|공모|접수|신청|예약)$")


def read_rows(
    scene: Scene, uses: list[Use], labels: tuple[Label, ...], notices: list[Draft], told: list[SpanPair]
) -> list[Draft]:
    """Drafts of all rows with a day in them, in reading order; none in what was `told` before."""
    fields = [label for label in labels if not _is_name(scene, label)]
    taken = [_label_line(scene, label) for label in fields]
    taken += [label.value for label in fields if label.field != "other"]  # «일정표» heads the rows below it
    idle = {use.when.span for use in uses if use.use == "none"}  # «2019. 11. 1. 현재», «8월 말 기준»
    taken += [*((d.at, d.until) for d in notices), *told]
    covered = covering(taken)
    rows = [r for r in _rows(scene, idle) if not covered(r.times[0].span[0])]
    drafts: list[Draft] = []
    agenda, due = _agenda(scene), due_lines(scene)
    for row in rows:
        if row.start in due:
            call = due_call(row, scene.text, cells_of(scene.text, row))
            drafts += [call] if call is not None else []
            continue
        alone = len(rows) == 1
        draft = _draft(scene, row, alone, len(rows), row.start in agenda)
        if draft is not None and not (notices and _is_loose(row, draft, rows)):
            drafts += courses.members(draft, row.times)
    return drafts + courses.whole(scene, drafts, notices)


def _is_loose(row: Row, draft: Draft, rows: list[Row]) -> bool:
    """Whether a row beside a labelled notice hardly names anything of its own."""
    if draft.name is None:
        return True
    return draft.name.weak and not courses.is_sitting(draft.name) and not _of_list(row, draft, rows)


def _of_list(row: Row, draft: Draft, rows: list[Row]) -> bool:
    """«- 텃밭 모임 : 5월 7일 토요일 오후 2시, …» among other rows with a day and an hour."""
    return row.marked and len(rows) > 1 and has_clock(draft.start)


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
    heads: dict[str, list[int]] = {}
    for line in scene.lines:
        first = next((t for t in scene.times_in(line.start, line.end) if _tells_day(t)), None)
        mark = BULLET.match(scene.text[line.start : line.end]) if first is not None else None
        leads = mark is not None and first is not None and first.span[0] - line.start - mark.end() <= 1
        if mark is not None and leads and not _below_heading(scene, line, mark):
            heads.setdefault(mark[0].strip(), []).append(line.start)
    return found | {at for starts in heads.values() if len(starts) > 2 for at in starts}


def _below_heading(scene: Scene, line: Line, mark: re.Match[str]) -> bool:
    """«3. 조합원 한마당 준비회의» right above «- 5월 25일(수) 저녁 8시, 사무국» names it."""
    above = next(iter(scene.lines_above(line.start, 1)), None)
    other = BULLET.match(scene.text[above.start : above.end]) if above is not None else None
    apart = other is not None and other[0].strip() != mark[0].strip()
    return apart and above is not None and above.end - above.start <= 40 and not scene.times_in(above.start, above.end)


LEADS = 4
"""Characters of a bullet in front of a day."""


def _is_name(scene: Scene, label: Label) -> bool:
    """«[특강] 7일(토) 오후 2시 줌»: what is held then, no label of words that name it."""
    first = next(iter(scene.times_in(*label.value)), None)
    return label.field == "name" and first is not None and first.span[0] == label.value[0] and _tells_day(first)


def _label_line(scene: Scene, label: Label) -> SpanPair:
    line = scene.line_at(label.at)
    return (line.start, line.end) if line else label.value


def _rows(scene: Scene, idle: set[SpanPair]) -> list[Row]:
    found = []
    tabled = _tabled(scene)
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
            whole = REMARK.sub("", words[a:b].rstrip())
            titled = DAY_HEADS.match(scene.text, times[0].span[1], span[1]) if times else None
            stop = FIRST_SENTENCE.search(scene.text, times[0].span[1], span[1]) if titled else None
            titled = titled if stop and (SENTENCE.search(whole) or _another_hour(times, stop.start())) else None
            if stop is not None and titled:
                span = (span[0], stop.start())
                part, times = scene.text[slice(*span)], tuple(t for t in times if t.span[0] < span[1])
                whole = part
            if (
                not any(_tells_day(t) for t in times)
                or len(part) > LONGEST
                or (not SHIFTED.search(part) and SENTENCE.search(re.sub(r"\([^()]*\)$", "", whole)))
            ):
                continue
            marked = BULLET.match(words) is not None or len(marks) > 1 or line.start in tabled
            found.append(Row(*span, times, marked, len(marks) > 1))
    return found


def _another_hour(times: tuple[When, ...], stop: int) -> bool:
    """«○6일(토)=기념식 오후 4시 광장. 이어 5시부터 달빛장터.»: what has an hour of its own is another event."""
    hours = [when.span[0] < stop for when in times if has_clock(when.start)]
    return True in hours and False in hours


def _tabled(scene: Scene) -> set[int]:
    """Where the lines of a table begin: those with a time below a line of its columns."""
    found: set[int] = set()
    inside, above = False, 0
    for line in scene.lines:
        words = scene.text[line.start : line.end]
        header, apart = header_row(words), "\n\n" in scene.text[above : line.start]
        goes_on = inside and not header and not apart and SENTENCE.search(words) is None
        if goes_on:
            found.add(line.start)
        inside, above = header or goes_on, line.end
    return found


REMARK = re.compile(r"\s/\s[^/\n]{2,30}(?:어요|예요|니다|세요)[.!~]*$")  # «… / 참가자 모집은 끝났어요»


def _tells_day(when: When) -> bool:
    return (is_dated(when) and names_day(when)) or (when.kind == "recurrence" and when.start is not None)


def _draft(scene: Scene, row: Row, alone: bool, rows: int, listed: bool) -> Draft | None:
    text = scene.text
    dated = [t for t in row.times if _tells_day(t) and not RAIN.search(text, row.start, t.span[0])]
    windows = [t for t in dated if APPLY.match(text[t.span[1] : row.end].lstrip(" )"))]
    dated = [t for t in dated if t not in windows]
    windows += [t for t in row.times if t.start is None and t.end is not None]  # «★정원 15명, 5/9 마감»
    rhythm = [t for t in dated[1:] if t.kind == "recurrence"] if dated and dated[0].kind != "recurrence" else []
    dated = [t for t in dated if t not in rhythm] if has_clock(dated[0].start if dated else None) else dated
    begins = dated[0].kind == "recurrence" if dated else False  # «매주 수요일 오전 10시 (5월 4일 시작)»
    if text.count("→", row.start, row.end) > 1:
        return None  # «26일 08:30 구민회관 앞 → 13시 달아항 → 저녁 마을밥상»: stations of a journey
    if not dated or (len(dated) > 1 and not begins and not MOVED.match(text[dated[0].span[1] : dated[1].span[0] + 1])):
        return None  # several days in one row: prose reads them one by one
    first = dated[0]
    closing = CLOSING_ROW.match(text, first.span[1], row.end)
    if closing is not None and listed:
        return _closing_call(row, first, closing)
    cells = cells_of(text, row)
    if row.inline and not any(c[1] <= first.span[0] for c in cells):
        return None  # «△27일 어린이 그림전 개막 △28일 …» reads like prose
    area = areas.area_of(scene, row.start)
    series = areas.series_in(scene, area) if area is not None else None
    chosen = (series, area) if series is not None else rownames.choose(scene, row, cells, first, alone, rows, listed)
    if chosen is None or not _fits(scene, row, first):
        return None
    name, named = chosen
    draft = Draft(name.title, name, at=row.start, until=row.end)
    minuted = sittingnames.NEXT.match(text, name.span[0]) is not None and not sittingnames.NEXT.match(name.title)
    draft.note("title", name.span, "minutes" if minuted else "row")
    _times(scene, draft, row, dated)
    if rhythm and draft.recurrence is None and rhythm[0] not in dated:  # «1(목) 14:00 … *매월 첫째 목요일»
        draft.recurrence = rhythm[0].rrule or "recurring"
    if CALL_ROW.search(name.title) and draft.end is None and not has_clock(draft.start) and not draft.recurrence:
        draft.start, draft.end = None, draft.start  # «· 사무공간 입주 모집, 4월 5일»: a lone day is the last
        draft.flag("deadline_only")
        draft.evidence["application_deadline"] = draft.evidence.pop("start", [])
    if CALL_ROW.search(name.title) and draft.end is not None:  # «2. 시민펀드 모집 : 10월 8일부터 11월 2일까지»
        draft.call = True
        if BARE_CALL.match(name.title) and (document := called.by_document(scene)):
            draft.title = document  # «신청 접수 5.20.~5.31. 17:00» among the steps of a call
        draft.application_start, draft.application_deadline = draft.start, draft.end
        return draft
    for window in (w for w in windows if _before_end(w, draft) and _joins(scene, w)):
        draft.application_start = window.start if window.end else None
        draft.application_deadline = window.end or window.start
        draft.note("application_deadline", window.span, "row")
    same = SAME_PLACE.search(text, first.span[1], row.end) is not None  # as before: see `places`
    if not same and not place_by_name(scene, row, draft, name, named):
        place(scene, draft, cells, named, first)
    _body(scene, draft, cells, named)
    return draft


def _joins(scene: Scene, window: When) -> bool:
    """Not «못 나오는 조합원은 26일까지 위임장 제출»."""
    sentence = next(iter(scene.sentences_in(*window.span)), None)
    return sentence is None or not is_other_duty(scene, window.span, sentence.start, sentence.end)


def _before_end(window: When, draft: Draft) -> bool:
    """«- 22일부터 12월 3일까지 신청 접수… 16일 설명회»: who applies when it is over does not apply for it."""
    last, event = day_of(window.end or window.start), draft.last_day
    return last is None or event is None or last <= event


# «30(금)  하반기 공간 사용 신청 마감 (18시)» of a month's calendar
CLOSING_ROW = re.compile(r"\s+(?P<what>[가-힣A-Za-z0-9 ]{2,28}?\s?(?:신청|접수|모집|공모))\s?마감")


def _closing_call(row: Row, first: When, match: re.Match[str]) -> Draft:
    name = Name(match["what"].strip(), match.span("what"), "신청", False, False)
    clock = next((t.start for t in row.times if t is not first and has_clock(t.start)), None)
    draft = Draft(name.title, name, call=True, at=row.start, until=row.end)
    draft.end = draft.application_deadline = at_clock(first.start, clock) if clock is not None else first.start
    draft.flag("deadline_only")
    draft.note("title", name.span, "row")
    draft.note("application_deadline", first.span, "row")
    return draft


def _body(scene: Scene, draft: Draft, cells: list[SpanPair], named: SpanPair | None) -> None:
    """«… / 도봉구민회관 하모니홀 / 도봉돌봄사회적협동조합», «◇ ○○연합회 : …»: a cell that is a body holds the event."""
    for cell in cells:
        found = roles.bodies_in(scene, cell) if cell != named else []
        whole = [b for b in found if b[1][1] - b[1][0] >= 0.8 * (cell[1] - cell[0])]
        town = bool(whole) and roles.is_government(whole[0][0])  # «동해시 / 1.20.(월) 14시 / …»: where
        if whole and not town and draft.venue != scene.text[slice(*cell)] and roles.BODY.search(whole[0][0]):
            draft.hosts = (whole[0][0],)
            draft.note("host", whole[0][1], "row")
            return


def _fits(scene: Scene, row: Row, first: When) -> bool:
    """A row begins with its mark or its time; «2024.5.3 홍길동» of a list of posts is none."""
    return row.marked or first.span[0] - row.start <= 40


def cells_of(text: str, row: Row) -> list[SpanPair]:
    """The words between the times and separators of a row."""
    cells: list[SpanPair] = []
    at = row.start
    lead = BULLET.match(text[row.start : row.end])
    at += lead.end() if lead else 0
    for a, b in [*(t.span for t in row.times), (row.end, row.end)]:
        piece = at
        for cut in [*CELL.finditer(text, at, max(at, a)), None]:
            end = cut.start() if cut else max(at, a)
            span = strip(text, (piece, end))
            if span[1] - span[0] > 1 and text[slice(*span)] not in ("종일", "내내"):
                cells.append(span)
            piece = cut.end() if cut else piece
        at = max(at, b)
    return cells


def _times(scene: Scene, draft: Draft, row: Row, dated: list[When]) -> None:
    first = dated[0]
    moved = next((t for t in dated[1:] if MOVED.match(scene.text[first.span[1] : t.span[0] + 1])), None)
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
    for when in row.times:
        if when.span[0] < first.span[1] or names_day(when) or not has_clock(when.start):
            continue
        if not has_clock(draft.start) and (draft.last_day == draft.day or isinstance(when.end, datetime)):
            set_hours(draft, when, "row")


def set_hours(draft: Draft, when: When, rule: str) -> None:
    """Give an event that has only its day the hours told apart from it."""
    last = draft.end or draft.start
    draft.start = at_clock(draft.start, when.start)
    draft.end = at_clock(last, when.end) if has_clock(when.end) else draft.end
    draft.note("start", when.span, rule)
