"""Reading Korean: CPU time a document of 1,100 characters, and hostile megabytes.

Bars (issue 4): screen ≤ 0.1 ms, times ≤ 0.5 ms, whole reading of a relevant document ≤ 10 ms, 1 MB under a second.

Documents are the annotated texts of tests/gold joined or cut to 1,100 characters (relevant ones for the whole reading).
The peer of `times` is what people write first: fourteen plain patterns for dates and hours, which find words but
resolve nothing, with no tense, range or cycle. All run in the same interleaved rounds; the least of the rounds counts,
since other work on the machine only ever adds.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from pipelines.extract.lines import extract_line  # noqa: E402
from pipelines.extract.relevance import screen  # noqa: E402
from pipelines.extract.times import find_times  # noqa: E402

GOLD = ROOT / "tests" / "gold"
SETS = ("articles_own.jsonl", "articles_blind1.jsonl", "articles_blind2.jsonl")
GIVEN = ("id", "channel", "source", "title", "byline", "published_at", "text")
"""What a reader gets: no annotation goes in."""
SIZE = 1100
ROUNDS = 7
MEGABYTE = 1_000_000
PEER = tuple(
    re.compile(pattern)
    for pattern in (
        r"\d{4}년\s*\d{1,2}월\s*\d{1,2}일",
        r"\d{4}\.\s*\d{1,2}\.\s*\d{1,2}\.?",
        r"\d{4}-\d{2}-\d{2}",
        r"\d{1,2}월\s*\d{1,2}일",
        r"\d{1,2}/\d{1,2}",
        r"\d{1,2}일(?!간)",
        r"(?:오전|오후)\s*\d{1,2}시(?:\s*\d{1,2}분|\s*반)?",
        r"\d{1,2}:\d{2}",
        r"(?:지난|오는|다음|이번)\s*(?:주|달|해)",
        r"(?:그저께|어제|오늘|내일|모레)",
        r"[월화수목금토일]요일",
        r"매(?:주|월|년|일)",
        r"\d{1,3}(?:일|주|개월)(?:간|\s*동안)",
        r"(?:상|하)반기|[1-4]분기|연말|연초",
    )
)
HOSTILE = (
    *(
        "1",
        "12",
        "(",
        " ",
        "~",
        "'",
        "“",
        "🌱",
        "가",
        "제",
        "월",
        "일 ",
        "1일 ",
        "10:",
        "1-",
        "1년",
        "매주 ",
        "3.5,",
        "오전 ",
        "첫째 ",
    ),
    *("년월일", "정월 초", "다. ", "했다 ", "2024. 1. 2.(화) 10시~"),
)
"""What a megabyte is made of: figures and words that open an expression, endings of sentences, signs without a pair."""
HOSTILE_WHOLE = ("1", "(", "1일 ", "사회적기업 ", "문의 ", "님 ")
"""The same through the whole reading."""


def articles() -> list[dict[str, Any]]:
    return [json.loads(row) for name in SETS for row in (GOLD / name).read_text(encoding="utf-8").splitlines()]


def document(article: dict[str, Any], texts: list[str], at: int) -> dict[str, Any]:
    """The article with its text made SIZE long by the texts that follow it in the set."""
    text = article["text"]
    while len(text) < SIZE:
        at += 1
        text += "\n" + texts[at % len(texts)]
    return {**article, "text": text[:SIZE]}


def peer(text: str) -> int:
    return sum(len(pattern.findall(text)) for pattern in PEER)


def megabyte(unit: str) -> str:
    return (unit * (MEGABYTE // len(unit) + 1))[:MEGABYTE]


def hostile_works(ref: datetime) -> dict[str, Callable[[], object]]:
    """Times of a megabyte of each unit, and the whole reading of some."""
    works: dict[str, Callable[[], object]] = {}
    for unit in HOSTILE:
        works[f"times, 1 MB of «{unit}»"] = partial(find_times, megabyte(unit), ref)
    for unit in HOSTILE_WHOLE:
        item = {"id": "x", "channel": "board", "title": "협동조합", "text": "협동조합은 " + megabyte(unit)}
        works[f"whole, 1 MB of «{unit}»"] = partial(extract_line, {**item, "published_at": ref.isoformat()})
    return works


def measured(works: dict[str, Callable[[], object]], rounds: int = ROUNDS) -> dict[str, float]:
    """CPU seconds of each, the least of interleaved rounds."""
    best = dict.fromkeys(works, float("inf"))
    for _ in range(rounds):
        for name, work in works.items():
            start = time.process_time()
            work()
            best[name] = min(best[name], time.process_time() - start)
    return best


def main() -> int:
    given = articles()
    texts = [a["text"] for a in given]
    made = [document(article, texts, at) for at, article in enumerate(given)]
    inputs = [{name: a[name] for name in GIVEN if name in a} for a in made]
    refs = [datetime.fromisoformat(a["published_at"]) for a in made]
    relevant = [item for item, article in zip(inputs, given, strict=True) if article["relevant"]][:40]
    extract_line(relevant[0])  # the analyser's dictionary is read once, outside the measurement
    works: dict[str, Callable[[], object]] = {
        "screen": lambda: [screen(a["title"], a["text"]) for a in made],
        "times": lambda: [find_times(a["text"], ref) for a, ref in zip(made, refs, strict=True)],
        "14 patterns, nothing resolved": lambda: [peer(a["text"]) for a in made],
        "whole reading": lambda: [extract_line(item) for item in relevant],
    }
    bars = {"screen": 0.1, "times": 0.5, "whole reading": 10.0}
    counts = {"whole reading": len(relevant)}
    over = 0
    for name, seconds in measured(works).items():
        each = seconds / counts.get(name, len(made)) * 1000
        bar = bars.get(name)
        over += bar is not None and each > bar
        print(f"{name:<30} {each:7.3f} ms a document" + (f"   (bar {bar} ms)" if bar else ""))
    worst = measured(hostile_works(refs[0]), rounds=2)
    for name, seconds in worst.items():
        print(f"{name:<40} {seconds:7.3f} s" + ("   over the bar of 1 s" if seconds >= 1 else ""))
    return 1 if over or max(worst.values()) >= 1 else 0


if __name__ == "__main__":
    raise SystemExit(main())
