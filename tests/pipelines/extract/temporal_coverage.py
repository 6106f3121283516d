"""Coverage on two public sets of Korean time expressions, with the differences of convention named.

    python -m tests.pipelines.extract.temporal_coverage SHARED/data/temporal [--show]

Neither set is ours to be right by. Recognizers-Text is chat style, partly machine-translated: it takes the next
occurrence where the guideline takes the nearest, and ends ranges the day after. Duckling resolves bare weekdays and
hours to the next one after its clock (04:30) and ends intervals exclusively.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from pipelines.extract.times import find_times, read_expression
from store.records import When

DUCKLING_NOW = "2013-02-12T04:30:00+09:00"
_DUCKLING = re.compile(r"examples \((datetime\w*) (.*?)\)\s*\[(.*?)\]", re.S)
_NUMBERS = re.compile(r"\((\d+), (\d+), (\d+), (\d+), (\d+), (\d+)\)")
RECOGNIZERS = (
    "DateParser",
    "DatePeriodParser",
    "DateTimeModel",
    "TimePeriodParser",
    "DateTimePeriodParser",
    "TimeParser",
)


class Case(NamedTuple):
    kind: str
    context: str
    expression: str
    ref: str
    start: str | None
    end: str | None


def duckling(folder: Path) -> Iterator[Case]:
    """Phrases with a moment or an interval (its end exclusive)."""
    source = (folder / "duckling_ko" / "Corpus.hs.txt").read_text(encoding="utf-8")
    for kind, value, phrases in _DUCKLING.findall(source):
        moments = [datetime(*(int(n) for n in found)).isoformat() for found in _NUMBERS.findall(value)]
        for phrase in re.findall(r'"([^"]+)"', phrases):
            if moments:
                yield Case(kind, phrase, phrase, DUCKLING_NOW, moments[0], moments[1] if len(moments) > 1 else None)


def recognizers(folder: Path) -> Iterator[Case]:
    """Single expressions with a resolved value; the past or future reading, whichever lies nearer."""
    for name in RECOGNIZERS:
        for row in json.loads((folder / "recognizers_text_ko" / f"{name}.json").read_text(encoding="utf-8")):
            for result in row["Results"]:
                values = _values(result)
                if values and result["Text"] in row["Input"]:
                    ref = row.get("Context", {}).get("ReferenceDateTime", "2016-11-07T00:00:00")[:19]
                    yield Case(name, row["Input"], result["Text"], ref, *values)


def _values(result: dict) -> tuple[str | None, str | None] | None:  # type: ignore[type-arg]
    value = result.get("Value") or {}
    if value:
        found = value.get("FutureResolution") or {}
    else:
        found = (result.get("Resolution", {}).get("values") or [{}])[-1]
        found = {k: found[k] for k in ("value", "start", "end") if k in found}
    start = next((v for k, v in found.items() if k.lower().startswith(("start", "date", "time", "value"))), None)
    end = next((v for k, v in found.items() if k.lower().startswith("end")), None)
    return (start, end) if start else None


def _instant(text: str | None, ref: str) -> datetime | None:
    """Their values: a date, a date and time, or a time of the reference day."""
    if text is None:
        return None
    try:
        return datetime.fromisoformat(text if "-" in text else f"{ref[:10]}T{text}")
    except ValueError:
        return None


def difference(case: Case, when: When | None, ours: dict) -> str:  # type: ignore[type-arg]
    """One word for how our reading stands to theirs."""
    if when is None or (ours["start"] is None and ours["end"] is None):
        return "not read" if when is None else "left open"
    theirs = _instant(case.start, case.ref)
    mine = _instant((ours["start"] or ours["end"])[:19], case.ref)
    if theirs is None or mine is None:
        return "other value"
    if mine == theirs or (len(ours["start"] or ours["end"]) == 10 and mine.date() == theirs.date()):
        return _end_difference(case, ours)
    gap = abs(mine - theirs)
    if gap % timedelta(days=7) == timedelta(0) and gap <= timedelta(days=14):
        return "another week (theirs: the next one)"
    if mine.date() == theirs.date() and gap == timedelta(hours=12):
        return "before or after noon (ours: 1–7 after)"
    if mine.time() == theirs.time() and gap < timedelta(days=2):
        return "one day (theirs: the next after their clock)"
    if (mine.month, mine.day) == (theirs.month, theirs.day) or (mine.day == theirs.day and gap < timedelta(days=40)):
        return "another month or year (ours: the nearest)"
    return "other value"


def _end_difference(case: Case, ours: dict) -> str:  # type: ignore[type-arg]
    theirs = _instant(case.end, case.ref)
    if theirs is None or ours["end"] is None:
        return "same"
    mine = _instant(ours["end"][:19], case.ref)
    if mine == theirs:
        return "same"
    if mine is not None and len(ours["end"]) == 10 and mine.date() == theirs.date() - timedelta(days=1):
        return "same (theirs ends exclusively)"
    return "same start, other end"


def read(case: Case) -> tuple[When | None, dict]:  # type: ignore[type-arg]
    """What both doors say: the words found in the context, and the value of the marked expression."""
    start = case.context.index(case.expression)
    span = (start, start + len(case.expression))
    ref = datetime.fromisoformat(case.ref)
    found = [w for w in find_times(case.context, ref) if w.span[0] < span[1] and span[0] < w.span[1]]
    item = {"id": "", "ref": case.ref, "context": case.context, "expression": case.expression, "span": span}
    ours = read_expression(item)
    return (found[0] if found else None), ours


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--show", action="store_true", help="print every case that differs")
    options = arguments.parse_args()
    for name, source in (("duckling", duckling), ("recognizers", recognizers)):
        cases = list(source(options.folder))
        tally: Counter[str] = Counter()
        for case in cases:
            when, ours = read(case)
            verdict = difference(case, when, ours)
            tally[verdict] += 1
            if options.show and not verdict.startswith("same"):
                theirs, mine = f"{case.start}..{case.end}", f"{ours['start']}..{ours['end']}"
                print(f"  {verdict}: «{case.expression}» in «{case.context.strip()}» {theirs} | {mine}")
        print(f"{name}: {len(cases)} cases, {date.today():%Y-%m-%d}")
        for verdict, count in tally.most_common():
            print(f"  {count / len(cases):6.1%} {count:4} {verdict}")


if __name__ == "__main__":
    main()
