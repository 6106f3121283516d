"""Annotated documents of our own and of the shared set, as rows and as texts."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from pipelines.merge.texts import Text

GOLD = Path(__file__).resolve().parents[2] / "gold"
Row = dict[str, Any]


def rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def as_text(row: Row) -> Text:
    return Text(row["id"], row["outlet"], row["title"], row["text"], datetime.fromisoformat(row["published_at"]))
