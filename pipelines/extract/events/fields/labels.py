"""Labelled fields of a notice: «□ 일 시 : …», «○ 장소：…», «일시 및 장소», value on the next line, flattened tables.

A new label is one word in `labelwords`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import attrgetter

from pipelines.extract.boilerplate import Line
from pipelines.extract.events.fields.changed import changed_rows
from pipelines.extract.events.fields.labelwords import FIELD_OF, field_of
from pipelines.extract.events.fields.pictures import pictured
from pipelines.extract.events.words.titles import head_of
from pipelines.korean.cued import Cued
from pipelines.korean.marks import BULLET, COLONS
from store.records import SpanPair

MARK = (
    rf"(?:{BULLET}\s?|(?:하나|둘|셋|넷|다섯|여섯|일곱|[ㄱ-ㅎ])[.)]\s?|\d{{1,2}}[.)]\s?|[가나다라마바사아자차]\.\s?|"
    r"\(\d{1,2}\)\s?|[<\[【〈]\s?){0,3}"
)
NAME = r"[가-힣]{1,2}(?:[ \u3000]{0,8}[가-힣]){0,9}(?:\s?(?:및|[/·,])\s?[가-힣](?:[ \u3000]{0,8}[가-힣]){0,5})?"
COLON = re.compile(rf"[{COLONS}\t>\]】〉\-·](?:(?<![\-·])|(?<=\s.)(?=\s))")
AT_START = re.compile(
    rf"^\s?{MARK}(?P<name>{NAME})\s?[>\]】〉)]?\s?(?:\([^()\n]{{1,12}}\)\s?)?(?P<colon>[{COLONS}]"
    rf"|\t|$|\s[-·]\s|(?<=[>\]】〉])(?=\s))"
)
CLOSING = frozenset(">]】〉)")
TOLD = frozenset(".!?~”’")
"""How sentences end. A label that is all of its line does not."""
TWO_BLANKS = re.compile(r"\s\s")
BARE = re.compile(rf"^\s?(?P<mark>{MARK})(?P<name>{NAME})(?P<gap>\s+)(?=\S)")
# «행사일시 2023. 6. 3.(토)» of a flattened table: without bullet and colon only a compound is surely a label.
_WORDS = sorted((w for w in FIELD_OF if w.isalpha()), key=len, reverse=True)
COMPOUND = re.compile(
    rf"^\s?(?:(?P<mark>{BULLET}\s?|\d{{1,2}}[.)]\s?)(?P<name>{'|'.join(w for w in _WORDS if len(w) > 1)})|"
    rf"(?P<plain>{'|'.join(w for w in _WORDS if len(w) > 3 or w.endswith('명'))}))\s+(?=\S)"
)
# «곳   후평동 행복나눔터 다목적실»: blanks set the value apart.
WIDE = re.compile(rf"^\s?{MARK}(?P<name>{'|'.join(w for w in _WORDS)})\s{{2,}}(?=\S)")
# «❖ 배우는 날   매주 木요일 9/15 ~ 10/20»
PLAIN_WIDE = re.compile(rf"^\s?{MARK}(?P<name>[가-힣]+(?:\s[가-힣]+){{0,3}})\s{{2,}}(?=\S)")
# «주최 안동시   주관 안동시사회적경제허브센터   후원 국립안동대학교»
BODIES = re.compile(
    rf"^\s?{MARK}(?P<name>주최|주관|여는 곳|하는 곳)\s"
    r"(?=\S[^.]{2,40}(?:\s{2,}|\s?[·/|]\s?)(?:주관|후원|협찬|협력|돕는 곳|함께하는 곳)\s)"
)
LONGER = re.compile(r"[가-힣 ]{1,10}\s?[:：]")  # «▶영화 모임: 14일 저녁 …»: what it is called goes on
NO_VALUE = re.compile(r"전에|후에|하[신실시]|[은는을를이가]\s|안내")  # «☞ 신청 전에 들어보세요»
_PAIRS = "|".join(re.escape(w) for w in FIELD_OF if re.search(r"[/·,]", w))
LATER_NAME = rf"{_PAIRS}|[가-힣]{{2,7}}|[일장대인문주][ \u3000]{{1,6}}[시소상원의최관]"
LATER = Cued(
    rf"(?:\s?[/|,;·]\s?|\s{{1,6}}|{BULLET}\s?)(?P<name>{LATER_NAME})(?:\s?[:：]|\s·\s)|"
    rf"(?:\s{{2,}}|\s[·/|]\s)(?P<body>주관|후원|협찬|협력|돕는 곳|함께하는 곳)\s(?=\S)",
)
CELL = re.compile(rf"^\s?(?P<name>{NAME})\s?(?P<colon>\t)")
BULLETED = re.compile(
    rf"{BULLET}|(?:하나|둘|셋|넷|다섯|여섯|일곱|[ㄱ-ㅎ])[.)]\s|\d{{1,2}}[.)]\s|[가나다라마바사아자차]\.\s"
)
NEXT_LINE_AT_MOST = 160


@dataclass(frozen=True, slots=True)
class Label:
    """One field: its name in `LABELS`, the label as written, and the span of its value."""

    field: str
    name: str
    at: int
    value: SpanPair

    def words(self, text: str) -> str:
        return text[self.value[0] : self.value[1]]


def find_labels(text: str, lines: tuple[Line, ...]) -> tuple[Label, ...]:
    """Fields in reading order. A label that ends its line takes the next line as value."""
    found: list[Label] = []
    headers = _headers(text, lines)
    changed = changed_rows(text, lines, field_of)
    replaced: set[int] = set()
    for index, line in enumerate(lines):
        if index in changed:
            found += [Label(*cell) for cell in changed[index]]
            continue
        if index in replaced:
            continue
        here = _in_line(text, line) if index not in headers else []
        for label in here:
            if label.value[0] == label.value[1]:
                if label.field == "apply" and (now := _changed_below(text, lines, index)) is not None:
                    replaced |= {index + 1, index + 2}
                    found += [replace(now[0], field="gone"), replace(label, value=now[1].value)]
                    continue
                value = _value_below(text, lines, index)
                told = value is not None and label.field == "when"
                if value is not None and told and (STEP.match(text, *value) or _schedule(text, lines, index)):
                    found.append(replace(label, field="other"))
                elif value is not None:
                    found.append(Label(label.field, label.name, label.at, value))
                continue
            found.append(_in_section(text, lines, index, label))
    return tuple(found)


# «설명회   1. 21.(수) 15:00 …» below «추진일정»: a table of steps, each with a name of its own in front of its day.
STEP = re.compile(
    r"\s?(?:[-·○ㅇ▪•]\s?)?[가-힣]{2,6}(?:\s[가-힣]{2,6})?(?:\s?[:：]\s?|\s+)(?:'?\d{2,4}\.\s?)?\d{1,2}[./월]\s?\d{1,2}"
)
# «○ 7. 2.(월) 10:30 기념식 / 북구청 대회의실» below «□ 주요 일정», line after line
DAY_FIRST = re.compile(
    r"\s?(?:[^\w\s]\s?)?(?:\d{2,4}\.\s?)?\d{1,2}[./월]\s?\d{1,2}[.일]?\s?\([월화수목금토일]\)[^가-힣\n]{0,24}(?P<what>[가-힣][^/\n]{2,40})"
)


def _schedule(text: str, lines: tuple[Line, ...], index: int) -> bool:
    """Whether two lines or more below a label each tell a day and a name of their own."""
    below = lines[index + 1 : index + 4]
    named = [m for line in below if (m := DAY_FIRST.match(text, line.start, line.end)) is not None]
    return len(named) > 1 and len({m["what"] for m in named}) > 1 and any(head_of(m["what"].strip()) for m in named)


COMMENT_MARKS = ("┗", "└", "┖", "↳", "ㄴ")
HEADER_WORDS = frozenset(
    ("회차", "차시", "주차", "구분", "순번", "번호", "주제", "강사", "교과목", "내용", "비고", "시간", "인원")
)
HEADERS_LEAST, HEADERS_MOST = 3, 8


def _headers(text: str, lines: tuple[Line, ...]) -> set[int]:
    """The columns of a table that came as one cell a line: «회차», «일시», «주제», «장소», three or more on end."""
    found = {n for n, line in enumerate(lines) if header_row(text[line.start : line.end])}
    run: list[int] = []
    for index, line in enumerate([*lines, None]):
        words = "".join(text[line.start : line.end].split()) if line is not None else ""
        if words and len(words) <= 6 and (words in HEADER_WORDS or FIELD_OF.get(words)):
            run.append(index)
        else:
            columns = {"".join(text[lines[n].start : lines[n].end].split()) for n in run}
            fields = {FIELD_OF.get(word) for word in columns}
            known = columns & HEADER_WORDS or (len(fields) == len(run) and "when" in fields)
            found |= set(run) if len(run) >= HEADERS_LEAST and known else set()
            run = []
    return found


def header_row(words: str) -> bool:
    """«회차 날짜 시간 주제 장소», «권역 일시 장소 인원»: the columns of a table, on one line."""
    cells = words.replace("|", " ").replace("/", " ").split()
    if not HEADERS_LEAST <= len(cells) <= HEADERS_MOST:  # most lines are longer
        return False
    known = sum(cell in HEADER_WORDS or bool(FIELD_OF.get(cell)) for cell in cells)
    return known >= HEADERS_LEAST and known >= len(cells) - 1


def between(labels: tuple[Label, ...], start: int, end: int) -> tuple[Label, ...]:
    """The labels that stand between two offsets; `labels` are in order."""
    first = bisect_left(labels, start, key=_at)
    return labels[first : bisect_left(labels, end, lo=first, key=_at)]


_at = attrgetter("at")
SECTION = re.compile(r"신청|접수|모집\s?(?:기간|일정|안내)|응모")
GENERAL = frozenset(("기간", "일시", "일정", "날짜", "때", "일자", "시간"))


def _in_section(text: str, lines: tuple[Line, ...], index: int, label: Label) -> Label:
    """«□ 신청접수» above «○ 기간 : 10. 14. ~ 10. 31.»: a general label is of what its section is headed."""
    if label.field != "when" or label.name not in GENERAL:
        return label
    mark = BULLETED.match(text, lines[index].start)
    for line in reversed(lines[max(0, index - 6) : index]):
        other = BULLETED.match(text, line.start)
        if other is None or (mark is not None and other[0] == mark[0]):
            continue
        words = text[line.start : line.end]
        if len(words) > 24 or re.search(r"[:：]\s*\S", words):
            return label
        return replace(label, field="apply") if SECTION.search(words) else label
    return label


# «▷ 당초 : 9. 30.까지» and «▷ 변경 : 10. 15.까지» below «□ 접수기한»
_NOW = re.compile(r"\W{0,5}(?:변\s?경|바뀐|연\s?장)")


def _changed_below(text: str, lines: tuple[Line, ...], index: int) -> tuple[Label, Label] | None:
    """What was and what is, as two fields below one that says of what."""
    if len(lines) < index + 3:
        return None
    was, now = _in_line(text, lines[index + 1])[:1], _in_line(text, lines[index + 2])[:1]
    told = was and now and was[0].field == "was" and _NOW.match(text, now[0].at)
    return (was[0], now[0]) if told else None


def _value_below(text: str, lines: tuple[Line, ...], index: int) -> SpanPair | None:
    """The line below a label that ends its line; further ones («이틀 다 11:00 - 17:00») up to the next bullet."""
    below = lines[index + 1 : index + 2]
    if not below or _in_line(text, below[0]) or below[0].end - below[0].start > NEXT_LINE_AT_MOST:
        return None
    end = below[0].end
    marked = BULLETED.match(text, lines[index].start) is not None
    for line in lines[index + 2 : index + 4]:
        if not marked and not _NOW.match(text, line.start, line.end):
            break
        if (
            BULLETED.match(text, line.start)
            or _in_line(text, line)
            or line.end - line.start > 60
            or "\n\n" in text[end : line.start]
        ):
            break
        end = line.end
    return below[0].start, end


def _in_line(text: str, line: Line) -> list[Label]:
    words = text[line.start : line.end]
    starts = [(m, m.end()) for m in [_first(words)] if m is not None]
    picture = pictured(words) if not starts else None
    if picture is not None:
        led, name, behind = picture
        return [Label(led, name, line.start, _trim(text, line.start + behind, line.end))]
    if starts:
        starts += [(m, m.end()) for m in LATER.finditer(words, starts[0][1]) if field_of(_named(m))]
    labels = []
    for number, (match, value) in enumerate(starts):
        until = starts[number + 1][0].start() if number + 1 < len(starts) else len(words)
        span = _trim(text, line.start + value, line.start + until)
        group = _group(match)
        field = field_of(match[group])
        if field is not None:
            labels.append(Label(field, re.sub(r"\s", "", match[group]), line.start + match.start(group), span))
    return labels


def _group(match: re.Match[str]) -> str:
    """Which of a pattern's groups holds the label."""
    return next(g for g in ("name", "plain", "body") if g in match.re.groupindex and match[g])


