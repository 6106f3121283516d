"""Our own sentences with figures, annotated before the rules read them; the last ten state none."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from pipelines.extract.boilerplate import split_lines
from pipelines.extract.facts import find_facts
from pipelines.extract.times import find_times
from store.records import Document

PUBLISHED = datetime(2024, 11, 6, 9, 0, tzinfo=timezone(timedelta(hours=9)))
OWN = Path(__file__).parents[2] / "gold" / "facts_own.jsonl"


def read(item: dict[str, str]) -> list[tuple[float, str]]:
    document = Document(id=item["id"], channel="news", title="", text=item["text"], published_at=None)
    return [(f.value, f.unit or "") for f in find_facts(document, split_lines(document.text), (), ())]


def test_own_sentences() -> None:
    items = [json.loads(line) for line in OWN.read_text(encoding="utf-8").splitlines()]
    assert len(items) == 40
    wrong = {i["id"] for i in items if read(i) != [(f["value"], f["unit"]) for f in i["facts"]]}
    assert wrong == set()


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("10월 말 기준 관내 협동조합은 148곳이다.", "2024-10-31"),
        ("지난해 판 전기값은 8,940만 원이다.", "2023"),
        ("2022년 매출은 4억 원이었다.", "2022"),
        ("조합은 2016년 농민 38명이 세워 지금은 생산자 212명이 모였다.", None),
        ("2015년 설립된 사회적기업으로 직원은 27명이다.", None),
        ("매출은 지난해보다 12억 원 늘었다.", None),
        ("18일 오후 2시 조합원 40명이 모인다.", None),
    ],
)
def test_as_of_when_a_figure_is_stated(text: str, as_of: str | None) -> None:
    """Only what the sentence says: the day of the report is no answer, nor is that of an event or a founding."""
    document = Document(id="d", channel="news", title="", text=text, published_at=PUBLISHED)
    lines = split_lines(text)
    facts = find_facts(document, lines, find_times(text, PUBLISHED), ())
    assert facts and facts[-1].as_of == as_of
