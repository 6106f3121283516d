"""Reading Korean: CPU time a document of 1,100 characters.

Bars (issue 4): screen ≤ 0.1 ms, times ≤ 0.5 ms, whole reading of a relevant document ≤ 10 ms on average.

Measured are all relevant texts of tests/gold, each as it stands, and the mean is scaled to 1,100 characters; screen and
times also on the irrelevant ones. These texts are short and dense: 15 times and 6 events in 1,100 characters, where the
articles of recorded pages have six and three. So the cost of one time and of one event stands beside the cost of a
document. «joined»: texts run together and cut at 1,100 characters, documents of that length as the bar is worded.

The peer of `times` is what people write first: fourteen plain patterns for dates and hours, which find words but
resolve nothing, with no tense, range or cycle. All run in the same interleaved rounds; the least of the rounds counts,
since other work on the machine only ever adds. Hostile megabytes are in `bench_hostile`.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from pipelines.extract.lines import extract_line  # noqa: E402
from pipelines.extract.relevance import screen  # noqa: E402
from pipelines.extract.times import find_times  # noqa: E402

GOLD = ROOT / "tests" / "gold"
GIVEN = ("id", "channel", "source", "title", "byline", "published_at", "text")
"""What a reader gets: no annotation goes in."""
SIZE = 1100
ROUNDS = 7
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


def articles() -> list[dict[str, Any]]:
    files = sorted(GOLD.glob("articles_*.jsonl"))
    return [json.loads(row) for file in files for row in file.read_text(encoding="utf-8").splitlines()]


def document(article: dict[str, Any], texts: list[str], at: int) -> dict[str, Any]:
    """The article with its text made SIZE long by the texts that follow it in the set."""
    text = article["text"]
    while len(text) < SIZE:
        at += 1
        text += "\n" + texts[at % len(texts)]
    return {**article, "text": text[:SIZE]}


def peer(text: str) -> int:
    return sum(len(pattern.findall(text)) for pattern in PEER)


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
    relevant = [a for a in given if a["relevant"]]
    items = [{name: a[name] for name in GIVEN if name in a} for a in relevant]
    joined = [document(item, texts, given.index(a)) for item, a in zip(items[:40], relevant[:40], strict=True)]
    refs = [datetime.fromisoformat(a["published_at"]) for a in given]
    long = [(item["text"], datetime.fromisoformat(item["published_at"])) for item in joined]
    found = [extract_line(item) for item in items]  # dictionaries are read once, outside the measurement
    times = sum(len(find_times(a["text"], datetime.fromisoformat(a["published_at"]))) for a in relevant)
    size, own = sum(map(len, texts)), sum(len(a["text"]) for a in relevant)
    works: dict[str, tuple[Callable[[], object], float, float | None]] = {
        "screen": (lambda: [screen(a["title"], a["text"]) for a in given], size, 0.1),
        "times": (lambda: [find_times(text, ref) for text, ref in zip(texts, refs, strict=True)], size, 0.5),
        "times, joined": (lambda: [find_times(text, ref) for text, ref in long], SIZE * len(joined), None),
        "14 patterns, nothing resolved": (lambda: [peer(text) for text in texts], size, None),
        "whole reading": (lambda: [extract_line(item) for item in items], own, 10.0),
        "whole reading, joined": (lambda: [extract_line(item) for item in joined], SIZE * len(joined), None),
    }
    over = 0
    best = measured({name: work for name, (work, _, _) in works.items()})
    for name, (_, characters, bar) in works.items():
        each = best[name] / characters * SIZE * 1000
        over += bar is not None and each > bar
        print(f"{name:<30} {each:7.3f} ms a document of {SIZE:,} characters" + (f"   (bar {bar} ms)" if bar else ""))
    events = sum(len(row["events"]) for row in found)
    per_event = best["whole reading"] / events * 1000
    print(
        f"{len(items)} relevant texts, {own:,} characters; in {SIZE:,} of them {times * SIZE / own:.1f} times and "
        f"{events * SIZE / own:.1f} events: {per_event:.2f} ms for each event with all around it"
    )
    return 1 if over else 0


if __name__ == "__main__":
    raise SystemExit(main())
