"""What a row of an outline or a table is the name of: its own cell, the line above, the series it belongs to."""

from __future__ import annotations

import re
from dataclasses import replace

from pipelines.extract.events.fields.labels import labelled
from pipelines.extract.events.fields.rowshapes import BULLET, SENTENCE, Row
from pipelines.extract.events.names import columns
from pipelines.extract.events.names.sittingnames import SITTING, next_meeting, numbered, sitting_above
from pipelines.extract.events.scene import Scene, has_clock, names_day
from pipelines.extract.events.words.alone import YARDS
from pipelines.extract.events.words.headlines import clean_title
from pipelines.extract.events.words.heads import CALL_HEADS, EXAMS
from pipelines.extract.events.words.namewords import NOT_STOP
from pipelines.extract.events.words.placewords import PLACE_WORD
from pipelines.extract.events.words.titles import MARKET, QUOTED, Name, find_names, head_of, tidy
from pipelines.korean import regions
from pipelines.korean.marks import NUMBERED
from store.records import SpanPair, When

TAIL = re.compile(r"\s?(?:개최의 건|개최 건|의 건|건|안건|안내|개최|일정|예정)\s?$")
OTHER = re.compile(
    r"\d\s?[만천]\s?원|재료비|교재비|\d\s?(?:명|원|팀|개소|개사|가족|분|부|점|인)(?:\s|$|\))|무료|유료|선착순|"
    r"[두세네]\s분(?:$|\s)|손님|문의|예약|주관|주최|후원|준비물|"
    r"참가비|회비|"
    r"변동없음|미정|중 하루|그대로|^\(|줌|온라인|만나요|같은 |Zoom|ZOOM|강사|까지$|현재|기준|누적"
)
# What is decided or done behind closed doors on a day is nothing to attend: «결과 발표», «최종 선정», «첫 출근».
DECIDED = re.compile(
    r"결과|합격|선정|통보|출근|입금|납부|환불|서류|발표$|현황|배포|개별\s?(?:연락|안내)|지급|정산|제출"
)
# «입주: 4월 1일부터 1년», «근무 시작 : 4월 1일부터»: how long it is for
TERM = re.compile(r"(?:입주|근무|사업|지원|활동|계약|임대)\s?(?:기간|시작|일)?")
NO_NAME = re.compile(r"[은는이가을를]\s|^\(?(?:수정|변경|정정|기존|당초|바뀐|조정)|[:：]")
BODY_CELL = re.compile(r"(?:연합회|협동조합|네트워크|협의회|재단|지원센터|사업단|진흥원|조합|센터)$")


def choose(
    scene: Scene, row: Row, cells: list[SpanPair], first: When, alone: bool, rows: int, listed: bool
) -> tuple[Name, SpanPair | None] | None:
    """The name of a row and the cell it stands in, or None."""
    text = scene.text
    before = [c for c in cells if c[1] <= first.span[0]]
    behind = [c for c in cells if c[0] >= first.span[1]]
    if any(CLOSED.search(text[slice(*c)]) for c in [*before[:1], *behind[:1]]):
        return None  # «율하매장 휴무 : 5.19(수)»
    if cells and all(NO_WORDS.fullmatch(text[slice(*c)] + " ") for c in cells):
        return None  # «12/16(금) ▒▒▒▒ 6표» of a ballot
    if (sitting := numbered(scene, row, first, behind)) is not None:
        return sitting, behind[0] if behind else None
    cell = next((c for c in [*before, *behind] if is_name(text[slice(*c)])), None)
    place = cell is not None and cell in behind[1:] and head_of(text[slice(*cell)]) in YARDS
    if listed and not before and place and (name := item(scene, row, cells, first)) is not None:
        return name, behind[0]  # «5일(화) 10:30 어린이날 골목놀이 - 합정동 놀이터»
    aside = cell is not None and text[cell[0] - 1] == "(" and cell in behind[1:]
    if listed and not before and aside and (name := item(scene, row, cells, first)) is not None:
        return name, behind[0]  # «1(목) 14:00 처음 만나는 협동조합 (설립상담 집단교육)»
    if cell is not None:
        return named(scene, row, cell), cell
    if before and BODY_CELL.search(text[slice(*before[0])]) and (told := _told_in(scene, behind)) is not None:
        return told, None
    quoted = next((n for c in behind[:1] for n in find_names(text, first.span[1], c[1]) if n.quoted), None)
    if quoted is not None and not before:  # «■ 3월 4일 ‘찾아가는 상담 데이’(…) → 취소»
        return quoted, behind[0]
    if listed and not before and (name := item(scene, row, cells, first)) is not None:
        return name, next(c for c in cells if c[0] <= name.span[0] < c[1])
    name = (sitting_above(scene, row) or _below(scene, row)) if not before else None
    name = name or (above(scene, row, rows) if not before else None)
    if name is None and rows > 1 and before:
        name = own_word(scene, row, before[0])
    name = name or of_series(scene, row, before, alone)
    return (name, None) if name is not None else None


