"""Our own sentences with figures, annotated before the rules read them; the last ten state none."""

from __future__ import annotations

import json
from pathlib import Path

from pipelines.extract.boilerplate import split_lines
from pipelines.extract.facts import find_facts
from store.records import Document

OWN = Path(__file__).parents[2] / "gold" / "facts_own.jsonl"


def read(item: dict[str, str]) -> list[tuple[float, str]]:
    document = Document(id=item["id"], channel="news", title="", text=item["text"], published_at=None)
    return [(f.value, f.unit or "") for f in find_facts(document, split_lines(document.text), (), ())]


def test_own_sentences() -> None:
    items = [json.loads(line) for line in OWN.read_text(encoding="utf-8").splitlines()]
    assert len(items) == 40
    wrong = {i["id"] for i in items if read(i) != [(f["value"], f["unit"]) for f in i["facts"]]}
    assert wrong == set()
