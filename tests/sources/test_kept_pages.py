"""Pages kept by `dure sources keep`: read as the .json beside them says. A wrong reading is corrected there first."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest

from sources.decode import decode
from sources.page import Page
from sources.reading import read

FOLDER = Path(__file__).parent / "pages"
KEPT = sorted(FOLDER.glob("*/*.json"))


@pytest.mark.parametrize("path", KEPT, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_kept_pages_read_as_they_were_kept(path: Path) -> None:
    row = json.loads(path.read_text(encoding="utf-8"))
    decoded = decode((path.parent / row["file"]).read_bytes(), "")
    at = datetime.fromisoformat(row["fetched_at"])
    reading = read(Page(row["url"], row["url"], 200, "text/html", decoded.text, at)).as_row()
    assert {name: reading[name] for name in reading} == {name: row[name] for name in reading}


def test_every_page_has_its_reading() -> None:
    pages = {path.with_suffix("") for path in FOLDER.glob("*/*.html")}
    assert pages == {path.with_suffix("") for path in KEPT} and KEPT
