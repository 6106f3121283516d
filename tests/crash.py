"""kill -9 at random moments of a run, then run again: `python tests/crash.py [KILLS]` prints what became of it.

Twenty kills by default, spread over homes of one to five kills each. The final store and digest must equal those
of an undisturbed run, row for row.
"""

from __future__ import annotations

import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "pipelines"))
from homes import digest, moments, rows_of, run, run_and_kill, store_of


def main(kills: int) -> int:
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "undisturbed"
        began = time.monotonic()
        run(whole)
        longest = time.monotonic() - began
        rows, shown = rows_of(store_of(whole)), digest(whole)
        left, equal, homes, hit = kills, 0, 0, 0
        for size in cycle((1, 2, 3, 5, 4)):
            if left <= 0:
                break
            home = Path(folder) / f"home{homes}"
            for moment in moments(homes, min(size, left), longest):
                hit += run_and_kill(home, moment)
            run(home)
            equal += rows_of(store_of(home)) == rows and digest(home) == shown
            homes, left = homes + 1, left - size
    print(f"{kills} kills over {homes} homes, {hit} of them while the run was working (it takes {longest:.1f} s)")
    print(f"final store and digest equal to an undisturbed run: {equal} of {homes} homes")
    return 0 if equal == homes else 1


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20))
