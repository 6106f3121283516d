"""`dure cluster` over the gold set and ours; reprints, traps, order, and hostile lines."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from gold_rows import GOLD, rows

from pipelines.merge import articles
from pipelines.merge.articles import judge
from pipelines.merge.cluster_lines import cluster_lines
from pipelines.merge.compare import Proposal
from pipelines.merge.texts import Listed, Text
from store.records import Document, Findings

Row = dict[str, Any]
FIELDS = ("id", "outlet", "published_at", "title", "text")


def nothing_found(_: Document) -> Findings:
    """A reading that finds nothing: the texts have to do."""
    return Findings(relevant=True)


def clustered(items: Iterable[Row]) -> dict[str, dict[str, str]]:
    lines = [{name: row[name] for name in FIELDS} for row in items]
    return {line["id"]: line for line in cluster_lines(lines, nothing_found)}


def b_cubed(wanted: dict[str, str], given: dict[str, str]) -> float:
    gold, found = defaultdict(set), defaultdict(set)
    for i in wanted:
        gold[wanted[i]].add(i)
        found[given[i]].add(i)
    both = {i: len(gold[wanted[i]] & found[given[i]]) for i in wanted}
    precision = sum(both[i] / len(found[given[i]]) for i in wanted) / len(wanted)
    recall = sum(both[i] / len(gold[wanted[i]]) for i in wanted) / len(wanted)
    return 2 * precision * recall / (precision + recall)


def check(items: list[Row], pairs: list[Row]) -> None:
    found = clustered(items)
    for field, bar in (("cluster_id", 0.97), ("event_key", 0.95)):
        score = b_cubed({r["id"]: r[field] for r in items}, {i: line[field] for i, line in found.items()})
        assert score >= bar, (field, score)
    for pair in pairs:
        a, b = found[pair["a"]], found[pair["b"]]
        assert (a["cluster_id"] == b["cluster_id"]) == pair["duplicate"], pair
        assert (a["event_key"] == b["event_key"]) == pair["same_event"], pair


def test_the_gold_set(shared: Path) -> None:
    check(rows(shared / "gold" / "duplicates.jsonl"), rows(shared / "gold" / "duplicate_pairs.jsonl"))


def test_our_own_sets(own_rows: list[Row], own_pairs: list[Row]) -> None:
    check(own_rows, own_pairs)


@pytest.mark.parametrize("name", ["own3", "blind2", "blind3"])
def test_sets_that_were_blind_once(name: str) -> None:
    form = "duplicate_own3_pairs" if name == "own3" else f"duplicate_pairs_{name}"
    check(rows(GOLD / f"duplicates_{name}.jsonl"), rows(GOLD / f"{form}.jsonl"))


@pytest.mark.parametrize("seed", range(2))
def test_any_order_gives_the_same_ids(own_rows: list[Row], seed: int) -> None:
    shuffled = random.Random(seed).sample(own_rows, len(own_rows))
    assert clustered(shuffled) == clustered(own_rows)


def test_lines_come_back_in_their_order(own_rows: list[Row]) -> None:
    lines = cluster_lines([{n: r[n] for n in FIELDS} for r in own_rows[:9]], nothing_found)
    assert [line["id"] for line in lines] == [row["id"] for row in own_rows[:9]]
    assert set(lines[0]) == {"id", "cluster_id", "event_key"}


def made(texts: Iterable[str], title: str = "알림") -> Listed:
    return Listed(Text(f"t{n:05}", "outlet", f"{title} {n}", text, None) for n, text in enumerate(texts))


def test_empty_and_one_line_bodies_are_not_merged_for_that() -> None:
    assert [w for w in judge(made(["", " ", "\n", "안내", "안내", "감사합니다."])) if w.said.verdict == "same"] == []


def test_boilerplate_is_not_merged_for_that() -> None:
    tail = "저작권자 © 어떤신문 무단전재 및 재배포 금지\n기사제보 desk@example.com\n이 기사를 공유합니다"
    blurb = "협동조합은 뜻을 같이하는 이들이 함께 소유하고 민주적으로 꾸려 가는 사업체를 두루 이르는 말이다."
    words = judge(made([f"{blurb}\n{tail}", f"{blurb}\n{tail}", tail, tail]))
    assert [w for w in words if w.said.verdict == "same"] == []


def test_ten_thousand_identical_bodies_are_one_story_without_quadratic_work() -> None:
    body = "한빛협동조합이 5월 3일 오후 2시 시민회관에서 조합원 312명과 ‘한빛 나눔 잔치’를 열었다."
    words = judge(made([body] * 10_000))
    assert len(words) == 9_999
    assert {w.said.verdict for w in words} == {"same"}


def test_thousands_of_nearly_identical_bodies_are_compared_in_a_chain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each differs in its last words, so none is another's twin; all share fingerprints, days and names."""
    looked: list[object] = []
    monkeypatch.setattr(articles, "compare", lambda *pair: looked.append(pair) or Proposal("unsure", 0.0, ()))
    body = "한빛협동조합이 5월 3일 오후 2시 시민회관에서 조합원 312명과 ‘한빛 나눔 잔치’를 열었다. 모두 반가워했다. "
    judge(made(f"{body}{n}호 가게 {n * 7919 % 10007}번 손님도 왔다." for n in range(1_500)))
    assert 1_000 < len(looked) < 20 * 1_500, "all pairs would be 1,124,250"


SAME_DAY = datetime.fromisoformat("2024-05-02T09:00:00+09:00")
NOTHING_OWN = {
    "empty": "",
    "one line": "사진은 행사 모습.",
    "rights and tips": "저작권자 © 어떤신문 무단전재 및 재배포 금지\n기사제보 desk@example.com",
    "see the homepage": "자세한 내용은 시 누리집을 참고하면 된다.",
    "what a co-operative is": "협동조합은 뜻을 같이하는 이들이 함께 소유하고 민주적으로 꾸려 가는 사업체를 이른다. "
    "조합원은 출자한 몫과 상관없이 한 표씩을 가진다.",
}


@pytest.mark.parametrize("body", NOTHING_OWN.values(), ids=NOTHING_OWN)
def test_unlike_headlines_over_a_body_that_says_nothing_stay_apart(body: str) -> None:
    titles = ("군산 나눔마당 열린다", "여수시의회 임시회 폐회", "진주 자활 카페 개소", "원주 협의회 회의")
    texts = [Text(f"t{n}", f"신문 {n}", title, body, SAME_DAY) for n, title in enumerate(titles)]
    assert [w for w in judge(Listed(texts)) if w.said.verdict == "same"] == []


HUGE = ("1" * 1_000_000, "(" * 1_000_000, " " * 1_000_000, "가나 " * 350_000, "3일 " * 300_000, "‘" * 1_000_000)


@pytest.mark.parametrize("body", HUGE, ids=lambda b: b[:2])
def test_a_body_of_a_megabyte_is_read_and_done(body: str) -> None:
    found = judge(made([body, "한빛협동조합이 5월 3일 시민회관에서 잔치를 열었다."]))
    assert all(w.said.verdict != "same" for w in found)


def test_a_line_without_id_or_with_a_broken_time_says_so() -> None:
    with pytest.raises(ValueError, match="no «id»"):
        cluster_lines([{"title": "x", "text": "y"}], nothing_found)
    with pytest.raises(ValueError, match="published_at"):
        cluster_lines([{"id": "x", "published_at": "yesterday"}], nothing_found)
    assert cluster_lines([], nothing_found) == []
    assert len(cluster_lines([{"id": "x"}], nothing_found)) == 1
