"""The recorded pages beside the checkout, read through the door; as a script, their scores.

python tests/sources/recorded_pages.py [FOLDER-PREFIX ...] [--worst 20]
"""

from __future__ import annotations

import contextlib
import importlib.util
import io
import json
import sys
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any
from unittest import mock

from sources.decode import decode
from sources.page import Page, Reading
from sources.reading import read

Row = dict[str, Any]


@lru_cache(maxsize=2)
def index(pages: Path) -> tuple[Row, ...]:
    with (pages / "index.jsonl").open(encoding="utf-8") as lines:
        return tuple(json.loads(line) for line in lines if line.strip())


def rows(pages: Path, prefixes: tuple[str, ...] = ()) -> list[Row]:
    return [row for row in index(pages) if not prefixes or row["file"].startswith(prefixes)]


def page_of(pages: Path, row: Row) -> Page:
    decoded = decode((pages / row["file"]).read_bytes(), row.get("content_type") or "")
    return Page(
        url=row["url"],
        final_url=row.get("final_url") or row["url"],
        status=row["status"],
        content_type=row.get("content_type") or "",
        text=decoded.text,
        encoding=decoded.encoding,
        replaced=decoded.replaced,
        fetched_at=datetime.fromisoformat(row.get("fetched_at") or "2026-11-22T12:00:00+09:00"),
        headers={"location": row["location"]} if row.get("location") else {},
    )


def readings(pages: Path, prefixes: tuple[str, ...] = ()) -> Iterator[tuple[Row, Reading]]:
    """Rows and what was read from their pages. Each page is read once in a session: readings are values."""
    for row in rows(pages, prefixes):
        yield row, _read(pages, row["file"])


@lru_cache(maxsize=4096)
def _read(pages: Path, file: str) -> Reading:
    return read(page_of(pages, next(row for row in index(pages) if row["file"] == file)))


def scored(pages: Path, work: Path, prefixes: tuple[str, ...] = (), worst: int = 0) -> tuple[dict[str, float], str]:
    """Figures of the scorer that lies with the pages, and what it printed."""
    chosen = rows(pages, prefixes)
    gold, read_file, figures = work / "gold.jsonl", work / "read.jsonl", work / "figures.json"
    gold.write_text("".join(json.dumps(row) + "\n" for row in chosen), encoding="utf-8")
    with read_file.open("w", encoding="utf-8") as out:
        for row, reading in readings(pages, prefixes):
            out.write(json.dumps({"file": row["file"], **reading.as_row()}, ensure_ascii=False) + "\n")
    spec = importlib.util.spec_from_file_location("pages_score", pages / "score.py")
    assert spec and spec.loader
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    arguments = ["score.py", "--pred", str(read_file), "--index", str(gold), "--worst", str(worst)]
    said = io.StringIO()
    with mock.patch.object(sys, "argv", [*arguments, "--json", str(figures)]), contextlib.redirect_stdout(said):
        scorer.main()
    return json.loads(figures.read_text(encoding="utf-8")), said.getvalue()


if __name__ == "__main__":
    import argparse
    import tempfile

    parser = argparse.ArgumentParser(description="Scores on the recorded pages, by folder prefix.")
    parser.add_argument("prefixes", nargs="*")
    parser.add_argument("--worst", type=int, default=0)
    parser.add_argument("--pages", type=Path, default=Path(__file__).resolve().parents[3] / "shared" / "pages")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        print(scored(given.pages, Path(work), tuple(given.prefixes), given.worst)[1])
