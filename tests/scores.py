"""What is read right: `make scores` runs the stage commands over the shared pages and gold set and prints the figures.

Everything goes through the commands as anyone else would call them, and through the scorers that come with the
material; nothing is measured in-process.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
DURE = Path(sys.executable).with_name("dure")
GOLD = {
    "extract": "articles.jsonl",
    "cluster": "duplicates.jsonl",
    "match": "org_pairs.jsonl",
    "when": "temporal.jsonl",
}


def main() -> int:
    if not SHARED.is_dir():
        print(f"dure: the shared pages and gold set are not at {SHARED}; nothing to score against.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        there = Path(folder)
        write(there / "read.jsonl", ["parse", "--index", str(SHARED / "pages" / "index.jsonl")])
        print("== pages", flush=True)
        score(SHARED / "pages" / "score.py", "--pred", str(there / "read.jsonl"), *sys.argv[1:])
        for command, name in GOLD.items():
            write(there / name, [command, str(SHARED / "gold" / name)])
        score(SHARED / "gold" / "score.py", "--pred", folder)
    print("\n== public label sets of times, beside korean-datetime", flush=True)
    coverage = ["-m", "tests.pipelines.extract.temporal_coverage", str(SHARED / "data" / "temporal")]
    subprocess.run([sys.executable, *coverage], check=True, cwd=ROOT)
    return 0


def write(path: Path, arguments: list[str]) -> None:
    """One command's output into a file."""
    with path.open("wb") as out:
        subprocess.run([str(DURE), *arguments], stdout=out, check=True)


def score(script: Path, *arguments: str) -> None:
    """A scorer's own words."""
    subprocess.run([sys.executable, str(script), *arguments], check=True)


if __name__ == "__main__":
    raise SystemExit(main())
