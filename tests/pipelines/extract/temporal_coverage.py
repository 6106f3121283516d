"""Two public sets of Korean time expressions, read beside korean-datetime, the differences of convention named.

    python -m tests.pipelines.extract.temporal_coverage SHARED/data/temporal [--show]     (`make scores` prints it too)

Neither set is ours to be right by. Recognizers-Text is chat style, partly machine-translated: it takes the next
occurrence where the guideline takes the nearest, and ends ranges the day after. Duckling resolves bare weekdays and
hours to the next one after its clock (04:30) and ends intervals exclusively. What neither the guideline nor we call a
time (lengths without a beginning, centuries, «곧», parts of a second) counts as not read.

korean-datetime (MIT) is asked with the settings it recommends for news: the nearest cycle, hours by daytime. Its ends
are exclusive and are moved to ours; a point in time has none. The annotated sets below follow our guideline, which it
cannot know (deadlines without a beginning, the next occurrence of a cycle), and our rules were mended on them.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from korean_datetime import Kind, ParseOptions, TemporalParser

from pipelines.extract.times import find_times, read_expression

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


Value = dict[str, str | None] | None
"""Start and end as ISO 8601; None: nothing was found at the words."""


def difference(case: Case, value: Value) -> str:
    """One word for how a reading stands to that of the set."""
    if value is None:
        return "not read"
    said = value["start"] or value["end"]
    if said is None:
        return "left open"
    theirs = _instant(case.start, case.ref)
    mine = _instant(said[:19], case.ref)
    if theirs is None or mine is None:
        return "other value"
    if mine == theirs or (len(said) == 10 and mine.date() == theirs.date()):
        return _end_difference(case, value["end"])
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


def _end_difference(case: Case, end: str | None) -> str:
    theirs = _instant(case.end, case.ref)
    if theirs is None or end is None:
        return "same"
    mine = _instant(end[:19], case.ref)
    if mine == theirs:
        return "same"
    if mine is not None and len(end) == 10 and mine.date() == theirs.date() - timedelta(days=1):
        return "same (theirs ends exclusively)"
    return "same start, other end"


def _place(case: Case) -> tuple[int, int]:
    start = case.context.index(case.expression)
    return start, start + len(case.expression)


def ours(case: Case) -> Value:
    """The value of the marked expression, where the reader of whole texts finds words there at all."""
    start, end = _place(case)
    found = find_times(case.context, datetime.fromisoformat(case.ref))
    if not any(w.span[0] < end and start < w.span[1] for w in found):
        return None
    item = {"id": "", "ref": case.ref, "context": case.context, "expression": case.expression, "span": (start, end)}
    return read_expression(item)


_PEER = TemporalParser(ParseOptions(cycle="nearest", ambiguous_hour="daytime"))  # type: ignore[arg-type]


def korean_datetime(case: Case) -> Value:
    start, end = _place(case)
    now = datetime.fromisoformat(case.ref[:19])
    found = [e for e in _PEER.parse_all(case.context, now=now) if e.span[0] < end and start < e.span[1]]
    return _peer_value(max(found, key=lambda e: e.span[1] - e.span[0])) if found else None


def _peer_value(found: Any) -> dict[str, str | None]:
    if found.kind is Kind.DATE:
        return {"start": f"{found.start.date()}", "end": f"{(found.end - timedelta(days=1)).date()}"}
    return {"start": found.start.isoformat(), "end": found.end.isoformat() if found.is_range else None}


READERS: dict[str, Callable[[Case], Value]] = {"dure": ours, "korean-datetime": korean_datetime}


def annotated(path: Path) -> Iterator[tuple[Case, dict[str, Any]]]:
    """Expressions annotated by the guideline, the disputable ones left out."""
    for row in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(row)
        if "disputable" not in item["flags"]:
            yield Case("gold", item["context"], item["expression"], item["ref"], item["start"], item["end"]), item


def exact(case: Case, value: Value) -> bool:
    """Both ends as annotated, to the minute; «no time» is nothing found."""
    said = value or {"start": None, "end": None}
    return all(
        (said[end] or "")[:16] == (wanted or "")[:16] for end, wanted in (("start", case.start), ("end", case.end))
    )


def print_annotated(paths: list[Path]) -> None:
    print("Annotated by the guideline, exact interval" + "".join(f"{reader:>18}" for reader in READERS))
    for path in paths:
        cases = list(annotated(path))
        right = [exact(case, read_expression(item)) for case, item in cases]
        theirs = [exact(case, korean_datetime(case)) for case, _ in cases]
        shares = "".join(f"{sum(kept) / len(cases):18.1%}" for kept in (right, theirs))
        print(f"  {f'{path.stem}, {len(cases)} expressions':<45}{shares}")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--show", action="store_true", help="print every case in which we differ")
    options = arguments.parse_args()
    for name, source in (("Duckling", duckling), ("Recognizers-Text", recognizers)):
        cases = list(source(options.folder))
        tallies = {reader: Counter(difference(case, read(case)) for case in cases) for reader, read in READERS.items()}
        if options.show:
            for case in cases:
                value = ours(case)
                if not (verdict := difference(case, value)).startswith("same"):
                    print(
                        f"  {verdict}: «{case.expression}» in «{case.context.strip()}» {case.start}..{case.end} {value}"
                    )
        print(f"{name}, {len(cases)} labelled expressions" + "".join(f"{reader:>18}" for reader in READERS))
        for verdict in dict.fromkeys(v for tally in tallies.values() for v, _ in tally.most_common()):
            shares = "".join(f"{tally[verdict] / len(cases):18.1%}" for tally in tallies.values())
            print(f"  {verdict:<45}{shares}")
    gold = options.folder.parents[1] / "gold" / "temporal.jsonl"
    own = Path(__file__).parents[2] / "gold"
    print_annotated([gold, own / "temporal_blind3.jsonl", own / "temporal_own3.jsonl"])


if __name__ == "__main__":
    main()