REMARK = re.compile(r"\s?\((?!\d+[차회기강])[^()]{2,30}\)?$")


def _told_in(scene: Scene, cells: list[SpanPair]) -> Name | None:
    """«◇ 전국학교협동조합연합회 : 5월 8일(토) 13시 …에서 학생이사 한마당.»: the body in front, the name behind."""
    names = [n for c in cells for n in find_names(scene.text, *c) if n.head not in CALL_HEADS and not n.weak]
    return names[0] if names else None


def is_name(words: str) -> bool:
    words = TAIL.sub("", words)
    head = head_of(words)
    if DECIDED.search(words):
        return False
    return head is not None and head not in CALL_HEADS and len(words) > (1 if head in EXAMS else 2)


def named(scene: Scene, row: Row, cell: SpanPair) -> Name:
    whole = scene.text[slice(*cell)]
    inner = next((m for m in QUOTED.finditer(whole) if m.start() > 1 and m.end() >= len(whole) - 1), None)
    if inner is not None and (head := head_of(inner[inner.lastindex or 1]) or MARKET.search(whole[: inner.end() - 1])):
        name = inner[inner.lastindex or 1]  # «수로왕릉 앞 ‘가야 이음장터’»
        return Name(
            tidy(name), (cell[0] + inner.start(), cell[1]), head if isinstance(head, str) else "장", True, False
        )
    place = whole.rfind("에서 ")  # «은평문화예술회관에서 학생이사 한마당»
    if place > 0:
        cell = (cell[0] + place + 3, cell[1])
    remark = REMARK.search(scene.text[slice(*cell)])
    cell = (cell[0], cell[0] + remark.start()) if remark is not None else cell
    words = clean_title(TAIL.sub("", STRAY.sub("", close_up(scene.text[slice(*cell)]))))
    if (meeting := next_meeting(scene, row, words)) is not None:
        return Name(meeting, cell, head_of(meeting) or "", False, False)
    month = MONTH_BEFORE.search(scene.text, max(0, cell[0] - 5), cell[0])
    words = f"{month[1]} {words}" if month is not None else words  # «- 5월 이사회 : 5월 12일 …»
    return Name(words, cell, head_of(words) or "", False, False)


# «지구를 지키는 밥상' 온라인 강의»: its other half was cut off
STRAY = re.compile(r"(?<=[가-힣A-Za-z0-9])[’”'\"](?=\s)")
SPACED = re.compile(r"[가-힣](?:\s[가-힣]){2,5}")


def close_up(words: str) -> str:
    """«설 명 회» of an aligned list → 설명회."""
    return words.replace(" ", "") if SPACED.fullmatch(words) else words


MONTH_BEFORE = re.compile(r"(?<!\d)(\d{1,2}월)\s$")


# A house and nothing else; «정리», «걷기로» end like villages and roads.
AUDIENCE = re.compile(r"^[가-힣]{2,6}\s대상\s(?=[가-힣])")  # «직원 대상 우선구매 교육»
HOUSE = re.compile(
    r"(?:센터|회관|강당|광장|공원|[시구군도]청|대학교?|도서관|복지관|문화원|문화관|체육관|기념관|미술관|극장|홀|호텔|"
    r"회의실|교육장|교육실|강의실|세미나실|시청각실|전산실|조리실|카페|책방|캠퍼스|주차장|[가-힣]\s(?:앞|옆|입구|맞은편|건너편)|\d층|\d호|[가-힣]{2}역|행정복지센터)$"
)
ITEM_END = re.compile(r"\s*[★☆※@◆◇(\[『「<《]")
CLOSED = re.compile(r"(?:휴무|휴관|휴점|휴업|정기휴일|쉽니다|쉬어요|(?:^|\s)쉼|(?:행사|일정|모임)\s?없음\)?)$")
NO_WORDS = re.compile(r"[^가-힣A-Za-z]*(?:\d{1,3}\s?표\W.*)?|(?:해당\s?)?없음\s?")
NO_ITEM = re.compile(r"휴무|휴관|휴일|연휴|방학|쉽니다|쉼$|마감|접수|신청|등록|납부|입금|발표|결과")


