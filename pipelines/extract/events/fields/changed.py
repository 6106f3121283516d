"""Tables of what was and what is: «날짜 / 2월 23일(금) / 2월 29일(목)» below «구분 / 처음 안내 / 바뀐 내용»."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipelines.extract.boilerplate import Line
from store.records import SpanPair

# «구분 / 처음 안내 / 바뀐 내용» above «날짜 / 2월 23일(금) / 2월 29일(목)»
BEFORE_CELL = re.compile(r"처음|당\s?초|기존|종전|변경\s?전|수정\s?전|애초|원래|(?:바뀌|고치)기\s?전")
AFTER_CELL = re.compile(r"바뀐|변\s?경|수정|고친|조정|새")
SAME_CELL = re.compile(r"\W{0,2}(?:변동|변경|바뀐\s?것)\s?없음\W?|\W{0,2}(?:같음|그대로|좌동|상동|동일)\W?")
"""«시간 | 14:00~17:00 | 변동 없음»: what was is what is."""
RULE = re.compile(r"[\W_]+")  # «────────» below the columns


Cell = tuple[str, str, int, SpanPair]  # field, label as written, where it stands, span of its value


def changed_rows(text: str, lines: tuple[Line, ...], field_of: Callable[[str], str | None]) -> dict[int, list[Cell]]:
    """Fields of such a table: each row by the number of its line, what was before what is."""
    found: dict[int, list[Cell]] = {}
    columns: tuple[int, int, int] | None = None
    for number, line in enumerate(lines):
        cells = _slashed(text, line)
        if columns is not None and RULE.fullmatch(text, line.start, line.end):
            continue
        if len(cells) == 1:  # most lines: no row of any table
            columns = None
            continue
        words = [text[a:b] for a, b in cells]
        before = next((n for n, w in enumerate(words) if len(w) <= 10 and BEFORE_CELL.search(w)), None)
        after = next(
            (n for n, w in enumerate(words) if before is not None and n > before and _tells_after(w)),
            None,
        )
        cornered = before == 0  # nothing stands above the labels
        if before is not None and after is not None and (before or len(cells) == 2):
            columns = len(cells) + cornered, before + cornered, after + cornered
        elif columns is not None and len(cells) == columns[0]:
            if (field := field_of(words[0])) is None:
                continue
            was, now = cells[columns[1]], cells[columns[2]]
            now = was if SAME_CELL.fullmatch(text, *now) else now
            name = "".join(words[0].split())
            found[number] = [(field, name, cells[0][0], now)]
            if now != was:
                found[number].insert(0, ("was" if field == "when" else "gone", name, cells[0][0], was))
        else:
            columns = None
    return found


def _tells_after(words: str) -> bool:
    return len(words) <= 10 and AFTER_CELL.search(words) is not None


def _slashed(text: str, line: Line) -> list[SpanPair]:
    cells: list[SpanPair] = []
    start, end = _trimmed(text, line.start, line.end)
    at = start
    for mark in _BORDER.finditer(text, start, end):
        cells.append(_trimmed(text, at, mark.start()))
        at = mark.end()
    return [*cells, _trimmed(text, at, end)]


_BORDER = re.compile(r"\s[/|│ㅣ｜]\s+|(?<=\S)\s{2,30}(?:[/|│ㅣ｜]\s+)?")


def _trimmed(text: str, start: int, end: int) -> SpanPair:
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip())
