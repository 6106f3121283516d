"""`make bench`: every bench_*.py beside this file, one after the other.

CPU time, interleaved rounds, a peer in the same run.

Give names to run only those: `python tests/bench/run.py reprints pages`.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main(wanted: list[str]) -> int:
    benches = [path for path in sorted(HERE.glob("bench_*.py")) if not wanted or path.stem[len("bench_") :] in wanted]
    if not benches:
        known = ", ".join(path.stem[len("bench_") :] for path in sorted(HERE.glob("bench_*.py")))
        print(f"bench: nothing called {' '.join(wanted)}; there are {known}.", file=sys.stderr)
        return 2
    failed = 0
    for path in benches:
        print(f"\n== {path.stem[len('bench_') :]}", flush=True)
        failed += bool(subprocess.run([sys.executable, str(path)], check=False).returncode)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