def item(scene: Scene, row: Row, cells: list[SpanPair], first: When) -> Name | None:
    """«5/8(목) 14:00~16:00 새내기 조합 세무 한판 정리»: what stands behind the day and hour of a calendar's line.

    Behind the days of one course or of a tour stand places: such rows are named by their series.
    """
    cell = next((c for c in cells if c[0] >= first.span[1]), None)
    words = ITEM_END.split(scene.text[slice(*cell)])[0].strip() if cell is not None else ""
    if cell is None or len(words) < 3 or any(p.search(words) for p in (NO_ITEM, DECIDED, OTHER, HOUSE)):
        return None
    housed = any(PLACE_WORD.search(re.sub(r"\([^()]*\)$", "", scene.text[slice(*c)])) for c in cells if c > cell)
    start = words.rfind("에서 ") + 3 if "에서 " in words and not housed else 0  # «평화문화진지에서 주민 토론»
    title = clean_title(words[start:])
    title = AUDIENCE.sub("", title)
    if len(title) < 2:
        return None  # «12월 17일 오후 4시, 마루에서 합니다»
    return Name(title, (cell[0] + start, cell[0] + len(words)), head_of(words) or "", False, False)


def above(scene: Scene, row: Row, rows: int) -> Name | None:
    """«1호 안건. 8월 벼룩장터 개최의 건» above «- 8/18(토) 11시-16시, 당산공원»: the heading of the row's block.

    Lines with the row's own bullet between the two are its fellows («- 정원 15명»).
    """
    mark = BULLET.match(scene.text[row.start : row.end])
    clocked = any(has_clock(t.start) for t in row.times)
    above = scene.lines_above(row.start, 5)
    for line in reversed(above):
        words = scene.text[line.start : line.end]
        lead = BULLET.match(words)
        fellow = mark is not None and lead is not None and lead[0].strip() == mark[0].strip()
        if fellow:
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
        if line is above[-1] and clocked and _stacked(scene, row, len(bare)):
            return Name(bare, (line.start, line.start + len(bare)), "", False, False)  # «공간 공개일» above its day
        if line is above[-1] and clocked and rows > 1 and _numbered_heading(row, mark, lead, bare):
            title = clean_title(bare)
            return Name(title, (line.start, line.end), head_of(title) or "", False, False)
        if line is above[-1] and mark is not None and lead is None and clocked and rows > 1 and 4 <= len(bare) <= 30:
            return Name(bare, (line.start, line.start + len(bare)), "", False, False)  # «가을 김장재료 알고 먹자»
        return None
    return None


STOP = re.compile(r"[.!?](?:\s|$)")


def _below(scene: Scene, row: Row) -> Name | None:
    """«✦ 9. 9. 토 / 열한 시~네 시 / 창동역 광장» heads its paragraph, «되살림장터. 협동조합 …» stands below."""
    line = scene.line_at(row.start)
    number = scene.line_number(line.start) if line is not None and row.marked and not row.inline else None
    if line is None or number is None or number + 1 >= len(scene.lines):
        return None
    heads = number == 0 or "\n\n" in scene.text[scene.lines[number - 1].end : line.start]
    following = scene.lines[number + 1]
    stop = STOP.search(scene.text, following.start, following.end)
    words = scene.text[following.start : stop.start() if stop is not None else following.end]
    if not heads or "\n\n" in scene.text[line.end : following.start] or BULLET.match(words) or labelled(words):
        return None
    if not 3 <= len(words) <= BELOW_LONGEST or scene.times_in(following.start, following.start + len(words)):
        return None
    if SENTENCE.search(words + "."):
        return None
    title = tidy(words)
    return Name(title, (following.start, following.start + len(words)), head_of(title) or "", True, False)


BELOW_LONGEST = 36
DIGIT = re.compile(rf"\s?(?:\d{{1,2}}[.)]|[{NUMBERED}])")


def _numbered_heading(row: Row, mark: re.Match[str] | None, lead: re.Match[str] | None, bare: str) -> bool:
    """«1) 협동조합 회계 기초» above «6/11(화) 14:00~17:00 / 센터 교육실», item after item."""
    numbered = lead is not None and DIGIT.match(lead[0]) is not None
    first = row.times[0].span[0] - row.start <= (len(mark[0]) if mark is not None else 0) + 1
    return numbered and first and 4 <= len(bare) <= 40 and (mark is None or DIGIT.match(mark[0]) is None)


def _stacked(scene: Scene, row: Row, length: int) -> bool:
    """Whether a post sets each label on a line of its own, its value below: two known labels do so."""
    if length > 14 or row.times[0].span[0] - row.start > 2:
        return False
    alone = [ln for ln in scene.lines if ln.end - ln.start <= 8 and labelled(scene.text[ln.start : ln.end])]
    return len(alone) > 1


