"""Hostile megabytes: no input costs more than in proportion to its length, and none of a megabyte more than a second.

The bar (issue 4): 1 MB of «1», of «(» and their like in under a second of CPU. Every fragment is also read at a
quarter and at a half of what is read of a text at all (`boilerplate.LONGEST`): «doubled» says by how much the cost
grew, 2 where it is linear. The least of two rounds counts.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from pipelines.extract.boilerplate import LONGEST  # noqa: E402
from pipelines.extract.lines import extract_line  # noqa: E402
from pipelines.extract.times import find_times  # noqa: E402

MEGABYTE = 1_000_000
REF = datetime.fromisoformat("2024-05-01T09:00:00+09:00")
MOST, GROWTH = 1.0, 3.0
"""Seconds for a megabyte; by how much a doubled text may cost more, a second of noise on a busy machine included."""
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
HOSTILE_WHOLE = (
    *("1", "(", "1일 ", "사회적기업 ", "문의 ", "님 ", "센터 ", "‘가나다’ "),
    *("총회\n", "5월 3일 총회를 연다. ", "□ 일시 : 5월 3일\n", "햇살협동조합은 5월 3일 시민회관에서 장터를 연다.\n"),
    *("◎ 신규 가입\n  접수 : 7. 1. ~ 7. 12.\n", "돌봄 활동가 2명을 5월 20일까지 모집한다. "),
)
"""The same through the whole reading."""


def repeated(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


def whole(text: str) -> object:
    item = {"id": "x", "channel": "board", "title": "협동조합", "published_at": REF.isoformat()}
    return extract_line({**item, "text": "협동조합은 " + text})


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds, the least of two."""
    taken = []
    for _ in range(2):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def line(name: str, reader: Callable[[str], object], unit: str) -> bool:
    """One row of the table; whether it keeps to the bars."""
    quarter, half = (seconds(partial(reader, repeated(unit, LONGEST // n))) for n in (4, 2))
    megabyte = seconds(partial(reader, repeated(unit, MEGABYTE)))
    linear = half < 0.05 or half / quarter < GROWTH
    said = "" if megabyte < MOST and linear else "   over the bar"
    shown = unit.replace("\n", "⏎")
    print(f"{name:<6} {megabyte:6.2f} s   doubled x{half / quarter:3.1f}   1 MB of «{shown}»{said}", flush=True)
    return not said


def main() -> int:
    whole("5월 3일 총회를 연다.")  # dictionaries are read once, outside the measurement
    kept = [line("times", lambda text: find_times(text, REF), unit) for unit in HOSTILE]
    kept += [line("whole", whole, unit) for unit in HOSTILE_WHOLE]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    raise SystemExit(main())
