"""The shape of a story: who was first, who printed it, who found out something."""

from __future__ import annotations

import random
from datetime import datetime
from typing import Any

from gold_rows import GOLD, rows

from pipelines.merge.shape import CROWD, Printed, shape

Row = dict[str, Any]
OWN = (
    "장터를 찾아가 보니 천막 41동 가운데 17동이 비어 있었다. 젓갈을 파는 할머니는 "
    "“자리를 받으려고 새벽 네 시부터 줄을 섰다”고 했다. "
    "시가 낸 지난해 결산서에는 행사비 8천300만 원 가운데 5천200만 원이 무대를 꾸미는 데 나갔다고 적혀 있다."
)


def printed(row: Row) -> Printed:
    channel = "board" if "게시판" in row["outlet"] else "news"
    return Printed(row["id"], channel, row["text"], datetime.fromisoformat(row["published_at"]))  # type: ignore[arg-type]


def family(cluster: str) -> list[Printed]:
    return [printed(r) for r in rows(GOLD / "duplicates_own3.jsonl") if r["cluster_id"] == cluster]


def test_a_centres_notice_is_the_original_and_no_rewriting_is_own_reporting() -> None:
    roles = shape(family("F01"))
    assert {i for i, role in roles.items() if role == "original"} == {"F01-1"}
    assert {i for i, role in roles.items() if role == "own"} == set()


def test_a_notice_of_the_same_day_comes_before_the_papers_a_later_one_does_not() -> None:
    first, notice, *_ = sorted(family("F05"), key=lambda t: t.published_at or datetime.max)
    board = Printed("z", "board", notice.text, datetime.fromisoformat("2026-01-08T18:00:00+09:00"))
    paper = Printed("a", "news", first.text, datetime.fromisoformat("2026-01-08T07:00:00+09:00"))
    assert shape([paper, board])["z"] == "original"
    late = Printed("z", "board", notice.text, datetime.fromisoformat("2026-01-09T07:00:00+09:00"))
    assert shape([paper, late])["a"] == "original"


def test_what_nobody_else_tells_in_words_nobody_else_has_is_own_reporting() -> None:
    own = Printed("own", "news", OWN, datetime.fromisoformat("2025-10-20T09:00:00+09:00"))
    roles = shape([*family("F01"), own])
    assert {i for i, role in roles.items() if role == "own"} == {"own"}


def test_no_order_changes_the_shape_and_a_crowd_is_done() -> None:
    texts = family("F01")
    assert shape(random.Random(3).sample(texts, len(texts))) == shape(texts)
    day = datetime.fromisoformat("2025-10-02T09:00:00+09:00")
    crowd = [Printed(f"c{n:05}", "news", texts[0].text, day) for n in range(10 * CROWD)]
    roles = shape(crowd)
    assert (roles["c00000"], set(list(roles.values())[1:])) == ("original", {"reprint"})