def own_word(scene: Scene, row: Row, cell: SpanPair) -> Name | None:
    """«손바느질 - 매주 월요일 오전 10시, 조합 활동방» among rows of one outline: its word is the name."""
    words = scene.text[slice(*cell)]
    clock = any(has_clock(t.start) for t in row.times)
    regular = any(t.kind == "recurrence" for t in row.times)
    columned = not DECIDED.search(words) and columns.is_columned(scene, row, cell)
    if not (clock and (regular or columned)) or len(words) > 20 or NO_NAME.search(words + " ") or labelled(words):
        return None
    title = clean_title(words) if regular else f"{columns.over(scene, row)} {clean_title(words)}".strip()
    return Name(title, cell, "", False, False)


def of_series(scene: Scene, row: Row, before: list[SpanPair], alone: bool) -> Name | None:
    """«△북부(파주) …» behind «‘2026 사회연대경제 원탁회의’ 일정표를 내놨다» → the series and the row's own cell."""
    cell = before[0] if before else None
    own = scene.text[slice(*cell)] if cell else ""
    if cell is not None and SITTING.match(own):  # «2강 9/12(화) 19:30 돌봄과 마을» in a post titled «9월 마을강좌 …»
        return Name(own, cell, "", False, False, sitting=True)
    if (sitting := sitting_above(scene, row)) is not None:
        return sitting
    if cell is not None and ORDINAL.fullmatch(own) and not DECIDED.search(own) and _one_of_more(scene, row):
        of = _series_before(scene, row)
        return Name(f"{of.title} {own}" if of is not None else own, cell, "", False, False)
    if cell is not None and row.marked and CALLED.search(own) and len(own.split()) > 1:
        return Name(clean_title(own), cell, "모집", False, False)  # «· 소셜벤처 사무공간 입주 모집, 4월 5일»
    if alone or not row.marked or (before and _particled(own)) or DECIDED.search(own) or TERM.fullmatch(own):
        return None
    region = next((c for c in reversed(before) if _is_region(scene.text[slice(*c)])), None)
    if region is None and len(own.split()) > 1 and not _particled(own):
        return Name(clean_title(own), cell or (0, 0), "", False, False)  # a name of its own: «회원 한마음 등반»
    series = _series_before(scene, row)
    if series is None:
        return None
    own = f"({scene.text[slice(*region)]})" if region is not None and region != cell else own
    return Name(f"{series.title} {own}".strip(), cell or series.span, series.head, False, False)


# «첫 진료    3월 18일 …» / «둘째 진료  25일 …», «여는 날 하나 : …» / «여는 날 둘 : …»
ORDINAL = re.compile(
    r"(?:첫|둘|셋|넷|다섯|여섯|두|세|네)(?:째|\s?번째)?\s[가-힣]{2,4}|[가-힣][가-힣 ]{1,10}\s(?:하나|둘|셋|넷|다섯)"
)


def _one_of_more(scene: Scene, row: Row) -> bool:
    """Whether a line nearby begins with another number of the same kind."""
    number = scene.line_number(row.start) or 0
    around = scene.lines[max(0, number - 3) : number + 4]
    begins = (ORDINAL.match(scene.text[line.start : line.end].lstrip(" ·-○*▶▷•")) for line in around)
    return sum(found is not None for found in begins) > 1


CALLED = re.compile(r"[가-힣]\s(?:모집|공모)$")


def _particled(words: str) -> bool:
    """Whether a cell is no name for its particles or remarks; «어린이 초코쿠키» is one."""
    kept = " ".join(w for w in words.split() if not NOT_STOP.search(w))
    return NO_NAME.search(kept + " ") is not None


def _series_before(scene: Scene, row: Row) -> Name | None:
    """The event spoken of above the rows; by its whole name where the post's title has it."""
    earlier = scene.sentences_above(row.start, 4)
    found = (n for s in earlier for n in find_names(scene.text, s.start, s.end) if n.head not in CALL_HEADS)
    names = [n for n in found if not _fellow(scene, row, n.span[0])]
    series = [n for n in names if n.quoted and not n.weak] or [n for n in names if not n.weak]
    title = clean_title(scene.document.title)
    if series and title.endswith(series[-1].title):
        return replace(series[-1], title=title)
    return series[-1] if series else None


def _fellow(scene: Scene, row: Row, at: int) -> bool:
    """Whether words stand in another row of the same list, with the same mark and a day of its own."""
    lines = scene.line_at(row.start), scene.line_at(at)
    marks = [BULLET.match(scene.text[ln.start : ln.end]) if ln is not None else None for ln in lines]
    alike = marks[0] is not None and marks[1] is not None and marks[0][0].strip() == marks[1][0].strip()
    other = lines[1]
    return alike and other is not None and any(map(names_day, scene.times_in(other.start, other.end)))


def _is_region(words: str) -> bool:
    places = regions.find_places(words)
    return bool(places) and places[0].span == (0, len(words))
