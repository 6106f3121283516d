"""Tables with a column of last days: «구분 / 마감 / 비고» above «체험 부스 예약 / 10월 4일(금) 18시 / 18종».

Each line is a call, whatever its words are: nobody meets on a day of such a column.
"""

from __future__ import annotations

import re

from pipelines.extract.events.draft import Draft
from pipelines.extract.events.fields.labels import header_row
from pipelines.extract.events.fields.rowshapes import SENTENCE, Row
from pipelines.extract.events.names.rownames import DECIDED
from pipelines.extract.events.scene import Scene, is_dated, names_day
from pipelines.extract.events.words.headlines import clean_title
from pipelines.extract.events.words.titles import Name
from store.records import SpanPair

_DUE = re.compile(r"(?:^|[|/\s])(?:신청|접수|모집|참가)?\s?(?:마감일?|기한|언제까지)(?=[|/\s]|$)")
_ASIDE = re.compile(r"\s?[(（].*$")
_CALLED = re.compile(r"(?:모집|공모|접수|신청|예약|응모|등록)$")
_PAPERS = re.compile(r"\s?(?:원서|신청서|지원서|참가)$")  # «경진대회 원서», «골든벨 참가»
_DOING = re.compile(r"[가-힣]기$")  # «상품 사진 보내기»: nobody new may


def due_lines(scene: Scene) -> set[int]:
    """Where the lines of such tables begin."""
    found: set[int] = set()
    inside, above = False, 0
    for line in scene.lines:
        words = scene.text[line.start : line.end]
        header, apart = header_row(words), "\n\n" in scene.text[above : line.start]
        if inside and not header and not apart and SENTENCE.search(words) is None:
            found.add(line.start)
        else:
            inside = header and _DUE.search(words) is not None
        above = line.end
    return found


def due_call(row: Row, text: str, cells: list[SpanPair]) -> Draft | None:
    """The call of a line, with its last day."""
    when = next((t for t in row.times if names_day(t) and (is_dated(t) or t.end is not None)), None)
    if when is None or not cells:
        return None
    words = _ASIDE.sub("", text[slice(*cells[0])])
    title = clean_title(_PAPERS.sub("", words))
    if len(title) < 2 or DECIDED.search(title) or _DOING.search(title):
        return None
    name = Name(title if _CALLED.search(title) else f"{title} 모집", cells[0], "모집", True, False)
    until = max(when.span[1], cells[0][0] + len(words))  # «(9/15·22 화요일 14~18시, 교육실)» behind it is read apart
    draft = Draft(name.title, name, call=True, at=row.start, until=until)
    runs = when.end is not None and when.start is not None and when.end != when.start
    draft.start, draft.end = (when.start, when.end) if runs else (None, when.end or when.start)
    if not runs:
        draft.flag("deadline_only")
    draft.application_start, draft.application_deadline = draft.start, draft.end
    draft.note("title", name.span, "row")
    draft.note("application_deadline", when.span, "row")
    return draft
