"""Tables of what was and what is: «날짜 / 2월 23일(금) / 2월 29일(목)» below «구분 / 처음 안내 / 바뀐 내용»."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipelines.extract.boilerplate import Line
from pipelines.korean.cued import Cued
from store.records import SpanPair

# «구분 / 처음 안내 / 바뀐 내용» above «날짜 / 2월 23일(금) / 2월 29일(목)»
BEFORE_CELL = re.compile(r"처음|당초|기존|종전|변경\s?전|수정\s?전|애초|원래|바뀌기\s?전")
AFTER_CELL = re.compile(r"바뀐|변경|수정|고친|조정|새")


Cell = tuple[str, str, int, SpanPair]  # field, label as written, where it stands, span of its value


def changed_rows(text: str, lines: tuple[Line, ...], field_of: Callable[[str], str | None]) -> dict[int, list[Cell]]:
    """Fields of such a table: each row by the number of its line, what was before what is."""
    found: dict[int, list[Cell]] = {}
    columns: tuple[int, int, int] | None = None
    for number, line in enumerate(lines):
        cells = _slashed(text, line)
        if len(cells) == 1:  # most lines: no row of any table
            columns = None
            continue
        words = [text[a:b] for a, b in cells]
        before = next((n for n, w in enumerate(words) if n and len(w) <= 10 and BEFORE_CELL.search(w)), None)
        after = next(
            (n for n, w in enumerate(words) if before and n > before and len(w) <= 10 and AFTER_CELL.search(w)), None
        )
        if before is not None and after is not None:
            columns = len(cells), before, after
        elif columns is not None and len(cells) == columns[0] and (field := field_of(words[0])) is not None:
            was, now = cells[columns[1]], cells[columns[2]]
            name = "".join(words[0].split())
            found[number] = [(field, name, cells[0][0], now)]
            if field == "when" and now != was:
                found[number].insert(0, ("was", name, cells[0][0], was))
        else:
            columns = None
    return found


def _slashed(text: str, line: Line) -> list[SpanPair]:
    cells, at = [], line.start
    for mark in _BORDER.finditer(text, line.start, line.end):
        cells.append(_trimmed(text, at, mark.start()))
        at = mark.end()
    return [*cells, _trimmed(text, at, line.end)]


_BORDER = Cued(r"\s[/|]\s")


def _trimmed(text: str, start: int, end: int) -> SpanPair:
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip())