def _named(match: re.Match[str]) -> str:
    return match[_group(match)]


@lru_cache(maxsize=512)  # a line is asked by its neighbours too
def _first(words: str) -> re.Match[str] | None:
    if words.lstrip()[:1] in COMMENT_MARKS:  # «┗ 담당자: 다음 교육은 …»
        return None
    match = AT_START.match(words) if words[-1:] not in TOLD or COLON.search(words) else None
    if match is not None and field_of(match["name"]):
        bracketed = words[match.end("name") :].lstrip()[:1] in CLOSING  # «〈언제까지〉 2023년 7월 7일(금) 자정»
        return match if match["colon"] or bracketed or len(words) < 16 else None
    apart = TWO_BLANKS.search(words) is not None
    # Without a colon only a bullet, or blanks inside the label, tell a label from a sentence.
    bare = BARE.match(words) if apart or not _begins_plainly(words) else None
    if (
        bare is not None
        and (bare["mark"].strip() or "  " in bare["name"] or len(bare["gap"]) > 1)
        and field_of(bare["name"]) not in (None, "other")
        and not NO_VALUE.match(words, bare.end())
        and not (field_of(bare["name"]) == "name" and LONGER.match(words, bare.end()))
    ):
        return bare
    wide = WIDE.match(words) if apart else None
    told = PLAIN_WIDE.match(words) if apart and wide is None else None
    if told is not None and field_of(told["name"]) not in (None, "other"):
        return told
    if wide is not None:
        return wide
    bodies = BODIES.match(words) if "주최" in words or "주관" in words or "는 곳" in words else None
    if bodies is not None:
        return bodies
    compound = COMPOUND.match(words)
    if (
        compound is not None
        and not NO_VALUE.match(words, compound.end())
        and not re.search(r"^(?:은|는|이|가|을|를|및|안내|변경|연장|공고)", words[compound.end() :])
    ):
        return compound
    return _table_cell(words)


def _begins_plainly(words: str) -> bool:
    """With a syllable that is no mark of a list («가.», «하나.»)."""
    return "가" <= words[:1] <= "힣" and words[1:2] not in (".", ")") and words[2:3] not in (".", ")")


def labelled(words: str) -> bool:
    """Whether a line begins with a label."""
    return _first(words) is not None


def _table_cell(words: str) -> re.Match[str] | None:
    """«일시\t2024.5.1.» of a flattened table."""
    match = CELL.match(words) if "\t" in words else None
    return match if match is not None and field_of(match["name"]) else None


def _trim(text: str, start: int, end: int) -> SpanPair:
    while start < end and text[start] in " \t\u3000:：/|":
        start += 1
    while end > start and text[end - 1] in " \t\u3000/|,;":
        end -= 1
    return start, end
