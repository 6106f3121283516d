"""Sittings and meetings known by their number or course: «3회차 …», «첫째 강 / 3. 9. / …», «다음 회의»."""

from __future__ import annotations

import re

from pipelines.extract.events.fields.rowshapes import Row
from pipelines.extract.events.scene import Scene, names_day
from pipelines.extract.events.words.headlines import clean_title
from pipelines.extract.events.words.titles import Name, head_of
from store.records import SpanPair, When

SITTING = re.compile(
    r"^(?:제\s?)?(?:\d{1,2}\s?(?:강|회차|회|차시|주차|차)|(?:첫|두|세|네|다섯|여섯)\s?(?:번째|째)?\s?(?:강|시간|날|밤|모임|만남|마당)|"
    r"(?:첫|둘|셋|넷|다섯|여섯)째\s?(?:강|시간|날|밤|모임|만남|마당|주)?|마지막\s?(?:시간|날|밤))$"
)


# «차시 일정 시간 교과목» above «1 9.2.(화) 10:00~16:00 증빙과 전표»
HEADER = re.compile(r"^\W{0,3}(?P<unit>차시|회차|강|주차|차수|회)\s?[|\t ]\s?(?:일정|일자|날짜|일시|교육일|날)")
UNITS = {"차수": "차"}  # as a sitting is called
NUMBER = re.compile(r"\s?(?P<number>\d{1,2})(?:차시|회차|강|주차|차|회)?\s?[|\t ]\s?$")
HEADER_WITHIN = 15  # lines


def numbered(scene: Scene, row: Row, first: When, behind: list[SpanPair]) -> Name | None:
    number = NUMBER.fullmatch(scene.text, row.start, first.span[0])
    above = scene.lines_above(row.start, HEADER_WITHIN) if number is not None else ()
    header = next((m for ln in above if (m := HEADER.match(scene.text[ln.start : ln.end]))), None)
    if number is None or header is None:
        return None
    topic = scene.text[slice(*behind[0])] if behind else ""
    title = f"{number['number']}{UNITS.get(header['unit'], header['unit'])} {topic}".strip()
    return Name(title, behind[0] if behind else first.span, "", False, False, sitting=True)


NEXT = re.compile(r"(?:다음|차기)\s?(?:번\s)?(?:회의|모임)")
MINUTES = re.compile(r"(?P<meeting>[가-힣]{0,8}(?:이사회|위원회|총회|간담회|반상회))\s?(?:회의|결과|기록|회의록)")


def next_meeting(scene: Scene, row: Row, words: str) -> str | None:
    """«다음 회의: 4월 20일» in the minutes of «3월 이사회 회의록» is that of April."""
    minutes = MINUTES.search(scene.document.title) if NEXT.fullmatch(words) else None
    day = next((t.start for t in row.times if t.start is not None and names_day(t)), None)
    return f"{day.month}월 {minutes['meeting']}" if minutes is not None and day is not None else None


def sitting_above(scene: Scene, row: Row) -> Name | None:
    """A table laid out with a cell on each line: «1강», «3. 9.», «왜 협동조합인가»."""
    only = row.times[0].span[1] - row.times[0].span[0] >= row.end - row.start - 2
    above = scene.lines_above(row.start, 1)
    words = scene.text[above[0].start : above[0].end].strip() if above else ""
    if not only or not SITTING.match(words):
        return None
    below = scene.line_below(row.end)
    topic = scene.text[below.start : below.end].strip() if below is not None and below.end - below.start <= 40 else ""
    return Name(f"{words} {topic}".strip(), (above[0].start, above[0].end), "", False, False, True)


ABOVE_TABLE = 3  # lines between a heading and the first sitting
_PARTS = re.compile(r"(?:일정|시간표|순서|내용|과정|프로그램|커리큘럼|계획|안내)$")
HEADING = re.compile(r"[■◆◇●▣★☆]\s?(?P<name>[^\n:：|]{3,24})$")


def course_of(scene: Scene, at: int) -> str:
    """The course a post of sittings is about: by the heading of its block, «■ 혈압학교 2기», or by the post's title."""
    for line in reversed(scene.lines_above(at, ABOVE_TABLE)):
        heading = HEADING.fullmatch(scene.text[line.start : line.end].strip())
        name = heading["name"].strip() if heading is not None else ""
        if head_of(name) is not None and _PARTS.search(name) is None:
            return clean_title(name)
    return re.sub(r"\s?(?:모집|신청|접수|안내)\S*$", "", clean_title(scene.document.title))
