"""A CSV of names in; the same lines with the body of the register that each means."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator

from pipelines.korean.legal_forms import read_form
from pipelines.korean.names import squeeze
from pipelines.merge.reconcile.register import LONGEST_NAME, Register

NAME = ("name", "이름", "기관명", "기업명", "조합명", "단체명", "조직명", "명칭", "마을기업명")
REGION = ("region", "지역", "시도", "소재지", "주소")
ADDED = ("id", "matched_name", "score", "match", "reasons")


def match_rows(register: Register, lines: Iterable[str], complain: Callable[[str], None]) -> Iterator[list[str]]:
    """Rows to write, a header first. A first line without a known head is already a name. Lines that name nothing
    are kept, unmatched, and complained of by number."""
    reader = csv.reader(line.replace("\0", "") for line in lines)
    first = next((row for row in reader if any(row)), None)
    if first is None:
        return
    heads = [cell.strip().lstrip("\ufeff").lower() for cell in first]
    name = next((heads.index(head) for head in NAME if head in heads), None)
    region = next((heads.index(head) for head in REGION if head in heads), None)
    rows = [] if name is not None else [(reader.line_num, first)]
    header = first if name is not None else ["name", *[f"column {n}" for n in range(2, len(first) + 1)]]
    yield [*header, *ADDED]
    for number, row in (*rows, *((reader.line_num, row) for row in reader)):
        if any(cell.strip() for cell in row):
            written = _cell(row, name or 0)
            if wrong := _wrong(written):
                complain(f"line {number}: {wrong}")
            yield [*row, *["" for _ in header[len(row) :]], *_found(register, written, _cell(row, region))]


def _cell(row: list[str], column: int | None) -> str:
    return row[column].strip() if column is not None and column < len(row) else ""


def _wrong(name: str) -> str | None:
    if not name:
        return "no name"
    if len(name) > LONGEST_NAME:
        return f"a name of {len(name)} characters"
    return None if squeeze(read_form(name)[1]) else f"«{name}» is only a legal form"


def _found(register: Register, name: str, region: str) -> list[str]:
    best = next(iter(register.candidates(name, region)), None)
    if best is None:
        return ["", "", "", "no", ""]
    answer = "yes" if best.match else "perhaps" if best.score >= 0.5 else "no"
    return [best.body.id, best.body.name, f"{best.score:.2f}", answer, "; ".join(best.reasons)]
