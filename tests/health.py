"""Faults put into a made world of outlets, and what the rounds said: `python tests/health.py [OUTLETS] [DAYS] [SEED]`.

Sixty outlets and thirty days by default, each kind of fault three times, two days each, beside weekends, 추석, bursts,
edits and single errors. Prints a line a kind, what was said instead where it was wrong, and the false alarms of
healthy days. Exit 1 where a bar is missed.
"""

from __future__ import annotations

import logging
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path[:0] = [str(ROOT.parent), str(ROOT / "pipelines" / "crawl")]

from fault_month import Month, month  # noqa: E402
from faults import FAULTS  # noqa: E402

DETECTED, RIGHT, FALSE = 0.95, 0.85, 0.01
TIMES = 3


def show(result: Month) -> bool:
    """Print the table; True where every bar is met."""
    for fault in FAULTS:
        told = result.told[fault.name]
        wrong = Counter(said for said in told.said if said not in fault.right)
        print(f"{fault.name:36} {told.right}/{len(told.said)}  {' '.join(f'{k}×{n}' for k, n in wrong.items())}")
    for day, name, said, why in result.alarms[:20]:
        print(f"false alarm: day {day}, {name}: {said}: {why}")
    print(f"{len(FAULTS)} kinds, {result.episodes} episodes, {result.healthy} healthy days of a source")
    print(f"seen in the same round {result.detected:.3f} (bar {DETECTED})")
    print(f"right diagnosis {result.right:.3f} (bar {RIGHT})")
    print(f"false alarms {len(result.alarms)}: {result.false:.4f} of the healthy days (bar {FALSE})")
    return result.detected >= DETECTED and result.right >= RIGHT and result.false <= FALSE


def main(count: int = 60, days: int = 30, seed: int = 1) -> int:
    logging.getLogger("dure").addHandler(logging.NullHandler())  # else each broken round prints a line of its own
    with tempfile.TemporaryDirectory() as folder:
        return 0 if show(month(Path(folder), FAULTS * TIMES, count, days, seed)) else 1


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:])))
